//! Ranking the sections for an understood question: the text's relevance plus what the names say.

use rustc_hash::{FxHashMap, FxHashSet};

use super::at_least::ASKED_OF;
use super::beside::{put, topic_beside};
use super::confidence::{Evidence, judge};
use super::corpus::Corpus;
use super::hits::Scratch;
use super::letters::Letter;
use super::names::Catalogue;
use super::pieces::surprise;
use super::points::{NAME_POINTS, most_of_texts, name_points, share_of_points, worded};
use super::query::{Query, SubjectHit, is_plain};
use super::relevance::Terms;
use super::samples::Sample;
use super::texts::Text;
use crate::knowledge::ArticleKind;

/// Points for a sample question that reads exactly like the question.
const SAMPLE_POINTS: f32 = 30.0;
/// Sample questions below this similarity say nothing: half of any two Thai sentences agrees.
const SAMPLE_FLOOR: f32 = 0.6;
/// Sample questions are compared for so many sections that rank first.
const SAMPLED_SECTIONS: usize = 8;
/// Longer questions are no sample questions.
const SAMPLED_LETTERS: usize = 120;

/// How much the text counts in a role's or a term's section when the question names neither: such a section speaks of
/// its subject alone, so a question that names no subject is not answered with it, and one that names another subject is not
/// led astray by rare words.
const UNNAMED_ROLE: f32 = 0.3;

/// How much more such a text counts if the wording surely asks for what the section tells. Nine of 4,078 questions more were found by
/// it, and no more at 0.7.
const WORDED_SHARE: f32 = 0.4;

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
    /// The letter of its body with which the passage begins that fits best; `None` for a text that was not read.
    pub(crate) passage: Option<usize>,
    /// Similarity of the nearest sample question, 0..=1.
    pub(crate) sample: f32,
    /// Number of the subject hit that earned the points.
    pub(crate) subject: Option<usize>,
    /// Probability of being right, 0..=1.
    pub(crate) confidence: f32,
    /// What the confidence was made from; apart, so that ranking moves little.
    pub(crate) evidence: Option<Box<Evidence>>,
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
    // Which of a topic's sections is meant the letters of its name do not tell: all hold them, be it by chance some more often. Where
    // there is little else than topics, they tell which topic.
    let named = |hit: &&SubjectHit| is_plain(hit) && is_topic(catalogue, hit) && !corpus.is_of_topics();
    let topic = query.subjects.first().filter(named);
    let is_idle = |place: usize| {
        query.scene.cues().is_idle(place) || topic.is_some_and(|hit| hit.spot.span.contains(&place))
    };
    let mut terms = corpus.terms(&query.normalized, is_idle);
    if topic.is_some() && terms.attainable() <= 0.0 {
        // Nothing but the name is there to be searched for.
        terms = corpus.terms(&query.normalized, |place| query.scene.cues().is_idle(place));
    }
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
    // Where a subject is asked about plainly, text of others that says little yields to it.
    let is_named = |entry: &Scored| {
        let hit = entry.subject.and_then(|number| query.subjects.get(number));
        entry.confidence >= ASKED_OF && hit.is_some_and(is_plain)
    };
    if sections.first().is_some_and(|first| first.confidence < ASKED_OF) {
        sections.sort_by_key(|entry| !is_named(entry));
    }
    if let Some(topic) = topic {
        put(&mut sections, topic, 1);
    }
    Ranking { sections, ratio, margin, terms }
}

fn is_topic(catalogue: &Catalogue, hit: &SubjectHit) -> bool {
    catalogue.subject(hit.subject).is_some_and(|subject| subject.kind == ArticleKind::Topic)
}

/// The sections worth a closer look: the best by their n-grams, and all of the named subjects.
fn shortlist(corpus: &Corpus, catalogue: &Catalogue, query: &Query, terms: &Terms) -> Vec<Scored> {
    let weights = corpus.weigh(terms);
    let unnamed = |document: usize| {
        corpus.documents().get(document).map_or(1.0, |document| {
            if corpus.stands_alone(document) {
                return 1.0;
            }
            UNNAMED_ROLE * (1.0 + WORDED_SHARE * worded(catalogue, query, document))
        })
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
            passage: None,
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
        let decay = share_of_points(query, number, hit);
        let most = most_of_texts(query, number, hit, terms.attainable());
        for &document in corpus.of_subject(hit.subject) {
            let Some(points) = corpus
                .documents()
                .get(document)
                .map(|document| name_points(catalogue, query, hit, document, most))
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
        (entry.words, entry.passage) = (fit.words, Some(fit.passage));
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
    let question = question.compared();
    let within_reach = scored.first().map_or(0.0, |best| best.score) - SAMPLE_POINTS;
    for entry in scored.iter_mut().take(SAMPLED_SECTIONS).take_while(|entry| entry.score > within_reach) {
        let Some(document) = corpus.documents().get(entry.document) else { continue };
        for sample in &document.questions {
            if let Some(likeness) = question.likeness(sample, entry.sample.max(SAMPLE_FLOOR)) {
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
