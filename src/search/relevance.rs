//! How well a text fits a question: BM25 over words and n-grams of the whole text, and of its best passage.

use rustc_hash::FxHashMap;

use super::letters::{self, Fold, Letter, NGRAM, WORD_START, spell};
use super::table::{Sieve, Table};
use super::texts::{HALF_PASSAGE, Text, Texts};

/// BM25's saturation of repeated terms (Robertson & Zaragoza 2009, section 3.4). 0.8–1.2 measure alike on the
/// development data, 2.0 loses a point.
const SATURATION: f32 = 1.0;

/// BM25's share of length normalization; 0.4 loses up to two points on noisy questions.
const LENGTH_SHARE: f32 = 0.85;

/// Only so many letters of a question are searched for, which bounds the time of any question.
const MAX_LETTERS: usize = 600;

/// How much a letter counts of a word that asks or is said to people: "what" and "please" say nothing of the text that answers.
const IDLE_WEIGHT: f32 = 0.0;

/// A way of taking terms from a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Field {
    /// Whole words: exact where the spelling is right.
    Words,
    /// Character n-grams: they carry typos.
    Ngrams,
    /// Character n-grams of the folded letters: they carry missing and wrong marks.
    FoldedNgrams,
}

/// A field with what its raw BM25 score counts. Raw scores are added: rank fusion and per-question scaling let the word
/// field, which noise breaks, outvote the n-grams.
struct Share {
    field: Field,
    /// In the whole text.
    whole: f32,
    /// In the best passage.
    passage: f32,
}

/// The shares of the fields, best of a search around what a conditional logit gives over the dozen best sections of the
/// `XQuAD` and iapp development questions, with every kind of noise. In the whole text plain n-grams add hardly anything to
/// the folded ones. Words come first, see `Terms::known_words`.
const SHARES: [Share; 3] = [
    Share { field: Field::Words, whole: 1.3, passage: 0.7 },
    Share { field: Field::Ngrams, whole: 0.1, passage: 0.45 },
    Share { field: Field::FoldedNgrams, whole: 0.58, passage: 0.64 },
];

/// So many times what it earns in a text of usual length, having it once, can a term earn at most.
pub(super) const MOST_SATURATED: f32 = SATURATION + 1.0;

/// BM25's term frequency, saturated, for a text of so many times the average length.
pub(crate) fn saturated(frequency: f32, length: f32) -> f32 {
    let norm = SATURATION * (1.0 - LENGTH_SHARE + LENGTH_SHARE * length);
    frequency * MOST_SATURATED / (frequency + norm)
}

/// BM25's weight of a term that so many of all texts hold.
pub(crate) fn rarity(holders: f32, all: f32) -> f32 {
    (1.0 + (all - holders + 0.5) / (holders + 0.5)).ln()
}

/// In how many texts each term occurs.
#[derive(Debug, Default)]
pub(crate) struct Holders {
    words: FxHashMap<u32, u32>,
    ngrams: FxHashMap<u32, u32>,
}

impl Holders {
    /// Counts the words and n-grams of some of the texts.
    pub(crate) fn count(texts: &Texts, numbers: std::ops::Range<usize>) -> Self {
        let letters = |number: usize| texts.get(number).letters;
        let (words, ngrams) = rayon::join(
            || {
                holders_of(numbers.clone().map(letters), |letters| {
                    letters::words(letters).map(|(word, _)| word)
                })
            },
            || holders_of(numbers.clone().map(letters), letters::ngrams),
        );
        Self { words, ngrams }
    }

    /// How many texts hold a word in normalized letters.
    pub(crate) fn of_word(&self, word: &str) -> u32 {
        let spelled = letters::spelled(word);
        let key = letters::words(&spelled).next();
        key.and_then(|(key, _)| self.words.get(&key)).copied().unwrap_or(0)
    }

    /// How many texts hold an n-gram.
    pub(crate) fn of_ngram(&self, ngram: u32) -> u32 {
        self.ngrams.get(&ngram).copied().unwrap_or(0)
    }

    /// The counts of both, for different texts.
    pub(crate) fn plus(mut self, mut other: Self) -> Self {
        for (mine, theirs) in [(&mut self.words, &mut other.words), (&mut self.ngrams, &mut other.ngrams)] {
            if mine.len() < theirs.len() {
                std::mem::swap(mine, theirs);
            }
            for (key, count) in theirs.drain() {
                *mine.entry(key).or_default() += count;
            }
        }
        self
    }

    /// Bytes held.
    pub(crate) fn bytes(&self) -> usize {
        (self.words.capacity() + self.ngrams.capacity()) * (size_of::<(u32, u32)>() + 1)
    }
}

/// How many of the texts hold each of their keys.
fn holders_of<'a, K: Iterator<Item = u32>>(
    texts: impl Iterator<Item = &'a [Letter]>,
    keys: impl Fn(&'a [Letter]) -> K,
) -> FxHashMap<u32, u32> {
    // With the number of the last text that holds the key, so that none is counted twice in one.
    let mut counted: FxHashMap<u32, (u32, u32)> = FxHashMap::default();
    for (number, letters) in (1..).zip(texts) {
        for key in keys(letters) {
            let (holders, last) = counted.entry(key).or_default();
            *holders += u32::from(*last != number);
            *last = number;
        }
    }
    counted.into_iter().map(|(key, (holders, _))| (key, holders)).collect()
}

/// The terms of a question with what they weigh.
#[derive(Debug)]
pub(crate) struct Terms {
    /// The letters, without the marks of words.
    pub(crate) letters: Vec<Letter>,
    /// The folded letters.
    pub(crate) folded: Vec<Letter>,
    /// The n-grams of the folded letters with their weights, each once.
    pub(crate) folded_ngrams: Vec<(u32, f32)>,
    pub(super) words: Table,
    pub(super) ngrams: Table,
    pub(super) folded_table: Table,
    /// Whether a letter, marked as the first of a word, begins one of the words.
    first_letters: [bool; 1 << Letter::BITS],
    /// Tells most n-grams apart from those of the two tables.
    pub(super) sieve: Sieve,
    pub(super) weights: Vec<Weight>,
    /// How many of the weights are those of words; they come first.
    pub(super) known_words: usize,
    /// The weight in the whole text of all words, known or not.
    pub(super) words_attainable: f32,
    attainable: f32,
}

/// What a term weighs.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Weight {
    pub(super) whole: f32,
    pub(super) passage: f32,
}

impl Terms {
    /// Takes the terms of a normalized text. `idle` tells which of its characters belong to words that no text answers; `known` in
    /// how many of `all` texts a folded n-gram occurs.
    pub(crate) fn new(
        normalized: &str,
        idle: impl Fn(usize) -> bool,
        holders: &Holders,
        known: impl Fn(u32) -> u32,
        all: usize,
    ) -> Self {
        let (mut spelled, mut weights) = (Vec::new(), Vec::new());
        spell(normalized, |letter, place| {
            spelled.push(letter);
            weights.push(if idle(place) { IDLE_WEIGHT } else { 1.0 });
        });
        spelled.truncate(MAX_LETTERS);
        weights.truncate(MAX_LETTERS);
        let (mut folded, mut folded_weights) = (Vec::new(), Vec::new());
        let mut fold = Fold::default();
        for (&letter, &weight) in spelled.iter().zip(&weights) {
            if let Some(letter) = fold.next(letter) {
                folded.push(letter);
                folded_weights.push(weight);
            }
        }
        let mean = |weights: &[f32]| weights.iter().sum::<f32>() / weights.len().max(1) as f32;
        let mut terms = Self {
            letters: spelled.iter().map(|letter| letter & !WORD_START).collect(),
            folded_ngrams: Vec::new(),
            words: Table::default(),
            first_letters: [false; 1 << Letter::BITS],
            ngrams: Table::default(),
            folded_table: Table::default(),
            sieve: Sieve::default(),
            weights: Vec::new(),
            known_words: 0,
            words_attainable: 0.0,
            attainable: 0.0,
            folded,
        };
        for &letter in spelled.iter().filter(|&&letter| letter & WORD_START != 0) {
            terms.first_letters[usize::from(letter)] = true;
        }
        for Share { field, whole, passage } in SHARES {
            let keys: Vec<(u32, f32)> = match field {
                Field::Words => letters::words(&spelled)
                    .map(|(key, end)| (key, weights.get(end.saturating_sub(1)).copied().unwrap_or(1.0)))
                    .collect(),
                Field::Ngrams => letters::ngrams(&spelled).zip(weights.windows(NGRAM).map(mean)).collect(),
                Field::FoldedNgrams => {
                    letters::ngrams(&terms.folded).zip(folded_weights.windows(NGRAM).map(mean)).collect()
                }
            };
            let mut table = Table::for_keys(keys.len());
            for (key, weight) in keys {
                let holding = match field {
                    Field::Words => holders.words.get(&key).copied().unwrap_or(0),
                    Field::Ngrams => holders.ngrams.get(&key).copied().unwrap_or(0),
                    Field::FoldedNgrams => known(key),
                };
                let weight = weight * rarity(holding.max(1) as f32, all as f32);
                terms.attainable += weight * (whole + passage);
                if field == Field::Words {
                    terms.words_attainable += weight * whole;
                }
                if holding == 0 {
                    continue;
                }
                if field != Field::Words {
                    terms.sieve.add(key);
                }
                let slot = table.slot(key, terms.weights.len());
                if slot == terms.weights.len() {
                    terms.weights.push(Weight::default());
                    if field == Field::FoldedNgrams {
                        terms.folded_ngrams.push((key, 0.0));
                    }
                }
                if let Some(sum) = terms.weights.get_mut(slot) {
                    sum.whole += weight * whole;
                    sum.passage += weight * passage;
                }
                if field == Field::FoldedNgrams
                    && let Some(known) = terms.folded_ngrams.iter_mut().rev().find(|known| known.0 == key)
                {
                    known.1 += weight;
                }
            }
            match field {
                Field::Words => {
                    terms.words = table;
                    terms.known_words = terms.weights.len();
                }
                Field::Ngrams => terms.ngrams = table,
                Field::FoldedNgrams => terms.folded_table = table,
            }
        }
        terms
    }

    /// The score of a text of average length that holds every term once; terms that no text holds count as the rarest.
    pub(crate) fn attainable(&self) -> f32 {
        self.attainable
    }

    /// Whether a word begins with this letter and may be one of the question's.
    pub(super) fn may_begin_word(&self, letter: Letter) -> bool {
        self.first_letters[usize::from(letter)]
    }

    /// The n-grams, marks ignored, that carry a text's score, the heaviest first, at most `limit`.
    pub(crate) fn carrying(&self, text: Text<'_>, limit: usize) -> Vec<(String, f32)> {
        let held: Vec<u32> = letters::ngrams(text.folded).collect();
        let mut carrying: Vec<(u32, f32)> =
            self.folded_ngrams.iter().filter(|(key, _)| held.contains(key)).copied().collect();
        carrying.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        carrying.into_iter().take(limit).map(|(key, weight)| (letters::ngram_text(key), weight)).collect()
    }
}

/// How many letters of the body a passage has.
pub(crate) const PASSAGE: usize = 2 * HALF_PASSAGE;
