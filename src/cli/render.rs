//! A reply as text for the terminal. Owns no words and no decision.

use chrono::NaiveDate;

use crate::reply::plain::{BULLET, plain, plain_line};
use crate::reply::wording::Wording;
use crate::reply::{Answer, Choice, Choices, Reply, SourceNote, Unknown, quote_user_text};

use super::screen::Screen;
use crate::reply::answer_wording::AnswerWording;

/// How many sources are listed; a reader who wants all of them opens the article.
const LISTED_SOURCES: usize = 3;
/// The passage that answers is shown on top of texts longer than this many characters: those that fill a screen.
const LONG_TEXT: usize = 1500;
/// Stands before the passage that answers, where the section is long.
const FOCUS: &str = "» ";

/// The whole reply, without a line break at its end.
pub(crate) fn reply(reply: &Reply, wording: &Wording, today: NaiveDate, screen: Screen) -> String {
    match reply {
        Reply::Answer(answer) => self::answer(answer, wording, today, screen),
        Reply::Choices(choices) => self::choices(choices, wording, screen),
        Reply::Unknown(unknown) => self::unknown(unknown, wording, screen),
    }
}

/// An answer: headline, notes on how it was found, text, where it comes from, whether it is old.
pub(crate) fn answer(answer: &Answer, wording: &Wording, today: NaiveDate, screen: Screen) -> String {
    let mut head = vec![screen.bold(&screen.wrap(&plain_line(&answer.headline)))];
    head.extend(interpreted(answer.interpreted_as.as_deref(), wording, screen));
    if answer.other_language {
        head.push(screen.dim(&screen.wrap(&wording.available_only_in(&answer.language))));
    }
    let mut blocks = vec![head.join("\n")];
    if let Some(focus) = &answer.focus
        && answer.text.chars().count() > LONG_TEXT
    {
        blocks.push(screen.bold(&screen.wrap(&format!("{FOCUS}{}", plain_line(&plain(focus))))));
    }
    blocks.push(screen.wrap(&plain(&answer.text)));
    let age = answer.age_note(today, AnswerWording::of(wording.tag));
    blocks.push(screen.wrap(&age.unwrap_or_default()));
    blocks.push(screen.dim(&screen.wrap(&origin(answer, wording))));
    blocks.retain(|block| !block.is_empty());
    blocks.join("\n\n")
}

/// The choices with their numbers, one a line.
pub(crate) fn numbered(choices: &[Choice], screen: Screen) -> String {
    let lines: Vec<String> = choices
        .iter()
        .enumerate()
        .map(|(position, choice)| screen.wrap(&format!("{}. {}", position + 1, plain_line(&choice.label))))
        .collect();
    lines.join("\n")
}

/// The choices with their numbers, side by side under a title; the first has the number after `before`.
pub(crate) fn side_by_side(title: &str, choices: &[Choice], before: usize, screen: Screen) -> Option<String> {
    let items = choices
        .iter()
        .enumerate()
        .map(|(position, choice)| format!("[{}] {}", before + position + 1, plain_line(&choice.label)));
    (!choices.is_empty()).then(|| format!("{}\n{}", screen.dim(title), screen.flow(items)))
}

fn choices(choices: &Choices, wording: &Wording, screen: Screen) -> String {
    let mut lines = vec![screen.bold(wording.which_one)];
    lines.extend(interpreted(choices.interpreted_as.as_deref(), wording, screen));
    lines.push(numbered(&choices.choices, screen));
    lines.join("\n")
}

fn unknown(unknown: &Unknown, wording: &Wording, screen: Screen) -> String {
    let mut lines = vec![screen.wrap(wording.unknown)];
    if !unknown.nearest.is_empty() {
        lines.push(screen.dim(wording.ask_about));
        lines.push(numbered(&unknown.nearest, screen));
    }
    lines.join("\n")
}

fn interpreted(read_as: Option<&str>, wording: &Wording, screen: Screen) -> Option<String> {
    read_as.map(|text| screen.dim(&screen.wrap(&wording.interpreted(&quote_user_text(text)))))
}

/// Sources and review date.
fn origin(answer: &Answer, wording: &Wording) -> String {
    let mut lines = Vec::new();
    if !answer.sources.is_empty() {
        lines.push(wording.sources.to_owned());
        lines.extend(answer.sources.iter().take(LISTED_SOURCES).map(source));
        let further = answer.sources.len().saturating_sub(LISTED_SOURCES);
        if further > 0 {
            lines.push(format!("  {}", wording.further_sources(further)));
        }
    }
    lines.extend(answer.reviewed.map(|date| wording.reviewed_on(date)));
    lines.join("\n")
}

fn source(source: &SourceNote) -> String {
    let address = source.url.as_ref().map(|url| format!(" {}", plain_line(url))).unwrap_or_default();
    format!("{BULLET}{}{address}", plain_line(&source.label))
}
