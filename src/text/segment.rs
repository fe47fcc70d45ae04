//! Words: Thai is written without spaces, so words come from a dictionary; other scripts from Unicode's word borders.

use std::sync::LazyLock;

use icu_segmenter::options::WordBreakInvariantOptions;
use icu_segmenter::{WordSegmenter, WordSegmenterBorrowed};

use super::script::is_word;

static SEGMENTER: LazyLock<WordSegmenterBorrowed<'static>> =
    LazyLock::new(|| WordSegmenter::new_dictionary(WordBreakInvariantOptions::default()));

/// The words of a text in order; white space and punctuation are left out.
///
/// A misspelt Thai word shatters into short pieces: words help where spelling is right, n-grams carry the rest.
pub fn words(text: &str) -> Vec<&str> {
    spans(text).filter_map(|(start, end)| text.get(start..end)).collect()
}

/// The words of a text as byte ranges at character borders.
pub fn spans(text: &str) -> impl Iterator<Item = (usize, usize)> + '_ {
    let mut start = 0;
    SEGMENTER.segment_str(text).filter_map(move |end| {
        let span = (start, end);
        start = end;
        text.get(span.0..span.1).is_some_and(|piece| piece.chars().any(is_word)).then_some(span)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_mixed_text() {
        for (text, expected) in [
            ("", vec![]),
            ("account manager", vec!["account", "manager"]),
            ("เงินเดือนเท่าไหร่", vec!["เงิน", "เดือน", "เท่า", "ไหร่"]),
            ("อยากเป็นaccount manager!", vec!["อยาก", "เป็น", "account", "manager"]),
            ("5,000 บาท", vec!["5,000", "บาท"]),
            ("… ?!", vec![]),
        ] {
            assert_eq!(words(text), expected, "{text}");
        }
    }
}
