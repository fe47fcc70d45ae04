//! Whether people find each section: asks the engine what people would ask, as it should be typed and as it is typed in a
//! hurry. Owns no judgement of the answers beyond which section comes first.

use std::collections::BTreeSet;

use rayon::prelude::*;

use super::lookalikes::Named;
use super::noise::{one_letter_lost, without_tones};
use super::sheet::Sheet;
use crate::knowledge::{
    Article, ArticleId, ArticleKind, Knowledge, Level, Problem, Section, SectionId, name_key,
};
use crate::reply::check_wording::CheckWording;
use crate::reply::fill;
use crate::search::{Candidate, Decision, Engine, Question, Verdict};
use crate::text::script::{is_thai, is_word};

const LOST_RULE: &str = "not-found";
const SAMPLE_RULE: &str = "sample-astray";
const NAME_RULE: &str = "name-astray";

/// So many questions are asked at most, however large the knowledge base is: some ten seconds' work. Sections share them.
pub const MAX_QUESTIONS: usize = 20_000;
/// Questions about one section: what people ask it by, sample questions, and the first of them mistyped.
const A_SECTION: usize = 12;
/// Names are asked with every section's questions, so they may take so much of the whole: one in this many.
const SHARE_OF_NAMES: usize = 4;
/// Of the questions that are found when typed right, at least one in this many must be found when mistyped.
const FOUND_MISTYPED: usize = 2;
/// Fewer mistyped questions say nothing.
const MIN_MISTYPED: usize = 3;

/// What was asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Asked {
    /// How many questions there were.
    pub questions: usize,
    /// How many of them at most about one section.
    pub a_section: usize,
    /// How many sections no question was asked about, since there are too many.
    pub sections_left_out: usize,
}

/// Asks about every section and every name, as far as [`MAX_QUESTIONS`] goes.
pub(crate) fn check(
    engine: &Engine,
    sheets: &[Sheet<'_>],
    names: &[Named<'_>],
    wording: &CheckWording,
) -> (Vec<Problem>, Asked) {
    let sections: Vec<(&Sheet<'_>, &Section)> = sheets
        .iter()
        .flat_map(|sheet| sheet.article.sections.iter().map(move |section| (sheet, section)))
        .collect();
    let (a_section, step) = shares(sections.len());
    let chosen: Vec<_> = sections.iter().step_by(step).collect();
    let about_sections: Vec<(Vec<Problem>, usize)> = chosen
        .par_iter()
        .map(|(sheet, section)| about_section(engine, sheet, section, a_section, wording))
        .collect();
    let names: Vec<&Named<'_>> = names.iter().take(MAX_QUESTIONS / SHARE_OF_NAMES).collect();
    let about_names: Vec<(Option<Problem>, usize)> = names
        .par_iter()
        .map(|named| {
            sheets.get(named.sheet).map_or((None, 0), |sheet| about_name(engine, sheet, named.name, wording))
        })
        .collect();
    let asked = Asked {
        questions: about_sections
            .iter()
            .map(|(_, asked)| asked)
            .chain(about_names.iter().map(|(_, asked)| asked))
            .sum(),
        a_section,
        sections_left_out: sections.len() - chosen.len(),
    };
    let problems = about_sections.into_iter().flat_map(|(problems, _)| problems);
    (problems.chain(about_names.into_iter().filter_map(|(problem, _)| problem)).collect(), asked)
}

/// How many questions each section gets, and that one section in so many is asked about.
fn shares(sections: usize) -> (usize, usize) {
    let a_section = (MAX_QUESTIONS / sections.max(1)).clamp(1, A_SECTION);
    (a_section, sections.div_ceil(MAX_QUESTIONS).max(1))
}

/// What a question has to do with its section.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Origin<'q> {
    /// The name and the heading.
    Heading,
    /// A sample question of the article.
    Sample(&'q str),
    /// One of these, mistyped.
    Mistyped,
}

/// A question that the articles themselves say to belong to a section.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnQuestion<'k> {
    /// What is asked.
    pub question: String,
    /// The article that answers.
    pub article: &'k ArticleId,
    /// The section of it that does.
    pub section: &'k SectionId,
}

/// What `check` asks of every section, typed right: the name with the heading, and the sample questions. At most so many,
/// evenly taken from all; a question that several versions of an article have comes once.
pub fn own_questions(knowledge: &Knowledge, most: usize) -> Vec<OwnQuestion<'_>> {
    let mut seen = BTreeSet::new();
    let mut all = Vec::new();
    for article in knowledge.articles() {
        for section in &article.sections {
            for (_, question) in typed_right(article, section) {
                if seen.insert((&article.id, &section.id, question.clone())) {
                    all.push(OwnQuestion { question, article: &article.id, section: &section.id });
                }
            }
        }
    }
    let step = all.len().div_ceil(most.max(1)).max(1);
    all.into_iter().step_by(step).collect()
}

/// The questions of a section in the order of what they tell, as they should be typed.
fn typed_right<'s>(article: &Article, section: &'s Section) -> Vec<(Origin<'s>, String)> {
    let name = article.short_title();
    let term = section.names.first();
    let heading = match (article.kind, term) {
        (ArticleKind::Glossary, Some(term)) => term.clone(),
        _ => format!("{name} {}", section.heading).trim().to_owned(),
    };
    let samples = section.questions.iter().map(|sample| (Origin::Sample(sample), sample.clone()));
    std::iter::once((Origin::Heading, heading)).chain(samples).collect()
}

/// The same with the first of them mistyped.
fn questions<'s>(sheet: &Sheet<'_>, section: &'s Section) -> Vec<(Origin<'s>, String)> {
    let mut asked = typed_right(sheet.article, section);
    let mistyped: Vec<(Origin<'_>, String)> = asked
        .iter()
        .take(3)
        .flat_map(|(_, text)| [one_letter_lost(text), without_tones(text)])
        .flatten()
        .map(|text| (Origin::Mistyped, text))
        .collect();
    asked.extend(mistyped);
    asked
}

fn about_section(
    engine: &Engine,
    sheet: &Sheet<'_>,
    section: &Section,
    most: usize,
    wording: &CheckWording,
) -> (Vec<Problem>, usize) {
    let mut problems = Vec::new();
    let (mut found, mut clean, mut found_mistyped, mut mistyped) = (0, 0, 0, 0);
    let mut instead: Option<Candidate> = None;
    let asked: Vec<_> = questions(sheet, section).into_iter().take(most).collect();
    for (origin, text) in &asked {
        let decision = ask(engine, sheet, text);
        let first = decision.candidates.into_iter().next();
        let hit = first.as_ref().is_some_and(|first| is(first, sheet, section));
        if *origin == Origin::Mistyped {
            mistyped += 1;
            found_mistyped += usize::from(hit);
            continue;
        }
        clean += 1;
        found += usize::from(hit);
        if let (Origin::Sample(sample), false) = (*origin, hit) {
            let place = sheet.listed("questions", sample);
            let what = match &first {
                Some(first) => fill(wording.sample_astray, &[sample, &named(first)]),
                None => fill(wording.sample_unanswered, &[sample]),
            };
            let mend = if names_it(sheet.article, sample) {
                fill(wording.sample_named_mend, &[section.id.as_str()])
            } else {
                wording.sample_astray_mend.to_owned()
            };
            problems.push(sheet.problem((Level::Hint, SAMPLE_RULE), place, what, mend));
        }
        if !hit && instead.is_none() {
            instead = first;
        }
    }
    let heading = || sheet.heading(section);
    if found == 0 && clean > 0 {
        let what = match &instead {
            Some(instead) => fill(wording.not_found, &[section.id.as_str(), &named(instead)]),
            None => fill(wording.not_found_at_all, &[section.id.as_str()]),
        };
        // The section as a whole says it, so its sample questions need not.
        problems.clear();
        let samples = &section.questions;
        let named = !samples.is_empty() && samples.iter().all(|sample| names_it(sheet.article, sample));
        let mend = if named { wording.not_found_named_mend } else { wording.not_found_mend };
        let mend = fill(mend, &[section.id.as_str()]);
        problems.push(sheet.problem((Level::Warning, LOST_RULE), heading(), what, mend));
    } else if mistyped >= MIN_MISTYPED && found_mistyped * FOUND_MISTYPED < mistyped {
        let what = fill(
            wording.lost_mistyped,
            &[section.id.as_str(), &(mistyped - found_mistyped).to_string(), &mistyped.to_string()],
        );
        problems.push(sheet.problem((Level::Hint, LOST_RULE), heading(), what, wording.lost_mistyped_mend));
    }
    (problems, asked.len())
}

/// Whether a text holds a name of the article, as words of their own where words have borders.
fn names_it(article: &Article, text: &str) -> bool {
    let text = name_key(text);
    article.names().into_iter().map(name_key).filter(|name| !name.is_empty()).any(|name| {
        text.match_indices(&name).any(|(at, found)| {
            let before = text.get(..at).and_then(|before| before.chars().next_back());
            let after = text.get(at + found.len()..).and_then(|after| after.chars().next());
            let joins = |c: Option<char>| c.is_some_and(|c| is_word(c) && !is_thai(c));
            let (first, last) = (name.chars().next(), name.chars().next_back());
            !(joins(before) && joins(first) || joins(after) && joins(last))
        })
    })
}

/// A name must lead to its own article; mistyped, it must at least not be answered from another one.
fn about_name(
    engine: &Engine,
    sheet: &Sheet<'_>,
    name: &str,
    wording: &CheckWording,
) -> (Option<Problem>, usize) {
    let typed = [Some(name.to_owned()), one_letter_lost(name), without_tones(name)];
    let mut asked = 0;
    for (number, text) in typed.into_iter().flatten().enumerate() {
        asked += 1;
        let decision = ask(engine, sheet, &text);
        let answered = matches!(decision.verdict, Verdict::Answer { .. });
        let Some(first) = decision.candidates.into_iter().next() else { continue };
        if first.article == sheet.article.id || (number > 0 && !answered) {
            continue;
        }
        let what = fill(wording.name_astray, &[name, &text, &named(&first)]);
        // Some names can only be near: what is lost in typing cannot always be mended by the author.
        let level = if number == 0 { Level::Warning } else { Level::Hint };
        let problem = sheet.problem((level, NAME_RULE), sheet.name(name), what, wording.name_astray_mend);
        return (Some(problem), asked);
    }
    (None, asked)
}

fn ask(engine: &Engine, sheet: &Sheet<'_>, text: &str) -> Decision {
    engine.ask(&Question::new(text).asked_in(Some(sheet.article.language.clone())))
}

fn is(candidate: &Candidate, sheet: &Sheet<'_>, section: &Section) -> bool {
    candidate.article == sheet.article.id && candidate.section == section.id
}

/// `article#section`, as it is linked to.
fn named(candidate: &Candidate) -> String {
    format!("{}#{}", candidate.article, candidate.section)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::knowledge::{Language, built_in_facets, parse};

    #[test]
    fn a_text_names_the_subject_by_any_of_its_names() {
        let text = "---\ntitle: คนทำขนมปัง (Baker)\naliases: [AM]\n---\nText\n";
        let id = ArticleId::parse("baker").unwrap();
        let article = parse("th/baker.md", id, Language::thai(), text, &built_in_facets()).0.unwrap();
        for (question, named) in [
            ("คนทำขนมปังได้เงินเดือนเท่าไหร่", true),
            ("What does a BAKER earn?", true),
            ("AMเงินเดือน", true),
            ("what do bakeries sell", false),
            ("what am I", true),
            ("ham", false),
            ("เงินเดือนเท่าไหร่", false),
        ] {
            assert_eq!(names_it(&article, question), named, "{question}");
        }
    }

    #[test]
    fn sections_share_the_questions() {
        for (sections, a_section, step) in [
            (0, 12, 1),
            (1, 12, 1),
            (446, 12, 1),
            (5_000, 4, 1),
            (20_000, 1, 1),
            (20_001, 1, 2),
            (100_000, 1, 5),
        ] {
            assert_eq!(shares(sections), (a_section, step), "{sections}");
            assert!(sections.div_ceil(step) * a_section <= MAX_QUESTIONS, "{sections}");
        }
    }
}
