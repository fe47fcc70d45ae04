//! What can be answered: articles of sections, the facets they share, and how both are read.
//!
//! Parsing ([`parse()`], [`parse_facets`]) is pure and never fails: it returns what it understood and every problem it
//! met. `load` is the only file access of the core's data; [`starter()`] holds the articles built into the binary.

mod across;
mod assemble;
mod caret;
mod changes;
mod facets;
mod front_matter;
mod headings;
mod id;
mod links;
mod load;
mod model;
mod names;
mod parse;
mod prepared;
mod problem;
mod records;
mod sections;
mod source;
mod starter;
mod values;
mod yaml;
mod yaml_mistakes;

pub use assemble::{Loaded, Reading};
pub use caret::LevelNames;
pub use changes::{Changed, Changes};
pub use facets::parse_facets;
pub use id::{ArticleId, FacetId, InvalidId, Language, SectionId};
pub(crate) use load::is_passing;
pub use load::{MAX_ARTICLE_BYTES, Origin, load};
pub use model::{Article, ArticleKind, Facet, Facets, Knowledge, Pay, Phrases, Section, Source};
pub(crate) use names::{heading_key, name_key};
pub use parse::parse;
pub use problem::{FORMAT, Level, Place, Problem, Problems};
pub(crate) use source::SourceText;
pub use starter::{built_in_facets, starter};
