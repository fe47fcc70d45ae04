//! How the bot responded to what people set off.

use std::{sync::Arc, time::Duration};

use serde_json::Value;

use super::{
    posted::Posted,
    rest::interactions::callback,
    state::{InteractionRecord, LOADING, Shared, State},
};

/// Something that a person set off.
#[derive(Clone)]
pub struct Interaction {
    pub(super) shared: Arc<Shared>,
    pub(super) id: u64,
}

impl Interaction {
    pub fn id(&self) -> u64 {
        self.id
    }

    pub fn token(&self) -> String {
        self.shared.read().interaction(self.id).token.clone()
    }

    /// Waits for the message that the bot answered with: written, filled in after a deferral, or updated.
    pub async fn response(&self) -> Posted {
        self.shared.ready().await;
        let id = self.until("a message in response to an interaction", |state, record| {
            let (callback, _) = record.acknowledgement.as_ref()?;
            let loading = |message: &u64| state.messages[message].flags() & LOADING != 0;
            match *callback {
                callback::MESSAGE | callback::UPDATE => record.original,
                callback::DEFERRED_MESSAGE => record.original.filter(|original| !loading(original)),
                callback::DEFERRED_UPDATE => record.followups.first().or(record.edits.first()).copied(),
                _ => None,
            }
        });
        let id = id.await;
        self.shared.change(|state| state.read.insert(id));
        Posted { shared: Arc::clone(&self.shared), id }
    }

    /// Waits for the followup message of this number, from zero; the one that fills a deferral counts.
    pub async fn followup(&self, number: usize) -> Posted {
        let id = self.until("a followup message", |_, record| record.followups.get(number).copied()).await;
        self.shared.change(|state| state.read.insert(id));
        Posted { shared: Arc::clone(&self.shared), id }
    }

    /// Waits for the first response and gives its callback type: 4 message, 5 and 6 deferrals, 7 update, 8 choices,
    /// 9 modal.
    pub async fn acknowledged(&self) -> u64 {
        self.until("the first response to an interaction", |_, record| {
            record.acknowledgement.as_ref().map(|(callback, _)| *callback)
        })
        .await
    }

    /// Waits for the choices that answer an autocompletion: name and value.
    pub async fn choices(&self) -> Vec<(String, String)> {
        let data = self.data_of(callback::CHOICES, "autocomplete choices").await;
        let text = |value: &Value| value.as_str().map_or_else(|| value.to_string(), str::to_owned);
        let choices = data["choices"].as_array().cloned().unwrap_or_default();
        choices.iter().map(|choice| (text(&choice["name"]), text(&choice["value"]))).collect()
    }

    /// Waits for the form that the bot opened.
    pub async fn modal(&self) -> Value {
        self.data_of(callback::MODAL, "a modal").await
    }

    async fn data_of(&self, wanted: u64, awaited: &str) -> Value {
        let found = self.until(awaited, |_, record| record.acknowledgement.clone()).await;
        let (callback, data) = found;
        assert_eq!(callback, wanted, "the bot should have responded with {awaited}");
        data
    }

    /// Lets time go by for Discord but not for the bot, as if it had been slow: a late first response is its fault.
    pub fn ages(&self, by: Duration) {
        self.shared.change(|state| {
            let record = state.interaction(self.id);
            record.begun =
                record.begun.checked_sub(by).expect("the machine has been up for longer than this");
        });
    }

    /// Ends the time for the first response; that it comes too late is not the bot's fault.
    pub fn expire(&self) {
        self.shared.change(|state| state.interaction(self.id).expired = true);
    }

    /// Lets the fifteen minutes of the token run out.
    pub fn expire_token(&self) {
        self.shared.change(|state| state.interaction(self.id).token_expired = true);
    }

    async fn until<T>(&self, awaited: &str, find: impl Fn(&State, &InteractionRecord) -> Option<T>) -> T {
        let look = |state: &mut State| {
            let record = state.interaction(self.id).clone();
            find(state, &record)
        };
        self.shared.until(awaited, look).await
    }
}
