//! Discord's JSON objects, complete as Discord sends them today (API v10, gateway and REST forms).
//!
//! Pure functions from the state to values; what a bot may see of a message's content is decided here too.

use serde_json::{Value, json};

use super::{
    clock,
    state::{ChannelRecord, GuildRecord, MessageRecord, Person, State, intents, kind, permissions},
};

/// When everybody joined every guild.
const JOINED: &str = "2025-01-15T08:30:00.000000+00:00";
/// Upload limit of a guild without boosts, in bytes (`attachment_size_limit` of interactions).
const ATTACHMENT_SIZE_LIMIT: u64 = 10 * 1024 * 1024;

/// A user object.
pub fn user(person: &Person) -> Value {
    let mut object = json!({
        "id": person.id.to_string(), "username": username(person), "global_name": person.name,
        "discriminator": "0", "avatar": null, "avatar_decoration_data": null, "collectibles": null,
        "display_name_styles": null, "primary_guild": null, "clan": null, "public_flags": 0,
    });
    if person.bot {
        object["bot"] = json!(true);
        object["global_name"] = Value::Null;
        object["username"] = json!(person.name);
    }
    object
}

/// The bot as it sees itself.
pub fn current_user(person: &Person) -> Value {
    let account = json!({
        "mfa_enabled": true, "verified": true, "email": null, "flags": 0, "locale": "en-US", "premium_type": 0,
        "banner": null, "banner_color": null, "accent_color": null, "bio": "",
    });
    merged([user(person), account])
}

/// Usernames are Latin; display names are what people chose.
fn username(person: &Person) -> String {
    format!("user{}", person.id)
}

/// A member object without its user, as it stands in messages.
pub fn member() -> Value {
    json!({
        "roles": [], "nick": null, "avatar": null, "banner": null, "avatar_decoration_data": null,
        "collectibles": null, "display_name_styles": null, "joined_at": JOINED, "premium_since": null,
        "deaf": false, "mute": false, "pending": false, "flags": 0, "communication_disabled_until": null,
    })
}

/// A member object with its user.
pub fn full_member(person: &Person) -> Value {
    let mut object = member();
    object["user"] = user(person);
    object
}

/// A member object with user and permissions, as it stands in interactions.
pub fn acting_member(person: &Person) -> Value {
    let mut object = full_member(person);
    object["permissions"] = json!(person.permissions.to_string());
    object["unusual_dm_activity_until"] = Value::Null;
    object
}

/// A guild as `GUILD_CREATE` holds it.
pub fn guild(state: &State, guild: &GuildRecord) -> Value {
    let of_guild = |threads: bool| {
        state
            .channels
            .values()
            .filter(move |channel| {
                channel.guild == Some(guild.id) && (channel.kind == kind::THREAD) == threads
            })
            .map(channel)
            .collect::<Vec<_>>()
    };
    let everyone = json!({
        "id": guild.id.to_string(), "name": "@everyone", "description": null, "color": 0,
        "colors": {"primary_color": 0, "secondary_color": null, "tertiary_color": null},
        "hoist": false, "icon": null, "unicode_emoji": null, "position": 0,
        "permissions": permissions::EVERYBODY.to_string(), "managed": false, "mentionable": false, "flags": 0,
    });
    let identity = json!({
        "id": guild.id.to_string(), "name": guild.name, "icon": null, "splash": null, "discovery_splash": null,
        "home_header": null, "owner_id": state.bot.to_string(), "region": "deprecated", "afk_channel_id": null,
        "afk_timeout": 300, "widget_enabled": false, "widget_channel_id": null, "verification_level": 1,
        "default_message_notifications": 1, "explicit_content_filter": 2, "roles": [everyone], "emojis": [],
    });
    let settings = json!({
        "features": ["COMMUNITY", "NEWS"], "mfa_level": 0, "application_id": null, "system_channel_id": null,
        "system_channel_flags": 0, "rules_channel_id": null, "max_presences": null, "max_members": 25_000_000,
        "vanity_url_code": null, "description": null, "banner": null, "premium_tier": 0,
        "premium_subscription_count": 0, "preferred_locale": guild.locale, "public_updates_channel_id": null,
        "safety_alerts_channel_id": null, "max_video_channel_users": 25, "max_stage_video_channel_users": 50,
        "nsfw": false, "nsfw_level": 0, "stickers": [], "premium_progress_bar_enabled": false, "hub_type": null,
        "latest_onboarding_question_id": null, "incidents_data": null, "inventory_settings": null,
        "premium_features": null, "profile": null, "owner_configured_content_level": null,
    });
    // What only the event has.
    let extra = json!({
        "joined_at": JOINED, "large": false, "lazy": true, "unavailable": false, "member_count": state.people.len(),
        "voice_states": [], "members": [full_member(state.person(state.bot))], "channels": of_guild(false),
        "threads": of_guild(true), "presences": [], "stage_instances": [], "guild_scheduled_events": [],
        "soundboard_sounds": [], "activity_instances": [], "embedded_activities": [],
        "application_command_counts": {"1": 0, "2": 0, "3": 0}, "version": 1_780_304_400_000_u64,
    });
    merged([identity, settings, extra])
}

/// One object with the fields of all.
fn merged<const N: usize>(objects: [Value; N]) -> Value {
    let objects = objects.into_iter().filter_map(|object| object.as_object().cloned());
    Value::Object(objects.flatten().collect())
}

/// A channel object of any kind.
pub fn channel(record: &ChannelRecord) -> Value {
    let id = record.id.to_string();
    let guild = record.guild.map(|guild| guild.to_string());
    let parent = record.parent.map(|parent| parent.to_string());
    match record.kind {
        kind::DM | kind::GROUP => json!({"id": id, "type": record.kind, "last_message_id": null, "flags": 0}),
        kind::THREAD => json!({
            "id": id, "type": record.kind, "guild_id": guild, "parent_id": parent, "name": record.name,
            "owner_id": id, "last_message_id": null, "rate_limit_per_user": 0, "bitrate": 64000, "user_limit": 0,
            "rtc_region": null, "message_count": 1, "member_count": 1, "total_message_sent": 1, "flags": 0,
            "member_ids_preview": [], "applied_tags": [],
            "thread_metadata": {
                "archived": false, "archive_timestamp": clock::time_of(record.id), "auto_archive_duration": 4320,
                "locked": false, "create_timestamp": clock::time_of(record.id),
            },
        }),
        kind::FORUM => json!({
            "id": id, "type": record.kind, "guild_id": guild, "parent_id": parent, "name": record.name, "topic": null,
            "position": 1, "permission_overwrites": [], "nsfw": false, "last_message_id": null,
            "rate_limit_per_user": 0, "flags": 0, "available_tags": [], "default_reaction_emoji": null,
            "default_sort_order": null, "default_forum_layout": 0, "template": "",
        }),
        _ => json!({
            "id": id, "type": record.kind, "guild_id": guild, "parent_id": parent, "name": record.name, "topic": null,
            "position": 1, "permission_overwrites": [], "nsfw": false, "last_message_id": null,
            "last_pin_timestamp": null, "rate_limit_per_user": 0, "flags": 0, "icon_emoji": null,
            "theme_color": null, "version": 1_780_304_400_000_u64,
        }),
    }
}

/// The channel as an interaction shows it.
pub fn interaction_channel(state: &State, record: &ChannelRecord, acting: &Person) -> Value {
    let mut object = channel(record);
    match record.recipient {
        Some(recipient) => object["recipients"] = json!([user(state.person(recipient))]),
        None => object["permissions"] = json!(acting.permissions.to_string()),
    }
    object
}

/// The fields that every interaction has, whatever its kind.
pub fn interaction(
    state: &State,
    id: u64,
    token: &str,
    kind: u64,
    acting: &Person,
    place: &ChannelRecord,
) -> Value {
    let mut object = json!({
        "id": id.to_string(), "application_id": state.bot.to_string(), "type": kind, "token": token, "version": 1,
        "channel_id": place.id.to_string(), "channel": interaction_channel(state, place, acting),
        "locale": acting.locale, "entitlements": [], "entitlement_sku_ids": [],
        "attachment_size_limit": ATTACHMENT_SIZE_LIMIT,
        "app_permissions": app_permissions(place).to_string(),
        "authorizing_integration_owners": integration_owners(place),
    });
    if let Some(guild) = place.guild.and_then(|guild| state.guilds.get(&guild)) {
        object["guild_id"] = json!(guild.id.to_string());
        object["guild_locale"] = json!(guild.locale);
        object["guild"] =
            json!({"id": guild.id.to_string(), "locale": guild.locale, "features": ["COMMUNITY", "NEWS"]});
        object["member"] = acting_member(acting);
        object["context"] = json!(0);
    } else if let Some(guild) = place.guild {
        // A server that the bot is no member of.
        object["guild_id"] = json!(guild.to_string());
        object["guild_locale"] = json!("en-US");
        object["guild"] = json!({"id": guild.to_string(), "locale": "en-US", "features": []});
        object["member"] = acting_member(acting);
        object["context"] = json!(0);
    } else {
        object["user"] = user(acting);
        object["context"] = json!(if place.kind == kind::GROUP { 2 } else { 1 });
    }
    object
}

fn app_permissions(place: &ChannelRecord) -> u64 {
    permissions::EVERYBODY & !place.denied
}

/// Who installed the app where the interaction happens; `"0"` stands for the direct messages of a guild-installed app.
pub fn integration_owners(place: &ChannelRecord) -> Value {
    if let Some(person) = place.guest_of {
        return json!({"1": person.to_string()});
    }
    json!({"0": place.guild.map_or_else(|| "0".to_owned(), |guild| guild.to_string())})
}

/// A new message object as REST answers it, with nothing in it but text.
pub fn message(id: u64, channel: u64, author: &Person, content: &str) -> Value {
    json!({
        "id": id.to_string(), "type": 0, "channel_id": channel.to_string(), "author": user(author),
        "content": content, "timestamp": clock::time_of(id), "edited_timestamp": null, "tts": false,
        "mention_everyone": false, "mentions": [], "mention_roles": [], "attachments": [], "embeds": [],
        "components": [], "pinned": false, "flags": 0,
    })
}

/// A message as the gateway sends it to the bot, and the intent without which it is not sent at all.
pub fn message_event(state: &State, record: &MessageRecord) -> (Value, u64) {
    let place = state.channel(record.channel);
    let mut object = record.object.clone();
    object["channel_type"] = json!(place.kind);
    let granted =
        state.session.as_ref().is_some_and(|session| session.intents & intents::MESSAGE_CONTENT != 0);
    veil(state, &mut object, place.guild.is_none(), granted);
    let Some(guild) = place.guild else { return (object, intents::DIRECT_MESSAGES) };
    object["guild_id"] = json!(guild.to_string());
    if object["webhook_id"].is_null() {
        object["member"] = member();
    }
    for mentioned in object["mentions"].as_array_mut().into_iter().flatten() {
        mentioned["member"] = member();
    }
    (object, intents::GUILD_MESSAGES)
}

/// Empties what a bot without the message-content intent does not get ("Message Content Intent" in Discord's gateway
/// reference): unless it is a direct message, its own message, or mentions it (also by a reply with the ping on).
pub fn veil(state: &State, message: &mut Value, direct: bool, granted: bool) {
    if message.is_null() {
        return;
    }
    let bot = state.bot.to_string();
    let own = message["author"]["id"] == bot.as_str();
    let mentioned =
        message["mentions"].as_array().is_some_and(|all| all.iter().any(|user| user["id"] == bot.as_str()));
    if !(direct || granted || own || mentioned) {
        message["content"] = json!("");
        for list in ["embeds", "attachments", "components"] {
            message[list] = json!([]);
        }
    }
    if let Some(referenced) = message.get_mut("referenced_message") {
        veil(state, referenced, direct, granted);
    }
}
