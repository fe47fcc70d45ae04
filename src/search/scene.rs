//! A question's text prepared for spotting, and where in it a phrase may stand.

use std::cell::OnceCell;
use std::ops::Range;

use super::cues::{self, Cues};
use super::edits::Skeleton;
use super::letters::{self, Letter, occurrences, word_starts};
use super::pairs::each_pair;
use crate::text::script::{is_thai, is_thai_mark, is_word};

/// Shorter texts are aligned as a whole.
const WHOLE_TEXT: usize = 40;
/// Characters aligned around the expected place, beside the name's own length.
const WINDOW_SLACK: usize = 4;
/// Only so many characters of a text are searched, which bounds the time of any question.
const MAX_CHARACTERS: usize = 600;

/// A normalized text prepared for spotting, made once a question.
#[derive(Debug)]
pub(crate) struct Scene {
    /// The characters of the text, capped.
    pub(crate) characters: Vec<char>,
    /// The letter of each.
    pub(crate) letters: Vec<Letter>,
    /// Pairs of folded letters with the place of their first character, in order.
    pub(super) pairs: Vec<(u32, usize)>,
    /// What is left of the letters for a quick look.
    pub(super) skeleton: Skeleton,
    /// Its cues, once somebody wants them.
    cues: OnceCell<Cues>,
    /// Where its words begin, in characters, once somebody wants them.
    word_starts: OnceCell<Vec<usize>>,
}

impl Scene {
    /// Prepares a normalized text.
    pub(crate) fn new(normalized: &str) -> Self {
        Self::of(normalized.chars().take(MAX_CHARACTERS).collect())
    }

    /// The same text without some of its characters.
    pub(crate) fn without(&self, span: &Range<usize>) -> Self {
        let kept = self.characters.iter().enumerate().filter(|(place, _)| !span.contains(place));
        Self::of(kept.map(|(_, &c)| c).collect())
    }

    fn of(characters: Vec<char>) -> Self {
        let letters: Vec<Letter> = letters::in_place(characters.iter().copied()).collect();
        let pairs = pairs(&letters);
        let skeleton = Skeleton::new(&letters);
        Self { characters, letters, pairs, skeleton, cues: OnceCell::new(), word_starts: OnceCell::new() }
    }

    /// Whether a place is nothing but words that ask and pad, spelled right.
    pub(super) fn is_of_cues(&self, span: &Range<usize>) -> bool {
        let space = |place: usize| self.characters.get(place).is_some_and(|c| c.is_whitespace());
        span.clone().all(|place| space(place) || self.cues().all().any(|cue| cue.contains(&place)))
    }

    /// Where words begin, Thai ones as the dictionary has them.
    pub(super) fn word_starts(&self) -> &[usize] {
        self.word_starts.get_or_init(|| word_starts(&self.characters.iter().collect::<String>()).collect())
    }

    /// Words that ask and words that pad.
    pub(crate) fn cues(&self) -> &Cues {
        self.cues.get_or_init(|| cues::find(&self.characters))
    }
}

/// Where the text has the phrase letter by letter, between the borders of Latin words.
pub(super) fn exact<'a>(pattern: &'a [Letter], scene: &'a Scene) -> impl Iterator<Item = Range<usize>> + 'a {
    let places = occurrences(pattern, &scene.letters);
    places.filter(|span| !cuts_a_word(&scene.characters, span))
}

/// Where most pairs of the phrase meet on one diagonal, and the part of the text around it to align.
pub(super) fn window(pattern: &[Letter], scene: &Scene) -> (Range<usize>, Range<usize>) {
    let mut diagonals: Vec<isize> = Vec::with_capacity(pattern.len());
    each_pair(pattern, |key, offset| {
        let from = scene.pairs.partition_point(|(known, _)| *known < key);
        let alike = scene.pairs.iter().skip(from).take_while(|(known, _)| *known == key);
        diagonals.extend(alike.map(|(_, place)| place.cast_signed() - offset.cast_signed()));
    });
    diagonals.sort_unstable();
    let slack = WINDOW_SLACK.cast_signed();
    let mut best = (0, 0);
    for (at, &diagonal) in diagonals.iter().enumerate() {
        let votes =
            diagonals.get(at..).unwrap_or_default().partition_point(|&other| other <= diagonal + slack);
        if votes > best.0 {
            best = (votes, diagonal);
        }
    }
    let (length, all) = (pattern.len(), scene.letters.len());
    let clamped = |place: isize| usize::try_from(place).unwrap_or(0).min(all);
    let expected = clamped(best.1)..clamped(best.1 + length.cast_signed());
    if all <= WHOLE_TEXT.max(length) {
        return (expected, 0..all);
    }
    let start = clamped(best.1 - slack);
    (expected, start..(start + length + length / 2 + 3 * WINDOW_SLACK).min(all))
}

/// The pairs of a text in order, see [`each_pair`].
fn pairs(letters: &[Letter]) -> Vec<(u32, usize)> {
    let mut pairs = Vec::with_capacity(letters.len());
    each_pair(letters, |pair, place| pairs.push((pair, place)));
    pairs.sort_unstable();
    pairs
}

/// Whether a span starts in the middle of a Latin word, or ends there leaving more than an ending or most of it behind (what s|uit),
/// or ends before a mark that makes another vowel of its last: ซีพีเอ is no part of ซีพีเอ็ม.
pub(super) fn cuts_a_word(characters: &[char], span: &Range<usize>) -> bool {
    /// Letters of endings such as -s, -ing.
    const ENDING: usize = 3;
    const SHORTENED: char = '็';
    let latin = |place: usize| characters.get(place).is_some_and(|c| !is_thai(*c) && c.is_alphanumeric());
    let cut_at_start = span.start > 0 && latin(span.start) && latin(span.start - 1);
    let inside = span.clone().rev().take_while(|&place| latin(place)).count();
    let left = (span.end..).take_while(|&place| latin(place)).take(ENDING + 1).count();
    let cut_at_end = inside > 0 && (left > ENDING || left > inside);
    cut_at_start || cut_at_end || characters.get(span.end) == Some(&SHORTENED)
}

/// Whether a span is no part of a longer Latin word and does not split a Thai letter from its marks.
pub(super) fn stands_alone(characters: &[char], span: &Range<usize>) -> bool {
    let at = |place: usize| characters.get(place).copied();
    let same_word = |a: Option<char>, b: Option<char>| match (a, b) {
        (Some(a), Some(b)) => is_thai_mark(b) || (is_word(a) && is_word(b) && !is_thai(a) && !is_thai(b)),
        _ => false,
    };
    let before = span.start.checked_sub(1).and_then(at);
    !same_word(before, at(span.start)) && !same_word(at(span.end - 1), at(span.end))
}

/// A normalized text with spaces in place of addresses, which say nothing of what is asked.
pub(crate) fn without_addresses(normalized: String) -> String {
    const BEGINNINGS: [&str; 3] = ["https://", "http://", "www."];
    if !BEGINNINGS.iter().any(|beginning| normalized.contains(beginning)) {
        return normalized;
    }
    let ends = |c: char| c.is_whitespace() || is_thai(c) || matches!(c, '<' | '>' | ')');
    let mut text = String::with_capacity(normalized.len());
    let mut rest = normalized.as_str();
    while let Some(start) = BEGINNINGS.iter().filter_map(|beginning| rest.find(beginning)).min() {
        let (before, address) = rest.split_at(start);
        let end = address.find(ends).unwrap_or(address.len());
        let (address, behind) = address.split_at(end);
        text.push_str(before);
        text.extend(address.chars().map(|_| ' '));
        rest = behind;
    }
    text.push_str(rest);
    text
}
