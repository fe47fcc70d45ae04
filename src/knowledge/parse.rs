//! One file to one article and all its problems. Pure; what spans several articles is checked in `across`.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::front_matter::{self, FrontMatter};
use super::headings::Headings;
use super::id::{ArticleId, Language};
use super::links::{Link, missing_section};
use super::model::{Article, Facets, Section, title_parts};
use super::names::name_key;
use super::problem::{Notes, Place, Problem};
use super::sections::{self, Body, Draft};
use super::source::SourceText;
use super::yaml;

/// The line above and below the front matter.
const FENCE: &str = "---";

/// Reads an article. `file` is its path for messages, `text` what it holds.
///
/// The article is there whenever it has a title, whatever problems there are: it must not be used when one of them is
/// an error.
pub fn parse(
    file: &str,
    id: ArticleId,
    language: Language,
    text: &str,
    facets: &Facets,
) -> (Option<Article>, Vec<Problem>) {
    let parsed = read(file, id, language, text, &Headings::new(facets));
    (parsed.article, parsed.problems)
}

/// An article with the places that checks across articles point to.
#[derive(Debug)]
pub(crate) struct Parsed {
    /// For messages.
    pub(crate) file: String,
    /// The file's name.
    pub(crate) id: ArticleId,
    /// What was understood.
    pub(crate) article: Option<Article>,
    /// Where the kind is said, else the title.
    pub(crate) kind_place: Place,
    /// What the article is called.
    pub(crate) names: Vec<Name>,
    /// Which articles it mentions.
    pub(crate) mentions: Vec<Mention>,
    /// What is wrong in this file alone.
    pub(crate) problems: Vec<Problem>,
}

/// How an article came to a name, the strongest claim first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Claim {
    /// It is the title without brackets.
    Title,
    /// It is listed in `aliases`.
    Alias,
    /// It stands in the title's brackets.
    Bracket,
    /// It names a term of a glossary.
    Term,
}

/// A name with its place.
#[derive(Debug)]
pub(crate) struct Name {
    pub(crate) text: String,
    /// See [`name_key`].
    pub(crate) key: String,
    pub(crate) claim: Claim,
    pub(crate) place: Place,
}

impl Name {
    fn new(text: &str, claim: Claim, place: Place) -> Self {
        Self { text: text.to_owned(), key: name_key(text), claim, place }
    }
}

/// Another article that is named in this one.
#[derive(Debug)]
pub(crate) struct Mention {
    pub(crate) article: ArticleId,
    pub(crate) section: Option<String>,
    pub(crate) place: Place,
    /// `related` or `a link`.
    pub(crate) holder: &'static str,
}

/// Reads an article with the places in it.
pub(crate) fn read(
    file: &str,
    id: ArticleId,
    language: Language,
    text: &str,
    facets: &Headings<'_>,
) -> Parsed {
    let source = SourceText::new(text);
    let mut notes = Notes::new(file, &source);
    let (front, body) = match split(&mut notes) {
        Some(parts) => {
            let tree = yaml::read(&mut notes, parts.yaml);
            let front = front_matter::read(&mut notes, &tree, &parts.fence);
            let body = sections::read(&mut notes, parts.body, front.kind, facets);
            check_questions(&mut notes, &front, &body.sections);
            if body.is_empty {
                notes.warning(
                    &parts.fence,
                    "an article without text",
                    "write below the front matter what it says",
                );
            }
            (front, body)
        }
        None => (FrontMatter::default(), Body::default()),
    };
    let names = names(&source, &front, &body);
    let mentions = mentions(&source, &front, body.links);
    let kind_place = source.place(front.kind_span.clone());
    let article = article(&source, file, id.clone(), language, front, body.sections);
    Parsed { file: file.to_owned(), id, article, kind_place, names, mentions, problems: notes.finish() }
}

/// A file's parts.
struct Parts {
    fence: Range<usize>,
    yaml: Range<usize>,
    body: Range<usize>,
}

/// Cuts the front matter from the body; reports one that is missing or has no end.
fn split(notes: &mut Notes<'_>) -> Option<Parts> {
    let source = notes.source();
    let is_fence = |line: &Range<usize>| source.part(line.clone()).trim_end() == FENCE;
    let mut lines = source.lines();
    let first = lines.next().unwrap_or_default();
    if !is_fence(&first) {
        let below = source.lines().find(|line| !source.part(line.clone()).trim().is_empty());
        let mend = match below {
            Some(line) if is_fence(&line) => "remove the empty lines above `---`",
            _ => "begin the file with three lines: `---`, `title: …` and `---`",
        };
        notes.error(&first, "no front matter", mend);
        return None;
    }
    let yaml_start = first.end;
    let Some(last) = lines.find(is_fence) else {
        notes.error(
            &first,
            "front matter without an end",
            "write `---` on a line of its own below the last key",
        );
        return None;
    };
    Some(Parts { fence: first, yaml: yaml_start..last.start, body: last.end..source.text().len() })
}

fn check_questions(notes: &mut Notes<'_>, front: &FrontMatter, sections: &[Draft]) {
    let ids: BTreeSet<&str> = sections.iter().map(|section| section.id.as_str()).collect();
    for (section, _) in &front.questions {
        if !ids.contains(section.value.as_str()) {
            let what = format!("questions for `{}`, which is no section here", section.value);
            let full = notes.is_full();
            let mend =
                if full { String::new() } else { missing_section(&section.value, ids.iter().copied()) };
            notes.error(&section.span, what, mend);
        }
    }
}

fn names(source: &SourceText<'_>, front: &FrontMatter, body: &Body) -> Vec<Name> {
    let mut names = Vec::new();
    if let Some(title) = &front.title {
        let place = source.place(title.span.clone());
        for (index, part) in title_parts(&title.value).into_iter().enumerate() {
            let claim = if index == 0 { Claim::Title } else { Claim::Bracket };
            names.push(Name::new(part, claim, place.clone()));
        }
    }
    for alias in &front.aliases {
        let place = source.place(alias.span.clone());
        names.push(Name::new(&alias.value, Claim::Alias, place));
    }
    for section in &body.sections {
        for name in &section.names {
            let place = source.place(section.span.clone());
            names.push(Name::new(name, Claim::Term, place));
        }
    }
    names
}

fn mentions(source: &SourceText<'_>, front: &FrontMatter, links: Vec<Link>) -> Vec<Mention> {
    let related = front.related.iter().map(|related| Mention {
        article: related.value.clone(),
        section: None,
        place: source.place(related.span.clone()),
        holder: "`related`",
    });
    let linked = links.into_iter().filter_map(|link| {
        let place = source.place(link.span);
        Some(Mention { article: link.article?, section: link.section, place, holder: "a link" })
    });
    related.chain(linked).collect()
}

fn article(
    source: &SourceText<'_>,
    file: &str,
    id: ArticleId,
    language: Language,
    front: FrontMatter,
    drafts: Vec<Draft>,
) -> Option<Article> {
    let mut questions: BTreeMap<String, Vec<String>> =
        front.questions.into_iter().map(|(section, questions)| (section.value, questions)).collect();
    let section = |draft: Draft| Section {
        questions: questions.remove(draft.id.as_str()).unwrap_or_default(),
        id: draft.id,
        heading: draft.heading,
        names: draft.names,
        text: draft.text,
        facet: draft.facet,
        line: source.line_of(draft.span.start),
    };
    let sections = drafts.into_iter().map(section).collect();
    Some(Article {
        id,
        language,
        file: file.to_owned(),
        title: front.title?.value,
        kind: front.kind,
        aliases: front.aliases.into_iter().map(|alias| alias.value).collect(),
        related: front.related.into_iter().map(|related| related.value).collect(),
        reviewed: front.reviewed,
        sources: front.sources,
        pay: front.pay,
        ladder: front.ladder,
        sections,
    })
}
