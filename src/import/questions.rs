//! Sample questions to begin with, one or two a section. Owns no wording.

use super::outline::{Outline, Section};
use crate::knowledge::{Language, SectionId};
use crate::reply::fill;
use crate::reply::import_wording::ImportWording;
use crate::text::script::{is_thai, is_word};

const DEFINITION: &str = "definition";
/// Longest heading that a question is made of, in characters.
const LONGEST: usize = 80;

/// Proposes questions for every section, the text before the first heading included.
pub(crate) fn propose(
    outline: &Outline,
    subject: &str,
    language: &Language,
) -> Vec<(SectionId, Vec<String>)> {
    let wording = ImportWording::of(language.as_str());
    let lead = (!outline.lead.is_empty()).then(|| (DEFINITION, of_facet(DEFINITION, subject, wording)));
    let sections =
        outline.sections.iter().map(|section| (section.id.as_str(), of(section, subject, wording)));
    let all = lead.into_iter().chain(sections).filter(|(_, questions)| !questions.is_empty());
    all.filter_map(|(id, questions)| Some((SectionId::parse(id).ok()?, questions))).collect()
}

fn of(section: &Section, subject: &str, wording: &ImportWording) -> Vec<String> {
    if section.facet {
        return of_facet(&section.id, subject, wording);
    }
    if section.heading.chars().count() > LONGEST {
        return Vec::new();
    }
    if section.heading.ends_with('?') {
        return vec![section.heading.clone()];
    }
    vec![fill(wording.other_question, &[subject, &section.heading])]
}

fn of_facet(facet: &str, subject: &str, wording: &ImportWording) -> Vec<String> {
    let found = wording.questions.iter().find(|(id, _)| *id == facet);
    let questions = found.into_iter().flat_map(|(_, questions)| questions);
    questions.map(|question| placed(&question.replace("{a}", &with_article(subject)), subject)).collect()
}

/// Abbreviations are spelt out up to this many letters.
const LONGEST_SPELT: usize = 4;

/// The question with its subject. Between Thai and other letters stands a space.
fn placed(question: &str, subject: &str) -> String {
    let Some((before, after)) = question.split_once("{}") else { return question.to_owned() };
    let space = |left: Option<char>, right: Option<char>| {
        let parts = left
            .zip(right)
            .is_some_and(|(left, right)| is_word(left) && is_word(right) && is_thai(left) != is_thai(right));
        if parts { " " } else { "" }
    };
    let front = space(before.chars().last(), subject.chars().next());
    let back = space(subject.chars().last(), after.chars().next());
    format!("{before}{front}{subject}{back}{}", placed(after, subject))
}

/// "an auditor", as English writes it.
fn with_article(subject: &str) -> String {
    let first = subject.split([' ', '-', '/']).next().unwrap_or_default();
    let letters = first.chars().count();
    let spelt = letters > 1 && letters <= LONGEST_SPELT && first.chars().all(|c| c.is_ascii_uppercase());
    let vowel = if spelt {
        // Said letter by letter: an HR manager, a UX designer.
        first.starts_with(|c: char| "AEFHILMNORSX".contains(c))
    } else {
        let small = first.to_lowercase();
        let as_you = ["uni", "use", "uti", "eu"].iter().any(|start| small.starts_with(start));
        first.starts_with(|c: char| "aeiouAEIOU".contains(c)) && !as_you
    };
    format!("{} {subject}", if vowel { "an" } else { "a" })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn articles_are_as_they_are_said() {
        for said in [
            "an Auditor",
            "a Loan Officer",
            "an HR Manager",
            "a UX Designer",
            "a University Teacher",
            "an Underwriter",
        ] {
            let (_, subject) = said.split_once(' ').unwrap_or_default();
            assert_eq!(with_article(subject), said);
        }
    }
}
