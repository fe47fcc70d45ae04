//! A bot that runs inside a test.

use std::num::NonZeroU32;
use std::sync::{Arc, OnceLock};
use std::time::Duration;

use chrono::NaiveDate;
use naenaew::discord::{self, Failure, Options, Pace, Paces};
use naenaew::knowledge::{self, Knowledge};
use naenaew::live::Live;
use naenaew::search::Engine;
use naenaew::settings::Secret;
use naenaew::store::Store;
use tokio::sync::oneshot;
use tokio::task::JoinHandle;

use crate::support::{Channel, Posted, User, World, WorldOptions};

/// The starter articles, indexed once for all tests.
pub(crate) fn engine() -> Arc<Engine> {
    static ENGINE: OnceLock<Arc<Engine>> = OnceLock::new();
    Arc::clone(ENGINE.get_or_init(|| Arc::new(Engine::new(Arc::new(starter())))))
}

/// The starter articles without one of them.
pub(crate) fn engine_without(article: &str) -> Arc<Engine> {
    let all = starter();
    let kept = all.articles().iter().filter(|kept| kept.id.as_str() != article).cloned().collect();
    Arc::new(Engine::new(Arc::new(Knowledge::new(kept, all.facets().clone()))))
}

fn starter() -> Knowledge {
    knowledge::starter().unwrap_or_else(|_| panic!("the starter articles have problems"))
}

/// A bot in its own task.
pub(crate) struct Bot {
    stop: oneshot::Sender<()>,
    running: JoinHandle<Result<(), Failure>>,
}

impl Bot {
    /// Starts a bot that keeps to itself in channels.
    pub(crate) fn start(world: &World) -> Self {
        Self::start_with(engine(), options(world))
    }

    /// Starts a bot that reads every message of a channel.
    pub(crate) fn listening(world: &World, channel: &Channel) -> Self {
        Self::start_with(engine(), Options { ask_channels: vec![channel.id], ..options(world) })
    }

    /// Starts a bot whose knowledge stays as it is.
    pub(crate) fn start_with(engine: Arc<Engine>, options: Options) -> Self {
        Self::start_on(Live::fixed(engine), options)
    }

    /// Starts a bot.
    pub(crate) fn start_on(live: Live, options: Options) -> Self {
        let (stop, stopped) = oneshot::channel::<()>();
        let stopped = async { stopped.await.unwrap_or(()) };
        Self { stop, running: tokio::spawn(discord::run(live, options, stopped)) }
    }

    /// Stops it as Ctrl-C does, and expects it to end well.
    pub(crate) async fn stop(self) {
        self.stop.send(()).unwrap();
        self.running.await.unwrap().unwrap();
    }

    /// Waits for it to give up.
    pub(crate) async fn gives_up(self) -> Failure {
        let ended = self.running.await.unwrap().unwrap_err();
        drop(self.stop);
        ended
    }
}

/// So much that no test but those of cooldowns ever reaches it, however slow the machine is.
const ROOMY: Paces = {
    let pace = Pace::new(NonZeroU32::MIN.saturating_add(9_999), Duration::from_secs(1));
    Paces { person: pace, channel: pace, click: pace }
};

/// What the bot needs to know in this world.
pub(crate) fn options(world: &World) -> Options {
    Options {
        token: Secret::new(world.token()),
        ask_channels: Vec::new(),
        guild_id: None,
        paces: ROOMY,
        store: Store::in_memory().unwrap(),
        proxy_url: Some(world.proxy_url()),
        patience: Options::PATIENCE,
        clock: || NaiveDate::from_ymd_opt(2026, 11, 23).unwrap(),
    }
}

/// A world as most servers are: without the message-content intent.
pub(crate) async fn world() -> World {
    World::start(WorldOptions::default()).await
}

/// A world in which the bot may read every message.
pub(crate) async fn open_world() -> World {
    World::start(WorldOptions { grants_message_content: true, ..WorldOptions::default() }).await
}

/// Somebody's post in a forum that the bot listens to.
pub(crate) async fn posted(world: &World) -> (Bot, User, Posted) {
    let forum = world.guild("ชุมชน").forum("ถามตอบ");
    let bot = Bot::listening(world, &forum);
    let user = world.user("สมชาย");
    let post = user.posts(&forum, "อยากเป็น Account Manager", "เงินเดือนเท่าไหร่").await;
    (bot, user, post)
}
