//! Places that the bot is no member of, where a person has installed the app for themselves.

use std::sync::Arc;

use super::{
    place::Channel,
    posted::Posted,
    state::{ChannelRecord, kind},
    user::User,
    world::World,
};

impl World {
    /// A channel of a server that does not have the bot, where a person has installed the app for themselves.
    pub fn foreign_channel(&self, person: &User) -> Channel {
        self.guest_channel(kind::TEXT, person)
    }

    /// A conversation of several people, likewise.
    pub fn group(&self, person: &User) -> Channel {
        self.guest_channel(kind::GROUP, person)
    }

    fn guest_channel(&self, kind: u8, person: &User) -> Channel {
        let id = self.shared.change(|state| {
            let (id, guild) = (state.clock.snowflake(), state.clock.snowflake());
            let guild = (kind == kind::TEXT).then_some(guild);
            let name = "ที่อื่น".to_owned();
            let guest_of = Some(person.id);
            let record =
                ChannelRecord { id, kind, name, guild, parent: None, recipient: None, guest_of, denied: 0 };
            state.channels.insert(id, record);
            id
        });
        Channel { shared: Arc::clone(&self.shared), id }
    }

    /// A message that the bot does not hear of, being no member there.
    pub fn message_unheard(&self, channel: &Channel, author: &User, content: &str) -> Posted {
        let id = self.shared.change(|state| state.add_message(channel.id, author.id, content));
        Posted { shared: Arc::clone(&self.shared), id }
    }
}
