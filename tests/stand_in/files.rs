//! Messages with files, as serenity sends them.

use std::collections::BTreeSet;

use serde_json::{Value, json};
use serenity::all::{
    ChannelId, CreateAllowedMentions, CreateAttachment, CreateMessage, EditAttachments, EditMessage, Message,
};

use crate::{
    bot::{connect_only, http},
    support::{
        Channel, World,
        rest::form::File,
        state::permissions,
        validate::{files, limits},
    },
    world,
};

fn picture() -> CreateAttachment {
    CreateAttachment::bytes(b"\x89PNG\r\n--not-a-boundary\r\n\r\n".to_vec(), "pay.png")
        .description("ช่วงเงินเดือน")
}

fn message() -> CreateMessage {
    CreateMessage::new().content("ดูภาพ").allowed_mentions(CreateAllowedMentions::new()).add_file(picture())
}

async fn sent(world: &World, channel: &Channel, message: CreateMessage) -> serenity::Result<Message> {
    ChannelId::new(channel.id).send_message(&http(world), message).await
}

#[tokio::test]
async fn a_file_arrives_with_its_description() {
    let world = world().await;
    let _bot = connect_only(&world).await;
    let channel = world.channel("ทั่วไป");
    sent(&world, &channel, message()).await.unwrap();
    let posted = world.bot_messages(&channel).pop().unwrap();
    let [file] = posted.files().try_into().ok().unwrap();
    assert_eq!((file.name.as_str(), file.content_type.as_str()), ("pay.png", "image/png"));
    assert_eq!(file.description, "ช่วงเงินเดือน");
    assert_eq!(file.bytes, picture().data);
    world.finish();
}

#[tokio::test]
async fn an_edit_keeps_or_takes_away_the_files() {
    let world = world().await;
    let _bot = connect_only(&world).await;
    let channel = world.channel("ทั่วไป");
    let mut message = sent(&world, &channel, message()).await.unwrap();
    let files = || world.bot_messages(&channel).pop().unwrap().files().len();
    let edit = || EditMessage::new().content("ใหม่").allowed_mentions(CreateAllowedMentions::new());
    message.edit(&http(&world), edit()).await.unwrap();
    assert_eq!(files(), 1);
    let more = EditAttachments::keep_all(&message).add(picture());
    message.edit(&http(&world), edit().attachments(more)).await.unwrap();
    assert_eq!(files(), 2);
    message.edit(&http(&world), edit().remove_all_attachments()).await.unwrap();
    assert_eq!(files(), 0);
    world.finish();
}

#[tokio::test]
async fn files_need_their_permission() {
    let world = world().await;
    let _bot = connect_only(&world).await;
    let channel = world.channel("ทั่วไป");
    channel.deny(permissions::ATTACH_FILES);
    assert!(sent(&world, &channel, message()).await.is_err());
    assert!(world.bot_messages(&channel).is_empty());
    world.finish();
}

#[test]
fn every_rule_about_files() {
    let file = |name: &str, bytes: usize| File {
        number: 0,
        name: name.to_owned(),
        content_type: "image/png".to_owned(),
        bytes: vec![0; bytes],
    };
    let about =
        |id: Value, description: &str| json!({"attachments": [{"id": id, "description": description}]});
    let long = "ก".repeat(limits::FILE_DESCRIPTION + 1);
    for (message, sent, expected) in [
        (about(json!(0), "ภาพ"), vec![file("a.png", 1)], None),
        (about(json!("0"), "ภาพ"), vec![file("a.png", limits::FILE_BYTES)], None),
        (about(json!(7), ""), vec![], None),
        (about(json!(0), ""), vec![], Some("neither sent nor there")),
        (json!({}), vec![file("a.png", 1)], Some("no attachment describes")),
        (about(json!(0), ""), vec![file("ภาพ.png", 1)], Some("file name")),
        (about(json!(0), ""), vec![file("a.png", limits::FILE_BYTES + 1)], Some("bytes")),
        (about(json!(0), &long), vec![file("a.png", 1)], Some("description")),
        (about(json!(0), ""), vec![file("a.png", 1), file("b.png", 1)], Some("stands there twice")),
    ] {
        let broken = files::check(&message, &sent, &BTreeSet::from([7]));
        let told = broken.iter().any(|violation| expected.is_some_and(|part| violation.text.contains(part)));
        assert!(told || (expected.is_none() && broken.is_empty()), "{expected:?} in {broken:#?}");
    }
}
