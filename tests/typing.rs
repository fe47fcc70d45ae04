//! The ways people type: each named case of `typing.tsv`, put to the starter knowledge.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::collections::BTreeMap;
use std::sync::Arc;

use naenaew::knowledge::starter;
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
