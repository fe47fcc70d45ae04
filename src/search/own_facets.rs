//! Sections that no facet names: people ask for them by what their authors call them (ข้อเสีย, of ข้อดีและข้อเสีย).

use std::fmt::Write;
use std::ops::Range;

use rustc_hash::FxHashMap;

use super::cues;
use super::facet_hits::{FacetHit, overlap};
use super::facet_phrases::HEADING;
use super::letters::{Letter, in_place};
use super::names::{Catalogue, SubjectId};
use super::scene::{Scene, exact, stands_alone};
use super::spot::Spot;
use super::yielding::asks_for_anything;
use crate::knowledge::{
    Article, ArticleId, ArticleKind, Facet, FacetId, Facets, Knowledge, Section, SectionId,
};
use crate::text::normalize;
use crate::text::script::{is_thai, is_word};

/// Parts of headings with fewer letters and marks are met by chance, in Thai and in Latin letters.
const FEWEST_THAI: usize = 5;
const FEWEST_LATIN: usize = 4;
/// What stands between the parts of a heading.
const BETWEEN: [&str; 17] =
    ["และ", "หรือ", "กับ", " and ", " or ", " vs ", " of ", "/", ",", "&", "(", ")", "-", "–", "—", ":", "|"];
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
                let parts = parts(&section.heading, knowledge.facets())
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

    /// The facets that are asked of a role that stands at a place, strongest first, with its own sections by their headings, wherever
    /// other roles are not named.
    pub(super) fn with_own(
        &self,
        catalogue: &Catalogue,
        role: SubjectId,
        scene: &Scene,
        (place, others): (&Range<usize>, &[Range<usize>]),
        facets: Vec<FacetHit>,
    ) -> Vec<FacetHit> {
        let Some(own) = self.of_role.get(&role) else { return facets };
        // A phrase of another section says more than a heading inside it.
        let is_inside = |span: &Range<usize>, facet: &FacetHit| {
            own.answers(facet)
                && facet.is_written_out()
                && facet.spot.span.start <= span.start
                && span.end <= facet.spot.span.end
        };
        let mut hits: Vec<FacetHit> = Vec::new();
        for (facet, heading) in &own.headings {
            let free = |span: &Range<usize>| {
                is_whole(scene, span)
                    && !others.iter().chain([place]).any(|name| overlap(span, name) > 0)
                    && !facets.iter().any(|facet| is_inside(span, facet))
            };
            for span in exact(heading, scene).filter(free) {
                match hits.iter_mut().find(|hit| hit.facet == *facet) {
                    Some(hit) => hit.rests.push(span),
                    None => hits.push(FacetHit::new(*facet, spot(*facet, heading, span))),
                }
            }
        }
        let meets = |facet: &FacetHit| {
            hits.iter().flat_map(FacetHit::spans).any(|span| overlap(span, &facet.spot.span) > 0)
        };
        let mut all: Vec<FacetHit> =
            facets.into_iter().filter(|facet| own.answers(facet) || !meets(facet)).collect();
        // What else is asked plainly goes before them, but for what may be asked of anything.
        let plain = |facet: &&FacetHit| {
            own.answers(facet) && facet.plain && !meets(facet) && !asks_for_anything(catalogue, facet)
        };
        let at = all.iter().take_while(plain).count();
        all.splice(at..at, hits.iter().cloned());
        all
    }
}

impl OwnOf {
    /// Whether another section of the role answers a facet.
    fn answers(&self, facet: &FacetHit) -> bool {
        self.answered.contains(&facet.facet)
    }
}

/// Whether a part of a text is no part of a longer Latin word, but for its plural.
fn is_whole(scene: &Scene, span: &Range<usize>) -> bool {
    let plural = span.start..span.end + 1;
    stands_alone(&scene.characters, span)
        || (scene.characters.get(span.end) == Some(&'s') && stands_alone(&scene.characters, &plural))
}

fn spot(owner: usize, heading: &[Letter], span: Range<usize>) -> Spot {
    let weight = super::costs::weight(heading);
    Spot { owner, phrase: HEADING, span, closeness: 1.0, left_out: 0.0, weight }
}

/// The parts of a heading that name its section: long enough, with letters, no words that ask or pad, and none that phrases of several
/// facets have (work, การทำงาน).
fn parts(heading: &str, facets: &Facets) -> Vec<String> {
    let mut parts = vec![normalize(heading)];
    for between in BETWEEN {
        parts =
            parts.iter().flat_map(|part| part.split(between)).map(|part| part.trim().to_owned()).collect();
    }
    let words = |part: &String| -> Vec<String> {
        let is_thai = part.chars().all(|c| is_thai(c) || c.is_whitespace());
        if is_thai { part.split(' ').map(str::to_owned).collect() } else { vec![part.clone()] }
    };
    let mut parts: Vec<String> = parts.iter().flat_map(words).collect();
    parts.retain(|part| {
        let fewest = if part.contains(is_thai) { FEWEST_THAI } else { FEWEST_LATIN };
        part.chars().filter(|&c| is_word(c) && !c.is_numeric()).count() >= fewest
            && !cues::all().any(|cue| cue == part)
            && !is_general(part, facets)
    });
    parts
}

/// Whether phrases of several facets have this text.
fn is_general(text: &str, facets: &Facets) -> bool {
    let whole = |phrase: &str| format!(" {phrase} ").contains(&format!(" {text} "));
    let holds = |phrase: &str| phrase.contains(text) && (text.contains(is_thai) || whole(phrase));
    let has = |facet: &&Facet| {
        let mut phrases = facet.names.iter().chain(facet.asks.iter());
        facet.id.as_str() != CATCH_ALL && phrases.any(|(_, phrase)| holds(phrase))
    };
    facets.iter().filter(has).nth(1).is_some()
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
        let facets = starter().unwrap().facets().clone();
        for (heading, expected) in [
            ("ข้อดีและข้อเสีย", &["ข้อดี", "ข้อเสีย"][..]),
            ("ข้อดี ข้อเสีย", &["ข้อดี", "ข้อเสีย"]),
            ("Pros and cons of the job", &["pros", "cons"]),
            ("Outlook (2026)", &["outlook"]),
            ("Work: การทำงาน", &[]),
            ("เครื่องมือที่ใช้ (Tools)", &["เครื่องมือที่ใช้", "tools"]),
            ("ไหม, งาน", &[]),
            ("", &[]),
        ] {
            let expected: Vec<String> = expected.iter().map(|part| normalize(part)).collect();
            assert_eq!(parts(heading, &facets), expected, "{heading}");
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
        let own = "## Cons และข้อดีข้อเสีย / ข้อดี / ข้อเสีย {#pros}\n\nได้ขนมฟรี แต่ตื่นเช้า\n\n## ชุดทำงาน\n\nมีหลายแบบ\n";
        let articles = vec![role("baker", "คนทำขนมปัง", own), role("tailor", "ช่างตัดเสื้อ", "")];
        let engine = Engine::new(Arc::new(Knowledge::new(articles, facets.clone())));
        for (question, about, expected) in [
            ("ข้อเสียของคนทำขนมปัง", None, Some("baker#pros")),
            ("คนทำขนมปังมีข้อดีอะไรบ้าง", None, Some("baker#pros")),
            ("คนทำขนมปังต้องใส่ชุดทำงานไหม", None, Some("baker#ชุดทำงาน")),
            ("คนทำขนมปังเงินเดือนเท่าไหร่", None, Some("baker#salary")),
            ("เงินเดือนคนทำขนมปังเท่าไหร่ ไม่นับข้อเสีย", None, Some("baker#salary")),
            ("ข้อเสียล่ะ", Some("baker"), Some("baker#pros")),
            ("คนทำขนมปังมี cons ไหม", None, Some("baker#pros")),
            ("คนทำขนมปัง consult เงินเดือนเท่าไหร่", None, Some("baker#salary")),
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
