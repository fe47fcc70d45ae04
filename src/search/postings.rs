//! Which texts hold which keys: compact posting lists, and the search through the rarest of them.
//!
//! A list holds, for each block of texts, the numbers of texts in the block with two bits of how much the key weighs in the
//! text: two bytes a posting, which are read faster than the one byte and a half that differences of variable length take.
//! A search reads the lists of the rarest keys first and stops at a fixed number of postings, so its time is bounded
//! whatever is asked; the common keys that it leaves out add little.

use rayon::prelude::*;
use rustc_hash::{FxBuildHasher, FxHashMap};

use super::entries::{Entries, MAX_TEXTS};

/// Texts that are indexed by one thread at a time; so many parts make a block.
const PART: usize = MAX_TEXTS;
const PARTS: usize = BLOCK / PART;

/// What the levels of a posting stand for: BM25's saturated term frequency.
const LEVELS: [f32; 4] = [0.7, 1.0, 1.35, 1.7];
const LEVEL_BITS: u32 = 2;

/// Texts whose numbers in their block fit into a posting beside the level.
const BLOCK: usize = 1 << (u16::BITS - LEVEL_BITS);

/// A key's list.
#[derive(Debug, Clone, Copy, PartialEq)]
struct List {
    start: u64,
    /// How many numbers it takes, heads of blocks among them.
    length: u32,
    holders: u32,
}

/// The posting lists of numbered texts.
#[derive(Debug, Default, PartialEq)]
pub(crate) struct Postings {
    lists: FxHashMap<u32, List>,
    /// For each block of a list its number, how many postings it has less one, and these.
    numbers: Vec<u16>,
    texts: usize,
}

/// The lists of some texts in a row, sorted by key.
struct Part {
    lists: Vec<PartList>,
    postings: Vec<u16>,
}

struct PartList {
    key: u32,
    /// Where its postings are.
    postings: std::ops::Range<usize>,
}

impl Postings {
    /// Indexes texts by the keys that `keys` gives for each number, with how often: BM25's `saturation` and the text's
    /// `length` as a share of the average decide the levels. There are about `expected` keys in all. Uses every
    /// processor; the result does not depend on how many.
    pub(crate) fn new(
        texts: usize,
        expected: usize,
        saturated: impl Fn(usize, f32) -> f32 + Sync,
        keys: impl Fn(usize, &mut Vec<u32>) + Sync,
    ) -> Self {
        let starts: Vec<usize> = (0..texts).step_by(PART).collect();
        let parts: Vec<Part> = starts
            .into_par_iter()
            .map(|start| start..texts.min(start + PART))
            .map(|part| Part::new(part.clone(), expected * part.len() / texts, &saturated, &keys))
            .collect();
        Self::join(&parts, texts)
    }

    /// Lists that `build.rs` wrote down: how many texts there are, then each key in order with how many texts hold it and their
    /// numbers, which count two bytes, all others four, the lowest first. Every one of them weighs 1.
    pub(crate) fn written(bytes: &[u8]) -> Self {
        let four = |bytes: &[u8]| bytes.first_chunk().map_or(0, |four| u32::from_le_bytes(*four));
        let two = |bytes: &[u8; 2]| usize::from(u16::from_le_bytes(*bytes));
        let (texts, mut rest) = bytes.split_at_checked(4).unwrap_or_default();
        let mut all = Self { texts: four(texts) as usize, ..Self::default() };
        all.numbers.reserve(bytes.len() / 2);
        while let Some((head, lists)) = rest.split_at_checked(8) {
            let (key, holders) = (four(head), four(head.get(4..).unwrap_or_default()));
            let (numbers, next) = lists.split_at(lists.len().min(2 * holders as usize));
            let start = all.numbers.len();
            let (numbers, _) = numbers.as_chunks::<2>();
            for block in numbers.chunk_by(|a, b| two(a) / BLOCK == two(b) / BLOCK) {
                let number = block.first().map_or(0, |first| two(first) / BLOCK);
                let short = |number: usize| u16::try_from(number).unwrap_or(u16::MAX);
                all.numbers.extend([short(number), short(block.len() - 1)]);
                let level = level(1.0);
                all.numbers.extend(block.iter().map(|text| posting(two(text), level)));
            }
            let length = u32::try_from(all.numbers.len() - start).unwrap_or(u32::MAX);
            all.lists.insert(key, List { start: start as u64, length, holders });
            rest = next;
        }
        all
    }

    /// Lists of the parts, one after the other, key by key.
    fn join(parts: &[Part], texts: usize) -> Self {
        let mut all = Self { texts, ..Self::default() };
        let mut order: Vec<(u32, usize, usize)> = parts
            .iter()
            .enumerate()
            .flat_map(|(part, lists)| {
                lists.lists.iter().enumerate().map(move |(place, list)| (list.key, part, place))
            })
            .collect();
        #[expect(
            clippy::stable_sort_primitive,
            reason = "makes use of the order that each part has already"
        )]
        order.sort();
        let distinct = order.chunk_by(|a, b| a.0 == b.0).count();
        all.lists = FxHashMap::with_capacity_and_hasher(distinct, FxBuildHasher);
        let block = |&(key, part, _): &(u32, usize, usize)| (key, part / PARTS);
        let blocks = order.chunk_by(|a, b| block(a) == block(b)).count();
        let postings: usize = parts.iter().map(|part| part.postings.len()).sum();
        all.numbers.reserve_exact(postings + 2 * blocks);
        for run in order.chunk_by(|a, b| a.0 == b.0) {
            let (start, mut holders) = (all.numbers.len(), 0);
            for run in run.chunk_by(|a, b| block(a) == block(b)) {
                let Some(&(_, first, _)) = run.first() else { continue };
                let number = u16::try_from(first / PARTS).unwrap_or(u16::MAX);
                let head = all.numbers.len();
                all.numbers.extend([number, 0]);
                for &(_, number, place) in run {
                    let Some((part, list)) =
                        parts.get(number).and_then(|part| Some((part, part.lists.get(place)?)))
                    else {
                        continue;
                    };
                    all.numbers
                        .extend_from_slice(part.postings.get(list.postings.clone()).unwrap_or_default());
                }
                let count = all.numbers.len() - head - 2;
                holders += count;
                if let Some(place) = all.numbers.get_mut(head + 1) {
                    *place = u16::try_from(count.saturating_sub(1)).unwrap_or(u16::MAX);
                }
            }
            if let Some(&(key, ..)) = run.first() {
                let length = u32::try_from(all.numbers.len() - start).unwrap_or(u32::MAX);
                let holders = u32::try_from(holders).unwrap_or(u32::MAX);
                all.lists.insert(key, List { start: start as u64, length, holders });
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
        self.add_up(keys.iter().filter_map(|(key, weight)| Some((*self.lists.get(key)?, *weight))), budget)
    }

    /// The same of different keys that weigh by how many texts hold them.
    pub(crate) fn weigh_by(
        &self,
        keys: impl Iterator<Item = u32>,
        weight: impl Fn(u32) -> f32,
        budget: usize,
    ) -> Vec<f32> {
        let lists = keys.filter_map(|key| self.lists.get(&key));
        self.add_up(lists.map(|list| (*list, weight(list.holders))), budget)
    }

    /// Adds up lists with what their keys weigh.
    fn add_up(&self, lists: impl Iterator<Item = (List, f32)>, budget: usize) -> Vec<f32> {
        let mut found: Vec<(List, f32)> = lists.collect();
        found.sort_unstable_by_key(|(list, _)| (list.holders, list.start));
        let mut weights = vec![0.0_f32; self.texts];
        let mut read = 0;
        for (list, weight) in found {
            read += list.holders as usize;
            if read > budget && read > list.holders as usize {
                break;
            }
            self.add(list, LEVELS.map(|level| level * weight), &mut weights);
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
            self.add(list, [weight(list.holders); LEVELS.len()], &mut totals);
        }
        totals
    }

    /// Adds to the sum of every text in a list what its level weighs.
    fn add(&self, list: List, levels: [f32; LEVELS.len()], sums: &mut [f32]) {
        let start = usize::try_from(list.start).unwrap_or(usize::MAX);
        let mut numbers = self.numbers.get(start..start + list.length as usize).unwrap_or_default();
        while let [block, last, rest @ ..] = numbers {
            let (postings, next) = rest.split_at((usize::from(*last) + 1).min(rest.len()));
            let sums = sums.get_mut(usize::from(*block) * BLOCK..).unwrap_or_default();
            for &posting in postings {
                if let Some(sum) = sums.get_mut(usize::from(posting >> LEVEL_BITS)) {
                    *sum += levels[usize::from(posting) % LEVELS.len()];
                }
            }
            numbers = next;
        }
    }

    /// Bytes held by the lists and their table.
    pub(crate) fn bytes(&self) -> usize {
        size_of::<u16>() * self.numbers.capacity() + self.lists.capacity() * (size_of::<(u32, List)>() + 1)
    }
}

impl Part {
    fn new(
        texts: std::ops::Range<usize>,
        expected: usize,
        saturated: &(impl Fn(usize, f32) -> f32 + Sync),
        keys: &(impl Fn(usize, &mut Vec<u32>) + Sync),
    ) -> Self {
        let start = texts.start;
        let entries = Entries::of(texts, expected, keys);
        let mut part = Self { lists: Vec::new(), postings: Vec::with_capacity(entries.len()) };
        for (key, place, times) in entries.counted() {
            let end = part.postings.len();
            let text = start + place;
            part.postings.push(posting(text, level(saturated(text, times as f32))));
            match part.lists.last_mut() {
                Some(list) if list.key == key => list.postings.end = end + 1,
                _ => part.lists.push(PartList { key, postings: end..end + 1 }),
            }
        }
        part
    }
}

/// The level that comes nearest to a weight.
fn level(weight: f32) -> u16 {
    let levels = LEVELS.windows(2).zip(1..);
    let reached = levels.take_while(|(pair, _)| weight > f32::midpoint(pair[0], pair[1]));
    reached.last().map_or(0, |(_, level)| level)
}

/// The number of a text in its block, with a level.
fn posting(text: usize, level: u16) -> u16 {
    u16::try_from(text % BLOCK).unwrap_or_default() << LEVEL_BITS | level
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
            let postings = Postings::new(texts.len(), 7, |_, _| 1.0, |number, keys| keys.extend(&texts[number]));
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
            3 * BLOCK + 5,
            0,
            |_, _| 1.0,
            |number, keys| {
                if number % 1000 == 0 {
                    keys.push(7);
                }
            },
        );
        let weights = postings.weigh(&[(7, 1.0)], usize::MAX);
        let found: Vec<usize> = (0..weights.len()).filter(|&number| weights[number] > 0.0).collect();
        assert_eq!(found, (0..=3 * BLOCK).step_by(1000).collect::<Vec<_>>());
    }

    #[test]
    fn the_rarest_lists_are_read_within_the_budget() {
        let postings = Postings::new(
            100,
            101,
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
