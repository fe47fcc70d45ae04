//! What a world holds: people, places, messages, interactions, the gateway session, and what went wrong.
//!
//! Plain data behind one lock that is never held across an await. It must not know axum or websockets.

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::Write as _,
    sync::{Mutex, MutexGuard},
    time::{Duration, Instant},
};

use serde_json::{Value, json};
use tokio::sync::{Notify, mpsc::UnboundedSender};

use super::{clock::Clock, objects, readable, rest::Fault, world::WorldOptions};

/// How long anything may take before a test fails. Generous: it is only waited out by failing tests.
pub const PATIENCE: Duration = Duration::from_secs(10);

/// How long Discord waits for the first response to an interaction ("Receiving and Responding").
pub const FIRST_RESPONSE: Duration = Duration::from_secs(3);

/// Gateway intents the stand-in reads, from "List of Intents" in Discord's gateway reference.
pub mod intents {
    pub const GUILDS: u64 = 1 << 0;
    pub const GUILD_MEMBERS: u64 = 1 << 1;
    pub const GUILD_PRESENCES: u64 = 1 << 8;
    pub const GUILD_MESSAGES: u64 = 1 << 9;
    pub const DIRECT_MESSAGES: u64 = 1 << 12;
    pub const MESSAGE_CONTENT: u64 = 1 << 15;
    /// Bits that mean anything today; others make Discord close with 4013.
    pub const KNOWN: u64 = 0x1_ffff | 0b11 << 20 | 0b11 << 24;
}

/// Permission bits the stand-in reads, from "Permissions" in Discord's reference.
pub mod permissions {
    pub const MANAGE_GUILD: u64 = 1 << 5;
    pub const VIEW_CHANNEL: u64 = 1 << 10;
    pub const SEND_MESSAGES: u64 = 1 << 11;
    pub const MANAGE_MESSAGES: u64 = 1 << 13;
    pub const EMBED_LINKS: u64 = 1 << 14;
    pub const ATTACH_FILES: u64 = 1 << 15;
    pub const READ_MESSAGE_HISTORY: u64 = 1 << 16;
    pub const MENTION_EVERYONE: u64 = 1 << 17;
    pub const USE_APPLICATION_COMMANDS: u64 = 1 << 31;
    pub const SEND_MESSAGES_IN_THREADS: u64 = 1 << 38;
    /// What everybody may do in the worlds' channels.
    pub const EVERYBODY: u64 = VIEW_CHANNEL
        | SEND_MESSAGES
        | EMBED_LINKS
        | ATTACH_FILES
        | READ_MESSAGE_HISTORY
        | USE_APPLICATION_COMMANDS;
}

/// Message flag of a message that one person alone sees ("Message Flags" in Discord's reference).
pub const EPHEMERAL: u64 = 1 << 6;
/// Message flag of a deferred answer that is still empty (same source).
pub const LOADING: u64 = 1 << 7;

/// A world's data, its lock and the bell that rings on every change.
pub struct Shared {
    state: Mutex<State>,
    bell: Notify,
}

impl Shared {
    pub fn new(state: State) -> Self {
        Self { state: Mutex::new(state), bell: Notify::new() }
    }

    /// Reads the state.
    pub fn read(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
    }

    /// Changes the state and wakes everyone who waits for a change.
    pub fn change<T>(&self, change: impl FnOnce(&mut State) -> T) -> T {
        let result = change(&mut self.read());
        self.bell.notify_waiters();
        result
    }

    /// Waits until `find` finds something; fails the test after [`PATIENCE`], saying what was awaited and what the bot
    /// did so far.
    pub async fn until<T>(&self, awaited: &str, find: impl FnMut(&mut State) -> Option<T>) -> T {
        self.until_within(PATIENCE, awaited, find).await
    }

    /// [`Self::until`] with a patience of its own.
    pub async fn until_within<T>(
        &self,
        patience: Duration,
        awaited: &str,
        mut find: impl FnMut(&mut State) -> Option<T>,
    ) -> T {
        let deadline = tokio::time::Instant::now() + patience;
        loop {
            let rung = self.bell.notified();
            tokio::pin!(rung);
            // Listening begins before the look, or a change between look and wait would be missed.
            rung.as_mut().enable();
            let found = find(&mut self.read());
            if let Some(found) = found {
                return found;
            }
            if tokio::time::timeout_at(deadline, rung).await.is_err() {
                let account = self.read().account();
                panic!("waited {patience:?} in vain for {awaited}\n{account}");
            }
        }
    }
}

/// Somebody: a person, another bot, or the bot under test.
#[derive(Debug, Clone)]
pub struct Person {
    pub id: u64,
    pub name: String,
    pub locale: String,
    pub bot: bool,
    pub permissions: u64,
}

#[derive(Debug, Clone)]
pub struct GuildRecord {
    pub id: u64,
    pub name: String,
    pub locale: String,
}

/// Channel kinds of Discord ("Channel Types").
pub mod kind {
    pub const TEXT: u8 = 0;
    pub const DM: u8 = 1;
    pub const GROUP: u8 = 3;
    pub const VOICE: u8 = 2;
    pub const ANNOUNCEMENT: u8 = 5;
    pub const THREAD: u8 = 11;
    pub const FORUM: u8 = 15;
}

#[derive(Debug, Clone)]
pub struct ChannelRecord {
    pub id: u64,
    pub kind: u8,
    pub name: String,
    pub guild: Option<u64>,
    pub parent: Option<u64>,
    /// The other person of a direct-message channel.
    pub recipient: Option<u64>,
    /// The person by whose installation the app works where it is no member.
    pub guest_of: Option<u64>,
    /// The permissions that the bot lacks here.
    pub denied: u64,
}

/// A message with what Discord knows of it but does not show in the message object.
#[derive(Debug, Clone)]
pub struct MessageRecord {
    pub id: u64,
    pub channel: u64,
    pub author: u64,
    /// The message object as REST answers it.
    pub object: Value,
    pub deleted: bool,
    pub edits: usize,
    /// The `allowed_mentions` of the last request that wrote it.
    pub allowed_mentions: Option<Value>,
    /// Who alone sees it, when it is ephemeral.
    pub only_for: Option<u64>,
}

impl MessageRecord {
    pub fn flags(&self) -> u64 {
        self.object["flags"].as_u64().unwrap_or(0)
    }
}

/// What a person set off: a command, an autocompletion, a component, a modal.
#[derive(Debug, Clone)]
pub struct InteractionRecord {
    pub id: u64,
    pub token: String,
    /// Discord's interaction type: 2 command, 3 component, 4 autocomplete, 5 modal.
    pub kind: u64,
    pub user: u64,
    pub channel: u64,
    pub begun: Instant,
    /// The test made the three seconds for the first response run out.
    pub expired: bool,
    /// The test made the fifteen minutes of the token run out.
    pub token_expired: bool,
    /// The first response's callback type and data.
    pub acknowledgement: Option<(u64, Value)>,
    /// The message that `@original` means.
    pub original: Option<u64>,
    /// The message whose component was used.
    pub source: Option<u64>,
    /// Messages of followup requests, in order.
    pub followups: Vec<u64>,
    /// The message object that metadata of responses names, `interaction_metadata`.
    pub metadata: Value,
    /// The messages that were edited with the token, an entry for each edit.
    pub edits: Vec<u64>,
}

/// What the gateway connection is told to do.
#[derive(Debug)]
pub enum Outgoing {
    Text(String),
    Close(u16, String),
    /// The TCP connection ends without a word.
    Drop,
}

/// A session of the gateway; it outlives connections.
pub struct Session {
    pub id: String,
    pub intents: u64,
    pub sequence: u64,
    /// Everything dispatched, with its sequence number, to replay on a resume.
    pub history: Vec<(u64, String)>,
    pub connection: Option<UnboundedSender<Outgoing>>,
    /// The highest sequence number that a heartbeat or a resume of the bot has named.
    pub seen: u64,
}

/// A request of the bot, and what was answered.
#[derive(Debug, Clone)]
pub struct RequestRecord {
    pub method: String,
    pub path: String,
    pub body: Value,
    pub status: u16,
}

pub struct State {
    pub options: WorldOptions,
    pub clock: Clock,
    pub address: String,
    pub token: String,
    pub bot: u64,
    pub people: BTreeMap<u64, Person>,
    pub guilds: BTreeMap<u64, GuildRecord>,
    pub channels: BTreeMap<u64, ChannelRecord>,
    pub messages: BTreeMap<u64, MessageRecord>,
    pub interactions: Vec<InteractionRecord>,
    pub global_commands: Vec<Value>,
    pub guild_commands: BTreeMap<u64, Vec<Value>>,
    pub session: Option<Session>,
    pub identifies: Vec<Value>,
    pub resumes: usize,
    pub presences: Vec<Value>,
    pub heartbeats: usize,
    pub acknowledges_heartbeats: bool,
    pub typings: Vec<u64>,
    pub reactions: Vec<(u64, String)>,
    pub requests: Vec<RequestRecord>,
    /// The bytes of attachments, by their ids.
    pub files: BTreeMap<u64, Vec<u8>>,
    pub under_way: usize,
    pub faults: Vec<Fault>,
    /// Requests that wait until a test lets them go on: method and path, as in faults.
    pub holds: Vec<(String, String)>,
    /// How many wait.
    pub held: usize,
    pub violations: Vec<String>,
    /// Payloads of every dispatch, to tell which world a log line is about.
    pub dispatched: Vec<Value>,
    /// Messages of the bot that a test has already read.
    pub read: BTreeSet<u64>,
}

impl State {
    pub fn person(&self, id: u64) -> &Person {
        self.people.get(&id).expect("every id of a person was given out by this world")
    }

    pub fn channel(&self, id: u64) -> &ChannelRecord {
        self.channels.get(&id).expect("every id of a channel was given out by this world")
    }

    pub fn interaction(&mut self, id: u64) -> &mut InteractionRecord {
        self.interactions
            .iter_mut()
            .find(|interaction| interaction.id == id)
            .expect("an interaction of this world")
    }

    /// The commands that a person sees in a guild or a direct message.
    pub fn commands(&self, guild: Option<u64>) -> impl Iterator<Item = &Value> {
        let of_guild = guild.and_then(|guild| self.guild_commands.get(&guild)).into_iter().flatten();
        of_guild.chain(&self.global_commands)
    }

    pub fn violate(&mut self, violation: impl Into<String>) {
        self.violations.push(violation.into());
    }

    /// The direct-message channel between the bot and a person, opened on first use.
    pub fn dm_channel(&mut self, person: u64) -> u64 {
        let open = self
            .channels
            .values()
            .find(|channel| channel.recipient == Some(person))
            .map(|channel| channel.id);
        open.unwrap_or_else(|| {
            let id = self.clock.snowflake();
            let name = String::new();
            let dm = ChannelRecord {
                id,
                kind: kind::DM,
                name,
                guild: None,
                parent: None,
                recipient: Some(person),
                guest_of: None,
                denied: 0,
            };
            self.channels.insert(id, dm);
            id
        })
    }

    /// Sends an event to the bot, if the bot's session asked for such events.
    ///
    /// The event is first read with serenity's own types: one that serenity would drop is a violation.
    pub fn dispatch(&mut self, event: &str, payload: Value, needed_intents: u64) {
        let Some(session) = &mut self.session else { return };
        if session.intents & needed_intents != needed_intents {
            return;
        }
        session.sequence += 1;
        let text = json!({"op": 0, "s": session.sequence, "t": event, "d": payload}).to_string();
        session.history.push((session.sequence, text.clone()));
        if let Some(connection) = &session.connection {
            // A closed connection is no loss: the history replays on resume.
            let _ = connection.send(Outgoing::Text(text.clone()));
        }
        if let Err(reason) = readable::check(&text) {
            self.violate(format!("serenity cannot read the event {event}: {reason}"));
        }
        self.dispatched.push(payload);
    }

    /// Tells the bot that a message was created, as far as the bot may see it.
    pub fn dispatch_message(&mut self, event: &str, message: u64) {
        let record = &self.messages[&message];
        if record.only_for.is_some() {
            return;
        }
        let (payload, intent) = objects::message_event(self, record);
        self.dispatch(event, payload, intent);
    }

    /// Records every interaction that the bot let pass without a response: its user saw an error.
    pub fn find_unanswered(&mut self) {
        for interaction in &mut self.interactions {
            let late = interaction.begun.elapsed() > FIRST_RESPONSE && !interaction.expired;
            if late && interaction.acknowledgement.is_none() {
                interaction.expired = true;
                self.violations
                    .push(format!("an interaction of type {} got no response in time", interaction.kind));
            }
        }
    }

    /// What the bot did so far, for the text of a failure.
    pub fn account(&self) -> String {
        let mut account = String::from("requests of the bot:\n");
        for request in &self.requests {
            let RequestRecord { method, path, body, status } = request;
            let _ = writeln!(account, "  {status} {method} {path} {}", shortened(&body.to_string()));
        }
        if !self.violations.is_empty() {
            let _ = writeln!(account, "violations:\n  {}", self.violations.join("\n  "));
        }
        account
    }
}

/// The first part of a text that may be long.
pub fn shortened(text: &str) -> String {
    const SHOWN: usize = 400;
    if text.chars().count() <= SHOWN {
        text.to_owned()
    } else {
        text.chars().take(SHOWN).chain(['…']).collect()
    }
}
