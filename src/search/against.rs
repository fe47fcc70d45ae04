//! Two subjects in one question: which is asked about, and two roles that are set against each other ("AE หรือ AM ดี").

use std::ops::Range;

use super::facet_hits::{DEFINITION, EXPLAINING_CLOSENESS, FacetHit, covers, overlap};
use super::facet_phrases::SET_AGAINST;
use super::names::Catalogue;
use super::query::{Query, SPELLED, SubjectHit, is_plain};
use super::spot::Spot;
use super::yielding::asks_for_anything;
use crate::knowledge::{ArticleKind, FacetId};
use crate::text::script::is_word;

/// The facet of questions that set two subjects against each other.
pub(super) const COMPARING_FACET: &str = "differences";

/// Facets that are asked of the first of two subjects that are named: what it differs from, and where it leads.
const OF_FIRST_NAMED: [&str; 2] = [COMPARING_FACET, "career-path"];

/// What stands between two roles of which one is set against the other.
const AGAINST: [&str; 15] = [
    "vs",
    "v",
    "versus",
    "เหมือน",
    "เหมือนกับ",
    "ไม่เหมือน",
    "ไม่เหมือนกับ",
    "ต่างจาก",
    "เทียบกับ",
    "the same as",
    "same as",
    "the same thing as",
    "similar to",
    "different from",
    "compared to",
];
/// The same where one is to be chosen: "AE หรือ AM ดี", but "AE หรือ AM คนไหนว่าง".
const EITHER: [&str; 5] = ["หรือ", "หรือว่า", "รึ", "รึว่า", "or"];
/// The same where nothing but words that ask follows: "AE คือ AM ใช่ไหม".
const SAME: [&str; 2] = ["คือ", "ก็คือ"];
/// The same behind a word that compares.
const TOGETHER: [&str; 5] = ["กับ", "กะ", "และ", "and", "with"];
/// What needs no other word that asks.
const ASKING: [&str; 4] = ["vs", "v", "versus", "เทียบกับ"];
/// Words before the first that ask to set both against each other.
const COMPARE: [&str; 3] = ["เทียบ", "เปรียบเทียบ", "compare"];
/// Words behind the second that ask which one to choose.
const CHOOSE: [&str; 2] = ["ดี", "อันไหน"];
/// Words before Latin names.
const ARTICLES: [&str; 3] = [" a", " an", " the"];

impl Query {
    /// Whether it sets two roles against each other, which then need no third one from the conversation.
    pub(crate) fn is_set_against(&self) -> bool {
        self.facets.first().is_some_and(|hit| hit.spot.phrase == SET_AGAINST)
    }

    /// Whether the question's first facet compares.
    pub(crate) fn compares(&self, catalogue: &Catalogue) -> bool {
        self.of_first_named(catalogue).is_some_and(|facet| facet.as_str() == COMPARING_FACET)
    }

    /// Whether two roles are named in it, one beside the other.
    pub(crate) fn names_two_roles(&self, catalogue: &Catalogue) -> bool {
        let is_role = |hit: &&SubjectHit| {
            is_plain(hit)
                && catalogue.subject(hit.subject).is_some_and(|subject| subject.kind == ArticleKind::Role)
        };
        let mut roles = self.subjects.iter().filter(is_role);
        let Some(first) = roles.next() else { return false };
        roles.any(|other| overlap(&first.spot.span, &other.spot.span) == 0)
    }

    /// The question's first facet, if it is one that is asked of the first of two subjects.
    pub(crate) fn of_first_named<'c>(&self, catalogue: &'c Catalogue) -> Option<&'c FacetId> {
        let facet = self.facets.first().and_then(|hit| catalogue.facet(hit.facet));
        facet.filter(|facet| OF_FIRST_NAMED.contains(&facet.as_str()))
    }

    /// Takes two roles that are set against each other for a question about their differences.
    pub(super) fn set_against(&mut self, catalogue: &Catalogue) {
        let Some(facet) = catalogue.number_of_facet(COMPARING_FACET) else { return };
        let Some(span) = self.between_roles(catalogue) else { return };
        let spot =
            Spot { owner: facet, phrase: SET_AGAINST, span, closeness: 1.0, left_out: 0.0, weight: f32::MAX };
        let found = FacetHit::new(facet, spot);
        let facets = self.subjects.iter_mut().map(|hit| &mut hit.facets).chain([&mut self.facets]);
        for facets in facets {
            facets.retain(|known| known.facet != facet);
            facets.insert(0, found.clone());
        }
    }

    /// Where the words stand between two roles that are set against each other.
    fn between_roles(&self, catalogue: &Catalogue) -> Option<Range<usize>> {
        let is_role = |hit: &&SubjectHit| {
            let kind = catalogue.subject(hit.subject).map(|subject| subject.kind);
            hit.spot.left_out <= 0.0 && hit.spot.closeness >= SPELLED && kind == Some(ArticleKind::Role)
        };
        let mut roles: Vec<&SubjectHit> = self.subjects.iter().filter(is_role).collect();
        roles.sort_by_key(|hit| hit.spot.span.start);
        let pairs = roles.iter().zip(roles.iter().skip(1)).map(|(a, b)| (&a.spot.span, &b.spot.span));
        let names: Vec<&Range<usize>> = roles.iter().map(|hit| &hit.spot.span).collect();
        pairs.filter(|(a, b)| a.end <= b.start).find_map(|(a, b)| {
            let text = |span: Range<usize>| -> String {
                self.scene.characters.get(span).unwrap_or_default().iter().collect()
            };
            let (before, between) = (text(0..a.start), text(a.end..b.start));
            let (between, behind) = (between.trim(), text(b.end..self.scene.characters.len()));
            let between =
                ARTICLES.iter().find_map(|article| between.strip_suffix(article)).unwrap_or(between);
            let compare = COMPARE.iter().any(|word| before.trim_end().ends_with(word));
            let choose = CHOOSE.iter().any(|word| behind.trim_start().starts_with(word));
            let cues = self.scene.cues();
            let asks =
                cues.question_mark || cues.asking.iter().any(|cue| cue.end <= a.end || cue.start >= b.start);
            let asked = asks || compare || choose || ASKING.contains(&between);
            let set = AGAINST.contains(&between)
                || (TOGETHER.contains(&between) && compare)
                || (EITHER.contains(&between) && (choose || cues.question_mark))
                || (SAME.contains(&between) && self.only_cues_from(b.end));
            let is_other = |hit: &FacetHit| {
                let facet = catalogue.facet(hit.facet).map_or(DEFINITION, FacetId::as_str);
                let inside = |name: &&Range<usize>| covers(name, &hit.spot.span);
                hit.spot.closeness >= EXPLAINING_CLOSENESS
                    && ![DEFINITION, COMPARING_FACET].contains(&facet)
                    && !asks_for_anything(catalogue, hit)
                    && !names.iter().any(inside)
            };
            (set && asked && !self.facets.iter().any(is_other)).then_some(a.end..b.start)
        })
    }

    /// Whether nothing but words that ask or pad follows a place.
    fn only_cues_from(&self, place: usize) -> bool {
        let cues = self.scene.cues();
        let spans = || cues.asking.iter().chain(&cues.padding).chain(&cues.small);
        let letters = self.scene.characters.iter().enumerate().skip(place).filter(|(_, c)| is_word(**c));
        letters.into_iter().all(|(place, _)| spans().any(|span| span.contains(&place)))
    }
}
