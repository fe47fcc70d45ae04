//! Finds known names and phrases inside a longer, misspelt text: candidates by shared character pairs, then alignment.

use std::collections::HashMap;
use std::ops::Range;

use super::align::Pattern;
use crate::text::script::{is_thai, is_thai_mark, is_word};
use crate::text::{fold, ngram};

/// Pairs of folded letters survive one typo in a five-letter word; triples don't.
const PAIR: usize = 2;
/// A name is aligned only when the text holds this share of its pairs, weighted by rarity …
const MIN_OVERLAP: f32 = 0.34;
/// … and it is among so many best.
const MAX_ALIGNED: usize = 24;
/// A spot needs this closeness; below it, names of other roles come in (project manager ~ account manager: 0.6).
const MIN_CLOSENESS: f32 = 0.72;
/// Names lighter than this (about three letters) must be spelled exactly and stand alone: AM ~ AE means nothing.
const SHORT_WEIGHT: f32 = 3.5;
/// Characters aligned around the expected place, beside the name's own length.
const WINDOW_SLACK: usize = 4;
/// Only so many characters of a text are searched, which bounds the time of any question.
const MAX_CHARACTERS: usize = 600;

/// A name or phrase found in a text.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Spot {
    /// What the caller registered.
    pub(crate) owner: usize,
    /// Number of the phrase in the spotter.
    pub(crate) phrase: usize,
    /// Where, in characters of the normalized text.
    pub(crate) span: Range<usize>,
    /// 0..=1, see [`super::align::Alignment`].
    pub(crate) closeness: f32,
    /// Share of the name in words that are left out.
    pub(crate) left_out: f32,
    /// How much of a name was found, in letters, times the cube of the closeness and the share found: of two names that
    /// fit the same text the better one must win over the longer one.
    pub(crate) weight: f32,
}

/// A normalized text prepared for spotting, made once a question.
#[derive(Debug)]
pub(crate) struct Scene {
    /// The characters of the text, capped.
    pub(crate) characters: Vec<char>,
    /// Pairs of folded letters with the place of their first character.
    pairs: Vec<(u64, usize)>,
}

impl Scene {
    /// Prepares a normalized text.
    pub(crate) fn new(normalized: &str) -> Self {
        Self::of(normalized.chars().take(MAX_CHARACTERS).collect())
    }

    /// The same text without some of its characters.
    pub(crate) fn without(&self, span: &Range<usize>) -> Self {
        let kept = self.characters.iter().enumerate().filter(|(place, _)| !span.contains(place));
        Self::of(kept.map(|(_, &c)| c).collect())
    }

    fn of(characters: Vec<char>) -> Self {
        let pairs = pairs(&characters);
        Self { characters, pairs }
    }
}

#[derive(Debug)]
struct Phrase {
    owner: usize,
    pattern: Pattern,
    /// Sorted by key, with places in the pattern.
    pairs: Vec<(u64, usize)>,
    /// Sum of the rarity of all pairs.
    total: f32,
}

/// A fixed set of names or phrases.
#[derive(Debug, Default)]
pub(crate) struct Spotter {
    /// A phrase may miss whole words up to this share of its weight.
    max_left_out: f32,
    phrases: Vec<Phrase>,
    /// Pair → (rarity, phrases that hold it).
    holders: HashMap<u64, (f32, Vec<u32>)>,
    /// Short names by spelling.
    short: HashMap<String, Vec<usize>>,
}

impl Spotter {
    /// Registers normalized phrases with their owners. A phrase is also found without some of its words, as long as they
    /// make up no more than this share of it.
    pub(crate) fn new(phrases: impl IntoIterator<Item = (usize, String)>, max_left_out: f32) -> Self {
        let mut spotter = Self { max_left_out, ..Self::default() };
        for (owner, text) in phrases {
            let pattern = Pattern::new(&text);
            if pattern.word_count() == 0 {
                continue;
            }
            let number = spotter.phrases.len();
            let mut pairs = pairs(pattern.characters());
            pairs.sort_unstable();
            if pattern.weight() < SHORT_WEIGHT {
                spotter.short.entry(text).or_default().push(number);
            } else {
                let id = u32::try_from(number).unwrap_or(u32::MAX);
                for run in pairs.chunk_by(|a, b| a.0 == b.0) {
                    if let Some((key, _)) = run.first() {
                        spotter.holders.entry(*key).or_default().1.push(id);
                    }
                }
            }
            spotter.phrases.push(Phrase { owner, pattern, pairs, total: 0.0 });
        }
        let count = spotter.phrases.len() as f32;
        for (rarity, holders) in spotter.holders.values_mut() {
            *rarity = (1.0 + count / holders.len() as f32).ln();
        }
        for phrase in &mut spotter.phrases {
            phrase.total = phrase
                .pairs
                .chunk_by(|a, b| a.0 == b.0)
                .filter_map(|run| run.first().and_then(|(key, _)| spotter.holders.get(key)))
                .map(|(rarity, _)| rarity)
                .sum();
        }
        spotter
    }

    /// The phrase as registered.
    pub(crate) fn phrase(&self, number: usize) -> String {
        self.phrases
            .get(number)
            .map(|phrase| phrase.pattern.characters().iter().collect())
            .unwrap_or_default()
    }

    /// Every phrase found in the text, best first: by weight found, then by owner and phrase.
    pub(crate) fn spot(&self, scene: &Scene) -> Vec<Spot> {
        let mut spots = self.spot_short(scene);
        for number in self.candidates(scene) {
            let Some(phrase) = self.phrases.get(number) else { continue };
            let window = phrase.window(scene);
            let Some(part) = scene.characters.get(window.clone()) else { continue };
            let Some(found) = phrase.pattern.align(part) else { continue };
            if found.closeness < MIN_CLOSENESS || found.left_out > self.max_left_out {
                continue;
            }
            let span = found.span.start + window.start..found.span.end + window.start;
            if cuts_a_latin_word(&scene.characters, &span) {
                continue;
            }
            spots.push(Spot {
                owner: phrase.owner,
                phrase: number,
                span,
                closeness: found.closeness,
                left_out: found.left_out,
                weight: phrase.pattern.weight() * (1.0 - found.left_out).powi(2) * found.closeness.powi(3),
            });
        }
        spots.sort_by(|a, b| {
            b.weight.total_cmp(&a.weight).then_with(|| (a.owner, a.phrase).cmp(&(b.owner, b.phrase)))
        });
        spots
    }

    /// Short names stand as a whole word: between borders of Latin words, or anywhere for Thai.
    fn spot_short(&self, scene: &Scene) -> Vec<Spot> {
        let mut spots = Vec::new();
        if self.short.is_empty() {
            return spots;
        }
        let characters = &scene.characters;
        for start in 0..characters.len() {
            for length in 1..=MAX_SHORT_LENGTH {
                let span = start..start + length;
                let Some(part) = characters.get(span.clone()) else { break };
                let Some(numbers) = self.short.get(&part.iter().collect::<String>()) else { continue };
                if !stands_alone(characters, &span) {
                    continue;
                }
                for &number in numbers {
                    let Some(phrase) = self.phrases.get(number) else { continue };
                    spots.push(Spot {
                        owner: phrase.owner,
                        phrase: number,
                        span: span.clone(),
                        closeness: 1.0,
                        left_out: 0.0,
                        weight: phrase.pattern.weight(),
                    });
                }
            }
        }
        spots
    }

    /// The phrases worth aligning, best overlap first.
    fn candidates(&self, scene: &Scene) -> Vec<usize> {
        let mut keys: Vec<u64> = scene.pairs.iter().map(|(key, _)| *key).collect();
        keys.sort_unstable();
        keys.dedup();
        let mut overlaps = vec![0.0_f32; self.phrases.len()];
        for key in keys {
            let Some((rarity, holders)) = self.holders.get(&key) else { continue };
            for &holder in holders {
                if let Some(overlap) = overlaps.get_mut(holder as usize) {
                    *overlap += rarity;
                }
            }
        }
        let mut best: Vec<(f32, usize)> = overlaps
            .iter()
            .zip(&self.phrases)
            .enumerate()
            .filter(|(_, (overlap, phrase))| phrase.total > 0.0 && **overlap >= MIN_OVERLAP * phrase.total)
            // The root of the length prefers the longer of two phrases that are found equally well.
            .map(|(number, (overlap, phrase))| (overlap / phrase.total * phrase.total.sqrt(), number))
            .collect();
        best.sort_by(|a, b| b.0.total_cmp(&a.0).then_with(|| a.1.cmp(&b.1)));
        best.truncate(MAX_ALIGNED);
        best.into_iter().map(|(_, number)| number).collect()
    }
}

/// Thai short names carry marks that weigh little, so they may be longer than they weigh.
const MAX_SHORT_LENGTH: usize = 8;

impl Phrase {
    /// The part of the text where most pairs of the phrase meet on one diagonal, with some slack.
    fn window(&self, scene: &Scene) -> Range<usize> {
        let length = self.pattern.characters().len();
        let mut diagonals: Vec<isize> = Vec::new();
        for (key, place) in &scene.pairs {
            let from = self.pairs.partition_point(|(known, _)| known < key);
            for (known, offset) in self.pairs.get(from..).unwrap_or_default() {
                if known != key {
                    break;
                }
                diagonals.push(place.cast_signed() - offset.cast_signed());
            }
        }
        diagonals.sort_unstable();
        let slack = WINDOW_SLACK.cast_signed();
        let mut best = (0, 0);
        for (at, &diagonal) in diagonals.iter().enumerate() {
            let votes =
                diagonals.get(at..).unwrap_or_default().partition_point(|&other| other <= diagonal + slack);
            if votes > best.0 {
                best = (votes, diagonal);
            }
        }
        let start = usize::try_from(best.1 - slack).unwrap_or(0);
        let end = (start + length + length / 2 + 3 * WINDOW_SLACK).min(scene.characters.len());
        start.min(end)..end
    }
}

/// Pairs of the folded letters of a text with the place of their first character in the text as it is.
fn pairs(characters: &[char]) -> Vec<(u64, usize)> {
    let (mut letters, mut places) =
        (Vec::with_capacity(characters.len()), Vec::with_capacity(characters.len()));
    let mut buffer = String::new();
    for (place, &c) in characters.iter().enumerate() {
        if is_thai_mark(c) || !is_word(c) {
            continue;
        }
        buffer.clear();
        buffer.push(c);
        for folded in fold(&buffer).chars() {
            letters.push(folded);
            places.push(place);
        }
    }
    ngram::ngrams(&letters, PAIR).zip(places).collect()
}

/// Whether a span starts in the middle of a Latin word, or ends there leaving more than an ending behind.
fn cuts_a_latin_word(characters: &[char], span: &Range<usize>) -> bool {
    /// Letters of endings such as -s, -ing.
    const ENDING: usize = 3;
    let latin = |place: usize| characters.get(place).is_some_and(|c| c.is_alphanumeric() && !is_thai(*c));
    let cut_at_start = span.start > 0 && latin(span.start) && latin(span.start - 1);
    let cut_at_end = span.end > 0 && latin(span.end - 1) && (span.end..=span.end + ENDING).all(latin);
    cut_at_start || cut_at_end
}

/// Whether a span is no part of a longer Latin word and does not split a Thai letter from its marks.
fn stands_alone(characters: &[char], span: &Range<usize>) -> bool {
    let at = |place: usize| characters.get(place).copied();
    let same_word = |a: Option<char>, b: Option<char>| match (a, b) {
        (Some(a), Some(b)) => is_thai_mark(b) || (is_word(a) && is_word(b) && !is_thai(a) && !is_thai(b)),
        _ => false,
    };
    let before = span.start.checked_sub(1).and_then(at);
    !same_word(before, at(span.start)) && !same_word(at(span.end - 1), at(span.end))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::text::normalize;

    fn spotter() -> Spotter {
        let names =
            ["account manager", "accounting manager", "ผู้จัดการฝ่ายบัญชี", "am", "ae", "นักวิเคราะห์การเงิน", "คือ"];
        Spotter::new(names.into_iter().map(str::to_owned).enumerate(), 0.36)
    }

    #[track_caller]
    fn check(text: &str, expected: &[usize]) {
        let found: Vec<usize> =
            spotter().spot(&Scene::new(&normalize(text))).into_iter().map(|spot| spot.owner).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn names_inside_longer_text() {
        check("อยากรู้ว่า Account Manager ได้เงินเดือนเท่าไหร่", &[0, 1]);
        check("อยากเป็นaccount manager", &[0, 1]);
        check("acount manger salary", &[0]);
        check("ผุ้จัดการฝ่ายบันชีทำไรบ้าง", &[2]);
        check("project manager salary", &[]);
        check("นักวิเคราะห์ข้อมูลเงินเดือนเท่าไหร่", &[]);
        check("", &[]);
    }

    #[test]
    fn short_names_stand_alone() {
        check("AM เงินเดือนเท่าไหร่", &[3]);
        check("AMเงินเดือนเท่าไหร่", &[3]);
        check("amazon เงินเดือน", &[]);
        check("roiคืออะไร", &[6]);
        check("คือ่", &[]);
    }

    proptest! {
        #[test]
        fn any_text_is_searched_without_panic(text in "\\PC{0,80}") {
            let scene = Scene::new(&normalize(&text));
            for spot in spotter().spot(&scene) {
                prop_assert!(spot.span.end <= scene.characters.len());
            }
        }
    }
}
