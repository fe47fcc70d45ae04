//! A reply as a message that Discord takes: what stands in the content, the embed and the components, within every
//! limit. Plain data: [`super::to_discord`] makes Discord types of it.
//!
//! The content holds the answer's essence, since people can switch embeds off; the embed holds the section.

use super::custom_id::{CustomId, Target};
use super::limits;
use super::markdown::{self, Links};
use crate::knowledge::Language;
use crate::reply::cut::{Budget, cut};
use crate::reply::discord_wording::DiscordWording;
use crate::reply::wording::Wording;
use crate::reply::{Answer, Choice, Choices, Reply, SourceNote, Unknown, quote_user_text};

/// Characters of the passage that stands in the content: about three lines on a phone.
const ESSENCE_CHARACTERS: usize = 400;
/// Characters of a source's label where it stands in short.
const SOURCE_CHARACTERS: usize = 80;
/// Sources named in an embed's footer.
const SOURCES_SHOWN: usize = 3;
// How the 8,000 bytes of a message are shared out, so that the section's text always keeps about two thousand of
// them however long everything around it is. What the others leave unused, the text gets too.
/// Bytes of the content.
const CONTENT_BYTES: usize = 2300;
/// Bytes of a title or a headline.
const TITLE_BYTES: usize = 500;
/// Bytes of the footer.
const FOOTER_BYTES: usize = 700;
/// Bytes of labels, values and custom ids together.
const COMPONENT_BYTES: usize = 1800;
/// The part of those that a menu's id and placeholder, and the delete button, may take.
const MENU_BYTES: usize = 500;
/// Bytes of an address; it stands in the message twice when the text is cut. Thai in an address takes nine bytes a
/// character, so that less would lose real ones.
const URL_BYTES: usize = 700;
/// Bytes kept in a list for the line that says how much is left out.
const MORE_BYTES: usize = 300;

/// Who is answered, and how.
#[derive(Debug, Clone)]
pub(crate) struct Address {
    /// The Discord id of the person who asked.
    pub(crate) asker: u64,
    /// The language of labels, notes and buttons.
    pub(crate) language: Language,
    /// Whether others see the message too: then it can be deleted.
    pub(crate) public: bool,
    /// The question as typed, where people who read the answer do not see it.
    pub(crate) question: Option<String>,
}

/// A message before it gets Discord's types. Invariant of what this module makes: within all [`limits`].
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Draft {
    /// The text above the embed.
    pub(crate) content: String,
    /// The embed.
    pub(crate) card: Option<Card>,
    /// Menus and buttons.
    pub(crate) rows: Vec<Row>,
    /// Pictures and exports; the message stands without them.
    pub(crate) files: Vec<Attachment>,
}

/// A file that goes with a message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Attachment {
    /// ASCII letters, figures, `-`, `_` and `.` alone: Discord changes other names.
    pub(crate) name: String,
    /// What the file shows, for people who do not see it; 1,024 characters at most (message, "Attachment Object").
    pub(crate) description: Option<String>,
    /// What the file holds.
    pub(crate) bytes: Vec<u8>,
}

/// An embed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Card {
    pub(crate) title: String,
    pub(crate) url: Option<String>,
    pub(crate) description: String,
    pub(crate) footer: String,
}

/// A row of components.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Row {
    /// Up to five buttons.
    Buttons(Vec<Button>),
    /// One menu.
    Menu(Menu),
}

/// A button with its custom id.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Button {
    pub(crate) id: String,
    pub(crate) label: String,
    /// Stands out as what to press.
    pub(crate) prominent: bool,
}

/// A select menu with its custom id.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Menu {
    pub(crate) id: String,
    pub(crate) placeholder: String,
    /// Label and value of each.
    pub(crate) options: Vec<(String, String)>,
}

impl Address {
    fn wording(&self) -> &'static Wording {
        Wording::of(self.language.as_str())
    }

    fn discord_wording(&self) -> &'static DiscordWording {
        DiscordWording::of(self.language.as_str())
    }
}

impl Draft {
    /// A sentence and nothing else.
    pub(crate) fn sentence(text: &str) -> Self {
        Self { content: fit(text, limits::CONTENT, limits::MESSAGE_BYTES), ..Self::default() }
    }

    /// UTF-8 bytes of everything that people or programs read in the message.
    pub(crate) fn bytes(&self) -> usize {
        let card = self.card.as_ref().map_or(0, |card| {
            card.title.len()
                + card.url.as_ref().map_or(0, String::len)
                + card.description.len()
                + card.footer.len()
        });
        self.content.len() + card + self.rows.iter().map(Row::bytes).sum::<usize>()
    }
}

impl Row {
    fn bytes(&self) -> usize {
        match self {
            Self::Buttons(buttons) => buttons.iter().map(|button| button.id.len() + button.label.len()).sum(),
            Self::Menu(menu) => {
                let options: usize =
                    menu.options.iter().map(|(label, value)| label.len() + value.len()).sum();
                menu.id.len() + menu.placeholder.len() + options
            }
        }
    }
}

/// The message for a reply.
pub(crate) fn of_reply(reply: &Reply, address: &Address) -> Draft {
    match reply {
        Reply::Answer(answer) => of_answer(answer, address),
        Reply::Choices(choices) => of_choices(choices, address),
        Reply::Unknown(unknown) => of_unknown(unknown, address),
    }
}

/// The message that says how to use the bot, which is mentioned as `mention`.
pub(crate) fn of_help(mention: &str, address: &Address) -> Draft {
    let text = address.discord_wording().how_to(mention);
    Draft { rows: delete_row(address), ..Draft::sentence(&text) }
}

/// The list of topics, with a menu to open one.
pub(crate) fn of_topics(topics: &[Choice], address: &Address) -> Draft {
    let (wording, discord) = (address.wording(), address.discord_wording());
    if topics.is_empty() {
        return Draft { rows: delete_row(address), ..Draft::sentence(wording.no_topics) };
    }
    let mut rows = menu_row(topics.iter(), discord.choose_topic, address);
    rows.extend(delete_row(address));
    let lines: Vec<String> =
        topics.iter().map(|topic| format!("- {}", markdown::escape(&topic.label))).collect();
    let list_bytes = limits::MESSAGE_BYTES - COMPONENT_BYTES - MORE_BYTES - CONTENT_BYTES;
    let shown = leading(&lines, limits::EMBED_DESCRIPTION - MORE_BYTES, list_bytes);
    let mut description = lines.get(..shown).unwrap_or_default().join("\n");
    if shown < lines.len() {
        description.push('\n');
        description.push_str(&discord.more_topics(lines.len() - shown));
    }
    let card = Card { description, ..Card::default() };
    Draft { content: format!("**{}**", wording.topics), card: Some(card), rows, ..Draft::default() }
}

fn of_answer(answer: &Answer, address: &Address) -> Draft {
    let mut rows =
        menu_row(answer.siblings.iter().chain(&answer.related), address.discord_wording().read_more, address);
    if address.public {
        let id = CustomId::delete_answer(&answer.article, &answer.section, &address.language, address.asker);
        rows.push(Row::Buttons(vec![delete_button(&id, address)]));
    }
    let url = answer.sources.iter().find_map(|source| source.url.clone()).filter(|url| takes_as_url(url));
    let card =
        Card { title: headline(answer), url, description: String::new(), footer: footer(answer, address) };
    let mut draft = Draft { content: essence(answer, address), card: Some(card), rows, ..Draft::default() };
    let room = room_for_description(&draft);
    if let Some(card) = &mut draft.card {
        card.description = description(&answer.text, card.url.as_deref(), room, address);
    }
    draft
}

fn of_choices(choices: &Choices, address: &Address) -> Draft {
    let mut content = opening(choices.interpreted_as.as_deref(), address);
    content.push_str(address.wording().which_one);
    Draft { rows: choice_rows(&choices.choices, address), ..Draft::sentence(&content) }
}

fn of_unknown(unknown: &Unknown, address: &Address) -> Draft {
    let wording = address.wording();
    let mut content = opening(None, address);
    content.push_str(wording.unknown);
    if !unknown.nearest.is_empty() {
        content.push('\n');
        content.push_str(wording.ask_about);
    }
    Draft { rows: choice_rows(&unknown.nearest, address), ..Draft::sentence(&content) }
}

/// The answer in short: how the question was read, the headline, the passage that answers, where it comes from.
fn essence(answer: &Answer, address: &Address) -> String {
    let passage = match &answer.focus {
        Some(focus) => markdown::for_discord(focus, Links::TextOnly),
        None => markdown::first_passage(&answer.text),
    };
    let mut lines = vec![format!("**{}**", markdown::escape(&headline(answer)))];
    lines.push(fit(&passage, ESSENCE_CHARACTERS, ESSENCE_CHARACTERS * 4));
    let origin = origin_in_short(answer, address);
    if !origin.is_empty() {
        lines.push(format!("-# {}", markdown::escape(&origin)));
    }
    let text = opening(answer.interpreted_as.as_deref(), address) + &lines.join("\n");
    fit(&text, limits::CONTENT, CONTENT_BYTES)
}

/// The lines above everything else: the question where it is not seen, and how it was read where that is not plain.
fn opening(interpreted_as: Option<&str>, address: &Address) -> String {
    let question = address.question.as_deref().map(|text| format!("> “{}”\n", quote_user_text(text)));
    let reading = interpreted_as.map(|text| {
        // Discord's mark for small text, https://support.discord.com/hc/en-us/articles/210298617.
        format!("-# {}\n", address.wording().interpreted(&quote_user_text(text)))
    });
    question.into_iter().chain(reading).collect()
}

fn headline(answer: &Answer) -> String {
    fit(&answer.headline, limits::EMBED_TITLE, TITLE_BYTES)
}

/// "Outlook Handbook (2024) and 3 more · Last reviewed 23 November 2026".
fn origin_in_short(answer: &Answer, address: &Address) -> String {
    let wording = address.wording();
    let source = answer.sources.first().map(|source| {
        let label = fit(&source.label, SOURCE_CHARACTERS, SOURCE_CHARACTERS * 4);
        match answer.sources.len() {
            1 => label,
            count => format!("{label} {}", wording.further_sources(count - 1)),
        }
    });
    let only_in = answer.other_language.then(|| wording.available_only_in(&answer.language));
    let reviewed = answer.reviewed.map(|date| wording.reviewed_on(date));
    [only_in, source, reviewed].into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// The sources by name and the review date. Plain text: footers show no Markdown.
fn footer(answer: &Answer, address: &Address) -> String {
    let wording = address.wording();
    let shown: Vec<String> = answer.sources.iter().take(SOURCES_SHOWN).map(source_in_short).collect();
    let mut lines = Vec::new();
    if !shown.is_empty() {
        let hidden = answer.sources.len() - shown.len();
        let more = if hidden == 0 { String::new() } else { format!(" {}", wording.further_sources(hidden)) };
        lines.push(format!("{}: {}{more}", wording.sources, shown.join(" · ")));
    }
    lines.extend(answer.reviewed.map(|date| wording.reviewed_on(date)));
    fit(&lines.join("\n"), limits::EMBED_FOOTER, FOOTER_BYTES)
}

fn source_in_short(source: &SourceNote) -> String {
    fit(&source.label, SOURCE_CHARACTERS, SOURCE_CHARACTERS * 4)
}

/// The section's text; where it does not fit, its beginning and where to read on.
fn description(markdown: &str, source: Option<&str>, room: Budget, address: &Address) -> String {
    let text = markdown::for_discord(markdown, Links::Keep);
    if text.chars().count() <= room.characters && text.len() <= room.bytes {
        return text;
    }
    let goes_on = address.discord_wording().goes_on(source);
    let less = Budget {
        characters: room.characters.saturating_sub(goes_on.chars().count() + 2),
        bytes: room.bytes.saturating_sub(goes_on.len() + 2),
    };
    format!("{}\n\n{goes_on}", cut(&text, less).head)
}

/// What a draft without description leaves for it.
fn room_for_description(draft: &Draft) -> Budget {
    let beside =
        draft.card.as_ref().map_or(0, |card| card.title.chars().count() + card.footer.chars().count());
    Budget {
        characters: limits::EMBED_DESCRIPTION.min(limits::EMBEDS_TOTAL.saturating_sub(beside)),
        bytes: limits::MESSAGE_BYTES.saturating_sub(draft.bytes()),
    }
}

/// A button for each choice, and one to delete a public message.
fn choice_rows(choices: &[Choice], address: &Address) -> Vec<Row> {
    let buttons: Vec<Button> = unique(choices.iter())
        .take(limits::BUTTONS_A_ROW)
        .map(|choice| Button {
            id: CustomId::show(&choice.article, &choice.section, &address.language, address.asker)
                .to_string(),
            label: fit(&choice.label, limits::BUTTON_LABEL, limits::BUTTON_LABEL * 4),
            prominent: true,
        })
        .collect();
    let mut rows: Vec<Row> = (!buttons.is_empty()).then_some(Row::Buttons(buttons)).into_iter().collect();
    rows.extend(delete_row(address));
    rows
}

/// A menu of the choices, as many as fit.
fn menu_row<'a>(choices: impl Iterator<Item = &'a Choice>, placeholder: &str, address: &Address) -> Vec<Row> {
    let mut bytes = 0;
    let options: Vec<(String, String)> = unique(choices)
        .map(|choice| {
            let value = Target::within(limits::OPTION_TEXT, &choice.article, &choice.section).to_string();
            (fit(&choice.label, limits::OPTION_TEXT, limits::OPTION_TEXT * 4), value)
        })
        .take_while(|(label, value)| {
            bytes += label.len() + value.len();
            bytes <= COMPONENT_BYTES - MENU_BYTES
        })
        .take(limits::MENU_OPTIONS)
        .collect();
    let id = CustomId::menu(&address.language, address.asker).to_string();
    let placeholder = fit(placeholder, limits::PLACEHOLDER, limits::PLACEHOLDER * 4);
    (!options.is_empty()).then_some(Row::Menu(Menu { id, placeholder, options })).into_iter().collect()
}

fn delete_row(address: &Address) -> Vec<Row> {
    let id = CustomId::delete(&address.language, address.asker);
    address.public.then(|| Row::Buttons(vec![delete_button(&id, address)])).into_iter().collect()
}

fn delete_button(id: &CustomId, address: &Address) -> Button {
    Button { id: id.to_string(), label: address.discord_wording().delete.to_owned(), prominent: false }
}

/// Each section once: two components with the same custom id make Discord refuse the message.
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

/// How many of the first lines fit together.
fn leading(lines: &[String], characters: usize, bytes: usize) -> usize {
    let (mut used_characters, mut used_bytes) = (0, 0);
    lines
        .iter()
        .take_while(|line| {
            used_characters += line.chars().count() + 1;
            used_bytes += line.len() + 1;
            used_characters <= characters && used_bytes <= bytes
        })
        .count()
}

/// Whether Discord takes the address for an embed.
fn takes_as_url(url: &str) -> bool {
    (url.starts_with("https://") || url.starts_with("http://")) && url.len() <= URL_BYTES
}

fn fit(text: &str, characters: usize, bytes: usize) -> String {
    cut(text, Budget { characters, bytes }).head
}

#[cfg(test)]
#[path = "draft_tests.rs"]
mod tests;
