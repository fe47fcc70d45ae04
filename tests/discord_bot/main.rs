//! The bot from end to end: real serenity against the stand-in for Discord, with the starter knowledge.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod bad_input;
mod clicked_pictures;
mod clicks;
mod commands;
mod edits;
mod feedback;
mod followups;
mod guests;
mod learning;
mod manners;
mod privacy;
mod questions;
mod registration;
mod reload;
mod replies;
mod restarts;
mod roles;
mod running;
mod samples;
mod settings;
mod slow_clicks;
mod slow_store;
mod start;
#[path = "../support/mod.rs"]
mod support;
mod whys;
