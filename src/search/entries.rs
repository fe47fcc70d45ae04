//! Which keys occur in which texts, in the order of the keys: what the lists of an index are made from.

use std::ops::Range;

/// A key in the upper bits and, in the lower, the text that holds it, as often as the text does: counted from the first of
/// the texts. Half the memory of two numbers, which takes half the time to fill and to sort. Invariant: sorted.
#[derive(Debug, Default)]
pub(crate) struct Entries(Vec<u32>);

/// Bits of a key: those of an n-gram.
const KEY_BITS: u32 = 21;
/// Bits of a text's number.
const TEXT_BITS: u32 = u32::BITS - KEY_BITS;
/// So many texts have entries together at most.
pub(crate) const MAX_TEXTS: usize = 1 << TEXT_BITS;

/// Bits by which entries are sorted at a time: keys take two rounds.
const DIGIT_BITS: u32 = 11;
const DIGITS: usize = 1 << DIGIT_BITS;

impl Entries {
    /// The keys of at most 21 bits that `keys` gives for each of at most [`MAX_TEXTS`] texts, about `expected` of them.
    pub(crate) fn of(texts: Range<usize>, expected: usize, keys: impl Fn(usize, &mut Vec<u32>)) -> Self {
        let mut entries = Vec::with_capacity(expected);
        for (place, text) in (0..).zip(texts) {
            let start = entries.len();
            keys(text, &mut entries);
            for key in entries.get_mut(start..).unwrap_or_default() {
                *key = *key << TEXT_BITS | place;
            }
        }
        Self(sorted(entries))
    }

    /// How many there are.
    pub(crate) fn len(&self) -> usize {
        self.0.len()
    }

    /// Every key with each place of a text that holds it, and how often it does.
    pub(crate) fn counted(&self) -> impl Iterator<Item = (u32, usize, usize)> {
        self.0.chunk_by(|a, b| a == b).filter_map(|same| {
            let &entry = same.first()?;
            Some((entry >> TEXT_BITS, entry as usize % MAX_TEXTS, same.len()))
        })
    }
}

/// Entries by key, of which the texts are in order already: digit by digit, which takes a fraction of the time of comparing.
fn sorted(mut entries: Vec<u32>) -> Vec<u32> {
    let mut target = vec![0; entries.len()];
    let mut shift = TEXT_BITS;
    while shift < u32::BITS {
        let digit = |entry: u32| (entry >> shift) as usize % DIGITS;
        let mut places = [0_usize; DIGITS];
        for &entry in &entries {
            places[digit(entry)] += 1;
        }
        let mut before = 0;
        for place in &mut places {
            before += std::mem::replace(place, before);
        }
        for &entry in &entries {
            let place = &mut places[digit(entry)];
            target[*place] = entry;
            *place += 1;
        }
        std::mem::swap(&mut entries, &mut target);
        shift += DIGIT_BITS;
    }
    entries
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn entries_are_in_order_and_counted(
            texts in proptest::collection::vec(
                proptest::collection::vec(prop_oneof![0_u32..9, 0..1_u32 << KEY_BITS], 0..12),
                0..40,
            ),
        ) {
            let entries = Entries::of(0..texts.len(), 7, |text, keys| keys.extend(&texts[text]));
            let mut expected: Vec<(u32, usize)> = Vec::new();
            for (text, keys) in texts.iter().enumerate() {
                expected.extend(keys.iter().map(|&key| (key, text)));
            }
            expected.sort_unstable();
            let found: Vec<(u32, usize)> = entries
                .counted()
                .flat_map(|(key, text, times)| std::iter::repeat_n((key, text), times))
                .collect();
            prop_assert_eq!(found, expected);
        }
    }
}
