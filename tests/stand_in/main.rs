//! The Discord stand-in itself: a small serenity and poise bot lives in it, and every kind of mistake is caught.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod bot;
mod conversations;
mod files;
mod lookups;
mod mistakes;
mod rules;
mod sessions;
#[path = "../support/mod.rs"]
mod support;

use support::{World, WorldOptions};

/// A world with nothing special.
async fn world() -> World {
    World::start(WorldOptions::default()).await
}
