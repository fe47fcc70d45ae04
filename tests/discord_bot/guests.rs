//! People who installed the app for themselves: in servers and conversations that the bot is no member of.

use crate::running::{Bot, world};

#[tokio::test]
async fn answers_are_private_where_the_bot_is_a_guest() {
    let world = world().await;
    let _bot = Bot::start(&world);
    let user = world.user("สมชาย").locale("th");
    for place in [world.foreign_channel(&user), world.group(&user)] {
        for share in ["true", "false"] {
            let asked = [("question", "AM ทำอะไรบ้าง"), ("share", share)];
            let answer = user.slash(&place, "ask", &asked).await.response().await;
            assert!(answer.is_ephemeral());
            assert!(answer.content().contains("หน้าที่"), "{}", answer.content());
            user.selects(&answer, &["account-manager:salary"]).await.response().await;
            assert!(answer.content().contains("เงินเดือน"), "{}", answer.content());
        }
        user.slash(&place, "define", &[("term", "KPI")]).await.response().await;
        user.slash(&place, "topics", &[]).await.response().await;
        let help = user.slash(&place, "help", &[]).await.response().await;
        assert!(help.is_ephemeral());
        assert!(!user.autocompletes(&place, "define", "term", "acc").await.is_empty());
    }
    world.finish();
}

#[tokio::test]
async fn a_guest_answers_somebodys_message_privately() {
    let world = world().await;
    let _bot = Bot::start(&world);
    let user = world.user("สมชาย").locale("th");
    for place in [world.foreign_channel(&user), world.group(&user)] {
        let message = world.message_unheard(&place, &world.user("มานี"), "AM ทำอะไรบ้าง");
        let answer = user.message_command("Answer this", &message).await.response().await;
        assert!(answer.is_ephemeral());
        assert!(answer.content().contains("หน้าที่"), "{}", answer.content());
    }
    world.finish();
}
