//! The questions that came by commands: unlike those in messages, they stand nowhere that could be read again. Bounded
//! in number and time, lost on a restart; then their answers cannot be explained any more.

use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use serenity::all::InteractionId;

use super::recent::Recent;
use crate::search::Question;

/// Questions that are remembered.
const QUESTIONS: usize = 1000;
/// How long: people wonder about an answer while they read it.
const LIFETIME: Duration = Duration::from_secs(60 * 60);

/// Questions by the commands that they came by.
#[derive(Debug)]
pub(crate) struct Asked {
    // Locked for a look-up only, never across an await.
    questions: Mutex<Recent<InteractionId, Question>>,
}

impl Asked {
    /// Remembers nothing yet.
    pub(crate) fn new() -> Self {
        Self { questions: Mutex::new(Recent::new(QUESTIONS, LIFETIME)) }
    }

    /// Remembers the question of a command.
    pub(crate) fn remember(&self, command: InteractionId, question: Question) {
        self.lock().insert(Instant::now(), command, question);
    }

    /// The question of a command.
    pub(crate) fn by(&self, command: InteractionId) -> Option<Question> {
        self.lock().get(Instant::now(), &command).cloned()
    }

    /// A lock that another thread left by a panic still holds a whole value: each change of it is one call.
    fn lock(&self) -> std::sync::MutexGuard<'_, Recent<InteractionId, Question>> {
        self.questions.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
