//! The bot from end to end: real serenity against the stand-in for Discord, with the starter knowledge.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod bad_input;
mod clicks;
mod commands;
mod edits;
mod questions;
mod roles;
mod running;
mod start;
#[path = "../support/mod.rs"]
mod support;
