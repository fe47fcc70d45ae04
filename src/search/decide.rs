//! What the engine decides about a question, and the thresholds it decides by.

use super::calibration::calibrated;
use crate::knowledge::{ArticleId, Language, SectionId};

/// What a wrong answer costs, when leaving a question without an answer costs 1: people stop trusting the next one. The more it
/// costs, the more answers become choices. With 3.7 fewer than one in a hundred of the questions that nobody had seen is answered wrongly.
const WRONG_ANSWER: f64 = 3.7;
/// What it costs to choose from an offer instead of reading the answer at once.
const CHOOSING: f64 = 0.5;
/// What an offer costs that nobody needed …
const NEEDLESS_OFFER: f64 = 0.15;
/// … and where nobody even asked: a bot that butts in is soon shown the door.
const BUTTING_IN: f64 = 0.5;

/// How sure the engine must be before it speaks: a choice for those who run it, in three named levels.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Sureness {
    /// Speaks only when it is very sure: a wrong answer costs three times as much as usual, an offer twice.
    Careful,
    /// The costs above.
    #[default]
    Balanced,
    /// Speaks sooner: a wrong answer costs half, an offer too.
    Eager,
}

/// The confidences from which on the engine speaks.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Thresholds {
    /// The best section is the answer: there a wrong answer now and then costs as much as always offering,
    /// `(1 - p) · WRONG_ANSWER = p · CHOOSING + (1 - p) · NEEDLESS_OFFER`.
    pub(crate) answer: f64,
    /// Choices are offered: there offering costs as much as silence, `p · CHOOSING + (1 - p) · NEEDLESS_OFFER = p`.
    pub(crate) offer: f64,
    /// The same for a text that asks nothing.
    pub(crate) unasked_offer: f64,
}

impl Sureness {
    /// Every level, the most careful first.
    pub const ALL: [Self; 3] = [Self::Careful, Self::Balanced, Self::Eager];

    /// What a wrong answer and an offer cost on this level, in those of [`Sureness::Balanced`].
    const fn prices(self) -> (f64, f64) {
        match self {
            Self::Careful => (3.0, 2.0),
            Self::Balanced => (1.0, 1.0),
            Self::Eager => (0.5, 0.5),
        }
    }

    /// The confidences that follow from the costs.
    pub(crate) const fn thresholds(self) -> Thresholds {
        let (wrong, offer) = self.prices();
        let (wrong, needless) = (WRONG_ANSWER * wrong, NEEDLESS_OFFER * offer);
        Thresholds {
            answer: (wrong - needless) / (wrong - needless + CHOOSING),
            offer: offered_from(needless),
            unasked_offer: offered_from(BUTTING_IN * offer),
        }
    }
}

const fn offered_from(needless: f64) -> f64 {
    needless / (needless + 1.0 - CHOOSING)
}

/// A choice must be as sure as this share of the best.
const CHOICE_SHARE: f64 = 0.1;

/// What the confidences of the ranked candidates call for, when the text asks or when it does not.
pub(crate) fn decide(candidates: &[Candidate], asks: bool, sureness: Sureness) -> Call {
    let thresholds = sureness.thresholds();
    let offered_from = if asks { thresholds.offer } else { thresholds.unasked_offer };
    let Some(best) = candidates.first() else { return Call::DontKnow };
    if best.confidence >= thresholds.answer {
        Call::Answer
    } else if best.confidence >= offered_from && candidates.len() > 1 {
        let near =
            candidates.iter().filter(|other| other.confidence >= CHOICE_SHARE * best.confidence).count();
        Call::Offer(near.clamp(Decision::MIN_CHOICES, Decision::MAX_CHOICES))
    } else {
        Call::DontKnow
    }
}

/// What to do, without the data to do it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Call {
    /// Answer with the first candidate.
    Answer,
    /// Offer so many candidates.
    Offer(usize),
    /// Say "I don't know".
    DontKnow,
}

/// A section that may answer, with how sure the engine is of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Candidate {
    /// The article.
    pub article: ArticleId,
    /// The section of the article.
    pub section: SectionId,
    /// The language version: the question's language where the article has it.
    pub language: Language,
    /// Probability that this section is the right one, in 0..=1; of those behind the first, as far as the models tell beside it.
    pub confidence: f64,
}

/// What to do about a question.
#[derive(Debug, Clone, PartialEq)]
pub enum Verdict {
    /// Reply with exactly this section.
    Answer {
        /// The section.
        candidate: Candidate,
        /// The passage of the section's text that answers, when the section is long.
        focus: Option<String>,
    },
    /// Offer these 2–5 sections, best first.
    DidYouMean(Vec<Candidate>),
    /// Nothing in the knowledge base answers, or nothing was asked.
    DontKnow,
}

/// The outcome of [`Engine::ask`](super::Engine::ask).
#[derive(Debug, Clone, PartialEq)]
pub struct Decision {
    /// What to do.
    pub verdict: Verdict,
    /// Confidence of the best candidate, in 0..=1; 0 without any.
    pub confidence: f64,
    /// The question as it was read, when another keyboard layout or a transliteration had to be assumed.
    pub interpreted_as: Option<String>,
    /// Up to [`Decision::MAX_CANDIDATES`], best first, whatever the verdict; one entry an (article, section).
    pub candidates: Vec<Candidate>,
    /// The language that the question is written in (after the rescue of [`Decision::interpreted_as`]).
    pub language: Language,
}

impl Decision {
    /// How many candidates a decision carries at most.
    pub const MAX_CANDIDATES: usize = 10;
    /// How many choices are offered at least: one choice is no choice.
    pub const MIN_CHOICES: usize = 2;
    /// How many choices are offered at most.
    pub const MAX_CHOICES: usize = 5;

    /// The role or topic to which a follow-up would refer: that of the answer.
    pub fn subject(&self) -> Option<&ArticleId> {
        match &self.verdict {
            Verdict::Answer { candidate, .. } => Some(&candidate.article),
            _ => None,
        }
    }
}

/// The decision that ranked candidates call for.
pub(super) fn conclude(
    mut candidates: Vec<Candidate>,
    (asks, sureness): (bool, Sureness),
    interpreted_as: Option<String>,
    language: Language,
    focus: impl Fn(&Candidate) -> Option<String>,
) -> Decision {
    // The score ranks; no candidate may look surer than one that ranks before it.
    let mut ceiling = 1.0_f64;
    for candidate in &mut candidates {
        ceiling = ceiling.min(candidate.confidence);
        candidate.confidence = ceiling;
    }
    let best = candidates.first().map_or(0.0, |best| best.confidence);
    let calibration = calibrated(best) / best.max(f64::EPSILON);
    for candidate in &mut candidates {
        candidate.confidence *= calibration;
    }
    let verdict = match (decide(&candidates, asks, sureness), candidates.first()) {
        (Call::Answer, Some(best)) => Verdict::Answer { candidate: best.clone(), focus: focus(best) },
        (Call::Offer(choices), _) => Verdict::DidYouMean(candidates.iter().take(choices).cloned().collect()),
        _ => Verdict::DontKnow,
    };
    let confidence = candidates.first().map_or(0.0, |best| best.confidence);
    Decision { verdict, confidence, interpreted_as, candidates, language }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    #[track_caller]
    fn check(confidences: &[f64], asks: bool, expected: Call) {
        let candidates: Vec<Candidate> = confidences
            .iter()
            .map(|&confidence| Candidate {
                article: ArticleId::parse("a").unwrap(),
                section: SectionId::definition(),
                language: Language::thai(),
                confidence,
            })
            .collect();
        assert_eq!(decide(&candidates, asks, Sureness::Balanced), expected, "{confidences:?}");
    }

    #[test]
    fn confidence_decides() {
        check(&[], true, Call::DontKnow);
        check(&[0.95], true, Call::Answer);
        check(&[0.95, 0.94], true, Call::Answer);
        check(&[0.8, 0.3], true, Call::Offer(2));
        check(&[0.5, 0.4, 0.2, 0.01], true, Call::Offer(3));
        check(&[0.5, 0.01], true, Call::Offer(2));
        check(&[0.5, 0.4, 0.4, 0.4, 0.4, 0.4], true, Call::Offer(5));
        check(&[0.1, 0.1], true, Call::DontKnow);
        check(&[0.5], true, Call::DontKnow);
        check(&[0.4, 0.3], false, Call::DontKnow);
        check(&[0.6, 0.3], false, Call::Offer(2));
        check(&[0.95, 0.3], false, Call::Answer);
    }

    #[test]
    fn the_more_careful_the_higher_the_thresholds() {
        let [careful, balanced, eager] = Sureness::ALL.map(Sureness::thresholds);
        for (higher, lower) in [(careful, balanced), (balanced, eager)] {
            assert!(higher.answer > lower.answer, "{higher:?} {lower:?}");
            assert!(higher.offer > lower.offer, "{higher:?} {lower:?}");
            assert!(higher.unasked_offer > lower.unasked_offer, "{higher:?} {lower:?}");
        }
        for level in Sureness::ALL.map(Sureness::thresholds) {
            assert!(level.offer < level.unasked_offer && level.unasked_offer < level.answer, "{level:?}");
        }
    }
}
