//! The article as a file: front matter and Markdown. Owns no decision about what it says.

use super::known::Related;
use super::line::{Kind, Line};
use super::outline::Outline;
use super::safe::{defuse, escape};
use crate::knowledge::{ArticleId, Language, SectionId};
use crate::reply::fill;
use crate::reply::import_wording::ImportWording;
use crate::reply::samples::{key, quoted};
use crate::text::script::is_thai;

/// Everything that an article's file holds.
pub(crate) struct Draft<'d> {
    pub(crate) title: &'d str,
    pub(crate) is_role: bool,
    pub(crate) aliases: &'d [String],
    pub(crate) related: &'d Related,
    /// What the page calls itself and its address.
    pub(crate) source: Option<(&'d str, &'d str)>,
    pub(crate) questions: &'d [(SectionId, Vec<String>)],
    pub(crate) outline: &'d Outline,
    pub(crate) language: &'d Language,
}

/// The text of the file.
pub(crate) fn write(draft: &Draft<'_>) -> String {
    let wording = ImportWording::of(draft.language.as_str());
    let mut lines = vec!["---".to_owned(), format!("# {}", wording.to_review)];
    lines.push(format!("title: {}", scalar(draft.title)));
    lines.push(format!("kind: {}", if draft.is_role { "role" } else { "topic" }));
    if !draft.aliases.is_empty() {
        let names: Vec<String> = draft.aliases.iter().map(|name| scalar(name)).collect();
        lines.push(format!("aliases: [{}]", names.join(", ")));
    }
    if !draft.related.ids.is_empty() {
        lines.push(format!("related: [{}]", list(&draft.related.ids)));
    }
    suggestions(draft, wording, &mut lines);
    lines.push(format!("# {}", wording.review_date));
    if let Some((title, address)) = draft.source {
        lines.push("sources:".to_owned());
        lines.push(format!("  - {{title: {}, url: {}}}", scalar(title), quoted(address)));
    } else {
        lines.push(format!("# {}", wording.add_sources));
    }
    if !draft.questions.is_empty() {
        lines.push("questions:".to_owned());
        for (section, questions) in draft.questions {
            let questions: Vec<String> = questions.iter().map(|question| scalar(question)).collect();
            lines.push(format!("  {}: [{}]", key(section), questions.join(", ")));
        }
    }
    lines.push("---".to_owned());
    let mut text = lines.join("\n") + "\n";
    body(&draft.outline.lead, &mut text);
    for section in &draft.outline.sections {
        text.extend(["\n## ", &heading(&section.heading), " {#", section.id.as_str(), "}\n"]);
        body(&section.lines, &mut text);
    }
    defuse(&text)
}

/// Articles that the page leads to and that are not there, as comments: named as if they were, they would lead nowhere.
fn suggestions(draft: &Draft<'_>, wording: &ImportWording, lines: &mut Vec<String>) {
    let Related { ids, lacking, teasers, .. } = draft.related;
    if lacking.is_empty() && teasers.is_empty() {
        return;
    }
    lines.push(format!("# {}", wording.suggested));
    if !lacking.is_empty() {
        let all: Vec<ArticleId> = ids.iter().chain(lacking).cloned().collect();
        lines.push(format!("# related: [{}]", list(&all)));
    }
    for teaser in teasers {
        let line = teaser.line.to_string();
        lines.push(format!("#   {}", fill(wording.suggested_from, &[&line, &teaser.title])));
    }
}

fn list(ids: &[ArticleId]) -> String {
    ids.iter().map(ArticleId::as_str).collect::<Vec<_>>().join(", ")
}

/// A text as YAML reads it back: plain where that is sure, else in quotation marks.
fn scalar(text: &str) -> String {
    const WORDS: [&str; 10] = ["true", "false", "null", "yes", "no", "on", "off", "y", "n", "nan"];
    let plain = text.starts_with(char::is_alphabetic)
        && text.chars().all(|c| {
            c.is_ascii_alphanumeric() || is_thai(c) || matches!(c, ' ' | '(' | ')' | '-' | '/' | '.' | '?')
        })
        && !text.ends_with([' ', '-'])
        && !text.contains("  ")
        && !WORDS.contains(&text.to_lowercase().as_str());
    if plain { text.to_owned() } else { quoted(text) }
}

/// Words of a heading: nothing in them is taken for its id or its end.
fn heading(words: &str) -> String {
    let words: String = words
        .chars()
        .map(|c| match c {
            '{' => '(',
            '}' => ')',
            c => c,
        })
        .collect();
    escape(&words).replace('#', "\\#").replace("\\\\#", "\\#")
}

fn body(lines: &[Line], text: &mut String) {
    let mut previous: Option<&Line> = None;
    // An item stands at most one step below the one before, or it would be code.
    let mut step = 0;
    let mut rest = lines.iter().peekable();
    while let Some(line) = rest.next() {
        let joined = match (previous.map(|line| &line.kind), &line.kind) {
            (Some(Kind::Item(..)), Kind::Item(..)) => previous.is_some_and(|before| same_list(before, line)),
            (Some(Kind::Code), Kind::Code) | (Some(Kind::Row(_)), Kind::Row(_)) => true,
            _ => false,
        };
        if !joined {
            text.push('\n');
        }
        let begins = !joined;
        match &line.kind {
            Kind::Text => push(text, &words(line)),
            Kind::Quote => push(text, &format!("> {}", words(line))),
            Kind::Heading(level) => {
                push(text, &format!("{} {}", "#".repeat(usize::from(*level)), heading(&line.text)));
            }
            Kind::Item(depth, number) => {
                step = if begins { 0 } else { (*depth).min(step + 1) };
                let mark = number.map_or_else(|| "-".to_owned(), |number| format!("{number}."));
                // Four spaces are enough below either mark.
                push(text, &format!("{}{mark} {}", "    ".repeat(step), words(line)));
            }
            Kind::Row(cells) => {
                push(text, &row(cells));
                if begins {
                    let columns = vec!["---"; cells.len()];
                    push(text, &format!("| {} |", columns.join(" | ")));
                }
            }
            Kind::Code => {
                if begins {
                    push(text, "```");
                }
                push(text, &line.text.replace("```", "'''"));
                if rest.peek().is_none_or(|next| next.kind != Kind::Code) {
                    push(text, "```");
                }
            }
        }
        previous = Some(line);
    }
}

/// Whether two items can stand in one list.
fn same_list(before: &Line, line: &Line) -> bool {
    match (&before.kind, &line.kind) {
        (Kind::Item(depth, number), Kind::Item(next_depth, next_number)) => {
            depth != next_depth || number.is_some() == next_number.is_some()
        }
        _ => false,
    }
}

fn push(text: &mut String, line: &str) {
    text.push_str(line);
    text.push('\n');
}

fn words(line: &Line) -> String {
    line.markdown.clone().unwrap_or_else(|| escape(&line.text))
}

fn row(cells: &[String]) -> String {
    let cells: Vec<String> = cells.iter().map(|cell| escape(cell).replace('|', "\\|")).collect();
    format!("| {} |", cells.join(" | "))
}
