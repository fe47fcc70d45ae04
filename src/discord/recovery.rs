//! Replies from before the start: finds the reply to a question that is edited or deleted now, so that it follows as if
//! the bot had never been away. Keeps nothing but the first message seen: what came later is in the memory.
//!
//! The cost is bounded three ways: one request an event, only for messages of the day before the start, and within the
//! [`Rates`].

use std::sync::OnceLock;
use std::time::Duration;

use serenity::all::{ChannelId, Context, MessageId, UserId};

use super::custom_id::Target;
use super::incoming::shown_section;
use super::rates::Rates;
use super::to_discord;

/// How old a question may be when the bot starts for its reply to follow; the same as in the memory.
const REACH: Duration = Duration::from_secs(24 * 60 * 60);

/// Knows which messages are from before the start.
#[derive(Debug, Default)]
pub(crate) struct Recovery {
    first_seen: OnceLock<MessageId>,
}

/// A reply that was found again.
#[derive(Debug)]
pub(crate) struct Found {
    pub(crate) id: MessageId,
    /// The section that it shows.
    pub(crate) shows: Option<Target>,
}

impl Recovery {
    /// Notes a new message. Discord's clock tells what was before the start: that of this machine may be wrong.
    pub(crate) fn seen(&self, message: MessageId) {
        self.first_seen.get_or_init(|| message);
    }

    /// The bot's reply to a question from before the start, when there is one among the fifty messages after it.
    pub(crate) async fn reply(
        &self,
        (context, rates): (&Context, &Rates),
        me: UserId,
        channel: ChannelId,
        question: MessageId,
    ) -> Option<Found> {
        if !self.reaches(question) || !rates.looks() {
            return None;
        }
        let found = channel.messages(context, to_discord::messages_after(question)).await;
        let messages = found
            .inspect_err(|error| tracing::debug!(%error, %channel, "older messages could not be read"))
            .ok()?;
        messages
            .into_iter()
            .find(|message| {
                let refers = message.message_reference.as_ref().and_then(|reference| reference.message_id);
                message.author.id == me && refers == Some(question)
            })
            .map(|reply| Found { id: reply.id, shows: shown_section(&reply) })
    }

    /// Whether a message is from the day before the start.
    pub(crate) fn reaches(&self, question: MessageId) -> bool {
        let Some(first) = self.first_seen.get() else { return true };
        let (asked, started) = (question.created_at().unix_timestamp(), first.created_at().unix_timestamp());
        let age = u64::try_from(started.saturating_sub(asked)).unwrap_or_default();
        question < *first && age <= REACH.as_secs()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Milliseconds stand above the low 22 bits of an id ("Snowflakes" in Discord's reference).
    fn at(seconds: u64) -> MessageId {
        MessageId::new((seconds * 1000) << 22 | 1)
    }

    #[test]
    fn only_the_day_before_the_start_is_in_reach() {
        const DAY: u64 = 24 * 60 * 60;
        let recovery = Recovery::default();
        assert!(recovery.reaches(at(1)), "nothing was seen yet");
        recovery.seen(at(3 * DAY));
        recovery.seen(at(4 * DAY));
        for (asked, reached) in
            [(at(3 * DAY - 1), true), (at(2 * DAY), true), (at(2 * DAY - 1), false), (at(3 * DAY), false)]
        {
            assert_eq!(recovery.reaches(asked), reached, "{asked}");
        }
    }
}
