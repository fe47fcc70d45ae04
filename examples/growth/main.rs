//! How Naenaew grows: builds knowledge bases of 100 to 1,000,000 sections and measures each.
//!
//! ```text
//! cargo run --release --example growth                          # 100 to 100,000 sections of made-up Thai
//! cargo run --release --example growth -- --most 10000          # no more than so many
//! cargo run --release --example growth -- --million             # 1,000,000, too
//! cargo run --release --example growth -- --among DIR           # with the articles of DIR/knowledge among them
//! cargo run --release --example growth -- --aliases 100000      # names instead of sections
//! ```
//!
//! The text is made up and always the same: see `words` and `corpus`. Times are printed and never asserted.

#![allow(
    clippy::expect_used,
    clippy::print_stdout,
    reason = "a measurement on broken data must stop; its result is what it prints"
)]

mod among;
mod corpus;
mod measure;
mod memory;
mod names;
mod questions;
#[path = "../../benches/support/mod.rs"]
mod support;
mod words;

use std::path::PathBuf;

use among::Among;
use clap::Parser;
use words::Vocabulary;

/// How many sections are measured at first; each further table line has ten times as many.
const FEWEST: usize = 100;
const MOST: usize = 100_000;
const MILLION: usize = 1_000_000;

/// Measures how Naenaew grows with its knowledge.
#[derive(Debug, Parser)]
struct Arguments {
    /// Goes up to 1,000,000 sections.
    #[arg(long)]
    million: bool,
    /// Goes up to so many sections.
    #[arg(long, value_name = "SECTIONS", conflicts_with = "million")]
    most: Option<usize>,
    /// Puts the articles of `DIR/knowledge` among the others and asks the questions of `DIR/clean.jsonl` and
    /// `DIR/edit8.jsonl`.
    #[arg(long, value_name = "DIR")]
    among: Option<PathBuf>,
    /// Measures so many names of articles instead of sections, up to 1,000,000.
    #[arg(long, value_name = "NAMES", value_parser = most_names, conflicts_with_all = ["million", "most", "among"])]
    aliases: Option<usize>,
}

/// Reads a number of names, of which there is an end.
fn most_names(typed: &str) -> Result<usize, String> {
    let number: usize = typed.parse().map_err(|error| format!("{error}"))?;
    if number <= MILLION { Ok(number) } else { Err(format!("there are no more than {MILLION}")) }
}

fn main() {
    let arguments = Arguments::parse();
    if let Some(aliases) = arguments.aliases {
        return names::measure(aliases);
    }
    let vocabulary = Vocabulary::new();
    let among = arguments.among.as_deref().map(Among::read);
    let most = arguments.most.unwrap_or(if arguments.million { MILLION } else { MOST });
    measure::print_head(among.is_some());
    let sizes = std::iter::successors(Some(FEWEST), |size| size.checked_mul(10));
    for size in sizes.take_while(|&size| size <= most) {
        measure::print_row(&vocabulary, size, among.as_ref());
    }
}
