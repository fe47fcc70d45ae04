//! The front matter that a Markdown file brings along: what articles here have is kept, the rest is noted. Owns no rule
//! of the format: the parser of articles reads it.

use super::note::{Note, Reason};
use crate::knowledge::{Article, ArticleId, Facets, Language, parse};

const FENCE: &str = "---";
const KEPT: [&str; 5] = ["title", "kind", "aliases", "related", "sources"];

/// What stood above the Markdown.
pub(crate) struct Front<'t> {
    /// What was understood.
    pub(crate) article: Option<Article>,
    /// Line of the title.
    pub(crate) title_line: usize,
    /// Whether the kind is said.
    pub(crate) says_kind: bool,
    /// The text below.
    pub(crate) body: &'t str,
    /// How many lines stand above that.
    pub(crate) before: usize,
}

/// Cuts the front matter off, if there is one.
pub(crate) fn read<'t>(text: &'t str, notes: &mut Vec<Note>) -> Front<'t> {
    let none = Front { article: None, title_line: 1, says_kind: false, body: text, before: 0 };
    let mut lines = text.split_inclusive('\n');
    let first = lines.next().unwrap_or_default();
    if first.trim_end() != FENCE {
        return none;
    }
    let mut length = first.len();
    let mut inside = Vec::new();
    let mut closed = false;
    for line in lines {
        length += line.len();
        if line.trim_end() == FENCE {
            closed = true;
            break;
        }
        inside.push(line);
    }
    let Some((yaml, body)) = text.split_at_checked(length).filter(|_| closed) else { return none };
    let (article, _) = parse("", ArticleId::imported(), Language::english(), yaml, &Facets::default());
    let (mut title_line, mut says_kind) = (1, false);
    for (index, line) in inside.iter().enumerate() {
        let Some((key, _)) = line.split_once(':').filter(|(key, _)| !key.starts_with([' ', '\t', '#', '-']))
        else {
            continue;
        };
        let number = index + 2;
        match key.trim() {
            "title" => title_line = number,
            "kind" => says_kind = true,
            _ => {}
        }
        if article.is_none() {
            notes.push(Note::dropped(number, Reason::BadFrontMatter, line.trim()));
        } else if !KEPT.contains(&key.trim()) {
            notes.push(Note::dropped(number, Reason::UnknownKey, line.trim()));
        }
    }
    Front { article, title_line, says_kind, body, before: inside.len() + 2 }
}
