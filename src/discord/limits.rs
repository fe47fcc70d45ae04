//! Discord's limits, each with its source. Owns numbers only; keeping to them is the work of [`super::draft`].
//!
//! Sources: "message" is <https://discord.com/developers/docs/resources/message>, "components" is
//! <https://discord.com/developers/docs/components/reference>, "commands" is
//! <https://discord.com/developers/docs/interactions/application-commands>.

/// Characters of a message's content (message, "Create Message").
pub(crate) const CONTENT: usize = 2000;
/// Characters of an embed's title (message, "Embed Limits").
pub(crate) const EMBED_TITLE: usize = 256;
/// Characters of an embed's description (message, "Embed Limits").
pub(crate) const EMBED_DESCRIPTION: usize = 4096;
/// Characters of a custom id (components, "Anatomy of a Component").
pub(crate) const CUSTOM_ID: usize = 100;
/// Characters of a button's label (components, "Button").
pub(crate) const BUTTON_LABEL: usize = 80;
/// Buttons in one row (components, "Action Row").
pub(crate) const BUTTONS_A_ROW: usize = 5;
/// Options of a select menu (components, "String Select").
pub(crate) const MENU_OPTIONS: usize = 25;
/// Characters of an option's label, and of its value (components, "Select Option Structure").
pub(crate) const OPTION_TEXT: usize = 100;
/// Characters of a select menu's placeholder (components, "String Select").
pub(crate) const PLACEHOLDER: usize = 150;
/// Choices of an autocomplete answer (commands, "Autocomplete").
pub(crate) const AUTOCOMPLETE_CHOICES: usize = 25;
/// Characters of a choice's name, and of its value (commands, "Option Choice Structure").
pub(crate) const CHOICE_TEXT: usize = 100;

/// UTF-8 bytes of the whole text of one message: content, embed, labels, ids and values together.
///
/// Discord states its limits in characters, but large Thai payloads (three bytes a character) fail with 500 or with
/// a false "Unknown interaction"; Components V2 text was measured to fail above about 10,170 bytes. 8,000 keeps clear
/// of that, and of the 8 KB that the project promises, whichever way a KB is counted.
pub(crate) const MESSAGE_BYTES: usize = 8000;
