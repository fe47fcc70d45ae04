//! What an addition would do, found out on an engine of its own: to the question it is for, and to labelled questions.

use std::sync::Arc;

use serde::Serialize;

use crate::check::own_questions;
use crate::cli::eval::baseline::{Entry, entries};
use crate::cli::eval::changes::Changes;
use crate::cli::eval::labelled::Labelled;
use crate::reply::proposal::Proposal;
use crate::reply::report::Gap;
use crate::search::{Candidate, Engine, Question, Verdict};

/// So many questions of the articles are asked for each addition, some seconds' work.
const MAX_OWN: usize = 5_000;

/// Labelled questions, and how they fare as things are.
#[derive(Debug)]
pub(super) struct Trials {
    labelled: Vec<Labelled>,
    before: Vec<Entry>,
    /// Whether they are the articles' own.
    own: bool,
}

/// What an addition would do.
#[derive(Debug, Serialize)]
pub(super) struct Trial {
    /// To the question that it is for.
    pub(super) question: Helped,
    /// To the labelled questions.
    pub(super) changes: Changes,
}

/// What an addition does for its question.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Helped {
    /// The section answers it.
    Answered,
    /// The section is among the choices.
    Offered,
    /// Neither.
    #[serde(rename = "not_helped")]
    Neither,
}

impl Trials {
    /// Puts the questions to the engine as it is: labelled ones, else the articles' own.
    pub(super) fn new(engine: &Engine, labelled: Option<Vec<Labelled>>) -> Self {
        let own = labelled.is_none();
        let labelled = labelled.unwrap_or_else(|| {
            let questions = own_questions(engine.knowledge(), MAX_OWN).into_iter();
            questions.map(|own| Labelled::of_section(own.question, own.article, own.section)).collect()
        });
        let before = entries(engine, &labelled);
        Self { labelled, before, own }
    }

    /// How many questions there are.
    pub(super) fn questions(&self) -> usize {
        self.labelled.len()
    }

    /// Whether they are the articles' own.
    pub(super) const fn are_own(&self) -> bool {
        self.own
    }

    /// Builds a second engine with the addition, and asks again.
    pub(super) fn of(&self, engine: &Engine, gap: &Gap, proposal: &Proposal) -> Trial {
        let second = Engine::new(Arc::new(proposal.addition.added_to(engine.knowledge())));
        let decision = second.ask(&Question::new(gap.example.as_str()));
        let is_meant = |candidate: &Candidate| {
            gap.nearest.as_ref().is_some_and(|nearest| {
                nearest.count.article == candidate.article && nearest.count.section == candidate.section
            })
        };
        let question = match &decision.verdict {
            Verdict::Answer { candidate, .. } if is_meant(candidate) => Helped::Answered,
            Verdict::DidYouMean(choices) if choices.iter().any(is_meant) => Helped::Offered,
            Verdict::Answer { .. } | Verdict::DidYouMean(_) | Verdict::DontKnow => Helped::Neither,
        };
        Trial { question, changes: Changes::between(&self.before, &entries(&second, &self.labelled)) }
    }
}
