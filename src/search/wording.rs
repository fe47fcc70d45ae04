//! What a question wants to know, judged by how it is worded: multinomial logistic regression over its 3-grams.
//!
//! Phrases say what is asked where people use them. Others say it in words of their own (เค้าได้เงินกันประมาณไหน), which share
//! letters with many phrases and with what others have asked. The model weighs all of them together: one column for each facet
//! of a role, and a logistic one for whether a question is asked of us at all. Names are cut out before, so that what was learned of one
//! role holds for every other. `cargo run --release --example wording` fits it on the phrases of the built-in facets and on
//! `tests/golden/fitted.jsonl` and writes `wording.tsv`, which `build.rs` packs.

use std::borrow::Cow;

use super::against::COMPARING_FACET;
use super::corpus::Document;
use super::facet_hits::DEFINITION;
use super::facet_phrases::{MUST_BE_ABLE, MUST_HAVE};
use super::letters::each_ngram;
use super::names::Catalogue;
use super::points::names_several_facets;
use super::query::{PLAIN_CLOSENESS, Query, SPELLED, SubjectHit};
use super::wording_table::{COLUMNS, RECORD, STEP, WORDED_FACETS, packed};
use crate::knowledge::ArticleKind;
use crate::text::script::is_word;

/// What is worded for a facet so likely, and asked of us so likely, may be asked.
pub(super) const WORDED_ENOUGH: f32 = 0.2;

/// What is asked of us so likely asks, be no word in it that does.
const ASKING: f32 = 0.85;

/// The table that `build.rs` packed.
const BUILT_IN: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/wording.bin"));

/// Weights of n-grams: records of a key and a weight for each column, by key; the first, of no n-gram, is what each column begins with.
#[derive(Debug, Clone)]
pub struct WordingModel(Cow<'static, [u8]>);

/// What the wording of a question says.
#[derive(Debug, PartialEq)]
pub(crate) struct Wording {
    /// How likely each of [`WORDED_FACETS`] is asked for, if one is; they add up to 1.
    facets: [f32; WORDED_FACETS.len()],
    /// How likely the text is a question that the knowledge is meant for, 0..=1.
    pub(crate) for_us: f32,
    /// Whether no word of it is left but names.
    pub(super) bare: bool,
}

impl Wording {
    /// What asks for a facet without a word of it, be nothing left but names or not.
    fn certain(facet: &str, bare: bool) -> Self {
        Self { facets: WORDED_FACETS.map(|known| f32::from(u8::from(known == facet))), for_us: 1.0, bare }
    }

    /// How likely a facet is asked for, 0..=1; `None` for facets of which nothing was learned.
    pub(crate) fn of(&self, facet: &str) -> Option<f32> {
        let known = WORDED_FACETS.iter().zip(self.facets).find(|(known, _)| **known == facet);
        known.map(|(_, likely)| likely)
    }

    /// The facets with how likely each is asked for, likeliest first.
    pub(crate) fn likeliest(&self) -> Vec<(&'static str, f32)> {
        let mut facets: Vec<(&str, f32)> = WORDED_FACETS.into_iter().zip(self.facets).collect();
        facets.sort_by(|a, b| b.1.total_cmp(&a.1));
        facets
    }
}

impl WordingModel {
    /// The model that comes with the program.
    pub(crate) fn built_in() -> Self {
        Self(Cow::Borrowed(BUILT_IN))
    }

    /// A model of weights of n-grams in each column; those of n-gram 0 are what the columns begin with.
    pub fn of_weights(weights: Vec<(u32, [i8; COLUMNS])>) -> Self {
        Self(Cow::Owned(packed(weights)))
    }

    /// The n-grams by which a normalized text is judged, each once.
    pub fn ngrams(normalized: &str) -> Vec<u32> {
        let mut ngrams = Vec::with_capacity(normalized.len() / 2);
        each_ngram(normalized, |ngram| ngrams.push(ngram));
        ngrams.sort_unstable();
        ngrams.dedup();
        ngrams
    }

    /// How likely a normalized text asks for a facet, 0..=1, if it asks for one.
    pub fn likely(&self, normalized: &str, facet: &str) -> f32 {
        self.judge(normalized).of(facet).unwrap_or_default()
    }

    /// How likely a normalized text is asked of us, 0..=1.
    pub fn likely_for_us(&self, normalized: &str) -> f32 {
        self.judge(normalized).for_us
    }

    /// Judges a normalized text.
    pub(crate) fn judge(&self, normalized: &str) -> Wording {
        // Who says a name and nothing else asks what it is.
        if is_bare(normalized) {
            return Wording::certain(DEFINITION, true);
        }
        let (records, _) = self.0.as_chunks::<RECORD>();
        let ngrams = Self::ngrams(normalized);
        let known: Vec<&[u8; RECORD]> = ngrams
            .iter()
            .filter_map(|ngram| records.get(records.binary_search_by_key(ngram, key).ok()?))
            .collect();
        // As in the fit: the n-grams of a text make a vector of length 1, however many they are.
        let share = 1.0 / (ngrams.len().max(1) as f32).sqrt();
        let logit = |column: usize| {
            let start = records.first().map_or(0, |record| weight(record, column));
            let sum: i32 = known.iter().map(|record| weight(record, column)).sum();
            (start as f32 + sum as f32 * share) * STEP
        };
        let logits: [f32; COLUMNS] = std::array::from_fn(logit);
        let (for_us, facets) = logits.split_last().unwrap_or((&0.0, &[]));
        Wording { facets: softmax(facets), for_us: 1.0 / (1.0 + (-for_us).exp()), bare: false }
    }
}

/// Probabilities of which one is right.
fn softmax(logits: &[f32]) -> [f32; WORDED_FACETS.len()] {
    let most = logits.iter().copied().fold(f32::NEG_INFINITY, f32::max);
    let odds = |place: usize| logits.get(place).map_or(0.0, |logit| (logit - most).exp());
    let odds: [f32; WORDED_FACETS.len()] = std::array::from_fn(odds);
    let all: f32 = odds.iter().sum();
    odds.map(|odds| odds / all)
}

/// The weight of a record in a column.
fn weight(record: &[u8; RECORD], column: usize) -> i32 {
    record.get(size_of::<u32>() + column).map_or(0, |weight| i32::from(weight.cast_signed()))
}

/// Whether no word is left of a text without its names, be there punctuation or an emoji.
fn is_bare(others: &str) -> bool {
    !others.chars().any(is_word)
}

/// The n-gram of a record.
fn key(record: &[u8; RECORD]) -> u32 {
    record.first_chunk().map_or(0, |key| u32::from_le_bytes(*key))
}

/// How surely at least a section that answers what is asked is worded for, and how surely at least it is asked of us, by what is named:
/// nothing else needs to say what is asked where a name and a phrase that are spelled right and words that ask or pad are all there is,
/// and little else where next to nothing is left over and nothing else is named, where no phrase says it, and of a term, which has one
/// section.
pub(super) fn worded_by_names(
    catalogue: &Catalogue,
    query: &Query,
    hit: &SubjectHit,
    document: &Document,
) -> (f32, f32) {
    /// What a phrase that leaves nothing over says at least of what is asked, and of whether it is asked of us.
    const EXPLAINED: (f32, f32) = (1.0, 0.75);
    /// Next to nothing, as a share of the letters.
    const LITTLE: f32 = 0.15;
    /// What a phrase with so little beside it says at least of what is asked, and of whether it is asked of us …
    const BY_PHRASE: (f32, f32) = (0.5, 0.5);
    /// … what a rule says that knows no phrase for it (ต้องมี pmp ไหม) …
    const BY_RULE: (f32, f32) = (0.85, 0.85);
    /// … and a term by itself.
    const BY_TERM: (f32, f32) = (0.6, 0.75);
    const NOTHING: (f32, f32) = (0.0, 0.0);
    let term = document.kind == ArticleKind::Glossary;
    let Some(first) = hit.facets.first() else { return if term { BY_TERM } else { NOTHING } };
    let closeness = first.spot.closeness.min(hit.spot.closeness);
    let compares = || catalogue.facet(first.facet).is_some_and(|facet| facet.as_str() == COMPARING_FACET);
    let alone = || query.named().nth(1).is_none() && (compares() || !names_several_facets(catalogue, hit));
    if hit.leftover < f32::EPSILON && closeness >= SPELLED {
        EXPLAINED
    } else if [MUST_BE_ABLE, MUST_HAVE].contains(&first.spot.phrase) {
        BY_RULE
    } else if hit.leftover <= LITTLE && closeness >= PLAIN_CLOSENESS && alone() {
        BY_PHRASE
    } else {
        NOTHING
    }
}

/// Whether neither a phrase says what is asked of a role nor, surely, the wording or a sample question of the section.
pub(super) fn is_hardly_worded(
    catalogue: &Catalogue,
    query: &Query,
    hit: &SubjectHit,
    worded: f32,
    sample: f32,
) -> bool {
    /// What asks so surely for a section, and so surely of us (what do robots accountants do is less).
    const SURELY_WORDED: f32 = 0.6;
    let said = (worded * query.wording(catalogue).for_us).max(sample.powi(2));
    hit.facets.is_empty() && !hit.spot.span.is_empty() && said < SURELY_WORDED
}

impl Query {
    /// Whether it asks, by a word that does or by all of its wording (good w people, sloppy w forms. loan officer or nah), unless it
    /// says nothing beside names or tells something.
    pub(super) fn asks_of_us(&self, catalogue: &Catalogue) -> bool {
        let wording = self.wording(catalogue);
        self.asks() || (!wording.bare && wording.for_us >= ASKING && !self.tells())
    }

    /// What its wording says of what is asked.
    pub(super) fn wording(&self, catalogue: &Catalogue) -> &Wording {
        self.wording.get_or_init(|| {
            if self.is_set_against() {
                return Wording::certain(COMPARING_FACET, false);
            }
            catalogue.wording().judge(&self.worded())
        })
    }

    /// What its wording is judged by: all of it but the names in it, and nothing of a text that is nothing but names, be it that they
    /// miss words (ผู้จัดการบัญชี).
    pub(super) fn worded(&self) -> String {
        let close = self.subjects.iter().filter(|hit| hit.spot.closeness >= PLAIN_CLOSENESS);
        let others = self.blanked(close.map(|hit| &hit.spot.span));
        if is_bare(&others) {
            return others;
        }
        // The kind of what is named belongs to it where a phrase stands on both sides of them (what do non-profit accountants do).
        let between =
            self.named().filter(|hit| hit.facets.first().is_some_and(|first| !first.rests.is_empty()));
        let kinds: Vec<_> = between.filter_map(|hit| self.with_kind(&hit.spot.span)).collect();
        self.blanked(self.named().map(|hit| &hit.spot.span).chain(&kinds))
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use proptest::prelude::*;

    use super::*;
    use crate::knowledge::built_in_facets;
    use crate::text::normalize;

    const TABLE: &str = include_str!("wording.tsv");

    #[test]
    fn what_is_asked_is_told_by_the_wording() {
        for (text, facet) in [
            ("เค้าได้เงินกันประมาณไหน", "salary"),
            ("รายได้ราวๆ เท่าไหร่ในกทม.", "salary"),
            ("what would you pay me for that", "salary"),
            ("ไม่จบตรงสายเค้ารับมั้ย", "qualifications"),
            ("ทำแล้วจะโตไปไหนได้อีก", "career-path"),
            ("นั่งทำที่คอนโดได้ป่าว", "remote"),
            ("ตอนสัมเค้าชอบถามแนวไหน", "interview"),
            ("มันไม่เหมือนกันตรงไหนอ่ะ", "differences"),
            ("วันๆ นึงต้องทำไรมั่ง", "duties"),
        ] {
            let wording = WordingModel::built_in().judge(&normalize(text));
            assert_eq!(wording.likeliest().first().unwrap().0, facet, "{text}");
        }
    }

    #[test]
    fn questions_about_jobs_are_asked_of_us_and_chatter_is_not() {
        let for_us = |text: &str| WordingModel::built_in().judge(&normalize(text)).for_us;
        for text in ["เงินเดือนเท่าไหร่", "ต้องจบอะไรมา", "what skills do you need to become one"]
        {
            assert!(for_us(text) > 0.8, "{text}");
        }
        for text in ["เมื่อคืนดูบอลดึกไปหน่อย", "ร้านนี้เปิดกี่โมงคะ", "remind me to buy milk tomorrow"]
        {
            assert!(for_us(text) < 0.2, "{text}");
        }
    }

    #[test]
    fn a_bare_name_asks_what_it_is() {
        for rest in ["", "  ", "?", "  ?! 🙏", "..."] {
            let wording = WordingModel::built_in().judge(&normalize(rest));
            assert_eq!(wording, Wording::certain(DEFINITION, true), "{rest}");
        }
    }

    #[test]
    fn the_columns_are_built_in_facets() {
        let known = built_in_facets();
        for facet in WORDED_FACETS {
            assert!(known.iter().any(|known| known.id.as_str() == facet), "{facet}");
        }
    }

    #[test]
    fn the_packed_table_is_the_one_that_people_read() {
        let (records, rest) = BUILT_IN.as_chunks::<RECORD>();
        assert!(rest.is_empty());
        assert!(records.is_sorted_by_key(key));
        assert_eq!(records.len(), TABLE.lines().count());
        for line in TABLE.lines() {
            let (letters, weights) = line.split_once('\t').unwrap();
            let spelled: Vec<_> =
                crate::search::letters::in_place(letters.replace('_', " ").chars()).collect();
            let ngram = spelled.into_iter().fold(0, crate::search::letters::roll);
            let record = records.get(records.binary_search_by_key(&ngram, key).unwrap()).unwrap();
            let packed: Vec<String> = (0..COLUMNS).map(|column| weight(record, column).to_string()).collect();
            assert_eq!(packed.join(" "), weights, "{letters}");
        }
    }

    proptest! {
        #[test]
        fn any_text_gets_probabilities(text in any::<String>()) {
            let wording = WordingModel::built_in().judge(&normalize(&text));
            prop_assert!((0.0..=1.0).contains(&wording.for_us));
            prop_assert!((wording.facets.iter().sum::<f32>() - 1.0).abs() < 1e-4);
        }
    }
}
