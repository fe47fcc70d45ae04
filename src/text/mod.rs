//! What people type, cleaned and cut: characters, words, keyboards, sounds. Imports nothing else of the crate.

mod ascii;
mod cut;
pub mod keyboard;
pub mod normalize;
pub mod script;
pub mod segment;
pub mod spoken;
pub mod transliterate;

pub use normalize::{fold, normalize};
