//! Problems as people read them in a terminal: the line with a caret under the place. Owns no finding of problems.

use ariadne::{CharSet, Color, Config, IndexType, Label, LabelAttach, Report, ReportKind, Source};

use super::problem::{Level, Place, Problem, Problems};
use super::source::SourceText;

/// A line longer than this (characters) wraps so often that no caret is found under it; such a problem is one line.
const MAX_CARET_LINE: usize = 4_000;

impl Problems {
    /// Every problem with the line it is about and a caret under the place, in their order. Levels are called as the
    /// reader calls them.
    pub fn rendered(&self, colour: bool, level_names: LevelNames) -> impl Iterator<Item = String> {
        self.iter().map(move |problem| self.shown(problem, colour, level_names))
    }

    /// One of the problems as [`Problems::rendered`] shows it.
    pub fn shown(&self, problem: &Problem, colour: bool, level_names: LevelNames) -> String {
        let caret = problem
            .place
            .as_ref()
            .zip(self.source(&problem.file))
            .and_then(|(place, text)| render(problem, place, text, colour, level_names));
        caret.unwrap_or_else(|| plain(problem, level_names))
    }
}

/// What the levels are called at the head of a problem.
#[derive(Debug, Clone, Copy)]
pub struct LevelNames {
    /// Of [`Level::Error`].
    pub error: &'static str,
    /// Of [`Level::Warning`].
    pub warning: &'static str,
    /// Of [`Level::Hint`].
    pub hint: &'static str,
}

impl LevelNames {
    /// As most programs call them.
    pub const ENGLISH: Self = Self { error: "Error", warning: "Warning", hint: "Hint" };

    /// The name of a level.
    pub fn of(self, level: Level) -> &'static str {
        match level {
            Level::Error => self.error,
            Level::Warning => self.warning,
            Level::Hint => self.hint,
        }
    }
}

/// The form without a caret.
fn plain(problem: &Problem, level_names: LevelNames) -> String {
    let level = level_names.of(problem.level);
    let (what, mend) = (visible(&problem.what), visible(&problem.mend));
    format!("{level}: {what}\n   ╭─[ {} ]\n   ╰─ {mend}\n", visible(&problem.location()))
}

/// The form with a caret; `None` when the place is not in the text or its line is too long.
fn render(
    problem: &Problem,
    place: &Place,
    text: &str,
    colour: bool,
    level_names: LevelNames,
) -> Option<String> {
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

    let (kind, kind_name, kind_colour) = match problem.level {
        Level::Error => (ReportKind::Error, "Error:", Color::Red),
        Level::Warning => (ReportKind::Warning, "Warning:", Color::Yellow),
        Level::Hint => (ReportKind::Advice, "Advice:", Color::Cyan),
    };
    // The arrow leaves from the first character: one in the middle may be a mark without a width, and then it is lost.
    let config = Config::new()
        .with_color(colour)
        .with_index_type(IndexType::Char)
        .with_char_set(CharSet::Unicode)
        .with_label_attach(LabelAttach::Start);
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
    let report =
        String::from_utf8(out).ok()?.replacen(kind_name, &format!("{}:", level_names.of(problem.level)), 1);
    let lines: Vec<&str> = report.lines().map(str::trim_end).collect();
    Some(lines.join("\n") + "\n")
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
        let start = text.find(needle).unwrap();
        rendered_at(text, start..start + needle.len())
    }

    fn rendered_at(text: &str, span: std::ops::Range<usize>) -> String {
        let source = SourceText::new(text);
        let mut notes = Notes::new("th/a.md", &source);
        notes.error(&span, "what is wrong", "how to mend it");
        let problems = Problems::new(notes.finish(), [("th/a.md", source.text())]);
        problems.rendered(false, LevelNames::ENGLISH).collect()
    }

    #[test]
    fn the_caret_stands_under_the_place_whatever_thai_is_before_it() {
        insta::assert_snapshot!(rendered("title: x\nที่นี่ผู้จัดการน้ำดื่ม: HERE ต่อ\n", "HERE"), @r"
        Error: what is wrong
           ╭─[ th/a.md:2:25 ]
           │
         2 │ ที่นี่ผู้จัดการน้ำดื่ม: HERE ต่อ
           │               ┬───
           │               ╰───── how to mend it
        ───╯
        ");
        insta::assert_snapshot!(rendered("\tกำไร\tHERE", "HERE"), @r"
        Error: what is wrong
           ╭─[ th/a.md:1:7 ]
           │
         1 │     กำไร   HERE
           │            ┬───
           │            ╰───── how to mend it
        ───╯
        ");
    }

    #[test]
    fn an_empty_place_has_its_caret() {
        insta::assert_snapshot!(rendered_at("x\nกำไร:\n", 2 + "กำไร:".len()..2 + "กำไร:".len()), @r"
        Error: what is wrong
           ╭─[ th/a.md:2:6 ]
           │
         2 │ กำไร:
           │      │
           │      ╰─ how to mend it
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
           │  ┬─
           │  ╰─── how to mend it
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
