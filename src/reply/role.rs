//! A role and one of its sections, as somebody names them: by id, by label, or in their own words.

use super::compose::{Answer, Choice, open};
use super::role_wording::RoleWording;
use super::wording::Wording;
use super::{career, label, pay};
use crate::knowledge::{ArticleId, ArticleKind, Knowledge, Language, SectionId};
use crate::picture::Sketch;
use crate::search::{Completion, Decision, Engine, Question, Verdict};
use crate::text::{fold, normalize};

/// Names of terms crowd out those of roles; so many times the limit are looked through.
const SEARCHED: usize = 8;
/// The sections that pictures go with.
const SALARY: &str = "salary";
const CAREER_PATH: &str = "career-path";

/// A section of a role with what its picture says.
#[derive(Debug, Clone)]
pub struct RoleAnswer {
    /// The section.
    pub answer: Box<Answer>,
    /// What the picture shows, a line each, for those who do not see it. Plain text.
    pub lines: Vec<String>,
    /// The steps of a career path: a text that names them all needs no lines. Plain text.
    pub steps: Vec<String>,
    /// The picture.
    pub sketch: Option<Sketch>,
}

/// Names for what was typed of a role so far: of roles and topics, not of terms.
pub fn complete_roles(engine: &Engine, typed: &str, language: &Language, limit: usize) -> Vec<Completion> {
    let all = if typed.trim().is_empty() {
        engine.topics(language, limit)
    } else {
        engine.complete(typed, language, limit.saturating_mul(SEARCHED))
    };
    let mut roles: Vec<Completion> =
        all.into_iter().filter(|known| is_role(engine.knowledge(), &known.article)).collect();
    roles.truncate(limit);
    roles
}

/// The role that a text names: by its id, or by what the engine is sure of. Else the engine's decision about it.
///
/// # Errors
/// The decision, an offer or an "I don't know", where no single role is meant.
pub fn find_role(engine: &Engine, text: &str, language: &Language) -> Result<ArticleId, Box<Decision>> {
    let knowledge = engine.knowledge();
    let by_id = ArticleId::parse(text.trim()).ok().filter(|id| is_role(knowledge, id));
    if let Some(id) = by_id {
        return Ok(id);
    }
    let decision = engine.define(text, Some(language));
    match &decision.verdict {
        Verdict::Answer { candidate, .. } if is_role(knowledge, &candidate.article) => {
            Ok(candidate.article.clone())
        }
        _ => Err(Box::new(decision)),
    }
}

/// The sections of a role under their names in the wording's language, in the article's order.
pub fn sections(engine: &Engine, role: &ArticleId, wording: &Wording) -> Vec<Choice> {
    let (knowledge, language) = (engine.knowledge(), wording.language());
    let Some(article) = knowledge.article_in(role, &language) else { return Vec::new() };
    let named = article.sections.iter().map(|section| Choice {
        article: article.id.clone(),
        section: section.id.clone(),
        label: label::section_name(knowledge.facets(), article, section, &language),
    });
    named.collect()
}

/// The sections whose names fit what was typed so far, those that begin with it first; all for an empty text.
pub fn complete_sections(engine: &Engine, role: &ArticleId, typed: &str, wording: &Wording) -> Vec<Choice> {
    let typed = fold(&normalize(typed));
    let all = sections(engine, role, wording).into_iter();
    let mut fitting: Vec<(bool, Choice)> = all
        .filter_map(|choice| {
            let names = [fold(&normalize(&choice.label)), choice.section.as_str().to_owned()];
            let begins = names.iter().any(|name| name.starts_with(&typed));
            (begins || names.iter().any(|name| name.contains(&typed))).then_some((!begins, choice))
        })
        .collect();
    fitting.sort_by_key(|(later, _)| *later);
    fitting.into_iter().map(|(_, choice)| choice).collect()
}

/// The section of a role that a text names: by id, by a name in any language, or by asking the engine.
pub fn find_section(engine: &Engine, role: &ArticleId, text: &str, wording: &Wording) -> Option<SectionId> {
    let knowledge = engine.knowledge();
    let wanted = normalize(text.trim());
    let same = |name: &str| normalize(name) == wanted;
    let versions = knowledge.versions(role);
    let of_facet = |facet: &str| {
        knowledge.facets().get(facet).is_some_and(|facet| facet.names.iter().any(|(_, name)| same(name)))
    };
    let named = versions.iter().flat_map(|article| &article.sections).find(|section| {
        section.id.as_str() == text.trim()
            || same(&section.heading)
            || section.facet.as_ref().is_some_and(|facet| of_facet(facet.as_str()))
    });
    if let Some(section) = named {
        return Some(section.id.clone());
    }
    let question = Question::new(text).about(Some(role.clone())).asked_in(Some(wording.language()));
    match engine.ask(&question).verdict {
        Verdict::Answer { candidate, .. } if candidate.article == *role => Some(candidate.section),
        _ => None,
    }
}

/// Where a role is best opened.
pub fn opening(engine: &Engine, role: &ArticleId, language: &Language) -> Option<SectionId> {
    let article = engine.knowledge().article_in(role, language)?;
    label::opening(article).map(|section| section.id.clone())
}

/// The short name of a role in a language; its id where the knowledge base lacks it.
pub fn role_name(engine: &Engine, role: &ArticleId, language: &Language) -> String {
    let article = engine.knowledge().article_in(role, language);
    article.map_or_else(|| role.to_string(), |article| article.short_title().to_owned())
}

/// A section of a role, with the picture that goes with it and what that says; `None` when it is gone.
pub fn show(
    engine: &Engine,
    role: &ArticleId,
    section: &SectionId,
    wording: &Wording,
    texts: &RoleWording,
) -> Option<RoleAnswer> {
    let knowledge = engine.knowledge();
    let answer = Box::new(open(engine, role, section, &wording.language(), wording)?);
    let article = knowledge.article(role, &answer.language)?;
    let facet = article.section(section).and_then(|section| section.facet.as_ref());
    let mut named = Vec::new();
    let (lines, sketch) = match facet.map_or(section.as_str(), |facet| facet.as_str()) {
        SALARY => {
            let drawn = pay::shared_unit(&[article]);
            let told = |on_axis: bool| {
                let pays = article.pay.iter().filter(move |pay| (Some(pay::unit(pay)) == drawn) == on_axis);
                pays.filter(|pay| pay::has_figure(pay))
                    .map(|pay| format!("- {}", pay::line(pay, article, texts).whole))
            };
            let mut lines: Vec<String> = told(true).collect();
            let others: Vec<String> = told(false).collect();
            if !lines.is_empty() {
                lines.insert(0, format!("{}:", texts.figures));
            }
            if !others.is_empty() {
                lines.push(format!("{}:", texts.other_units));
                lines.extend(others);
            }
            (lines, pay::sketch(article, texts))
        }
        CAREER_PATH => {
            let steps = career::steps(knowledge, article);
            named = steps.iter().map(|step| step.label.clone()).collect();
            let told = (!steps.is_empty()).then(|| format!("{} {}", texts.steps, career::line(&steps)));
            (told.into_iter().collect(), career::sketch(steps, article, texts))
        }
        _ => (Vec::new(), None),
    };
    Some(RoleAnswer { answer, lines, steps: named, sketch })
}

/// Anything with an article of its own counts: a knowledge base need not be about jobs.
fn is_role(knowledge: &Knowledge, id: &ArticleId) -> bool {
    knowledge.versions(id).first().is_some_and(|article| article.kind != ArticleKind::Glossary)
}
