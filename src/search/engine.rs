//! The engine: everything that is computed once for a knowledge base, and the questions put to it.

use std::sync::Arc;

use super::decide::{Decision, Verdict};
use super::explain::Explanation;
use crate::knowledge::{ArticleId, Knowledge, Language, SectionId};

/// A question with what is known around it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Question {
    /// As typed.
    pub text: String,
    /// The article of the last answer in this conversation: a follow-up that names no role is about it.
    pub about: Option<ArticleId>,
    /// The asker's language, for questions whose own language cannot be told.
    pub language: Option<Language>,
}

impl Question {
    /// A question out of the blue.
    pub fn new(text: impl Into<String>) -> Self {
        Self { text: text.into(), about: None, language: None }
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
}

/// A name that completes what somebody has typed so far.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Completion {
    /// The name to show: a role's title or a term, in the language asked for.
    pub label: String,
    /// The article.
    pub article: ArticleId,
    /// The section that defines the name.
    pub section: SectionId,
}

/// Answers questions from one knowledge base. Cheap to share; never changes after it was built.
#[derive(Debug)]
pub struct Engine {
    knowledge: Arc<Knowledge>,
}

impl Engine {
    /// Indexes a knowledge base.
    pub fn new(knowledge: Arc<Knowledge>) -> Self {
        Self { knowledge }
    }

    /// What the engine answers from.
    pub fn knowledge(&self) -> &Arc<Knowledge> {
        &self.knowledge
    }

    /// Decides about a question.
    pub fn ask(&self, question: &Question) -> Decision {
        let language = question.language.clone().unwrap_or_else(Language::thai);
        Decision {
            verdict: Verdict::DontKnow,
            confidence: 0.0,
            interpreted_as: None,
            candidates: Vec::new(),
            language,
        }
    }

    /// Decides about a question, and why.
    pub fn explain(&self, question: &Question) -> (Decision, Explanation) {
        (self.ask(question), Explanation::new("question", question.text.clone()))
    }

    /// Decides which definition a term asks for: only names of roles and glossary terms count.
    pub fn define(&self, term: &str, language: Option<&Language>) -> Decision {
        self.ask(&Question::new(term).asked_in(language.cloned()))
    }

    /// Names of roles and terms for what was typed so far: exact first, then prefixes, then fuzzy; at most `limit`.
    pub fn complete(&self, _typed: &str, _language: &Language, _limit: usize) -> Vec<Completion> {
        Vec::new()
    }

    /// Names of roles and topics that have articles, in the language asked for, in order of their ids.
    pub fn topics(&self, _language: &Language) -> Vec<Completion> {
        Vec::new()
    }
}
