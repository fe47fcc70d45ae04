//! Fits the model of how questions are worded, see `src/search/wording.rs`.

#![allow(clippy::cast_possible_truncation, reason = "random places, and weights that were clamped before")]

use std::collections::BTreeMap;

use naenaew::knowledge::{ArticleKind, built_in_facets};
use naenaew::search::{Engine, WORDED_FACETS, WORDING_COLUMNS, WORDING_STEP, WordingModel, ngram_text};
use naenaew::text::normalize;

use super::labelled::Labelled;

/// N-grams that so many texts hold are learned …
const FEWEST: usize = 3;
/// … in so many rounds over all texts …
const ROUNDS: usize = 10;
/// … with steps of this size, which shrink with all that a weight has learned before (Adagrad: Duchi, Hazan, Singer 2011) …
const RATE: f64 = 0.3;
/// … and all but those with which the columns begin lose this share of themselves a round, so that what few texts support stays small.
const SHRINKAGE: f64 = 0.03;

/// A normalized text, names cut out.
#[derive(Debug, Clone)]
pub(crate) struct Worded {
    pub(crate) text: String,
    /// What it asks for, as a number of [`WORDED_FACETS`].
    pub(crate) facet: Option<usize>,
    /// Whether it is asked of us, where that is known.
    pub(crate) for_us: Option<bool>,
}

impl Worded {
    /// A question with its right section.
    pub(crate) fn labelled(engine: &Engine, labelled: &Labelled) -> Self {
        let articles = engine.knowledge().articles();
        let article = labelled.article.as_deref();
        let kind = articles.iter().find(|known| Some(known.id.as_str()) == article).map(|known| known.kind);
        let asked = match kind {
            Some(ArticleKind::Role) => labelled.section.as_deref().and_then(facet),
            Some(ArticleKind::Glossary) => facet("definition"),
            _ => None,
        };
        Self {
            text: engine.worded(&labelled.question()),
            facet: asked,
            for_us: Some(labelled.article.is_some()),
        }
    }

    /// The phrases of the built-in facets.
    pub(crate) fn phrases() -> Vec<Self> {
        let facets = built_in_facets();
        let phrases = facets.iter().flat_map(|known| {
            let texts = known.names.iter().chain(known.asks.iter());
            texts.map(|(_, text)| Self {
                text: normalize(text),
                facet: facet(known.id.as_str()),
                for_us: None,
            })
        });
        phrases.collect()
    }
}

/// The number of a facet.
fn facet(id: &str) -> Option<usize> {
    WORDED_FACETS.iter().position(|known| *known == id)
}

/// Weights of n-grams; those of n-gram 0 are what the columns begin with.
pub(crate) fn fit(texts: &[&Worded]) -> Vec<(u32, [i8; WORDING_COLUMNS])> {
    let mut counts: BTreeMap<u32, usize> = BTreeMap::new();
    let ngrams: Vec<Vec<u32>> = texts.iter().map(|worded| WordingModel::ngrams(&worded.text)).collect();
    for &ngram in ngrams.iter().flatten() {
        *counts.entry(ngram).or_default() += 1;
    }
    // What letters of other scripts share has no name to stand under.
    let named = |ngram: u32| !ngram_text(ngram).contains(char::REPLACEMENT_CHARACTER);
    let held = counts.into_iter().filter(|(ngram, count)| *count >= FEWEST && named(*ngram));
    let held = held.map(|(ngram, _)| ngram);
    let known: Vec<u32> = std::iter::once(0).chain(held).collect();
    let numbers = |ngrams: &Vec<u32>| -> Vec<usize> {
        ngrams.iter().filter_map(|ngram| known.binary_search(ngram).ok()).collect()
    };
    let numbers: Vec<Vec<usize>> = ngrams.iter().map(numbers).collect();
    let mut weights = vec![[0.0_f64; WORDING_COLUMNS]; known.len()];
    let mut learned = vec![[f64::EPSILON; WORDING_COLUMNS]; known.len()];
    let mut order: Vec<usize> = (0..texts.len()).collect();
    let mut random = 1_u64;
    for _ in 0..ROUNDS {
        for place in (1..order.len()).rev() {
            // Knuth's generator for MMIX.
            random = random.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            order.swap(place, (random >> 33) as usize % (place + 1));
        }
        for &number in &order {
            let all = ngrams[number].len();
            let numbers = &numbers[number];
            let share = 1.0 / (all.max(1) as f64).sqrt();
            let mut logits = weights[0];
            for &ngram in numbers {
                logits.iter_mut().zip(weights[ngram]).for_each(|(logit, weight)| *logit += share * weight);
            }
            let errors = errors(texts[number], &logits);
            let starts = std::iter::once((0, 1.0));
            for (ngram, share) in starts.chain(numbers.iter().map(|&ngram| (ngram, share))) {
                for (column, error) in errors.iter().enumerate().filter(|(_, error)| **error != 0.0) {
                    let slope = error * share;
                    learned[ngram][column] += slope * slope;
                    weights[ngram][column] -= RATE * slope / learned[ngram][column].sqrt();
                }
            }
        }
        weights.iter_mut().skip(1).flatten().for_each(|weight| *weight *= 1.0 - SHRINKAGE);
    }
    let steps = |weight: f64| (weight / f64::from(WORDING_STEP)).round().clamp(-127.0, 127.0) as i8;
    known.into_iter().zip(weights.into_iter().map(|row| row.map(steps))).collect()
}

/// By how much each column says too much of a text.
fn errors(worded: &Worded, logits: &[f64; WORDING_COLUMNS]) -> [f64; WORDING_COLUMNS] {
    let mut errors = [0.0; WORDING_COLUMNS];
    let (facets, for_us) = logits.split_at(WORDED_FACETS.len());
    if let Some(facet) = worded.facet {
        let most = facets.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        let all: f64 = facets.iter().map(|logit| (logit - most).exp()).sum();
        for (column, logit) in facets.iter().enumerate() {
            errors[column] = (logit - most).exp() / all - f64::from(u8::from(column == facet));
        }
    }
    if let (Some(asked), [logit]) = (worded.for_us, for_us) {
        errors[WORDED_FACETS.len()] = 1.0 / (1.0 + (-logit).exp()) - f64::from(u8::from(asked));
    }
    errors
}
