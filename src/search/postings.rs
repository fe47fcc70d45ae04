//! Which texts hold which keys: compact posting lists, and the search through the rarest of them.
//!
//! A list holds differences of text numbers with two bits of how much the key weighs in the text, as variable-length
//! numbers: most postings take one byte. A search reads the lists of the rarest keys first and stops at a fixed number of
//! postings, so its time is bounded whatever is asked; the common keys that it leaves out add little.

use rayon::prelude::*;
use rustc_hash::{FxBuildHasher, FxHashMap};

use super::entries::{Entries, low_half};

/// Texts that are indexed by one thread at a time.
const PART: usize = 4096;

/// What the levels of a posting stand for: BM25's saturated term frequency.
const LEVELS: [f32; 4] = [0.7, 1.0, 1.35, 1.7];
const LEVEL_BITS: u32 = 2;

/// A key's list.
#[derive(Debug, Clone, Copy)]
struct List {
    start: u64,
    bytes: u32,
    holders: u32,
}

/// The posting lists of numbered texts.
#[derive(Debug, Default)]
pub(crate) struct Postings {
    lists: FxHashMap<u32, List>,
    bytes: Vec<u8>,
    texts: usize,
}

/// The lists of some texts in a row, sorted by key.
struct Part {
    lists: Vec<PartList>,
    bytes: Vec<u8>,
}

struct PartList {
    key: u32,
    first: u32,
    last: u32,
    holders: u32,
    /// Where its bytes begin; the first posting's number is counted from 0.
    start: usize,
    /// Where its second posting begins.
    rest: usize,
    end: usize,
}

impl Postings {
    /// Indexes texts by the keys that `keys` gives for each number, with how often: BM25's `saturation` and the text's
    /// `length` as a share of the average decide the levels. Uses every processor; the result does not depend on how many.
    pub(crate) fn new(
        texts: usize,
        saturated: impl Fn(usize, f32) -> f32 + Sync,
        keys: impl Fn(usize, &mut Vec<u32>) + Sync,
    ) -> Self {
        let starts: Vec<usize> = (0..texts).step_by(PART).collect();
        let parts: Vec<Part> = starts
            .into_par_iter()
            .map(|start| Part::new(start..texts.min(start + PART), &saturated, &keys))
            .collect();
        Self::join(&parts, texts)
    }

    /// Lists of the parts, one after the other, key by key.
    fn join(parts: &[Part], texts: usize) -> Self {
        let mut all = Self { texts, ..Self::default() };
        all.bytes.reserve_exact(parts.iter().map(|part| part.bytes.len()).sum());
        let mut order: Vec<(u32, usize, usize)> = parts
            .iter()
            .enumerate()
            .flat_map(|(part, lists)| {
                lists.lists.iter().enumerate().map(move |(place, list)| (list.key, part, place))
            })
            .collect();
        order.sort_unstable();
        let distinct = order.chunk_by(|a, b| a.0 == b.0).count();
        all.lists = FxHashMap::with_capacity_and_hasher(distinct, FxBuildHasher);
        for run in order.chunk_by(|a, b| a.0 == b.0) {
            let (start, mut holders, mut previous) = (all.bytes.len(), 0, 0);
            for &(_, number, place) in run {
                let Some((source, list)) =
                    parts.get(number).and_then(|part| Some((part, part.lists.get(place)?)))
                else {
                    continue;
                };
                let level = source.bytes.get(list.start).copied().unwrap_or(0) & ((1 << LEVEL_BITS) - 1);
                write(&mut all.bytes, list.first - previous, level);
                all.bytes.extend_from_slice(source.bytes.get(list.rest..list.end).unwrap_or_default());
                holders += list.holders;
                previous = list.last;
            }
            if let Some(&(key, ..)) = run.first() {
                let bytes = u32::try_from(all.bytes.len() - start).unwrap_or(u32::MAX);
                all.lists.insert(key, List { start: start as u64, bytes, holders });
            }
        }
        all
    }

    /// How many texts hold the key.
    pub(crate) fn holders(&self, key: u32) -> u32 {
        self.lists.get(&key).map_or(0, |list| list.holders)
    }

    /// Adds up the weights of the keys for every text, the rarest keys first, until `budget` postings are read.
    pub(crate) fn weigh(&self, keys: &[(u32, f32)], budget: usize) -> Vec<f32> {
        let mut found: Vec<(List, f32)> =
            keys.iter().filter_map(|(key, weight)| Some((*self.lists.get(key)?, *weight))).collect();
        found.sort_by(|a, b| a.0.holders.cmp(&b.0.holders).then(a.0.start.cmp(&b.0.start)));
        let mut weights = vec![0.0_f32; self.texts];
        let mut read = 0;
        for (list, weight) in found {
            read += list.holders as usize;
            if read > budget && read > list.holders as usize {
                break;
            }
            let levels = LEVELS.map(|level| level * weight);
            self.each(list, |text, level| {
                if let Some(sum) = weights.get_mut(text as usize) {
                    *sum += levels[level];
                }
            });
        }
        weights
    }

    /// What the keys of each text weigh together, added up in the order of the keys; `weight` is told how many texts hold one.
    pub(crate) fn totals(&self, weight: impl Fn(u32) -> f32) -> Vec<f32> {
        let mut lists: Vec<List> = self.lists.values().copied().collect();
        // The lists stand in the order of their keys.
        lists.sort_unstable_by_key(|list| list.start);
        let mut totals = vec![0.0_f32; self.texts];
        for list in lists {
            let weight = weight(list.holders);
            self.each(list, |text, _| {
                if let Some(total) = totals.get_mut(text as usize) {
                    *total += weight;
                }
            });
        }
        totals
    }

    fn each(&self, list: List, mut visit: impl FnMut(u32, usize)) {
        let start = usize::try_from(list.start).unwrap_or(usize::MAX);
        let bytes = self.bytes.get(start..start + list.bytes as usize).unwrap_or_default();
        let mut text = 0_u32;
        let mut bytes = bytes.iter();
        while let Some(&byte) = bytes.next() {
            let mut value = u64::from(byte & 0x7F);
            let (mut newest, mut shift) = (byte, 7);
            while newest & 0x80 != 0 {
                newest = bytes.next().copied().unwrap_or(0);
                value |= u64::from(newest & 0x7F) << shift;
                shift += 7;
            }
            text = text.wrapping_add(low_half(value >> LEVEL_BITS));
            visit(text, (value & ((1 << LEVEL_BITS) - 1)) as usize);
        }
    }

    /// Bytes held by the lists and their table.
    pub(crate) fn bytes(&self) -> usize {
        self.bytes.capacity() + self.lists.capacity() * (size_of::<(u32, List)>() + 1)
    }
}

impl Part {
    fn new(
        texts: std::ops::Range<usize>,
        saturated: &(impl Fn(usize, f32) -> f32 + Sync),
        keys: &(impl Fn(usize, &mut Vec<u32>) + Sync),
    ) -> Self {
        let entries = Entries::of(texts, keys);
        let mut part = Self { lists: Vec::new(), bytes: Vec::with_capacity(entries.len()) };
        for (key, texts) in entries.by_key() {
            let start = part.bytes.len();
            let (mut first, mut last, mut rest, mut holders) = (0, 0, start, 0);
            for (text, times) in texts {
                let weight = saturated(text as usize, times as f32);
                write(&mut part.bytes, text - last, level(weight));
                if holders == 0 {
                    (first, rest) = (text, part.bytes.len());
                }
                last = text;
                holders += 1;
            }
            part.lists.push(PartList { key, first, last, holders, start, rest, end: part.bytes.len() });
        }
        part
    }
}

/// The level that comes nearest to a weight.
fn level(weight: f32) -> u8 {
    let levels = LEVELS.windows(2).zip(1..);
    let reached = levels.take_while(|(pair, _)| weight > f32::midpoint(pair[0], pair[1]));
    reached.last().map_or(0, |(_, level)| level)
}

/// Appends a difference with its level, seven bits a byte, the lowest first.
fn write(bytes: &mut Vec<u8>, difference: u32, level: u8) {
    let mut value = u64::from(difference) << LEVEL_BITS | u64::from(level);
    while value >= 0x80 {
        bytes.push(value.to_le_bytes()[0] | 0x80);
        value >>= 7;
    }
    bytes.push(value.to_le_bytes()[0]);
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn lists_hold_what_was_put_in(
            texts in proptest::collection::vec(proptest::collection::vec(0_u32..40, 0..12), 0..60),
        ) {
            let postings = Postings::new(texts.len(), |_, _| 1.0, |number, keys| keys.extend(&texts[number]));
            for key in 0..40 {
                let holding = texts.iter().filter(|text| text.contains(&key)).count();
                prop_assert_eq!(postings.holders(key) as usize, holding);
                let weights = postings.weigh(&[(key, 2.0)], usize::MAX);
                for (weight, text) in weights.iter().zip(&texts) {
                    prop_assert_eq!(*weight > 0.0, text.contains(&key));
                }
            }
        }
    }

    #[test]
    fn parts_join_into_one_list() {
        let postings = Postings::new(
            3 * PART + 5,
            |_, _| 1.0,
            |number, keys| {
                if number % 1000 == 0 {
                    keys.push(7);
                }
            },
        );
        let weights = postings.weigh(&[(7, 1.0)], usize::MAX);
        let found: Vec<usize> = (0..weights.len()).filter(|&number| weights[number] > 0.0).collect();
        assert_eq!(found, (0..=3 * PART).step_by(1000).collect::<Vec<_>>());
    }

    #[test]
    fn the_rarest_lists_are_read_within_the_budget() {
        let postings = Postings::new(
            100,
            |_, _| 1.0,
            |number, keys| {
                keys.push(1);
                if number == 42 {
                    keys.push(2);
                }
            },
        );
        let weights = postings.weigh(&[(1, 1.0), (2, 1.0)], 50);
        assert_eq!(weights.iter().filter(|weight| **weight > 0.0).count(), 1);
    }
}
