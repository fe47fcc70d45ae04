//! `naenaew eval`: measures the matcher on labelled questions. Owns no rule of matching; only here is a clock read.

use std::collections::BTreeMap;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use serde::{Deserialize, Serialize};

use super::Outcome;
use crate::knowledge::{ArticleId, Language};
use crate::search::{Candidate, Decision, Engine, Question, Verdict};

/// Why a measurement could not be made.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Failure {
    /// The result could not be written.
    #[error(transparent)]
    Stream(#[from] io::Error),
    /// Every problem of the files.
    #[error("{}", .0.join("\n"))]
    Questions(Vec<String>),
}

/// A question with its right section; a missing article means that no answer may be given.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Labelled {
    question: String,
    article: Option<String>,
    section: Option<String>,
    /// The asker's language, for questions whose own cannot be told.
    lang: Option<String>,
    /// For follow-ups: the article that was answered from just before.
    about: Option<String>,
    kind: Option<String>,
}

impl Labelled {
    /// Whether a section is the right one; a label without a section accepts the whole article.
    fn accepts(&self, candidate: &Candidate) -> bool {
        self.article.as_deref() == Some(candidate.article.as_str())
            && self.section.as_deref().is_none_or(|section| section == candidate.section.as_str())
    }
}

/// Sums over questions.
#[derive(Debug, Default)]
struct Tally {
    questions: usize,
    answerable: usize,
    first: usize,
    reciprocal_ranks: f64,
    answered: usize,
    answered_right: usize,
    offered_right: usize,
    false_answers: usize,
    false_offers: usize,
}

impl Tally {
    fn add(&mut self, labelled: &Labelled, decision: &Decision) {
        self.questions += 1;
        if labelled.article.is_none() {
            match decision.verdict {
                Verdict::Answer { .. } => self.false_answers += 1,
                Verdict::DidYouMean(_) => self.false_offers += 1,
                Verdict::DontKnow => {}
            }
            return;
        }
        self.answerable += 1;
        if let Some(place) = decision.candidates.iter().position(|candidate| labelled.accepts(candidate)) {
            self.first += usize::from(place == 0);
            self.reciprocal_ranks += 1.0 / (place + 1) as f64;
        }
        match &decision.verdict {
            Verdict::Answer { candidate, .. } => {
                self.answered += 1;
                self.answered_right += usize::from(labelled.accepts(candidate));
            }
            Verdict::DidYouMean(choices) => {
                self.offered_right += usize::from(choices.iter().any(|choice| labelled.accepts(choice)));
            }
            Verdict::DontKnow => {}
        }
    }

    fn figures(&self) -> Figures {
        let share = |sum: f64| if self.answerable == 0 { 0.0 } else { rounded(sum / self.answerable as f64) };
        Figures {
            questions: self.questions,
            answerable: self.answerable,
            top1: share(self.first as f64),
            mrr10: share(self.reciprocal_ranks),
            answered: self.answered,
            answered_right: self.answered_right,
            answered_wrong: self.answered - self.answered_right,
            offered_right: self.offered_right,
            unanswerable: self.questions - self.answerable,
            false_answers: self.false_answers,
            false_offers: self.false_offers,
        }
    }
}

/// What is said of a set of questions.
#[derive(Debug, Serialize)]
struct Figures {
    questions: usize,
    answerable: usize,
    top1: f64,
    mrr10: f64,
    answered: usize,
    answered_right: usize,
    answered_wrong: usize,
    offered_right: usize,
    unanswerable: usize,
    false_answers: usize,
    false_offers: usize,
}

#[derive(Debug, Serialize)]
struct Report {
    #[serde(flatten)]
    figures: Figures,
    by_kind: BTreeMap<String, Figures>,
    latency_us: Latency,
    index: IndexSize,
}

#[derive(Debug, Serialize)]
struct Latency {
    p50: u128,
    p95: u128,
    p99: u128,
}

#[derive(Debug, Serialize)]
struct IndexSize {
    sections: usize,
    build_ms: u128,
    bytes: usize,
}

/// Questions without a kind are counted under this one.
const NO_KIND: &str = "other";

/// Puts every question of the files to the engine and prints the figures, as a table or as one JSON object. `build` is
/// how long the engine took to be made.
///
/// # Errors
/// [`Failure`] when a file is no list of labelled questions, or when a stream fails.
pub(crate) fn run(
    engine: &Engine,
    build: Duration,
    files: &[PathBuf],
    json: bool,
    out: &mut dyn Write,
) -> Result<Outcome, Failure> {
    let labelled = read(files)?;
    let (mut all, mut kinds) = (Tally::default(), BTreeMap::<String, Tally>::new());
    let mut times = Vec::with_capacity(labelled.len());
    for entry in &labelled {
        let language = entry.lang.as_deref().and_then(|tag| Language::parse(tag).ok());
        let about = entry.about.as_deref().and_then(|id| ArticleId::parse(id).ok());
        let question = Question::new(entry.question.clone()).asked_in(language).about(about);
        let started = Instant::now();
        let decision = engine.ask(&question);
        times.push(started.elapsed());
        all.add(entry, &decision);
        let kind = entry.kind.clone().unwrap_or_else(|| NO_KIND.to_owned());
        kinds.entry(kind).or_default().add(entry, &decision);
    }
    times.sort_unstable();
    let report = Report {
        figures: all.figures(),
        by_kind: kinds.into_iter().map(|(kind, tally)| (kind, tally.figures())).collect(),
        latency_us: Latency {
            p50: percentile(&times, 50),
            p95: percentile(&times, 95),
            p99: percentile(&times, 99),
        },
        index: IndexSize {
            sections: engine.section_count(),
            build_ms: build.as_millis(),
            bytes: engine.index_bytes(),
        },
    };
    if json {
        serde_json::to_writer(&mut *out, &report).map_err(io::Error::from)?;
        writeln!(out)?;
    } else {
        write_table(&report, out)?;
    }
    Ok(Outcome::Done)
}

/// Reads every file, or says everything that is wrong with them.
fn read(files: &[PathBuf]) -> Result<Vec<Labelled>, Failure> {
    let (mut labelled, mut problems) = (Vec::new(), Vec::new());
    for file in files {
        match std::fs::read_to_string(file) {
            Ok(text) => parse(file, &text, &mut labelled, &mut problems),
            Err(error) => problems.push(format!("{}: {error}", file.display())),
        }
    }
    if problems.is_empty() { Ok(labelled) } else { Err(Failure::Questions(problems)) }
}

fn parse(file: &Path, text: &str, labelled: &mut Vec<Labelled>, problems: &mut Vec<String>) {
    let lines = text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
    for (number, line) in lines {
        match serde_json::from_str(line) {
            Ok(entry) => labelled.push(entry),
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

/// The time that so many percent of the questions stay within, in microseconds.
fn percentile(sorted: &[Duration], percent: usize) -> u128 {
    let place = (sorted.len() * percent).div_ceil(100).saturating_sub(1);
    sorted.get(place).map_or(0, Duration::as_micros)
}

/// To four decimals.
fn rounded(share: f64) -> f64 {
    (share * 10_000.0).round() / 10_000.0
}

fn write_table(report: &Report, out: &mut dyn Write) -> io::Result<()> {
    writeln!(
        out,
        "{:<16}{:>10}{:>8}{:>8}{:>10}{:>8}{:>8}{:>9}{:>15}{:>14}",
        "kind",
        "questions",
        "top-1",
        "mrr@10",
        "answered",
        "right",
        "wrong",
        "offered",
        "false answers",
        "false offers"
    )?;
    for (kind, figures) in &report.by_kind {
        write_row(kind, figures, out)?;
    }
    if report.by_kind.len() > 1 {
        write_row("all", &report.figures, out)?;
    }
    let Latency { p50, p95, p99 } = report.latency_us;
    let IndexSize { sections, build_ms, bytes } = report.index;
    writeln!(out)?;
    writeln!(out, "a question: {p50} µs median, {p95} µs 95 %, {p99} µs 99 %")?;
    writeln!(out, "index: {sections} sections, made in {build_ms} ms, {} KiB", bytes / 1024)
}

fn write_row(kind: &str, figures: &Figures, out: &mut dyn Write) -> io::Result<()> {
    let percent = |share: f64| {
        if figures.answerable == 0 { "–".to_owned() } else { format!("{:.1}", share * 100.0) }
    };
    writeln!(
        out,
        "{kind:<16}{:>10}{:>8}{:>8}{:>10}{:>8}{:>8}{:>9}{:>15}{:>14}",
        figures.questions,
        percent(figures.top1),
        percent(figures.mrr10),
        figures.answered,
        figures.answered_right,
        figures.answered_wrong,
        figures.offered_right,
        figures.false_answers,
        figures.false_offers
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn percentiles_are_those_of_the_nearest_rank() {
        let times: Vec<Duration> = (1..=10).map(Duration::from_micros).collect();
        for (percent, expected) in [(50, 5), (95, 10), (99, 10), (10, 1), (0, 1)] {
            assert_eq!(percentile(&times, percent), expected, "{percent}");
        }
        assert_eq!(percentile(&[], 50), 0);
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
