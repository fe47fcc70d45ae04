//! Names of few letters, which no shared pairs of letters tell from others: they are looked up by their spelling.

use std::ops::Range;

use rustc_hash::FxHashMap;

use super::align::Alignment;
use super::costs::{plain, weight};
use super::letters::{Letter, character, is_latin};
use super::pairs::SHORT_WEIGHT;
use super::scene::{Scene, stands_alone};

/// Thai short names carry marks that weigh little, so they may be longer than they weigh.
const MAX_LETTERS: usize = 8;
/// Latin words of so many letters lose most of their pairs where two letters are swapped (nruse).
const SWAPPED_LETTERS: Range<usize> = 4..7;
/// Marks that people put into foreign names at will (เช๊ฟ).
const LOOSE_MARKS: [char; 2] = ['๊', '็'];
/// How close a short name is with such a mark more.
const MARKED_CLOSENESS: f32 = 0.9;

/// Short names by their letters.
#[derive(Debug, Default)]
pub(super) struct ShortNames {
    exact: FxHashMap<u64, Vec<u32>>,
    /// Latin words by their letters in the order of the alphabet.
    swapped: FxHashMap<u64, Vec<(u32, Vec<Letter>)>>,
}

impl ShortNames {
    /// Takes the name of this number, if it is short.
    pub(super) fn add(&mut self, number: u32, letters: &[Letter]) {
        if weight(letters) < SHORT_WEIGHT && letters.len() <= MAX_LETTERS {
            self.exact.entry(key(letters)).or_default().push(number);
        } else if SWAPPED_LETTERS.contains(&letters.len()) && letters.iter().all(|&letter| is_latin(letter)) {
            let letters: Vec<Letter> = letters.iter().map(|&letter| plain(letter)).collect();
            self.swapped.entry(sorted_key(&letters)).or_default().push((number, letters));
        }
    }

    /// The names that stand in a text as whole words: between borders of Latin words, or anywhere for Thai.
    pub(super) fn spot(&self, scene: &Scene) -> Vec<(u32, Alignment)> {
        let mut spots = Vec::new();
        if !self.exact.is_empty() {
            self.spot_exact(scene, &mut spots);
        }
        if !self.swapped.is_empty() {
            self.spot_swapped(scene, &mut spots);
        }
        spots
    }

    fn spot_exact(&self, scene: &Scene, spots: &mut Vec<(u32, Alignment)>) {
        let is_loose = |letter: Letter| LOOSE_MARKS.contains(&character(plain(letter)));
        let begins = |start: &usize| scene.letters.get(*start).is_some_and(|&letter| !is_loose(letter));
        for start in (0..scene.letters.len()).filter(begins) {
            let (mut spelled, mut bare) = (0, 0);
            for (length, &letter) in (1..=MAX_LETTERS).zip(scene.letters.get(start..).unwrap_or_default()) {
                let span = start..start + length;
                spelled = with_letter(spelled, letter);
                if !is_loose(letter) {
                    bare = with_letter(bare, letter);
                }
                let mut known = self.exact.get(&spelled).map(|numbers| (numbers, 1.0));
                // A mark at the end is one of another letter: ซีพีเอ็ม.
                if known.is_none() && bare != spelled && !is_loose(letter) {
                    known = self.exact.get(&bare).map(|numbers| (numbers, MARKED_CLOSENESS));
                }
                let Some((numbers, closeness)) = known else { continue };
                if !stands_alone(&scene.characters, &span) {
                    continue;
                }
                let found = Alignment { closeness, ..Alignment::exact(span) };
                spots.extend(numbers.iter().map(|&number| (number, found.clone())));
            }
        }
    }

    fn spot_swapped(&self, scene: &Scene, spots: &mut Vec<(u32, Alignment)>) {
        let mut start = 0;
        for word in scene.letters.chunk_by(|&a, &b| is_latin(a) == is_latin(b)) {
            let span = start..start + word.len();
            start = span.end;
            if !SWAPPED_LETTERS.contains(&word.len()) || !word.first().is_some_and(|&letter| is_latin(letter))
            {
                continue;
            }
            let word: Vec<Letter> = word.iter().map(|&letter| plain(letter)).collect();
            for (number, name) in self.swapped.get(&sorted_key(&word)).into_iter().flatten() {
                if is_swapped(&word, name) && stands_alone(&scene.characters, &span) {
                    let closeness = 1.0 - 1.0 / name.len() as f32;
                    spots.push((*number, Alignment { closeness, ..Alignment::exact(span.clone()) }));
                }
            }
        }
    }
}

/// Whether two neighbours of one word stand the other way round in the other, and nothing else differs.
fn is_swapped(word: &[Letter], name: &[Letter]) -> bool {
    let differ: Vec<usize> = (0..name.len()).filter(|&place| word.get(place) != name.get(place)).collect();
    matches!(differ.as_slice(), [first, second] if first + 1 == *second)
}

fn key(letters: &[Letter]) -> u64 {
    letters.iter().fold(0, |key, &letter| with_letter(key, letter))
}

fn sorted_key(letters: &[Letter]) -> u64 {
    let mut letters = letters.to_vec();
    letters.sort_unstable();
    key(&letters)
}

fn with_letter(key: u64, letter: Letter) -> u64 {
    key << u8::BITS | u64::from(plain(letter))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::search::letters::in_place;
    use crate::text::normalize;

    #[test]
    fn short_names_and_their_slips() {
        let mut names = ShortNames::default();
        for (number, name) in (0..).zip(["am", "เชฟ", "nurse", "กุ๊ก"]) {
            let letters: Vec<Letter> = in_place(name.chars()).collect();
            names.add(number, &letters);
        }
        for (text, expected) in [
            ("AM ทำอะไร", Some((0, 1.0))),
            ("MA ทำอะไร", None),
            ("เงินเดือนเชฟ", Some((1, 1.0))),
            ("เงินเดือนเช๊ฟ", Some((1, 0.9))),
            ("เงินเดือนเช้ฟ", None),
            ("what does a nruse do", Some((2, 0.8))),
            ("what does a nures do", Some((2, 0.8))),
            ("nurse", None),
            ("reuns", None),
            ("เชฟ็มทำอะไร", None),
            ("กุกทำอะไร", None),
            ("กุ๊กทำอะไร", Some((3, 1.0))),
        ] {
            let found = names.spot(&Scene::new(&normalize(text)));
            let found = found.first().map(|(number, found)| (*number, found.closeness));
            assert_eq!(found, expected, "{text}");
        }
    }
}
