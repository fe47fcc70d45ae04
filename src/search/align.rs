//! How close a name is to some part of a question: an approximate substring alignment whose costs know Thai spelling.
//!
//! The dynamic programme is Sellers' (1980): the pattern is aligned to the substring that it fits best, with adjacent
//! transpositions (optimal string alignment). strsim compares whole texts and knows no Thai; here a missing tone mark
//! must cost less than a wrong consonant, and every word of the name must be found, not just most of its letters.

use std::ops::Range;

use crate::text::script::{is_thai_mark, is_thai_sign, is_word};

/// Cost of a missing, added or wrong tone mark, ็ or ์: people leave them out on phones.
const TONE_COST: f32 = 0.2;
/// Cost of a missing, added or wrong vowel above or below the line.
const SIGN_COST: f32 = 0.45;
/// Cost of confusing letters that sound alike (น ณ, ส ศ ษ, ใ ไ, …).
const HOMOPHONE_COST: f32 = 0.4;
/// Cost of a repeated letter (มากกก) and of a space put or left out.
const FILLER_COST: f32 = 0.08;
/// Cost of any other wrong, missing or added letter, and of two letters swapped.
const LETTER_COST: f32 = 1.0;

/// A word of the pattern counts as left out when so much of it has no counterpart.
const LEFT_OUT_SHARE: f32 = 0.8;
/// A word of the pattern is not found when it costs more than this share of its weight.
const WORD_ERROR_SHARE: f32 = 0.45;

/// A text to be found in questions, prepared once.
#[derive(Debug, Clone)]
pub(crate) struct Pattern {
    characters: Vec<char>,
    /// The words as ranges of `characters`, in order, without the spaces.
    words: Vec<Range<usize>>,
    weight: f32,
}

/// Where and how well a pattern was found.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Alignment {
    /// The characters of the text.
    pub(crate) span: Range<usize>,
    /// 1 for a perfect match, 0 for nothing in common.
    pub(crate) closeness: f32,
    /// Share of the pattern's weight in words that the text leaves out wholly; the closeness does not count them.
    pub(crate) left_out: f32,
}

impl Pattern {
    /// Prepares a normalized text.
    pub(crate) fn new(normalized: &str) -> Self {
        let characters: Vec<char> = normalized.chars().collect();
        let words = word_ranges(normalized);
        let weight = characters.iter().copied().map(weight).sum();
        Self { characters, words, weight }
    }

    /// The characters to be found.
    pub(crate) fn characters(&self) -> &[char] {
        &self.characters
    }

    /// Sum of the letters' weights: about the number of letters on the line.
    pub(crate) fn weight(&self) -> f32 {
        self.weight
    }

    /// How many words the pattern has.
    pub(crate) fn word_count(&self) -> usize {
        self.words.len()
    }

    /// Aligns the pattern to the best fitting part of a text; `None` when an inner word of it is replaced by another one
    /// or no word is found.
    ///
    /// Takes time and memory in proportion to the product of both lengths.
    pub(crate) fn align(&self, text: &[char]) -> Option<Alignment> {
        let grid = Grid::fill(&self.characters, text);
        let path = grid.trace(grid.best_end()?);
        let (mut left_out, mut cost, mut found) = (0.0, 0.0, 0.0);
        let mut span: Option<Range<usize>> = None;
        for (number, word) in self.words.iter().enumerate() {
            let characters = self.characters.get(word.clone())?;
            let word_weight: f32 = characters.iter().copied().map(weight).sum();
            let places = path.places.get(word.clone())?;
            let missing: f32 =
                characters.iter().zip(places).filter(|(_, at)| at.absent).map(|(&c, _)| weight(c)).sum();
            let error: f32 = places.iter().map(|at| at.cost).sum();
            let replaced = error > WORD_ERROR_SHARE * word_weight;
            // A first or last word that does not fit may be left out: what stands there can belong to something else.
            let outer = number == 0 || number + 1 == self.words.len();
            if missing >= LEFT_OUT_SHARE * word_weight || (replaced && outer) {
                left_out += word_weight;
                continue;
            }
            if replaced {
                return None;
            }
            cost += error;
            found += word_weight;
            let (first, last) = (places.first()?, places.last()?);
            let start = span.map_or(first.start, |known| known.start);
            span = Some(start..last.end);
        }
        Some(Alignment {
            span: span?,
            closeness: (1.0 - cost / found.max(f32::EPSILON)).max(0.0),
            left_out: left_out / self.weight.max(f32::EPSILON),
        })
    }
}

/// The words of a text as ranges of characters.
fn word_ranges(text: &str) -> Vec<Range<usize>> {
    let offsets: Vec<usize> = text.char_indices().map(|(offset, _)| offset).collect();
    let place = |byte: usize| offsets.partition_point(|&offset| offset < byte);
    crate::text::segment::spans(text).map(|(start, end)| place(start)..place(end)).collect()
}

/// What a character of the pattern weighs when it is missing.
fn weight(c: char) -> f32 {
    if is_thai_sign(c) {
        SIGN_COST
    } else if is_thai_mark(c) {
        TONE_COST
    } else if is_word(c) {
        LETTER_COST
    } else {
        FILLER_COST
    }
}

/// A character with what the alignment asks of it again and again.
#[derive(Debug, Clone, Copy)]
struct Letter {
    character: char,
    weight: f32,
    mark: bool,
    /// Number of its class of letters that sound alike; 0 for none.
    sound: u8,
}

impl Letter {
    fn new(character: char) -> Self {
        Self {
            character,
            weight: weight(character),
            mark: is_thai_mark(character),
            sound: sound_class(character),
        }
    }

    /// What it costs to read `typed` where this letter stands.
    fn replacement(self, typed: Self) -> f32 {
        if self.character == typed.character {
            0.0
        } else if self.mark && typed.mark {
            self.weight.max(typed.weight)
        } else if self.sound != 0 && self.sound == typed.sound {
            HOMOPHONE_COST
        } else if !self.mark && !typed.mark {
            LETTER_COST
        } else {
            // A mark is never mistaken for a letter: leaving one out and adding the other says it better.
            2.0 * LETTER_COST
        }
    }
}

/// Classes of letters that common misspellings confuse because they sound alike.
fn sound_class(c: char) -> u8 {
    match c {
        'น' | 'ณ' => 1,
        'ส' | 'ศ' | 'ษ' | 'ซ' => 2,
        'ใ' | 'ไ' => 3,
        'ต' | 'ฏ' => 4,
        'ถ' | 'ฐ' => 5,
        'ท' | 'ธ' | 'ฑ' | 'ฒ' => 6,
        'พ' | 'ภ' => 7,
        'ล' | 'ฬ' | 'ร' => 8,
        'ย' | 'ญ' => 9,
        _ => 0,
    }
}

#[derive(Debug, Clone, Copy, PartialEq)]
enum Step {
    Start,
    Replace,
    /// The pattern's character is missing in the text.
    Missing,
    /// The text has a character more.
    Added,
    Swap,
}

/// The table of the dynamic programme: `pattern.len() + 1` rows of `text.len() + 1` cells.
struct Grid {
    width: usize,
    rows: usize,
    cells: Vec<(f32, Step)>,
}

/// The cheapest way back from an end to its start, for each character of the pattern.
struct Path {
    places: Vec<At>,
}

/// Where a character of the pattern was found in the text.
#[derive(Debug, Clone, Copy, Default)]
struct At {
    start: usize,
    end: usize,
    /// With what the text adds right after it.
    cost: f32,
    /// Whether the text has no counterpart.
    absent: bool,
}

impl Grid {
    fn fill(pattern: &[char], text: &[char]) -> Self {
        let text: Vec<Letter> = text.iter().map(|&c| Letter::new(c)).collect();
        let width = text.len() + 1;
        let mut cells = Vec::with_capacity(width * (pattern.len() + 1));
        cells.resize(width, (0.0, Step::Start));
        let mut before: Option<Letter> = None;
        for (row, meant) in (1..).zip(pattern.iter().map(|&c| Letter::new(c))) {
            let above = (row - 1) * width;
            cells.push((cost_at(&cells, above) + meant.weight, Step::Missing));
            let mut earlier: Option<Letter> = None;
            for (column, &typed) in (1..).zip(&text) {
                let mut best =
                    (cost_at(&cells, above + column - 1) + meant.replacement(typed), Step::Replace);
                let skip = cost_at(&cells, above + column) + meant.weight;
                if skip < best.0 {
                    best = (skip, Step::Missing);
                }
                let repeated = row > 1 && earlier.is_some_and(|letter| letter.character == typed.character);
                let extra = if repeated { FILLER_COST } else { typed.weight };
                let add = cost_at(&cells, above + width + column - 1) + extra;
                if add < best.0 {
                    best = (add, Step::Added);
                }
                if let (Some(left), Some(up)) = (earlier, before)
                    && up.character == typed.character
                    && left.character == meant.character
                    && meant.character != typed.character
                {
                    let swap = cost_at(&cells, above - width + column - 2) + meant.weight.max(typed.weight);
                    if swap < best.0 {
                        best = (swap, Step::Swap);
                    }
                }
                cells.push(best);
                earlier = Some(typed);
            }
            before = Some(meant);
        }
        Self { width, rows: pattern.len(), cells }
    }

    /// The end of the best alignment: the cheapest, of equals the first.
    fn best_end(&self) -> Option<usize> {
        let last = self.cells.get(self.rows * self.width..)?;
        let best = last.iter().enumerate().skip(1).min_by(|a, b| a.1.0.total_cmp(&b.1.0))?;
        Some(best.0)
    }

    fn trace(&self, end: usize) -> Path {
        let mut path = Path { places: vec![At::default(); self.rows] };
        let (mut row, mut column) = (self.rows, end);
        while row > 0 {
            let here = row * self.width + column;
            let step = self.cells.get(here).map_or(Step::Start, |cell| cell.1);
            let (up, left) = match step {
                Step::Start => break,
                Step::Replace => (1, 1),
                Step::Missing => (1, 0),
                Step::Added => (0, 1),
                Step::Swap => (2, 2),
            };
            let from = (row - up) * self.width + column - left;
            let cost = cost_at(&self.cells, here) - cost_at(&self.cells, from);
            for at in path.places.get_mut(row - up.max(1)..row).into_iter().flatten() {
                at.cost += cost / up.max(1) as f32;
                at.absent |= step == Step::Missing;
                at.end = at.end.max(column);
                at.start = column - left;
            }
            row -= up;
            column -= left;
        }
        path
    }
}

fn cost_at(cells: &[(f32, Step)], at: usize) -> f32 {
    cells.get(at).map_or(f32::INFINITY, |cell| cell.0)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::panic, clippy::cast_possible_truncation, clippy::cast_sign_loss)]

    use proptest::prelude::*;

    use super::*;

    /// Closeness of the pattern in the text in percent, or `None`.
    #[track_caller]
    fn check(cases: &[(&str, &str, Option<std::ops::RangeInclusive<u32>>)]) {
        for (pattern, text, expected) in cases {
            let characters: Vec<char> = text.chars().collect();
            let found = Pattern::new(pattern)
                .align(&characters)
                .map(|found| (found.closeness * 100.0).round() as u32);
            match (found, expected) {
                (None, None) => {}
                (Some(found), Some(expected)) if expected.contains(&found) => {}
                _ => panic!("{pattern} in {text}: {found:?}, expected {expected:?}"),
            }
        }
    }

    #[test]
    fn typos_cost_little_and_other_words_do_not_match() {
        check(&[
            ("account manager", "เงินเดือน account manager เท่าไหร่", Some(100..=100)),
            ("account manager", "acount manger", Some(80..=90)),
            ("account manager", "accountmanager", Some(99..=100)),
            ("account manager", "acocunt manager", Some(90..=95)),
            ("ผู้จัดการฝ่ายบัญชี", "ผจดการฝายบญช", Some(70..=85)),
            ("ผู้จัดการฝ่ายบัญชี", "ผุ้จัดการฝ่ายบันชี", Some(80..=95)),
            ("คืออะไร", "roiคืออออออะไร", Some(90..=100)),
            ("churn", "chrun", Some(75..=85)),
            ("x", "", None),
        ]);
    }

    #[test]
    fn an_outer_word_that_does_not_fit_is_left_out_and_an_inner_one_rejects() {
        let align =
            |pattern: &str, text: &str| Pattern::new(pattern).align(&text.chars().collect::<Vec<_>>());
        let found = align("account manager", "project manager").unwrap();
        assert!(found.left_out > 0.4, "{found:?}");
        let found = align("ผู้จัดการบัญชีลูกค้า", "ผู้จัดการบัญชีคืออะไร").unwrap();
        assert_eq!(found.span, 0.."ผู้จัดการบัญชี".chars().count());
        let found = align("credit risk analyst", "credit score analyst");
        assert!(found.as_ref().is_none_or(|found| found.left_out > 0.4), "{found:?}");
    }

    #[test]
    fn words_left_out_are_told_apart_from_words_replaced() {
        for text in ["ผู้จัดการบัญชี", "ผู้จัดการฝ่ายขาย", "ผู้จัดการฝ่ายบุคคล"]
        {
            let text: Vec<char> = text.chars().collect();
            let found = Pattern::new("ผู้จัดการฝ่ายบัญชี").align(&text).unwrap();
            assert!(found.closeness > 0.95, "{found:?}");
            assert!((0.15..0.45).contains(&found.left_out), "{found:?}");
        }
    }

    proptest! {
        #[test]
        fn never_panics_and_stays_in_range(pattern in "\\PC{0,20}", text in "\\PC{0,40}") {
            let text: Vec<char> = text.chars().collect();
            if let Some(found) = Pattern::new(&pattern).align(&text) {
                prop_assert!(found.span.end <= text.len() && found.span.start <= found.span.end);
                prop_assert!((0.0..=1.0).contains(&found.closeness));
                prop_assert!((0.0..=1.001).contains(&found.left_out));
            }
        }
    }
}
