//! Questions whether one must be able to do something or have something, whatever it is: ต้องทำลาเต้อาร์ตเป็นไหม, ต้องมี pmp ไหม.

use std::ops::Range;

use super::cues::stands;
use super::facet_hits::overlap;
use super::facet_phrases::{MUST_BE_ABLE, MUST_HAVE};
use super::names::{Catalogue, SubjectId};
use super::scene::Scene;
use super::spot::Spot;

/// The facet that says what one must be able to do.
const SKILLS: &str = "skills";
/// What such a question begins with …
const MUST: &str = "ต้อง";
/// … and, behind what must be done, ends with; จำเป็น is another word.
const ABLE: &str = "เป็น";
const NOT_ABLE: [&str; 3] = ["จำ", "ได้", "จะ"];
/// What stands before and behind where it is a part of other words.
const OTHER_WORDS: (&str, &str) = ("ถูก", "การ");
/// Words that ask right behind it, with what may stand between.
const WHETHER: [&str; 10] = ["ไหม", "มั้ย", "มัย", "ปะ", "ป่ะ", "ป่าว", "หรือเปล่า", "รึเปล่า", "เหรอ", "หรอ"];
const TOO: &str = "ด้วย";
/// So many letters weighs such a question: more than the phrases that may stand inside it (ต้องทำ).
const WEIGHT: f32 = 8.0;
/// … and a question for what one must have less than others.
const LIGHT_WEIGHT: f32 = 4.0;

/// What a question for something in Latin letters begins with that one must have, and the facet that tells of it: ต้องมี pmp ไหม.
const HAVE: &str = "ต้องมี";
const QUALIFICATIONS: &str = "qualifications";
/// What is no qualification: conditions of work.
const CONDITIONS: [&str; 6] = ["ot", "wfh", "bonus", "kpi", "hybrid", "remote"];
/// What may stand before such a word that asks.
const BEFORE: [&str; 3] = [" ", "ก่อน", "ด้วย"];

/// The facets that are asked for so, and where; `subjects` are named, and `facets` are asked for in other words.
pub(super) fn spots(
    catalogue: &Catalogue,
    scene: &Scene,
    subjects: &[(SubjectId, Spot)],
    facets: &[(usize, Spot)],
) -> Vec<(usize, Spot)> {
    let named = subjects.iter().map(|(_, named)| named).chain(facets.iter().map(|(_, named)| named));
    let must_have =
        must_have(catalogue, scene, |word| named.clone().any(|named| overlap(&named.span, word) > 0));
    able(catalogue, scene).into_iter().chain(must_have).collect()
}

/// Whether one must have what is called by a Latin word that nothing else explains.
fn must_have(
    catalogue: &Catalogue,
    scene: &Scene,
    is_explained: impl Fn(&Range<usize>) -> bool,
) -> Option<(usize, Spot)> {
    let is = |place: usize, word: &str| stands(&scene.characters, word, place);
    let start = (0..scene.characters.len()).find(|&place| is(place, HAVE))?;
    let behind = start + HAVE.chars().count();
    let rest = scene.characters.get(behind..)?;
    let word = behind + rest.iter().take_while(|c| c.is_ascii()).count();
    if !rest.iter().take(word - behind).any(char::is_ascii_alphabetic) {
        return None;
    }
    let sought: String = rest.iter().take(word - behind).collect();
    if is_explained(&(behind..word)) || CONDITIONS.contains(&sought.trim()) {
        return None;
    }
    let mut end = word;
    while let Some(between) = BEFORE.iter().find(|between| is(end, between)) {
        end += between.chars().count();
    }
    WHETHER.iter().find(|asking| is(end, asking))?;
    let owner = catalogue.number_of_facet(QUALIFICATIONS)?;
    let span = start..behind;
    Some((
        owner,
        Spot { owner, phrase: MUST_HAVE, span, closeness: 1.0, left_out: 0.0, weight: LIGHT_WEIGHT },
    ))
}

/// Whether one must be able to do something.
fn able(catalogue: &Catalogue, scene: &Scene) -> Option<(usize, Spot)> {
    let is = |place: usize, word: &str| stands(&scene.characters, word, place);
    let length = |word: &str| word.chars().count();
    let behind = |place: usize, word: &str| place.checked_sub(length(word)).is_some_and(|at| is(at, word));
    let is_must = |&place: &usize| {
        let end = place + length(MUST);
        let other = behind(place, OTHER_WORDS.0) || is(end, OTHER_WORDS.1);
        is(place, MUST) && !is(end, ABLE) && !other
    };
    let must = (0..scene.characters.len()).find(is_must)? + length(MUST);
    let asked = |place: usize| {
        let end = place + length(ABLE);
        let end = if is(end, TOO) { end + length(TOO) } else { end };
        WHETHER.iter().find(|word| is(end, word)).map(|word| end + length(word))
    };
    let is_able = |&place: &usize| is(place, ABLE) && !NOT_ABLE.iter().any(|word| behind(place, word));
    let (able, end) =
        (must..scene.characters.len()).filter(is_able).find_map(|place| Some((place, asked(place)?)))?;
    // What asks something between them makes two questions of it.
    if scene.cues().asking.iter().any(|cue| (must..able).contains(&cue.start)) {
        return None;
    }
    let owner = catalogue.number_of_facet(SKILLS)?;
    let span = able..end;
    Some((owner, Spot { owner, phrase: MUST_BE_ABLE, span, closeness: 1.0, left_out: 0.0, weight: WEIGHT }))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    #[test]
    fn what_one_must_have_is_asked_for() {
        let catalogue = Catalogue::new(&crate::knowledge::starter().unwrap(), None);
        for (text, expected) in [
            ("ต้องมี pmp ไหม", Some(0..6)),
            ("am ต้องมีistqbก่อนป่าว", Some(3..9)),
            ("ต้องมี pmp", None),
            ("ต้องมีแฟนไหม", None),
            ("มี pmp ไหม", None),
            ("ต้องมี ot ไหม", None),
            ("ต้องมี 5 ไหม", None),
            ("", None),
        ] {
            let found = must_have(&catalogue, &Scene::new(text), |_| false).map(|(_, spot)| spot.span);
            assert_eq!(found, expected, "{text}");
        }
    }

    #[test]
    fn what_one_must_be_able_to_do_is_asked_at_the_end() {
        let catalogue = Catalogue::new(&crate::knowledge::starter().unwrap(), None);
        for (text, expected) in [
            ("ต้องทำลาเต้อาร์ตเป็นไหม", Some(16..23)),
            ("ต้องใช้ sap เป็นด้วยไหม", Some(12..23)),
            ("ต้องสอบผ่านใช่ไหมถึงเป็นด้วย", None),
            ("ต้องฝึกงานก่อนแล้วจะได้เป็นไหม", None),
            ("ถูกต้องไหม พูดอังกฤษเป็นไหม", None),
            ("ต้องการคนทำเป็นไหม", None),
            ("ต้องเป็นคนขยันไหม", None),
            ("ต้องจบตรีจำเป็นไหม", None),
            ("ทำเป็นไหม", None),
            ("ต้อง", None),
            ("", None),
        ] {
            let found = able(&catalogue, &Scene::new(text)).map(|(_, spot)| spot.span);
            assert_eq!(found, expected, "{text}");
        }
    }
}
