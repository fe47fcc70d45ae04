//! The table that is printed.

use std::time::Duration;

use crate::support::Times;

/// What was measured of one ranker.
pub(crate) struct Row {
    pub(crate) name: &'static str,
    pub(crate) build: Duration,
    /// Questions whose best section is the right one, in %, by kind.
    pub(crate) shares: Vec<f64>,
    /// How many questions were asked, of all kinds: fewer than there are when only a sample was.
    pub(crate) asked: usize,
    pub(crate) times: Times,
}

/// Width of the columns of figures.
const WIDTH: usize = 12;

/// Prints the rows below the kinds, as Markdown that is also aligned.
pub(crate) fn print(title: &str, kinds: &[String], rows: &[Row]) {
    println!("\n{title}; top-1 in %, times a question in µs\n");
    let figures: Vec<&str> =
        kinds.iter().map(String::as_str).chain(["median", "p99", "build ms", "asked"]).collect();
    let columns: Vec<String> = figures.iter().map(|column| format!("{column:>WIDTH$}")).collect();
    println!("| {:<16} | {} |", "", columns.join(" | "));
    println!("|{}|{}", "-".repeat(18), format!("{}:|", "-".repeat(WIDTH + 1)).repeat(columns.len()));
    for row in rows {
        let mut cells: Vec<String> = row.shares.iter().map(|share| format!("{share:>WIDTH$.1}")).collect();
        cells.extend([50, 99].map(|percent| format!("{:>WIDTH$}", row.times.percentile(percent))));
        cells.push(format!("{:>WIDTH$}", row.build.as_millis()));
        cells.push(format!("{:>WIDTH$}", row.asked));
        println!("| {:<16} | {} |", row.name, cells.join(" | "));
    }
}
