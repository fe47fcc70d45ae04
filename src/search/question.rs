//! What is put to the engine.

use super::decide::Sureness;
use crate::knowledge::{ArticleId, Language};

/// A question with what is known around it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Question {
    /// As typed.
    pub text: String,
    /// The article of the last answer in this conversation: a follow-up that names no role is about it.
    pub about: Option<ArticleId>,
    /// The asker's language, for questions whose own language cannot be told.
    pub language: Option<Language>,
    /// How sure the engine must be to speak.
    pub sureness: Sureness,
}

impl Question {
    /// A question out of the blue.
    pub fn new(text: impl Into<String>) -> Self {
        Self { text: text.into(), about: None, language: None, sureness: Sureness::default() }
    }

    /// The same question as a follow-up to an answer about an article.
    #[must_use]
    pub fn about(mut self, article: Option<ArticleId>) -> Self {
        self.about = article;
        self
    }

    /// The same question from somebody whose language is known.
    #[must_use]
    pub fn asked_in(mut self, language: Option<Language>) -> Self {
        self.language = language;
        self
    }

    /// The same question where the engine must be so sure.
    #[must_use]
    pub fn sure(mut self, sureness: Sureness) -> Self {
        self.sureness = sureness;
        self
    }
}
