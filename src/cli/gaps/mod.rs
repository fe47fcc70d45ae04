//! `naenaew gaps`: from what was asked in vain to what could be added. Owns the runtime that the store works on, and no
//! rule of what is missing.

mod jsonl;
mod show;
mod trial;

use std::fs::File;
use std::io::{self, Read, Write};
use std::path::Path;

use chrono::NaiveDate;

use self::show::{Proposed, Shown, Told, Tried};
use self::trial::Trials;
use super::args::GapsArguments;
use super::eval::labelled;
use super::{Interface, Outcome, Screen, told_and_logged};
use crate::check::{Near, near};
use crate::knowledge::Language;
use crate::reply::changes_wording::ChangesWording;
use crate::reply::fill;
use crate::reply::gaps_wording::GapsWording;
use crate::reply::proposal::{Addition, Proposal, proposals};
use crate::reply::report::report;
use crate::reply::report_wording::ReportWording;
use crate::reply::usage::Usage;
use crate::search::Engine;
use crate::store::{DatedQuestion, Location, Store};

/// Reads standard input or writes to standard output.
const STANDARD_STREAM: &str = "-";

/// Why the work could not be done.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Failure {
    /// A stream failed.
    #[error(transparent)]
    Stream(#[from] io::Error),
    /// What is wrong with the files that were named.
    #[error("{0}")]
    Files(String),
    /// There is no database, or it cannot be used.
    #[error("{0}")]
    Database(String),
}

impl From<super::eval::Failure> for Failure {
    fn from(failure: super::eval::Failure) -> Self {
        match failure {
            super::eval::Failure::Stream(error) => Self::Stream(error),
            files @ super::eval::Failure::Files(_) => Self::Files(files.to_string()),
        }
    }
}

/// What people read in.
#[derive(Debug, Clone, Copy)]
pub(super) struct Words {
    tag: &'static str,
    pub(super) gaps: &'static GapsWording,
    pub(super) report: &'static ReportWording,
    pub(super) changes: &'static ChangesWording,
}

/// What surrounds the command.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Around<'a> {
    pub(crate) database: &'a Location,
    pub(crate) interface: Interface,
    pub(crate) screen: Screen,
    pub(crate) today: NaiveDate,
}

/// Does what is asked for: import, export, or the list of gaps. `engine` is made only for the list.
///
/// # Errors
/// [`Failure`] when the database or a file cannot be used, or a stream fails; then nothing is imported.
pub(crate) fn run<E: From<Failure>>(
    asked: &GapsArguments,
    around: Around<'_>,
    engine: impl FnOnce() -> Result<&'static Engine, E>,
    input: impl Read,
    out: &mut dyn Write,
) -> Result<Outcome, E> {
    let wording = around.interface.wording(&Language::english());
    let (tag, language) = (wording.tag, wording.language());
    let words = Words {
        tag,
        gaps: GapsWording::of(tag),
        report: ReportWording::of(tag),
        changes: ChangesWording::of(tag),
    };
    if !asked.import.is_empty() {
        return Ok(import(asked, around, words, input, out)?);
    }
    let questions = kept(around, words)?;
    if let Some(file) = &asked.export {
        return Ok(export(file, &questions, words, out)?);
    }
    let labelled = if asked.questions.is_empty() {
        None
    } else {
        Some(labelled::read(&asked.questions).map_err(Failure::from)?)
    };
    let engine = engine()?;
    let usage =
        Usage { questions: questions.into_iter().map(|dated| dated.open).collect(), ..Usage::default() };
    let told = report(engine, &usage, &language);
    let trials = asked.trial.then(|| Trials::new(engine, labelled));
    let shown = told.gaps.iter().take(asked.top).map(|gap| {
        let proposed = proposals(engine, gap).into_iter();
        let tried = proposed.map(|proposal| {
            let trial = trials.as_ref().map(|trials| trials.of(engine, gap, &proposal));
            Proposed { near: near_name(&proposal, engine), proposal, trial }
        });
        Shown { gap, proposals: tried.collect() }
    });
    let tried = trials.as_ref().map(|trials| Tried {
        questions: trials.questions(),
        files: asked.questions.iter().map(|file| file.display().to_string()).collect(),
        own: trials.are_own(),
    });
    let told = Told { questions: usage.questions.len(), all: told.gaps.len(), tried, shown: shown.collect() };
    let written = if asked.json {
        show::json(&told, out)
    } else {
        show::text(&told, engine, &language, words, around.screen, out)
    };
    written.map_err(Failure::from)?;
    Ok(Outcome::Done)
}

/// The name of another article that a proposed one is too close to.
fn near_name<'k>(proposal: &Proposal, engine: &'k Engine) -> Option<Near<'k>> {
    match &proposal.addition {
        Addition::Alias { article: (own, _), name } => near(name, own, engine.knowledge()),
        Addition::Sample { .. } | Addition::Asking { .. } => None,
    }
}

/// Every question that is kept. A database that is not there is not made: looking leaves nothing behind.
fn kept(around: Around<'_>, words: Words) -> Result<Vec<DatedQuestion>, Failure> {
    if let Location::File(path) = around.database
        && !path.exists()
    {
        let place = around.database.to_string();
        return Err(Failure::Database(fill(words.gaps.no_database, &[&place])));
    }
    let unusable = |error| Failure::Database(told_and_logged(&error, words.tag));
    let store = Store::open(around.database).map_err(unusable)?;
    runtime()?.block_on(store.questions(around.today)).map_err(unusable)
}

fn export(
    file: &Path,
    questions: &[DatedQuestion],
    words: Words,
    out: &mut dyn Write,
) -> Result<Outcome, Failure> {
    if file == Path::new(STANDARD_STREAM) {
        jsonl::write(questions, out)?;
        return Ok(Outcome::Done);
    }
    let mut text = Vec::new();
    jsonl::write(questions, &mut text)?;
    std::fs::write(file, text).map_err(|error| bad_file(file, &error, words))?;
    writeln!(out, "{}", fill(words.gaps.exported, &[&questions.len().to_string()]))?;
    Ok(Outcome::Done)
}

fn import(
    asked: &GapsArguments,
    around: Around<'_>,
    words: Words,
    input: impl Read,
    out: &mut dyn Write,
) -> Result<Outcome, Failure> {
    let (mut read, mut input) = (jsonl::Read::new(around.today), Some(input));
    for file in &asked.import {
        if file == Path::new(STANDARD_STREAM) {
            if let Some(input) = input.take() {
                read.lines(STANDARD_STREAM, input, words.gaps)?;
            }
            continue;
        }
        let opened = File::open(file).map_err(|error| bad_file(file, &error, words))?;
        read.lines(&file.display().to_string(), opened, words.gaps)
            .map_err(|error| bad_file(file, &error, words))?;
    }
    let questions = read.finish(words.gaps).map_err(Failure::Files)?;
    let all = questions.len();
    let unusable = |error| Failure::Database(told_and_logged(&error, words.tag));
    let store = Store::open(around.database).map_err(unusable)?;
    let taken = runtime()?.block_on(store.import_questions(questions, around.today)).map_err(unusable)?;
    writeln!(out, "{}", fill(words.gaps.imported, &[&taken.to_string(), &all.to_string()]))?;
    Ok(Outcome::Done)
}

fn bad_file(file: &Path, error: &io::Error, words: Words) -> Failure {
    Failure::Files(fill(words.gaps.bad_file, &[&file.display().to_string(), &error.to_string()]))
}

fn runtime() -> io::Result<tokio::runtime::Runtime> {
    tokio::runtime::Builder::new_current_thread().build()
}
