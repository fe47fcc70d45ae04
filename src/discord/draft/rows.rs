//! Buttons and menus under messages. Every custom id in a message stands there once: Discord refuses the message else.

use super::super::custom_id::{Action, CustomId, Target};
use super::super::limits;
use super::{Address, Button, COMPONENT_BYTES, Menu, Row, fit};
use crate::reply::{Answer, Choice};

/// Related roles shown as buttons: with more, the row wraps on a phone.
const RELATED_SHOWN: usize = 4;
/// Bytes of a button's label: forty Thai letters, which is about what Discord shows.
const LABEL_BYTES: usize = 120;
/// Bytes of the buttons under an answer: related roles, and five about the answer itself, each with an id of at most
/// a hundred bytes.
const BUTTON_BYTES: usize = RELATED_SHOWN * (limits::CUSTOM_ID + LABEL_BYTES) + 5 * (limits::CUSTOM_ID + 70);
/// Bytes of a menu's id and placeholder.
const MENU_BYTES: usize = 250;

/// Everything under an answer: the other sections, related roles, and what can be done about the answer.
pub(super) fn under_answer(answer: &Answer, is_long: bool, address: &Address) -> Vec<Row> {
    let mut rows = menu(answer.siblings.iter(), address.discord_wording().read_more, address);
    let related = answer.related.iter().filter(|choice| choice.article != answer.article);
    let related: Vec<Button> = unique(related)
        .take(RELATED_SHOWN)
        .map(|choice| choice_button(choice, Action::Show, address))
        .collect();
    rows.extend((!related.is_empty()).then_some(Row::Buttons(related)));
    let words = address.answer_wording();
    let about = |action: fn(Target) -> Action, label: &str| {
        let section = (&answer.article, &answer.section);
        button(&CustomId::of_section(action, section, &address.language, address.asker), label)
    };
    let mut buttons = Vec::new();
    if is_long {
        let first_page = about(|target| Action::ReadAll(target, 0), words.read_all);
        buttons.push(Button { prominent: true, ..first_page });
    }
    if address.explains {
        buttons.push(about(Action::Why, words.why));
    }
    buttons.push(about(|target| Action::Rate(target, true), words.liked));
    buttons.push(about(|target| Action::Rate(target, false), words.disliked));
    if address.public {
        // Remembers the section, for follow-ups by reply.
        let label = address.discord_wording().delete;
        buttons.push(about(|target| Action::Delete(Some(target)), label));
    }
    rows.push(Row::Buttons(buttons));
    rows
}

/// A row with a button for each choice, at most five.
pub(super) fn choices(choices: &[Choice], action: fn(Target) -> Action, address: &Address) -> Vec<Row> {
    let buttons: Vec<Button> = unique(choices.iter())
        .take(limits::BUTTONS_A_ROW)
        .map(|choice| Button { prominent: true, ..choice_button(choice, action, address) })
        .collect();
    (!buttons.is_empty()).then_some(Row::Buttons(buttons)).into_iter().collect()
}

/// A menu of the choices, as many as fit.
pub(crate) fn menu<'a>(
    choices: impl Iterator<Item = &'a Choice>,
    placeholder: &str,
    address: &Address,
) -> Vec<Row> {
    let mut bytes = 0;
    let options: Vec<(String, String)> = unique(choices)
        .map(|choice| {
            let value = Target::within(limits::OPTION_TEXT, &choice.article, &choice.section).to_string();
            (fit(&choice.label, limits::OPTION_TEXT, limits::OPTION_TEXT * 4), value)
        })
        .take_while(|(label, value)| {
            bytes += label.len() + value.len();
            bytes <= COMPONENT_BYTES - BUTTON_BYTES - MENU_BYTES
        })
        .take(limits::MENU_OPTIONS)
        .collect();
    let id = CustomId::plain(Action::ShowChosen, &address.language, address.asker).to_string();
    let placeholder = fit(placeholder, limits::PLACEHOLDER, limits::PLACEHOLDER);
    (!options.is_empty()).then_some(Row::Menu(Menu { id, placeholder, options })).into_iter().collect()
}

/// The row that deletes a public message which shows no single section.
pub(crate) fn delete(address: &Address) -> Vec<Row> {
    delete_button(address).map(|button| Row::Buttons(vec![button])).into_iter().collect()
}

/// The button of that row.
pub(super) fn delete_button(address: &Address) -> Option<Button> {
    let id = CustomId::plain(Action::Delete(None), &address.language, address.asker);
    address.public.then(|| button(&id, address.discord_wording().delete))
}

/// A button that does not stand out.
pub(super) fn button(id: &CustomId, label: &str) -> Button {
    Button { id: id.to_string(), label: fit(label, limits::BUTTON_LABEL, LABEL_BYTES), prominent: false }
}

fn choice_button(choice: &Choice, action: fn(Target) -> Action, address: &Address) -> Button {
    let section = (&choice.article, &choice.section);
    button(&CustomId::of_section(action, section, &address.language, address.asker), &choice.label)
}

/// Each section once.
fn unique<'a>(choices: impl Iterator<Item = &'a Choice>) -> impl Iterator<Item = &'a Choice> {
    let mut seen: Vec<&Choice> = Vec::new();
    choices.filter(move |choice| {
        let known =
            seen.iter().any(|other| other.article == choice.article && other.section == choice.section);
        if !known {
            seen.push(choice);
        }
        !known && !choice.label.trim().is_empty()
    })
}
