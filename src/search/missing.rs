//! What the knowledge would have to hold for a question to be understood: a name or a way of asking. Pure; owns no
//! searching and proposes nothing by itself.

use std::ops::Range;

use super::facet_hits::FacetHit;
use super::names::Catalogue;
use super::query::{Query, SubjectHit};
use super::spot::Spot;
use crate::knowledge::{ArticleId, FacetId};
use crate::text::script::{is_thai_leading_vowel, is_thai_mark, is_word};
use crate::text::segment::spans;

/// A name or phrase that is found less closely was not meant: it only looks a little like it.
const MEANT: f32 = 0.8;
/// Fewer letters are no name and no way of asking.
const MIN_LETTERS: usize = 3;

/// What nothing in the knowledge explains of a question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Missing {
    /// Something is asked, and of what has no such name here.
    Name {
        /// The letters that nothing explains.
        words: String,
        /// What is asked of it.
        facet: FacetId,
    },
    /// A subject is named, and what is asked of it nobody asked so far.
    Asking {
        /// The question without the subject's name.
        words: String,
        /// The subject.
        article: ArticleId,
    },
}

impl Missing {
    /// The letters that nothing explains.
    pub fn words(&self) -> &str {
        match self {
            Self::Name { words, .. } | Self::Asking { words, .. } => words,
        }
    }
}

/// What is missing; `None` where both are found, or where neither is.
pub(crate) fn missing(query: &Query, catalogue: &Catalogue) -> Option<Missing> {
    let subject = query.subjects.iter().find(|hit| meant(&hit.spot));
    let facets = subject.map_or(&query.facets, |hit| &hit.facets);
    let facet = facets.iter().find(|hit| meant(&hit.spot));
    match (subject, facet) {
        (None, Some(facet)) => {
            let words = name(query)?;
            Some(Missing::Name { words, facet: catalogue.facet(facet.facet)?.clone() })
        }
        (Some(subject), None) => {
            let words = asking(query, subject)?;
            Some(Missing::Asking { words, article: catalogue.subject(subject.subject)?.article.clone() })
        }
        (Some(_), Some(_)) | (None, None) => None,
    }
}

fn meant(spot: &Spot) -> bool {
    spot.closeness >= MEANT && spot.left_out <= 0.0
}

/// The longest part that no facet explains and no word that asks parts; padding may stand inside it (head of sales).
fn name(query: &Query) -> Option<String> {
    let borders = word_borders(&query.scene.characters);
    let facets = query.facets.iter().filter(|hit| meant(&hit.spot));
    let parting: Vec<&Range<usize>> =
        facets.flat_map(FacetHit::spans).chain(&query.scene.cues().asking).collect();
    let mut parts: Vec<Vec<usize>> = vec![Vec::new()];
    for place in 0..query.scene.characters.len() {
        if parting.iter().any(|span| span.contains(&place)) {
            parts.push(Vec::new());
        } else if let Some(part) = parts.last_mut() {
            part.push(place);
        }
    }
    let named = parts.iter().filter_map(|part| {
        let letters =
            part.iter().filter(|&&place| letter(query, place) && !pads(query, &borders, place)).count();
        (letters >= MIN_LETTERS).then_some((letters, part))
    });
    // Of two that are as long the first.
    let (_, longest) = named.fold(None, |best: Option<(usize, &Vec<usize>)>, next| match best {
        Some(best) if best.0 >= next.0 => Some(best),
        _ => Some(next),
    })?;
    let kept = without_padding_around(query, &borders, longest);
    let (first, last) = (kept.first()?, kept.last()?);
    let at = |place: usize| query.scene.characters.get(place);
    let before = first.checked_sub(1).and_then(at);
    (parts_letters(before, at(*first)) && parts_letters(at(*last), at(last + 1)))
        .then(|| text_at(query, kept))
}

/// The question without the subject's name.
fn asking(query: &Query, subject: &SubjectHit) -> Option<String> {
    let borders = word_borders(&query.scene.characters);
    let span = subject.spot.span.start - article_before(query, subject)..subject.spot.span.end;
    let outside = |place: &usize| !span.contains(place);
    let places: Vec<usize> = (0..query.scene.characters.len()).filter(outside).collect();
    let open = |place: usize| {
        letter(query, place) && !pads(query, &borders, place) && !query.scene.cues().is_idle(place)
    };
    let letters = places.iter().filter(|&&place| open(place)).count();
    (letters >= MIN_LETTERS).then(|| text_at(query, without_padding_around(query, &borders, &places)))
}

/// How many characters the article takes that belongs to the subject's name: none is left behind without it.
fn article_before(query: &Query, subject: &SubjectHit) -> usize {
    let before: String =
        query.scene.characters.get(..subject.spot.span.start).unwrap_or_default().iter().collect();
    let article =
        |article: &&&str| before.strip_suffix(**article).is_some_and(|rest| !rest.ends_with(is_word));
    ["an ", "a ", "the "].iter().find(article).map_or(0, |article| article.len())
}

/// The places from the first that neither pads nor parts words to the last.
fn without_padding_around<'p>(query: &Query, borders: &[usize], places: &'p [usize]) -> &'p [usize] {
    let counts = |place: &usize| letter(query, *place) && !pads(query, borders, *place);
    let first = places.iter().position(counts).unwrap_or_default();
    // A mark above or below goes with its letter.
    let is_mark = |place: &usize| query.scene.characters.get(*place).is_some_and(|&c| is_thai_mark(c));
    let last = places.iter().rposition(counts).map_or(0, |last| last + 1);
    let marks = places.iter().skip(last).take_while(|place| is_mark(place)).count();
    places.get(first..last + marks).unwrap_or_default()
}

/// The characters at these places, with single spaces.
fn text_at(query: &Query, places: &[usize]) -> String {
    // Where the name stood between two words there is a gap.
    let mut text = String::new();
    let mut before = None;
    for &place in places {
        if before.is_some_and(|before| before + 1 != place) {
            text.push(' ');
        }
        text.extend(query.scene.characters.get(place));
        before = Some(place);
    }
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn letter(query: &Query, place: usize) -> bool {
    query.scene.characters.get(place).is_some_and(|&c| is_word(c))
}

/// Whether a word without content stands here: letters that begin or end inside another word are none (สิ in สินเชื่อ).
fn pads(query: &Query, borders: &[usize], place: usize) -> bool {
    let whole = |span: &Range<usize>| borders.contains(&span.start) && borders.contains(&span.end);
    query.scene.cues().padding.iter().any(|span| span.contains(&place) && whole(span))
}

/// Where words begin and end, in characters.
fn word_borders(characters: &[char]) -> Vec<usize> {
    let text: String = characters.iter().collect();
    let mut borders = Vec::new();
    let (mut bytes, mut place) = (0, 0);
    for (start, end) in spans(&text) {
        for byte in [start, end] {
            place += text.get(bytes..byte).map_or(0, |between| between.chars().count());
            bytes = byte;
            borders.push(place);
        }
    }
    borders
}

/// Whether the text between two characters may be parted: no mark leaves its letter, no vowel what it is spoken behind.
fn parts_letters(before: Option<&char>, after: Option<&char>) -> bool {
    !after.is_some_and(|&c| is_thai_mark(c)) && !before.is_some_and(|&c| is_thai_leading_vowel(c))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use std::sync::{Arc, OnceLock};

    use super::*;
    use crate::search::{Engine, Question};

    fn engine() -> &'static Engine {
        static ENGINE: OnceLock<Engine> = OnceLock::new();
        ENGINE.get_or_init(|| Engine::new(Arc::new(crate::knowledge::starter().unwrap())))
    }

    /// What is missing: `name words, facet`, `asking words, article`, or nothing.
    #[track_caller]
    fn check(question: &str, expected: &str) {
        let (_, understanding) = engine().understand(&Question::new(question));
        let found = match understanding.missing {
            Some(Missing::Name { words, facet }) => format!("name {words}, {facet}"),
            Some(Missing::Asking { words, article }) => format!("asking {words}, {article}"),
            None => String::new(),
        };
        assert_eq!(found, expected, "{question}");
    }

    #[test]
    fn a_facet_without_a_subject_wants_a_name() {
        for (question, expected) in [
            ("นักบินเงินเดือนเท่าไหร่", "name นักบิน, salary"),
            ("เงินเดือนแอร์โฮสเตส", "name แอร์โฮสเตส, salary"),
            ("พี่ๆ ครับ เงินเดือนแอร์โฮสเตสเท่าไหร่ครับ", "name แอร์โฮสเตส, salary"),
            ("airline pilot salary", "name airline pilot, salary"),
            // สิ pads, but not inside a word.
            ("เงินเดือนสินค้าคงคลัง", "name สินค้าคงคลัง, salary"),
        ] {
            check(question, expected);
        }
    }

    #[test]
    fn a_subject_without_a_facet_wants_a_way_of_asking() {
        check("AM ใส่สูทผูกไทครับ", "asking ใส่สูทผูกไท, account-manager");
        check("what suit does an account manager wear", "asking what suit does wear, account-manager");
    }

    #[test]
    fn what_is_understood_or_strange_misses_nothing() {
        for question in ["account manager salary", "AM", "สวัสดีครับ", "", "漢字", "เงินเดือนเท่าไหร่", "???"]
        {
            check(question, "");
        }
    }
}
