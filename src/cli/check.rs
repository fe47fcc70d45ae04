//! `naenaew check`: what authors can mend, for people or as JSON. Owns no rule: those of the format are in
//! [`crate::knowledge`], all others in [`crate::check`].

use std::collections::BTreeMap;
use std::io::{self, Write};

use chrono::NaiveDate;
use serde::Serialize;
use unicode_width::UnicodeWidthStr;

use super::Outcome;
use crate::check::{Asked, Basis, Coverage, review, told};
use crate::discord;
use crate::knowledge::{Language, Level, Origin, Problem, Problems, Reading};
use crate::reply::check_wording::CheckWording;
use crate::reply::fill;

/// So many problems of one rule and level are shown to people; nobody reads on after that.
const SHOWN_OF_A_KIND: usize = 50;
/// So many rows of the coverage table are shown, those with gaps first.
const SHOWN_ROWS: usize = 40;

/// How a check is done and shown.
#[derive(Debug, Clone, Copy)]
pub struct Options {
    /// One JSON object instead of text.
    pub json: bool,
    /// Hints count as warnings do.
    pub strict: bool,
    /// Whether colours are shown.
    pub colour: bool,
    /// The day that ages are counted from.
    pub today: NaiveDate,
    /// The language of what is said.
    pub wording: &'static CheckWording,
}

/// Prints every problem to `out`: with a caret under its place, or as one JSON object. Ends with a summary, which goes
/// to `err` beside JSON.
///
/// # Errors
/// What the writers report, such as a pipe that was closed.
pub fn run(
    origin: &Origin,
    options: &Options,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> io::Result<Outcome> {
    let reading = origin.read();
    let basis = Basis { today: options.today, reply_room: discord::first_page, wording: options.wording };
    let review = review(&reading, &basis);
    let found = told(reading.problems(), options.wording).into_iter().chain(review.problems).collect();
    let problems = reading.in_order(found);
    let summary = Summary { origin, reading: &reading, problems: &problems, asked: review.asked };
    if options.json {
        serde_json::to_writer(&mut *out, &Report::of(&summary, &review.coverage))?;
        writeln!(out)?;
        writeln!(err, "{}", summary.text(options))?;
    } else {
        show_problems(&problems, options, out)?;
        show_coverage(&review.coverage, options.wording, out)?;
        writeln!(out, "{}", summary.text(options))?;
    }
    Ok(if failed(&problems, options) { Outcome::Problem } else { Outcome::Done })
}

/// Whether something was found that is to be mended; for a strict check hints are, too.
fn failed(problems: &Problems, options: &Options) -> bool {
    let least = if options.strict { Level::Hint } else { Level::Warning };
    problems.worst().is_some_and(|worst| worst >= least)
}

fn show_problems(problems: &Problems, options: &Options, out: &mut dyn Write) -> io::Result<()> {
    let mut shown: BTreeMap<(&str, Level), usize> = BTreeMap::new();
    for problem in problems.iter() {
        let count = shown.entry((problem.rule, problem.level)).or_default();
        *count += 1;
        // What keeps the bot from starting is always shown.
        if *count <= SHOWN_OF_A_KIND || problem.level == Level::Error {
            writeln!(out, "{}", problems.shown(problem, options.colour, options.wording.levels))?;
        }
    }
    for ((rule, level), count) in shown {
        if count > SHOWN_OF_A_KIND && level != Level::Error {
            let more = (count - SHOWN_OF_A_KIND).to_string();
            writeln!(out, "{}\n", fill(options.wording.more_of_a_kind, &[rule, &more]))?;
        }
    }
    Ok(())
}

/// What stands where every language has it, and where none does.
const EVERYWHERE: &str = "●";
const NOWHERE: &str = "–";

fn show_coverage(coverage: &Coverage, wording: &CheckWording, out: &mut dyn Write) -> io::Result<()> {
    if coverage.rows.is_empty() {
        return Ok(());
    }
    let mut rows: Vec<_> = coverage.rows.iter().collect();
    rows.sort_by_key(|row| coverage.is_complete(row));
    rows.truncate(SHOWN_ROWS);
    rows.sort_by_key(|row| &row.article);
    let names = rows.iter().map(|row| row.article.as_str().width()).max().unwrap_or_default();
    let tags = |languages: &[Language]| languages.iter().map(Language::as_str).collect::<Vec<_>>().join("+");
    let cell = |languages: &[Language]| match languages.len() {
        0 => NOWHERE.to_owned(),
        all if all == coverage.languages.len() => EVERYWHERE.to_owned(),
        _ => tags(languages),
    };
    writeln!(out, "{}", wording.coverage)?;
    // Facets have long names, so columns are numbered. Authors write the ids, and know the facets by their names.
    let language = if wording.tag == "th" { Language::thai() } else { Language::english() };
    let ids = coverage.facets.iter().map(|facet| facet.id.as_str().width()).max().unwrap_or_default();
    for (number, facet) in coverage.facets.iter().enumerate() {
        let id = facet.id.as_str();
        let gap = " ".repeat(ids - id.width());
        writeln!(out, "  {:>2} {id}{gap}  {}", number + 1, facet.label(&language))?;
    }
    let line = |first: &str, cells: Vec<String>| {
        let cells =
            cells.iter().map(|cell| format!("{}{cell}", " ".repeat(4_usize.saturating_sub(cell.width()))));
        format!("{first}{}{}", " ".repeat(names.saturating_sub(first.width())), cells.collect::<String>())
    };
    let numbers = (1..=coverage.facets.len()).map(|number| number.to_string()).collect();
    writeln!(out, "{}", line("", numbers))?;
    for row in &rows {
        let cells = row.cells.iter().map(|languages| cell(languages)).collect();
        writeln!(out, "{}", line(row.article.as_str(), cells))?;
    }
    if coverage.rows.len() > rows.len() {
        writeln!(out, "{}", fill(wording.coverage_more, &[&(coverage.rows.len() - rows.len()).to_string()]))?;
    }
    writeln!(out, "{}\n", fill(wording.coverage_key, &[&tags(&coverage.languages)]))
}

#[derive(Serialize)]
struct Report<'r> {
    problems: Vec<Entry<'r>>,
    articles: usize,
    sections: usize,
    /// How many questions were asked, and how many sections none was asked about.
    questions: usize,
    sections_not_asked: usize,
    coverage: Vec<crate::check::Cell<'r>>,
}

#[derive(Serialize)]
struct Entry<'r> {
    level: Level,
    rule: &'r str,
    file: &'r str,
    line: Option<usize>,
    column: Option<usize>,
    what: &'r str,
    mend: &'r str,
}

impl<'r> Report<'r> {
    fn of(summary: &Summary<'r>, coverage: &'r Coverage) -> Self {
        Self {
            problems: summary.problems.iter().map(Entry::of).collect(),
            articles: summary.reading.article_count(),
            sections: summary.reading.section_count(),
            questions: summary.asked.questions,
            sections_not_asked: summary.asked.sections_left_out,
            coverage: coverage.cells().collect(),
        }
    }
}

impl<'r> Entry<'r> {
    fn of(problem: &'r Problem) -> Self {
        let Problem { level, rule, file, place, what, mend } = problem;
        let (line, column) = place.as_ref().map(|place| (place.line, place.column)).unzip();
        Self { level: *level, rule, file, line, column, what, mend }
    }
}

/// What the last lines tell.
struct Summary<'r> {
    origin: &'r Origin,
    reading: &'r Reading,
    problems: &'r Problems,
    asked: Asked,
}

impl Summary<'_> {
    fn text(&self, options: &Options) -> String {
        let Self { origin, reading, problems, asked } = self;
        let wording = options.wording;
        let articles = wording.counted(wording.articles, reading.article_count(), "");
        let sections = wording.counted(wording.sections, reading.section_count(), "");
        let origin = origin.to_string();
        let levels = [Level::Error, Level::Warning, Level::Hint].map(|level| (level, problems.count(level)));
        let found = levels.into_iter().filter(|(_, number)| *number > 0);
        let found: Vec<String> = found.map(|(level, number)| wording.level(level, number)).collect();
        let verdict = if problems.is_empty() {
            fill(wording.all_well, &[&articles, &sections, &origin])
        } else {
            let advice = match problems.worst() {
                Some(Level::Error) => wording.errors_first,
                _ if failed(problems, options) => wording.strict,
                _ => wording.usable,
            };
            fill(wording.found, &[&found.join(", "), &articles, &sections, &origin]) + " " + advice
        };
        let mut lines = vec![verdict];
        if asked.questions > 0 {
            let (questions, most) = (asked.questions.to_string(), asked.a_section.to_string());
            lines.push(fill(wording.asked, &[&questions, &most]));
        }
        if asked.sections_left_out > 0 {
            lines.push(fill(wording.left_out, &[&asked.sections_left_out.to_string()]));
        }
        lines.join("\n")
    }
}
