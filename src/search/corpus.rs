//! The sections of a knowledge base as numbered documents: their texts and the index of them.

use rayon::prelude::*;
use rustc_hash::FxHashMap;

use super::entries::MAX_TEXTS;
use super::hits::{Fit, Scratch};
use super::letters::{Letter, NGRAM, SPACE, folded, ngrams, spelled};
use super::names::{Catalogue, Subject, SubjectId};
use super::own_facets::own_facet;
use super::postings::Postings;
use super::relevance::{Holders, Terms, rarity, saturated};
use super::samples::Sample;
use super::texts::{Spelled, Text, Texts};
use crate::knowledge::{Article, ArticleId, ArticleKind, FacetId, Knowledge, Section, SectionId};
use crate::text::normalize;

/// So many postings are read for a question. All of them for some ten thousand sections; beyond, the commonest n-grams are
/// left out, which at 100,000 sections changed no answer (ARCHITECTURE.md).
const MAX_POSTINGS: usize = 400_000;

/// So many sections are spelled by one processor at a time, at most: none waits long for the others.
const SPELLED_TOGETHER: usize = 8;

/// A section as a document.
#[derive(Debug)]
pub(crate) struct Document {
    /// Number of the article in the knowledge base.
    pub(crate) article: usize,
    /// Number of the section in the article.
    pub(crate) section: usize,
    /// Equal for the language versions of one section.
    pub(crate) group: usize,
    /// What its article is.
    pub(crate) kind: ArticleKind,
    /// The whole article as a subject.
    pub(crate) subject: Option<SubjectId>,
    /// The facet it answers; of a role's section that no facet names, its own.
    pub(crate) facet: Option<FacetId>,
    /// Whether it is the article's definition, or a glossary's term.
    pub(crate) defines: bool,
    /// Its sample questions.
    pub(crate) questions: Vec<Sample>,
}

/// All sections with their index.
#[derive(Debug)]
pub(crate) struct Corpus {
    documents: Vec<Document>,
    texts: Texts,
    average: f32,
    /// Whether most documents are sections of topics.
    of_topics: bool,
    holders: Holders,
    postings: Postings,
    /// The documents of each subject.
    of_subject: Vec<Vec<usize>>,
}

impl Corpus {
    /// Indexes every section.
    pub(crate) fn new(knowledge: &Knowledge) -> Self {
        let mut documents = Vec::new();
        let mut groups: FxHashMap<(&ArticleId, &SectionId), usize> = FxHashMap::default();
        let mut sections = Vec::new();
        for (article_number, article) in knowledge.articles().iter().enumerate() {
            for (section_number, section) in article.sections.iter().enumerate() {
                let next = groups.len();
                let group = *groups.entry((&article.id, &section.id)).or_insert(next);
                sections.push((article, section));
                documents.push(Document {
                    article: article_number,
                    section: section_number,
                    group,
                    kind: article.kind,
                    subject: None,
                    facet: section.facet.clone().or_else(|| own_facet(article, section)),
                    defines: section.id == SectionId::definition() || !section.names.is_empty(),
                    questions: Vec::new(),
                });
            }
        }
        let spelled: Vec<Spelled> = documents
            .par_iter_mut()
            .zip(sections)
            .with_max_len(SPELLED_TOGETHER)
            .map(|(document, (article, section))| {
                let questions = section.questions.iter().map(|question| Sample::new(&normalize(question)));
                document.questions = questions.collect();
                let (head, body) = searchable(article, section);
                Spelled::new(&head, &body)
            })
            .collect();
        let texts = Texts::new(&spelled);
        drop(spelled);
        let average = texts.average();
        let lengths: Vec<f32> =
            (0..texts.len()).map(|number| texts.get(number).letters.len() as f32 / average).collect();
        let saturated =
            |number: usize, frequency| saturated(frequency, lengths.get(number).copied().unwrap_or(1.0));
        let folded_ngrams = |number: usize, keys: &mut Vec<u32>| {
            keys.extend(ngrams(texts.get(number).folded));
        };
        let starts: Vec<usize> = (0..texts.len()).step_by(MAX_TEXTS).collect();
        let count = |start| Holders::count(&texts, start..texts.len().min(start + MAX_TEXTS));
        let (postings, holders) = rayon::join(
            || Postings::new(texts.len(), texts.letters(), saturated, folded_ngrams),
            || starts.into_par_iter().map(count).reduce(Holders::default, Holders::plus),
        );
        let topics = documents.iter().filter(|document| document.kind == ArticleKind::Topic).count();
        let of_topics = 2 * topics > documents.len();
        Self { documents, texts, average, of_topics, holders, postings, of_subject: Vec::new() }
    }

    /// With the documents of each subject.
    pub(crate) fn with_subjects(mut self, knowledge: &Knowledge, catalogue: &Catalogue) -> Self {
        let mut by_name: FxHashMap<(&ArticleId, Option<&SectionId>), Vec<usize>> = FxHashMap::default();
        let sections = knowledge
            .articles()
            .iter()
            .flat_map(|article| article.sections.iter().map(move |section| (&article.id, &section.id)));
        for (number, (article, section)) in sections.enumerate() {
            by_name.entry((article, None)).or_default().push(number);
            by_name.entry((article, Some(section))).or_default().push(number);
        }
        let documents = |subject: &Subject| {
            by_name.get(&(&subject.article, subject.section.as_ref())).cloned().unwrap_or_default()
        };
        for (subject, named) in catalogue.subjects().filter(|(_, subject)| subject.section.is_none()) {
            for &number in by_name.get(&(&named.article, None)).into_iter().flatten() {
                if let Some(document) = self.documents.get_mut(number) {
                    document.subject = Some(subject);
                }
            }
        }
        self.of_subject = catalogue.subjects().map(|(_, subject)| documents(subject)).collect();
        self
    }

    /// The documents in their order.
    pub(crate) fn documents(&self) -> &[Document] {
        &self.documents
    }

    /// The document of a section, by the numbers of its article and itself.
    pub(crate) fn number(&self, article: usize, section: usize) -> Option<usize> {
        self.documents
            .binary_search_by_key(&(article, section), |document| (document.article, document.section))
            .ok()
    }

    /// Whether a document's text may answer by itself: a topic's, where knowledge consists of topics. A section of a role or of
    /// a glossary speaks of its subject alone; and among roles, where questions name what they ask about, chatter is more
    /// likely than a question that names no topic.
    pub(crate) fn stands_alone(&self, document: &Document) -> bool {
        self.of_topics && document.kind == ArticleKind::Topic
    }

    /// Whether most documents are sections of topics, whose names are among what they tell: what is no name of one is that of another.
    pub(crate) fn is_of_topics(&self) -> bool {
        self.of_topics
    }

    /// The documents of a subject.
    pub(crate) fn of_subject(&self, subject: SubjectId) -> &[usize] {
        self.of_subject.get(subject.0).map_or(&[], Vec::as_slice)
    }

    /// Whether no section of a subject holds this normalized text, marks ignored.
    pub(crate) fn lacks(&self, subject: SubjectId, text: &str) -> bool {
        let sought = folded(&spelled(text));
        let holds = |&number: &usize| {
            let letters = self.texts.get(number).folded;
            letters.windows(sought.len().max(1)).any(|part| part == sought)
        };
        !self.of_subject(subject).iter().any(holds)
    }

    /// How many letters of normalized texts are unknown to the sections of a subject, marks ignored, by the share of their n-grams. Goes
    /// over the sections once.
    pub(crate) fn unknown_letters(&self, subject: SubjectId, texts: &[String]) -> f32 {
        let spelled: Vec<Vec<Letter>> = texts.iter().map(|text| folded(&spelled(text))).collect();
        // Without the borders of the texts, which stand beside other letters.
        let inner = || {
            spelled.iter().map(|letters| letters.get(1..letters.len().saturating_sub(1)).unwrap_or_default())
        };
        let parts = |letters: &[Letter]| NGRAM.min(letters.len()).max(1);
        let mut held: FxHashMap<&[Letter], bool> =
            inner().flat_map(|letters| letters.windows(parts(letters))).map(|part| (part, false)).collect();
        let lengths: Vec<usize> =
            (1..=NGRAM).filter(|&length| held.keys().any(|part| part.len() == length)).collect();
        for &number in self.of_subject(subject) {
            for part in lengths.iter().flat_map(|&length| self.texts.get(number).folded.windows(length)) {
                if let Some(held) = held.get_mut(part) {
                    *held = true;
                }
            }
        }
        let unknown = |letters: &[Letter]| {
            let parts = letters.windows(parts(letters));
            let all = parts.len().max(1) as f32;
            let unknown = parts.filter(|part| !held.get(part).is_some_and(|held| *held)).count();
            letters.len() as f32 * unknown as f32 / all
        };
        inner().map(unknown).sum()
    }

    /// Whether no more than so many sections, for one of a subject's, can hold this normalized text, by its rarest n-gram or word.
    pub(crate) fn is_of(&self, subject: SubjectId, text: &str, most: f32) -> bool {
        let sought = spelled(text);
        // Without the borders of the text, which stand beside other letters.
        let inner = sought.get(1..sought.len().saturating_sub(1)).unwrap_or_default();
        let by_letters = ngrams(inner).map(|ngram| self.holders.of_ngram(ngram));
        // Letters of a Latin word stand inside others too (trainer, training).
        let latin = text.split(' ').filter(|word| word.is_ascii());
        let rarest = by_letters.chain(latin.map(|word| self.holders.of_word(word))).min();
        rarest.is_some_and(|holders| holders as f32 <= self.of_subject(subject).len() as f32 * most)
    }

    /// How rare a normalized word is, `None` where no text holds it.
    pub(crate) fn word_rarity(&self, word: &str) -> Option<f32> {
        let holders = self.holders.of_word(word);
        (holders > 0).then(|| rarity(holders as f32, self.texts.len() as f32))
    }

    /// The terms of a normalized text; `idle` tells which of its characters belong to words that no text answers.
    pub(crate) fn terms(&self, normalized: &str, idle: impl Fn(usize) -> bool) -> Terms {
        Terms::new(normalized, idle, &self.holders, |key| self.postings.holders(key), self.texts.len())
    }

    /// About how well each document's text fits the terms, from the n-grams alone, on the scale of [`Corpus::fit`].
    pub(crate) fn weigh(&self, terms: &Terms) -> Vec<f32> {
        let mut weights = self.postings.weigh(&terms.folded_ngrams, MAX_POSTINGS);
        let held: f32 = terms.folded_ngrams.iter().map(|(_, weight)| weight).sum();
        let scale = terms.attainable() / held.max(f32::EPSILON);
        for weight in &mut weights {
            *weight *= scale;
        }
        weights
    }

    /// What the other sections of a topic say for a section that stands alone: the mean of their weights. Of two sections that
    /// fit alike the one among kin is more likely meant.
    pub(crate) fn context(&self, document: usize, weights: &[f32]) -> f32 {
        let Some(own) = self.documents.get(document).filter(|own| self.stands_alone(own)) else { return 0.0 };
        let start = self.documents.partition_point(|other| other.article < own.article);
        let end = self.documents.partition_point(|other| other.article <= own.article);
        let others = (end - start).saturating_sub(1);
        let sum: f32 = weights.get(start..end).unwrap_or_default().iter().sum();
        let own = weights.get(document).copied().unwrap_or(0.0);
        if others > 0 { (sum - own) / others as f32 } else { 0.0 }
    }

    /// How well a document's text fits the terms.
    pub(crate) fn fit(&self, document: usize, terms: &Terms, scratch: &mut Scratch) -> Fit {
        scratch.fit(terms, self.texts.get(document), self.average)
    }

    /// How many times as long as the average the document's text is.
    pub(crate) fn length(&self, document: usize) -> f32 {
        self.texts.get(document).letters.len() as f32 / self.average
    }

    /// The document's text as letters.
    pub(crate) fn text(&self, document: usize) -> Text<'_> {
        self.texts.get(document)
    }

    /// How many letters of words stand before a place in a document's body.
    pub(crate) fn letters_before(&self, document: usize, place: usize) -> usize {
        self.texts.get(document).body.iter().take(place).filter(|&&letter| letter != SPACE).count()
    }

    /// Whether any section's text has this n-gram, marks ignored.
    pub(crate) fn knows(&self, folded_ngram: u32) -> bool {
        self.postings.holders(folded_ngram) > 0
    }

    /// Bytes of texts and index.
    pub(crate) fn bytes(&self) -> usize {
        self.texts.bytes() + self.postings.bytes() + self.holders.bytes()
    }
}

/// What is searched of a section, normalized: its article's title and its heading, then its sample questions and its text.
fn searchable(article: &Article, section: &Section) -> (String, String) {
    let mut body = String::new();
    for question in &section.questions {
        body.push_str(question);
        body.push('\n');
    }
    body.push_str(&section.text);
    (normalize(&format!("{}\n{}", article.title, section.heading)), normalize(&body))
}
