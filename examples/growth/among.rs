//! Real articles with labelled questions, to be put among made-up ones.

use std::path::Path;

use naenaew::knowledge::{Article, load};

use crate::support::Labelled;

/// Articles with questions as typed and misspelt.
pub(crate) struct Among {
    pub(crate) articles: Vec<Article>,
    pub(crate) clean: Vec<Labelled>,
    pub(crate) misspelt: Vec<Labelled>,
}

impl Among {
    /// Reads a folder with `knowledge/`, `clean.jsonl` and `edit8.jsonl`.
    ///
    /// # Panics
    /// When the articles cannot be used.
    pub(crate) fn read(folder: &Path) -> Self {
        let loaded = load(&folder.join("knowledge"));
        let knowledge =
            loaded.map_err(|problems| problems.to_string()).expect("articles without an error").knowledge;
        let questions = |kind: &str| Labelled::read(&folder.join(format!("{kind}.jsonl")));
        Self {
            articles: knowledge.articles().to_vec(),
            clean: questions("clean"),
            misspelt: questions("edit8"),
        }
    }
}
