//! What reading the articles anew changed, or what keeps it from being used, as lines for people. Pure; the wording stands
//! in [`super::reload_wording`].

use super::fill;
use super::format_wording;
use super::reload_wording::ReloadWording;
use crate::knowledge::{Changed, Changes, Level, Problem, Problems};

/// One line: what was added, changed and removed.
pub fn changes(changes: &Changes, words: &ReloadWording) -> String {
    let counts = |Changed { added, changed, removed }: Changed<usize>| {
        let kinds = [(added, words.added), (changed, words.changed), (removed, words.removed)];
        let told = kinds.into_iter().filter(|(count, _)| *count > 0);
        told.map(|(count, kind)| fill(kind, &[&count.to_string()])).collect::<Vec<_>>().join(", ")
    };
    let articles = Changed {
        added: changes.articles.added.len(),
        changed: changes.articles.changed.len(),
        removed: changes.articles.removed.len(),
    };
    let parts = [(words.articles, counts(articles)), (words.sections, counts(changes.sections))];
    let mut parts: Vec<String> = parts
        .into_iter()
        .filter(|(_, told)| !told.is_empty())
        .map(|(kind, told)| fill(kind, &[&told]))
        .collect();
    if changes.facets {
        parts.push(words.facets.to_owned());
    }
    fill(words.reloaded, &[&parts.join(" · ")])
}

/// The first errors with their places, and how many more there are. `folder` is how problems name the whole folder: where it
/// lies on its machine is not for everybody to see, so that words stand in its place.
pub fn errors(problems: &Problems, folder: &str, most: usize, words: &ReloadWording) -> (Vec<String>, usize) {
    let errors = problems.iter().filter(|problem| problem.level == Level::Error);
    let line = |error: &Problem| {
        let place = if error.file == folder { words.folder.to_owned() } else { error.location() };
        let [what, mend] = [&error.what, &error.mend].map(|text| format_wording::told(text, words.tag));
        fill(words.error, &[&place, &what, &mend])
    };
    let told: Vec<String> = errors.take(most).map(line).collect();
    let more = problems.count(Level::Error) - told.len();
    (told, more)
}
