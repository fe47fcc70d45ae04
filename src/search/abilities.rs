//! Questions whether one must be able to do something, whatever it is: ต้องทำลาเต้อาร์ตเป็นไหม.

use super::names::Catalogue;
use super::scene::Scene;
use super::spot::Spot;

/// The facet that says what one must be able to do.
const SKILLS: &str = "skills";
/// What such a question begins with …
const MUST: &str = "ต้อง";
/// … and, behind what must be done, ends with; จำเป็น is another word.
const ABLE: &str = "เป็น";
const NECESSARY: &str = "จำ";
/// Words that ask right behind it.
const WHETHER: [&str; 9] = ["ไหม", "มั้ย", "มัย", "ปะ", "ป่ะ", "ป่าว", "หรือเปล่า", "รึเปล่า", "ด้วย"];
/// Stands for a phrase where none was found.
const NO_PHRASE: usize = usize::MAX - 1;
/// So many letters weighs such a question: more than the phrases that may stand inside it (ต้องทำ).
const WEIGHT: f32 = 8.0;

/// The facet that is asked for so, and where, if it is.
pub(super) fn spot(catalogue: &Catalogue, scene: &Scene) -> Option<(usize, Spot)> {
    let is = |place: usize, word: &str| {
        word.chars().enumerate().all(|(at, c)| scene.characters.get(place + at) == Some(&c))
    };
    let length = |word: &str| word.chars().count();
    let places = 0..scene.characters.len();
    let must = places.clone().find(|&place| is(place, MUST) && !is(place + length(MUST), ABLE))?;
    let asked = |place: usize| WHETHER.iter().find(|word| is(place + length(ABLE), word));
    let (able, whether) = places
        .skip(must + length(MUST))
        .filter(|&place| {
            is(place, ABLE) && !place.checked_sub(length(NECESSARY)).is_some_and(|at| is(at, NECESSARY))
        })
        .find_map(|place| Some((place, asked(place)?)))?;
    let owner = catalogue.number_of_facet(SKILLS)?;
    let span = able..able + length(ABLE) + length(whether);
    Some((owner, Spot { owner, phrase: NO_PHRASE, span, closeness: 1.0, left_out: 0.0, weight: WEIGHT }))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    #[test]
    fn what_one_must_be_able_to_do_is_asked_at_the_end() {
        let catalogue = Catalogue::new(&crate::knowledge::starter().unwrap(), None);
        for (text, expected) in [
            ("ต้องทำลาเต้อาร์ตเป็นไหม", Some(16..23)),
            ("ต้องใช้ sap เป็นด้วยไหม", Some(12..20)),
            ("ต้องเป็นคนขยันไหม", None),
            ("ต้องจบตรีจำเป็นไหม", None),
            ("ทำเป็นไหม", None),
            ("ต้อง", None),
            ("", None),
        ] {
            let found = spot(&catalogue, &Scene::new(text)).map(|(_, spot)| spot.span);
            assert_eq!(found, expected, "{text}");
        }
    }
}
