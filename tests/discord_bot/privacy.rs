//! `/privacy`: what is kept is said in plain words, shown and deleted.

use crate::learning::{rating, start};
use crate::running::world;
use crate::support::{Channel, Posted, User};

async fn privacy(channel: &Channel, user: &User) -> Posted {
    user.slash(channel, "privacy", &[]).await.response().await
}

#[tokio::test]
async fn what_is_kept_is_said_in_plain_words() {
    let world = world().await;
    let (_bot, store) = start(&world);
    let channel = world.channel("ทั่วไป");
    for locale in ["th", "en-US"] {
        let user = world.user("สมชาย").locale(locale);
        let nothing = privacy(&channel, &user).await;
        assert!(nothing.is_ephemeral());
        assert!(nothing.buttons().is_empty(), "there is nothing to delete");
        for message in 0..12 {
            store.rate(rating(user.id, message, message % 3 == 0, None)).await.unwrap();
        }
        user.mentions_bot(&channel, "AM ทำอะไรบ้าง").await.reply().await;
        let told = privacy(&channel, &user).await;
        let date = told.content().lines().find_map(|line| line.rsplit_once("· ")).unwrap().1.to_owned();
        let shown = told.content().replace(&date, "DATE");
        insta::assert_snapshot!(
            format!("privacy_{locale}"),
            format!("{}\n--\n{shown}\n--\n[{}]", nothing.content(), told.labels().join("] ["))
        );
    }
    world.finish();
}

#[tokio::test]
async fn each_person_deletes_what_is_theirs_and_nothing_else() {
    let world = world().await;
    let (_bot, store) = start(&world);
    let (channel, somchai, mani) =
        (world.channel("ทั่วไป"), world.user("สมชาย").locale("th"), world.user("มานี").locale("th"));
    for person in [&somchai, &mani] {
        store.rate(rating(person.id, 1, true, None)).await.unwrap();
        person.mentions_bot(&channel, "AM ทำอะไรบ้าง").await.reply().await;
    }
    let told = privacy(&channel, &somchai).await;
    assert!(told.content().contains("คำถามที่จำไว้ให้คำตอบแก้ตามได้ 1 คำถาม"), "{}", told.content());
    somchai.clicks(&told, "ลบทั้งหมด").await.response().await;
    assert_eq!(told.content(), "ลบแล้ว การให้คะแนนที่ลบ: 1 ไม่เหลือข้อมูลที่ผูกกับบัญชีนี้");
    assert!(told.buttons().is_empty());
    assert_eq!(store.kept_about(somchai.id).await.unwrap().ratings, 0);
    assert!(privacy(&channel, &somchai).await.buttons().is_empty());
    let forgotten = somchai.mentions_bot(&channel, "แล้วเงินเดือนล่ะ").await.reply().await;
    assert!(!forgotten.content().contains("ผู้จัดการดูแลลูกค้า · เงินเดือน"), "{}", forgotten.content());
    // The other one has everything still.
    assert_eq!(store.kept_about(mani.id).await.unwrap().ratings, 1);
    let remembered = mani.mentions_bot(&channel, "แล้วเงินเดือนล่ะ").await.reply().await;
    assert!(remembered.content().contains("ผู้จัดการดูแลลูกค้า · เงินเดือน"), "{}", remembered.content());
    world.finish();
}

#[tokio::test]
async fn nobody_deletes_what_is_somebody_elses() {
    let world = world().await;
    let (_bot, store) = start(&world);
    let (channel, owner, other) =
        (world.channel("ทั่วไป"), world.user("สมชาย"), world.user("มานี").locale("th"));
    store.rate(rating(owner.id, 1, true, None)).await.unwrap();
    let answer = other.mentions_bot(&channel, "AM ทำอะไรบ้าง").await.reply().await;
    let told = other.forges_click(&answer, &format!("n1:p:th:{}", owner.id)).await.response().await;
    assert!(told.content().starts_with("ปุ่มนี้ใช้ได้เฉพาะเจ้าของข้อมูล"), "{}", told.content());
    assert_eq!(store.kept_about(owner.id).await.unwrap().ratings, 1);
    world.finish();
}

#[tokio::test]
async fn the_thai_name_works_in_direct_messages() {
    let world = world().await;
    let (_bot, _store) = start(&world);
    let user = world.user("สมชาย").locale("th");
    let told = user.slash(&user.dm_channel(), "ความเป็นส่วนตัว", &[]).await.response().await;
    assert!(told.content().starts_with("**เก็บอะไรไว้บ้าง**"), "{}", told.content());
    world.finish();
}
