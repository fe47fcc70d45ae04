//! `naenaew check`: every problem of a knowledge base, for people or as JSON. Owns no rule of the format.

use std::io::{self, Write};

use serde::Serialize;

use super::Outcome;
use crate::knowledge::{Level, Origin, Problem, Reading};

/// Prints every problem to `out`: with a caret under its place, or as one JSON object. Ends with a summary, which goes
/// to `err` beside JSON.
///
/// # Errors
/// What the writers report, such as a pipe that was closed.
pub fn run(
    origin: &Origin,
    json: bool,
    colour: bool,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> io::Result<Outcome> {
    let reading = origin.read();
    if json {
        serde_json::to_writer(&mut *out, &Report::of(&reading))?;
        writeln!(out)?;
        writeln!(err, "{}", summary(origin, &reading))?;
    } else {
        for problem in reading.problems().rendered(colour) {
            writeln!(out, "{problem}")?;
        }
        writeln!(out, "{}", summary(origin, &reading))?;
    }
    let bad = reading.problems().worst().is_some_and(|worst| worst >= Level::Warning);
    Ok(if bad { Outcome::Problem } else { Outcome::Done })
}

#[derive(Serialize)]
struct Report<'r> {
    problems: Vec<Entry<'r>>,
    articles: usize,
    sections: usize,
}

#[derive(Serialize)]
struct Entry<'r> {
    level: Level,
    file: &'r str,
    line: Option<usize>,
    column: Option<usize>,
    what: &'r str,
    mend: &'r str,
}

impl<'r> Report<'r> {
    fn of(reading: &'r Reading) -> Self {
        let problems = reading.problems().iter().map(Entry::of).collect();
        Self { problems, articles: reading.article_count(), sections: reading.section_count() }
    }
}

impl<'r> Entry<'r> {
    fn of(problem: &'r Problem) -> Self {
        let Problem { level, file, place, what, mend } = problem;
        let (line, column) = place.as_ref().map(|place| (place.line, place.column)).unzip();
        Self { level: *level, file, line, column, what, mend }
    }
}

fn summary(origin: &Origin, reading: &Reading) -> String {
    let articles = count(reading.article_count(), "article");
    let sections = count(reading.section_count(), "section");
    let problems = reading.problems();
    let found = [(Level::Error, "error"), (Level::Warning, "warning"), (Level::Hint, "hint")]
        .map(|(level, name)| (problems.count(level), name))
        .into_iter()
        .filter(|(number, _)| *number > 0)
        .map(|(number, name)| count(number, name));
    let found = found.collect::<Vec<_>>().join(", ");
    match problems.worst() {
        None => format!("All is well: {articles} with {sections} in {origin}."),
        Some(Level::Error) => {
            format!(
                "{found} in {articles} with {sections} ({origin}). Errors have to be mended first; \
                 until then a running bot answers from the articles before."
            )
        }
        Some(_) => format!("{found} in {articles} with {sections} ({origin}). They can be used as they are."),
    }
}

fn count(number: usize, name: &str) -> String {
    if number == 1 { format!("1 {name}") } else { format!("{number} {name}s") }
}
