//! The reply follows its question.

use crate::running::{Bot, open_world, world};
use crate::support::Refusal;

#[tokio::test]
async fn an_edited_question_changes_its_reply() {
    let world = world().await;
    let _bot = Bot::start(&world);
    let (channel, user) = (world.channel("ทั่วไป"), world.user("สมชาย"));
    let question = user.mentions_bot(&channel, "AM ทำอะไรบ้าง").await;
    let answer = question.reply().await;
    user.edits(&question, &format!("<@{}> account manager salary", world.bot_id())).await;
    answer.edited(1).await;
    assert!(answer.content().contains("Account Manager · Salary"), "{}", answer.content());
    user.edits(&question, &format!("<@{}> เงินเดือนแอร์โฮสเตส", world.bot_id())).await;
    answer.edited(2).await;
    assert!(answer.embeds().is_empty(), "what stood there before is gone: {}", answer.text());
    channel.stays_silent().await;
    world.finish();
}

#[tokio::test]
async fn the_same_text_changes_nothing() {
    let world = world().await;
    let _bot = Bot::start(&world);
    let (channel, user) = (world.channel("ทั่วไป"), world.user("สมชาย"));
    let question = user.mentions_bot(&channel, "AM ทำอะไรบ้าง").await;
    let answer = question.reply().await;
    user.edits(&question, &question.content()).await;
    world.settle().await;
    assert_eq!(answer.edits(), 0);
    world.finish();
}

#[tokio::test]
async fn a_deleted_question_takes_its_reply_along() {
    let world = world().await;
    let _bot = Bot::start(&world);
    let (channel, user) = (world.channel("ทั่วไป"), world.user("สมชาย"));
    let question = user.mentions_bot(&channel, "AM ทำอะไรบ้าง").await;
    let answer = question.reply().await;
    user.deletes(&question).await;
    answer.deleted().await;
    world.finish();
}

#[tokio::test]
async fn deleting_what_was_never_answered_does_nothing() {
    let world = world().await;
    let _bot = Bot::start(&world);
    let (channel, user) = (world.channel("ทั่วไป"), world.user("สมชาย"));
    let chatter = user.says(&channel, "สวัสดี").await;
    user.deletes(&chatter).await;
    world.settle().await;
    assert!(world.requests("DELETE", "/channels/*/messages/*").is_empty());
    world.finish();
}

#[tokio::test]
async fn an_edit_in_an_ask_channel_may_take_the_reply_back_and_bring_it_again() {
    let world = open_world().await;
    let channel = world.channel("ถามตอบ");
    let _bot = Bot::listening(&world, &channel);
    let user = world.user("สมชาย");
    let question = user.says(&channel, "AM ทำอะไรบ้าง").await;
    let answer = question.reply().await;
    user.edits(&question, "เย็นนี้เตะบอลกันไหม").await;
    answer.deleted().await;
    user.edits(&question, "account manager salary").await;
    let again = world.next_bot_message(&channel).await;
    assert_eq!(again.replies_to(), Some(question.id));
    world.finish();
}

#[tokio::test]
async fn a_reply_that_was_deleted_does_not_come_back() {
    let world = world().await;
    let _bot = Bot::start(&world);
    let (channel, user) = (world.channel("ทั่วไป"), world.user("สมชาย"));
    let question = user.mentions_bot(&channel, "AM ทำอะไรบ้าง").await;
    let answer = question.reply().await;
    user.clicks(&answer, "ลบคำตอบ").await;
    answer.deleted().await;
    for text in ["account manager salary", "AM เงินเดือน"] {
        user.edits(&question, &format!("<@{}> {text}", world.bot_id())).await;
    }
    channel.stays_silent().await;
    user.deletes(&question).await;
    world.settle().await;
    world.finish();
}

#[tokio::test]
async fn an_edit_that_meets_a_limit_is_tried_once_more() {
    let world = world().await;
    let _bot = Bot::start(&world);
    let (channel, user) = (world.channel("ทั่วไป"), world.user("สมชาย"));
    let question = user.mentions_bot(&channel, "AM ทำอะไรบ้าง").await;
    let answer = question.reply().await;
    let route = "/channels/*/messages/*";
    world.fails("PATCH", route, Refusal::rate_limited(0.5), 1);
    user.edits(&question, &format!("<@{}> account manager salary", world.bot_id())).await;
    answer.edited(1).await;
    assert_eq!(world.requests("PATCH", route).len(), 2);
    let before = answer.text();
    world.fails("PATCH", route, Refusal::rate_limited(0.5), 9);
    user.edits(&question, &format!("<@{}> account manager skills", world.bot_id())).await;
    world.requested("PATCH", route, 4).await;
    world.settle().await;
    assert_eq!(world.requests("PATCH", route).len(), 4, "then the edit is given up");
    assert_eq!(answer.text(), before);
    world.finish();
}

#[tokio::test]
async fn a_failed_reply_is_tried_again_by_the_next_edit() {
    let world = world().await;
    let _bot = Bot::start(&world);
    let (channel, user) = (world.channel("ทั่วไป"), world.user("สมชาย"));
    let route = format!("/channels/{}/messages", channel.id);
    world.fails("POST", &route, Refusal::server_error(), 1);
    let question = user.mentions_bot(&channel, "AM ทำอะไรบ้าง").await;
    channel.stays_silent().await;
    user.edits(&question, &format!("<@{}> account manager salary", world.bot_id())).await;
    question.reply().await;
    world.finish();
}

#[tokio::test]
async fn an_edited_forum_post_keeps_its_title() {
    let world = open_world().await;
    let forum = world.guild("ชุมชน").forum("ถามตอบ");
    let _bot = Bot::listening(&world, &forum);
    let user = world.user("สมชาย");
    let post = user.posts(&forum, "อยากเป็น Account Manager", "เงินเดือนเท่าไหร่").await;
    let answer = post.reply().await;
    user.edits(&post, "ต้องเรียนอะไร").await;
    answer.edited(1).await;
    assert!(answer.content().contains("ผู้จัดการดูแลลูกค้า · คุณสมบัติ"), "{}", answer.content());
    world.finish();
}
