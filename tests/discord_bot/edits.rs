//! The reply follows its question.

use std::num::NonZeroU32;
use std::time::Duration;

use naenaew::discord::{Options, Pace, Paces};

use crate::running::{Bot, engine, open_world, options, posted, world};
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
async fn many_questions_deleted_at_once_take_their_replies_along() {
    let world = world().await;
    let _bot = Bot::start(&world);
    let (channel, user, moderator) =
        (world.channel("ทั่วไป"), world.user("สมชาย"), world.user("มานี").moderator());
    let first = user.mentions_bot(&channel, "AM ทำอะไรบ้าง").await;
    let second = user.mentions_bot(&channel, "AM เงินเดือน").await;
    let kept = user.mentions_bot(&channel, "AM ต้องเรียนอะไร").await;
    let chatter = user.says(&channel, "สวัสดี").await;
    let replies = [first.reply().await, second.reply().await, kept.reply().await];
    // One reply that cannot be deleted leaves the others to be deleted still.
    world.fails("DELETE", &format!("/channels/*/messages/{}", replies[0].id), Refusal::server_error(), 9);
    moderator.purges(&[&first, &chatter, &second]).await;
    replies[1].deleted().await;
    world.settle().await;
    assert_eq!(
        world.bot_messages(&channel).len(),
        2,
        "the one that failed, and the one that was not deleted"
    );
    world.finish();
}

#[tokio::test]
async fn a_message_that_becomes_a_question_is_answered() {
    let world = open_world().await;
    let channel = world.channel("ถามตอบ");
    let _bot = Bot::listening(&world, &channel);
    let (elsewhere, user) = (world.channel("ทั่วไป"), world.user("สมชาย"));
    // Sent too early, or with a slip that nothing could be made of.
    let overheard = user.says(&channel, "เงิน").await;
    channel.stays_silent().await;
    user.edits(&overheard, "account manager เงินเดือนเท่าไหร่").await;
    let answer = overheard.reply().await;
    assert!(answer.content().contains("เงินเดือน"), "{}", answer.content());
    user.edits(&overheard, "account manager ต้องเรียนอะไร").await;
    answer.edited(1).await;
    // A mention that was forgotten.
    let called = user.says(&elsewhere, "AM ทำอะไรบ้าง").await;
    elsewhere.stays_silent().await;
    user.edits(&called, &format!("<@{}> AM ทำอะไรบ้าง", world.bot_id())).await;
    called.reply().await;
    // Chatter that stays chatter, and a preview that Discord adds.
    let chatter = user.says(&channel, "เย็นนี้เตะบอลกัน").await;
    user.edits(&chatter, "เย็นนี้เตะบอลกันนะ").await;
    chatter.unfurls("https://example.org").await;
    channel.stays_silent().await;
    world.finish();
}

#[tokio::test]
async fn a_message_of_long_ago_does_not_become_a_question() {
    let world = open_world().await;
    let channel = world.channel("ถามตอบ");
    let _bot = Bot::listening(&world, &channel);
    let user = world.user("สมชาย");
    let chatter = user.says(&channel, "เงิน").await;
    world.settle().await;
    world.passes(Duration::from_secs(11 * 60));
    user.edits(&chatter, "account manager เงินเดือนเท่าไหร่").await;
    channel.stays_silent().await;
    world.finish();
}

#[tokio::test]
async fn what_privacy_made_forgotten_is_not_answered_twice() {
    let world = world().await;
    let _bot = Bot::start(&world);
    let (channel, user) = (world.channel("ทั่วไป"), world.user("สมชาย").locale("th"));
    let question = user.mentions_bot(&channel, "AM ทำอะไรบ้าง").await;
    let answer = question.reply().await;
    let told = user.slash(&channel, "privacy", &[]).await.response().await;
    user.clicks(&told, "ลบทั้งหมด").await.response().await;
    user.edits(&question, &format!("<@{}> account manager salary", world.bot_id())).await;
    channel.stays_silent().await;
    assert_eq!(answer.edits(), 0);
    world.finish();
}

#[tokio::test]
async fn an_edit_that_comes_too_fast_waits_and_the_newest_is_answered() {
    let world = world().await;
    let person = Pace::new(NonZeroU32::MIN, Duration::from_millis(300));
    let paces = Paces { person, ..options(&world).paces };
    let _bot = Bot::start_with(engine(), Options { paces, ..options(&world) });
    let (channel, user) = (world.channel("ทั่วไป"), world.user("สมชาย"));
    let question = user.mentions_bot(&channel, "AM ทำอะไรบ้าง").await;
    let answer = question.reply().await;
    for text in ["account manager skills", "AM ต้องเรียนอะไร", "account manager salary"]
    {
        user.edits(&question, &format!("<@{}> {text}", world.bot_id())).await;
    }
    answer.edited(1).await;
    world.settle().await;
    assert!(answer.content().contains("Account Manager · Salary"), "{}", answer.content());
    assert_eq!(answer.edits(), 1, "those between are not worth a request");
    world.finish();
}

#[tokio::test]
async fn an_edit_where_less_is_allowed_says_less() {
    let world = world().await;
    let _bot = Bot::start(&world);
    let (channel, user) = (world.channel("ทั่วไป"), world.user("สมชาย"));
    let question = user.mentions_bot(&channel, "AM ทำอะไรบ้าง").await;
    let answer = question.reply().await;
    world.fails("PATCH", "/channels/*/messages/*", Refusal::missing_permissions(), 1);
    user.edits(&question, &format!("<@{}> account manager salary", world.bot_id())).await;
    answer.edited(1).await;
    assert!(answer.content().contains("Account Manager · Salary"), "{}", answer.content());
    assert!(answer.embeds().is_empty());
    assert_eq!(world.requests("PATCH", "/channels/*/messages/*").len(), 2);
    world.finish();
}

#[tokio::test]
async fn an_edited_forum_post_keeps_its_title() {
    let world = open_world().await;
    let (_bot, user, post) = posted(&world).await;
    let answer = post.reply().await;
    user.edits(&post, "ต้องเรียนอะไร").await;
    answer.edited(1).await;
    assert!(answer.content().contains("ผู้จัดการดูแลลูกค้า · คุณสมบัติ"), "{}", answer.content());
    world.finish();
}
