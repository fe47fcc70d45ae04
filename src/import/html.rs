//! HTML to lines, read as a stream of tokens: no tree is built, so no depth of nesting can overflow anything. Owns no
//! judgement about what belongs to the article beyond what its elements say.
//!
//! Scripts, styles, comments, frames and attributes are never looked at, save for the few attributes named here.

use std::collections::BTreeMap;
use std::mem::take;

use html5gum::emitters::default::DefaultEmitter;
use html5gum::{EndTag, HtmlString, Spanned, StartTag, Token, Tokenizer};

use super::line::{Kind, Line, Page, Region, tidy};

/// Elements whose whole content is no text of the page.
const SILENT: [&str; 18] = [
    "script", "style", "noscript", "iframe", "template", "svg", "math", "object", "canvas", "audio", "video",
    "button", "select", "textarea", "head", "label", "datalist", "dialog",
];
/// Elements that begin a block of their own.
const BLOCKS: [&str; 35] = [
    "address",
    "article",
    "aside",
    "blockquote",
    "body",
    "caption",
    "center",
    "dd",
    "details",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hr",
    "html",
    "li",
    "main",
    "nav",
    "p",
    "pre",
    "section",
    "summary",
    "ul",
    "ol",
];
const DEEPEST: usize = 3;
/// A part of the page with more than this share of its letters is the page, whatever it calls itself.
const LARGE_SHARE: f64 = 0.5;

/// Reads HTML, however malformed.
pub(crate) fn read(html: &str) -> Page {
    let starts = std::iter::once(0).chain(html.match_indices('\n').map(|(at, _)| at + 1)).collect();
    let mut reader = Reader { starts, ..Reader::default() };
    let mut emitter = DefaultEmitter::<usize>::new_with_span();
    emitter.naively_switch_states(true);
    for token in Tokenizer::new_with_emitter(html, emitter) {
        match token {
            Ok(Token::StartTag(tag)) => reader.start(&tag),
            Ok(Token::EndTag(tag)) => reader.end(&tag),
            Ok(Token::String(text)) => reader.text(&String::from_utf8_lossy(&text.value), text.span.start),
            Ok(Token::Comment(_) | Token::Doctype(_) | Token::Error(_)) => {}
            Err(never) => match never {},
        }
    }
    reader.finish()
}

/// The bytes of a name or value as text.
fn text_of(bytes: &HtmlString) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

type Attributes = BTreeMap<HtmlString, Spanned<HtmlString, usize>>;

fn attribute(attributes: &Attributes, name: &str) -> Option<String> {
    attributes.get(name.as_bytes()).map(|value| text_of(&value.value))
}

#[derive(Default)]
struct Reader {
    /// Where each line of the input begins.
    starts: Vec<usize>,
    page: Page,
    /// The region that each line stands in, by number.
    regions: Vec<(Region, usize)>,
    /// The element whose content is left out, and how many of its name are open.
    silent: Option<(String, usize)>,
    /// The open region: its element, how many of that name are open.
    region: Option<(String, usize)>,
    /// The title element is open.
    in_title: bool,
    /// Text of the open block, with where it began.
    block: String,
    began: Option<usize>,
    kind: Option<Kind>,
    gap: bool,
    /// Letters of the block that are bold or linked.
    strong: usize,
    linked: usize,
    in_strong: usize,
    in_link: usize,
    after_link: bool,
    /// The open lists: the next number of ordered ones.
    lists: Vec<Option<u64>>,
    quotes: usize,
    /// The open row of a table.
    row: Option<Row>,
}

/// The cells of a row that have ended, and whether one is open.
#[derive(Default)]
struct Row {
    cells: Vec<String>,
    in_cell: bool,
}

impl Reader {
    fn line_of(&self, offset: usize) -> usize {
        self.starts.partition_point(|start| *start <= offset).max(1)
    }

    fn start(&mut self, tag: &StartTag<usize>) {
        let name = text_of(&tag.name);
        if let Some((open, depth)) = &mut self.silent {
            if *open == name && !tag.self_closing {
                *depth += 1;
            }
            if !ends_silence(open, &name) {
                self.of_head(&name, &tag.attributes);
                return;
            }
            self.silent = None;
        }
        self.of_head(&name, &tag.attributes);
        if SILENT.contains(&name.as_str()) && !tag.self_closing {
            self.silent = Some((name, 1));
            return;
        }
        self.enter_region(&name, tag);
        match name.as_str() {
            "title" => self.in_title = true,
            "br" => self.flush(),
            "b" | "strong" => self.in_strong += 1,
            "a" => self.in_link += 1,
            "tr" => {
                self.end_row();
                self.flush();
                self.row = Some(Row::default());
            }
            "td" | "th" => {
                if self.row.is_none() {
                    self.flush();
                }
                self.end_cell();
                self.row.get_or_insert_default().in_cell = true;
            }
            "table" => {
                self.layout_row();
                self.flush();
                self.gap = true;
            }
            "p" | "div" | "span" if self.in_cell() => self.space(),
            block if BLOCKS.contains(&block) => self.start_block(block),
            _ => {}
        }
    }

    fn start_block(&mut self, name: &str) {
        self.layout_row();
        self.flush();
        self.gap |= name != "li";
        match name {
            "ul" => self.lists.push(None),
            "ol" => self.lists.push(Some(1)),
            "li" => {
                let depth = self.lists.len().saturating_sub(1).min(DEEPEST);
                let number = self.lists.last_mut().and_then(Option::as_mut).map(|next| {
                    let number = *next;
                    *next += 1;
                    number
                });
                self.kind = Some(Kind::Item(depth, number));
            }
            "blockquote" => self.quotes += 1,
            _ => {}
        }
        if let Some(level) = heading_level(name) {
            self.kind = Some(Kind::Heading(level));
        }
    }

    fn end(&mut self, tag: &EndTag<usize>) {
        let name = text_of(&tag.name);
        if let Some((open, depth)) = &mut self.silent {
            if *open == name {
                *depth -= 1;
                if *depth == 0 {
                    self.silent = None;
                }
            }
            if name == "title" {
                self.in_title = false;
            }
            return;
        }
        match name.as_str() {
            "title" => self.in_title = false,
            "b" | "strong" => self.in_strong = self.in_strong.saturating_sub(1),
            "a" => {
                self.in_link = self.in_link.saturating_sub(1);
                self.after_link = self.in_link == 0;
            }
            "td" | "th" => self.end_cell(),
            "tr" | "table" => {
                self.end_row();
                self.flush();
            }
            "ul" | "ol" => {
                self.flush();
                self.lists.pop();
                self.gap = true;
            }
            "blockquote" => {
                self.flush();
                self.quotes = self.quotes.saturating_sub(1);
            }
            "p" | "div" if self.in_cell() => self.space(),
            block if BLOCKS.contains(&block) => {
                self.flush();
                self.kind = None;
                self.gap |= block != "li";
            }
            _ => {}
        }
        if let Some((open, depth)) = &mut self.region
            && *open == name
        {
            *depth -= 1;
            if *depth == 0 {
                self.flush();
                self.region = None;
            }
        }
    }

    fn text(&mut self, text: &str, offset: usize) {
        if self.in_title {
            let title = tidy(text);
            if self.page.title.is_none() && !title.is_empty() {
                self.page.title = Some((self.line_of(offset), title));
            }
            return;
        }
        if self.silent.is_some() {
            return;
        }
        let Some(before) = text.find(|c: char| !c.is_whitespace()) else {
            self.space();
            return;
        };
        if self.began.is_none() {
            self.began = Some(self.line_of(offset + before));
        }
        let sentence = text.starts_with(char::is_uppercase) && self.block.ends_with(char::is_lowercase);
        if self.after_link && sentence {
            self.block.push(' ');
        }
        self.after_link = false;
        let letters = text.chars().filter(|c| !c.is_whitespace()).count();
        self.strong += if self.in_strong > 0 { letters } else { 0 };
        self.linked += if self.in_link > 0 { letters } else { 0 };
        self.block.push_str(text);
    }

    fn space(&mut self) {
        if !self.block.is_empty() {
            self.block.push(' ');
        }
    }

    /// What the head says: another title, the page's address.
    fn of_head(&mut self, name: &str, attributes: &Attributes) {
        match name {
            // Its text is the document's title, not a picture's.
            "title" if self.silent.as_ref().is_none_or(|(open, _)| open == "head") => self.in_title = true,
            "meta" if attribute(attributes, "property").as_deref() == Some("og:url") => {
                self.address(attribute(attributes, "content"));
            }
            "link" if attribute(attributes, "rel").as_deref() == Some("canonical") => {
                self.address(attribute(attributes, "href"));
            }
            _ => {}
        }
    }

    fn address(&mut self, address: Option<String>) {
        let address = address.filter(|address| is_web_address(address));
        if self.page.address.is_none() {
            self.page.address = address;
        }
    }

    fn enter_region(&mut self, name: &str, tag: &StartTag<usize>) {
        // A paragraph ends where the next block begins, closed or not.
        if BLOCKS.contains(&name) && self.region.as_ref().is_some_and(|(open, _)| open == "p") {
            self.flush();
            self.region = None;
        }
        if let Some((open, depth)) = &mut self.region {
            // What belongs to the article ends a region that was never closed.
            if matches!(name, "main" | "article" | "h1") && matches!(open.as_str(), "nav" | "aside" | "form")
            {
                self.flush();
                self.region = None;
            } else if *open == name && !tag.self_closing {
                *depth += 1;
            }
            return;
        }
        if let Some(region) = region(name, &tag.attributes).filter(|_| !tag.self_closing) {
            self.flush();
            self.regions.push((region, 0));
            self.region = Some((name.to_owned(), 1));
        }
    }

    /// Ends the open block.
    fn flush(&mut self) {
        if self.in_cell() {
            self.space();
            return;
        }
        let text = tidy(&take(&mut self.block));
        let (strong, linked) = (take(&mut self.strong), take(&mut self.linked));
        self.after_link = false;
        let Some(number) = self.began.take().filter(|_| !text.is_empty()) else { return };
        let quoted = if self.quotes > 0 { Kind::Quote } else { Kind::Text };
        // What follows in the same item is a block of its own.
        let kind = match &self.kind {
            Some(Kind::Item(..)) => self.kind.take(),
            kind => kind.clone(),
        };
        let letters = text.chars().filter(|c| !c.is_whitespace()).count();
        let mut line = Line::new(number, kind.unwrap_or(quoted), text);
        line.gap = take(&mut self.gap);
        line.strong = strong >= letters;
        line.link = linked >= letters;
        self.push(line, letters);
    }

    fn push(&mut self, mut line: Line, letters: usize) {
        if self.region.is_some()
            && let Some((region, size)) = self.regions.last_mut()
        {
            line.region = Some(*region);
            *size += letters;
        }
        self.page.lines.push(line);
    }

    fn in_cell(&self) -> bool {
        self.row.as_ref().is_some_and(|row| row.in_cell)
    }

    fn end_cell(&mut self) {
        if let Some(row) = self.row.as_mut().filter(|row| row.in_cell) {
            row.cells.push(tidy(&take(&mut self.block)));
            row.in_cell = false;
        }
    }

    fn end_row(&mut self) {
        self.end_cell();
        let Some(Row { cells, .. }) = self.row.take() else { return };
        let number = self.began.take();
        (self.strong, self.linked) = (0, 0);
        let Some(number) = number else { return };
        let text = cells.join(" ").trim().to_owned();
        let letters = text.chars().filter(|c| !c.is_whitespace()).count();
        let kind = if cells.len() > 1 { Kind::Row(cells) } else { Kind::Text };
        let mut line = Line::new(number, kind, text);
        line.gap = take(&mut self.gap);
        if letters > 0 {
            self.push(line, letters);
        }
    }

    /// A cell that holds blocks only arranges the page: its row is none.
    fn layout_row(&mut self) {
        let Some(Row { cells, .. }) = self.row.take_if(|row| row.in_cell) else { return };
        let open = take(&mut self.block);
        for cell in cells.into_iter().chain([open]).filter(|cell| !cell.trim().is_empty()) {
            let number = self.began.unwrap_or(1);
            self.block = cell;
            self.began = Some(number);
            self.flush();
        }
        self.began = None;
    }

    fn finish(mut self) -> Page {
        self.end_row();
        self.flush();
        let total: usize = self.page.lines.iter().map(letters).sum();
        let large: Vec<Region> = self
            .regions
            .iter()
            .filter(|(_, size)| *size as f64 > total as f64 * LARGE_SHARE)
            .map(|(region, _)| *region)
            .collect();
        for line in &mut self.page.lines {
            if line.region.is_some_and(|region| large.contains(&region)) {
                line.region = None;
            }
        }
        self.page
    }
}

/// Whether an element that was never closed ends where another begins.
fn ends_silence(open: &str, next: &str) -> bool {
    match next {
        "body" | "main" | "article" | "h1" => true,
        "p" | "div" | "h2" | "h3" => matches!(open, "head" | "button" | "label" | "select" | "datalist"),
        _ => false,
    }
}

fn letters(line: &Line) -> usize {
    line.text.chars().filter(|c| !c.is_whitespace()).count()
}

fn heading_level(name: &str) -> Option<u8> {
    match name.as_bytes() {
        [b'h', level @ b'1'..=b'6'] => Some(level - b'0'),
        _ => None,
    }
}

/// Whether an address leads to the web, without anything that could end a link early.
pub(crate) fn is_web_address(address: &str) -> bool {
    let scheme = address.starts_with("https://") || address.starts_with("http://");
    scheme
        && address
            .bytes()
            .all(|b| b.is_ascii_graphic() && !matches!(b, b'<' | b'>' | b'(' | b')' | b'"' | b'\\'))
}

/// The part of the page that an element begins.
fn region(name: &str, attributes: &Attributes) -> Option<Region> {
    match name {
        "nav" | "menu" => return Some(Region::Navigation),
        "aside" => return Some(Region::Aside),
        "footer" => return Some(Region::Footer),
        "form" => return Some(Region::Form),
        "ins" => return None,
        _ => {}
    }
    let visible = attribute(attributes, "hidden").is_none()
        && attribute(attributes, "style")
            .is_none_or(|style| !style.replace(' ', "").contains("display:none"));
    if !visible {
        return Some(Region::Hidden);
    }
    if !matches!(name, "div" | "section" | "ul" | "ol" | "p" | "span") {
        return None;
    }
    match attribute(attributes, "role").as_deref() {
        Some("navigation") => return Some(Region::Navigation),
        Some("complementary") => return Some(Region::Aside),
        Some("contentinfo") => return Some(Region::Footer),
        _ => {}
    }
    let named = format!(
        "{} {}",
        attribute(attributes, "class").unwrap_or_default(),
        attribute(attributes, "id").unwrap_or_default()
    );
    named.split_whitespace().find_map(|name| match name.to_ascii_lowercase().as_str() {
        "ad" | "ads" | "advert" | "advertisement" | "ad-slot" | "ad-banner" | "adsbygoogle" | "sponsored" => {
            Some(Region::Advertisement)
        }
        "sidebar" => Some(Region::Aside),
        "breadcrumb" | "breadcrumbs" | "menu" | "nav" | "pagination" | "toc" => Some(Region::Navigation),
        "share" | "social" | "social-share" | "share-buttons" | "social-links" => Some(Region::Social),
        "newsletter" | "cookie-banner" | "cookies" | "comments" | "footer" => Some(Region::Footer),
        "related" | "related-posts" | "related-articles" | "recommended" | "read-more" => {
            Some(Region::Related)
        }
        _ => None,
    })
}
