//! `/settings`, and what the settings do.

use naenaew::discord::Options;
use naenaew::store::{GuildSettings, Store};

use crate::running::{Bot, engine, open_world, options, world};
use crate::support::{Channel, User, World};

fn manager(world: &World) -> User {
    world.user("ผู้ดูแล").manager().locale("th")
}

async fn set(manager: &User, channel: &Channel, command: &str, values: &[(&str, &str)]) -> String {
    let told = manager.slash(channel, &format!("settings {command}"), values).await.response().await;
    assert!(told.is_ephemeral(), "{command}");
    assert_eq!(told.allowed_mentions().unwrap()["parse"], serde_json::json!([]));
    told.content()
}

/// A bot that asks for the text of every message from the start, since some server listens already.
async fn asking(world: &World) -> Bot {
    let elsewhere = world.guild("อื่น").channel("ที่อื่น");
    let store = Store::in_memory().unwrap();
    let settings = GuildSettings { ask_channels: [elsewhere.id].into(), ..GuildSettings::default() };
    store.change_guild(1, |kept| *kept = settings).await.unwrap();
    Bot::start_with(engine(), Options { store, ..options(world) })
}

/// The same where Discord refuses it that text.
async fn refused(world: &World) -> Bot {
    let bot = asking(world).await;
    world.identified(2).await;
    bot
}

/// A channel by its name, as Discord shows it.
fn named(text: &str, channel: &Channel, name: &str) -> String {
    text.replace(&format!("<#{}>", channel.id), name)
}

#[tokio::test]
async fn settings_are_shown_and_changed_in_thai() {
    let world = world().await;
    let _bot = refused(&world).await;
    let (channel, room) = (world.channel("ทั่วไป"), world.channel("ถามตอบ"));
    let manager = manager(&world);
    insta::assert_snapshot!(set(&manager, &channel, "ดู", &[]).await, @"
    **การตั้งค่าของเซิร์ฟเวอร์นี้**
    - ห้องถามตอบ: ยังไม่มี
    - ภาษาของคำตอบ: ตามคำถาม
    - ความมั่นใจ: พอดี (ค่าเริ่มต้น)
    - คำตอบของคำสั่ง: เห็นเฉพาะคนถาม
    - ห้องคำถามค้าง: ปิดอยู่
    ");
    let id = room.id.to_string();
    set(&manager, &channel, "ห้องถามตอบ เพิ่ม", &[("ห้อง", &id)]).await;
    set(&manager, &channel, "ภาษา", &[("ภาษา", "1")]).await;
    set(&manager, &channel, "ความมั่นใจ", &[("ระดับ", "0")]).await;
    set(&manager, &channel, "ตอบส่วนตัว", &[("ส่วนตัว", "false")]).await;
    let changed = set(&manager, &channel, "ห้องคำถามค้าง", &[("ห้อง", &id)]).await;
    insta::assert_snapshot!(named(&changed, &room, "#ถามตอบ"), @"
    **บันทึกแล้ว มีผลทันที**
    - ห้องถามตอบ: #ถามตอบ
    - ภาษาของคำตอบ: ไทยเสมอ
    - ความมั่นใจ: รอบคอบ (ตอบเมื่อชัดเจนจริง ๆ ผิดน้อยที่สุด)
    - คำตอบของคำสั่ง: ทุกคนในห้องเห็น
    - ห้องคำถามค้าง: #ถามตอบ

    ตอนนี้ยังอ่านข้อความในห้องถามตอบไม่ได้ คนที่ดูแลบอตต้องเปิด Message Content Intent ใน Discord Developer Portal แล้วเริ่มบอตใหม่ ระหว่างนี้กล่าวถึงบอตเพื่อถามได้ตามปกติ
    ");
    let reset = set(&manager, &channel, "คืนค่าเริ่มต้น", &[]).await;
    assert!(reset.contains("ห้องถามตอบ: ยังไม่มี") && reset.contains("ปิดอยู่"), "{reset}");
    world.finish();
}

#[tokio::test]
async fn settings_are_shown_in_english() {
    let world = world().await;
    let _bot = refused(&world).await;
    let channel = world.channel("general");
    let manager = world.user("Jane").manager();
    let added = set(&manager, &channel, "ask-channels add", &[("channel", &channel.id.to_string())]).await;
    insta::assert_snapshot!(named(&added, &channel, "#general"), @"
    **Saved, and in effect at once**
    - Ask channels: #general
    - Language of answers: As the question
    - Sureness: Balanced (the default)
    - Answers to commands: only the asker sees them
    - Unanswered questions go to: nowhere (off)

    Ask channels cannot be read yet: whoever runs the bot has to switch on Message Content Intent in the Discord Developer Portal and start it again. Until then, mention the bot to ask
    ");
    world.finish();
}

#[tokio::test]
async fn only_those_who_manage_the_server_may_change_it() {
    let world = world().await;
    let _bot = Bot::start(&world);
    let channel = world.channel("ทั่วไป");
    let command = world.command("settings").await;
    assert_eq!(command["default_member_permissions"], "32", "Discord shows it to them alone");
    assert_eq!(command["contexts"], serde_json::json!([0]));
    // A server may show the command to others; the permission is lost between seeing and using it.
    let person = world.user("มานี").manager();
    let told = person.slash_as_nobody(&channel, "settings reset").await.response().await;
    assert!(told.is_ephemeral());
    insta::assert_snapshot!(told.content(), @"Only people who may manage this server can use this command");
    world.finish();
}

#[tokio::test]
async fn a_channel_is_listened_to_from_the_moment_it_is_chosen() {
    let world = open_world().await;
    let _bot = asking(&world).await;
    let (channel, user, manager) = (world.channel("ถามตอบ"), world.user("สมชาย"), manager(&world));
    let id = channel.id.to_string();
    user.says(&channel, "AM ทำอะไรบ้าง").await;
    channel.stays_silent().await;
    let added = set(&manager, &channel, "ask-channels add", &[("channel", &id)]).await;
    assert!(!added.contains("Message Content Intent"), "{added}");
    user.says(&channel, "AM ทำอะไรบ้าง").await.reply().await;
    set(&manager, &channel, "ask-channels remove", &[("channel", &id)]).await;
    user.says(&channel, "AM เงินเดือน").await;
    channel.stays_silent().await;
    let again = set(&manager, &channel, "ask-channels remove", &[("channel", &id)]).await;
    assert_eq!(again, "ห้องนี้ไม่ได้เป็นห้องถามตอบอยู่แล้ว");
    world.finish();
}

#[tokio::test]
async fn a_channel_of_the_operator_cannot_be_removed_by_a_server() {
    let world = open_world().await;
    let channel = world.channel("ถามตอบ");
    let _bot = Bot::listening(&world, &channel);
    let (manager, id) = (manager(&world), channel.id.to_string());
    let told = set(&manager, &channel, "ask-channels remove", &[("channel", &id)]).await;
    assert_eq!(told, "ห้องนี้คนที่ดูแลบอตเป็นคนตั้งไว้ จึงเอาออกจากตรงนี้ไม่ได้");
    world.finish();
}

#[tokio::test]
async fn the_chosen_language_is_that_of_public_answers() {
    let world = world().await;
    let _bot = Bot::start(&world);
    let (channel, user) = (world.channel("ทั่วไป"), world.user("Jane"));
    set(&manager(&world), &channel, "language", &[("language", "1")]).await;
    let answer = user.mentions_bot(&channel, "What does an account manager do?").await.reply().await;
    assert!(answer.content().contains("ผู้จัดการดูแลลูกค้า · หน้าที่"), "{}", answer.content());
    set(&manager(&world), &channel, "language", &[("language", "2")]).await;
    let answer = user.mentions_bot(&channel, "AM ทำอะไรบ้าง").await.reply().await;
    assert!(answer.content().contains("Account Manager"), "{}", answer.content());
    let private = world.user("มานี").locale("th");
    let own = private.slash(&channel, "ask", &[("question", "AM ทำอะไรบ้าง")]).await.response().await;
    assert!(own.content().contains("หน้าที่"), "a private answer is in the person's own: {}", own.content());
    world.finish();
}

#[tokio::test]
async fn answers_to_commands_are_public_where_the_server_wants_that() {
    let world = world().await;
    let _bot = Bot::start(&world);
    let (channel, user) = (world.channel("ทั่วไป"), world.user("สมชาย").locale("th"));
    set(&manager(&world), &channel, "private-answers", &[("private", "false")]).await;
    let shown = user.slash(&channel, "ask", &[("question", "AM ทำอะไรบ้าง")]).await.response().await;
    assert!(!shown.is_ephemeral());
    let own = [("question", "AM ทำอะไรบ้าง"), ("share", "false")];
    assert!(user.slash(&channel, "ask", &own).await.response().await.is_ephemeral(), "the person decides");
    for (command, values) in [
        ("define", vec![("term", "KPI")]),
        ("role", vec![("role", "account manager")]),
        ("role", vec![("role", "account manager"), ("section", "เงินเดือน")]),
        ("compare", vec![("first", "account manager"), ("second", "account executive")]),
    ] {
        let shown = user.slash(&channel, command, &values).await.response().await;
        assert!(!shown.is_ephemeral(), "{command} {values:?}");
        assert_eq!(shown.allowed_mentions().unwrap()["parse"], serde_json::json!([]));
    }
    // What cannot be answered is nobody else's business.
    for (command, values) in [
        ("role", vec![("role", "นักบินอวกาศ")]),
        ("role", vec![("role", "account manager"), ("section", "xyzzy")]),
        ("compare", vec![("first", "account manager"), ("second", "AM")]),
    ] {
        let told = user.slash(&channel, command, &values).await.response().await;
        assert!(told.is_ephemeral(), "{command} {values:?}");
    }
    world.finish();
}

#[tokio::test]
async fn public_answers_to_commands_speak_one_language_and_refusals_the_persons_own() {
    let world = world().await;
    let _bot = Bot::start(&world);
    let (channel, user) = (world.channel("ทั่วไป"), world.user("สมชาย").locale("th"));
    set(&manager(&world), &channel, "private-answers", &[("private", "false")]).await;
    set(&manager(&world), &channel, "language", &[("language", "2")]).await;
    for (command, values) in [
        ("define", vec![("term", "KPI")]),
        ("role", vec![("role", "account manager"), ("section", "salary")]),
        ("compare", vec![("first", "account manager"), ("second", "account executive")]),
    ] {
        let shown = user.slash(&channel, command, &values).await.response().await;
        // The Thai name of a job stands beside its English one; the sentences around it are English.
        let frame = shown.content();
        assert!(
            !["เงินเดือน", "อ่าน", "ตรวจ", "ที่มา"].iter().any(|thai| frame.contains(thai)),
            "{command}: {frame}"
        );
    }
    for (command, values) in [
        ("role", vec![("role", "นักบินอวกาศ")]),
        ("role", vec![("role", "account manager"), ("section", "xyzzy")]),
        ("compare", vec![("first", "account manager"), ("second", "AM")]),
        ("compare", vec![("first", "นักบินอวกาศ"), ("second", "AM")]),
    ] {
        let told = user.slash(&channel, command, &values).await.response().await.content();
        assert!(told.chars().any(|c| ('\u{e01}'..='\u{e5b}').contains(&c)), "{command}: {told}");
        assert!(!told.contains("Which") && !told.contains("There is"), "{command}: {told}");
    }
    world.finish();
}

#[tokio::test]
async fn an_unanswered_channel_that_may_not_be_written_to_hinders_no_answer() {
    let world = world().await;
    let _bot = Bot::start(&world);
    let (channel, room) = (world.channel("ทั่วไป"), world.channel("คำถามค้าง"));
    set(&manager(&world), &channel, "unanswered-channel", &[("channel", &room.id.to_string())]).await;
    room.mute_bot();
    let user = world.user("สมชาย");
    user.mentions_bot(&channel, "เงินเดือนแอร์โฮสเตส").await.reply().await;
    user.mentions_bot(&channel, "AM ทำอะไรบ้าง").await.reply().await;
    let route = format!("/channels/{}/messages", room.id);
    world.requested("POST", &route, 1).await;
    room.stays_silent().await;
    assert_eq!(world.requests("POST", &route).len(), 1, "tried once");
    world.finish();
}

#[tokio::test]
async fn the_level_decides_how_much_is_answered() {
    let world = world().await;
    let _bot = Bot::start(&world);
    let channel = world.channel("ทั่วไป");
    // Between the careful and the eager level's thresholds.
    let questions = ["บริหารลูกค้าเงินดีไหม", "วันๆ AE เขาวุ่นกับเรื่องไหน", "เออีเงินเดือนพอกินมั้ยในกรุงเทพ"];
    let mut answers = Vec::new();
    for level in ["0", "2"] {
        set(&manager(&world), &channel, "sureness", &[("level", level)]).await;
        let mut answered = 0;
        for question in questions {
            let reply = world.user("สมชาย").mentions_bot(&channel, question).await.reply().await;
            answered += reply.embeds().len();
        }
        answers.push(answered);
    }
    assert!(answers[0] < answers[1], "{answers:?}");
    world.finish();
}

#[tokio::test]
async fn unanswered_questions_are_told_without_the_asker() {
    let world = world().await;
    let _bot = Bot::start(&world);
    let (channel, room) = (world.channel("ทั่วไป"), world.channel("คำถามค้าง"));
    set(&manager(&world), &channel, "unanswered-channel", &[("channel", &room.id.to_string())]).await;
    let user = world.user("สมชาย");
    user.mentions_bot(&channel, "เงินเดือนแอร์โฮสเตส @everyone โทร 081-234-5678").await.reply().await;
    let told = world.next_bot_message(&room).await;
    insta::assert_snapshot!(told.text(), @"มีคำถามที่ยังไม่มีคำตอบ: “เงินเดือนแอร์โฮสเตส โทร”");
    assert!(!told.text().contains(&user.id.to_string()));
    assert_eq!(told.allowed_mentions().unwrap()["parse"], serde_json::json!([]));
    user.mentions_bot(&channel, "AM ทำอะไรบ้าง").await.reply().await;
    user.dm("เงินเดือนแอร์โฮสเตส").await.reply().await;
    room.stays_silent().await;
    // Nobody can flood the channel.
    for number in 0..15 {
        world
            .user("สมชาย")
            .mentions_bot(&channel, &format!("เงินเดือนแอร์โฮสเตสสายที่ {number}"))
            .await
            .reply()
            .await;
    }
    world.settle().await;
    assert!(world.bot_messages(&room).len() <= 11, "{}", world.bot_messages(&room).len());
    world.finish();
}

#[tokio::test]
async fn a_channel_that_is_gone_leaves_the_settings() {
    let world = open_world().await;
    let _bot = asking(&world).await;
    let (channel, room) = (world.channel("ทั่วไป"), world.channel("ถามตอบ"));
    let (manager, id) = (manager(&world), room.id.to_string());
    set(&manager, &channel, "ask-channels add", &[("channel", &id)]).await;
    set(&manager, &channel, "unanswered-channel", &[("channel", &id)]).await;
    room.vanish();
    world.settle().await;
    let shown = set(&manager, &channel, "show", &[]).await;
    assert!(!shown.contains(&id), "{shown}");
    world.finish();
}
