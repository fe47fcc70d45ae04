//! What people do in Discord arrives at a real bot, and what it does comes back.

use serenity::all::GatewayIntents;

use crate::{
    bot::{Habits, start, start_with},
    support::{Refusal, World, WorldOptions},
    world,
};

#[tokio::test]
async fn a_mention_is_answered_as_a_reply() {
    let world = world().await;
    let bot = start(&world).await;
    let channel = world.channel("ทั่วไป");
    let asked = world.user("สมชาย").mentions_bot(&channel, "สวัสดี").await;
    let answer = asked.reply().await;
    assert_eq!(answer.content(), "ได้ยินว่า: สวัสดี");
    assert_eq!(answer.replies_to(), Some(asked.id));
    assert!(!answer.pings_replied_user());
    bot.stop().await;
    world.finish();
}

#[tokio::test]
async fn a_slash_command_and_its_buttons_work() {
    let world = world().await;
    let _bot = start(&world).await;
    let channel = world.channel("ทั่วไป");
    let user = world.user("สมชาย").locale("th");
    let answer = user.slash(&channel, "พูด", &[("text", "ฮัลโหล")]).await.response().await;
    assert_eq!(answer.content(), "ฮัลโหล");
    assert!(!answer.is_ephemeral());
    assert_eq!(answer.labels(), ["ลบ", "นับ"]);
    user.clicks(&answer, "นับ").await.response().await;
    assert_eq!(answer.content(), "ฮัลโหล!");
    user.clicks(&answer, "ลบ").await;
    answer.deleted().await;
    assert!(world.bot_messages(&channel).is_empty());
    world.finish();
}

#[tokio::test]
async fn autocompletion_gives_names_and_values() {
    let world = world().await;
    let _bot = start(&world).await;
    let channel = world.channel("ทั่วไป");
    let choices = world.user("สมชาย").autocompletes(&channel, "say", "text", "วัสดี").await;
    assert_eq!(choices, [("สวัสดี".to_owned(), "สวัสดี".to_owned())]);
    world.finish();
}

#[tokio::test]
async fn an_ephemeral_response_is_seen_by_one_alone() {
    let world = world().await;
    let _bot = start(&world).await;
    let channel = world.channel("ทั่วไป");
    let answer = world.user("Ann").slash(&channel, "whisper", &[("text", "psst")]).await.response().await;
    assert!(answer.is_ephemeral());
    assert!(world.bot_messages(&channel).is_empty());
    channel.stays_silent().await;
    world.finish();
}

#[tokio::test]
async fn the_first_followup_fills_a_deferred_response() {
    let world = world().await;
    let _bot = start(&world).await;
    let slowly = world.user("Ann").slash(&world.channel("general"), "slowly", &[]).await;
    assert_eq!(slowly.acknowledged().await, 5);
    let answer = slowly.response().await;
    assert_eq!(answer.content(), "first");
    assert!(answer.is_ephemeral(), "the deferral fixed that");
    assert_eq!(slowly.followup(1).await.content(), "second");
    world.finish();
}

#[tokio::test]
async fn an_unknown_button_gets_a_private_answer() {
    let world = world().await;
    let _bot = start(&world).await;
    let user = world.user("สมชาย");
    let answer = user.dm("หวัดดี").await.reply().await;
    let click = user.forges_click(&answer, "v0:gone").await;
    assert_eq!(click.response().await.content(), "ปุ่มนี้เก่าแล้ว");
    assert!(click.followup(0).await.is_ephemeral());
    world.finish();
}

#[tokio::test]
async fn edits_and_deletions_reach_the_bot() {
    let world = world().await;
    let _bot = start(&world).await;
    let user = world.user("สมชาย");
    let asked = user.dm("หนึ่ง").await;
    let answer = asked.reply().await;
    user.edits(&asked, "สอง").await;
    assert_eq!(answer.edited(1).await.content(), "ได้ยินว่า: สอง");
    user.deletes(&asked).await;
    answer.deleted().await;
    assert!(!answer.stands());
    world.finish();
}

#[tokio::test]
async fn a_message_command_gets_the_content_without_the_intent() {
    let world = world().await;
    let _bot = start(&world).await;
    let channel = world.channel("ทั่วไป");
    let message = world.user("สมชาย").says(&channel, "ความลับ").await;
    let quoted = world.user("สมหญิง").message_command("Quote this", &message).await.response().await;
    assert_eq!(quoted.content(), "> ความลับ");
    world.finish();
}

#[tokio::test]
async fn every_kind_of_channel_can_be_talked_in() {
    let world = world().await;
    let _bot = start(&world).await;
    let guild = world.guild("กิลด์");
    let user = world.user("สมชาย");
    let text = guild.channel("text");
    for channel in [
        text.thread("thread"),
        text,
        guild.voice("voice"),
        guild.announcements("news"),
        guild.forum("forum").thread("post"),
        user.dm_channel(),
    ] {
        assert_eq!(user.mentions_bot(&channel, "สวัสดี").await.reply().await.content(), "ได้ยินว่า: สวัสดี");
    }
    world.finish();
}

#[tokio::test]
async fn chatter_bots_and_webhooks_are_met_with_silence() {
    let world = world().await;
    let _bot = start(&world).await;
    let channel = world.channel("ทั่วไป");
    world.user("สมชาย").says(&channel, "คุยกันเฉยๆ").await;
    world.other_bot("MEE6").mentions_bot(&channel, "beep").await;
    channel.webhook("GitHub").says("echo push").await;
    channel.welcomes(&world.user("คนใหม่"));
    channel.stays_silent().await;
    world.finish();
}

#[tokio::test]
#[should_panic(expected = "the bot should have been silent")]
async fn silence_that_is_broken_fails_the_test() {
    let world = world().await;
    let _bot = start(&world).await;
    let channel = world.channel("ทั่วไป");
    world.user("สมชาย").mentions_bot(&channel, "สวัสดี").await;
    channel.stays_silent().await;
}

#[tokio::test]
async fn without_the_intent_only_what_is_for_the_bot_has_content() {
    let world = world().await;
    let _bot = start(&world).await;
    let channel = world.channel("ทั่วไป");
    let user = world.user("สมชาย");
    user.says(&channel, "echo hello").await;
    channel.stays_silent().await;
    let answer = user.mentions_bot(&channel, "echo hello").await.reply().await;
    assert_eq!(answer.content(), "ได้ยินว่า: echo hello");
    let loud = user.replies_to(&answer, "echo loud").await.reply().await;
    assert_eq!(loud.content(), "ได้ยินว่า: echo loud");
    user.replies_quietly_to(&answer, "echo quiet").await;
    channel.stays_silent().await;
    world.finish();
}

#[tokio::test]
async fn with_the_intent_everything_has_content() {
    let world = World::start(WorldOptions { grants_message_content: true, ..WorldOptions::default() }).await;
    let intents = Habits::default().intents | GatewayIntents::MESSAGE_CONTENT;
    let _bot = start_with(&world, Habits { intents, ..Habits::default() }).await;
    let channel = world.channel("ทั่วไป");
    let asked = world.user("สมชาย").says(&channel, "echo hello").await;
    assert_eq!(asked.reply().await.content(), "ได้ยินว่า: echo hello");
    assert_eq!(world.intents(), intents.bits());
    world.finish();
}

#[tokio::test]
async fn events_the_bot_did_not_ask_for_are_not_sent() {
    let world = world().await;
    let intents = GatewayIntents::DIRECT_MESSAGES;
    let _bot = start_with(&world, Habits { intents, ..Habits::default() }).await;
    let channel = world.channel("ทั่วไป");
    world.user("สมชาย").mentions_bot(&channel, "สวัสดี").await;
    channel.stays_silent().await;
    world.finish();
}

#[tokio::test]
async fn injected_failures_and_missing_permissions_reach_the_bot() {
    let world = world().await;
    let _bot = start(&world).await;
    let channel = world.channel("ทั่วไป");
    let user = world.user("สมชาย");
    world.settle().await;
    world.fails("POST", &format!("/channels/{}/messages", channel.id), Refusal::rate_limited(0.5), 1);
    user.mentions_bot(&channel, "หนึ่ง").await;
    channel.stays_silent().await;
    assert_eq!(user.mentions_bot(&channel, "สอง").await.reply().await.content(), "ได้ยินว่า: สอง");
    channel.mute_bot();
    user.mentions_bot(&channel, "สาม").await;
    channel.stays_silent().await;
    assert_eq!(world.requests("POST", &format!("/channels/{}/messages", channel.id)).len(), 3);
    world.finish();
}
