//! A row of the alignment's table, step by step: each step goes over the whole row, so that the processor takes several letters
//! at a time and waits for the one before in the last step alone.

use super::costs::{COSTS, Cost, plain};
use super::letters::{ALPHABET, Letter};

/// For each letter which others stand right after it somewhere in a text, a bit each.
#[derive(Debug)]
pub(super) struct Neighbours([u128; ALPHABET]);

impl Neighbours {
    /// Of a text.
    pub(super) fn of(text: &[Letter]) -> Self {
        let mut after = [0; ALPHABET];
        for two in text.windows(2) {
            after[usize::from(plain(two[0]))] |= 1 << plain(two[1]);
        }
        Self(after)
    }

    /// Whether one letter stands somewhere right before the other.
    pub(super) fn has(&self, first: Letter, second: Letter) -> bool {
        self.0[usize::from(plain(first))] >> plain(second) & 1 == 1
    }
}

/// What it costs that two letters were swapped.
pub(super) fn swap(one: Letter, other: Letter) -> Cost {
    COSTS.weight(one).max(COSTS.weight(other))
}

/// The first step of a row of the table: the pattern's letter is read in each letter of the text, or missing.
pub(super) fn replace_or_miss(
    row: &mut [Cost],
    above: &[Cost],
    text: &[Letter],
    costs: &[Cost; ALPHABET],
    weight: Cost,
) {
    let diagonals = above.iter().zip(above.iter().skip(1));
    for ((cell, (diagonal, up)), &typed) in row.iter_mut().zip(diagonals).zip(text) {
        *cell = (diagonal + costs[usize::from(plain(typed))]).min(up + weight);
    }
}

/// The second: the letter and the one before it, which the text has somewhere the other way round. `before` is the row two
/// letters ago.
pub(super) fn swap_two(
    row: &mut [Cost],
    before: &[Cost],
    text: &[Letter],
    (meant, earlier): (Letter, Letter),
) {
    if meant == earlier {
        return;
    }
    let cost = swap(meant, earlier);
    for ((two, before), cell) in text.windows(2).zip(before).zip(row.iter_mut().skip(1)) {
        if plain(two[0]) == meant && plain(two[1]) == earlier {
            *cell = (*cell).min(before + cost);
        }
    }
}

/// The last: the text has letters more, each of which costs its extra; the least cost of the row.
pub(super) fn add(row: &mut [Cost], first: Cost, extras: &[Cost]) -> Cost {
    let (mut left, mut least) = (first, first);
    for (cell, extra) in row.iter_mut().zip(extras) {
        left = (left + extra).min(*cell);
        *cell = left;
        least = least.min(left);
    }
    least
}
