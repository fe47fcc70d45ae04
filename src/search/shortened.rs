//! Words of names in Latin letters that somebody shortened, read by the word beside them: digital mkt, civil eng.

use std::ops::{Range, RangeInclusive};

use super::latin::{LatinWords, Side};
use super::reading::OFFERED;

/// So many letters has a shortened word; one of fewer may be anything.
const LETTERS: RangeInclusive<usize> = 3..=5;
/// So many it lacks at least: what lacks fewer is a misspelt word.
const LEFT_OUT: usize = 2;

/// Of so few first letters of a word one is only so sure that it is offered, as of one of several that may be meant.
const FEW_LETTERS: usize = 3;

/// The text with shortened words of names written out, if there are any, and how sure that is; `is_known` tells whether a word
/// stands in any text: that is short for another one at most where it begins it (tax prep).
pub(crate) fn lengthened(
    normalized: &str,
    latin: &LatinWords,
    is_known: impl Fn(&str) -> bool,
) -> Option<(String, f32)> {
    let words = words(normalized);
    let word = |number: usize| words.get(number).and_then(|span| normalized.get(span.clone()));
    let mut text = String::with_capacity(normalized.len());
    let (mut copied, mut certainty) = (0, 1.0);
    for (number, span) in words.iter().enumerate() {
        let Some(short) = word(number).filter(|short| LETTERS.contains(&short.len())) else { continue };
        // Small words stand beside anything.
        let beside = |number: usize| word(number).filter(|other| latin.stands_alone(other));
        let gap = |number: usize| gap(normalized, &words, number);
        let before = number.checked_sub(1).filter(|&before| gap(before) == Some(" "));
        // A shortened word may have a dot.
        let behind =
            Some(number + 1).filter(|_| gap(number).is_some_and(|gap| [" ", ".", ". "].contains(&gap)));
        let (before, behind) = (before.and_then(beside), behind.and_then(beside));
        let meant = [(before, Side::Behind), (behind, Side::Before)]
            .into_iter()
            .flat_map(|(other, side)| other.into_iter().flat_map(move |other| latin.beside(other, side)));
        let meant: Vec<(&str, usize)> = meant.filter(|(whole, _)| shortens(short, whole)).collect();
        if let Some((whole, owner)) = meant.iter().min_by_key(|(whole, _)| whole.len())
            && !latin.stands_alone(short)
            && !latin.is_abbreviation(short)
            && let word_of_its_own = is_known(short)
            && (!word_of_its_own || (short.len() > FEW_LETTERS && whole.starts_with(short)))
        {
            text.push_str(normalized.get(copied..span.start)?);
            text.push_str(whole);
            // Of several words of one owner's names any will do.
            let several = meant.iter().any(|(_, other)| other != owner);
            if several || word_of_its_own || (short.len() <= FEW_LETTERS && whole.starts_with(short)) {
                certainty = OFFERED;
            }
            copied = span.end + usize::from(normalized.get(span.end..)?.starts_with('.'));
        }
    }
    text.push_str(normalized.get(copied..)?);
    (copied > 0).then_some((text, certainty))
}

/// Where words of Latin letters stand, in bytes.
fn words(normalized: &str) -> Vec<Range<usize>> {
    let mut words: Vec<Range<usize>> = Vec::new();
    for (place, c) in normalized.char_indices().filter(|(_, c)| c.is_ascii_alphabetic()) {
        match words.last_mut() {
            Some(last) if last.end == place => last.end += c.len_utf8(),
            _ => words.push(place..place + c.len_utf8()),
        }
    }
    words
}

/// What stands between a word and the next.
fn gap<'a>(normalized: &'a str, words: &[Range<usize>], number: usize) -> Option<&'a str> {
    normalized.get(words.get(number)?.end..words.get(number + 1)?.start)
}

/// Whether a word is the beginning of another one (civ), or its first letter with some of its consonants in their order (mkt), and
/// many are left out.
fn shortens(short: &str, whole: &str) -> bool {
    let mut letters = whole.chars();
    let mut in_order = short.chars().map(|letter| letters.any(|known| known == letter));
    let consonants = !short.chars().skip(1).any(|letter| "aeiouy".contains(letter));
    short.len() + LEFT_OUT <= whole.len()
        && short.chars().next() == whole.chars().next()
        && (whole.starts_with(short) || (consonants && in_order.all(|found| found)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::knowledge::Facets;

    #[test]
    fn shortened_words_are_read_by_those_beside_them() {
        let names = ["digital marketing", "civil engineer", "account manager", "accounting manager"];
        let names: Vec<(usize, String)> = (1..)
            .zip(names.map(str::to_owned))
            .chain([(1, "digital marketer".to_owned()), (5, "accountant and auditor".to_owned())])
            .collect();
        let latin = LatinWords::new(names.iter(), &Facets::default());
        for (typed, expected) in [
            ("digital mkt เงินเดือน", Some("digital marketer เงินเดือน")),
            ("civil eng.ทำอะไร", Some("civil engineerทำอะไร")),
            ("civ. engineer", Some("civil engineer")),
            ("acc manager", Some("account manager")),
            ("the mkt", None),
            ("digital men", None),
            ("digital. mkt", None),
            ("engineer.civ", None),
            ("ann and scott", None),
            ("digital man", None),
            ("civil war", None),
            ("civil, eng", None),
            ("digital market", None),
            ("digital mark", Some("digital marketer")),
            ("", None),
        ] {
            let read = lengthened(typed, &latin, |word| ["war", "man", "mark"].contains(&word));
            assert_eq!(read.as_ref().map(|(text, _)| text.as_str()), expected, "{typed}");
            let doubtful = read.is_some_and(|(_, certainty)| certainty < 1.0);
            assert_eq!(
                doubtful,
                ["acc manager", "civil eng.ทำอะไร", "civ. engineer", "digital mark"].contains(&typed),
                "{typed}"
            );
        }
    }
}
