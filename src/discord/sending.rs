//! Sends messages to channels, with less where the bot may do less: a channel may forbid embeds, files or replies.
//! Tries each message twice at most, so that nothing here can loop.

use std::time::Duration;

use serenity::all::{CacheHttp, ChannelId, Message, MessageId, StatusCode};

use super::draft::Draft;
use super::{refusals, to_discord};

/// How long to wait when Discord says "too many requests". Only a proxy that does not limit lets that through: without
/// one, serenity waits by itself. It does not tell how long Discord wants.
const BREATH: Duration = Duration::from_secs(1);

/// Error codes of "JSON Error Codes" in Discord's reference.
const MISSING_PERMISSIONS: isize = 50_013;
const NO_REPLY_WITHOUT_HISTORY: isize = 160_002;

/// Replies to a question; without embed, files and reference where the bot may not use them all.
pub(crate) async fn reply(
    http: impl CacheHttp + Copy,
    channel: ChannelId,
    question: MessageId,
    draft: Draft,
) -> serenity::Result<MessageId> {
    let plain = plain(&draft);
    let sent = send(http, channel, || to_discord::reply_to(draft.clone(), channel, question)).await;
    match sent {
        Err(error) if may_do_less(&error) => {
            tracing::debug!(%error, %channel, "a reply goes without embed, files and reference");
            Ok(channel.send_message(http, to_discord::message(plain)).await?.id)
        }
        sent => Ok(sent?.id),
    }
}

/// Puts a draft in place of what a message of the bot's held.
pub(crate) async fn edit(
    http: impl CacheHttp + Copy,
    channel: ChannelId,
    message: MessageId,
    draft: Draft,
) -> serenity::Result<()> {
    let plain = plain(&draft);
    match channel.edit_message(http, message, to_discord::edit(draft.clone())).await {
        Err(error) if may_do_less(&error) => {
            channel.edit_message(http, message, to_discord::edit(plain)).await.map(drop)
        }
        Err(error) if is_too_many(&error) => {
            tokio::time::sleep(BREATH).await;
            channel.edit_message(http, message, to_discord::edit(draft)).await.map(drop)
        }
        edited => edited.map(drop),
    }
}

/// Says something in a channel that replies to nothing.
pub(crate) async fn say(http: impl CacheHttp, channel: ChannelId, draft: Draft) -> serenity::Result<()> {
    channel.send_message(http, to_discord::message(draft)).await.map(drop)
}

/// Whether a message is not there any more.
pub(crate) fn is_gone(error: &serenity::Error) -> bool {
    refusals::status(error) == Some(StatusCode::NOT_FOUND)
}

async fn send(
    http: impl CacheHttp + Copy,
    channel: ChannelId,
    message: impl Fn() -> serenity::all::CreateMessage,
) -> serenity::Result<Message> {
    match channel.send_message(http, message()).await {
        Err(error) if is_too_many(&error) => {
            tokio::time::sleep(BREATH).await;
            channel.send_message(http, message()).await
        }
        sent => sent,
    }
}

/// The content holds the essence, so that a message stands without the rest.
fn plain(draft: &Draft) -> Draft {
    Draft { content: draft.content.clone(), rows: draft.rows.clone(), ..Draft::default() }
}

fn may_do_less(error: &serenity::Error) -> bool {
    matches!(refusals::code(error), Some(MISSING_PERMISSIONS | NO_REPLY_WITHOUT_HISTORY))
}

fn is_too_many(error: &serenity::Error) -> bool {
    refusals::status(error) == Some(StatusCode::TOO_MANY_REQUESTS)
}

#[cfg(test)]
#[path = "sending_tests.rs"]
mod tests;
