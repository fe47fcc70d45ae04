//! How sure at least to be of a section, by what a text says of its subject: sure enough to be offered.

use rustc_hash::FxHashMap;

use super::corpus::Corpus;
use super::follow_up::unknown;
use super::query::{PLAIN_CLOSENESS, Query, SubjectHit, is_plain};
use super::topics::Hint;

/// How sure at least of a section whose subject is named closely by a question, be it in part: sure enough to be offered. Who asks
/// something about a job that has an article gets a choice of its sections, and so does who names nothing and hints at a topic
/// with a word and a facet (งานการเงินอันไหน wfh สบายสุด) …
pub(crate) const ASKED_OF: f32 = 0.25;
/// … unless more than this share of the letters speaks of something else.
const ASKED_OF_LEFTOVER: f32 = 0.6;
/// … or unless it is hardly worded like a question that is asked of us and so much of it is unknown to the job's article (audit log
/// ในดิสดูย้อนหลังได้กี่วันอะ). Of 4,562 messages that must not be answered 32 fewer get an offer by it, of 6,065 questions none.
const ASKED_OF_US: f32 = 0.08;
const ASKED_OF_UNKNOWN: f32 = 0.1;

/// The same for a short text that asks nothing but says little beside a long name (acount executive saraly): sure enough to be
/// offered where nobody asked. Of 3,550 messages that must not be answered none gets an offer by it.
const BARE_NAME: f32 = 0.5;
/// So many letters has such a name at least …
const BARE_NAME_LETTERS: usize = 8;
/// … so many the text at most …
const BARE_TEXT_LETTERS: usize = 25;
/// … and so much of it is something else.
const BARE_LEFTOVER: f32 = 0.35;

/// The same for a text that neither asks nor tells: a name of so many letters, in a text of so many …
const REQUEST_NAME_LETTERS: usize = 3;
const REQUEST_LETTERS: usize = 60;
/// … with a facet, where at most so much is something else …
const REQUEST_LEFTOVER: f32 = 0.4;
/// … or with words of which a section holds so much, where at most so much is no facet and no cue.
const REQUEST_RATIO: f32 = 0.5;
const REQUEST_WORDS_LEFTOVER: f32 = 0.65;

/// How sure to be at most of what a text names that asks what something else is called.
pub(super) const ANOTHER: f32 = 0.3;
/// How sure to be at least of the sections of roles that are described instead of named, behind the first, see [`Query::describe`].
const ALSO_DESCRIBED: f32 = 0.05;
/// The same of a role whose name is asked for: a term that the text speaks of stands beside it, and is not meant.
const ALSO_SOUGHT: f32 = 0.2;

/// A text that asks what something is called, and in which so much is neither a name nor a cue or several facets are named,
/// describes what has another name (เงินเดือนก่อนรวมค่าคอม เรียกว่าอะไร).
const NAMING_LEFTOVER: f32 = 0.2;

/// Whether something is asked about each of the named subjects, though it may be unclear what; found once of each.
#[derive(Debug, Default)]
pub(super) struct Asked {
    known: FxHashMap<usize, bool>,
}

impl Asked {
    /// Whether something is asked about the hit of this number; `asks` whether the text asks, `for_us` how likely it is asked of us.
    pub(super) fn of(
        &mut self,
        corpus: &Corpus,
        query: &Query,
        (asks, for_us): (bool, f32),
        (number, hit): (usize, &SubjectHit),
    ) -> bool {
        *self.known.entry(number).or_insert_with(|| is_asked_of(corpus, query, (asks, for_us), hit))
    }
}

/// How sure at least to be of the section at a place, by what the question says of its subject or hints at its topic.
pub(super) fn least(
    query: &Query,
    (asks, is_asked_of): (bool, bool),
    hit: Option<&SubjectHit>,
    place: usize,
    topic: Hint,
    ratio: f32,
) -> f32 {
    let hinted = topic.by_word && topic.by_facet && asks;
    match hit {
        Some(hit) if let Some(likelihood) = query.described => match place {
            0 if hit.spot.span.is_empty() => likelihood.sure,
            0 => likelihood.sure.min(ANOTHER),
            _ if query.seeks_role() => ALSO_SOUGHT,
            _ => ALSO_DESCRIBED,
        },
        Some(_) if is_asked_of => ASKED_OF,
        Some(hit) if is_bare(query, hit) => BARE_NAME,
        Some(hit) if is_request(query, hit, if place == 0 { ratio } else { 0.0 }) => BARE_NAME,
        None if hinted && !query.subjects.iter().any(is_plain) => ASKED_OF,
        _ => 0.0,
    }
}

fn is_asked_of(corpus: &Corpus, query: &Query, (asks, for_us): (bool, f32), hit: &SubjectHit) -> bool {
    let named = !hit.spot.span.is_empty() && hit.spot.closeness >= PLAIN_CLOSENESS;
    let asked = named && asks && hit.leftover <= ASKED_OF_LEFTOVER;
    asked && (for_us >= ASKED_OF_US || unknown(corpus, query, hit) <= ASKED_OF_UNKNOWN)
}

/// Whether a text that does not ask names a subject and what it wants to know of it, as a facet or in the words of the section
/// that fits best, of which `ratio` is found. Of a text that tells something nothing is offered all the same.
fn is_request(query: &Query, hit: &SubjectHit, ratio: f32) -> bool {
    let named = is_plain(hit) && hit.spot.span.len() >= REQUEST_NAME_LETTERS;
    let by_facet = || {
        let facet = hit.facets.first().is_some_and(|facet| facet.spot.closeness >= PLAIN_CLOSENESS);
        facet && hit.leftover <= REQUEST_LEFTOVER
    };
    let by_text = ratio >= REQUEST_RATIO && hit.leftover <= REQUEST_WORDS_LEFTOVER;
    let short = query.letters() <= REQUEST_LETTERS;
    named && short && !query.asks() && (by_text || by_facet())
}

/// Whether a text asks for the name of something that it describes, with a name in it: that one is hardly meant.
pub(super) fn names_another(query: &Query, hit: &SubjectHit) -> bool {
    query.seeks_name() && (hit.leftover > NAMING_LEFTOVER || hit.facets.len() > 1)
}

/// Whether a text is little more than a name.
fn is_bare(query: &Query, hit: &SubjectHit) -> bool {
    let named = is_plain(hit) && hit.spot.span.len() >= BARE_NAME_LETTERS;
    named && !query.asks() && hit.leftover <= BARE_LEFTOVER && query.letters() <= BARE_TEXT_LETTERS
}
