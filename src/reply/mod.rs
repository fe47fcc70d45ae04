//! A decision as plain data and words: what people read, before any edge gives it a form. Knows no Discord type.

pub mod clusters;
mod compose;
pub mod cut;
pub mod discord_wording;
mod keepable;
mod label;
pub mod plain;
pub mod privacy;
pub mod privacy_wording;
mod quote;
pub mod report;
pub mod report_wording;
pub mod samples;
pub mod store_wording;
pub mod usage;
pub mod wording;

pub use compose::{Answer, Choice, Choices, Reply, SourceNote, Unknown, compose, open, topics};
pub use keepable::keepable;
pub use quote::quote_user_text;
