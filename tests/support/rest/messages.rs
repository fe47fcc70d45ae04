//! Messages of channels: written, edited, deleted and looked up by the bot.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::{Answer, Outcome, Refusal, Request, form::File, id, reject};
use crate::support::{
    objects,
    state::{State, kind, permissions},
    user::Mentions,
    validate::{self, message::Kind},
};

/// "Cannot edit a message authored by another user" of Discord's error codes.
const NOT_THE_AUTHOR: u32 = 50_005;
/// "Missing Access" and "Cannot reply without permission to read message history", same source.
const MISSING_ACCESS: u32 = 50_001;
const NO_REPLY_WITHOUT_HISTORY: u32 = 160_002;
/// How many messages a listing holds when the request does not say.
const LISTED: usize = 50;

pub fn create(state: &mut State, channel: &str, request: &Request<'_>) -> Outcome {
    let place = state.channels.get(&id(channel)).ok_or_else(Refusal::unknown_channel)?;
    let (place, denied) = (place.id, place.denied);
    let lacks = |permission: u64| denied & permission != 0;
    let speaks = if state.channel(place).kind == kind::THREAD {
        permissions::SEND_MESSAGES_IN_THREADS
    } else {
        permissions::SEND_MESSAGES
    };
    if lacks(permissions::VIEW_CHANNEL) {
        return Err(Refusal::new(403, MISSING_ACCESS, "Missing Access"));
    }
    if lacks(permissions::EMBED_LINKS) && request.body["embeds"].as_array().is_some_and(|all| !all.is_empty())
    {
        return Err(Refusal::missing_permissions());
    }
    if lacks(permissions::READ_MESSAGE_HISTORY) && request.body["message_reference"].is_object() {
        let reason = "Cannot reply without permission to read message history";
        return Err(Refusal::new(400, NO_REPLY_WITHOUT_HISTORY, reason));
    }
    if lacks(speaks) || (!request.files.is_empty() && lacks(permissions::ATTACH_FILES)) {
        return Err(Refusal::missing_permissions());
    }
    let mut broken = validate::message::check(request.body, Kind::Message, state.options.allows_reply_ping);
    broken.extend(validate::files::check(request.body, request.files, &BTreeSet::new()));
    reject(state, "a new message", broken)?;
    let referenced = referenced_message(state, request.body)?;
    let message = write(state, place, request.body, request.files);
    if let Some(referenced) = referenced {
        refer(state, message, referenced);
    }
    state.dispatch_message("MESSAGE_CREATE", message);
    Ok(Answer::Object(state.messages[&message].object.clone()))
}

/// The message that a new one replies to; `None` also where it is gone and the request said that this does not matter.
fn referenced_message(state: &mut State, body: &Value) -> Result<Option<u64>, Refusal> {
    let Some(asked) = body["message_reference"]["message_id"].as_str() else { return Ok(None) };
    if state.messages.get(&id(asked)).is_some_and(|message| !message.deleted) {
        return Ok(Some(id(asked)));
    }
    if body["message_reference"]["fail_if_not_exists"] == false {
        Ok(None)
    } else {
        Err(Refusal::invalid_form())
    }
}

fn refer(state: &mut State, message: u64, referenced: u64) {
    const REPLY: u64 = 19;
    let referenced = state.messages[&referenced].clone();
    let guild = state.channel(referenced.channel).guild;
    let record = state.messages.get_mut(&message).expect("just written");
    record.object["type"] = json!(REPLY);
    record.object["message_reference"] = json!({
        "type": 0, "channel_id": referenced.channel.to_string(), "message_id": referenced.id.to_string(),
    });
    if let Some(guild) = guild {
        record.object["message_reference"]["guild_id"] = json!(guild.to_string());
    }
    let pings = record.allowed_mentions.as_ref().is_none_or(|allowed| allowed["replied_user"] == true);
    if pings {
        record.object["mentions"] = json!([referenced.object["author"]]);
    }
    let mut shown = referenced.object;
    shown.as_object_mut().expect("messages are objects").remove("referenced_message");
    record.object["referenced_message"] = shown;
}

/// Adds a message of the bot as a request body describes it, without telling anyone.
pub fn write(state: &mut State, channel: u64, body: &Value, files: &[File]) -> u64 {
    let content = body["content"].as_str().unwrap_or_default();
    let id = state.add_message(channel, state.bot, content);
    fill(state, id, body, files);
    let record = state.messages.get_mut(&id).expect("just written");
    record.object["nonce"] = body["nonce"].clone();
    record.object["flags"] = json!(body["flags"].as_u64().unwrap_or(0));
    id
}

/// Changes a message of the bot as a request body describes it, without telling anyone.
pub fn rewrite(state: &mut State, message: u64, body: &Value, files: &[File]) {
    let now = state.clock.snowflake();
    fill(state, message, body, files);
    let record = state.messages.get_mut(&message).expect("a message of this world");
    record.object["edited_timestamp"] = json!(crate::support::clock::time_of(now));
    record.edits += 1;
}

/// Copies the parts of a body that it names; `null` empties them.
fn fill(state: &mut State, message: u64, body: &Value, files: &[File]) {
    attach(state, message, body, files);
    let (bot, content) = (state.bot, body["content"].as_str().unwrap_or_default());
    let mentions = Mentions::of(state, bot, content);
    let record = state.messages.get_mut(&message).expect("a message of this world");
    if body.get("content").is_some() {
        record.object["content"] = json!(content);
        // What `allowed_mentions` does not allow mentions nobody; that it allows nothing is checked elsewhere.
        let silenced = body["allowed_mentions"]["parse"].as_array().is_some_and(Vec::is_empty);
        if !silenced {
            mentions.write(&mut record.object);
        }
    }
    if let Some(embeds) = body.get("embeds") {
        record.object["embeds"] = received_embeds(embeds);
    }
    if let Some(components) = body.get("components") {
        record.object["components"] = received_components(components);
    }
    if let Some(allowed) = body.get("allowed_mentions") {
        record.allowed_mentions = Some(allowed.clone());
    } else if body.get("content").is_some() {
        record.allowed_mentions = None;
    }
}

/// Keeps the attachments that `attachments` names, every one where it is not there, and adds the new files.
fn attach(state: &mut State, message: u64, body: &Value, files: &[File]) {
    let described = body["attachments"].as_array().cloned();
    let about = |number: u64| {
        described.iter().flatten().find(|attachment| validate::files::number(attachment) == Some(number))
    };
    let channel = state.messages[&message].channel;
    let mut attached = state.messages[&message].object["attachments"].as_array().cloned().unwrap_or_default();
    attached.retain(|attachment| {
        described.is_none() || validate::files::number(attachment).is_some_and(|id| about(id).is_some())
    });
    for file in files {
        let id = state.clock.snowflake();
        let url = format!("https://cdn.discordapp.com/attachments/{channel}/{id}/{}", file.name);
        let mut attachment = json!({
            "id": id.to_string(), "filename": file.name, "size": file.bytes.len(), "url": url, "proxy_url": url,
            "content_type": file.content_type,
        });
        if let Some(description) =
            about(file.number).and_then(|attachment| attachment["description"].as_str())
        {
            attachment["description"] = json!(description);
        }
        attached.push(attachment);
        state.files.insert(id, file.bytes.clone());
    }
    let record = state.messages.get_mut(&message).expect("a message of this world");
    record.object["attachments"] = json!(attached);
}

/// The ids of the files that a message has.
pub fn attached(state: &State, message: u64) -> BTreeSet<u64> {
    let attachments = state.messages[&message].object["attachments"].as_array();
    attachments.into_iter().flatten().filter_map(validate::files::number).collect()
}

/// Embeds as Discord gives them back: each says that it is a rich one.
fn received_embeds(embeds: &Value) -> Value {
    let mut embeds = embeds.as_array().cloned().unwrap_or_default();
    for embed in &mut embeds {
        embed["type"] = json!("rich");
    }
    json!(embeds)
}

/// Components as Discord gives them back: numbered through the message.
fn received_components(components: &Value) -> Value {
    let mut rows = components.as_array().cloned().unwrap_or_default();
    let mut number = 0;
    for row in &mut rows {
        number += 1;
        row["id"] = json!(number);
        for component in row["components"].as_array_mut().into_iter().flatten() {
            number += 1;
            component["id"] = json!(number);
        }
    }
    json!(rows)
}

pub fn edit(state: &mut State, channel: &str, message: &str, request: &Request<'_>) -> Outcome {
    let message = standing(state, channel, message)?;
    if state.messages[&message].author != state.bot {
        return Err(Refusal::new(403, NOT_THE_AUTHOR, "Cannot edit a message authored by another user"));
    }
    edit_own(state, message, request, "an edited message")?;
    Ok(Answer::Object(state.messages[&message].object.clone()))
}

/// Checks and carries out an edit of one of the bot's messages, and tells the bot.
pub fn edit_own(state: &mut State, message: u64, request: &Request<'_>, what: &str) -> Result<(), Refusal> {
    let body = request.body;
    let mut broken = validate::message::check(body, Kind::Edit, state.options.allows_reply_ping);
    let mut result = state.messages[&message].object.clone();
    for part in ["content", "embeds", "components"] {
        if let Some(new) = body.get(part) {
            result[part] = new.clone();
        }
    }
    broken.extend(validate::message::check_bytes(&result));
    broken.extend(validate::files::check(body, request.files, &attached(state, message)));
    reject(state, what, broken)?;
    rewrite(state, message, body, request.files);
    state.dispatch_message("MESSAGE_UPDATE", message);
    Ok(())
}

pub fn delete(state: &mut State, channel: &str, message: &str) -> Outcome {
    let message = standing(state, channel, message)?;
    if state.messages[&message].author != state.bot {
        return Err(Refusal::missing_permissions());
    }
    state.delete_message(message);
    Ok(Answer::Empty)
}

pub fn get(state: &mut State, channel: &str, message: &str) -> Outcome {
    let message = standing(state, channel, message)?;
    Ok(Answer::Object(seen_by_bot(state, message)))
}

pub fn list(state: &mut State, channel: &str, request: &Request<'_>) -> Outcome {
    let limit = request.parameter("limit").and_then(|limit| limit.parse().ok()).unwrap_or(LISTED);
    let place = state.channels.get(&id(channel)).ok_or_else(Refusal::unknown_channel)?.id;
    if state.channel(place).denied & permissions::READ_MESSAGE_HISTORY != 0 {
        return Ok(Answer::Object(json!([])));
    }
    let standing = state.messages.values();
    let standing =
        standing.filter(|message| message.channel == place && !message.deleted && message.only_for.is_none());
    // The newest, or the first ones after a message; newest first either way.
    let all: Vec<u64> = standing.map(|message| message.id).collect();
    let mut listed: Vec<u64> = if let Some(after) = request.parameter("after").map(id) {
        all.into_iter().filter(|message| *message > after).take(limit).collect()
    } else {
        all[all.len().saturating_sub(limit)..].to_vec()
    };
    listed.reverse();
    Ok(Answer::Object(listed.into_iter().map(|message| seen_by_bot(state, message)).collect()))
}

pub fn typing(state: &mut State, channel: &str) -> Outcome {
    let place = state.channels.get(&id(channel)).ok_or_else(Refusal::unknown_channel)?.id;
    state.typings.push(place);
    Ok(Answer::Empty)
}

pub fn react(state: &mut State, channel: &str, message: &str, emoji: &str) -> Outcome {
    let message = standing(state, channel, message)?;
    state.reactions.push((message, emoji.to_owned()));
    Ok(Answer::Empty)
}

pub fn unreact(state: &mut State, channel: &str, message: &str, emoji: &str) -> Outcome {
    let message = standing(state, channel, message)?;
    state.reactions.retain(|(on, with)| !(*on == message && with == emoji));
    Ok(Answer::Empty)
}

/// A message that stands in a channel; ephemeral ones are reachable through their interaction alone.
fn standing(state: &State, channel: &str, message: &str) -> Result<u64, Refusal> {
    let record = state.messages.get(&id(message)).filter(|record| record.channel == id(channel));
    let record = record.filter(|record| !record.deleted && record.only_for.is_none());
    record.map(|record| record.id).ok_or_else(Refusal::unknown_message)
}

/// REST hides content from applications without the intent in the portal, as the gateway does.
fn seen_by_bot(state: &State, message: u64) -> Value {
    let record = &state.messages[&message];
    let mut object = record.object.clone();
    let direct = state.channel(record.channel).guild.is_none();
    objects::veil(state, &mut object, direct, state.options.grants_message_content);
    object
}
