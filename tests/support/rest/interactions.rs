//! Responses to interactions: the first one, and what the interaction's token is good for afterwards.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::{Answer, Outcome, Refusal, Request, form::File, id, messages, reject};
use crate::support::{
    state::{EPHEMERAL, FIRST_RESPONSE, InteractionRecord, LOADING, State, permissions},
    validate::{self, message::Kind},
};

/// Interaction types ("Interaction Type").
pub mod kind {
    pub const COMMAND: u64 = 2;
    pub const COMPONENT: u64 = 3;
    pub const AUTOCOMPLETE: u64 = 4;
    pub const MODAL: u64 = 5;
}

/// Callback types ("Interaction Callback Type").
pub mod callback {
    pub const MESSAGE: u64 = 4;
    pub const DEFERRED_MESSAGE: u64 = 5;
    pub const DEFERRED_UPDATE: u64 = 6;
    pub const UPDATE: u64 = 7;
    pub const CHOICES: u64 = 8;
    pub const MODAL: u64 = 9;
}

/// The first response to an interaction.
pub fn callback(state: &mut State, interaction: &str, token: &str, request: &Request<'_>) -> Outcome {
    let found =
        state.interactions.iter().find(|known| known.id == id(interaction) && known.token == token).cloned();
    let Some(interaction) = found else {
        state.violate("a response to an interaction that never was (10062)");
        return Err(Refusal::unknown_interaction());
    };
    if interaction.expired {
        return Err(Refusal::unknown_interaction());
    }
    if request.arrived.duration_since(interaction.begun) > FIRST_RESPONSE {
        state.violate(format!("the first response to an interaction came after {FIRST_RESPONSE:?} (10062)"));
        return Err(Refusal::unknown_interaction());
    }
    if interaction.acknowledgement.is_some() {
        state.violate("a second first response to one interaction (40060)");
        return Err(Refusal::already_acknowledged());
    }
    may_attach(state, &interaction, request)?;
    let kind = request.body["type"].as_u64().unwrap_or(0);
    let data = &request.body["data"];
    if !suits(&interaction, kind) {
        state.violate(format!(
            "callback type {kind} does not suit an interaction of type {}",
            interaction.kind
        ));
        return Err(Refusal::invalid_form());
    }
    let kept = interaction.source.filter(|_| kind == callback::UPDATE);
    let kept = kept.map(|source| messages::attached(state, source)).unwrap_or_default();
    let broken = validate::files::check(data, request.files, &kept);
    reject(state, "a response", broken)?;
    check_data(state, kind, data)?;

    let original = carry_out(state, &interaction, kind, (data, request.files));
    let record = state.interaction(interaction.id);
    record.acknowledgement = Some((kind, data.clone()));
    record.original = original;
    if request.parameter("with_response") != Some("true") {
        return Ok(Answer::Empty);
    }
    Ok(Answer::Object(json!({
        "interaction": {
            "id": interaction.id.to_string(), "type": interaction.kind,
            "response_message_id": original.map(|original| original.to_string()),
            "response_message_loading": kind == callback::DEFERRED_MESSAGE,
            "response_message_ephemeral": data["flags"].as_u64().unwrap_or(0) & EPHEMERAL != 0,
        },
        "resource": {"type": kind, "message": original.map(|original| state.messages[&original].object.clone())},
    })))
}

/// Refuses files where the bot may not attach any.
fn may_attach(state: &State, interaction: &InteractionRecord, request: &Request<'_>) -> Result<(), Refusal> {
    let denied = state.channel(interaction.channel).denied & permissions::ATTACH_FILES != 0;
    if denied && !request.files.is_empty() { Err(Refusal::missing_permissions()) } else { Ok(()) }
}

/// Which callbacks each kind of interaction allows.
fn suits(interaction: &InteractionRecord, kind: u64) -> bool {
    let writes = matches!(kind, callback::MESSAGE | callback::DEFERRED_MESSAGE);
    let updates =
        matches!(kind, callback::DEFERRED_UPDATE | callback::UPDATE) && interaction.source.is_some();
    match interaction.kind {
        kind::COMMAND => writes || kind == callback::MODAL,
        kind::COMPONENT => writes || updates || kind == callback::MODAL,
        kind::AUTOCOMPLETE => kind == callback::CHOICES,
        kind::MODAL => writes || updates,
        _ => false,
    }
}

fn check_data(state: &mut State, kind: u64, data: &Value) -> Result<(), Refusal> {
    let pings = state.options.allows_reply_ping;
    let broken = match kind {
        callback::MESSAGE => validate::message::check(data, Kind::Message, pings),
        callback::UPDATE => validate::message::check(data, Kind::Edit, pings),
        callback::CHOICES => {
            validate::command::check_choices(data["choices"].as_array().map_or(&[], Vec::as_slice))
        }
        callback::MODAL => validate::message::check_modal(data),
        _ => Vec::new(),
    };
    // Measured: too many bytes come back as a false "unknown interaction" here.
    let as_interaction =
        |refusal: Refusal| if refusal.status == 500 { Refusal::unknown_interaction() } else { refusal };
    reject(state, "a response", broken).map_err(as_interaction)
}

/// Makes or changes the message of a first response; gives the one that `@original` means.
fn carry_out(
    state: &mut State,
    interaction: &InteractionRecord,
    kind: u64,
    (data, files): (&Value, &[File]),
) -> Option<u64> {
    match kind {
        callback::MESSAGE => Some(write(state, interaction, data, files)),
        callback::DEFERRED_MESSAGE => {
            let flags = data["flags"].as_u64().unwrap_or(0) | LOADING;
            let waiting = json!({"flags": flags, "allowed_mentions": {"parse": []}});
            Some(write(state, interaction, &waiting, &[]))
        }
        callback::UPDATE => {
            let source = interaction.source?;
            messages::rewrite(state, source, data, files);
            state.dispatch_message("MESSAGE_UPDATE", source);
            Some(source)
        }
        callback::DEFERRED_UPDATE => interaction.source,
        _ => None,
    }
}

/// Writes a message that answers an interaction.
fn write(state: &mut State, interaction: &InteractionRecord, body: &Value, files: &[File]) -> u64 {
    let message = messages::write(state, interaction.channel, body, files);
    let application = state.bot.to_string();
    let record = state.messages.get_mut(&message).expect("just written");
    record.object["webhook_id"] = json!(application);
    record.object["application_id"] = json!(application);
    record.object["interaction_metadata"] = interaction.metadata.clone();
    if record.flags() & EPHEMERAL != 0 {
        record.only_for = Some(interaction.user);
    }
    state.dispatch_message("MESSAGE_CREATE", message);
    message
}

/// Finds the interaction of a token that was answered already and may still be used.
fn answered(state: &mut State, application: &str, token: &str) -> Result<InteractionRecord, Refusal> {
    let own = id(application) == state.bot;
    let found = state.interactions.iter().find(|known| own && known.token == token).cloned();
    match found {
        Some(interaction) if interaction.token_expired => {
            Err(Refusal::new(401, 50_027, "Invalid Webhook Token"))
        }
        Some(interaction) if interaction.acknowledgement.is_some() => Ok(interaction),
        Some(_) => {
            state.violate("a followup before the first response (10015)");
            Err(Refusal::unknown_webhook())
        }
        None => {
            state.violate("a request with an interaction token that never was (10015)");
            Err(Refusal::unknown_webhook())
        }
    }
}

/// A followup message; the first one after a deferral fills the deferred message instead.
pub fn follow_up(state: &mut State, application: &str, token: &str, request: &Request<'_>) -> Outcome {
    let interaction = answered(state, application, token)?;
    may_attach(state, &interaction, request)?;
    let mut broken = validate::message::check(request.body, Kind::Message, state.options.allows_reply_ping);
    broken.extend(validate::files::check(request.body, request.files, &BTreeSet::new()));
    reject(state, "a followup", broken)?;
    let waiting = interaction.original.filter(|original| state.messages[original].flags() & LOADING != 0);
    let message = if let Some(waiting) = waiting {
        fill_in(state, waiting, request);
        waiting
    } else {
        write(state, &interaction, request.body, request.files)
    };
    state.interaction(interaction.id).followups.push(message);
    Ok(Answer::Object(state.messages[&message].object.clone()))
}

/// Gives a deferred message its content; whether it is ephemeral was fixed by the deferral.
fn fill_in(state: &mut State, message: u64, request: &Request<'_>) {
    messages::rewrite(state, message, request.body, request.files);
    let record = state.messages.get_mut(&message).expect("a message of this world");
    record.object["flags"] = json!(record.flags() & !LOADING);
    record.object["edited_timestamp"] = Value::Null;
    record.edits -= 1;
    state.dispatch_message("MESSAGE_UPDATE", message);
}

/// Looks at, changes or deletes `@original` or a followup.
pub fn message(state: &mut State, method: &str, path: [&str; 3], request: &Request<'_>) -> Outcome {
    let [application, token, message] = path;
    let interaction = answered(state, application, token)?;
    may_attach(state, &interaction, request)?;
    let asked = if message == "@original" { interaction.original } else { Some(id(message)) };
    let own =
        |message: &u64| interaction.original == Some(*message) || interaction.followups.contains(message);
    let standing = |message: &u64| state.messages.get(message).is_some_and(|record| !record.deleted);
    let message = asked.filter(own).filter(standing).ok_or_else(Refusal::unknown_message)?;
    match method {
        "GET" => Ok(Answer::Object(state.messages[&message].object.clone())),
        "PATCH" => {
            if state.messages[&message].flags() & LOADING == 0 {
                messages::edit_own(state, message, request, "an edited response")?;
            } else {
                let pings = state.options.allows_reply_ping;
                let mut broken = validate::message::check(request.body, Kind::Edit, pings);
                broken.extend(validate::files::check(request.body, request.files, &BTreeSet::new()));
                reject(state, "a deferred response", broken)?;
                fill_in(state, message, request);
            }
            state.interaction(interaction.id).edits.push(message);
            Ok(Answer::Object(state.messages[&message].object.clone()))
        }
        "DELETE" => {
            state.delete_message(message);
            Ok(Answer::Empty)
        }
        _ => Err(Refusal::new(405, 0, "405: Method Not Allowed")),
    }
}
