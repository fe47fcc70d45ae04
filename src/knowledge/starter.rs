//! The starter knowledge, built into the binary from the project's own `knowledge` folder.

use std::borrow::Cow;

use include_dir::{Dir, File, include_dir};

use super::assemble::{ARTICLE_ENDING, Found, RawFile, Reading, assemble};
use super::facets::FACETS_FILE;
use super::model::{Facets, Knowledge};
use super::prepared;
use super::problem::Problems;

static FOLDER: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/knowledge");

/// The starter knowledge.
///
/// # Errors
/// Its problems; a test holds that there are none.
pub fn starter() -> Result<Knowledge, Problems> {
    read_starter().into_loaded().map(|loaded| loaded.knowledge)
}

/// The facets that serve whatever folder is used.
pub fn built_in_facets() -> Facets {
    prepared::built_in()
}

/// Whether a list of facets is the built-in one, which then needs no second reading.
pub(crate) fn is_built_in(list: &[u8]) -> bool {
    list == built_in_list().as_bytes()
}

pub(super) fn built_in_list() -> &'static str {
    FOLDER.get_file(FACETS_FILE).and_then(File::contents_utf8).unwrap_or_default()
}

/// The starter knowledge with its problems.
pub(crate) fn read_starter() -> Reading {
    let raw = |file: &'static File<'_>| {
        let path: Vec<_> = file.path().iter().map(|part| part.to_string_lossy()).collect();
        RawFile { file: path.join("/"), bytes: Cow::Borrowed(file.contents()) }
    };
    let files = FOLDER.dirs().flat_map(Dir::files).map(raw);
    let articles = files.filter(|raw| raw.file.ends_with(ARTICLE_ENDING)).collect();
    assemble(Found { articles, ..Found::default() }, built_in_facets())
}
