//! Answers as messages: what answers first, then the notes people need to trust it; a long section page by page.

use chrono::NaiveDate;

use super::super::custom_id::{Action, CustomId};
use super::super::limits;
use super::super::markdown::{self, Links};
use super::{Address, Card, Draft, HEAD_BYTES, Row, TITLE_BYTES, fit, opening, rows, small_print};
use crate::reply::cut::{Budget, cut, pages};
use crate::reply::{Answer, SourceNote};

/// Characters of a section that is shown as it is: what a phone shows without much scrolling. It also makes no sense to
/// hide a few lines behind a button.
const WHOLE_CHARACTERS: usize = 700;
/// Characters of the beginning of a longer one.
const BEGINNING_CHARACTERS: usize = 450;
/// Characters of the passage that answers, above the beginning.
const PASSAGE_CHARACTERS: usize = 300;
/// Characters of the lines above a text.
const HEAD_CHARACTERS: usize = 1200;
/// Characters, and bytes, of the notes below it.
const NOTES: Budget = Budget { characters: 500, bytes: 700 };
/// What one page of a section takes at most. Its message has no embed and few buttons.
const PAGE: Budget = Budget { characters: 1400, bytes: 4200 };
/// Where a section's text would be cut when all of it is read, as Discord shows it: the shown text, and the first page's
/// budget.
pub(crate) fn first_page(markdown: &str) -> (String, Budget) {
    (markdown::for_discord(markdown, Links::Quiet), PAGE)
}

/// Bytes of the embed with the sources.
const CARD_BYTES: usize = 1200;
/// Characters of a source's label where it stands in short.
const SOURCE_CHARACTERS: usize = 80;
/// Sources that are listed; an article names more than anybody reads under an answer.
const SOURCES_SHOWN: usize = 3;
/// Bytes of an address. Thai in an address takes nine bytes a character, so that less would lose real ones.
const URL_BYTES: usize = 700;

/// The message for an answer that is given on some day.
pub(crate) fn of_answer(answer: &Answer, address: &Address, today: NaiveDate) -> Draft {
    let text = markdown::for_discord(&answer.text, Links::Quiet);
    let is_long = text.chars().count() > WHOLE_CHARACTERS;
    let card = sources(answer, address);
    let mut draft = Draft { card, rows: rows::under_answer(answer, is_long, address), ..Draft::default() };
    let (head, notes) = (head(answer, address), notes(answer, address, today));
    let room = Budget { characters: limits::CONTENT, bytes: limits::MESSAGE_BYTES - draft.bytes() };
    let room = room.without(&head).without(&notes);
    let shown = if is_long { beginning(answer, &text, room) } else { cut(&text, room).head };
    // Text in a script of many bytes may not have fitted though it is short.
    if !is_long && shown.len() < text.len() {
        draft.rows = rows::under_answer(answer, true, address);
        let room = Budget { characters: limits::CONTENT, bytes: limits::MESSAGE_BYTES - draft.bytes() };
        draft.content = head.clone() + &cut(&text, room.without(&head).without(&notes)).head + &notes;
        return draft;
    }
    draft.content = head + &shown + &notes;
    draft
}

/// One page of the whole section, counted from 0; the last one where there are fewer.
pub(crate) fn of_page(answer: &Answer, page: u8, address: &Address) -> Draft {
    let text = markdown::for_discord(&answer.text, Links::Quiet);
    let pages = pages(&text, PAGE);
    let last = pages.len().saturating_sub(1);
    let page = usize::from(page).min(last);
    let mut content = head(answer, address);
    content.push_str(pages.get(page).map_or("", String::as_str));
    let words = address.answer_wording();
    if last > 0 {
        content.push('\n');
        content.push_str(&small_print(&words.page(page + 1, last + 1)));
    }
    let turn = |to: usize, label: &str| {
        let to = u8::try_from(to).unwrap_or(u8::MAX);
        let section = (&answer.article, &answer.section);
        let action = |target| Action::ReadAll(target, to);
        rows::button(&CustomId::of_section(action, section, &address.language, address.asker), label)
    };
    let mut buttons = Vec::new();
    if page > 0 {
        buttons.push(turn(page - 1, words.previous_page));
    }
    if page < last {
        buttons.push(turn(page + 1, words.next_page));
    }
    let mut rows = rows::menu(answer.siblings.iter(), address.discord_wording().read_more, address);
    rows.extend((!buttons.is_empty()).then_some(Row::Buttons(buttons)));
    Draft { content, rows, ..Draft::default() }
}

/// The lines above the text, with a line break at their end: how the question was read, the headline, the language.
fn head(answer: &Answer, address: &Address) -> String {
    let headline = markdown::escape(&fit(&answer.headline, limits::EMBED_TITLE, TITLE_BYTES));
    let mut head = opening(answer.interpreted_as.as_deref(), address) + &format!("**{headline}**");
    if answer.other_language {
        head.push('\n');
        head.push_str(&small_print(&markdown::escape(
            &address.wording().available_only_in(&answer.language),
        )));
    }
    fit(&head, HEAD_CHARACTERS, HEAD_BYTES) + "\n"
}

/// The beginning of a long section; above it the passage that answers, where it comes later.
fn beginning(answer: &Answer, text: &str, room: Budget) -> String {
    let within =
        |characters: usize, room: Budget| Budget { characters: room.characters.min(characters), ..room };
    let passage = answer.focus.as_deref().map(|focus| markdown::for_discord(focus, Links::Quiet));
    let beginning = cut(text, within(BEGINNING_CHARACTERS, room)).head;
    let Some(passage) = passage.filter(|passage| !passage.is_empty() && !beginning.contains(passage)) else {
        return beginning;
    };
    let passage = cut(&passage, within(PASSAGE_CHARACTERS, Budget { bytes: room.bytes / 3, ..room })).head;
    let passage: String = passage.lines().flat_map(|line| ["> ", line, "\n"]).collect();
    let beginning = cut(text, within(BEGINNING_CHARACTERS, room.without(&passage))).head;
    passage + &beginning
}

/// The notes below the text, each a line with the break before it: how old it is, where it comes from.
fn notes(answer: &Answer, address: &Address, today: NaiveDate) -> String {
    let wording = address.wording();
    let source = answer.sources.first().map(|source| {
        let label = fit(&source.label, SOURCE_CHARACTERS, SOURCE_CHARACTERS * 4);
        match answer.sources.len() {
            1 => format!("{}: {label}", wording.sources),
            count => format!("{}: {label} {}", wording.sources, wording.further_sources(count - 1)),
        }
    });
    let reviewed = answer.reviewed.map(|date| wording.reviewed_on(date));
    let origin = [source, reviewed].into_iter().flatten().collect::<Vec<_>>().join(" · ");
    let age = answer.age_note(today, address.answer_wording());
    let lines = age.into_iter().chain((!origin.is_empty()).then_some(origin));
    let notes: Vec<String> = lines.map(|line| small_print(&markdown::escape(&line))).collect();
    if notes.is_empty() {
        return String::new();
    }
    let notes = format!("\n{}", notes.join("\n"));
    if NOTES.holds(&notes) { notes } else { format!("\n{}", fit(&notes, NOTES.characters, NOTES.bytes)) }
}

/// The first sources with their addresses.
fn sources(answer: &Answer, address: &Address) -> Option<Card> {
    let mut description = String::new();
    let mut shown = 0;
    for source in answer.sources.iter().take(SOURCES_SHOWN) {
        let line = source_line(source);
        if description.len() + line.len() > CARD_BYTES {
            break;
        }
        description.push_str(&line);
        shown += 1;
    }
    let hidden = answer.sources.len() - shown;
    if shown > 0 && hidden > 0 {
        description.push_str(&small_print(&address.wording().further_sources(hidden)));
    }
    let title = address.wording().sources.to_owned();
    let description = description.trim_end().to_owned();
    (shown > 0).then_some(Card { title, description })
}

/// "- [Outlook Handbook (2024)](https://…)" with the line break.
fn source_line(source: &SourceNote) -> String {
    let label = markdown::escape(&fit(&source.label, SOURCE_CHARACTERS, SOURCE_CHARACTERS * 4));
    match source.url.as_deref().filter(|url| takes_as_link(url)) {
        Some(url) => format!("- [{label}]({url})\n"),
        None => format!("- {label}\n"),
    }
}

/// Whether Discord makes a link of the address: a bracket or a space would end it too early.
fn takes_as_link(url: &str) -> bool {
    let web = url.starts_with("https://") || url.starts_with("http://");
    web && url.len() <= URL_BYTES && !url.contains(|c: char| c.is_whitespace() || "()<>".contains(c))
}
