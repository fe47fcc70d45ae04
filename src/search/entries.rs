//! Which keys occur in which texts, in the order of the keys: what lists and counts of an index are made from.

use std::ops::Range;

/// A key in the upper half and the text that holds it in the lower, as often as the text does. Invariant: sorted.
#[derive(Debug, Default)]
pub(crate) struct Entries(Vec<u64>);

/// Bits by which entries are sorted at a time: the n-grams' 21 take two rounds.
const DIGIT_BITS: u32 = 11;
const DIGITS: usize = 1 << DIGIT_BITS;

impl Entries {
    /// The keys that `keys` gives for each of the texts.
    pub(crate) fn of(texts: Range<usize>, keys: impl Fn(usize, &mut Vec<u32>)) -> Self {
        let (mut entries, mut own) = (Vec::new(), Vec::new());
        for text in texts {
            own.clear();
            keys(text, &mut own);
            entries.extend(own.iter().map(|&key| u64::from(key) << 32 | text as u64));
        }
        Self(sorted(entries))
    }

    /// How many there are.
    pub(crate) fn len(&self) -> usize {
        self.0.len()
    }

    /// Every key with how many texts hold it.
    pub(crate) fn holders(&self) -> Vec<(u32, u32)> {
        let mut holders: Vec<(u32, u32)> = Vec::new();
        let mut last = None;
        for &entry in &self.0 {
            if last == Some(entry) {
                continue;
            }
            last = Some(entry);
            let key = low_half(entry >> 32);
            match holders.last_mut() {
                Some((known, count)) if *known == key => *count += 1,
                _ => holders.push((key, 1)),
            }
        }
        holders
    }

    /// Every key with the texts that hold it, and how often each does.
    pub(crate) fn by_key(&self) -> impl Iterator<Item = (u32, impl Iterator<Item = (u32, usize)>)> {
        self.0.chunk_by(|a, b| a >> 32 == b >> 32).filter_map(|entries| {
            let texts = entries.chunk_by(|a, b| a == b);
            let texts = texts.filter_map(|same| Some((low_half(*same.first()?), same.len())));
            Some((low_half(entries.first()? >> 32), texts))
        })
    }
}

/// Entries by key, of which the texts are in order already: digit by digit, which takes a fraction of the time of comparing.
fn sorted(mut entries: Vec<u64>) -> Vec<u64> {
    let highest = entries.iter().max().map_or(0, |entry| entry >> 32);
    let mut target = vec![0; entries.len()];
    let mut shift = 0;
    while shift < 32 && highest >> shift > 0 {
        let digit = |entry: u64| low_half(entry >> (32 + shift)) as usize % DIGITS;
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

/// The lower 32 bits.
fn low_half(value: u64) -> u32 {
    let [a, b, c, d, ..] = value.to_le_bytes();
    u32::from_le_bytes([a, b, c, d])
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn entries_are_in_order_and_counted(
            texts in proptest::collection::vec(
                proptest::collection::vec(prop_oneof![0_u32..9, any::<u32>()], 0..12),
                0..40,
            ),
        ) {
            let entries = Entries::of(0..texts.len(), |text, keys| keys.extend(&texts[text]));
            let mut expected: Vec<(u32, usize)> = Vec::new();
            for (text, keys) in texts.iter().enumerate() {
                expected.extend(keys.iter().map(|&key| (key, text)));
            }
            expected.sort_unstable();
            let holders: Vec<(u32, u32)> = entries
                .by_key()
                .map(|(key, texts)| (key, u32::try_from(texts.count()).unwrap_or(0)))
                .collect();
            prop_assert_eq!(entries.holders(), holders);
            let found: Vec<(u32, usize)> = entries
                .by_key()
                .flat_map(|(key, texts)| {
                    texts.flat_map(move |(text, times)| std::iter::repeat_n((key, text as usize), times))
                })
                .collect();
            prop_assert_eq!(found, expected);
        }
    }
}
