//! Text that was typed in the other keyboard layout, as a whole or in part.

use std::ops::Range;

use super::names::Catalogue;
use crate::text::keyboard::{to_latin, to_thai};
use crate::text::script::is_thai;

/// Runs of so many digits are numbers: no Thai word is typed with four digit keys in a row.
const NUMBER_DIGITS: usize = 4;

/// A word is switched by itself when that makes so much more of it familiar.
const WORD_GAIN: f32 = 0.3;

/// The whole text on the other keyboard.
pub(super) fn whole(raw: &str) -> Option<String> {
    let thai = raw.chars().filter(|&c| is_thai(c)).count();
    let other = raw.chars().filter(|&c| c.is_ascii_graphic()).count();
    let switched = switch(raw, thai <= other);
    (switched != raw).then_some(switched)
}

/// A text of which some words were switched to the other keyboard.
#[derive(Debug, Default)]
pub(super) struct Switched {
    /// `None` when there were none.
    pub(super) text: Option<String>,
    /// Whether a word was switched that names do not hold, so that it may be gibberish on both keyboards.
    pub(super) doubtful: bool,
}

/// Only the words that look more familiar on the other keyboard, or that names hold: part of the text was typed before the
/// switch. A word is also cut where it goes from one script to the other, and around a name that was meant as typed.
pub(super) fn in_part(raw: &str, catalogue: &Catalogue, familiarity: impl Fn(&str) -> f32) -> Switched {
    let mut doubtful = false;
    let mut switched_alone = |word: &str| {
        let switched = switch_word(word, !word.chars().any(is_thai));
        let known = word.chars().any(is_thai) && catalogue.latin().stands_alone(&switched.to_lowercase());
        let better = known || familiarity(&switched) >= familiarity(word) + WORD_GAIN;
        doubtful |= better && !known;
        better.then_some(switched)
    };
    let mut words: Vec<String> = Vec::new();
    for word in raw.split(' ') {
        let pieces = pieces(word, catalogue);
        let whole = if pieces.iter().any(|piece| piece.meant) { None } else { switched_alone(word) };
        words.push(whole.unwrap_or_else(|| {
            let mut said = String::with_capacity(word.len());
            for piece in &pieces {
                let switched = if piece.meant { None } else { switched_alone(piece.text) };
                said.push_str(switched.as_deref().unwrap_or(piece.text));
            }
            said
        }));
    }
    let text = words.join(" ");
    Switched { text: (text != raw).then_some(text), doubtful }
}

/// A part of a word that may have been typed in another layout than the rest.
struct Piece<'a> {
    text: &'a str,
    /// Whether it is a name that was meant as typed.
    meant: bool,
}

/// A word cut between Thai and other letters, and around an abbreviation in capitals or a word of a Latin name.
fn pieces<'a>(word: &'a str, catalogue: &Catalogue) -> Vec<Piece<'a>> {
    let mut pieces = Vec::new();
    let mut start = 0;
    let ends = word
        .char_indices()
        .zip(word.chars().skip(1))
        .filter(|((_, a), b)| is_thai(*a) != is_thai(*b))
        .map(|((offset, a), _)| offset + a.len_utf8())
        .chain([word.len()]);
    for end in ends {
        let Some(text) = word.get(start..end) else { break };
        start = end;
        match name_within(text, catalogue) {
            Some(name) => {
                let parts = [(0..name.start, false), (name.clone(), true), (name.end..text.len(), false)];
                pieces.extend(
                    parts
                        .into_iter()
                        .filter_map(|(span, meant)| text.get(span).map(|text| Piece { text, meant })),
                );
            }
            None => pieces.push(Piece { text, meant: false }),
        }
    }
    pieces.retain(|piece| !piece.text.is_empty());
    pieces
}

/// Where a known name stands inside a run of other characters: an abbreviation in capitals, or a longer word.
fn name_within(text: &str, catalogue: &Catalogue) -> Option<Range<usize>> {
    if !text.is_ascii() {
        return None;
    }
    let bytes = text.as_bytes();
    let capitals =
        bytes.chunk_by(|a, b| a.is_ascii_uppercase() == b.is_ascii_uppercase()).scan(0, |start, run| {
            let span = *start..*start + run.len();
            *start = span.end;
            Some(span)
        });
    let is_name = |span: &Range<usize>| {
        text.get(span.clone()).is_some_and(|part| {
            part.bytes().all(|byte| byte.is_ascii_uppercase())
                && catalogue.latin().is_abbreviation(&part.to_lowercase())
        })
    };
    let lengths = catalogue.latin().lengths_inside();
    let word = |span: &Range<usize>| {
        let fits = lengths.contains(&span.len());
        fits && text
            .get(span.clone())
            .is_some_and(|part| catalogue.latin().stands_inside(&part.to_lowercase()))
    };
    let mut capitals = capitals;
    capitals
        .find(is_name)
        .or_else(|| (0..text.len()).map(|end| 0..text.len() - end).find(word))
        .or_else(|| (0..text.len()).map(|start| start..text.len()).find(word))
}

/// The other keyboard's text, with numbers left alone: long runs of digits, and digits that stand by themselves.
fn switch(text: &str, thai: bool) -> String {
    let words: Vec<String> = text.split(' ').map(|word| switch_word(word, thai)).collect();
    words.join(" ")
}

fn switch_word(text: &str, thai: bool) -> String {
    if text.bytes().all(|byte| byte.is_ascii_digit()) {
        return text.to_owned();
    }
    let characters: Vec<char> = text.chars().collect();
    let mut switched = String::with_capacity(text.len());
    for run in characters.chunk_by(|a, b| a.is_ascii_digit() == b.is_ascii_digit()) {
        let part: String = run.iter().collect();
        if run.len() >= NUMBER_DIGITS && run.iter().all(char::is_ascii_digit) {
            switched.push_str(&part);
        } else {
            switched.push_str(&if thai { to_thai(&part) } else { to_latin(&part) });
        }
    }
    switched
}
