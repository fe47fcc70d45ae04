//! What stands around a name: phrases on both sides of it, the Latin word before it.

use std::ops::Range;

use super::described::is_by_the_way;
use super::facet_hits::{FacetHit, around_subject};
use super::names::Catalogue;
use super::query::{OF_TERMS, Query, SubjectHit};
use super::spot::Spot;
use crate::text::script::{is_thai_mark, is_word};

impl Query {
    /// Facets whose phrases stand on both sides of a name; if there are none, on those of the name and its kind.
    pub(super) fn around(&self, catalogue: &Catalogue, name: &Range<usize>) -> Vec<FacetHit> {
        let around = |cut: &Range<usize>| -> Vec<FacetHit> {
            if !self.goes_on_around(cut) {
                return Vec::new();
            }
            let spots = catalogue.facet_spots_across(&self.scene.without(cut), cut.start);
            spots.into_iter().map(|found| around_subject(found, cut)).collect()
        };
        let found = around(name);
        let kind = self.with_kind(name).filter(|_| found.is_empty());
        kind.map_or(found, |whole| around(&whole))
    }

    /// Whether there are letters on both sides of a span: only then can a phrase reach around it.
    fn goes_on_around(&self, span: &Range<usize>) -> bool {
        let any = |part: Option<&[char]>| part.is_some_and(|part| part.iter().any(|&c| is_word(c)));
        any(self.scene.characters.get(..span.start)) && any(self.scene.characters.get(span.end..))
    }

    /// The last letter of the Latin word right before a place.
    pub(super) fn latin_before(&self, place: usize) -> Option<usize> {
        let at = |place: &usize| self.scene.characters.get(*place);
        let last = (0..place).rev().find(|place| at(place).is_some_and(|c| !c.is_whitespace()));
        last.filter(|place| at(place).is_some_and(char::is_ascii_alphabetic))
    }

    /// Where a name stands with the Latin word before it that nothing explains, a kind of it (what do hospital pharmacists do); a
    /// plural is none.
    pub(super) fn with_kind(&self, name: &Range<usize>) -> Option<Range<usize>> {
        let is_latin =
            |place: &usize| self.scene.characters.get(*place).is_some_and(char::is_ascii_alphabetic);
        let last = self.latin_before(name.start).filter(|_| is_latin(&name.start))?;
        let in_word = |place: &usize| is_latin(place) || self.scene.characters.get(*place) == Some(&'-');
        let first = (0..=last).rev().take_while(in_word).last()?;
        let is_plural = self.scene.characters.get(last) == Some(&'s');
        (!is_plural && self.is_open(last, &self.facets)).then_some(first..name.end)
    }

    /// Whether a name is one Latin word and goes with one before it that nothing explains: a term may be another one then
    /// (European Commission), while an unknown kind of a role is one.
    pub(super) fn is_second_word(&self, spot: &Spot, facets: &[FacetHit]) -> bool {
        self.is_latin_word(spot) && self.is_kind(spot, facets)
    }

    /// What a term that is asked what only roles are asked may be asked of in its place, if nothing explains it: the Latin word right
    /// before what is asked (apm salary for fresh grads), and what the text begins with (นักวิเคราะห์ธุรกิจเงินดีไหม เด็กจบใหม่ได้เท่าไหร่).
    pub(super) fn asked_of_another(&self, catalogue: &Catalogue, hit: &SubjectHit) -> Vec<String> {
        let of_terms = |facet: &FacetHit| {
            catalogue.facet(facet.facet).is_some_and(|facet| OF_TERMS.contains(&facet.as_str()))
        };
        if !is_by_the_way(hit, catalogue) || hit.facets.iter().any(of_terms) {
            return Vec::new();
        }
        let spans = hit.facets.iter().flat_map(FacetHit::spans);
        let asked = spans.filter(|span| span.end <= hit.spot.span.start).map(|span| span.start);
        let others =
            asked.flat_map(|asked| [self.latin_word_before(hit, asked), self.begins_with(hit, asked)]);
        others.flatten().collect()
    }

    /// The Latin word right before a place, if nothing explains it.
    fn latin_word_before(&self, hit: &SubjectHit, place: usize) -> Option<String> {
        let last = self.latin_before(place).filter(|&last| self.is_open(last, &hit.facets))?;
        let letters = self.scene.characters.get(..=last)?.iter().rev();
        let word: Vec<char> = letters.take_while(|c| c.is_ascii_alphabetic()).copied().collect();
        Some(word.iter().rev().collect())
    }

    /// What the text begins with up to a place, if nothing explains it.
    fn begins_with(&self, hit: &SubjectHit, place: usize) -> Option<String> {
        /// Fewer letters are hardly a name.
        const FEWEST_LETTERS: usize = 4;
        let before = self.scene.characters.get(..place)?;
        let is_open = |place: usize| self.is_open(place, &hit.facets);
        let start = (0..place).find(|&at| before.get(at).is_some_and(|&c| is_word(c)) && !self.is_cue(at))?;
        let named = |at: &usize| is_open(*at) || before.get(*at).is_some_and(|&c| is_thai_mark(c));
        let end = start + (start..place).take_while(named).count();
        let word = before.get(start..end)?;
        let letters = word.iter().filter(|&&c| is_word(c)).count();
        (letters >= FEWEST_LETTERS && !(end..place).any(is_open)).then(|| word.iter().collect())
    }

    /// Whether a Latin word that nothing explains stands right before a name.
    pub(super) fn is_kind(&self, spot: &Spot, facets: &[FacetHit]) -> bool {
        self.latin_before(spot.span.start).is_some_and(|place| self.is_open(place, facets))
    }

    /// The Latin word right behind a name of one Latin word, if nothing explains it: together they may name something else
    /// (audit log).
    pub(super) fn goes_on_with(&self, hit: &SubjectHit) -> Option<String> {
        /// Fewer letters are no word.
        const FEWEST_LETTERS: usize = 3;
        let behind = self.scene.characters.get(hit.spot.span.end..)?.strip_prefix(&[' '])?;
        let word: String = behind.iter().take_while(|c| c.is_ascii_alphabetic()).collect();
        let is_open = word.len() >= FEWEST_LETTERS && self.is_open(hit.spot.span.end + 1, &hit.facets);
        (is_open && self.is_latin_word(&hit.spot)).then_some(word)
    }

    /// Whether a name is one Latin word.
    fn is_latin_word(&self, name: &Spot) -> bool {
        let letters = self.scene.characters.get(name.span.clone()).unwrap_or_default();
        !letters.is_empty() && letters.iter().all(char::is_ascii_alphabetic)
    }
}
