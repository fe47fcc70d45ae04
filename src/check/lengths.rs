//! Sections that one reply cannot hold, with the place where they would be cut. Owns no limit: the edge tells it.

use super::Basis;
use super::sheet::Sheet;
use crate::knowledge::{Level, Problem, Section};
use crate::reply::cut::cut;
use crate::reply::fill;

const RULE: &str = "too-long";
/// So many characters before the cut are looked for in the Markdown.
const ENDING: usize = 16;

/// Whether a section needs more than one reply.
pub(crate) fn check(sheet: &Sheet<'_>, section: &Section, basis: &Basis) -> Option<Problem> {
    let (shown, budget) = (basis.reply_room)(&section.text);
    if budget.holds(&shown) {
        return None;
    }
    let wording = basis.wording;
    let whole = shown.chars().count();
    let head = cut(&shown, budget).head;
    // The same words in the Markdown, which has marks that are not shown.
    let kept = head.trim_end_matches('…').trim_end();
    let ending = kept.char_indices().rev().nth(ENDING - 1).map_or(0, |(at, _)| at);
    let ending = kept.get(ending..).unwrap_or_default().trim();
    let around = kept.len().min(section.text.len());
    let place = match nearest(&section.text, ending, around) {
        Some(at) => sheet.within(section, &(at..at + ending.len())),
        None => sheet.heading(section),
    };
    let what = fill(wording.too_long, &[section.id.as_str(), &whole.to_string(), ending]);
    let most = fill(wording.too_long_mend, &[&budget.characters.to_string()]);
    Some(sheet.problem((Level::Warning, RULE), place, what, most))
}

/// The place of a text that is nearest to where it is expected.
fn nearest(text: &str, needle: &str, expected: usize) -> Option<usize> {
    let places = text.match_indices(needle).map(|(at, _)| at);
    places.filter(|_| !needle.is_empty()).min_by_key(|at| at.abs_diff(expected))
}
