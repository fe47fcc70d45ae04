//! Two roles side by side: what they do, what they ask for, what they earn, where they lead and how they differ.
//! Every part stands there for both; what the knowledge base lacks is said to be missing.

use chrono::NaiveDate;

use super::age::FigureYears;
use super::compose::Choice;
use super::fill::fill;
use super::pay::{self, Figure};
use super::role::sections;
use super::role_wording::RoleWording;
use super::wording::Wording;
use super::{career, label};
use crate::knowledge::{Article, ArticleId, Knowledge};
use crate::picture::Sketch;
use crate::search::Engine;
use crate::text::normalize;
use crate::text::segment::words;

/// The facets that a comparison tells of, beside what the role is.
const COMPARED: [&str; 4] = [QUALIFICATIONS, "salary", CAREER_PATH, DIFFERENCES];
const QUALIFICATIONS: &str = "qualifications";
const CAREER_PATH: &str = "career-path";
const DIFFERENCES: &str = "differences";
/// Names shorter than this are looked for as words of their own: "AM" stands inside many.
const SHORT_NAME: usize = 4;

/// Two roles side by side.
#[derive(Debug, Clone)]
pub struct Comparison {
    /// The roles.
    pub roles: [ArticleId; 2],
    /// "Account manager and accounting manager".
    pub title: String,
    /// In reading order.
    pub parts: Vec<Part>,
    /// What is to be known about the articles: that one is in another language only, when they were reviewed.
    pub notes: Vec<String>,
    /// The years of the figures that are told.
    pub figures: Option<FigureYears>,
    /// When the article was reviewed that was reviewed longer ago: what can be counted on for both.
    pub reviewed: Option<NaiveDate>,
    /// Where to read on: the sections of both.
    pub choices: Vec<Choice>,
    /// Pay as bars, where both have figures in one currency and period.
    pub sketch: Option<Sketch>,
}

/// One aspect of both.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// What it is about.
    pub heading: &'static str,
    /// What is said, in order.
    pub passages: Vec<Passage>,
}

/// A text about one of the roles, or about both.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Passage {
    /// Whom it is about, where that does not stand above it already.
    pub name: Option<String>,
    /// Whether it is about both.
    pub about_both: bool,
    /// What is said.
    pub text: Words,
}

/// A text with what it is made of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Words {
    /// The article's Markdown, a block of it.
    Markdown(String),
    /// Plain text, in which nothing means anything but itself.
    Plain(String),
    /// A figure.
    Figure(Figure),
}

/// Why two roles are not compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotCompared {
    /// They are the same.
    Same,
    /// The knowledge base lacks one of them.
    Unknown,
}

/// Compares two roles in the wording's language, as far as the articles have it.
///
/// # Errors
/// [`NotCompared`] when there are no two different roles of these ids.
pub fn compare(
    engine: &Engine,
    roles: [&ArticleId; 2],
    wording: &Wording,
    texts: &'static RoleWording,
) -> Result<Comparison, NotCompared> {
    let [first, second] = roles;
    if first == second {
        return Err(NotCompared::Same);
    }
    let (knowledge, language) = (engine.knowledge(), wording.language());
    let version = |id| knowledge.article_in(id, &language).ok_or(NotCompared::Unknown);
    let both = [version(first)?, version(second)?];
    let [one, other] = both.map(Article::short_title);
    let shared = pay::shared_unit(&both);
    let parts = vec![
        Part { heading: texts.what_they_do, passages: of_each(both, |article| opening(article, texts)) },
        Part {
            heading: texts.qualifications,
            passages: of_each(both, |article| vec![beginning(article, QUALIFICATIONS, texts)]),
        },
        Part { heading: texts.pay, passages: pay_of(both, texts) },
        Part {
            heading: texts.path,
            passages: of_each(both, |article| vec![path(knowledge, article, texts)]),
        },
        Part { heading: texts.differences, passages: differences(both, texts) },
    ];
    Ok(Comparison {
        roles: [first.clone(), second.clone()],
        title: fill(texts.both, &[one, other]),
        parts,
        notes: notes(both, wording),
        choices: choices(engine, both, wording),
        figures: FigureYears::of_pay(both.iter().flat_map(|article| pay::told_of_two(article, shared))),
        reviewed: older_review(both),
        sketch: pay::sketch_of_two(both, texts),
    })
}

/// Passages of both roles, each under its name.
fn of_each(both: [&Article; 2], told: impl Fn(&Article) -> Vec<Words>) -> Vec<Passage> {
    let named = both.into_iter().flat_map(|article| {
        let name = article.short_title().to_owned();
        told(article).into_iter().enumerate().map(move |(number, text)| Passage {
            // A second passage belongs to the name above it.
            name: (number == 0).then(|| name.clone()),
            about_both: false,
            text,
        })
    });
    named.collect()
}

/// What the role is, in the article's first words.
fn opening(article: &Article, texts: &RoleWording) -> Vec<Words> {
    let passage = label::opening(article).and_then(|section| first_block(&section.text));
    vec![passage.map_or_else(|| missing(texts), Words::Markdown)]
}

/// The first words of a section.
fn beginning(article: &Article, facet: &str, texts: &RoleWording) -> Words {
    section_text(article, facet).and_then(first_block).map_or_else(|| missing(texts), Words::Markdown)
}

/// The steps of the ladder, else the first words about them.
fn path(knowledge: &Knowledge, article: &Article, texts: &RoleWording) -> Words {
    let steps = career::steps(knowledge, article);
    if steps.is_empty() {
        beginning(article, CAREER_PATH, texts)
    } else {
        Words::Plain(career::short_line(&steps))
    }
}

fn missing(texts: &RoleWording) -> Words {
    Words::Plain(texts.missing.to_owned())
}

/// Figures of both; where they share no currency and period, that is said.
fn pay_of(both: [&Article; 2], texts: &RoleWording) -> Vec<Passage> {
    let shared = pay::shared_unit(&both);
    let mut passages = of_each(both, |article| {
        let told = pay::told_of_two(article, shared);
        if told.is_empty() {
            return vec![missing(texts)];
        }
        let hidden = article.pay.iter().filter(|pay| pay::has_figure(pay)).count() - told.len();
        let lines = told.into_iter().map(|pay| Words::Figure(pay::line(pay, article, texts)));
        let more = (hidden > 0).then(|| Words::Plain(fill(texts.more_figures, &[&hidden.to_string()])));
        lines.chain(more).collect()
    });
    let both_have = both.iter().all(|article| article.pay.iter().any(pay::has_figure));
    if shared.is_none() && both_have {
        passages.push(Passage {
            name: None,
            about_both: true,
            text: Words::Plain(texts.not_comparable.to_owned()),
        });
    }
    passages
}

/// What each article says of the other: the one tells half of it. That none says anything, where that is so.
fn differences(both: [&Article; 2], texts: &RoleWording) -> Vec<Passage> {
    let [one, other] = both;
    let told = [(one, other), (other, one)].into_iter().filter_map(|(article, about)| {
        let text = section_text(article, DIFFERENCES)?;
        Some(Words::Markdown(about_other(text, about)?))
    });
    let mut told: Vec<Words> = told.collect();
    told.dedup();
    if told.is_empty() {
        told.push(Words::Plain(texts.no_differences.to_owned()));
    }
    told.into_iter().map(|text| Passage { name: None, about_both: true, text }).collect()
}

/// The item or paragraph that is about the other role: one that opens with a name of it, else one that holds one.
fn about_other(text: &str, other: &Article) -> Option<String> {
    let mut blocks: Vec<&str> = Vec::new();
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#')) {
        blocks.push(line.strip_prefix("- ").or_else(|| line.strip_prefix("* ")).unwrap_or(line).trim());
    }
    let names: Vec<String> = other.names().iter().map(|name| normalize(name)).collect();
    let holds = |text: &str| {
        let text = normalize(text);
        let tokens = words(&text);
        names.iter().filter(|name| !name.is_empty()).any(|name| {
            if name.chars().count() < SHORT_NAME {
                tokens.contains(&name.as_str())
            } else {
                text.contains(name.as_str())
            }
        })
    };
    let lead = |block: &&&str| block.split_once(':').is_some_and(|(lead, _)| holds(lead));
    blocks
        .iter()
        .find(lead)
        .or_else(|| blocks.iter().find(|block| holds(block)))
        .map(|block| (*block).to_owned())
}

fn section_text<'a>(article: &'a Article, facet: &str) -> Option<&'a str> {
    let is = |section: &&crate::knowledge::Section| {
        section.id.as_str() == facet || section.facet.as_ref().is_some_and(|known| known.as_str() == facet)
    };
    article.sections.iter().find(is).map(|section| section.text.as_str())
}

/// The first block that is no heading, without a last sentence that only announces a list.
fn first_block(text: &str) -> Option<String> {
    let mut blocks = text.split("\n\n").map(str::trim);
    let block = blocks.find(|block| !block.is_empty() && !block.starts_with('#'))?;
    let told = block.strip_suffix(':').and_then(|block| block.rsplit_once(". "));
    Some(told.map_or_else(|| block.to_owned(), |(told, _)| format!("{told}.")))
}

fn notes(both: [&Article; 2], wording: &Wording) -> Vec<String> {
    let mut notes = Vec::new();
    for article in both {
        if article.language.as_str().split('-').next() != wording.language().as_str().split('-').next() {
            notes.push(format!(
                "{}: {}",
                article.short_title(),
                wording.available_only_in(&article.language)
            ));
        }
    }
    notes.extend(older_review(both).map(|date| wording.reviewed_on(date)));
    notes
}

fn older_review(both: [&Article; 2]) -> Option<NaiveDate> {
    both.iter().filter_map(|article| article.reviewed).min()
}

/// The sections of both that were compared, under their full names.
fn choices(engine: &Engine, both: [&Article; 2], wording: &Wording) -> Vec<Choice> {
    let facets = engine.knowledge().facets();
    let compared = |article: &Article, choice: &Choice| {
        let facet = article.section(&choice.section).and_then(|section| section.facet.as_ref());
        let opens = label::opening(article).is_some_and(|section| section.id == choice.section);
        opens || facet.is_some_and(|facet| COMPARED.contains(&facet.as_str()))
    };
    let named = both.into_iter().flat_map(|article| {
        let own = sections(engine, &article.id, wording).into_iter();
        own.filter(move |choice| compared(article, choice)).map(move |choice| Choice {
            label: article.section(&choice.section).map_or_else(
                || choice.label.clone(),
                |section| label::full_name(facets, article, section, &wording.language()),
            ),
            ..choice
        })
    });
    named.collect()
}
