//! Fits the model of how questions are worded on the phrases of the built-in facets and on `tests/golden/fitted.jsonl`.
//!
//! `cargo run --release --example wording` writes `src/search/wording.tsv` and prints how often the model names the right facet.

#![allow(clippy::expect_used, clippy::print_stdout, clippy::indexing_slicing)]

#[path = "../benches/support/labelled.rs"]
#[allow(dead_code)]
mod labelled;
#[path = "support/wording.rs"]
mod wording;

use std::fmt::Write as _;
use std::path::Path;
use std::sync::Arc;

use labelled::Labelled;
use naenaew::knowledge::starter;
use naenaew::search::{Engine, WORDED_FACETS, WordingModel, ngram_text};
use wording::{Worded, fit};

fn main() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let engine = Engine::new(Arc::new(starter().expect("the starter knowledge has no error")));
    let golden = |name: &str| -> Vec<Worded> {
        let questions = Labelled::read(&root.join("tests/golden").join(name));
        questions.iter().map(|labelled| Worded::labelled(&engine, labelled)).collect()
    };
    let (phrases, fitted, held_out) = (Worded::phrases(), golden("fitted.jsonl"), golden("held-out.jsonl"));
    let texts: Vec<&Worded> = phrases.iter().chain(&fitted).collect();
    let mut table = String::new();
    let weights = fit(&texts);
    for (ngram, weights) in &weights {
        let letters = if *ngram == 0 { String::new() } else { ngram_text(*ngram).replace(' ', "_") };
        let weights: Vec<String> = weights.iter().map(i8::to_string).collect();
        writeln!(table, "{letters}\t{}", weights.join(" ")).expect("a text takes all that is written");
    }
    std::fs::write(root.join("src/search/wording.tsv"), table).expect("the table can be written");
    let model = WordingModel::of_weights(weights);
    let columns = |worded: &Worded| {
        let likely = WORDED_FACETS.map(|facet| model.likely(&worded.text, facet));
        let right = likely[worded.facet?];
        Some((likely.iter().filter(|other| **other > right).count(), right))
    };
    for (name, questions) in [("fitted", &fitted), ("held out", &held_out)] {
        let ranks: Vec<(usize, f32)> = questions.iter().filter_map(columns).collect();
        let share = |most: usize| {
            100.0 * ranks.iter().filter(|(rank, _)| *rank < most).count() as f64 / ranks.len() as f64
        };
        let loss: f32 = ranks.iter().map(|(_, right)| -right.max(f32::EPSILON).ln()).sum();
        let loss = loss / ranks.len() as f32;
        let doubt = |worded: &Worded| {
            let for_us = model.likely_for_us(&worded.text);
            let right = if worded.for_us? { for_us } else { 1.0 - for_us };
            Some(-right.max(f32::EPSILON).ln())
        };
        let doubts: Vec<f32> = questions.iter().filter_map(doubt).collect();
        let doubt = doubts.iter().sum::<f32>() / doubts.len() as f32;
        println!(
            "{} {name}: the first facet is right of {:.1} %, one of two of {:.1} %, logarithmic loss {loss:.3}; \
             whether {} are asked of us: {doubt:.3}",
            ranks.len(),
            share(1),
            share(2),
            doubts.len(),
        );
    }
}
