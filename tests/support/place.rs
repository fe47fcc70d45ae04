//! Guilds and channels as tests hold them.

use std::sync::Arc;

use serde_json::json;

use super::{
    objects,
    posted::Posted,
    state::{ChannelRecord, EPHEMERAL, Shared, intents, kind, permissions},
};

/// A guild of the world.
#[derive(Clone)]
pub struct Guild {
    pub(super) shared: Arc<Shared>,
    pub id: u64,
}

impl Guild {
    /// A new text channel.
    pub fn channel(&self, name: &str) -> Channel {
        self.open(kind::TEXT, name, None)
    }

    /// A new announcement channel.
    pub fn announcements(&self, name: &str) -> Channel {
        self.open(kind::ANNOUNCEMENT, name, None)
    }

    /// The text chat of a new voice channel.
    pub fn voice(&self, name: &str) -> Channel {
        self.open(kind::VOICE, name, None)
    }

    /// A new forum; people write in its threads ([`Channel::thread`]), not in itself.
    pub fn forum(&self, name: &str) -> Channel {
        self.open(kind::FORUM, name, None)
    }

    fn open(&self, kind: u8, name: &str, parent: Option<u64>) -> Channel {
        let id = self.shared.change(|state| {
            let id = state.clock.snowflake();
            let name = name.to_owned();
            let guild = Some(self.id);
            let record =
                ChannelRecord { id, kind, name, guild, parent, recipient: None, guest_of: None, denied: 0 };
            let mut event = objects::channel(&record);
            state.channels.insert(id, record);
            let is_thread = kind == kind::THREAD;
            if is_thread {
                event["newly_created"] = json!(true);
            }
            state.dispatch(
                if is_thread { "THREAD_CREATE" } else { "CHANNEL_CREATE" },
                event,
                intents::GUILDS,
            );
            id
        });
        Channel { shared: Arc::clone(&self.shared), id }
    }
}

/// A channel of any kind, a thread or a direct message among them.
#[derive(Clone)]
pub struct Channel {
    pub(super) shared: Arc<Shared>,
    pub id: u64,
}

impl Channel {
    /// A new thread in a text channel or forum.
    pub fn thread(&self, name: &str) -> Channel {
        let guild = self.shared.read().channel(self.id).guild.expect("threads are in guilds");
        Guild { shared: Arc::clone(&self.shared), id: guild }.open(kind::THREAD, name, Some(self.id))
    }

    /// From now on the bot may read here but not write: Discord answers 50013.
    pub fn mute_bot(&self) {
        self.deny(permissions::SEND_MESSAGES);
    }

    /// From now on the bot lacks these permissions here; interactions tell it so, and Discord answers 50013 where they
    /// are needed.
    pub fn deny(&self, permissions: u64) {
        self.shared.change(|state| {
            state.channels.get_mut(&self.id).expect("a channel of this world").denied |= permissions;
        });
    }

    /// A webhook that writes here under a name of its own.
    pub fn webhook(&self, name: &str) -> Webhook {
        let id = self.shared.change(|state| state.add_person(name, true));
        Webhook { channel: self.clone(), id }
    }

    /// A system message ("somebody joined") in this channel.
    pub fn welcomes(&self, newcomer: &super::User) -> Posted {
        const USER_JOIN: u64 = 7;
        self.post(newcomer.id, "", |object| object["type"] = json!(USER_JOIN))
    }

    /// Fails the test if the bot wrote here anything that the test has not read.
    ///
    /// First everything sent so far is handled ([`super::World::settle`]), so silence needs no waiting.
    pub async fn stays_silent(&self) {
        self.shared.settle().await;
        let unread = self.shared.change(|state| state.take_bot_message(self.id));
        if let Some(id) = unread {
            let content = self.shared.read().messages[&id].object["content"].clone();
            panic!("the bot should have been silent but wrote {content}\n{}", self.shared.read().account());
        }
    }

    /// Puts the first message of a forum's thread here, which has the thread's id.
    pub(super) fn post_first(&self, author: u64, content: &str) -> Posted {
        self.shared.change(|state| {
            let id = state.add_message(self.id, author, content);
            let mut record = state.messages.remove(&id).expect("just added");
            record.id = self.id;
            record.object["id"] = json!(self.id.to_string());
            state.messages.insert(self.id, record);
            state.dispatch_message("MESSAGE_CREATE", self.id);
        });
        Posted { shared: Arc::clone(&self.shared), id: self.id }
    }

    /// The bot has not heard of this thread yet, as of one that slept when it started.
    pub fn sleeping_thread(&self, name: &str) -> Channel {
        let id = self.shared.change(|state| {
            let id = state.clock.snowflake();
            let (kind, name, parent) = (kind::THREAD, name.to_owned(), Some(self.id));
            let guild = state.channel(self.id).guild;
            let record =
                ChannelRecord { id, kind, name, guild, parent, recipient: None, guest_of: None, denied: 0 };
            state.channels.insert(id, record);
            id
        });
        Channel { shared: Arc::clone(&self.shared), id }
    }

    /// Deletes the channel.
    pub fn vanish(&self) {
        self.shared.change(|state| {
            let event = objects::channel(state.channel(self.id));
            state.dispatch("CHANNEL_DELETE", event, intents::GUILDS);
        });
    }

    /// Puts a message here and tells the bot.
    pub(super) fn post(
        &self,
        author: u64,
        content: &str,
        fill: impl FnOnce(&mut serde_json::Value),
    ) -> Posted {
        let id = self.shared.change(|state| {
            let id = state.add_message(self.id, author, content);
            let record = state.messages.get_mut(&id).expect("just added");
            fill(&mut record.object);
            state.dispatch_message("MESSAGE_CREATE", id);
            id
        });
        Posted { shared: Arc::clone(&self.shared), id }
    }
}

/// A webhook of a channel.
#[derive(Clone)]
pub struct Webhook {
    channel: Channel,
    id: u64,
}

impl Webhook {
    /// Writes a message.
    pub async fn says(&self, content: &str) -> Posted {
        self.channel.shared.ready().await;
        self.channel.post(self.id, content, |object| {
            object["webhook_id"] = json!(self.id.to_string());
            object["author"]["discriminator"] = json!("0000");
        })
    }
}

/// Whether message flags say that one person alone sees it.
pub fn is_ephemeral(flags: u64) -> bool {
    flags & EPHEMERAL != 0
}
