//! serenity reads every answer of the stand-in's REST, also of routes that the small bot does not use.

use serde_json::{Value, json};
use serenity::all::{
    ChannelId, Command, CreateCommand, GuildId, Http, Message, MessageId, ReactionType, UserId,
};

use crate::{
    bot::{connect_only, http},
    support::{Interaction, Posted, User, World},
    world,
};

fn silent(content: &str) -> Value {
    json!({"content": content, "allowed_mentions": {"parse": []}})
}

async fn responds(http: &Http, to: &Interaction, kind: u64, data: Value) {
    let response = json!({"type": kind, "data": data});
    http.create_interaction_response(to.id().into(), &to.token(), &response, Vec::new()).await.unwrap();
}

#[tokio::test]
async fn people_and_places_are_found() {
    let world = world().await;
    let http = http(&world);
    let guild = world.guild("กิลด์");
    let channel = guild.channel("ทั่วไป");
    let thread = channel.thread("กระทู้");
    let user = world.user("สมชาย");
    let (guild_id, user_id) = (GuildId::new(guild.id), UserId::new(user.id));
    assert_eq!(http.get_bot_gateway().await.unwrap().shards, 1);
    assert_eq!(http.get_current_application_info().await.unwrap().id.get(), world.bot_id());
    assert_eq!(http.get_current_user().await.unwrap().id.get(), world.bot_id());
    assert_eq!(http.get_user(user_id).await.unwrap().global_name.as_deref(), Some("สมชาย"));
    assert_eq!(http.get_member(guild_id, user_id).await.unwrap().user.id, user_id);
    assert_eq!(http.get_guild(guild_id).await.unwrap().name, "กิลด์");
    assert_eq!(http.get_guilds(None, None).await.unwrap().len(), 1);
    assert_eq!(http.get_channels(guild_id).await.unwrap().len(), 2);
    for id in [channel.id, thread.id, user.dm_channel().id] {
        assert_eq!(http.get_channel(ChannelId::new(id)).await.unwrap().id().get(), id);
    }
    let dm = http.create_private_channel(&json!({"recipient_id": user_id})).await.unwrap();
    assert_eq!(dm.id.get(), user.dm_channel().id);
    world.finish();
}

#[tokio::test]
async fn messages_are_found_and_hidden_as_the_portal_says() {
    let world = world().await;
    let _bot = connect_only(&world).await;
    let http = http(&world);
    let channel = world.channel("ทั่วไป");
    let said = world.user("สมชาย").says(&channel, "ความลับ").await;
    let id = ChannelId::new(channel.id);
    let own = http.send_message(id, Vec::new(), &silent("ของฉัน")).await.unwrap();
    let content =
        |messages: Vec<Message>| messages.into_iter().map(|message| message.content).collect::<Vec<_>>();
    assert_eq!(content(http.get_messages(id, None, Some(10)).await.unwrap()), ["ของฉัน", ""]);
    assert_eq!(http.get_message(id, MessageId::new(said.id)).await.unwrap().content, "");
    http.broadcast_typing(id).await.unwrap();
    assert_eq!(world.typings(), [channel.id]);
    http.create_reaction(id, own.id, &ReactionType::Unicode("👍".to_owned())).await.unwrap();
    http.delete_message(id, own.id, None).await.unwrap();
    assert!(http.get_message(id, own.id).await.is_err());
    world.finish();
}

#[tokio::test]
async fn commands_are_registered_changed_and_removed() {
    let world = world().await;
    let http = http(&world);
    http.set_application_id(world.bot_id().into());
    let guild = world.guild("กิลด์");
    let new = CreateCommand::new("topics").description("Topics").name_localized("th", "หัวข้อ");
    let made = Command::create_global_command(&http, new.clone()).await.unwrap();
    let again = Command::create_global_command(&http, new.clone().description("All topics")).await.unwrap();
    assert_eq!(http.get_global_commands().await.unwrap().len(), 1, "{} gave way to {}", made.id, again.id);
    let in_guild = GuildId::new(guild.id).set_commands(&http, vec![new]).await.unwrap();
    http.delete_guild_command(guild.id.into(), in_guild[0].id).await.unwrap();
    assert!(http.get_guild_commands(guild.id.into()).await.unwrap().is_empty());
    http.delete_global_command(again.id).await.unwrap();
    assert!(http.get_global_commands().await.unwrap().is_empty());
    world.finish();
}

/// A message of the bot with a select menu, and somebody to use it.
async fn with_menu(world: &World, http: &Http) -> (User, Posted) {
    let channel = world.channel("ทั่วไป");
    let options = json!([{"label": "เงินเดือน", "value": "salary"}, {"label": "หน้าที่", "value": "duties"}]);
    let mut body = silent("เลือกเลย");
    body["components"] =
        json!([{"type": 1, "components": [{"type": 3, "custom_id": "menu", "options": options}]}]);
    http.send_message(channel.id.into(), Vec::new(), &body).await.unwrap();
    (world.user("สมชาย"), world.next_bot_message(&channel).await)
}

#[tokio::test]
async fn menus_and_forms_work() {
    let world = world().await;
    let _bot = connect_only(&world).await;
    let http = http(&world);
    http.set_application_id(world.bot_id().into());
    let (user, message) = with_menu(&world, &http).await;

    let chosen = user.selects(&message, &["เงินเดือน"]).await;
    responds(&http, &chosen, 7, silent("เลือกเงินเดือน")).await;
    assert_eq!(chosen.response().await.id, message.id);
    assert_eq!(message.content(), "เลือกเงินเดือน");

    let opens = user.selects(&message, &["duties"]).await;
    let input = json!({"type": 4, "custom_id": "why", "label": "ทำไม", "style": 1});
    let form =
        json!({"custom_id": "form", "title": "ฟอร์ม", "components": [{"type": 1, "components": [input]}]});
    responds(&http, &opens, 9, form).await;
    let sent = user.submits(&opens, &[("why", "อยากรู้")]).await;
    responds(&http, &sent, 6, Value::Null).await;
    http.edit_original_interaction_response(&sent.token(), &silent("ขอบคุณ"), Vec::new()).await.unwrap();
    assert_eq!(sent.response().await.content(), "ขอบคุณ");
    world.finish();
}

#[tokio::test]
async fn updates_that_are_no_edits_and_purges_are_sent() {
    let world = world().await;
    let _bot = connect_only(&world).await;
    let channel = world.channel("ทั่วไป");
    let user = world.user("สมชาย").moderator();
    let said = user.says(&channel, "https://example.org").await;
    said.unfurls("https://example.org").await;
    assert_eq!(said.edits(), 0);
    user.purges(&[&said]).await;
    assert!(!said.stands());
    world.all_read().await;
    world.finish();
}
