//! A reply as a message that Discord takes: what stands in the content, the embed and the components, within every
//! limit. Plain data: [`super::to_discord`] makes Discord types of it.
//!
//! The content holds everything that is said, since people can switch embeds off and screen readers begin with it; an
//! embed holds sources and lists. [`answer`] writes answers, [`rows`] their buttons and menus.

mod answer;
mod rows;

use chrono::NaiveDate;

use super::custom_id::{Action, CustomId};
use super::limits;
use super::markdown;
use crate::knowledge::Language;
use crate::reply::answer_wording::AnswerWording;
use crate::reply::cut::{Budget, cut};
use crate::reply::discord_wording::DiscordWording;
use crate::reply::wording::Wording;
use crate::reply::{Choice, Choices, Reply, Unknown, Why, quote_user_text};

pub(crate) use answer::{first_page, of_answer, of_page};
pub(crate) use rows::{delete, menu};

// How the 8,000 bytes of a message are shared out, so that the text of an answer always keeps some hundreds of them
// however long everything around it is. What the others leave unused, the text gets too.
/// Bytes of the lines above a text: the question, how it was read, the headline, the language's note.
const HEAD_BYTES: usize = 1900;
/// Bytes of a title or a headline.
const TITLE_BYTES: usize = 500;
/// Bytes of labels, values and custom ids together; [`rows`] shares them out.
const COMPONENT_BYTES: usize = 3500;
/// Bytes of a list of topics, and what is kept of them for the line that says how much is left out.
const LIST_BYTES: usize = 3500;
/// See [`LIST_BYTES`].
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
    /// Whether the question can be found again, so that the answer can be explained.
    pub(crate) explains: bool,
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
    pub(crate) description: String,
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

    pub(crate) fn answer_wording(&self) -> &'static AnswerWording {
        AnswerWording::of(self.language.as_str())
    }
}

impl Draft {
    /// A sentence and nothing else.
    pub(crate) fn sentence(text: &str) -> Self {
        Self { content: fit(text, limits::CONTENT, limits::MESSAGE_BYTES), ..Self::default() }
    }

    /// The same with a picture under a name of ASCII letters; `alt` says what it shows.
    pub(crate) fn with_picture(mut self, name: &str, alt: &str, png: &[u8]) -> Self {
        let description = Some(alt.to_owned()).filter(|alt| !alt.is_empty());
        self.files.push(Attachment { name: name.to_owned(), description, bytes: png.to_vec() });
        self
    }

    /// UTF-8 bytes of everything that people or programs read in the message.
    pub(crate) fn bytes(&self) -> usize {
        let card = self.card.as_ref().map_or(0, |card| card.title.len() + card.description.len());
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

/// The message for a reply that is given on some day.
pub(crate) fn of_reply(reply: &Reply, address: &Address, today: NaiveDate) -> Draft {
    match reply {
        Reply::Answer(answer) => of_answer(answer, address, today),
        Reply::Choices(choices) => of_choices(choices, address),
        Reply::Unknown(unknown) => of_unknown(unknown, address),
    }
}

/// The message that says how to use the bot, which is mentioned as `mention`.
pub(crate) fn of_help(mention: &str, address: &Address) -> Draft {
    let text = address.discord_wording().how_to(mention);
    Draft { rows: rows::delete(address), ..Draft::sentence(&text) }
}

/// The list of topics, with a menu to open one.
pub(crate) fn of_topics(topics: &[Choice], address: &Address) -> Draft {
    let (wording, discord) = (address.wording(), address.discord_wording());
    if topics.is_empty() {
        return Draft { rows: rows::delete(address), ..Draft::sentence(wording.no_topics) };
    }
    let mut rows = rows::menu(topics.iter(), discord.choose_topic, address);
    rows.extend(rows::delete(address));
    let lines: Vec<String> =
        topics.iter().map(|topic| format!("- {}", markdown::escape(&topic.label))).collect();
    let shown = leading(&lines, limits::EMBED_DESCRIPTION - MORE_BYTES, LIST_BYTES - MORE_BYTES);
    let mut description = lines.get(..shown).unwrap_or_default().join("\n");
    if shown < lines.len() {
        description.push('\n');
        description.push_str(&discord.more_topics(lines.len() - shown));
    }
    let card = Card { description, ..Card::default() };
    Draft { content: format!("**{}**", wording.topics), card: Some(card), rows, ..Draft::default() }
}

/// Why an answer was given.
pub(crate) fn of_why(why: &Why) -> Draft {
    let lines = why.lines.iter().map(|line| format!("- {}", markdown::escape(line)));
    let title = format!("**{}**", markdown::escape(why.title));
    Draft::sentence(&std::iter::once(title).chain(lines).collect::<Vec<_>>().join("\n"))
}

/// What replaces an offer that held nothing of use.
pub(crate) fn of_no_choice(address: &Address) -> Draft {
    Draft { rows: rows::delete(address), ..Draft::sentence(address.answer_wording().none_fits) }
}

fn of_choices(choices: &Choices, address: &Address) -> Draft {
    let mut content = opening(choices.interpreted_as.as_deref(), address);
    content.push_str(address.wording().which_one);
    let mut rows = rows::choices(&choices.choices, Action::Choose, address);
    let none = CustomId::plain(Action::NoneOfThese, &address.language, address.asker);
    let none = rows::button(&none, address.answer_wording().none_of_these);
    let last = std::iter::once(none).chain(rows::delete_button(address)).collect();
    rows.push(Row::Buttons(last));
    Draft { rows, ..Draft::sentence(&content) }
}

fn of_unknown(unknown: &Unknown, address: &Address) -> Draft {
    let wording = address.wording();
    let mut content = opening(None, address);
    content.push_str(wording.unknown);
    if !unknown.nearest.is_empty() {
        content.push('\n');
        content.push_str(wording.ask_about);
    }
    let mut rows = rows::choices(&unknown.nearest, Action::Show, address);
    rows.extend(rows::delete(address));
    Draft { rows, ..Draft::sentence(&content) }
}

/// The lines above everything else: the question where it is not seen, and how it was read where that is not plain.
fn opening(interpreted_as: Option<&str>, address: &Address) -> String {
    let question = address.question.as_deref().map(|text| format!("> “{}”\n", quote_user_text(text)));
    let reading =
        interpreted_as.map(|text| small_print(&address.wording().interpreted(&quote_user_text(text))) + "\n");
    question.into_iter().chain(reading).collect()
}

/// A line in small letters (<https://support.discord.com/hc/en-us/articles/210298617>).
fn small_print(text: &str) -> String {
    format!("-# {text}")
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

fn fit(text: &str, characters: usize, bytes: usize) -> String {
    cut(text, Budget { characters, bytes }).head
}

#[cfg(test)]
#[path = "draft_tests.rs"]
pub(crate) mod tests;
