//! Builds one knowledge base after the other and prints what each costs and finds.

use std::sync::Arc;
use std::time::Instant;

use naenaew::knowledge::{Knowledge, built_in_facets};
use naenaew::search::Engine;

use crate::among::Among;
use crate::corpus::articles;
use crate::memory;
use crate::questions::{QUESTIONS, misspelt, passages};
use crate::support::{Labelled, Times};
use crate::words::Vocabulary;

/// Seeds, so that places and mistakes have nothing to do with the text.
const PASSAGE_SEED: u64 = 0x5eed_0001;
const MISTAKE_SEED: u64 = 0x5eed_0002;

/// Bytes of a MiB.
const MIB: usize = 1024 * 1024;

/// Prints the head of the table.
pub(crate) fn print_head(among: bool) {
    println!(
        "{QUESTIONS} passages of 30–60 characters; a mistake in 8 characters; top-1 in %, times in µs\n"
    );
    let mut columns = vec![
        "sections",
        "build s",
        "index MiB",
        "resident MiB",
        "peak MiB",
        "p50",
        "p99",
        "top-1",
        "misspelt",
    ];
    if among {
        columns.extend(["real", "misspelt", "p50", "p99"]);
    }
    print_cells(columns.into_iter().map(str::to_owned));
}

fn print_cells(cells: impl IntoIterator<Item = String>) {
    let cells: Vec<String> = cells.into_iter().map(|cell| format!("{cell:>12}")).collect();
    println!("{}", cells.concat());
}

/// Measures a knowledge base of so many made-up sections and prints its row.
pub(crate) fn print_row(vocabulary: &Vocabulary, sections: usize, among: Option<&Among>) {
    let made_up = Knowledge::new(articles(vocabulary, sections), built_in_facets());
    let exact = passages(&made_up, PASSAGE_SEED);
    let misspelt = misspelt(&exact, MISTAKE_SEED);
    let mut all = made_up.articles().to_vec();
    let facets = made_up.facets().clone();
    drop(made_up);
    all.extend(among.into_iter().flat_map(|among| among.articles.iter().cloned()));
    let knowledge = Arc::new(Knowledge::new(all, facets));

    let before = memory::resident();
    let started = Instant::now();
    let engine = Engine::new(knowledge);
    let build = started.elapsed();
    let mut cells = vec![
        engine.section_count().to_string(),
        format!("{:.2}", build.as_secs_f64()),
        format!("{:.1}", engine.index_bytes() as f64 / MIB as f64),
        memory::added(before),
        memory::most(),
    ];
    cells.extend(asked(&engine, &exact, &misspelt));
    if let Some(among) = among {
        // The same order of cells but for the times, which come last here.
        let [median, most, clean, misspelt] = asked(&engine, &among.clean, &among.misspelt);
        cells.extend([clean, misspelt, median, most]);
    }
    print_cells(cells);
}

/// Median and 99 % of the times, then how many of both lists found their section first.
fn asked(engine: &Engine, exact: &[Labelled], misspelt: &[Labelled]) -> [String; 4] {
    let mut times = Times::default();
    let [exact, misspelt] = [exact, misspelt].map(|questions| {
        let right = questions.iter().filter(|labelled| {
            let decision = times.measure(|| engine.ask(&labelled.question()));
            let best = decision.candidates.first();
            best.is_some_and(|best| labelled.accepts(best.article.as_str(), best.section.as_str()))
        });
        format!("{:.1}", 100.0 * right.count() as f64 / questions.len().max(1) as f64)
    });
    [times.percentile(50).to_string(), times.percentile(99).to_string(), exact, misspelt]
}
