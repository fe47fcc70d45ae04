//! How facets are asked for: their phrases, prepared to be found in questions.

use std::sync::Arc;

use super::letters::{NgramSet, each_folded_ngram};
use super::phrases::Phrases;
use super::postings::Postings;
use super::spot::{Spotter, holders};
use super::strictness::Strictness;
use super::untagged::untagged;
use crate::knowledge::{Facets, built_in_facets};
use crate::text::normalize;

/// The phrases of the built-in facets, a line each and an empty one between facets.
const BUILT_IN: &str = include_str!(concat!(env!("OUT_DIR"), "/phrases.txt"));

/// Which of them hold a pair of letters.
const BUILT_IN_PAIRS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/pairs.bin"));

/// Stand for phrases that no list holds: two roles are set against each other, somebody must be able to do or have something,
/// something is one of two things, an amount of money, and a heading of an author's own.
pub(super) const SET_AGAINST: usize = usize::MAX;
pub(super) const MUST_BE_ABLE: usize = usize::MAX - 1;
pub(super) const MUST_HAVE: usize = usize::MAX - 2;
pub(super) const SET_APART: usize = usize::MAX - 3;
pub(super) const AMOUNT: usize = usize::MAX - 4;
pub(super) const HEADING: usize = usize::MAX - 5;

/// The phrases of a list of facets, prepared to be found. They are shared: an engine on other articles can use those of the one
/// before, and a start prepares the built-in ones while it reads articles.
#[derive(Debug, Clone, Default)]
pub struct FacetPhrases(Arc<Prepared>);

#[derive(Debug, Default)]
struct Prepared {
    facets: Facets,
    spotter: Spotter,
    /// The n-grams of every phrase, marks ignored.
    vocabulary: NgramSet,
}

impl FacetPhrases {
    /// Prepares the phrases of the built-in facets, which `build.rs` normalized and put in order.
    pub fn built_in() -> Self {
        Self::in_order(built_in_facets(), &built_in_phrases().collect::<Vec<_>>(), |_| {
            Postings::written(BUILT_IN_PAIRS)
        })
    }

    /// Prepares the phrases of these facets.
    pub(crate) fn new(facets: &Facets) -> Self {
        let phrases = phrases(facets);
        let phrases: Vec<(usize, &str)> =
            phrases.iter().map(|(number, phrase)| (*number, phrase.as_str())).collect();
        Self::in_order(facets.clone(), &phrases, holders)
    }

    fn in_order(
        facets: Facets,
        phrases: &[(usize, &str)],
        holders: impl FnOnce(&Phrases) -> Postings + Send,
    ) -> Self {
        let ngrams = || {
            let mut ngrams = NgramSet::default();
            for (_, phrase) in phrases {
                each_folded_ngram(phrase, |ngram| ngrams.add(ngram));
            }
            ngrams
        };
        let spotter = || Spotter::new(phrases.iter().copied(), Strictness::PHRASES, holders);
        let (spotter, vocabulary) = rayon::join(spotter, ngrams);
        Self(Arc::new(Prepared { facets, spotter, vocabulary }))
    }

    /// Whether these are the phrases of this list.
    pub(crate) fn are_of(&self, facets: &Facets) -> bool {
        self.0.facets == *facets
    }

    /// What finds them in a text; a spot's owner is the number of its facet.
    pub(crate) fn spotter(&self) -> &Spotter {
        &self.0.spotter
    }

    /// Whether any of them has this n-gram, marks ignored.
    pub(crate) fn know(&self, folded_ngram: u32) -> bool {
        self.0.vocabulary.holds(folded_ngram)
    }
}

/// The phrases of the facets as they are looked for, with the numbers of their facets, in order and each once.
fn phrases(facets: &Facets) -> Vec<(usize, String)> {
    let mut phrases: Vec<(usize, String)> = Vec::new();
    for (number, facet) in facets.iter().enumerate() {
        for (_, text) in facet.names.iter().chain(facet.asks.iter()) {
            let mut phrase = normalize(text);
            phrase.truncate(untagged(&phrase).len());
            phrases.push((number, phrase));
        }
    }
    phrases.sort_unstable();
    phrases.dedup();
    phrases
}

/// Those of the built-in facets.
fn built_in_phrases() -> impl Iterator<Item = (usize, &'static str)> {
    let mut facets = 0;
    BUILT_IN.lines().filter_map(move |line| {
        facets += usize::from(line.is_empty());
        Some((facets, line)).filter(|_| !line.is_empty())
    })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    #[test]
    fn the_built_in_phrases_are_those_of_the_list() {
        let expected = phrases(&built_in_facets());
        let built_in: Vec<(usize, String)> =
            built_in_phrases().map(|(number, phrase)| (number, phrase.to_owned())).collect();
        assert_eq!(built_in, expected);
    }

    #[test]
    fn the_built_in_pairs_are_those_of_the_phrases() {
        let mut phrases = Phrases::default();
        assert!(built_in_phrases().all(|(_, phrase)| phrases.add(phrase).is_some()));
        assert_eq!(Postings::written(BUILT_IN_PAIRS), holders(&phrases));
    }

    #[test]
    fn an_engine_takes_no_phrases_of_other_facets() {
        let knowledge = Arc::new(crate::knowledge::starter().unwrap());
        let other = FacetPhrases::new(&Facets::default());
        let engine = crate::search::Engine::with_phrases(Arc::clone(&knowledge), Some(&other));
        assert!(engine.phrases().are_of(knowledge.facets()));
        let next = crate::search::Engine::with_phrases(Arc::clone(&knowledge), Some(engine.phrases()));
        assert!(Arc::ptr_eq(&engine.phrases().0, &next.phrases().0));
    }

    #[test]
    fn phrases_belong_to_their_list() {
        let phrases = FacetPhrases::built_in();
        assert!(phrases.are_of(&built_in_facets()));
        assert!(!phrases.are_of(&Facets::default()));
    }
}
