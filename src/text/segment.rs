//! Words: Thai is written without spaces, so words come from a dictionary; other scripts from Unicode's word borders.

use std::iter::Skip;
use std::ops::Range;
use std::sync::LazyLock;

use icu_segmenter::iterators::WordBreakIterator;
use icu_segmenter::options::WordBreakInvariantOptions;
use icu_segmenter::scaffold::Utf8;
use icu_segmenter::{WordSegmenter, WordSegmenterBorrowed};

use super::cut::Cuts;
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
    parts(text).flat_map(move |(part, cuts)| {
        let (start, whole) = (part.start, text.get(part.clone()).unwrap_or_default());
        let mut borders = match cuts {
            Some(cuts) => Borders::Known(cuts.skip(1), part.len()),
            None if whole.chars().any(is_word) => Borders::Sought(SEGMENTER.segment_str(whole)),
            None => Borders::None,
        };
        let mut last = 0;
        std::iter::from_fn(move || {
            loop {
                let span = last..borders.next()?;
                last = span.end;
                if whole.get(span.clone())?.chars().any(is_word) {
                    return Some((start + span.start, start + span.end));
                }
            }
        })
    })
}

/// Where the words of a part of a text end.
enum Borders<'t> {
    None,
    Known(Skip<Cuts>, usize),
    Sought(WordBreakIterator<'static, 't, Utf8>),
}

impl Iterator for Borders<'_> {
    type Item = usize;

    fn next(&mut self) -> Option<usize> {
        match self {
            Self::None => None,
            Self::Known(cuts, end) => cuts.next().or_else(|| (*end > 0).then(|| std::mem::take(end))),
            Self::Sought(borders) => borders.next(),
        }
    }
}

/// The parts of a text that are cut each by itself: the Thai whose words are known, and what stands between.
fn parts(text: &str) -> impl Iterator<Item = (Range<usize>, Option<Cuts>)> {
    let mut at = 0;
    let mut ahead: Option<(Range<usize>, Cuts)> = None;
    std::iter::from_fn(move || {
        if let Some((known, cuts)) = ahead.take() {
            at = known.end;
            return Some((known, Some(cuts)));
        }
        let mut sought = at;
        loop {
            let Some(run) = thai_run(text, sought) else {
                let rest = at..text.len();
                at = text.len();
                return (!rest.is_empty()).then_some((rest, None));
            };
            sought = run.end;
            if let Some(cuts) = text.get(run.clone()).and_then(Cuts::known) {
                let before = at..run.start;
                at = run.end;
                if before.is_empty() {
                    return Some((run, Some(cuts)));
                }
                ahead = Some((run, cuts));
                return Some((before, None));
            }
        }
    })
}

/// The next run of Thai letters and marks from a byte on that nothing beside it belongs to.
fn thai_run(text: &str, from: usize) -> Option<Range<usize>> {
    let rest = text.get(from..)?;
    let start = from + rest.find(is_complex)?;
    let run = text.get(start..)?;
    let end = start + run.find(|c| !is_complex(c)).unwrap_or(run.len());
    Some(start..end)
}

/// Whether words of such characters are sought in a dictionary: Thai letters and marks.
fn is_complex(c: char) -> bool {
    matches!(c, '\u{0E01}'..='\u{0E3A}' | '\u{0E40}'..='\u{0E4E}')
}

#[cfg(test)]
mod tests {
    use include_dir::{Dir, include_dir};
    use proptest::prelude::*;

    use super::*;

    static STARTER: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/knowledge");

    /// Words as the segmenter finds them in the whole text.
    fn sought(text: &str) -> Vec<(usize, usize)> {
        let borders: Vec<usize> = SEGMENTER.segment_str(text).collect();
        let pieces = borders.windows(2).map(|pair| (pair[0], pair[1]));
        pieces.filter(|&(start, end)| text[start..end].chars().any(is_word)).collect()
    }

    fn starter() -> impl Iterator<Item = &'static str> {
        STARTER.dirs().flat_map(Dir::files).filter_map(|file| file.contents_utf8())
    }

    fn runs(text: &str) -> impl Iterator<Item = &str> {
        text.split(|c| !is_complex(c)).filter(|run| !run.is_empty())
    }

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

    #[test]
    fn starter_texts_are_cut_in_advance_as_the_dictionary_cuts_them() {
        let (mut all, mut known) = (0, 0);
        for text in starter() {
            assert_eq!(spans(text).collect::<Vec<_>>(), sought(text));
            all += runs(text).count();
            known += runs(text).filter(|run| Cuts::known(run).is_some()).count();
        }
        assert!(known > all * 99 / 100, "{known} of {all} are known");
    }

    proptest! {
        #[test]
        fn known_texts_beside_others_are_cut_as_one_text(
            parts in proptest::collection::vec((0_usize..9999, "[ก-์a-zA-Z0-9]{0,3}[ .,_'’…\u{301}\u{200D}é漢😀ๆ-]{0,3}[ก-์a-z0-9]{0,3}"), 0..6),
        ) {
            let known: Vec<&str> = starter().take(3).flat_map(runs).collect();
            let text: String = parts.iter().map(|(run, other)| [known[run % known.len()], other].concat()).collect();
            prop_assert_eq!(spans(&text).collect::<Vec<_>>(), sought(&text));
        }
    }
}
