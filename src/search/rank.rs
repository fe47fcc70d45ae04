//! Ranking the sections for an understood question: the text's relevance plus what the names say.

use rustc_hash::{FxHashMap, FxHashSet};

use super::beside::{put, topic_beside};
use super::confidence::{Evidence, judge};
use super::corpus::{Corpus, Document};
use super::facet_hits::DEFINITION;
use super::letters::Letter;
use super::names::Catalogue;
use super::pieces::surprise;
use super::query::{Query, SubjectHit};
use super::relevance::{Scratch, Terms};
use super::samples::Sample;
use super::texts::Text;
use crate::knowledge::ArticleKind;

/// Points for a section whose subject is named in full. BM25 scores of a question of usual length reach 40–120, so a
/// name decides between articles that both speak of it, and yields to a text that fits the whole question.
const NAME_POINTS: f32 = 30.0;
/// Letters from which on a name earns all its points: a title of two letters turns up by chance.
const FULL_NAME_LETTERS: f32 = 6.0;
/// Points for answering the facet that the question names, beside a named subject.
const FACET_POINTS: f32 = 70.0;
/// Each further facet named in the question counts so much less than the one before.
const FACET_DECAY: f32 = 0.5;
/// Points for the definition when a subject is named and no facet: the bare name asks what it is.
const DEFINITION_POINTS: f32 = 20.0;
/// Each further subject counts so much less than the one before: people name first what they ask about.
const SUBJECT_DECAY: f32 = 0.93;
/// What is left of the points of a name that another name, found whole and exactly, outdoes on the same words: who types
/// account manager means no accounting manager.
const OUTDONE: f32 = 0.6;
/// What is left of the points of a name that is a part of a longer one: who types credit risk analyst means no credit risk.
const HELD: f32 = 0.3;
/// Points for a sample question that reads exactly like the question.
const SAMPLE_POINTS: f32 = 30.0;
/// Sample questions below this similarity say nothing: half of any two Thai sentences agrees.
const SAMPLE_FLOOR: f32 = 0.6;
/// Sample questions are compared for so many sections that rank first.
const SAMPLED_SECTIONS: usize = 8;
/// Longer questions are no sample questions.
const SAMPLED_LETTERS: usize = 120;

/// Names closer than the second are as good as spelled right (two typos in fourteen letters), those at the first are
/// chance; other roles come in from 0.75 downwards.
const NAME_CLOSENESS: (f32, f32) = (0.6, 0.86);
/// The same for facet phrases, which are short and many, so that a near one is likely meant.
const PHRASE_CLOSENESS: (f32, f32) = (0.5, 0.82);

/// How much the text counts in a role's or a term's section when the question names neither: such a section speaks of
/// its subject alone, so a question that names no subject is not answered with it, and one that names another subject is not
/// led astray by rare words.
const UNNAMED_ROLE: f32 = 0.3;

/// So many sections are taken from the index.
const SHORTLISTED: usize = 24;
/// The whole texts of at most so many sections are read …
const READ_SECTIONS: usize = 8;
/// … whose first score is at least this share of the best …
const READ_SHARE: f32 = 0.6;
/// … and that are behind it by no more than this share of the attainable score.
const READ_LEAD: f32 = 0.25;
/// A lead of this share of the attainable score needs no closer look.
const CLEAR_LEAD: f32 = 0.08;
/// At most so many sections are looked at piece by piece …
const ALIGNED_SECTIONS: usize = 12;
/// … whose score is at least this share of the best.
const ALIGNED_SHARE: f32 = 0.4;
/// What the surprise of the pieces as typed counts …
const PIECE_POINTS: f32 = 1.5;
/// … and without marks.
const FOLDED_PIECE_POINTS: f32 = 1.65;
/// What a text e times as long as the average loses of the attainable score: the longer it is, the more pieces it holds by
/// chance.
const LENGTH_COST: f32 = 0.04;

/// How much the mean of a topic's other sections counts beside a section's text.
const CONTEXT_SHARE: f32 = 0.15;

/// Shorter texts, as shares of the average, gain no more.
const LEAST_LENGTH: f32 = 0.1;

/// A section with its score.
#[derive(Debug, Clone)]
pub(crate) struct Scored {
    /// Number of the document.
    pub(crate) document: usize,
    /// Sum of the points.
    pub(crate) score: f32,
    /// Of them, from the text and what stands around it.
    pub(crate) text: f32,
    /// Of those, from what stands around the section in its topic.
    context: f32,
    /// Of them, from the question's pieces, found with mistakes.
    pub(crate) pieces: f32,
    /// Of them, from the subject's name and the facet.
    pub(crate) names: f32,
    /// The share of the weight of the question's words that the text holds, 0..=1; 0 for a text that was not read.
    pub(crate) words: f32,
    /// Similarity of the nearest sample question, 0..=1.
    pub(crate) sample: f32,
    /// Number of the subject hit that earned the points.
    pub(crate) subject: Option<usize>,
    /// Probability of being right, 0..=1.
    pub(crate) confidence: f32,
    /// What the confidence was made from.
    pub(crate) evidence: Option<Evidence>,
}

impl Scored {
    /// Puts another text score in the place of the one that is in the score.
    fn rescale(&mut self, text: f32) {
        self.score = self.names + text * self.text_share();
        self.text = text;
    }

    /// How much of the text's score counts.
    fn text_share(&self) -> f32 {
        if self.text > 0.0 { (self.score - self.names) / self.text } else { 1.0 }
    }
}

/// The ranked sections of one reading of a question.
#[derive(Debug)]
pub(crate) struct Ranking {
    /// Best first; one entry a section, whatever its languages.
    pub(crate) sections: Vec<Scored>,
    /// Share of the attainable score that the best text reaches, for what no facet or cue explains.
    pub(crate) ratio: f32,
    /// Lead of the best section's text over any other's, as a share of the attainable score; below 0 when the names
    /// brought it to the front.
    pub(crate) margin: f32,
    /// What was searched for.
    pub(crate) terms: Terms,
}

/// Ranks the sections; keeps the best `limit`.
///
/// Three rounds, each dearer and over fewer sections than the one before: n-grams through the index, the whole text of
/// the best, and, when these do not stand apart, approximate matching of the question's pieces.
pub(crate) fn rank(corpus: &Corpus, catalogue: &Catalogue, query: &Query, limit: usize) -> Ranking {
    let terms = corpus.terms(&query.normalized, |place| query.scene.cues().asks_at(place));
    let attainable = terms.attainable().max(f32::EPSILON);
    let mut scored = shortlist(corpus, catalogue, query, &terms);
    best_first(&mut scored, corpus);
    let mut scored = one_a_group(scored, corpus);
    let mut scratch = Scratch::default();
    read_closely(&mut scored, corpus, &terms, &mut scratch);
    best_first(&mut scored, corpus);
    let alone = |entry: &Scored| {
        corpus.documents().get(entry.document).is_some_and(|document| document.kind == ArticleKind::Topic)
    };
    if scored.first().is_some_and(alone) && !names_decide(&scored) {
        align_pieces(&mut scored, corpus, &terms, attainable);
    }
    add_samples(&mut scored, corpus, query);
    let topic = topic_beside(&scored, corpus, catalogue, query);
    let mut sections = scored;
    sections.truncate(limit);
    let text = |place: usize| sections.get(place).map_or(0.0, |entry| entry.text + entry.pieces);
    let margin = (text(0) - (1..sections.len()).map(text).fold(0.0, f32::max)) / attainable;
    let ratio = text_ratio(corpus, query, attainable, &mut scratch, &sections);
    judge(&mut sections, corpus, catalogue, query, ratio, margin);
    if let Some(topic) = topic {
        put(&mut sections, topic, 1);
    }
    Ranking { sections, ratio, margin, terms }
}

/// The sections worth a closer look: the best by their n-grams, and all of the named subjects.
fn shortlist(corpus: &Corpus, catalogue: &Catalogue, query: &Query, terms: &Terms) -> Vec<Scored> {
    let weights = corpus.weigh(terms);
    let unnamed = |document: usize| {
        corpus.documents().get(document).map_or(1.0, |document| unnamed_weight(corpus, document))
    };
    let entry = |document: usize| {
        let context = CONTEXT_SHARE * corpus.context(document, &weights);
        let text = weights.get(document).copied().unwrap_or(0.0) + context;
        Scored {
            document,
            score: text * unnamed(document),
            text,
            context,
            pieces: 0.0,
            names: 0.0,
            words: 0.0,
            sample: 0.0,
            subject: None,
            confidence: 0.0,
            evidence: None,
        }
    };
    let mut scored: Vec<Scored> = best(&weights, SHORTLISTED).into_iter().map(entry).collect();
    let mut places: FxHashMap<usize, usize> =
        scored.iter().enumerate().map(|(place, entry)| (entry.document, place)).collect();
    for (number, hit) in query.subjects.iter().enumerate() {
        let decay = SUBJECT_DECAY.powi(i32::try_from(number).unwrap_or(i32::MAX))
            * if query.subjects.iter().any(|other| other.outdoes(hit)) { OUTDONE } else { 1.0 }
            * if query.subjects.iter().any(|other| other.holds(hit)) { HELD } else { 1.0 };
        for &document in corpus.of_subject(hit.subject) {
            let Some(points) =
                corpus.documents().get(document).map(|document| name_points(catalogue, hit, document))
            else {
                continue;
            };
            let place = *places.entry(document).or_insert_with(|| {
                scored.push(entry(document));
                scored.len() - 1
            });
            if let Some(entry) = scored.get_mut(place)
                && points * decay > entry.names
            {
                entry.names = points * decay;
                entry.subject = Some(number);
                entry.score = entry.text + entry.names;
            }
        }
    }
    scored
}

/// The numbers of the heaviest, heaviest first; of equals the first.
pub(super) fn best(weights: &[f32], limit: usize) -> Vec<usize> {
    let mut heaviest: Vec<(f32, usize)> = Vec::with_capacity(limit + 1);
    let mut least = 0.0;
    for (number, &weight) in weights.iter().enumerate() {
        if weight > least {
            let at = heaviest.partition_point(|(other, _)| *other >= weight);
            heaviest.insert(at, (weight, number));
            if heaviest.len() > limit {
                heaviest.pop();
                least = heaviest.last().map_or(0.0, |(weight, _)| *weight);
            }
        }
    }
    heaviest.into_iter().map(|(_, number)| number).collect()
}

/// Scores the whole texts of the sections that rank first; the rest is assumed to lose as much by it.
fn read_closely(scored: &mut [Scored], corpus: &Corpus, terms: &Terms, scratch: &mut Scratch) {
    let best = scored.first().map_or(0.0, |best| best.score);
    let enough = (best * READ_SHARE).max(best - READ_LEAD * terms.attainable());
    let near = scored.iter().take(READ_SECTIONS).take_while(|entry| entry.score >= enough).count();
    let (near, rest) = scored.split_at_mut(near);
    let (mut before, mut after) = (0.0, 0.0);
    for entry in near {
        let fit = corpus.fit(entry.document, terms, scratch);
        let text = fit.score + entry.context;
        entry.words = fit.words;
        before += entry.text;
        after += text;
        entry.rescale(text);
    }
    let kept = if before > 0.0 { after / before } else { 1.0 };
    for entry in rest {
        entry.rescale(entry.text * kept);
    }
}

/// Adds what the question's pieces say, letter by letter with mistakes allowed, when the best sections are close.
fn align_pieces(scored: &mut [Scored], corpus: &Corpus, terms: &Terms, attainable: f32) {
    let score = |place: usize| scored.get(place).map_or(0.0, |entry| entry.score);
    if score(0) - score(1) > CLEAR_LEAD * attainable {
        return;
    }
    let enough = score(0) * ALIGNED_SHARE;
    let near = scored.iter().take(ALIGNED_SECTIONS).take_while(|entry| entry.score >= enough).count();
    let Some(near) = scored.get_mut(..near) else { return };
    let texts: Vec<Text<'_>> = near.iter().map(|entry| corpus.text(entry.document)).collect();
    let letters: Vec<&[Letter]> = texts.iter().map(|text| text.letters).collect();
    let folded: Vec<&[Letter]> = texts.iter().map(|text| text.folded).collect();
    let (typed, plain) = (surprise(&terms.letters, &letters), surprise(&terms.folded, &folded));
    for ((entry, typed), plain) in near.iter_mut().zip(typed).zip(plain) {
        let length = corpus.length(entry.document).max(LEAST_LENGTH).ln();
        entry.pieces = PIECE_POINTS * typed + FOLDED_PIECE_POINTS * plain - LENGTH_COST * length * attainable;
        entry.score += entry.pieces * entry.text_share();
    }
    best_first(scored, corpus);
}

/// How good a name was found, 0..=1.
pub(crate) fn name_quality(hit: &SubjectHit) -> f32 {
    let spelled = rise(hit.spot.closeness, NAME_CLOSENESS);
    spelled * (1.0 - hit.spot.left_out) * (1.0 - hit.shared.min(1.0))
}

/// How much the text of a section counts that the question does not name.
fn unnamed_weight(corpus: &Corpus, document: &Document) -> f32 {
    if corpus.stands_alone(document) { 1.0 } else { UNNAMED_ROLE }
}

/// How good a phrase was found, 0..=1.
fn phrase_quality(closeness: f32) -> f32 {
    rise(closeness, PHRASE_CLOSENESS)
}

/// 0 up to the first closeness, 1 from the second on, a straight line between them.
fn rise(closeness: f32, (none, full): (f32, f32)) -> f32 {
    ((closeness - none) / (full - none)).clamp(0.0, 1.0)
}

fn name_points(catalogue: &Catalogue, hit: &SubjectHit, document: &Document) -> f32 {
    let quality = name_quality(hit);
    let letters = hit.spot.span.len() as f32;
    let exact_or_long = if hit.spot.closeness >= 1.0 { 1.0 } else { (letters / FULL_NAME_LETTERS).min(1.0) };
    let mut points = NAME_POINTS * exact_or_long;
    match facet_rank(catalogue, hit, document) {
        Some((rank, closeness)) => {
            points += FACET_POINTS * closeness * FACET_DECAY.powi(i32::try_from(rank).unwrap_or(i32::MAX));
        }
        None if document.defines && hit.facets.is_empty() => {
            points += DEFINITION_POINTS * (1.0 - hit.leftover);
        }
        None => {}
    }
    points * quality
}

/// Which of the named facets the document answers, with that phrase's quality.
pub(crate) fn facet_rank(
    catalogue: &Catalogue,
    hit: &SubjectHit,
    document: &Document,
) -> Option<(usize, f32)> {
    hit.facets.iter().enumerate().find_map(|(rank, facet)| {
        let named = catalogue.facet(facet.facet)?;
        let quality = phrase_quality(facet.spot.closeness);
        if document.facet.as_ref() == Some(named) || (document.defines && named.as_str() == DEFINITION) {
            return Some((rank, quality));
        }
        // A term has one section, which answers whatever is asked about it, though a role named beside it comes first.
        (document.defines && document.kind == ArticleKind::Glossary).then_some((rank + 1, quality))
    })
}

fn best_first(scored: &mut [Scored], corpus: &Corpus) {
    let group = |entry: &Scored| corpus.documents().get(entry.document).map_or(0, |document| document.group);
    scored.sort_by(|a, b| {
        b.score.total_cmp(&a.score).then_with(|| group(a).cmp(&group(b))).then(a.document.cmp(&b.document))
    });
}

/// Compares the question with the sample questions of the sections that rank first, and ranks them again.
fn add_samples(scored: &mut [Scored], corpus: &Corpus, query: &Query) {
    if query.letters() > SAMPLED_LETTERS {
        return;
    }
    let question = Sample::new(&query.normalized);
    let within_reach = scored.first().map_or(0.0, |best| best.score) - SAMPLE_POINTS;
    for entry in scored.iter_mut().take(SAMPLED_SECTIONS).take_while(|entry| entry.score > within_reach) {
        let Some(document) = corpus.documents().get(entry.document) else { continue };
        for sample in &document.questions {
            if let Some(likeness) = sample.likeness(&question, entry.sample.max(SAMPLE_FLOOR)) {
                entry.sample = likeness;
            }
        }
        entry.score += SAMPLE_POINTS * ((entry.sample - SAMPLE_FLOOR) / (1.0 - SAMPLE_FLOOR)).max(0.0);
    }
    best_first(scored, corpus);
}

/// Keeps the best language version of each section.
fn one_a_group(scored: Vec<Scored>, corpus: &Corpus) -> Vec<Scored> {
    let mut seen = FxHashSet::default();
    let group = |entry: &Scored| corpus.documents().get(entry.document).map(|document| document.group);
    scored.into_iter().filter(|entry| entry.score > 0.0 && seen.insert(group(entry))).collect()
}

/// Whether the best section is there for its name and its facet, which no other has.
fn names_decide(scored: &[Scored]) -> bool {
    let names = |place: usize| scored.get(place).map_or(0.0, |entry| entry.names);
    names(0) > names(1) && names(0) > NAME_POINTS
}

/// The share of its attainable score that the best section's text reaches, without facets and cues where there are any:
/// those are found in every article and must not carry an answer.
fn text_ratio(
    corpus: &Corpus,
    query: &Query,
    attainable: f32,
    scratch: &mut Scratch,
    sections: &[Scored],
) -> f32 {
    let Some(best) = sections.first() else { return 0.0 };
    if query.facets.is_empty() {
        return best.text / attainable;
    }
    let remainder = crate::text::normalize(&query.remainder());
    if remainder.is_empty() {
        return 0.0;
    }
    let terms = corpus.terms(&remainder, |_| false);
    (corpus.fit(best.document, &terms, scratch).score / terms.attainable().max(f32::EPSILON)).min(1.0)
}
