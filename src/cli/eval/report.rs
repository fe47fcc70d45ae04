//! What a measurement says, as one JSON object or as tables for a terminal.

use std::collections::BTreeMap;
use std::io::{self, Write};

use serde::Serialize;

use super::calibration::Calibration;
use super::changes::{Change, Changes};
use super::labelled::Labelled;
use super::tally::Figures;
use crate::reply::changes_wording::ChangesWording;
use crate::reply::fill;
use crate::search::{Candidate, Decision, Verdict};

/// The figures of a measurement.
#[derive(Debug, Serialize)]
pub(super) struct Report {
    #[serde(flatten)]
    pub(super) figures: Figures,
    pub(super) by_kind: BTreeMap<String, Figures>,
    pub(super) calibration: Calibration,
    pub(super) latency_us: Latency,
    pub(super) index: IndexSize,
    /// What labels name that the knowledge base lacks: no answer can be right there.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) unknown: Vec<String>,
    /// Only when asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) misses: Option<Vec<Miss>>,
    /// Only with a baseline.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) changes: Option<Changes>,
}

#[derive(Debug, Serialize)]
pub(super) struct Latency {
    pub(super) p50: u128,
    pub(super) p95: u128,
    pub(super) p99: u128,
}

#[derive(Debug, Serialize)]
pub(super) struct IndexSize {
    pub(super) sections: usize,
    pub(super) build_ms: u128,
    pub(super) bytes: usize,
}

/// A question that got another decision than the right answer, or than none where none may be given.
#[derive(Debug, Serialize)]
pub(super) struct Miss {
    kind: String,
    question: String,
    /// `article#section`, `article`, or `-` where no answer may be given.
    expected: String,
    decision: &'static str,
    confidence: f64,
    candidates: Vec<Ranked>,
}

#[derive(Debug, Serialize)]
struct Ranked {
    section: String,
    confidence: f64,
}

/// A miss shows so many candidates: enough to see what went before the right one.
const SHOWN_CANDIDATES: usize = 3;

impl Miss {
    /// What is shown of a question and its decision.
    pub(super) fn new(labelled: &Labelled, decision: &Decision) -> Self {
        let ranked = |candidate: &Candidate| Ranked {
            section: format!("{}#{}", candidate.article, candidate.section),
            confidence: super::rounded(candidate.confidence),
        };
        Self {
            kind: labelled.kind().to_owned(),
            question: labelled.question.clone(),
            expected: labelled.expected(),
            decision: match decision.verdict {
                Verdict::Answer { .. } => "answer",
                Verdict::DidYouMean(_) => "did_you_mean",
                Verdict::DontKnow => "dont_know",
            },
            confidence: super::rounded(decision.confidence),
            candidates: decision.candidates.iter().take(SHOWN_CANDIDATES).map(ranked).collect(),
        }
    }
}

/// Prints the report as tables.
pub(super) fn write_table(report: &Report, wording: &ChangesWording, out: &mut dyn Write) -> io::Result<()> {
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
    writeln!(out, "index: {sections} sections, made in {build_ms} ms, {} KiB", bytes / 1024)?;
    write_calibration(&report.calibration, out)?;
    if !report.unknown.is_empty() {
        writeln!(out)?;
        writeln!(out, "not in the knowledge base, and so never right: {}", report.unknown.join(", "))?;
    }
    report.misses.as_deref().map_or(Ok(()), |misses| write_misses(misses, out))?;
    let Some(changes) = &report.changes else { return Ok(()) };
    writeln!(out)?;
    if changes.is_empty() {
        return writeln!(out, "{}", wording.nothing_changed);
    }
    write_changes(changes, wording, "", out)
}

/// Prints what changed, each line behind the indentation.
pub(crate) fn write_changes(
    changes: &Changes,
    wording: &ChangesWording,
    indent: &str,
    out: &mut dyn Write,
) -> io::Result<()> {
    for (heading, list) in [
        (wording.better, &changes.better),
        (wording.worse, &changes.worse),
        (wording.changed, &changes.changed),
    ] {
        if !list.is_empty() {
            writeln!(out, "{indent}{}", fill(heading, &[&list.len().to_string()]))?;
        }
        for Change { question, before, after } in list {
            writeln!(out, "{indent}  {question}")?;
            let (was, is) = (wording.outcome(before.outcome.name()), wording.outcome(after.outcome.name()));
            writeln!(out, "{indent}    {was} {} → {is} {}", before.section, after.section)?;
        }
    }
    for (heading, list) in [(wording.new, &changes.new), (wording.gone, &changes.gone)] {
        if !list.is_empty() {
            writeln!(out, "{indent}{}", fill(heading, &[&list.len().to_string()]))?;
        }
        for question in list {
            writeln!(out, "{indent}  {question}")?;
        }
    }
    Ok(())
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

fn write_calibration(calibration: &Calibration, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out)?;
    writeln!(out, "{:<16}{:>10}{:>12}{:>8}", "confidence", "questions", "mean", "right")?;
    let share = |share: Option<f64>| share.map_or_else(|| "–".to_owned(), |share| format!("{share:.2}"));
    for bin in &calibration.bins {
        let range = format!("{:.1}–{:.1}", bin.low, bin.high);
        writeln!(
            out,
            "{range:<16}{:>10}{:>12}{:>8}",
            bin.questions,
            share(bin.confidence),
            share(bin.right)
        )?;
    }
    writeln!(out, "expected calibration error: {:.4}", calibration.ece)
}

/// A question takes two lines, so that long ones don't push the candidates out of sight.
fn write_misses(misses: &[Miss], out: &mut dyn Write) -> io::Result<()> {
    writeln!(out)?;
    writeln!(out, "not answered right: {}", misses.len())?;
    for miss in misses {
        let candidates: Vec<String> = miss
            .candidates
            .iter()
            .map(|ranked| format!("{} {:.2}", ranked.section, ranked.confidence))
            .collect();
        writeln!(out, "{}: {}", miss.kind, miss.question)?;
        writeln!(
            out,
            "    expected {}, got {} {:.2}: {}",
            miss.expected,
            miss.decision,
            miss.confidence,
            if candidates.is_empty() { "no candidate".to_owned() } else { candidates.join(", ") }
        )?;
    }
    Ok(())
}
