//! Pairs of letters, by which the phrases are looked for that may stand in a text.

use super::alphabet::{self, Fold, Letter, SPACE, WORD_START};
use super::costs::{by_sound, weight};

/// Names lighter than this (about three letters) must be spelled exactly and stand alone: AM ~ AE means nothing.
pub(crate) const SHORT_WEIGHT: f32 = 3.5;

/// Calls `visit` with each pair of a text's folded letters, by their sound, and the place of its first letter in the text as it is.
/// Pairs survive one typo in a five-letter word; triples don't.
pub(crate) fn each_pair(letters: &[Letter], mut visit: impl FnMut(u32, usize)) {
    let mut last: Option<(Letter, usize)> = None;
    let mut fold = Fold::default();
    for (place, &letter) in letters.iter().enumerate() {
        if letter & !WORD_START == SPACE {
            continue;
        }
        let Some(letter) = fold.next(letter).map(by_sound) else { continue };
        if let Some((before, at)) = last {
            visit(alphabet::pair(before, letter), at);
        }
        last = Some((letter, place));
    }
}

/// Calls `visit` with each pair by which a phrase is looked for: none of a short one.
pub(crate) fn each_key(phrase: &[Letter], mut visit: impl FnMut(u32)) {
    if weight(phrase) >= SHORT_WEIGHT {
        each_pair(phrase, |pair, _| visit(pair));
    }
}
