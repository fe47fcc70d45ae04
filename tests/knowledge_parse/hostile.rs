//! Files that are made to break or to stall the reader, and any text at all.

use naenaew::knowledge::{Facets, Problem, parse_facets};
use proptest::prelude::*;

use super::{WHOLE, problems, read};

/// One piece of text for each number.
fn many(numbers: std::ops::Range<usize>, piece: impl Fn(usize) -> String) -> String {
    numbers.map(piece).collect()
}

#[test]
fn advice_lists_only_some_of_many_sections() {
    let sections = many(10..40, |number| format!("## S{number}\nx\n"));
    let found = problems(&format!("---\ntitle: T\nquestions: {{nowhere: [x]}}\n---\n{sections}"));
    assert_eq!(found.len(), 1);
    assert!(found[0].contains("the sections are s10, s11, ") && found[0].ends_with(", s29, …"), "{found:?}");
}

/// Once, each of these took time that grew with the square of the file.
#[test]
fn files_made_to_be_slow_are_read_to_their_end() {
    const MANY: usize = 20_000;
    let aliases = many(0..MANY, |number| format!("k{number}, "));
    assert_eq!(problems(&format!("---\ntitle: T\naliases: [{aliases}]\n---\nText")), [] as [&str; 0]);
    let questions = many(0..MANY, |number| format!("  s{number}: [x]\n"));
    let sections = many(0..MANY, |number| format!("## S{number}\nx\n"));
    assert_eq!(problems(&format!("---\ntitle: T\nquestions:\n{questions}---\n{sections}")), [] as [&str; 0]);
}

proptest! {
    #[test]
    fn arbitrary_text_is_read_without_panic(text in any::<String>()) {
        let _ = read(&text);
        let _ = parse_facets("facets.yaml", &text, &Facets::default());
    }

    #[test]
    fn text_that_looks_like_an_article_is_read_without_panic(
        pieces in prop::collection::vec(prop::sample::select(PIECES), 0..60)
    ) {
        let text = pieces.concat();
        let (_, problems) = read(&text);
        assert_places(&text, &problems);
    }

    #[test]
    fn a_changed_article_is_read_without_panic(
        at in any::<prop::sample::Index>(),
        length in 0..40_usize,
        piece in prop::sample::select(PIECES),
    ) {
        let text: Vec<char> = WHOLE.chars().collect();
        let at = at.index(text.len());
        let rest = text.iter().skip(at + length);
        let text: String = text.iter().take(at).copied().chain(piece.chars()).chain(rest.copied()).collect();
        let (_, problems) = read(&text);
        assert_places(&text, &problems);
    }
}

/// Every place is where it says, on character borders.
fn assert_places(text: &str, problems: &[Problem]) {
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    for place in problems.iter().filter_map(|problem| problem.place.as_ref()) {
        assert!(text.get(place.span.clone()).is_some(), "{place:?} of {text:?}");
        assert!(place.line >= 1 && place.column >= 1);
    }
}

const PIECES: &[&str] = &[
    "---\n",
    "---\r\n",
    "title: T\n",
    "title",
    ": ",
    "kind: glossary\n",
    "aliases: [",
    "]",
    "{",
    "}",
    ", ",
    "- ",
    "\n",
    "\r\n",
    "\r",
    "  ",
    "\t",
    "'",
    "\"",
    "&a ",
    "*a ",
    "!!x ",
    "|\n",
    ">-\n",
    "# ",
    "## ",
    "### ",
    "{#id}",
    "{#",
    "ก่ำ",
    "\u{0E33}",
    "\u{0E31}",
    "<b>",
    "<!--",
    "```\n",
    "> ",
    "[x](y)",
    "[x](#z)",
    "[y]: z\n",
    "https://a.b",
    "pay:\n",
    "sources:\n",
    "source: 9\n",
    "questions: {x: [y]}\n",
    "reviewed: 2026-02-31\n",
    "\u{FEFF}",
    "\u{2028}",
    "\u{0}",
    "?",
    "%",
    "| a |\n|---|\n",
    "===\n",
    "...\n",
    "~",
    "null",
    "— ",
    "(",
    ")",
    "2567",
];
