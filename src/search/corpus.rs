//! The sections of a knowledge base as numbered documents: their texts, passages and indexes.

use std::collections::HashMap;
use std::ops::Range;

use super::index::{Index, QueryTerms};
use super::names::{Catalogue, SubjectId};
use crate::knowledge::{Article, ArticleId, FacetId, Knowledge, Section, SectionId};
use crate::text::normalize;

/// Characters of a passage. Half of it overlaps with the next, so that no sentence is always cut.
const PASSAGE_CHARACTERS: usize = 200;

/// Weight of the best passage's score beside the whole section's: measured best at one half; at one, clean Thai
/// questions lose a point, at zero, misspelt English ones lose two.
const PASSAGE_WEIGHT: f32 = 0.5;

/// A section as a document.
#[derive(Debug)]
pub(crate) struct Document {
    /// Number of the article in the knowledge base.
    pub(crate) article: usize,
    /// Number of the section in the article.
    pub(crate) section: usize,
    /// Equal for the language versions of one section.
    pub(crate) group: usize,
    /// The facet it answers.
    pub(crate) facet: Option<FacetId>,
    /// Whether it is the article's definition, or a glossary's term.
    pub(crate) defines: bool,
    /// Its sample questions, normalized.
    pub(crate) questions: Vec<String>,
}

/// A part of a document.
#[derive(Debug)]
struct Passage {
    document: usize,
    /// Bytes of the section's text, at character borders.
    bytes: Range<usize>,
}

/// All sections with their indexes.
#[derive(Debug)]
pub(crate) struct Corpus {
    documents: Vec<Document>,
    sections: Index,
    passages: Vec<Passage>,
    passage_index: Index,
    /// The documents of each subject.
    of_subject: Vec<Vec<usize>>,
}

impl Corpus {
    /// Indexes every section.
    pub(crate) fn new(knowledge: &Knowledge, catalogue: &Catalogue) -> Self {
        let mut documents = Vec::new();
        let mut groups: HashMap<(&ArticleId, &SectionId), usize> = HashMap::new();
        let mut by_name: HashMap<(&ArticleId, Option<&SectionId>), Vec<usize>> = HashMap::new();
        let (mut texts, mut passages, mut passage_texts) = (Vec::new(), Vec::new(), Vec::new());
        for (article_number, article) in knowledge.articles().iter().enumerate() {
            for (section_number, section) in article.sections.iter().enumerate() {
                let next = groups.len();
                let group = *groups.entry((&article.id, &section.id)).or_insert(next);
                for bytes in passage_ranges(&section.text) {
                    let text = section.text.get(bytes.clone()).unwrap_or_default();
                    passage_texts.push(normalize(&format!("{}\n{}\n{text}", article.title, section.heading)));
                    passages.push(Passage { document: documents.len(), bytes });
                }
                texts.push(searchable(article, section));
                by_name.entry((&article.id, None)).or_default().push(documents.len());
                by_name.entry((&article.id, Some(&section.id))).or_default().push(documents.len());
                documents.push(Document {
                    article: article_number,
                    section: section_number,
                    group,
                    facet: section.facet.clone(),
                    defines: section.id == SectionId::definition() || !section.names.is_empty(),
                    questions: section.questions.iter().map(|question| normalize(question)).collect(),
                });
            }
        }
        let of_subject = catalogue
            .subjects()
            .map(|(_, subject)| {
                let key = (&subject.article, subject.section.as_ref());
                by_name.get(&key).cloned().unwrap_or_default()
            })
            .collect();
        Self {
            sections: Index::new(&texts),
            passage_index: Index::new(&passage_texts),
            documents,
            passages,
            of_subject,
        }
    }

    /// The documents in their order.
    pub(crate) fn documents(&self) -> &[Document] {
        &self.documents
    }

    /// The documents of a subject.
    pub(crate) fn of_subject(&self, subject: SubjectId) -> &[usize] {
        self.of_subject.get(subject.0).map_or(&[], Vec::as_slice)
    }

    /// How well each document's text fits the terms.
    pub(crate) fn scores(&self, terms: &QueryTerms) -> Vec<f32> {
        let mut scores = self.sections.scores(terms);
        let mut best = vec![0.0_f32; scores.len()];
        for (passage, score) in self.passages.iter().zip(self.passage_index.scores(terms)) {
            if let Some(best) = best.get_mut(passage.document) {
                *best = best.max(score);
            }
        }
        for (score, best) in scores.iter_mut().zip(best) {
            *score += PASSAGE_WEIGHT * best;
        }
        scores
    }

    /// The score of a text that holds every term, see [`Index::attainable`].
    pub(crate) fn attainable(&self, terms: &QueryTerms) -> f32 {
        self.sections.attainable(terms) + PASSAGE_WEIGHT * self.passage_index.attainable(terms)
    }

    /// See [`Index::familiarity`].
    pub(crate) fn familiarity(&self, terms: &QueryTerms) -> f32 {
        self.sections.familiarity(terms)
    }

    /// The bytes of a document's passage that fits the terms best, when one fits better than the others.
    pub(crate) fn best_passage(&self, document: usize, terms: &QueryTerms) -> Option<Range<usize>> {
        let first = self.passages.partition_point(|passage| passage.document < document);
        let scores = self.passage_index.scores(terms);
        let mut own: Vec<(f32, &Passage)> = self
            .passages
            .iter()
            .zip(&scores)
            .skip(first)
            .take_while(|(passage, _)| passage.document == document)
            .map(|(passage, &score)| (score, passage))
            .collect();
        own.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.bytes.start.cmp(&b.1.bytes.start)));
        own.first().filter(|(score, _)| *score > 0.0).map(|(_, passage)| passage.bytes.clone())
    }

    /// Bytes of the indexes.
    pub(crate) fn bytes(&self) -> usize {
        self.sections.bytes() + self.passage_index.bytes()
    }
}

/// What is indexed of a section: its article's title, its heading, its sample questions and its text.
fn searchable(article: &Article, section: &Section) -> String {
    let mut text = format!("{}\n{}\n", article.title, section.heading);
    for question in &section.questions {
        text.push_str(question);
        text.push('\n');
    }
    text.push_str(&section.text);
    normalize(&text)
}

/// Windows over a text that begin and end at white space where there is some, as bytes.
fn passage_ranges(text: &str) -> Vec<Range<usize>> {
    let characters: Vec<(usize, char)> = text.char_indices().collect();
    let byte = |place: usize| characters.get(place).map_or(text.len(), |(byte, _)| *byte);
    // Up to a quarter further to the next white space.
    let border = |place: usize| {
        (place..characters.len().min(place + PASSAGE_CHARACTERS / 4))
            .find(|&at| characters.get(at).is_some_and(|(_, c)| c.is_whitespace()))
            .unwrap_or_else(|| place.min(characters.len()))
    };
    let mut ranges = Vec::new();
    let mut start = 0;
    loop {
        let end = border(start + PASSAGE_CHARACTERS);
        ranges.push(byte(start)..byte(end));
        if end >= characters.len() {
            return ranges;
        }
        start = border(start + PASSAGE_CHARACTERS / 2);
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn passages_cover_the_text(text in "[ก-ฮ ]{0,900}|\\PC{0,300}") {
            let ranges = passage_ranges(&text);
            prop_assert_eq!(ranges.first().map(|range| range.start), Some(0));
            prop_assert_eq!(ranges.last().map(|range| range.end), Some(text.len()));
            for pair in ranges.windows(2) {
                prop_assert!(pair[0].start < pair[1].start && pair[1].start <= pair[0].end);
            }
            for range in ranges {
                prop_assert!(text.get(range).is_some());
            }
        }
    }
}
