//! The matcher's own alphabet: a letter is seven bits, so that texts are small, n-grams are numbers and tables short.
//!
//! Spelling keeps what n-grams are taken from: letters, marks and digits; one space between Latin words and at the ends,
//! as the borders of words; none beside Thai, where spaces are put at will.

use crate::text::script::{is_thai, is_word};
use crate::text::segment;

/// A letter of the alphabet, below [`ALPHABET`]; in stored texts with [`WORD_START`].
pub(crate) type Letter = u8;

/// How many letters there are.
pub(crate) const ALPHABET: usize = 128;
/// The border of a Latin word.
pub(crate) const SPACE: Letter = 1;
/// Set on the first letter of every word.
pub(crate) const WORD_START: Letter = 0x80;

const DIGITS: Letter = 2;
const LATIN: Letter = 12;
/// ก, the first of the block U+0E01–U+0E3A.
const THAI: Letter = 38;
/// เ, the first of the block U+0E40–U+0E4E.
const THAI_LEADING: Letter = 96;
/// ์, which silences the letter before it.
pub(crate) const SILENCER: Letter = THAI_LEADING + 12;
/// ต.
pub(crate) const TO: Letter = THAI + 20;
/// ร.
pub(crate) const RO: Letter = THAI + 34;
/// อ.
pub(crate) const O: Letter = THAI + 44;
/// ะ.
pub(crate) const SARA_A: Letter = THAI + 47;
/// ไ.
pub(crate) const SARA_AI: Letter = THAI_LEADING + 4;
/// Letters of all other scripts share what is left.
const OTHERS: Letter = 111;

/// The letter of a character of a word.
pub(crate) fn letter(c: char) -> Letter {
    let offset = |first: char| (u32::from(c) - u32::from(first)).to_le_bytes()[0];
    match c {
        ' ' => SPACE,
        '0'..='9' => DIGITS + offset('0'),
        'a'..='z' => LATIN + offset('a'),
        '\u{0E01}'..='\u{0E3A}' => THAI + offset('\u{0E01}'),
        '\u{0E40}'..='\u{0E4E}' => THAI_LEADING + offset('\u{0E40}'),
        other => {
            let left = u32::from(WORD_START - OTHERS);
            OTHERS + (u32::from(other) % left).to_le_bytes()[0]
        }
    }
}

/// The character of a letter, for explanations; � for the letters that other scripts share.
pub(crate) fn character(letter: Letter) -> char {
    let from = |first: char, offset: Letter| char::from_u32(u32::from(first) + u32::from(offset));
    let found = match letter & !WORD_START {
        SPACE => Some(' '),
        l @ DIGITS..LATIN => from('0', l - DIGITS),
        l @ LATIN..THAI => from('a', l - LATIN),
        l @ THAI..THAI_LEADING => from('\u{0E01}', l - THAI),
        l @ THAI_LEADING..OTHERS => from('\u{0E40}', l - THAI_LEADING),
        _ => None,
    };
    found.unwrap_or(char::REPLACEMENT_CHARACTER)
}

/// Whether the letter is a Thai mark above or below the line.
fn is_mark(letter: Letter) -> bool {
    matches!(letter, 86 | 89..=95 | 103..=110)
}

fn is_digit(letter: Letter) -> bool {
    (DIGITS..LATIN).contains(&letter)
}

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

/// One letter for each character of a normalized text, [`SPACE`] for those outside words; no words are marked.
pub(crate) fn in_place(normalized: impl Iterator<Item = char>) -> impl Iterator<Item = Letter> {
    normalized.map(|c| if is_word(c) { letter(c) } else { SPACE })
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

/// Folds letters as they come: marks dropped, ใ as ไ, drawn-out letters once.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Fold {
    last: Letter,
    run: usize,
}

impl Fold {
    /// The folded letter, or `None` when it is dropped.
    ///
    /// A letter drawn out (มากกก) is written twice at most; letters of a text are dropped one by one, so that this needs no
    /// look ahead.
    pub(crate) fn next(&mut self, letter: Letter) -> Option<Letter> {
        const MAIMUAN: Letter = THAI_LEADING + 3;
        let plain = match letter & !WORD_START {
            MAIMUAN => MAIMUAN + 1,
            plain => plain,
        };
        if is_mark(plain) {
            return None;
        }
        self.run = if plain == self.last { self.run + 1 } else { 1 };
        self.last = plain;
        (self.run <= 2 || is_digit(plain)).then_some(plain)
    }
}

/// The letters without marks, see [`Fold`].
pub(crate) fn folded(letters: &[Letter]) -> Vec<Letter> {
    let mut fold = Fold::default();
    letters.iter().filter_map(|&letter| fold.next(letter)).collect()
}

/// Length of the character n-grams. 3 is the best single length on Thai and English alike (2 and 4 lose on clean text).
pub(crate) const NGRAM: usize = NGRAM_LETTERS as usize;
const NGRAM_LETTERS: u32 = 3;

/// Bits of a letter in a key.
const LETTER_BITS: u32 = 7;

/// The key of an n-gram with one more letter at its end.
pub(crate) fn roll(key: u32, letter: Letter) -> u32 {
    (key << LETTER_BITS | u32::from(letter & !WORD_START)) & ((1 << (LETTER_BITS * NGRAM_LETTERS)) - 1)
}

/// The key of two letters.
pub(crate) fn pair(first: Letter, second: Letter) -> u32 {
    u32::from(first & !WORD_START) << LETTER_BITS | u32::from(second & !WORD_START)
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
pub(crate) fn each_folded_ngram(normalized: &str, mut visit: impl FnMut(u32)) {
    let (mut fold, mut key, mut letters) = (Fold::default(), 0, 0);
    let read = |letter, _| {
        let Some(letter) = fold.next(letter) else { return };
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
pub(crate) fn ngram_text(key: u32) -> String {
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::script::is_thai_mark;

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
    fn every_character_has_its_letter() {
        let known = (' '..='z').filter(|c| is_word(*c) && !c.is_uppercase()).chain('\u{0E01}'..='\u{0E4E}');
        for c in known.filter(|&c| is_word(c)) {
            assert_eq!(character(letter(c)), c, "{c}");
            assert_eq!(is_mark(letter(c)), is_thai_mark(c), "{c}");
        }
        for c in ['é', '漢', 'ж', '😀', '\u{10FFFF}'] {
            assert!((OTHERS..WORD_START).contains(&letter(c)), "{c}");
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
