//! Cutting text to a limit at the best border: paragraph, line, sentence, word, grapheme. Owns no knowledge of whose
//! limit it is.
//!
//! A Thai sentence has no full stop: spaces stand between clauses, and they are where Thai text is cut. Links, code and
//! emphasis are kept whole where they can be, so that a piece of Markdown stays Markdown.

use std::ops::Range;

use pulldown_cmark::{Event, Options, Parser, Tag};
use unicode_segmentation::UnicodeSegmentation;

use crate::text::script::{is_thai, is_thai_leading_vowel};

/// Shows that a text goes on.
const MARK: &str = " …";
/// A border is taken when at least one part in this many of the room is filled, by kind, best kind first: a paragraph
/// that ends in the first lines is a worse place than a sentence near the end, but a broken word is worse still.
const MIN_FILL: [usize; KINDS] = [2, 2, 2, 4, 4];

/// What a text may take. A text keeps the budget when it keeps both limits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Budget {
    /// Unicode scalar values.
    pub characters: usize,
    /// Bytes of UTF-8.
    pub bytes: usize,
}

impl Budget {
    /// Whether the text keeps the budget.
    pub fn holds(self, text: &str) -> bool {
        text.len() <= self.bytes && text.chars().count() <= self.characters
    }

    /// What is left after a text; nothing when the text takes more.
    #[must_use]
    pub fn without(self, text: &str) -> Self {
        Self {
            characters: self.characters.saturating_sub(text.chars().count()),
            bytes: self.bytes.saturating_sub(text.len()),
        }
    }
}

/// A text in two.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cut<'a> {
    /// The beginning; ends with `…` when there is a rest. Keeps the budget.
    pub head: String,
    /// What was left out, without the white space around the cut.
    pub rest: &'a str,
}

/// Cuts a text to a budget. A budget too small for a character and the mark leaves everything in the rest.
pub fn cut(text: &str, budget: Budget) -> Cut<'_> {
    let text = text.trim();
    Cutter::new(text).next(0, budget)
}

/// The whole text in pieces that keep the budget, every piece but the last ending with `…`. Only white space is lost
/// at the cuts; from where the budget is too small for a single character, the rest is left out.
pub fn pages(text: &str, budget: Budget) -> Vec<String> {
    let text = text.trim();
    let cutter = Cutter::new(text);
    let mut pages = Vec::new();
    let mut start = 0;
    while start < text.len() {
        let Cut { head, rest } = cutter.next(start, budget);
        if head.is_empty() {
            break;
        }
        pages.push(head);
        start = text.len() - rest.len();
    }
    pages
}

/// The kinds of border, best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Border {
    Paragraph,
    Line,
    Sentence,
    Word,
    Grapheme,
}

/// How many kinds of border there are.
const KINDS: usize = 5;

/// A text with the places that should stay whole.
struct Cutter<'a> {
    text: &'a str,
    whole: Vec<Range<usize>>,
}

impl<'a> Cutter<'a> {
    fn new(text: &'a str) -> Self {
        Self { text, whole: whole_places(text) }
    }

    /// Cuts what begins at a position.
    fn next(&self, start: usize, budget: Budget) -> Cut<'a> {
        let remaining = self.text.get(start..).unwrap_or_default();
        if budget.holds(remaining) {
            return Cut { head: remaining.to_owned(), rest: "" };
        }
        let end = self.best_border(start, remaining, budget.without(MARK));
        let (head, rest) = remaining.split_at_checked(end).unwrap_or(("", remaining));
        let head = head.trim_end();
        if head.is_empty() {
            return Cut { head: String::new(), rest: remaining };
        }
        // Inside a word the mark follows at once: a space would make two words of it.
        let mark = if rest.starts_with(char::is_whitespace) { MARK } else { MARK.trim_start() };
        Cut { head: format!("{head}{mark}"), rest: rest.trim_start() }
    }

    /// Where to cut, in bytes from the start: the last border of the best kind that fills enough of the room.
    fn best_border(&self, start: usize, remaining: &str, room: Budget) -> usize {
        let mut last = [None; KINDS];
        let mut reach = 0;
        let mut characters = 0;
        for (position, grapheme) in remaining.grapheme_indices(true) {
            if position > 0 && !self.is_inside_whole(start + position) {
                let kind = border(remaining, position);
                if let Some(kind) = kind
                    && let Some(place) = last.get_mut(kind as usize)
                {
                    *place = Some(position);
                }
            }
            characters += grapheme.chars().count();
            if position + grapheme.len() > room.bytes || characters > room.characters {
                break;
            }
            reach = position + grapheme.len();
        }
        let mut borders = last.into_iter().zip(MIN_FILL);
        let filling = borders.find_map(|(border, fill)| border.filter(|position| *position >= reach / fill));
        filling.or_else(|| last.into_iter().flatten().max()).unwrap_or_else(|| {
            // One long link, or one grapheme of very many marks: better broken than endless.
            if reach > 0 { reach } else { characters_within(remaining, room) }
        })
    }

    /// Whether a cut here would break something.
    fn is_inside_whole(&self, position: usize) -> bool {
        let next = self.whole.partition_point(|place| place.end <= position);
        self.whole.get(next).is_some_and(|place| place.start < position)
    }
}

/// The kind of border at a position between two graphemes; `None` where Thai never breaks.
fn border(text: &str, position: usize) -> Option<Border> {
    let (before, after) = text.split_at_checked(position)?;
    let (last, first) = (before.chars().next_back()?, after.chars().next()?);
    if last.is_whitespace() {
        // Every run of white space counts once, at its beginning.
        return None;
    }
    if !first.is_whitespace() {
        return (!is_thai_leading_vowel(last)).then_some(Border::Grapheme);
    }
    let space: String = after.chars().take_while(|c| c.is_whitespace()).collect();
    let next = after.trim_start().chars().next();
    Some(match space.matches('\n').count() {
        0 if ends_sentence(before) || (is_thai(last) && next.is_some_and(is_thai)) => Border::Sentence,
        0 => Border::Word,
        1 => Border::Line,
        _ => Border::Paragraph,
    })
}

/// Whether a Latin sentence ends here; closing quotation marks and brackets belong to it.
fn ends_sentence(text: &str) -> bool {
    text.trim_end_matches(['"', '”', '’', ')', '*', '_']).ends_with(['.', '!', '?', '…', '。'])
}

/// How many bytes of whole characters keep the budget: for a grapheme that is larger than all the room.
fn characters_within(text: &str, room: Budget) -> usize {
    text.char_indices()
        .take(room.characters)
        .map(|(position, c)| position + c.len_utf8())
        .take_while(|end| *end <= room.bytes)
        .last()
        .unwrap_or(0)
}

/// The places of links, images, emphasis, code spans and bare addresses, in order, none overlapping another.
fn whole_places(text: &str) -> Vec<Range<usize>> {
    let mut places: Vec<Range<usize>> = Parser::new_ext(text, Options::ENABLE_STRIKETHROUGH)
        .into_offset_iter()
        .filter(|(event, _)| {
            matches!(
                event,
                Event::Start(
                    Tag::Link { .. } | Tag::Image { .. } | Tag::Emphasis | Tag::Strong | Tag::Strikethrough
                ) | Event::Code(_)
            )
        })
        .map(|(_, place)| place)
        .collect();
    for scheme in ["https://", "http://"] {
        places.extend(text.match_indices(scheme).map(|(start, _)| {
            let address = text.get(start..).unwrap_or_default();
            start..start + address.find(char::is_whitespace).unwrap_or(address.len())
        }));
    }
    places.sort_by_key(|place| (place.start, std::cmp::Reverse(place.end)));
    let mut merged: Vec<Range<usize>> = Vec::with_capacity(places.len());
    for place in places {
        match merged.last_mut() {
            Some(last) if place.start < last.end => last.end = last.end.max(place.end),
            _ => merged.push(place),
        }
    }
    merged
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, characters: usize, head: &str, rest: &str) {
        let cut = cut(text, Budget { characters, bytes: 10_000 });
        assert_eq!((cut.head.as_str(), cut.rest), (head, rest), "{text:?}");
    }

    #[test]
    fn the_best_border_is_taken() {
        check("short", 5, "short", "");
        check("One.\n\nTwo two. Three three", 14, "One.\n\nTwo …", "two. Three three");
        check("First part.\n\nSecond. Third", 20, "First part. …", "Second. Third");
        check("- first\n- second\n- third", 20, "- first\n- second …", "- third");
        check("Good day. It is me", 14, "Good day. …", "It is me");
        check("plain words only", 14, "plain words …", "only");
        check("แปลว่าลูกค้า ไม่ใช่งานบัญชี AM", 26, "แปลว่าลูกค้า …", "ไม่ใช่งานบัญชี AM");
    }

    #[test]
    fn a_word_without_spaces_is_cut_between_graphemes() {
        check("น้ำน้ำน้ำ", 6, "น้ำ…", "น้ำน้ำ");
        check("กกกเก้า", 6, "กกก…", "เก้า");
        check("abcdefghij", 6, "abcd…", "efghij");
    }

    #[test]
    fn links_and_emphasis_stay_whole() {
        check(
            "see [the long name](https://a.example/b) now",
            30,
            "see …",
            "[the long name](https://a.example/b) now",
        );
        check("now **two bold words** here", 16, "now …", "**two bold words** here");
        check("go to https://a.example/path/to now", 20, "go to …", "https://a.example/path/to now");
        check("https://a.example/a/very/long/path", 12, "https://a.…", "example/a/very/long/path");
    }

    #[test]
    fn bytes_count_too() {
        let thai = cut("กขค งจฉ ชซฌ", Budget { characters: 100, bytes: 20 });
        assert_eq!((thai.head.as_str(), thai.rest), ("กขค …", "งจฉ ชซฌ"));
        let nothing = cut("กขค", Budget { characters: 2, bytes: 4 });
        assert_eq!((nothing.head.as_str(), nothing.rest), ("", "กขค"));
        assert!(pages("กขค", Budget { characters: 2, bytes: 4 }).is_empty());
    }

    #[test]
    fn an_endless_grapheme_is_broken() {
        let zalgo = format!("a{}", "\u{301}".repeat(100));
        let pages = pages(&zalgo, Budget { characters: 30, bytes: 60 });
        assert!(pages.len() > 3);
        assert!(pages.iter().all(|page| page.chars().count() <= 30 && page.len() <= 60));
    }
}
