//! Registration of application commands, for everywhere or for one guild.

use serde_json::{Value, json};

use super::{Answer, Outcome, Refusal, Request, id, reject};
use crate::support::{state::State, validate};

/// "Unknown Application Command" and "Unknown Application" of Discord's error codes.
const UNKNOWN_COMMAND: u32 = 10_063;
const UNKNOWN_APPLICATION: u32 = 10_002;
/// The type of a command whose body does not say: a slash command.
const CHAT_INPUT: u64 = 1;

pub fn route(
    state: &mut State,
    method: &str,
    application: &str,
    guild: Option<&str>,
    rest: &[&str],
    request: &Request<'_>,
) -> Outcome {
    if id(application) != state.bot {
        return Err(Refusal::new(404, UNKNOWN_APPLICATION, "Unknown Application"));
    }
    let guild = guild.map(id);
    match (method, rest) {
        ("GET", []) => {
            let mut all = registered(state, guild).clone();
            if request.parameter("with_localizations") != Some("true") {
                all.iter_mut().for_each(drop_localizations);
            }
            Ok(Answer::Object(json!(all)))
        }
        ("PUT", []) => replace_all(state, guild, request.body),
        ("POST", []) => create(state, guild, request.body),
        ("GET", [command]) => find(state, guild, command).map(Answer::Object),
        ("PATCH", [command]) => change(state, guild, command, request.body),
        ("DELETE", [command]) => {
            find(state, guild, command)?;
            registered(state, guild).retain(|registered| registered["id"] != *command);
            Ok(Answer::Empty)
        }
        _ => Err(Refusal::new(405, 0, "405: Method Not Allowed")),
    }
}

/// A list comes without its translations, unless they are asked for.
fn drop_localizations(command: &mut Value) {
    for key in ["name_localizations", "description_localizations"] {
        if let Some(fields) = command.as_object_mut() {
            fields.remove(key);
        }
    }
    for list in ["options", "choices"] {
        command[list].as_array_mut().into_iter().flatten().for_each(drop_localizations);
    }
}

fn registered(state: &mut State, guild: Option<u64>) -> &mut Vec<Value> {
    match guild {
        Some(guild) => state.guild_commands.entry(guild).or_default(),
        None => &mut state.global_commands,
    }
}

fn find(state: &mut State, guild: Option<u64>, command: &str) -> Result<Value, Refusal> {
    let found = registered(state, guild).iter().find(|registered| registered["id"] == command).cloned();
    found.ok_or_else(|| Refusal::new(404, UNKNOWN_COMMAND, "Unknown application command"))
}

fn replace_all(state: &mut State, guild: Option<u64>, body: &Value) -> Outcome {
    let bodies = body.as_array().cloned().unwrap_or_default();
    reject(state, "the commands", validate::command::check_all(&bodies))?;
    let commands = bodies.iter().map(|body| described(state, guild, body)).collect::<Vec<_>>();
    registered(state, guild).clone_from(&commands);
    Ok(Answer::Object(json!(commands)))
}

fn create(state: &mut State, guild: Option<u64>, body: &Value) -> Outcome {
    // A new command of the same name and type takes the place of the old one.
    let kind = |command: &Value| command["type"].as_u64().unwrap_or(CHAT_INPUT);
    let mut bodies = registered(state, guild).clone();
    bodies.retain(|registered| registered["name"] != body["name"] || kind(registered) != kind(body));
    let kept = bodies.clone();
    bodies.push(body.clone());
    reject(state, "a new command", validate::command::check_all(&bodies))?;
    let command = described(state, guild, body);
    *registered(state, guild) = kept;
    registered(state, guild).push(command.clone());
    Ok(Answer::Object(command))
}

fn change(state: &mut State, guild: Option<u64>, command: &str, body: &Value) -> Outcome {
    let mut changed = find(state, guild, command)?;
    for (key, value) in body.as_object().into_iter().flatten() {
        changed[key] = value.clone();
    }
    reject(state, "a changed command", validate::command::check_all(std::slice::from_ref(&changed)))?;
    for registered in registered(state, guild) {
        if registered["id"] == command {
            registered.clone_from(&changed);
        }
    }
    Ok(Answer::Object(changed))
}

/// A command as Discord gives it back.
fn described(state: &mut State, guild: Option<u64>, body: &Value) -> Value {
    let (id, version) = (state.clock.snowflake(), state.clock.snowflake());
    let mut command = json!({
        "type": CHAT_INPUT, "description": "", "options": [], "name_localizations": null,
        "description_localizations": null, "default_member_permissions": null, "nsfw": false, "contexts": null,
        "integration_types": [0],
    });
    for (key, value) in body.as_object().into_iter().flatten() {
        command[key] = value.clone();
    }
    command["id"] = json!(id.to_string());
    command["version"] = json!(version.to_string());
    command["application_id"] = json!(state.bot.to_string());
    match guild {
        Some(guild) => command["guild_id"] = json!(guild.to_string()),
        None => command["dm_permission"] = body.get("dm_permission").cloned().unwrap_or(json!(true)),
    }
    command
}
