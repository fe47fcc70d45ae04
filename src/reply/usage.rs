//! How the knowledge is used, as plain data: what a report is made of. Owns no storage and no wording.

use chrono::NaiveDate;

use crate::knowledge::{ArticleId, SectionId};

/// A section by its names, in whatever language.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SectionRef {
    /// The article.
    pub article: ArticleId,
    /// The section of the article.
    pub section: SectionId,
}

/// How the knowledge was used lately.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Usage {
    /// Sections that were answers, the most frequent first.
    pub asked: Vec<SectionUse>,
    /// Sections that somebody disliked, the least liked first.
    pub disliked: Vec<SectionRating>,
    /// Questions without a good answer, the most frequent first.
    pub questions: Vec<OpenQuestion>,
}

/// How often a section was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SectionUse {
    /// The section.
    pub section: SectionRef,
    /// How often it was the answer.
    pub asked: u64,
    /// How often it was picked from an offer.
    pub chosen: u64,
}

/// What people think of a section.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SectionRating {
    /// The section.
    pub section: SectionRef,
    /// Thumbs up.
    pub liked: u64,
    /// Thumbs down.
    pub disliked: u64,
}

/// A question without a good answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenQuestion {
    /// The question as [`keepable`](super::keepable()) leaves it.
    pub question: String,
    /// Whether it was answered, and the answer disliked; else nothing answered it.
    pub disliked: bool,
    /// How often it was asked.
    pub times: u64,
    /// The section that came nearest, or whose answer was disliked.
    pub section: Option<SectionRef>,
}

/// A question without a good answer, with the day that its age is told by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DatedQuestion {
    /// The question.
    pub open: OpenQuestion,
    /// The day it was asked last.
    pub last: NaiveDate,
}

/// Everything that is kept under a person's id.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Kept {
    /// How many ratings there are.
    pub ratings: u64,
    /// The newest of them.
    pub newest: Vec<KeptRating>,
}

/// A rating that is kept under a person's id.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeptRating {
    /// The section that was rated.
    pub section: SectionRef,
    /// Thumbs up or down.
    pub liked: bool,
    /// The day it was given.
    pub day: NaiveDate,
}
