//! From a decision to a reply: finds what the decision names and puts beside it what people need to trust it and to
//! read on. Owns no texts and no form; never fails, whatever is missing.

use std::fmt::Write as _;

use chrono::NaiveDate;

use super::age::{FigureYears, tells_pay};
use super::label;
use super::wording::Wording;
use crate::knowledge::{Article, ArticleId, ArticleKind, Knowledge, Language, Section, SectionId, Source};
use crate::search::{Candidate, Decision, Engine, Verdict};

/// What is said to a question.
#[derive(Debug, Clone, PartialEq)]
pub enum Reply {
    /// One section, with what people need to trust it and to read on.
    Answer(Box<Answer>),
    /// Two to five sections to choose from.
    Choices(Choices),
    /// An honest "I don't know", with the nearest topics.
    Unknown(Unknown),
}

/// One section as an answer.
#[derive(Debug, Clone, PartialEq)]
pub struct Answer {
    /// The article.
    pub article: ArticleId,
    /// Its kind.
    pub kind: ArticleKind,
    /// The section.
    pub section: SectionId,
    /// The language that the section is written in.
    pub language: Language,
    /// The article's title as written.
    pub title: String,
    /// The section's heading; the facet's label for the text before the first heading.
    pub heading: String,
    /// The headline for people: "Account manager · เงินเดือน"; in a glossary the term alone.
    pub headline: String,
    /// The section's Markdown.
    pub text: String,
    /// The passage that answers, when the section is long.
    pub focus: Option<String>,
    /// When a person last checked the facts.
    pub reviewed: Option<NaiveDate>,
    /// Whether the section tells what is paid.
    pub tells_pay: bool,
    /// The years of the pay figures, where the section tells some.
    pub figures: Option<FigureYears>,
    /// The article's sources.
    pub sources: Vec<SourceNote>,
    /// How the question was read, when another keyboard layout or a transliteration had to be assumed.
    pub interpreted_as: Option<String>,
    /// Set when the section is in another language than the question.
    pub other_language: bool,
    /// The article's other sections, in the article's order, labelled without the article's name; none in a glossary.
    pub siblings: Vec<Choice>,
    /// Related articles' definitions, labelled with the articles' short titles.
    pub related: Vec<Choice>,
}

/// A source as people see it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SourceNote {
    /// "Title, Publisher (2024)".
    pub label: String,
    /// Its address.
    pub url: Option<String>,
}

/// A section to choose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// The article.
    pub article: ArticleId,
    /// The section.
    pub section: SectionId,
    /// What to call it: "Account manager · เงินเดือน", or less where the place says the rest.
    pub label: String,
}

/// An offer of sections.
#[derive(Debug, Clone, PartialEq)]
pub struct Choices {
    /// Best first, 2–5.
    pub choices: Vec<Choice>,
    /// How the question was read, when it was read in another way than typed.
    pub interpreted_as: Option<String>,
}

/// Nothing to answer with.
#[derive(Debug, Clone, PartialEq)]
pub struct Unknown {
    /// The topics nearest to the question, at most five; some of the roles when nothing is near.
    pub nearest: Vec<Choice>,
}

/// How many topics an "I don't know" offers.
const NEAREST_TOPICS: usize = 5;

/// Makes the reply to a decision. `wording` decides the language of labels and notes, not that of the section.
///
/// The decision must come from this engine; whatever it names that the knowledge base lacks is left out.
pub fn compose(engine: &Engine, decision: &Decision, wording: &Wording) -> Reply {
    let reply = match &decision.verdict {
        Verdict::Answer { candidate, focus } => {
            open(engine, &candidate.article, &candidate.section, &candidate.language, wording).map(|answer| {
                Reply::Answer(Box::new(Answer {
                    focus: focus.clone(),
                    interpreted_as: decision.interpreted_as.clone(),
                    other_language: !same_language(&answer.language, &decision.language),
                    ..answer
                }))
            })
        }
        Verdict::DidYouMean(candidates) => offer(engine, candidates, wording).map(|choices| {
            Reply::Choices(Choices { choices, interpreted_as: decision.interpreted_as.clone() })
        }),
        Verdict::DontKnow => None,
    };
    reply.unwrap_or_else(|| Reply::Unknown(Unknown { nearest: nearest(engine, decision, wording) }))
}

/// The answer that shows one section, as somebody chose it: in `language` where the article has it, else in another.
/// `None` when the knowledge base lacks the section.
pub fn open(
    engine: &Engine,
    article: &ArticleId,
    section: &SectionId,
    language: &Language,
    wording: &Wording,
) -> Option<Answer> {
    let knowledge = engine.knowledge();
    let preferred = knowledge.article(article, language);
    let (article, section) = preferred
        .into_iter()
        .chain(knowledge.versions(article))
        .find_map(|version| version.section(section).map(|section| (version, section)))?;
    let facets = knowledge.facets();
    Some(Answer {
        article: article.id.clone(),
        kind: article.kind,
        section: section.id.clone(),
        language: article.language.clone(),
        title: article.title.clone(),
        heading: label::heading(facets, article, section),
        headline: label::full_name(facets, article, section, &wording.language()),
        text: section.text.clone(),
        focus: None,
        reviewed: article.reviewed,
        tells_pay: tells_pay(section),
        figures: FigureYears::of(article, section),
        sources: article.sources.iter().map(source_note).collect(),
        interpreted_as: None,
        other_language: !same_language(&article.language, language),
        siblings: siblings(knowledge, article, section, wording),
        related: related(knowledge, article, wording),
    })
}

/// The choices that exist, by their full names; `None` when fewer than two are left.
fn offer(engine: &Engine, candidates: &[Candidate], wording: &Wording) -> Option<Vec<Choice>> {
    let choices: Vec<Choice> = candidates
        .iter()
        .filter_map(|candidate| choice(engine, candidate, wording))
        .take(Decision::MAX_CHOICES)
        .collect();
    (choices.len() > 1).then_some(choices)
}

/// A candidate by its full name, in the wording's language where the article has the section in it.
fn choice(engine: &Engine, candidate: &Candidate, wording: &Wording) -> Option<Choice> {
    let knowledge = engine.knowledge();
    let language = wording.language();
    let (article, section) = [&language, &candidate.language].into_iter().find_map(|language| {
        let article = knowledge.article(&candidate.article, language)?;
        article.section(&candidate.section).map(|section| (article, section))
    })?;
    Some(Choice {
        article: article.id.clone(),
        section: section.id.clone(),
        label: label::full_name(knowledge.facets(), article, section, &language),
    })
}

/// Where to go from an "I don't know": the articles of the candidates, else the knowledge base's topics, roles first.
fn nearest(engine: &Engine, decision: &Decision, wording: &Wording) -> Vec<Choice> {
    let mut nearest: Vec<Choice> = Vec::new();
    for candidate in &decision.candidates {
        if let Some(topic) = topic_of(engine, candidate, wording)
            && !nearest.iter().any(|known| known.article == topic.article && known.section == topic.section)
        {
            nearest.push(topic);
        }
    }
    if nearest.is_empty() {
        nearest = topics(engine, wording);
    }
    nearest.truncate(NEAREST_TOPICS);
    nearest
}

/// The article of a candidate by its short name; in a glossary, the term.
fn topic_of(engine: &Engine, candidate: &Candidate, wording: &Wording) -> Option<Choice> {
    let knowledge = engine.knowledge();
    let article = label::version(knowledge, &candidate.article, &wording.language(), &candidate.language)?;
    if article.kind == ArticleKind::Glossary {
        choice(engine, candidate, wording)
    } else {
        article_choice(article)
    }
}

/// Every topic of the knowledge base: roles first, in the engine's order otherwise.
pub fn topics(engine: &Engine, wording: &Wording) -> Vec<Choice> {
    let is_role = |id: &ArticleId| {
        engine.knowledge().versions(id).first().is_some_and(|article| article.kind == ArticleKind::Role)
    };
    let (roles, others): (Vec<_>, Vec<_>) =
        engine.topics(&wording.language(), usize::MAX).into_iter().partition(|topic| is_role(&topic.article));
    roles
        .into_iter()
        .chain(others)
        .map(|topic| Choice { article: topic.article, section: topic.section, label: topic.label })
        .collect()
}

/// The other sections, by their names inside the article. A glossary has none: its terms have nothing in common.
fn siblings(knowledge: &Knowledge, article: &Article, shown: &Section, wording: &Wording) -> Vec<Choice> {
    if article.kind == ArticleKind::Glossary {
        return Vec::new();
    }
    let language = wording.language();
    let others = article.sections.iter().filter(|section| section.id != shown.id);
    others
        .map(|section| Choice {
            article: article.id.clone(),
            section: section.id.clone(),
            label: label::section_name(knowledge.facets(), article, section, &language),
        })
        .collect()
}

/// The related articles that exist, by their short names. A glossary as a whole is nothing to read next.
fn related(knowledge: &Knowledge, article: &Article, wording: &Wording) -> Vec<Choice> {
    let others = article.related.iter().filter(|id| **id != article.id);
    others
        .filter_map(|id| label::version(knowledge, id, &article.language, &wording.language()))
        .filter(|article| article.kind != ArticleKind::Glossary)
        .filter_map(article_choice)
        .collect()
}

/// An article by its short name, opened at its definition.
fn article_choice(article: &Article) -> Option<Choice> {
    let section = label::opening(article)?;
    Some(Choice {
        article: article.id.clone(),
        section: section.id.clone(),
        label: article.short_title().to_owned(),
    })
}

/// "Title, Publisher (2024)".
fn source_note(source: &Source) -> SourceNote {
    let mut label = source.title.clone();
    if let Some(publisher) = &source.publisher {
        label.push_str(", ");
        label.push_str(publisher);
    }
    if let Some(year) = source.year {
        // Writing to a String cannot fail.
        let _ = write!(label, " ({year})");
    }
    SourceNote { label, url: source.url.clone() }
}

/// Whether two tags name the same language, whatever the region: `en` and `en-us`.
fn same_language(one: &Language, other: &Language) -> bool {
    let primary = |language: &Language| language.as_str().split('-').next().map(str::to_owned);
    primary(one) == primary(other)
}
