//! From a question to a decision: understand, find candidates, score, decide. Pure and deterministic: the same
//! question on the same knowledge always gets the same decision, ties break on ids.

mod align;
mod complete;
mod corpus;
mod cues;
mod decide;
mod engine;
mod explain;
mod focus;
mod index;
mod names;
mod query;
mod rescue;
mod score;
mod spelled;
mod spot;
mod terms;

pub use decide::{Candidate, Decision, Verdict};
pub use engine::{Completion, Engine, MAX_QUESTION_CHARACTERS, Question};
pub use explain::Explanation;
