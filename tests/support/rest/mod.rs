//! REST: authentication, injected failures, the check of every body, and the table of routes.
//!
//! What a route does is in `messages`, `interactions`, `commands` and `lookups`: plain functions on the state.

mod commands;
pub mod form;
pub mod interactions;
mod lookups;
mod messages;

use std::{sync::Arc, time::Instant};

use axum::{
    body::Bytes,
    extract::State as Extracted,
    http::{HeaderMap, Method, StatusCode, Uri, header},
    response::{IntoResponse as _, Response},
};
use serde_json::{Value, json};

use super::{
    readable,
    state::{RequestRecord, Shared, State, shortened},
    validate::{self, Severity, Violation},
};

/// A failure that a test injects.
#[derive(Debug, Clone)]
pub struct Fault {
    pub method: String,
    /// The path after `/api/v10`; `*` stands for one segment.
    pub path: String,
    pub refusal: Refusal,
    /// How many more requests it hits.
    pub times: usize,
}

/// An error answer of Discord.
#[derive(Debug, Clone)]
pub struct Refusal {
    pub status: u16,
    pub code: u32,
    pub message: String,
    /// Seconds to wait, for 429 alone.
    pub retry_after: Option<f64>,
}

/// Error codes of "JSON Error Codes" in Discord's reference.
impl Refusal {
    pub fn new(status: u16, code: u32, message: &str) -> Self {
        Self { status, code, message: message.to_owned(), retry_after: None }
    }

    pub fn unauthorized() -> Self {
        Self::new(401, 0, "401: Unauthorized")
    }

    pub fn missing_permissions() -> Self {
        Self::new(403, 50_013, "Missing Permissions")
    }

    pub fn unknown_message() -> Self {
        Self::new(404, 10_008, "Unknown Message")
    }

    pub fn unknown_channel() -> Self {
        Self::new(404, 10_003, "Unknown Channel")
    }

    pub fn unknown_interaction() -> Self {
        Self::new(404, 10_062, "Unknown interaction")
    }

    pub fn unknown_webhook() -> Self {
        Self::new(404, 10_015, "Unknown Webhook")
    }

    pub fn already_acknowledged() -> Self {
        Self::new(400, 40_060, "Interaction has already been acknowledged.")
    }

    pub fn invalid_form() -> Self {
        Self::new(400, 50_035, "Invalid Form Body")
    }

    pub fn server_error() -> Self {
        Self::new(500, 0, "500: Internal Server Error")
    }

    pub fn rate_limited(seconds: f64) -> Self {
        Self { retry_after: Some(seconds), ..Self::new(429, 0, "You are being rate limited.") }
    }

    fn body(&self) -> Value {
        match self.retry_after {
            Some(seconds) => json!({"message": self.message, "retry_after": seconds, "global": false}),
            None => json!({"message": self.message, "code": self.code}),
        }
    }
}

/// What a route answers: an object with 200, or 204 without one.
pub enum Answer {
    Object(Value),
    Empty,
}

/// A route's answer or Discord's error.
pub type Outcome = Result<Answer, Refusal>;

/// A request as routes see it.
pub struct Request<'request> {
    pub body: &'request Value,
    /// The files that came with the body.
    pub files: &'request [form::File],
    pub query: &'request str,
    /// When it arrived: checking it takes time that is not the bot's.
    pub arrived: Instant,
}

impl Request<'_> {
    /// A parameter of the query string.
    pub fn parameter(&self, name: &str) -> Option<&str> {
        self.query
            .split('&')
            .filter_map(|pair| pair.split_once('='))
            .find(|(key, _)| *key == name)
            .map(|(_, v)| v)
    }
}

/// Handles every REST request.
pub async fn serve(
    Extracted(shared): Extracted<Arc<Shared>>,
    method: Method,
    uri: Uri,
    headers: HeaderMap,
    bytes: Bytes,
) -> Response {
    let arrived = Instant::now();
    shared.change(|state| state.under_way += 1);
    let method = method.as_str().to_owned();
    let path = uri.path().strip_prefix("/api/v10").unwrap_or_else(|| uri.path()).to_owned();
    let read = form::read(&headers, &bytes);
    let unreadable = read.as_ref().err().cloned();
    let form::Body { json: body, files } = read.unwrap_or_default();
    let problems = validate::schema::check(method.clone(), path.clone(), body.clone()).await;
    let authorization =
        headers.get(header::AUTHORIZATION).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let authorized = authorization == format!("Bot {}", shared.read().token) || !needs_token(&path);

    hold(&shared, &method, &path).await;
    let outcome = shared.change(|state| {
        state.under_way -= 1;
        if let Some(reason) = unreadable {
            state.violate(format!("{method} {path}: {reason}"));
        }
        for problem in problems {
            state.violate(format!("{method} {path}: {}", shortened(&problem)));
        }
        let request = Request { body: &body, files: &files, query: uri.query().unwrap_or_default(), arrived };
        let outcome = match take_fault(state, &method, &path) {
            _ if !authorized => Err(Refusal::unauthorized()),
            Some(refusal) => Err(refusal),
            None => route(state, &method, &path, &request),
        };
        if let Ok(Answer::Object(object)) = &outcome
            && object["channel_id"].is_string()
            && object["author"].is_object()
            && let Err(reason) = readable::check_message(object)
        {
            state.violate(format!("{method} {path}: serenity cannot read the answered message: {reason}"));
        }
        let status = match &outcome {
            Ok(Answer::Object(_)) => 200,
            Ok(Answer::Empty) => 204,
            Err(refusal) => refusal.status,
        };
        state.requests.push(RequestRecord {
            method: method.clone(),
            path: path.clone(),
            body: body.clone(),
            status,
        });
        outcome
    });
    respond(outcome)
}

/// Waits while a test holds such requests back.
async fn hold(shared: &Shared, method: &str, path: &str) {
    let is_held = |state: &mut State| {
        state.holds.iter().any(|(held, pattern)| held == method && matches(pattern, path))
    };
    if shared.change(|state| {
        let held = is_held(state);
        state.held += usize::from(held);
        held
    }) {
        shared.until("a test to release a request", |state| (!is_held(state)).then_some(())).await;
        shared.change(|state| state.held -= 1);
    }
}

fn respond(outcome: Outcome) -> Response {
    match outcome {
        Ok(Answer::Object(object)) => axum::Json(object).into_response(),
        Ok(Answer::Empty) => StatusCode::NO_CONTENT.into_response(),
        Err(refusal) => {
            let status = StatusCode::from_u16(refusal.status).unwrap();
            let wait = refusal.retry_after.map(|seconds| [(header::RETRY_AFTER, seconds.ceil().to_string())]);
            (status, wait, axum::Json(refusal.body())).into_response()
        }
    }
}

/// Callbacks and webhooks carry their own token in the path, and the gateway's address is public.
fn needs_token(path: &str) -> bool {
    !(path == "/gateway" || path.starts_with("/interactions/") || path.starts_with("/webhooks/"))
}

fn take_fault(state: &mut State, method: &str, path: &str) -> Option<Refusal> {
    let fault = state
        .faults
        .iter_mut()
        .find(|fault| fault.times > 0 && fault.method == method && matches(&fault.path, path))?;
    fault.times -= 1;
    Some(fault.refusal.clone())
}

/// Whether a path fits a pattern in which `*` stands for one segment.
pub fn matches(pattern: &str, path: &str) -> bool {
    let (pattern, path) = (pattern.split('/').collect::<Vec<_>>(), path.split('/').collect::<Vec<_>>());
    pattern.len() == path.len()
        && pattern.iter().zip(&path).all(|(wanted, is)| *wanted == "*" || wanted == is)
}

fn route(state: &mut State, method: &str, path: &str, request: &Request<'_>) -> Outcome {
    let segments = path.trim_matches('/').split('/').collect::<Vec<_>>();
    match (method, segments.as_slice()) {
        ("GET", ["gateway"]) => lookups::gateway(state),
        ("GET", ["gateway", "bot"]) => lookups::gateway_for_bots(state),
        ("GET", ["oauth2", "applications", "@me"] | ["applications", "@me"]) => lookups::application(state),
        ("GET", ["users", "@me"]) => lookups::current_user(state),
        ("GET", ["users", person]) => lookups::user(state, person),
        ("GET", ["users", "@me", "guilds"]) => lookups::guilds(state),
        ("POST", ["users", "@me", "channels"]) => lookups::open_dm(state, request),
        ("GET", ["guilds", guild]) => lookups::guild(state, guild),
        ("GET", ["guilds", guild, "channels"]) => lookups::channels(state, guild),
        ("GET", ["guilds", guild, "members", person]) => lookups::member(state, guild, person),
        ("GET", ["channels", channel]) => lookups::channel(state, channel),

        (_, ["applications", application, "commands", rest @ ..]) => {
            commands::route(state, method, application, None, rest, request)
        }
        (_, ["applications", application, "guilds", guild, "commands", rest @ ..]) => {
            commands::route(state, method, application, Some(guild), rest, request)
        }

        ("POST", ["channels", channel, "messages"]) => messages::create(state, channel, request),
        ("GET", ["channels", channel, "messages"]) => messages::list(state, channel, request),
        ("GET", ["channels", channel, "messages", message]) => messages::get(state, channel, message),
        ("PATCH", ["channels", channel, "messages", message]) => {
            messages::edit(state, channel, message, request)
        }
        ("DELETE", ["channels", channel, "messages", message]) => messages::delete(state, channel, message),
        ("POST", ["channels", channel, "typing"]) => messages::typing(state, channel),
        ("PUT", ["channels", channel, "messages", message, "reactions", emoji, "@me"]) => {
            messages::react(state, channel, message, emoji)
        }
        ("DELETE", ["channels", channel, "messages", message, "reactions", emoji, "@me"]) => {
            messages::unreact(state, channel, message, emoji)
        }

        ("POST", ["interactions", id, token, "callback"]) => {
            interactions::callback(state, id, token, request)
        }
        ("POST", ["webhooks", application, token]) => {
            interactions::follow_up(state, application, token, request)
        }
        (_, ["webhooks", application, token, "messages", message]) => {
            interactions::message(state, method, [application, token, message], request)
        }
        _ => {
            state.violate(format!("{method} {path}: the stand-in has no such route"));
            Err(Refusal::new(404, 0, "404: Not Found"))
        }
    }
}

/// Records what a body breaks; refuses it where Discord would.
fn reject(state: &mut State, what: &str, broken: Vec<Violation>) -> Result<(), Refusal> {
    let worst = broken.iter().map(|violation| violation.severity).max();
    for violation in broken {
        state.violate(format!("{what}: {}", violation.text));
    }
    match worst {
        None | Some(Severity::Rule) => Ok(()),
        Some(Severity::Limit) => Err(Refusal::invalid_form()),
        Some(Severity::Bytes) => Err(Refusal::server_error()),
    }
}

/// Reads an id in a path.
fn id(segment: &str) -> u64 {
    segment.parse().unwrap_or(0)
}
