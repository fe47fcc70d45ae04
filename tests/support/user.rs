//! People of the world and what they do with messages; commands and clicks are in `interaction`.

use std::sync::Arc;

use serde_json::{Value, json};

use super::{
    objects,
    place::Channel,
    posted::Posted,
    state::{MessageRecord, Shared, State, permissions},
};

/// A person (or another bot) of the world.
#[derive(Clone)]
pub struct User {
    pub(super) shared: Arc<Shared>,
    pub id: u64,
}

impl User {
    /// Sets the language of the person's client: `th`, `en-US`, …
    #[must_use]
    pub fn locale(self, locale: &str) -> Self {
        self.change(|person| locale.clone_into(&mut person.locale))
    }

    /// Lets the person manage messages, as moderators may.
    #[must_use]
    pub fn moderator(self) -> Self {
        self.change(|person| person.permissions |= permissions::MANAGE_MESSAGES)
    }

    /// Lets the person manage the server.
    #[must_use]
    pub fn manager(self) -> Self {
        self.change(|person| person.permissions |= permissions::MANAGE_GUILD | permissions::MANAGE_MESSAGES)
    }

    fn change(self, change: impl FnOnce(&mut super::state::Person)) -> Self {
        self.shared.change(|state| change(state.people.get_mut(&self.id).expect("a person of this world")));
        self
    }

    /// Writes a message; mentions in it (`<@id>`, `<@&role>`, `@everyone`) mean what they mean in Discord.
    pub async fn says(&self, channel: &Channel, content: &str) -> Posted {
        self.shared.ready().await;
        // Discord's clients and servers take away the white space around a message.
        channel.post(self.id, content.trim(), |_| {})
    }

    /// Writes a message that begins with a mention of the bot.
    pub async fn mentions_bot(&self, channel: &Channel, content: &str) -> Posted {
        let bot = self.shared.read().bot;
        self.says(channel, &format!("<@{bot}> {content}")).await
    }

    /// Replies to a message, which pings its author.
    pub async fn replies_to(&self, message: &Posted, content: &str) -> Posted {
        self.reply(message, content, true).await
    }

    /// Replies to a message with the ping switched off.
    pub async fn replies_quietly_to(&self, message: &Posted, content: &str) -> Posted {
        self.reply(message, content, false).await
    }

    async fn reply(&self, message: &Posted, content: &str, ping: bool) -> Posted {
        self.shared.ready().await;
        let referenced = message.record();
        message.channel().post(self.id, content, |object| refer(object, &referenced, ping))
    }

    /// Writes to the bot in a direct message.
    pub async fn dm(&self, content: &str) -> Posted {
        self.says(&self.dm_channel(), content).await
    }

    /// The direct-message channel between this person and the bot.
    pub fn dm_channel(&self) -> Channel {
        let id = self.shared.change(|state| state.dm_channel(self.id));
        Channel { shared: Arc::clone(&self.shared), id }
    }

    /// Writes a message with a file attached.
    pub async fn attaches(&self, channel: &Channel, content: &str, file: &str) -> Posted {
        const SIZE: u64 = 1024;
        self.shared.ready().await;
        let id = self.shared.change(|state| state.clock.snowflake());
        let url = format!("https://cdn.discordapp.com/attachments/{}/{id}/{file}", channel.id);
        let attachment = json!({
            "id": id.to_string(), "filename": file, "size": SIZE, "url": url, "proxy_url": url,
            "content_type": "application/octet-stream",
        });
        channel.post(self.id, content, |object| object["attachments"] = json!([attachment]))
    }

    /// Opens a thread in a forum: its first message has the thread's id.
    pub async fn posts(&self, forum: &Channel, title: &str, content: &str) -> Posted {
        self.shared.ready().await;
        forum.thread(title).post_first(self.id, content)
    }

    /// Changes the text of one's own message.
    pub async fn edits(&self, message: &Posted, content: &str) {
        assert_eq!(message.record().author, self.id, "people edit only their own messages");
        self.shared.ready().await;
        self.shared.change(|state| {
            let now = state.clock.snowflake();
            let mentions = Mentions::of(state, self.id, content);
            let record = state.messages.get_mut(&message.id).expect("a message of this world");
            record.object["content"] = json!(content);
            record.object["edited_timestamp"] = json!(super::clock::time_of(now));
            mentions.write(&mut record.object);
            record.edits += 1;
            state.dispatch_message("MESSAGE_UPDATE", message.id);
        });
    }

    /// Deletes many messages of a guild's channel at once, as moderators do.
    pub async fn purges(&self, messages: &[&Posted]) {
        self.shared.ready().await;
        let Some(channel) = messages.first().map(|message| message.channel().id) else { return };
        self.shared.change(|state| {
            let ids = messages.iter().map(|message| message.id.to_string()).collect::<Vec<_>>();
            for message in messages {
                state.messages.get_mut(&message.id).expect("a message of this world").deleted = true;
            }
            let guild = state.channel(channel).guild;
            let guild_id = guild.expect("only guilds have moderators").to_string();
            let event = json!({"ids": ids, "channel_id": channel.to_string(), "guild_id": guild_id});
            state.dispatch("MESSAGE_DELETE_BULK", event, message_intent(guild));
        });
    }

    /// Deletes a message.
    pub async fn deletes(&self, message: &Posted) {
        self.shared.ready().await;
        self.shared.change(|state| state.delete_message(message.id));
    }
}

/// Makes a message object a reply to another.
fn refer(object: &mut Value, referenced: &MessageRecord, ping: bool) {
    const REPLY: u64 = 19;
    object["type"] = json!(REPLY);
    object["message_reference"] = json!({
        "type": 0, "channel_id": referenced.channel.to_string(), "message_id": referenced.id.to_string(),
    });
    let mut shown = referenced.object.clone();
    // Discord shows one level: the referenced message comes without the one that it refers to.
    shown.as_object_mut().expect("messages are objects").remove("referenced_message");
    let author = shown["author"].clone();
    object["referenced_message"] = shown;
    let mentions = object["mentions"].as_array_mut().expect("mentions are a list");
    if ping && !mentions.contains(&author) {
        mentions.push(author);
    }
}

/// Whom a text mentions.
pub struct Mentions {
    users: Vec<Value>,
    roles: Vec<String>,
    everyone: bool,
}

impl Mentions {
    /// Reads `<@id>`, `<@!id>`, `<@&id>`, `@everyone` and `@here`.
    pub fn of(state: &State, author: u64, content: &str) -> Self {
        // Only those who may mention everyone do so by writing it.
        let may_mention_all = state.person(author).permissions & permissions::MENTION_EVERYONE != 0;
        let everyone = may_mention_all && (content.contains("@everyone") || content.contains("@here"));
        let mut mentions = Self { users: Vec::new(), roles: Vec::new(), everyone };
        for part in content.split("<@").skip(1) {
            let Some((inside, _)) = part.split_once('>') else { continue };
            if let Some(role) = inside.strip_prefix('&') {
                mentions.roles.push(role.to_owned());
                continue;
            }
            let person =
                inside.trim_start_matches('!').parse().ok().and_then(|id: u64| state.people.get(&id));
            let user = person.map(objects::user);
            mentions.users.extend(user.filter(|user| !mentions.users.contains(user)));
        }
        mentions
    }

    /// Writes them into a message object.
    pub fn write(self, object: &mut Value) {
        object["mentions"] = json!(self.users);
        object["mention_roles"] = json!(self.roles);
        object["mention_everyone"] = json!(self.everyone);
    }
}

impl State {
    /// Adds a message of somebody, without telling the bot.
    pub fn add_message(&mut self, channel: u64, author: u64, content: &str) -> u64 {
        let id = self.clock.snowflake();
        let mut object = objects::message(id, channel, self.person(author), content);
        Mentions::of(self, author, content).write(&mut object);
        let record = MessageRecord {
            id,
            channel,
            author,
            object,
            deleted: false,
            edits: 0,
            allowed_mentions: None,
            only_for: None,
        };
        self.messages.insert(id, record);
        id
    }

    /// Deletes a message and tells the bot.
    pub fn delete_message(&mut self, id: u64) {
        let record = self.messages.get_mut(&id).expect("a message of this world");
        record.deleted = true;
        let (channel, hidden) = (record.channel, record.only_for.is_some());
        let guild = self.channel(channel).guild;
        let mut event = json!({"id": id.to_string(), "channel_id": channel.to_string()});
        if let Some(guild) = guild {
            event["guild_id"] = json!(guild.to_string());
        }
        if !hidden {
            self.dispatch("MESSAGE_DELETE", event, message_intent(guild));
        }
    }
}

/// The intent without which events about messages of a guild or direct message are not sent.
pub fn message_intent(guild: Option<u64>) -> u64 {
    if guild.is_some() {
        super::state::intents::GUILD_MESSAGES
    } else {
        super::state::intents::DIRECT_MESSAGES
    }
}
