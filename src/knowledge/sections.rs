//! The body of an article cut into sections, and what in it would not work where answers are shown. Owns no front
//! matter.
//!
//! A section begins at a heading of the second level that stands in no list or quote. Deeper headings belong to it. A
//! heading of the first level at the very top repeats the title and is left out; anywhere else it begins a section.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use pulldown_cmark::{CowStr, Event, HeadingLevel, LinkType, Options, Parser, Tag, TagEnd};

use super::headings::Headings;
use super::id::{FacetId, SectionId};
use super::links::{self, Link};
use super::model::ArticleKind;
use super::names::term_names;
use super::problem::Notes;

/// A section before the front matter's sample questions are added.
#[derive(Debug)]
pub(crate) struct Draft {
    /// Unique in the body.
    pub(crate) id: SectionId,
    /// Plain text; empty for the text before the first heading.
    pub(crate) heading: String,
    /// In a glossary: the term and its other names.
    pub(crate) names: Vec<String>,
    /// The Markdown, line ends made LF.
    pub(crate) text: String,
    /// The facet that the section answers.
    pub(crate) facet: Option<FacetId>,
    /// The heading; for the text before the first heading, where it starts.
    pub(crate) span: Range<usize>,
}

/// What was read of a body.
#[derive(Debug, Default)]
pub(crate) struct Body {
    /// In the order of the file.
    pub(crate) sections: Vec<Draft>,
    /// Links to articles.
    pub(crate) links: Vec<Link>,
    /// Whether nothing is written in it.
    pub(crate) is_empty: bool,
}

/// Reads the body of an article of this kind.
pub(crate) fn read(
    notes: &mut Notes<'_>,
    part: Range<usize>,
    kind: ArticleKind,
    facets: &Headings<'_>,
) -> Body {
    let mut outline = Outline::default();
    outline.read(notes, &part);
    let Outline { mut headings, links, .. } = outline;

    let mut intro_start = part.start;
    let title_on_top = headings.first().is_some_and(|first| {
        first.level == HeadingLevel::H1 && notes.source().part(part.start..first.span.start).trim().is_empty()
    });
    if title_on_top {
        let title = headings.remove(0);
        notes.hint(&title.span, "the title stands in the front matter already", "remove this heading");
        intro_start = title.span.end;
    }

    let mut sections = Sections { kind, facets, list: Vec::new(), lines: BTreeMap::new() };
    let intro_end = headings.first().map_or(part.end, |first| first.span.start);
    sections.add_intro(notes, intro_start..intro_end);
    for (index, heading) in headings.iter().enumerate() {
        let end = headings.get(index + 1).map_or(part.end, |next| next.span.start);
        sections.add(notes, heading, heading.span.end..end);
    }
    let sections = sections.list;
    let is_empty = sections.is_empty() && headings.is_empty();
    let ids: BTreeSet<&str> = sections.iter().map(|section| section.id.as_str()).collect();
    let links = links.into_iter().filter(|link| links::leads_elsewhere(notes, link, &ids)).collect();
    Body { sections, links, is_empty }
}

/// A heading that begins a section.
struct Heading {
    level: HeadingLevel,
    /// All of it, to the end of its last line.
    span: Range<usize>,
    /// Its words without emphasis and attributes.
    words: String,
    id: Option<String>,
    /// Whether braces hold more than an id.
    has_more_attributes: bool,
}

/// Everything in a body that has a place: headings, links, HTML.
#[derive(Default)]
struct Outline {
    headings: Vec<Heading>,
    links: Vec<Link>,
    /// The heading that is being read.
    open: Option<Heading>,
    /// How many lists, quotes and notes are open.
    depth: usize,
}

impl Outline {
    fn read(&mut self, notes: &mut Notes<'_>, part: &Range<usize>) {
        let options =
            Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_HEADING_ATTRIBUTES;
        let text = notes.source().part(part.clone());
        for (event, range) in Parser::new_ext(text, options).into_offset_iter() {
            self.take(notes, event, part.start + range.start..part.start + range.end);
        }
    }

    fn take(&mut self, notes: &mut Notes<'_>, event: Event<'_>, span: Range<usize>) {
        match event {
            Event::Start(Tag::Heading { level, id, classes, attrs }) if self.depth == 0 => {
                if matches!(level, HeadingLevel::H1 | HeadingLevel::H2) {
                    let has_more_attributes = !classes.is_empty() || !attrs.is_empty();
                    let id = id.map(CowStr::into_string);
                    self.open = Some(Heading { level, span, words: String::new(), id, has_more_attributes });
                }
            }
            Event::End(TagEnd::Heading(_)) => self.headings.extend(self.open.take()),
            Event::Start(Tag::BlockQuote(_) | Tag::List(_) | Tag::FootnoteDefinition(_)) => self.depth += 1,
            Event::End(TagEnd::BlockQuote(_) | TagEnd::List(_) | TagEnd::FootnoteDefinition) => {
                self.depth -= 1;
            }
            Event::Start(Tag::Link { link_type, dest_url, .. } | Tag::Image { link_type, dest_url, .. }) => {
                let by_reference =
                    matches!(link_type, LinkType::Reference | LinkType::Collapsed | LinkType::Shortcut);
                self.links.extend(links::read(notes, &dest_url, by_reference, span));
            }
            Event::Start(Tag::HtmlBlock) => html(notes, &span),
            // One problem for both ends of `<b>…</b>`.
            Event::InlineHtml(tag) if !tag.starts_with("</") => html(notes, &span),
            Event::Text(words) | Event::Code(words) => self.add_words(&words),
            Event::SoftBreak | Event::HardBreak => self.add_words(" "),
            _ => {}
        }
    }

    fn add_words(&mut self, words: &str) {
        if let Some(heading) = &mut self.open {
            heading.words.push_str(words);
        }
    }
}

fn html(notes: &mut Notes<'_>, span: &Range<usize>) {
    let text = notes.source().part(span.clone());
    let first_line = span.start..span.start + text.lines().next().unwrap_or_default().trim_end().len();
    let mend = "write Markdown, or put code between backticks";
    notes.warning(&first_line, "HTML shows as it is written", mend);
}

/// The sections so far, with the line of each id's heading.
struct Sections<'f> {
    kind: ArticleKind,
    facets: &'f Headings<'f>,
    list: Vec<Draft>,
    lines: BTreeMap<SectionId, usize>,
}

impl Sections<'_> {
    /// The text before the first heading, if there is any.
    fn add_intro(&mut self, notes: &Notes<'_>, part: Range<usize>) {
        let written = notes.source().part(part.clone());
        let text = markdown(written);
        if text.is_empty() {
            return;
        }
        let start = part.start + (written.len() - written.trim_start().len());
        let id = SectionId::definition();
        self.lines.insert(id.clone(), notes.source().line_of(start));
        let facet = self.facets.get(id.as_str()).map(|facet| facet.id.clone());
        let (heading, names) = (String::new(), Vec::new());
        self.list.push(Draft { id, heading, names, text, facet, span: start..start });
    }

    fn add(&mut self, notes: &mut Notes<'_>, heading: &Heading, part: Range<usize>) {
        let span = trimmed(notes, &heading.span);
        let words = heading.words.split_whitespace().collect::<Vec<_>>().join(" ");
        if heading.level == HeadingLevel::H1 {
            notes.warning(&span, "a heading of the first level inside the text", "begin a section with `##`");
        }
        if heading.has_more_attributes {
            notes.warning(&span, "braces that hold more than an id", "write only `{#id}` after the heading");
        }
        if words.is_empty() {
            notes.error(
                &span,
                "a heading without words",
                "name what the section is about, or remove the heading",
            );
            return;
        }
        let names = if self.kind == ArticleKind::Glossary { term_names(&words) } else { Vec::new() };
        let facet = self.facet(heading, &words);
        let Some(id) = self.id(notes, heading, &words, facet.as_ref(), &span) else { return };
        self.lines.insert(id.clone(), notes.source().line_of(span.start));
        let text = markdown(notes.source().part(part));
        if text.is_empty() {
            notes.warning(&span, "a section without text", "write its text, or remove the heading");
        }
        self.list.push(Draft { id, heading: words, names, text, facet, span });
    }

    /// The facet with the section's written id, else the one that the heading names. Terms of a glossary have none:
    /// a term "Salary" explains the word.
    fn facet(&self, heading: &Heading, words: &str) -> Option<FacetId> {
        if self.kind == ArticleKind::Glossary {
            return None;
        }
        let by_id = heading.id.as_deref().and_then(|id| self.facets.get(id));
        by_id.or_else(|| self.facets.named(words)).map(|facet| facet.id.clone())
    }

    /// The written id, else the facet's, else one made from the heading; `None` (reported) when it is taken or none.
    fn id(
        &self,
        notes: &mut Notes<'_>,
        heading: &Heading,
        words: &str,
        facet: Option<&FacetId>,
        span: &Range<usize>,
    ) -> Option<SectionId> {
        let taken = |id: &SectionId| self.lines.get(id).copied();
        let Some(written) = &heading.id else {
            // A second heading that names the same facet gets an id of its own.
            let of_facet = facet.and_then(|facet| SectionId::parse(facet.as_str()).ok());
            if let Some(id) = of_facet.filter(|id| taken(id).is_none()) {
                return Some(id);
            }
            let Some(id) = SectionId::from_heading(words) else {
                notes.error(span, "a heading without letters", "add some, or an id such as `{#more}`");
                return None;
            };
            let Some(line) = taken(&id) else { return Some(id) };
            let what = format!("a second section `{id}`, the first is in line {line}");
            notes.error(span, what, "give each its own id, as in `## Heading {#its-id}`");
            return None;
        };
        let at = id_span(notes, span, written);
        let Ok(id) = SectionId::parse(written) else {
            let what = format!("`{written}` is no section id");
            notes.error(&at, what, "use letters, digits and - only, without spaces");
            return None;
        };
        let Some(line) = taken(&id) else { return Some(id) };
        let intro = self.list.first().is_some_and(|first| first.id == id && first.heading.is_empty());
        if intro {
            let what = format!(
                "a second section `{id}`: the text before the first heading is the first, in line {line}"
            );
            notes.error(&at, what, "put the two together, or give this one another id");
        } else {
            let what = format!("a second section `{id}`, the first is in line {line}");
            notes.error(&at, what, "give each section its own id");
        }
        None
    }
}

/// Where a written id stands in its heading, with its `#`.
fn id_span(notes: &Notes<'_>, heading: &Range<usize>, id: &str) -> Range<usize> {
    let written = format!("#{id}");
    let found = notes.source().part(heading.clone()).rfind(&written);
    found.map_or_else(|| heading.clone(), |at| heading.start + at..heading.start + at + written.len())
}

/// The span without the white space at its end.
fn trimmed(notes: &Notes<'_>, span: &Range<usize>) -> Range<usize> {
    span.start..span.start + notes.source().part(span.clone()).trim_end().len()
}

/// The Markdown of a section as it is kept: trimmed, every line end made LF.
fn markdown(written: &str) -> String {
    let written = written.trim();
    if written.contains('\r') {
        written.replace("\r\n", "\n").replace('\r', "\n")
    } else {
        written.to_owned()
    }
}
