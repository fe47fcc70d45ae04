//! What the engine decides about a question.

use crate::knowledge::{ArticleId, Language, SectionId};

/// A section that may answer, with how sure the engine is of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Candidate {
    /// The article.
    pub article: ArticleId,
    /// The section of the article.
    pub section: SectionId,
    /// The language version: the question's language where the article has it.
    pub language: Language,
    /// Probability that this section is the right one, in 0..=1.
    pub confidence: f64,
}

/// What to do about a question.
#[derive(Debug, Clone, PartialEq)]
pub enum Verdict {
    /// Reply with exactly this section.
    Answer {
        /// The section.
        candidate: Candidate,
        /// The passage of the section's text that answers, when the section is long.
        focus: Option<String>,
    },
    /// Offer these 2–5 sections, best first.
    DidYouMean(Vec<Candidate>),
    /// Nothing in the knowledge base answers, or nothing was asked.
    DontKnow,
}

/// The outcome of [`Engine::ask`](super::Engine::ask).
#[derive(Debug, Clone, PartialEq)]
pub struct Decision {
    /// What to do.
    pub verdict: Verdict,
    /// Confidence of the best candidate, in 0..=1; 0 without any.
    pub confidence: f64,
    /// The question as it was read, when another keyboard layout or a transliteration had to be assumed.
    pub interpreted_as: Option<String>,
    /// Up to [`Decision::MAX_CANDIDATES`], best first, whatever the verdict; one entry an (article, section).
    pub candidates: Vec<Candidate>,
    /// The language that the question is written in (after the rescue of [`Decision::interpreted_as`]).
    pub language: Language,
}

impl Decision {
    /// How many candidates a decision carries at most.
    pub const MAX_CANDIDATES: usize = 10;
    /// How many choices are offered at most.
    pub const MAX_CHOICES: usize = 5;

    /// The role or topic to which a follow-up would refer: that of the answer.
    pub fn subject(&self) -> Option<&ArticleId> {
        match &self.verdict {
            Verdict::Answer { candidate, .. } => Some(&candidate.article),
            _ => None,
        }
    }
}
