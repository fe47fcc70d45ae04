//! From a question to a decision: understand, find candidates, score, decide. Pure and deterministic: the same
//! question on the same knowledge always gets the same decision, ties break on ids.

mod align;
mod complete;
mod confidence;
mod corpus;
mod costs;
mod cues;
mod decide;
mod described;
mod edits;
mod engine;
mod entries;
mod explain;
mod facet_hits;
mod focus;
mod letters;
mod missing;
mod names;
mod phrases;
mod pieces;
mod postings;
mod query;
mod question;
mod rank;
mod reader;
mod relevance;
mod rescue;
mod samples;
mod scene;
mod similar;
mod sounds;
mod spelled;
mod spot;
mod table;
mod texts;
mod topics;
mod understanding;

pub use complete::Completion;
pub use confidence::{Evidence, NAMED_FEATURES, NAMED_MODEL, TEXT_FEATURES, TEXT_MODEL, logistic};
pub(crate) use decide::Thresholds;
pub use decide::{Candidate, Decision, Sureness, Verdict};
pub use engine::{Engine, MAX_QUESTION_CHARACTERS};
pub use explain::Explanation;
pub use missing::Missing;
pub use question::Question;
pub use understanding::{NamedFacet, NamedSubject, Understanding};
