//! How events and errors reach the code for them. One line an event. Each event is handled with one state of the knowledge.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use serenity::all::{Client, Context, FullEvent, GuildId, Interaction, Ready, ShardManager, UserId};
use serenity::async_trait;
use tokio::sync::SetOnce;

use super::bot::Bot;
use super::draft::Draft;
use super::{clicks, commands, questions, to_discord};
use crate::reply::wording::Wording;

type Options = poise::FrameworkOptions<Bot, serenity::Error>;
type FrameworkContext<'a> = poise::FrameworkContext<'a, Bot, serenity::Error>;
type FrameworkError<'a> = poise::FrameworkError<'a, Bot, serenity::Error>;

/// Hands events to poise. In place of poise's own framework, which has one bot for all of them: here each event gets its
/// own, with the knowledge as it is then.
pub(super) struct Dispatcher {
    options: Options,
    bot: Bot,
    /// Where the commands are registered; everywhere when there is none.
    guild: Option<GuildId>,
    /// Whether a first shard was ready.
    greeted: AtomicBool,
    /// Known once Discord is ready, before the commands are registered; everything else waits for it.
    me: SetOnce<UserId>,
    /// Known before the first event.
    shards: SetOnce<Arc<ShardManager>>,
}

impl Dispatcher {
    /// Dispatches to a bot with all commands; they are registered in one guild, or everywhere, when Discord is ready.
    pub(super) fn new(bot: Bot, guild: Option<GuildId>) -> Self {
        let mut options = Options {
            commands: commands::all(),
            event_handler: |framework, event| Box::pin(handle(framework, event)),
            command_check: Some(|call| Box::pin(commands::paced(call))),
            on_error: |error| Box::pin(report(error)),
            allowed_mentions: Some(to_discord::no_mentions()),
            ..Options::default()
        };
        poise::set_qualified_names(&mut options.commands);
        let greeted = AtomicBool::new(false);
        Self { options, bot, guild, greeted, me: SetOnce::new(), shards: SetOnce::new() }
    }

    /// Discord says so to each shard, and once more after each lost connection; the first time counts.
    async fn ready(&self, context: &Context, ready: &Ready) {
        if self.greeted.swap(true, Ordering::Relaxed) {
            return;
        }
        tracing::info!(name = ready.user.name, guilds = ready.guilds.len(), "connected to Discord");
        // Set here alone, once.
        let _ = self.me.set(ready.user.id);
        // Mentions and direct messages work without commands, so that this is no reason to stop.
        if let Err(error) = commands::register(context, &self.options.commands, self.guild).await {
            tracing::error!(%error, "the commands could not be registered");
        }
    }
}

#[async_trait]
impl serenity::framework::Framework for Dispatcher {
    async fn init(&mut self, client: &Client) {
        // Called once.
        let _ = self.shards.set(Arc::clone(&client.shard_manager));
    }

    async fn dispatch(&self, context: Context, event: FullEvent) {
        if let FullEvent::Ready { data_about_bot } = &event {
            self.ready(&context, data_about_bot).await;
        }
        let bot_id = *self.me.wait().await;
        let framework = FrameworkContext {
            bot_id,
            serenity_context: &context,
            options: &self.options,
            user_data: &self.bot.renewed(),
            shard_manager: self.shards.wait().await,
        };
        Box::pin(poise::dispatch_event(framework, event)).await;
    }
}

async fn handle(framework: FrameworkContext<'_>, event: &FullEvent) -> serenity::Result<()> {
    let (bot, context, me) = (framework.user_data, framework.serenity_context, framework.bot_id());
    note_threads(bot, event);
    match event {
        FullEvent::Message { new_message } => questions::asked(bot, context, me, new_message).await,
        FullEvent::MessageUpdate { event, .. } => questions::edited(bot, context, me, event).await,
        FullEvent::MessageDelete { channel_id, deleted_message_id: id, .. } => {
            questions::deleted(bot, context, me, *channel_id, &[*id]).await
        }
        FullEvent::MessageDeleteBulk { channel_id, multiple_deleted_messages_ids: ids, .. } => {
            questions::deleted(bot, context, me, *channel_id, ids).await
        }
        FullEvent::InteractionCreate { interaction: Interaction::Component(click) } => {
            clicks::clicked(bot, context, click).await
        }
        FullEvent::ChannelDelete { channel, .. } => {
            commands::forget_channel(bot, channel.guild_id, channel.id).await;
            Ok(())
        }
        _ => Ok(()),
    }
}

fn note_threads(bot: &Bot, event: &FullEvent) {
    match event {
        FullEvent::GuildCreate { guild, .. } => bot.ask_channels().note(&guild.threads),
        FullEvent::ThreadCreate { thread } => bot.ask_channels().note([thread]),
        FullEvent::ThreadUpdate { new, .. } => bot.ask_channels().note([new]),
        FullEvent::ThreadListSync { thread_list_sync: sync } => bot.ask_channels().note(&sync.threads),
        _ => {}
    }
}

/// Errors are two things: the log gets the cause, the person one kind sentence.
async fn report(error: FrameworkError<'_>) {
    if matches!(error, FrameworkError::CommandCheckFailed { error: None, .. }) {
        // Whoever was refused has been told why.
        return;
    }
    let cause: String = match &error {
        FrameworkError::Command { error, .. } | FrameworkError::EventHandler { error, .. } => {
            error.to_string()
        }
        FrameworkError::CommandPanic { payload, .. } => payload.clone().unwrap_or_default(),
        FrameworkError::ArgumentParse { error, .. } => error.to_string(),
        _ => String::new(),
    };
    tracing::error!(cause, "{error}");
    if let Some(poise::Context::Application(call)) = error.ctx() {
        let sentence = Draft::sentence(Wording::of(&call.interaction.locale).failed);
        let reply = to_discord::command_reply(sentence, false);
        if let Err(error) = poise::send_application_reply(call, reply).await {
            tracing::warn!(%error, "nor could the person be told");
        }
    }
}
