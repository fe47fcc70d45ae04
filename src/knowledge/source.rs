//! The text of one file and the places in it. Owns no judgement about what the text says.

use std::ops::Range;

use memchr::memchr2_iter;

use super::problem::Place;

const BYTE_ORDER_MARK: char = '\u{FEFF}';

/// The text as everything else counts in it: without the byte order mark that some editors put first.
pub(crate) fn without_mark(text: &str) -> &str {
    text.strip_prefix(BYTE_ORDER_MARK).unwrap_or(text)
}

/// A text that knows where its lines start. Lines end with LF, CRLF or CR.
#[derive(Debug)]
pub(crate) struct SourceText<'t> {
    text: &'t str,
    line_starts: Vec<usize>,
}

impl<'t> SourceText<'t> {
    /// Finds the lines of a text; a byte order mark belongs to none.
    pub(crate) fn new(text: &'t str) -> Self {
        let text = without_mark(text);
        let bytes = text.as_bytes();
        // Of CR and LF side by side only LF ends the line.
        let ends_line = |at: &usize| bytes.get(*at) == Some(&b'\n') || bytes.get(at + 1) != Some(&b'\n');
        let after_ends = memchr2_iter(b'\n', b'\r', bytes).filter(ends_line).map(|at| at + 1);
        let line_starts = std::iter::once(0).chain(after_ends).collect();
        Self { text, line_starts }
    }

    /// The whole text.
    pub(crate) fn text(&self) -> &'t str {
        self.text
    }

    /// A part of the text; empty when the range is none of its parts.
    pub(crate) fn part(&self, range: Range<usize>) -> &'t str {
        self.text.get(range).unwrap_or_default()
    }

    /// The lines as byte ranges, without what ends them.
    pub(crate) fn lines(&self) -> impl Iterator<Item = Range<usize>> {
        let ends = self.line_starts.iter().skip(1).copied().chain(std::iter::once(self.text.len()));
        self.line_starts.iter().zip(ends).map(|(start, end)| {
            let line = self.part(*start..end);
            *start..*start + line.trim_end_matches(['\n', '\r']).len()
        })
    }

    /// The number of the line that a byte stands in, from 1.
    pub(crate) fn line_of(&self, offset: usize) -> usize {
        self.line_starts.partition_point(|start| *start <= offset)
    }

    /// Where a byte range starts, for people.
    pub(crate) fn place(&self, span: Range<usize>) -> Place {
        let start = self.char_border(span.start);
        let end = self.char_border(span.end).max(start);
        let line = self.line_of(start);
        let line_start = self.line_starts.get(line - 1).copied().unwrap_or_default();
        Place { line, column: self.part(line_start..start).chars().count() + 1, span: start..end }
    }

    /// The last border between characters that is not after the offset.
    fn char_border(&self, offset: usize) -> usize {
        let mut border = offset.min(self.text.len());
        while !self.text.is_char_boundary(border) {
            border -= 1;
        }
        border
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[track_caller]
    fn assert_place(text: &str, needle: &str, line: usize, column: usize) {
        let source = SourceText::new(text);
        let start = source.text().find(needle).unwrap();
        let place = source.place(start..start + needle.len());
        assert_eq!((place.line, place.column), (line, column), "{needle:?} in {text:?}");
    }

    #[test]
    fn columns_count_characters_and_lines_end_in_every_way() {
        assert_place("abc", "a", 1, 1);
        assert_place("ab\ncd", "d", 2, 2);
        assert_place("ab\r\ncd", "d", 2, 2);
        assert_place("ab\rcd", "d", 2, 2);
        assert_place("ก็ดี x", "x", 1, 6);
        assert_place("\u{FEFF}x", "x", 1, 1);
    }

    #[test]
    fn lines_leave_out_what_ends_them() {
        let source = SourceText::new("a\r\n\r\nbc\n");
        let lines: Vec<&str> = source.lines().map(|line| source.part(line)).collect();
        assert_eq!(lines, ["a", "", "bc", ""]);
    }

    #[test]
    fn a_place_outside_the_text_is_its_end() {
        let source = SourceText::new("กข");
        assert_eq!(source.place(99..120).span, 6..6);
        assert_eq!(source.place(1..2).span, 0..0);
    }
}
