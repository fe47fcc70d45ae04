//! How questions of one kind fared: sums, and the figures that are made of them.

use serde::Serialize;

use super::labelled::Labelled;
use super::rounded;
use crate::search::{Decision, Verdict};

/// Sums over questions.
#[derive(Debug, Default)]
pub(super) struct Tally {
    questions: usize,
    answerable: usize,
    first: usize,
    reciprocal_ranks: f64,
    answered: usize,
    answered_right: usize,
    offered_right: usize,
    false_answers: usize,
    false_offers: usize,
}

impl Tally {
    pub(super) fn add(&mut self, labelled: &Labelled, decision: &Decision) {
        self.questions += 1;
        if labelled.article.is_none() {
            match decision.verdict {
                Verdict::Answer { .. } => self.false_answers += 1,
                Verdict::DidYouMean(_) => self.false_offers += 1,
                Verdict::DontKnow => {}
            }
            return;
        }
        self.answerable += 1;
        if let Some(place) = decision.candidates.iter().position(|candidate| labelled.accepts(candidate)) {
            self.first += usize::from(place == 0);
            self.reciprocal_ranks += 1.0 / (place + 1) as f64;
        }
        match &decision.verdict {
            Verdict::Answer { candidate, .. } => {
                self.answered += 1;
                self.answered_right += usize::from(labelled.accepts(candidate));
            }
            Verdict::DidYouMean(choices) => {
                self.offered_right += usize::from(choices.iter().any(|choice| labelled.accepts(choice)));
            }
            Verdict::DontKnow => {}
        }
    }

    pub(super) fn figures(&self) -> Figures {
        let share = |sum: f64| if self.answerable == 0 { 0.0 } else { rounded(sum / self.answerable as f64) };
        Figures {
            questions: self.questions,
            answerable: self.answerable,
            top1: share(self.first as f64),
            mrr10: share(self.reciprocal_ranks),
            answered: self.answered,
            answered_right: self.answered_right,
            answered_wrong: self.answered - self.answered_right,
            offered_right: self.offered_right,
            unanswerable: self.questions - self.answerable,
            false_answers: self.false_answers,
            false_offers: self.false_offers,
        }
    }
}

/// What is said of a set of questions.
#[derive(Debug, Serialize)]
pub(super) struct Figures {
    pub(super) questions: usize,
    pub(super) answerable: usize,
    pub(super) top1: f64,
    pub(super) mrr10: f64,
    pub(super) answered: usize,
    pub(super) answered_right: usize,
    pub(super) answered_wrong: usize,
    pub(super) offered_right: usize,
    pub(super) unanswerable: usize,
    pub(super) false_answers: usize,
    pub(super) false_offers: usize,
}
