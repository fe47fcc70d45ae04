//! One reading of a question, as far as the engine got with it.

use super::query::Query;
use super::rank::{Ranking, Scored};
use super::reading::Reading;
use super::rescue::{SHORTENED, SPACED};
use crate::text::script::is_thai;

/// Without a name a question reads so well at most, and other readings are tried.
const UNNAMED_READS: f32 = 0.6;

/// A name that is found less closely may be another one in another reading (เวลท์แพลนเนอร์ in อีเวนต์แพลนเนอร์).
const LOOSE: f32 = 0.9;

/// A text that is normalized, understood and ranked.
#[derive(Debug)]
pub(crate) struct Read {
    pub(crate) query: Query,
    pub(crate) ranking: Ranking,
    /// The question as it was read, and why, when not as typed.
    pub(crate) interpreted: Option<Reading>,
    /// The share of its n-grams, marks ignored, that are known here, 0..=1.
    pub(crate) familiarity: f32,
}

impl Read {
    /// Whether it is about the conversation's subject.
    pub(super) fn asks_on(&self) -> bool {
        self.query.described.is_none()
            && self.query.subjects.first().is_some_and(|hit| hit.spot.span.is_empty())
    }

    /// Whether it names a subject that the other does not.
    pub(crate) fn names_more_than(&self, other: &Self) -> bool {
        let named = |read: &Self, id| read.query.named().any(|hit| hit.subject == id);
        self.query.named().any(|hit| !named(other, hit.subject))
    }

    /// Whether the name found best stands there in Thai letters that are only a little like it.
    pub(crate) fn names_loosely(&self) -> bool {
        let first = self.query.subjects.first().filter(|hit| hit.spot.closeness < LOOSE);
        let letters = first.and_then(|hit| self.query.scene.characters.get(hit.spot.span.clone()));
        letters.is_some_and(|letters| letters.iter().any(|&c| is_thai(c)))
    }

    /// Whether what it names first goes with a word before it that nothing explains: pentester is no tester.
    pub(crate) fn names_a_kind(&self) -> bool {
        self.query.subjects.first().is_some_and(|hit| self.query.is_kind(&hit.spot, &hit.facets))
    }

    /// Whether its letters were shortened though it names nothing: texts are read with drawn-out letters.
    pub(crate) fn is_shortened_in_vain(&self) -> bool {
        let shortened = self.interpreted.as_ref().is_some_and(|reading| reading.reason == SHORTENED);
        shortened && !self.names_plainly()
    }

    /// Whether it names any subject as closely as who means it.
    pub(crate) fn names_plainly(&self) -> bool {
        self.query.named().next().is_some()
    }

    /// Whether spaces were put between its words.
    pub(crate) fn is_spaced(&self) -> bool {
        self.interpreted.as_ref().is_some_and(|reading| reading.reason == SPACED)
    }

    /// What is this much of the doubt that it leaves surer.
    pub(crate) fn surer_by(&self, share: f32) -> f32 {
        self.confidence() + (1.0 - self.confidence()) * share
    }

    /// How well it reads: a text may speak of a section without naming it, and of another one in another reading.
    pub(crate) fn confidence(&self) -> f32 {
        let well = |section: &Scored| {
            let named = section.evidence.as_deref().is_some_and(|evidence| {
                let by_name = evidence.named.is_some() || evidence.followed.is_some();
                evidence.alone || (by_name && evidence.described.is_none())
            });
            if named { section.confidence } else { section.confidence.min(UNNAMED_READS) }
        };
        self.ranking.sections.iter().map(well).fold(0.0, f32::max)
    }
}
