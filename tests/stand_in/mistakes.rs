//! What a bot does wrong on the wire is refused as Discord refuses it, and fails the test.

use std::time::Duration;

use serde_json::{Value, json};
use serenity::all::{Http, HttpError};

use crate::{
    bot::{connect_only, http, start},
    support::{Channel, Interaction, World},
    world,
};

/// A body that is right, to be spoilt.
fn fine() -> Value {
    json!({"content": "สวัสดี", "allowed_mentions": {"parse": []}})
}

/// The status and code of the error that serenity got.
#[track_caller]
fn refusal<T>(outcome: serenity::Result<T>) -> (u16, isize) {
    let Err(serenity::Error::Http(HttpError::UnsuccessfulRequest(response))) = outcome else {
        panic!("the request should have been refused")
    };
    (response.status_code.as_u16(), response.error.code)
}

#[track_caller]
fn broke(world: &World, expected: &[&str]) {
    let violations = world.take_violations();
    for expected in expected {
        assert!(
            violations.iter().any(|violation| violation.contains(expected)),
            "{expected:?} in {violations:#?}"
        );
    }
    assert!(!expected.is_empty() || violations.is_empty(), "{violations:#?}");
}

/// A command that is registered and used, but not yet answered.
async fn used_command(world: &World, http: &Http, channel: &Channel) -> Interaction {
    let commands = json!([{"name": "ask", "description": "Ask", "options": [
        {"type": 3, "name": "term", "description": "A term", "autocomplete": true},
    ]}]);
    http.set_application_id(world.bot_id().into());
    http.create_global_commands(&commands).await.unwrap();
    world.user("สมชาย").slash(channel, "ask", &[]).await
}

#[tokio::test]
async fn a_good_message_is_taken() {
    let world = world().await;
    let channel = world.channel("ทั่วไป");
    http(&world).send_message(channel.id.into(), Vec::new(), &fine()).await.unwrap();
    assert_eq!(world.next_bot_message(&channel).await.content(), "สวัสดี");
    world.finish();
}

#[tokio::test]
async fn too_long_content_is_refused() {
    let world = world().await;
    let channel = world.channel("ทั่วไป");
    let mut body = fine();
    body["content"] = json!("ก".repeat(2001));
    let outcome = http(&world).send_message(channel.id.into(), Vec::new(), &body).await;
    assert_eq!(refusal(outcome), (400, 50_035));
    broke(&world, &["content has 2001 characters"]);
    world.finish();
}

#[tokio::test]
async fn too_many_bytes_fail_without_a_reason() {
    let world = world().await;
    let channel = world.channel("ทั่วไป");
    let mut body = fine();
    body["embeds"] = json!([{"description": "ก".repeat(3000)}]);
    let outcome = http(&world).send_message(channel.id.into(), Vec::new(), &body).await;
    assert_eq!(refusal(outcome).0, 500);
    broke(&world, &["bytes of UTF-8"]);
    world.finish();
}

#[tokio::test]
#[should_panic(expected = "allowed_mentions must hold an empty `parse`")]
async fn a_world_that_is_dropped_raises_what_was_broken() {
    let world = world().await;
    let channel = world.channel("ทั่วไป");
    let body = json!({"content": "@everyone"});
    http(&world).send_message(channel.id.into(), Vec::new(), &body).await.unwrap();
}

#[tokio::test]
async fn edits_are_checked_as_they_leave_the_message() {
    let world = world().await;
    let channel = world.channel("ทั่วไป");
    let http = http(&world);
    let mut body = fine();
    body["content"] = json!("ก".repeat(2000));
    let message = http.send_message(channel.id.into(), Vec::new(), &body).await.unwrap();
    let edit = json!({"embeds": [{"description": "ก".repeat(1000)}]});
    let outcome = http.edit_message(channel.id.into(), message.id, &edit, Vec::new()).await;
    assert_eq!(refusal(outcome).0, 500);
    broke(&world, &["bytes of UTF-8"]);
    world.finish();
}

#[tokio::test]
async fn bad_custom_ids_are_refused() {
    let world = world().await;
    let channel = world.channel("ทั่วไป");
    let mut body = fine();
    let button = |id: &str| json!({"type": 2, "style": 2, "label": "ปุ่ม", "custom_id": id});
    let buttons = [button("same"), button("same"), button(&"x".repeat(101)), button("")];
    body["components"] = json!([{"type": 1, "components": buttons}]);
    let outcome = http(&world).send_message(channel.id.into(), Vec::new(), &body).await;
    assert_eq!(refusal(outcome), (400, 50_035));
    broke(
        &world,
        &["\"same\" stands there twice", "a custom id has 101 characters", "a custom id has 0 characters"],
    );
    world.finish();
}

#[tokio::test]
async fn bodies_are_checked_against_discords_description() {
    let world = world().await;
    let channel = world.channel("ทั่วไป");
    let mut body = fine();
    body["embeds"] = json!([{"title": "ชื่อ", "color": "red"}]);
    let _ = http(&world).send_message(channel.id.into(), Vec::new(), &body).await;
    if World::knows_description() {
        broke(&world, &["\"red\" is not of type"]);
    }
    let _ = world.take_violations();
    world.finish();
}

#[tokio::test]
async fn a_second_first_response_is_refused() {
    let world = world().await;
    let _bot = connect_only(&world).await;
    let (http, channel) = (http(&world), world.channel("ทั่วไป"));
    let used = used_command(&world, &http, &channel).await;
    let response = json!({"type": 4, "data": fine()});
    http.create_interaction_response(used.id().into(), &used.token(), &response, Vec::new()).await.unwrap();
    broke(&world, &[]);
    let again =
        http.create_interaction_response(used.id().into(), &used.token(), &response, Vec::new()).await;
    assert_eq!(refusal(again), (400, 40_060));
    broke(&world, &["40060"]);
    world.finish();
}

#[tokio::test]
async fn unknown_expired_and_unanswered_interactions_are_refused() {
    let world = world().await;
    let _bot = connect_only(&world).await;
    let (http, channel) = (http(&world), world.channel("ทั่วไป"));
    let used = used_command(&world, &http, &channel).await;
    let response = json!({"type": 4, "data": fine()});

    let early = http.create_followup_message(&used.token(), &fine(), Vec::new()).await;
    assert_eq!(refusal(early), (404, 10_015));
    broke(&world, &["before the first response"]);

    let unknown = http.create_interaction_response(1.into(), "token", &response, Vec::new()).await;
    assert_eq!(refusal(unknown), (404, 10_062));
    broke(&world, &["10062"]);

    used.ages(Duration::from_secs(4));
    let late = http.create_interaction_response(used.id().into(), &used.token(), &response, Vec::new()).await;
    assert_eq!(refusal(late), (404, 10_062));
    broke(&world, &["came after 3s"]);

    used.expire();
    let late = http.create_interaction_response(used.id().into(), &used.token(), &response, Vec::new()).await;
    assert_eq!(refusal(late), (404, 10_062));
    broke(&world, &[]);
    world.finish();
}

#[tokio::test]
async fn an_interaction_without_a_response_is_a_violation() {
    let world = world().await;
    let _bot = connect_only(&world).await;
    let (http, channel) = (http(&world), world.channel("ทั่วไป"));
    let used = used_command(&world, &http, &channel).await;
    broke(&world, &[]);
    used.ages(Duration::from_secs(4));
    broke(&world, &["got no response in time"]);
    world.finish();
}

#[tokio::test]
async fn a_token_ends_after_its_time() {
    let world = world().await;
    let _bot = connect_only(&world).await;
    let (http, channel) = (http(&world), world.channel("ทั่วไป"));
    let used = used_command(&world, &http, &channel).await;
    let response = json!({"type": 4, "data": fine()});
    http.create_interaction_response(used.id().into(), &used.token(), &response, Vec::new()).await.unwrap();
    used.expire_token();
    let late = http.create_followup_message(&used.token(), &fine(), Vec::new()).await;
    assert_eq!(refusal(late), (401, 50_027));
    world.finish();
}

#[tokio::test]
async fn callbacks_must_suit_what_was_set_off() {
    let world = world().await;
    let _bot = connect_only(&world).await;
    let (http, channel) = (http(&world), world.channel("ทั่วไป"));
    let used = used_command(&world, &http, &channel).await;
    for (kind, data) in [(6, Value::Null), (7, fine()), (8, json!({"choices": []}))] {
        let response = json!({"type": kind, "data": data});
        let outcome =
            http.create_interaction_response(used.id().into(), &used.token(), &response, Vec::new()).await;
        assert_eq!(refusal(outcome), (400, 50_035));
        broke(&world, &["does not suit"]);
    }
    world.finish();
}

#[tokio::test]
async fn a_route_that_is_not_there_is_a_violation() {
    let world = world().await;
    assert_eq!(refusal(http(&world).get_emojis(1.into()).await).0, 404);
    broke(&world, &["the stand-in has no such route"]);
    world.finish();
}

#[tokio::test]
async fn requests_without_the_token_are_refused() {
    let world = world().await;
    let stranger =
        serenity::http::HttpBuilder::new("stranger").proxy(world.proxy_url()).ratelimiter_disabled(true);
    assert_eq!(refusal(stranger.build().get_current_user().await), (401, 0));
    world.finish();
}

#[tokio::test]
async fn a_tidy_bot_breaks_nothing_by_starting() {
    let world = world().await;
    let _bot = start(&world).await;
    let command = world.command("say").await;
    assert_eq!(command["name_localizations"]["th"], "พูด");
    world.finish();
}
