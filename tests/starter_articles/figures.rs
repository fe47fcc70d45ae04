//! Pay, years and how numbers are written.

use std::collections::BTreeSet;

use naenaew::knowledge::{Article, Language, Pay};
use naenaew::text::script::is_thai;

use super::{blocks, hold_pairs, hold_roles, hold_sections, numbers, salary};

/// Steps of a career.
const LADDER: std::ops::RangeInclusive<usize> = 3..=7;

/// What is said of a figure whose year nobody knows.
const UNDATED: [&str; 6] = ["undated", "no date", "year not stated", "no year", "ไม่ระบุปี", "ไม่ได้ระบุปี"];

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

fn year_in(text: &str) -> bool {
    numbers(text)
        .iter()
        .any(|number| number.len() == 4 && (number.starts_with("19") || number.starts_with("20")))
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
