//! Registered commands and autocomplete choices.

use std::sync::OnceLock;

use jsonschema::Validator;
use serde_json::{Value, json};

use super::{Report, Violation, limits};

/// Command types ("Application Command Types").
const CHAT_INPUT: u64 = 1;
const USER: u64 = 2;
const MESSAGE: u64 = 3;
/// Option types that hold options ("Application Command Option Type").
const SUBCOMMAND: u64 = 1;
const SUBCOMMAND_GROUP: u64 = 2;

/// Everything wrong with the commands of a place, all of them together.
pub fn check_all(commands: &[Value]) -> Vec<Violation> {
    let mut report = Report::default();
    let most = [
        (CHAT_INPUT, limits::CHAT_INPUT_COMMANDS),
        (USER, limits::USER_COMMANDS),
        (MESSAGE, limits::MESSAGE_COMMANDS),
    ];
    for (kind, most) in most {
        let of_kind = commands.iter().filter(|command| command_type(command) == kind).collect::<Vec<_>>();
        report.count(&format!("commands of type {kind}"), of_kind.len(), most);
        report.unique("the command name", of_kind.iter().map(|command| text(&command["name"])));
    }
    for command in commands {
        check(&mut report, command);
    }
    report.done()
}

fn command_type(command: &Value) -> u64 {
    command["type"].as_u64().unwrap_or(CHAT_INPUT)
}

fn check(report: &mut Report, command: &Value) {
    if command_type(command) == CHAT_INPUT {
        check_name(report, command);
        check_description(report, command);
        check_options(report, command);
    } else {
        for name in with_localizations(command, "name") {
            report.length("a command's name", name, 1, limits::COMMAND_NAME);
        }
        let bare = text(&command["description"]).is_empty() && list(&command["options"]).is_empty();
        report.limit(bare, || {
            format!("{} is no slash command but has a description or options", command["name"])
        });
    }
    check_locales(report, command);
    let total = size(command);
    report.limit(total <= limits::COMMAND_TOTAL, || {
        format!(
            "the command {} has {total} characters, {} are allowed",
            command["name"],
            limits::COMMAND_TOTAL
        )
    });
}

fn check_name(report: &mut Report, named: &Value) {
    for name in with_localizations(named, "name") {
        let lower_case = name == name.to_lowercase();
        report.limit(lower_case && fits_pattern(name), || {
            format!("{name:?} cannot be the name of a command or option")
        });
    }
}

/// Whether a name fits Discord's pattern; the apostrophe, which the pattern allows, is refused in practice.
fn fits_pattern(name: &str) -> bool {
    static PATTERN: OnceLock<Validator> = OnceLock::new();
    let pattern = PATTERN.get_or_init(|| {
        jsonschema::validator_for(&json!({"pattern": limits::COMMAND_NAME_PATTERN}))
            .expect("the pattern is valid")
    });
    pattern.is_valid(&json!(name)) && !name.contains('\'')
}

fn check_description(report: &mut Report, described: &Value) {
    let what = format!("the description of {}", described["name"]);
    for description in with_localizations(described, "description") {
        report.length(&what, description, 1, limits::COMMAND_DESCRIPTION);
    }
}

fn check_options(report: &mut Report, above: &Value) {
    let options = list(&above["options"]);
    report.count(&format!("options of {}", above["name"]), options.len(), limits::COMMAND_OPTIONS);
    report.unique("the option name", options.iter().map(|option| text(&option["name"])));
    let localized = options.iter().filter_map(|option| option["name_localizations"]["th"].as_str());
    report.unique("the Thai option name", localized);
    let required = options.iter().map(|option| option["required"] == true);
    report.limit(required.is_sorted_by(|before, after| before >= after), || {
        format!("a required option of {} stands after an optional one", above["name"])
    });
    for option in options {
        check_name(report, option);
        check_description(report, option);
        check_locales(report, option);
        let choices = list(&option["choices"]);
        report.limit(choices.is_empty() || option["autocomplete"] != true, || {
            format!("the option {} has choices and autocompletes", option["name"])
        });
        check_given_choices(report, choices);
        if [SUBCOMMAND, SUBCOMMAND_GROUP].into_iter().any(|kind| option["type"] == kind) {
            check_options(report, option);
        }
    }
}

fn check_locales(report: &mut Report, localized: &Value) {
    for key in ["name_localizations", "description_localizations"] {
        for locale in localized[key].as_object().into_iter().flatten().map(|(locale, _)| locale) {
            let known = limits::LOCALES.contains(&locale.as_str());
            report.limit(known, || format!("{locale:?} is no language of Discord's"));
        }
    }
}

/// Everything wrong with the choices that answer an autocompletion.
pub fn check_choices(choices: &[Value]) -> Vec<Violation> {
    let mut report = Report::default();
    check_given_choices(&mut report, choices);
    report.done()
}

fn check_given_choices(report: &mut Report, choices: &[Value]) {
    report.count("choices", choices.len(), limits::CHOICES);
    for choice in choices {
        for name in with_localizations(choice, "name") {
            report.length("a choice's name", name, 1, limits::CHOICE_TEXT);
        }
        if choice["value"].is_string() {
            report.length("a choice's value", text(&choice["value"]), 1, limits::CHOICE_TEXT);
        }
    }
    report.unique("the choice name", choices.iter().map(|choice| text(&choice["name"])));
}

/// A text and all its localizations.
fn with_localizations<'value>(value: &'value Value, key: &str) -> Vec<&'value str> {
    let localizations = value[format!("{key}_localizations")].as_object();
    let localized = localizations.into_iter().flat_map(|all| all.values()).filter_map(Value::as_str);
    [text(&value[key])].into_iter().chain(localized).collect()
}

/// The characters that count against a command's total.
fn size(value: &Value) -> usize {
    let longest = |key: &str| {
        let lengths = with_localizations(value, key).into_iter().map(|text| text.chars().count());
        lengths.max().unwrap_or(0)
    };
    let inside =
        ["options", "choices"].into_iter().flat_map(|key| list(&value[key])).map(size).sum::<usize>();
    longest("name") + longest("description") + text(&value["value"]).chars().count() + inside
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}
