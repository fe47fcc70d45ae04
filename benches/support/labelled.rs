//! Questions with their right sections, as `naenaew eval` reads them: a JSON object a line.

use std::path::Path;

use naenaew::knowledge::ArticleId;
use naenaew::search::Question;
use serde::Deserialize;

/// A question with its right section; without an article it may not be answered.
#[derive(Debug, Clone, Deserialize)]
pub(crate) struct Labelled {
    pub(crate) question: String,
    pub(crate) article: Option<String>,
    /// Without a section, every section of the article is right.
    pub(crate) section: Option<String>,
    /// Other sections that answer as well, each as `article#section`.
    #[serde(default)]
    pub(crate) also: Vec<String>,
    /// The noise, or the way of asking.
    #[serde(default)]
    pub(crate) kind: String,
    /// The article of the answer before, for follow-ups.
    pub(crate) about: Option<String>,
}

impl Labelled {
    /// The questions of a file; none when there is no such file.
    ///
    /// # Panics
    /// When the file holds anything else.
    pub(crate) fn read(file: &Path) -> Vec<Self> {
        let Ok(text) = std::fs::read_to_string(file) else { return Vec::new() };
        let lines = text.lines().filter(|line| !line.trim().is_empty());
        lines.map(|line| serde_json::from_str(line).expect("a labelled question a line")).collect()
    }

    /// As it is put to the engine.
    pub(crate) fn question(&self) -> Question {
        let about = self.about.as_deref().and_then(|article| ArticleId::parse(article).ok());
        Question::new(self.question.clone()).about(about)
    }

    /// Whether this section is the right one.
    pub(crate) fn accepts(&self, article: &str, section: &str) -> bool {
        let expected = self.article.as_deref() == Some(article)
            && self.section.as_deref().is_none_or(|expected| expected == section);
        expected || self.also.iter().any(|other| other.split_once('#') == Some((article, section)))
    }
}
