//! From a question to a decision: understand, find candidates, score, decide. Pure and deterministic: the same
//! question on the same knowledge always gets the same decision, ties break on ids.

mod decide;
mod engine;
mod explain;

pub use decide::{Candidate, Decision, Verdict};
pub use engine::{Completion, Engine, Question};
pub use explain::Explanation;
