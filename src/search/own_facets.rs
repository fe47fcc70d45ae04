//! Sections that no facet names: people ask for them by what their authors call them (ข้อเสีย, of ข้อดีและข้อเสีย).

use std::fmt::Write;
use std::ops::Range;

use rustc_hash::FxHashMap;

use super::cues;
use super::facet_hits::{FacetHit, overlap};
use super::facet_phrases::HEADING;
use super::letters::{Letter, in_place};
use super::names::SubjectId;
use super::scene::{Scene, exact};
use super::spot::Spot;
use crate::knowledge::{Article, ArticleId, ArticleKind, FacetId, Knowledge, Section, SectionId};
use crate::text::normalize;
use crate::text::script::{is_thai, is_word};

/// Parts of headings with fewer letters and marks are met by chance, in Thai and in Latin letters.
const FEWEST_THAI: usize = 5;
const FEWEST_LATIN: usize = 4;
/// What stands between the parts of a heading.
const BETWEEN: [&str; 9] = ["และ", " and ", " or ", " vs ", "/", ",", "&", "(", ")"];
/// The facet that takes what nothing else explains: a section of its own explains it better.
const CATCH_ALL: &str = "key-takeaways";

/// What people call the sections that no facet names, by the role that has them.
#[derive(Debug, Default)]
pub(crate) struct OwnFacets {
    of_role: FxHashMap<SubjectId, OwnOf>,
}

/// The same of one role.
#[derive(Debug, Default)]
struct OwnOf {
    /// Numbers of facets and what they are called.
    headings: Vec<(usize, Vec<Letter>)>,
    /// The facets that other sections answer.
    answered: Vec<usize>,
}

/// The facet that stands for a role's section which no facet names.
pub(super) fn own_facet(article: &Article, section: &Section) -> Option<FacetId> {
    let own =
        article.kind == ArticleKind::Role && section.facet.is_none() && section.id != SectionId::definition();
    if !own {
        return None;
    }
    let id = section.id.as_str();
    // Ids of facets have Latin letters alone.
    let coded = || {
        id.chars().fold("section".to_owned(), |mut coded, c| {
            let _ = write!(coded, "-{:x}", u32::from(c));
            coded
        })
    };
    FacetId::parse(id).or_else(|_| FacetId::parse(&coded())).ok()
}

impl OwnFacets {
    /// Collects them; their facets are added to all facets.
    pub(super) fn new(
        knowledge: &Knowledge,
        articles: &FxHashMap<ArticleId, SubjectId>,
        facets: &mut Vec<FacetId>,
    ) -> Self {
        let mut all = Self::default();
        for article in knowledge.articles() {
            for section in &article.sections {
                let (Some(facet), Some(role)) = (own_facet(article, section), articles.get(&article.id))
                else {
                    continue;
                };
                let number = facets.iter().position(|known| *known == facet).unwrap_or_else(|| {
                    facets.push(facet);
                    facets.len() - 1
                });
                let parts = parts(&section.heading)
                    .into_iter()
                    .map(|part| (number, in_place(part.chars()).collect()));
                all.of_role.entry(*role).or_default().headings.extend(parts);
            }
        }
        for article in knowledge.articles() {
            let Some(own) = articles.get(&article.id).and_then(|role| all.of_role.get_mut(role)) else {
                continue;
            };
            let answered = article.sections.iter().filter_map(|section| section.facet.as_ref());
            own.answered.extend(answered.filter_map(|facet| facets.iter().position(|known| known == facet)));
        }
        let catch_all = facets.iter().position(|facet| facet.as_str() == CATCH_ALL);
        for own in all.of_role.values_mut() {
            own.answered.retain(|facet| Some(*facet) != catch_all);
        }
        all
    }

    /// What is asked of a role that stands at a place: its own sections, by their headings, before the facets.
    pub(super) fn before(
        &self,
        role: SubjectId,
        scene: &Scene,
        place: &Range<usize>,
        facets: Vec<FacetHit>,
    ) -> Vec<FacetHit> {
        let Some(own) = self.of_role.get(&role) else { return facets };
        let mut hits: Vec<FacetHit> = Vec::new();
        for (facet, heading) in &own.headings {
            for span in exact(heading, scene).filter(|span| overlap(span, place) == 0) {
                match hits.iter_mut().find(|hit| hit.facet == *facet) {
                    Some(hit) => hit.rests.push(span),
                    None => hits.push(FacetHit::new(*facet, spot(*facet, heading, span))),
                }
            }
        }
        let is_kept = |facet: &FacetHit| {
            own.answered.contains(&facet.facet)
                || hits.iter().all(|hit| hit.spans().all(|span| overlap(span, &facet.spot.span) == 0))
        };
        let kept: Vec<FacetHit> = facets.into_iter().filter(is_kept).collect();
        hits.extend(kept);
        hits
    }
}

fn spot(owner: usize, heading: &[Letter], span: Range<usize>) -> Spot {
    let weight = super::costs::weight(heading);
    Spot { owner, phrase: HEADING, span, closeness: 1.0, left_out: 0.0, weight }
}

/// The parts of a heading that name its section: long enough, and no words that ask or pad.
fn parts(heading: &str) -> Vec<String> {
    let mut parts = vec![normalize(heading)];
    for between in BETWEEN {
        parts =
            parts.iter().flat_map(|part| part.split(between)).map(|part| part.trim().to_owned()).collect();
    }
    parts.retain(|part| {
        let fewest = if part.contains(is_thai) { FEWEST_THAI } else { FEWEST_LATIN };
        part.chars().filter(|&c| is_word(c)).count() >= fewest && !cues::all().any(|cue| cue == part)
    });
    parts
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use std::sync::Arc;

    use super::*;
    use crate::knowledge::{Language, parse, starter};
    use crate::search::{Engine, Question, Verdict};

    #[test]
    fn headings_have_parts() {
        for (heading, expected) in [
            ("ข้อดีและข้อเสีย", &["ข้อดี", "ข้อเสีย"][..]),
            ("Pros and cons", &["pros", "cons"]),
            ("เครื่องมือที่ใช้ (Tools)", &["เครื่องมือที่ใช้", "tools"]),
            ("ไหม, งาน", &[]),
            ("", &[]),
        ] {
            let expected: Vec<String> = expected.iter().map(|part| normalize(part)).collect();
            assert_eq!(parts(heading), expected, "{heading}");
        }
    }

    #[test]
    fn sections_of_an_authors_own_are_asked_for_by_their_headings() {
        let facets = starter().unwrap().facets().clone();
        let role = |id: &str, title: &str, own: &str| {
            let text = format!(
                "---\ntitle: {title}\nkind: role\nreviewed: 2026-01-01\n---\n\n{title} มีงานทำ\n\n\
                 ## เงินเดือน {{#salary}}\n\nไม่มาก\n\n{own}"
            );
            let id = ArticleId::parse(id).unwrap();
            parse("th/job.md", id, Language::thai(), &text, &facets).0.unwrap()
        };
        let own = "## ข้อดีและข้อเสีย {#pros}\n\nได้ขนมฟรี แต่ตื่นเช้า\n\n## ชุดทำงาน\n\nมีหลายแบบ\n";
        let articles = vec![role("baker", "คนทำขนมปัง", own), role("tailor", "ช่างตัดเสื้อ", "")];
        let engine = Engine::new(Arc::new(Knowledge::new(articles, facets.clone())));
        for (question, about, expected) in [
            ("ข้อเสียของคนทำขนมปัง", None, Some("baker#pros")),
            ("คนทำขนมปังมีข้อดีอะไรบ้าง", None, Some("baker#pros")),
            ("คนทำขนมปังต้องใส่ชุดทำงานไหม", None, Some("baker#ชุดทำงาน")),
            ("คนทำขนมปังเงินเดือนเท่าไหร่", None, Some("baker#salary")),
            ("ข้อเสียล่ะ", Some("baker"), Some("baker#pros")),
            // Who has no such section is not answered with another's, and nobody is by a heading alone.
            ("ข้อเสียของช่างตัดเสื้อ", None, None),
            ("ข้อเสียล่ะ", Some("tailor"), None),
            ("ข้อเสียล่ะ", None, None),
        ] {
            let about = about.map(|about| ArticleId::parse(about).unwrap());
            let decision = engine.ask(&Question::new(question).about(about));
            let shown = match decision.verdict {
                Verdict::Answer { candidate, .. } => Some(candidate),
                Verdict::DidYouMean(candidates) => candidates.into_iter().next(),
                Verdict::DontKnow => None,
            };
            let shown = shown.map(|candidate| format!("{}#{}", candidate.article, candidate.section));
            let shown = shown.filter(|place| place.starts_with("baker") || expected.is_some());
            assert_eq!(shown.as_deref(), expected, "{question}");
        }
    }
}
