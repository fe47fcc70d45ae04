//! Votes, choices and "none of these": what is counted, and who may say what.

use naenaew::discord::Options;
use naenaew::reply::usage::Usage;
use naenaew::store::Store;

use crate::running::{Bot, engine, options, world};
use crate::support::{Posted, User, World};

const LIKED: &str = "👍 ตรงคำถาม";
const DISLIKED: &str = "👎 ไม่ตรง";
const NONE: &str = "ไม่ใช่สักข้อ";

/// A bot whose store can be looked into.
fn start(world: &World) -> (Bot, Store) {
    let store = Store::in_memory().unwrap();
    (Bot::start_with(engine(), Options { store: store.clone(), ..options(world) }), store)
}

async fn usage(store: &Store) -> Usage {
    let today = chrono::NaiveDate::from_ymd_opt(2026, 11, 23).unwrap();
    store.report(today).await.unwrap()
}

/// What is counted once that holds: the store is written to after Discord was answered.
async fn usage_when(store: &Store, holds: impl Fn(&Usage) -> bool) -> Usage {
    for _ in 0..2000 {
        let usage = usage(store).await;
        if holds(&usage) {
            return usage;
        }
        tokio::time::sleep(std::time::Duration::from_millis(5)).await;
    }
    panic!("counted {:#?}", usage(store).await);
}

async fn reply(world: &World, question: &str) -> (User, Posted) {
    let asker = world.user("สมชาย").locale("th");
    let reply = asker.mentions_bot(&world.channel("ทั่วไป"), question).await.reply().await;
    (asker, reply)
}

#[tokio::test]
async fn a_vote_is_kept_and_thanked_for_privately() {
    let world = world().await;
    let (_bot, store) = start(&world);
    let (asker, answer) = reply(&world, "AM ทำอะไรบ้าง").await;
    let before = answer.text();
    let thanks = asker.clicks(&answer, LIKED).await.response().await;
    assert!(
        thanks.is_ephemeral() && thanks.content().starts_with("ขอบคุณที่บอก ดีใจที่ช่วยได้"),
        "{}",
        thanks.content()
    );
    let other = world.user("Jane").clicks(&answer, DISLIKED).await.response().await;
    assert!(other.content().starts_with("Thank you"), "{}", other.content());
    assert_eq!(answer.text(), before);
    let disliked = &usage(&store).await.disliked[0];
    assert_eq!((disliked.liked, disliked.disliked), (1, 1));
    assert_eq!(disliked.section.section.as_str(), "duties");
    world.finish();
}

#[tokio::test]
async fn a_second_vote_changes_the_first() {
    let world = world().await;
    let (_bot, store) = start(&world);
    let (asker, answer) = reply(&world, "AM ทำอะไรบ้าง").await;
    for label in [LIKED, DISLIKED, DISLIKED] {
        asker.clicks(&answer, label).await.response().await;
    }
    let usage = usage(&store).await;
    assert_eq!((usage.disliked[0].liked, usage.disliked[0].disliked), (0, 1));
    assert_eq!(usage.questions[0].question, "am ทำอะไรบ้าง", "a disliked question is kept, normalized");
    world.finish();
}

#[tokio::test]
async fn a_choice_from_an_offer_is_counted() {
    let world = world().await;
    let (_bot, store) = start(&world);
    let (asker, offer) = reply(&world, "ผู้จัดการบัญชี").await;
    asker.clicks(&offer, &offer.labels()[0]).await.response().await;
    let usage = usage_when(&store, |usage| !usage.asked.is_empty()).await;
    assert_eq!(usage.asked.iter().map(|counted| counted.chosen).sum::<u64>(), 1, "{usage:?}");
    world.finish();
}

#[tokio::test]
async fn none_of_these_takes_the_offer_away_and_says_what_to_do() {
    let world = world().await;
    let (_bot, store) = start(&world);
    let (asker, offer) = reply(&world, "ผู้จัดการบัญชี").await;
    let before = offer.text();
    let other = world.user("Jane").clicks(&offer, NONE).await.response().await;
    assert!(
        other.is_ephemeral() && other.content().starts_with("Only the person who asked"),
        "{}",
        other.content()
    );
    assert_eq!(offer.text(), before, "others take nothing away");
    asker.clicks(&offer, NONE).await.response().await;
    assert!(offer.content().starts_with("ยังไม่มีข้อที่ตรง"), "{}", offer.content());
    assert_eq!(offer.labels(), ["ลบคำตอบ"]);
    let usage = usage_when(&store, |usage| !usage.questions.is_empty()).await;
    let questions: Vec<String> = usage.questions.into_iter().map(|open| open.question).collect();
    assert_eq!(questions, ["ผู้จัดการบัญชี"]);
    world.finish();
}
