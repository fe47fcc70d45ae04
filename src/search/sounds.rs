//! Latin names by how they sound, to find them where they are written in Thai letters (แอคเคาท์เมเนเจอร์).

use std::cell::LazyCell;
use std::ops::Range;

use rustc_hash::FxHashMap;
use strsim::normalized_damerau_levenshtein;

use super::cues;
use super::query::SpelledRight;
use super::reading::put_between;
use super::similar::Letters;
use crate::text::script::{is_thai, is_thai_leading_vowel};
use crate::text::segment::spans;
use crate::text::transliterate::{LEAST_SOUND_COST, Sound, add_skeleton, onsets, skeleton, sound_closeness};

/// Names that sound shorter than this are met by chance.
const MIN_SOUNDS: usize = 5;
/// Closeness of consonant skeletons that makes two names one; native Thai reaches 0.67 by accident.
const MIN_SOUND_CLOSENESS: f64 = 0.87;
/// The same in a text of more than so many borders of words: the longer it is, the more runs of native words there are to sound
/// like one of hundreds of names. Without it a third more of long messages get an offer.
const MIN_SOUND_CLOSENESS_IN_LONG: f64 = 0.95;
const LONG_TEXT: usize = 20;
/// Shorter skeletons must be heard exactly: native Thai comes close to five or six sounds by chance (ขวางทางเท้า is no
/// accountant).
const UNMISTAKABLE_SOUNDS: usize = 7;
/// Of a run of words that sounds like a name, known words may make up so much: คนหน้ามันใช้ is no accounting manager.
const MAX_CUES_IN_NAME: f32 = 0.25;
/// Skeletons whose lengths differ by more are not compared.
const MAX_SOUND_DIFFERENCE: usize = 3;
/// A transliterated name shatters into at most so many pieces …
const MAX_NAME_PIECES: usize = 14;
/// … and is looked for among the first borders of a text …
const MAX_TRANSLITERATED_WORDS: usize = 60;
/// … with at most so many comparisons, which bounds the time whatever the number of names.
const MAX_COMPARISONS: usize = 20_000;

/// The skeletons of Latin names. Invariant: sorted by first sound and length, then by sound and name.
#[derive(Debug, Default)]
pub(crate) struct Sounds {
    names: Vec<Sounding>,
    /// Where the names of a first sound and a length stand.
    alike: FxHashMap<(u8, usize), Range<usize>>,
    /// The longest skeleton.
    longest: usize,
}

#[derive(Debug, PartialEq)]
struct Sounding {
    /// First sound and length of the skeleton.
    kind: (u8, usize),
    sound: Sound,
    /// Whether the beginning of a word leaves nothing in the skeleton but its vowel.
    swallowed: bool,
    letters: Letters,
    name: String,
}

/// A run of a text's words that sounds like a name.
struct Heard<'a> {
    closeness: f64,
    span: Range<usize>,
    name: &'a str,
}

impl Sounds {
    /// Collects the names that are long enough to be heard.
    pub(crate) fn new<'a>(names: impl Iterator<Item = &'a String>) -> Self {
        let mut names: Vec<Sounding> = names
            .filter_map(|name| {
                let skeleton = skeleton(name);
                let kind = (skeleton.bytes().next()?, skeleton.len());
                let letters = Letters::of(&skeleton);
                (skeleton.len() >= MIN_SOUNDS).then(|| Sounding {
                    kind,
                    sound: Sound::new(skeleton, &onsets(name)),
                    swallowed: swallows_a_vowel(name),
                    letters,
                    name: name.clone(),
                })
            })
            .collect();
        names.sort_unstable_by(|a, b| {
            (a.kind, a.sound.as_str(), &a.name).cmp(&(b.kind, b.sound.as_str(), &b.name))
        });
        names.dedup();
        let mut alike = FxHashMap::default();
        let mut start = 0;
        for run in names.chunk_by(|a, b| a.kind == b.kind) {
            if let Some(first) = run.first() {
                alike.insert(first.kind, start..start + run.len());
            }
            start += run.len();
        }
        let longest = names.iter().map(|name| name.sound.as_str().len()).max().unwrap_or_default();
        Self { names, alike, longest }
    }

    /// The text with the Thai words that sound like a name replaced by that name, and how alike they sound (0..=1);
    /// `None` when none does. A piece of a name that is spelled right is no other name, and what is mostly a phrase is none
    /// (เพจ·ได้เดือนละ is no budget analyst).
    pub(crate) fn written(&self, normalized: &str, spelled: &SpelledRight) -> Option<(String, f32)> {
        if self.names.is_empty() || !normalized.chars().any(is_thai) {
            return None;
        }
        let heard =
            self.heard(normalized, &bytes(normalized, &spelled.names), &bytes(normalized, &spelled.phrases))?;
        let (before, after) = (normalized.get(..heard.span.start)?, normalized.get(heard.span.end..)?);
        // A closeness lies in 0..=1, so nothing is lost that matters.
        #[allow(clippy::cast_possible_truncation)]
        let closeness = heard.closeness as f32;
        Some((put_between(before, heard.name, after), closeness))
    }

    /// The run of words that sounds most like a name. Of equally close ones the longer run wins, then the name that sorts
    /// first.
    fn heard(&self, normalized: &str, named: &[Range<usize>], phrases: &[Range<usize>]) -> Option<Heard<'_>> {
        let cues = cue_spans(normalized);
        let words: Vec<usize> = spans(normalized).flat_map(|(start, end)| [start, end]).collect();
        let borders = borders(&words, normalized, &cues);
        // Letters inside a foreign word are no cue (ก็ in มาร์เก็ตเตอร์).
        let is_whole = |cue: &Range<usize>| [cue.start, cue.end].iter().all(|end| words.contains(end));
        let cues: Vec<Range<usize>> =
            cues.into_iter().filter(is_whole).chain(phrases.iter().cloned()).collect();
        let least = if borders.len() > LONG_TEXT { MIN_SOUND_CLOSENESS_IN_LONG } else { MIN_SOUND_CLOSENESS };
        let mut best: Option<Heard<'_>> = None;
        let mut comparisons = 0;
        for (first, &start) in borders.iter().enumerate() {
            let (mut sound, mut heard_up_to) = (String::new(), start);
            for &end in borders.iter().skip(first + 1).take(MAX_NAME_PIECES) {
                let (Some(part), Some(before), Some(piece)) = (
                    normalized.get(start..end),
                    normalized.get(start..heard_up_to),
                    normalized.get(heard_up_to..end),
                ) else {
                    break;
                };
                if part.starts_with(' ') || !may_be_in_name(piece) {
                    break;
                }
                add_skeleton(&mut sound, before, piece);
                heard_up_to = end;
                if sound.len() > self.longest + MAX_SOUND_DIFFERENCE {
                    break;
                }
                let cut = named.iter().any(|name| cuts(&(start..end), name));
                if sound.len() < MIN_SOUNDS || part.ends_with(' ') || !part.contains(is_thai) || cut {
                    continue;
                }
                let letters = Letters::of(&sound);
                let heard = LazyCell::new(|| Sound::new(sound.clone(), &[]));
                for known in self.sounding_like(&sound) {
                    let long = known.sound.as_str().len() >= UNMISTAKABLE_SOUNDS;
                    let known_best = best.as_ref().map_or(0.0, |best| best.closeness);
                    let enough = if long { least } else { 1.0 }.max(known_best);
                    let may_be_close = if long {
                        may_be_close(&known.letters, &letters, enough)
                    } else {
                        known.sound.as_str() == sound
                    };
                    if !may_be_close || (known.swallowed && !has_vowel_inside(part)) {
                        continue;
                    }
                    comparisons += 1;
                    if comparisons > MAX_COMPARISONS {
                        return best;
                    }
                    let Some(closeness) = sound_closeness(&known.sound, &heard, enough) else {
                        continue;
                    };
                    let longer = best.as_ref().is_none_or(|best| end - start > best.span.len());
                    if (closeness > known_best || longer)
                        && cue_share(normalized, &cues, &(start..end)) <= MAX_CUES_IN_NAME
                        // A name that is spelled right needs no Thai letters beside it.
                        && !part.contains(&known.name)
                        && latin_words_fit(part, &known.name)
                        && begin_alike(part, &known.name)
                    {
                        best = Some(Heard { closeness, span: start..end, name: &known.name });
                    }
                }
            }
        }
        best
    }

    /// The names that begin with the same sound and are about as long: the first sound is the last one to be misheard.
    fn sounding_like(&self, sound: &str) -> impl Iterator<Item = &Sounding> {
        let first = sound.bytes().next().unwrap_or_default();
        let lengths = sound.len().saturating_sub(MAX_SOUND_DIFFERENCE)..=sound.len() + MAX_SOUND_DIFFERENCE;
        lengths
            .filter_map(move |length| self.alike.get(&(first, length)))
            .filter_map(|range| self.names.get(range.clone()))
            .flatten()
    }
}

/// Spans of characters in bytes.
fn bytes(text: &str, spans: &[Range<usize>]) -> Vec<Range<usize>> {
    let places: Vec<usize> = text.char_indices().map(|(byte, _)| byte).collect();
    let place = |character: usize| places.get(character).copied().unwrap_or(text.len());
    spans.iter().map(|span| place(span.start)..place(span.end)).collect()
}

/// Whether a span takes a piece of another one, not all of it.
fn cuts(span: &Range<usize>, other: &Range<usize>) -> bool {
    let meet = span.start < other.end && other.start < span.end;
    meet && (other.start < span.start || span.end < other.end)
}

/// Whether two skeletons can be so close: every sound that one has more of costs something.
fn may_be_close(known: &Letters, heard: &Letters, enough: f64) -> bool {
    /// Sums and differences of the same numbers in another order are as near as this.
    const ROUNDING: f64 = 1e-9;
    let longer = known.count().max(heard.count()) as f64;
    known.distance_at_least(heard) as f64 * LEAST_SOUND_COST <= (1.0 - enough + ROUNDING) * longer
}

/// Whether a piece has nothing that no name is spelled with.
fn may_be_in_name(piece: &str) -> bool {
    !piece.contains(|c: char| c.is_ascii_digit() || c == 'ๆ')
}

/// Whether every Latin word of a part is spelled like one of the name, or like all of it: only Thai letters write down sounds
/// ("ของ content creator" is no accounting director).
fn latin_words_fit(part: &str, name: &str) -> bool {
    /// Words of one spelling are so like, with two letters wrong in five.
    const SPELLED_ALIKE: f64 = 0.6;
    let words = |text: &str| -> Vec<String> {
        let words = text.split(|c: char| !c.is_ascii_alphabetic()).filter(|word| !word.is_empty());
        words.map(str::to_owned).collect()
    };
    let known = words(name);
    let joined = known.concat();
    let alike = |word: &String| {
        let mut known = known.iter().chain([&joined]);
        known.any(|known| {
            normalized_damerau_levenshtein(word, known) >= SPELLED_ALIKE || abbreviates(word, known)
        })
    };
    words(part).iter().all(alike)
}

/// Whether a name begins with a vowel in Thai letters too. U and eu are said with ย, one with ว.
fn begins_with_vowel(name: &str) -> bool {
    const VOWELS: &str = "aeio";
    const GLIDES: [&str; 2] = ["eu", "one"];
    name.starts_with(|c| VOWELS.contains(c)) && !GLIDES.iter().any(|glide| name.starts_with(glide))
}

/// Whether a word of a name begins with a vowel and the sound that the word before it ends with, so that the skeleton does not tell
/// where it begins: คันทรีแมเนเจอร์ would be a key account manager.
fn swallows_a_vowel(name: &str) -> bool {
    name.split(' ').zip(name.split(' ').skip(1)).any(|(word, next)| {
        begins_with_vowel(next) && skeleton(word).chars().next_back() == skeleton(next).chars().next()
    })
}

/// Whether a part has a syllable inside that begins with a vowel: คีย์แอคเคาท์, เลิร์นนิงเอนจิเนียร์.
fn has_vowel_inside(part: &str) -> bool {
    let letters: Vec<char> = part.chars().collect();
    letters.windows(3).skip(1).any(|three| {
        let before = is_thai_leading_vowel(three[0]) || three[0] == ' ';
        three[1] == 'อ' && (before || matches!(three[2], 'ั' | 'ิ'..='ู' | '็'))
    })
}

/// Whether a name that begins with a vowel does so in Thai letters too: คอนเทนต์ is no accountant.
fn begin_alike(part: &str, name: &str) -> bool {
    let first = part.chars().find(|c| matches!(c, 'ก'..='ฮ' | 'a'..='z'));
    !begins_with_vowel(name) || first.is_none_or(|c| c == 'อ' || c.is_ascii_alphabetic())
}

/// Whether a word is written with letters of another one in their order, the first among them (acct of account).
fn abbreviates(short: &str, word: &str) -> bool {
    let mut letters = word.chars();
    short.chars().next() == word.chars().next()
        && short.chars().all(|letter| letters.any(|known| known == letter))
}

/// Where words ask or pad, in bytes.
pub(super) fn cue_spans(normalized: &str) -> Vec<Range<usize>> {
    let cues = cues::find(&normalized.chars().collect::<Vec<char>>());
    let spans: Vec<Range<usize>> = cues.asking.into_iter().chain(cues.padding).collect();
    bytes(normalized, &spans)
}

/// Share of the characters of a span that are cues.
fn cue_share(normalized: &str, cues: &[Range<usize>], span: &Range<usize>) -> f32 {
    let part = normalized.get(span.clone()).unwrap_or_default();
    let known = |place: &usize| cues.iter().any(|cue| cue.contains(place));
    let shared = part.char_indices().map(|(place, _)| span.start + place).filter(known).count();
    shared as f32 / part.chars().count().max(1) as f32
}

/// Places where a name may begin or end, in bytes: the borders of dictionary words, and those of cues, since a name in
/// letters foreign to the dictionary draws its neighbours in (อนาลิ|สทำ).
fn borders(words: &[usize], normalized: &str, cues: &[Range<usize>]) -> Vec<usize> {
    /// A cue of fewer letters is met inside names too often.
    const MIN_CUE_LETTERS: usize = 2;
    let letters = |span: &&Range<usize>| normalized.get((*span).clone()).map_or(0, |cue| cue.chars().count());
    let long = cues.iter().filter(|span| letters(span) >= MIN_CUE_LETTERS);
    let of_cues = long.flat_map(|span| [span.start, span.end]);
    let mut borders: Vec<usize> = words.iter().copied().chain(of_cues).collect();
    borders.sort_unstable();
    borders.dedup();
    borders.truncate(MAX_TRANSLITERATED_WORDS);
    borders
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_heard_in_thai_letters() {
        let names = ["account manager", "financial analyst", "accounting manager"].map(str::to_owned);
        let sounds = Sounds::new(names.iter());
        for (typed, expected) in [
            ("แอคเคาท์เมเนเจอร์ทำอะไร", Some("account manager ทำอะไร")),
            ("อยากเป็นไฟแนนเชียลอนาลิสต์", Some("อยากเป็น financial analyst")),
            ("account manager ทำอะไร", None),
            ("เงินเดือนเท่าไหร่", None),
            ("", None),
        ] {
            assert_eq!(
                sounds.written(typed, &SpelledRight::default()).map(|(text, _)| text).as_deref(),
                expected,
                "{typed}"
            );
        }
        let sounds = Sounds::new(["digital marketer".to_owned()].iter());
        let heard = sounds.written("ดิจิตอลมาเก็ตเตอร์คืออะไร", &SpelledRight::default()).map(|(text, _)| text);
        assert_eq!(heard.as_deref(), Some("digital marketer คืออะไร"));
        let sounds = Sounds::new(["accountant".to_owned()].iter());
        assert!(sounds.written("แอคเคาน์แทนท์ทำอะไร", &SpelledRight::default()).is_some());
        assert_eq!(sounds.written("คอนเทนต์ทำอะไร", &SpelledRight::default()), None);
        let sounds = Sounds::new(["key account manager", "account manager"].map(str::to_owned).iter());
        assert_eq!(sounds.written("คันทรีแมเนเจอร์ทำอะไร", &SpelledRight::default()), None);
        let typed = "แอดมินเพจได้เดือนละกี่บาท";
        let phrase = SpelledRight { phrases: std::iter::once(9..19).collect(), ..SpelledRight::default() };
        let budget = Sounds::new(["budget analyst".to_owned()].iter());
        assert!(budget.written(typed, &SpelledRight::default()).is_some());
        assert_eq!(budget.written(typed, &phrase), None);
        assert!(sounds.written("คีย์แอคเคาท์แมเนเจอร์ทำอะไร", &SpelledRight::default()).is_some());
        assert_eq!(Sounds::default().written("แอคเคาท์เมเนเจอร์", &SpelledRight::default()), None);
    }

    #[test]
    fn many_names_cost_no_more_than_the_comparisons_allowed() {
        let names: Vec<String> = (0..50_000).map(|number| format!("account manager {number}")).collect();
        let sounds = Sounds::new(names.iter());
        assert!(sounds.sounding_like("kntmncr").count() > MAX_COMPARISONS);
        assert!(sounds.written("แอคเคาท์เมเนเจอร์ทำอะไร", &SpelledRight::default()).is_some());
    }
}
