//! The passage of a long section that answers: whole paragraphs or list items around the best window.

use std::ops::Range;

use crate::text::script::is_word;

/// The bytes of a text from one of its letters on, counting only letters that belong to words, for so many characters.
pub(crate) fn letters(text: &str, first: usize, characters: usize) -> Range<usize> {
    let mut seen = 0;
    let mut rest = text.char_indices().skip_while(|(_, c)| {
        seen += usize::from(is_word(*c));
        seen <= first
    });
    let start = rest.next().map_or(text.len(), |(byte, _)| byte);
    let end = rest.nth(characters.saturating_sub(1)).map_or(text.len(), |(byte, _)| byte);
    start..end
}

/// Whole lines of the text that the range touches most: the line that holds the middle of the range, and its
/// neighbours inside the range as long as the passage stays short.
pub(crate) fn passage(text: &str, bytes: Range<usize>) -> String {
    let middle = usize::midpoint(bytes.start, bytes.end);
    let mut start = 0;
    let mut kept: Vec<&str> = Vec::new();
    for line in text.split_inclusive('\n') {
        let range = start..start + line.len();
        start = range.end;
        let inside = range.start >= bytes.start && range.end <= bytes.end;
        if (range.contains(&middle) || inside) && !line.trim().is_empty() {
            kept.push(line.trim_end());
        }
    }
    kept.join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_are_counted_without_what_stands_between() {
        let text = "เงิน (เดือน) คือ";
        assert_eq!(text.get(letters(text, 4, 5)), Some("เดือน"));
        assert_eq!(letters(text, 0, 4).start, 0);
        assert_eq!(letters(text, 99, 4), text.len()..text.len());
        assert_eq!(letters("", 0, 4), 0..0);
    }

    #[test]
    fn whole_lines_are_kept() {
        let text = "แรก\n\n- สอง\n- สาม\n- สี่\n";
        let place = |needle: &str| text.find(needle).unwrap_or_default();
        assert_eq!(passage(text, place("สอง")..place("สี่")), "- สาม");
        assert_eq!(passage(text, place("- สอง")..place("- สี่")), "- สอง\n- สาม");
        assert_eq!(passage(text, 0..text.len()), "แรก\n- สอง\n- สาม\n- สี่");
    }
}
