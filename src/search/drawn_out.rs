//! Letters that are drawn out (kpiiii, เออออี), where a name of a few letters must stand exactly.

use crate::text::normalize::ELONGATION;
use crate::text::script::{is_thai, is_word};

/// A normalized text with each letter that is drawn out written so many times; `None` where there is none. Digits stay, and words of
/// one letter: AAA is a rating, and III a level.
pub(crate) fn written(normalized: &str, times: usize) -> Option<String> {
    let characters: Vec<char> = normalized.chars().collect();
    let drawn_out =
        |run: &[char]| run.len() >= ELONGATION && run.first().is_some_and(|&c| is_word(c) && !c.is_numeric());
    let mut written = String::with_capacity(normalized.len());
    let script = |c: char| (is_word(c), is_thai(c));
    for word in characters.chunk_by(|a, b| script(*a) == script(*b)) {
        let one_letter = word.windows(2).all(|two| two.first() == two.last());
        for run in word.chunk_by(|a, b| a == b) {
            let kept = if drawn_out(run) && !one_letter { times } else { run.len() };
            written.extend(run.iter().take(kept));
        }
    }
    (written != normalized).then_some(written)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_are_written_once_or_twice() {
        for (typed, times, expected) in [
            ("kpiiii คืออะไร", 1, Some("kpi คืออะไร")),
            ("เออออี เงินเดือน", 2, Some("เออี เงินเดือน")),
            ("มากกกก 5555 บาท", 1, Some("มาก 5555 บาท")),
            ("aee", 1, None),
            ("หุ้นกู้ aaaคืออะไร", 1, None),
            ("aaa rating, level iii", 1, None),
            ("", 1, None),
        ] {
            assert_eq!(written(typed, times).as_deref(), expected, "{typed}");
        }
    }
}
