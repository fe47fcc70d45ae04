//! The gateway: who gets in, what happens when the connection breaks, and events that serenity cannot read.

use serde_json::json;
use serenity::{all::GatewayIntents, gateway::GatewayError};

use crate::{
    bot::{Habits, connect_only, start, start_with},
    world,
};

#[track_caller]
fn is_refused(outcome: &Result<(), serenity::Error>, expected: &GatewayError) {
    let Err(serenity::Error::Gateway(error)) = outcome else { panic!("{outcome:?} should be {expected:?}") };
    assert_eq!(error.to_string(), expected.to_string());
}

#[tokio::test]
async fn a_wrong_token_is_refused() {
    let world = world().await;
    let token = Some("MTIz.GaBcDe.wrong".to_owned());
    let bot = start_with(&world, Habits { token, ..Habits::default() }).await;
    is_refused(&bot.running.await.unwrap(), &GatewayError::InvalidAuthentication);
    world.finish();
}

#[tokio::test]
async fn an_intent_that_is_not_granted_is_refused() {
    let world = world().await;
    let intents = Habits::default().intents | GatewayIntents::MESSAGE_CONTENT;
    let bot = start_with(&world, Habits { intents, ..Habits::default() }).await;
    is_refused(&bot.running.await.unwrap(), &GatewayError::DisallowedGatewayIntents);
    world.finish();
}

#[tokio::test]
async fn a_broken_connection_is_resumed_and_nothing_is_lost() {
    let world = world().await;
    let _bot = start(&world).await;
    let user = world.user("สมชาย");
    user.dm("ก่อน").await.reply().await;
    world.drop_connection();
    let meanwhile = user.dm("ระหว่าง").await;
    world.resumed(1).await;
    assert_eq!(meanwhile.reply().await.content(), "ได้ยินว่า: ระหว่าง");
    world.ask_to_reconnect();
    world.resumed(2).await;
    world.close_connection(1001, "going away");
    world.resumed(3).await;
    assert_eq!(user.dm("หลัง").await.reply().await.content(), "ได้ยินว่า: หลัง");
    assert_eq!(world.connections(), (1, 3));
    world.finish();
}

#[tokio::test]
async fn an_invalid_session_is_resumed_or_begun_again() {
    let world = world().await;
    let _bot = start(&world).await;
    let user = world.user("สมชาย");
    world.settle().await;
    world.invalidate_session(true);
    world.resumed(1).await;
    world.invalidate_session(false);
    world.identified(2).await;
    assert_eq!(user.dm("ใหม่").await.reply().await.content(), "ได้ยินว่า: ใหม่");
    world.finish();
}

#[tokio::test]
async fn a_heartbeat_proves_what_was_read() {
    let world = world().await;
    let _bot = connect_only(&world).await;
    let channel = world.channel("ทั่วไป");
    world.user("สมชาย").says(&channel, "หนึ่ง").await;
    world.all_read().await;
    world.finish();
}

#[tokio::test]
async fn a_bot_that_stops_leaves_no_session() {
    let world = world().await;
    let bot = start(&world).await;
    world.settle().await;
    bot.stop().await;
    assert!(!world.is_connected());
    world.finish();
}

#[tokio::test]
async fn the_presence_is_seen() {
    let world = world().await;
    let _bot = connect_only(&world).await;
    world.ready().await;
    assert_eq!(world.presences()[0]["status"], "online");
    world.finish();
}

#[tokio::test]
async fn events_that_serenity_cannot_read_are_caught() {
    let world = world().await;
    let _bot = connect_only(&world).await;
    world.ready().await;
    world.dispatch_raw("NO_SUCH_EVENT", json!({"id": "1"}));
    world.dispatch_raw("MESSAGE_CREATE", json!({"id": "2", "content": "no author"}));
    world.all_read().await;
    let violations = world.take_violations();
    let caught = |text: &str| violations.iter().any(|violation| violation.contains(text));
    assert!(caught("event NO_SUCH_EVENT: no such event"), "{violations:#?}");
    assert!(caught("event MESSAGE_CREATE: missing field"), "{violations:#?}");
    assert!(caught("An unknown event was received"), "serenity's log tells too: {violations:#?}");
    world.finish();
}
