//! Texts in lines of a width: broken between words, Thai words among them, and cut at graphemes where they must be.

use unicode_segmentation::UnicodeSegmentation;

use super::font;
use crate::text::segment::spans;

/// Shows that a text goes on.
const MARK: char = '…';

/// How a text is set.
#[derive(Debug, Clone, Copy)]
pub(super) struct Style {
    /// Pixels.
    pub(super) size: f32,
    pub(super) bold: bool,
}

impl Style {
    pub(super) fn width(self, text: &str) -> f32 {
        font::width(text, self.size, self.bold)
    }
}

/// What the font shows of a text, in at most `most` lines of `room` pixels; what does not fit is cut off.
pub(super) fn wrap(text: &str, style: Style, room: f32, most: usize) -> Vec<String> {
    let text = font::showable(text);
    let mut lines: Vec<String> = Vec::new();
    let mut line = String::new();
    for piece in pieces(&text) {
        if style.width(&line) + style.width(piece.trim_end()) <= room {
            line.push_str(piece);
            continue;
        }
        if !line.is_empty() {
            lines.push(std::mem::take(&mut line));
        }
        for grapheme in piece.graphemes(true) {
            if style.width(&line) + style.width(grapheme.trim_end()) > room && !line.is_empty() {
                lines.push(std::mem::take(&mut line));
            }
            line.push_str(grapheme);
        }
    }
    lines.push(line);
    let mut lines: Vec<String> = lines.iter().map(|line| line.trim().to_owned()).collect();
    lines.retain(|line| !line.is_empty());
    let whole = lines.len() <= most;
    lines.truncate(most);
    if let Some(last) = lines.last_mut().filter(|_| !whole) {
        *last = marked(last, style, room);
    }
    lines
}

/// A text in one line, cut where it is longer than `room`.
pub(super) fn one(text: &str, style: Style, room: f32) -> String {
    wrap(text, style, room, 1).pop().unwrap_or_default()
}

/// The text with the mark behind as much of it as fits.
fn marked(text: &str, style: Style, room: f32) -> String {
    let mut kept = String::new();
    for grapheme in text.graphemes(true) {
        let longer = format!("{kept}{grapheme}{MARK}");
        if style.width(&longer) > room {
            break;
        }
        kept.push_str(grapheme);
    }
    format!("{}{MARK}", kept.trim_end())
}

/// The text in pieces that a line may end behind: each word with what follows it.
fn pieces(text: &str) -> Vec<&str> {
    let mut starts: Vec<usize> = spans(text).map(|(start, _)| start).collect();
    if let Some(first) = starts.first_mut() {
        *first = 0;
    } else {
        starts.push(0);
    }
    // A line ends before an opening bracket, not behind it.
    for start in &mut starts {
        while let Some(before) = text.get(..*start).filter(|before| before.ends_with(['(', '“', '"', '[']))
            && let Some(bracket) = before.chars().next_back()
        {
            *start -= bracket.len_utf8();
        }
    }
    let ends = starts.iter().skip(1).copied().chain([text.len()]);
    starts.iter().zip(ends).filter_map(|(&start, end)| text.get(start..end)).collect()
}
