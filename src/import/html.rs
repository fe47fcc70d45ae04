//! HTML to lines, read as a stream of tokens: no tree is built, so no depth of nesting can overflow anything. Owns no
//! judgement about what belongs to the article beyond what its elements say.
//!
//! Scripts, styles, comments, frames and attributes are never looked at, save for the few attributes named here.

use std::collections::BTreeMap;

use html5gum::emitters::default::DefaultEmitter;
use html5gum::{EndTag, HtmlString, Spanned, StartTag, Token, Tokenizer};

use super::blocks::{Blocks, Look};
use super::line::{Page, Region, tidy};

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
    blocks: Blocks,
    title: Option<(usize, String)>,
    address: Option<String>,
    /// The element whose content is left out, and how many of its name are open.
    silent: Option<(String, usize)>,
    /// The open region: its element, how many of that name are open.
    region: Option<(String, usize)>,
    /// The title element is open.
    in_title: bool,
    in_strong: usize,
    in_link: bool,
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
            "br" if self.blocks.preformatted("\n") => {}
            "br" => self.blocks.flush(),
            "pre" => self.blocks.start_preformatted(self.line_of(tag.span.start)),
            "b" | "strong" => self.in_strong += 1,
            "a" => {
                self.blocks.start_link(self.in_link);
                self.in_link = true;
            }
            "tr" => self.blocks.start_row(),
            "td" | "th" => self.blocks.start_cell(),
            "table" => self.blocks.start_table(),
            "p" | "div" | "span" if self.blocks.in_cell() => self.blocks.space(),
            block if BLOCKS.contains(&block) => self.blocks.start_block(block),
            _ => {}
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
                self.in_link = false;
                self.blocks.end_link();
            }
            "td" | "th" => self.blocks.end_cell(),
            "tr" | "table" => {
                self.blocks.end_row();
                self.blocks.flush();
            }
            "p" | "div" if self.blocks.in_cell() => self.blocks.space(),
            "pre" => {
                self.blocks.end_preformatted();
                self.blocks.end_block("pre");
            }
            block if BLOCKS.contains(&block) => self.blocks.end_block(block),
            _ => {}
        }
        if let Some((open, depth)) = &mut self.region
            && *open == name
        {
            *depth -= 1;
            if *depth == 0 {
                self.blocks.end_region();
                self.region = None;
            }
        }
    }

    fn text(&mut self, text: &str, offset: usize) {
        if self.in_title {
            let title = tidy(text);
            if self.title.is_none() && !title.is_empty() {
                self.title = Some((self.line_of(offset), title));
            }
            return;
        }
        if self.silent.is_some() {
            return;
        }
        if self.blocks.preformatted(text) {
            return;
        }
        let Some(before) = text.find(|c: char| !c.is_whitespace()) else {
            self.blocks.space();
            return;
        };
        let look = Look { strong: self.in_strong > 0, linked: self.in_link };
        self.blocks.text(text, self.line_of(offset + before), look);
    }

    fn finish(mut self) -> Page {
        self.blocks.end_row();
        self.blocks.flush();
        Page { lines: self.blocks.finish(), title: self.title, address: self.address }
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
        if self.address.is_none() {
            self.address = address;
        }
    }

    fn enter_region(&mut self, name: &str, tag: &StartTag<usize>) {
        // A paragraph ends where the next block begins, closed or not.
        if BLOCKS.contains(&name) && self.region.as_ref().is_some_and(|(open, _)| open == "p") {
            self.blocks.end_region();
            self.region = None;
        }
        if let Some((open, depth)) = &mut self.region {
            // What belongs to the article ends a region that was never closed.
            if matches!(name, "main" | "article" | "h1") && matches!(open.as_str(), "nav" | "aside" | "form")
            {
                self.blocks.end_region();
                self.region = None;
            } else if *open == name && !tag.self_closing {
                *depth += 1;
            }
            return;
        }
        if let Some(region) = region(name, &tag.attributes).filter(|_| !tag.self_closing) {
            self.blocks.start_region(region);
            self.region = Some((name.to_owned(), 1));
        }
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
