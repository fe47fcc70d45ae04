//! A page that somebody copied or saved, made an article: bytes in, a file's text and a report out. Knows no files.
//!
//! The way of a page: [`text_of`] refuses what is no text; `html`, `markdown` and `plain` make lines of it; `clean` takes
//! away what only stands around the article; `title`, `headings` and `outline` find its shape, `facets` and `names` name
//! it; `write` makes the file. Every decision that could be wrong is a [`Note`] with the line of the input.

#![allow(
    clippy::items_after_statements,
    clippy::naive_bytecount,
    clippy::single_match_else,
    reason = "read in the order of the steps"
)]

mod asking;
mod blocks;
mod clean;
mod facets;
mod front;
mod headings;
mod html;
mod known;
mod line;
mod markdown;
mod names;
mod note;
mod outline;
mod phrase_lists;
mod phrases;
mod plain;
mod questions;
mod report;
mod safe;
mod spaces;
mod teaser_lists;
mod title;
mod write;

#[cfg(test)]
mod import_tests;

use self::clean::clean;
use self::facets::Namer;
use self::known::Related;
use self::line::{Kind, Line, Page};
use self::write::Draft;
use crate::knowledge::{ArticleId, ArticleKind, Facets, Language, MAX_ARTICLE_BYTES};
use crate::text::script::thai_share;

pub use self::known::Known;
pub use self::note::{Guess, Note, Reason, What};
pub use self::report::report;

/// The largest input that is read: pages carry much beside their text.
pub const MAX_INPUT_BYTES: u64 = 2 * 1024 * 1024;

/// What a page is written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// Nothing but words.
    Plain,
    /// Markdown, with or without front matter.
    Markdown,
    /// HTML.
    Html,
}

/// Why an input became no article.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// A byte that no text holds, counted from 1.
    Binary(usize),
    /// The first line that is no UTF-8, from 1.
    NotUtf8(usize),
    /// It is larger than [`MAX_INPUT_BYTES`].
    TooLarge,
    /// There is no text of an article in it.
    Empty,
    /// The article is larger than [`MAX_ARTICLE_BYTES`].
    ArticleTooLarge,
}

/// An article made of a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Imported {
    /// The file's name.
    pub id: ArticleId,
    /// The folder's name.
    pub language: Language,
    /// What the file holds.
    pub text: String,
    /// How many sections it has.
    pub sections: usize,
    /// What was dropped and guessed: first what is about the whole, then by line.
    pub notes: Vec<Note>,
}

/// The text of an input.
///
/// # Errors
/// [`Refusal`] when it is too large or no text.
pub fn text_of(bytes: &[u8]) -> Result<&str, Refusal> {
    if bytes.len() as u64 > MAX_INPUT_BYTES {
        return Err(Refusal::TooLarge);
    }
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    // White space and the escape of coloured texts aside, text holds no controls.
    let control = |byte: &u8| *byte < 0x20 && !matches!(byte, b'\t' | b'\n' | b'\r' | 0x0B | 0x0C | 0x1B);
    if let Some(at) = bytes.iter().position(control) {
        return Err(Refusal::Binary(at + 1));
    }
    std::str::from_utf8(bytes).map_err(|error| {
        let before = bytes.get(..error.valid_up_to()).unwrap_or_default();
        Refusal::NotUtf8(before.iter().filter(|byte| **byte == b'\n').count() + 1)
    })
}

/// What a text is written in, by its file's name and else by its look.
pub fn format_of(name: &str, text: &str) -> Format {
    let ending = name.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase());
    match ending.as_deref() {
        Some("html" | "htm" | "xhtml") => return Format::Html,
        Some("md" | "markdown") => return Format::Markdown,
        _ => {}
    }
    const TAGS: [&str; 14] = [
        "<!doctype html",
        "<html",
        "<body",
        "<head",
        "<p>",
        "<p ",
        "<div",
        "<h1",
        "<h2",
        "<ul",
        "<br",
        "<script",
        "<article",
        "<span",
    ];
    let small = text.to_ascii_lowercase();
    if TAGS.iter().any(|tag| small.contains(tag)) {
        return Format::Html;
    }
    let is_heading = |line: &str| {
        let signs = line.chars().take_while(|c| *c == '#').count();
        (1..=6).contains(&signs) && line.chars().nth(signs) == Some(' ')
    };
    let front = text.lines().next().is_some_and(|line| line.trim_end() == "---");
    if front || text.lines().any(is_heading) { Format::Markdown } else { Format::Plain }
}

/// Makes an article of a page. `name` is the file's, empty for none; `language` what it is said to be in; only articles that are
/// `known` are named as related ones.
///
/// # Errors
/// [`Refusal`] when there is no article in it, or too much.
pub fn import(
    name: &str,
    text: &str,
    format: Format,
    language: Option<Language>,
    facets: &Facets,
    known: &Known,
) -> Result<Imported, Refusal> {
    let mut notes = Vec::new();
    // One sign ends a line, as everything below counts.
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let front = (format == Format::Markdown).then(|| front::read(&text, &mut notes));
    let mut page = match (&front, format) {
        (Some(front), _) => markdown::read(front.body, front.before),
        (None, Format::Html) => html::read(&text),
        (None, _) => plain::read(&text, &mut notes),
    };
    for line in &mut page.lines {
        restore_spaces(line, &mut notes);
    }
    let marked = page.lines.iter().any(|line| matches!(line.kind, Kind::Heading(2..)));
    let Page { lines, title: outside, address } = page;
    let mut cleaned = clean(lines, &mut notes);

    let own = front.as_ref().and_then(|front| front.article.as_ref());
    let given = own.zip(front.as_ref()).map(|(article, front)| (front.title_line, article.title.clone()));
    let firm = given.is_some();
    let outside =
        given.or_else(|| outside.map(|(line, title)| (line, title::without_site(&title, true).to_owned())));
    let found = title::take(&mut cleaned, outside, firm, &mut notes);
    if cleaned.lines.iter().all(Line::is_heading) {
        return Err(Refusal::Empty);
    }
    let language = language.unwrap_or_else(|| {
        let language = language_of(&cleaned.lines);
        notes.push(Note::guessed(None, Guess::Language(language.to_string())));
        language
    });
    let whole = found.unwrap_or_else(|| {
        let title = title_from_name(name);
        notes.push(Note::guessed(None, Guess::TitleFromName(title.clone())));
        title
    });
    let mut subject = if firm { whole.clone() } else { title::subject(&whole) };
    if subject != whole {
        notes.push(Note::guessed(None, Guess::Subject(whole.clone(), subject.clone())));
    }

    let namer = Namer::new(facets);
    headings::imply(&mut cleaned.lines, marked, &namer, &names::parts(&subject), &mut notes);
    let words: Vec<&str> = cleaned.lines.iter().map(|line| line.text.as_str()).collect();
    let lead = words.iter().take(LEAD_LINES).copied().collect::<Vec<_>>().join("\n");
    let foreign = names::in_brackets(&lead, &subject)
        .find_map(names::foreign)
        .or_else(|| names::or_behind(&lead, &subject).map(str::to_owned));
    if let Some(foreign) = foreign.filter(|_| names::latin_name(&subject).is_none()) {
        notes.push(Note::guessed(None, Guess::ForeignName(foreign.clone())));
        subject = format!("{subject} ({foreign})");
    }
    let mut aliases: Vec<String> = own.map(|article| article.aliases.clone()).unwrap_or_default();
    for alias in names::aliases(&subject, &lead, &words.join("\n")) {
        if !aliases.contains(&alias) {
            notes.push(Note::guessed(None, Guess::Alias(alias.clone())));
            aliases.push(alias);
        }
    }
    let mut subjects = names::parts(&subject);
    subjects.extend(aliases.iter().cloned());
    let outline = outline::outline(cleaned.lines, &namer, &subjects, &mut notes);
    let about_job =
        outline.sections.iter().any(|section| section.facet && OF_JOBS.contains(&section.id.as_str()));
    let is_role = match own.filter(|_| front.as_ref().is_some_and(|front| front.says_kind)) {
        Some(article) => article.kind == ArticleKind::Role,
        None => {
            notes.push(Note::guessed(None, if about_job { Guess::Role } else { Guess::Topic }));
            about_job
        }
    };
    let id = id(name, &subject);
    notes.push(Note::guessed(None, Guess::Id(id.to_string())));
    let short = names::parts(&subject).into_iter().next().unwrap_or_else(|| subject.clone());
    let questions = questions::propose(&outline, &short, &language);
    let kept = own
        .and_then(|article| article.sources.first())
        .and_then(|source| Some((source.title.as_str(), source.url.as_deref()?)));
    let mentioned = own.map(|article| article.related.as_slice()).unwrap_or_default();
    let related = Related::new(mentioned, &cleaned.teasers, &id, known);
    let guessed = related.guessed.iter();
    notes.extend(guessed.map(|(line, id)| Note::guessed(*line, Guess::Related(id.to_string()))));
    let text = write::write(&Draft {
        title: &subject,
        is_role,
        aliases: &aliases,
        related: &related,
        source: kept.or(address.as_deref().map(|address| (whole.as_str(), address))),
        questions: &questions,
        outline: &outline,
        language: &language,
    });
    if text.len() as u64 > MAX_ARTICLE_BYTES {
        return Err(Refusal::ArticleTooLarge);
    }
    let sections = outline.sections.len() + usize::from(!outline.lead.is_empty());
    notes.sort_by_key(|note| note.line);
    Ok(Imported { id, language, text, sections, notes })
}

/// So many lines from the top introduce the subject's names.
const LEAD_LINES: usize = 4;

/// Facets that only jobs have.
const OF_JOBS: [&str; 7] =
    ["duties", "skills", "qualifications", "salary", "career-path", "locations", "remote"];

/// A text with this share of Thai letters is Thai: foreign names and abbreviations take many letters.
const THAI_SHARE: f64 = 0.3;

fn language_of(lines: &[Line]) -> Language {
    let text: Vec<&str> = lines.iter().map(|line| line.text.as_str()).collect();
    let thai = thai_share(&text.join(" ")).is_some_and(|share| share >= THAI_SHARE);
    if thai { Language::thai() } else { Language::english() }
}

fn restore_spaces(line: &mut Line, notes: &mut Vec<Note>) {
    if matches!(line.kind, Kind::Code | Kind::Row(_)) {
        return;
    }
    let (text, count) = spaces::restore(&line.text);
    if count > 0 {
        notes.push(Note::guessed(line.number, Guess::Spaces(count)));
        line.text = text;
        line.markdown = line.markdown.as_deref().map(|markdown| spaces::restore(markdown).0);
    }
}

/// The file's name without folders and ending.
fn stem(name: &str) -> &str {
    let name = name.rsplit(['/', '\\']).next().unwrap_or(name);
    name.rsplit_once('.').map_or(name, |(stem, _)| stem)
}

fn title_from_name(name: &str) -> String {
    let words = line::tidy(&stem(name).replace(['-', '_'], " "));
    if words.is_empty() { "Untitled".to_owned() } else { words }
}

/// The article's id: from a name in Latin letters, else from the file's name.
fn id(name: &str, title: &str) -> ArticleId {
    let named = names::latin_name(title).and_then(|name| names::id(&name)).or_else(|| names::id(stem(name)));
    named.unwrap_or_else(ArticleId::imported)
}
