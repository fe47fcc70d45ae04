//! A decision as plain data and words: what people read, before any edge gives it a form. Knows no Discord type.

mod age;
pub mod answer_wording;
mod compose;
pub mod cut;
pub mod discord_wording;
mod keepable;
mod label;
pub mod plain;
mod quote;
pub mod store_wording;
pub mod usage;
mod why;
pub mod wording;

pub use age::FigureYears;
pub use compose::{Answer, Choice, Choices, Reply, SourceNote, Unknown, compose, open, topics};
pub use keepable::keepable;
pub use quote::quote_user_text;
pub use why::{Why, why};
