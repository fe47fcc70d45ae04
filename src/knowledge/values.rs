//! Values of a YAML tree read as what they should be; what they are not is reported, never guessed.

use std::ops::Range;

use super::names::nearest;
use super::problem::Notes;
use super::yaml::{Entry, Node, Value};

/// A value that was understood, and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Placed<T> {
    /// The value.
    pub(crate) value: T,
    /// In bytes of the file.
    pub(crate) span: Range<usize>,
}

/// The first and the last year (CE) that a fact may be dated to. Later ones up to [`LAST_YEAR_BE`] are Buddhist Era.
const YEARS_CE: std::ops::RangeInclusive<i32> = 1000..=2399;
const LAST_YEAR_BE: i32 = 2999;
/// The Buddhist Era counts this many years more.
const BUDDHIST_ERA: i32 = 543;

/// Reports every key that nothing will read. `holder` names what the keys belong to.
pub(crate) fn known_keys(notes: &mut Notes<'_>, entries: &[Entry], keys: &[&str], holder: &str) {
    for entry in entries.iter().filter(|entry| !keys.contains(&entry.key.as_str())) {
        let mend = match nearest(&entry.key, keys.iter().copied()) {
            Some(key) => format!("did you mean `{key}`?"),
            None => format!("{holder} may hold {}", keys.join(", ")),
        };
        notes.error(&entry.key_span, format!("unknown key `{}`", entry.key), mend);
    }
}

/// The entry with this key.
pub(crate) fn entry<'e>(entries: &'e [Entry], key: &str) -> Option<&'e Entry> {
    entries.iter().find(|entry| entry.key == key)
}

/// A text with words in it, its line breaks made spaces. `example` shows how the key is written.
pub(crate) fn text(notes: &mut Notes<'_>, entry: &Entry, example: &str) -> Option<Placed<String>> {
    match &entry.value.value {
        Value::Nothing => {
            empty(notes, &entry.key_span, &entry.key, example);
            None
        }
        Value::Text(_) => text_node(notes, &entry.value, &entry.key, example),
        _ => {
            wrong_type(notes, &entry.value, &entry.key, "a text", example);
            None
        }
    }
}

/// Like [`text`], for a key that may hold nothing.
pub(crate) fn optional_text(notes: &mut Notes<'_>, entry: &Entry, example: &str) -> Option<Placed<String>> {
    if entry.value.value == Value::Nothing { None } else { text(notes, entry, example) }
}

fn text_node(notes: &mut Notes<'_>, node: &Node, key: &str, example: &str) -> Option<Placed<String>> {
    match &node.value {
        Value::Text(text) if text.trim().is_empty() => {
            empty(notes, &node.span, key, example);
            None
        }
        Value::Text(text) => {
            let value =
                text.lines().map(str::trim).filter(|line| !line.is_empty()).collect::<Vec<_>>().join(" ");
            Some(Placed { value, span: node.span.clone() })
        }
        Value::Nothing => {
            empty(notes, &node.span, key, example);
            None
        }
        _ => {
            wrong_type(notes, node, key, "a text", example);
            None
        }
    }
}

/// The items of a list; a list without any is a hint, since the key may as well be left out.
pub(crate) fn list<'e>(notes: &mut Notes<'_>, entry: &'e Entry, example: &str) -> &'e [Node] {
    match &entry.value.value {
        Value::List(items) if !items.is_empty() => items,
        Value::List(_) | Value::Nothing => {
            notes.hint(
                &entry.key_span,
                format!("`{}` is empty", entry.key),
                format!("leave the key out, or fill it as in `{example}`"),
            );
            &[]
        }
        _ => {
            wrong_type(notes, &entry.value, &entry.key, "a list", example);
            &[]
        }
    }
}

/// A list of texts; those that are none are reported and left out.
pub(crate) fn texts(notes: &mut Notes<'_>, entry: &Entry, example: &str) -> Vec<Placed<String>> {
    let items = list(notes, entry, example);
    items.iter().filter_map(|item| text_node(notes, item, &entry.key, example)).collect()
}

/// The entries of a map; none when it is something else.
pub(crate) fn map<'e>(
    notes: &mut Notes<'_>,
    node: &'e Node,
    key: &str,
    example: &str,
) -> Option<&'e [Entry]> {
    if let Value::Map(entries) = &node.value {
        Some(entries)
    } else {
        wrong_type(notes, node, key, "keys with values", example);
        None
    }
}

/// A year of the common era; one that must be Buddhist Era is reported with the year to write instead.
pub(crate) fn year(notes: &mut Notes<'_>, entry: &Entry) -> Option<i32> {
    let text = optional_text(notes, entry, "year: 2024")?;
    match text.value.parse::<i32>() {
        Ok(year) if YEARS_CE.contains(&year) => Some(year),
        Ok(year) if common_era(year).is_some() => {
            let mend = format!("write `{}`: years are of the common era", common_era(year).unwrap_or(year));
            notes.error(&text.span, format!("{year} is a year of the Buddhist Era"), mend);
            None
        }
        _ => {
            notes.error(
                &text.span,
                format!("`{}` is no year", text.value),
                "write a year, as in `year: 2024`",
            );
            None
        }
    }
}

/// The common-era year of a year that can only be Buddhist Era.
pub(crate) fn common_era(year: i32) -> Option<i32> {
    (year > *YEARS_CE.end() && year <= LAST_YEAR_BE).then_some(year - BUDDHIST_ERA)
}

/// An amount of money or a count: digits with at most one point.
pub(crate) fn amount(notes: &mut Notes<'_>, entry: &Entry) -> Option<f64> {
    let example = format!("{}: 45000", entry.key);
    let text = optional_text(notes, entry, &example)?;
    let plain = text.value.chars().all(|c| c.is_ascii_digit() || c == '.');
    if let (true, Ok(amount)) = (plain, text.value.parse::<f64>()) {
        return Some(amount);
    }
    let what = format!("`{}` is no number", text.value);
    notes.error(&text.span, what, format!("write digits only, as in `{example}`"));
    None
}

fn empty(notes: &mut Notes<'_>, span: &Range<usize>, key: &str, example: &str) {
    notes.error(
        span,
        format!("an empty text in `{key}`"),
        format!("write one, as in `{example}`, or remove it"),
    );
}

fn wrong_type(notes: &mut Notes<'_>, node: &Node, key: &str, wanted: &str, example: &str) {
    let held = match node.value {
        Value::Nothing => "nothing",
        Value::Text(_) => "a text",
        Value::List(_) => "a list",
        Value::Map(_) => "keys with values",
        Value::Unusable => return,
    };
    // "the front matter" is no key that anybody wrote.
    let holder = if key.contains(' ') { key.to_owned() } else { format!("`{key}`") };
    notes.error(&node.span, format!("{holder} holds {held}"), format!("write {wanted}, as in `{example}`"));
}
