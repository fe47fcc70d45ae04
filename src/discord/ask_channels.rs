//! The channels in which every message may be a question, with the threads in them: a forum's posts are threads, too.
//!
//! Discord tells a thread's parent only when it tells of the thread. Those seen are noted; one that was asleep when the
//! bot started is looked up once.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Mutex;

use serenity::all::{Channel, ChannelId, Context, GuildChannel};

use super::locked::lock;
use super::rates::Rates;

/// Threads and channels whose parents are remembered, the newest; sixteen bytes each.
const MOST_PLACES: usize = 50_000;

/// What is known of channels. Invariant: at most [`MOST_PLACES`] of them.
#[derive(Debug, Default)]
pub(crate) struct AskChannels {
    chosen: BTreeSet<u64>,
    /// The parent of a thread; nothing for what is no thread.
    parents: Mutex<BTreeMap<u64, Option<u64>>>,
}

impl AskChannels {
    /// The channels that the operator chose, with no thread seen yet.
    pub(crate) fn new(chosen: impl IntoIterator<Item = u64>) -> Self {
        Self { chosen: chosen.into_iter().collect(), parents: Mutex::default() }
    }

    /// The channels that the operator chose.
    pub(crate) fn chosen(&self) -> &BTreeSet<u64> {
        &self.chosen
    }

    /// Whether every message in the channel or thread may be a question, as the operator or its server (`of_server`)
    /// chose. A place that was never seen is looked up, once, and within the [`Rates`].
    pub(crate) async fn contain(
        &self,
        context: &Context,
        rates: &Rates,
        channel: ChannelId,
        of_server: &BTreeSet<u64>,
    ) -> bool {
        let is_chosen = |channel: u64| self.chosen.contains(&channel) || of_server.contains(&channel);
        if is_chosen(channel.get()) {
            return true;
        }
        if self.chosen.is_empty() && of_server.is_empty() {
            return false;
        }
        let known = lock(&self.parents).get(&channel.get()).copied();
        let parent = match known {
            Some(parent) => parent,
            None if rates.looks() => self.look_up(context, channel).await,
            None => None,
        };
        parent.is_some_and(is_chosen)
    }

    /// Notes where threads are.
    pub(crate) fn note<'a>(&self, threads: impl IntoIterator<Item = &'a GuildChannel>) {
        let mut parents = lock(&self.parents);
        for thread in threads {
            parents.insert(thread.id.get(), parent_of_thread(thread));
            if parents.len() > MOST_PLACES {
                // Ids grow with time: the first is the oldest.
                parents.pop_first();
            }
        }
    }

    async fn look_up(&self, context: &Context, channel: ChannelId) -> Option<u64> {
        match context.http.get_channel(channel).await {
            Ok(Channel::Guild(found)) => {
                self.note([&found]);
                parent_of_thread(&found)
            }
            Ok(_) => None,
            Err(error) => {
                tracing::debug!(%error, %channel, "a channel could not be looked up");
                None
            }
        }
    }
}

/// A channel's parent is its category, which is no channel to ask in.
fn parent_of_thread(channel: &GuildChannel) -> Option<u64> {
    channel.thread_metadata.and(channel.parent_id).map(ChannelId::get)
}
