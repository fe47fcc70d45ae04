//! Finds known names and phrases inside a longer, misspelt text: candidates by shared character pairs, then alignment.

use std::ops::Range;

use rustc_hash::FxHashSet;
use strsim::osa_distance;

use super::align::{Aligner, Alignment};
use super::costs::weight;
use super::edits::Skeleton;
use super::letters::{Letter, SPACE, WORD_START, character};
use super::pairs::each_key;
use super::phrases::Phrases;
use super::postings::Postings;
use super::relevance::rarity;
use super::scene::{Scene, cuts_a_word, exact, window};
use super::short_names::ShortNames;
use super::strictness::Strictness;

/// Phrases of which a text holds this share of pairs are looked for letter by letter …
const WHOLE_OVERLAP: f32 = 0.999;
/// … so many of the best.
const MAX_EXACT: usize = 64;
/// So many places of each are told apart: "income tax preparer income" names the tax first.
const MAX_PLACES: usize = 3;
/// So many postings of pairs are read for a text: all of them for thousands of names, the rarest pairs' for millions.
const MAX_POSTINGS: usize = 400_000;
/// A pair of letters that the text lacks takes at least so much of the closeness, as a share of the name's pairs: one wrong
/// letter takes two pairs.
const PAIR_LOSS: f32 = 0.4;
/// How much more it counts to hold a phrase wholly than to hold a long one: of thousands many long phrases are held in part. The
/// power makes two thirds of the alignments, half for names, find as much as the overlap itself.
const LIKENESS: i32 = 4;
/// Lighter names may miss no word: what is left would be another name (เอฟเอ is no ซีเอฟเอ).
const MIN_PARTIAL_WEIGHT: f32 = 8.0;
/// What is expected so near to a place may reach over it.
const NEAR: usize = 4;
/// So many letters more may an alignment cost, for what the text has between the words of a phrase, which its closeness does not
/// count; without, one golden question of 4,800 loses its answer.
const BETWEEN_WORDS: f32 = 1.5;
/// Lighter names stand between the borders of words, with no slip: factor is no actor, what suit no what's.
const SLIP_WEIGHT: f32 = 7.0;
/// One with a space a letter early is as close as this besides: account number is no accountant.
const EARLY_SPACE_CLOSENESS: f32 = 0.9;
/// In shorter phrases a slip leaves too little; marks count as letters.
const SHORTEST_SLIPPED: usize = 3;
/// More phrases are not compared one by one, which bounds the time.
const MOST_COMPARED: usize = 30_000;
/// A phrase is hidden where an exact one stands on this share of its expected place.
const HIDDEN_SHARE: f32 = 0.8;

/// Owns what is no longer found.
const FORGOTTEN: u32 = u32::MAX;

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

impl Spot {
    /// Whether it stands whole and exactly, heavier than another may be, on nearly all of the place where that is expected.
    fn hides(&self, expected: &Range<usize>, attainable: f32) -> bool {
        let shared = self.span.end.min(expected.end).saturating_sub(self.span.start.max(expected.start));
        self.closeness >= 1.0
            && self.left_out <= 0.0
            && self.weight >= attainable
            && shared as f32 >= HIDDEN_SHARE * expected.len() as f32
    }
}

/// Which of some phrases hold a pair of letters.
pub(crate) fn holders(phrases: &Phrases) -> Postings {
    let keys = |number, keys: &mut Vec<u32>| each_key(phrases.letters(number), |key| keys.push(key));
    Postings::new(phrases.len(), phrases.letter_count(), |_, _| 1.0, keys)
}

/// A fixed set of names or phrases, a few dozen bytes each.
#[derive(Debug, Default)]
pub(crate) struct Spotter {
    strictness: Strictness,
    owners: Vec<u32>,
    phrases: Phrases,
    /// Which phrases hold a pair.
    holders: Postings,
    /// Sum of the rarity of each phrase's pairs.
    totals: Vec<f32>,
    /// How much of it a text must hold; more than any text holds where there are none.
    enough: Vec<f32>,
    short: ShortNames,
}

impl Spotter {
    /// Registers normalized phrases with their owners; `holders` tells which of them hold a pair.
    pub(crate) fn new<'a>(
        phrases: impl IntoIterator<Item = (usize, &'a str)>,
        strictness: Strictness,
        holders: impl FnOnce(&Phrases) -> Postings,
    ) -> Self {
        let mut spotter = Self { strictness, ..Self::default() };
        for (owner, text) in phrases {
            let number = u32::try_from(spotter.phrases.len()).unwrap_or(u32::MAX);
            let Some(letters) = spotter.phrases.add(text) else { continue };
            spotter.short.add(number, letters);
            spotter.owners.push(u32::try_from(owner).unwrap_or(u32::MAX));
        }
        spotter.holders = holders(&spotter.phrases);
        let all = spotter.phrases.len() as f32;
        spotter.totals = spotter.holders.totals(|holders| rarity(holders as f32, all));
        let enough = |total: &f32| if *total > 0.0 { strictness.overlap * total } else { f32::INFINITY };
        spotter.enough = spotter.totals.iter().map(enough).collect();
        spotter
    }

    /// How many phrases there are.
    pub(crate) fn len(&self) -> usize {
        self.phrases.len()
    }

    /// Finds a phrase no longer.
    pub(crate) fn forget(&mut self, number: usize) {
        if let (Some(enough), Some(owner)) = (self.enough.get_mut(number), self.owners.get_mut(number)) {
            *enough = f32::INFINITY;
            *owner = FORGOTTEN;
        }
    }

    /// The phrase as registered, but for what the alphabet lacks.
    pub(crate) fn phrase(&self, number: usize) -> String {
        self.phrases.letters(number).iter().map(|&letter| character(letter)).collect()
    }

    /// Phrases found in the text, best first: by weight found, then by owner and phrase. Of each owner the best is there,
    /// and others that may be as good elsewhere.
    pub(crate) fn spot(&self, scene: &Scene) -> Vec<Spot> {
        let short = self.short.spot(scene).into_iter();
        let short = short.filter_map(|(number, found)| self.found(number as usize, found)).collect();
        self.spot_where(scene, &self.strictness, short, |_| true)
    }

    /// Parts of names found in the text, in the same order.
    pub(crate) fn spot_parts(&self, scene: &Scene) -> Vec<Spot> {
        self.spot_where(scene, &Strictness::PARTS, Vec::new(), |_| true)
    }

    /// The same of phrases on both sides of a place; short ones are passed over.
    pub(crate) fn spot_across(&self, scene: &Scene, place: usize) -> Vec<Spot> {
        let near = |span: &Range<usize>| span.start < place + NEAR && place < span.end + NEAR;
        let mut spots = self.spot_where(scene, &self.strictness, Vec::new(), near);
        spots.retain(|spot| spot.span.start < place && place < spot.span.end);
        spots
    }

    /// The phrases that a part of the text is but for a slip, longest first, whatever pairs of letters they share: of a few letters a
    /// slip leaves hardly one. None of so many that one is nearly anything.
    pub(crate) fn slipped(&self, scene: &Scene, part: &Range<usize>) -> Vec<Spot> {
        let letters = scene.letters.get(part.clone()).unwrap_or_default();
        if self.phrases.len() > MOST_COMPARED {
            return Vec::new();
        }
        let typed: String = scene.characters.get(part.clone()).unwrap_or_default().iter().collect();
        let skeleton = Skeleton::new(letters);
        let alike = (0..self.phrases.len()).filter(|&number| {
            let pattern = self.phrases.letters(number);
            let at_an_end = pattern.first() == letters.first() || pattern.last() == letters.last();
            at_an_end
                && self.owners.get(number) != Some(&FORGOTTEN)
                && pattern.len() >= SHORTEST_SLIPPED
                && pattern.len().abs_diff(letters.len()) <= 1
                && skeleton.fewest_edits(pattern) <= 1
                && osa_distance(&self.phrase(number), &typed) == 1
        });
        let mut spots: Vec<Spot> = alike
            .filter_map(|number| {
                let closeness = 1.0 - 1.0 / self.phrases.letters(number).len() as f32;
                self.found(number, Alignment { closeness, ..Alignment::exact(part.clone()) })
            })
            .collect();
        spots.sort_by(|a, b| {
            b.closeness.total_cmp(&a.closeness).then_with(|| (a.owner, a.phrase).cmp(&(b.owner, b.phrase)))
        });
        spots
    }

    /// What was found already, and phrases that may stand where it is wanted.
    fn spot_where(
        &self,
        scene: &Scene,
        strictness: &Strictness,
        mut spots: Vec<Spot>,
        wanted: impl Fn(&Range<usize>) -> bool,
    ) -> Vec<Spot> {
        let mut candidates = self.candidates(scene, strictness);
        let whole = |candidate: &Candidate| candidate.overlap >= WHOLE_OVERLAP;
        let mut exactly = FxHashSet::default();
        for Candidate { number, .. } in best(candidates.iter().copied().filter(whole).collect(), MAX_EXACT) {
            let mut places = exact(self.phrases.letters(number), scene).peekable();
            if places.peek().is_some() {
                exactly.insert(number);
            }
            for span in places.filter(|span| wanted(span)).take(MAX_PLACES) {
                spots.extend(self.found(number, Alignment::exact(span)));
            }
        }
        candidates.retain(|candidate| !exactly.contains(&candidate.number));
        let (mut aligner, mut marked) = (Aligner::new(&scene.letters), Vec::new());
        for Candidate { number, overlap, .. } in best(candidates, strictness.aligned) {
            let Some(&owner) = self.owners.get(number) else { continue };
            let owner = owner as usize;
            let pattern = self.phrases.letters(number);
            let full = weight(pattern);
            let attainable = full * (1.0 - PAIR_LOSS * (1.0 - overlap)).powi(3);
            if spots.iter().any(|spot: &Spot| spot.owner == owner && spot.weight >= attainable) {
                continue;
            }
            self.phrases.mark_words(number, &mut marked);
            let most_edits = strictness.most_edits(&marked);
            if scene.skeleton.fewest_edits(pattern) as f32 > most_edits {
                continue;
            }
            let (expected, window) = window(pattern, scene);
            let hidden = || spots.iter().any(|spot| spot.hides(&expected, attainable));
            if !wanted(&expected) || (strictness.only_strongest && hidden()) {
                continue;
            }
            let found = aligner.align(&marked, &window, most_edits + BETWEEN_WORDS);
            let Some(found) =
                found.and_then(|found| uncut(found, pattern, &scene.characters, strictness.slips))
            else {
                continue;
            };
            let too_short = found.left_out > 0.0 && full < MIN_PARTIAL_WEIGHT;
            if found.closeness < strictness.closeness || found.left_out > strictness.left_out || too_short {
                continue;
            }
            spots.extend(self.found(number, found));
        }
        spots.sort_by(|a, b| {
            b.weight.total_cmp(&a.weight).then_with(|| (a.owner, a.phrase).cmp(&(b.owner, b.phrase)))
        });
        spots
    }

    /// A phrase that was aligned to a part of the text.
    fn found(&self, phrase: usize, found: Alignment) -> Option<Spot> {
        let full = weight(self.phrases.letters(phrase));
        Some(Spot {
            owner: *self.owners.get(phrase)? as usize,
            phrase,
            span: found.span,
            closeness: found.closeness,
            left_out: found.left_out,
            weight: full * (1.0 - found.left_out).powi(2) * found.closeness.powi(3),
        })
    }

    /// The phrases of which the text has enough pairs.
    fn candidates(&self, scene: &Scene, strictness: &Strictness) -> Vec<Candidate> {
        let keys = scene.pairs.chunk_by(|(one, _), (other, _)| one == other);
        let keys = keys.filter_map(|alike| alike.first()).map(|(key, _)| *key);
        let all = self.phrases.len() as f32;
        let overlaps = self.holders.weigh_by(keys, |holders| rarity(holders as f32, all), MAX_POSTINGS);
        let mut candidates = Vec::new();
        // What is enough by the names' own strictness, in that of this search.
        let share = strictness.overlap / self.strictness.overlap;
        for (block, (overlaps, enough)) in overlaps.chunks(BLOCK).zip(self.enough.chunks(BLOCK)).enumerate() {
            let held = || overlaps.iter().zip(enough).map(|(overlap, enough)| *overlap >= share * enough);
            if !held().fold(false, |any, held| any | held) {
                continue;
            }
            for (place, _) in held().enumerate().filter(|(_, held)| *held) {
                let number = block * BLOCK + place;
                if let (Some(&overlap), Some(&total)) = (overlaps.get(place), self.totals.get(number)) {
                    let overlap = (overlap / total).min(1.0);
                    let merit = overlap.powi(LIKENESS) * total.sqrt();
                    candidates.push(Candidate { number, overlap, merit });
                }
            }
        }
        candidates
    }
}

/// What was aligned, unless it cuts a word by more than a slip: one letter too many before a long name (sloan officer), or a space
/// that came a letter early (manage rsalary).
fn uncut(found: Alignment, pattern: &[Letter], characters: &[char], slips: bool) -> Option<Alignment> {
    let cuts = |span: &Range<usize>| cuts_a_word(characters, span);
    if !cuts(&found.span) {
        return Some(found);
    }
    let span = found.span.clone();
    let is_space = |place: Option<usize>| place.and_then(|place| characters.get(place)) == Some(&' ');
    let early_space = is_space(span.end.checked_sub(2))
        && span.len() <= pattern.len() + 1
        && found.closeness >= EARLY_SPACE_CLOSENESS
        && pattern.iter().rev().nth(1).is_some_and(|&letter| letter & !WORD_START != SPACE);
    let found_weight = weight(pattern) * (1.0 - found.left_out);
    if !slips || found_weight < SLIP_WEIGHT {
        return None;
    }
    if early_space && !cuts(&(span.start..span.end - 1)) {
        return Some(found);
    }
    let wider = span.start.checked_sub(1)?..span.end;
    (!cuts(&wider)).then(|| Alignment {
        closeness: found.closeness - 1.0 / found_weight,
        span: wider,
        ..found
    })
}

/// A phrase that may be in a text.
#[derive(Debug, Clone, Copy)]
struct Candidate {
    number: usize,
    /// The share of its pairs that the text has, weighted by rarity, up to 1.
    overlap: f32,
    /// A power of the overlap times the root of what the pairs weigh, which prefers the longer of two phrases that are found
    /// about equally well.
    merit: f32,
}

/// The candidates of most merit, best first, at most so many.
fn best(mut candidates: Vec<Candidate>, most: usize) -> Vec<Candidate> {
    let order =
        |a: &Candidate, b: &Candidate| b.merit.total_cmp(&a.merit).then_with(|| a.number.cmp(&b.number));
    if candidates.len() > most {
        candidates.select_nth_unstable_by(most, order);
        candidates.truncate(most);
    }
    candidates.sort_by(order);
    candidates
}

/// Phrases that are passed over together where the text holds too little of each.
const BLOCK: usize = 16;

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::text::normalize;

    fn spotter() -> Spotter {
        let names =
            ["account manager", "accounting manager", "ผู้จัดการฝ่ายบัญชี", "am", "ae", "นักวิเคราะห์การเงิน", "คือ"];
        Spotter::new(names.into_iter().enumerate(), Strictness::NAMES, holders)
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
