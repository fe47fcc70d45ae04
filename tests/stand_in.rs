//! The Discord stand-in itself: a small serenity and poise bot lives in it, and every kind of mistake is caught.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod stand_in_bot;
mod support;

use stand_in_bot::start;
use support::{World, WorldOptions};

async fn world() -> World {
    World::start(WorldOptions::default()).await
}

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
async fn a_slash_command_and_its_button_work() {
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
    world.finish();
}
