//! What the names and the wording of a question say for a section, in points beside those of its text.

use super::corpus::Document;
use super::facet_hits::DEFINITION;
use super::names::Catalogue;
use super::query::{OF_TERMS, Query, SubjectHit};
use super::relevance::MOST_SATURATED;
use super::spot::Spot;
use super::yielding::asks_for_anything;
use crate::knowledge::{ArticleKind, FacetId};

/// Points for a section whose subject is named in full. BM25 scores of a question of usual length reach 40–120, so a
/// name decides between articles that both speak of it, and yields to a text that fits the whole question.
pub(super) const NAME_POINTS: f32 = 30.0;
/// Letters from which on a name earns all its points: a title of two letters turns up by chance.
const FULL_NAME_LETTERS: f32 = 6.0;
/// Points for answering the facet that the question names, beside a named subject. Where the two explain all of the question it
/// earns as much as any text can: the letters of a name tell nothing of which of its sections is meant, be they as rare as
/// those of คอมพลายแอนซ์ …
const FACET_POINTS: f32 = 70.0;
/// … the less the more is left over, and no more than usual from this share of the letters on, where several facets are named, or
/// in a topic: then the text decides.
const EXPLAINED_LEFTOVER: f32 = 0.2;
/// Each further facet named in the question counts so much less than the one before.
const FACET_DECAY: f32 = 0.5;
/// Points for the definition when a subject is named and no facet: the bare name asks what it is.
const DEFINITION_POINTS: f32 = 26.0;
/// What leaves more than this share of the letters unexplained asks something else, be it unclear what.
const BARE_LEFTOVER: f32 = 0.25;
/// Each further subject counts so much less than the one before: people name first what they ask about.
const SUBJECT_DECAY: f32 = 0.93;
/// What is left of the points of a name that another name, found whole and exactly, outdoes on the same words: who types
/// account manager means no accounting manager.
const OUTDONE: f32 = 0.6;
/// What is left of the points of a name that is a part of a longer one: who types credit risk analyst means no credit risk.
const HELD: f32 = 0.3;
/// Names closer than the second are as good as spelled right (two typos in fourteen letters), those at the first are
/// chance; other roles come in from 0.75 downwards.
const NAME_CLOSENESS: (f32, f32) = (0.6, 0.86);
/// The same for facet phrases, which are short and many, so that a near one is likely meant.
const PHRASE_CLOSENESS: (f32, f32) = (0.5, 0.82);

/// Points for what the wording of a question surely asks for. With 30 eight of 1,227 held-out questions fewer are answered right, with
/// 70 eight more and one more wrongly.
const WORDED_POINTS: f32 = 50.0;
/// They count the less the less likely the text is asked of us, from this probability downwards.
const ASKED_OF_US: f32 = 0.8;

/// The points of a section for its subject's name, its facet and what the wording asks for; `most` is what a text can earn at most.
pub(super) fn name_points(
    catalogue: &Catalogue,
    query: &Query,
    hit: &SubjectHit,
    document: &Document,
    most: f32,
) -> f32 {
    let letters = hit.spot.span.len() as f32;
    let exact_or_long = if hit.spot.closeness >= 1.0 { 1.0 } else { (letters / FULL_NAME_LETTERS).min(1.0) };
    let mut points = NAME_POINTS * exact_or_long;
    match facet_rank(catalogue, hit, document) {
        Some((rank, closeness)) => {
            let explained = if document.kind == ArticleKind::Topic || names_several_facets(catalogue, hit) {
                0.0
            } else {
                (1.0 - hit.leftover / EXPLAINED_LEFTOVER).max(0.0)
            };
            let full = FACET_POINTS.max(explained * most);
            points += full * closeness * FACET_DECAY.powi(i32::try_from(rank).unwrap_or(i32::MAX));
        }
        None if document.defines && hit.facets.is_empty() && hit.leftover <= BARE_LEFTOVER => {
            points += DEFINITION_POINTS * (1.0 - hit.leftover);
        }
        None => {}
    }
    // What is hardly asked of us is worded like it by chance (สอนในโรงเรียน is no เรียน).
    let for_us = (query.wording(catalogue).for_us / ASKED_OF_US).min(1.0);
    let wording = worded(catalogue, query, document) * for_us;
    (points + WORDED_POINTS * wording) * name_quality(hit)
}

/// How likely the wording of a question asks for what a section tells, 0..=1: for a role's facet, for anything that is asked of
/// terms, or for what the names of a topic speak of.
pub(super) fn worded(catalogue: &Catalogue, query: &Query, document: &Document) -> f32 {
    let wording = query.wording(catalogue);
    match document.kind {
        ArticleKind::Role => document.facet.as_ref().map_or(0.0, |facet| {
            wording.of(facet.as_str()).unwrap_or_else(|| named_first(catalogue, query, document, facet))
        }),
        ArticleKind::Glossary => OF_TERMS.iter().filter_map(|facet| wording.of(facet)).sum(),
        ArticleKind::Topic => {
            let facets =
                document.subject.map_or(&[] as &[usize], |topic| catalogue.topics().facets(topic, catalogue));
            facets.iter().filter_map(|&facet| wording.of(catalogue.facet(facet)?.as_str())).sum()
        }
    }
}

/// How closely a facet is named before all others, 0..=1: all that is known of a facet of which nothing was learned.
fn named_first(catalogue: &Catalogue, query: &Query, document: &Document, facet: &FacetId) -> f32 {
    let own = query.subjects.iter().find(|hit| Some(hit.subject) == document.subject);
    let first = own
        .map_or(&query.facets, |hit| &hit.facets)
        .first()
        .filter(|hit| catalogue.facet(hit.facet) == Some(facet));
    first.map_or(0.0, |hit| hit.spot.closeness)
}

/// Whether a second facet is named and spelled right.
pub(super) fn names_several_facets(catalogue: &Catalogue, hit: &SubjectHit) -> bool {
    let mut others = hit.facets.iter().skip(1);
    others.any(|facet| facet.plain && !asks_for_anything(catalogue, facet))
}

/// The most that a text can earn against the facet of the subject of that number: where nothing else is named, also one that has
/// all terms over and over; a text that speaks of another subject as well may be what is meant.
pub(super) fn most_of_texts(query: &Query, number: usize, hit: &SubjectHit, attainable: f32) -> f32 {
    let mut others = query.subjects.iter().enumerate().filter(|(other, _)| *other != number);
    let alone = others.all(|(_, other)| hit.outdoes(other) || hit.holds(other));
    if alone { attainable * MOST_SATURATED } else { attainable }
}

/// How much of its points the subject of that number keeps beside the others that the question names.
pub(super) fn share_of_points(query: &Query, number: usize, hit: &SubjectHit) -> f32 {
    SUBJECT_DECAY.powi(i32::try_from(number).unwrap_or(i32::MAX))
        * if query.subjects.iter().any(|other| other.outdoes(hit)) { OUTDONE } else { 1.0 }
        * if query.subjects.iter().any(|other| other.holds(hit)) { HELD } else { 1.0 }
}

/// How good a name was found, 0..=1.
pub(crate) fn name_quality(hit: &SubjectHit) -> f32 {
    let spelled = rise(hit.spot.closeness, NAME_CLOSENESS);
    spelled * (1.0 - hit.spot.left_out) * (1.0 - hit.shared.min(1.0))
}

/// How good a phrase was found, 0..=1: of one that misses a word less is known.
fn phrase_quality(spot: &Spot) -> f32 {
    rise(spot.closeness, PHRASE_CLOSENESS) * (1.0 - spot.left_out)
}

/// 0 up to the first closeness, 1 from the second on, a straight line between them.
fn rise(closeness: f32, (none, full): (f32, f32)) -> f32 {
    ((closeness - none) / (full - none)).clamp(0.0, 1.0)
}

/// Which of the named facets the document answers, with that phrase's quality.
pub(crate) fn facet_rank(
    catalogue: &Catalogue,
    hit: &SubjectHit,
    document: &Document,
) -> Option<(usize, f32)> {
    hit.facets.iter().enumerate().find_map(|(rank, facet)| {
        let named = catalogue.facet(facet.facet)?;
        let quality = phrase_quality(&facet.spot);
        if document.facet.as_ref() == Some(named) || (document.defines && named.as_str() == DEFINITION) {
            return Some((rank, quality));
        }
        // A term has one section, which answers whatever is asked about it, though a role named beside it comes first.
        (document.defines && document.kind == ArticleKind::Glossary).then_some((rank + 1, quality))
    })
}
