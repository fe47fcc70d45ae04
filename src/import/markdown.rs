//! Markdown to lines. HTML in it is left out, links keep their address only where it leads to the web. Owns no
//! judgement about what belongs to the article.

#![allow(
    clippy::similar_names,
    clippy::struct_excessive_bools,
    clippy::collapsible_match,
    reason = "what the parser is inside of"
)]

use std::mem::take;
use std::ops::Range;

use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};

use super::html::is_web_address;
use super::line::{Kind, Line, Page, tidy};
use super::safe::{escape, escape_start};

const DEEPEST: usize = 3;
/// Elements whose content is no text.
const SILENT: [&str; 4] = ["<script", "<style", "<iframe", "<noscript"];

/// Reads Markdown without its front matter; `before` is how many lines stood above it.
pub(crate) fn read(text: &str, before: usize) -> Page {
    let starts: Vec<usize> =
        std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect();
    let mut reader = Reader { starts, before, ..Reader::default() };
    let options = Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_HEADING_ATTRIBUTES;
    for (event, span) in Parser::new_ext(text, options).into_offset_iter() {
        reader.take(event, &span);
    }
    reader.flush();
    reader.page
}

#[derive(Default)]
struct Reader {
    starts: Vec<usize>,
    before: usize,
    page: Page,
    kind: Option<Kind>,
    began: Option<usize>,
    text: String,
    markdown: String,
    gap: bool,
    lists: Vec<Option<u64>>,
    quotes: usize,
    /// The content of a script or the like is being read.
    silent: bool,
    /// Ends of the open links: what closes each.
    links: Vec<String>,
    row: Option<Vec<String>>,
    code: bool,
    strong: usize,
    in_strong: bool,
}

impl Reader {
    fn line_of(&self, offset: usize) -> usize {
        self.before + self.starts.partition_point(|start| *start <= offset).max(1)
    }

    fn take(&mut self, event: Event<'_>, span: &Range<usize>) {
        match event {
            Event::Html(html) | Event::InlineHtml(html) => self.html(&html),
            _ if self.silent => {}
            Event::Start(tag) => self.start(tag, span),
            Event::End(tag) => self.end(tag),
            Event::Text(words) if self.code => {
                let from = self.line_of(span.start);
                for (index, line) in words.lines().enumerate() {
                    let line: String = line.chars().filter(|c| !c.is_control()).collect();
                    self.page.lines.push(Line::new(from + index, Kind::Code, line));
                }
            }
            Event::Text(words) => self.words(&words, &escape_inside(&words), span),
            Event::Code(words) => {
                let plain = tidy(&words).replace('`', "'");
                self.words(&plain, &format!("`{plain}`"), span);
            }
            Event::SoftBreak => self.words(" ", " ", span),
            Event::HardBreak if self.row.is_none() => {
                let kind = self.kind.clone();
                self.flush();
                self.kind = kind.filter(|kind| *kind == Kind::Text);
            }
            _ => {}
        }
    }

    fn html(&mut self, html: &str) {
        let small = html.to_ascii_lowercase();
        let opens = SILENT.iter().filter_map(|tag| small.rfind(tag)).max();
        let closes = SILENT.iter().filter_map(|tag| small.rfind(&tag.replace('<', "</"))).max();
        match (opens, closes) {
            (Some(opened), closed) if closed.is_none_or(|closed| closed < opened) => self.silent = true,
            (_, Some(_)) => self.silent = false,
            _ if small.starts_with("<br") => self.words(" ", " ", &(0..0)),
            _ => {}
        }
    }

    fn start(&mut self, tag: Tag<'_>, span: &Range<usize>) {
        match tag {
            Tag::Heading { level, .. } => {
                self.flush();
                self.gap = true;
                self.kind = Some(Kind::Heading(level_of(level)));
            }
            Tag::Paragraph => {
                if !matches!(self.kind, Some(Kind::Item(..))) || !self.text.is_empty() {
                    self.flush();
                    self.gap |= self.lists.is_empty();
                    self.kind.get_or_insert(if self.quotes > 0 { Kind::Quote } else { Kind::Text });
                }
            }
            Tag::List(first) => {
                self.flush();
                self.gap = true;
                self.lists.push(first);
            }
            Tag::Item => {
                self.flush();
                let depth = self.lists.len().saturating_sub(1).min(DEEPEST);
                let number = self.lists.last_mut().and_then(Option::as_mut).map(|next| {
                    let number = *next;
                    *next = next.saturating_add(1);
                    number
                });
                self.kind = Some(Kind::Item(depth, number));
            }
            Tag::BlockQuote(_) => {
                self.flush();
                self.quotes += 1;
            }
            Tag::CodeBlock(_) => {
                self.flush();
                self.code = true;
            }
            Tag::TableHead | Tag::TableRow => {
                self.flush();
                self.row = Some(Vec::new());
                self.began = Some(self.line_of(span.start));
            }
            Tag::Strong => {
                self.in_strong = true;
                self.markdown.push_str("**");
            }
            Tag::Emphasis => self.markdown.push('*'),
            Tag::Link { dest_url, .. } => {
                let keep = is_web_address(&dest_url);
                self.markdown.push_str(if keep { "[" } else { "" });
                self.links.push(if keep { format!("]({dest_url})") } else { String::new() });
            }
            Tag::HtmlBlock => self.flush(),
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Heading(_) | TagEnd::Paragraph | TagEnd::Item => self.flush(),
            TagEnd::List(_) => {
                self.flush();
                self.lists.pop();
                self.gap = true;
            }
            TagEnd::BlockQuote(_) => {
                self.flush();
                self.quotes = self.quotes.saturating_sub(1);
            }
            TagEnd::CodeBlock => self.code = false,
            TagEnd::TableCell => {
                let cell = tidy(&take(&mut self.text));
                self.markdown.clear();
                if let Some(row) = &mut self.row {
                    row.push(cell);
                }
            }
            TagEnd::TableHead | TagEnd::TableRow => self.end_row(),
            TagEnd::Strong => {
                self.in_strong = false;
                self.markdown.push_str("**");
            }
            TagEnd::Emphasis => self.markdown.push('*'),
            TagEnd::Link => self.markdown.push_str(&self.links.pop().unwrap_or_default()),
            _ => {}
        }
    }

    fn words(&mut self, words: &str, markdown: &str, span: &Range<usize>) {
        if self.began.is_none() && !words.trim().is_empty() {
            self.began = Some(self.line_of(span.start));
        }
        if self.in_strong {
            self.strong += words.chars().filter(|c| !c.is_whitespace()).count();
        }
        self.text.push_str(words);
        self.markdown.push_str(markdown);
    }

    fn flush(&mut self) {
        let text = tidy(&take(&mut self.text));
        let markdown = tidy(&take(&mut self.markdown));
        let strong = take(&mut self.strong);
        let kind = self.kind.take();
        let Some(number) = self.began.take().filter(|_| !text.is_empty()) else { return };
        let mut line = Line::new(number, kind.unwrap_or(Kind::Text), text);
        line.gap = take(&mut self.gap);
        line.strong = strong >= line.text.chars().filter(|c| !c.is_whitespace()).count();
        line.link =
            markdown.starts_with('[') && markdown.ends_with(')') && markdown.matches("](").count() == 1;
        line.markdown = Some(escape_start(&markdown));
        self.page.lines.push(line);
    }

    fn end_row(&mut self) {
        let Some(row) = self.row.take() else { return };
        let number = self.began.take().unwrap_or(1);
        let text = row.join(" ").trim().to_owned();
        let kind = if row.len() > 1 { Kind::Row(row) } else { Kind::Text };
        if !text.is_empty() {
            let mut line = Line::new(number, kind, text);
            line.gap = take(&mut self.gap);
            self.page.lines.push(line);
        }
    }
}

/// Escapes what stands inside a line: its start is looked at once the line is whole.
fn escape_inside(words: &str) -> String {
    // A letter in front keeps the start from being taken for that of a line.
    let escaped = escape(&format!("x{words}"));
    escaped.strip_prefix('x').unwrap_or(&escaped).to_owned()
}

fn level_of(level: HeadingLevel) -> u8 {
    match level {
        HeadingLevel::H1 => 1,
        HeadingLevel::H2 => 2,
        HeadingLevel::H3 => 3,
        HeadingLevel::H4 => 4,
        HeadingLevel::H5 => 5,
        HeadingLevel::H6 => 6,
    }
}
