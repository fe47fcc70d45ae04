//! Understanding a question: its language, the subjects and facets it names, and what remains unexplained.

use std::cell::OnceCell;
use std::ops::Range;

use super::against::COMPARING_FACET;
use super::facet_hits::{
    EXPLAINING_CLOSENESS, FacetHit, covers, is_written_out, merged, overlap, requests, strongest_facets,
};
use super::names::{Catalogue, SubjectId};
use super::question::Question;
use super::scene::{Scene, without_addresses};
use super::spot::Spot;
use super::wording::Wording;
use super::{abilities, amounts, described};
use crate::knowledge::{ArticleKind, Language};
use crate::text::script::{is_letter, is_thai_mark, is_word, thai_share};

/// A subject (role, topic or term) named in a question.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct SubjectHit {
    /// Which.
    pub(crate) subject: SubjectId,
    /// Where and how well; an empty span when it comes from the conversation.
    pub(crate) spot: Spot,
    /// Share of the name's span that the facets claim too: เงิน of เงินเดือน is no การเงิน.
    pub(crate) shared: f32,
    /// Share of the question's letters that neither the subject nor a facet, a cue or another name explains.
    pub(crate) leftover: f32,
    /// The facets that the rest of the question names, strongest first.
    pub(crate) facets: Vec<FacetHit>,
}

impl SubjectHit {
    /// Whether a name stands whole and exactly where the other one is only nearly found, and is no mere part of it: credit risk
    /// is none of credit risk anaylst. One that misses words outdoes only what is found loosely: ผู้จัดการบัญชี is no ธุรการบัญชี. What
    /// misses none outdoes what does and is no nearer: แอคเคาแมเนเจอ has no ติง.
    pub(crate) fn outdoes(&self, near: &Self) -> bool {
        /// A name shorter than this share of the other's place is a part of it.
        const PART: f32 = 0.7;
        /// Every letter is right, though a space may be too many or missing: acc ount manager.
        const SPELLED_RIGHT: f32 = 0.985;
        let is_spelled = |hit: &Self| hit.spot.closeness >= SPELLED_RIGHT;
        let is_exact = |hit: &Self| is_spelled(hit) && hit.spot.left_out <= 0.0;
        let loose = near.spot.closeness < PLAIN_CLOSENESS;
        let shared = overlap(&self.spot.span, &near.spot.span);
        let spelled = is_spelled(self) && (loose || is_exact(self)) && !is_exact(near);
        let fuller = is_plain(self) && near.spot.left_out > 0.0 && self.spot.closeness >= near.spot.closeness;
        (spelled || fuller) && shared as f32 > PART * near.spot.span.len() as f32
    }

    /// Whether a name is found whole and the other one is a part of it.
    pub(crate) fn holds(&self, part: &Self) -> bool {
        let (a, b) = (&self.spot.span, &part.spot.span);
        let whole = self.spot.left_out <= 0.0 && self.spot.closeness >= SPELLED;
        whole && a.start <= b.start && b.end <= a.end && a.len() > b.len()
    }
}

/// A question as the engine understands it.
#[derive(Debug)]
pub(crate) struct Query {
    /// After the lossless passes.
    pub(crate) normalized: String,
    /// What was spotted in.
    pub(crate) scene: Scene,
    /// The language it is asked in.
    pub(crate) language: Language,
    /// Named subjects, strongest first, one entry a subject.
    pub(crate) subjects: Vec<SubjectHit>,
    /// Facets named anywhere in the question, strongest first; those first that are asked of described roles.
    pub(crate) facets: Vec<FacetHit>,
    /// Topics on just the role and one of the facets that are asked about, be they named as well.
    pub(crate) topics: Vec<SubjectId>,
    /// What its wording says, once that was asked.
    pub(super) wording: OnceCell<Wording>,
    /// How likely one of the first subjects is described, where none is named.
    pub(crate) described: Option<described::Likelihood>,
    /// Letters of the question that count.
    letters: usize,
    /// Whether it names what nobody names but to ask for it.
    requests: bool,
}

/// Where a text is spelled right, in characters.
#[derive(Debug, Default)]
pub(crate) struct SpelledRight {
    /// Names.
    pub(crate) names: Vec<Range<usize>>,
    /// Phrases of facets.
    pub(crate) phrases: Vec<Range<usize>>,
}

/// A name that is found so closely is meant.
pub(crate) const PLAIN_CLOSENESS: f32 = 0.85;

/// A name that is found so closely is spelled right.
pub(crate) const SPELLED: f32 = 0.95;
/// How much of a misspelt name counts as missing when the text runs on beside it with letters that nothing explains: in
/// ผู้จัดการฝ่ายบุคคล there is nearly ผู้จัดการขาย. One letter may be the name's last, misspelt (เชิร์นเรท). The same of a name
/// that is the second word of another.
const RUNNING_ON: f32 = 0.3;

/// Facets that are asked of terms; all others are asked of roles alone.
pub(super) const OF_TERMS: [&str; 4] = ["definition", "key-takeaways", "example", "differences"];

/// What nothing explains of a text that is nothing but a name, a facet and small words.
const REQUEST_LEFTOVER: f32 = 0.05;

impl Query {
    /// Understands the text of a question, `raw`, that has been normalized.
    pub(crate) fn new(catalogue: &Catalogue, raw: &str, normalized: String, question: &Question) -> Self {
        let normalized = without_addresses(normalized);
        let scene = Scene::new(&normalized);
        let mut facet_spots = catalogue.facet_spots(&scene);
        let spots = catalogue.subject_spots(&scene, raw);
        facet_spots.extend(abilities::spots(catalogue, &scene, &spots, &facet_spots));
        let roles = roles(catalogue, &spots);
        let about = question.about.as_ref().and_then(|article| catalogue.subject_of(article));
        let is_about_role = about
            .and_then(|about| catalogue.subject(about))
            .is_some_and(|about| about.kind == ArticleKind::Role);
        let asks = scene.cues().question_mark || !scene.cues().asking.is_empty();
        let asks_plainly = facet_spots.iter().any(|(facet, spot)| {
            spot.closeness >= PLAIN_CLOSENESS
                && !(asks && amounts::is_background(catalogue, *facet))
                && !roles.iter().any(|name| covers(name, &spot.span))
        });
        if (!roles.is_empty() || is_about_role) && !asks_plainly {
            facet_spots.extend(amounts::spot(catalogue, &scene));
        }
        let strongest = |scene: &Scene, around, subject| {
            strongest_facets(catalogue, scene, merged(facet_spots.clone(), around), subject, &roles)
        };
        let mut query = Self {
            language: Language::thai(),
            facets: strongest(&scene, Vec::new(), &(0..0)),
            subjects: Vec::new(),
            topics: Vec::new(),
            described: None,
            wording: OnceCell::new(),
            normalized,
            letters: scene.characters.iter().filter(|&&c| is_letter(c)).count(),
            scene,
            requests: false,
        };
        query.requests = query.facets.iter().any(|hit| requests(catalogue, hit));
        for (subject, spot) in &spots {
            if query.subjects.iter().any(|known| known.subject == *subject) {
                continue;
            }
            let first = query.subjects.is_empty();
            let around = if first { query.around(catalogue, &spot.span) } else { Vec::new() };
            let facets = strongest(&query.scene, around, &spot.span);
            let facets = catalogue.with_own(*subject, &query.scene, &spot.span, &roles, facets);
            let others: Vec<&Range<usize>> = spots.iter().map(|(_, spot)| &spot.span).collect();
            let leftover = query.leftover(&spot.span, &facets, &others);
            let only_facet = query.facets.iter().any(|hit| covers(&hit.spot.span, &spot.span));
            // เงิน of เงินเดือน makes no นักบัญชีการเงิน of a นักบัญชี.
            let holds_name = spots.iter().any(|(_, other)| {
                other.closeness >= SPELLED
                    && other.left_out <= 0.0
                    && spot.span.start <= other.span.start
                    && other.span.end < spot.span.end
            });
            let of_phrase = |hit: &FacetHit| {
                holds_name && hit.is_written_out() && overlap(&hit.spot.span, &spot.span) > 0
            };
            let is_part = spot.left_out > 0.0
                && (only_facet || query.continues(spot, &facets) || query.facets.iter().any(of_phrase));
            if is_part
                || (spot.closeness < SPELLED && is_written_out(&query.scene, &query.facets, &spot.span))
            {
                continue;
            }
            let runs_on = spot.left_out <= 0.0
                && (spot.closeness < SPELLED || catalogue.is_short_form(spot))
                && query.is_open(spot.span.end, &facets)
                && query.is_open(query.next_letter(spot.span.end), &facets);
            let term = catalogue.subject(*subject).is_some_and(|subject| subject.section.is_some());
            let other = runs_on || (term && query.is_second_word(spot, &facets));
            let claimed: usize = facets.iter().map(|hit| overlap(&hit.spot.span, &spot.span)).sum();
            let shared = claimed as f32 / spot.span.len().max(1) as f32;
            query.subjects.push(SubjectHit {
                subject: *subject,
                spot: Spot { left_out: if other { RUNNING_ON } else { spot.left_out }, ..spot.clone() },
                shared,
                leftover,
                facets,
            });
        }
        query.set_against(catalogue);
        query.set_apart(catalogue);
        query.add_roles_of_terms(catalogue);
        query.add_topics(catalogue);
        query.take_for_request(&spots);
        if let Some(facet) = query.of_first_named(catalogue) {
            query.put_first_named_first(facet.as_str() != COMPARING_FACET);
        }
        query.language = query.tell_language(question.language.as_ref());
        query
    }

    /// Adds the roles that a term may stand for: who asks for the salary of credit risk means the analyst's.
    fn add_roles_of_terms(&mut self, catalogue: &Catalogue) {
        let meant: Vec<SubjectHit> = self
            .subjects
            .iter()
            .filter(|hit| {
                let facet = hit.facets.first().and_then(|hit| catalogue.facet(hit.facet));
                hit.spot.left_out <= 0.0 && facet.is_some_and(|facet| !OF_TERMS.contains(&facet.as_str()))
            })
            .flat_map(|hit| {
                let roles = catalogue.roles_holding(hit.subject).iter();
                roles.map(|&subject| SubjectHit { subject, ..hit.clone() })
            })
            .collect();
        for hit in meant {
            if !self.subjects.iter().any(|known| known.subject == hit.subject) {
                self.subjects.push(hit);
            }
        }
    }

    /// A text that is nothing but a name, a facet and small words asks for that: ทักษะที่จำเป็นสำหรับเจ้าหน้าที่สินเชื่อ.
    fn take_for_request(&mut self, spots: &[(SubjectId, Spot)]) {
        let named = |hit: &&SubjectHit| {
            is_plain(hit) && hit.facets.first().is_some_and(|facet| facet.spot.closeness >= SPELLED)
        };
        let Some(first) = self.subjects.first().filter(named).cloned() else { return };
        if self.asks() || self.scene.cues().small.is_empty() {
            return;
        }
        let others: Vec<&Range<usize>> = spots.iter().map(|(_, spot)| &spot.span).collect();
        self.requests = true;
        if self.leftover(&first.spot.span, &first.facets, &others) > REQUEST_LEFTOVER {
            self.requests = false;
            return;
        }
        let leftovers: Vec<f32> =
            self.subjects.iter().map(|hit| self.leftover(&hit.spot.span, &hit.facets, &others)).collect();
        for (hit, leftover) in self.subjects.iter_mut().zip(leftovers) {
            hit.leftover = leftover;
        }
    }

    /// Where words stand that ask or pad.
    fn cues(&self) -> impl Iterator<Item = &Range<usize>> {
        let cues = self.scene.cues();
        let small = if self.requests { cues.small.as_slice() } else { &[] };
        cues.asking.iter().chain(&cues.padding).chain(small)
    }

    /// Whether a place belongs to a word that asks or pads.
    pub(super) fn is_cue(&self, place: usize) -> bool {
        self.cues().any(|cue| cue.contains(&place))
    }

    /// How many letters the question has.
    pub(crate) fn letters(&self) -> usize {
        self.letters
    }

    /// Whether anything in it asks.
    pub(crate) fn asks(&self) -> bool {
        self.requests || self.scene.cues().question_mark || !self.scene.cues().asking.is_empty()
    }

    /// Where names and phrases stand that are spelled right.
    pub(crate) fn spelled_right(&self) -> SpelledRight {
        let names = self.subjects.iter().filter(|hit| is_plain(hit) && hit.spot.closeness >= SPELLED);
        let phrases = self.facets.iter().filter(|hit| hit.is_written_out());
        SpelledRight {
            names: names.map(|hit| hit.spot.span.clone()).collect(),
            phrases: phrases.map(|hit| hit.spot.span.clone()).collect(),
        }
    }

    /// The words that nothing explains, if `hit` is what the question is about.
    pub(crate) fn unexplained(&self, hit: &SubjectHit) -> Vec<String> {
        let others = self.subjects.iter().filter(|other| is_plain(other)).map(|other| &other.spot.span);
        let facets = hit.facets.iter().flat_map(FacetHit::spans);
        let text = self.without(std::iter::once(&hit.spot.span).chain(others).chain(facets));
        text.split(|c| !is_letter(c) && !is_thai_mark(c))
            .filter(|word| !word.is_empty())
            .map(str::to_owned)
            .collect()
    }

    /// The question without its facets and cues: what a text without a subject must be found by.
    pub(crate) fn remainder(&self) -> String {
        self.without(self.facets.iter().map(|hit| &hit.spot.span))
    }

    /// The question with spaces in place of cues and of some spans.
    pub(super) fn without<'a>(&'a self, spans: impl Iterator<Item = &'a Range<usize>>) -> String {
        self.blanked(spans.chain(self.cues()))
    }

    /// The question with spaces in place of some spans.
    pub(super) fn blanked<'a>(&'a self, spans: impl Iterator<Item = &'a Range<usize>>) -> String {
        let mut kept: Vec<char> = self.scene.characters.clone();
        for span in spans {
            for c in kept.get_mut(span.clone()).into_iter().flatten() {
                *c = ' ';
            }
        }
        kept.into_iter().collect()
    }

    /// Share of letters outside every span that explains something.
    pub(super) fn leftover(
        &self,
        subject: &Range<usize>,
        facets: &[FacetHit],
        others: &[&Range<usize>],
    ) -> f32 {
        let mut explained = vec![false; self.scene.characters.len()];
        let plain = facets.iter().filter(|facet| facet.spot.closeness >= EXPLAINING_CLOSENESS);
        let spans = std::iter::once(subject)
            .chain(plain.flat_map(FacetHit::spans))
            .chain(others.iter().copied())
            .chain(self.cues());
        for span in spans {
            for flag in explained.get_mut(span.clone()).into_iter().flatten() {
                *flag = true;
            }
        }
        let open = self
            .scene
            .characters
            .iter()
            .zip(&explained)
            .filter(|(c, done)| is_letter(**c) && !**done)
            .count();
        open as f32 / self.letters.max(1) as f32
    }

    /// The place of the next letter after this one, marks passed over.
    fn next_letter(&self, place: usize) -> usize {
        let marks = self.scene.characters.iter().skip(place + 1).take_while(|&&c| is_thai_mark(c)).count();
        place + 1 + marks
    }

    /// Whether there is a letter that nothing explains.
    pub(super) fn is_open(&self, place: usize, facets: &[FacetHit]) -> bool {
        let explained = facets.iter().flat_map(FacetHit::spans).chain(self.cues());
        let letter = self.scene.characters.get(place).is_some_and(|&c| is_word(c));
        letter && !explained.into_iter().any(|span| span.contains(&place))
    }

    /// Whether the text goes on, right beside a name that misses words, with letters that nothing explains: then it is
    /// another name (ผู้จัดการฝ่าย…ขาย).
    fn continues(&self, spot: &Spot, facets: &[FacetHit]) -> bool {
        let open = |place: Option<usize>| place.is_some_and(|place| self.is_open(place, facets));
        let after = (spot.span.end..self.scene.characters.len())
            .find(|&place| self.scene.characters.get(place).is_some_and(|c| !c.is_whitespace()));
        let before = spot.span.start.checked_sub(1);
        open(after) || open(before) || open(self.latin_before(spot.span.start))
    }

    /// The language of what stands around the subject's name, since names are borrowed across languages.
    fn tell_language(&self, asked_in: Option<&Language>) -> Language {
        /// From this share of Thai letters on, the sentence is Thai with foreign words in it.
        const THAI_SHARE: f64 = 0.2;
        let of = |text: &str| {
            thai_share(text)
                .map(|share| if share >= THAI_SHARE { Language::thai() } else { Language::english() })
        };
        let span = self.subjects.first().map_or(0..0, |hit| hit.spot.span.clone());
        let around: String = self
            .scene
            .characters
            .iter()
            .enumerate()
            .filter(|(place, _)| !span.contains(place))
            .map(|(_, &c)| c)
            .collect();
        of(&around)
            .or_else(|| asked_in.cloned())
            .or_else(|| of(&self.normalized))
            .unwrap_or_else(Language::thai)
    }
}

/// Whether a subject is named plainly and in full.
pub(crate) fn is_plain(hit: &SubjectHit) -> bool {
    hit.spot.closeness >= PLAIN_CLOSENESS && hit.spot.left_out <= 0.0
}

/// Where roles are named, spelled right: หน้าที่ of เจ้าหน้าที่สินเชื่อ asks for no duties.
fn roles(catalogue: &Catalogue, spots: &[(SubjectId, Spot)]) -> Vec<Range<usize>> {
    let is_role = |subject: SubjectId| {
        catalogue.subject(subject).is_some_and(|subject| subject.kind == ArticleKind::Role)
    };
    let named = spots
        .iter()
        .filter(|(subject, spot)| spot.closeness >= SPELLED && spot.left_out <= 0.0 && is_role(*subject));
    named.map(|(_, spot)| spot.span.clone()).collect()
}
