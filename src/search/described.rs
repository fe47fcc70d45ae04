//! Roles that are described instead of named: คนที่คอยจดเงินเข้าเงินออกให้ร้านเล็กๆ ต้องใช้ความสามารถอะไร.

use std::collections::BTreeMap;

use super::corpus::Corpus;
use super::cues::Naming;
use super::facet_hits::{DEFINITION, FacetHit};
use super::names::{Catalogue, SubjectId};
use super::query::{OF_TERMS, Query, SubjectHit, is_plain};
use super::rank::best;
use super::statements::speaks_of_work;
use crate::knowledge::ArticleKind;
use crate::text::normalize;
use crate::text::script::is_word;

/// What tells a description of a role from any other text.
struct Bounds {
    /// It has so many letters at least …
    letters: usize,
    /// … of whose weight the sections of the role that fits best hold this share …
    share: f32,
    /// … and so many times as much as those of the first role that is left out.
    lead: f32,
    /// So many roles may be meant.
    roles: usize,
}

/// Where a word speaks of work.
const OF_WORK: Bounds = Bounds { letters: 11, share: 0.3, lead: 1.2, roles: 2 };
/// Who asks what a job is called describes one.
const SOUGHT: Bounds = Bounds { letters: 8, share: 0.2, lead: 1.1, roles: 3 };

/// How much the second of an article's sections counts beside the first.
const SECOND_SECTION: f32 = 0.5;
/// Of so many of the best sections.
const SECTIONS: usize = 64;

/// What is asked about the role must be named so closely.
const FACET_CLOSENESS: f32 = 0.9;

impl Query {
    /// Whether it asks for the name of what it describes.
    pub(crate) fn seeks_name(&self) -> bool {
        self.scene.cues().naming.is_some()
    }

    /// Whether it asks for the name of the job that it describes.
    pub(crate) fn seeks_role(&self) -> bool {
        /// Words that say that what is described is a job.
        const JOBS: [&str; 4] = ["อาชีพที่", "อาชีพนี้", "ตำแหน่งงานที่", "ตำแหน่งนี้"];
        match self.scene.cues().naming {
            Some(Naming::Job) => true,
            Some(Naming::Anything) => JOBS.iter().any(|job| self.normalized.contains(job)),
            None => false,
        }
    }

    /// Whether it asks how what it describes is calculated.
    pub(crate) fn seeks_formula(&self) -> bool {
        self.scene.cues().calculating
    }

    /// Takes the roles that are described, best first, for subjects of a question that names none, and tells whether there
    /// are any. With it one more of 3,550 messages that must not be answered gets an offer; without the word that speaks of
    /// work some 55 more.
    pub(crate) fn describe(&mut self, corpus: &Corpus, catalogue: &Catalogue) -> bool {
        let facet = self.facets.first().filter(|hit| hit.spot.closeness >= FACET_CLOSENESS);
        let facet = facet.and_then(|hit| catalogue.facet(hit.facet));
        // No question about a described role, unless it asks what that is called: "what is my credit rating" describes none.
        let asks_of_role = facet.is_some_and(|facet| facet.as_str() != DEFINITION) || self.seeks_name();
        let named = |hit: &SubjectHit| is_plain(hit) && !is_by_the_way(hit, catalogue);
        let may_describe = asks_of_role && self.asks() && !self.subjects.iter().any(named);
        let sought = self.seeks_role();
        if !may_describe || !(sought || speaks_of_work(&self.normalized)) {
            return false;
        }
        let bounds = if sought { SOUGHT } else { OF_WORK };
        let roles = fitting(corpus, &normalize(&self.remainder()), &bounds);
        if sought && !roles.is_empty() {
            // Words of the description ask for nothing.
            self.facets
                .retain(|hit| catalogue.facet(hit.facet).is_some_and(|facet| facet.as_str() == DEFINITION));
            let definition = catalogue.number_of_facet(DEFINITION).filter(|_| self.facets.is_empty());
            self.facets.extend(definition.map(|facet| FacetHit::new(facet, Self::conversation(1.0))));
        }
        for &role in roles.iter().rev() {
            self.follow_up(role, 1.0, false);
        }
        // The letters of the description name the roles: none are left over.
        self.subjects.iter_mut().take(roles.len()).for_each(|hit| hit.leftover = 0.0);
        self.described = !roles.is_empty();
        self.described
    }
}

/// Whether a subject is a term that is asked what only roles are asked (คนที่แนะนำกองทุนให้เรา เขาได้เงินจากไหน ค่าคอมหรือเปล่า).
pub(super) fn is_by_the_way(hit: &SubjectHit, catalogue: &Catalogue) -> bool {
    let facet = hit.facets.first().and_then(|hit| catalogue.facet(hit.facet));
    catalogue.subject(hit.subject).is_some_and(|subject| subject.section.is_some())
        && facet.is_some_and(|facet| !OF_TERMS.contains(&facet.as_str()))
}

/// How well the best two sections of an article fit: duties and definition both say what somebody does.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct BestTwo(f32, f32);

impl BestTwo {
    /// Takes a section that fits so well.
    pub(super) fn add(&mut self, weight: f32) {
        *self = Self(self.0.max(weight), self.1.max(self.0.min(weight)));
    }

    /// How well both fit together.
    pub(super) fn fit(self) -> f32 {
        self.0 + SECOND_SECTION * self.1
    }
}

/// The roles whose sections fit a description best, as far as they stand out.
fn fitting(corpus: &Corpus, description: &str, bounds: &Bounds) -> Vec<SubjectId> {
    if description.chars().filter(|&c| is_word(c)).count() < bounds.letters {
        return Vec::new();
    }
    let terms = corpus.terms(description, |_| false);
    let weights = corpus.weigh(&terms);
    let mut best_two: BTreeMap<SubjectId, BestTwo> = BTreeMap::new();
    for number in best(&weights, SECTIONS) {
        let document = corpus.documents().get(number).filter(|document| document.kind == ArticleKind::Role);
        let role = document.and_then(|document| document.subject);
        let Some(best) = role.map(|role| best_two.entry(role).or_default()) else { continue };
        best.add(weights.get(number).copied().unwrap_or(0.0));
    }
    let mut roles: Vec<(SubjectId, f32)> =
        best_two.into_iter().map(|(role, best)| (role, best.fit())).collect();
    roles.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
    let left_out = roles.get(bounds.roles).map_or(0.0, |(_, fit)| *fit);
    let whole = BestTwo(terms.attainable(), terms.attainable());
    let enough = (bounds.share * whole.fit()).max(bounds.lead * left_out);
    if roles.first().is_none_or(|(_, fit)| *fit < enough) {
        return Vec::new();
    }
    roles.into_iter().take(bounds.roles).map(|(role, _)| role).collect()
}
