//! Holds the core to what it promises: it names no file, environment, clock, randomness, async runtime or Discord type,
//! and its modules depend on each other in one direction only.
//!
//! The sources are read as tokens, tests inside them included, and paths are followed through `use` groups and `super`.
//! What another crate does behind its own names is not seen, so that each crate of the core is chosen by hand.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "core_is_pure/source.rs"]
mod source;
#[path = "core_is_pure/tokens.rs"]
mod tokens;

use std::fs;
use std::path::{Path, PathBuf};

use source::Source;

/// The parts of the crate from the innermost to the outermost; each may use itself and those listed.
const LAYERS: [Layer; 11] = [
    Layer { name: "text", uses: &[], pure: true },
    Layer { name: "knowledge", uses: &["text"], pure: true },
    Layer { name: "search", uses: &["knowledge", "text"], pure: true },
    Layer { name: "picture", uses: &["text"], pure: true },
    Layer { name: "reply", uses: &["picture", "search", "knowledge", "text"], pure: true },
    Layer { name: "check", uses: &["reply", "search", "knowledge", "text"], pure: true },
    Layer { name: "import", uses: &["reply", "knowledge", "text"], pure: true },
    Layer { name: "store", uses: &["reply", "search", "knowledge", "text"], pure: false },
    Layer { name: "live", uses: &["search", "knowledge"], pure: false },
    Layer {
        name: "discord",
        uses: &["live", "store", "reply", "picture", "search", "knowledge", "text", "settings"],
        pure: false,
    },
    Layer {
        name: "cli",
        uses: &[
            "check",
            "discord",
            "import",
            "live",
            "store",
            "reply",
            "search",
            "knowledge",
            "text",
            "settings",
        ],
        pure: false,
    },
];

/// The one file of the pure parts that reads files: it finds articles and hands their bytes to the parser.
const READS_FILES: &str = "src/knowledge/load.rs";

/// Paths of the standard library that reach outside a program, or out of its order. `std::path` is among them since its
/// types ask the file system questions.
const IMPURE: [&str; 11] = [
    "std::env",
    "std::fs",
    "std::io",
    "std::net",
    "std::os",
    "std::path",
    "std::process",
    "std::thread",
    "std::time",
    "chrono::Local",
    "chrono::Utc",
];

/// The crates that the pure parts may name; every other dependency is for the edges. A new one is added here when it
/// does nothing but compute.
const PURE_CRATES: [&str; 19] = [
    "ariadne",
    "chrono",
    "granit_parser",
    "html5gum",
    "icu_segmenter",
    "include_dir",
    "insta",
    "memchr",
    "proptest",
    "pulldown_cmark",
    "rayon",
    "resvg",
    "rustc_hash",
    "serde",
    "strsim",
    "thiserror",
    "unicode_normalization",
    "unicode_segmentation",
    "url",
];

/// Crates that nobody lists in Cargo.toml yet but which would break the promise.
const NEVER: [&str; 5] = ["async_std", "fastrand", "getrandom", "rand", "smol"];

/// Macros that write to the terminal.
const PRINTING: [&str; 5] = ["dbg", "eprint", "eprintln", "print", "println"];

/// A part of the crate: a folder below `src`.
struct Layer {
    name: &'static str,
    uses: &'static [&'static str],
    pure: bool,
}

#[test]
fn every_part_depends_on_inner_parts_only() {
    let mut found = Vec::new();
    for layer in &LAYERS {
        for file in sources(layer.name) {
            found.extend(file.inspect(|source| outer_parts(source, layer)));
        }
    }
    assert_none(&found);
}

#[test]
fn the_core_reaches_nothing_outside() {
    let forbidden = forbidden_crates();
    let mut found = Vec::new();
    for layer in LAYERS.iter().filter(|layer| layer.pure) {
        for file in sources(layer.name).into_iter().filter(|file| file.name != READS_FILES) {
            found.extend(file.inspect(|source| impurities(source, &forbidden)));
        }
    }
    assert_none(&found);
}

#[test]
fn only_the_discord_edge_knows_discord() {
    let discord = ["serenity".to_owned(), "poise".to_owned()];
    let mut found = Vec::new();
    for file in sources("").into_iter().filter(|file| !file.name.starts_with("src/discord/")) {
        found.extend(file.inspect(|source| crates_named(source, &discord)));
    }
    assert_none(&found);
}

#[test]
fn the_file_that_reads_files_is_there_and_does() {
    let file = sources("knowledge").into_iter().find(|file| file.name == READS_FILES);
    let file = file.expect("the exception is named after the file that it is for");
    assert!(!impurities(&Source::new(&file.text, file.depth()), &[]).is_empty());
}

/// A source file of the crate.
struct File {
    /// From the crate's root, with `/`: `src/text/normalize.rs`.
    name: String,
    text: String,
}

impl File {
    /// The modules that lead to the file's own content: `src/text/mod.rs` is one deep, `src/text/script.rs` two.
    fn depth(&self) -> usize {
        let below_source = self.name.split('/').count() - 1;
        let file = self.name.rsplit('/').next().unwrap();
        if ["mod.rs", "lib.rs", "main.rs"].contains(&file) { below_source - 1 } else { below_source }
    }

    fn inspect(&self, rule: impl Fn(&Source) -> Vec<Finding>) -> Vec<String> {
        let findings = rule(&Source::new(&self.text, self.depth()));
        findings.into_iter().map(|found| format!("{}:{}: {}", self.name, found.line, found.what)).collect()
    }
}

/// The source files of a part, tests inside them included; of the whole crate for an empty name.
fn sources(part: &str) -> Vec<File> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut open: Vec<PathBuf> = vec![root.join("src").join(part)];
    let mut files = Vec::new();
    while let Some(folder) = open.pop() {
        for entry in fs::read_dir(&folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                open.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let parts: Vec<_> = path.strip_prefix(root).unwrap().iter().collect();
                let name = parts.iter().map(|part| part.to_string_lossy()).collect::<Vec<_>>().join("/");
                files.push(File { name, text: fs::read_to_string(&path).unwrap() });
            }
        }
    }
    assert!(!files.is_empty(), "no sources of `{part}`");
    files.sort_by(|a, b| a.name.cmp(&b.name));
    files
}

/// Every dependency that the pure parts may not name, as it is written in code.
fn forbidden_crates() -> Vec<String> {
    let manifest = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("Cargo.toml")).unwrap();
    let listed = dependencies(&manifest);
    assert!(listed.iter().any(|name| name == "serenity"), "Cargo.toml was not understood: {listed:?}");
    let mut forbidden: Vec<String> =
        listed.into_iter().filter(|name| !PURE_CRATES.contains(&name.as_str())).collect();
    forbidden.extend(NEVER.map(str::to_owned));
    forbidden
}

/// The names in the dependency tables of a manifest that gives each dependency one line.
fn dependencies(manifest: &str) -> Vec<String> {
    let mut inside = false;
    let mut names = Vec::new();
    for line in manifest.lines() {
        if line.starts_with('[') {
            inside = line.trim_end().ends_with("dependencies]");
        } else if inside && let Some((name, _)) = line.split_once('=') {
            names.push(name.trim().replace('-', "_"));
        }
    }
    names
}

/// Something that a source may not name.
#[derive(Debug, PartialEq)]
struct Finding {
    line: usize,
    what: String,
}

/// Parts of the crate that the layer may not use.
fn outer_parts(source: &Source, layer: &Layer) -> Vec<Finding> {
    let allowed = |part: &str| part == layer.name || layer.uses.contains(&part);
    let parts = source.paths.iter().filter_map(|path| Some((path.line, path.part_of_the_crate()?)));
    parts
        .filter(|(_, part)| !allowed(part))
        .map(|(line, part)| Finding { line, what: format!("`{}` may not use `{part}`", layer.name) })
        .collect()
}

/// Whatever reaches outside the program.
fn impurities(source: &Source, forbidden_crates: &[String]) -> Vec<Finding> {
    let mut found = crates_named(source, forbidden_crates);
    for path in &source.paths {
        let written = path.written();
        let impure = IMPURE.iter().find(|impure| {
            let rest = written.strip_prefix(**impure);
            rest.is_some_and(|rest| rest.is_empty() || rest.starts_with("::"))
        });
        // A glob takes what it cannot be seen to take.
        let hidden = ["std::*", "chrono::*"].contains(&written.as_str());
        if impure.is_some() || hidden {
            found.push(Finding { line: path.line, what: format!("names `{written}`") });
        }
    }
    for called in source.macros.iter().filter(|called| PRINTING.contains(&called.written().as_str())) {
        found.push(Finding { line: called.line, what: format!("prints with `{}!`", called.written()) });
    }
    found
}

/// Paths that begin with one of these crates.
fn crates_named(source: &Source, crates: &[String]) -> Vec<Finding> {
    let named = source.paths.iter().filter(|path| path.segments.first().is_some_and(|c| crates.contains(c)));
    named.map(|path| Finding { line: path.line, what: format!("names `{}`", path.written()) }).collect()
}

#[track_caller]
fn assert_none(found: &[String]) {
    assert!(found.is_empty(), "\n{}", found.join("\n"));
}

/// What the rules for the pure part `search` find in a source of it, two modules deep.
#[track_caller]
fn check(source: &str, expected: &[&str]) {
    let layer = LAYERS.iter().find(|layer| layer.name == "search").unwrap();
    let source = Source::new(source, 2);
    let forbidden = ["tokio", "serenity", "poise", "rand"].map(str::to_owned);
    let mut found = outer_parts(&source, layer);
    found.extend(impurities(&source, &forbidden));
    let found: Vec<String> = found.iter().map(|found| format!("{}: {}", found.line, found.what)).collect();
    assert_eq!(found, expected);
}

#[test]
fn impure_code_is_found() {
    check("use std::fs;", &["1: names `std::fs`"]);
    check("fn f() { std::env::var(\"A\"); }", &["1: names `std::env::var`"]);
    check("use std::{fmt, fs::{self, File}};", &["1: names `std::fs`", "1: names `std::fs::File`"]);
    check("use std::time::Instant;", &["1: names `std::time::Instant`"]);
    check(
        "use std::time::{Duration, SystemTime as Now};",
        &["1: names `std::time::Duration`", "1: names `std::time::SystemTime`"],
    );
    check("\n\nlet now = chrono::Utc::now();", &["3: names `chrono::Utc::now`"]);
    check("use chrono::{Local, NaiveDate};", &["1: names `chrono::Local`"]);
    check("#[tokio::test]\nasync fn f() {}", &["1: names `tokio::test`"]);
    check("use serenity;", &["1: names `serenity`"]);
    check("use ::poise::Command;", &["1: names `poise::Command`"]);
    check("fn f(x: impl rand::Rng) {}", &["1: names `rand::Rng`"]);
    check("use std::*;", &["1: names `std::*`"]);
    check("mod tests { fn f() { ::std::thread::spawn(g); } }", &["1: names `std::thread::spawn`"]);
    check("fn f() { println!(\"{}\", 1); }", &["1: prints with `println!`"]);
}

#[test]
fn outer_parts_are_found() {
    let reply = "`search` may not use `reply`";
    check("use crate::reply::Reply;", &[&format!("1: {reply}")]);
    check("use crate::{knowledge::Article, reply};", &[&format!("1: {reply}")]);
    check(
        "use crate::{\n    knowledge::{Article, ArticleId},\n    reply::{self, Reply},\n};",
        &[&format!("3: {reply}"), &format!("3: {reply}")],
    );
    check("fn f() -> crate::discord::Failure { g() }", &["1: `search` may not use `discord`"]);
    check("use super::super::cli::run;", &["1: `search` may not use `cli`"]);
    check("mod tests { use super::super::super::cli; }", &["1: `search` may not use `cli`"]);
    check("use naenaew::settings::Settings;", &["1: `search` may not use `settings`"]);
}

#[test]
fn pure_code_passes() {
    check("//! No tokio, no std::fs.\n/// Nor crate::reply.\n/* std::env /* nested */ rand::x */", &[]);
    check("use std::collections::{BTreeMap, HashMap};\nuse std::fmt::{self, Write as _};", &[]);
    check("use crate::text::{fold, normalize};\nuse super::index::Index;", &[]);
    check("mod tests { use super::*; use super::super::index::Index; }", &[]);
    check("const TEXT: &str = \"use std::fs; \\\" crate::reply\";", &[]);
    check("const TEXT: &str = r#\"std::env \"quoted\" tokio::spawn\"#; const MARK: char = '\"';", &[]);
    check("fn f<'a>(time: &'a str) -> char { if time == \"std::time\" { '\\'' } else { 'x' } }", &[]);
    check("use chrono::{Datelike, NaiveDate};\nlet fs = file.fs; let rand = 4;", &[]);
    check("fn operand(brand: u8) -> std::fmt::Result { strand::spin() }", &[]);
}

#[test]
fn dependencies_are_read_from_the_manifest() {
    let manifest = "[package]\nname = \"x\"\n[dependencies]\ntracing-subscriber = \"1\"\ntokio = { version = \"1\" }\n\
                    [dev-dependencies]\ninsta = \"1\"\n[lints.rust]\nunsafe_code = \"forbid\"\n";
    assert_eq!(dependencies(manifest), ["tracing_subscriber", "tokio", "insta"]);
}
