//! Which text holds the question's pieces with the fewest mistakes: approximate matching of short runs of letters.
//!
//! An n-gram with a typo in it is lost, or worse, found in a text by chance. A piece of six letters with one wrong is still
//! found where it stands, and how much that says is measured: the fewer of the candidates hold it as well, the more.
//! Myers' bit-parallel algorithm (1999) for eight pieces in one machine word.

use super::letters::{ALPHABET, Letter, WORD_START};

/// Letters of a piece.
const PIECE: usize = 6;
/// Each piece begins so many letters after the one before.
const STEP: usize = 2;
/// Pieces in a machine word, a byte each …
const LANES: usize = 8;
/// … and words that go through a text together, so that the processor need not wait for one after the other.
const WORDS: usize = 4;
/// Of longer questions only the first so many pieces are looked for, which bounds the time.
const MAX_PIECES: usize = 96;

/// One in every byte.
const ONES: u64 = 0x0101_0101_0101_0101;
/// The highest bit of every byte.
const HIGH: u64 = 0x8080_8080_8080_8080;
/// The bits of a piece in every byte; the bits above catch the carry of the addition.
const MASK: u64 = ONES * ((1 << PIECE) - 1);

/// For each text, how much its best matches of the question's pieces say, summed over the pieces.
pub(crate) fn surprise(question: &[Letter], texts: &[&[Letter]]) -> Vec<f32> {
    let groups = groups(question);
    let costs: Vec<Vec<[u64; WORDS]>> =
        texts.iter().map(|text| groups.iter().map(|group| group.costs(text)).collect()).collect();
    let mut sums = vec![0.0; texts.len()];
    for (number, group) in groups.iter().enumerate() {
        for lane in 0..group.pieces {
            let cost = |text: &Vec<[u64; WORDS]>| {
                let word = text.get(number).and_then(|costs| costs.get(lane / LANES));
                word.map_or(PIECE, |costs| usize::from(costs.to_le_bytes()[lane % LANES])).min(PIECE)
            };
            let mut as_good = [0_u16; PIECE + 1];
            for text in &costs {
                for count in as_good.iter_mut().skip(cost(text)) {
                    *count += 1;
                }
            }
            for (sum, text) in sums.iter_mut().zip(&costs) {
                let holding = as_good.get(cost(text)).copied().unwrap_or(0);
                *sum += ((texts.len() as f32 + 1.0) / (f32::from(holding) + 0.5)).ln().max(0.0);
            }
        }
    }
    sums
}

/// As many pieces as go through a text together, or fewer.
struct Group {
    pieces: usize,
    /// For each letter, where the pieces have it.
    places: [[u64; WORDS]; ALPHABET],
}

fn groups(question: &[Letter]) -> Vec<Group> {
    let windows: Vec<&[Letter]> = question.windows(PIECE).step_by(STEP).take(MAX_PIECES).collect();
    windows
        .chunks(LANES * WORDS)
        .map(|pieces| {
            let mut places = [[0; WORDS]; ALPHABET];
            for (lane, piece) in pieces.iter().enumerate() {
                for (place, letter) in piece.iter().enumerate() {
                    if let Some(words) = places.get_mut(usize::from(*letter)) {
                        words[lane / LANES] |= 1 << (lane % LANES * 8 + place);
                    }
                }
            }
            Group { pieces: pieces.len(), places }
        })
        .collect()
}

impl Group {
    /// The edits that each piece needs to be found in a text, one a byte.
    fn costs(&self, text: &[Letter]) -> [u64; WORDS] {
        let mut columns = [Column::default(); WORDS];
        for &letter in text {
            for (column, equal) in columns.iter_mut().zip(self.places[usize::from(letter & !WORD_START)]) {
                column.next(equal);
            }
        }
        columns.map(|column| column.best)
    }
}

/// Where eight pieces have come to in a text.
#[derive(Clone, Copy)]
struct Column {
    positive: u64,
    negative: u64,
    score: u64,
    best: u64,
}

impl Default for Column {
    fn default() -> Self {
        let score = ONES * PIECE as u64;
        Self { positive: MASK, negative: 0, score, best: score }
    }
}

impl Column {
    /// Goes on to the next letter, which the pieces have at the places `equal`.
    fn next(&mut self, equal: u64) {
        let Self { positive, negative, score, best } = *self;
        let vertical = equal | negative;
        let horizontal = ((((equal & positive) + positive) ^ positive) | equal) & MASK;
        let up = (negative | !(horizontal | positive)) & MASK;
        let down = positive & horizontal;
        let score = score + ((up >> (PIECE - 1)) & ONES) - ((down >> (PIECE - 1)) & ONES);
        let (up, down) = ((up << 1) & MASK, (down << 1) & MASK);
        *self = Self {
            positive: (down | !(vertical | up)) & MASK,
            negative: up & vertical,
            score,
            best: least(best, score),
        };
    }
}

/// The smaller of each byte; all are below 128.
fn least(a: u64, b: u64) -> u64 {
    let a_is_larger = ((a | HIGH) - b) & HIGH;
    // A full byte where b is to be taken; where both are equal either will do.
    let take_b = (a_is_larger >> 7) * 0xFF;
    (b & take_b) | (a & !take_b)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::search::letters::spelled;

    /// Edits between the piece and the part of the text that it fits best, by the plain dynamic programme.
    fn edits(piece: &[Letter], text: &[Letter]) -> usize {
        let mut column: Vec<usize> = (0..=piece.len()).collect();
        let mut best = piece.len();
        for &letter in text {
            let mut diagonal = 0;
            for row in 1..=piece.len() {
                let replaced = diagonal + usize::from(piece[row - 1] != letter & !WORD_START);
                diagonal = column[row];
                column[row] = replaced.min(column[row] + 1).min(column[row - 1] + 1);
            }
            best = best.min(column[piece.len()]);
        }
        best
    }

    proptest! {
        #[test]
        fn costs_are_edit_distances(question in "[ก-ง ]{6,150}", text in "[ก-ง ]{0,60}") {
            let letters = |text: &str| spelled(text).iter().map(|letter| letter & !WORD_START).collect::<Vec<_>>();
            let (question, text) = (letters(&question), letters(&text));
            let pieces: Vec<&[Letter]> = question.windows(PIECE).step_by(STEP).collect();
            let groups = groups(&question);
            for (number, piece) in pieces.iter().enumerate() {
                let costs = groups[number / (LANES * WORDS)].costs(&text)[number / LANES % WORDS];
                prop_assert_eq!(usize::from(costs.to_le_bytes()[number % LANES]), edits(piece, &text));
            }
        }
    }

    #[test]
    fn the_text_that_holds_the_pieces_stands_out() {
        let texts: Vec<Vec<Letter>> = ["เงินเดือนของนักบัญชี", "วันหยุดของพยาบาล", "เงินเดือนของพยาบาล"]
            .iter()
            .map(|text| spelled(text))
            .collect();
        let texts: Vec<&[Letter]> = texts.iter().map(Vec::as_slice).collect();
        let sums = surprise(&spelled("เงินเดอืนพยบาล"), &texts);
        assert!(sums[2] > sums[0] && sums[2] > sums[1], "{sums:?}");
        assert_eq!(surprise(&[], &texts), [0.0; 3]);
    }
}
