//! Comparisons and what pictures say, as text in a message within every limit. It all stands in the content: it is
//! whole without the picture, without embeds and for a screen reader.

use chrono::NaiveDate;

use super::draft::{self, Address, Draft, Row};
use super::limits;
use super::markdown::{self, Links};
use crate::reply::Choice;
use crate::reply::compare::{Comparison, Passage, Words};
use crate::reply::cut::{Budget, cut};
use crate::reply::discord_wording::DiscordWording;
use crate::reply::role::RoleAnswer;

/// Characters of one passage: the first with which the whole comparison fits is taken.
const PASSAGE_CHARACTERS: [usize; 9] = [420, 340, 280, 230, 190, 150, 120, 90, 60];
/// Bytes of a comparison's content; the menu gets the rest of [`limits::MESSAGE_BYTES`].
const COMPARISON_BYTES: usize = 5800;
/// Bytes of what a picture says, where it stands under an answer.
const LINES_BYTES: usize = 3000;

/// The message for a comparison.
pub(crate) fn of_comparison(comparison: &Comparison, address: &Address, today: NaiveDate) -> Draft {
    let fits = Budget { characters: limits::CONTENT, bytes: COMPARISON_BYTES };
    let age = comparison.age_note(today, address.answer_wording());
    let written = PASSAGE_CHARACTERS.into_iter().map(|most| written(comparison, age.as_deref(), most));
    let content = written.reduce(|kept, shorter| if fits.holds(&kept) { kept } else { shorter });
    let content = cut(&content.unwrap_or_default(), fits).head;
    Draft { content, rows: rows(&comparison.choices, address), ..Draft::default() }
}

/// The draft with what its picture says below its content, unless that names every step of a ladder anyway. The card
/// gives way where both do not fit.
pub(crate) fn with_lines(mut draft: Draft, shown: &RoleAnswer) -> Draft {
    let says = |step: &String| draft.content.contains(&markdown::escape(step));
    if !shown.steps.is_empty() && shown.steps.iter().all(says) {
        return draft;
    }
    let text = shown.lines.iter().map(|line| escaped(line)).collect::<Vec<_>>().join("\n");
    let room = limits::CONTENT.saturating_sub(draft.content.chars().count() + 1);
    let text = cut(&text, Budget { characters: room, bytes: LINES_BYTES }).head;
    if text.is_empty() {
        return draft;
    }
    let over = (draft.bytes() + text.len() + 1).saturating_sub(limits::MESSAGE_BYTES);
    if let Some(card) = draft.card.as_mut().filter(|_| over > 0) {
        let bytes = card.description.len().saturating_sub(over);
        card.description =
            cut(&card.description, Budget { characters: limits::EMBED_DESCRIPTION, bytes }).head;
    }
    draft.content.push('\n');
    draft.content.push_str(&text);
    draft
}

/// A line of plain text; an item of a list stays one.
fn escaped(line: &str) -> String {
    line.strip_prefix("- ")
        .map_or_else(|| markdown::escape(line), |item| format!("- {}", markdown::escape(item)))
}

/// The comparison with passages of at most so many characters.
fn written(comparison: &Comparison, age: Option<&str>, most: usize) -> String {
    let mut lines = vec![format!("**{}**", markdown::escape(&comparison.title))];
    for part in &comparison.parts {
        lines.push(format!("**{}**", markdown::escape(part.heading)));
        lines.extend(
            part.passages
                .iter()
                .enumerate()
                .map(|(number, passage)| line(passage, number > 0 && !passage.about_both, most)),
        );
    }
    let notes = comparison.notes.iter().map(String::as_str).chain(age);
    lines.extend(notes.map(|note| format!("-# {}", markdown::escape(note))));
    lines.join("\n")
}

fn line(passage: &Passage, nested: bool, most: usize) -> String {
    let text = match &passage.text {
        Words::Markdown(text) => markdown::for_discord(text, Links::TextOnly),
        Words::Plain(text) => markdown::escape(text),
        Words::Figure(figure) => [&figure.whole, &figure.brief]
            .map(|text| markdown::escape(text))
            .into_iter()
            .reduce(|whole, brief| if whole.chars().count() <= most { whole } else { brief })
            .unwrap_or_default(),
    };
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let text = cut(&text, Budget { characters: most, bytes: most * 4 }).head;
    match &passage.name {
        Some(name) => format!("- **{}:** {text}", markdown::escape(name)),
        None if nested => format!("  - {text}"),
        None => text,
    }
}

/// A sentence with a menu of what can be read instead.
pub(crate) fn of_sections(sentence: &str, choices: &[Choice], address: &Address) -> Draft {
    Draft { rows: rows(choices, address), ..Draft::sentence(sentence) }
}

/// A menu of where to read on, and a button to delete a public message.
fn rows(choices: &[Choice], address: &Address) -> Vec<Row> {
    let wording = DiscordWording::of(address.language.as_str());
    let mut rows = draft::menu(choices.iter(), wording.read_more, address);
    rows.extend(draft::delete(address));
    rows
}
