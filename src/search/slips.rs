//! What is asked in so few letters that a slip leaves nothing to find it by: "AE สกีล", "AM wdh". Beside a name and nothing else it is
//! what it is nearly.

use std::ops::Range;

use super::names::Catalogue;
use super::query::Query;
use super::reading::{Reading, put_between};
use crate::text::script::is_word;

/// Longer phrases are found by their pairs of letters.
const MOST_LETTERS: usize = 10;
const FEWEST_LETTERS: usize = 2;
/// How sure it is that the phrase is meant: sure enough for an offer.
const CERTAINTY: f32 = 0.85;

/// The question with what it asks spelled right, where that is all that stands beside a name.
pub(crate) fn without_slip(query: &Query, catalogue: &Catalogue) -> Option<Reading> {
    let exact = |closeness: f32, left_out: f32| closeness >= 1.0 && left_out <= 0.0;
    let named = query.subjects.first().filter(|hit| exact(hit.spot.closeness, hit.spot.left_out))?;
    if !query.facets.is_empty() {
        return None;
    }
    let characters = &query.scene.characters;
    let sides = [0..named.spot.span.start, named.spot.span.end..characters.len()];
    let [before, behind] =
        sides.map(|side| within(side, |place| characters.get(place).is_some_and(|&c| is_word(c))));
    let side = match (before, behind) {
        (Some(side), None) | (None, Some(side)) => side,
        _ => return None,
    };
    let spoken = within(side.clone(), |place| {
        !query.is_cue(place) && characters.get(place).is_some_and(|&c| is_word(c))
    });
    let parts = [Some(side), spoken].into_iter().flatten();
    let mut parts = parts.filter(|part| (FEWEST_LETTERS..=MOST_LETTERS).contains(&part.len()));
    let (part, phrase) =
        parts.find_map(|part| Some((part.clone(), catalogue.slipped_phrase(&query.scene, &part)?)))?;
    let text = |range: Range<usize>| characters.get(range).unwrap_or_default().iter().collect::<String>();
    let text = put_between(&text(0..part.start), &phrase, &text(part.end..characters.len()));
    Some(Reading { text, reason: "a slip in what is asked", certainty: CERTAINTY, doubtful: false })
}

/// From the first to the last place of a range that is wanted.
fn within(range: Range<usize>, wanted: impl Fn(usize) -> bool) -> Option<Range<usize>> {
    let first = range.clone().find(|&place| wanted(place))?;
    let last = range.rev().find(|&place| wanted(place))?;
    Some(first..last + 1)
}
