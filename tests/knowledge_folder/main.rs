//! Whole folders: what is read, what only shows across articles, and how `naenaew check` prints it.
#![allow(clippy::unwrap_used, clippy::panic)]

mod across;
mod files;
mod printed;

use std::fs;
use std::path::Path;

use naenaew::knowledge::Origin;
use naenaew::reply::format_wording::in_thai;
use tempfile::TempDir;

/// A folder with these files; a name that ends in `/` is a folder.
fn folder(files: &[(&str, &str)]) -> TempDir {
    let folder = TempDir::new().unwrap();
    for (file, text) in files {
        let path = folder.path().join(file);
        if file.ends_with('/') {
            fs::create_dir_all(&path).unwrap();
        } else {
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(&path, text).unwrap();
        }
    }
    folder
}

/// The problems of a folder, its own path shown as `FOLDER`.
fn problems(path: &Path) -> Vec<String> {
    let reading = Origin::Folder(path.to_owned()).read();
    let shown = path.display().to_string();
    for text in reading.problems().iter().flat_map(|problem| [&problem.what, &problem.mend]) {
        assert!(in_thai(text).is_some(), "no Thai for “{text}”");
    }
    reading.problems().iter().map(|problem| problem.to_string().replace(&shown, "FOLDER")).collect()
}

#[track_caller]
fn assert_problems(files: &[(&str, &str)], expected: &[&str]) {
    let folder = folder(files);
    assert_eq!(problems(folder.path()), expected);
}

const FINE: (&str, &str) = ("th/a.md", "---\ntitle: A\n---\nText\n");
