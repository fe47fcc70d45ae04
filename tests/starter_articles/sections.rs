//! Which sections there are, how long they are, what they name.

use chrono::Datelike;
use naenaew::knowledge::{Article, ArticleKind, Language, Level};
use naenaew::text::segment::words;

use super::{STARTER, assert_none, hold_pairs, hold_roles, hold_sections};

/// What every role tells, in this order.
const ROLE_SECTIONS: [&str; 12] = [
    "definition",
    "key-takeaways",
    "duties",
    "example",
    "skills",
    "qualifications",
    "salary",
    "locations",
    "career-path",
    "interview",
    "remote",
    "differences",
];

/// Words of a section, counted as the matcher cuts them.
const WORDS: std::ops::RangeInclusive<usize> = 40..=180;

/// A term may be explained in fewer.
const WORDS_OF_A_TERM: std::ops::RangeInclusive<usize> = 25..=180;

/// Sample questions of a section.
const MIN_QUESTIONS: usize = 3;

fn ids(article: &Article) -> Vec<&str> {
    article.sections.iter().map(|section| section.id.as_str()).collect()
}

#[test]
fn there_is_something_to_hold() {
    assert!(
        STARTER.pairs().len() * 2 == STARTER.knowledge.articles().len(),
        "an article in one language only"
    );
    for kind in [ArticleKind::Role, ArticleKind::Glossary] {
        assert!(STARTER.of_kind(kind).count() > 0);
    }
}

#[test]
fn roles_tell_everything_in_order() {
    hold_roles(|article| {
        let told = ids(article);
        if told == ROLE_SECTIONS { Vec::new() } else { vec![format!("tells {told:?}")] }
    });
}

#[test]
fn both_languages_have_the_same_sections() {
    hold_pairs(|thai, english| {
        let (thai, english) = (ids(thai), ids(english));
        (thai != english).then(|| format!("\n  th {thai:?}\n  en {english:?}"))
    });
}

#[test]
fn sections_are_neither_long_nor_short() {
    hold_sections(|article, section| {
        let wanted = if article.kind == ArticleKind::Glossary { WORDS_OF_A_TERM } else { WORDS };
        let count = words(&section.text).len();
        (!wanted.contains(&count)).then(|| format!("{count} words"))
    });
}

#[test]
fn every_section_has_sample_questions() {
    hold_sections(|_, section| {
        let count = section.questions.len();
        (count < MIN_QUESTIONS).then(|| format!("{count} questions"))
    });
}

#[test]
fn every_section_of_a_role_names_it() {
    let english: Vec<(&str, String)> = STARTER
        .of_kind(ArticleKind::Role)
        .filter(|article| article.language == Language::english())
        .map(|article| (article.id.as_str(), article.short_title().to_lowercase()))
        .collect();
    hold_sections(|article, section| {
        let (_, name) = english.iter().find(|(id, _)| *id == article.id.as_str())?;
        // Actuaries are named as well as an actuary.
        let stem = name.trim_end_matches('y');
        (!section.text.to_lowercase().contains(stem)).then(|| format!("does not name the {name}"))
    });
}

#[test]
fn nothing_is_wrong_with_the_format_the_links_the_names_or_the_words() {
    let serious = STARTER.problems.iter().filter(|problem| problem.level >= Level::Warning);
    assert_none(&serious.map(ToString::to_string).collect::<Vec<_>>());
}

#[test]
fn reviews_are_dated_alike_and_after_the_sources() {
    hold_pairs(|thai, english| {
        let Some(reviewed) = thai.reviewed else { return Some("no review date".to_owned()) };
        if english.reviewed != thai.reviewed {
            return Some(format!("reviewed {reviewed} in Thai, {:?} in English", english.reviewed));
        }
        let later = thai.sources.iter().chain(&english.sources).filter_map(|source| source.year).max();
        later
            .filter(|year| *year > reviewed.year())
            .map(|year| format!("a source of {year}, reviewed {reviewed}"))
    });
}
