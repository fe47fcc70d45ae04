//! What is compared: each ranker names its best section for a question.

use std::collections::BTreeSet;
use std::sync::Arc;

use naenaew::search::{Engine, Question};
use naenaew::text::normalize;
use rapidfuzz::fuzz::RatioBatchComparator;
use tantivy::collector::TopDocs;
use tantivy::query::BooleanQuery;
use tantivy::schema::{Field, IndexRecordOption, Schema, TextFieldIndexing, TextOptions};
use tantivy::tokenizer::NgramTokenizer;
use tantivy::{Index, IndexWriter, ReloadPolicy, Searcher, TantivyDocument, Term};

use crate::data::DataSet;

/// An article's id and a section's id.
pub(crate) type Place = (String, String);

/// A way to find sections.
pub(crate) trait Ranker {
    /// The best section for a question as typed; `None` when there is nothing to choose by.
    fn best(&self, question: &str) -> Option<Place>;
}

/// Naenaew from the text to the decision.
pub(crate) struct Whole(Engine);

impl Whole {
    pub(crate) fn new(set: &DataSet) -> Self {
        Self(Engine::new(Arc::clone(&set.knowledge)))
    }
}

impl Ranker for Whole {
    fn best(&self, question: &str) -> Option<Place> {
        let decision = self.0.ask(&Question::new(question));
        let best = decision.candidates.first()?;
        Some((best.article.to_string(), best.section.to_string()))
    }
}

/// Characters of an n-gram.
const GRAM: usize = 3;
/// Memory for tantivy's writer: enough that every set becomes one segment.
const WRITER_BYTES: usize = 200_000_000;

/// tantivy in memory: BM25 over 3-grams, any of the question's 3-grams suffices.
pub(crate) struct Indexed {
    searcher: Searcher,
    text: Field,
    /// By number of the document.
    places: Vec<Place>,
}

impl Indexed {
    pub(crate) fn new(set: &DataSet) -> Self {
        const TOKENIZER: &str = "3-grams";
        let mut schema = Schema::builder();
        let indexing = TextFieldIndexing::default()
            .set_tokenizer(TOKENIZER)
            .set_index_option(IndexRecordOption::WithFreqs);
        let text = schema.add_text_field("text", TextOptions::default().set_indexing_options(indexing));
        let index = Index::create_in_ram(schema.build());
        let grams = NgramTokenizer::new(GRAM, GRAM, false).expect("3 is a length");
        index.tokenizers().register(TOKENIZER, grams);
        let mut writer: IndexWriter =
            index.writer_with_num_threads(1, WRITER_BYTES).expect("memory for the writer");
        for section in &set.sections {
            let mut document = TantivyDocument::default();
            document.add_text(text, &section.text);
            writer.add_document(document).expect("memory for the document");
        }
        writer.commit().expect("memory for the index");
        let reader = index.reader_builder().reload_policy(ReloadPolicy::Manual).try_into();
        let searcher = reader.expect("an index to read").searcher();
        assert_eq!(
            searcher.segment_readers().len(),
            1,
            "documents are numbered as they came within a segment"
        );
        let places =
            set.sections.iter().map(|known| (known.article.clone(), known.section.clone())).collect();
        Self { searcher, text, places }
    }
}

impl Ranker for Indexed {
    fn best(&self, question: &str) -> Option<Place> {
        let characters: Vec<char> = normalize(question).chars().collect();
        let grams: BTreeSet<String> = characters.windows(GRAM).map(|gram| gram.iter().collect()).collect();
        let terms = grams.iter().map(|gram| Term::from_field_text(self.text, gram)).collect();
        let query = BooleanQuery::new_multiterms_query(terms);
        // As many as Naenaew ranks.
        let ten = TopDocs::with_limit(10).order_by_score();
        let found = self.searcher.search(&query, &ten).expect("an index in memory");
        let (_, address) = found.first()?;
        self.places.get(usize::try_from(address.doc_id).ok()?).cloned()
    }
}

/// How alike a text is to a question, in 0..=1.
type Likeness = Box<dyn Fn(&[char]) -> f64>;

/// Optimal string alignment as share of the longer text, by strsim: like Damerau–Levenshtein one swap is one edit.
///
/// It is the fairest of strsim: Jaro–Winkler finds half as many sections (35 instead of 70 % of 20 questions of xquad-th), and
/// the unrestricted Damerau–Levenshtein takes nearly three times as long to differ only where swapped letters are edited
/// again.
pub(crate) fn likeness_of_strsim(question: &[char]) -> Likeness {
    let (question, length): (String, usize) = (question.iter().collect(), question.len());
    Box::new(move |window| {
        let window: String = window.iter().collect();
        let longer = length.max(window.chars().count()).max(1);
        1.0 - strsim::osa_distance(&question, &window) as f64 / longer as f64
    })
}

/// rapidfuzz's `ratio` with the question prepared once. The Rust crate has neither `partial_ratio` nor `WRatio`; windows
/// make a `partial_ratio` of it.
pub(crate) fn ratio_of_rapidfuzz(question: &[char]) -> Likeness {
    let comparator = RatioBatchComparator::new(question.to_vec());
    Box::new(move |window| comparator.similarity(window.iter().copied()))
}

/// Reads every section for every question and takes the one with the likest window.
///
/// A window is as long as the question, and begins every quarter of that: a whole section is never like a question.
pub(crate) struct EverySection {
    sections: Vec<(Place, Vec<char>)>,
    likeness: fn(&[char]) -> Likeness,
}

impl EverySection {
    pub(crate) fn new(set: &DataSet, likeness: fn(&[char]) -> Likeness) -> Self {
        let characters = set
            .sections
            .iter()
            .map(|known| ((known.article.clone(), known.section.clone()), known.text.chars().collect()));
        Self { sections: characters.collect(), likeness }
    }
}

impl Ranker for EverySection {
    fn best(&self, question: &str) -> Option<Place> {
        let question: Vec<char> = normalize(question).chars().collect();
        let likeness = (self.likeness)(&question);
        let (length, step) = (question.len().max(1), (question.len() / 4).max(1));
        let likest = |text: &[char]| {
            (0..text.len())
                .step_by(step)
                .filter_map(|start| text.get(start..(start + length).min(text.len())))
                .map(&likeness)
                .fold(0.0, f64::max)
        };
        let best = self.sections.iter().map(|(place, text)| (likest(text), place));
        // Of equals the first.
        best.reduce(|a, b| if b.0 > a.0 { b } else { a }).map(|(_, place)| place.clone())
    }
}
