//! Labelled questions: what is asked, and the section that answers it. Reads files, judges nothing else.

use std::path::{Path, PathBuf};

use serde::Deserialize;

use super::Failure;
use crate::knowledge::{ArticleId, Language, SectionId};
use crate::search::{Candidate, Decision, Question, Verdict};

/// A question with its right section; a missing article means that no answer may be given.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Labelled {
    pub(super) question: String,
    pub(super) article: Option<String>,
    pub(super) section: Option<String>,
    /// The asker's language, for questions whose own cannot be told.
    lang: Option<String>,
    /// For follow-ups: the article that was answered from just before.
    about: Option<String>,
    kind: Option<String>,
    /// Other sections that answer as well, each as `article#section`.
    #[serde(default)]
    also: Vec<String>,
}

/// Questions without a kind are counted under this one.
const NO_KIND: &str = "other";

impl Labelled {
    /// A question that a section must answer.
    pub(crate) fn of_section(question: String, article: &ArticleId, section: &SectionId) -> Self {
        let (article, section) = (Some(article.to_string()), Some(section.to_string()));
        Self { question, article, section, lang: None, about: None, kind: None, also: Vec::new() }
    }

    /// The question as it is put to the engine.
    pub(crate) fn asked(&self) -> Question {
        let language = self.lang.as_deref().and_then(|tag| Language::parse(tag).ok());
        let about = self.about.as_deref().and_then(|id| ArticleId::parse(id).ok());
        Question::new(self.question.clone()).asked_in(language).about(about)
    }

    /// The question with what is known around it, for people: "แล้วเงินเดือนล่ะ [account-manager]".
    pub(super) fn in_context(&self) -> String {
        let known: Vec<&str> = [&self.about, &self.lang].into_iter().flatten().map(String::as_str).collect();
        if known.is_empty() {
            self.question.clone()
        } else {
            format!("{} [{}]", self.question, known.join(", "))
        }
    }

    /// Whether there is a right answer.
    pub(super) fn may_be_answered(&self) -> bool {
        self.article.is_some()
    }

    /// What kind of question it is.
    pub(super) fn kind(&self) -> &str {
        self.kind.as_deref().unwrap_or(NO_KIND)
    }

    /// Whether a section is the right one; a label without a section accepts the whole article.
    pub(super) fn accepts(&self, candidate: &Candidate) -> bool {
        let labelled = self.article.as_deref() == Some(candidate.article.as_str())
            && self.section.as_deref().is_none_or(|section| section == candidate.section.as_str());
        let is_place = |place: &String| {
            place.split_once('#') == Some((candidate.article.as_str(), candidate.section.as_str()))
        };
        labelled || self.also.iter().any(is_place)
    }

    /// Whether the decision is the best possible one: the right answer, or none where none may be given.
    pub(super) fn is_met_by(&self, decision: &Decision) -> bool {
        match &decision.verdict {
            Verdict::Answer { candidate, .. } => self.accepts(candidate),
            Verdict::DidYouMean(_) => false,
            Verdict::DontKnow => self.article.is_none(),
        }
    }

    /// What it names of the knowledge base, each as `article#section` or `article`.
    pub(super) fn places(&self) -> impl Iterator<Item = String> + '_ {
        self.article.iter().map(|_| self.expected()).chain(self.also.iter().cloned())
    }

    /// The right section as people read it: `article#section`, `article` or `-`.
    pub(super) fn expected(&self) -> String {
        match (&self.article, &self.section) {
            (Some(article), Some(section)) => format!("{article}#{section}"),
            (Some(article), None) => article.clone(),
            (None, _) => "-".to_owned(),
        }
    }
}

/// Reads every file, or says everything that is wrong with them.
pub(crate) fn read(files: &[PathBuf]) -> Result<Vec<Labelled>, Failure> {
    let (mut labelled, mut problems) = (Vec::new(), Vec::new());
    for file in files {
        match std::fs::read_to_string(file) {
            Ok(text) => parse(file, &text, &mut labelled, &mut problems),
            Err(error) => problems.push(format!("{}: {error}", file.display())),
        }
    }
    if problems.is_empty() { Ok(labelled) } else { Err(Failure::Files(problems)) }
}

fn parse(file: &Path, text: &str, labelled: &mut Vec<Labelled>, problems: &mut Vec<String>) {
    let lines = text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
    for (number, line) in lines {
        match serde_json::from_str::<Labelled>(line) {
            Ok(entry) => match entry.also.iter().find(|place| !place.contains('#')) {
                None => labelled.push(entry),
                Some(place) => problems.push(format!(
                    "{}:{}:1: “{place}” in `also` names no section; write article#section",
                    file.display(),
                    number + 1,
                )),
            },
            Err(error) => problems.push(format!(
                "{}:{}:{}: no labelled question: {error}; a line reads {{\"question\": \"…\", \"article\": \"…\", \
                 \"section\": \"…\"}}, with null for what may not be answered",
                file.display(),
                number + 1,
                error.column().max(1),
            )),
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    #[test]
    fn other_sections_answer_as_well() {
        let (mut labelled, mut problems) = (Vec::new(), Vec::new());
        let line = |also: &str| {
            format!("{{\"question\": \"q\", \"article\": \"a\", \"section\": \"b\", \"also\": [\"{also}\"]}}")
        };
        parse(Path::new("q.jsonl"), &line("c#d"), &mut labelled, &mut problems);
        parse(Path::new("q.jsonl"), &line("c"), &mut labelled, &mut problems);
        assert!(problems.iter().all(|problem| problem.starts_with("q.jsonl:1:1:")) && problems.len() == 1);
        let accepted = |article: &str, section: &str| {
            let candidate = Candidate {
                article: ArticleId::parse(article).unwrap(),
                section: SectionId::parse(section).unwrap(),
                language: Language::thai(),
                confidence: 1.0,
            };
            labelled.iter().any(|label| label.accepts(&candidate))
        };
        for (article, section, expected) in
            [("a", "b", true), ("c", "d", true), ("a", "d", false), ("c", "b", false)]
        {
            assert_eq!(accepted(article, section), expected, "{article}#{section}");
        }
    }

    #[test]
    fn broken_lines_are_all_named() {
        let (mut labelled, mut problems) = (Vec::new(), Vec::new());
        let text =
            "{\"question\": \"a\", \"article\": null, \"section\": null}\n\nnonsense\n{\"question\": 1}\n";
        parse(Path::new("q.jsonl"), text, &mut labelled, &mut problems);
        assert_eq!(labelled.len(), 1);
        assert_eq!(problems.len(), 2, "{problems:?}");
        assert!(
            problems
                .iter()
                .zip([3, 4])
                .all(|(problem, line)| problem.starts_with(&format!("q.jsonl:{line}:")))
        );
    }
}
