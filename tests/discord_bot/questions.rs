//! Messages that are for the bot, and messages that are not.

use crate::running::{Bot, open_world, world};
use crate::support::{Posted, World};

/// The headline of an answer, above its text.
#[track_caller]
fn assert_answers(message: &Posted, headline: &str) {
    assert!(message.content().contains(&format!("**{headline}**")), "{}", message.content());
}

/// Asks in a channel by a mention, and gives the reply.
async fn ask(world: &World, question: &str) -> Posted {
    let channel = world.channel("ทั่วไป");
    world.user("สมชาย").mentions_bot(&channel, question).await.reply().await
}

#[tokio::test]
async fn a_mention_is_answered_by_a_reply_that_pings_nobody() {
    let world = world().await;
    let bot = Bot::start(&world);
    let channel = world.channel("ทั่วไป");
    let question = world.user("สมชาย").mentions_bot(&channel, "AM ทำอะไรบ้าง").await;
    let answer = question.reply().await;
    assert_answers(&answer, "ผู้จัดการดูแลลูกค้า · หน้าที่");
    assert_eq!(answer.replies_to(), Some(question.id));
    assert!(!answer.pings_replied_user());
    assert_eq!(answer.allowed_mentions().unwrap()["parse"], serde_json::json!([]));
    bot.stop().await;
    world.finish();
}

#[tokio::test]
async fn an_english_question_gets_an_english_answer() {
    let world = world().await;
    let _bot = Bot::start(&world);
    let answer = ask(&world, "What does an account manager do?").await;
    assert!(answer.content().contains("Last reviewed"), "{}", answer.content());
    assert_eq!(answer.embeds()[0]["title"], "Sources");
    assert_eq!(answer.labels().last().unwrap(), "Delete answer");
    world.finish();
}

#[tokio::test]
async fn an_answer_names_its_source_and_when_it_was_reviewed() {
    let world = world().await;
    let _bot = Bot::start(&world);
    let answer = ask(&world, "account manager เงินเดือนเท่าไหร่").await;
    assert!(answer.content().contains("ตรวจทานล่าสุด"), "{}", answer.content());
    let embed = &answer.embeds()[0];
    assert_eq!(embed["title"], "ที่มา");
    assert!(embed["description"].as_str().unwrap().contains("](https://www.bls.gov/"), "{embed}");
    world.finish();
}

#[tokio::test]
async fn a_direct_message_is_answered() {
    let world = world().await;
    let _bot = Bot::start(&world);
    let user = world.user("สมหญิง");
    let answer = user.dm("AM ทำอะไรบ้าง").await.reply().await;
    assert_answers(&answer, "ผู้จัดการดูแลลูกค้า · หน้าที่");
    world.finish();
}

#[tokio::test]
async fn a_reply_to_an_answer_asks_on_about_the_same_role() {
    let world = world().await;
    let _bot = Bot::start(&world);
    let first = ask(&world, "AM ทำอะไรบ้าง").await;
    // Somebody else: what counts is the answer that is replied to.
    let second = world.user("มานี").replies_to(&first, "แล้วเงินเดือนล่ะ").await.reply().await;
    assert_answers(&second, "ผู้จัดการดูแลลูกค้า · เงินเดือน");
    world.finish();
}

#[tokio::test]
async fn the_replied_to_answer_counts_after_a_restart() {
    let world = world().await;
    let bot = Bot::start(&world);
    let first = ask(&world, "AM ทำอะไรบ้าง").await;
    bot.stop().await;
    let _bot = Bot::start(&world);
    world.identified(2).await;
    let second = world.user("มานี").replies_to(&first, "แล้วเงินเดือนล่ะ").await.reply().await;
    assert_answers(&second, "ผู้จัดการดูแลลูกค้า · เงินเดือน");
    world.finish();
}

#[tokio::test]
async fn a_persons_last_answer_in_the_channel_is_asked_on_about() {
    let world = world().await;
    let _bot = Bot::start(&world);
    let (channel, user) = (world.channel("ทั่วไป"), world.user("สมชาย"));
    user.mentions_bot(&channel, "What does an account manager do?").await.reply().await;
    let follow_up = user.mentions_bot(&channel, "แล้วเงินเดือนล่ะ").await.reply().await;
    assert_answers(&follow_up, "ผู้จัดการดูแลลูกค้า · เงินเดือน");
    let elsewhere = user.mentions_bot(&world.channel("อื่น ๆ"), "แล้วเงินเดือนล่ะ").await.reply().await;
    assert!(elsewhere.embeds().is_empty(), "another channel is another conversation: {}", elsewhere.text());
    let somebody = world.user("มานี").mentions_bot(&channel, "แล้วเงินเดือนล่ะ").await.reply().await;
    assert!(somebody.embeds().is_empty(), "and so is another person's: {}", somebody.text());
    world.finish();
}

#[tokio::test]
async fn what_nothing_answers_gets_an_honest_no_with_topics() {
    let world = world().await;
    let _bot = Bot::start(&world);
    let reply = ask(&world, "เงินเดือนแอร์โฮสเตส").await;
    assert!(reply.content().starts_with("ขออภัย เรื่องนี้ยังไม่มีคำตอบ"), "{}", reply.content());
    assert!(reply.buttons().len() > 1, "{}", reply.text());
    world.finish();
}

#[tokio::test]
async fn an_unclear_question_gets_an_offer() {
    let world = world().await;
    let _bot = Bot::start(&world);
    let offer = ask(&world, "ผู้จัดการบัญชี").await;
    assert_eq!(offer.content(), "หมายถึงเรื่องไหน เลือกได้เลย");
    let choices = offer.buttons().len() - 2;
    assert!((2..=5).contains(&choices), "{}", offer.text());
    assert_eq!(offer.labels()[choices..], ["ไม่ใช่สักข้อ", "ลบคำตอบ"]);
    world.finish();
}

#[tokio::test]
async fn a_mention_without_a_question_gets_a_short_help() {
    let world = world().await;
    let _bot = Bot::start(&world);
    let help = ask(&world, "").await;
    assert!(help.content().contains("Account Manager ทำอะไรบ้าง"), "{}", help.content());
    assert!(help.content().contains("What does an account manager do?"));
    world.finish();
}

#[tokio::test]
async fn another_keyboard_layout_is_understood_and_said() {
    let world = world().await;
    let _bot = Bot::start(&world);
    let answer = ask(&world, "ฟแแนีืะ ทฟืฟเำพ หฟสฟพั").await;
    assert!(answer.content().starts_with("-# Read as “account manager salary”"), "{}", answer.content());
    world.finish();
}

#[tokio::test]
async fn without_the_intent_mentions_and_replies_work_and_chatter_is_ignored() {
    const MESSAGE_CONTENT: u64 = 1 << 15;
    let world = world().await;
    let _bot = Bot::start(&world);
    let (channel, user) = (world.channel("ทั่วไป"), world.user("สมชาย"));
    user.says(&channel, "AM ทำอะไรบ้าง").await;
    channel.stays_silent().await;
    user.mentions_bot(&channel, "AM ทำอะไรบ้าง").await.reply().await;
    assert_eq!(world.intents() & MESSAGE_CONTENT, 0);
    world.finish();
}

#[tokio::test]
async fn a_reply_whose_text_is_hidden_says_how_to_be_read() {
    let world = world().await;
    let _bot = Bot::start(&world);
    let answer = ask(&world, "AM ทำอะไรบ้าง").await;
    let reply = world.user("มานี").replies_quietly_to(&answer, "แล้วเงินเดือนล่ะ").await.reply().await;
    assert!(reply.content().contains("can't be read"), "{}", reply.content());
    world.finish();
}

#[tokio::test]
async fn with_the_intent_a_quiet_reply_is_answered() {
    let world = open_world().await;
    let channel = world.channel("ถามตอบ");
    let _bot = Bot::listening(&world, &channel);
    let answer = ask(&world, "AM ทำอะไรบ้าง").await;
    let reply = world.user("มานี").replies_quietly_to(&answer, "แล้วเงินเดือนล่ะ").await.reply().await;
    assert_answers(&reply, "ผู้จัดการดูแลลูกค้า · เงินเดือน");
    world.finish();
}

#[tokio::test]
async fn an_ask_channel_answers_questions_and_lets_people_chat() {
    let world = open_world().await;
    let channel = world.channel("ถามตอบ");
    let _bot = Bot::listening(&world, &channel);
    let user = world.user("สมชาย");
    let answer = user.says(&channel, "AM ทำอะไรบ้าง").await.reply().await;
    assert_answers(&answer, "ผู้จัดการดูแลลูกค้า · หน้าที่");
    let english = user.says(&channel, "how much does a credit risk analyst earn").await.reply().await;
    assert_answers(&english, "Credit Risk Analyst · Salary");
    for chatter in ["เย็นนี้เตะบอลกันไหม", "555", "ขอบคุณครับ", "เงินเดือนแอร์โฮสเตส", "good morning", "👍"]
    {
        world.user("มานะ").says(&channel, chatter).await;
    }
    channel.stays_silent().await;
    world.user("มานี").says(&world.channel("ทั่วไป"), "AM ทำอะไรบ้าง").await;
    world.channel("ทั่วไป").stays_silent().await;
    world.finish();
}

#[tokio::test]
async fn threads_of_an_ask_channel_and_posts_of_a_forum_are_listened_to() {
    let world = open_world().await;
    let forum = world.guild("ชุมชน").forum("ถามตอบ");
    let (before, elsewhere) = (forum.thread("ก่อนเริ่ม"), world.channel("ทั่วไป").thread("คุยเล่น"));
    let _bot = Bot::listening(&world, &forum);
    world.ready().await;
    let user = world.user("สมชาย");
    for thread in [before, forum.thread("หลังเริ่ม")] {
        world.settle().await;
        user.says(&thread, "AM ทำอะไรบ้าง").await.reply().await;
    }
    user.says(&elsewhere, "AM ทำอะไรบ้าง").await;
    elsewhere.stays_silent().await;
    world.finish();
}

#[tokio::test]
async fn programs_and_system_messages_are_ignored() {
    let world = open_world().await;
    let channel = world.channel("ถามตอบ");
    let _bot = Bot::listening(&world, &channel);
    world.other_bot("บอตอื่น").says(&channel, "AM ทำอะไรบ้าง").await;
    world.other_bot("บอตอื่น").mentions_bot(&channel, "AM ทำอะไรบ้าง").await;
    channel.webhook("ข่าว").says("AM ทำอะไรบ้าง").await;
    channel.welcomes(&world.user("คนใหม่"));
    channel.stays_silent().await;
    world.finish();
}

#[tokio::test]
async fn a_thread_is_a_channel_like_any_other() {
    let world = world().await;
    let _bot = Bot::start(&world);
    let thread = world.channel("ทั่วไป").thread("อาชีพ");
    let answer = world.user("สมชาย").mentions_bot(&thread, "AM ทำอะไรบ้าง").await.reply().await;
    assert_answers(&answer, "ผู้จัดการดูแลลูกค้า · หน้าที่");
    world.finish();
}

#[tokio::test]
async fn a_channel_in_which_it_may_not_write_does_not_stop_the_bot() {
    let world = world().await;
    let _bot = Bot::start(&world);
    let quiet = world.channel("อ่านอย่างเดียว");
    quiet.mute_bot();
    world.user("สมชาย").mentions_bot(&quiet, "AM ทำอะไรบ้าง").await;
    quiet.stays_silent().await;
    ask(&world, "AM ทำอะไรบ้าง").await;
    world.finish();
}
