//! How sure to be of a section by anything but its subject's name: sure enough to be offered at most.
//!
//! Topics, terms and jobs are spoken of in everybody's own words. One thing that speaks for a section is little, as chatter
//! meets a few words of any section by chance; a logistic model weighs what speaks for it together.

use rustc_hash::FxHashMap;

use super::confidence::TEXT_FEATURES;
use super::corpus::{Corpus, Document};
use super::described::{BestTwo, FULL_LENGTH, MOST};
use super::logistic::logistic;
use super::names::{Catalogue, SubjectId};
use super::query::Query;
use super::rank::Scored;
use super::statements::speaks_of_work;
use super::topics::Hint;
use crate::knowledge::ArticleKind;

/// How many numbers speak for a section that the question does not name.
pub const UNNAMED_FEATURES: usize = 16;

/// What speaks for a section that a question does not name, with its weight. Fitted on `tests/golden/fitted.jsonl` and on
/// messages that must not be answered by `cargo run --release --example calibrate`.
pub const UNNAMED_MODEL: [(&str, f32); UNNAMED_FEATURES] = [
    ("constant", -7.90),
    ("text ratio", 1.29),
    ("root of the margin", 1.02),
    ("lead", 1.10),
    ("lead of the article", 1.60),
    ("a facet", 0.44),
    ("words", 1.06),
    ("a term", 0.09),
    ("a topic", -0.32),
    ("hint", 1.57),
    ("speaks of work", 0.89),
    ("length", 1.72),
    ("text ratio of a term", 0.97),
    ("words by length", 1.59),
    ("wording", 0.89),
    ("worded for us", 2.95),
];

/// Facets below this closeness say nothing.
const FACET_FLOOR: f32 = 0.5;
/// A likeness to a topic's words is a hint if the text reaches so much of what it could: less is one of small words.
const HINTED_RATIO: f32 = 0.3;

/// The probability that a section is the right one, as far as it may be said without a name.
pub(super) fn confidence(features: &[f32; UNNAMED_FEATURES]) -> f32 {
    logistic(features, &UNNAMED_MODEL).min(MOST)
}

/// What is the same for every section of a question.
#[derive(Debug)]
pub(super) struct Standing {
    articles: FxHashMap<Entity, BestTwo>,
    facet: f32,
    speaks_of_work: bool,
    length: f32,
    seeks_term: bool,
    for_us: f32,
    says_little: bool,
}

/// What a section speaks of: its role or topic, or itself, by its group.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Entity {
    Article(SubjectId),
    Section(usize),
}

impl Entity {
    fn of(document: &Document) -> Self {
        match document.subject.filter(|_| document.kind != ArticleKind::Glossary) {
            Some(subject) => Self::Article(subject),
            None => Self::Section(document.group),
        }
    }
}

impl Standing {
    /// Looks at the best sections of a question, best first.
    pub(super) fn new(sections: &[Scored], corpus: &Corpus, catalogue: &Catalogue, query: &Query) -> Self {
        let mut articles: FxHashMap<Entity, BestTwo> = FxHashMap::default();
        for entry in sections {
            let Some(document) = corpus.documents().get(entry.document) else { continue };
            articles.entry(Entity::of(document)).or_default().add(entry.text);
        }
        let closest = query.facets.iter().map(|hit| hit.spot.closeness).fold(0.0, f32::max);
        Self {
            articles,
            facet: ((closest - FACET_FLOOR) / (1.0 - FACET_FLOOR)).max(0.0),
            speaks_of_work: speaks_of_work(&query.normalized),
            length: query.letters().min(FULL_LENGTH) as f32 / FULL_LENGTH as f32,
            seeks_term: (query.seeks_name() && !query.seeks_role()) || query.seeks_formula(),
            for_us: query.wording(catalogue).for_us,
            says_little: query.says_little(),
        }
    }

    /// What speaks for a section; `text` as in [`TEXT_MODEL`](super::confidence::TEXT_MODEL).
    pub(super) fn features(
        &self,
        document: &Document,
        entry: &Scored,
        text: &[f32; TEXT_FEATURES],
        hint: Hint,
        worded: f32,
    ) -> [f32; UNNAMED_FEATURES] {
        let flag = |is: bool| f32::from(u8::from(is));
        let &[constant, ratio, margin, lead] = text;
        // Of little text a term may hold every n-gram several times: that says no more (go).
        let ratio = ratio.min(1.0);
        let own = Entity::of(document);
        let others = self.articles.iter().filter(|(entity, _)| **entity != own);
        let other = others.map(|(_, best)| best.fit()).fold(0.0, f32::max);
        let fits = self.articles.get(&own).copied().unwrap_or_default().fit();
        let hinted = (hint.by_word || hint.by_facet) && ratio >= HINTED_RATIO;
        let is = |kind| flag(document.kind == kind);
        let term = is(ArticleKind::Glossary);
        // A facet of nobody in particular is asked of every role alike.
        let of_anybody = self.says_little && document.kind == ArticleKind::Role;
        let (worded, for_us) = if of_anybody { (0.0, 0.0) } else { (worded, self.for_us) };
        [
            constant,
            ratio,
            margin,
            lead,
            (fits - other) / fits.max(other).max(f32::EPSILON),
            self.facet,
            entry.words,
            term,
            is(ArticleKind::Topic),
            flag(hinted || (self.seeks_term && term > 0.0)),
            flag(self.speaks_of_work),
            self.length,
            term * ratio,
            entry.words * self.length,
            worded,
            for_us,
        ]
    }
}

#[cfg(test)]
mod tests {
    use super::super::confidence::TOLD;
    use super::super::decide::Sureness;
    use super::*;

    #[test]
    fn nothing_is_answered_without_a_name_and_no_statement_gets_an_offer() {
        let most = confidence(&[1.0; UNNAMED_FEATURES].map(|feature| feature * 9.0));
        assert!(most >= MOST, "{most}");
        for thresholds in Sureness::ALL.map(Sureness::thresholds) {
            assert!(f64::from(most) < thresholds.answer, "{thresholds:?}");
            assert!(TOLD < thresholds.unasked_offer, "{thresholds:?}");
        }
    }
}
