//! How close a name is to some part of a question: an approximate substring alignment whose costs, in [`super::costs`], know Thai
//! spelling.
//!
//! The dynamic programme is Sellers' (1980): the pattern is aligned to the substring that it fits best, with adjacent
//! transpositions (optimal string alignment). strsim compares whole texts and knows no Thai; here a missing tone mark
//! must cost less than a wrong consonant, and every word of the name must be found, not just most of its letters.

use std::ops::Range;

use super::costs::{COSTS, Cost, extra, in_letters, missing, plain, weight};
use super::letters::{Letter, SPACE, character, is_latin, occurrences};
use super::phrases::words;
use super::rows::{Neighbours, add, replace_or_miss, swap, swap_two};
use crate::text::script::is_thai;

/// A word of the pattern counts as left out when so much of it has no counterpart.
const LEFT_OUT_SHARE: f32 = 0.8;
/// A word of the pattern is not found when it costs more than this share of its weight.
const WORD_ERROR_SHARE: f32 = 0.45;
/// The same of a Latin word of so many letters, which no dictionary cuts: placement is no management.
const LONG_WORD_ERROR_SHARE: f32 = 0.35;
const LONG_WORD: f32 = 8.5;
/// Thai words that weigh less, in letters, are misspelt like inner ones where they stand at an end: the last of
/// แอคเค้าแมเนเจอร์.
const SMALL_WORD: f32 = 2.5;
/// Words that weigh less, in letters as they are heard, are but silent letters and marks: the least that is heard weighs one.
const SILENT_WORD: f32 = 0.5;
/// The cost of a slip, in letters.
const SLIP: f32 = 1.0;
/// A slip takes more of a Thai word that weighs less, in letters, than of a longer one that is misspelt (การ in ที่ปรึกษาการเงิน) …
const SHORT_WORD: f32 = 3.5;
/// … and stands where the whole is so close.
const NEARLY_CLOSE: f32 = 0.87;
/// An inner word that is not found but costs no more than this share of its weight is a misspelt one …
const WORD_LOSS_SHARE: f32 = 0.65;
/// … if the whole is so close and no other word is left out: นักวิเคราะห์ศิลเชื่อ for สินเชื่อ.
const CLOSE: f32 = 0.91;

/// Where and how well a pattern was found.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Alignment {
    /// The letters of the text.
    pub(crate) span: Range<usize>,
    /// 1 for a perfect match, 0 for nothing in common.
    pub(crate) closeness: f32,
    /// Share of the pattern's weight in words that the text leaves out wholly; the closeness does not count them.
    pub(crate) left_out: f32,
}

impl Alignment {
    /// To a part that is the pattern letter by letter.
    pub(crate) fn exact(span: Range<usize>) -> Self {
        Self { span, closeness: 1.0, left_out: 0.0 }
    }
}

/// Aligns patterns to parts of one text, with memory that is used again.
#[derive(Debug)]
pub(crate) struct Aligner<'a> {
    text: &'a [Letter],
    /// What each letter of the text costs as an extra one after the first of the pattern, where a repeated one is filler …
    extras: Vec<Cost>,
    /// … and before that.
    first_extras: Vec<Cost>,
    /// Which letters stand before which.
    neighbours: Neighbours,
    /// The table of the dynamic programme: a row of costs for each letter of the pattern, after one of zeros.
    table: Vec<Cost>,
    places: Vec<At>,
}

/// Where a letter of the pattern was found in the text.
#[derive(Debug, Clone, Copy, Default)]
struct At {
    start: usize,
    end: usize,
    /// With what the text adds right after it.
    cost: Cost,
    /// Whether the text has no counterpart.
    absent: bool,
}

#[derive(Debug, Clone, Copy, PartialEq)]
enum Step {
    Replace,
    /// Two letters stand the other way round. Before the next, which costs the same at the start of a name but would begin inside a
    /// word: olan officer.
    Swap,
    /// The pattern's letter is missing in the text.
    Missing,
    /// The text has a letter more.
    Added,
}

impl<'a> Aligner<'a> {
    /// An aligner to parts of a text.
    pub(crate) fn new(text: &'a [Letter]) -> Self {
        let extras =
            |repeatable| (0..text.len()).map(move |column| extra(text, column, repeatable)).collect();
        Self {
            text,
            extras: extras(true),
            first_extras: extras(false),
            neighbours: Neighbours::of(text),
            table: Vec::new(),
            places: Vec::new(),
        }
    }

    /// Aligns the pattern to the best fitting place within a part of the text; `None` when that costs more than `most`
    /// letters, when an inner word of the pattern is replaced by another one, or when no word is found.
    ///
    /// Takes time in proportion to the product of both lengths, or to the part's alone when it holds the pattern exactly.
    pub(crate) fn align(&mut self, pattern: &[Letter], part: &Range<usize>, most: f32) -> Option<Alignment> {
        let text = self.text.get(part.clone())?;
        let shifted = |span: &Range<usize>| span.start + part.start..span.end + part.start;
        if let Some(span) = occurrences(pattern, text).next() {
            return Some(Alignment::exact(shifted(&span)));
        }
        let end = self.fill(pattern, part, most)?;
        self.trace(pattern, text, end);
        let found = self.judge(pattern)?;
        Some(Alignment { span: shifted(&found.span), ..found })
    }

    /// Fills the table; the end of the cheapest alignment, of equals the first, or after one slip the first that cuts no Latin word.
    /// `None` once every way costs too much.
    fn fill(&mut self, pattern: &[Letter], part: &Range<usize>, most: f32) -> Option<usize> {
        let text = self.text.get(part.clone())?;
        let (extras, first_extras) = (self.extras.get(part.clone())?, self.first_extras.get(part.clone())?);
        let width = text.len() + 1;
        self.table.clear();
        self.table.resize((pattern.len() + 1) * width, 0);
        let mut earlier: Option<Letter> = None;
        for (row, meant) in pattern.iter().map(|letter| plain(*letter)).enumerate() {
            let (above, current) = self
                .table
                .get_mut(row.saturating_sub(1) * width..)?
                .split_at_mut(if row > 0 { 2 * width } else { width });
            let (before, above) = above.split_at(above.len() - width);
            let weight = missing(pattern, row);
            let (first, current) = current.split_first_mut()?;
            *first = above.first()? + weight;
            replace_or_miss(current, above, text, COSTS.replacements(meant)?, weight);
            if let Some(earlier) = earlier.filter(|&earlier| self.neighbours.has(meant, earlier)) {
                swap_two(current, before, text, (meant, earlier));
            }
            let least = add(current, *first, if row > 0 { extras } else { first_extras });
            if in_letters(least) > most {
                return None;
            }
            earlier = Some(meant);
        }
        let last = self.table.get(pattern.len() * width..)?;
        let latin = |place: usize| text.get(place).is_some_and(|&letter| is_latin(letter));
        let ends = || last.iter().enumerate().skip(1);
        let (end, cheapest) = ends().min_by_key(|(_, cost)| **cost)?;
        // A letter too many near the end of a Latin word: officrer.
        let whole = |end: usize| !(latin(end - 1) && latin(end));
        let mut as_good = ends().filter(|(_, cost)| in_letters(*cheapest) <= SLIP && *cost == cheapest);
        Some(as_good.find(|(end, _)| whole(*end)).map_or(end, |(end, _)| end))
    }

    /// How the cheapest way comes to a cell: of equals the step that is named first in [`Step`]. No way begins with a letter that
    /// the text adds: to begin behind it costs nothing.
    fn step(&self, pattern: &[Letter], text: &[Letter], row: usize, column: usize) -> Option<Step> {
        let width = text.len() + 1;
        let cost = |row: usize, column: usize| self.table.get(row * width + column).copied();
        let (here, meant) = (cost(row, column)?, plain(*pattern.get(row.checked_sub(1)?)?));
        let Some(&typed) = column.checked_sub(1).and_then(|before| text.get(before)) else {
            return Some(Step::Missing);
        };
        let replacement = COSTS.replacements(meant)?[usize::from(plain(typed))];
        Some(if here == cost(row - 1, column - 1)? + replacement {
            Step::Replace
        } else if self.swapped(pattern, text, row, column) == Some(here) {
            Step::Swap
        } else if here == cost(row - 1, column)? + missing(pattern, row - 1) {
            Step::Missing
        } else {
            Step::Added
        })
    }

    /// What it costs to come to a cell by two letters that the text has the other way round, if it has.
    fn swapped(&self, pattern: &[Letter], text: &[Letter], row: usize, column: usize) -> Option<Cost> {
        let (row, column) = (row.checked_sub(2)?, column.checked_sub(2)?);
        let two = |letters: &[Letter], place: usize| {
            Some((plain(*letters.get(place)?), plain(*letters.get(place + 1)?)))
        };
        let (meant, typed) = (two(pattern, row)?, two(text, column)?);
        let before = self.table.get(row * (text.len() + 1) + column)?;
        (meant == (typed.1, typed.0) && meant.0 != meant.1).then(|| before + swap(meant.0, meant.1))
    }

    /// Walks the cheapest way back from an end to its start.
    fn trace(&mut self, pattern: &[Letter], text: &[Letter], end: usize) {
        self.places.clear();
        self.places.resize(pattern.len(), At::default());
        let letter = |letters: &[Letter], place: usize| {
            place.checked_sub(1).and_then(|place| letters.get(place)).map_or(SPACE, |&letter| plain(letter))
        };
        let (mut row, mut column) = (pattern.len(), end);
        while let Some(step) = self.step(pattern, text, row, column) {
            let (meant, typed) = (letter(pattern, row), letter(text, column));
            let (up, left, cost) = match step {
                Step::Replace => (1, 1, COSTS.replacement(meant, typed)),
                Step::Missing => (1, 0, missing(pattern, row - 1)),
                Step::Added => (0, 1, extra(text, column - 1, row > 1)),
                Step::Swap => (2, 2, swap(meant, typed)),
            };
            for at in self.places.get_mut(row.saturating_sub(up.max(1))..row).into_iter().flatten() {
                at.cost += cost / if up == 2 { 2 } else { 1 };
                at.absent |= step == Step::Missing;
                at.end = at.end.max(column);
                at.start = column - left;
            }
            row = row.saturating_sub(up);
            column = column.saturating_sub(left);
        }
    }

    /// What the way says of each word of the pattern.
    fn judge(&self, pattern: &[Letter]) -> Option<Alignment> {
        let count = words(pattern).count();
        let (mut left_out, mut cost, mut found) = (0.0, 0.0, 0.0);
        let (mut silent_weight, mut silent_cost) = (0.0, 0.0);
        let mut span: Option<Range<usize>> = None;
        // What an inner word that is misspelt asks of the whole.
        let mut least_close = 0.0;
        for (number, word) in words(pattern).enumerate() {
            let (letters, places) = (pattern.get(word.clone())?, self.places.get(word.clone())?);
            let full_weight = weight(letters);
            // Silent letters that are missing must not make another word of it.
            let heard = word.clone().zip(letters).zip(places).map(|((place, &letter), at)| {
                if at.absent { missing(pattern, place) } else { COSTS.weight(letter) }
            });
            let word_weight = in_letters(heard.sum());
            let absent = word.zip(places).filter(|(_, at)| at.absent);
            let absent = in_letters(absent.map(|(place, _)| missing(pattern, place)).sum());
            let error = in_letters(places.iter().map(|at| at.cost).sum());
            if word_weight < SILENT_WORD && error <= word_weight {
                silent_weight += full_weight;
                silent_cost += error;
                continue;
            }
            let thai = letters.first().is_some_and(|&letter| is_thai(character(plain(letter))));
            let error_share =
                if thai || word_weight < LONG_WORD { WORD_ERROR_SHARE } else { LONG_WORD_ERROR_SHARE };
            let replaced = error > error_share * word_weight;
            // A first or last word that does not fit may be left out: what stands there can belong to something else. So few
            // letters are no word but an end of a foreign name, which a dictionary cuts anywhere.
            let small = thai && word_weight < SMALL_WORD && error <= WORD_LOSS_SHARE * word_weight;
            let outer = (number == 0 || number + 1 == count) && !small;
            if absent >= LEFT_OUT_SHARE * word_weight || (replaced && outer) {
                left_out += full_weight;
                continue;
            }
            if error > WORD_LOSS_SHARE * word_weight {
                return None;
            }
            if replaced {
                let slip = thai && word_weight < SHORT_WORD && error <= SLIP;
                least_close = f32::max(least_close, if slip { NEARLY_CLOSE } else { CLOSE });
            }
            cost += error;
            found += full_weight;
            let (first, last) = (places.first()?, places.last()?);
            let start = span.map_or(first.start, |known| known.start);
            span = Some(start..last.end);
        }
        // A dictionary cuts silent ends off foreign names (ร์): what is close else misses no word without them, but เอนจิเนีย is
        // no จูเนียร์.
        if cost <= (1.0 - CLOSE) * found {
            cost += silent_cost;
        } else {
            left_out += silent_weight;
        }
        let closeness = (1.0 - cost / found.max(f32::EPSILON)).max(0.0);
        if least_close > 0.0 && (closeness < least_close || left_out > 0.0) {
            return None;
        }
        Some(Alignment { span: span?, closeness, left_out: left_out / weight(pattern).max(f32::EPSILON) })
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::panic, clippy::cast_possible_truncation, clippy::cast_sign_loss)]

    use proptest::prelude::*;

    use super::*;
    use crate::search::edits::Skeleton;
    use crate::search::letters::{WORD_START, in_place, word_starts};

    fn align(pattern: &str, text: &str) -> Option<Alignment> {
        let mut marked: Vec<Letter> = in_place(pattern.chars()).collect();
        word_starts(pattern).for_each(|place| marked[place] |= WORD_START);
        let text: Vec<Letter> = in_place(text.chars()).collect();
        Aligner::new(&text).align(&marked, &(0..text.len()), f32::INFINITY)
    }

    /// Closeness of the pattern in the text in percent, or `None`.
    #[track_caller]
    fn check(cases: &[(&str, &str, Option<std::ops::RangeInclusive<u32>>)]) {
        for (pattern, text, expected) in cases {
            let found = align(pattern, text).map(|found| (found.closeness * 100.0).round() as u32);
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
            ("แอคเคาท์แมเนเจอร์", "แอคเคาแมเนเจอ", Some(96..=99)),
            ("คณิตศาสตร์", "คณิตศาส", Some(88..=99)),
            ("เจ้าหน้าที่บัญชี ar", "เจ้าหน้าที่บัญชี am", Some(99..=100)),
            ("account manager", "acocunt manager", Some(90..=95)),
            ("loan officer", "loan officrer", Some(90..=92)),
            ("ที่ปรึกษาการเงิน", "ที่ปรึกษากาีเงิน", Some(88..=93)),
            ("วาณิชธนกิจ", "วาณิชธนดกิจ", Some(87..=91)),
            ("ผู้จัดการฝ่ายบัญชี", "ผจดการฝายบญช", Some(70..=85)),
            ("ผู้จัดการฝ่ายบัญชี", "ผุ้จัดการฝ่ายบันชี", Some(80..=95)),
            ("คืออะไร", "roiคืออออออะไร", Some(90..=100)),
            ("churn", "chrun", Some(75..=85)),
            ("รับผิดชอบอะไรบ้าง", "เขารับผิดชอบไรบ้าง", Some(97..=99)),
            ("นักการตลาดดิจิทัล", "นักการตลาดดิจิตอล", Some(82..=92)),
            ("ดาต้าเอนจิเนียร์", "ดาต้าเอนจิเนียต้อง", Some(95..=99)),
            ("จูเนียร์", "ซีวิลเอ็นจิเนียร์", None),
            ("x", "", None),
        ]);
    }

    #[test]
    fn an_outer_word_that_does_not_fit_is_left_out_and_an_inner_one_rejects() {
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
            let found = align("ผู้จัดการฝ่ายบัญชี", text).unwrap();
            assert!(found.closeness > 0.95, "{found:?}");
            assert!((0.15..0.45).contains(&found.left_out), "{found:?}");
        }
    }

    #[test]
    fn what_costs_more_than_allowed_is_given_up() {
        let letters = |text: &str| in_place(text.chars()).collect::<Vec<Letter>>();
        let (pattern, text) = (letters("manager"), letters("the mnager"));
        let mut marked = pattern.clone();
        marked[0] |= WORD_START;
        let mut aligner = Aligner::new(&text);
        assert!(aligner.align(&marked, &(0..text.len()), 1.0).is_some());
        assert!(aligner.align(&marked, &(0..text.len()), 0.99).is_none());
        let part = aligner.align(&marked, &(3..text.len()), 1.0);
        assert_eq!(part.map(|found| found.span), Some(4..10));
        assert_eq!(aligner.align(&marked, &(0..3), f32::INFINITY), None);
    }

    proptest! {
        #[test]
        fn costs_no_less_than_the_fewest_edits(
            pattern in "[กคตทธปพสศ ิ์ะอไร]{1,12}",
            text in "[กคตทธปพสศ ิ์ะอไร]{1,24}",
        ) {
            let letters = |text: &str| in_place(text.chars()).collect::<Vec<Letter>>();
            let (pattern, text) = (letters(&pattern), letters(&text));
            let mut aligner = Aligner::new(&text);
            let end = aligner.fill(&pattern, &(0..text.len()), f32::INFINITY).unwrap();
            let cost = in_letters(aligner.table[pattern.len() * (text.len() + 1) + end]);
            let fewest = Skeleton::new(&text).fewest_edits(&pattern);
            prop_assert!(fewest as f32 <= cost + 0.001, "{fewest} edits at {cost}");
        }

        #[test]
        fn never_panics_and_stays_in_range(pattern in "\\PC{0,20}", text in "\\PC{0,40}") {
            if let Some(found) = align(&pattern, &text) {
                prop_assert!(found.span.end <= text.chars().count() && found.span.start <= found.span.end);
                prop_assert!((0.0..=1.0).contains(&found.closeness));
                prop_assert!((0.0..=1.001).contains(&found.left_out));
            }
        }
    }
}
