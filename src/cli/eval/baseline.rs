//! How each labelled question fared, as a text file to commit: one line a question, so that a diff shows what changed.
//! Owns the form of the file and no comparison.

use std::fmt::Write as _;
use std::path::Path;

use rayon::prelude::*;
use serde::Serialize;

use super::labelled::Labelled;
use crate::search::{Decision, Engine, Verdict};

/// Stands at the top of the file, for those who open it.
const HEADER: &str =
    "# how it fared, what people see first, the question; written by `naenaew eval --write-baseline`";
/// Begins lines that are no entries.
const COMMENT: char = '#';
/// What people see first where they see no section.
const NOTHING: &str = "-";

/// How a question fared, the worst first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Fared {
    /// Answered with another section, or answered though no answer may be given.
    Wrong,
    /// Nothing shown was right, though a section is.
    Missed,
    /// The right section was among the choices; or choices were offered though no answer may be given.
    Offered,
    /// Answered with the right section, or left alone where no answer may be given.
    Right,
}

impl Fared {
    const ALL: [Self; 4] = [Self::Wrong, Self::Missed, Self::Offered, Self::Right];

    fn of(labelled: &Labelled, decision: &Decision) -> Self {
        match &decision.verdict {
            Verdict::Answer { candidate, .. } if labelled.accepts(candidate) => Self::Right,
            Verdict::Answer { .. } => Self::Wrong,
            Verdict::DidYouMean(_) if !labelled.may_be_answered() => Self::Offered,
            Verdict::DidYouMean(choices) if choices.iter().any(|choice| labelled.accepts(choice)) => {
                Self::Offered
            }
            Verdict::DontKnow if !labelled.may_be_answered() => Self::Right,
            Verdict::DidYouMean(_) | Verdict::DontKnow => Self::Missed,
        }
    }

    /// As it stands in the file.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Wrong => "wrong",
            Self::Missed => "missed",
            Self::Offered => "offered",
            Self::Right => "right",
        }
    }
}

/// How one question fared.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Entry {
    pub(crate) fared: Fared,
    /// The section that people see first, `article#section`; `-` where they see none.
    pub(crate) section: String,
    /// The question on one line, with what was known around it: entries of one question are told apart by their order.
    pub(crate) question: String,
}

impl Entry {
    /// What became of a question.
    pub(crate) fn new(labelled: &Labelled, decision: &Decision) -> Self {
        let first = match &decision.verdict {
            Verdict::Answer { candidate, .. } => Some(candidate),
            Verdict::DidYouMean(choices) => choices.first(),
            Verdict::DontKnow => None,
        };
        let section = first.map(|first| format!("{}#{}", first.article, first.section));
        Self {
            fared: Fared::of(labelled, decision),
            section: section.unwrap_or_else(|| NOTHING.to_owned()),
            question: one_line(&labelled.in_context()),
        }
    }
}

/// Puts every question to the engine, on all processors; the entries are in the order of the questions.
pub(crate) fn entries(engine: &Engine, labelled: &[Labelled]) -> Vec<Entry> {
    labelled.par_iter().map(|labelled| Entry::new(labelled, &engine.ask(&labelled.asked()))).collect()
}

/// The text of the file.
pub(super) fn written(entries: &[Entry]) -> String {
    let mut text = format!("{HEADER}\n");
    for Entry { fared, section, question } in entries {
        // Writing to a string cannot fail.
        let _ = writeln!(text, "{}\t{section}\t{question}", fared.name());
    }
    text
}

/// Reads the text of a file, or says everything that is wrong with it.
pub(super) fn parse(file: &Path, text: &str) -> Result<Vec<Entry>, Vec<String>> {
    let (mut entries, mut problems) = (Vec::new(), Vec::new());
    for (number, line) in text.lines().enumerate() {
        if line.trim().is_empty() || line.starts_with(COMMENT) {
            continue;
        }
        match entry(line) {
            Some(entry) => entries.push(entry),
            None => problems.push(format!(
                "{}:{}:1: no line of a baseline; it reads `right`, `offered`, `missed` or `wrong`, a tab, the section, a \
                 tab and the question. Write the file anew with --write-baseline",
                file.display(),
                number + 1
            )),
        }
    }
    if problems.is_empty() { Ok(entries) } else { Err(problems) }
}

fn entry(line: &str) -> Option<Entry> {
    let mut columns = line.splitn(3, '\t');
    let name = columns.next()?;
    let fared = Fared::ALL.into_iter().find(|fared| fared.name() == name)?;
    let (section, question) = (columns.next()?.to_owned(), columns.next()?.to_owned());
    Some(Entry { fared, section, question })
}

/// A text without characters that end a line or a column, or that cannot be seen.
fn one_line(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for c in text.chars() {
        if c.is_control() || matches!(c, '\\' | '\u{2028}' | '\u{2029}') {
            line.extend(c.escape_default());
        } else {
            line.push(c);
        }
    }
    line
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use proptest::prelude::*;

    use super::*;

    #[test]
    fn lines_that_are_no_entries_are_all_named() {
        let text = "# note\nright\ta#b\tq\n\nrihgt\ta#b\tq\nmissed\t-\n";
        let problems = parse(Path::new("q.baseline"), text).unwrap_err();
        assert_eq!(problems.len(), 2, "{problems:?}");
        for (problem, line) in problems.iter().zip([4, 5]) {
            assert!(problem.starts_with(&format!("q.baseline:{line}:1: ")), "{problem}");
        }
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_back(questions in proptest::collection::vec("(\\PC|\t|\n|\r|\u{2028}|\\\\|#){0,20}", 0..8)) {
            let entries: Vec<Entry> = questions
                .iter()
                .zip(Fared::ALL.into_iter().cycle())
                .map(|(question, fared)| Entry { fared, section: "a#ข".to_owned(), question: one_line(question) })
                .collect();
            prop_assert_eq!(parse(Path::new("q"), &written(&entries)).unwrap(), entries);
        }
    }
}
