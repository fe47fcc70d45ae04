//! What people type, cleaned and cut: characters, words, n-grams, keyboards. Imports nothing else of the crate.

pub mod keyboard;
pub mod ngram;
pub mod normalize;
pub mod script;
pub mod segment;
pub mod transliterate;

pub use normalize::{fold, normalize};
