//! Questions about the subject of the conversation, which they do not name, and about one subject beside another.

use std::ops::Range;

use super::corpus::{Corpus, Document};
use super::described::FULL_LENGTH;
use super::facet_hits::{FacetHit, overlap};
use super::names::{Catalogue, SubjectId};
use super::points::facet_rank;
use super::query::{Query, SPELLED, SubjectHit, is_plain};
use super::spot::Spot;
use super::wording::WORDED_ENOUGH;
use crate::text::segment::spans;

/// How many numbers speak for a section of the conversation's subject.
pub const FOLLOWED_FEATURES: usize = 14;

/// What speaks for a section of the conversation's subject, with its weight. Fitted on `tests/golden/fitted.jsonl` and on messages that
/// must not be answered, put into conversations, by `cargo run --release --example calibrate`, before 400 more follow-ups were learned
/// from: a fit to those as well answers one of 626 held-out messages more and makes a fifth more offers to such messages.
pub const FOLLOWED_MODEL: [(&str, f32); FOLLOWED_FEATURES] = [
    ("constant", -6.83),
    ("facet", 0.24),
    ("facet, nothing unknown", 1.40),
    ("facet, nothing unexplained", 0.94),
    ("another facet", 0.47),
    ("wording", 2.42),
    ("worded for us", 3.98),
    ("unknown to its article", -1.36),
    ("unexplained, known to its article", 0.93),
    ("goes on", 2.25),
    ("asks", 0.67),
    ("length", -0.12),
    ("lead", 0.27),
    ("names something else", 0.31),
];

/// With what people begin who ask on.
const GOING_ON: [&str; 13] = [
    "แล้ว",
    "แร้ว",
    "งั้น",
    "อ้าว",
    "ถ้า",
    "and ",
    "so ",
    "then ",
    "ok ",
    "what about",
    "how about",
    "what if",
    "but ",
];
/// The same as a word of its own alone: ละต้องจบอะไร, no ละคร.
const GOING_ON_WORD: &str = "ละ";

/// Whether a normalized text begins as if it went on.
fn goes_on(normalized: &str) -> bool {
    let word = || spans(normalized).next() == Some((0, GOING_ON_WORD.len()));
    GOING_ON.iter().any(|word| normalized.starts_with(word))
        || (normalized.starts_with(GOING_ON_WORD) && word())
}

/// A follow-up that asks nothing leaves no more than this share of its letters unexplained …
const FOLLOW_UP_LEFTOVER: f32 = 0.25;
/// … and one that asks no more than this, unless its wording asks for a facet. With no bound 17 % of the messages that must not be
/// answered were taken for follow-ups, with this and the next 2 %, before the wording was judged.
const FOLLOW_UP_ASKING_LEFTOVER: f32 = 0.3;
/// How closely a follow-up names a facet: in chatter one of many phrases is always a little like something.
const FOLLOW_UP_FACET: f32 = 0.9;

/// The share of a question's letters that nothing explains and the article of the conversation's subject does not know.
pub(super) fn unknown(corpus: &Corpus, query: &Query, hit: &SubjectHit) -> f32 {
    let unknown = corpus.unknown_letters(hit.subject, &query.unexplained(hit));
    (unknown / query.letters().max(1) as f32).min(hit.leftover)
}

/// What speaks for a section of the conversation's subject in a question that does not name it, of which a share is `unknown`.
pub(super) fn followed(
    catalogue: &Catalogue,
    query: &Query,
    hit: &SubjectHit,
    document: &Document,
    (worded, for_us): (f32, f32),
    (lead, unknown): (f32, f32),
) -> [f32; FOLLOWED_FEATURES] {
    let flag = |is: bool| f32::from(u8::from(is));
    let facet = facet_rank(catalogue, hit, document);
    let asked = facet.map_or(0.0, |(rank, closeness)| closeness / (1.0 + rank as f32));
    let for_us = if is_plain_facet(hit) && worded >= PLAINLY_WORDED && for_us >= MAYBE_FOR_US && asked >= 1.0
    {
        for_us.max(PLAINLY_FOR_US)
    } else {
        for_us
    };
    [
        1.0,
        asked,
        if unknown < f32::EPSILON { asked } else { 0.0 },
        if hit.leftover < f32::EPSILON { asked } else { 0.0 },
        flag(facet.is_none() && !hit.facets.is_empty()),
        worded,
        for_us,
        unknown,
        hit.leftover - unknown,
        flag(goes_on(&query.normalized)),
        flag(query.asks()),
        query.letters().min(FULL_LENGTH) as f32 / FULL_LENGTH as f32,
        lead,
        flag(query.named().any(|other| other.subject != hit.subject)),
    ]
}

/// A phrase of so many letters is met by chance nowhere (lol same).
const PHRASE_LETTERS: usize = 5;
/// What is nothing but such a phrase, is worded for it so likely and may be asked of us so likely …
const PLAINLY_WORDED: f32 = 0.8;
const MAYBE_FOR_US: f32 = 0.3;
/// … is asked of us in a conversation at least so likely (what do I need to study).
const PLAINLY_FOR_US: f32 = 0.95;

/// Whether a text is nothing but a phrase that is spelled right.
fn is_plain_facet(hit: &SubjectHit) -> bool {
    let spelled =
        |facet: &FacetHit| facet.spot.closeness >= SPELLED && facet.spot.span.len() >= PHRASE_LETTERS;
    hit.leftover < f32::EPSILON && hit.facets.first().is_some_and(spelled)
}

/// Who asks on in words of their own writes no more letters.
const FOLLOW_UP_LETTERS: usize = 120;

impl Query {
    /// Whether it is worded so much like a question on a job that it may be one about the subject of the conversation, be no phrase of a
    /// facet in it.
    pub(crate) fn is_worded_to_follow_up(&self, catalogue: &Catalogue) -> bool {
        let wording = self.wording(catalogue);
        let likeliest = || wording.likeliest().first().map_or(0.0, |(_, likely)| *likely);
        !wording.bare && self.letters() <= FOLLOW_UP_LETTERS && wording.for_us * likeliest() >= WORDED_ENOUGH
    }

    /// Whether the question can be about the subject of the conversation: it names a facet plainly, and has little in it
    /// that names something else (เงินเดือนแอร์โฮสเตส) or speaks of another thing (เย็นนี้เตะบอลกันไหม).
    pub(crate) fn may_follow_up(&self, facets: &[FacetHit]) -> bool {
        let plainly = facets.iter().any(|facet| facet.plain || facet.spot.closeness >= FOLLOW_UP_FACET);
        let left = if self.asks() { FOLLOW_UP_ASKING_LEFTOVER } else { FOLLOW_UP_LEFTOVER };
        let named: Vec<&Range<usize>> =
            self.subjects.iter().filter(|hit| is_plain(hit)).map(|hit| &hit.spot.span).collect();
        plainly && self.leftover(&(0..0), facets, &named) <= left
    }

    /// A subject that is not in the text.
    pub(super) fn conversation(closeness: f32) -> Spot {
        Spot { owner: 0, phrase: 0, span: 0..0, closeness, left_out: 0.0, weight: 0.0 }
    }

    /// Of two subjects the one that is named first is what the question is about; if one leads to the other, it may say from
    /// which (เป็น auditor จาก accountant).
    pub(super) fn put_first_named_first(&mut self, leads: bool) {
        let Some(strongest) = self.subjects.first().map(|hit| hit.spot.span.clone()) else { return };
        let named = self.subjects.iter().enumerate().filter(|(_, hit)| is_plain(hit));
        let from = |hit: &SubjectHit| leads && self.comes_from(&hit.spot.span);
        let first = named
            .filter(|(_, hit)| hit.spot.span.end <= strongest.start || from(hit))
            .min_by_key(|(number, hit)| (!from(hit), hit.spot.span.start, *number))
            .map(|(number, _)| number);
        if let Some(first) = first {
            let hit = self.subjects.remove(first);
            self.subjects.insert(0, hit);
        }
    }

    /// Whether what stands at a place is where something comes from.
    fn comes_from(&self, span: &Range<usize>) -> bool {
        const FROM: [&str; 2] = ["from", "จาก"];
        let before = self.scene.characters.get(..span.start).unwrap_or_default();
        let before: String = before.iter().rev().skip_while(|c| **c == ' ').collect();
        FROM.iter().any(|from| before.starts_with(&from.chars().rev().collect::<String>()))
    }

    /// Takes the facets from every subject but the first: of two roles that are held against each other, or of which one leads
    /// to the other, the one that is named first is asked about.
    pub(crate) fn keep_facets_of_first(&mut self) {
        let Some((first, others)) = self.subjects.split_first_mut() else { return };
        let apart = |hit: &&mut SubjectHit| overlap(&hit.spot.span, &first.spot.span) == 0;
        others.iter_mut().filter(apart).for_each(|other| other.facets.clear());
    }

    /// Adds the subject of the conversation, for a question that names none, or another one to compare it with: then it is
    /// the conversation's subject that is asked about.
    pub(crate) fn follow_up(
        &mut self,
        subject: SubjectId,
        closeness: f32,
        compared: bool,
        facets: Vec<FacetHit>,
    ) {
        let spot = Self::conversation(closeness);
        let others: Vec<&Range<usize>> = self.subjects.iter().map(|hit| &hit.spot.span).collect();
        let leftover = self.leftover(&spot.span, &facets, &others);
        let hit = SubjectHit { subject, spot, shared: 0.0, leftover, facets };
        self.subjects.retain(|known| known.subject != subject);
        self.subjects.insert(0, hit);
        if compared {
            self.keep_facets_of_first();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_beginning_that_goes_on_is_a_word() {
        for (text, expected) in [
            ("แล้วเงินเดือนล่ะ", true),
            ("ละต้องจบอะไร", true),
            ("ละ เงินเดือน", true),
            ("ละครเรื่องนี้สนุก", false),
            ("what about pay", true),
            ("somebody", false),
            ("", false),
        ] {
            assert_eq!(goes_on(text), expected, "{text}");
        }
    }
}
