//! Problems as people read them in a terminal: the line with a caret under the place. Owns no finding of problems.

use ariadne::{CharSet, Color, Config, IndexType, Label, Report, ReportKind, Source};

use super::problem::{Level, Place, Problem, Problems};
use super::source::SourceText;

/// A line longer than this (characters) wraps so often that no caret is found under it; such a problem is one line.
const MAX_CARET_LINE: usize = 4_000;

impl Problems {
    /// Every problem with the line it is about and a caret under the place, in their order.
    pub fn rendered(&self, colour: bool) -> impl Iterator<Item = String> {
        self.iter().map(move |problem| {
            let caret = problem
                .place
                .as_ref()
                .zip(self.source(&problem.file))
                .and_then(|(place, text)| render(problem, place, text, colour));
            caret.unwrap_or_else(|| plain(problem))
        })
    }
}

/// The form without a caret.
fn plain(problem: &Problem) -> String {
    let level = match problem.level {
        Level::Error => "Error",
        Level::Warning => "Warning",
        Level::Hint => "Hint",
    };
    let (what, mend) = (visible(&problem.what), visible(&problem.mend));
    format!("{level}: {what}\n   ╭─[ {} ]\n   ╰─ {mend}\n", visible(&problem.location()))
}

/// The form with a caret; `None` when the place is not in the text or its line is too long.
fn render(problem: &Problem, place: &Place, text: &str, colour: bool) -> Option<String> {
    let source = SourceText::new(text);
    let lines_before = place.line.checked_sub(1)?;
    let line = source.lines().nth(lines_before)?;
    let line_text = visible(source.part(line.clone()));
    let length = line_text.chars().count();
    if length > MAX_CARET_LINE {
        return None;
    }
    // The report gets this one line, after as many empty ones as keep its number right: a place that goes on below is
    // marked where it starts. Characters that steer a terminal are replaced one for one, so characters are counted.
    let marked =
        source.part(place.span.start..place.span.end.min(line.end).max(place.span.start)).chars().count();
    let start = lines_before + (place.column.checked_sub(1)?).min(length);
    let span = start..(start + marked).min(lines_before + length);

    let (kind, kind_colour) = match problem.level {
        Level::Error => (ReportKind::Error, Color::Red),
        Level::Warning => (ReportKind::Warning, Color::Yellow),
        Level::Hint => (ReportKind::Advice, Color::Cyan),
    };
    let config =
        Config::new().with_color(colour).with_index_type(IndexType::Char).with_char_set(CharSet::Unicode);
    let id = (problem.file.as_str(), span);
    let report = Report::build(kind, id.clone())
        .with_config(config)
        .with_message(visible(&problem.what))
        .with_label(Label::new(id).with_color(kind_colour).with_message(visible(&problem.mend)))
        .finish();
    let source = Source::from("\n".repeat(lines_before) + &line_text);
    let mut out = Vec::new();
    report.write((problem.file.as_str(), source), &mut out).ok()?;
    // The name of a kind of one's own would be coloured even where no colour is wanted, so ours is put in here.
    let report = String::from_utf8(out).ok()?.replacen("Advice:", "Hint:", 1);
    Some(report.lines().map(|line| format!("{}\n", line.trim_end())).collect())
}

/// The text with every character that could steer a terminal or move other text replaced, one for one.
fn visible(text: &str) -> String {
    text.chars().map(|c| if steers(c) { char::REPLACEMENT_CHARACTER } else { c }).collect()
}

/// Control characters except tab, line separators, and the marks that turn the direction of writing.
fn steers(c: char) -> bool {
    (c.is_control() && c != '\t')
        || matches!(c, '\u{200E}' | '\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::super::problem::Notes;
    use super::*;

    #[track_caller]
    fn rendered(text: &str, needle: &str) -> String {
        let source = SourceText::new(text);
        let start = source.text().find(needle).unwrap();
        let mut notes = Notes::new("th/a.md", &source);
        notes.error(&(start..start + needle.len()), "what is wrong", "how to mend it");
        let problems = Problems::new(notes.finish(), [("th/a.md".to_owned(), source.text().to_owned())]);
        problems.rendered(false).collect()
    }

    #[test]
    fn the_caret_stands_under_the_place_whatever_thai_is_before_it() {
        insta::assert_snapshot!(rendered("title: x\nที่นี่ผู้จัดการน้ำดื่ม: HERE ต่อ\n", "HERE"), @r"
        Error: what is wrong
           ╭─[ th/a.md:2:25 ]
           │
         2 │ ที่นี่ผู้จัดการน้ำดื่ม: HERE ต่อ
           │               ──┬─
           │                 ╰─── how to mend it
        ───╯
        ");
        insta::assert_snapshot!(rendered("\tกำไร\tHERE", "HERE"), @r"
        Error: what is wrong
           ╭─[ th/a.md:1:7 ]
           │
         1 │     กำไร   HERE
           │            ──┬─
           │              ╰─── how to mend it
        ───╯
        ");
    }

    #[test]
    fn a_place_of_several_lines_is_marked_where_it_starts() {
        insta::assert_snapshot!(rendered("one\ntwo\nthree\n", "wo\nthr"), @r"
        Error: what is wrong
           ╭─[ th/a.md:2:2 ]
           │
         2 │ two
           │  ─┬
           │   ╰── how to mend it
        ───╯
        ");
    }

    #[test]
    fn what_steers_a_terminal_is_replaced() {
        let text = rendered("a\u{1b}[31m\u{202e}\u{2028} HERE", "HERE");
        assert!(!text.contains(['\u{1b}', '\u{202e}', '\u{2028}']), "{text}");
    }

    #[test]
    fn an_endless_line_is_not_shown() {
        let text = format!("{} HERE", "ก".repeat(MAX_CARET_LINE));
        assert_eq!(
            rendered(&text, "HERE"),
            "Error: what is wrong\n   ╭─[ th/a.md:1:4002 ]\n   ╰─ how to mend it\n"
        );
    }
}
