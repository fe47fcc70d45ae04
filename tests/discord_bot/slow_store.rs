//! A database that another program holds for a while: people are told in time that their answer is on its way.

use naenaew::discord::Options;
use naenaew::store::{Location, Store};

use crate::learning::rating;
use crate::running::{Bot, engine, options, world};

const DEFERRED: u64 = 5;
const DEFERRED_UPDATE: u64 = 6;

#[tokio::test]
async fn what_waits_for_the_store_is_promised_in_time() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("naenaew.db");
    let store = Store::open(&Location::File(path.clone())).unwrap();
    let world = world().await;
    let _bot = Bot::start_with(engine(), Options { store: store.clone(), ..options(&world) });
    let (channel, manager) = (world.channel("ทั่วไป"), world.user("ผู้ดูแล").locale("th").manager());
    store.rate(rating(manager.id, 1, true, None)).await.unwrap();
    let answer = manager.mentions_bot(&channel, "AM ทำอะไรบ้าง").await.reply().await;
    let own = manager.slash(&channel, "privacy", &[]).await.response().await;
    // Whatever the answer taught is written by now.
    while store.report(naenaew::discord::today()).await.unwrap().asked.is_empty() {
        tokio::time::sleep(std::time::Duration::from_millis(5)).await;
    }

    let other = rusqlite::Connection::open(path).unwrap();
    other.execute_batch("BEGIN IMMEDIATE").unwrap();
    let vote = manager.clicks(&answer, "👍 ตรงคำถาม").await;
    let setting = manager.slash(&channel, "settings language", &[("language", "1")]).await;
    let kept = manager.slash(&channel, "privacy", &[]).await;
    let forget = manager.clicks(&own, "ลบทั้งหมด").await;
    assert_eq!(vote.acknowledged().await, DEFERRED);
    assert_eq!(setting.acknowledged().await, DEFERRED);
    assert_eq!(kept.acknowledged().await, DEFERRED);
    assert_eq!(forget.acknowledged().await, DEFERRED_UPDATE);
    other.execute_batch("COMMIT").unwrap();

    assert!(vote.response().await.content().starts_with("ขอบคุณ"), "{}", vote.response().await.content());
    let changed = setting.response().await;
    assert!(changed.is_ephemeral() && changed.content().contains("ไทยเสมอ"), "{}", changed.content());
    assert!(kept.response().await.content().starts_with("**เก็บอะไรไว้บ้าง**"));
    forget.response().await;
    assert!(own.content().starts_with("ลบแล้ว"), "{}", own.content());
    world.finish();
}
