//! The world: one stand-in server, its state, what tests ask of it, and the verdict at the end.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
    thread,
};

use axum::{Router, routing::get};
use serde_json::Value;
use tokio::{net::TcpListener, task::JoinHandle};

use super::{
    clock::Clock,
    gateway, objects,
    place::{Channel, Guild},
    posted::Posted,
    readable,
    rest::{self, Fault, Refusal},
    state::{GuildRecord, Person, Shared, State, intents, permissions},
    user::User,
    validate,
};

/// The token that the worlds accept; of the form of a real one, and nobody's.
const TOKEN: &str = "MTUwMDAwMDAwMDAwMDAwMDAwMA.GaBcDe.stand-in-for-tests-not-a-secret-token";
/// Discord's usual heartbeat interval.
const HEARTBEAT_INTERVAL_MS: u64 = 41_250;

/// How a world differs from the usual one.
#[derive(Debug, Clone)]
pub struct WorldOptions {
    /// Whether the developer portal grants the privileged message-content intent.
    pub grants_message_content: bool,
    /// Whether the bot may ping the author of the message it replies to; a violation otherwise.
    pub allows_reply_ping: bool,
    /// The heartbeat interval that the gateway asks for, in milliseconds.
    pub heartbeat_interval_ms: u64,
    /// What the sentinel writes to the bot in a direct message, to see that everything before it was handled
    /// ([`World::settle`]); the bot must answer it.
    pub sentinel: &'static str,
}

impl Default for WorldOptions {
    fn default() -> Self {
        Self {
            grants_message_content: false,
            allows_reply_ping: false,
            heartbeat_interval_ms: HEARTBEAT_INTERVAL_MS,
            sentinel: "?",
        }
    }
}

/// A running stand-in. Dropping it fails the test if the bot broke a rule.
pub struct World {
    pub(super) shared: Arc<Shared>,
    server: JoinHandle<()>,
    finished: bool,
}

impl World {
    /// Starts a world on a free loopback port.
    pub async fn start(options: WorldOptions) -> Self {
        readable::listen();
        validate::schema::warm_up().await;
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap().to_string();
        let shared = Arc::new(Shared::new(State::new(options, address)));
        let router = Router::new().route("/", get(gateway::upgrade)).fallback(rest::serve);
        let router = router.with_state(Arc::clone(&shared));
        let server = tokio::spawn(async move { axum::serve(listener, router).await.unwrap() });
        Self { shared, server, finished: false }
    }

    /// The address for `DISCORD_PROXY_URL`.
    pub fn proxy_url(&self) -> String {
        format!("http://{}", self.shared.read().address)
    }

    /// The token that this world accepts.
    pub fn token(&self) -> String {
        self.shared.read().token.clone()
    }

    /// The id of the bot's user, which is also the application's.
    pub fn bot_id(&self) -> u64 {
        self.shared.read().bot
    }

    /// A new guild in which the bot and everybody are.
    pub fn guild(&self, name: &str) -> Guild {
        let id = self.shared.change(|state| {
            let id = state.clock.snowflake();
            let guild = GuildRecord { id, name: name.to_owned(), locale: "th".to_owned() };
            let event = objects::guild(state, &guild);
            state.guilds.insert(id, guild);
            state.dispatch("GUILD_CREATE", event, intents::GUILDS);
            id
        });
        Guild { shared: Arc::clone(&self.shared), id }
    }

    /// A text channel of the world's first guild, which is made on first use.
    pub fn channel(&self, name: &str) -> Channel {
        let first = self.shared.read().guilds.keys().next().copied();
        let guild = first.map(|id| Guild { shared: Arc::clone(&self.shared), id });
        guild.unwrap_or_else(|| self.guild("ชุมชนคนหางาน")).channel(name)
    }

    /// A new person, in every guild, whose client speaks English.
    pub fn user(&self, name: &str) -> User {
        self.somebody(name, false)
    }

    /// Another bot, in every guild.
    pub fn other_bot(&self, name: &str) -> User {
        self.somebody(name, true)
    }

    fn somebody(&self, name: &str, bot: bool) -> User {
        let id = self.shared.change(|state| state.add_person(name, bot));
        User { shared: Arc::clone(&self.shared), id }
    }

    /// Waits until the bot is connected and identified.
    pub async fn ready(&self) {
        self.shared.ready().await;
    }

    /// Waits until the bot registered a command of this name, and gives its description object.
    pub async fn command(&self, name: &str) -> Value {
        let awaited = format!("the command {name:?} to be registered");
        let find = |state: &mut State| {
            let mut all = state.global_commands.iter().chain(state.guild_commands.values().flatten());
            all.find(|command| command["name"] == name).cloned()
        };
        self.shared.until(&awaited, find).await
    }

    /// Changes a registered command, as an older version of the bot would have registered it.
    pub fn change_command(&self, name: &str, change: impl FnOnce(&mut Value)) {
        self.shared.change(|state| {
            let found = state.global_commands.iter_mut().find(|command| command["name"] == name);
            change(found.expect("a registered command"));
        });
    }

    /// The next message of the bot in a channel that this test has not yet read, oldest first.
    pub async fn next_bot_message(&self, channel: &Channel) -> Posted {
        self.shared.next_bot_message(channel.id).await
    }

    /// Every message of the bot that stands in a channel, oldest first; ephemeral ones do not.
    pub fn bot_messages(&self, channel: &Channel) -> Vec<Posted> {
        let state = self.shared.read();
        let standing = state.messages.values().filter(|message| {
            message.channel == channel.id
                && message.author == state.bot
                && !message.deleted
                && message.only_for.is_none()
        });
        standing.map(|message| Posted { shared: Arc::clone(&self.shared), id: message.id }).collect()
    }

    /// Waits until the bot has handled everything that was sent to it so far.
    ///
    /// A sentinel writes to the bot in a direct message and waits for its answer, twice, and no request may be under
    /// way then. serenity hands events on in order, each to its own task; whatever an earlier event makes the bot do
    /// has begun before the first answer, and has had a whole round trip more before the second.
    pub async fn settle(&self) {
        self.shared.settle().await;
    }

    /// Makes matching requests of the bot fail: `*` in the path stands for one segment, `times` for how often.
    ///
    /// `world.fails("POST", "/channels/*/messages", Refusal::missing_permissions(), 1)`
    pub fn fails(&self, method: &str, path: &str, refusal: Refusal, times: usize) {
        let fault = Fault { method: method.to_owned(), path: path.to_owned(), refusal, times };
        self.shared.change(|state| state.faults.push(fault));
    }

    /// Makes matching requests of the bot wait, as on a slow line, until [`World::release`].
    pub fn holds(&self, method: &str, path: &str) {
        self.shared.change(|state| state.holds.push((method.to_owned(), path.to_owned())));
    }

    /// Waits until so many requests wait.
    pub async fn held(&self, count: usize) {
        self.shared.until("requests to wait", |state| (state.held >= count).then_some(())).await;
    }

    /// Lets all requests go on.
    pub fn release(&self) {
        self.shared.change(|state| state.holds.clear());
    }

    /// Lets time pass in Discord; the bot's own clock is not touched.
    pub fn passes(&self, time: std::time::Duration) {
        self.shared.change(|state| state.clock.passes(time));
    }

    /// Tells the bot of a message once more, as Discord does when a connection is resumed.
    pub fn repeats(&self, message: &Posted) {
        self.shared.change(|state| state.dispatch_message("MESSAGE_CREATE", message.id));
    }

    /// The guild of a channel.
    pub fn guild_of(&self, channel: &Channel) -> u64 {
        self.shared.read().channel(channel.id).guild.expect("a channel of a guild")
    }

    /// The bodies of the bot's requests that matched: `*` in the path stands for one segment.
    pub fn requests(&self, method: &str, path: &str) -> Vec<Value> {
        let state = self.shared.read();
        let matching = state
            .requests
            .iter()
            .filter(|request| request.method == method && rest::matches(path, &request.path));
        matching.map(|request| request.body.clone()).collect()
    }

    /// Waits until so many requests of the bot matched: what the bot does beside Discord, such as writing to a file, may come
    /// before them.
    pub async fn requested(&self, method: &str, path: &str, times: usize) {
        let enough = |state: &mut State| {
            let matching = state
                .requests
                .iter()
                .filter(|request| request.method == method && rest::matches(path, &request.path));
            (matching.count() >= times).then_some(())
        };
        self.shared.until("the bot's requests", enough).await;
    }

    /// Whether bodies are checked against Discord's description, which lies beside the project.
    pub fn knows_description() -> bool {
        validate::schema::is_there()
    }

    /// Whether the bot has a session; it ends when the bot leaves in good order.
    pub fn is_connected(&self) -> bool {
        self.shared.read().session.is_some()
    }

    /// The intents of the last IDENTIFY.
    pub fn intents(&self) -> u64 {
        self.shared.read().identifies.last().and_then(|identify| identify["intents"].as_u64()).unwrap_or(0)
    }

    /// How often the bot has identified and how often it has resumed.
    pub fn connections(&self) -> (usize, usize) {
        let state = self.shared.read();
        (state.identifies.len(), state.resumes)
    }

    /// Every presence the bot has shown, the one of its IDENTIFY included.
    pub fn presences(&self) -> Vec<Value> {
        self.shared.read().presences.clone()
    }

    /// Sends any event, whatever it holds.
    pub fn dispatch_raw(&self, event: &str, payload: Value) {
        self.shared.change(|state| state.dispatch(event, payload, 0));
    }

    /// The channels in which the bot showed that it types, in order.
    pub fn typings(&self) -> Vec<u64> {
        self.shared.read().typings.clone()
    }

    /// The rules broken so far, taken away: for tests that mean to break some.
    pub fn take_violations(&self) -> Vec<String> {
        self.shared.change(|state| {
            state.find_unanswered();
            let mut violations = std::mem::take(&mut state.violations);
            violations.extend(readable::lines_about(&std::mem::take(&mut state.dispatched)));
            violations
        })
    }

    /// Ends the world and fails the test, listing every rule that the bot broke.
    ///
    /// Dropping does the same; calling it says that the test meant to get here.
    pub fn finish(mut self) {
        self.judge();
    }

    fn judge(&mut self) {
        if std::mem::replace(&mut self.finished, true) {
            return;
        }
        self.server.abort();
        let violations = self.take_violations();
        assert!(violations.is_empty(), "the bot broke Discord's rules:\n  {}", violations.join("\n  "));
    }
}

impl Drop for World {
    fn drop(&mut self) {
        // A second panic would abort the process and hide the first.
        if thread::panicking() {
            self.server.abort();
        } else {
            self.judge();
        }
    }
}

impl State {
    fn new(options: WorldOptions, address: String) -> Self {
        let mut state = Self {
            options,
            clock: Clock::default(),
            address,
            token: TOKEN.to_owned(),
            bot: 0,
            people: BTreeMap::new(),
            guilds: BTreeMap::new(),
            channels: BTreeMap::new(),
            messages: BTreeMap::new(),
            interactions: Vec::new(),
            global_commands: Vec::new(),
            guild_commands: BTreeMap::new(),
            session: None,
            identifies: Vec::new(),
            resumes: 0,
            presences: Vec::new(),
            heartbeats: 0,
            acknowledges_heartbeats: true,
            typings: Vec::new(),
            reactions: Vec::new(),
            requests: Vec::new(),
            files: BTreeMap::new(),
            under_way: 0,
            faults: Vec::new(),
            holds: Vec::new(),
            held: 0,
            violations: Vec::new(),
            dispatched: Vec::new(),
            read: BTreeSet::new(),
        };
        state.bot = state.add_person("แนะแนว", true);
        state
    }

    pub fn add_person(&mut self, name: &str, bot: bool) -> u64 {
        let id = self.clock.snowflake();
        let (name, locale) = (name.to_owned(), "en-US".to_owned());
        self.people.insert(id, Person { id, name, locale, bot, permissions: permissions::EVERYBODY });
        id
    }

    pub fn forget_session(&mut self) {
        self.session = None;
    }
}
