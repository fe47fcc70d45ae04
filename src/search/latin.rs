//! Words in Latin letters that names are made of: what tells text in the wrong keyboard layout from text that was meant.

use std::collections::BTreeSet;
use std::ops::RangeInclusive;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::knowledge::Facets;
use crate::text::normalize;
use crate::text::script::is_thai;

/// Names of so few letters without a space are abbreviations.
const ABBREVIATION_LETTERS: RangeInclusive<usize> = 2..=5;
/// Shorter words are met by chance inside text typed in another layout …
const LETTERS_INSIDE: usize = 5;
/// … and as a whole run of such text.
const LETTERS_ALONE: usize = 4;

/// The words and abbreviations in Latin letters that a knowledge base knows, in small letters.
#[derive(Debug, Default)]
pub(crate) struct LatinWords {
    abbreviations: FxHashSet<String>,
    words: FxHashSet<String>,
    longest: usize,
    /// The words that stand right before and right behind each in a name, with whose name that is.
    beside: FxHashMap<String, [BTreeSet<(String, usize)>; 2]>,
}

/// Which of two words that stand beside each other.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Side {
    /// The one before.
    Before,
    /// The one behind.
    Behind,
}

impl LatinWords {
    /// Collects them from normalized names with the numbers of their owners, and from the names of facets.
    pub(crate) fn new<'a>(names: impl Iterator<Item = &'a (usize, String)>, facets: &Facets) -> Self {
        let mut latin = Self::default();
        for (owner, name) in names.filter(|(_, name)| !name.chars().any(is_thai)) {
            if is_abbreviation(name) {
                latin.abbreviations.insert(name.clone());
            }
            latin.add(name);
            for (before, behind) in name.split(' ').zip(name.split(' ').skip(1)) {
                latin.beside.entry(behind.to_owned()).or_default()[0].insert((before.to_owned(), *owner));
                latin.beside.entry(before.to_owned()).or_default()[1].insert((behind.to_owned(), *owner));
            }
        }
        for (_, name) in facets.iter().flat_map(|facet| facet.names.iter()) {
            latin.add(&normalize(name));
        }
        latin.longest = latin.words.iter().map(String::len).max().unwrap_or(0);
        latin
    }

    fn add(&mut self, name: &str) {
        let words = name.split(' ');
        self.words.extend(words.filter(|word| is_word(word, LETTERS_ALONE)).map(str::to_owned));
    }

    /// Whether this is an abbreviation that names something.
    pub(crate) fn is_abbreviation(&self, word: &str) -> bool {
        self.abbreviations.contains(word)
    }

    /// The words that stand on that side of this one in names, with the owners of these.
    pub(crate) fn beside(&self, word: &str, side: Side) -> impl Iterator<Item = (&str, usize)> {
        let beside = self.beside.get(word).into_iter().flat_map(move |beside| &beside[side as usize]);
        beside.map(|(word, owner)| (word.as_str(), *owner))
    }

    /// How many letters have the words that may be found inside other text.
    pub(crate) fn lengths_inside(&self) -> RangeInclusive<usize> {
        LETTERS_INSIDE..=self.longest
    }

    /// Whether this is a word of a name, long enough to be found inside other text.
    pub(crate) fn stands_inside(&self, word: &str) -> bool {
        is_word(word, LETTERS_INSIDE) && self.words.contains(word)
    }

    /// Whether this is a word of a name of an article, a term or a facet, long enough to be found by itself.
    pub(crate) fn stands_alone(&self, word: &str) -> bool {
        self.words.contains(word)
    }
}

/// Whether a normalized name is an abbreviation in Latin letters.
pub(crate) fn is_abbreviation(name: &str) -> bool {
    ABBREVIATION_LETTERS.contains(&name.len()) && name.chars().all(|c| c.is_ascii_alphabetic())
}

fn is_word(word: &str, letters: usize) -> bool {
    word.len() >= letters && word.chars().all(|c| c.is_ascii_alphabetic())
}
