//! Where the terms of a question stand in a text, and what BM25 makes of that.

use super::reader::Reader;
use super::relevance::{Terms, Weight, saturated};
use super::texts::{HALF_PASSAGE, Text};

/// How well a text fits a question.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Fit {
    /// BM25 of the whole and of the best passage.
    pub(crate) score: f32,
    /// The share of the weight of the question's words that the text holds, 0..=1.
    pub(crate) words: f32,
    /// The letter of the body with which the best passage begins.
    pub(crate) passage: usize,
}

/// Memory that is used again for text after text.
#[derive(Debug, Default)]
pub(crate) struct Scratch {
    /// Slots of the terms found, in order.
    hits: Vec<u16>,
    /// Where the hits of the head and of each half passage end.
    ends: Vec<usize>,
    counts: Vec<u16>,
}

impl Scratch {
    /// How well a text fits the terms; `average` is the mean number of letters of all texts.
    pub(crate) fn fit(&mut self, terms: &Terms, text: Text<'_>, average: f32) -> Fit {
        self.find(terms, text);
        let length = text.letters.len() as f32 / average;
        let whole = self.whole(terms, &Saturation::at(length));
        let saturation = Saturation::at(1.0);
        let halves = text.body.len().div_ceil(HALF_PASSAGE).max(1);
        let mut best = (0.0, 0);
        for half in 0..halves.saturating_sub(1).max(1) {
            let score = self.passage(terms, half, &saturation);
            if score > best.0 {
                best = (score, half);
            }
        }
        Fit { score: whole + best.0, words: self.words(terms), passage: best.1 * HALF_PASSAGE }
    }

    /// Finds every term of the question in a text.
    fn find(&mut self, terms: &Terms, text: Text<'_>) {
        self.hits.clear();
        self.ends.clear();
        self.counts.clear();
        self.counts.resize(terms.weights.len(), 0);
        let mut reader = Reader::default();
        for (letters, folded) in text.parts() {
            reader.read(terms, letters, folded, &mut self.hits);
            self.ends.push(self.hits.len());
        }
    }

    /// BM25 of all terms found.
    fn whole(&mut self, terms: &Terms, saturation: &Saturation) -> f32 {
        let Self { hits, counts, .. } = self;
        sum(terms, [hits, &[]], counts, |weight| weight.whole, saturation)
    }

    /// The share of the weight of all words that those have which were found.
    fn words(&mut self, terms: &Terms) -> f32 {
        let mut held = 0.0;
        for slot in self.hits.iter().map(|&slot| usize::from(slot)).filter(|&slot| slot < terms.known_words) {
            if let (Some(count), Some(weight)) = (self.counts.get_mut(slot), terms.weights.get(slot)) {
                held += if *count == 0 { weight.whole } else { 0.0 };
                *count = 1;
            }
        }
        self.counts.iter_mut().take(terms.known_words).for_each(|count| *count = 0);
        held / terms.words_attainable.max(f32::EPSILON)
    }

    /// BM25 of the terms found in the passage that begins with this half. The head belongs to every passage.
    fn passage(&mut self, terms: &Terms, half: usize, saturation: &Saturation) -> f32 {
        let Self { hits, ends, counts } = self;
        let end = |place: usize| ends.get(place).or(ends.last()).copied().unwrap_or(0);
        let head = hits.get(..end(0)).unwrap_or_default();
        let body = hits.get(end(half)..end(half + 2)).unwrap_or_default();
        sum(terms, [head, body], counts, |weight| weight.passage, saturation)
    }
}

/// The saturated frequencies in a text: few are high, so most are divided once.
struct Saturation {
    low: [f32; 16],
    length: f32,
}

impl Saturation {
    /// Of a text of so many times the average length.
    fn at(length: f32) -> Self {
        let mut low = [0.0; 16];
        for (frequency, value) in (0_u16..).zip(&mut low) {
            *value = saturated(f32::from(frequency), length);
        }
        Self { low, length }
    }

    fn of(&self, frequency: u16) -> f32 {
        let low = self.low.get(usize::from(frequency)).copied();
        low.unwrap_or_else(|| saturated(f32::from(frequency), self.length))
    }
}

/// BM25 of hits in two parts; `counts` holds a zero for every term, before and after.
fn sum(
    terms: &Terms,
    parts: [&[u16]; 2],
    counts: &mut [u16],
    share: impl Fn(&Weight) -> f32,
    saturation: &Saturation,
) -> f32 {
    let hits = || parts.into_iter().flatten().map(|&slot| usize::from(slot));
    for slot in hits() {
        if let Some(count) = counts.get_mut(slot) {
            *count += 1;
        }
    }
    let mut sum = 0.0;
    for slot in hits() {
        if let (Some(count), Some(weight)) = (counts.get_mut(slot), terms.weights.get(slot))
            && *count > 0
        {
            sum += share(weight) * saturation.of(*count);
            *count = 0;
        }
    }
    sum
}

#[cfg(test)]
mod tests {
    #![allow(clippy::float_cmp, reason = "the same sums of the same numbers")]

    use super::*;

    #[test]
    fn frequencies_are_saturated_the_same_from_the_table() {
        for length in [0.1, 1.0, 7.5] {
            let saturation = Saturation::at(length);
            for frequency in [0, 1, 15, 16, 600] {
                assert_eq!(saturation.of(frequency), saturated(f32::from(frequency), length), "{frequency}");
            }
        }
    }
}
