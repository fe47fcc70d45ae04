//! What the terminal can show: its width, and whether it has styles. Owns no text.

use icu_segmenter::LineSegmenter;
use icu_segmenter::options::LineBreakOptions;
use unicode_width::UnicodeWidthStr;

use super::environment::Environment;
use crate::reply::plain::BULLET;

/// Longer lines are hard to read, however wide the terminal is.
const MAX_WIDTH: usize = 100;
/// Narrower terminals do their own wrapping.
const MIN_WIDTH: usize = 20;
/// Parts the items of [`Screen::flow`].
const GAP: &str = "   ";

/// A place that text is shown in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Screen {
    width: Option<usize>,
    styled: bool,
}

impl Screen {
    /// A file or a pipe: lines are as long as paragraphs, and plain.
    pub const PLAIN: Self = Self { width: None, styled: false };

    /// A screen of a width in columns, without styles.
    pub fn of_width(width: usize) -> Self {
        Self { width: Some(width.clamp(MIN_WIDTH, MAX_WIDTH)), styled: false }
    }

    /// What standard output is connected to.
    pub(crate) fn of_output(is_terminal: bool, environment: &Environment) -> Self {
        if !is_terminal {
            return Self::PLAIN;
        }
        let dumb = environment.get("TERM").is_some_and(|terminal| terminal == "dumb");
        let columns = terminal_size::terminal_size().map(|(width, _)| usize::from(width.0));
        let width = columns.filter(|columns| *columns >= MIN_WIDTH).map(|columns| columns.min(MAX_WIDTH));
        Self { width, styled: !dumb && !environment.is_set("NO_COLOR") }
    }

    /// Whether styles are shown.
    pub(crate) fn styled(self) -> bool {
        self.styled
    }

    /// For headlines.
    pub(crate) fn bold(self, text: &str) -> String {
        self.style("1", text)
    }

    /// For notes.
    pub(crate) fn dim(self, text: &str) -> String {
        self.style("2", text)
    }

    fn style(self, code: &str, text: &str) -> String {
        if !self.styled || text.is_empty() {
            return text.to_owned();
        }
        // Line by line, so that a pager that shows a part of the text shows it right.
        let lines: Vec<String> = text.lines().map(|line| format!("\u{1B}[{code}m{line}\u{1B}[0m")).collect();
        lines.join("\n")
    }

    /// Breaks lines that are too long, between words also in Thai; items of lists hang from their markers.
    pub(crate) fn wrap(self, text: &str) -> String {
        let Some(width) = self.width else { return text.to_owned() };
        let lines: Vec<String> = text.lines().map(|line| wrap_line(line, width)).collect();
        lines.join("\n")
    }

    /// Items side by side, each whole.
    pub(crate) fn flow(self, items: impl IntoIterator<Item = String>) -> String {
        let width = self.width.unwrap_or(usize::MAX);
        let mut text = String::new();
        let mut used = 0;
        for item in items {
            if used > 0 {
                let fits = used + GAP.len() + item.width() <= width;
                text.push_str(if fits { GAP } else { "\n" });
                used = if fits { used + GAP.len() } else { 0 };
            }
            used += item.width();
            text.push_str(&item);
        }
        text
    }
}

/// One line as several; each but the first is indented to stand under the first one's text.
fn wrap_line(line: &str, width: usize) -> String {
    if line.width() <= width {
        return line.to_owned();
    }
    let indent = " ".repeat(hanging(line).min(width / 2));
    let mut wrapped = String::new();
    let mut used = 0;
    for piece in pieces(line) {
        if used > indent.len() && used + piece.trim_end().width() > width {
            wrapped.truncate(wrapped.trim_end().len());
            wrapped.push('\n');
            wrapped.push_str(&indent);
            used = indent.len();
        }
        wrapped.push_str(piece);
        used += piece.width();
    }
    wrapped.truncate(wrapped.trim_end().len());
    wrapped
}

/// The columns that a line's indentation and marker take.
fn hanging(line: &str) -> usize {
    let text = line.trim_start();
    let indent = line.len() - text.len();
    let digits = text.chars().take_while(char::is_ascii_digit).count();
    let numbered = digits > 0 && text.chars().skip(digits).take(2).eq(". ".chars());
    let marker = if text.starts_with(BULLET) {
        BULLET.width()
    } else if numbered {
        digits + ". ".len()
    } else {
        0
    };
    indent + marker
}

/// The pieces between which a line may be broken. Addresses stay whole, so that they can be clicked and copied, and
/// so do ranges of numbers.
fn pieces(line: &str) -> Vec<&str> {
    let segmenter = LineSegmenter::new_dictionary(LineBreakOptions::default());
    let mut pieces = Vec::new();
    let mut start = 0;
    for end in segmenter.segment_str(line) {
        let piece = line.get(start..end).unwrap_or_default();
        let word = piece.rsplit(char::is_whitespace).next().unwrap_or_default();
        let rest = line.get(end..).unwrap_or_default();
        let inside_address = word.contains("://") && !rest.is_empty();
        let inside_range = word.ends_with(['–', '-']) && rest.starts_with(|c: char| c.is_ascii_digit());
        if !piece.is_empty() && !inside_address && !inside_range {
            pieces.push(piece);
            start = end;
        }
    }
    pieces
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[track_caller]
    fn check(text: &str, wrapped: &str) {
        assert_eq!(Screen::of_width(24).wrap(text), wrapped, "{text:?}");
    }

    #[test]
    fn lines_break_between_words() {
        check("short", "short");
        check("one two three four five six seven", "one two three four five\nsix seven");
        check("หน้าที่ของผู้จัดการดูแลลูกค้าคือดูแลลูกค้า", "หน้าที่ของผู้จัดการดูแลลูกค้าคือ\nดูแลลูกค้า");
        check("• first item that is long enough to wrap", "• first item that is\n  long enough to wrap");
        check("10. first item that is long enough", "10. first item that is\n    long enough");
    }

    #[test]
    fn addresses_and_ranges_stay_whole() {
        check("it pays from 45,000 to 45–85,000", "it pays from 45,000 to\n45–85,000");
        check(
            "see https://a.example/a/very/long-path?x=1 now",
            "see\nhttps://a.example/a/very/long-path?x=1\nnow",
        );
    }

    #[test]
    fn items_flow_side_by_side() {
        let items = ["[1] หน้าที่", "[2] ทักษะ", "[3] เงินเดือน"].map(str::to_owned);
        assert_eq!(Screen::of_width(24).flow(items.clone()), "[1] หน้าที่   [2] ทักษะ\n[3] เงินเดือน");
        assert_eq!(Screen::PLAIN.flow(items), "[1] หน้าที่   [2] ทักษะ   [3] เงินเดือน");
    }

    proptest! {
        #[test]
        fn wrapping_loses_nothing(text in any::<String>(), width in 0_usize..120) {
            let letters = |text: &str| text.split_whitespace().collect::<String>();
            prop_assert_eq!(letters(&Screen::of_width(width).wrap(&text)), letters(&text));
        }
    }
}
