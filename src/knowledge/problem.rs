//! What is wrong with a knowledge base, where, and how to mend it. Owns no rule of the format: others find the
//! problems, this file collects them in the order in which people read.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::ops::Range;

use super::source::SourceText;

/// How much a problem matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Level {
    /// Worth knowing; nothing is lost.
    Hint,
    /// Something will not work as its author expects.
    Warning,
    /// The knowledge base is not used until this is mended.
    Error,
}

impl fmt::Display for Level {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::Hint => "hint",
            Self::Warning => "warning",
            Self::Error => "error",
        })
    }
}

/// A place in a file. Invariant: `span` lies on character borders of the file's text, its byte order mark left out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// From 1.
    pub line: usize,
    /// In Unicode scalar values, from 1.
    pub column: usize,
    /// In bytes of the file's text.
    pub span: Range<usize>,
}

/// The rule of every problem that the parser and the loader report.
pub const FORMAT: &str = "format";

/// One thing to mend.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// How much it matters.
    pub level: Level,
    /// Which rule it breaks, for programs; [`FORMAT`] for what keeps an article from being read as meant.
    pub rule: &'static str,
    /// Path relative to the knowledge folder; the folder's own path when it is about the folder.
    pub file: String,
    /// Where in the file; `None` when it is about the file as a whole.
    pub place: Option<Place>,
    /// What is wrong.
    pub what: String,
    /// What to do about it.
    pub mend: String,
}

impl Problem {
    /// A problem with a file or folder as a whole.
    pub(crate) fn whole(
        level: Level,
        file: impl Into<String>,
        what: impl Into<String>,
        mend: impl Into<String>,
    ) -> Self {
        Self { level, rule: FORMAT, file: file.into(), place: None, what: what.into(), mend: mend.into() }
    }

    /// `file:line:column`, as far as they are known.
    pub fn location(&self) -> String {
        match &self.place {
            None => self.file.clone(),
            Some(place) => format!("{}:{}:{}", self.file, place.line, place.column),
        }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}: {}: {}; {}", self.location(), self.level, self.what, self.mend)
    }
}

/// All problems of a knowledge base, by file, line and column, with the texts that they point into.
#[derive(Debug, Clone, Default)]
pub struct Problems {
    list: Vec<Problem>,
    sources: BTreeMap<String, String>,
}

impl Problems {
    /// Orders problems; of `sources` (texts by file) only those with a problem are kept.
    pub(crate) fn new<'s>(
        mut list: Vec<Problem>,
        sources: impl IntoIterator<Item = (&'s str, &'s str)>,
    ) -> Self {
        let order = |problem: &Problem| {
            let place = problem.place.as_ref().map(|place| (place.line, place.column));
            (problem.file.clone(), place, std::cmp::Reverse(problem.level), problem.what.clone())
        };
        list.sort_by_cached_key(order);
        let files: BTreeSet<&str> = list.iter().map(|problem| problem.file.as_str()).collect();
        let sources = sources.into_iter().filter(|(file, _)| files.contains(file));
        let sources = sources.map(|(file, text)| (file.to_owned(), text.to_owned())).collect();
        Self { list, sources }
    }

    /// By file, line and column.
    pub fn iter(&self) -> impl Iterator<Item = &Problem> {
        self.list.iter()
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.list.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// The highest level among them.
    pub fn worst(&self) -> Option<Level> {
        self.list.iter().map(|problem| problem.level).max()
    }

    /// How many there are of a level.
    pub fn count(&self, level: Level) -> usize {
        self.list.iter().filter(|problem| problem.level == level).count()
    }

    /// The text of a file that has a problem, its byte order mark left out.
    pub fn source(&self, file: &str) -> Option<&str> {
        self.sources.get(file).map(String::as_str)
    }
}

impl fmt::Display for Problems {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, problem) in self.list.iter().enumerate() {
            let line_end = if index == 0 { "" } else { "\n" };
            write!(formatter, "{line_end}{problem}")?;
        }
        Ok(())
    }
}

impl std::error::Error for Problems {}

/// Collects the problems of one file while it is read.
#[derive(Debug)]
pub(crate) struct Notes<'t> {
    file: &'t str,
    source: &'t SourceText<'t>,
    problems: Vec<Problem>,
    left_out: usize,
    worst_left_out: Option<Level>,
}

/// More problems than this in one file help nobody; a file made to fail must not fill memory or screen.
pub(crate) const MAX_PROBLEMS_A_FILE: usize = 500;

impl<'t> Notes<'t> {
    /// No problem yet.
    pub(crate) fn new(file: &'t str, source: &'t SourceText<'t>) -> Self {
        Self { file, source, problems: Vec::new(), left_out: 0, worst_left_out: None }
    }

    /// The text that is read.
    pub(crate) fn source(&self) -> &'t SourceText<'t> {
        self.source
    }

    /// Whether further problems are only counted: then costly advice is not worth finding.
    pub(crate) fn is_full(&self) -> bool {
        self.problems.len() >= MAX_PROBLEMS_A_FILE
    }

    /// Something that keeps the knowledge base from being used.
    pub(crate) fn error(&mut self, span: &Range<usize>, what: impl Into<String>, mend: impl Into<String>) {
        self.add(Level::Error, span, what.into(), mend.into());
    }

    /// Something that will not work as expected.
    pub(crate) fn warning(&mut self, span: &Range<usize>, what: impl Into<String>, mend: impl Into<String>) {
        self.add(Level::Warning, span, what.into(), mend.into());
    }

    /// Something worth knowing.
    pub(crate) fn hint(&mut self, span: &Range<usize>, what: impl Into<String>, mend: impl Into<String>) {
        self.add(Level::Hint, span, what.into(), mend.into());
    }

    fn add(&mut self, level: Level, span: &Range<usize>, what: String, mend: String) {
        if self.is_full() {
            self.left_out += 1;
            self.worst_left_out = self.worst_left_out.max(Some(level));
        } else {
            let place = Some(self.source.place(span.clone()));
            let file = self.file.to_owned();
            self.problems.push(Problem { level, rule: FORMAT, file, place, what, mend });
        }
    }

    /// What was found, in the order of finding.
    pub(crate) fn finish(mut self) -> Vec<Problem> {
        if let Some(level) = self.worst_left_out {
            let what = format!("{} more problems are not listed", self.left_out);
            self.problems.push(Problem::whole(level, self.file, what, "mend the listed ones first"));
        }
        self.problems
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn problems_are_ordered_as_people_read() {
        let source = SourceText::new("one\ntwo\n");
        let mut late = Notes::new("th/b.md", &source);
        late.warning(&(4..7), "second line", "mend");
        late.error(&(1..2), "first line", "mend");
        let mut early = Notes::new("th/a.md", &source);
        early.hint(&(0..1), "other file", "mend");
        let list = late.finish().into_iter().chain(early.finish()).collect();
        let problems = Problems::new(list, []);
        assert_eq!(
            problems.to_string(),
            "th/a.md:1:1: hint: other file; mend\n\
             th/b.md:1:2: error: first line; mend\n\
             th/b.md:2:1: warning: second line; mend"
        );
        assert_eq!(problems.worst(), Some(Level::Error));
    }

    #[test]
    fn endless_problems_are_counted_and_keep_their_level() {
        let source = SourceText::new("x");
        let mut notes = Notes::new("th/a.md", &source);
        for _ in 0..MAX_PROBLEMS_A_FILE {
            notes.warning(&(0..1), "again", "mend");
        }
        notes.error(&(0..1), "the last", "mend");
        let problems = Problems::new(notes.finish(), []);
        assert_eq!(problems.len(), MAX_PROBLEMS_A_FILE + 1);
        assert_eq!(problems.worst(), Some(Level::Error));
    }
}
