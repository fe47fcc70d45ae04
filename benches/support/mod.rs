//! What everything that measures needs: labelled questions, times, and numbers that are random but always the same.
//!
//! Included by path in `benches/ask.rs`, `examples/growth.rs` and the `comparison` crate.

#![allow(dead_code, unused_imports, reason = "each of them uses its own part")]
#![allow(clippy::expect_used, reason = "a measurement on broken data must stop")]

mod labelled;
mod random;
mod times;

pub(crate) use labelled::Labelled;
pub(crate) use random::Random;
pub(crate) use times::Times;

use std::path::PathBuf;

/// Where larger sets of articles with questions lie, beside the repository: `xquad-th` and others, each a folder with
/// `knowledge/` and files of labelled questions, one a kind of noise.
const DATA: &str = "../shared/eval";

/// A set of articles with questions, where it is present. `repository` is the root of the repository.
pub(crate) fn data(repository: &str, name: &str) -> Option<PathBuf> {
    let folder = PathBuf::from(repository).join(DATA).join(name);
    folder.join("knowledge").is_dir().then_some(folder)
}
