//! Routes that only look something up: gateway, application, users, guilds, channels.

use serde_json::{Value, json};

use super::{Answer, Outcome, Refusal, Request, id};
use crate::support::{
    gateway::application_flags,
    objects,
    state::{State, permissions},
};

/// "Unknown User", "Unknown Guild" and "Unknown Member" of Discord's error codes.
const UNKNOWN_USER: u32 = 10_013;
const UNKNOWN_GUILD: u32 = 10_004;
const UNKNOWN_MEMBER: u32 = 10_007;

pub fn gateway(state: &State) -> Outcome {
    Ok(Answer::Object(json!({"url": format!("ws://{}", state.address)})))
}

pub fn gateway_for_bots(state: &State) -> Outcome {
    Ok(Answer::Object(json!({
        "url": format!("ws://{}", state.address), "shards": 1,
        "session_start_limit": {"total": 1000, "remaining": 999, "reset_after": 14_400_000, "max_concurrency": 1},
    })))
}

pub fn application(state: &State) -> Outcome {
    let bot = state.person(state.bot);
    Ok(Answer::Object(json!({
        "id": bot.id.to_string(), "name": bot.name, "icon": null, "description": "", "summary": "", "type": null,
        "bot": objects::user(bot), "bot_public": true, "bot_require_code_grant": false, "is_monetized": false,
        "is_verified": false, "is_discoverable": false, "hook": true, "storefront_available": false,
        "verify_key": "0".repeat(64), "owner": owner(), "team": null, "flags": application_flags(state), "tags": [],
        "redirect_uris": [], "interactions_endpoint_url": null, "role_connections_verification_url": null,
        "event_webhooks_url": null, "event_webhooks_status": 1, "approximate_guild_count": state.guilds.len(),
        "approximate_user_install_count": 0, "approximate_user_authorization_count": 0,
        "install_params": {"scopes": ["bot", "applications.commands"], "permissions": "0"},
        "integration_types_config": {"0": {"oauth2_install_params": {
            "scopes": ["bot", "applications.commands"], "permissions": "0",
        }}},
    })))
}

/// The owner of the application, who takes no part in the world.
fn owner() -> Value {
    json!({
        "id": "100000000000000001", "username": "owner", "global_name": null, "discriminator": "0", "avatar": null,
        "avatar_decoration_data": null, "public_flags": 0, "flags": 0,
    })
}

pub fn current_user(state: &State) -> Outcome {
    Ok(Answer::Object(objects::current_user(state.person(state.bot))))
}

pub fn user(state: &State, person: &str) -> Outcome {
    let person =
        state.people.get(&id(person)).ok_or_else(|| Refusal::new(404, UNKNOWN_USER, "Unknown User"))?;
    Ok(Answer::Object(objects::user(person)))
}

pub fn guilds(state: &State) -> Outcome {
    let all = state.guilds.values().map(|guild| {
        json!({
            "id": guild.id.to_string(), "name": guild.name, "icon": null, "banner": null, "owner": false,
            "permissions": permissions::EVERYBODY.to_string(), "features": ["COMMUNITY"],
        })
    });
    Ok(Answer::Object(all.collect()))
}

pub fn open_dm(state: &mut State, request: &Request<'_>) -> Outcome {
    let recipient = id(request.body["recipient_id"].as_str().unwrap_or_default());
    if !state.people.contains_key(&recipient) {
        return Err(Refusal::invalid_form());
    }
    let channel = state.dm_channel(recipient);
    self::channel(state, &channel.to_string())
}

pub fn guild(state: &State, guild: &str) -> Outcome {
    let guild =
        state.guilds.get(&id(guild)).ok_or_else(|| Refusal::new(404, UNKNOWN_GUILD, "Unknown Guild"))?;
    Ok(Answer::Object(objects::guild(state, guild)))
}

pub fn channels(state: &State, guild: &str) -> Outcome {
    let all = state.channels.values().filter(|channel| channel.guild == Some(id(guild)));
    Ok(Answer::Object(all.map(objects::channel).collect()))
}

pub fn member(state: &State, guild: &str, person: &str) -> Outcome {
    let person = if person == "@me" { state.bot } else { id(person) };
    let found = state.people.get(&person).filter(|_| state.guilds.contains_key(&id(guild)));
    let person = found.ok_or_else(|| Refusal::new(404, UNKNOWN_MEMBER, "Unknown Member"))?;
    Ok(Answer::Object(objects::full_member(person)))
}

pub fn channel(state: &State, channel: &str) -> Outcome {
    let record = state.channels.get(&id(channel)).ok_or_else(Refusal::unknown_channel)?;
    let mut object = objects::channel(record);
    if let Some(recipient) = record.recipient {
        object["recipients"] = json!([objects::user(state.person(recipient))]);
    }
    Ok(Answer::Object(object))
}
