//! The channels in which every message may be a question, with the threads in them: a forum's posts are threads,
//! too. Discord tells a thread's parent only when it tells of the thread, so that threads are noted as they come.

use std::collections::BTreeSet;
use std::sync::{Mutex, MutexGuard, PoisonError};

use serenity::all::{ChannelId, GuildChannel};

/// Ask channels and the threads seen in them. A thread takes eight bytes, so that none has to be forgotten before the
/// next start.
#[derive(Debug, Default)]
pub(crate) struct AskChannels {
    chosen: BTreeSet<u64>,
    threads: Mutex<BTreeSet<u64>>,
}

impl AskChannels {
    /// The channels that were chosen, with no thread seen yet.
    pub(crate) fn new(chosen: impl IntoIterator<Item = u64>) -> Self {
        Self { chosen: chosen.into_iter().collect(), threads: Mutex::default() }
    }

    /// Whether every message in the channel or thread may be a question.
    pub(crate) fn contain(&self, channel: ChannelId) -> bool {
        self.chosen.contains(&channel.get()) || self.threads().contains(&channel.get())
    }

    /// Notes the threads that are in ask channels.
    pub(crate) fn note<'a>(&self, threads: impl IntoIterator<Item = &'a GuildChannel>) {
        let inside = threads
            .into_iter()
            .filter(|thread| thread.parent_id.is_some_and(|parent| self.chosen.contains(&parent.get())));
        self.threads().extend(inside.map(|thread| thread.id.get()));
    }

    /// Locked for a look-up only. A set that another thread left by a panic is still a set.
    fn threads(&self) -> MutexGuard<'_, BTreeSet<u64>> {
        self.threads.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
