//! Whether serenity can read what the stand-in sends: asked of serenity's own types, and listened for in its log.
//!
//! serenity drops what it cannot parse with a line at debug level, and a bot under test then only seems silent.

use std::{
    fmt::{self, Write as _},
    sync::{Mutex, Once, PoisonError},
};

use serde_json::Value;
use serenity::model::{
    application::Interaction,
    channel::Message,
    event::{Event, GatewayEvent},
    guild::Guild,
};
use tracing::{
    Level, Metadata, Subscriber,
    field::{Field, Visit},
};
use tracing_subscriber::{
    Layer, Registry,
    layer::{Context, SubscriberExt as _},
};

/// Reads a gateway frame as serenity's shard does.
///
/// # Errors
/// When serenity would drop it: with the reason where one is known.
pub fn check(frame: &str) -> Result<(), String> {
    match serde_json::from_str::<GatewayEvent>(frame) {
        Ok(GatewayEvent::Dispatch(_, Event::Unknown(unknown))) => {
            Err(reason(&unknown.kind, unknown.value).unwrap_or_else(|| "no such event".to_owned()))
        }
        Ok(_) => Ok(()),
        Err(error) => Err(error.to_string()),
    }
}

/// Reads a message object as serenity reads an answer of REST.
///
/// # Errors
/// With serenity's reason.
pub fn check_message(message: &Value) -> Result<(), String> {
    serde_json::from_value::<Message>(message.clone()).map(drop).map_err(|error| error.to_string())
}

/// Why an event of a known kind does not parse; serenity itself does not tell.
fn reason(kind: &str, payload: Value) -> Option<String> {
    let error = match kind {
        "MESSAGE_CREATE" | "MESSAGE_UPDATE" => serde_json::from_value::<Message>(payload).err(),
        "INTERACTION_CREATE" => serde_json::from_value::<Interaction>(payload).err(),
        "GUILD_CREATE" => serde_json::from_value::<Guild>(payload).err(),
        _ => None,
    };
    error.map(|error| error.to_string())
}

/// What serenity 0.12.5 logs when it drops something (`client/dispatch.rs`, `gateway/ws.rs`).
const DROPPED: [&str; 2] = ["An unknown event was received", "Err deserializing"];

/// Lines of serenity about dropped events, of all worlds of this process.
static LINES: Mutex<Vec<String>> = Mutex::new(Vec::new());

/// Starts listening to serenity's log, once a process.
///
/// Does nothing where the test has its own subscriber already: [`check`] then stands alone.
pub fn listen() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        let _ = tracing::subscriber::set_global_default(Registry::default().with(Ear));
    });
}

/// The lines that are about one of these payloads.
///
/// Worlds run in parallel and give out the same ids, so a line may be claimed by two; both sent the same event then.
pub fn lines_about(payloads: &[Value]) -> Vec<String> {
    let lines = LINES.lock().unwrap_or_else(PoisonError::into_inner);
    let claimed = lines.iter().filter(|line| {
        payloads
            .iter()
            .any(|payload| line.contains(&format!("{payload:?}")) || line.contains(&payload.to_string()))
    });
    claimed.cloned().collect()
}

struct Ear;

impl<S: Subscriber> Layer<S> for Ear {
    fn enabled(&self, metadata: &Metadata<'_>, _: Context<'_, S>) -> bool {
        metadata.is_event() && *metadata.level() <= Level::DEBUG && metadata.target().starts_with("serenity")
    }

    fn on_event(&self, event: &tracing::Event<'_>, _: Context<'_, S>) {
        let mut line = Line(String::new());
        event.record(&mut line);
        if DROPPED.iter().any(|dropped| line.0.contains(dropped)) {
            LINES.lock().unwrap_or_else(PoisonError::into_inner).push(line.0);
        }
    }
}

struct Line(String);

impl Visit for Line {
    fn record_debug(&mut self, field: &Field, value: &dyn fmt::Debug) {
        if field.name() == "message" {
            let _ = write!(self.0, "{value:?}");
        }
    }
}
