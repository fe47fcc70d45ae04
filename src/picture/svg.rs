//! Writes the few kinds of SVG that pictures are made of: a card, boxes, lines and texts, all escaped.

use std::fmt::Write as _;

use super::font::FAMILY;
use super::lines::Style;

/// Colours with a contrast of at least 4.5 on the card for text and 3 for shapes (WCAG 2.2, 1.4.3 and 1.4.11). The
/// card is opaque and has a border, so that it stands on Discord's dark and light themes alike.
pub(super) mod colour {
    pub(in crate::picture) const CARD: &str = "#fbfaf7";
    pub(in crate::picture) const BORDER: &str = "#b9bec8";
    pub(in crate::picture) const TEXT: &str = "#1b2333";
    pub(in crate::picture) const QUIET: &str = "#565f70";
    pub(in crate::picture) const GRID: &str = "#dcdfe5";
    pub(in crate::picture) const PALE: &str = "#e9ecf2";
    pub(in crate::picture) const FIRST: &str = "#2f62d0";
    pub(in crate::picture) const SECOND: &str = "#b4540a";
}

/// Where a text stands relative to its point.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Anchor {
    Start,
    Middle,
    End,
}

/// An SVG that is being written. Sizes are pixels.
#[derive(Debug)]
pub(super) struct Svg {
    body: String,
}

/// A rectangle.
#[derive(Debug, Clone, Copy)]
pub(super) struct Frame {
    pub(super) x: f32,
    pub(super) y: f32,
    pub(super) width: f32,
    pub(super) height: f32,
}

// Writing to a String cannot fail.
impl Svg {
    pub(super) fn new() -> Self {
        Self { body: String::new() }
    }

    /// A box with round corners.
    pub(super) fn rounded(&mut self, frame: Frame, radius: f32, fill: &str) {
        let Frame { x, y, width, height } = frame;
        let _ = write!(
            self.body,
            r#"<rect x="{x:.1}" y="{y:.1}" width="{width:.1}" height="{height:.1}" rx="{radius}" fill="{fill}"/>"#
        );
    }

    pub(super) fn line(&mut self, from: (f32, f32), to: (f32, f32), colour: &str, thickness: f32) {
        let ((x1, y1), (x2, y2)) = (from, to);
        let _ = write!(
            self.body,
            r#"<line x1="{x1:.1}" y1="{y1:.1}" x2="{x2:.1}" y2="{y2:.1}" stroke="{colour}" stroke-width="{thickness}"/>"#
        );
    }

    /// A square on its corner.
    pub(super) fn diamond(&mut self, (x, y): (f32, f32), radius: f32, fill: &str) {
        let _ = write!(
            self.body,
            r#"<path d="M{:.1} {y:.1} L{x:.1} {:.1} L{:.1} {y:.1} L{x:.1} {:.1} Z" fill="{fill}" stroke="{}" stroke-width="2"/>"#,
            x - radius,
            y - radius,
            x + radius,
            y + radius,
            colour::CARD
        );
    }

    /// A line of text on its baseline.
    pub(super) fn text(&mut self, (x, y): (f32, f32), anchor: Anchor, style: Style, fill: &str, text: &str) {
        if text.is_empty() {
            return;
        }
        let anchor = match anchor {
            Anchor::Start => "start",
            Anchor::Middle => "middle",
            Anchor::End => "end",
        };
        let (size, weight) = (style.size, if style.bold { 700 } else { 400 });
        let _ = write!(
            self.body,
            r#"<text x="{x:.1}" y="{y:.1}" font-size="{size}" font-weight="{weight}" text-anchor="{anchor}" fill="{fill}">"#
        );
        self.body.push_str(&escaped(text));
        self.body.push_str("</text>");
    }

    /// The whole SVG, on its card.
    pub(super) fn finish(self, width: f32, height: f32) -> String {
        const RADIUS: f32 = 14.0;
        let (card, border, body) = (colour::CARD, colour::BORDER, self.body);
        let (inner_width, inner_height) = (width - 3.0, height - 3.0);
        // The corners are opaque too: a picture without transparency looks the same everywhere.
        format!(
            r#"<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" font-family="{FAMILY}"><rect width="{width}" height="{height}" fill="{card}"/><rect x="1.5" y="1.5" width="{inner_width}" height="{inner_height}" rx="{RADIUS}" fill="none" stroke="{border}" stroke-width="3"/>{body}</svg>"#
        )
    }
}

fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&apos;"),
            c => out.push(c),
        }
    }
    out
}
