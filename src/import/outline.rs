//! Lines to the article's shape: the text before the first heading and the sections, each with its id and facet.

use std::collections::BTreeSet;

use super::facets::Namer;
use super::line::{Kind, Line};
use super::note::{Guess, Note, Reason};
use crate::knowledge::SectionId;

/// A section to be.
#[derive(Debug)]
pub(crate) struct Section {
    /// Unique in the article.
    pub(crate) id: String,
    /// Its words.
    pub(crate) heading: String,
    /// Whether its id is a facet's.
    pub(crate) facet: bool,
    /// What belongs to it.
    pub(crate) lines: Vec<Line>,
}

/// The text of an article.
#[derive(Debug, Default)]
pub(crate) struct Outline {
    /// Before the first heading.
    pub(crate) lead: Vec<Line>,
    /// In the order of the page.
    pub(crate) sections: Vec<Section>,
}

/// The level of sections.
const SECTION: u8 = 2;
/// Longest id made from a heading, in characters.
const LONGEST_ID: usize = 60;
const DEFINITION: &str = "definition";

/// Cuts lines into sections.
pub(crate) fn outline(
    lines: Vec<Line>,
    namer: &Namer<'_>,
    subjects: &[String],
    notes: &mut Vec<Note>,
) -> Outline {
    let mut lines = without_empty(lines, notes);
    levels(&mut lines);
    let mut outline = Outline::default();
    let mut parts: Vec<(Line, Vec<Line>)> = Vec::new();
    for line in lines {
        if line.kind == Kind::Heading(SECTION) {
            parts.push((line, Vec::new()));
        } else if let Some((_, body)) = parts.last_mut() {
            body.push(line);
        } else {
            outline.lead.push(line);
        }
    }
    let mut ids = BTreeSet::new();
    if !outline.lead.is_empty() {
        ids.insert(DEFINITION.to_owned());
    }
    for (index, (heading, body)) in parts.into_iter().enumerate() {
        let facet = namer.of(&heading.text, subjects).map(|id| id.as_str().to_owned());
        // What explains the word at once is the definition, and there is only one.
        if index == 0 && facet.as_deref() == Some(DEFINITION) {
            notes.push(Note::guessed(heading.number, Guess::IntoLead(heading.text.clone())));
            outline.lead.extend(body);
            ids.insert(DEFINITION.to_owned());
            continue;
        }
        let free = facet.filter(|facet| !ids.contains(facet));
        if let Some(facet) = &free
            && namer.exact(&heading.text).is_none()
        {
            notes.push(Note::guessed(heading.number, Guess::Facet(heading.text.clone(), facet.clone())));
        }
        let is_facet = free.is_some();
        let id = free.unwrap_or_else(|| own_id(&heading.text, &ids));
        ids.insert(id.clone());
        outline.sections.push(Section { id, heading: heading.text, facet: is_facet, lines: body });
    }
    outline
}

/// An id made from a heading that no other section has.
fn own_id(heading: &str, taken: &BTreeSet<String>) -> String {
    let made = SectionId::from_heading(heading).map(|id| id.to_string()).unwrap_or_default();
    let short: String = made.chars().take(LONGEST_ID).collect();
    let short = short.trim_end_matches('-');
    let base = if short.is_empty() { "section" } else { short };
    let numbered = (2..).map(|number: usize| format!("{base}-{number}"));
    std::iter::once(base.to_owned()).chain(numbered).find(|id| !taken.contains(id)).unwrap_or_default()
}

/// Drops headings that have nothing below them.
fn without_empty(lines: Vec<Line>, notes: &mut Vec<Note>) -> Vec<Line> {
    let mut kept: Vec<Line> = Vec::new();
    // The level of the heading that whatever was kept last stands below, seen from the end.
    let mut below: Option<u8> = None;
    let mut any_text = false;
    for line in lines.into_iter().rev() {
        match line.kind {
            Kind::Heading(level) => {
                if any_text || below.is_some_and(|below| below > level) {
                    below = Some(level);
                    kept.push(line);
                } else {
                    notes.push(Note::dropped(line.number, Reason::EmptyHeading, &line.text));
                }
                any_text = false;
            }
            _ => {
                any_text = true;
                kept.push(line);
            }
        }
    }
    kept.reverse();
    kept
}

/// Makes the highest level of heading that of sections, and the next ones follow without a gap.
fn levels(lines: &mut [Line]) {
    let used: BTreeSet<u8> = lines
        .iter()
        .filter_map(|line| match line.kind {
            Kind::Heading(level) => Some(level),
            _ => None,
        })
        .collect();
    for line in lines {
        if let Kind::Heading(level) = &mut line.kind {
            let above = used.iter().filter(|other| **other < *level).count();
            *level = SECTION.saturating_add(u8::try_from(above).unwrap_or(u8::MAX)).min(6);
        }
    }
}
