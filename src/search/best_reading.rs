//! Which reading of a question the engine goes on with.

use super::decide::Sureness;
use super::engine::Engine;
use super::in_part::{may_name_in_part, named_in_part};
use super::letters::{folded_ngrams, joins_scripts};
use super::query::is_plain;
use super::question::Question;
use super::read::Read;
use super::reading::Reading;
use super::rescue::{SHORTENED, SPACED, SWITCHED_IN_PART, WRITTEN_OUT, heard, readings, written_out};
use super::slips::without_slip;
use crate::knowledge::ArticleKind;
use crate::text::normalize;

/// Another keyboard layout must make so much more of the text familiar (measured: no false switch in 4,760 questions).
const FAMILIARITY_GAIN: f32 = 0.15;
/// A text that is so familiar on the other keyboard was meant for it, whatever it finds, unless it names a subject as typed.
const PLAINLY_FAMILIAR: f32 = 0.6;
/// … and is thought to have so many more that are unknown where symbols stand inside its words: in a large knowledge base
/// gibberish of a few letters is familiar by chance (หรดฎลมี, sifE],u).
const CHANCE_NGRAMS: usize = 3;
/// A question that finds a section so surely, and not by a name that is only a little like what stands there …
const READS_WELL: f32 = 0.62;
/// … and is so familiar needs no other reading.
const FAMILIAR: f32 = 0.7;
/// What a guessed reading asks for is at least so likely by the wording as typed.
const LEAST_WORDED: f32 = 0.05;
/// If it is less familiar, another reading must take away so much of the doubt that is left.
const READS_BETTER: f32 = 0.5;

impl Engine {
    /// The reading that the engine goes on with: as typed, unless that finds little and another one more.
    pub(super) fn best_reading(&self, raw: &str, question: &Question) -> Read {
        let typed = self.read(raw, question, None);
        let written = written_out(raw, &typed.query.normalized);
        let read = |reading: Reading| self.read(&reading.text.clone(), question, Some(reading));
        let mut written = written.map(read);
        let surer = typed.surer_by(READS_BETTER);
        if let Some(written) = written.take_if(|written| {
            written.confidence() >= READS_WELL
                && (written.names_more_than(&typed) || written.confidence() > surer)
        }) {
            return written;
        }
        let named = typed.names_plainly();
        let (well, loosely) = (typed.confidence() >= READS_WELL, typed.names_loosely());
        let finds = well && typed.familiarity >= FAMILIAR;
        if finds && !loosely {
            return typed;
        }
        let mut best = typed;
        let familiar_enough = best.familiarity + FAMILIARITY_GAIN;
        let spelled = best.query.spelled_right();
        let familiarity = |text: &str| self.familiarity(&normalize(text));
        let rarity = |word: &str| self.corpus.word_rarity(word);
        // Where something is found, a name that is only a little like what stands there may still sound like another one.
        let others = if finds {
            heard(&normalize(raw), &spelled, &self.catalogue).into_iter().collect()
        } else {
            readings(raw, &spelled, &self.catalogue, familiarity, rarity)
        };
        for reading in others {
            let (known, ngrams) = self.known_ngrams(&normalize(&reading.text));
            let chance = if reading.has_symbols_inside_words() { CHANCE_NGRAMS } else { 0 };
            let familiarity = known as f32 / (ngrams + chance).max(1) as f32;
            if reading.doubtful && familiarity < familiar_enough {
                continue;
            }
            let plainly_meant =
                reading.doubtful && familiarity >= PLAINLY_FAMILIAR && best.interpreted.is_none() && !named;
            let known = written.take_if(|_| reading.reason == WRITTEN_OUT);
            let other = known.or_else(|| {
                let query = self.query(&reading.text, question);
                // Such a reading is there for a name, be it the conversation's.
                let has_name = query.subjects.iter().any(is_plain) || question.about.is_some();
                let for_name = [SHORTENED, SPACED].contains(&reading.reason);
                (has_name || !for_name).then(|| self.read_query(query, question, Some(reading)))
            });
            let Some(other) = other else { continue };
            let enough = if well && !finds { best.surer_by(READS_BETTER) } else { best.confidence() };
            let in_vain = other.is_spaced() && (other.names_a_kind() || !other.names_more_than(&best));
            let better = if best.asks_on() == other.asks_on()
                || best.confidence().min(other.confidence()) < READS_WELL
            {
                other.confidence() > enough
            } else {
                best.asks_on()
            };
            if !in_vain && !other.is_shortened_in_vain() && (better || plainly_meant) {
                best = other;
            }
        }
        let in_two_layouts =
            best.interpreted.as_ref().is_some_and(|reading| reading.reason == SWITCHED_IN_PART);
        if in_two_layouts || self.offers_topic(&best) {
            return best;
        }
        let other = if may_name_in_part(&best.query) {
            // Abbreviations are parts of names too (จนท.สินไหม).
            let written =
                written_out(raw, &normalize(raw)).map(|reading| self.query(&reading.text, question));
            named_in_part(written.as_ref().unwrap_or(&best.query), &self.catalogue, &self.corpus)
        } else {
            without_slip(&best.query, &self.catalogue)
        };
        // Who names a part of a name describes nothing.
        let surer = |other: &Read| other.confidence() > best.confidence() || best.query.described.is_some();
        let other = other.map(read).filter(surer);
        other.filter(|other| self.is_worded_for(&best, other)).unwrap_or(best)
    }

    /// Whether a text may be worded for what another reading of it asks (ช่วยอะไรเราบ้าง asks for no rate, เรท).
    fn is_worded_for(&self, typed: &Read, other: &Read) -> bool {
        let facet = other.query.facets.first().and_then(|hit| self.catalogue.facet(hit.facet));
        let likely = facet.and_then(|facet| typed.query.wording(&self.catalogue).of(facet.as_str()));
        likely.is_none_or(|likely| likely >= LEAST_WORDED)
    }

    /// Whether a topic's section is sure enough for an offer before all others.
    fn offers_topic(&self, read: &Read) -> bool {
        let first = read.ranking.sections.first();
        let document = first.and_then(|first| self.corpus.documents().get(first.document));
        let offered = f64::from(read.confidence()) >= Sureness::Balanced.thresholds().offer;
        offered && document.is_some_and(|document| document.kind == ArticleKind::Topic)
    }

    /// Share of a normalized text's n-grams, marks ignored, that are known here, 0..=1.
    pub(super) fn familiarity(&self, normalized: &str) -> f32 {
        let (known, ngrams) = self.known_ngrams(normalized);
        known as f32 / ngrams.max(1) as f32
    }

    /// How many of a normalized text's n-grams, marks ignored, are known here, and how many there are.
    fn known_ngrams(&self, normalized: &str) -> (usize, usize) {
        let mut keys = folded_ngrams(normalized);
        keys.retain(|&key| !joins_scripts(key));
        let known = keys.iter().filter(|&&key| self.corpus.knows(key) || self.catalogue.knows(key)).count();
        (known, keys.len())
    }
}
