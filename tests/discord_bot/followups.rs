//! Questions that go on from an answer, in Thai and in English.

use crate::running::{Bot, world};
use crate::support::Posted;

/// What follows "What does an account manager do?", and the headline of its answer.
const FOLLOW_UPS: [(&str, &str); 8] = [
    ("แล้วเงินเดือนล่ะ", "ผู้จัดการดูแลลูกค้า · เงินเดือน"),
    ("ต้องเรียนอะไร", "ผู้จัดการดูแลลูกค้า · คุณสมบัติ"),
    // Whose section it is matters less than that it tells the two apart.
    ("ต่างจาก AE ยังไง", " · ความต่าง"),
    ("แล้วทักษะล่ะ", "ผู้จัดการดูแลลูกค้า · ทักษะ"),
    ("what about salary", "Account Manager · Salary"),
    ("and the skills?", "Account Manager · Skills"),
    ("what do I need to study", "Account Manager · Qualifications"),
    ("how is it different from an account executive", " · Differences"),
];

#[track_caller]
fn assert_answers(question: &str, answer: &Posted, headline: &str) {
    let (title, facet) = headline.split_once(" · ").unwrap();
    let shown = answer.content().lines().next().unwrap_or_default().to_owned();
    assert!(shown.contains(title) && shown.contains(facet), "{question}: {}", answer.text());
    if title.is_empty() {
        let text = answer.text();
        assert!(text.contains("Account Manager") && text.contains("Account Executive"), "{question}: {text}");
    }
}

#[tokio::test]
async fn the_persons_next_question_in_the_channel_is_about_the_same_role() {
    let world = world().await;
    let _bot = Bot::start(&world);
    let channel = world.channel("ทั่วไป");
    for (question, headline) in FOLLOW_UPS {
        let user = world.user("สมชาย");
        user.mentions_bot(&channel, "What does an account manager do?").await.reply().await;
        let answer = user.mentions_bot(&channel, question).await.reply().await;
        assert_answers(question, &answer, headline);
    }
    world.finish();
}

#[tokio::test]
async fn a_reply_to_an_answer_is_about_its_role() {
    let world = world().await;
    let _bot = Bot::start(&world);
    let channel = world.channel("ทั่วไป");
    let first = world.user("สมชาย").mentions_bot(&channel, "AM ทำอะไรบ้าง").await.reply().await;
    for (question, headline) in FOLLOW_UPS {
        let answer = world.user("มานี").replies_to(&first, question).await.reply().await;
        assert_answers(question, &answer, headline);
    }
    world.finish();
}

#[tokio::test]
async fn a_direct_conversation_goes_on() {
    let world = world().await;
    let _bot = Bot::start(&world);
    for (question, headline) in FOLLOW_UPS {
        let user = world.user("สมชาย");
        user.dm("AM ทำอะไรบ้าง").await.reply().await;
        assert_answers(question, &user.dm(question).await.reply().await, headline);
    }
    world.finish();
}

#[tokio::test]
async fn a_command_goes_on() {
    let world = world().await;
    let _bot = Bot::start(&world);
    let channel = world.channel("ทั่วไป");
    for (question, headline) in FOLLOW_UPS {
        let user = world.user("สมชาย");
        user.slash(&channel, "ask", &[("question", "AM ทำอะไรบ้าง")]).await.response().await;
        let answer = user.slash(&channel, "ask", &[("question", question)]).await.response().await;
        // The labels around it are in the person's language: the subject is what must be right.
        let shown = answer.text();
        assert!(shown.starts_with("**") && shown.contains("AM"), "{question}, {headline}: {shown}");
    }
    world.finish();
}

#[tokio::test]
async fn a_new_role_is_a_new_subject() {
    let world = world().await;
    let _bot = Bot::start(&world);
    let user = world.user("สมชาย");
    user.dm("AM ทำอะไรบ้าง").await.reply().await;
    let other = user.dm("actuary ทำอะไร").await.reply().await;
    let headline = other.content().lines().next().unwrap_or_default().to_owned();
    let title = headline.trim_matches('*').split(" · ").next().unwrap().to_owned();
    let next = user.dm("แล้วเงินเดือนล่ะ").await.reply().await;
    assert!(next.content().contains(&title), "{}", next.content());
    world.finish();
}
