//! Rebuilds when an article of the starter knowledge is added, changed or removed: `include_dir` alone is not told. Writes
//! down what the starter's list of facets says, so that no start has to read its YAML, how its phrases are spelled once they
//! are normalized, which of them hold a pair of letters, and where the words of the articles' Thai texts begin, so that none
//! has to find them by dictionary. Packs the table of how n-grams weigh in what a question is worded for.

use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;
use std::fmt::Write as _;
use std::hash::{DefaultHasher, Hasher as _};
use std::path::PathBuf;

use granit_parser::{Event, Options, Parser};
use icu_segmenter::WordSegmenter;
use icu_segmenter::options::WordBreakInvariantOptions;

/// As in the program.
#[allow(dead_code, unreachable_pub, reason = "the program needs more of it, and exports some")]
#[path = "src/text"]
mod text {
    pub mod normalize;
    pub mod script;
}

/// As in the program.
#[allow(dead_code, unreachable_pub, reason = "the program needs more of it, and exports some")]
#[path = "src/search"]
mod search {
    pub(crate) mod alphabet;
    pub(crate) mod costs;
    pub(crate) mod pairs;
    pub(crate) mod untagged;
    pub(crate) mod wording_table;
}

const ARTICLES: &str = "knowledge";
const LIST: &str = "knowledge/facets.yaml";
/// What is used of the program.
const SOURCES: &str = "text/normalize text/script search/alphabet search/costs search/pairs search/untagged search/wording_table";
/// How n-grams weigh in what a question is worded for.
const WORDING: &str = "src/search/wording.tsv";

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed={ARTICLES}");
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed={WORDING}");
    for source in SOURCES.split(' ') {
        println!("cargo::rerun-if-changed=src/{source}.rs");
    }
    let folder = PathBuf::from(std::env::var("OUT_DIR")?);
    let list = std::fs::read_to_string(LIST)?;
    let facets = prepared(&list).map_err(|problem| format!("{LIST}: {problem}"))?;
    let phrases = phrases(&facets);
    std::fs::write(folder.join("pairs.bin"), pairs(&phrases)?)?;
    std::fs::write(folder.join("phrases.txt"), phrases)?;
    std::fs::write(folder.join("facets.txt"), facets)?;
    let wording = std::fs::read_to_string(WORDING)?;
    std::fs::write(folder.join("wording.bin"), worded(&wording)?)?;
    let mut runs = BTreeSet::new();
    for language in std::fs::read_dir(ARTICLES)?.collect::<Result<Vec<_>, _>>()? {
        if !language.file_type()?.is_dir() {
            continue;
        }
        for article in std::fs::read_dir(language.path())?.collect::<Result<Vec<_>, _>>()? {
            // What editors leave beside articles need not be text.
            let path = article.path();
            let hidden = article.file_name().to_string_lossy().starts_with('.');
            if hidden || path.extension().is_none_or(|ending| ending != "md") {
                continue;
            }
            let text = std::fs::read_to_string(path)?;
            runs.extend(text.split(|c| !is_complex(c)).filter(|run| !run.is_empty()).map(str::to_owned));
        }
    }
    std::fs::write(folder.join("words.bin"), cut(&runs))?;
    Ok(())
}

/// Whether words of such characters are sought in a dictionary: Thai letters and marks, as in `src/text/segment.rs`.
fn is_complex(c: char) -> bool {
    matches!(c, '\u{0E01}'..='\u{0E3A}' | '\u{0E40}'..='\u{0E4E}')
}

/// Where the words of Thai texts begin, as `src/text/cut.rs` reads it. A test compares it with what a start would find.
fn cut(runs: &BTreeSet<String>) -> Vec<u8> {
    let segmenter = WordSegmenter::new_dictionary(WordBreakInvariantOptions::default());
    let mut slots = vec![[0_u64; 2]; (2 * runs.len()).next_power_of_two()];
    for run in runs.iter().filter(|run| run.chars().count() <= u64::BITS as usize) {
        let mut hasher = DefaultHasher::new();
        hasher.write(run.as_bytes());
        let number = hasher.finish();
        let starts = segmenter.segment_str(run).filter(|&start| start < run.len());
        let words = starts.fold(0, |words, start| words | 1_u64 << (start / '\u{0E01}'.len_utf8()));
        let last = slots.len() - 1;
        let mut place = usize::try_from(number & last as u64).unwrap_or_default();
        while slots[place] != [0; 2] {
            place = (place + 1) & last;
        }
        slots[place] = [number, words];
    }
    slots.iter().flatten().flat_map(|half| half.to_le_bytes()).collect()
}

/// The facets in lines as `src/knowledge/prepared.rs` reads them. A test of it compares them with what the parser reads.
fn prepared(list: &str) -> Result<String, Box<dyn Error>> {
    let mut options = Options::default();
    options.set_emit_comments(false);
    let mut events = Vec::new();
    for event in Parser::new_from_str_with_options(list, options) {
        events.push(event?.0);
    }
    let mut events = events.into_iter();
    let root = events.find(|event| matches!(event, Event::SequenceStart(..))).ok_or("no list")?;
    let mut lines = String::new();
    for facet in node(root, &mut events)?.list()? {
        let entries = facet.map()?;
        let entry = |key: &str| entries.iter().find(|entry| entry.0 == key).map(|entry| &entry.1);
        writeln!(lines, "facet {}", entry("id").ok_or("a facet without an id")?.text()?)?;
        for kind in ["names", "asks"] {
            for (language, phrases) in entry(kind).map_or(Ok(&[] as &[_]), Node::map)? {
                writeln!(lines, "{kind} {language}")?;
                for phrase in phrases.list()? {
                    let phrase = phrase.text()?.lines().map(str::trim).filter(|line| !line.is_empty());
                    writeln!(lines, "- {}", phrase.collect::<Vec<_>>().join(" "))?;
                }
            }
        }
    }
    Ok(lines)
}

/// The phrases of each facet of such lines, normalized and in order, as `src/search/facet_phrases.rs` reads them. A test of it
/// compares them with what a start would make.
fn phrases(facets: &str) -> String {
    let mut of_facets: Vec<BTreeSet<String>> = Vec::new();
    for line in facets.lines() {
        if line.starts_with("facet ") {
            of_facets.push(BTreeSet::new());
        } else if let (Some(phrase), Some(phrases)) = (line.strip_prefix("- "), of_facets.last_mut()) {
            let phrase = text::normalize::normalize(phrase);
            phrases.insert(search::untagged::untagged(&phrase).to_owned());
        }
    }
    let lines = of_facets.into_iter().map(|phrases| phrases.into_iter().collect::<Vec<_>>().join("\n"));
    lines.collect::<Vec<_>>().join("\n\n")
}

/// Which of the phrases hold a pair of letters, as `src/search/postings.rs` reads it. A test of `src/search/facet_phrases.rs`
/// compares it with what a start would make.
fn pairs(phrases: &str) -> Result<Vec<u8>, Box<dyn Error>> {
    let mut holders: BTreeMap<u32, BTreeSet<u16>> = BTreeMap::new();
    let mut count = 0;
    for phrase in phrases.lines().filter(|phrase| !phrase.is_empty()) {
        let letters: Vec<u8> = search::alphabet::in_place(phrase.chars()).collect();
        search::pairs::each_key(&letters, |key| {
            holders.entry(key).or_default().insert(count);
        });
        count = count.checked_add(1).ok_or("more phrases than two bytes can number")?;
    }
    let mut bytes = u32::from(count).to_le_bytes().to_vec();
    for (key, phrases) in holders {
        bytes.extend(key.to_le_bytes());
        bytes.extend(u32::try_from(phrases.len())?.to_le_bytes());
        bytes.extend(phrases.into_iter().flat_map(u16::to_le_bytes));
    }
    Ok(bytes)
}

/// How much n-grams weigh in what the wording of a question asks for, as `src/search/wording.rs` reads it.
fn worded(table: &str) -> Result<Vec<u8>, String> {
    let record = |line: &str| {
        let (ngram, columns) = line.split_once('\t')?;
        let letters = ngram.chars().map(|c| search::alphabet::letter(if c == '_' { ' ' } else { c }));
        let columns: Vec<i8> = columns.split(' ').map(|weight| weight.parse().ok()).collect::<Option<_>>()?;
        Some((letters.fold(0, search::alphabet::roll), columns.try_into().ok()?))
    };
    let lines = table.lines().enumerate();
    let weights = lines.map(|(place, line)| {
        record(line).ok_or_else(|| format!("{WORDING}:{}: not an n-gram, a tab and its weights", place + 1))
    });
    Ok(search::wording_table::packed(weights.collect::<Result<_, _>>()?))
}

enum Node {
    Text(String),
    List(Vec<Node>),
    Map(Vec<(String, Node)>),
}

impl Node {
    fn text(&self) -> Result<&str, &'static str> {
        if let Self::Text(text) = self { Ok(text) } else { Err("no text where one belongs") }
    }

    fn list(&self) -> Result<&[Node], &'static str> {
        if let Self::List(items) = self { Ok(items) } else { Err("no list where one belongs") }
    }

    fn map(&self) -> Result<&[(String, Node)], &'static str> {
        if let Self::Map(entries) = self { Ok(entries) } else { Err("no keys where some belong") }
    }
}

/// The node that begins with an event, of the events that follow.
fn node<'a>(first: Event<'a>, events: &mut impl Iterator<Item = Event<'a>>) -> Result<Node, &'static str> {
    const BROKEN: &str = "something that a list of facets does not hold";
    match first {
        Event::Scalar(text, ..) => Ok(Node::Text(text.into_owned())),
        Event::SequenceStart(..) => {
            let mut items = Vec::new();
            loop {
                match events.next().ok_or(BROKEN)? {
                    Event::SequenceEnd => return Ok(Node::List(items)),
                    event => items.push(node(event, events)?),
                }
            }
        }
        Event::MappingStart(..) => {
            let mut entries = Vec::new();
            loop {
                let key = match events.next().ok_or(BROKEN)? {
                    Event::MappingEnd => return Ok(Node::Map(entries)),
                    event => node(event, events)?.text()?.to_owned(),
                };
                entries.push((key, node(events.next().ok_or(BROKEN)?, events)?));
            }
        }
        _ => Err(BROKEN),
    }
}
