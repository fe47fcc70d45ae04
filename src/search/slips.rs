//! What is said in so few letters that a slip leaves nothing to find it by: "AE สกีล", ออกิททำที่บ้านได้ไหม. Where nothing else
//! explains it, it is what it is nearly.

use std::ops::Range;

use super::names::{Catalogue, SubjectId};
use super::query::Query;
use super::reading::{OFFERED, Reading, put_between};
use super::spot::Spot;
use crate::knowledge::ArticleKind;
use crate::text::script::{is_thai, is_word};

/// Parts of so many characters may be phrases; longer ones are found by their pairs of letters …
const OF_PHRASE: Range<usize> = 2..11;
/// … Latin ones from so many on: shorter words are nearly one of hundreds (day is no pay).
const FEWEST_LATIN: usize = 5;
/// The same of names, which are met by chance more easily.
const OF_NAME: Range<usize> = 4..9;
/// So many runs of letters are compared with all names.
const MOST_RUNS: usize = 4;

/// The question with what it asks spelled right, where that is all that stands beside a name.
pub(crate) fn without_slip(query: &Query, catalogue: &Catalogue) -> Option<Reading> {
    let exact = |closeness: f32, left_out: f32| closeness >= 1.0 && left_out <= 0.0;
    let named = query.subjects.first().filter(|hit| exact(hit.spot.closeness, hit.spot.left_out))?;
    if !query.facets.is_empty() || query.tells() {
        return None;
    }
    let characters = &query.scene.characters;
    let sides = [0..named.spot.span.start, named.spot.span.end..characters.len()];
    let word = |place: usize| characters.get(place).is_some_and(|&c| is_word(c));
    let spoken = |side: &Range<usize>| within(side.clone(), |place| word(place) && !query.is_cue(place));
    let [before, behind] = sides.map(|side| Some((spoken(&side)?, within(side, word)?)));
    let (spoken, side) = before.xor(behind)?;
    let thai = |place: usize| characters.get(place).is_some_and(|&c| is_thai(c));
    let long = |part: &Range<usize>| part.len() >= FEWEST_LATIN || part.clone().any(thai);
    let mut parts = [side, spoken].into_iter().filter(|part| OF_PHRASE.contains(&part.len()) && long(part));
    let phrases = catalogue.phrases().spotter();
    let (part, spot) =
        parts.find_map(|part| Some((part.clone(), only(phrases.slipped(&query.scene, &part))?)))?;
    let phrase = catalogue.facet_phrase(&spot);
    let text = |range: Range<usize>| characters.get(range).unwrap_or_default().iter().collect::<String>();
    let text = put_between(&text(0..part.start), &phrase, &text(part.end..characters.len()));
    Some(Reading { text, reason: "a slip in what is asked", certainty: OFFERED, doubtful: false })
}

/// A run of Thai letters that nothing explains, stands alone and is one job's name but for a slip, with the name: of Latin words,
/// hundreds are nearly one (fast is no FA).
pub(super) fn slipped_name(
    query: &Query,
    catalogue: &Catalogue,
    stands_alone: impl Fn(&Range<usize>) -> bool,
) -> Option<(String, Range<usize>)> {
    let thai = |place: usize| query.scene.characters.get(place).is_some_and(|&c| is_thai(c));
    let open = |place: &usize| thai(*place) && query.is_open(*place, &query.facets);
    let places: Vec<usize> = (0..query.scene.characters.len()).filter(open).collect();
    let runs = places.chunk_by(|a, b| a + 1 == *b).filter_map(|run| Some(*run.first()?..run.last()? + 1));
    let mut runs = runs.filter(|run| OF_NAME.contains(&run.len()) && stands_alone(run));
    runs.by_ref().take(MOST_RUNS).find_map(|run| {
        let spot = only(catalogue.slipped_names(&query.scene, &run))?;
        let role = catalogue.subject(SubjectId(spot.owner))?.kind == ArticleKind::Role;
        role.then(|| (catalogue.subject_phrase(&spot), run))
    })
}

/// The first of some spots, if all are of one owner.
fn only(spots: Vec<Spot>) -> Option<Spot> {
    let one =
        spots.windows(2).all(|two| two.first().map(|spot| spot.owner) == two.last().map(|spot| spot.owner));
    spots.into_iter().next().filter(|_| one)
}

/// From the first to the last place of a range that is wanted.
fn within(range: Range<usize>, wanted: impl Fn(usize) -> bool) -> Option<Range<usize>> {
    let first = range.clone().find(|&place| wanted(place))?;
    let last = range.rev().find(|&place| wanted(place))?;
    Some(first..last + 1)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use std::sync::Arc;

    use crate::knowledge::starter;
    use crate::search::{Engine, Question, Verdict};

    #[test]
    fn slips_in_few_letters_are_read_over() {
        let engine = Engine::new(Arc::new(starter().unwrap()));
        for (question, expected) in [
            ("AE สกีล", "ae สกิล"),
            ("หน้สที่ AE ค่ะ", "หน้าที่ ae ค่ะ"),
            ("ออกิท ทำที่บ้าน?", "ออดิท ทำที่บ้าน?"),
            // Something else, and nothing beside it.
            ("AE หมวย", ""),
            ("AE day", ""),
            ("AE map", ""),
            ("สกีล", ""),
            ("ออกซิเจนทำที่บ้าน", ""),
        ] {
            let decision = engine.ask(&Question::new(question));
            assert_eq!(decision.interpreted_as.as_deref().unwrap_or_default(), expected, "{question}");
            assert!(!matches!(decision.verdict, Verdict::Answer { .. }), "{question}");
        }
    }
}
