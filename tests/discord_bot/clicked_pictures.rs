//! Pay and career ladders that people open from menus and buttons: with a picture, as by `/role`.

use crate::roles::{PNG, assert_tells_the_figures, seen};
use crate::running::{Bot, world};
use crate::support::state::permissions;
use crate::support::{Posted, Refusal, User, World};

const DEFERRED: u64 = 5;
const DEFERRED_UPDATE: u64 = 6;
const UPDATE: u64 = 7;
const ORIGINAL: &str = "/webhooks/*/*/messages/@original";

async fn answer(world: &World, asker: &User) -> Posted {
    asker.mentions_bot(&world.channel("ทั่วไป"), "AM ทำอะไรบ้าง").await.reply().await
}

/// One picture that says what it shows, and says nothing that the text does not.
#[track_caller]
fn assert_pictured(message: &Posted) {
    let files = message.files();
    assert_eq!(files.len(), 1, "{}", message.text());
    assert!(files[0].bytes.starts_with(PNG) && !files[0].description.is_empty());
    assert_tells_the_figures(message);
}

#[tokio::test]
async fn the_menu_opens_pay_and_ladder_with_their_pictures() {
    let world = world().await;
    let _bot = Bot::start(&world);
    for (locale, tag) in [("th", "th"), ("en-US", "en")] {
        let asker = world.user("สมชาย").locale(locale);
        let question = if tag == "th" {
            "AM ทำอะไรบ้าง"
        } else {
            "What does an account manager do?"
        };
        let answer = asker.mentions_bot(&world.channel("ทั่วไป"), question).await.reply().await;
        assert!(answer.files().is_empty());
        for section in ["salary", "career-path"] {
            let click = asker.selects(&answer, &[&format!("account-manager:{section}")]).await;
            assert_eq!(click.acknowledged().await, DEFERRED_UPDATE, "painting takes a moment");
            click.response().await;
            assert_pictured(&answer);
            insta::assert_snapshot!(format!("menu_{section}_{tag}"), seen(&answer));
        }
        // What was painted before comes at once, and goes with the section that it belongs to.
        asker.selects(&answer, &["account-manager:skills"]).await.response().await;
        assert!(answer.files().is_empty(), "{}", answer.text());
        let again = asker.selects(&answer, &["account-manager:salary"]).await;
        assert_eq!(again.acknowledged().await, UPDATE);
        assert_pictured(&answer);
    }
    world.finish();
}

#[tokio::test]
async fn others_get_the_picture_alone() {
    let world = world().await;
    let _bot = Bot::start(&world);
    let answer = answer(&world, &world.user("สมชาย")).await;
    let other = world.user("Jane");
    let click = other.selects(&answer, &["account-manager:salary"]).await;
    assert_eq!(click.acknowledged().await, DEFERRED);
    let own = click.response().await;
    assert!(own.is_ephemeral());
    assert_pictured(&own);
    let again = other.selects(&answer, &["account-manager:salary"]).await.response().await;
    assert!(again.is_ephemeral());
    assert_pictured(&again);
    assert!(answer.files().is_empty(), "others change nothing");
    // In what only they see, the next one takes its place.
    other.selects(&own, &["account-manager:duties"]).await.response().await;
    assert!(own.files().is_empty());
    world.finish();
}

#[tokio::test]
async fn a_choice_from_an_offer_brings_its_picture() {
    let world = world().await;
    let _bot = Bot::start(&world);
    let asker = world.user("สมชาย");
    let question = "ผู้จัดการบัญชีเงินเดือนเท่าไหร่";
    let offer = asker.mentions_bot(&world.channel("ทั่วไป"), question).await.reply().await;
    asker.clicks(&offer, &offer.labels()[0]).await.response().await;
    assert!(offer.content().contains("เงินเดือน"), "{}", offer.content());
    assert_pictured(&offer);
    world.finish();
}

#[tokio::test]
async fn where_files_are_not_allowed_the_text_goes_alone() {
    let world = world().await;
    let _bot = Bot::start(&world);
    let asker = world.user("สมชาย");
    let answer = answer(&world, &asker).await;
    let figures = "66,260";
    let tells = |message: &Posted| message.files().is_empty() && message.content().contains(figures);
    // Where only Discord itself knows, it is asked once more: late and at once.
    for (method, path) in [("PATCH", ORIGINAL), ("POST", "/interactions/*/*/callback")] {
        world.fails(method, path, Refusal::missing_permissions(), 1);
        asker.selects(&answer, &["account-manager:salary"]).await.response().await;
        assert!(tells(&answer), "{}", answer.text());
        asker.selects(&answer, &["account-manager:duties"]).await.response().await;
    }
    answer.channel().deny(permissions::ATTACH_FILES);
    for person in [&world.user("มานี"), &asker] {
        let shown = person.selects(&answer, &["account-manager:salary"]).await.response().await;
        assert!(tells(&shown), "{}", shown.text());
    }
    world.finish();
}

#[tokio::test]
async fn a_message_deleted_while_its_picture_is_painted_still_answers_the_person() {
    let world = world().await;
    let _bot = Bot::start(&world);
    let asker = world.user("สมชาย").locale("th");
    let answer = answer(&world, &asker).await;
    world.fails("PATCH", ORIGINAL, Refusal::unknown_message(), 1);
    let own = asker.selects(&answer, &["account-manager:salary"]).await.followup(0).await;
    assert!(own.is_ephemeral(), "there is nothing left to replace");
    assert_pictured(&own);
    world.finish();
}

#[tokio::test]
async fn a_token_that_runs_out_while_a_picture_is_painted_ends_well() {
    let world = world().await;
    let _bot = Bot::start(&world);
    let asker = world.user("สมชาย");
    let answer = answer(&world, &asker).await;
    let before = answer.text();
    world.fails("PATCH", ORIGINAL, Refusal::new(401, 50_027, "Invalid Webhook Token"), 1);
    let click = asker.selects(&answer, &["account-manager:salary"]).await;
    assert_eq!(click.acknowledged().await, DEFERRED_UPDATE);
    world.requested("PATCH", ORIGINAL, 1).await;
    world.settle().await;
    assert_eq!(world.requests("PATCH", ORIGINAL).len(), 1, "no second try");
    assert_eq!(answer.text(), before);
    world.finish();
}
