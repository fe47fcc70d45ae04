//! A decision as plain data and words: what people read, before any edge gives it a form. Knows no Discord type.

mod career;
pub mod compare;
mod compose;
pub mod cut;
pub mod discord_wording;
mod keepable;
mod label;
mod pay;
pub mod plain;
mod quote;
pub mod role;
pub mod role_wording;
pub mod store_wording;
pub mod usage;
pub mod wording;

pub use compose::{Answer, Choice, Choices, Reply, SourceNote, Unknown, compose, open, topics};
pub use keepable::keepable;
pub use quote::quote_user_text;
