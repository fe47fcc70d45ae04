//! How sure to be of a section: the probability that it is the right one.
//!
//! The score ranks, the confidence judges: it asks whether the question is *explained* by a section, so that a question about a
//! role that the knowledge base lacks is not answered however well the rest of it fits. Two logistic models turn what speaks
//! for a section into a probability, one for sections whose subject the question names and one for what only the text says; a
//! third, in `unnamed.rs`, is for who asks without a name, a fourth, in `described.rs`, for who describes a role, a fifth, in
//! `follow_up.rs`, for who asks on in a conversation. Their weights are fitted by `cargo run --release --example calibrate`, which
//! prints them in the form in which they stand here.

use super::apart::is_role;
use super::at_least::{ANOTHER, Asked, least, names_another};
use super::corpus::{Corpus, Document};
use super::follow_up::{FOLLOWED_FEATURES, FOLLOWED_MODEL, followed, unknown};
use super::logistic::logistic;
use super::names::Catalogue;
use super::points::{facet_rank, name_quality, worded};
use super::query::{Query, SubjectHit};
use super::rank::Scored;
use super::strange::{SHORT_NAME, is_strange};
use super::topics::Hint;
use super::unnamed::{self, Standing, UNNAMED_FEATURES};
use super::wording::{is_hardly_worded, worded_by_names};
use super::yielding::asks_for_anything;
use crate::knowledge::ArticleKind;

/// How many numbers speak for a section of a named subject.
pub const NAMED_FEATURES: usize = 16;

/// What speaks for a section of a named subject, with its weight. Fitted on `tests/golden/fitted.jsonl` and on messages that must
/// not be answered, before the wording counted for more where nothing is unexplained or an author wrote the question down: a fit to
/// that answers 24 fewer of 1,227 held-out questions right and one fewer wrongly, which is worth less by the costs in `decide.rs`.
pub const NAMED_MODEL: [(&str, f32); NAMED_FEATURES] = [
    ("constant", -5.31),
    ("name", 1.33),
    ("facet", 0.81),
    ("another facet", 0.39),
    ("nothing but a name", 0.63),
    ("text alone", 0.77),
    ("unexplained, asking", -0.84),
    ("unexplained, telling", -1.31),
    ("telling", -2.01),
    ("sample question", 0.68),
    ("lead", 2.73),
    ("text ratio", 2.09),
    ("short name", -0.31),
    ("short name, unexplained", -0.69),
    ("wording", 1.80),
    ("worded for us", 2.82),
];

/// How many numbers speak for a section by its text.
pub const TEXT_FEATURES: usize = 4;

/// What speaks for a section by its text, with its weight. Fitted on the `XQuAD` and iapp development questions with their
/// noise and on messages put to the same articles that none of them answers.
pub const TEXT_MODEL: [(&str, f32); TEXT_FEATURES] =
    [("constant", -2.36), ("text ratio", 3.07), ("root of the margin", 3.71), ("lead", 4.06)];

/// How sure a text that asks nothing can make of a section whose subject it does not name: too little to be offered, so that a
/// facet without a role is never an answer.
const UNNAMED: f32 = 0.15;

/// How sure to be of anything where a text tells something and asks nothing, at most: too little for an offer (วันนี้ได้เลื่อนเป็น
/// bookkeeper แล้ว).
pub(crate) const TOLD: f64 = 0.3;

/// How much a name that fits the same words as well takes away: of two roles that may be meant one is right at best.
const RIVAL_COST: f32 = 0.5;

/// A topic on a role and one of the facets that are asked of it may be meant as well when one of its sections fits the text so
/// much better than that of a role that is named: what to answer in an interview about cash, not how interviews go.
const TOPIC_LEAD: f32 = 1.2;

/// A text that asks nothing but leaves so little unexplained is no statement: "AE เงินเดือน" and a bare name ask as well.
const TELLING: f32 = 0.12;

/// How likely a name that is strange stands for something else, or another of two sections answers …
const STRANGE: f32 = 0.6;
/// … and how likely a phrase that asks for anything stands beside what is asked where so many letters are unexplained: tell me
/// about the brugle of a bookkeeper. Of 3,300 sentences with one mistake each it spares 10 wrong answers of 31, of 1,074 questions
/// that must not be answered two of nine, and makes choices of seven right answers of 2,711.
const VAGUE_LETTERS: f32 = 2.5;

/// What speaks for a section.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Evidence {
    /// In the order of [`NAMED_MODEL`]; `None` when the question does not name the section's subject.
    pub named: Option<[f32; NAMED_FEATURES]>,
    /// In the order of [`FOLLOWED_MODEL`]; `None` when the section's subject is not that of the conversation alone.
    pub followed: Option<[f32; FOLLOWED_FEATURES]>,
    /// In the order of [`TEXT_MODEL`].
    pub text: [f32; TEXT_FEATURES],
    /// Whether the section may be asked for without its name, see [`Corpus::stands_alone`].
    pub alone: bool,
    /// In the order of [`UNNAMED_MODEL`](super::unnamed::UNNAMED_MODEL); `None` where the text asks nothing.
    pub unnamed: Option<[f32; UNNAMED_FEATURES]>,
    /// How sure at least: more than 0 where the question plainly asks something about the section's subject, be it unclear
    /// what.
    pub least: f32,
    /// How sure at most, where the question describes the subject instead of naming it, or asks what something else is called.
    pub described: Option<f32>,
    /// Whether it tells something and asks nothing, where questions name what they ask about: then nothing is offered.
    pub tells: bool,
    /// How nearly another subject's name fits the same words, 0..=1: ผู้จัดการบัญชี may be two roles. Words that the name lacks
    /// may be another subject's too, known or not (นักวิเคราะห์).
    pub rival: f32,
}

impl Evidence {
    /// The probability that the section is the right one, in 0..=1.
    pub fn confidence(&self) -> f32 {
        let confidence = self.by_name().max(self.without_name()).max(self.least);
        self.described.map_or(confidence, |most| confidence.min(most))
    }

    /// The probability by anything but the subject's name.
    pub fn without_name(&self) -> f32 {
        let text = logistic(&self.text, &TEXT_MODEL);
        match &self.unnamed {
            _ if self.alone => text,
            Some(unnamed) => unnamed::confidence(unnamed),
            None => UNNAMED * text,
        }
    }

    /// Whether the question asks, by its words or by being nothing but a name and a facet.
    pub fn asks(&self) -> bool {
        self.unnamed.is_some()
    }

    /// The probability by the subject's name alone, or by that of the conversation; 0 where there is neither.
    pub fn by_name(&self) -> f32 {
        let by_name = self.followed.map(|followed| logistic(&followed, &FOLLOWED_MODEL));
        let by_name =
            by_name.or_else(|| self.named.map(|named| logistic(&named, &NAMED_MODEL))).unwrap_or(0.0);
        by_name * (1.0 - RIVAL_COST * self.rival)
    }
}

/// Fills in evidence and confidence.
pub(crate) fn judge(
    sections: &mut [Scored],
    corpus: &Corpus,
    catalogue: &Catalogue,
    query: &Query,
    ratio: f32,
    margin: f32,
) {
    let scores: Vec<f32> = sections.iter().map(|entry| entry.score).collect();
    let texts: Vec<f32> = sections.iter().map(|entry| entry.text + entry.pieces).collect();
    let strange = sections
        .first()
        .and_then(|best| query.subjects.get(best.subject?))
        .filter(|hit| is_strange(corpus, catalogue, query, hit))
        .map(|hit| hit.subject);
    let on_topic = |document: usize| {
        let subject = corpus.documents().get(document).and_then(|document| document.subject);
        subject.is_some_and(|subject| query.topics.contains(&subject))
    };
    let topic = sections.iter().filter(|entry| on_topic(entry.document)).map(|entry| entry.text);
    let topic = topic.fold(0.0, f32::max);
    let asks_of_us = query.asks_of_us(catalogue);
    let statement = query.tells();
    let becomes = query.leads_to_another(catalogue);
    let follows = |hit: &SubjectHit| hit.spot.span.is_empty() && query.described.is_none();
    let unknown =
        query.subjects.iter().find(|hit| follows(hit)).map_or(0.0, |hit| unknown(corpus, query, hit));
    let mut asked = Asked::default();
    let standing = Standing::new(sections, corpus, catalogue, query);
    let top = scores.first().copied().unwrap_or(0.0).max(f32::EPSILON);
    for (place, entry) in sections.iter_mut().enumerate() {
        let Some(document) = corpus.documents().get(entry.document) else { continue };
        // The lead of the best over the second, and how far the others are behind.
        let other = scores.get(usize::from(place == 0)).copied().unwrap_or(0.0);
        let lead = (entry.score - other) / top;
        // A section that scores less than the best is right less often than its share of the best score.
        let share = (entry.score / top).clamp(0.0, 1.0);
        let hit = entry.subject.and_then(|number| Some((number, query.subjects.get(number)?)));
        let topic_hint = hint(corpus, catalogue, query, document);
        let worded = worded(catalogue, query, document);
        let text = [
            1.0,
            ratio * share,
            if place == 0 { margin.max(0.0).sqrt() } else { 0.0 },
            text_lead(&texts, place),
        ];
        let asks = asks_of_us || (!statement && hit.is_some_and(|(_, hit)| hit.leftover <= TELLING));
        // Of what stands alone, in whatever field, nothing was learned.
        let alone = corpus.stands_alone(document);
        let wording = if alone { (1.0, 1.0) } else { (worded, query.wording(catalogue).for_us) };
        let is_asked_of = hit.is_some_and(|hit| asked.of(corpus, query, (asks_of_us, wording.1), hit));
        let evidence = Evidence {
            followed: hit
                .filter(|(_, hit)| follows(hit))
                .map(|(_, hit)| followed(catalogue, query, hit, document, wording, (lead, unknown))),
            named: hit
                .filter(|(_, hit)| !follows(hit))
                .map(|(_, hit)| named(catalogue, query, hit, document, (entry, lead, ratio), wording)),
            unnamed: asks.then(|| standing.features(document, entry, &text, topic_hint, worded)),
            least: least(query, (asks_of_us, is_asked_of), hit.map(|(_, hit)| hit), place, topic_hint, ratio),
            rival: hit.map_or(0.0, |(number, hit)| {
                let two_answer = hit.is_set_apart() || (becomes && is_role(catalogue, hit));
                let doubtful = two_answer
                    || strange == Some(hit.subject)
                    || is_vague(catalogue, query, hit)
                    || (is_role(catalogue, hit)
                        && is_hardly_worded(catalogue, query, hit, worded, entry.sample));
                let strange = if doubtful { STRANGE } else { 0.0 };
                let on_topic = is_role(catalogue, hit) && topic > TOPIC_LEAD * entry.text;
                let other = if on_topic { 1.0 } else { strange };
                rivalry(query, number, hit).max(hit.spot.left_out / RIVAL_COST).max(other).min(1.0)
            }),
            text,
            alone,
            tells: statement && !alone,
            described: query
                .described
                .map(|likelihood| likelihood.sure)
                .or_else(|| hit.filter(|(_, hit)| names_another(query, hit)).map(|_| ANOTHER)),
        };
        entry.confidence = evidence.confidence();
        entry.evidence = Some(Box::new(evidence));
    }
}

/// How the question hints at the topic whose section this is.
fn hint(corpus: &Corpus, catalogue: &Catalogue, query: &Query, document: &Document) -> Hint {
    let topic = document.subject.filter(|_| document.kind == ArticleKind::Topic);
    let topic = topic.filter(|_| !corpus.stands_alone(document));
    topic.map_or_else(Hint::default, |topic| catalogue.topics().hint(topic, query, catalogue))
}

/// Whether the strongest phrase asks for anything and the text may say of what.
fn is_vague(catalogue: &Catalogue, query: &Query, hit: &SubjectHit) -> bool {
    let unexplained = hit.leftover * query.letters() as f32;
    let first = hit.facets.first().filter(|_| unexplained > VAGUE_LETTERS);
    first.is_some_and(|facet| asks_for_anything(catalogue, facet))
}

fn named(
    catalogue: &Catalogue,
    query: &Query,
    hit: &SubjectHit,
    document: &Document,
    (entry, lead, ratio): (&Scored, f32, f32),
    (worded, for_us): (f32, f32),
) -> [f32; NAMED_FEATURES] {
    let flag = |is: bool| f32::from(u8::from(is));
    let facet = facet_rank(catalogue, hit, document);
    let asked = facet.map_or(0.0, |(rank, closeness)| closeness / (1.0 + rank as f32));
    let no_facet = hit.facets.is_empty();
    let explained = hit.leftover < f32::EPSILON;
    let asks = query.asks_of_us(catalogue);
    let answers = asked >= 1.0 || (no_facet && document.defines);
    let least = if answers { worded_by_names(catalogue, query, hit, document) } else { (0.0, 0.0) };
    // What an author wrote down is asked of us, and asks for that section.
    let sample = entry.sample.powi(2);
    let (worded, for_us) = (worded.max(least.0).max(sample), for_us.max(least.1).max(sample));
    let short = !hit.spot.span.is_empty() && hit.spot.span.len() < SHORT_NAME;
    [
        1.0,
        name_quality(hit),
        asked,
        flag(!no_facet && facet.is_none()),
        flag(no_facet && document.defines && explained),
        flag(no_facet && !document.defines),
        if asks { hit.leftover } else { 0.0 },
        if asks { 0.0 } else { hit.leftover },
        flag(!asks && hit.leftover > TELLING),
        sample,
        lead,
        ratio,
        flag(short),
        if short { hit.leftover } else { 0.0 },
        worded,
        for_us,
    ]
}

/// How far the text of a section is ahead of every other's, as a share of the best, -1..=1.
fn text_lead(texts: &[f32], place: usize) -> f32 {
    let own = texts.get(place).copied().unwrap_or(0.0);
    let others = texts.iter().enumerate().filter(|(other, _)| *other != place).map(|(_, text)| *text);
    let other = others.fold(0.0, f32::max);
    ((own - other) / own.max(other).max(f32::EPSILON)).clamp(-1.0, 1.0)
}

/// How nearly another subject's name fits the same words, 0..=1.
fn rivalry(query: &Query, number: usize, hit: &SubjectHit) -> f32 {
    /// Sharpness: a name that fits 10 % worse is hardly a rival.
    const SHARPNESS: i32 = 8;
    // A name that misses words is no rival of a whole one; of two that miss words, the letters that are there count.
    let partial = hit.spot.left_out > 0.0;
    let strength = |hit: &SubjectHit| {
        let found = if partial { 1.0 - hit.spot.left_out } else { 1.0 };
        hit.spot.weight / found * (1.0 - hit.shared.min(1.0))
    };
    query
        .subjects
        .iter()
        .enumerate()
        .filter(|(other, rival)| {
            *other != number
                && !query.topics.contains(&rival.subject)
                && (partial || rival.spot.left_out <= 0.0)
                && rival.spot.span.start < hit.spot.span.end
                && hit.spot.span.start < rival.spot.span.end
        })
        .map(|(_, rival)| (strength(rival) / strength(hit).max(f32::EPSILON)).min(1.0).powi(SHARPNESS))
        .fold(0.0, f32::max)
}
