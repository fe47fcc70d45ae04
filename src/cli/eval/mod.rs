//! `naenaew eval`: measures the matcher on labelled questions. Owns no rule of matching; only here is a clock read.

pub(crate) mod baseline;
pub(crate) mod changes;
pub(crate) mod labelled;

mod calibration;
mod report;
mod tally;

use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, Write};
use std::path::Path;
use std::time::{Duration, Instant};

use self::baseline::Entry;
use self::calibration::Reliability;
use self::changes::Changes;
use self::labelled::Labelled;
pub(crate) use self::report::write_changes;
use self::report::{IndexSize, Latency, Miss, Report};
use self::tally::Tally;
use super::Outcome;
use super::args::EvalArguments;
use crate::knowledge::Knowledge;
use crate::reply::changes_wording::ChangesWording;
use crate::search::Engine;

/// Why a measurement could not be made.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Failure {
    /// The result could not be written.
    #[error(transparent)]
    Stream(#[from] io::Error),
    /// Every problem of the files.
    #[error("{}", .0.join("\n"))]
    Files(Vec<String>),
}

/// Puts every question of the files to the engine and prints the figures, as tables or as one JSON object. `build` is
/// how long the engine took to be made. With a baseline the outcome is a problem where a question fares worse; then a new
/// baseline may be written.
///
/// # Errors
/// [`Failure`] when a file is no list of labelled questions or no baseline, or when a stream fails.
pub(crate) fn run(
    engine: &Engine,
    build: Duration,
    asked: &EvalArguments,
    wording: &ChangesWording,
    out: &mut dyn Write,
) -> Result<Outcome, Failure> {
    let labelled = labelled::read(&asked.files)?;
    let before = asked.baseline.as_deref().map(read_baseline).transpose()?;
    let (mut all, mut kinds) = (Tally::default(), BTreeMap::<String, Tally>::new());
    let (mut reliability, mut misses) = (Reliability::default(), Vec::new());
    let mut times = Vec::with_capacity(labelled.len());
    let mut entries = Vec::with_capacity(labelled.len());
    for entry in &labelled {
        let question = entry.asked();
        let started = Instant::now();
        let decision = engine.ask(&question);
        times.push(started.elapsed());
        all.add(entry, &decision);
        kinds.entry(entry.kind().to_owned()).or_default().add(entry, &decision);
        reliability.add(entry, &decision);
        entries.push(Entry::new(entry, &decision));
        if asked.misses && !entry.is_met_by(&decision) {
            misses.push(Miss::new(entry, &decision));
        }
    }
    times.sort_unstable();
    let report = Report {
        figures: all.figures(),
        by_kind: kinds.into_iter().map(|(kind, tally)| (kind, tally.figures())).collect(),
        calibration: reliability.calibration(),
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
        unknown: unknown_places(engine.knowledge(), &labelled),
        misses: asked.misses.then_some(misses),
        changes: before.map(|before| Changes::between(&before, &entries)),
    };
    if asked.json {
        serde_json::to_writer(&mut *out, &report).map_err(io::Error::from)?;
        writeln!(out)?;
    } else {
        report::write_table(&report, wording, out)?;
    }
    if let Some(file) = &asked.write_baseline {
        std::fs::write(file, baseline::written(&entries)).map_err(|error| unusable(file, &error))?;
    }
    let worse = report.changes.is_some_and(|changes| !changes.worse.is_empty());
    Ok(if worse { Outcome::Problem } else { Outcome::Done })
}

fn read_baseline(file: &Path) -> Result<Vec<Entry>, Failure> {
    let text = std::fs::read_to_string(file).map_err(|error| unusable(file, &error))?;
    baseline::parse(file, &text).map_err(Failure::Files)
}

fn unusable(file: &Path, error: &io::Error) -> Failure {
    Failure::Files(vec![format!("{}: {error}; --write-baseline makes a baseline", file.display())])
}

/// What the labels name that the knowledge base lacks, in order, each once.
fn unknown_places(knowledge: &Knowledge, labelled: &[Labelled]) -> Vec<String> {
    let known: BTreeSet<String> = knowledge
        .articles()
        .iter()
        .flat_map(|article| {
            let sections = article.sections.iter().map(|section| format!("{}#{}", article.id, section.id));
            std::iter::once(article.id.to_string()).chain(sections)
        })
        .collect();
    let named: BTreeSet<String> = labelled.iter().flat_map(Labelled::places).collect();
    named.difference(&known).cloned().collect()
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

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::indexing_slicing)]

    use super::*;

    #[test]
    fn percentiles_are_those_of_the_nearest_rank() {
        let times: Vec<Duration> = (1..=10).map(Duration::from_micros).collect();
        for (percent, expected) in [(50, 5), (95, 10), (99, 10), (10, 1), (0, 1)] {
            assert_eq!(percentile(&times, percent), expected, "{percent}");
        }
        assert_eq!(percentile(&[], 50), 0);
    }

    /// Puts labelled questions to the starter knowledge and gives back what is printed.
    fn printed(lines: &str, json: bool, misses: bool) -> String {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("questions.jsonl");
        std::fs::write(&file, lines).unwrap();
        let engine = Engine::new(std::sync::Arc::new(crate::knowledge::starter().unwrap()));
        let mut out = Vec::new();
        let asked = EvalArguments { json, misses, baseline: None, write_baseline: None, files: vec![file] };
        run(&engine, Duration::ZERO, &asked, ChangesWording::of("en"), &mut out).unwrap();
        String::from_utf8(out).unwrap()
    }

    const QUESTIONS: &str = r#"{"question": "account manager salary", "article": "account-manager", "section": "salary"}
{"question": "account manager salary", "article": "account-manager", "section": "duties", "kind": "wrong"}
{"question": "account manager salary", "article": null, "section": null, "kind": "never"}
{"question": "สวัสดี", "article": null, "section": null}"#;

    #[test]
    fn misses_are_listed_when_asked_for() {
        let table = printed(QUESTIONS, false, true);
        for part in [
            "not answered right: 2",
            "wrong: account manager salary\n    expected account-manager#duties, got answer",
            "never: account manager salary\n    expected -, got answer",
            "account-manager#salary",
            "expected calibration error",
        ] {
            assert!(table.contains(part), "{part} in {table}");
        }
        assert!(!printed(QUESTIONS, false, false).contains("not answered right"));
    }

    #[test]
    fn labels_of_what_the_knowledge_lacks_are_told() {
        const LACKING: &str = r#"{"question": "a", "article": "account-manager", "section": "salaries"}
{"question": "b", "article": "baker", "section": null, "also": ["account-manager#duties", "baker#pay"]}"#;
        let table = printed(LACKING, false, false);
        assert!(table.contains("never right: account-manager#salaries, baker, baker#pay\n"), "{table}");
        assert!(!printed(QUESTIONS, false, false).contains("never right"));
        let report: serde_json::Value = serde_json::from_str(&printed(LACKING, true, false)).unwrap();
        assert_eq!(report["unknown"], serde_json::json!(["account-manager#salaries", "baker", "baker#pay"]));
    }

    #[test]
    fn json_has_the_calibration_always_and_misses_when_asked_for() {
        let report: serde_json::Value = serde_json::from_str(&printed(QUESTIONS, true, true)).unwrap();
        assert_eq!(report["misses"].as_array().unwrap().len(), 2);
        assert_eq!(report["misses"][0]["decision"], "answer");
        assert_eq!(report["misses"][0]["candidates"][0]["section"], "account-manager#salary");
        assert_eq!(report["calibration"]["bins"].as_array().unwrap().len(), 10);
        let report: serde_json::Value = serde_json::from_str(&printed(QUESTIONS, true, false)).unwrap();
        assert!(report.get("misses").is_none());
        assert!(report["calibration"]["ece"].is_f64());
    }
}
