//! Buttons and menus.

use crate::running::{Bot, engine_without, options, world};
use crate::support::{Posted, User, World};

/// Somebody who asks something unclear, and the offer.
async fn offer(world: &World) -> (User, Posted) {
    let (channel, asker) = (world.channel("ทั่วไป"), world.user("สมชาย"));
    let offer = asker.mentions_bot(&channel, "ผู้จัดการบัญชี").await.reply().await;
    (asker, offer)
}

#[tokio::test]
async fn the_askers_choice_replaces_the_offer() {
    let world = world().await;
    let _bot = Bot::start(&world);
    let (asker, offer) = offer(&world).await;
    let chosen = offer.labels()[0].clone();
    asker.clicks(&offer, &chosen).await.response().await;
    assert!(offer.content().starts_with(&format!("**{chosen}**\n")), "{}", offer.text());
    assert_eq!(offer.labels().last().unwrap(), "ลบคำตอบ");
    assert!(offer.labels().contains(&"ทำไมถึงตอบแบบนี้".to_owned()), "{:?}", offer.labels());
    assert_eq!(offer.allowed_mentions().unwrap()["parse"], serde_json::json!([]));
    world.finish();
}

#[tokio::test]
async fn others_get_their_own_answer_in_their_language() {
    let world = world().await;
    let _bot = Bot::start(&world);
    let (_, offer) = offer(&world).await;
    let before = offer.text();
    let own = world.user("Jane").clicks(&offer, &offer.labels()[0]).await.response().await;
    assert!(own.is_ephemeral());
    assert!(own.content().contains("Last reviewed"), "{}", own.content());
    assert_eq!(offer.text(), before);
    let thai = world.user("มานี").locale("th").clicks(&offer, &offer.labels()[0]).await.response().await;
    assert!(thai.content().contains("ตรวจทานล่าสุด"), "{}", thai.content());
    world.finish();
}

#[tokio::test]
async fn a_choice_is_what_a_follow_up_is_about() {
    let world = world().await;
    let _bot = Bot::start(&world);
    let (asker, offer) = offer(&world).await;
    asker.clicks(&offer, &offer.labels()[0]).await.response().await;
    let content = offer.content();
    let title = content.trim_start_matches("**").split(" · ").next().unwrap().to_owned();
    let follow_up = asker.mentions_bot(&offer.channel(), "แล้วเงินเดือนล่ะ").await.reply().await;
    assert!(follow_up.content().contains(&format!("**{title} · เงินเดือน**")), "{}", follow_up.content());
    world.finish();
}

#[tokio::test]
async fn the_menu_leads_to_the_articles_other_sections() {
    let world = world().await;
    let _bot = Bot::start(&world);
    let (channel, asker) = (world.channel("ทั่วไป"), world.user("สมชาย"));
    let answer = asker.mentions_bot(&channel, "AM ทำอะไรบ้าง").await.reply().await;
    asker.selects(&answer, &["account-manager:salary"]).await.response().await;
    assert!(answer.content().contains("ผู้จัดการดูแลลูกค้า · เงินเดือน"), "{}", answer.content());
    let own = world.user("มานี").selects(&answer, &["account-manager:skills"]).await.response().await;
    assert!(own.is_ephemeral());
    assert!(answer.content().contains("เงินเดือน"), "others change nothing");
    world.finish();
}

#[tokio::test]
async fn a_private_answer_changes_in_place() {
    let world = world().await;
    let _bot = Bot::start(&world);
    let (channel, user) = (world.channel("ทั่วไป"), world.user("มานี").locale("th"));
    let answer = user.slash(&channel, "ask", &[("question", "AM ทำอะไรบ้าง")]).await.response().await;
    let deletes = |answer: &Posted| answer.labels().contains(&"ลบคำตอบ".to_owned());
    assert!(!deletes(&answer), "a private answer needs no delete button");
    user.selects(&answer, &["account-manager:salary"]).await.response().await;
    assert!(answer.content().contains("เงินเดือน"), "{}", answer.content());
    assert!(answer.is_ephemeral() && !deletes(&answer));
    world.finish();
}

#[tokio::test]
async fn the_asker_and_moderators_can_delete() {
    let world = world().await;
    let _bot = Bot::start(&world);
    let (channel, asker) = (world.channel("ทั่วไป"), world.user("สมชาย"));
    for deletes in [asker.clone(), world.user("ผู้ดูแล").moderator()] {
        let answer = asker.mentions_bot(&channel, "AM ทำอะไรบ้าง").await.reply().await;
        deletes.clicks(&answer, "ลบคำตอบ").await;
        answer.deleted().await;
    }
    world.finish();
}

#[tokio::test]
async fn others_cannot_delete() {
    let world = world().await;
    let _bot = Bot::start(&world);
    let (channel, asker) = (world.channel("ทั่วไป"), world.user("สมชาย"));
    let answer = asker.mentions_bot(&channel, "AM ทำอะไรบ้าง").await.reply().await;
    for (locale, sentence) in [("th", "ลบได้เฉพาะคนที่ถาม"), ("en-US", "Only the person who asked")]
    {
        let told = world.user("คนอื่น").locale(locale).clicks(&answer, "ลบคำตอบ").await.response().await;
        assert!(told.is_ephemeral());
        assert!(told.content().starts_with(sentence), "{}", told.content());
    }
    assert!(answer.stands());
    world.finish();
}

#[tokio::test]
async fn an_answer_in_a_direct_message_can_be_deleted() {
    let world = world().await;
    let _bot = Bot::start(&world);
    let user = world.user("สมชาย");
    let answer = user.dm("AM ทำอะไรบ้าง").await.reply().await;
    user.clicks(&answer, "ลบคำตอบ").await;
    answer.deleted().await;
    world.finish();
}

#[tokio::test]
async fn forged_and_outdated_ids_get_a_kind_sentence() {
    let world = world().await;
    let _bot = Bot::start(&world);
    let (asker, offer) = offer(&world).await;
    let before = offer.text();
    for id in [
        "n0:s:th:1:account-manager:salary",
        "n1:s:th:1",
        "x",
        "n1:s:th:0:a:b",
        "n1:m:th:1",
        "n1:f100:th:1:account-manager:salary",
        "n1:x:th:1:account-manager:salary",
        "*".repeat(100).as_str(),
    ] {
        let told = asker.clone().locale("th").forges_click(&offer, id).await.response().await;
        assert!(told.is_ephemeral());
        assert!(told.content().starts_with("ปุ่มนี้ใช้ไม่ได้แล้ว"), "{id}: {}", told.content());
    }
    assert_eq!(offer.text(), before);
    world.finish();
}

#[tokio::test]
async fn buttons_work_after_a_restart() {
    let world = world().await;
    let bot = Bot::start(&world);
    let (asker, offer) = offer(&world).await;
    bot.stop().await;
    let _bot = Bot::start(&world);
    world.identified(2).await;
    asker.clicks(&offer, &offer.labels()[0]).await.response().await;
    assert_eq!(offer.embeds().len(), 1, "{}", offer.text());
    world.finish();
}

#[tokio::test]
async fn a_section_that_is_gone_says_so() {
    let world = world().await;
    let bot = Bot::start(&world);
    let (channel, asker) = (world.channel("ทั่วไป"), world.user("สมชาย").locale("th"));
    let answer = asker.mentions_bot(&channel, "AM ทำอะไรบ้าง").await.reply().await;
    bot.stop().await;
    let _bot = Bot::start_with(engine_without("account-manager"), options(&world));
    world.identified(2).await;
    let told = asker.selects(&answer, &["account-manager:salary"]).await.response().await;
    assert!(told.is_ephemeral());
    assert!(told.content().starts_with("หัวข้อนี้ไม่อยู่ในคลังความรู้แล้ว"), "{}", told.content());
    let follow_up = asker.replies_to(&answer, "แล้วเงินเดือนล่ะ").await.reply().await;
    assert!(follow_up.embeds().is_empty(), "{}", follow_up.text());
    world.finish();
}

#[tokio::test]
async fn the_topics_under_an_honest_no_can_be_opened() {
    let world = world().await;
    let _bot = Bot::start(&world);
    let asker = world.user("สมชาย");
    let no = asker.dm("เงินเดือนแอร์โฮสเตส").await.reply().await;
    asker.clicks(&no, &no.labels()[0]).await.response().await;
    assert_eq!(no.embeds().len(), 1, "{}", no.text());
    world.finish();
}
