//! A decision as plain data and words: what people read, before any edge gives it a form. Knows no Discord type.

mod age;
pub mod answer_wording;
mod career;
pub mod changes_wording;
pub mod clusters;
pub mod compare;
mod compose;
pub mod cut;
pub mod discord_wording;
mod fill;
pub mod gaps_wording;
mod keepable;
mod label;
mod pay;
pub mod plain;
pub mod privacy;
pub mod privacy_wording;
pub mod proposal;
mod quote;
pub mod report;
pub mod report_wording;
pub mod role;
pub mod role_wording;
pub mod samples;
pub mod settings_wording;
pub mod store_wording;
pub mod usage;
mod why;
pub mod wording;

pub use age::FigureYears;
pub use compose::{Answer, Choice, Choices, Reply, SourceNote, Unknown, compose, open, topics};
pub use fill::fill;
pub use keepable::keepable;
pub use quote::quote_user_text;
pub use why::{Why, why};
