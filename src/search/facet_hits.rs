//! Facet phrases in a question: which of those that are found count, and what of the question they explain.

use std::ops::Range;

use super::cues;
use super::names::Catalogue;
use super::query::PLAIN_CLOSENESS;
use super::scene::Scene;
use super::spot::Spot;
use super::yielding::{Yielding, asks_for_anything};
use crate::text::script::{is_thai, is_word};

/// A facet hit counts only outside the subject's name: at most this share of it may lie inside.
const SHARED_SPAN: f32 = 0.5;

/// Of two facet phrases on the same words the weaker one is dropped when the stronger covers this share of it.
const COVERED_SPAN: f32 = 0.6;

/// A phrase that is found less closely explains nothing of the text: of so many phrases one is always a little like it.
pub(super) const EXPLAINING_CLOSENESS: f32 = 0.8;

/// A phrase that is found less closely on words that ask and pad is none if it says something of its own.
const LIKE_CUES: f32 = 0.93;

/// Facets that are named in requests alone: nobody tells of a summary.
const REQUESTED: [&str; 1] = ["key-takeaways"];
/// Of misspelt phrases those ask that are found so closely: อีกเจ้า is no กี่เจ้า.
const REQUESTED_CLOSENESS: f32 = 0.9;

/// The facet that definitions and terms answer.
pub(super) const DEFINITION: &str = "definition";

/// A facet phrase found in a question.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct FacetHit {
    /// Number of the facet in the catalogue.
    pub(crate) facet: usize,
    /// Where and how well.
    pub(crate) spot: Spot,
    /// Other parts of the question that the facet explains: of the phrase on the other side of the subject's name ("what does
    /// … do"), and of weaker phrases of the same facet.
    pub(crate) rests: Vec<Range<usize>>,
    /// Whether it, or a phrase of the facet that is a part of it, is written out: สกิล in สกิลมีอะไรบ้าง, which is nearly
    /// สกิลอะไรบ้าง.
    pub(crate) plain: bool,
}

impl FacetHit {
    /// A phrase that was found in one place.
    pub(super) fn new(facet: usize, spot: Spot) -> Self {
        let mut hit = Self { facet, spot, rests: Vec::new(), plain: false };
        hit.plain = hit.is_written_out();
        hit
    }

    /// Whether the phrase stands in the question whole and spelled right.
    pub(super) fn is_written_out(&self) -> bool {
        self.spot.closeness >= 1.0 && self.spot.left_out <= 0.0
    }

    /// The parts of the question that the phrase explains.
    pub(crate) fn spans(&self) -> impl Iterator<Item = &Range<usize>> {
        std::iter::once(&self.spot.span).chain(&self.rests)
    }
}

/// Whether a place is words that ask and pad or a phrase, spelled right: "what they actually do" names no actuary.
pub(super) fn is_written_out(scene: &Scene, hits: &[FacetHit], place: &Range<usize>) -> bool {
    let takes_all = |span: &Range<usize>| span.start <= place.start && place.end <= span.end;
    scene.is_of_cues(place) || hits.iter().any(|hit| hit.is_written_out() && takes_all(&hit.spot.span))
}

/// Whether most of the second span lies in the first.
pub(super) fn covers(a: &Range<usize>, b: &Range<usize>) -> bool {
    overlap(a, b) as f32 > SHARED_SPAN * b.len() as f32
}

/// How many characters two spans share.
pub(super) fn overlap(a: &Range<usize>, b: &Range<usize>) -> usize {
    a.end.min(b.end).saturating_sub(a.start.max(b.start))
}

/// Phrases found in the text and those found in the text without the subject, strongest first.
pub(super) fn merged(spots: Vec<(usize, Spot)>, around: Vec<FacetHit>) -> Vec<FacetHit> {
    let mut hits: Vec<FacetHit> =
        spots.into_iter().map(|(facet, spot)| FacetHit::new(facet, spot)).chain(around).collect();
    hits.sort_by(|a, b| {
        b.spot
            .weight
            .total_cmp(&a.spot.weight)
            .then_with(|| (a.facet, a.spot.phrase).cmp(&(b.facet, b.spot.phrase)))
    });
    hits
}

/// A phrase that was found on both sides of the place where the subject was cut out, put back in place.
pub(super) fn around_subject((facet, mut spot): (usize, Spot), subject: &Range<usize>) -> FacetHit {
    let cut = subject.start;
    let (before, after) = (spot.span.start..cut, subject.end..spot.span.end + subject.len());
    let (longer, rest) = if before.len() >= after.len() { (before, after) } else { (after, before) };
    spot.span = longer;
    FacetHit { rests: vec![rest], ..FacetHit::new(facet, spot) }
}

/// The facet hits outside a subject's name and those of roles, one a facet, without those that a stronger hit covers; strongest
/// first, but what asks for anything ("tell me about") asks for what is named beside it. Of several phrases of a facet the first
/// stands for it, unless that asks for anything.
pub(super) fn strongest_facets(
    catalogue: &Catalogue,
    scene: &Scene,
    spots: Vec<FacetHit>,
    subject: &Range<usize>,
    roles: &[Range<usize>],
) -> Vec<FacetHit> {
    let mut hits: Vec<FacetHit> = Vec::new();
    for found in without_stolen(catalogue, scene, spots, subject) {
        // A near phrase that reaches into the subject's name was made of it.
        let borrowed = !found.is_written_out() && overlap(subject, &found.spot.span) > 0;
        let inside =
            |name: &Range<usize>| name.start <= found.spot.span.start && found.spot.span.end <= name.end;
        // Nor does a phrase of one role's articles name another (need to be a lawyer).
        let holds =
            |name: &Range<usize>| found.spot.span.start <= name.start && name.end <= found.spot.span.end;
        let inside_word = is_another_latin_word(scene, &found.spot)
            || (cuts_a_thai_word(scene, &found.spot, subject)
                && (found.is_written_out() || says_its_own(catalogue, scene, &found) != Some(true)));
        let others = compares_others(catalogue, scene, &found, subject);
        if !borrowed
            && !inside_word
            && !others
            && !covers(subject, &found.spot.span)
            && !roles.iter().any(|name| inside(name) || holds(name))
        {
            add(catalogue, &mut hits, found);
        }
    }
    if hits.len() < 2 {
        return hits;
    }
    let yielding = Yielding::new(catalogue, scene, &hits, subject, roles);
    let general = |hit: &FacetHit| yielding.is_general(hit);
    if let [first, others @ ..] = hits.as_slice()
        && others.iter().any(|hit| hit.spot.closeness >= EXPLAINING_CLOSENESS && !general(hit))
        && general(first)
    {
        hits.sort_by_cached_key(general);
    }
    hits
}

/// The phrases without near ones that are made of cues or of letters that belong to others; what is written out and reaches into
/// others stands behind the rest.
fn without_stolen(
    catalogue: &Catalogue,
    scene: &Scene,
    spots: Vec<FacetHit>,
    subject: &Range<usize>,
) -> impl Iterator<Item = FacetHit> {
    let exact: Vec<(usize, Range<usize>)> = spots
        .iter()
        .filter(|hit| hit.is_written_out() && !covers(subject, &hit.spot.span))
        .map(|hit| (hit.facet, hit.spot.span.clone()))
        .collect();
    let (robbing, own): (Vec<FacetHit>, Vec<FacetHit>) =
        spots.into_iter().partition(|found| robs(catalogue, scene, found, &exact));
    let is_exact = |found: &FacetHit| found.spot.closeness >= 1.0;
    let cues = scene.cues();
    // A word that asks or pads, spelled right, is no misspelt phrase (เกี่ยวกับ is no เกี่ยวกัน), a space behind it no more, and
    // several are none that is not very like them (ด้วยป่าว is no รวยป่าว).
    let is_cue =
        |span: &Range<usize>| cues.all().any(|cue| cue.start <= span.start && cue.end + 1 >= span.end);
    let is_made_of_cues = |found: &FacetHit| {
        let loose = || match says_its_own(catalogue, scene, found) {
            // What such a phrase says of its own may be written somewhere else: รวยด้วยป่าว.
            Some(says) => !says && found.spot.closeness < LIKE_CUES,
            None => found.spot.closeness < PLAIN_CLOSENESS,
        };
        found.spans().all(is_cue) || (found.spans().all(|span| scene.is_of_cues(span)) && loose())
    };
    let own = own.into_iter().filter(|found| is_exact(found) || !is_made_of_cues(found));
    // The end of the subject's name belongs to it: นักออกแบบประสบการณ์ผู้ใช้·ทำอะไรบ้าง.
    let (crossing, own): (Vec<FacetHit>, Vec<FacetHit>) =
        own.partition(|found| overlap(subject, &found.spot.span) > 0);
    own.into_iter().chain(crossing).chain(robbing.into_iter().filter(is_exact))
}

/// Whether the text has, anywhere, the words of a phrase that neither ask nor pad, if there are any.
fn says_its_own(catalogue: &Catalogue, scene: &Scene, found: &FacetHit) -> Option<bool> {
    let mut own: Vec<char> = catalogue.facet_phrase(&found.spot).chars().collect();
    let cues = cues::find(&own);
    for place in cues.all().cloned().flatten() {
        if let Some(c) = own.get_mut(place) {
            *c = ' ';
        }
    }
    let text: String = scene.characters.iter().collect();
    let own: String = own.into_iter().collect();
    let mut own = own.split_whitespace().peekable();
    own.peek()?;
    Some(own.all(|word| text.contains(word)))
}

/// Whether a phrase takes letters that belong to another facet's phrase, which is written out: as its beginning or end, or, where
/// it is a near one, in place of a word of its own (what are the abilities of). Latin words stand by themselves.
fn robs(catalogue: &Catalogue, scene: &Scene, found: &FacetHit, exact: &[(usize, Range<usize>)]) -> bool {
    let part = |span: Range<usize>| scene.characters.get(span).unwrap_or_default();
    let thai = |span: Range<usize>| part(span).iter().any(|&c| is_thai(c));
    let is_exact = found.spot.closeness >= 1.0;
    let phrase = if is_exact { String::new() } else { catalogue.facet_phrase(&found.spot) };
    found.spans().any(|span| {
        let mut others = exact
            .iter()
            .filter(|(facet, other)| *facet != found.facet && (!is_exact || other.len() >= span.len()));
        others.any(|(_, other)| {
            let from_start = other.start < span.start && other.end > span.start && other.end < span.end;
            let from_end = other.start >= span.start && other.start < span.end && other.end > span.end;
            let inside = !is_exact && span.start <= other.start && other.end <= span.end;
            (from_start && thai(span.start..other.end))
                || (from_end && !is_exact)
                || (inside && !phrase.contains(&part(other.clone()).iter().collect::<String>()))
        })
    })
}

/// Adds a phrase to stronger ones, unless they cover it: to the hit of its facet, or as one of its own.
fn add(catalogue: &Catalogue, hits: &mut Vec<FacetHit>, found: FacetHit) {
    let length = found.spot.span.len().max(1) as f32;
    let covered = hits.iter().any(|hit| {
        let shared: usize = hit.spans().map(|span| overlap(span, &found.spot.span)).sum();
        shared as f32 / length > COVERED_SPAN
    });
    if covered {
        let holds = |hit: &FacetHit| hit.spans().any(|span| covers(span, &found.spot.span));
        let same = hits.iter_mut().filter(|hit| hit.facet == found.facet && holds(hit));
        same.for_each(|hit| hit.plain |= found.plain);
        return;
    }
    let close = found.spot.closeness >= EXPLAINING_CLOSENESS;
    let anything = |hit: &FacetHit| asks_for_anything(catalogue, hit);
    match hits.iter_mut().find(|hit| hit.facet == found.facet) {
        Some(known) if close && anything(known) && !anything(&found) => {
            let general = std::mem::replace(known, found);
            known.rests.extend(general.spans().cloned());
        }
        Some(known) if close => known.rests.extend(found.spans().cloned()),
        Some(_) => {}
        None => hits.push(found),
    }
}

/// Whether a short phrase begins inside a Thai word: เรียน in โรงเรียน, or misspelt, รายได้ in สำราญได้.
fn cuts_a_thai_word(scene: &Scene, found: &Spot, subject: &Range<usize>) -> bool {
    /// Longer phrases are hardly met by chance.
    const LONG: f32 = 7.0;
    const LONG_AND_SPELLED: f32 = 5.0;
    let start = found.span.start;
    let long = if found.closeness < 1.0 { LONG } else { LONG_AND_SPELLED };
    let thai = |place: usize| scene.characters.get(place).is_some_and(|&c| is_thai(c));
    // Behind a foreign name the dictionary begins words anywhere, but a word that asks or pads is one (อนาลิสคือไร).
    let is_border = || {
        start == subject.end
            || !start.checked_sub(1).is_some_and(thai)
            || scene
                .cues()
                .all()
                .any(|cue| cue.end == start || (found.closeness >= 1.0 && cue.start == start))
    };
    thai(start) && found.weight < long && !is_border() && !scene.word_starts().contains(&start)
}

/// Whether a phrase sets things against each other of which the subject is none: modelling vs cleaning data.
fn compares_others(catalogue: &Catalogue, scene: &Scene, hit: &FacetHit, subject: &Range<usize>) -> bool {
    const AGAINST: &str = "vs";
    let open = |from: usize, to: usize| {
        (from..to).any(|place| {
            let letter = scene.characters.get(place).is_some_and(|&c| is_word(c));
            letter && !scene.cues().all().any(|cue| cue.contains(&place))
        })
    };
    let span = &hit.spot.span;
    let apart = || {
        if subject.end <= span.start { open(subject.end, span.start) } else { open(span.end, subject.start) }
    };
    !subject.is_empty()
        && span.len() == AGAINST.len()
        && catalogue.facet_phrase(&hit.spot) == AGAINST
        && apart()
}

/// Whether a facet is named that nobody names but to ask for it, or in a misspelt phrase that asks: the words of one that is
/// written out tell by themselves whether they ask here ("a friend who is an accountant" asks nothing).
pub(super) fn requests(catalogue: &Catalogue, hit: &FacetHit) -> bool {
    let requested = catalogue.facet(hit.facet).is_some_and(|facet| REQUESTED.contains(&facet.as_str()));
    requested
        || !hit.is_written_out() && hit.spot.closeness >= REQUESTED_CLOSENESS && {
            let phrase: Vec<char> = catalogue.facet_phrase(&hit.spot).chars().collect();
            cues::always_asks(&phrase)
        }
}

/// Whether a phrase that is only nearly there is a part of a longer Latin word: intern in interior.
fn is_another_latin_word(scene: &Scene, found: &Spot) -> bool {
    /// So many more letters make it another word.
    const MORE: usize = 3;
    let latin = |place: &usize| scene.characters.get(*place).is_some_and(char::is_ascii_alphabetic);
    let Range { start, end } = found.span;
    let before = || (0..start).rev().take_while(latin).count();
    let behind = || (end..scene.characters.len()).take_while(latin).count();
    found.closeness < 1.0
        && ((latin(&start) && before() >= MORE) || (end > start && latin(&(end - 1)) && behind() >= MORE))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_phrase_that_is_nearly_there_is_no_part_of_a_longer_latin_word() {
        for (text, span, closeness, expected) in [
            ("interior ต้องเก่งอะไร", 0..5, 0.83, true),
            ("the exterior", 7..12, 0.83, true),
            ("interns ต้องเก่งอะไร", 0..6, 0.9, false),
            ("salary", 0..6, 1.0, false),
            ("salaryman", 0..6, 1.0, false),
            ("ต้องเก่งอะไร", 0..5, 0.9, false),
            ("", 0..0, 0.5, false),
        ] {
            let spot = Spot { owner: 0, phrase: 0, span, closeness, left_out: 0.0, weight: 5.0 };
            assert_eq!(is_another_latin_word(&Scene::new(text), &spot), expected, "{text}");
        }
    }
}
