//! Words: Thai is written without spaces, so words come from a dictionary; other scripts from Unicode's word borders.

use std::ops::Range;
use std::sync::LazyLock;

use icu_segmenter::iterators::WordBreakIterator;
use icu_segmenter::options::WordBreakInvariantOptions;
use icu_segmenter::scaffold::Utf8;
use icu_segmenter::{WordSegmenter, WordSegmenterBorrowed};

use super::ascii::AsciiBorders;
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
    Spans { text, at: 0, unknown: 0, ahead: None, part: 0..0, last: 0, borders: Borders::None }
}

/// The words of a text. Thai whose words are known is cut by itself, and so is what stands between, where what is ASCII up to a
/// space is cut without the segmenter.
struct Spans<'t> {
    text: &'t str,
    /// Where the parts end that were begun.
    at: usize,
    /// Up to where nothing is known of the text …
    unknown: usize,
    /// … and what is known of the part that begins there.
    ahead: Option<(Range<usize>, Cuts)>,
    part: Range<usize>,
    /// Where the last word of the part ends.
    last: usize,
    /// Where words of the part end, counted from its start.
    borders: Borders<'t>,
}

/// Where the words of a part end.
enum Borders<'t> {
    None,
    Known(Cuts),
    Ascii(AsciiBorders<'t>),
    Sought(WordBreakIterator<'static, 't, Utf8>),
}

impl Iterator for Spans<'_> {
    type Item = (usize, usize);

    fn next(&mut self) -> Option<(usize, usize)> {
        loop {
            let (end, is_known) = match &mut self.borders {
                Borders::None => (None, false),
                Borders::Known(cuts) => (cuts.next(), true),
                Borders::Ascii(borders) => (borders.next(), false),
                Borders::Sought(borders) => (borders.next(), false),
            };
            let start = self.last;
            self.last = match end {
                Some(end) => self.part.start + end,
                // The last word of known Thai ends with it.
                None if is_known => {
                    self.borders = Borders::None;
                    self.part.end
                }
                None => {
                    self.begin_part()?;
                    continue;
                }
            };
            let is_word = || self.text.get(start..self.last).is_some_and(|span| span.chars().any(is_word));
            if start < self.last && (is_known || is_word()) {
                return Some((start, self.last));
            }
        }
    }
}

impl Spans<'_> {
    /// Goes on to the next part; `None` at the end of the text.
    fn begin_part(&mut self) -> Option<()> {
        if self.at >= self.text.len() && self.ahead.is_none() {
            return None;
        }
        let (part, cuts) = self.next_part();
        self.borders = match (cuts, self.text.get(part.clone())) {
            (Some(cuts), _) => Borders::Known(cuts),
            (None, Some(text)) if text.is_ascii() => Borders::Ascii(AsciiBorders::of(text)),
            (None, Some(text)) if text.chars().any(is_word) => Borders::Sought(SEGMENTER.segment_str(text)),
            _ => Borders::None,
        };
        (self.at, self.last) = (part.end, part.start);
        self.part = part;
        Some(())
    }

    /// The next part with what is known of it.
    fn next_part(&mut self) -> (Range<usize>, Option<Cuts>) {
        if self.at >= self.unknown {
            if let Some((part, cuts)) = self.ahead.take() {
                return (part, Some(cuts));
            }
            self.look_ahead();
            if let Some((part, cuts)) = self.ahead.take_if(|(part, _)| part.start == self.at) {
                return (part, Some(cuts));
            }
        }
        (self.at..self.alike_up_to(), None)
    }

    /// Looks for the next part of which something is known.
    fn look_ahead(&mut self) {
        let mut sought = self.at;
        while let Some(run) = thai_run(self.text, sought) {
            sought = run.end;
            if let Some(cuts) = self.text.get(run.clone()).and_then(Cuts::known) {
                self.unknown = run.start;
                self.ahead = Some((run, cuts));
                return;
            }
        }
        self.unknown = self.text.len();
    }

    /// The end of the text that can be cut by itself and in one way: ASCII, or words with other characters in them. It lies in
    /// front of a space, where no word goes on.
    fn alike_up_to(&self) -> usize {
        let rest = self.text.get(self.at..self.unknown).unwrap_or_default();
        let space = |c: char| matches!(c, ' ' | '\n');
        let ascii = rest.bytes().position(|byte| !byte.is_ascii()).unwrap_or(rest.len());
        let (before, after) = rest.split_at_checked(ascii).unwrap_or((rest, ""));
        let length = match before.rfind(space) {
            _ if after.is_empty() => rest.len(),
            Some(space) if space > 0 => space,
            _ => ascii + after.find(space).unwrap_or(after.len()),
        };
        self.at + length
    }
}

/// The next run of Thai letters and marks from a byte on.
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
        pieces.filter(|&(start, end)| text.get(start..end).unwrap_or_default().chars().any(is_word)).collect()
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
            ("it's café e.g. naïve’s ends", vec!["it's", "café", "e.g", "naïve’s", "ends"]),
            ("เดือน é ใน x", vec!["เดือน", "é", "ใน", "x"]),
            ("… ?!", vec![]),
        ] {
            assert_eq!(words(text), expected, "{text}");
            assert_eq!(spans(text).collect::<Vec<_>>(), sought(text), "{text}");
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
        fn ascii_is_cut_as_by_the_segmenter(text in "[ -~\\n]{0,60}|[ab01_.,':; -]{0,40}") {
            prop_assert_eq!(spans(&text).collect::<Vec<_>>(), sought(&text));
        }

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
