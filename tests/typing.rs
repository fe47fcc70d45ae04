//! The ways people type: each named case of `typing.tsv`, put to the starter knowledge.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use naenaew::knowledge::{load, starter};
use naenaew::search::{Engine, Question, Verdict};

/// Each named case stands for a habit of typing, so one example would prove little.
const MIN_EXAMPLES: usize = 3;

/// In the third column: the text must be read as it was typed, whatever it finds.
const AS_TYPED: &str = "=";

#[test]
fn every_way_of_typing() {
    let engine = Engine::new(Arc::new(starter().expect("the starter has no error")));
    let mut wrong = Vec::new();
    let mut examples: BTreeMap<&str, usize> = BTreeMap::new();
    let lines = include_str!("typing.tsv").lines().filter(|line| !line.starts_with('#') && !line.is_empty());
    for line in lines {
        let [case, text, expected] = line.split('\t').collect::<Vec<_>>().try_into().expect("three columns");
        *examples.entry(case).or_default() += 1;
        let decision = engine.ask(&Question::new(text));
        let found = match (&decision.verdict, &decision.interpreted_as) {
            (_, Some(reading)) if expected == AS_TYPED => format!("read as {reading}"),
            (_, None) if expected == AS_TYPED => AS_TYPED.to_owned(),
            (Verdict::Answer { candidate, .. }, _) => format!("{}#{}", candidate.article, candidate.section),
            (verdict, reading) => format!("{verdict:?}, read as {reading:?}"),
        };
        if found != expected {
            wrong.push(format!("{case}: {text}: {found}, expected {expected}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    let few: Vec<_> = examples.iter().filter(|(_, count)| **count < MIN_EXAMPLES).collect();
    assert!(few.is_empty(), "too few examples: {few:?}");
}

/// Of proper questions on other articles, also misspelt ones, none may be read in another way than typed.
#[test]
fn no_proper_question_is_read_another_way() {
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/eval");
    if !data.is_dir() {
        eprintln!("skipped: the development data is not at {}", data.display());
        return;
    }
    let mut misread = Vec::new();
    for set in ["xquad-th", "xquad-en", "iapp-th"] {
        let loaded = load(&data.join(set).join("knowledge")).expect("the articles have no error");
        let engine = Engine::new(Arc::new(loaded.knowledge));
        for kind in ["clean", "edit8", "notone"] {
            let Ok(lines) = std::fs::read_to_string(data.join(set).join(kind).with_extension("jsonl")) else {
                continue;
            };
            for line in lines.lines() {
                let labelled: serde_json::Value = serde_json::from_str(line).expect("an object a line");
                let question = labelled["question"].as_str().expect("a question");
                if let Some(reading) = engine.ask(&Question::new(question)).interpreted_as {
                    misread.push(format!("{set} {kind}: {question}: read as {reading}"));
                }
            }
        }
    }
    assert!(misread.is_empty(), "{}", misread.join("\n"));
}
