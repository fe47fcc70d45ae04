//! From an article's Markdown to the Markdown that Discord shows: tables, images, HTML and deep headings become
//! something readable, and what only looks like markup is escaped. Pure text in, text out; owns no limit.

use std::fmt::Write as _;

use pulldown_cmark::{CodeBlockKind, Event, HeadingLevel, Options, Parser, Tag, TagEnd, TextMergeStream};

/// What becomes of links.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Links {
    /// They stay links.
    Keep,
    /// Only their text stays, where the text may be cut in the middle of them.
    TextOnly,
    /// They stay links without a preview, which Discord adds to links in a message's content unless their addresses
    /// stand in angle brackets.
    Quiet,
}

/// The text as Discord shows it, without white space around it.
pub(crate) fn for_discord(markdown: &str, links: Links) -> String {
    let mut writer = Writer { links, ..Writer::default() };
    let parser = Parser::new_ext(markdown, Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH);
    TextMergeStream::new(parser).for_each(|event| writer.event(event));
    writer.out.trim().to_owned()
}

/// The text with everything that Discord reads as markup made literal. For texts that hold no markup.
pub(crate) fn escape(text: &str) -> String {
    escape_from(text, true, Links::Keep)
}

/// The same for a text that may stand behind others; marks that open a block are literal only at a line's start.
fn escape_from(text: &str, mut line_start: bool, links: Links) -> String {
    let mut out = String::with_capacity(text.len());
    for word in text.split_inclusive(char::is_whitespace) {
        // An address must stay as it is: Discord shows a backslash inside it.
        if word.starts_with("https://") || word.starts_with("http://") {
            let address = word.trim_end();
            match links {
                Links::Keep | Links::TextOnly => out.push_str(word),
                Links::Quiet => {
                    let _ = write!(out, "<{address}>{}", word.strip_prefix(address).unwrap_or_default());
                }
            }
        } else {
            escape_word(word, line_start, &mut out);
        }
        line_start = word.ends_with('\n') || line_start && word.trim().is_empty();
    }
    out
}

fn escape_word(word: &str, line_start: bool, out: &mut String) {
    let numbered = word
        .trim_end()
        .strip_suffix('.')
        .is_some_and(|number| !number.is_empty() && number.chars().all(|c| c.is_ascii_digit()));
    for (index, c) in word.chars().enumerate() {
        let opens_a_block =
            line_start && (index == 0 && matches!(c, '#' | '>' | '-' | '+') || numbered && c == '.');
        if opens_a_block || matches!(c, '\\' | '*' | '_' | '~' | '|' | '`' | '<' | '[' | ']') {
            out.push('\\');
        }
        out.push(c);
    }
}

/// Builds the text. Lines inside a quote or a list start with `prefix`.
#[derive(Debug)]
struct Writer {
    out: String,
    links: Links,
    /// Open lists, outermost first: the next number, or `None` for bullets.
    lists: Vec<Option<u64>>,
    quotes: usize,
    in_code: bool,
    /// The address of the open link, when it will be shown.
    link: Option<String>,
    images: usize,
    bold_heading: bool,
    table: Table,
}

/// The table being read: Discord shows none, so that each row becomes a line.
#[derive(Debug, Default)]
struct Table {
    head: Vec<String>,
    row: Vec<String>,
    /// Where the open cell began in the output.
    cell_start: Option<usize>,
}

impl Default for Writer {
    fn default() -> Self {
        Self {
            out: String::new(),
            links: Links::Keep,
            lists: Vec::new(),
            quotes: 0,
            in_code: false,
            link: None,
            images: 0,
            bold_heading: false,
            table: Table::default(),
        }
    }
}

impl Writer {
    fn event(&mut self, event: Event<'_>) {
        match event {
            Event::Start(tag) => self.start(tag),
            Event::End(tag) => self.end(tag),
            Event::Text(text) if self.in_code => self.lines(&text),
            Event::Text(text) => self.text(&text),
            Event::Code(code) => self.code(&code),
            Event::SoftBreak | Event::HardBreak if self.table.cell_start.is_some() => self.out.push(' '),
            Event::SoftBreak | Event::HardBreak => self.line(),
            Event::Rule => self.block(),
            // Tags have no meaning on Discord; the rest needs options that are not set.
            _ => {}
        }
    }

    fn start(&mut self, tag: Tag<'_>) {
        match tag {
            Tag::Paragraph | Tag::HtmlBlock | Tag::Table(_) => self.block(),
            Tag::Heading { level, .. } => self.heading(level),
            Tag::BlockQuote(_) => {
                self.block();
                self.quotes += 1;
                if !self.out.ends_with("> ") {
                    self.out.push_str("> ");
                }
            }
            Tag::CodeBlock(kind) => {
                self.block();
                self.in_code = true;
                let language = match &kind {
                    CodeBlockKind::Fenced(language) => language.split_whitespace().next().unwrap_or_default(),
                    CodeBlockKind::Indented => "",
                };
                let _ = writeln!(self.out, "```{}", language.replace('`', ""));
            }
            Tag::List(first) => {
                if self.lists.is_empty() {
                    self.block();
                }
                self.lists.push(first);
            }
            Tag::Item => self.item(),
            Tag::TableCell => self.table.cell_start = Some(self.out.len()),
            Tag::Emphasis => self.out.push('*'),
            Tag::Strong => self.out.push_str("**"),
            Tag::Strikethrough => self.out.push_str("~~"),
            Tag::Link { dest_url, .. } => self.open_link(&dest_url),
            Tag::Image { .. } => self.images += 1,
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Heading(_) if std::mem::take(&mut self.bold_heading) => self.out.push_str("**"),
            TagEnd::BlockQuote(_) => self.quotes = self.quotes.saturating_sub(1),
            TagEnd::CodeBlock => {
                self.in_code = false;
                if !self.out.ends_with('\n') {
                    self.line();
                }
                self.out.push_str("```");
            }
            TagEnd::List(_) => {
                self.lists.pop();
            }
            TagEnd::TableCell => self.close_cell(),
            TagEnd::TableHead => self.table.head = std::mem::take(&mut self.table.row),
            TagEnd::TableRow => self.close_row(),
            TagEnd::Table => self.table = Table::default(),
            TagEnd::Emphasis => self.out.push('*'),
            TagEnd::Strong => self.out.push_str("**"),
            TagEnd::Strikethrough => self.out.push_str("~~"),
            TagEnd::Link => {
                if let Some(url) = self.link.take() {
                    let _ = match self.links {
                        Links::Keep | Links::TextOnly => write!(self.out, "]({url})"),
                        Links::Quiet => write!(self.out, "](<{url}>)"),
                    };
                }
            }
            TagEnd::Image => self.images = self.images.saturating_sub(1),
            _ => {}
        }
    }

    /// Discord knows three sizes of headings; deeper ones are bold.
    fn heading(&mut self, level: HeadingLevel) {
        self.block();
        if matches!(level, HeadingLevel::H1 | HeadingLevel::H2 | HeadingLevel::H3) {
            self.out.push_str("### ");
        } else {
            self.bold_heading = true;
            self.out.push_str("**");
        }
    }

    fn item(&mut self) {
        let depth = self.lists.len().saturating_sub(1);
        if self.out.is_empty() || self.out.ends_with('\n') || self.out.ends_with("> ") {
            self.out.push_str(&"  ".repeat(depth));
        } else {
            self.line_at(depth);
        }
        match self.lists.last_mut() {
            Some(Some(number)) => {
                let _ = write!(self.out, "{number}. ");
                *number = number.saturating_add(1);
            }
            _ => self.out.push_str("- "),
        }
    }

    fn open_link(&mut self, url: &str) {
        let web = url.starts_with("https://") || url.starts_with("http://");
        // A bracket or a space would end the address too early.
        let plain = !url.contains(|c: char| c.is_whitespace() || matches!(c, '(' | ')' | '<' | '>'));
        if web && plain && self.links != Links::TextOnly && self.images == 0 {
            self.link = Some(url.to_owned());
            self.out.push('[');
        }
    }

    fn text(&mut self, text: &str) {
        let at_line_start =
            self.out.is_empty() || ["\n", "> ", "- ", ". "].iter().any(|opening| self.out.ends_with(opening));
        // The text of a link is no address of its own.
        let links = if self.link.is_some() { Links::Keep } else { self.links };
        self.out.push_str(&escape_from(text, at_line_start, links));
    }

    fn code(&mut self, code: &str) {
        let code = code.replace('`', "'");
        let _ = write!(self.out, "`{code}`");
    }

    fn lines(&mut self, text: &str) {
        self.out.push_str(&text.replace("```", "'''"));
    }

    fn close_cell(&mut self) {
        let Some(start) = self.table.cell_start.take() else { return };
        let cell = self.out.get(start..).unwrap_or_default().trim().to_owned();
        self.out.truncate(start);
        self.table.row.push(cell);
    }

    /// `| Level | Pay |` and `| Junior | 45,000 |` become `- **Junior** · Pay: 45,000`.
    fn close_row(&mut self) {
        let row = std::mem::take(&mut self.table.row);
        let mut cells = row.iter().enumerate().filter(|(_, cell)| !cell.is_empty());
        let Some((_, first)) = cells.next() else { return };
        if !self.out.is_empty() && !self.out.ends_with('\n') {
            self.line();
        }
        let _ = write!(self.out, "- **{}**", first.replace("**", ""));
        for (index, cell) in cells {
            match self.table.head.get(index).filter(|name| !name.is_empty()) {
                Some(name) => {
                    let _ = write!(self.out, " · {name}: {cell}");
                }
                None => {
                    let _ = write!(self.out, " · {cell}");
                }
            }
        }
    }

    /// Starts a block: an empty line apart from what stands before, unless it opens a list item or a quote.
    fn block(&mut self) {
        let opened = ["- ", "> ", ". "].iter().any(|mark| self.out.ends_with(mark)) || self.out.is_empty();
        if opened {
            return;
        }
        if self.lists.is_empty() {
            while !self.out.ends_with("\n\n") {
                self.out.push('\n');
            }
            self.out.push_str(&"> ".repeat(self.quotes.min(1)));
        } else {
            self.line();
        }
    }

    /// Starts a line inside a block.
    fn line(&mut self) {
        self.line_at(self.lists.len());
    }

    fn line_at(&mut self, depth: usize) {
        self.out.push('\n');
        // Discord knows one level of quotes only.
        self.out.push_str(&"> ".repeat(self.quotes.min(1)));
        self.out.push_str(&"  ".repeat(depth));
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[track_caller]
    fn check(cases: &[(&str, &str)]) {
        for (markdown, expected) in cases {
            assert_eq!(for_discord(markdown, Links::Keep), *expected, "from {markdown:?}");
        }
    }

    #[test]
    fn what_discord_knows_stays() {
        check(&[
            ("", ""),
            ("หนึ่ง\n\nสอง", "หนึ่ง\n\nสอง"),
            ("a *b* **c** ~~d~~ `e`", "a *b* **c** ~~d~~ `e`"),
            ("- a\n- b\n  - c\n- d", "- a\n- b\n  - c\n- d"),
            ("3. a\n4. b", "3. a\n4. b"),
            ("> a\n> b", "> a\n> b"),
            ("> a\n>> b\n\nc", "> a\n\n> b\n\nc"),
            ("- a\n\n  b\n- c", "- a\n  b\n- c"),
            ("text\n\n- a\n- b\n\nmore", "text\n\n- a\n- b\n\nmore"),
            ("[BLS](https://www.bls.gov/)", "[BLS](https://www.bls.gov/)"),
            ("```sql\nselect *\n```", "```sql\nselect *\n```"),
        ]);
    }

    #[test]
    fn what_discord_lacks_becomes_readable() {
        check(&[
            ("### a\n\nb", "### a\n\nb"),
            ("#### a\n\nb", "**a**\n\nb"),
            (
                "| Level | Pay | Year |\n|---|---|---|\n| Junior | 45,000 | 2024 |\n| Senior | | 2025 |",
                "- **Junior** · Pay: 45,000 · Year: 2024\n- **Senior** · Year: 2025",
            ),
            ("![a chart](https://x.y/z.png)", "a chart"),
            ("a<br>b", "ab"),
            ("[AE](account-executive.md)", "AE"),
            ("[x](https://a.b/c_(d))", "x"),
        ]);
    }

    #[test]
    fn what_only_looks_like_markup_is_literal() {
        check(&[
            ("a \\* b", "a \\* b"),
            ("snake_case ||spoiler||", "snake\\_case \\|\\|spoiler\\|\\|"),
            ("\\# not a heading", "\\# not a heading"),
            ("1\\. no list", "1\\. no list"),
            ("see https://a.b/c_d now", "see https://a.b/c_d now"),
            ("&lt;@123&gt;", "\\<@123>"),
        ]);
    }

    #[test]
    fn links_can_go_without_a_preview() {
        for (markdown, expected) in [
            ("[BLS](https://www.bls.gov/) says", "[BLS](<https://www.bls.gov/>) says"),
            ("see https://a.b/c_d now", "see <https://a.b/c_d> now"),
            ("<https://a.b>", "[https://a.b](<https://a.b>)"),
        ] {
            assert_eq!(for_discord(markdown, Links::Quiet), expected, "from {markdown:?}");
        }
    }

    #[test]
    fn links_can_be_text_alone() {
        assert_eq!(for_discord("[BLS](https://www.bls.gov/) says", Links::TextOnly), "BLS says");
    }

    proptest! {
        #[test]
        fn no_text_panics(text in "\\PC{0,200}") {
            let _ = (for_discord(&text, Links::Keep), escape(&text));
        }

        #[test]
        fn no_markup_panics(text in "([-*_|>#`~\\[\\]()!<>0-9. \n]|ก|เ|้|a){0,80}") {
            let _ = for_discord(&text, Links::Quiet);
        }

        #[test]
        fn escaped_text_reads_back(text in "[a-z*_~`|\\[\\]<>#.-]{1,30}") {
            let shown: String = for_discord(&escape(&text), Links::Keep);
            prop_assert_eq!(shown, escape(&text));
        }
    }
}
