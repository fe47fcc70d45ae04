//! Makes the commands known to Discord, but only when they changed: registering counts against a daily limit, and
//! clients forget what they had in their menus.

use serenity::all::{Context, CreateCommand, GuildId};
use serenity::json::Value;

use super::{Command, known_as};

/// What Discord adds to a command, and what it derives from the rest.
const ADDED: [&str; 9] = [
    "id",
    "version",
    "application_id",
    "guild_id",
    "dm_permission",
    "name_localized",
    "description_localized",
    "handler",
    "default_permission",
];
/// What a command of one server alone does not have: Discord ignores it.
const GLOBAL_ONLY: [&str; 2] = ["integration_types", "contexts"];
/// Lists that mean the same in any order.
const SETS: [&str; 3] = ["integration_types", "contexts", "channel_types"];
/// The type of a command that does not say: a slash command.
const CHAT_INPUT: u64 = 1;

/// Makes the commands known, in one guild at once or everywhere, unless they are known as they are.
pub(in crate::discord) async fn register(
    context: &Context,
    commands: &[Command],
    guild: Option<GuildId>,
) -> serenity::Result<()> {
    let wanted: Vec<CreateCommand> = commands.iter().flat_map(known_as).collect();
    if is_known(context, &wanted, guild).await {
        tracing::debug!("the commands are registered as they are");
        return Ok(());
    }
    match guild {
        Some(guild) => guild.set_commands(context, wanted).await?,
        None => serenity::all::Command::set_global_commands(context, wanted).await?,
    };
    tracing::info!("the commands are registered");
    Ok(())
}

/// Whether Discord knows exactly these commands. When it does not say, it does not.
async fn is_known(context: &Context, wanted: &[CreateCommand], guild: Option<GuildId>) -> bool {
    let registered = match guild {
        Some(guild) => guild.get_commands_with_localizations(context).await,
        None => context.http.get_global_commands_with_localizations().await,
    };
    let (Ok(registered), Ok(wanted)) = (registered, serde_json::to_value(wanted)) else { return false };
    let Ok(registered) = serde_json::to_value(registered) else { return false };
    normalized(registered, guild.is_some()) == normalized(wanted, guild.is_some())
}

/// Commands in the one form in which equal ones are equal.
fn normalized(commands: Value, in_guild: bool) -> Vec<String> {
    let Value::Array(commands) = commands else { return Vec::new() };
    let mut written: Vec<String> = commands
        .into_iter()
        .map(|mut command| {
            if let Some(fields) = command.as_object_mut() {
                fields.entry("type").or_insert_with(|| CHAT_INPUT.into());
                if in_guild {
                    fields.retain(|key, _| !GLOBAL_ONLY.contains(&key.as_str()));
                }
            }
            clean(&mut command);
            command.to_string()
        })
        .collect();
    written.sort_unstable();
    written
}

/// Drops what Discord adds and what means the same as nothing at all.
fn clean(value: &mut Value) {
    match value {
        Value::Object(fields) => {
            fields.retain(|key, _| !ADDED.contains(&key.as_str()));
            for (key, field) in fields.iter_mut() {
                clean(field);
                if let Value::Array(entries) = field
                    && SETS.contains(&key.as_str())
                {
                    entries.sort_by_key(ToString::to_string);
                }
            }
            fields.retain(|_, field| !means_nothing(field));
        }
        Value::Array(entries) => entries.iter_mut().for_each(clean),
        _ => {}
    }
}

fn means_nothing(value: &Value) -> bool {
    match value {
        Value::Null | Value::Bool(false) => true,
        Value::String(text) => text.is_empty(),
        Value::Array(entries) => entries.is_empty(),
        Value::Object(fields) => fields.is_empty(),
        Value::Bool(true) | Value::Number(_) => false,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn what_discord_adds_makes_no_difference() {
        let ours = json!([{"name": "ask", "description": "d", "options": [{"type": 3, "name": "q", "description": "x",
                           "required": true, "autocomplete": false}], "contexts": [1, 0], "nsfw": false}]);
        let theirs = json!([{"id": "1", "version": "2", "application_id": "3", "type": 1, "name": "ask",
                             "description": "d", "name_localizations": null, "default_member_permissions": null,
                             "options": [{"type": 3, "name": "q", "description": "x", "required": true, "choices": []}],
                             "contexts": [0, 1], "dm_permission": true}]);
        assert_eq!(normalized(ours, false), normalized(theirs, false));
    }

    #[test]
    fn every_change_of_ours_makes_one() {
        let command = json!({"name": "ask", "description": "d", "contexts": [0]});
        for (key, value) in [
            ("name", json!("asks")),
            ("description", json!("e")),
            ("name_localizations", json!({"th": "ถาม"})),
            ("options", json!([{"type": 3, "name": "q", "description": "x"}])),
            ("default_member_permissions", json!("32")),
            ("contexts", json!([0, 1])),
            ("nsfw", json!(true)),
            ("type", json!(3)),
        ] {
            let mut changed = command.clone();
            changed[key] = value;
            assert_ne!(normalized(json!([changed]), false), normalized(json!([command]), false), "{key}");
        }
        let two = json!([command, {"name": "b", "description": "d"}]);
        assert_ne!(normalized(two, false), normalized(json!([command]), false));
    }
}
