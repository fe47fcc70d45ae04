//! What of a text is indexed: three fields of terms, each a list of numeric keys in order of appearance.

use crate::text::ngram::{hash, ngrams};
use crate::text::script::{is_thai, is_word};
use crate::text::{fold, segment};

/// Length of the character n-grams. 3 is the best single length on Thai and English alike (2 and 4 lose on clean text).
const NGRAM: usize = 3;

/// A way of taking terms from a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Field {
    /// Whole words: exact where the spelling is right.
    Words,
    /// Character n-grams: they carry typos.
    Ngrams,
    /// Character n-grams of the folded text: they carry missing and wrong marks.
    FoldedNgrams,
}

/// The fields with their weights. Raw BM25 scores are added: rank fusion and per-question scaling let the word field,
/// which noise breaks, outvote the n-grams. Weights: best of a sweep over the `XQuAD` and iapp development questions.
pub(crate) const FIELDS: [(Field, f32); 3] =
    [(Field::Words, 1.0), (Field::Ngrams, 0.5), (Field::FoldedNgrams, 0.5)];

impl Field {
    /// The keys of a normalized text.
    pub(crate) fn keys(self, normalized: &str) -> Vec<u64> {
        match self {
            Self::Words => segment::words(normalized).into_iter().map(|word| hash(word.chars())).collect(),
            Self::Ngrams => ngrams(&spaced(normalized), NGRAM).collect(),
            Self::FoldedNgrams => ngrams(&spaced(&fold(normalized)), NGRAM).collect(),
        }
    }
}

/// The characters that n-grams are taken from: letters, marks and digits; one space between Latin words and at the
/// ends, as the borders of words; none beside Thai, where spaces are put at will.
fn spaced(text: &str) -> Vec<char> {
    let mut characters = vec![' '];
    let mut gap = false;
    for c in text.chars() {
        if !is_word(c) {
            gap = true;
            continue;
        }
        let beside_thai = is_thai(c) || characters.last().copied().is_some_and(is_thai);
        if gap && !beside_thai && characters.len() > 1 {
            characters.push(' ');
        }
        gap = false;
        characters.push(c);
    }
    characters.push(' ');
    characters
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spaces_are_borders_of_latin_words_only() {
        for (text, expected) in [
            ("", "  "),
            ("account  manager?", " account manager "),
            ("เงิน เดือน", " เงินเดือน "),
            ("อยากเป็น account manager", " อยากเป็นaccount manager "),
            ("(a)", " a "),
        ] {
            assert_eq!(spaced(text).into_iter().collect::<String>(), expected, "{text}");
        }
    }

    #[test]
    fn folded_ngrams_ignore_marks() {
        assert_eq!(Field::FoldedNgrams.keys("ผู้จัดการ"), Field::FoldedNgrams.keys("ผจดการ"));
        assert_ne!(Field::Ngrams.keys("ผู้จัดการ"), Field::Ngrams.keys("ผจดการ"));
    }
}
