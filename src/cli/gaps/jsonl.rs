//! Open questions as JSON lines: one object a line, read back as it was written. Owns no database.

use std::io::{self, Write};

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::cli::input::Lines;
use crate::knowledge::{ArticleId, SectionId};
use crate::reply::fill;
use crate::reply::gaps_wording::GapsWording;
use crate::reply::usage::{OpenQuestion, SectionRef};
use crate::store::DatedQuestion;

/// Bad lines that are shown; of more only the number is told.
const SHOWN_PROBLEMS: usize = 20;
/// How days are written: ISO 8601.
const DAY: &str = "%Y-%m-%d";

/// One line.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Line {
    question: String,
    #[serde(default)]
    disliked: bool,
    #[serde(default = "once")]
    times: u64,
    #[serde(default)]
    article: Option<String>,
    #[serde(default)]
    section: Option<String>,
    /// The day it was asked last; today where nothing is said.
    #[serde(default)]
    last: Option<String>,
}

fn once() -> u64 {
    1
}

impl Line {
    fn of(DatedQuestion { open, last }: &DatedQuestion) -> Self {
        let section = open.section.as_ref();
        Self {
            question: open.question.clone(),
            disliked: open.disliked,
            times: open.times,
            article: section.map(|section| section.article.to_string()),
            section: section.map(|section| section.section.to_string()),
            last: Some(last.format(DAY).to_string()),
        }
    }

    fn question(self, today: NaiveDate) -> Result<DatedQuestion, String> {
        let last = self.last.map(|last| NaiveDate::parse_from_str(&last, DAY));
        let last = last.transpose().map_err(|error| format!("last: {error}"))?.unwrap_or(today);
        let article = self.article.as_deref().map(ArticleId::parse).transpose();
        let section = self.section.as_deref().map(SectionId::parse).transpose();
        let article = article.map_err(|error| format!("article: {error}"))?;
        let section = section.map_err(|error| format!("section: {error}"))?;
        let section = article.zip(section).map(|(article, section)| SectionRef { article, section });
        let open =
            OpenQuestion { question: self.question, disliked: self.disliked, times: self.times, section };
        Ok(DatedQuestion { open, last })
    }
}

/// Writes a line for each question.
pub(super) fn write(questions: &[DatedQuestion], out: &mut dyn Write) -> io::Result<()> {
    for question in questions {
        serde_json::to_writer(&mut *out, &Line::of(question))?;
        writeln!(out)?;
    }
    Ok(())
}

/// What is read from files so far.
#[derive(Debug)]
pub(super) struct Read {
    today: NaiveDate,
    questions: Vec<DatedQuestion>,
    problems: Vec<String>,
    more_problems: usize,
}

impl Read {
    /// Nothing yet.
    pub(super) fn new(today: NaiveDate) -> Self {
        Self { today, questions: Vec::new(), problems: Vec::new(), more_problems: 0 }
    }

    /// Reads the lines of a stream that is called `name` in messages; empty ones are passed over.
    pub(super) fn lines(&mut self, name: &str, stream: impl io::Read, words: &GapsWording) -> io::Result<()> {
        let mut lines = Lines::new(stream);
        let mut number = 0_usize;
        while let Some(line) = lines.next_line()? {
            number += 1;
            if line.trim().is_empty() {
                continue;
            }
            let parsed = serde_json::from_str::<Line>(&line)
                .map_err(|error| (error.column().max(1), error.to_string()))
                .and_then(|line| line.question(self.today).map_err(|cause| (1, cause)));
            match parsed {
                Ok(question) => self.questions.push(question),
                Err((column, cause)) => {
                    if self.problems.len() < SHOWN_PROBLEMS {
                        let place = [name, &number.to_string(), &column.to_string(), &cause];
                        self.problems.push(fill(words.bad_line, &place));
                    } else {
                        self.more_problems += 1;
                    }
                }
            }
        }
        Ok(())
    }

    /// The questions, or everything that is wrong.
    pub(super) fn finish(mut self, words: &GapsWording) -> Result<Vec<DatedQuestion>, String> {
        if self.problems.is_empty() {
            return Ok(self.questions);
        }
        if self.more_problems > 0 {
            self.problems.push(fill(words.more_bad_lines, &[&self.more_problems.to_string()]));
        }
        self.problems.push(words.nothing_imported.to_owned());
        Err(self.problems.join("\n"))
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use proptest::prelude::*;

    use super::*;
    use crate::reply::gaps_wording::ENGLISH;

    fn day(number: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 11, number).unwrap()
    }

    fn read(text: &str) -> Result<Vec<DatedQuestion>, String> {
        let mut read = Read::new(day(23));
        read.lines("q.jsonl", text.as_bytes(), &ENGLISH).unwrap();
        read.finish(&ENGLISH)
    }

    #[test]
    fn a_question_alone_is_enough() {
        let questions = read("{\"question\": \"ก\"}\n\n").unwrap();
        let open = OpenQuestion { question: "ก".to_owned(), disliked: false, times: 1, section: None };
        assert_eq!(questions, [DatedQuestion { open, last: day(23) }]);
    }

    #[test]
    fn bad_lines_are_named_by_file_line_and_column() {
        for (line, place) in [
            ("nonsense", "q.jsonl:2:2: "),
            ("{\"question\": 1}", "q.jsonl:2:14: "),
            ("{\"question\": \"a\", \"person\": 1}", "q.jsonl:2:"),
            ("{\"question\": \"a\", \"last\": \"yesterday\"}", "q.jsonl:2:1: no exported question: last: "),
            ("{\"question\": \"a\", \"article\": \"A B\"}", "q.jsonl:2:1: no exported question: article: "),
            ("{\"question\": \"a\", \"times\": -1}", "q.jsonl:2:"),
        ] {
            let problem = read(&format!("{{\"question\": \"ก\"}}\n{line}\n")).unwrap_err();
            assert!(problem.starts_with(place), "{line}: {problem}");
            assert_eq!(problem.lines().count(), 2, "{problem}");
        }
        let many = read(&"x\n".repeat(SHOWN_PROBLEMS + 7)).unwrap_err();
        assert_eq!(many.lines().count(), SHOWN_PROBLEMS + 2);
        assert!(many.contains("and 7 lines more"), "{many}");
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_back(
            rows in proptest::collection::vec(("\\PC{0,20}", any::<bool>(), any::<u64>(), any::<bool>(), 1_u32..24), 0..6)
        ) {
            let section = SectionRef {
                article: ArticleId::parse("account-manager").unwrap(),
                section: SectionId::parse("เงินเดือน").unwrap(),
            };
            let questions: Vec<DatedQuestion> = rows
                .into_iter()
                .map(|(question, disliked, times, near, last)| DatedQuestion {
                    open: OpenQuestion { question, disliked, times, section: near.then(|| section.clone()) },
                    last: day(last),
                })
                .collect();
            let mut text = Vec::new();
            write(&questions, &mut text).unwrap();
            prop_assert_eq!(read(&String::from_utf8(text).unwrap()).unwrap(), questions);
        }
    }
}
