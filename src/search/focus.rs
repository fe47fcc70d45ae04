//! The passage of a long section that answers: whole paragraphs or list items around the best window.

use std::ops::Range;

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
    fn whole_lines_are_kept() {
        let text = "แรก\n\n- สอง\n- สาม\n- สี่\n";
        let place = |needle: &str| text.find(needle).unwrap_or_default();
        assert_eq!(passage(text, place("สอง")..place("สี่")), "- สาม");
        assert_eq!(passage(text, place("- สอง")..place("- สี่")), "- สอง\n- สาม");
        assert_eq!(passage(text, 0..text.len()), "แรก\n- สอง\n- สาม\n- สี่");
    }
}
