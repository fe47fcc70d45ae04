//! Names of jobs that are parts of the names of places and things: พยาบาล of โรงพยาบาล.

use std::ops::Range;

use super::names::SubjectId;
use super::query::SPELLED;
use super::scene::Scene;
use super::spot::Spot;
use crate::text::script::is_thai;

/// Words before a Thai name that make a place or a thing of it.
const THINGS: [&str; 3] = ["โรง", "รถ", "ห้อง"];

/// The names without those that stand nowhere but in the name of a place or a thing, which names no job by itself.
pub(super) fn without_things(mut spots: Vec<(SubjectId, Spot)>, scene: &Scene) -> Vec<(SubjectId, Spot)> {
    let of_thing = |spot: &Spot| is_of_a_thing(&spot.span, scene);
    if spots.iter().any(|(_, spot)| of_thing(spot)) {
        let is_whole = |spot: &Spot| spot.closeness >= SPELLED && spot.left_out <= 0.0;
        let elsewhere = spots.iter().filter(|(_, spot)| is_whole(spot) && !of_thing(spot));
        let elsewhere: Vec<SubjectId> = elsewhere.map(|(subject, _)| *subject).collect();
        spots.retain(|(subject, spot)| !of_thing(spot) || elsewhere.contains(subject));
    }
    spots
}

/// Whether a Thai name is a part of the name of a place or a thing.
fn is_of_a_thing(span: &Range<usize>, scene: &Scene) -> bool {
    let before = scene.characters.get(..span.start).unwrap_or_default();
    let thai = scene.characters.get(span.start).is_some_and(|&c| is_thai(c));
    // รถ of สามารถ is none.
    let is_thing = |thing: &str| {
        let thing: Vec<char> = thing.chars().collect();
        before.ends_with(&thing) && scene.word_starts().contains(&(before.len() - thing.len()))
    };
    thai && THINGS.iter().any(|thing| is_thing(thing))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::search::align::Alignment;

    /// How many of the places are left at which a name is found in a text.
    fn left(text: &str, name: &str) -> usize {
        let scene = Scene::new(text);
        let name: Vec<char> = name.chars().collect();
        let starts =
            (0..scene.characters.len()).filter(|&start| scene.characters[start..].starts_with(&name));
        let spots = starts.map(|start| {
            let found = Alignment::exact(start..start + name.len());
            let spot = Spot {
                owner: 0,
                phrase: 0,
                span: found.span,
                closeness: found.closeness,
                left_out: found.left_out,
                weight: 1.0,
            };
            (SubjectId(0), spot)
        });
        without_things(spots.collect(), &scene).len()
    }

    #[test]
    fn a_hospital_is_no_nurse() {
        for (text, expected) in [
            ("พยาบาลเงินเดือนเท่าไหร่", 1),
            ("แม่บ้านโรงพยาบาลได้วันละกี่บาท", 0),
            ("คนขับรถพยาบาลต้องมีใบขับขี่แบบไหน", 0),
            ("เงินเดือนพยาบาลโรงพยาบาลรัฐเท่าไหร่", 2),
            ("โรง พยาบาล", 1),
            ("ความสามารถพยาบาลต้องมีอะไรบ้าง", 1),
            ("", 0),
        ] {
            assert_eq!(left(text, "พยาบาล"), expected, "{text}");
        }
    }
}
