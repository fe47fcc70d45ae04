//! Why a decision is as it is, as a tree.

use std::fmt;

use super::confidence::{Evidence, NAMED_MODEL, TEXT_MODEL};
use super::decide::{Decision, Sureness, Verdict};
use super::described::DESCRIBED_MODEL;
use super::facet_phrases::{AMOUNT, HEADING, MUST_BE_ABLE, MUST_HAVE, SET_AGAINST, SET_APART};
use super::follow_up::FOLLOWED_MODEL;
use super::names::Catalogue;
use super::query::Query;
use super::rank::Ranking;
use super::reading::Reading;
use super::spot::Spot;
use super::unnamed::UNNAMED_MODEL;
use crate::text::normalize::passes_applied;

/// So many facets are shown that a question may be worded for.
const EXPLAINED_FACETS: usize = 3;

/// A node of the tree: a named value and what it was made from.
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
pub struct Explanation {
    /// What the value is.
    pub label: String,
    /// The value as people read it.
    pub value: String,
    /// What it was made from.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub details: Vec<Explanation>,
}

impl Explanation {
    /// A leaf.
    pub fn new(label: impl Into<String>, value: impl Into<String>) -> Self {
        Self { label: label.into(), value: value.into(), details: Vec::new() }
    }

    /// Adds what the value was made from.
    #[must_use]
    pub fn with(mut self, detail: Explanation) -> Self {
        self.details.push(detail);
        self
    }

    fn write(&self, formatter: &mut fmt::Formatter<'_>, depth: usize) -> fmt::Result {
        writeln!(formatter, "{:indent$}{}: {}", "", self.label, self.value, indent = depth * 2)?;
        self.details.iter().try_for_each(|detail| detail.write(formatter, depth + 1))
    }
}

impl fmt::Display for Explanation {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.write(formatter, 0)
    }
}

/// What an explanation is made from.
pub(crate) struct Parts<'a> {
    /// The question as typed.
    pub(crate) raw: &'a str,
    /// As understood.
    pub(crate) query: &'a Query,
    /// The sections' scores.
    pub(crate) ranking: &'a Ranking,
    /// The other reading, where one was used.
    pub(crate) interpreted: Option<&'a Reading>,
    /// Share of known n-grams.
    pub(crate) familiarity: f32,
    /// The n-grams that carried the best section's text, marks ignored, with their weights.
    pub(crate) carried: Vec<(String, f32)>,
    /// The names.
    pub(crate) catalogue: &'a Catalogue,
    /// How sure the engine had to be.
    pub(crate) sureness: Sureness,
    /// What came of it.
    pub(crate) decision: &'a Decision,
}

/// The tree from the question to the decision.
pub(crate) fn tree(parts: &Parts<'_>) -> Explanation {
    let verdict = match &parts.decision.verdict {
        Verdict::Answer { .. } => "answer",
        Verdict::DidYouMean(_) => "did you mean",
        Verdict::DontKnow => "don't know",
    };
    let thresholds = parts.sureness.thresholds();
    Explanation::new("decision", format!("{verdict}, confidence {:.2}", parts.decision.confidence))
        .with(Explanation::new(
            "thresholds",
            format!(
                "answer from {:.2}, offer from {:.2}, or {:.2} where nothing is asked",
                thresholds.answer, thresholds.offer, thresholds.unasked_offer
            ),
        ))
        .with(reading(parts))
        .with(understanding(parts))
        .with(sections(parts))
}

fn reading(parts: &Parts<'_>) -> Explanation {
    let mut node = Explanation::new("read as", parts.query.normalized.clone());
    for pass in passes_applied(parts.raw) {
        node = node.with(Explanation::new("pass", pass));
    }
    if let Some(reading) = parts.interpreted {
        node = node.with(Explanation::new("interpreted", reading.reason));
    }
    node.with(Explanation::new("known n-grams", format!("{:.0} %", parts.familiarity * 100.0)))
        .with(Explanation::new("language", parts.query.language.to_string()))
}

fn understanding(parts: &Parts<'_>) -> Explanation {
    let asks = if parts.query.asks() { "asks" } else { "asks nothing" };
    let mut node = Explanation::new("understood", asks);
    for hit in &parts.query.subjects {
        let name =
            parts.catalogue.subject(hit.subject).map_or_else(String::new, |subject| match &subject.section {
                Some(section) => format!("{}#{section}", subject.article),
                None => subject.article.to_string(),
            });
        let phrase = match parts.query.described {
            _ if !hit.spot.span.is_empty() => found(&parts.catalogue.subject_phrase(&hit.spot), &hit.spot),
            Some(_) => "described, not named".to_owned(),
            None => "from the conversation".to_owned(),
        };
        let mut subject = Explanation::new("subject", name)
            .with(Explanation::new("name", phrase))
            .with(Explanation::new("unexplained letters", format!("{:.0} %", hit.leftover * 100.0)));
        for facet in &hit.facets {
            let id = parts.catalogue.facet(facet.facet).map_or_else(String::new, ToString::to_string);
            let phrase = match facet.spot.phrase {
                SET_AGAINST => "two roles, set against each other".to_owned(),
                MUST_BE_ABLE => "must be able to".to_owned(),
                MUST_HAVE => "must have".to_owned(),
                SET_APART => "one of two things".to_owned(),
                AMOUNT => "an amount of money".to_owned(),
                HEADING => "a heading".to_owned(),
                _ => found(&parts.catalogue.facet_phrase(&facet.spot), &facet.spot),
            };
            subject = subject.with(Explanation::new("facet", id).with(Explanation::new("phrase", phrase)));
        }
        node = node.with(subject);
    }
    node = node.with(worded(parts));
    if let Some(likelihood) = &parts.query.described {
        let describes = Explanation::new("describes a role", format!("{:.2}", likelihood.sure));
        node = node.with(
            weighed(&DESCRIBED_MODEL, &likelihood.features).into_iter().fold(describes, Explanation::with),
        );
    }
    if parts.query.subjects.is_empty() {
        for hit in &parts.query.facets {
            let id = parts.catalogue.facet(hit.facet).map_or_else(String::new, ToString::to_string);
            node = node.with(Explanation::new("facet without a subject", id));
        }
    }
    node
}

/// What the wording says, likeliest first.
fn worded(parts: &Parts<'_>) -> Explanation {
    let wording = parts.query.wording(parts.catalogue);
    let for_us = Explanation::new("wording", format!("asked of us {:.2}", wording.for_us));
    let likeliest = wording.likeliest().into_iter().take(EXPLAINED_FACETS);
    likeliest.fold(for_us, |node, (facet, likely)| node.with(Explanation::new(facet, format!("{likely:.2}"))))
}

fn found(phrase: &str, spot: &Spot) -> String {
    format!(
        "\u{201C}{phrase}\u{201D}, closeness {:.2}, left out {:.0} %",
        spot.closeness,
        spot.left_out * 100.0
    )
}

fn sections(parts: &Parts<'_>) -> Explanation {
    let mut node = Explanation::new(
        "sections",
        format!(
            "text reaches {:.1} % of what it could, margin {:.1} %",
            parts.ranking.ratio * 100.0,
            parts.ranking.margin * 100.0
        ),
    );
    let ranked = parts.ranking.sections.iter().zip(&parts.decision.candidates);
    for (place, (scored, candidate)) in ranked.take(Decision::MAX_CHOICES).enumerate() {
        let mut section = Explanation::new(
            if place == 1 { "runner-up" } else { "section" },
            format!(
                "{}#{}, confidence {:.2}, score {:.1}",
                candidate.article, candidate.section, candidate.confidence, scored.score
            ),
        )
        .with(Explanation::new("text", format!("{:.1}", scored.text)))
        .with(Explanation::new("pieces with mistakes", format!("{:.1}", scored.pieces)))
        .with(Explanation::new("names", format!("{:.1}", scored.names)))
        .with(Explanation::new("nearest sample question", format!("{:.2}", scored.sample)));
        if place == 0 {
            section = section.with(carried(parts));
        }
        if let Some(evidence) = scored.evidence.as_deref().filter(|_| place < 2) {
            section = section.with(judged(evidence));
        }
        node = node.with(section);
    }
    node
}

/// The n-grams that found the best section.
fn carried(parts: &Parts<'_>) -> Explanation {
    let ngrams: Vec<String> =
        parts.carried.iter().map(|(ngram, weight)| format!("\u{201C}{ngram}\u{201D} {weight:.1}")).collect();
    Explanation::new("carried by", if ngrams.is_empty() { "no n-gram".to_owned() } else { ngrams.join(", ") })
}

/// How the confidence was made: each thing that speaks for the section times its weight.
fn judged(evidence: &Evidence) -> Explanation {
    let (title, parts) = match (&evidence.named, &evidence.unnamed) {
        _ if evidence.followed.is_some() && evidence.by_name() >= evidence.without_name() => (
            "by the conversation",
            evidence.followed.map_or_else(Vec::new, |followed| weighed(&FOLLOWED_MODEL, &followed)),
        ),
        (Some(named), _) if evidence.by_name() >= evidence.without_name() => {
            ("by its name", weighed(&NAMED_MODEL, named))
        }
        (_, Some(unnamed)) if !evidence.alone => ("without its name", weighed(&UNNAMED_MODEL, unnamed)),
        _ => ("by its text", weighed(&TEXT_MODEL, &evidence.text)),
    };
    let mut node = Explanation::new(title, format!("{:.2}", evidence.confidence()));
    for part in parts {
        node = node.with(part);
    }
    if evidence.rival > 0.0 {
        node = node.with(Explanation::new("may be something else", format!("{:.2}", evidence.rival)));
    }
    if evidence.described.is_some() {
        node = node.with(Explanation::new("described, or something else", "an offer at most"));
    }
    if evidence.tells {
        node = node.with(Explanation::new("tells and asks nothing", "no offer"));
    }
    if evidence.least > 0.0 {
        node =
            node.with(Explanation::new("speaks of this subject, at least", format!("{:.2}", evidence.least)));
    }
    node
}

/// What speaks for a section, each with its weight.
fn weighed<const N: usize>(model: &[(&str, f32); N], features: &[f32; N]) -> Vec<Explanation> {
    let parts = model.iter().zip(features).filter(|(_, value)| value.abs() > f32::EPSILON);
    parts
        .map(|((label, weight), value)| Explanation::new(*label, format!("{value:.2} × {weight:+.2}")))
        .collect()
}
