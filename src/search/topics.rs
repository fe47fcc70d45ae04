//! What tells of a topic beside its names: topics are spoken of in many ways.

use std::collections::BTreeSet;
use std::sync::OnceLock;

use rustc_hash::{FxHashMap, FxHashSet};

use super::apart::is_role;
use super::cues;
use super::letters::{Letter, SPACE, folded, spelled};
use super::names::{Catalogue, Subject, SubjectId};
use super::query::{Query, SPELLED, SubjectHit, is_plain};
use super::scene::Scene;
use crate::knowledge::ArticleKind;
use crate::text::segment::spans;

/// Shorter words and names of roles are met inside other words.
const FEWEST_LETTERS: usize = 5;

/// What tells of the topics of a knowledge base, where they are fewer than its other articles.
#[derive(Debug, Default)]
pub(crate) struct Topics {
    hints: FxHashMap<SubjectId, Hints>,
    /// The topics in whose names a role's name stands.
    of_role: FxHashMap<SubjectId, Vec<SubjectId>>,
}

/// How a text hints at a topic.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Hint {
    /// With a telling word of one of its names.
    pub(crate) by_word: bool,
    /// With a facet that one of its names speaks of.
    pub(crate) by_facet: bool,
}

/// What tells of a topic.
#[derive(Debug, Default)]
struct Hints {
    names: Vec<String>,
    /// Words of the names that say what it is about: long ones that are no cues, marks ignored.
    words: Vec<Vec<Letter>>,
    /// Facets that the names speak of, once somebody wants them.
    facets: OnceLock<Vec<usize>>,
}

impl Hints {
    /// The facets that the topic's names speak of.
    fn facets(&self, catalogue: &Catalogue) -> &[usize] {
        self.facets.get_or_init(|| {
            let spots = self.names.iter().flat_map(|name| catalogue.facet_spots(&Scene::new(name)));
            // What is only nearly a phrase says nothing of a name that its author spelled right.
            let facets = spots.filter(|(_, spot)| spot.closeness >= SPELLED).map(|(facet, _)| facet);
            facets.collect::<BTreeSet<usize>>().into_iter().collect()
        })
    }
}

impl Topics {
    /// Reads the names of topics, which are among all names.
    pub(crate) fn new(subjects: &[Subject], names: &BTreeSet<(usize, String)>) -> Self {
        let of_kind = |number: usize, kind| subjects.get(number).is_some_and(|subject| subject.kind == kind);
        let articles = || subjects.iter().filter(|subject| subject.section.is_none());
        let topics = articles().filter(|subject| subject.kind == ArticleKind::Topic).count();
        let mut all = Self::default();
        if 2 * topics > articles().count() {
            return all;
        }
        let mut roles: FxHashMap<&str, Vec<SubjectId>> = FxHashMap::default();
        for (number, name) in names.iter().filter(|(number, _)| of_kind(*number, ArticleKind::Role)) {
            if name.chars().count() >= FEWEST_LETTERS {
                roles.entry(name).or_default().push(SubjectId(*number));
            }
        }
        let cues: FxHashSet<&str> = cues::all().collect();
        for (number, name) in names.iter().filter(|(number, _)| of_kind(*number, ArticleKind::Topic)) {
            let topic = SubjectId(*number);
            let hints = all.hints.entry(topic).or_default();
            hints.names.push(name.clone());
            let words: Vec<(usize, usize)> = spans(name).collect();
            for (first, &(start, end)) in words.iter().enumerate() {
                let word = name.get(start..end).unwrap_or_default();
                let mut letters = folded(&spelled(word));
                letters.retain(|&letter| letter != SPACE);
                if letters.len() >= FEWEST_LETTERS && !cues.contains(word) {
                    hints.words.push(letters);
                }
                let parts = words.iter().skip(first).filter_map(|&(_, end)| name.get(start..end));
                for &role in parts.filter_map(|part| roles.get(part)).flatten() {
                    all.of_role.entry(role).or_default().push(topic);
                }
            }
        }
        for hints in all.hints.values_mut() {
            hints.words.sort_unstable();
            hints.words.dedup();
        }
        for topics in all.of_role.values_mut() {
            topics.sort_unstable();
            topics.dedup();
        }
        all
    }

    /// The facets that a topic's names speak of.
    pub(crate) fn facets(&self, topic: SubjectId, catalogue: &Catalogue) -> &[usize] {
        self.hints.get(&topic).map_or(&[], |hints| hints.facets(catalogue))
    }

    /// The topics whose names speak of a role and of a facet: interview questions for a financial analyst.
    pub(crate) fn on(&self, role: SubjectId, facet: usize, catalogue: &Catalogue) -> Vec<SubjectId> {
        let topics = self.of_role.get(&role).into_iter().flatten().copied();
        let speaks = |topic: &SubjectId| {
            self.hints.get(topic).is_some_and(|hints| hints.facets(catalogue).contains(&facet))
        };
        topics.filter(speaks).collect()
    }

    /// How a question hints at a topic without its names.
    pub(crate) fn hint(&self, topic: SubjectId, query: &Query, catalogue: &Catalogue) -> Hint {
        let Some(hints) = self.hints.get(&topic) else { return Hint::default() };
        let text = folded(&query.scene.letters);
        Hint {
            by_word: hints.words.iter().any(|word| text.windows(word.len()).any(|part| part == word)),
            by_facet: query.facets.iter().any(|hit| hints.facets(catalogue).contains(&hit.facet)),
        }
    }
}

impl Query {
    /// Adds the topics on the role that is named best and one of the facets that are asked of it.
    pub(super) fn add_topics(&mut self, catalogue: &Catalogue) {
        let mut named = self.subjects.iter().filter(|hit| is_plain(hit));
        let Some(hit) = named.find(|hit| is_role(catalogue, hit)) else { return };
        let facets = hit.facets.iter().map(|facet| facet.facet);
        self.topics = facets.flat_map(|facet| catalogue.topics().on(hit.subject, facet, catalogue)).collect();
        self.topics.sort_unstable();
        self.topics.dedup();
        let known = |topic: &SubjectId| self.subjects.iter().any(|known| known.subject == *topic);
        let unknown = self.topics.iter().filter(|topic| !known(topic));
        let hits: Vec<SubjectHit> =
            unknown.map(|&subject| SubjectHit { subject, facets: Vec::new(), ..hit.clone() }).collect();
        self.subjects.extend(hits);
    }
}
