//! What an article says in one language and not in another. Owns no comparison of what the sections say.

use super::sheet::Sheet;
use super::{by_article, languages};
use crate::knowledge::{ArticleKind, Knowledge, Language, Level, Problem};
use crate::reply::check_wording::CheckWording;
use crate::reply::fill;

const RULE: &str = "missing-translation";
/// So many missing sections are named with their places; further ones are counted.
const NAMED: usize = 5;

/// So many roles in one language are a collection that people ask in both: the interface speaks Thai and English.
const COLLECTION: usize = 5;

/// Sections that another version of the article has, roles that lack a version, and a language that nothing is written in.
pub(crate) fn check(sheets: &[Sheet<'_>], knowledge: &Knowledge, wording: &CheckWording) -> Vec<Problem> {
    let spoken = languages(knowledge);
    let mut problems: Vec<Problem> = missing_language(knowledge, &spoken, wording).into_iter().collect();
    for versions in by_article(sheets).values() {
        for sheet in versions {
            problems.extend(missing_sections(sheet, versions, wording));
        }
        if let [only] = versions.as_slice() {
            problems.extend(missing_version(only, &spoken, wording));
        }
    }
    problems
}

/// A language of the interface that no article is written in. One or a few roles in one language are a beginning, and a
/// collection in neither language knows what it does.
fn missing_language(knowledge: &Knowledge, spoken: &[&Language], wording: &CheckWording) -> Option<Problem> {
    let [only] = spoken else { return None };
    let roles = knowledge.articles().iter().filter(|article| article.kind == ArticleKind::Role).count();
    let (thai, english) = (Language::thai(), Language::english());
    let (lacking, name) = match only {
        only if **only == thai => (english, wording.english),
        only if **only == english => (thai, wording.thai),
        _ => return None,
    };
    (roles >= COLLECTION).then(|| Problem {
        level: Level::Warning,
        rule: RULE,
        file: lacking.to_string(),
        place: None,
        what: fill(wording.language_missing, &[name]),
        mend: fill(wording.language_missing_mend, &[lacking.as_str()]),
    })
}

fn missing_sections(sheet: &Sheet<'_>, versions: &[&Sheet<'_>], wording: &CheckWording) -> Option<Problem> {
    let mut missing: Vec<(&str, String)> = Vec::new();
    for other in versions {
        for section in &other.article.sections {
            let known = missing.iter().any(|(id, _)| *id == section.id.as_str());
            if !known && sheet.article.section(&section.id).is_none() {
                missing.push((section.id.as_str(), other.address(&other.heading(section))));
            }
        }
    }
    if missing.is_empty() {
        return None;
    }
    let named = missing.iter().take(NAMED).map(|(id, at)| format!("`{id}` ({at})"));
    let mut list = named.collect::<Vec<_>>().join(", ");
    if missing.len() > NAMED {
        list.push_str(", …");
    }
    let what = wording.counted(wording.sections_missing, missing.len(), &list);
    Some(sheet.problem((Level::Warning, RULE), sheet.title(), what, wording.sections_missing_mend))
}

fn missing_version(sheet: &Sheet<'_>, spoken: &[&Language], wording: &CheckWording) -> Option<Problem> {
    let article = sheet.article;
    let lacking: Vec<&str> =
        spoken.iter().filter(|language| ***language != article.language).map(|l| l.as_str()).collect();
    if article.kind != ArticleKind::Role || lacking.is_empty() {
        return None;
    }
    let what = fill(wording.version_missing, &[article.language.as_str(), &lacking.join(", ")]);
    let file = format!("{}/{}.md", lacking.first().copied().unwrap_or_default(), article.id);
    let mend = fill(wording.version_missing_mend, &[&file]);
    Some(sheet.problem((Level::Hint, RULE), sheet.title(), what, mend))
}
