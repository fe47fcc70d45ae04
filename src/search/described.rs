//! Roles that are described instead of named: คนที่คอยจดเงินเข้าเงินออกให้ร้านเล็กๆ ต้องใช้ความสามารถอะไร.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::ops::Range;

use super::corpus::Corpus;
use super::cues::Naming;
use super::facet_hits::{DEFINITION, FacetHit};
use super::hits::Scratch;
use super::logistic::logistic;
use super::names::{Catalogue, SubjectId};
use super::query::{OF_TERMS, Query, SubjectHit, is_plain};
use super::rank::best;
use super::statements::speaks_of_work;
use crate::knowledge::ArticleKind;
use crate::text::normalize;
use crate::text::script::{is_thai, is_word};

/// How many numbers speak for a described role.
pub const DESCRIBED_FEATURES: usize = 9;

/// What speaks for one of the first roles that a text may describe, with its weight. Fitted on `tests/golden/fitted.jsonl` and
/// on messages that must not be answered by `cargo run --release --example calibrate`.
pub const DESCRIBED_MODEL: [(&str, f32); DESCRIBED_FEATURES] = [
    ("constant", -5.80),
    ("lead over the next role", 0.95),
    ("words that its section holds", 1.27),
    ("lead over topics and terms", 3.40),
    ("length", 0.94),
    ("speaks of work", 0.91),
    ("asks what the job is called", 0.74),
    ("a facet", 0.38),
    ("worded for us", 4.41),
];

/// A description has so many letters at least …
const FEWEST_LETTERS: usize = 11;
/// … of which so many that are not Thai count as one (product manager is a name), marks included …
const OTHERS_PER_THAI: usize = 2;
/// … and says the more the longer it is, up to so many.
pub(super) const FULL_LENGTH: usize = 60;

/// How sure to be at most of what is not named: a facet without a role is never an answer, not even where a wrong answer costs half.
pub(super) const MOST: f32 = 0.75;
/// A role that is described less likely is not meant, and …
const LEAST: f32 = 0.45;
/// … where only the wording asks none that is less likely than this.
const LEAST_UNASKED: f32 = 0.6;

/// The lead over topics and terms where there are none, about that of most descriptions over the starter's.
const WITHOUT_OTHERS: f32 = 0.5;

/// So many roles may be meant.
pub const DESCRIBED_ROLES: usize = 3;

/// How much the second of an article's sections counts beside the first.
const SECOND_SECTION: f32 = 0.5;
/// Of so many of the best sections.
const SECTIONS: usize = 64;

/// A word asks for what is named so many characters from it.
const NEAR: usize = 8;

/// What is asked about the role must be named so closely.
const FACET_CLOSENESS: f32 = 0.9;

impl Query {
    /// Whether it asks for the name of what it describes.
    pub(crate) fn seeks_name(&self) -> bool {
        self.scene.cues().naming.is_some()
    }

    /// Whether it asks for the name of what it describes, which the subject of a conversation is not (who shows up at year end to check the
    /// books, what are they called).
    pub(crate) fn seeks_another_name(&self) -> bool {
        self.seeks_name() && !self.says_little()
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
    /// are any.
    pub(crate) fn describe(&mut self, corpus: &Corpus, catalogue: &Catalogue) -> bool {
        let Some(Described { features, roles }) = self.may_describe(corpus, catalogue) else { return false };
        let sure = logistic(&features, &DESCRIBED_MODEL).min(MOST);
        if sure < self.least_described() {
            return false;
        }
        let sought = self.seeks_role();
        if sought {
            // Words of the description ask for nothing.
            self.facets
                .retain(|hit| catalogue.facet(hit.facet).is_some_and(|facet| facet.as_str() == DEFINITION));
            let definition = catalogue.number_of_facet(DEFINITION).filter(|_| self.facets.is_empty());
            self.facets.extend(definition.map(|facet| FacetHit::new(facet, Self::conversation(1.0))));
        } else {
            self.put_asked_first();
        }
        for &role in roles.iter().take(DESCRIBED_ROLES).rev() {
            self.follow_up(role, 1.0, false, self.facets.clone());
        }
        // The letters of the description name the roles: none are left over.
        self.subjects.iter_mut().take(roles.len().min(DESCRIBED_ROLES)).for_each(|hit| hit.leftover = 0.0);
        self.described = Some(Likelihood { features, sure });
        true
    }

    /// Whether it describes a role, be it in a conversation about another one.
    pub(crate) fn describes(&self, corpus: &Corpus, catalogue: &Catalogue) -> bool {
        let Some(Described { features, .. }) = self.may_describe(corpus, catalogue) else { return false };
        logistic(&features, &DESCRIBED_MODEL) >= self.least_described()
    }

    /// How likely it describes a role at least.
    fn least_described(&self) -> f32 {
        if self.asks() { LEAST } else { LEAST_UNASKED }
    }

    /// The roles that it may describe, if it asks, names none and could be a description.
    pub(super) fn may_describe(&self, corpus: &Corpus, catalogue: &Catalogue) -> Option<Described> {
        let named = |hit: &SubjectHit| is_plain(hit) && !is_by_the_way(hit, catalogue);
        if !self.asks_of_us(catalogue) || self.subjects.iter().any(named) {
            return None;
        }
        let close = self.facets.iter().filter(|hit| hit.spot.closeness >= FACET_CLOSENESS);
        let facets =
            close.filter(|hit| catalogue.facet(hit.facet).is_some_and(|facet| facet.as_str() != DEFINITION));
        let flag = |is: bool| f32::from(u8::from(is));
        let asked = [
            flag(speaks_of_work(&self.normalized)),
            flag(self.seeks_role()),
            facets.map(|hit| hit.spot.closeness).fold(0.0, f32::max),
            self.wording(catalogue).for_us,
        ];
        fitting(corpus, self, asked)
    }

    /// The subjects that are named closely, be it by the conversation; those that are described are not.
    pub(super) fn named(&self) -> impl Iterator<Item = &SubjectHit> {
        let described = self.described.is_some();
        self.subjects.iter().filter(move |hit| is_plain(hit) && !(described && hit.spot.span.is_empty()))
    }

    /// Whether it says too little to describe anything beside what is asked (what they actually do all day).
    pub(super) fn says_little(&self) -> bool {
        letters(&self.description()) < FEWEST_LETTERS
    }

    /// The text without its facets, its cues and the terms in it, which are named by the way.
    fn description(&self) -> String {
        let terms = self.subjects.iter().filter(|hit| is_plain(hit)).map(|hit| &hit.spot.span);
        self.without(self.facets.iter().map(|hit| &hit.spot.span).chain(terms))
    }

    /// Puts the facets first that words ask for, of them the last: people describe first, and ask then.
    fn put_asked_first(&mut self) {
        let asking = &self.scene.cues().asking;
        let near = |cue: &Range<usize>, span: &Range<usize>| {
            cue.start <= span.end + NEAR && span.start <= cue.end + NEAR
        };
        let is_asked = |hit: &FacetHit| asking.iter().any(|cue| near(cue, &hit.spot.span));
        self.facets.sort_by_cached_key(|hit| {
            (hit.spot.closeness < FACET_CLOSENESS, !is_asked(hit), Reverse(hit.spot.span.start))
        });
    }
}

/// Whether a subject is a term that is asked what only roles are asked (คนที่แนะนำกองทุนให้เรา เขาได้เงินจากไหน ค่าคอมหรือเปล่า).
pub(super) fn is_by_the_way(hit: &SubjectHit, catalogue: &Catalogue) -> bool {
    let facet = hit.facets.first().and_then(|hit| catalogue.facet(hit.facet));
    catalogue.subject(hit.subject).is_some_and(|subject| subject.section.is_some())
        && facet.is_some_and(|facet| !OF_TERMS.contains(&facet.as_str()))
}

/// How many letters a text has, several that are not Thai for one.
fn letters(text: &str) -> usize {
    let (thai, others): (Vec<char>, Vec<char>) =
        text.chars().filter(|&c| is_word(c)).partition(|&c| is_thai(c));
    thai.len() + others.len() / OTHERS_PER_THAI
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

/// How likely one of the roles that may be meant is described, and what speaks for that.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Likelihood {
    /// In the order of [`DESCRIBED_MODEL`].
    pub(crate) features: [f32; DESCRIBED_FEATURES],
    /// Up to [`MOST`].
    pub(crate) sure: f32,
}

/// The roles that a text may describe, best first, and what speaks for the first of them.
#[derive(Debug)]
pub(super) struct Described {
    /// In the order of [`DESCRIBED_MODEL`].
    pub(super) features: [f32; DESCRIBED_FEATURES],
    pub(super) roles: Vec<SubjectId>,
}

/// The roles whose sections fit a text best that describes one; `asked` speaks for them beside the fit. Of phrases and cues in it
/// nobody knows whether they are words of the description: all of it is looked for, and what is none of them tells whether the best
/// fits well.
fn fitting(corpus: &Corpus, query: &Query, asked: [f32; 4]) -> Option<Described> {
    let description = normalize(&query.description());
    let letters = letters(&description);
    if letters < FEWEST_LETTERS {
        return None;
    }
    let terms = corpus.terms(&query.normalized, |place| query.scene.cues().is_idle(place));
    let weights = corpus.weigh(&terms);
    let weight = |number: usize| weights.get(number).copied().unwrap_or(0.0);
    // Of each role how well it fits, and its best section.
    let mut fits: BTreeMap<SubjectId, (BestTwo, usize)> = BTreeMap::new();
    let mut other = 0.0_f32;
    for number in best(&weights, SECTIONS) {
        let Some(document) = corpus.documents().get(number) else { continue };
        match document.subject.filter(|_| document.kind == ArticleKind::Role) {
            Some(role) => fits.entry(role).or_insert((BestTwo::default(), number)).0.add(weight(number)),
            None => other = other.max(weight(number)),
        }
    }
    let mut roles: Vec<(SubjectId, f32, usize)> =
        fits.into_iter().map(|(role, (best, section))| (role, best.fit(), section)).collect();
    roles.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
    let &(_, fit, section) = roles.first()?;
    let words = corpus.fit(section, &corpus.terms(&description, |_| false), &mut Scratch::default()).words;
    let next = roles.get(1).map_or(0.0, |(_, fit, _)| *fit);
    let own = weight(section);
    let ahead = if other > 0.0 { (own - other) / own.max(other) } else { WITHOUT_OTHERS };
    let [of_work, sought, facet, for_us] = asked;
    let features = [
        1.0,
        (fit - next) / fit.max(f32::EPSILON),
        words,
        ahead,
        letters.min(FULL_LENGTH) as f32 / FULL_LENGTH as f32,
        of_work,
        sought,
        facet,
        for_us,
    ];
    Some(Described { features, roles: roles.into_iter().map(|(role, ..)| role).collect() })
}
