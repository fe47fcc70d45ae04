//! What can happen to the connection between the bot and the world.

use super::{
    state::{Outgoing, PATIENCE, State},
    world::World,
};

impl World {
    /// Ends the gateway's TCP connection without a word.
    pub fn drop_connection(&self) {
        self.tell(Outgoing::Drop);
    }

    /// Closes the gateway connection with a code.
    pub fn close_connection(&self, code: u16, reason: &str) {
        self.tell(Outgoing::Close(code, reason.to_owned()));
    }

    /// Sends RECONNECT (op 7).
    pub fn ask_to_reconnect(&self) {
        self.tell(Outgoing::Text(r#"{"op":7,"d":null}"#.to_owned()));
    }

    /// Sends `INVALID_SESSION` (op 9).
    pub fn invalidate_session(&self, resumable: bool) {
        self.tell(Outgoing::Text(format!(r#"{{"op":9,"d":{resumable}}}"#)));
        if !resumable {
            self.shared.change(State::forget_session);
        }
    }

    /// From now on heartbeats stay unanswered (or are answered again).
    pub fn acknowledge_heartbeats(&self, acknowledge: bool) {
        self.shared.change(|state| state.acknowledges_heartbeats = acknowledge);
    }

    /// Waits until the bot has resumed its session this many times.
    pub async fn resumed(&self, times: usize) {
        self.shared.until("the bot to resume", |state| (state.resumes >= times).then_some(())).await;
    }

    /// Waits until the bot has identified this many times.
    ///
    /// serenity lets five seconds pass between two times, so this waits longer than other waits.
    pub async fn identified(&self, times: usize) {
        let identified = |state: &mut State| (state.identifies.len() >= times).then_some(());
        self.shared.until_within(3 * PATIENCE, "the bot to identify", identified).await;
    }

    /// Waits until a heartbeat proves that serenity has read everything dispatched so far.
    pub async fn all_read(&self) {
        let target = self.shared.read().session.as_ref().map_or(0, |session| session.sequence);
        self.tell(Outgoing::Text(r#"{"op":1,"d":null}"#.to_owned()));
        let seen =
            |state: &mut State| state.session.as_ref().filter(|session| session.seen >= target).map(|_| ());
        self.shared.until("a heartbeat after the last event", seen).await;
    }

    fn tell(&self, outgoing: Outgoing) {
        let state = self.shared.read();
        if let Some(connection) = state.session.as_ref().and_then(|session| session.connection.as_ref()) {
            let _ = connection.send(outgoing);
        }
    }
}
