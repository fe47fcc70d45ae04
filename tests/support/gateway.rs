//! The gateway: HELLO, IDENTIFY, heartbeats, RESUME, and the close codes that Discord uses.

use std::sync::Arc;

use axum::{
    extract::{
        State as Extracted,
        ws::{CloseFrame, Message, WebSocket, WebSocketUpgrade},
    },
    response::Response,
};
use serde_json::{Value, json};
use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel};

use super::{
    objects,
    state::{Outgoing, Session, Shared, State, intents},
    world::TOKEN,
};

/// Opcodes that a bot sends ("Gateway Opcodes").
mod opcode {
    pub const HEARTBEAT: u64 = 1;
    pub const IDENTIFY: u64 = 2;
    pub const PRESENCE: u64 = 3;
    pub const RESUME: u64 = 6;
    pub const REQUEST_MEMBERS: u64 = 8;
}

/// Close codes ("Gateway Close Event Codes").
mod close {
    pub const NORMAL: u16 = 1000;
    pub const GOING_AWAY: u16 = 1001;
    pub const UNKNOWN_OPCODE: (u16, &str) = (4001, "Unknown opcode.");
    pub const DECODE_ERROR: (u16, &str) = (4002, "Error while decoding payload.");
    pub const NOT_AUTHENTICATED: (u16, &str) = (4003, "Not authenticated.");
    pub const AUTHENTICATION_FAILED: (u16, &str) = (4004, "Authentication failed.");
    pub const ALREADY_AUTHENTICATED: (u16, &str) = (4005, "Already authenticated.");
    pub const INVALID_INTENTS: (u16, &str) = (4013, "Invalid intent(s).");
    pub const DISALLOWED_INTENTS: (u16, &str) = (4014, "Disallowed intent(s).");
}

/// Accepts a gateway connection.
pub async fn upgrade(Extracted(shared): Extracted<Arc<Shared>>, upgrade: WebSocketUpgrade) -> Response {
    upgrade.on_upgrade(move |socket| converse(socket, shared))
}

async fn converse(mut socket: WebSocket, shared: Arc<Shared>) {
    let (outgoing, mut queue) = unbounded_channel();
    let interval = shared.read().options.heartbeat_interval_ms;
    let hello = json!({"op": 10, "s": null, "t": null, "d": {"heartbeat_interval": interval, "_trace": ["stand-in"]}});
    let _ = outgoing.send(Outgoing::Text(hello.to_string()));
    while next_step(&mut socket, &mut queue, &outgoing, &shared).await.is_some() {}
    shared.change(|state| {
        if let Some(session) = &mut state.session {
            session.connection.take_if(|connection| connection.same_channel(&outgoing));
        }
    });
}

/// Sends or receives one frame; `None` ends the connection.
async fn next_step(
    socket: &mut WebSocket,
    queue: &mut UnboundedReceiver<Outgoing>,
    outgoing: &UnboundedSender<Outgoing>,
    shared: &Shared,
) -> Option<()> {
    tokio::select! {
        frame = socket.recv() => match frame?.ok()? {
            Message::Text(text) => {
                if let Err((code, reason)) = shared.change(|state| receive(state, &text, outgoing)) {
                    let _ = outgoing.send(Outgoing::Close(code, reason.to_owned()));
                }
            }
            Message::Close(frame) => {
                let code = frame.map_or(close::NORMAL, |frame| frame.code);
                if code == close::NORMAL || code == close::GOING_AWAY {
                    shared.change(State::forget_session);
                }
            }
            _ => {}
        },
        told = queue.recv() => match told? {
            Outgoing::Text(text) => socket.send(Message::Text(text.into())).await.ok()?,
            Outgoing::Close(code, reason) => {
                let frame = CloseFrame { code, reason: reason.into() };
                socket.send(Message::Close(Some(frame))).await.ok()?;
            }
            Outgoing::Drop => return None,
        },
    }
    Some(())
}

/// Handles a payload of the bot.
fn receive(
    state: &mut State,
    text: &str,
    outgoing: &UnboundedSender<Outgoing>,
) -> Result<(), (u16, &'static str)> {
    let Ok(payload) = serde_json::from_str::<Value>(text) else { return Err(close::DECODE_ERROR) };
    let data = &payload["d"];
    let own = |session: &Session| session.connection.as_ref().is_some_and(|open| open.same_channel(outgoing));
    let authenticated = state.session.as_ref().is_some_and(own);
    match payload["op"].as_u64() {
        Some(opcode::HEARTBEAT) => heartbeat(state, data, outgoing),
        Some(opcode::IDENTIFY) if authenticated => return Err(close::ALREADY_AUTHENTICATED),
        Some(opcode::IDENTIFY) => return identify(state, data, outgoing),
        Some(opcode::RESUME) => return resume(state, data, outgoing),
        Some(opcode::PRESENCE | opcode::REQUEST_MEMBERS) if !authenticated => {
            return Err(close::NOT_AUTHENTICATED);
        }
        Some(opcode::PRESENCE) => state.presences.push(data.clone()),
        Some(opcode::REQUEST_MEMBERS) => {}
        _ => return Err(close::UNKNOWN_OPCODE),
    }
    Ok(())
}

fn heartbeat(state: &mut State, sequence: &Value, outgoing: &UnboundedSender<Outgoing>) {
    state.heartbeats += 1;
    if let (Some(session), Some(sequence)) = (&mut state.session, sequence.as_u64()) {
        session.seen = session.seen.max(sequence);
    }
    if state.acknowledges_heartbeats {
        let _ = outgoing.send(Outgoing::Text(r#"{"op":11,"s":null,"t":null,"d":null}"#.to_owned()));
    }
}

fn identify(
    state: &mut State,
    data: &Value,
    outgoing: &UnboundedSender<Outgoing>,
) -> Result<(), (u16, &'static str)> {
    state.identifies.push(data.clone());
    if !is_token(&data["token"]) {
        return Err(close::AUTHENTICATION_FAILED);
    }
    let asked = data["intents"].as_u64().unwrap_or(0);
    if asked & !intents::KNOWN != 0 {
        return Err(close::INVALID_INTENTS);
    }
    let mut refused = intents::GUILD_MEMBERS | intents::GUILD_PRESENCES;
    if !state.options.grants_message_content {
        refused |= intents::MESSAGE_CONTENT;
    }
    if asked & refused != 0 {
        return Err(close::DISALLOWED_INTENTS);
    }
    if !data["presence"].is_null() {
        state.presences.push(data["presence"].clone());
    }
    let id = format!("{:032x}", state.clock.snowflake());
    state.session = Some(Session {
        id: id.clone(),
        intents: asked,
        sequence: 0,
        history: Vec::new(),
        connection: Some(outgoing.clone()),
        seen: 0,
    });
    let ready = ready(state, &id, &data["shard"]);
    state.dispatch("READY", ready, 0);
    for guild in state.guilds.values().cloned().collect::<Vec<_>>() {
        let event = objects::guild(state, &guild);
        state.dispatch("GUILD_CREATE", event, intents::GUILDS);
    }
    Ok(())
}

/// Discord takes the token with and without `Bot ` before it; serenity sends it with.
fn is_token(given: &Value) -> bool {
    given.as_str().is_some_and(|given| given.trim_start_matches("Bot ") == TOKEN)
}

fn ready(state: &State, session: &str, shard: &Value) -> Value {
    let guilds =
        state.guilds.keys().map(|id| json!({"id": id.to_string(), "unavailable": true})).collect::<Vec<_>>();
    json!({
        "v": 10, "user": objects::current_user(state.person(state.bot)), "user_settings": {}, "guilds": guilds,
        "session_id": session, "session_type": "normal", "resume_gateway_url": format!("ws://{}", state.address),
        "shard": shard, "application": {"id": state.bot.to_string(), "flags": application_flags(state)},
        "private_channels": [], "relationships": [], "presences": [], "guild_join_requests": [],
        "geo_ordered_rtc_regions": [], "game_relationships": [], "auth": {}, "_trace": ["stand-in"],
    })
}

/// The application's flags: whether the message-content intent is switched on in the portal ("Application Flags").
pub fn application_flags(state: &State) -> u64 {
    const GATEWAY_MESSAGE_CONTENT_LIMITED: u64 = 1 << 19;
    if state.options.grants_message_content { GATEWAY_MESSAGE_CONTENT_LIMITED } else { 0 }
}

fn resume(
    state: &mut State,
    data: &Value,
    outgoing: &UnboundedSender<Outgoing>,
) -> Result<(), (u16, &'static str)> {
    if !is_token(&data["token"]) {
        return Err(close::AUTHENTICATION_FAILED);
    }
    let session = state.session.as_mut().filter(|session| data["session_id"] == session.id.as_str());
    let Some(session) = session else {
        let _ = outgoing.send(Outgoing::Text(r#"{"op":9,"s":null,"t":null,"d":false}"#.to_owned()));
        return Ok(());
    };
    let seen = data["seq"].as_u64().unwrap_or(0);
    session.seen = session.seen.max(seen);
    for (_, missed) in session.history.iter().filter(|(sequence, _)| *sequence > seen) {
        let _ = outgoing.send(Outgoing::Text(missed.clone()));
    }
    session.connection = Some(outgoing.clone());
    state.resumes += 1;
    state.dispatch("RESUMED", json!({"_trace": ["stand-in"]}), 0);
    Ok(())
}
