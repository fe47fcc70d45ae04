//! How events and errors reach the code for them: poise's options. One line an event.

use serenity::all::{FullEvent, GuildId, Interaction};

use super::bot::Bot;
use super::draft::Draft;
use super::{clicks, commands, questions, to_discord};
use crate::reply::wording::Wording;

type Framework = poise::Framework<Bot, serenity::Error>;
type FrameworkContext<'a> = poise::FrameworkContext<'a, Bot, serenity::Error>;
type FrameworkError<'a> = poise::FrameworkError<'a, Bot, serenity::Error>;

/// The framework with all commands; they are registered in one guild, or everywhere, when Discord is ready.
pub(super) fn framework(bot: Bot, guild: Option<GuildId>) -> Framework {
    let options = poise::FrameworkOptions {
        commands: commands::all(),
        event_handler: |framework, event| Box::pin(handle(framework, event)),
        command_check: Some(|call| Box::pin(commands::paced(call))),
        on_error: |error| Box::pin(report(error)),
        allowed_mentions: Some(to_discord::no_mentions()),
        ..poise::FrameworkOptions::default()
    };
    poise::Framework::builder()
        .options(options)
        // Nothing is reserved to the application's owners, so that nobody needs to ask who they are.
        .initialize_owners(false)
        .setup(move |context, ready, framework| {
            Box::pin(async move {
                tracing::info!(name = ready.user.name, guilds = ready.guilds.len(), "connected to Discord");
                // Mentions and direct messages work without commands, so that this is no reason to stop.
                if let Err(error) = commands::register(context, &framework.options().commands, guild).await {
                    tracing::error!(%error, "the commands could not be registered");
                }
                Ok(bot)
            })
        })
        .build()
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
