//! The bot from end to end: real serenity against the stand-in for Discord, with the starter knowledge.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod bad_input;
mod clicks;
mod commands;
mod edits;
mod followups;
mod guests;
mod manners;
mod questions;
mod registration;
mod restarts;
mod running;
mod settings;
mod start;
#[path = "../support/mod.rs"]
mod support;
