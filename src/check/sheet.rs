//! An article with its file's text, and where in that text things stand. Owns no judgement.

use std::ops::Range;

use crate::knowledge::{Article, Level, Place, Problem, Section, SourceText};

/// An article and the text that it was read from. Places are looked for in the text; what cannot be found there, because
/// YAML wrote it in another way, is said to stand at the article's title.
#[derive(Debug)]
pub(crate) struct Sheet<'a> {
    pub(crate) article: &'a Article,
    source: SourceText<'a>,
    /// The front matter without its fences.
    front: Range<usize>,
}

/// The line above and below the front matter.
const FENCE: &str = "---";

impl<'a> Sheet<'a> {
    /// Puts an article and its text together.
    pub(crate) fn new(article: &'a Article, text: &'a str) -> Self {
        let source = SourceText::new(text);
        let mut fences = source.lines().filter(|line| source.part(line.clone()).trim_end() == FENCE);
        let front = match (fences.next(), fences.next()) {
            (Some(first), Some(second)) => first.end..second.start,
            _ => 0..0,
        };
        drop(fences);
        Self { article, source, front }
    }

    /// A problem of this article.
    pub(crate) fn problem(
        &self,
        (level, rule): (Level, &'static str),
        place: Place,
        what: String,
        mend: impl Into<String>,
    ) -> Problem {
        let (file, mend) = (self.article.file.clone(), mend.into());
        Problem { level, rule, file, place: Some(place), what, mend }
    }

    /// `file:line:column`.
    pub(crate) fn address(&self, place: &Place) -> String {
        format!("{}:{}:{}", self.article.file, place.line, place.column)
    }

    /// The article's title.
    pub(crate) fn title(&self) -> Place {
        self.key("title")
    }

    /// The value behind a key of the front matter; the key itself where the value stands below it.
    pub(crate) fn key(&self, key: &str) -> Place {
        let line = self.front_lines().find_map(|line| {
            let after = self.source.part(line.clone()).strip_prefix(key)?.strip_prefix(':')?;
            let value = line.end - after.trim_start().len();
            Some(if value < line.end { value..line.end } else { line.start..line.end })
        });
        self.source.place(line.unwrap_or(0..0))
    }

    /// A text of the front matter behind a key; the title where it is not found.
    pub(crate) fn listed(&self, key: &str, text: &str) -> Place {
        let from = self.key_start(key).unwrap_or(self.front.end);
        let found = whole_matches(self.source.part(from..self.front.end), text).find(|&at| {
            // `AM` is listed where an item ends behind it, not at the beginning of `AM team`.
            let after = self.source.part(from + at + text.len()..self.front.end);
            after.is_empty()
                || after.trim_start_matches([' ', '\'', '"']).starts_with([',', ']', '}', '\n', '\r', '#'])
        });
        found.map_or_else(|| self.title(), |at| self.source.place(from + at..from + at + text.len()))
    }

    /// A name: where it is listed, else the title.
    pub(crate) fn name(&self, name: &str) -> Place {
        if self.article.title.contains(name) { self.title() } else { self.listed("aliases", name) }
    }

    /// An item of a list of the front matter that has a line for each, counted from 0; else the list's key.
    pub(crate) fn item(&self, key: &str, index: usize) -> Place {
        let start = self.key_start(key).unwrap_or(self.front.end);
        let below = self.front_lines().skip_while(|line| line.start <= start);
        let list = below.take_while(|line| {
            self.source.part(line.clone()).starts_with([' ', '-']) || line.start == line.end
        });
        let mut items = list.filter(|line| self.source.part(line.clone()).trim_start().starts_with("- "));
        items.nth(index).map_or_else(
            || self.key(key),
            |line| {
                let text = self.source.part(line.clone());
                let indent = line.len() - text.trim_start().len();
                // Its beginning is enough: an item may be a long line.
                let end = text.find(',').unwrap_or(text.len());
                self.source.place(line.start + indent..line.start + end.max(indent))
            },
        )
    }

    /// A section's heading; its first line for the text before the first heading.
    pub(crate) fn heading(&self, section: &Section) -> Place {
        let line = self.source.lines().nth(section.line.saturating_sub(1)).unwrap_or(0..0);
        self.source.place(line)
    }

    /// A part of a section's text. It is marked to the end of its first line.
    pub(crate) fn within(&self, section: &Section, part: &Range<usize>) -> Place {
        let before = section.text.get(..part.start).unwrap_or_default();
        let line_number = before.matches('\n').count();
        let line_start = before.rfind('\n').map_or(0, |at| at + 1);
        let first_line = section.text.lines().next().unwrap_or_default();
        // The text begins at its heading, or below it and below empty lines.
        let mut lines = self.source.lines().skip(section.line.saturating_sub(1));
        let Some(first) =
            lines.by_ref().find(|line| self.source.part(line.clone()).trim() == first_line.trim())
        else {
            return self.heading(section);
        };
        let indent = self.source.part(first.clone()).find(first_line).unwrap_or_default();
        let (line, indent) = match line_number {
            0 => (Some(first), indent),
            further => (lines.nth(further - 1), 0),
        };
        let Some(line) = line else { return self.heading(section) };
        let start = line.start + indent + (part.start - line_start);
        self.source.place(start..(start + part.len()).min(line.end).max(start))
    }

    fn front_lines(&self) -> impl Iterator<Item = Range<usize>> {
        let front = self.front.clone();
        self.source.lines().filter(move |line| line.start >= front.start && line.end <= front.end)
    }

    fn key_start(&self, key: &str) -> Option<usize> {
        let is_key = |line: &Range<usize>| {
            self.source.part(line.clone()).strip_prefix(key).is_some_and(|rest| rest.starts_with(':'))
        };
        self.front_lines().find(is_key).map(|line| line.start)
    }
}

/// Where a text stands that is no part of a longer word.
fn whole_matches(text: &str, needle: &str) -> impl Iterator<Item = usize> {
    text.match_indices(needle).map(|(at, _)| at).filter(move |&at| {
        let before = text.get(..at).and_then(|before| before.chars().next_back());
        let after = text.get(at + needle.len()..).and_then(|after| after.chars().next());
        let joins = |c: Option<char>| c.is_some_and(|c| crate::text::script::is_word(c) || c == '-');
        !joins(before) && !joins(after)
    })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::knowledge::{ArticleId, Language, built_in_facets, parse};

    const TEXT: &str = "---\ntitle: ผู้จัดการ (Manager)\naliases: [AM team, AM]\nquestions:\n  salary: [AM pay?]\n\
                        pay:\n  - {region: US}\n  - {region: TH}\n---\n\n  Lead of it.\nSecond line.\n\n## Pay {#salary}\n\nOne.\n\nTwo HERE.\n";

    fn sheet_with<T>(text: &str, use_it: impl FnOnce(&Sheet<'_>) -> T) -> T {
        let id = ArticleId::parse("a").unwrap();
        let article = parse("en/a.md", id, Language::english(), text, &built_in_facets()).0.unwrap();
        use_it(&Sheet::new(&article, text))
    }

    #[track_caller]
    fn assert_place(text: &str, find: impl Fn(&Sheet<'_>) -> Place, line: usize, column: usize) {
        let place = sheet_with(text, find);
        assert_eq!((place.line, place.column), (line, column));
    }

    #[test]
    fn things_are_found_where_they_stand() {
        for text in [TEXT.to_owned(), TEXT.replace('\n', "\r\n")] {
            assert_place(&text, |sheet| sheet.key("title"), 2, 8);
            assert_place(&text, |sheet| sheet.name("Manager"), 2, 8);
            assert_place(&text, |sheet| sheet.name("AM"), 3, 20);
            assert_place(&text, |sheet| sheet.listed("questions", "AM pay?"), 5, 12);
            assert_place(&text, |sheet| sheet.item("pay", 1), 8, 3);
            assert_place(&text, |sheet| sheet.key("pay"), 6, 1);
            assert_place(&text, |sheet| sheet.heading(&sheet.article.sections[1]), 14, 1);
            let found = |section: usize, needle: &'static str| {
                move |sheet: &Sheet<'_>| {
                    let section = &sheet.article.sections[section];
                    let at = section.text.find(needle).unwrap();
                    sheet.within(section, &(at..at + needle.len()))
                }
            };
            assert_place(&text, found(0, "of"), 11, 8);
            assert_place(&text, found(0, "line"), 12, 8);
            assert_place(&text, found(1, "HERE"), 18, 5);
        }
    }

    #[test]
    fn what_is_not_found_stands_at_the_title() {
        assert_place(TEXT, |sheet| sheet.name("nowhere"), 2, 8);
        assert_place(TEXT, |sheet| sheet.item("pay", 9), 6, 1);
        assert_place(TEXT, |sheet| sheet.key("ladder"), 1, 1);
    }
}
