//! The inverted index: which documents hold which terms, scored by BM25. Knows no sections, only document numbers.

use std::collections::HashMap;

use super::terms::{FIELDS, Field};

/// BM25's saturation of repeated terms (Robertson & Zaragoza 2009, section 3.4). 0.8–1.2 measure alike on the
/// development data, 2.0 loses a point.
const SATURATION: f32 = 1.0;

/// BM25's share of length normalization; 0.4 loses up to two points on noisy questions.
const LENGTH_SHARE: f32 = 0.75;

/// The terms of a question in every field, made once and used with every index.
#[derive(Debug, Clone)]
pub(crate) struct QueryTerms {
    fields: Vec<Vec<u64>>,
}

impl QueryTerms {
    /// Takes the terms of a normalized text.
    pub(crate) fn new(normalized: &str) -> Self {
        Self { fields: FIELDS.iter().map(|(field, _)| field.keys(normalized)).collect() }
    }
}

/// All fields of a set of documents.
#[derive(Debug, Default)]
pub(crate) struct Index {
    fields: Vec<Postings>,
    documents: usize,
}

impl Index {
    /// Indexes normalized texts; a document's number is its place.
    pub(crate) fn new(texts: &[String]) -> Self {
        let fields = FIELDS.iter().map(|&(field, weight)| Postings::new(texts, field, weight)).collect();
        Self { fields, documents: texts.len() }
    }

    /// The BM25 score of every document.
    pub(crate) fn scores(&self, terms: &QueryTerms) -> Vec<f32> {
        let mut scores = vec![0.0; self.documents];
        for (postings, keys) in self.fields.iter().zip(&terms.fields) {
            for key in keys {
                for posting in postings.of(*key) {
                    if let Some(score) = scores.get_mut(posting.document as usize) {
                        *score += posting.impact;
                    }
                }
            }
        }
        scores
    }

    /// The score that a document would need at most: every term of the question at full impact, terms that no document
    /// holds at the impact of the rarest.
    pub(crate) fn attainable(&self, terms: &QueryTerms) -> f32 {
        self.fields
            .iter()
            .zip(&terms.fields)
            .map(|(postings, keys)| keys.iter().map(|key| postings.top_impact(*key)).sum::<f32>())
            .sum()
    }

    /// Whether any document has this n-gram, marks ignored.
    pub(crate) fn knows(&self, folded_ngram: u64) -> bool {
        self.fields.iter().zip(FIELDS).any(|(postings, (field, _))| {
            field == Field::FoldedNgrams && postings.terms.contains_key(&folded_ngram)
        })
    }

    /// Bytes held by posting lists and dictionaries.
    pub(crate) fn bytes(&self) -> usize {
        self.fields.iter().map(Postings::bytes).sum()
    }
}

/// One document of a posting list with what the term adds to its score.
#[derive(Debug, Clone, Copy)]
struct Posting {
    document: u32,
    impact: f32,
}

/// Where a term's postings stand.
#[derive(Debug, Clone, Copy)]
struct Term {
    start: u32,
    end: u32,
}

/// The posting lists of one field, one after the other.
#[derive(Debug, Default)]
struct Postings {
    terms: HashMap<u64, Term>,
    lists: Vec<Posting>,
    /// What a term that no document holds could have added.
    unseen_impact: f32,
}

impl Postings {
    fn new(texts: &[String], field: Field, weight: f32) -> Self {
        let documents: Vec<Vec<u64>> = texts
            .iter()
            .map(|text| {
                let mut keys = field.keys(text);
                keys.sort_unstable();
                keys
            })
            .collect();
        let total: usize = documents.iter().map(Vec::len).sum();
        let average = (total as f32 / documents.len().max(1) as f32).max(1.0);
        let mut entries: Vec<(u64, u32, f32)> = Vec::new();
        for (document, keys) in (0_u32..).zip(&documents) {
            let norm = SATURATION * (1.0 - LENGTH_SHARE + LENGTH_SHARE * keys.len() as f32 / average);
            for run in keys.chunk_by(|a, b| a == b) {
                let frequency = run.len() as f32;
                if let Some(&key) = run.first() {
                    entries.push((key, document, frequency * (SATURATION + 1.0) / (frequency + norm)));
                }
            }
        }
        entries.sort_unstable_by_key(|&(key, document, _)| (key, document));
        let rarity = |holders: usize| {
            let (all, holders) = (documents.len() as f32, holders as f32);
            (1.0 + (all - holders + 0.5) / (holders + 0.5)).ln()
        };
        let mut field = Self {
            terms: HashMap::new(),
            lists: Vec::with_capacity(entries.len()),
            unseen_impact: weight * rarity(1),
        };
        for run in entries.chunk_by(|a, b| a.0 == b.0) {
            let Some(&(key, ..)) = run.first() else { continue };
            let rarity = rarity(run.len());
            let start = field.end();
            field.lists.extend(
                run.iter().map(|&(_, document, tf)| Posting { document, impact: weight * rarity * tf }),
            );
            field.terms.insert(key, Term { start, end: field.end() });
        }
        field
    }

    fn end(&self) -> u32 {
        u32::try_from(self.lists.len()).unwrap_or(u32::MAX)
    }

    fn of(&self, key: u64) -> &[Posting] {
        self.terms
            .get(&key)
            .and_then(|term| self.lists.get(term.start as usize..term.end as usize))
            .unwrap_or_default()
    }

    fn top_impact(&self, key: u64) -> f32 {
        let postings = self.of(key);
        if postings.is_empty() {
            self.unseen_impact
        } else {
            postings.iter().map(|posting| posting.impact).fold(0.0, f32::max)
        }
    }

    fn bytes(&self) -> usize {
        self.lists.len() * size_of::<Posting>() + self.terms.capacity() * size_of::<(u64, Term)>()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn index(texts: &[&str]) -> Index {
        Index::new(&texts.iter().map(|&text| text.to_owned()).collect::<Vec<_>>())
    }

    #[test]
    fn the_document_with_the_rare_words_scores_highest() {
        let index = index(&["เงินเดือนของนักบัญชี", "เงินเดือนของพยาบาล", "วันหยุดของพยาบาล"]);
        for (question, best) in [("เงินเดือนพยาบาล", 1), ("เงินเดอนพยาบาน", 1), ("วันหยด", 2), ("นักบันชี", 0)]
        {
            let scores = index.scores(&QueryTerms::new(question));
            let top = (0..3).max_by(|&a, &b| scores[a].total_cmp(&scores[b]));
            assert_eq!(top, Some(best), "{question}: {scores:?}");
        }
    }

    #[test]
    fn no_score_exceeds_the_attainable() {
        let index = index(&["account manager", "accounting manager", ""]);
        for question in ["", "account", "manager account manager", "zebra", "😀"] {
            let terms = QueryTerms::new(question);
            let top = index.scores(&terms).into_iter().fold(0.0, f32::max);
            assert!(top <= index.attainable(&terms) + 1e-4, "{question}");
        }
    }
}
