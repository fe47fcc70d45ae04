//! From a decision to a reply.

use chrono::NaiveDate;

use super::wording::Wording;
use crate::knowledge::{ArticleId, ArticleKind, Language, SectionId};
use crate::search::{Decision, Engine};

/// What is said to a question.
#[derive(Debug, Clone, PartialEq)]
pub enum Reply {
    /// One section, with what people need to trust it and to read on.
    Answer(Box<Answer>),
    /// Two to five sections to choose from.
    Choices(Choices),
    /// An honest "I don't know", with the nearest topics.
    Unknown(Unknown),
}

/// One section as an answer.
#[derive(Debug, Clone, PartialEq)]
pub struct Answer {
    /// The article.
    pub article: ArticleId,
    /// Its kind.
    pub kind: ArticleKind,
    /// The section.
    pub section: SectionId,
    /// The language that the section is written in.
    pub language: Language,
    /// The article's title as written.
    pub title: String,
    /// The section's heading; the facet's label for the text before the first heading.
    pub heading: String,
    /// The headline for people: "Account manager · เงินเดือน".
    pub headline: String,
    /// The section's Markdown.
    pub text: String,
    /// The passage that answers, when the section is long.
    pub focus: Option<String>,
    /// When a person last checked the facts.
    pub reviewed: Option<NaiveDate>,
    /// The article's sources.
    pub sources: Vec<SourceNote>,
    /// How the question was read, when another keyboard layout or a transliteration had to be assumed.
    pub interpreted_as: Option<String>,
    /// Set when the section is in another language than the question.
    pub other_language: bool,
    /// The article's other sections, in the article's order.
    pub siblings: Vec<Choice>,
    /// Related articles' definitions.
    pub related: Vec<Choice>,
}

/// A source as people see it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SourceNote {
    /// "Title, Publisher (2024)".
    pub label: String,
    /// Its address.
    pub url: Option<String>,
}

/// A section to choose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// The article.
    pub article: ArticleId,
    /// The section.
    pub section: SectionId,
    /// "Account manager · เงินเดือน".
    pub label: String,
}

/// An offer of sections.
#[derive(Debug, Clone, PartialEq)]
pub struct Choices {
    /// Best first, 2–5.
    pub choices: Vec<Choice>,
    /// How the question was read, when it was read in another way than typed.
    pub interpreted_as: Option<String>,
}

/// Nothing to answer with.
#[derive(Debug, Clone, PartialEq)]
pub struct Unknown {
    /// The topics nearest to the question, at most five; some of the roles when nothing is near.
    pub nearest: Vec<Choice>,
}

/// Makes the reply to a decision. `wording` decides the language of labels and notes, not that of the section.
pub fn compose(_engine: &Engine, _decision: &Decision, _wording: &Wording) -> Reply {
    Reply::Unknown(Unknown { nearest: Vec::new() })
}
