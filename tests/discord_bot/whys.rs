//! "Why this answer?": what was understood, for the person who wants to know.

use crate::running::{Bot, world};
use crate::support::{Posted, Refusal, User, World};

const WHY: &str = "ทำไมถึงตอบแบบนี้";

async fn answer(world: &World, question: &str) -> (User, Posted) {
    let asker = world.user("สมชาย").locale("th");
    let answer = asker.mentions_bot(&world.channel("ทั่วไป"), question).await.reply().await;
    (asker, answer)
}

/// What the button says to somebody.
async fn why(user: &User, answer: &Posted) -> String {
    let label = answer.labels().into_iter().find(|label| label == WHY || label == "Why this answer?");
    let told = user.clicks(answer, &label.unwrap()).await.response().await;
    assert!(told.is_ephemeral());
    told.content()
}

#[track_caller]
fn assert_tells(told: &str, lines: &[&str]) {
    for line in lines {
        assert!(told.contains(line), "{line:?} in {told}");
    }
}

#[tokio::test]
async fn everybody_is_told_in_their_own_language() {
    let world = world().await;
    let _bot = Bot::start(&world);
    let (asker, answer) = answer(&world, "เงินเดอน acount manager เท่าไหร่").await;
    let before = answer.text();
    assert_tells(
        &why(&asker, &answer).await,
        &[
            "เข้าใจว่าถามเรื่อง: ผู้จัดการดูแลลูกค้า จากคำว่า “acount manager”",
            "ประเด็นที่อยากรู้: เงินเดือน จากคำว่า “เงินเดอน",
            "ความมั่นใจ: มั่นใจ",
            "รองลงมาคือ: ",
        ],
    );
    assert_tells(
        &why(&world.user("Jane"), &answer).await,
        &["About: Account Manager, from “acount manager”", "What about it: Salary", "How sure: "],
    );
    assert_eq!(answer.text(), before, "the public message stays");
    world.finish();
}

#[tokio::test]
async fn the_question_is_found_after_a_restart() {
    let world = world().await;
    let bot = Bot::start(&world);
    let (asker, answer) = answer(&world, "AM ทำอะไรบ้าง").await;
    bot.stop().await;
    let _bot = Bot::start(&world);
    world.identified(2).await;
    assert_tells(&why(&asker, &answer).await, &["คำถาม: “AM ทำอะไรบ้าง”", "จากคำว่า “am”"]);
    world.finish();
}

#[tokio::test]
async fn a_question_that_discord_did_not_send_along_is_asked_for() {
    let world = world().await;
    let bot = Bot::start(&world);
    let (asker, answer) = answer(&world, "AM ทำอะไรบ้าง").await;
    bot.stop().await;
    let _bot = Bot::start(&world);
    world.identified(2).await;
    answer.loses_sight_of_its_question();
    assert_tells(&why(&asker, &answer).await, &["คำถาม: “AM ทำอะไรบ้าง”"]);
    world.fails("GET", "/channels/*/messages/*", Refusal::unknown_message(), 1);
    assert_tells(&why(&asker, &answer).await, &["จำไม่ได้แล้วว่าคำตอบนี้ตอบคำถามไหน"]);
    world.finish();
}

#[tokio::test]
async fn an_edited_question_is_explained_as_it_is_now() {
    let world = world().await;
    let _bot = Bot::start(&world);
    let (channel, asker) = (world.channel("ทั่วไป"), world.user("สมชาย").locale("th"));
    let question = asker.mentions_bot(&channel, "AM ทำอะไรบ้าง").await;
    let answer = question.reply().await;
    asker.edits(&question, &format!("<@{}> AM เงินเดือนเท่าไหร่", world.bot_id())).await;
    answer.edited(1).await;
    assert_tells(&why(&asker, &answer).await, &["คำถาม: “AM เงินเดือนเท่าไหร่”"]);
    world.finish();
}

#[tokio::test]
async fn a_follow_up_tells_what_it_goes_on_about() {
    let world = world().await;
    let _bot = Bot::start(&world);
    let (asker, first) = answer(&world, "AM ทำอะไรบ้าง").await;
    let follow_up = asker.replies_to(&first, "แล้วเงินเดือนล่ะ").await.reply().await;
    assert_tells(
        &why(&asker, &follow_up).await,
        &["เข้าใจว่าถามเรื่อง: ผู้จัดการดูแลลูกค้า ต่อจากที่คุยกันก่อนหน้านี้", "ประเด็นที่อยากรู้: เงินเดือน"],
    );
    world.finish();
}

#[tokio::test]
async fn a_reading_that_was_not_typed_is_told() {
    let world = world().await;
    let _bot = Bot::start(&world);
    let (asker, answer) = answer(&world, "ฟแแนีืะ ทฟืฟเำพ หฟสฟพั").await;
    assert_tells(
        &why(&asker, &answer).await,
        &["คำถาม: “ฟแแนีืะ ทฟืฟเำพ หฟสฟพั”", "อ่านคำถามว่า: “account manager salary”"],
    );
    world.finish();
}

#[tokio::test]
async fn a_section_from_the_menu_is_told_to_be_opened() {
    let world = world().await;
    let _bot = Bot::start(&world);
    let (asker, answer) = answer(&world, "AM ทำอะไรบ้าง").await;
    asker.selects(&answer, &["account-manager:skills"]).await.response().await;
    assert_tells(
        &why(&asker, &answer).await,
        &["หัวข้อ ผู้จัดการดูแลลูกค้า · ทักษะ เปิดจากปุ่มหรือเมนู", "คำถาม: “AM ทำอะไรบ้าง”"],
    );
    world.finish();
}

#[tokio::test]
async fn an_answer_to_a_command_is_explained_until_a_restart() {
    let world = world().await;
    let bot = Bot::start(&world);
    let (channel, user) = (world.channel("ทั่วไป"), world.user("มานี").locale("th"));
    let answer = user.slash(&channel, "ask", &[("question", "AM ทำอะไรบ้าง")]).await.response().await;
    assert_tells(&why(&user, &answer).await, &["คำถาม: “AM ทำอะไรบ้าง”"]);
    let defined = user.slash(&channel, "define", &[("term", "KPI")]).await.response().await;
    assert!(!defined.labels().contains(&WHY.to_owned()), "a term that was looked up needs no reasons");
    bot.stop().await;
    let _bot = Bot::start(&world);
    world.identified(2).await;
    assert_tells(&why(&user, &answer).await, &["จำไม่ได้แล้ว"]);
    world.finish();
}

#[tokio::test]
async fn what_a_person_typed_means_nothing_in_it() {
    let world = world().await;
    let _bot = Bot::start(&world);
    for question in ["**AM** ทำอะไรบ้าง [?](a) @everyone", "AM ทำอะไรบ้าง <https://a.b>"]
    {
        let (asker, answer) = answer(&world, question).await;
        let told = why(&asker, &answer).await;
        for trap in ["@everyone", "](", "https://", "<@&"] {
            assert!(!told.contains(trap), "{told}");
        }
    }
    world.finish();
}
