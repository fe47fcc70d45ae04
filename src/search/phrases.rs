//! Phrases letter by letter, and where their words begin.

use std::ops::Range;
use std::sync::atomic::{AtomicU64, Ordering};

use super::letters::{Letter, SPACE, WORD_START, in_place, word_starts};

/// Phrases with one letter for each character, numbered in their order.
///
/// To find the words of thousands of phrases takes longer than all the rest of a start, and only those of the few phrases
/// that are aligned with a text matter: they are found when they are wanted, and kept.
#[derive(Debug, Default)]
pub(crate) struct Phrases {
    letters: Vec<Letter>,
    text: String,
    places: Vec<Place>,
    /// A bit for each character with which a word of the phrase begins; none while that is not known.
    starts: Vec<AtomicU64>,
}

/// Where a phrase ends.
#[derive(Debug, Clone, Copy, Default)]
struct Place {
    letters: usize,
    text: usize,
}

impl Phrases {
    /// Adds a normalized phrase and gives its letters; `None` for one without words, which is left out.
    pub(crate) fn add(&mut self, phrase: &str) -> Option<&[Letter]> {
        let start = self.letters.len();
        self.letters.extend(in_place(phrase.chars()));
        if self.letters.get(start..)?.iter().all(|&letter| letter == SPACE) {
            self.letters.truncate(start);
            return None;
        }
        self.text.push_str(phrase);
        self.places.push(Place { letters: self.letters.len(), text: self.text.len() });
        self.starts.push(AtomicU64::new(0));
        self.letters.get(start..)
    }

    /// How many phrases there are.
    pub(crate) fn len(&self) -> usize {
        self.places.len()
    }

    /// How many letters they have altogether.
    pub(crate) fn letter_count(&self) -> usize {
        self.letters.len()
    }

    /// The letters of a phrase, words not marked; none beyond the last.
    pub(crate) fn letters(&self, number: usize) -> &[Letter] {
        self.letters.get(self.range(number, |place| place.letters)).unwrap_or_default()
    }

    /// Puts the letters of a phrase, words marked, in the place of what `marked` holds.
    pub(crate) fn mark_words(&self, number: usize, marked: &mut Vec<Letter>) {
        marked.clear();
        marked.extend_from_slice(self.letters(number));
        let Some(starts) = self.starts.get(number) else { return };
        let mut known = starts.load(Ordering::Relaxed);
        if known == 0 {
            let text = self.text.get(self.range(number, |place| place.text)).unwrap_or_default();
            // What stands behind a gap is a word too, though a dictionary sees none (what's an is no what can).
            let pairs = self.letters(number).windows(2).zip(1..);
            let behind_gaps = pairs.filter(|(pair, _)| matches!(pair, [SPACE, next] if *next != SPACE));
            for place in word_starts(text).chain(behind_gaps.map(|(_, place)| place)) {
                if let Some(letter) = marked.get_mut(place) {
                    *letter |= WORD_START;
                }
                known |= u32::try_from(place).ok().and_then(|place| 1_u64.checked_shl(place)).unwrap_or(0);
            }
            // The bits are too few for longer phrases.
            if marked.len() <= u64::BITS as usize {
                starts.store(known, Ordering::Relaxed);
            }
            return;
        }
        while known != 0 {
            if let Some(letter) = marked.get_mut(known.trailing_zeros() as usize) {
                *letter |= WORD_START;
            }
            known &= known - 1;
        }
    }

    fn range(&self, number: usize, end: impl Fn(&Place) -> usize) -> Range<usize> {
        let start = number.checked_sub(1).and_then(|before| self.places.get(before)).map_or(0, &end);
        start..self.places.get(number).map_or(start, &end)
    }
}

/// The words of a pattern, whose first letters are marked, without the spaces between them.
pub(crate) fn words(pattern: &[Letter]) -> impl Iterator<Item = Range<usize>> + '_ {
    let starts = |letter: Letter| letter & WORD_START != 0;
    let mut at = 0;
    std::iter::from_fn(move || {
        let start = at + pattern.get(at..)?.iter().position(|&letter| starts(letter))?;
        let rest = pattern.get(start + 1..)?;
        let length = rest.iter().position(|&letter| starts(letter) || letter == SPACE);
        at = start + 1 + length.unwrap_or(rest.len());
        Some(start..at)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_marked_the_same_every_time() {
        let long = "เงินเดือนเท่าไหร่ ".repeat(8);
        let many: Vec<usize> = word_starts(long.trim()).collect();
        let texts: [(&str, &[usize]); 6] = [
            ("account manager", &[0, 8]),
            ("?!", &[]),
            ("เงินเดือน 5,000 บาท", &[0, 4, 10, 12, 16]),
            ("what's an", &[0, 5, 7]),
            (long.trim(), &many),
            ("", &[]),
        ];
        let mut phrases = Phrases::default();
        let added: Vec<(&str, &[usize])> =
            texts.into_iter().filter(|(text, _)| phrases.add(text).is_some()).collect();
        assert_eq!(added, [texts[0], texts[2], texts[3], texts[4]]);
        assert_eq!(phrases.len(), added.len());
        let mut marked = Vec::new();
        for _ in 0..2 {
            for (number, (text, expected)) in added.iter().enumerate() {
                phrases.mark_words(number, &mut marked);
                let starts = |(place, &letter): (usize, &Letter)| (letter & WORD_START != 0).then_some(place);
                let found: Vec<usize> = marked.iter().enumerate().filter_map(starts).collect();
                assert_eq!(&found, expected, "{text}");
                assert_eq!(marked.len(), text.chars().count());
            }
        }
        phrases.mark_words(added.len(), &mut marked);
        assert!(marked.is_empty());
    }
}
