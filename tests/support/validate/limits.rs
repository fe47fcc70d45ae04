//! Discord's limits that its `OpenAPI` description leaves out or states too loosely, each with its source.
//!
//! Characters are Unicode code points unless said otherwise.

/// Message content ("Create Message", content).
pub const CONTENT: usize = 2000;
/// Embeds of a message ("Create Message", embeds).
pub const EMBEDS: usize = 10;
/// Parts of an embed ("Embed Limits").
pub const EMBED_TITLE: usize = 256;
pub const EMBED_DESCRIPTION: usize = 4096;
pub const EMBED_FIELDS: usize = 25;
pub const EMBED_FIELD_NAME: usize = 256;
pub const EMBED_FIELD_VALUE: usize = 1024;
pub const EMBED_FOOTER: usize = 2048;
pub const EMBED_AUTHOR: usize = 256;
/// Titles, descriptions, field names and values, footers and author names of all embeds ("Embed Limits").
pub const EMBEDS_TOTAL: usize = 6000;

/// Action rows of a message ("Action Row", "Legacy Message Component Behavior").
pub const ROWS: usize = 5;
/// Buttons of an action row ("Action Row").
pub const BUTTONS: usize = 5;
/// Custom ids ("Custom ID").
pub const CUSTOM_ID: usize = 100;
/// Labels of buttons ("Button").
pub const BUTTON_LABEL: usize = 80;
/// String selects ("String Select").
pub const SELECT_OPTIONS: usize = 25;
pub const SELECT_OPTION_TEXT: usize = 100;
pub const PLACEHOLDER: usize = 150;
/// Modals ("Modal", "Text Input").
pub const MODAL_TITLE: usize = 45;
pub const MODAL_COMPONENTS: usize = 5;
pub const TEXT_INPUT_LABEL: usize = 45;
pub const TEXT_INPUT_PLACEHOLDER: usize = 100;

/// UTF-8 bytes of all texts of one message: not documented, but larger Thai messages were seen to fail though they
/// kept every limit in characters; the project stays below this.
pub const MESSAGE_BYTES: usize = 8 * 1024;

/// Files of a message, and bytes of each without Nitro or boosts ("Uploading Files").
pub const FILES: usize = 10;
pub const FILE_BYTES: usize = 10 * 1024 * 1024;
/// Alternative text ("Attachment Object").
pub const FILE_DESCRIPTION: usize = 1024;

/// Choices of an autocompletion or an option ("Application Command Option Choice").
pub const CHOICES: usize = 25;
pub const CHOICE_TEXT: usize = 100;

/// Names of slash commands and options ("Application Command Naming").
pub const COMMAND_NAME_PATTERN: &str = r"^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$";
/// Names of user and message commands (same source).
pub const COMMAND_NAME: usize = 32;
pub const COMMAND_DESCRIPTION: usize = 100;
pub const COMMAND_OPTIONS: usize = 25;
/// Names, descriptions and values of a command, its options and choices, the longest localization of each counted.
pub const COMMAND_TOTAL: usize = 8000;
/// Commands of each type ("Registering a Command").
pub const CHAT_INPUT_COMMANDS: usize = 100;
pub const USER_COMMANDS: usize = 15;
pub const MESSAGE_COMMANDS: usize = 15;
/// Languages of localizations ("Locales").
pub const LOCALES: [&str; 32] = [
    "id", "da", "de", "en-GB", "en-US", "es-ES", "es-419", "fr", "hr", "it", "lt", "hu", "nl", "no", "pl",
    "pt-BR", "ro", "fi", "sv-SE", "vi", "tr", "cs", "el", "bg", "ru", "uk", "hi", "th", "zh-CN", "ja",
    "zh-TW", "ko",
];
