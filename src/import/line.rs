//! What every kind of input becomes first: lines that know where they stood. Owns no judgement about what they say.

/// A block of the page: a paragraph, a heading, an item.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Line {
    /// Line of the input, from 1.
    pub(crate) number: usize,
    /// What the block is.
    pub(crate) kind: Kind,
    /// Plain words, white space collapsed; never empty, save for rows and code.
    pub(crate) text: String,
    /// The words as Markdown, where the input had emphasis or links; otherwise they are made from `text`.
    pub(crate) markdown: Option<String>,
    /// Whether the block is set apart from the one before.
    pub(crate) gap: bool,
    /// Whether all of it is bold.
    pub(crate) strong: bool,
    /// Whether all of it is a link.
    pub(crate) link: bool,
    /// The part of the page that it stands in, when that is none of the article's.
    pub(crate) region: Option<Region>,
}

/// What a block is.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Kind {
    /// A paragraph.
    Text,
    /// A paragraph that is quoted.
    Quote,
    /// A heading of a level from 1.
    Heading(u8),
    /// An item of a list, how deep from 0, with its number in an ordered one.
    Item(usize, Option<u64>),
    /// A row of a table.
    Row(Vec<String>),
    /// A line of code.
    Code,
}

/// Parts of a page around the article.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Region {
    Navigation,
    Aside,
    Footer,
    Form,
    Advertisement,
    Social,
    Related,
    Hidden,
}

impl Line {
    /// A block with nothing special about it.
    pub(crate) fn new(number: usize, kind: Kind, text: String) -> Self {
        Self { number, kind, text, markdown: None, gap: false, strong: false, link: false, region: None }
    }

    /// How long it is, in characters.
    pub(crate) fn length(&self) -> usize {
        self.text.chars().count()
    }

    /// Whether it is a heading.
    pub(crate) fn is_heading(&self) -> bool {
        matches!(self.kind, Kind::Heading(_))
    }

    /// Whether it is an item of a list.
    pub(crate) fn is_item(&self) -> bool {
        matches!(self.kind, Kind::Item(..))
    }
}

/// What a reader found in the input.
#[derive(Debug, Default)]
pub(crate) struct Page {
    /// In the order of the input.
    pub(crate) lines: Vec<Line>,
    /// A title that is said outside the text, with its line.
    pub(crate) title: Option<(usize, String)>,
    /// The address that the page gives itself.
    pub(crate) address: Option<String>,
}

/// The text without what cannot be seen, every white space one space.
pub(crate) fn tidy(text: &str) -> String {
    let visible = text.chars().filter(|c| c.is_whitespace() || !is_hidden(*c));
    let visible: String = visible.collect();
    visible.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// One line without what cannot be seen, its white space as it is; a tab is four spaces.
pub(crate) fn visible(line: &str) -> String {
    line.replace('\t', "    ").chars().filter(|c| !is_hidden(*c)).collect()
}

/// Characters that have no look of their own: controls, marks of direction, joiners, private and unassigned ones.
fn is_hidden(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2060}'..='\u{206F}')
        || matches!(c, '\u{E000}'..='\u{F8FF}' | '\u{FEFF}' | '\u{FFF0}'..='\u{FFFF}')
        || c >= '\u{E0000}'
}

/// Whether a sentence ends here.
pub(crate) fn ends_sentence(text: &str) -> bool {
    text.trim_end_matches(['"', '”', '’', ')', '\'']).ends_with(['.', '!', '…', ';', ',', '。'])
}
