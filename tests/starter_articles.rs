//! Holds the starter articles to what can be checked without knowing the facts: what a role must tell, in both languages
//! alike, in sections that are short enough to be read and long enough to answer, with figures that agree.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use chrono::{Datelike, NaiveDate};
use naenaew::check::{Basis, review};
use naenaew::knowledge::{Article, ArticleKind, Knowledge, Language, Level, Origin, Pay, Problem, Section};
use naenaew::reply::check_wording::CheckWording;
use naenaew::reply::cut::Budget;
use naenaew::text::script::is_thai;
use naenaew::text::segment::words;

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
/// Steps of a career.
const LADDER: std::ops::RangeInclusive<usize> = 3..=7;
/// What is said of a figure whose year nobody knows.
const UNDATED: [&str; 6] = ["undated", "no date", "year not stated", "no year", "ไม่ระบุปี", "ไม่ได้ระบุปี"];

/// The starter articles as they stand in the folder.
static STARTER: LazyLock<Starter> = LazyLock::new(|| {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("knowledge");
    let reading = Origin::Folder(PathBuf::from(&folder)).read();
    // The room of a reply does not matter: no section here is as long as that.
    let reply_room = |text: &str| (text.to_owned(), Budget { characters: 1400, bytes: 4200 });
    let today = NaiveDate::from_ymd_opt(2026, 11, 25).unwrap();
    let basis = Basis { today, reply_room, wording: CheckWording::of("en") };
    let mut problems = review(&reading, &basis).problems;
    problems.extend(reading.problems().iter().cloned());
    Starter { knowledge: reading.sound(), problems }
});

struct Starter {
    knowledge: Knowledge,
    problems: Vec<Problem>,
}

impl Starter {
    /// Both versions of each article, Thai first.
    fn pairs(&self) -> Vec<(&Article, &Article)> {
        let thai = self.knowledge.articles().iter().filter(|article| article.language == Language::thai());
        thai.filter_map(|article| Some((article, self.knowledge.article(&article.id, &Language::english())?)))
            .collect()
    }

    fn of_kind(&self, kind: ArticleKind) -> impl Iterator<Item = &Article> {
        self.knowledge.articles().iter().filter(move |article| article.kind == kind)
    }
}

/// Every breach of a rule at once: who mends articles wants to see them all.
#[track_caller]
fn assert_none(found: &[String]) {
    assert!(found.is_empty(), "\n{}", found.join("\n"));
}

/// A rule for each section of each article.
#[track_caller]
fn hold_sections(rule: impl Fn(&Article, &Section) -> Option<String>) {
    let mut found = Vec::new();
    for article in STARTER.knowledge.articles() {
        let broken = article.sections.iter().filter_map(|section| Some((section, rule(article, section)?)));
        found.extend(broken.map(|(section, what)| format!("{} {}: {what}", article.file, section.id)));
    }
    assert_none(&found);
}

/// A rule for the two versions of each article.
#[track_caller]
fn hold_pairs(rule: impl Fn(&Article, &Article) -> Option<String>) {
    let broken = STARTER
        .pairs()
        .into_iter()
        .filter_map(|(thai, english)| rule(thai, english).map(|what| format!("{}: {what}", thai.id)));
    assert_none(&broken.collect::<Vec<_>>());
}

/// A rule for each role in each language.
#[track_caller]
fn hold_roles(rule: impl Fn(&Article) -> Vec<String>) {
    let broken = STARTER.of_kind(ArticleKind::Role).flat_map(|article| {
        rule(article).into_iter().map(|what| format!("{}: {what}", article.file)).collect::<Vec<_>>()
    });
    assert_none(&broken.collect::<Vec<_>>());
}

fn ids(article: &Article) -> Vec<&str> {
    article.sections.iter().map(|section| section.id.as_str()).collect()
}

fn salary(article: &Article) -> &str {
    article
        .sections
        .iter()
        .find(|section| section.id.as_str() == "salary")
        .map_or("", |section| &section.text)
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

#[test]
fn both_languages_tell_the_same_pay_and_career() {
    hold_pairs(|thai, english| {
        let told = |pay: &Pay| Pay { basis: None, ..pay.clone() };
        let figures = |article: &Article| article.pay.iter().map(told).collect::<Vec<_>>();
        if figures(thai) != figures(english) {
            return Some("pay differs".to_owned());
        }
        if thai.ladder != english.ladder {
            return Some("ladder differs".to_owned());
        }
        let sources =
            |article: &Article| article.sources.iter().map(|source| source.url.clone()).collect::<Vec<_>>();
        (sources(thai) != sources(english)).then(|| "sources differ".to_owned())
    });
}

#[test]
fn roles_have_pay_a_career_and_sources() {
    hold_roles(|article| {
        let mut found = Vec::new();
        if article.pay.is_empty() {
            found.push("no pay".to_owned());
        }
        if !LADDER.contains(&article.ladder.len()) {
            found.push(format!("{} steps of a career", article.ladder.len()));
        }
        if article.sources.is_empty() {
            found.push("no sources".to_owned());
        }
        found
    });
}

#[test]
fn what_a_figure_measures_is_told_in_the_reader_s_language() {
    hold_roles(|article| {
        let thai = article.language == Language::thai();
        let wrong = |basis: &&str| thai != basis.contains(is_thai);
        let bases = article.pay.iter().map(|pay| pay.basis.as_deref().unwrap_or_default());
        bases.filter(wrong).map(|basis| format!("basis {basis:?}")).collect()
    });
}

/// `66,260`.
fn grouped(amount: f64) -> String {
    let digits = format!("{amount:.0}");
    let mut grouped = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index) % 3 == 0 {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

#[test]
fn every_figure_of_pay_stands_in_the_text() {
    hold_roles(|article| {
        let text = salary(article);
        let numbers: BTreeSet<&str> = numbers(text).into_iter().collect();
        let figures =
            article.pay.iter().flat_map(|pay| [pay.low, pay.median, pay.high]).flatten().map(grouped);
        figures
            .filter(|figure| !numbers.contains(figure.as_str()))
            .map(|figure| format!("{figure} is not in the salary text"))
            .collect()
    });
}

#[test]
fn every_range_of_the_text_stands_in_pay() {
    hold_roles(|article| {
        let told: BTreeSet<(String, String)> =
            article.pay.iter().filter_map(|pay| Some((grouped(pay.low?), grouped(pay.high?)))).collect();
        let ranges = salary(article).split('–').collect::<Vec<_>>();
        let ranges = ranges.windows(2).filter_map(|sides| {
            let low = numbers(sides.first()?).pop().filter(|low| sides[0].ends_with(*low))?;
            let high =
                numbers(sides.get(1)?).into_iter().next().filter(|high| sides[1].starts_with(*high))?;
            Some((low.to_owned(), high.to_owned()))
        });
        let of_money = ranges.filter(|(low, high)| low.contains(',') || high.contains(','));
        of_money
            .filter(|range| !told.contains(range))
            .map(|(low, high)| format!("{low}–{high} is not in pay"))
            .collect()
    });
}

/// Runs of digits with commas and points between digits.
fn numbers(text: &str) -> Vec<&str> {
    let parts = text.split(|c: char| !c.is_ascii_digit() && c != ',' && c != '.');
    parts.map(|part| part.trim_matches([',', '.'])).filter(|part| !part.is_empty()).collect()
}

fn year_in(text: &str) -> bool {
    numbers(text)
        .iter()
        .any(|number| number.len() == 4 && (number.starts_with("19") || number.starts_with("20")))
}

/// The paragraphs and list items of a text.
fn blocks(text: &str) -> impl Iterator<Item = &str> {
    text.lines().map(str::trim).filter(|line| !line.is_empty())
}

#[test]
fn every_amount_has_its_year_beside_it() {
    hold_roles(|article| {
        let amount = |block: &&str| numbers(block).iter().any(|number| number.contains(','));
        let dated = |block: &str| {
            let small = block.to_lowercase();
            year_in(block) || UNDATED.iter().any(|undated| small.contains(undated))
        };
        blocks(salary(article))
            .filter(amount)
            .filter(|block| !dated(block))
            .map(|block| format!("no year: {block}"))
            .collect()
    });
}

/// What is wrong with the way a text writes its numbers. Addresses are left out: they are copied as they are.
fn unlike(text: &str) -> Option<String> {
    for word in text.split_whitespace().filter(|word| !word.contains("://")) {
        for number in numbers(word) {
            let whole = number.split('.').next().unwrap_or_default();
            let groups: Vec<&str> = whole.split(',').collect();
            let grouped = groups.len() == 1 || groups.iter().skip(1).all(|group| group.len() == 3);
            if groups[0].len() > if groups.len() == 1 { 4 } else { 3 } || !grouped {
                return Some(format!("`{number}`: thousands are parted by commas"));
            }
        }
        let around = |mark: char, before: fn(&char) -> bool, after: fn(&char) -> bool| {
            let letters: Vec<char> = word.chars().collect();
            letters.windows(3).any(|three| three[1] == mark && before(&three[0]) && after(&three[2]))
        };
        if around('-', char::is_ascii_digit, char::is_ascii_digit) {
            return Some(format!("`{word}`: a range has an en dash"));
        }
        let letters: Vec<char> = word.chars().collect();
        let shortened = letters.windows(2).enumerate().any(|(at, two)| {
            let ends = letters.get(at + 2).is_none_or(|next| !next.is_alphanumeric());
            two[0].is_ascii_digit() && matches!(two[1], 'k' | 'K') && ends
        });
        if shortened {
            return Some(format!("`{word}`: amounts are written out"));
        }
        if word.starts_with('%') {
            return Some(format!("`{word}`: no space before a percent sign"));
        }
        if word.contains(['$', '฿', '~']) {
            return Some(format!("`{word}`: currencies have their names"));
        }
    }
    text.contains(" – ").then(|| "` – `".to_owned()).filter(|_| spaced_range(text))
}

/// Whether a range of numbers has spaces around its dash.
fn spaced_range(text: &str) -> bool {
    text.split(" – ").collect::<Vec<_>>().windows(2).any(|sides| {
        sides[0].ends_with(|c: char| c.is_ascii_digit()) && sides[1].starts_with(|c: char| c.is_ascii_digit())
    })
}

#[test]
fn numbers_are_written_alike() {
    for (text, alike) in [
        ("USD 66,260 a year, 52,780–141,420, in 2024 (5%)", true),
        ("see https://example.com/41-3091/12345", true),
        ("12345 baht", false),
        ("1,23 baht", false),
        ("10-20 baht", false),
        ("10 – 20 baht", false),
        ("80k a year", false),
        ("5 % more", false),
        ("$66,260", false),
    ] {
        assert_eq!(unlike(text).is_none(), alike, "{text}");
    }
    hold_sections(|_, section| unlike(&section.text));
}

/// The roles that a role's `differences` sets itself apart from: those named in bold at the head of an item.
fn set_apart(article: &Article) -> BTreeSet<&'static str> {
    let text =
        article.sections.iter().find(|section| section.id.as_str() == "differences").map_or("", |s| &s.text);
    let heads: Vec<String> = blocks(text)
        .filter_map(|block| block.strip_prefix("- **")?.split_once("**"))
        .map(|(head, _)| head.to_lowercase())
        .collect();
    let named = |other: &&Article| {
        let names: Vec<String> = other.names().into_iter().map(str::to_lowercase).collect();
        other.id != article.id && heads.iter().any(|head| parts(head).any(|part| names.contains(&part)))
    };
    STARTER.of_kind(ArticleKind::Role).filter(named).map(|other| other.id.as_str()).collect()
}

/// `Account Executive หรือ AE:` is `account executive` and `ae`.
fn parts(head: &str) -> impl Iterator<Item = String> {
    let names = head
        .split(['(', ')', ':', '/', ','])
        .flat_map(|part| part.split(" หรือ "))
        .flat_map(|part| part.split(" or "));
    names.map(|part| part.trim().to_owned()).filter(|part| !part.is_empty())
}

#[test]
fn who_is_set_apart_from_a_role_is_set_apart_there_too() {
    hold_roles(|article| {
        let apart = set_apart(article);
        let mut found: Vec<String> =
            if apart.is_empty() { vec!["is set apart from nobody".to_owned()] } else { Vec::new() };
        for other in STARTER.of_kind(ArticleKind::Role).filter(|other| other.language == article.language) {
            if apart.contains(other.id.as_str()) && !set_apart(other).contains(article.id.as_str()) {
                found.push(format!("is set apart from {}, but not there", other.id));
            }
        }
        found
    });
}
