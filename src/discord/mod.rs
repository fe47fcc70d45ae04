//! The Discord edge: the only code that knows serenity and poise. It converts and calls; what is said is decided in
//! [`crate::search`] and worded in [`crate::reply`].
//!
//! In reading order: [`framework`] routes events; [`questions`], [`clicks`] and [`commands`] handle them with the
//! [`bot`], at the pace of the [`rates`]; [`showing`], [`whys`] and [`feedback`] are what can be done about an answer;
//! [`incoming`] reads messages, [`draft`] and [`compared`] write them, [`pictures`] paints what goes with them, within the
//! [`limits`]; [`to_discord`] is the one file that makes Discord types.

mod ask_channels;
mod asked;
mod bot;
mod clicks;
mod commands;
mod compared;
mod custom_id;
#[cfg(test)]
mod described_tests;
mod draft;
mod failure;
mod feedback;
mod framework;
mod incoming;
mod learning;
mod limits;
mod locked;
mod markdown;
mod memory;
mod patience;
mod pictures;
mod questions;
mod rates;
mod recent;
mod recovery;
mod refusals;
mod reports;
mod sending;
mod showing;
mod to_discord;
mod today;
mod watchdog;
mod whys;

use std::sync::Arc;
use std::time::Duration;

use chrono::NaiveDate;
use serenity::all::{ActivityData, ClientBuilder, GatewayIntents, GuildId, HttpBuilder};
use tokio::time::timeout;

pub(crate) use draft::first_page;
pub use failure::Failure;
pub use rates::{Pace, Paces};
pub use today::{date, today};

use ask_channels::AskChannels;
use bot::{Bot, Hearing};
use rates::Rates;

use crate::live::Live;
use crate::reply::discord_wording::{ENGLISH, STATUS};
use crate::settings::Secret;
use crate::store::Store;

/// How long the first answer of Discord may take.
const START_PATIENCE: Duration = Duration::from_secs(30);
/// How long closing the connection may take. serenity waits for ever for a shard that is already gone.
const SHUTDOWN_PATIENCE: Duration = Duration::from_secs(5);
/// How far apart shards start (serenity's `WAIT_BETWEEN_BOOTS_IN_SECONDS`).
const BETWEEN_SHARDS: Duration = Duration::from_secs(5);

/// What the bot needs to know.
#[derive(Debug, Clone)]
pub struct Options {
    /// The bot's token.
    pub token: Secret,
    /// Channels (forums, too) in which every message is read as a possible question, threads included; they need the message-content intent.
    pub ask_channels: Vec<u64>,
    /// Registers the commands in this guild only.
    pub guild_id: Option<u64>,
    /// What outlives a restart.
    pub store: Store,
    /// How often people and channels are answered.
    pub paces: Paces,
    /// Sends REST calls here instead of to Discord.
    pub proxy_url: Option<String>,
    /// How long no heartbeat may be acknowledged before the bot gives up.
    pub patience: Duration,
    /// Tells the date in UTC; [`today()`], unless the day must not depend on the clock.
    pub clock: fn() -> NaiveDate,
}

impl Options {
    /// Three of Discord's heartbeats (41 seconds apart) may be lost, as when a router restarts.
    pub const PATIENCE: Duration = Duration::from_secs(180);
}

/// Runs the bot on knowledge that may change until `shutdown` ends. Where Discord refuses the message-content intent, it goes on without.
///
/// # Errors
/// A [`Failure`] when Discord cannot be reached, refuses the bot or falls silent.
pub async fn run(live: Live, options: Options, shutdown: impl Future<Output = ()>) -> Result<(), Failure> {
    tokio::pin!(shutdown);
    let chosen = !options.ask_channels.is_empty() || !options.store.ask_channels().is_empty();
    let mut hearing = if chosen { Hearing::Everything } else { Hearing::Unasked };
    let ask_channels = AskChannels::new(options.ask_channels.iter().copied());
    let (rates, store) = (Rates::new(options.paces), options.store.clone());
    // One bot for all sessions: connecting anew forgets nothing.
    let bot = Bot::new(live, ask_channels, store, rates, options.clock);
    loop {
        match session(bot.with_hearing(hearing), &options, &mut shutdown).await {
            Err(Failure::IntentRefused) if hearing == Hearing::Everything => {
                tracing::warn!("{}", ENGLISH.intent_refused);
                hearing = Hearing::Refused;
            }
            Ok(Ended::ToHearMore) => {
                tracing::info!("connecting anew, to read the first ask channel");
                hearing = Hearing::Everything;
            }
            Ok(Ended::ByShutdown) => return Ok(()),
            Err(failure) => return Err(failure),
        }
    }
}

/// Why a session ended that did not fail.
enum Ended {
    /// The program is to stop.
    ByShutdown,
    /// A server chose its first ask channel, and the text of every message was not asked for.
    ToHearMore,
}

/// Runs the bot with the intents for what it is to hear.
async fn session(
    bot: Bot,
    options: &Options,
    shutdown: &mut (impl Future<Output = ()> + Unpin),
) -> Result<Ended, Failure> {
    let http = http(options).build();
    let gateway = tokio::select! {
        answer = timeout(START_PATIENCE, http.get_bot_gateway()) => match answer {
            Ok(answer) => answer.map_err(Failure::at_the_start)?,
            Err(_) => return Err(Failure::Unreachable(None)),
        },
        () = &mut *shutdown => return Ok(Ended::ByShutdown),
    };
    let hearing = bot.hearing();
    let wish = bot.wish_to_hear();
    let guild = options.guild_id.filter(|id| *id != 0).map(GuildId::new);
    let mut client = ClientBuilder::new_with_http(http, intents(hearing))
        .framework(framework::Dispatcher::new(bot, guild))
        // Told once, with IDENTIFY: telling it to a shard that is reconnecting kills the shard.
        .activity(ActivityData::custom(STATUS))
        .await
        .map_err(Failure::at_the_start)?;
    // The builder asks for the address once more, and goes to the real Discord where it gets no answer.
    *client.ws_url.lock().await = gateway.url;

    let manager = Arc::clone(&client.shard_manager);
    let shards = gateway.shards.max(1);
    let patience = options.patience + BETWEEN_SHARDS * (shards - 1);
    let outcome = tokio::select! {
        ended = client.start_shards(shards) => {
            return Err(ended.map_or_else(Failure::of_the_connection, |()| Failure::Disconnected(None)));
        }
        silence = watchdog::silence(&manager, shards, patience) => Err(Failure::Silent(silence)),
        never = learning::forget_the_old(options.store.clone(), options.clock) => match never {},
        () = wish.notified() => Ok(Ended::ToHearMore),
        () = &mut *shutdown => Ok(Ended::ByShutdown),
    };
    if timeout(SHUTDOWN_PATIENCE, manager.shutdown_all()).await.is_err() {
        tracing::warn!("the connection to Discord was not closed in time");
    }
    outcome
}

fn http(options: &Options) -> HttpBuilder {
    let http = HttpBuilder::new(options.token.reveal()).default_allowed_mentions(to_discord::no_mentions());
    match &options.proxy_url {
        // serenity obeys a proxy only without its own rate limiter; the proxy does the limiting.
        Some(url) => http.proxy(url).ratelimiter_disabled(true),
        None => http,
    }
}

/// No privileged intent, unless it is needed to read every message.
fn intents(hearing: Hearing) -> GatewayIntents {
    let intents = GatewayIntents::GUILDS | GatewayIntents::GUILD_MESSAGES | GatewayIntents::DIRECT_MESSAGES;
    if hearing == Hearing::Everything { intents | GatewayIntents::MESSAGE_CONTENT } else { intents }
}
