//! A message as tests hold it: always read as it stands now.

use std::sync::Arc;

use serde_json::{Value, json};

use super::{
    place::{Channel, is_ephemeral},
    state::{MessageRecord, Shared},
    validate::files::number,
};

/// A message of anybody. Everything is read as it stands at the moment of asking.
#[derive(Clone)]
pub struct Posted {
    pub(super) shared: Arc<Shared>,
    pub id: u64,
}

/// A button of a message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Button {
    pub label: String,
    /// Empty for links.
    pub custom_id: String,
    pub url: Option<String>,
    pub style: u64,
    pub disabled: bool,
}

/// A choice of a select menu.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    pub label: String,
    pub value: String,
    pub description: String,
}

/// A file of a message.
#[derive(Clone, PartialEq, Eq)]
pub struct File {
    pub name: String,
    /// The alternative text that a screen reader reads; empty without one.
    pub description: String,
    pub content_type: String,
    pub bytes: Vec<u8>,
}

impl Posted {
    /// The message object as Discord's REST API would answer it.
    pub fn object(&self) -> Value {
        self.record().object
    }

    pub fn channel(&self) -> Channel {
        Channel { shared: Arc::clone(&self.shared), id: self.record().channel }
    }

    pub fn content(&self) -> String {
        text(&self.object()["content"])
    }

    pub fn embeds(&self) -> Vec<Value> {
        list(&self.object()["embeds"])
    }

    /// Its files, in order, with what they hold.
    pub fn files(&self) -> Vec<File> {
        let attachments = list(&self.object()["attachments"]);
        let state = self.shared.read();
        let read = attachments.iter().map(|attachment| File {
            name: text(&attachment["filename"]),
            description: text(&attachment["description"]),
            content_type: text(&attachment["content_type"]),
            bytes: number(attachment).and_then(|id| state.files.get(&id).cloned()).unwrap_or_default(),
        });
        read.collect()
    }

    /// Every text that a reader sees, a line each: content, embeds, labels. For snapshots and searching.
    pub fn text(&self) -> String {
        super::validate::message::texts(&self.object()).join("\n")
    }

    pub fn is_ephemeral(&self) -> bool {
        is_ephemeral(self.record().flags())
    }

    /// Whether it still stands.
    pub fn stands(&self) -> bool {
        !self.record().deleted
    }

    /// How often it was edited.
    pub fn edits(&self) -> usize {
        self.record().edits
    }

    /// The id of the message that it replies to.
    pub fn replies_to(&self) -> Option<u64> {
        self.object()["message_reference"]["message_id"].as_str().and_then(|id| id.parse().ok())
    }

    /// The `allowed_mentions` of the request that last wrote it.
    pub fn allowed_mentions(&self) -> Option<Value> {
        self.record().allowed_mentions
    }

    /// Whether it pings the author of the message it replies to.
    pub fn pings_replied_user(&self) -> bool {
        self.allowed_mentions().is_some_and(|allowed| allowed["replied_user"] == true)
    }

    /// Its buttons in reading order.
    pub fn buttons(&self) -> Vec<Button> {
        const BUTTON: u64 = 2;
        let buttons = self.components().into_iter().filter(|component| component["type"] == BUTTON);
        let read = buttons.map(|button| Button {
            label: text(&button["label"]),
            custom_id: text(&button["custom_id"]),
            url: button["url"].as_str().map(str::to_owned),
            style: button["style"].as_u64().unwrap_or(0),
            disabled: button["disabled"] == true,
        });
        read.collect()
    }

    /// The labels of its buttons in reading order.
    pub fn labels(&self) -> Vec<String> {
        self.buttons().into_iter().map(|button| button.label).collect()
    }

    /// The choices of its select menu; none without one.
    pub fn choices(&self) -> Vec<Choice> {
        let menu = self.select_menu().map(|menu| list(&menu["options"])).unwrap_or_default();
        let read = menu.iter().map(|option| Choice {
            label: text(&option["label"]),
            value: text(&option["value"]),
            description: text(&option["description"]),
        });
        read.collect()
    }

    /// The object of its first string select menu.
    pub fn select_menu(&self) -> Option<Value> {
        const STRING_SELECT: u64 = 3;
        self.components().into_iter().find(|component| component["type"] == STRING_SELECT)
    }

    fn components(&self) -> Vec<Value> {
        list(&self.object()["components"]).iter().flat_map(|row| list(&row["components"])).collect()
    }

    /// The emoji with which the bot reacted to it, as they stand in the request's path.
    pub fn reactions(&self) -> Vec<String> {
        let state = self.shared.read();
        state.reactions.iter().filter(|(on, _)| *on == self.id).map(|(_, emoji)| emoji.clone()).collect()
    }

    /// Discord adds a preview of a link in it: an update that is no edit of its author's.
    pub async fn unfurls(&self, url: &str) {
        self.shared.ready().await;
        self.shared.change(|state| {
            let record = state.messages.get_mut(&self.id).expect("a message of this world");
            record.object["embeds"] = json!([{"type": "link", "url": url, "title": "…"}]);
            state.dispatch_message("MESSAGE_UPDATE", self.id);
        });
    }

    /// Discord does not look up what it replies to, as its reference allows: the next event about it names the other
    /// message and holds nothing of it.
    pub fn loses_sight_of_its_question(&self) {
        self.shared.change(|state| {
            let record = state.messages.get_mut(&self.id).expect("a message of this world");
            record.object.as_object_mut().expect("messages are objects").remove("referenced_message");
        });
    }

    /// Waits for the bot's message that replies to this one.
    pub async fn reply(&self) -> Posted {
        let (asked, content) = (self.id.to_string(), self.content());
        let awaited = format!("the bot's reply to {content:?}");
        let id = self.shared.until(&awaited, |state| {
            let bot = state.bot;
            let reply = state.messages.values().find(|message| {
                message.author == bot && message.object["message_reference"]["message_id"] == asked.as_str()
            })?;
            let id = reply.id;
            state.read.insert(id);
            Some(id)
        });
        Posted { shared: Arc::clone(&self.shared), id: id.await }
    }

    /// Waits until it was edited this many times.
    pub async fn edited(&self, times: usize) -> &Self {
        let awaited = format!("edit {times} of the message {:?}", self.content());
        self.shared.until(&awaited, |state| (state.messages[&self.id].edits >= times).then_some(())).await;
        self
    }

    /// Waits until it is deleted.
    pub async fn deleted(&self) {
        let awaited = format!("the deletion of the message {:?}", self.content());
        self.shared.until(&awaited, |state| state.messages[&self.id].deleted.then_some(())).await;
    }

    pub(super) fn record(&self) -> MessageRecord {
        self.shared.read().messages[&self.id].clone()
    }
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

fn list(value: &Value) -> Vec<Value> {
    value.as_array().cloned().unwrap_or_default()
}
