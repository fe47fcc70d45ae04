//! A decision as the JSON object that scripts read. Its keys are a contract: all of them, always, in this order.

use serde::Serialize;

use crate::knowledge::{ArticleId, Language, SectionId};
use crate::reply::Reply;
use crate::search::{Decision, Engine, Explanation, Verdict};

/// Confidences are rounded to one part in this many: four decimals.
const CONFIDENCE_STEPS: f64 = 10_000.0;

/// The object of one question.
#[derive(Debug, Serialize)]
pub(crate) struct Object<'a> {
    question: &'a str,
    decision: &'static str,
    confidence: f64,
    interpreted_as: Option<&'a str>,
    answer: Option<AnswerObject<'a>>,
    candidates: Vec<CandidateObject<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    explanation: Option<&'a Explanation>,
}

#[derive(Debug, Serialize)]
struct AnswerObject<'a> {
    article: &'a ArticleId,
    section: &'a SectionId,
    lang: &'a Language,
    title: &'a str,
    heading: &'a str,
    text: &'a str,
    focus: Option<&'a str>,
    reviewed: Option<String>,
    sources: Vec<SourceObject<'a>>,
}

#[derive(Debug, Serialize)]
struct SourceObject<'a> {
    title: &'a str,
    url: Option<&'a str>,
}

#[derive(Debug, Serialize)]
struct CandidateObject<'a> {
    article: &'a ArticleId,
    section: &'a SectionId,
    lang: &'a Language,
    confidence: f64,
}

impl<'a> Object<'a> {
    /// The object of a decision and its reply, both from this engine.
    pub(crate) fn new(
        question: &'a str,
        engine: &'a Engine,
        decision: &'a Decision,
        reply: &'a Reply,
        explanation: Option<&'a Explanation>,
    ) -> Self {
        let candidates = decision.candidates.iter().take(Decision::MAX_CANDIDATES);
        Self {
            question,
            decision: match &decision.verdict {
                Verdict::Answer { .. } => "answer",
                Verdict::DidYouMean(_) => "did_you_mean",
                Verdict::DontKnow => "dont_know",
            },
            confidence: rounded(decision.confidence),
            interpreted_as: decision.interpreted_as.as_deref(),
            answer: AnswerObject::of(engine, reply),
            candidates: candidates
                .map(|candidate| CandidateObject {
                    article: &candidate.article,
                    section: &candidate.section,
                    lang: &candidate.language,
                    confidence: rounded(candidate.confidence),
                })
                .collect(),
            explanation,
        }
    }
}

impl<'a> AnswerObject<'a> {
    fn of(engine: &'a Engine, reply: &'a Reply) -> Option<Self> {
        let Reply::Answer(answer) = reply else { return None };
        let article = engine.knowledge().article(&answer.article, &answer.language)?;
        Some(Self {
            article: &answer.article,
            section: &answer.section,
            lang: &answer.language,
            title: &answer.title,
            heading: &answer.heading,
            text: &answer.text,
            focus: answer.focus.as_deref(),
            reviewed: answer.reviewed.map(|date| date.to_string()),
            sources: article
                .sources
                .iter()
                .map(|source| SourceObject { title: &source.title, url: source.url.as_deref() })
                .collect(),
        })
    }
}

/// A probability to four decimals; what is no number is no confidence.
fn rounded(confidence: f64) -> f64 {
    if confidence.is_finite() { (confidence * CONFIDENCE_STEPS).round() / CONFIDENCE_STEPS } else { 0.0 }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::float_cmp)]
    use super::*;

    #[test]
    fn confidences_have_four_decimals() {
        for (confidence, shown) in [(0.97, 0.97), (0.123_456, 0.1235), (1.0, 1.0), (f64::NAN, 0.0)] {
            assert_eq!(rounded(confidence), shown);
        }
    }
}
