//! Names that nobody writes down because they are short for a title: data and one pass.

use std::collections::BTreeSet;

use rustc_hash::{FxHashMap, FxHashSet};

use super::names::SubjectId;
use crate::knowledge::{ArticleId, ArticleKind, Knowledge};
use crate::text::normalize;
use crate::text::script::{is_thai_mark, is_word};

/// What people call a job: its title without the word for whoever does it (งานนำเข้าส่งออก, of เจ้าหน้าที่นำเข้าส่งออก), with
/// initials before its last word (CS manager, of customer success manager), or what a manager does (product management), if that
/// is long and no name already.
pub(super) fn short_forms(
    knowledge: &Knowledge,
    articles: &FxHashMap<ArticleId, SubjectId>,
    names: &BTreeSet<(usize, String)>,
) -> Vec<(usize, String)> {
    /// Fewer letters are met by chance.
    const FEWEST_LETTERS: usize = 8;
    let letters = |text: &str| text.chars().filter(|&c| is_word(c) && !is_thai_mark(c)).count();
    let taken: FxHashSet<&str> = names.iter().map(|(_, name)| name.as_str()).collect();
    let roles = knowledge.articles().iter().filter(|article| article.kind == ArticleKind::Role);
    let mut short: Vec<(String, usize)> = roles
        .filter_map(|article| Some((article, articles.get(&article.id)?.0)))
        .flat_map(|(article, number)| {
            let titles = article.titles().into_iter().map(normalize);
            let short = titles
                .flat_map(|title| [without_doer(&title), with_initials(&title), what_managers_do(&title)])
                .flatten();
            short.map(move |short| (short, number))
        })
        .filter(|(short, _)| letters(short) >= FEWEST_LETTERS && !taken.contains(short.as_str()))
        .collect();
    // What two roles would be called names neither.
    short.sort_unstable();
    short.dedup();
    let own = short.chunk_by(|a, b| a.0 == b.0).filter(|same| same.len() == 1).flatten();
    own.map(|(name, number)| (*number, name.clone())).collect()
}

/// A title without the word for whoever does something.
fn without_doer(title: &str) -> Option<String> {
    const DOERS: [&str; 3] = ["เจ้าหน้าที่", "พนักงาน", "นัก"];
    Some(DOERS.iter().find_map(|doer| title.strip_prefix(doer))?.trim().to_owned())
}

/// What a title of a manager says is managed.
fn what_managers_do(title: &str) -> Option<String> {
    Some(format!("{} management", title.strip_suffix(" manager")?))
}

/// A title of several Latin words with initials in place of all but the last.
fn with_initials(title: &str) -> Option<String> {
    /// Nobody says the initials of titles with such words (R&D manager).
    const SMALL: [&str; 6] = ["of", "and", "for", "the", "to", "in"];
    let (first, last) = title.rsplit_once(' ')?;
    let is_own = |word: &str| word.starts_with(|c: char| c.is_ascii_alphabetic()) && !SMALL.contains(&word);
    let initials: Option<String> = first.split(' ').map(|word| word.chars().next()).collect();
    let initials = initials.filter(|initials| initials.len() > 1);
    (title.split(' ').all(is_own)).then_some(format!("{} {last}", initials?))
}
