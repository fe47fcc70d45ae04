//! Spelling in the matcher's alphabet, and the words and n-grams of what is spelled.
//!
//! Spelling keeps what n-grams are taken from: letters, marks and digits; one space between Latin words and at the ends,
//! as the borders of words; none beside Thai, where spaces are put at will.

use std::ops::Range;

pub(crate) use super::alphabet::{
    ALPHABET, Fold, Letter, NGRAM, SPACE, WORD_START, character, in_place, is_latin, roll,
};
use super::alphabet::{LATIN, LETTER_BITS, NGRAM_LETTERS, OTHERS, THAI, letter};
use crate::text::script::{is_thai, is_word};
use crate::text::segment;

/// Spells a normalized text: calls `visit` with each letter, marked with [`WORD_START`] where a word begins, and the place of
/// its character in the text.
pub(crate) fn spell(normalized: &str, visit: impl FnMut(Letter, usize)) {
    let mut words = segment::spans(normalized).map(|(start, _)| start).peekable();
    spell_words(normalized, |byte| words.next_if(|&start| start <= byte).is_some(), visit);
}

/// Spells with a word beginning wherever `begins` says so of a byte; a gap inside a word (5,000) is none.
fn spell_words(
    normalized: &str,
    mut begins: impl FnMut(usize) -> bool,
    mut visit: impl FnMut(Letter, usize),
) {
    let (mut last, mut gap, mut starts, mut end) = (None, false, false, 0);
    visit(SPACE, 0);
    for (place, (byte, c)) in normalized.char_indices().enumerate() {
        end = place;
        starts |= begins(byte);
        if !is_word(c) {
            gap = true;
            continue;
        }
        let beside_thai = is_thai(c) || last.is_some_and(is_thai);
        if gap && starts && !beside_thai && last.is_some() {
            visit(SPACE, place);
        }
        visit(letter(c) | if starts { WORD_START } else { 0 }, place);
        (last, gap, starts) = (Some(c), false, false);
    }
    visit(SPACE, end);
}

/// Where the words of a normalized text begin, as numbers of its characters.
pub(crate) fn word_starts(normalized: &str) -> impl Iterator<Item = usize> + '_ {
    let mut words = segment::spans(normalized).map(|(start, _)| start).peekable();
    let mut starts = false;
    normalized.char_indices().enumerate().filter_map(move |(place, (byte, c))| {
        starts |= words.next_if(|&start| start <= byte).is_some();
        (is_word(c) && std::mem::take(&mut starts)).then_some(place)
    })
}

/// The letters of a normalized text, words marked.
pub(crate) fn spelled(normalized: &str) -> Vec<Letter> {
    let mut letters = Vec::with_capacity(normalized.len() / 2 + 2);
    spell(normalized, |letter, _| letters.push(letter));
    letters
}

/// The letters without marks, see [`Fold`].
pub(crate) fn folded(letters: &[Letter]) -> Vec<Letter> {
    let mut fold = Fold::default();
    letters.iter().filter_map(|&letter| fold.next(letter)).collect()
}

/// The key of every n-gram in order.
pub(crate) fn ngrams(letters: &[Letter]) -> impl Iterator<Item = u32> + '_ {
    letters.windows(NGRAM).map(|ngram| ngram.iter().fold(0, |key, &letter| roll(key, letter)))
}

/// The n-grams of a normalized text, marks ignored.
pub(crate) fn folded_ngrams(normalized: &str) -> Vec<u32> {
    let mut ngrams = Vec::with_capacity(normalized.len() / 2);
    each_folded_ngram(normalized, |ngram| ngrams.push(ngram));
    ngrams
}

/// Calls `visit` with every n-gram of a normalized text, marks ignored.
pub(crate) fn each_folded_ngram(normalized: &str, visit: impl FnMut(u32)) {
    let mut fold = Fold::default();
    each_ngram_of(normalized, |letter| fold.next(letter), visit);
}

/// Calls `visit` with every n-gram of a normalized text.
pub(crate) fn each_ngram(normalized: &str, visit: impl FnMut(u32)) {
    each_ngram_of(normalized, Some, visit);
}

/// The same of what is kept of its letters. Words are not sought, so every gap with no Thai letter beside it is a border.
fn each_ngram_of(
    normalized: &str,
    mut kept: impl FnMut(Letter) -> Option<Letter>,
    mut visit: impl FnMut(u32),
) {
    let (mut key, mut letters) = (0, 0);
    let read = |letter, _| {
        let Some(letter) = kept(letter) else { return };
        key = roll(key, letter);
        letters += 1;
        if letters >= NGRAM {
            visit(key);
        }
    };
    spell_words(normalized, |_| true, read);
}

/// A set of n-grams: one bit for each that there can be, 256 KiB.
pub(crate) struct NgramSet(Vec<u64>);

impl Default for NgramSet {
    fn default() -> Self {
        Self(vec![0; 1 << (LETTER_BITS * NGRAM_LETTERS - u64::BITS.trailing_zeros())])
    }
}

impl NgramSet {
    /// Adds an n-gram.
    pub(crate) fn add(&mut self, ngram: u32) {
        if let Some(bits) = self.0.get_mut((ngram / u64::BITS) as usize) {
            *bits |= 1 << (ngram % u64::BITS);
        }
    }

    /// Whether the n-gram was added.
    pub(crate) fn holds(&self, ngram: u32) -> bool {
        self.0.get((ngram / u64::BITS) as usize).is_some_and(|bits| bits & 1 << (ngram % u64::BITS) != 0)
    }
}

impl std::fmt::Debug for NgramSet {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let count: u32 = self.0.iter().map(|bits| bits.count_ones()).sum();
        write!(formatter, "{count} n-grams")
    }
}

/// Whether an n-gram lies where Thai meets Latin letters: it says nothing of either.
pub(crate) fn joins_scripts(key: u32) -> bool {
    let letters = || (0..NGRAM_LETTERS).map(|place| ((key >> (place * LETTER_BITS)) & 0x7F).to_le_bytes()[0]);
    letters().any(|letter| (LATIN..THAI).contains(&letter))
        && letters().any(|letter| (THAI..OTHERS).contains(&letter))
}

/// The letters of an n-gram, for explanations.
pub fn ngram_text(key: u32) -> String {
    (0..NGRAM_LETTERS)
        .rev()
        .map(|place| character(((key >> (place * LETTER_BITS)) & 0x7F).to_le_bytes()[0]))
        .collect()
}

/// The key of a word: FNV-1a over its letters, 32 bits.
#[derive(Debug, Clone, Copy)]
pub(crate) struct WordKey(u32);

impl WordKey {
    /// The key of no letters.
    pub(crate) const EMPTY: Self = Self(0x811C_9DC5);

    /// The key with one more letter.
    pub(crate) fn then(self, letter: Letter) -> Self {
        Self((self.0 ^ u32::from(letter & !WORD_START)).wrapping_mul(0x0100_0193))
    }

    /// The number.
    pub(crate) fn get(self) -> u32 {
        self.0
    }
}

/// Every word of spelled letters as its key and the place after its last letter.
pub(crate) fn words(letters: &[Letter]) -> impl Iterator<Item = (u32, usize)> + '_ {
    let mut start = None;
    let mut at = 0;
    std::iter::from_fn(move || {
        while at <= letters.len() {
            let next = letters.get(at).copied();
            let border = next.is_none_or(|letter| letter & WORD_START != 0 || letter == SPACE);
            let ended = if border { start.take() } else { None };
            if next.is_some_and(|letter| letter & WORD_START != 0) {
                start = Some(at);
            }
            let end = at;
            at += 1;
            if let Some(word) = ended.and_then(|start: usize| letters.get(start..end)) {
                let key = word.iter().fold(WordKey::EMPTY, |key, &letter| key.then(letter));
                return Some((key.get(), end));
            }
        }
        None
    })
}

/// Every part of a text that is the pattern letter by letter.
pub(crate) fn occurrences<'a>(
    pattern: &'a [Letter],
    text: &'a [Letter],
) -> impl Iterator<Item = Range<usize>> + 'a {
    let same = |(a, b): (&Letter, &Letter)| a & !WORD_START == b & !WORD_START;
    text.windows(pattern.len().max(1))
        .enumerate()
        .filter(move |(_, part)| part.iter().zip(pattern).all(same))
        .map(|(start, _)| start..start + pattern.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(letters: &[Letter]) -> String {
        letters.iter().map(|&letter| character(letter)).collect()
    }

    #[test]
    fn spaces_are_borders_of_latin_words_only() {
        for (typed, expected) in [
            ("", "  "),
            ("account  manager?", " account manager "),
            ("เงิน เดือน", " เงินเดือน "),
            ("อยากเป็น account manager", " อยากเป็นaccount manager "),
            ("(a)", " a "),
        ] {
            assert_eq!(text(&spelled(typed)), expected, "{typed}");
        }
    }

    #[test]
    fn folding_ignores_marks_and_drawn_out_letters() {
        let fold = |typed: &str| text(&folded(&spelled(typed)));
        assert_eq!(fold("ผู้จัดการ"), " ผจดการ ");
        assert_eq!(fold("มากกกกก"), fold("มากก"));
        assert_eq!(fold("ใจ"), fold("ไจ"));
        assert_eq!(fold("50000"), " 50000 ");
    }

    #[test]
    fn words_are_found_in_letters() {
        for typed in ["", "account manager", "เงินเดือนเท่าไหร่ 5,000 บาท", "อยากเป็นaccount manager!"]
        {
            let expected: Vec<u32> = segment::words(typed)
                .into_iter()
                .map(|word| {
                    let letters = word.chars().filter(|&c| is_word(c)).map(letter);
                    letters.fold(WordKey::EMPTY, WordKey::then).get()
                })
                .collect();
            let letters = spelled(typed);
            assert_eq!(words(&letters).map(|(key, _)| key).collect::<Vec<_>>(), expected, "{typed}");
        }
    }

    #[test]
    fn ngrams_are_told_apart() {
        let letters = spelled("กขคกข");
        let keys: Vec<u32> = ngrams(&letters).collect();
        assert_eq!(keys.len(), letters.len() - 2);
        assert_eq!(
            keys.iter().map(|&key| ngram_text(key)).collect::<Vec<_>>(),
            [" กข", "กขค", "ขคก", "คกข", "กข "]
        );
    }
}
