//! Edit distances, many letters at a time: how alike two texts are, and a quick lower bound of what it costs to align a
//! phrase with a text: how many letters must be wrong, whatever marks are.

use std::ops::{BitAnd, BitOr, BitXor, Not, Shl, Shr};

use super::costs::{is_silent, nearly};
use super::letters::{ALPHABET, Fold, Letter, SPACE, WORD_START};

/// Longer phrases have no bound.
const MOST_LETTERS: u32 = u64::BITS;

/// The letters that cost a whole letter to miss, to add or to change: without marks and spaces, letters that are nearly alike
/// as one.
fn skeleton(letters: &[Letter]) -> impl Iterator<Item = Letter> + '_ {
    let mut fold = Fold::default();
    let letters = letters.iter().filter(|&&letter| letter & !WORD_START != SPACE);
    letters.filter_map(move |&letter| fold.next(letter).map(nearly))
}

/// A text to look for phrases in.
#[derive(Debug)]
pub(super) struct Skeleton {
    letters: Vec<Letter>,
    /// How many letters are the same as the one before: to add those costs little.
    repeated: u32,
}

impl Skeleton {
    /// The whole letters of a text.
    pub(super) fn new(text: &[Letter]) -> Self {
        let letters: Vec<Letter> = skeleton(text).collect();
        let repeated = letters.windows(2).filter(|two| two[0] == two[1]).count();
        Self { letters, repeated: u32::try_from(repeated).unwrap_or(u32::MAX) }
    }

    /// The least number of letters to miss, add, change or swap in the phrase that make it a part of this text, but for
    /// repeated ones and those that may be silent.
    ///
    /// The bit-parallel search of Myers (1999) with the swaps of Hyyrö (2003): a few instructions for a letter of the text.
    pub(super) fn fewest_edits(&self, phrase: &[Letter]) -> u32 {
        let mut places = [0_u64; ALPHABET];
        let mut length = 0;
        for letter in skeleton(phrase) {
            if length == MOST_LETTERS {
                return 0;
            }
            places[usize::from(letter)] |= 1 << length;
            length += 1;
        }
        let Some(last) = length.checked_sub(1) else { return 0 };
        let (mut column, mut edits, mut fewest) = (Column::<u64>::default(), length, length);
        let mut before = 0_u64;
        for &letter in &self.letters {
            let here = places[usize::from(letter)];
            let swapped = ((!column.same & here) << 1) & before;
            edits = column.next(here, swapped, 0).applied(edits, last);
            fewest = fewest.min(edits);
            before = here;
        }
        fewest.saturating_sub(self.repeated.saturating_add(silent(phrase)))
    }
}

/// How many letters of a phrase are not heard.
fn silent(phrase: &[Letter]) -> u32 {
    let silent = (0..phrase.len()).filter(|&place| is_silent(phrase, place)).count();
    u32::try_from(silent).unwrap_or(u32::MAX)
}

/// A text that others are compared with, by the same search where it fits into a number.
#[derive(Debug)]
pub(super) struct Compared<'a> {
    letters: &'a [Letter],
    places: Places,
}

/// Where each letter stands in a text.
#[derive(Debug)]
enum Places {
    Short(Box<[u64; ALPHABET]>),
    Long(Box<[u128; ALPHABET]>),
    /// The text is too long.
    Unknown,
}

impl<'a> Compared<'a> {
    pub(super) fn new(letters: &'a [Letter]) -> Self {
        let places = match u32::try_from(letters.len()) {
            Ok(..=u64::BITS) => Places::Short(Box::new(places(letters))),
            Ok(..=u128::BITS) => Places::Long(Box::new(places(letters))),
            _ => Places::Unknown,
        };
        Self { letters, places }
    }

    /// The Levenshtein distance to another text.
    pub(super) fn distance(&self, other: &[Letter]) -> usize {
        match &self.places {
            Places::Short(places) => distance(places, self.letters.len(), other),
            Places::Long(places) => distance(places, self.letters.len(), other),
            Places::Unknown if other.len() < self.letters.len() => {
                Compared::new(other).distance(self.letters)
            }
            Places::Unknown => strsim::generic_levenshtein(&self.letters.to_vec(), &other.to_vec()),
        }
    }
}

fn places<B: Bits>(letters: &[Letter]) -> [B; ALPHABET] {
    let mut places = [B::NONE; ALPHABET];
    for (place, &letter) in (0..).zip(letters) {
        let letter = usize::from(letter & !WORD_START);
        places[letter] = places[letter] | B::ONE << place;
    }
    places
}

/// The Levenshtein distance of a text of so many letters, which stand at these places, to another one.
fn distance<B: Bits>(places: &[B; ALPHABET], length: usize, other: &[Letter]) -> usize {
    let length = u32::try_from(length).unwrap_or(u32::MAX);
    let Some(last) = length.checked_sub(1) else { return other.len() };
    let (mut column, mut edits) = (Column::default(), length);
    for &letter in other {
        let here = places[usize::from(letter & !WORD_START)];
        edits = column.next(here, B::NONE, B::ONE).applied(edits, last);
    }
    edits as usize
}

/// A number that holds a bit for each letter of a text.
trait Bits:
    Copy
    + PartialEq
    + Not<Output = Self>
    + BitAnd<Output = Self>
    + BitOr<Output = Self>
    + BitXor<Output = Self>
    + Shl<u32, Output = Self>
    + Shr<u32, Output = Self>
{
    const NONE: Self;
    const ONE: Self;
    const ALL: Self;

    /// The sum, without what goes beyond the last bit.
    fn plus(self, other: Self) -> Self;
}

impl Bits for u64 {
    const NONE: Self = 0;
    const ONE: Self = 1;
    const ALL: Self = Self::MAX;

    fn plus(self, other: Self) -> Self {
        self.wrapping_add(other)
    }
}

impl Bits for u128 {
    const NONE: Self = 0;
    const ONE: Self = 1;
    const ALL: Self = Self::MAX;

    fn plus(self, other: Self) -> Self {
        self.wrapping_add(other)
    }
}

/// A column of the table of edits, as differences between neighbouring rows: a bit a letter of the pattern.
struct Column<B> {
    risen: B,
    fallen: B,
    /// Where the diagonal costs nothing.
    same: B,
}

impl<B: Bits> Default for Column<B> {
    fn default() -> Self {
        Self { risen: B::ALL, fallen: B::NONE, same: B::NONE }
    }
}

impl<B: Bits> Column<B> {
    /// Goes on to the next letter of the text, which stands at the places `here` of the pattern; `first` is 1 where letters
    /// before the pattern cost as others do, and 0 where it may begin anywhere.
    fn next(&mut self, here: B, swapped: B, first: B) -> Step<B> {
        self.same = ((here & self.risen).plus(self.risen) ^ self.risen) | here | self.fallen | swapped;
        let step = Step { more: self.fallen | !(self.same | self.risen), less: self.same & self.risen };
        let more = step.more << 1 | first;
        self.risen = step.less << 1 | !(self.same | more);
        self.fallen = self.same & more;
        step
    }
}

/// In which rows a column costs one more or one less than the one before.
struct Step<B> {
    more: B,
    less: B,
}

impl<B: Bits> Step<B> {
    /// The edits in a row after this step.
    fn applied(&self, edits: u32, row: u32) -> u32 {
        let is_set = |rows: B| u32::from(rows >> row & B::ONE == B::ONE);
        edits + is_set(self.more) - is_set(self.less)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::letters::in_place;
    use super::*;

    fn letters(text: &str) -> Vec<Letter> {
        in_place(text.chars()).collect()
    }

    fn fewest_edits(phrase: &str, text: &str) -> u32 {
        Skeleton::new(&letters(text)).fewest_edits(&letters(phrase))
    }

    #[test]
    fn only_whole_letters_count() {
        for (phrase, text, expected) in [
            ("account manager", "the acount manger earns", 2),
            ("เงินเดือน", "อยากรู้เงนเดอนครับ", 0),
            ("บัญชี", "บันชี", 1),
            ("ขายของ", "ขยาของ", 1),
            ("มาก", "มากกกก", 0),
            ("แมเนเจอร์", "แมเนเจอ", 0),
            ("คณิตศาสตร์", "คณิตศาส", 0),
            ("manager", "maager", 0),
            ("abc", "", 3),
            ("abcd", "xbcx", 2),
            ("", "abc", 0),
        ] {
            assert_eq!(fewest_edits(phrase, text), expected, "{phrase}");
        }
    }

    proptest! {
        #[test]
        fn agrees_with_the_distance_to_every_part(phrase in "([ab][cd]{1,2}){1,5}", text in "([ab][cd]{1,2}){0,6}") {
            let part = |span: std::ops::Range<usize>| {
                let part: String = text.chars().skip(span.start).take(span.len()).collect();
                strsim::osa_distance(&phrase, &part)
            };
            let parts = (0..=text.len()).flat_map(|end| (0..=end).map(move |start| start..end));
            let fewest = parts.map(part).min().unwrap_or(0);
            let repeated = text.as_bytes().windows(2).filter(|two| two[0] == two[1]).count();
            prop_assert_eq!(fewest_edits(&phrase, &text) as usize, fewest.saturating_sub(repeated));
        }
    }
}
