//! What can be answered: articles of sections, the facets they share, and how both are read.
//!
//! Parsing ([`parse`], [`facets`]) is pure and never fails: it returns what it understood and every problem it met.
//! [`load`] is the only file access of the core's data; [`starter`] holds the articles built into the binary.

mod id;
mod model;

pub use id::{ArticleId, FacetId, InvalidId, Language, SectionId};
pub use model::{Article, ArticleKind, Facet, Facets, Knowledge, Pay, Phrases, Section, Source};
