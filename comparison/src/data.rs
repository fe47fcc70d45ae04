//! The sets of articles and questions that are measured. Owns no ranking.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use naenaew::knowledge::{Knowledge, load, starter};
use naenaew::text::normalize;

use crate::support::{self, Labelled};

/// The repository, seen from this crate.
const REPOSITORY: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/..");

/// Sets that may lie beside the repository.
const NAMES: [&str; 3] = ["xquad-th", "xquad-en", "iapp-th"];

/// A section as those see it that know nothing of articles.
#[derive(Debug)]
pub(crate) struct PlainSection {
    pub(crate) article: String,
    pub(crate) section: String,
    /// Title, heading, sample questions and text, normalized: what Naenaew searches as well.
    pub(crate) text: String,
}

/// Articles with questions on them.
#[derive(Debug)]
pub(crate) struct DataSet {
    pub(crate) name: String,
    pub(crate) knowledge: Arc<Knowledge>,
    pub(crate) sections: Vec<PlainSection>,
    /// Those that have a right section and stand alone.
    pub(crate) questions: Vec<Labelled>,
}

impl DataSet {
    /// Every set beside the repository; without any, the starter knowledge with the golden questions.
    pub(crate) fn present() -> Vec<Self> {
        let found: Vec<Self> = NAMES.iter().filter_map(|name| Self::beside(name)).collect();
        if !found.is_empty() {
            return found;
        }
        println!("none of {} lies beside the repository: the starter is measured", NAMES.join(", "));
        let knowledge = starter().expect("the starter has no error");
        vec![Self::new("starter", knowledge, &Path::new(REPOSITORY).join("tests/golden"))]
    }

    fn beside(name: &str) -> Option<Self> {
        let folder = support::data(REPOSITORY, name)?;
        let knowledge = load(&folder.join("knowledge")).expect("the articles have no error").knowledge;
        Some(Self::new(name, knowledge, &folder))
    }

    fn new(name: &str, knowledge: Knowledge, folder: &Path) -> Self {
        let mut questions: Vec<Labelled> =
            files(folder).iter().flat_map(|file| Labelled::read(file)).collect();
        questions.retain(|labelled| labelled.article.is_some() && labelled.about.is_none());
        let mut sections = Vec::new();
        for article in knowledge.articles() {
            for section in &article.sections {
                let questions = section.questions.join("\n");
                let text = [&article.title, &section.heading, &questions, &section.text].map(String::as_str);
                sections.push(PlainSection {
                    article: article.id.to_string(),
                    section: section.id.to_string(),
                    text: normalize(&text.join("\n")),
                });
            }
        }
        Self { name: name.to_owned(), knowledge: Arc::new(knowledge), sections, questions }
    }

    /// The kinds of questions, each once, `clean` first.
    pub(crate) fn kinds(&self) -> Vec<String> {
        let mut kinds: Vec<String> = self.questions.iter().map(|labelled| labelled.kind.clone()).collect();
        kinds.sort_by_key(|kind| (kind != "clean", kind.clone()));
        kinds.dedup();
        kinds
    }

    /// The questions of a kind; at most so many of them, spread evenly over all.
    pub(crate) fn sample(&self, kind: &str, most: Option<usize>) -> Vec<&Labelled> {
        let all: Vec<&Labelled> = self.questions.iter().filter(|labelled| labelled.kind == kind).collect();
        let step = most.map_or(1, |most| all.len().div_ceil(most.max(1)).max(1));
        all.into_iter().step_by(step).collect()
    }
}

/// The files of questions in a folder, by name.
fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let mut files: Vec<PathBuf> = entries.map(|entry| entry.path()).collect();
    files.retain(|file| file.extension().is_some_and(|ending| ending == "jsonl"));
    files.sort();
    files
}
