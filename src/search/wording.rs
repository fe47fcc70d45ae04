//! What a question wants to know, judged by how it is worded: multinomial logistic regression over its 3-grams.
//!
//! Phrases say what is asked where people use them. Others say it in words of their own (เค้าได้เงินกันประมาณไหน), which share
//! letters with many phrases and with what others have asked. The model weighs all of them together: one column for each facet
//! of a role, and one for whether a question is asked of us at all. Names are cut out before, so that what was learned of one
//! role holds for every other. `cargo run --release --example wording` fits it on the phrases of the built-in facets and on
//! `tests/golden/fitted.jsonl` and writes `wording.tsv`, which `build.rs` packs.

use std::borrow::Cow;

use super::letters::each_ngram;
use super::wording_table::{COLUMNS, RECORD, STEP, WORDED_FACETS};

/// The table that `build.rs` packed.
const BUILT_IN: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/wording.bin"));

/// Weights of n-grams: records of a key and a weight for each column, by key; the first, of no n-gram, is what each column begins with.
#[derive(Debug, Clone)]
pub struct WordingModel(Cow<'static, [u8]>);

/// What the wording of a question says.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(crate) struct Wording {
    /// How likely each of [`WORDED_FACETS`] is asked for, if one is; they add up to 1.
    facets: [f32; WORDED_FACETS.len()],
    /// How likely the text is a question that the knowledge is meant for, 0..=1.
    pub(crate) for_us: f32,
}

impl Wording {
    /// How likely a facet is asked for, 0..=1; 0 for facets of which nothing was learned.
    pub(crate) fn of(&self, facet: &str) -> f32 {
        let known = WORDED_FACETS.iter().zip(self.facets).find(|(known, _)| **known == facet);
        known.map_or(0.0, |(_, likely)| likely)
    }
}

impl WordingModel {
    /// The model that comes with the program.
    pub fn built_in() -> Self {
        Self(Cow::Borrowed(BUILT_IN))
    }

    /// A model of packed records, see [`super::wording_table::packed`].
    pub fn new(records: Vec<u8>) -> Self {
        Self(Cow::Owned(records))
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
        self.judge(normalized).of(facet)
    }

    /// Judges a normalized text.
    pub(crate) fn judge(&self, normalized: &str) -> Wording {
        let (records, _) = self.0.as_chunks::<RECORD>();
        let mut sums = [0_i32; COLUMNS];
        let ngrams = Self::ngrams(normalized);
        let mut known = 0;
        let add = |record: &[u8; RECORD], to: &mut [i32; COLUMNS]| {
            let weights = record.iter().skip(size_of::<u32>());
            for (sum, weight) in to.iter_mut().zip(weights) {
                *sum += i32::from(weight.cast_signed());
            }
        };
        for ngram in ngrams {
            if let Ok(place) = records.binary_search_by_key(&ngram, key) {
                known += 1;
                records.get(place).into_iter().for_each(|record| add(record, &mut sums));
            }
        }
        let mut start = [0_i32; COLUMNS];
        records.first().into_iter().for_each(|record| add(record, &mut start));
        let share = 1.0 / f32::from(u16::try_from(known).unwrap_or(u16::MAX).max(1)).sqrt();
        let logit = |column: usize| {
            let (start, sum) = (start.get(column).copied(), sums.get(column).copied());
            (start.unwrap_or_default() as f32 + sum.unwrap_or_default() as f32 * share) * STEP
        };
        let mut facets: [f32; WORDED_FACETS.len()] = std::array::from_fn(logit);
        let most = facets.iter().copied().fold(f32::NEG_INFINITY, f32::max);
        let mut all = 0.0;
        for facet in &mut facets {
            *facet = (*facet - most).exp();
            all += *facet;
        }
        facets.iter_mut().for_each(|facet| *facet /= all);
        Wording { facets, for_us: 1.0 / (1.0 + (-logit(WORDED_FACETS.len())).exp()) }
    }
}

/// The n-gram of a record.
fn key(record: &[u8; RECORD]) -> u32 {
    record.first_chunk().map_or(0, |key| u32::from_le_bytes(*key))
}
