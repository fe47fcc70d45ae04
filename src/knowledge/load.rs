//! The only file access of the knowledge: finds the files of a folder and reads their bytes. Owns no parsing.
//!
//! A folder is read two levels deep, `language/article.md`, and never further, so links in a circle end here.

use std::borrow::Cow;
use std::fmt;
use std::fs::{self, File};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use super::assemble::{ARTICLE_ENDING, Found, Loaded, RawFile, Reading, assemble, not_a_language};
use super::facets::FACETS_FILE;
use super::id::{ArticleId, Language};
use super::problem::{Level, Problem, Problems};
use super::starter::{built_in_facets, is_built_in, read_starter};

/// The largest article or list of facets that is read: some 500 pages. Larger ones are refused unread.
pub const MAX_ARTICLE_BYTES: u64 = 1024 * 1024;

/// The folder that is looked for in the working folder.
const DEFAULT_FOLDER: &str = "knowledge";
const README: &str = "README.md";

/// Where a knowledge base comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Origin {
    /// A folder of articles.
    Folder(PathBuf),
    /// The articles built into the binary.
    Starter,
}

impl Origin {
    /// The folder that was chosen, else `knowledge` in the working folder if there is one, else the starter.
    pub fn resolve(chosen: Option<PathBuf>, working_folder: &Path) -> Self {
        let default = working_folder.join(DEFAULT_FOLDER);
        match chosen {
            Some(folder) => Self::Folder(folder),
            // Also a link that leads nowhere counts: better a problem than the wrong articles.
            None if default.symlink_metadata().is_ok() => Self::Folder(default),
            None => Self::Starter,
        }
    }

    /// Reads everything, whatever problems it has.
    pub fn read(&self) -> Reading {
        match self {
            Self::Folder(folder) => {
                let (mut found, built_in) = rayon::join(|| find(folder), built_in_facets);
                found.facets = found.facets.filter(|list| !is_built_in(&list.bytes));
                assemble(found, built_in)
            }
            Self::Starter => read_starter(),
        }
    }

    /// A number that becomes another one when a file comes, goes or is written, found without reading any: from names,
    /// sizes and times. Always the same for the starter.
    pub fn fingerprint(&self) -> u64 {
        let mut hasher = DefaultHasher::new();
        if let Self::Folder(folder) = self {
            for (path, is_folder) in stamp(folder, &mut hasher) {
                if is_folder {
                    stamp(&path, &mut hasher);
                }
            }
        }
        hasher.finish()
    }

    /// Reads a knowledge base that can be used.
    ///
    /// # Errors
    /// All problems, when one of them is an error.
    pub fn load(&self) -> Result<Loaded, Problems> {
        self.read().into_loaded()
    }
}

impl fmt::Display for Origin {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Folder(folder) => write!(formatter, "{}", folder.display()),
            Self::Starter => formatter.write_str("the built-in starter articles"),
        }
    }
}

/// Reads a folder of articles.
///
/// # Errors
/// All problems, when one of them is an error.
pub fn load(folder: &Path) -> Result<Loaded, Problems> {
    Origin::Folder(folder.to_owned()).load()
}

/// Adds what a folder holds to a fingerprint; gives the entries by name, and which of them are folders. What cannot be
/// read counts as not there.
fn stamp(folder: &Path, hasher: &mut DefaultHasher) -> Vec<(PathBuf, bool)> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
    let mut entries: Vec<PathBuf> = entries
        .filter(|path| !path.file_name().is_some_and(|name| is_passing(&name.to_string_lossy())))
        .collect();
    entries.sort();
    let stamped = entries.into_iter().map(|path| {
        let about = fs::metadata(&path).ok();
        let is_folder = about.as_ref().is_some_and(fs::Metadata::is_dir);
        path.hash(hasher);
        // The size and time of a folder say nothing about articles, and change with files that are not read.
        about.filter(|_| !is_folder).map(|about| (about.len(), about.modified().ok())).hash(hasher);
        (path, is_folder)
    });
    stamped.collect()
}

/// Finds the files of a folder.
fn find(folder: &Path) -> Found<'static> {
    let mut finder = Finder { found: Found::default() };
    let name = folder.display().to_string();
    match fs::metadata(folder) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            finder.report(Level::Error, &name, "there is no such folder", "make it, or name another one");
        }
        Err(error) => finder.unreadable(&name, folder, &error),
        Ok(about) if !about.is_dir() => {
            finder.report(
                Level::Error,
                &name,
                "this is no folder",
                "name the folder that holds `th` or `en`",
            );
        }
        Ok(_) => finder.top(folder, &name),
    }
    finder.found
}

struct Finder {
    found: Found<'static>,
}

impl Finder {
    fn top(&mut self, folder: &Path, name: &str) {
        for (entry, path) in self.entries(folder, name, "") {
            match fs::metadata(&path) {
                Err(error) => self.unreadable(&entry, &path, &error),
                Ok(about) if about.is_dir() => self.language(&entry, &path),
                Ok(about) => self.top_file(&entry, &path, &about),
            }
        }
        if self.found.articles.is_empty() && self.found.problems.is_empty() {
            self.report(
                Level::Error,
                name,
                "no article in this folder",
                "add one, such as `th/account-manager.md`",
            );
        }
    }

    fn top_file(&mut self, entry: &str, path: &Path, about: &fs::Metadata) {
        let article = entry.ends_with(ARTICLE_ENDING) && entry != README;
        if entry == FACETS_FILE {
            self.found.facets = self.contents(entry, path, about);
        } else if entry == "facets.yml" {
            self.report(Level::Warning, entry, "this file is not read", "rename it to `facets.yaml`");
        } else if article {
            let mend = "move it into the folder of its language, such as `th`";
            self.report(Level::Warning, entry, "an article outside the folders is not read", mend);
        }
    }

    fn language(&mut self, folder: &str, path: &Path) {
        if Language::parse(folder).is_err() {
            self.found.problems.push(not_a_language(folder, folder, Level::Warning));
            return;
        }
        for (file, path) in self.entries(path, folder, &format!("{folder}/")) {
            self.article(&file, &path);
        }
    }

    fn article(&mut self, file: &str, path: &Path) {
        let name = file.rsplit('/').next().unwrap_or(file);
        if name == README {
            return;
        }
        match fs::metadata(path) {
            Err(error) => {
                self.unread(name);
                self.unreadable(file, path, &error);
            }
            Ok(_) if !name.ends_with(ARTICLE_ENDING) => {
                let mend = "articles are files that end in `.md`, side by side";
                self.report(Level::Hint, file, "not read", mend);
            }
            Ok(about) => match self.contents(file, path, &about) {
                Some(raw) => self.found.articles.push(raw),
                None => self.unread(name),
            },
        }
    }

    /// The entries of a folder by name, as paths relative to the knowledge folder and as real ones.
    fn entries(&mut self, folder: &Path, name: &str, prefix: &str) -> Vec<(String, PathBuf)> {
        let listed = fs::read_dir(folder).and_then(|entries| {
            entries
                .map(|entry| entry.map(|entry| (entry.file_name(), entry.path())))
                .collect::<io::Result<Vec<_>>>()
        });
        let mut listed = listed.unwrap_or_else(|error| {
            self.unreadable(name, folder, &error);
            Vec::new()
        });
        listed.sort();
        let mut entries = Vec::new();
        for (entry, path) in listed {
            match entry.to_str() {
                Some(entry) if is_passing(entry) => {}
                Some(entry) => entries.push((format!("{prefix}{entry}"), path)),
                None => {
                    let shown = format!("{prefix}{}", entry.to_string_lossy());
                    self.report(
                        Level::Warning,
                        &shown,
                        "a name that is not UTF-8, so it is not read",
                        "rename it",
                    );
                }
            }
        }
        entries
    }

    /// What a file holds; `None` (reported) when that is too much, no file or not readable.
    fn contents(&mut self, file: &str, path: &Path, about: &fs::Metadata) -> Option<RawFile<'static>> {
        if !about.is_file() {
            self.report(Level::Error, file, "this is no file", "remove it, or put an article in its place");
            return None;
        }
        let mut bytes = Vec::new();
        if about.len() <= MAX_ARTICLE_BYTES {
            // One byte more than there are, so that the end is seen without more memory.
            bytes.reserve_exact(usize::try_from(about.len()).unwrap_or(0) + 1);
            // A file can grow while it is read, so the limit holds here, too.
            let read =
                File::open(path).and_then(|file| file.take(MAX_ARTICLE_BYTES + 1).read_to_end(&mut bytes));
            if let Err(error) = read {
                self.unreadable(file, path, &error);
                return None;
            }
        }
        if about.len() > MAX_ARTICLE_BYTES || bytes.len() as u64 > MAX_ARTICLE_BYTES {
            let what = format!("larger than {} KiB, so it is not read", MAX_ARTICLE_BYTES / 1024);
            self.report(Level::Error, file, &what, "split it into several articles");
            return None;
        }
        Some(RawFile { file: file.to_owned(), bytes: Cow::Owned(bytes) })
    }

    fn unread(&mut self, name: &str) {
        let id = name.strip_suffix(ARTICLE_ENDING).and_then(|stem| ArticleId::parse(stem).ok());
        self.found.unread.extend(id);
    }

    fn unreadable(&mut self, file: &str, path: &Path, error: &io::Error) {
        let link = path.symlink_metadata().is_ok_and(|about| about.is_symlink());
        let mend = if link {
            "let the link lead to a file or folder that can be read"
        } else {
            "check its permissions"
        };
        self.report(Level::Error, file, &format!("cannot be read: {error}"), mend);
    }

    fn report(&mut self, level: Level, file: &str, what: &str, mend: &str) {
        self.found.problems.push(Problem::whole(level, file, what, mend));
    }
}

/// Hidden files and those that editors leave while one writes.
pub(crate) fn is_passing(name: &str) -> bool {
    let temporary = [".swp", ".swo", ".tmp", ".bak"].iter().any(|ending| name.ends_with(ending));
    name.starts_with('.')
        || name.ends_with('~')
        || (name.starts_with('#') && name.ends_with('#'))
        || temporary
}
