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
        let (whole, words) = self.whole(terms, &Saturation::at(length));
        let saturation = Saturation::at(1.0);
        let halves = text.body.len().div_ceil(HALF_PASSAGE).max(1);
        let mut best = (0.0, 0);
        for half in 0..halves.saturating_sub(1).max(1) {
            let score = self.passage(terms, half, &saturation);
            if score > best.0 {
                best = (score, half);
            }
        }
        Fit { score: whole + best.0, words, passage: best.1 * HALF_PASSAGE }
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

    /// BM25 of all terms found, and the share of the weight of all words that those have which were found.
    fn whole(&mut self, terms: &Terms, saturation: &Saturation) -> (f32, f32) {
        let Self { hits, counts, .. } = self;
        let sum = sum(terms, [hits, &[]], counts, |weight| weight.whole, saturation);
        let words = terms.weights.iter().take(terms.known_words).zip(counts.iter());
        let held: f32 = words.filter(|(_, count)| **count > 0).map(|(weight, _)| weight.whole).sum();
        clear([hits, &[]], counts);
        (sum, held / terms.words_attainable.max(f32::EPSILON))
    }

    /// BM25 of the terms found in the passage that begins with this half. The head belongs to every passage.
    fn passage(&mut self, terms: &Terms, half: usize, saturation: &Saturation) -> f32 {
        let Self { hits, ends, counts } = self;
        let end = |place: usize| ends.get(place).or(ends.last()).copied().unwrap_or(0);
        let head = hits.get(..end(0)).unwrap_or_default();
        let body = hits.get(end(half)..end(half + 2)).unwrap_or_default();
        let sum = sum(terms, [head, body], counts, |weight| weight.passage, saturation);
        clear([head, body], counts);
        sum
    }
}

/// How much the saturated frequency in a text grows with each time more: most are found a few times, for which it is divided once.
struct Saturation {
    low: [f32; 16],
    length: f32,
}

impl Saturation {
    /// Of a text of so many times the average length.
    fn at(length: f32) -> Self {
        let mut low = [0.0; 16];
        for (times, value) in (0..).zip(&mut low) {
            *value = Self::growth(times, length);
        }
        Self { low, length }
    }

    /// With one time more than so many.
    fn after(&self, times: u16) -> f32 {
        let low = self.low.get(usize::from(times)).copied();
        low.unwrap_or_else(|| Self::growth(times, self.length))
    }

    fn growth(times: u16, length: f32) -> f32 {
        saturated(f32::from(times) + 1.0, length) - saturated(f32::from(times), length)
    }
}

/// BM25 of hits in two parts, counted on the way in `counts`, which holds a zero for every term before.
fn sum(
    terms: &Terms,
    parts: [&[u16]; 2],
    counts: &mut [u16],
    share: impl Fn(&Weight) -> f32,
    saturation: &Saturation,
) -> f32 {
    let mut sum = 0.0;
    for slot in parts.into_iter().flatten().map(|&slot| usize::from(slot)) {
        if let (Some(count), Some(weight)) = (counts.get_mut(slot), terms.weights.get(slot)) {
            sum += share(weight) * saturation.after(*count);
            *count += 1;
        }
    }
    sum
}

/// Puts the zeros back.
fn clear(parts: [&[u16]; 2], counts: &mut [u16]) {
    for &slot in parts.into_iter().flatten() {
        if let Some(count) = counts.get_mut(usize::from(slot)) {
            *count = 0;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn frequencies_are_saturated_the_same_from_the_table() {
        for length in [0.1, 1.0, 7.5] {
            let saturation = Saturation::at(length);
            for frequency in [0, 1, 15, 16, 600] {
                let before: f32 = (0..frequency).map(|times| saturation.after(times)).sum();
                assert!((before - saturated(f32::from(frequency), length)).abs() < 1e-4, "{frequency}");
            }
        }
    }
}
