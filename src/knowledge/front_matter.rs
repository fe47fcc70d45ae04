//! The front matter of an article: which keys it may have and what each may hold. Every key is read on its own, so
//! one mistake hides no other. Sources and pay figures are read in `records`.

use std::collections::BTreeSet;
use std::ops::Range;

use chrono::{Datelike, NaiveDate};

use super::id::ArticleId;
use super::model::{ArticleKind, Pay, Source};
use super::names::nearest;
use super::problem::Notes;
use super::records;
use super::values::{self, Placed};
use super::yaml::{Entry, Tree, Value};

const KEYS: [&str; 9] =
    ["title", "kind", "aliases", "related", "reviewed", "sources", "questions", "pay", "ladder"];
const TITLE_EXAMPLE: &str = "title: ผู้จัดการดูแลลูกค้า (Account Manager)";
const DATE_FORMAT: &str = "%Y-%m-%d";

/// What the front matter says, as far as it was understood.
#[derive(Debug, Default)]
pub(crate) struct FrontMatter {
    /// The article's title.
    pub(crate) title: Option<Placed<String>>,
    /// What the article is about.
    pub(crate) kind: ArticleKind,
    /// Where the kind is named, else where the title is.
    pub(crate) kind_span: Range<usize>,
    /// Further names.
    pub(crate) aliases: Vec<Placed<String>>,
    /// Articles worth reading next.
    pub(crate) related: Vec<Placed<ArticleId>>,
    /// When a person last checked the facts.
    pub(crate) reviewed: Option<NaiveDate>,
    /// Where the statements come from.
    pub(crate) sources: Vec<Source>,
    /// Pay figures.
    pub(crate) pay: Vec<Pay>,
    /// Steps of the career.
    pub(crate) ladder: Vec<String>,
    /// Sample questions by the section they name.
    pub(crate) questions: Vec<(Placed<String>, Vec<String>)>,
}

/// Reads the front matter; `fence` is its first line, where a missing title is reported.
pub(crate) fn read(notes: &mut Notes<'_>, tree: &Tree, fence: &Range<usize>) -> FrontMatter {
    let mut front = FrontMatter { kind_span: fence.clone(), ..FrontMatter::default() };
    let entries = match &tree.root {
        None => &[],
        Some(node) => match values::map(notes, node, "the front matter", TITLE_EXAMPLE) {
            Some(entries) => entries,
            None => return front,
        },
    };
    values::known_keys(notes, entries, &KEYS, "the front matter");
    match values::entry(entries, "title") {
        Some(title) => front.title = values::text(notes, title, TITLE_EXAMPLE),
        // The title may stand in the part that could not be read.
        None if tree.complete => notes.error(fence, "no title", format!("add `{TITLE_EXAMPLE}`")),
        None => {}
    }
    if let Some(title) = &front.title {
        front.kind_span = title.span.clone();
    }
    for entry in entries {
        match entry.key.as_str() {
            "kind" => read_kind(notes, entry, &mut front),
            "aliases" => front.aliases = read_aliases(notes, entry),
            "related" => front.related = read_related(notes, entry),
            "reviewed" => front.reviewed = read_date(notes, entry),
            "sources" => front.sources = records::sources(notes, entry),
            "questions" => front.questions = read_questions(notes, entry),
            "ladder" => front.ladder = read_ladder(notes, entry),
            _ => {}
        }
    }
    if let Some(pay) = values::entry(entries, "pay") {
        let sources = values::entry(entries, "sources").map_or(0, |sources| match &sources.value.value {
            Value::List(items) => items.len(),
            _ => 0,
        });
        front.pay = records::pay(notes, pay, sources);
    }
    front
}

fn read_kind(notes: &mut Notes<'_>, entry: &Entry, front: &mut FrontMatter) {
    const KINDS: [(&str, ArticleKind); 3] =
        [("role", ArticleKind::Role), ("topic", ArticleKind::Topic), ("glossary", ArticleKind::Glossary)];
    let Some(text) = values::text(notes, entry, "kind: role") else { return };
    if let Some((_, kind)) = KINDS.iter().find(|(name, _)| *name == text.value) {
        front.kind = *kind;
        front.kind_span = text.span;
    } else {
        let names = KINDS.map(|(name, _)| name);
        let mend = match nearest(&text.value, names) {
            Some(name) => format!("did you mean `{name}`?"),
            None => "write role, topic or glossary".to_owned(),
        };
        notes.error(&text.span, format!("`{}` is no kind of article", text.value), mend);
    }
}

fn read_aliases(notes: &mut Notes<'_>, entry: &Entry) -> Vec<Placed<String>> {
    let mut seen = BTreeSet::new();
    let mut aliases = values::texts(notes, entry, "aliases: [Account Manager, AM]");
    aliases.retain(|alias| {
        let first = seen.insert(alias.value.clone());
        if !first {
            notes.hint(&alias.span, format!("`{}` is listed twice", alias.value), "keep one of the two");
        }
        first
    });
    aliases
}

fn read_related(notes: &mut Notes<'_>, entry: &Entry) -> Vec<Placed<ArticleId>> {
    ids(notes, entry, "related: [account-executive]")
}

fn read_ladder(notes: &mut Notes<'_>, entry: &Entry) -> Vec<String> {
    let steps = ids(notes, entry, "ladder: [account-manager, account-director]");
    steps.into_iter().map(|step| step.value.to_string()).collect()
}

fn ids(notes: &mut Notes<'_>, entry: &Entry, example: &str) -> Vec<Placed<ArticleId>> {
    let mut ids = Vec::new();
    for text in values::texts(notes, entry, example) {
        match ArticleId::parse(&text.value) {
            Ok(value) => ids.push(Placed { value, span: text.span }),
            Err(_) => notes.error(
                &text.span,
                format!("`{}` is no article id", text.value),
                "use small letters a-z, digits and - only: the article's file name without `.md`",
            ),
        }
    }
    ids
}

fn read_date(notes: &mut Notes<'_>, entry: &Entry) -> Option<NaiveDate> {
    let text = values::text(notes, entry, "reviewed: 2026-11-23")?;
    let date = NaiveDate::parse_from_str(&text.value, DATE_FORMAT).ok();
    // The parser is more lenient than the format: it takes `2026-1-3`, too.
    let date = date.filter(|date| date.format(DATE_FORMAT).to_string() == text.value);
    let Some(date) = date else {
        notes.error(
            &text.span,
            format!("`{}` is no date", text.value),
            "write year-month-day with two digits each, as in `reviewed: 2026-11-23`",
        );
        return None;
    };
    match values::common_era(date.year()) {
        None => Some(date),
        Some(year) => {
            let what = format!("{} is a year of the Buddhist Era", date.year());
            let mend = format!("write `{year}-{}`: years are of the common era", date.format("%m-%d"));
            notes.error(&text.span, what, mend);
            None
        }
    }
}

fn read_questions(notes: &mut Notes<'_>, entry: &Entry) -> Vec<(Placed<String>, Vec<String>)> {
    const EXAMPLE: &str = "salary: [AM ได้เงินเดือนเท่าไหร่]";
    if entry.value.value == Value::Nothing {
        notes.hint(&entry.key_span, "`questions` is empty", format!("leave the key out, or add `{EXAMPLE}`"));
        return Vec::new();
    }
    let Some(sections) = values::map(notes, &entry.value, "questions", EXAMPLE) else { return Vec::new() };
    let read = |section: &Entry| {
        let questions = values::texts(notes, section, EXAMPLE).into_iter().map(|text| text.value).collect();
        (Placed { value: section.key.clone(), span: section.key_span.clone() }, questions)
    };
    sections.iter().map(read).collect()
}
