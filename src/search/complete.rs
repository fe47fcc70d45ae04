//! Names for what was typed so far (autocomplete), terms to define, and the list of topics.

use rustc_hash::{FxHashMap, FxHashSet};

use super::similar::Letters;
use crate::knowledge::{Article, ArticleId, ArticleKind, Knowledge, Language, SectionId};
use crate::text::{fold, normalize};

/// A name that completes what somebody has typed so far.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Completion {
    /// The name to show: a role's title or a term, in the language asked for.
    pub label: String,
    /// The article.
    pub article: ArticleId,
    /// The section that defines the name.
    pub section: SectionId,
}

/// A name that can be completed, with what it stands for.
#[derive(Debug)]
struct Entry {
    /// Normalized.
    name: String,
    folded: String,
    letters: Letters,
    /// Those of `folded`.
    folded_letters: Letters,
    /// Where words begin after the first.
    inner: Box<[usize]>,
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
                self.entries.push(Entry::new(name, target));
            }
        }
    }

    /// Names for a normalized text with their closeness in 0..=1, best first; every name for an empty text.
    pub(crate) fn find(&self, typed: &str, language: &Language, limit: usize) -> Vec<(Completion, f64)> {
        let typed = Typed::new(typed);
        let mut best: Vec<f64> = vec![0.0; self.targets.len()];
        for entry in &self.entries {
            if let Some(known) = best.get_mut(entry.target).filter(|_| typed.may_be(entry)) {
                *known = known.max(closeness(entry, &typed));
            }
        }
        let found = best.into_iter().enumerate().filter(|(_, closeness)| *closeness > 0.0);
        let mut found: Vec<(f64, (u8, usize))> = found.map(|(n, c)| (c, self.order(n))).collect();
        let better =
            |a: &(f64, (u8, usize)), b: &(f64, (u8, usize))| b.0.total_cmp(&a.0).then_with(|| a.1.cmp(&b.1));
        // Only what is shown is put in order.
        if limit > 0 && found.len() > limit {
            found.select_nth_unstable_by(limit - 1, better);
        }
        found.truncate(limit);
        found.sort_by(better);
        found
            .into_iter()
            .filter_map(|(closeness, (_, number))| {
                Some((self.targets.get(number)?.labelled(language), closeness))
            })
            .collect()
    }

    /// At most `limit` roles and topics, roles first.
    pub(crate) fn topics(&self, language: &Language, limit: usize) -> Vec<Completion> {
        let mut numbers: Vec<usize> = (0..self.targets.len())
            .filter(|&number| self.targets.get(number).is_some_and(|t| !t.term))
            .collect();
        numbers.sort_by_key(|&number| self.order(number));
        let first = numbers.into_iter().take(limit);
        first.filter_map(|number| Some(self.targets.get(number)?.labelled(language))).collect()
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

/// What somebody has typed, with what it is compared by.
struct Typed<'text> {
    text: &'text str,
    length: usize,
    folded: String,
    letters: Letters,
    folded_letters: Letters,
}

impl<'text> Typed<'text> {
    fn new(text: &'text str) -> Self {
        let folded = fold(text);
        Self {
            text,
            length: text.chars().count(),
            letters: Letters::of(text),
            folded_letters: Letters::of(&folded),
            folded,
        }
    }

    /// Whether a name can be close at all. Never wrongly no: letters that a name lacks bound every kind of closeness.
    fn may_be(&self, entry: &Entry) -> bool {
        self.letters.lacking_in(&entry.letters) == 0
            || self.folded_letters.lacking_in(&entry.folded_letters) == 0
            || self.may_begin_like(entry)
            || self.may_be_like(entry)
    }

    /// Whether the beginning of a name can be similar.
    fn may_begin_like(&self, entry: &Entry) -> bool {
        // A name that begins exactly so needs no alignment to be found.
        let distance = self.letters.lacking_in(&entry.letters).max(1);
        let length = self.length.max(1);
        reached((1.0 - distance as f64 / length as f64) * PREFIX_CLOSENESS)
    }

    /// Whether a whole name can be similar.
    fn may_be_like(&self, entry: &Entry) -> bool {
        let longer = self.length.max(entry.letters.count()).max(1);
        let distance = self.letters.distance_at_least(&entry.letters);
        reached(1.0 - distance as f64 / longer as f64)
    }
}

/// Whether a similarity that is computed in two ways may count as enough in one of them.
fn reached(similarity: f64) -> bool {
    const ROUNDING: f64 = 1e-9;
    similarity >= MIN_SIMILARITY - ROUNDING
}

impl Entry {
    fn new(name: String, target: usize) -> Self {
        let folded = fold(&name);
        let ends = name.match_indices([' ', '-']).map(|(end, border)| end + border.len());
        Self {
            letters: Letters::of(&name),
            folded_letters: Letters::of(&folded),
            inner: ends.collect(),
            name,
            folded,
            target,
        }
    }

    /// Whether a word after the first begins so.
    fn has_word_with(&self, beginning: &str) -> bool {
        !beginning.contains([' ', '-'])
            && self
                .inner
                .iter()
                .any(|&start| self.name.get(start..).is_some_and(|words| words.starts_with(beginning)))
    }
}

/// Exact 1, then equal but for marks, prefix, word inside, fuzzy; 0 for none of these.
fn closeness(entry: &Entry, typed: &Typed<'_>) -> f64 {
    let Typed { text, folded, .. } = typed;
    if entry.name == *text {
        1.0
    } else if text.is_empty() {
        MIN_SIMILARITY
    } else if !folded.is_empty() && entry.folded == *folded {
        FOLDED_CLOSENESS
    } else if entry.name.starts_with(text) || (!folded.is_empty() && entry.folded.starts_with(folded)) {
        PREFIX_CLOSENESS
    } else if entry.has_word_with(text) {
        INNER_CLOSENESS
    } else {
        // The beginning of a name is compared with a text that is still being typed.
        let whole = if typed.may_be_like(entry) {
            strsim::normalized_damerau_levenshtein(&entry.name, text)
        } else {
            0.0
        };
        let begun = if typed.may_begin_like(entry) {
            let head: String = entry.name.chars().take(typed.length).collect();
            // The beginning may lack letters that the rest has.
            let distance = typed.letters.distance_at_least(&Letters::of(&head));
            let longer = typed.length.max(head.chars().count()).max(1);
            if reached((1.0 - distance as f64 / longer as f64) * PREFIX_CLOSENESS) {
                strsim::normalized_damerau_levenshtein(&head, text) * PREFIX_CLOSENESS
            } else {
                0.0
            }
        } else {
            0.0
        };
        let similarity = whole.max(begun);
        if similarity >= MIN_SIMILARITY { similarity.min(PREFIX_CLOSENESS) } else { 0.0 }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Every name compared in full, as the definition of closeness says.
    fn in_full(name: &str, typed: &str) -> f64 {
        let (name, typed) = (normalize(name), normalize(typed));
        let (folded_name, folded) = (fold(&name), fold(&typed));
        if name == typed {
            return 1.0;
        }
        if typed.is_empty() {
            return MIN_SIMILARITY;
        }
        if !folded.is_empty() && folded_name == folded {
            return FOLDED_CLOSENESS;
        }
        if name.starts_with(&typed) || (!folded.is_empty() && folded_name.starts_with(&folded)) {
            return PREFIX_CLOSENESS;
        }
        if name.split([' ', '-']).skip(1).any(|word| word.starts_with(&typed)) {
            return INNER_CLOSENESS;
        }
        let head: String = name.chars().take(typed.chars().count()).collect();
        let whole = strsim::normalized_damerau_levenshtein(&name, &typed);
        let begun = strsim::normalized_damerau_levenshtein(&head, &typed) * PREFIX_CLOSENESS;
        let similarity = whole.max(begun);
        if similarity >= MIN_SIMILARITY { similarity.min(PREFIX_CLOSENESS) } else { 0.0 }
    }

    #[track_caller]
    fn assert_as_in_full(name: &str, text: &str) {
        let entry = Entry::new(normalize(name), 0);
        let text = normalize(text);
        let typed = Typed::new(&text);
        let short = if typed.may_be(&entry) { closeness(&entry, &typed) } else { 0.0 };
        let full = in_full(name, &text);
        assert!((short - full).abs() < 1e-12, "{name:?} for {text:?}: {short} and {full}");
    }

    #[test]
    fn every_beginning_and_typo_of_the_starter_s_names_completes_as_in_full() {
        let completer = Completer::new(&crate::knowledge::starter().unwrap());
        let names: Vec<&str> = completer.entries.iter().map(|entry| entry.name.as_str()).collect();
        let mut typed: Vec<String> = vec![String::new()];
        for name in names.iter().step_by(5) {
            let letters: Vec<char> = name.chars().collect();
            for end in [1, 2, 3, 5, 8, 13, 21].into_iter().filter(|end| *end <= letters.len()) {
                let begun: Vec<char> = letters.iter().copied().take(end).collect();
                typed.push(begun.iter().collect());
                let mut swapped = begun.clone();
                swapped.swap(end / 2, end - 1);
                typed.push(swapped.iter().collect());
                let mut without = begun;
                without.remove(end / 2);
                typed.push(without.into_iter().collect());
            }
        }
        for typed in &typed {
            for name in &names {
                assert_as_in_full(name, typed);
            }
        }
    }

    proptest! {
        #[test]
        fn no_close_name_is_passed_over(name in "[abก้า -]{0,12}", typed in "[abcก้ำ -]{0,12}") {
            assert_as_in_full(&name, &typed);
        }

        #[test]
        fn any_text_is_compared_without_panic(name in "\\PC{0,40}", typed in "\\PC{0,40}") {
            assert_as_in_full(&name, &typed);
        }
    }
}
