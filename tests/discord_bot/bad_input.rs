//! What people can type to break a bot. The stand-in fails each test on a message that breaks a limit.

use crate::running::{Bot, open_world, world};

/// Texts that have broken bots before.
fn nasty() -> Vec<(&'static str, String)> {
    vec![
        ("spaces", "   \u{a0}\u{2003}".to_owned()),
        ("2,000 characters", "ก".repeat(2000)),
        ("2,000 characters of a question", "AM เงินเดือน ".repeat(150).trim().to_owned()),
        ("emoji only", "😀👩‍👩‍👧‍👦🏳️‍🌈🇹🇭".repeat(20)),
        ("own emoji only", "<:think:123456789012345678>".to_owned()),
        ("zalgo", format!("A{}M{}", "\u{301}\u{336}\u{489}".repeat(150), "\u{0e49}\u{0e48}".repeat(100))),
        ("right-to-left", "\u{202e}ما هو راتب account manager\u{202c} \u{2067}שלום\u{2069}".to_owned()),
        ("control characters", "AM\u{0}\u{7}\u{1b}[31m\u{8}\r\n\t เงินเดือน".to_owned()),
        ("a lone combining mark", "\u{0e49}".to_owned()),
        ("a lone vowel", "เ".to_owned()),
        ("zero-width characters", "\u{200b}\u{200d}\u{feff}\u{2060}".to_owned()),
        ("everyone", "@everyone @here account manager salary".to_owned()),
        (
            "roles and people",
            "<@&123456789012345678> <@123456789012345678> <#1> account manager salary".to_owned(),
        ),
        (
            "markup",
            "**AM** ||เงินเดือน|| `x` ~~y~~ > # - \\ [a](https://evil.example) <https://evil.example>"
                .to_owned(),
        ),
        ("a code block", "```\nAM เงินเดือน\n```".to_owned()),
        ("an open bracket", "<@ <: <".to_owned()),
        ("our own ids", "n1:s:th:1:account-manager:salary".to_owned()),
        ("an injection", "'; DROP TABLE users; -- {{7*7}} ${jndi:ldap://x} %s%n".to_owned()),
        ("numbers alone", "๑๒๓ 123".to_owned()),
        ("noncharacters", "\u{fffe}\u{10ffff}\u{e000}".to_owned()),
    ]
}

#[tokio::test]
async fn a_mention_with_anything_gets_one_harmless_reply() {
    let world = world().await;
    let _bot = Bot::start(&world);
    let (channel, user) = (world.channel("ทั่วไป"), world.user("สมชาย"));
    for (what, text) in nasty() {
        let text: String = text.chars().take(1900).collect();
        let reply = user.mentions_bot(&channel, &text).await.reply().await;
        assert_eq!(reply.allowed_mentions().unwrap()["parse"], serde_json::json!([]), "{what}");
        for trap in ["@everyone", "@here", "<@&", "evil.example", "\u{202e}"] {
            assert!(!reply.text().contains(trap), "{what}: {}", reply.text());
        }
    }
    channel.stays_silent().await;
    world.finish();
}

#[tokio::test]
async fn a_command_with_anything_is_answered() {
    let world = world().await;
    let _bot = Bot::start(&world);
    let (channel, user) = (world.channel("ทั่วไป"), world.user("สมชาย").locale("th"));
    for (what, text) in nasty() {
        let options = [("question", text.as_str()), ("share", "true")];
        let reply = user.slash(&channel, "ask", &options).await.response().await;
        for trap in ["@everyone", "@here", "<@&", "https://evil.example", "\u{202e}"] {
            assert!(!reply.content().contains(trap), "{what}: {}", reply.content());
        }
        let term: String = text.chars().take(200).collect();
        user.slash(&channel, "define", &[("term", term.as_str())]).await.response().await;
        user.autocompletes(&channel, "define", "term", &term).await;
    }
    world.finish();
}

#[tokio::test]
async fn an_ask_channel_survives_anything() {
    let world = open_world().await;
    let channel = world.channel("ถามตอบ");
    let _bot = Bot::listening(&world, &channel);
    let user = world.user("สมชาย");
    for (_, text) in nasty() {
        let message = user.says(&channel, &text).await;
        user.edits(&message, &format!("{text} ")).await;
    }
    world.settle().await;
    assert!(user.says(&channel, "AM ทำอะไรบ้าง").await.reply().await.content().contains("หน้าที่"));
    world.finish();
}

#[tokio::test]
async fn a_sticker_or_a_file_alone_is_no_question() {
    let world = open_world().await;
    let channel = world.channel("ถามตอบ");
    let _bot = Bot::listening(&world, &channel);
    world.user("สมชาย").attaches(&channel, "", "cat.png").await;
    channel.stays_silent().await;
    world.finish();
}
