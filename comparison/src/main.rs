//! Measures Naenaew beside other ways to search: the same questions on the same sections, in one run.
//!
//! `cargo run --release -p comparison` prints a table for every set of data that is present beside the repository; where
//! there is none, one for the starter knowledge with the golden questions of `tests/golden`.
//!
//! What is fair:
//! - Naenaew is measured as people use it, from the question as typed to the decision. The others are given the question
//!   and the sections after Naenaew's own lossless normalization, so that none loses by spelling that only looks alike.
//! - Every one of them names its best section, without a threshold below which it may stay silent: only that is compared.
//! - Follow-ups and questions that may not be answered are left out; the others know neither.
//! - What reads every section for every question is put a sample of the questions, spread evenly over them; the table
//!   says how many were asked.

#![allow(clippy::expect_used, clippy::print_stdout, reason = "a measurement on broken data must stop")]

mod data;
mod rankers;
#[path = "../../benches/support/mod.rs"]
mod support;
mod table;

use std::time::Instant;

use data::DataSet;
use rankers::{EverySection, Indexed, Ranker, Whole, likeness_of_strsim, ratio_of_rapidfuzz};
use support::Times;
use table::Row;

fn main() {
    for set in DataSet::present() {
        let title =
            format!("{}: {} sections, {} questions", set.name, set.sections.len(), set.questions.len());
        let rows: Vec<Row> = CONTENDERS.iter().map(|contender| measure(contender, &set)).collect();
        table::print(&title, &set.kinds(), &rows);
    }
}

/// A way to search, before it is made.
struct Contender {
    name: &'static str,
    /// Making it is measured, too.
    make: fn(&DataSet) -> Box<dyn Ranker>,
    /// How many sections it may read for questions of one kind before people lose patience; without a number it is put
    /// every question.
    patience: Option<usize>,
}

const CONTENDERS: [Contender; 4] = [
    Contender { name: "Naenaew", make: |set| Box::new(Whole::new(set)), patience: None },
    Contender { name: "tantivy, 3-grams", make: |set| Box::new(Indexed::new(set)), patience: None },
    Contender {
        name: "rapidfuzz ratio",
        make: |set| Box::new(EverySection::new(set, ratio_of_rapidfuzz)),
        patience: Some(120_000),
    },
    Contender {
        name: "strsim OSA",
        make: |set| Box::new(EverySection::new(set, likeness_of_strsim)),
        patience: Some(4_800),
    },
];

/// However large the sections are in number, so many questions of a kind are asked.
const FEWEST_QUESTIONS: usize = 12;

fn measure(contender: &Contender, set: &DataSet) -> Row {
    let started = Instant::now();
    let ranker = (contender.make)(set);
    let build = started.elapsed();
    let most = contender.patience.map(|reads| (reads / set.sections.len().max(1)).max(FEWEST_QUESTIONS));
    let (mut times, mut asked) = (Times::default(), 0);
    let shares = set
        .kinds()
        .iter()
        .map(|kind| {
            let questions = set.sample(kind, most);
            asked += questions.len();
            let right = questions.iter().filter(|labelled| {
                let best = times.measure(|| ranker.best(&labelled.question));
                best.is_some_and(|(article, section)| labelled.accepts(&article, &section))
            });
            100.0 * right.count() as f64 / questions.len().max(1) as f64
        })
        .collect();
    Row { name: contender.name, build, shares, asked, times }
}
