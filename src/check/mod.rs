//! Reads articles as a patient teacher would: what keeps people from finding an answer, from trusting it or from reading
//! it whole, each with its place and how to mend it. Pure: the day and the room of a reply come from the edge.
//!
//! What the format demands is checked while reading, in [`crate::knowledge`]; here is what only shows in the finished
//! knowledge. Errors are left to the format: everything here can be used as it is.

mod ages;
mod claims;
mod coverage;
mod figures;
mod lengths;
mod links;
mod lookalikes;
mod noise;
mod reach;
mod sheet;
mod versions;
mod wordlist;

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::NaiveDate;

pub(crate) use coverage::Cell;
pub use coverage::{Coverage, Row};
pub(crate) use lookalikes::{Near, near};
pub use reach::{Asked, MAX_QUESTIONS, OwnQuestion, own_questions};

use self::sheet::Sheet;
use crate::knowledge::{Article, Knowledge, Problem, Problems, Reading};
use crate::reply::check_wording::CheckWording;
use crate::reply::cut::Budget;
use crate::reply::format_wording;
use crate::search::Engine;

/// What a check must be told.
#[derive(Debug, Clone, Copy)]
pub struct Basis {
    /// The day that ages are counted from.
    pub today: NaiveDate,
    /// Turns a section's Markdown into what one reply shows, and tells how much of it that may be.
    pub reply_room: fn(&str) -> (String, Budget),
    /// The language of what is said.
    pub wording: &'static CheckWording,
}

/// What was found.
#[derive(Debug, Clone)]
pub struct Review {
    /// Warnings and hints, in no order.
    pub problems: Vec<Problem>,
    /// Which roles tell what, in which languages.
    pub coverage: Coverage,
    /// How many questions were asked to find out.
    pub asked: Asked,
}

/// The problems that were met while reading, in the language of the wording.
pub fn told(problems: &Problems, wording: &CheckWording) -> Vec<Problem> {
    let form = |text: &str| format_wording::told(text, wording.tag);
    problems
        .iter()
        .map(|problem| Problem { what: form(&problem.what), mend: form(&problem.mend), ..problem.clone() })
        .collect()
}

/// Reviews every article that has no error, and asks the engine about each section.
pub fn review(reading: &Reading, basis: &Basis) -> Review {
    let engine = Engine::new(Arc::new(reading.sound()));
    let knowledge = engine.knowledge();
    let sheets: Sheets<'_> = knowledge.articles().iter().map(|article| sheet_of(reading, article)).collect();
    let mut problems = Vec::new();
    for sheet in &sheets {
        for section in &sheet.article.sections {
            problems.extend(lengths::check(sheet, section, basis));
            problems.extend(wordlist::check(sheet, section, basis.wording));
            problems.extend(claims::check(sheet, section, basis.wording));
            problems.extend(links::check(sheet, section, basis.wording));
        }
        problems.extend(links::check_sources(sheet, basis.wording));
        problems.extend(claims::check_pay(sheet, basis.wording));
        problems.extend(ages::check(sheet, basis));
    }
    problems.extend(versions::check(&sheets, knowledge, basis.wording));
    let alike = lookalikes::check(&sheets, basis.wording);
    let (lost, asked) = reach::check(&engine, &sheets, &alike.names, basis.wording);
    problems.extend(alike.problems);
    problems.extend(lost);
    Review { problems, coverage: Coverage::of(knowledge), asked }
}

/// Every article with its text, in the order of the knowledge.
type Sheets<'a> = Vec<Sheet<'a>>;

fn sheet_of<'a>(reading: &'a Reading, article: &'a Article) -> Sheet<'a> {
    Sheet::new(article, reading.source(&article.file).unwrap_or_default())
}

/// The sheets of each article, in the order of its languages.
fn by_article<'s, 'a>(sheets: &'s [Sheet<'a>]) -> BTreeMap<&'a str, Vec<&'s Sheet<'a>>> {
    let mut versions: BTreeMap<&str, Vec<&Sheet<'_>>> = BTreeMap::new();
    for sheet in sheets {
        versions.entry(sheet.article.id.as_str()).or_default().push(sheet);
    }
    versions
}

/// The languages that articles are written in, in order.
fn languages(knowledge: &Knowledge) -> Vec<&crate::knowledge::Language> {
    let all: std::collections::BTreeSet<_> =
        knowledge.articles().iter().map(|article| &article.language).collect();
    all.into_iter().collect()
}
