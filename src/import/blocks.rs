//! Builds the blocks of a page out of pieces of text: paragraphs, headings, items, rows of tables. Owns no element but
//! those that begin and end blocks.

use std::mem::take;

use super::line::{Kind, Line, Region, tidy, visible};

/// Lists within lists go no deeper.
const DEEPEST: usize = 3;
/// A part of the page with more than this share of its letters is the page, whatever it calls itself.
const LARGE_SHARE: f64 = 0.5;

/// The blocks so far and the open one.
#[derive(Default)]
pub(crate) struct Blocks {
    lines: Vec<Line>,
    /// The regions of the page, with the letters of each.
    regions: Vec<(Region, usize)>,
    /// The number of the open region.
    region: Option<usize>,
    /// Text of the open block, with where it began.
    block: String,
    began: Option<usize>,
    kind: Option<Kind>,
    /// The open heading has a line.
    headed: bool,
    gap: bool,
    /// Letters of the block that are bold or linked.
    strong: usize,
    linked: usize,
    after_link: bool,
    /// The open lists: the next number of ordered ones.
    lists: Vec<Option<u64>>,
    quotes: usize,
    /// The open row of a table.
    row: Option<Row>,
    /// The open text whose line breaks count, with the line that it begins in.
    preformatted: Option<(usize, String)>,
}

/// How a piece of text looks.
#[derive(Clone, Copy)]
pub(crate) struct Look {
    pub(crate) strong: bool,
    pub(crate) linked: bool,
}

/// The cells of a row that have ended, and whether one is open.
#[derive(Default)]
struct Row {
    cells: Vec<String>,
    in_cell: bool,
}

impl Blocks {
    /// A text begins whose line breaks count, in this line.
    pub(crate) fn start_preformatted(&mut self, line: usize) {
        self.start_block("pre");
        self.preformatted = Some((line, String::new()));
    }

    /// Adds to that text as it is; whether one is open.
    pub(crate) fn preformatted(&mut self, text: &str) -> bool {
        let open = self.preformatted.as_mut();
        open.map(|(_, block)| block.push_str(text)).is_some()
    }

    /// That text ends: each of its lines is one of code.
    pub(crate) fn end_preformatted(&mut self) {
        let Some((number, text)) = self.preformatted.take() else { return };
        let first = text.lines().position(|line| !line.trim().is_empty()).unwrap_or(0);
        for (index, line) in text.trim_end().lines().enumerate().skip(first) {
            let shown = visible(line.trim_end());
            let letters = shown.chars().filter(|c| !c.is_whitespace()).count();
            self.push(Line::new(number + index, Kind::Code, shown), letters);
        }
        self.gap = true;
    }

    /// Adds text to the open block; `line` is that of its first letter.
    pub(crate) fn text(&mut self, text: &str, line: usize, look: Look) {
        self.began.get_or_insert(line);
        let sentence = text.starts_with(char::is_uppercase) && self.block.ends_with(char::is_lowercase);
        if take(&mut self.after_link) && sentence {
            self.block.push(' ');
        }
        let letters = text.chars().filter(|c| !c.is_whitespace()).count();
        self.strong += if look.strong { letters } else { 0 };
        self.linked += if look.linked { letters } else { 0 };
        self.block.push_str(text);
    }

    /// Parts what comes from what was.
    pub(crate) fn space(&mut self) {
        if !self.block.is_empty() {
            self.block.push(' ');
        }
    }

    /// A link begins: one that stands right behind another, closed or not, is a word of its own.
    pub(crate) fn start_link(&mut self, in_link: bool) {
        if in_link || self.after_link {
            self.space();
        }
    }

    /// A link ended.
    pub(crate) const fn end_link(&mut self) {
        self.after_link = true;
    }

    /// A part of the page that is not the article begins.
    pub(crate) fn start_region(&mut self, region: Region) {
        self.flush();
        self.region = Some(self.regions.len());
        self.regions.push((region, 0));
    }

    /// That part ends.
    pub(crate) fn end_region(&mut self) {
        self.flush();
        self.region = None;
    }

    /// A heading that has said something ends where the next block begins, closed or not.
    fn end_heading(&mut self) {
        if take(&mut self.headed) {
            self.kind = None;
        }
    }

    /// An element begins a block.
    pub(crate) fn start_block(&mut self, name: &str) {
        self.end_preformatted();
        self.layout_row();
        self.flush();
        self.end_heading();
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
            self.headed = false;
        }
    }

    /// An element ends a block.
    pub(crate) fn end_block(&mut self, name: &str) {
        self.flush();
        match name {
            "ul" | "ol" => {
                self.lists.pop();
                self.gap = true;
            }
            "blockquote" => self.quotes = self.quotes.saturating_sub(1),
            _ => {
                self.kind = None;
                self.headed = false;
                self.gap |= name != "li";
            }
        }
    }

    /// A table begins.
    pub(crate) fn start_table(&mut self) {
        self.layout_row();
        self.flush();
        self.end_heading();
        self.gap = true;
    }

    /// A row begins.
    pub(crate) fn start_row(&mut self) {
        self.end_row();
        self.flush();
        self.end_heading();
        self.row = Some(Row::default());
    }

    /// A cell begins.
    pub(crate) fn start_cell(&mut self) {
        if self.row.is_none() {
            self.flush();
            self.end_heading();
        }
        self.end_cell();
        self.row.get_or_insert_default().in_cell = true;
    }

    /// Ends the open block.
    pub(crate) fn flush(&mut self) {
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
        self.headed |= matches!(self.kind, Some(Kind::Heading(_)));
        let mut line = Line::new(number, kind.unwrap_or(quoted), text);
        line.gap = take(&mut self.gap);
        line.strong = strong >= letters;
        line.link = linked >= letters;
        self.push(line, letters);
    }

    fn push(&mut self, mut line: Line, letters: usize) {
        if let Some((region, size)) = self.region.and_then(|number| self.regions.get_mut(number)) {
            line.region = Some(*region);
            *size += letters;
        }
        self.lines.push(line);
    }

    /// Whether a cell is open.
    pub(crate) fn in_cell(&self) -> bool {
        self.row.as_ref().is_some_and(|row| row.in_cell)
    }

    /// Ends the open cell.
    pub(crate) fn end_cell(&mut self) {
        if let Some(row) = self.row.as_mut().filter(|row| row.in_cell) {
            row.cells.push(tidy(&take(&mut self.block)));
            row.in_cell = false;
        }
    }

    /// Ends the open row.
    pub(crate) fn end_row(&mut self) {
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

    /// All blocks.
    pub(crate) fn finish(mut self) -> Vec<Line> {
        self.end_preformatted();
        let total: usize = self.lines.iter().map(letters).sum();
        let large: Vec<Region> = self
            .regions
            .iter()
            .filter(|(_, size)| *size as f64 > total as f64 * LARGE_SHARE)
            .map(|(region, _)| *region)
            .collect();
        for line in &mut self.lines {
            if line.region.is_some_and(|region| large.contains(&region)) {
                line.region = None;
            }
        }
        self.lines
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
