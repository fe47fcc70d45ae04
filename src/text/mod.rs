//! What people type, cleaned and cut. Imports nothing else of the crate.
pub mod script;
