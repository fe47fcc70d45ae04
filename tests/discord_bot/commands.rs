//! Slash commands, completions and the message command.

use crate::running::{Bot, engine, options, world};
use crate::support::World;
use naenaew::discord::Options;

#[tokio::test]
async fn ask_is_answered_for_the_asker_alone_in_their_language() {
    let world = world().await;
    let _bot = Bot::start(&world);
    let channel = world.channel("ทั่วไป");
    for (locale, note) in [("th", "ตรวจทานล่าสุด"), ("en-US", "Last reviewed"), ("ja", "Last reviewed")]
    {
        let user = world.user("สมชาย").locale(locale);
        let answer = user.slash(&channel, "ask", &[("question", "AM ทำอะไรบ้าง")]).await.response().await;
        assert!(answer.is_ephemeral());
        assert!(answer.content().contains(note), "{}", answer.content());
    }
    world.finish();
}

#[tokio::test]
async fn a_shared_answer_is_for_everybody_and_shows_the_question() {
    let world = world().await;
    let _bot = Bot::start(&world);
    let (channel, user) = (world.channel("ทั่วไป"), world.user("Jane"));
    let options = [("question", "AM ทำอะไรบ้าง **@everyone** [x](https://evil.example)"), ("share", "true")];
    let answer = user.slash(&channel, "ask", &options).await.response().await;
    assert!(!answer.is_ephemeral());
    let echo = answer.content().lines().next().unwrap().to_owned();
    assert!(echo.starts_with("> “AM ทำอะไรบ้าง"), "{echo}");
    assert!(!echo.contains("**") && !echo.contains("@everyone") && !echo.contains("https://"), "{echo}");
    assert_eq!(answer.labels().last().unwrap(), "ลบคำตอบ", "a Thai question, so Thai labels");
    user.clicks(&answer, "ลบคำตอบ").await;
    answer.deleted().await;
    world.finish();
}

#[tokio::test]
async fn thai_names_work() {
    let world = world().await;
    let _bot = Bot::start(&world);
    let (channel, user) = (world.channel("ทั่วไป"), world.user("สมชาย").locale("th"));
    let answer = user.slash(&channel, "ถาม", &[("คำถาม", "AM ทำอะไรบ้าง")]).await.response().await;
    assert!(answer.content().contains("หน้าที่"), "{}", answer.content());
    let defined = user.slash(&channel, "นิยาม", &[("คำศัพท์", "KPI")]).await.response().await;
    assert!(defined.content().contains("KPI"), "{}", defined.content());
    user.slash(&channel, "หัวข้อ", &[]).await.response().await;
    user.slash(&channel, "ช่วยเหลือ", &[]).await.response().await;
    world.finish();
}

#[tokio::test]
async fn commands_have_thai_names_and_work_in_guilds_and_direct_messages() {
    let world = world().await;
    let _bot = Bot::start(&world);
    for (name, thai) in [
        ("ask", "ถาม"),
        ("define", "นิยาม"),
        ("topics", "หัวข้อ"),
        ("help", "ช่วยเหลือ"),
        ("Answer this", "ตอบคำถามนี้"),
    ] {
        let command = world.command(name).await;
        assert_eq!(command["name_localizations"]["th"], thai);
        assert_eq!(command["contexts"], serde_json::json!([0, 1, 2]), "{name}");
        assert_eq!(command["integration_types"], serde_json::json!([0, 1]), "{name}");
    }
    world.finish();
}

#[tokio::test]
async fn commands_can_be_registered_in_one_guild() {
    let world = world().await;
    let guild = world.guild("ลองของ");
    let _bot = Bot::start_with(engine(), Options { guild_id: Some(guild.id), ..options(&world) });
    world.command("ask").await;
    assert!(world.requests("PUT", "/applications/*/commands").is_empty());
    assert_eq!(world.requests("PUT", "/applications/*/guilds/*/commands").len(), 1);
    world.finish();
}

#[tokio::test]
async fn commands_work_in_direct_messages() {
    let world = world().await;
    let _bot = Bot::start(&world);
    let user = world.user("สมชาย").locale("th");
    let answer =
        user.slash(&user.dm_channel(), "ask", &[("question", "AM ทำอะไรบ้าง")]).await.response().await;
    assert!(answer.content().contains("หน้าที่"), "{}", answer.content());
    world.finish();
}

#[tokio::test]
async fn a_command_asks_on_about_the_last_answer() {
    let world = world().await;
    let _bot = Bot::start(&world);
    let (channel, user) = (world.channel("ทั่วไป"), world.user("สมชาย").locale("th"));
    user.slash(&channel, "define", &[("term", "Account Manager")]).await.response().await;
    let follow_up = user.slash(&channel, "ask", &[("question", "แล้วเงินเดือนล่ะ")]).await.response().await;
    assert!(follow_up.content().contains("ผู้จัดการดูแลลูกค้า · เงินเดือน"), "{}", follow_up.content());
    world.finish();
}

/// What is offered while somebody types a term.
async fn completions(world: &World, locale: &str, typed: &str) -> Vec<(String, String)> {
    let channel = world.channel("ทั่วไป");
    world.user("สมชาย").locale(locale).autocompletes(&channel, "define", "term", typed).await
}

#[tokio::test]
async fn terms_complete_while_typing() {
    let world = world().await;
    let _bot = Bot::start(&world);
    assert_eq!(completions(&world, "en-US", "kpi").await[0].0, "KPI");
    let roles = completions(&world, "en-US", "acc").await;
    assert!(roles.iter().any(|(name, _)| name == "Account Manager"), "{roles:?}");
    let thai = completions(&world, "th", "ผู้จัด").await;
    assert!(thai.iter().any(|(name, _)| name == "ผู้จัดการดูแลลูกค้า"), "{thai:?}");
    assert!(!completions(&world, "th", "").await.is_empty(), "before anything is typed there are topics");
    assert!(completions(&world, "th", "ฆฆฆฆฆฆฆ").await.is_empty());
    world.finish();
}

#[tokio::test]
async fn a_term_may_come_as_value_as_name_or_as_typed() {
    let world = world().await;
    let _bot = Bot::start(&world);
    let (channel, user) = (world.channel("ทั่วไป"), world.user("Jane"));
    let (name, value) = completions(&world, "en-US", "account man").await[0].clone();
    for term in [name.as_str(), value.as_str(), "acount manager"] {
        let defined = user.slash(&channel, "define", &[("term", term)]).await.response().await;
        assert!(defined.is_ephemeral());
        assert!(defined.content().contains("Account Manager"), "{term}: {}", defined.content());
    }
    let unknown = user.slash(&channel, "define", &[("term", "xyzzy")]).await.response().await;
    assert!(
        unknown.content().starts_with("Sorry, the knowledge base has no answer"),
        "{}",
        unknown.content()
    );
    world.finish();
}

#[tokio::test]
async fn topics_are_listed_and_open() {
    let world = world().await;
    let _bot = Bot::start(&world);
    let (channel, user) = (world.channel("ทั่วไป"), world.user("สมชาย").locale("th"));
    let list = user.slash(&channel, "topics", &[]).await.response().await;
    assert!(list.is_ephemeral());
    assert!(list.embeds()[0]["description"].as_str().unwrap().contains("- ผู้จัดการดูแลลูกค้า"), "{}", list.text());
    let first = list.choices()[0].label.clone();
    user.selects(&list, &[&first]).await.response().await;
    assert!(list.content().contains(&first), "{}", list.content());
    world.finish();
}

#[tokio::test]
async fn help_is_given_in_the_persons_language() {
    let world = world().await;
    let _bot = Bot::start(&world);
    let channel = world.channel("ทั่วไป");
    for (locale, expected) in [("th", "ถามได้หลายทาง"), ("en-GB", "several ways to ask")]
    {
        let help = world.user("สมชาย").locale(locale).slash(&channel, "help", &[]).await.response().await;
        assert!(help.is_ephemeral());
        assert!(help.content().contains(expected), "{}", help.content());
        assert!(help.content().contains(&format!("<@{}>", world.bot_id())));
    }
    world.finish();
}

#[tokio::test]
async fn somebodys_message_is_answered_for_the_person_who_wants_to_know() {
    let world = world().await;
    let _bot = Bot::start(&world);
    let channel = world.channel("ทั่วไป");
    let message = world.user("สมชาย").says(&channel, "AM ทำอะไรบ้าง <:think:123456789012345678>").await;
    let reader = world.user("มานี").locale("th");
    for name in ["Answer this", "ตอบคำถามนี้"] {
        let answer = reader.message_command(name, &message).await.response().await;
        assert!(answer.is_ephemeral());
        assert!(answer.content().contains("หน้าที่"), "{}", answer.content());
    }
    channel.stays_silent().await;
    world.finish();
}

#[tokio::test]
async fn a_message_without_text_cannot_be_answered() {
    let world = world().await;
    let _bot = Bot::start(&world);
    let channel = world.channel("ทั่วไป");
    let picture = world.user("สมชาย").attaches(&channel, "", "cat.png").await;
    let told = world.user("มานี").message_command("Answer this", &picture).await.response().await;
    assert!(told.content().starts_with("That message holds no text"), "{}", told.content());
    world.finish();
}
