//! The matcher's own alphabet: a letter is seven bits, so that texts are small, n-grams are numbers and tables short.

use crate::text::script::is_word;

/// A letter of the alphabet, below [`ALPHABET`]; in stored texts with [`WORD_START`].
pub(crate) type Letter = u8;

/// How many letters there are.
pub(crate) const ALPHABET: usize = 128;
/// The border of a Latin word.
pub(crate) const SPACE: Letter = 1;
/// Set on the first letter of every word.
pub(crate) const WORD_START: Letter = 0x80;

const DIGITS: Letter = 2;
pub(super) const LATIN: Letter = 12;
/// ก, the first of the block U+0E01–U+0E3A.
pub(super) const THAI: Letter = 38;
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
pub(super) const OTHERS: Letter = 111;

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

/// Whether the letter is Latin, be it the first of a word.
pub(crate) fn is_latin(letter: Letter) -> bool {
    (LATIN..THAI).contains(&(letter & !WORD_START))
}

/// Whether the letter is a Thai mark above or below the line.
fn is_mark(letter: Letter) -> bool {
    matches!(letter, 86 | 89..=95 | 103..=110)
}

fn is_digit(letter: Letter) -> bool {
    (DIGITS..LATIN).contains(&letter)
}

/// One letter for each character of a normalized text, [`SPACE`] for those outside words; no words are marked.
pub(crate) fn in_place(normalized: impl Iterator<Item = char>) -> impl Iterator<Item = Letter> {
    normalized.map(|c| if is_word(c) { letter(c) } else { SPACE })
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

/// Bits of a letter in a key.
pub(super) const LETTER_BITS: u32 = 7;

/// Length of the character n-grams. 3 is the best single length on Thai and English alike (2 and 4 lose on clean text).
pub(crate) const NGRAM: usize = NGRAM_LETTERS as usize;
pub(super) const NGRAM_LETTERS: u32 = 3;

/// The key of an n-gram with one more letter at its end.
pub(crate) fn roll(key: u32, letter: Letter) -> u32 {
    (key << LETTER_BITS | u32::from(letter & !WORD_START)) & ((1 << (LETTER_BITS * NGRAM_LETTERS)) - 1)
}

/// The key of two letters.
pub(crate) fn pair(first: Letter, second: Letter) -> u32 {
    u32::from(first & !WORD_START) << LETTER_BITS | u32::from(second & !WORD_START)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::script::is_thai_mark;

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
}
