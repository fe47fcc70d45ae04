//! Names for what was typed so far (autocomplete), terms to define, and the list of topics.

use rustc_hash::{FxHashMap, FxHashSet};

use super::engine::Completion;
use crate::knowledge::{Article, ArticleId, ArticleKind, Knowledge, Language, SectionId};
use crate::text::{fold, normalize};

/// A name that can be completed, with what it stands for.
#[derive(Debug)]
struct Entry {
    /// Normalized.
    name: String,
    folded: String,
    /// Number of the thing named.
    target: usize,
}

/// A role, topic or term.
#[derive(Debug)]
struct Target {
    kind: ArticleKind,
    term: bool,
    /// The labels by language, first the article's own order.
    labels: Vec<(Language, String)>,
    completion: Completion,
}

/// All names, for completing.
#[derive(Debug, Default)]
pub(crate) struct Completer {
    entries: Vec<Entry>,
    targets: Vec<Target>,
}

/// What was added so far.
#[derive(Default)]
struct Known {
    targets: FxHashMap<(ArticleId, SectionId), usize>,
    names: FxHashSet<(usize, String)>,
}

/// Fuzzy matches below this similarity are no completions.
const MIN_SIMILARITY: f64 = 0.72;
/// Similarity of a name that begins with what was typed: below exact, above fuzzy.
const PREFIX_CLOSENESS: f64 = 0.9;
/// Similarity of a name that holds what was typed at the beginning of a later word.
const INNER_CLOSENESS: f64 = 0.8;
/// Similarity of a name that equals what was typed but for marks.
const FOLDED_CLOSENESS: f64 = 0.97;

impl Completer {
    /// Collects the names of roles, topics and terms.
    pub(crate) fn new(knowledge: &Knowledge) -> Self {
        let mut completer = Self::default();
        let mut known = Known::default();
        for article in knowledge.articles() {
            if article.kind != ArticleKind::Glossary {
                let label = article.short_title().to_owned();
                completer.add(&mut known, article, &SectionId::definition(), false, label, article.names());
            }
            for section in article.sections.iter().filter(|section| !section.names.is_empty()) {
                let names: Vec<&str> = section.names.iter().map(String::as_str).collect();
                let label = names.first().map_or_else(String::new, |&name| name.to_owned());
                completer.add(&mut known, article, &section.id, true, label, names);
            }
        }
        completer
    }

    fn add(
        &mut self,
        known: &mut Known,
        article: &Article,
        section: &SectionId,
        term: bool,
        label: String,
        names: Vec<&str>,
    ) {
        let target = *known.targets.entry((article.id.clone(), section.clone())).or_insert_with(|| {
            self.targets.push(Target {
                kind: article.kind,
                term,
                labels: Vec::new(),
                completion: Completion {
                    label: label.clone(),
                    article: article.id.clone(),
                    section: section.clone(),
                },
            });
            self.targets.len() - 1
        });
        if let Some(target) = self.targets.get_mut(target) {
            target.labels.push((article.language.clone(), label));
        }
        for name in names {
            let name = normalize(name);
            if !name.is_empty() && known.names.insert((target, name.clone())) {
                self.entries.push(Entry { folded: fold(&name), name, target });
            }
        }
    }

    /// Names for a normalized text with their closeness in 0..=1, best first; every name for an empty text.
    pub(crate) fn find(&self, typed: &str, language: &Language, limit: usize) -> Vec<(Completion, f64)> {
        let folded = fold(typed);
        let mut best: Vec<f64> = vec![0.0; self.targets.len()];
        for entry in &self.entries {
            let closeness = closeness(entry, typed, &folded);
            if let Some(known) = best.get_mut(entry.target) {
                *known = known.max(closeness);
            }
        }
        let mut found: Vec<(f64, usize)> = best
            .into_iter()
            .enumerate()
            .filter(|(_, closeness)| *closeness > 0.0)
            .map(|(n, c)| (c, n))
            .collect();
        found.sort_by(|a, b| b.0.total_cmp(&a.0).then_with(|| self.order(a.1).cmp(&self.order(b.1))));
        found
            .into_iter()
            .take(limit)
            .filter_map(|(closeness, number)| Some((self.targets.get(number)?.labelled(language), closeness)))
            .collect()
    }

    /// Roles and topics, roles first.
    pub(crate) fn topics(&self, language: &Language) -> Vec<Completion> {
        let mut numbers: Vec<usize> = (0..self.targets.len())
            .filter(|&number| self.targets.get(number).is_some_and(|t| !t.term))
            .collect();
        numbers.sort_by_key(|&number| self.order(number));
        numbers.into_iter().filter_map(|number| Some(self.targets.get(number)?.labelled(language))).collect()
    }

    /// Roles before topics before terms, then as the knowledge base has them.
    fn order(&self, number: usize) -> (u8, usize) {
        let rank = self.targets.get(number).map_or(u8::MAX, |target| match target.kind {
            ArticleKind::Role => 0,
            ArticleKind::Topic => 1,
            ArticleKind::Glossary => 2,
        });
        (rank, number)
    }
}

impl Target {
    fn labelled(&self, language: &Language) -> Completion {
        let label = self.labels.iter().find(|(known, _)| known == language).or_else(|| self.labels.first());
        Completion {
            label: label.map_or_else(|| self.completion.label.clone(), |(_, label)| label.clone()),
            ..self.completion.clone()
        }
    }
}

/// Exact 1, then equal but for marks, prefix, word inside, fuzzy; 0 for none of these.
fn closeness(entry: &Entry, typed: &str, folded: &str) -> f64 {
    if entry.name == typed {
        1.0
    } else if typed.is_empty() {
        MIN_SIMILARITY
    } else if !folded.is_empty() && entry.folded == folded {
        FOLDED_CLOSENESS
    } else if entry.name.starts_with(typed) || (!folded.is_empty() && entry.folded.starts_with(folded)) {
        PREFIX_CLOSENESS
    } else if entry.name.split([' ', '-']).skip(1).any(|word| word.starts_with(typed)) {
        INNER_CLOSENESS
    } else {
        // The beginning of a name is compared with a text that is still being typed.
        let head: String = entry.name.chars().take(typed.chars().count()).collect();
        let whole = strsim::normalized_damerau_levenshtein(&entry.name, typed);
        let begun = strsim::normalized_damerau_levenshtein(&head, typed) * PREFIX_CLOSENESS;
        let similarity = whole.max(begun);
        if similarity >= MIN_SIMILARITY { similarity.min(PREFIX_CLOSENESS) } else { 0.0 }
    }
}
