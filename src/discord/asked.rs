//! The questions that came by commands: unlike those in messages, they stand nowhere that could be read again. Bounded
//! in number and time, lost on a restart; then their answers cannot be explained any more.

use std::sync::Mutex;
use std::time::{Duration, Instant};

use serenity::all::InteractionId;

use super::locked::lock;
use super::recent::Recent;
use crate::search::Question;

/// Questions that are remembered.
const QUESTIONS: usize = 1000;
/// How long: people wonder about an answer while they read it.
const LIFETIME: Duration = Duration::from_secs(60 * 60);

/// Questions by the commands that they came by.
#[derive(Debug)]
pub(crate) struct Asked {
    questions: Mutex<Recent<InteractionId, Question>>,
}

impl Asked {
    /// Remembers nothing yet.
    pub(crate) fn new() -> Self {
        Self { questions: Mutex::new(Recent::new(QUESTIONS, LIFETIME)) }
    }

    /// Remembers the question of a command.
    pub(crate) fn remember(&self, command: InteractionId, question: Question) {
        lock(&self.questions).insert(Instant::now(), command, question);
    }

    /// The question of a command.
    pub(crate) fn by(&self, command: InteractionId) -> Option<Question> {
        lock(&self.questions).get(Instant::now(), &command).cloned()
    }
}
