//! Replies follow their questions over a restart, and races end well.

use crate::running::{Bot, open_world, world};
use crate::support::{Channel, Posted, Refusal, User, World};

/// A question, its answer, and a bot that was started again since.
async fn restarted(world: &World) -> (Channel, User, Posted, Posted, Bot) {
    let bot = Bot::start(world);
    let (channel, user) = (world.channel("ทั่วไป"), world.user("สมชาย"));
    let question = user.mentions_bot(&channel, "AM ทำอะไรบ้าง").await;
    let answer = question.reply().await;
    bot.stop().await;
    let bot = Bot::start(world);
    world.identified(2).await;
    (channel, user, question, answer, bot)
}

#[tokio::test]
async fn an_edit_after_a_restart_changes_the_reply() {
    let world = world().await;
    let (channel, user, question, answer, _bot) = restarted(&world).await;
    for (count, text) in [(1, "account manager salary"), (2, "AM เงินเดือนเท่าไหร่")]
    {
        user.edits(&question, &format!("<@{}> {text}", world.bot_id())).await;
        answer.edited(count).await;
    }
    assert!(answer.content().contains("เงินเดือน"), "{}", answer.content());
    channel.stays_silent().await;
    assert_eq!(world.requests("GET", "/channels/*/messages").len(), 1, "found once, then remembered");
    world.finish();
}

#[tokio::test]
async fn an_edited_follow_up_keeps_its_subject_over_a_restart() {
    let world = world().await;
    let bot = Bot::start(&world);
    let (channel, user) = (world.channel("ทั่วไป"), world.user("สมชาย"));
    let first = user.mentions_bot(&channel, "AM ทำอะไรบ้าง").await.reply().await;
    let next = user.mentions_bot(&channel, "แล้วเงินเดือนล่ะ").await;
    let reply = user.replies_to(&first, "ต้องเรียนอะไร").await;
    let (asked_on, replied) = (next.reply().await, reply.reply().await);
    bot.stop().await;
    let _bot = Bot::start(&world);
    world.identified(2).await;
    user.edits(&next, &format!("<@{}> แล้วทักษะล่ะ", world.bot_id())).await;
    user.edits(&reply, &format!("<@{}> แล้วเงินเดือนเท่าไหร่", world.bot_id())).await;
    asked_on.edited(1).await;
    replied.edited(1).await;
    assert!(asked_on.content().contains("ผู้จัดการดูแลลูกค้า · ทักษะ"), "{}", asked_on.content());
    assert!(replied.content().contains("ผู้จัดการดูแลลูกค้า · เงินเดือน"), "{}", replied.content());
    world.finish();
}

#[tokio::test]
async fn a_deletion_after_a_restart_takes_the_reply_along() {
    let world = world().await;
    let (_, user, question, answer, _bot) = restarted(&world).await;
    user.deletes(&question).await;
    answer.deleted().await;
    world.finish();
}

#[tokio::test]
async fn a_direct_message_is_followed_after_a_restart() {
    let world = world().await;
    let bot = Bot::start(&world);
    let user = world.user("สมชาย");
    let (edited, deleted) = (user.dm("AM ทำอะไรบ้าง").await, user.dm("AM เงินเดือน").await);
    let (first, second) = (edited.reply().await, deleted.reply().await);
    bot.stop().await;
    let _bot = Bot::start(&world);
    world.identified(2).await;
    user.edits(&edited, "account manager salary").await;
    first.edited(1).await;
    user.deletes(&deleted).await;
    second.deleted().await;
    world.finish();
}

#[tokio::test]
async fn an_ask_channel_is_followed_after_a_restart() {
    let world = open_world().await;
    let channel = world.channel("ถามตอบ");
    let bot = Bot::listening(&world, &channel);
    let user = world.user("สมชาย");
    let question = user.says(&channel, "AM ทำอะไรบ้าง").await;
    let answer = question.reply().await;
    bot.stop().await;
    let _bot = Bot::listening(&world, &channel);
    world.identified(2).await;
    user.edits(&question, "เย็นนี้เตะบอลกันไหม").await;
    answer.deleted().await;
    world.finish();
}

#[tokio::test]
async fn what_was_never_answered_costs_one_look_and_nothing_else() {
    let world = world().await;
    let (channel, user) = (world.channel("ทั่วไป"), world.user("สมชาย"));
    let bot = Bot::start(&world);
    let chatter = user.says(&channel, "สวัสดี").await;
    let other = user.says(&channel, "หวัดดี").await;
    world.settle().await;
    bot.stop().await;
    let _bot = Bot::start(&world);
    world.identified(2).await;
    user.edits(&chatter, "สวัสดีตอนเช้า").await;
    user.deletes(&other).await;
    channel.stays_silent().await;
    assert_eq!(world.requests("GET", "/channels/*/messages").len(), 1, "the edit is nothing to the bot");
    // What came after the start is in memory: no more looks.
    let late = user.says(&channel, "555").await;
    user.deletes(&late).await;
    world.settle().await;
    assert_eq!(world.requests("GET", "/channels/*/messages").len(), 1);
    assert!(world.requests("DELETE", "/channels/*/messages/*").is_empty());
    world.finish();
}

#[tokio::test]
async fn a_channel_whose_history_is_closed_is_left_alone() {
    let world = world().await;
    let (channel, user, question, answer, _bot) = restarted(&world).await;
    world.fails("GET", "/channels/*/messages", Refusal::missing_permissions(), 1);
    user.edits(&question, &format!("<@{}> account manager salary", world.bot_id())).await;
    channel.stays_silent().await;
    assert_eq!(answer.edits(), 0);
    world.finish();
}

#[tokio::test]
async fn a_message_that_is_told_twice_gets_one_reply() {
    let world = world().await;
    let _bot = Bot::start(&world);
    let (channel, user) = (world.channel("ทั่วไป"), world.user("สมชาย"));
    let question = user.mentions_bot(&channel, "AM ทำอะไรบ้าง").await;
    world.repeats(&question);
    question.reply().await;
    world.repeats(&question);
    channel.stays_silent().await;
    world.finish();
}

#[tokio::test]
async fn an_edit_while_the_answer_is_under_way_changes_it() {
    let world = world().await;
    let _bot = Bot::start(&world);
    let (channel, user) = (world.channel("ทั่วไป"), world.user("สมชาย"));
    world.holds("POST", "/channels/*/messages");
    let question = user.mentions_bot(&channel, "AM ทำอะไรบ้าง").await;
    world.held(1).await;
    user.edits(&question, &format!("<@{}> account manager salary", world.bot_id())).await;
    world.all_read().await;
    world.release();
    let answer = question.reply().await;
    answer.edited(1).await;
    assert!(answer.content().contains("Account Manager · Salary"), "{}", answer.content());
    channel.stays_silent().await;
    world.finish();
}

#[tokio::test]
async fn a_deletion_while_the_answer_is_under_way_takes_it_back() {
    let world = world().await;
    let _bot = Bot::start(&world);
    let (channel, user) = (world.channel("ทั่วไป"), world.user("สมชาย"));
    world.holds("POST", "/channels/*/messages");
    let question = user.mentions_bot(&channel, "AM ทำอะไรบ้าง").await;
    world.held(1).await;
    user.deletes(&question).await;
    world.all_read().await;
    world.release();
    let answer = world.next_bot_message(&channel).await;
    answer.deleted().await;
    world.finish();
}

#[tokio::test]
async fn a_deletion_that_overtakes_its_question_leaves_no_answer() {
    let world = open_world().await;
    let forum = world.guild("ชุมชน").forum("ถามตอบ");
    let _bot = Bot::listening(&world, &forum);
    world.ready().await;
    let thread = forum.sleeping_thread("เก่า");
    let user = world.user("สมชาย");
    // Where the thread belongs has to be looked up first; meanwhile the question is deleted.
    world.holds("GET", "/channels/*");
    let question = user.says(&thread, "AM ทำอะไรบ้าง").await;
    world.held(1).await;
    user.deletes(&question).await;
    // A round trip through the bot: the deletion has been handled.
    user.dm("AM ทำอะไรบ้าง").await.reply().await;
    user.dm("AM เงินเดือน").await.reply().await;
    world.release();
    thread.stays_silent().await;
    world.finish();
}
