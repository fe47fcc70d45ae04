//! Clicks that Discord refuses to have answered: each ends well, is answered at most once more, and the bot works on.

use crate::running::{Bot, world};
use crate::support::{Posted, Refusal, User, World};

const CALLBACK: &str = "/interactions/*/*/callback";

async fn answer(world: &World) -> (User, Posted) {
    let asker = world.user("สมชาย").locale("th");
    let answer = asker.mentions_bot(&world.channel("ทั่วไป"), "AM ทำอะไรบ้าง").await.reply().await;
    (asker, answer)
}

/// The actions of an answer's buttons.
const CLICKS: [&str; 6] = ["s", "w", "u", "v", "f", "d"];

fn id(letter: &str, asker: &User) -> String {
    format!("n1:{letter}:th:{}:account-manager:salary", asker.id)
}

#[tokio::test]
async fn an_interaction_that_is_over_or_answered_is_left_alone() {
    let world = world().await;
    let _bot = Bot::start(&world);
    let (asker, answer) = answer(&world).await;
    let before = answer.text();
    let mut sent = world.requests("POST", CALLBACK).len();
    for refusal in [Refusal::unknown_interaction(), Refusal::already_acknowledged(), Refusal::server_error()]
    {
        for letter in CLICKS {
            world.fails("POST", CALLBACK, refusal.clone(), 1);
            asker.forges_click(&answer, &id(letter, &asker)).await.expire();
            sent += 1;
            world.requested("POST", CALLBACK, sent).await;
            world.settle().await;
            assert_eq!(world.requests("POST", CALLBACK).len(), sent, "{letter}: one answer, no second try");
        }
    }
    assert!(answer.stands());
    assert_eq!(answer.text(), before);
    let told = asker.clicks(&answer, "ทำไมถึงตอบแบบนี้").await.response().await;
    assert!(told.content().contains("คำถาม"), "the bot works on");
    world.finish();
}

#[tokio::test]
async fn a_message_deleted_under_a_click_still_answers_the_person() {
    let world = world().await;
    let _bot = Bot::start(&world);
    let (asker, answer) = answer(&world).await;
    world.fails("POST", CALLBACK, Refusal::unknown_message(), 1);
    let own = asker.selects(&answer, &["account-manager:salary"]).await.response().await;
    assert!(own.is_ephemeral(), "there is nothing left to replace");
    assert!(own.content().contains("เงินเดือน"), "{}", own.content());
    world.finish();
}

#[tokio::test]
async fn deleting_twice_does_nothing_more() {
    let world = world().await;
    let _bot = Bot::start(&world);
    let (asker, answer) = answer(&world).await;
    let click = asker.clicks(&answer, "ลบคำตอบ").await;
    answer.deleted().await;
    let again = asker.forges_click(&answer, &id("d", &asker)).await;
    assert_eq!((click.acknowledged().await, again.acknowledged().await), (6, 6));
    world.settle().await;
    assert_eq!(world.requests("DELETE", "/webhooks/*/*/messages/@original").len(), 2, "no third try");
    world.finish();
}

#[tokio::test]
async fn a_token_that_runs_out_while_the_question_is_looked_up_ends_well() {
    let world = world().await;
    let bot = Bot::start(&world);
    let (asker, answer) = answer(&world).await;
    bot.stop().await;
    let _bot = Bot::start(&world);
    world.identified(2).await;
    answer.loses_sight_of_its_question();
    world.fails(
        "PATCH",
        "/webhooks/*/*/messages/@original",
        Refusal::new(401, 50_027, "Invalid Webhook Token"),
        1,
    );
    let click = asker.clicks(&answer, "ทำไมถึงตอบแบบนี้").await;
    assert_eq!(click.acknowledged().await, 5, "deferred");
    world.settle().await;
    assert_eq!(world.requests("PATCH", "/webhooks/*/*/messages/@original").len(), 1, "no second try");
    world.finish();
}
