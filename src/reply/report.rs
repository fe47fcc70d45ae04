//! How the knowledge is used, for those who look after it: what is read, what is disliked, what is missing and where it
//! would belong. Owns no storage, no wording and no form.

use std::collections::BTreeMap;

use super::clusters::{Cluster, clusters};
use super::label;
use super::samples::{Additions, article_lines, section_lines};
use super::usage::{SectionRating, SectionRef, SectionUse, Usage};
use crate::knowledge::{Article, Knowledge, Language, Section};
use crate::search::{Decision, Engine, Missing, Question, Verdict};

/// Clusters that are looked at, the most frequent first: each takes a question to the engine.
const LOOKED_AT: usize = 200;
/// A section that the engine holds for so probable may well answer, though it was not sure enough to say so: on the starter
/// knowledge what another article would have to answer stays below 0.03, what a section leaves open is above 0.06.
const LIKELY: f64 = 0.04;
/// The same of a section behind the first, whose confidence is measured by that one's: behind one that was disliked.
const LIKELY_BEHIND: f64 = 0.1;
/// Phrases that show what is usual in questions.
const USUAL_PHRASES: usize = 3000;

/// What those who look after the knowledge are told.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Report {
    /// The sections that people read most; those that are gone are left out.
    pub asked: Vec<Named<SectionUse>>,
    /// The sections that people like least.
    pub disliked: Vec<Named<SectionRating>>,
    /// What people ask without a good answer, the most frequent first.
    pub gaps: Vec<Gap>,
}

/// A count with the name of its section.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Named<T> {
    /// "Account manager · เงินเดือน".
    pub label: String,
    /// The count.
    pub count: T,
}

/// A question without a good answer, in whatever words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gap {
    /// The most frequent wording.
    pub example: String,
    /// How many other wordings there are.
    pub others: usize,
    /// How often it was asked in all.
    pub times: u64,
    /// Whether an answer was disliked; else nothing answered.
    pub disliked: bool,
    /// The section that may answer it.
    pub nearest: Option<Named<SectionRef>>,
    /// Whether that section may well answer it; else the question wants a section of its own.
    pub likely: bool,
    /// The name or way of asking that the knowledge seems to lack.
    pub missing: Option<Missing>,
}

impl Gap {
    /// A number by which the gap is found again while its question is kept: 64-bit FNV-1a of the example
    /// (<http://www.isthe.com/chongo/tech/comp/fnv/>), the same after a restart.
    pub fn key(&self) -> u64 {
        const OFFSET_BASIS: u64 = 0xcbf2_9ce4_8422_2325;
        const PRIME: u64 = 0x0000_0100_0000_01b3;
        self.example.bytes().fold(OFFSET_BASIS, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(PRIME))
    }
}

/// A gap as a sample question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sample {
    /// The article's file: `th/account-manager.md`.
    pub file: String,
    /// The section to which it is added.
    pub section: SectionRef,
    /// "Account manager · เงินเดือน".
    pub label: String,
    /// The question.
    pub question: String,
    /// The lines for this section alone.
    pub lines: String,
    /// All `questions` of the article.
    pub all_lines: String,
}

/// The report of a usage, with sections named in `language`.
pub fn report(engine: &Engine, usage: &Usage, language: &Language) -> Report {
    let name = |section: &SectionRef| named(engine.knowledge(), section, language);
    Report {
        asked: usage
            .asked
            .iter()
            .filter_map(|used| Some(Named { label: name(&used.section)?, count: used.clone() }))
            .collect(),
        disliked: usage
            .disliked
            .iter()
            .filter_map(|rated| Some(Named { label: name(&rated.section)?, count: rated.clone() }))
            .collect(),
        gaps: gaps(engine, usage, language),
    }
}

/// A section's full name; `None` when the knowledge has lost it.
pub fn named(knowledge: &Knowledge, section: &SectionRef, language: &Language) -> Option<String> {
    let (article, found) = version(knowledge, section, language)?;
    Some(label::full_name(knowledge.facets(), article, found, language))
}

/// The gap as a sample question of its nearest section; `None` when there is none near.
pub fn sample(engine: &Engine, gap: &Gap) -> Option<Sample> {
    let nearest = gap.nearest.as_ref()?;
    let (article, section) = home(engine, gap)?;
    let additions = Additions::from([(section.id.clone(), vec![gap.example.clone()])]);
    Some(Sample {
        file: article.file.clone(),
        section: nearest.count.clone(),
        label: nearest.label.clone(),
        question: gap.example.clone(),
        lines: section_lines(article, &section.id, &gap.example),
        all_lines: article_lines(article, &additions),
    })
}

/// Every gap that its nearest section may well answer as a sample question: the files with all their `questions`, and
/// the gaps that want a section of their own.
pub fn all_samples<'a>(engine: &Engine, gaps: &'a [Gap]) -> (Vec<(String, String)>, Vec<&'a Gap>) {
    let mut files: BTreeMap<&str, (&Article, Additions)> = BTreeMap::new();
    let mut homeless = Vec::new();
    for gap in gaps {
        match gap.likely.then(|| home(engine, gap)).flatten() {
            Some((article, section)) => {
                let (_, additions) =
                    files.entry(article.file.as_str()).or_insert_with(|| (article, Additions::new()));
                additions.entry(section.id.clone()).or_default().push(gap.example.clone());
            }
            None => homeless.push(gap),
        }
    }
    let files = files
        .into_iter()
        .map(|(file, (article, additions))| (file.to_owned(), article_lines(article, &additions)))
        .collect();
    (files, homeless)
}

/// What is asked without a good answer. What the knowledge answers by now is left out.
fn gaps(engine: &Engine, usage: &Usage, language: &Language) -> Vec<Gap> {
    clusters(&usage.questions, usual(engine.knowledge()))
        .iter()
        .take(LOOKED_AT)
        .filter_map(|cluster| gap(engine, cluster, language))
        .collect()
}

fn gap(engine: &Engine, cluster: &Cluster<'_>, language: &Language) -> Option<Gap> {
    let first = cluster.questions.first()?;
    let (decision, understanding) = engine.understand(&Question::new(first.question.as_str()));
    let disliked = cluster.questions.iter().any(|question| question.disliked);
    if !disliked && matches!(decision.verdict, Verdict::Answer { .. }) {
        return None;
    }
    let (nearest, likely) = nearest(engine.knowledge(), cluster, &decision, language).unzip();
    Some(Gap {
        example: first.question.clone(),
        others: cluster.questions.len() - 1,
        times: cluster.times(),
        disliked,
        nearest,
        likely: likely.unwrap_or(false),
        missing: understanding.missing,
    })
}

/// The section that the engine holds for nearest, or that was nearest when somebody asked, and whether it may well
/// answer; none of which the answer was disliked.
fn nearest(
    knowledge: &Knowledge,
    cluster: &Cluster<'_>,
    decision: &Decision,
    language: &Language,
) -> Option<(Named<SectionRef>, bool)> {
    let candidates = decision.candidates.iter().enumerate().map(|(place, candidate)| {
        let enough = if place == 0 { LIKELY } else { LIKELY_BEHIND };
        let section = SectionRef { article: candidate.article.clone(), section: candidate.section.clone() };
        (section, candidate.confidence >= enough)
    });
    let noted = cluster.questions.iter().filter(|question| !question.disliked);
    let noted = noted.filter_map(|question| Some((question.section.clone()?, false)));
    let is_disliked = |section: &SectionRef| {
        let mut disliked = cluster.questions.iter().filter(|question| question.disliked);
        disliked.any(|question| question.section.as_ref() == Some(section))
    };
    candidates.chain(noted).filter(|(section, _)| !is_disliked(section)).find_map(|(section, likely)| {
        Some((Named { label: named(knowledge, &section, language)?, count: section }, likely))
    })
}

/// The version of a gap's nearest section in the language of the question, else in any.
pub(super) fn home<'k>(engine: &'k Engine, gap: &Gap) -> Option<(&'k Article, &'k Section)> {
    let language = engine.ask(&Question::new(gap.example.as_str())).language;
    version(engine.knowledge(), &gap.nearest.as_ref()?.count, &language)
}

fn version<'k>(
    knowledge: &'k Knowledge,
    wanted: &SectionRef,
    language: &Language,
) -> Option<(&'k Article, &'k Section)> {
    let preferred = knowledge.article(&wanted.article, language);
    let mut versions = preferred.into_iter().chain(knowledge.versions(&wanted.article));
    versions.find_map(|article| Some((article, article.section(&wanted.section)?)))
}

/// What is usual in questions: how people ask for facets, and the sample questions.
fn usual(knowledge: &Knowledge) -> impl Iterator<Item = &str> {
    let asks = knowledge.facets().iter().flat_map(|facet| facet.names.iter().chain(facet.asks.iter()));
    let sections = knowledge.articles().iter().flat_map(|article| &article.sections);
    let samples = sections.flat_map(|section| section.questions.iter().map(String::as_str));
    asks.map(|(_, text)| text).chain(samples).take(USUAL_PHRASES)
}
