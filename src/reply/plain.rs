//! Markdown as plain text, for places that show no Markdown. Owns no width and no colour: a paragraph is one line.

use std::fmt::Write as _;

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

/// Stands before an item of a list without numbers.
pub const BULLET: &str = "• ";
/// Stands before the lines of a quotation.
const QUOTATION: &str = "│ ";
/// Stands before the lines of a block of code.
const CODE_INDENT: &str = "    ";
/// Stands for a thematic break.
const RULE: &str = "———";
/// Stands between the cells of a table's row.
const CELL_SEPARATOR: &str = " · ";

/// The text without its markup. Links become `text (address)`, items of lists `• text` or `1. text`, rows of tables
/// `• first cell · heading: cell`; blocks are parted by an empty line. Control characters are left out, so that a
/// text cannot steer a terminal.
pub fn plain(markdown: &str) -> String {
    let options = Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH;
    let mut writer = Writer::default();
    for event in Parser::new_ext(markdown, options) {
        writer.take(event);
    }
    writer.end_line();
    writer.out
}

/// The text in one line: for titles and labels.
pub fn plain_line(text: &str) -> String {
    visible(&text.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// Without control characters.
fn visible(text: &str) -> String {
    text.chars().filter(|c| !c.is_control()).collect()
}

/// Collects lines from events.
#[derive(Default)]
struct Writer {
    out: String,
    /// The line that is being written.
    line: String,
    /// What stands before the next line: the marker of an item that has just begun.
    marker: Option<String>,
    /// The next number of each open list; `None` where it has no numbers.
    lists: Vec<Option<u64>>,
    /// How many quotations are open.
    quotations: usize,
    /// Whether the lines are code, kept as they are.
    code: bool,
    /// Whether an empty line is due before the next line.
    gap: bool,
    /// The open links: the address, and where in the line their text begins.
    links: Vec<(String, usize)>,
    table: Table,
}

/// The open table.
#[derive(Default)]
struct Table {
    headings: Vec<String>,
    cells: Vec<String>,
}

impl Writer {
    fn take(&mut self, event: Event<'_>) {
        match event {
            Event::Start(tag) => self.start(tag),
            Event::End(tag) => self.end(tag),
            Event::Text(text) if self.code => self.code_lines(&text),
            Event::Text(text) | Event::Code(text) | Event::Html(text) | Event::InlineHtml(text) => {
                self.line.push_str(&visible(&text));
            }
            Event::SoftBreak => self.line.push(' '),
            Event::HardBreak => {
                self.end_line();
                self.gap = false;
            }
            Event::Rule => {
                self.line.push_str(RULE);
                self.end_block();
            }
            // The parser makes none of these without its extensions.
            Event::InlineMath(_)
            | Event::DisplayMath(_)
            | Event::FootnoteReference(_)
            | Event::TaskListMarker(_) => {}
        }
    }

    fn start(&mut self, tag: Tag<'_>) {
        match tag {
            Tag::List(first) => {
                self.end_line();
                self.lists.push(first);
            }
            Tag::Item => self.start_item(),
            Tag::BlockQuote(_) => self.quotations += 1,
            Tag::CodeBlock(_) => self.code = true,
            Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. } => {
                self.links.push((visible(&dest_url), self.line.len()));
            }
            Tag::Table(_) => self.table = Table::default(),
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::HtmlBlock => self.end_block(),
            TagEnd::Item => {
                self.end_line();
                self.marker = None;
            }
            TagEnd::List(_) => {
                self.lists.pop();
                self.gap = self.lists.is_empty();
            }
            TagEnd::BlockQuote(_) => self.quotations = self.quotations.saturating_sub(1),
            TagEnd::CodeBlock => {
                self.code = false;
                self.end_block();
            }
            TagEnd::Link | TagEnd::Image => self.end_link(),
            TagEnd::TableCell => self.table.cells.push(std::mem::take(&mut self.line)),
            TagEnd::TableHead => self.table.headings = std::mem::take(&mut self.table.cells),
            TagEnd::TableRow => self.end_row(),
            TagEnd::Table => self.gap = true,
            _ => {}
        }
    }

    fn start_item(&mut self) {
        self.end_line();
        self.gap &= self.lists.len() == 1 && !self.out.ends_with(BULLET);
        self.marker = Some(match self.lists.last_mut() {
            Some(Some(number)) => {
                let marker = format!("{number}. ");
                *number += 1;
                marker
            }
            _ => BULLET.to_owned(),
        });
    }

    /// Adds the address where a reader could follow it and the text does not say it already.
    fn end_link(&mut self) {
        let Some((address, start)) = self.links.pop() else { return };
        let leads_somewhere =
            ["http://", "https://", "mailto:"].iter().any(|scheme| address.starts_with(scheme));
        let text = self.line.get(start..).unwrap_or_default();
        if leads_somewhere && !address.trim_start_matches("mailto:").eq_ignore_ascii_case(text) {
            // Writing to a String cannot fail.
            let _ = write!(self.line, " ({address})");
        }
    }

    fn end_row(&mut self) {
        let cells = std::mem::take(&mut self.table.cells);
        let named = cells.iter().enumerate().filter(|(_, cell)| !cell.is_empty()).map(|(column, cell)| {
            match self.table.headings.get(column) {
                Some(heading) if column > 0 && !heading.is_empty() => format!("{heading}: {cell}"),
                _ => cell.clone(),
            }
        });
        self.line = named.collect::<Vec<_>>().join(CELL_SEPARATOR);
        if !self.line.is_empty() {
            self.marker = Some(BULLET.to_owned());
        }
        self.end_line();
    }

    fn code_lines(&mut self, text: &str) {
        for line in text.lines() {
            self.line = format!("{CODE_INDENT}{}", visible(line));
            self.end_line();
        }
    }

    /// Ends a block: inside a list the next line follows at once, elsewhere after an empty line.
    fn end_block(&mut self) {
        self.end_line();
        self.gap = self.lists.is_empty();
    }

    /// Writes the line, if there is one, behind what its place demands.
    fn end_line(&mut self) {
        let line = std::mem::take(&mut self.line);
        let line = if self.code { line.trim_end() } else { line.trim() };
        if line.is_empty() {
            return;
        }
        if !self.out.is_empty() {
            self.out.push_str(if self.gap { "\n\n" } else { "\n" });
        }
        self.gap = false;
        self.out.push_str(&QUOTATION.repeat(self.quotations));
        self.out.push_str(&"  ".repeat(self.lists.len().saturating_sub(1)));
        match self.marker.take() {
            Some(marker) => self.out.push_str(&marker),
            None if self.lists.is_empty() => {}
            None => self.out.push_str("  "),
        }
        self.out.push_str(line);
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[track_caller]
    fn check(markdown: &str, expected: &str) {
        assert_eq!(plain(markdown), expected, "{markdown:?}");
    }

    #[test]
    fn emphasis_and_links_lose_their_markup() {
        check("**เงินเดือน** *ดี* ~~แย่~~ `KPI`", "เงินเดือน ดี แย่ KPI");
        check("[BLS](https://bls.gov) บอกไว้", "BLS (https://bls.gov) บอกไว้");
        check("<https://bls.gov>", "https://bls.gov");
        check("<a@b.example>", "a@b.example");
        check("[AE](account-executive.md)", "AE");
        check("![กราฟ](https://x.example/a.png)", "กราฟ (https://x.example/a.png)");
        check("[x](javascript:alert(1))", "x");
    }

    #[test]
    fn blocks_are_parted_and_lists_are_tight() {
        check("หนึ่ง\nต่อ\n\nสอง", "หนึ่ง ต่อ\n\nสอง");
        check("ดังนี้\n\n- ก\n- ข\n\nจบ", "ดังนี้\n\n• ก\n• ข\n\nจบ");
        check("3. ก\n4. ข", "3. ก\n4. ข");
        check("- ก\n  - ข\n  - ค\n- ง", "• ก\n  • ข\n  • ค\n• ง");
        check("- ก\n\n  ต่อ\n\n- ข", "• ก\n  ต่อ\n• ข");
        check("### หัว\nเนื้อ", "หัว\n\nเนื้อ");
        check("> ก\n> ข\n\nค", "│ ก ข\n\nค");
        check("ก  \nข", "ก\nข");
        check("ก\n\n---\n\nข", "ก\n\n———\n\nข");
        check("```\nlet a;\n  b\n```\nข", "    let a;\n      b\n\nข");
    }

    #[test]
    fn rows_of_tables_say_what_their_cells_are() {
        check(
            "| ตำแหน่ง | ต่ำ | สูง |\n|---|---|---|\n| AM | 1 | 2 |\n| AE | | **3** |\n\nจบ",
            "• AM · ต่ำ: 1 · สูง: 2\n• AE · สูง: 3\n\nจบ",
        );
    }

    #[test]
    fn nothing_steers_the_terminal() {
        check("a\u{1B}[31mb\u{7}c", "a[31mbc");
        check("`a\u{1B}b`", "ab");
        assert_eq!(plain_line("a\n\u{1B}b\tc"), "a b c");
        check("<b>x</b>", "<b>x</b>");
    }

    proptest! {
        #[test]
        fn any_text_is_accepted(text in any::<String>()) {
            prop_assert!(!plain(&text).contains(|c: char| c.is_control() && c != '\n'));
        }

        #[test]
        fn any_markup_is_accepted(text in "[-*_`#>|0-9. \n\\[\\]()<a-cก้]{0,200}") {
            prop_assert!(!plain(&text).contains(|c: char| c.is_control() && c != '\n'));
        }
    }
}
