//! Files to a knowledge base: every article read, then checked against the others. Pure: it is given names and bytes.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use super::across;
use super::facets::parse_facets;
use super::headings::Headings;
use super::id::{ArticleId, Language};
use super::model::{Article, Facets, Knowledge};
use super::parse::{self, Parsed};
use super::problem::{FORMAT, Level, Problem, Problems};
use super::source::{SourceText, without_mark};

/// What article files end in.
pub(crate) const ARTICLE_ENDING: &str = ".md";

/// A knowledge base as it was read, usable or not.
#[derive(Debug)]
pub struct Reading {
    articles: Vec<Article>,
    facets: Facets,
    problems: Problems,
    /// The text of every file by its path.
    sources: BTreeMap<String, String>,
}

/// A knowledge base that can be used.
#[derive(Debug)]
pub struct Loaded {
    /// The articles and facets.
    pub knowledge: Knowledge,
    /// Warnings and hints.
    pub problems: Problems,
}

impl Reading {
    /// Every problem that was met.
    pub fn problems(&self) -> &Problems {
        &self.problems
    }

    /// How many articles were understood.
    pub fn article_count(&self) -> usize {
        self.articles.len()
    }

    /// How many sections they have.
    pub fn section_count(&self) -> usize {
        self.articles.iter().map(|article| article.sections.len()).sum()
    }

    /// The text of a file that was read, its byte order mark left out.
    pub fn source(&self, file: &str) -> Option<&str> {
        self.sources.get(file).map(String::as_str)
    }

    /// The articles of which no version has an error: what can be judged although others have to be mended first.
    pub fn sound(&self) -> Knowledge {
        let errors = self.problems.iter().filter(|problem| problem.level == Level::Error);
        let broken: BTreeSet<&str> = errors.map(|problem| stem(&problem.file)).collect();
        let sound = self.articles.iter().filter(|article| !broken.contains(article.id.as_str()));
        Knowledge::new(sound.cloned().collect(), self.facets.clone())
    }

    /// Problems of the files that were read, in order and with the texts that they point into.
    #[must_use]
    pub fn in_order(&self, list: Vec<Problem>) -> Problems {
        Problems::new(list, self.sources.iter().map(|(file, text)| (file.as_str(), text.as_str())))
    }

    /// The knowledge base, when it can be used.
    ///
    /// # Errors
    /// All problems, when one of them is an error.
    pub fn into_loaded(self) -> Result<Loaded, Problems> {
        if self.problems.worst() == Some(Level::Error) {
            return Err(self.problems);
        }
        Ok(Loaded { knowledge: Knowledge::new(self.articles, self.facets), problems: self.problems })
    }
}

/// A file as it was found.
#[derive(Debug)]
pub(crate) struct RawFile<'b> {
    /// Path relative to the knowledge folder, its parts joined with `/`.
    pub(crate) file: String,
    /// What it holds.
    pub(crate) bytes: Cow<'b, [u8]>,
}

/// Everything that was found of a knowledge base.
#[derive(Debug, Default)]
pub(crate) struct Found<'b> {
    /// Articles, as `language/article.md`.
    pub(crate) articles: Vec<RawFile<'b>>,
    /// The list of facets.
    pub(crate) facets: Option<RawFile<'b>>,
    /// Articles that are there but could not be read.
    pub(crate) unread: BTreeSet<ArticleId>,
    /// What was wrong with the finding.
    pub(crate) problems: Vec<Problem>,
}

/// An article file that was read.
struct Read {
    file: String,
    text: String,
    parsed: Result<Parsed, Problem>,
}

/// Reads everything that was found. The facets found are added to the `built_in` ones.
pub(crate) fn assemble(found: Found<'_>, built_in: Facets) -> Reading {
    let Found { articles, facets, unread: mut known, mut problems } = found;
    let mut sources = BTreeMap::new();
    let mut facets_of_all = built_in;
    if let Some(RawFile { file, bytes }) = facets {
        let text = match text_of(&file, bytes) {
            Ok(text) => {
                let (facets, facet_problems) = parse_facets(&file, &text, &facets_of_all);
                facets_of_all = facets;
                problems.extend(facet_problems);
                text
            }
            Err((text, problem)) => {
                problems.push(*problem);
                text
            }
        };
        sources.insert(file, text);
    }
    let mut found = Vec::new();
    for raw in articles {
        match address(&raw.file) {
            Ok((language, id)) => {
                known.insert(id.clone());
                found.push((raw, id, language));
            }
            Err(problem) => problems.push(*problem),
        }
    }
    let headings = Headings::new(&facets_of_all);
    let read: Vec<Read> = found
        .into_par_iter()
        // One long article must not wait behind others.
        .with_max_len(1)
        .map(|(RawFile { file, bytes }, id, language)| match text_of(&file, bytes) {
            Ok(text) => Read { parsed: Ok(parse::read(&file, id, language, &text, &headings)), file, text },
            Err((text, problem)) => Read { parsed: Err(*problem), file, text },
        })
        .collect();
    let mut parsed = Vec::with_capacity(read.len());
    for article in read {
        sources.insert(article.file, article.text);
        match article.parsed {
            Ok(article) => parsed.push(article),
            Err(problem) => problems.push(problem),
        }
    }
    problems.extend(across::check(&parsed, &known));
    let mut articles = Vec::new();
    for parsed in parsed {
        problems.extend(parsed.problems);
        articles.extend(parsed.article);
    }
    let texts = sources.iter().map(|(file, text)| (file.as_str(), text.as_str()));
    Reading { articles, facets: facets_of_all, problems: Problems::new(problems, texts), sources }
}

/// The file's text without its byte order mark.
///
/// # Errors
/// What was read of it, when it is no UTF-8.
fn text_of(file: &str, bytes: Cow<'_, [u8]>) -> Result<String, (String, Box<Problem>)> {
    let (bytes, broken) = match String::from_utf8(bytes.into_owned()) {
        Ok(text) => return Ok(unmarked(text)),
        Err(error) => {
            let broken = error.utf8_error().valid_up_to();
            (error.into_bytes(), broken)
        }
    };
    // Up to the broken byte, the replaced text has the same bytes as the file.
    let text = String::from_utf8_lossy(&bytes).into_owned();
    let mark = text.len() - without_mark(&text).len();
    let at = broken.saturating_sub(mark);
    let problem = Problem {
        level: Level::Error,
        rule: FORMAT,
        file: file.to_owned(),
        place: Some(SourceText::new(&text).place(at..at + char::REPLACEMENT_CHARACTER.len_utf8())),
        what: format!("not UTF-8: byte {} does not belong there", broken + 1),
        mend: "save the file as UTF-8".to_owned(),
    };
    Err((unmarked(text), Box::new(problem)))
}

/// The text without its byte order mark.
fn unmarked(text: String) -> String {
    match without_mark(&text) {
        rest if rest.len() < text.len() => rest.to_owned(),
        _ => text,
    }
}

/// The part of a path that is the article's id.
fn stem(file: &str) -> &str {
    let name = file.rsplit('/').next().unwrap_or(file);
    name.strip_suffix(ARTICLE_ENDING).unwrap_or(name)
}

/// The language and the article that a path names.
fn address(file: &str) -> Result<(Language, ArticleId), Box<Problem>> {
    let (folder, name) = file.split_once('/').unwrap_or(("", file));
    let language =
        Language::parse(folder).map_err(|_| Box::new(not_a_language(file, folder, Level::Error)))?;
    let stem = name.strip_suffix(ARTICLE_ENDING).unwrap_or(name);
    let id = ArticleId::parse(stem).map_err(|_| {
        let proper: Vec<&str> =
            stem.split(|c: char| !c.is_ascii_alphanumeric()).filter(|part| !part.is_empty()).collect();
        let proper = proper.join("-").to_lowercase();
        let mend = if stem.is_ascii() && !proper.is_empty() {
            format!("rename it to `{proper}{ARTICLE_ENDING}`")
        } else {
            "rename it: small letters a-z, digits and - only, the same name in every language".to_owned()
        };
        Box::new(Problem::whole(Level::Error, file, "a file name that is no article id", mend))
    })?;
    Ok((language, id))
}

/// A folder whose name is no language tag.
pub(crate) fn not_a_language(file: &str, folder: &str, level: Level) -> Problem {
    let proper = folder.to_lowercase().replace('_', "-");
    // Two letters were meant as a language; more may be any word.
    let language = proper.split('-').next().is_some_and(|first| first.len() == 2);
    let mend = if language && Language::parse(&proper).is_ok() {
        format!("rename it to `{proper}`")
    } else {
        "name it after the language of its articles, such as th or en".to_owned()
    };
    Problem::whole(level, file, format!("`{folder}` is no language tag, so nothing in it is read"), mend)
}
