//! How a test knows what the bot has said, and that it will say no more about what it was sent.
//!
//! Nothing here waits for a fixed time: silence is proved by a later question whose answer has come.

use std::sync::Arc;

use super::{
    posted::Posted,
    state::{LOADING, Shared, State},
    user::User,
};

impl Shared {
    /// Waits until the bot has a session.
    pub async fn ready(&self) {
        self.until("the bot to identify", |state| state.session.as_ref().map(|_| ())).await;
    }

    pub async fn next_bot_message(self: &Arc<Self>, channel: u64) -> Posted {
        let awaited = format!("a message of the bot in channel {:?}", self.read().channel(channel).name);
        let id = self.until(&awaited, |state| state.take_bot_message(channel)).await;
        Posted { shared: Arc::clone(self), id }
    }

    pub async fn settle(self: &Arc<Self>) {
        const ROUNDS: usize = 2;
        self.ready().await;
        let (sentinel, text) =
            self.change(|state| (state.add_person("ยามเฝ้าประตู", false), state.options.sentinel));
        let sentinel = User { shared: Arc::clone(self), id: sentinel };
        let channel = sentinel.dm_channel();
        for _ in 0..ROUNDS {
            // What a bot adds to its answer must not count as the next answer.
            while self.change(|state| state.take_bot_message(channel.id)).is_some() {}
            sentinel.dm(text).await;
            self.next_bot_message(channel.id).await;
        }
        self.until("the bot's requests to end", |state| (state.under_way == 0).then_some(())).await;
    }
}

impl State {
    /// The oldest unread message of the bot in a channel; it counts as read from now on.
    pub fn take_bot_message(&mut self, channel: u64) -> Option<u64> {
        let unread = self.messages.values().find(|message| {
            message.channel == channel
                && message.author == self.bot
                && !self.read.contains(&message.id)
                && message.only_for.is_none()
                && message.flags() & LOADING == 0
        })?;
        let id = unread.id;
        self.read.insert(id);
        Some(id)
    }
}
