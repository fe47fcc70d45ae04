//! A stand-in for Discord that real serenity connects to over loopback, for the end-to-end tests.
//!
//! A test starts a [`World`], points its bot at [`World::proxy_url`] with [`World::token`], and lets scripted people
//! ([`User`]) write, use commands, click and edit. What the bot did is read back from handles ([`Posted`],
//! [`Interaction`]). Every request of the bot is checked against Discord's `OpenAPI` description and against the limits
//! that it leaves out; whatever breaks a rule is collected and fails the test in [`World::finish`] or on drop.
//!
//! In reading order: [`world`], [`user`], [`interaction`], [`response`], [`posted`], [`connection`] are what tests use; [`gateway`] and [`rest`] are
//! what the bot talks to; [`validate`] holds the rules; [`silence`], [`state`], [`objects`], [`clock`], [`readable`] are
//! inside.
//! It knows nothing about Naenaew: only Discord's behaviour belongs here.
//!
//! ```ignore
//! let world = World::start(WorldOptions::default()).await;
//! let bot = tokio::spawn(my_bot(world.proxy_url(), world.token()));
//! let channel = world.channel("ทั่วไป");
//! let user = world.user("สมชาย").locale("th");
//! let answer = user.mentions_bot(&channel, "AM คืออะไร").await.reply().await;
//! user.clicks(&answer, "ลบ").await;
//! answer.deleted().await;
//! channel.stays_silent().await;
//! world.finish();
//! ```

// Test support: a failed expectation is meant to stop the test, no test uses every part of it, `pub` marks what tests
// may use, and all routes have one signature, also those that never fail.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::unnecessary_wraps,
    dead_code,
    unreachable_pub,
    missing_docs
)]

pub mod clock;
pub mod connection;
pub mod gateway;
pub mod guest;
pub mod interaction;
pub mod objects;
pub mod place;
pub mod posted;
pub mod readable;
pub mod response;
pub mod rest;
pub mod silence;
pub mod state;
pub mod user;
pub mod validate;
pub mod world;

#[allow(unused_imports, reason = "each test binary uses its own part")]
pub use self::{
    place::{Channel, Guild},
    posted::{Button, File, Posted},
    response::Interaction,
    rest::Refusal,
    user::User,
    world::{World, WorldOptions},
};
