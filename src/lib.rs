//! Naenaew (แนะแนว) answers career questions from a Markdown knowledge base by fuzzy matching.
//!
//! The crate in reading order, which is also the way of a question:
//!
//! 1. [`text`] cleans and cuts what people type: normalization passes, words, keyboard layouts, sounds.
//! 2. [`knowledge`] is what can be answered: articles, sections, facets; parsing reports every problem.
//! 3. [`search`] understands a question and decides: answer, offer choices, or say "I don't know".
//! 4. [`reply`] turns a decision into plain data and words, in Thai and in English; [`picture`] draws what is seen
//!    better than read.
//! 5. [`check`] reads articles as a teacher would: what an author can do better, with place and advice; [`import`] makes articles
//!    of pages that people copied or saved.
//! 6. [`discord`] and [`cli`] are the edges: they convert, call the core, and send; [`live`] keeps the knowledge in step with its
//!    folder while others answer from it.
//! 7. [`store`] keeps what outlives a restart, [`settings`] resolves the environment once.
//!
//! The core (`text`, `knowledge` parsing, `search`, `picture`, `reply`, `check`, `import`) is pure, synchronous and
//! deterministic: it knows no files, environment, clock, async runtime or Discord type. `tests/core_is_pure.rs` holds it to that.

pub mod check;
pub mod cli;
pub mod discord;
pub mod import;
pub mod knowledge;
pub mod live;
pub mod picture;
pub mod reply;
pub mod search;
pub mod settings;
pub mod store;
pub mod text;
