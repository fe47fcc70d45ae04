//! Money that is told without saying who says so. Owns no judgement of whether a figure is right.

use std::ops::Range;

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use super::figures::first_amount;
use super::sheet::Sheet;
use crate::knowledge::{Article, Level, Problem, Section, Source};
use crate::reply::check_wording::CheckWording;
use crate::reply::fill;

const RULE: &str = "no-source";
/// The facet that tells what a job pays.
const PAY_FACET: &str = "salary";
/// Words that say that somebody else says so.
const CITING: [&str; 10] = [
    "according to",
    "cited by",
    "attributed to",
    "source:",
    "https://",
    "http://",
    "ตามข้อมูล",
    "อ้างโดย",
    "อ้างอิง",
    "ที่มา",
];
/// Words of a source's name that say nothing about whose it is.
const COMMON: [&str; 16] = [
    "annual", "average", "data", "file", "guide", "handbook", "national", "pay", "report", "salaries",
    "salary", "survey", "thai", "thailand", "the", "what",
];
/// A word of a source's name has at least so many letters.
const MIN_NAME: usize = 3;

/// Paragraphs and list items of the pay section that tell amounts and name none of the article's sources.
pub(crate) fn check(sheet: &Sheet<'_>, section: &Section, wording: &CheckWording) -> Vec<Problem> {
    if section.facet.as_ref().is_none_or(|facet| facet.as_str() != PAY_FACET) {
        return Vec::new();
    }
    let told: Vec<Block> = blocks(&section.text);
    let amount = |block: &Block| first_amount(section.text.get(block.span.clone()).unwrap_or_default());
    if sheet.article.sources.is_empty() {
        let any = told.iter().any(|block| amount(block).is_some());
        let what = fill(wording.no_sources, &[section.id.as_str()]);
        let problem =
            || sheet.problem((Level::Warning, RULE), sheet.heading(section), what, wording.no_sources_mend);
        return any.then(problem).into_iter().collect();
    }
    let names = source_names(&sheet.article.sources);
    let mut introduced = false;
    let mut problems = Vec::new();
    for block in &told {
        let text = section.text.get(block.span.clone()).unwrap_or_default();
        let cited = cites(text, &names);
        let money = amount(block);
        if !block.in_list {
            // A sentence that names a source and no amount introduces the list below it.
            introduced = cited && money.is_none();
        }
        let Some(money) = money.filter(|_| !(cited || block.in_list && introduced)) else { continue };
        let at = block.span.start + money.start..block.span.start + money.end;
        let what = fill(wording.unsourced, &[section.text.get(at.clone()).unwrap_or_default()]);
        let place = sheet.within(section, &at);
        problems.push(sheet.problem((Level::Warning, RULE), place, what, wording.unsourced_mend));
    }
    problems
}

/// Pay figures of the front matter that point to no source.
pub(crate) fn check_pay(sheet: &Sheet<'_>, wording: &CheckWording) -> Vec<Problem> {
    let Article { pay, .. } = sheet.article;
    let lacking = pay.iter().enumerate().filter(|(_, pay)| pay.source.is_none());
    let problem = |(index, _)| {
        let place = sheet.item("pay", index);
        sheet.problem(
            (Level::Warning, RULE),
            place,
            wording.pay_unsourced.to_owned(),
            wording.pay_unsourced_mend,
        )
    };
    lacking.map(problem).collect()
}

/// A paragraph, a list item or a row of a table.
struct Block {
    span: Range<usize>,
    in_list: bool,
}

fn blocks(text: &str) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut depth = 0_usize;
    for (event, span) in Parser::new_ext(text, Options::ENABLE_TABLES).into_offset_iter() {
        match event {
            Event::Start(Tag::Item) => {
                if depth == 0 {
                    blocks.push(Block { span, in_list: true });
                }
                depth += 1;
            }
            Event::End(TagEnd::Item) => depth = depth.saturating_sub(1),
            Event::Start(Tag::Paragraph) if depth == 0 => blocks.push(Block { span, in_list: false }),
            Event::Start(Tag::TableRow) => blocks.push(Block { span, in_list: true }),
            _ => {}
        }
    }
    blocks
}

/// The words by which a text may name one of the sources, in small letters: of publisher, title and address, and the
/// initials of the publisher.
fn source_names(sources: &[Source]) -> Vec<String> {
    let mut names = Vec::new();
    for source in sources {
        let publisher = source.publisher.as_deref().unwrap_or_default();
        let host = source.url.as_deref().and_then(|url| url.split('/').nth(2)).unwrap_or_default();
        let words = [publisher, &source.title, host].map(str::to_lowercase);
        let words = words.iter().flat_map(|part| part.split(|c: char| !c.is_alphanumeric()));
        let telling = words.filter(|word| word.chars().count() >= MIN_NAME && !COMMON.contains(word));
        names.extend(telling.filter(|word| word.parse::<u64>().is_err()).map(str::to_owned));
        let capitals = publisher.split_whitespace().filter_map(|word| word.chars().next());
        let initials: String = capitals.filter(|c| c.is_uppercase()).collect();
        // "US Bureau of Labor Statistics" is the BLS.
        let endings = initials.char_indices().filter_map(|(at, _)| initials.get(at..));
        names.extend(endings.filter(|ending| ending.len() >= MIN_NAME).map(str::to_lowercase));
    }
    names.sort();
    names.dedup();
    names
}

fn cites(text: &str, names: &[String]) -> bool {
    let small = text.to_lowercase();
    let words = small.split(|c: char| !c.is_alphanumeric() && !crate::text::script::is_thai(c));
    let is_name = |word: &str| names.binary_search_by(|name| name.as_str().cmp(word)).is_ok();
    CITING.iter().any(|citing| small.contains(citing)) || words.into_iter().any(is_name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_source_is_named_by_a_word_of_it_or_by_its_initials() {
        let source = |title: &str, publisher: &str, url: &str| Source {
            title: title.to_owned(),
            publisher: Some(publisher.to_owned()),
            url: Some(url.to_owned()),
            year: None,
        };
        let names = source_names(&[
            source("OEWS national file", "US Bureau of Labor Statistics", "https://www.bls.gov/oes/"),
            source("Salary guide", "Robert Half", "https://example.com/x"),
        ]);
        for (text, cited) in [
            ("สำนักสถิติแรงงานสหรัฐฯ (BLS)", true),
            ("**Robert Half:** 1", true),
            ("the national salary guide says", false),
            ("somebody says", false),
            ("เงินเดือน 30,000 บาท", false),
        ] {
            assert_eq!(cites(text, &names), cited, "{text}");
        }
    }
}
