//! When the bot keeps silent, and how it goes on where it may not do everything.

use std::num::NonZeroU32;
use std::time::Duration;

use naenaew::discord::{Options, Pace, Paces};

use crate::running::{Bot, engine, open_world, options, posted, world};
use crate::support::Refusal;
use crate::support::state::permissions;

/// So many answers, and no more in any test's time.
fn pace(at_once: u32) -> Pace {
    Pace::new(NonZeroU32::new(at_once).unwrap(), Duration::from_secs(24 * 60 * 60))
}

#[tokio::test]
async fn an_ask_channel_is_silent_to_what_asks_nothing() {
    let world = open_world().await;
    let channel = world.channel("ถามตอบ");
    let _bot = Bot::listening(&world, &channel);
    for chatter in [
        // Chatter.
        "เย็นนี้เตะบอลกันไหม",
        "555555",
        "ขอบคุณมากครับทุกคน",
        "good morning everyone",
        "lol same",
        "👍🔥",
        // Statements.
        "วันนี้เงินเดือนออกแล้ว เย้",
        "ผมเป็น AM มาสามปีแล้วครับ",
        "เพื่อนเพิ่งได้งานเป็น data analyst ดีใจด้วย",
        "my account manager is so nice",
        "I just got promoted to project manager!",
        // Job ads.
        "📣 รับสมัคร Account Manager เงินเดือน 30,000-45,000 บาท สนใจส่ง resume มาที่ hr@example.com",
        "เปิดรับ Account Executive ประสบการณ์ 2 ปี ทำงานที่อโศก ติดต่อ 081-234-5678",
        "We are hiring! Data Analyst, salary 60k, remote OK. Apply at https://example.com/jobs",
        "[HIRING] Account Manager | Bangkok | salary negotiable | send your CV",
        // Commands of other programs.
        "!play account manager salary",
        "/ask account manager salary",
        "?help account manager salary",
        "$balance account manager salary",
    ] {
        world.user("มานะ").says(&channel, chatter).await;
        let spoken = world.bot_messages(&channel);
        channel.stays_silent().await;
        assert!(spoken.is_empty(), "{chatter}");
    }
    world.other_bot("บอตอื่น").says(&channel, "AM ทำอะไรบ้าง").await;
    channel.webhook("ข่าว").says("AM ทำอะไรบ้าง").await;
    channel.stays_silent().await;
    world.finish();
}

#[tokio::test]
async fn many_reasons_to_answer_make_one_answer() {
    let world = open_world().await;
    let channel = world.channel("ถามตอบ");
    let _bot = Bot::listening(&world, &channel);
    let user = world.user("สมชาย");
    let first = user.says(&channel, "AM ทำอะไรบ้าง").await.reply().await;
    // A mention, in a reply to the bot, in an ask channel.
    let text = format!("<@{}> แล้วเงินเดือนล่ะ", world.bot_id());
    user.replies_to(&first, &text).await.reply().await;
    channel.stays_silent().await;
    world.finish();
}

#[tokio::test]
async fn a_person_who_asks_too_fast_is_told_once() {
    let world = world().await;
    let paces = Paces { person: pace(3), channel: pace(100), click: pace(100) };
    let _bot = Bot::start_with(engine(), Options { paces, ..options(&world) });
    let (channel, user) = (world.channel("ทั่วไป"), world.user("สมชาย"));
    for _ in 0..3 {
        let answer = user.mentions_bot(&channel, "AM ทำอะไรบ้าง").await.reply().await;
        assert!(!answer.embeds().is_empty(), "{}", answer.text());
    }
    let told = user.mentions_bot(&channel, "AM ทำอะไรบ้าง").await.reply().await;
    insta::assert_snapshot!(told.text(), @"ถามเร็วไปนิด พักสักครู่แล้วถามใหม่ได้เลย");
    user.mentions_bot(&channel, "AM ทำอะไรบ้าง").await;
    channel.stays_silent().await;
    let somebody = world.user("มานี").mentions_bot(&channel, "AM ทำอะไรบ้าง").await.reply().await;
    assert!(!somebody.embeds().is_empty(), "others are not held back");
    world.finish();
}

#[tokio::test]
async fn a_command_that_comes_too_fast_is_refused_privately() {
    let world = world().await;
    let paces = Paces { person: pace(1), channel: pace(100), click: pace(100) };
    let _bot = Bot::start_with(engine(), Options { paces, ..options(&world) });
    let (channel, user) = (world.channel("ทั่วไป"), world.user("Jane"));
    let asked = [("question", "AM salary"), ("share", "true")];
    user.slash(&channel, "ask", &asked).await.response().await;
    for _ in 0..2 {
        let told = user.slash(&channel, "ask", &asked).await.response().await;
        assert!(told.is_ephemeral());
        insta::allow_duplicates! {
            insta::assert_snapshot!(told.text(), @"That was a bit fast. Take a short break, then feel free to ask again");
        }
    }
    let names = user.autocompletes(&channel, "define", "term", "acc").await;
    assert!(!names.is_empty(), "completions are not counted");
    world.finish();
}

#[tokio::test]
async fn a_person_who_hammers_buttons_is_told_once_and_every_click_is_acknowledged() {
    const MESSAGE: u64 = 4;
    const NOTHING_CHANGES: u64 = 6;
    let world = world().await;
    let paces = Paces { person: pace(100), channel: pace(100), click: pace(2) };
    let _bot = Bot::start_with(engine(), Options { paces, ..options(&world) });
    let channel = world.channel("ทั่วไป");
    let answer = world.user("มานี").mentions_bot(&channel, "AM ทำอะไรบ้าง").await.reply().await;
    for (locale, sentence) in [
        ("th", "กดเร็วไปนิด รอสักครู่แล้วกดใหม่ได้เลย"),
        ("en-US", "That was a bit fast. Give it a moment, then click again"),
    ] {
        let hasty = world.user("สมชาย").locale(locale);
        for _ in 0..2 {
            let own = hasty.selects(&answer, &["account-manager:skills"]).await.response().await;
            assert!(!own.embeds().is_empty(), "{}", own.text());
        }
        let told = hasty.selects(&answer, &["account-manager:skills"]).await.response().await;
        assert!(told.is_ephemeral());
        assert_eq!(told.text(), sentence);
        for _ in 0..5 {
            // A forged id, a menu and a button alike.
            for click in [
                hasty.forges_click(&answer, "x").await,
                hasty.selects(&answer, &["account-manager:skills"]).await,
                hasty.clicks(&answer, "ลบคำตอบ").await,
            ] {
                assert_eq!(click.acknowledged().await, NOTHING_CHANGES);
            }
        }
        assert!(answer.stands());
        // Asking is another matter, and so is somebody else.
        hasty.mentions_bot(&channel, "AM ทำอะไรบ้าง").await.reply().await;
        let other = world.user("Jane").selects(&answer, &["account-manager:skills"]).await;
        assert_eq!(other.acknowledged().await, MESSAGE);
    }
    world.finish();
}

#[tokio::test]
async fn a_busy_ask_channel_falls_silent() {
    let world = open_world().await;
    let channel = world.channel("ถามตอบ");
    let paces = Paces { person: pace(100), channel: pace(2), click: pace(100) };
    let _bot =
        Bot::start_with(engine(), Options { paces, ask_channels: vec![channel.id], ..options(&world) });
    for _ in 0..2 {
        world.user("สมชาย").says(&channel, "AM ทำอะไรบ้าง").await.reply().await;
    }
    world.user("สมชาย").says(&channel, "AM ทำอะไรบ้าง").await;
    channel.stays_silent().await;
    world.user("สมชาย").mentions_bot(&channel, "AM ทำอะไรบ้าง").await.reply().await;
    world.finish();
}

#[tokio::test]
async fn a_thread_that_slept_is_looked_up_once() {
    let world = open_world().await;
    let forum = world.guild("ชุมชน").forum("ถามตอบ");
    let elsewhere = world.channel("ทั่วไป");
    let _bot = Bot::listening(&world, &forum);
    world.ready().await;
    let (inside, outside) = (forum.sleeping_thread("เก่า"), elsewhere.sleeping_thread("คุยเล่น"));
    let user = world.user("สมชาย");
    for _ in 0..3 {
        user.says(&inside, "AM ทำอะไรบ้าง").await.reply().await;
        user.says(&outside, "AM ทำอะไรบ้าง").await;
        outside.stays_silent().await;
    }
    assert_eq!(world.requests("GET", "/channels/*").len(), 2);
    world.finish();
}

#[tokio::test]
async fn a_forum_post_asks_with_its_title() {
    let world = open_world().await;
    let forum = world.guild("ชุมชน").forum("ถามตอบ");
    let _bot = Bot::listening(&world, &forum);
    let user = world.user("สมชาย");
    for (title, post, facet) in [
        ("อยากเป็น Account Manager", "เงินเดือนเท่าไหร่", "เงินเดือน"),
        ("Account Manager เงินเดือนเท่าไหร่", "รบกวนหน่อยนะ ขอบคุณล่วงหน้า", "เงินเดือน"),
        ("มีเรื่องรบกวน", "AM ทำอะไรบ้าง", "หน้าที่"),
    ] {
        let answer = user.posts(&forum, title, post).await.reply().await;
        assert!(
            answer.content().contains(&format!("ผู้จัดการดูแลลูกค้า · {facet}")),
            "{title}: {}",
            answer.content()
        );
    }
    let chat = user.posts(&forum, "แนะนำตัวครับ", "สวัสดีทุกคน ผมชื่อบอย").await;
    chat.channel().stays_silent().await;
    world.finish();
}

#[tokio::test]
async fn a_thread_of_a_post_is_answered_in_the_thread() {
    let world = open_world().await;
    let (_bot, user, post) = posted(&world).await;
    let answer = post.reply().await;
    assert_eq!(answer.channel().id, post.id);
    let next = user.says(&post.channel(), "แล้วต้องเรียนอะไร").await.reply().await;
    assert!(next.content().contains("คุณสมบัติ"), "{}", next.content());
    world.finish();
}

#[tokio::test]
async fn less_is_said_where_less_is_allowed() {
    let world = world().await;
    let _bot = Bot::start(&world);
    let user = world.user("สมชาย");
    for (denied, has_reference) in
        [(permissions::EMBED_LINKS, false), (permissions::READ_MESSAGE_HISTORY, false)]
    {
        let channel = world.channel("เข้มงวด");
        channel.deny(denied);
        user.mentions_bot(&channel, "AM ทำอะไรบ้าง").await;
        let answer = world.next_bot_message(&channel).await;
        assert!(answer.content().contains("ผู้จัดการดูแลลูกค้า · หน้าที่"), "{}", answer.text());
        assert_eq!(answer.replies_to().is_some(), has_reference);
        assert!(answer.embeds().is_empty());
        assert_eq!(answer.allowed_mentions().unwrap()["parse"], serde_json::json!([]));
    }
    world.finish();
}

#[tokio::test]
async fn what_is_forbidden_is_tried_twice_at_most() {
    let world = world().await;
    let _bot = Bot::start(&world);
    let user = world.user("สมชาย");
    let thread = world.channel("ทั่วไป").thread("ห้ามพิมพ์");
    thread.deny(permissions::SEND_MESSAGES_IN_THREADS);
    let hidden = world.channel("มองไม่เห็น");
    hidden.deny(permissions::VIEW_CHANNEL);
    for (place, attempts) in [(thread, 2), (hidden, 1)] {
        let route = format!("/channels/{}/messages", place.id);
        user.mentions_bot(&place, "AM ทำอะไรบ้าง").await;
        world.requested("POST", &route, attempts).await;
        place.stays_silent().await;
        assert_eq!(world.requests("POST", &route).len(), attempts);
    }
    world.finish();
}

#[tokio::test]
async fn who_asks_where_the_bot_may_not_write_is_told_privately() {
    let world = world().await;
    let _bot = Bot::start(&world);
    let muted = world.channel("อ่านอย่างเดียว");
    muted.mute_bot();
    for (question, told) in [
        ("AM ทำอะไรบ้าง", "แนะแนวยังไม่มีสิทธิ์พิมพ์ตอบใน # ถามตรงนี้ได้เลย หรือใช้ /ถาม ในห้องนั้นก็ได้ คำตอบจะเห็นคนเดียว"),
        (
            "What does an account manager do?",
            "Naenaew may not write in #. Feel free to ask right here, or use /ask there: its answer is for you alone",
        ),
    ] {
        let user = world.user("สมชาย");
        let before = world.requests("POST", "/users/@me/channels").len();
        for _ in 0..3 {
            user.mentions_bot(&muted, question).await;
            muted.stays_silent().await;
        }
        let note = world.next_bot_message(&user.dm_channel()).await;
        assert_eq!(note.text().replace(&format!("<#{}>", muted.id), "#"), told);
        assert_eq!(note.allowed_mentions().unwrap()["parse"], serde_json::json!([]));
        user.dm_channel().stays_silent().await;
        assert_eq!(world.requests("POST", "/users/@me/channels").len(), before + 1, "once is enough");
        // The command works there all the same.
        let own = user.slash(&muted, "ask", &[("question", question)]).await.response().await;
        assert!(own.is_ephemeral() && !own.embeds().is_empty());
    }
    // Whoever cannot be written to is left alone.
    world.fails(
        "POST",
        "/users/@me/channels",
        Refusal::new(403, 50_007, "Cannot send messages to this user"),
        1,
    );
    world.user("มานี").mentions_bot(&muted, "AM ทำอะไรบ้าง").await;
    muted.stays_silent().await;
    world.finish();
}

#[tokio::test]
async fn nobody_is_told_privately_about_what_was_only_overheard() {
    let world = open_world().await;
    let muted = world.channel("ถามตอบ");
    muted.mute_bot();
    let _bot = Bot::listening(&world, &muted);
    world.user("สมชาย").says(&muted, "AM ทำอะไรบ้าง").await;
    muted.stays_silent().await;
    assert!(world.requests("POST", "/users/@me/channels").is_empty());
    world.finish();
}

#[tokio::test]
async fn a_channel_that_is_gone_does_not_stop_the_bot() {
    let world = world().await;
    let _bot = Bot::start(&world);
    let (channel, user) = (world.channel("ทั่วไป"), world.user("สมชาย"));
    let route = format!("/channels/{}/messages", channel.id);
    world.fails("POST", &route, Refusal::unknown_channel(), 1);
    user.mentions_bot(&channel, "AM ทำอะไรบ้าง").await;
    world.settle().await;
    user.mentions_bot(&channel, "AM ทำอะไรบ้าง").await.reply().await;
    world.finish();
}

#[tokio::test]
async fn too_many_requests_are_waited_out_once() {
    let world = world().await;
    let _bot = Bot::start(&world);
    let (channel, user) = (world.channel("ทั่วไป"), world.user("สมชาย"));
    let route = format!("/channels/{}/messages", channel.id);
    world.fails("POST", &route, Refusal::rate_limited(0.5), 1);
    user.mentions_bot(&channel, "AM ทำอะไรบ้าง").await.reply().await;
    assert_eq!(world.requests("POST", &route).len(), 2);
    world.fails("POST", &route, Refusal::rate_limited(0.5), 9);
    user.mentions_bot(&channel, "AM เงินเดือน").await;
    let waited = async {
        while world.requests("POST", &route).len() < 4 {
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    };
    tokio::time::timeout(Duration::from_secs(10), waited).await.unwrap();
    channel.stays_silent().await;
    assert_eq!(world.requests("POST", &route).len(), 4, "then the answer is given up");
    world.finish();
}
