//! What a conversation tells of articles that changed while it is held. Owns no following of the folder.

use std::io::Write;
use std::sync::Arc;

use super::conversation::Conversation;
use crate::check::told;
use crate::live::{Live, Trouble};

/// The knowledge of a conversation as it goes on.
pub(crate) struct Updates {
    live: Live,
    /// Whether problems may have colours.
    styled: bool,
    /// What was told last.
    told: Option<Arc<Trouble>>,
}

impl Updates {
    /// Nothing is told yet.
    pub(crate) fn new(live: Live, styled: bool) -> Self {
        Self { live, styled, told: None }
    }

    /// Brings the conversation to the newest state, and tells what changed, or what keeps it from changing, once. To be
    /// called between two lines: the answer to one line comes from one state.
    pub(crate) fn tell(&mut self, conversation: &mut Conversation, err: &mut dyn Write) {
        let mut lines = Vec::new();
        lines.extend(conversation.renew(Arc::clone(&self.live.now().engine)));
        let trouble = self.live.trouble();
        let words = conversation.reload_wording();
        match &trouble {
            Some(trouble) if !self.told.as_ref().is_some_and(|told| Arc::ptr_eq(told, trouble)) => {
                let wording = conversation.check_wording();
                let problems = told(&trouble.problems, wording);
                let shown = |problem| trouble.problems.shown(problem, self.styled, wording.levels);
                lines.extend(problems.iter().map(shown));
                lines.push(words.broken.to_owned());
            }
            None if self.told.is_some() && lines.is_empty() => lines.push(words.mended.to_owned()),
            _ => {}
        }
        self.told = trouble;
        for line in lines {
            // Where standard error is closed, the conversation goes on.
            let _ = writeln!(err, "{line}");
        }
    }
}
