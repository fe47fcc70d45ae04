//! Messages and modals: text, embeds, components, mentions, bytes.

use serde_json::Value;

use super::{Report, Severity, Violation, limits};

/// How a body comes to be a message.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A new message: must hold something, and must say whom it may mention.
    Message,
    /// A change: what it does not name stays.
    Edit,
}

/// Component types ("Component Types").
const ACTION_ROW: u64 = 1;
const BUTTON: u64 = 2;
const STRING_SELECT: u64 = 3;
const TEXT_INPUT: u64 = 4;
const OTHER_SELECTS: std::ops::RangeInclusive<u64> = 5..=8;
/// The button style that opens a link ("Button Styles").
const LINK: u64 = 5;

/// Everything wrong with a message body.
pub fn check(body: &Value, kind: &Kind, allows_reply_ping: bool) -> Vec<Violation> {
    let mut report = Report::default();
    report.length("content", text(&body["content"]), 0, limits::CONTENT);
    check_mentions(&mut report, body, kind, allows_reply_ping);
    check_embeds(&mut report, list(&body["embeds"]));
    check_rows(&mut report, list(&body["components"]));
    if *kind == Kind::Message {
        let holds = |part: &str| !list(&body[part]).is_empty();
        let full = !text(&body["content"]).trim().is_empty()
            || ["embeds", "attachments", "components", "sticker_ids"].into_iter().any(holds)
            || body["poll"].is_object();
        report.limit(full, || "an empty message (50006)".to_owned());
    }
    let mut broken = report.done();
    broken.extend(check_bytes(body));
    broken
}

/// The byte budget of a message, over all its texts.
pub fn check_bytes(message: &Value) -> Vec<Violation> {
    let mut report = Report::default();
    let bytes = texts(message).iter().map(String::len).sum::<usize>();
    if bytes > limits::MESSAGE_BYTES {
        let most = limits::MESSAGE_BYTES;
        report.add(
            Severity::Bytes,
            format!("the message's texts have {bytes} bytes of UTF-8, {most} are allowed"),
        );
    }
    report.done()
}

/// Every text of a message, in reading order.
pub fn texts(message: &Value) -> Vec<String> {
    let mut texts = vec![text(&message["content"])];
    for embed in list(&message["embeds"]) {
        texts.extend([text(&embed["author"]["name"]), text(&embed["title"]), text(&embed["description"])]);
        for field in list(&embed["fields"]) {
            texts.extend([text(&field["name"]), text(&field["value"])]);
        }
        texts.push(text(&embed["footer"]["text"]));
    }
    for component in list(&message["components"]).iter().flat_map(|row| list(&row["components"])) {
        texts.extend([text(&component["label"]), text(&component["placeholder"])]);
        for option in list(&component["options"]) {
            texts.extend([text(&option["label"]), text(&option["description"])]);
        }
    }
    texts.into_iter().filter(|text| !text.is_empty()).map(str::to_owned).collect()
}

/// The project's rule: whoever writes text says that it mentions nobody.
fn check_mentions(report: &mut Report, body: &Value, kind: &Kind, allows_reply_ping: bool) {
    let writes = *kind == Kind::Message || body["content"].is_string();
    let allowed = &body["allowed_mentions"];
    if writes && allowed["parse"].as_array().is_none_or(|parse| !parse.is_empty()) {
        report.add(Severity::Rule, format!("allowed_mentions must hold an empty `parse` but is {allowed}"));
    }
    if allowed["replied_user"] == true && !allows_reply_ping {
        report
            .add(Severity::Rule, "allowed_mentions.replied_user pings the author of the question".to_owned());
    }
    for listed in ["users", "roles"] {
        if !list(&allowed[listed]).is_empty() {
            report.add(Severity::Rule, format!("allowed_mentions.{listed} lets somebody be mentioned"));
        }
    }
}

fn check_embeds(report: &mut Report, embeds: &[Value]) {
    report.count("embeds", embeds.len(), limits::EMBEDS);
    let mut total = 0;
    for embed in embeds {
        let fields = list(&embed["fields"]);
        report.count("embed fields", fields.len(), limits::EMBED_FIELDS);
        let mut part = |what: &str, value: &Value, shortest: usize, longest: usize| {
            total += text(value).chars().count();
            report.length(what, text(value), shortest, longest);
        };
        part("an embed's title", &embed["title"], 0, limits::EMBED_TITLE);
        part("an embed's description", &embed["description"], 0, limits::EMBED_DESCRIPTION);
        part("an embed's footer", &embed["footer"]["text"], 0, limits::EMBED_FOOTER);
        part("an embed's author", &embed["author"]["name"], 0, limits::EMBED_AUTHOR);
        for field in fields {
            part("an embed field's name", &field["name"], 1, limits::EMBED_FIELD_NAME);
            part("an embed field's value", &field["value"], 1, limits::EMBED_FIELD_VALUE);
        }
        for url in [&embed["url"], &embed["footer"]["icon_url"], &embed["author"]["url"]] {
            let web = text(url).starts_with("https://") || text(url).starts_with("http://");
            report.limit(url.is_null() || web, || format!("{url} is no web address"));
        }
    }
    report.limit(total <= limits::EMBEDS_TOTAL, || {
        format!("all embeds have {total} characters, {} are allowed", limits::EMBEDS_TOTAL)
    });
}

fn check_rows(report: &mut Report, rows: &[Value]) {
    report.count("action rows", rows.len(), limits::ROWS);
    for row in rows {
        let components = list(&row["components"]);
        let is_row = row["type"] == ACTION_ROW;
        report.limit(is_row, || format!("component type {} stands where action rows stand", row["type"]));
        report.limit(!components.is_empty(), || "an empty action row".to_owned());
        report.count("buttons in a row", components.len(), limits::BUTTONS);
        let buttons = components.iter().filter(|component| component["type"] == BUTTON).count();
        report.limit(buttons == components.len() || components.len() == 1, || {
            "a select menu shares its row with other components".to_owned()
        });
        for component in components {
            check_component(report, component);
        }
    }
    let components = rows.iter().flat_map(|row| list(&row["components"]));
    report.unique("the custom id", components.filter_map(|component| component["custom_id"].as_str()));
}

fn check_component(report: &mut Report, component: &Value) {
    match component["type"].as_u64() {
        Some(BUTTON) if component["style"] == LINK => {
            let linked = component["url"].is_string() && component["custom_id"].is_null();
            report.limit(linked, || "a link button needs a url and has no custom id".to_owned());
            check_label(report, component);
        }
        Some(BUTTON) => {
            check_custom_id(report, component);
            report.limit(component["url"].is_null(), || "a button with a custom id has a url too".to_owned());
            check_label(report, component);
        }
        Some(STRING_SELECT) => {
            check_custom_id(report, component);
            check_select(report, component);
        }
        Some(other) if OTHER_SELECTS.contains(&other) => check_custom_id(report, component),
        _ => report.limit(false, || format!("component type {} in a message's row", component["type"])),
    }
}

fn check_custom_id(report: &mut Report, component: &Value) {
    report.length("a custom id", text(&component["custom_id"]), 1, limits::CUSTOM_ID);
}

fn check_label(report: &mut Report, button: &Value) {
    report.length("a button's label", text(&button["label"]), 0, limits::BUTTON_LABEL);
    let named = !text(&button["label"]).is_empty() || button["emoji"].is_object();
    report.limit(named, || "a button has neither label nor emoji".to_owned());
}

fn check_select(report: &mut Report, menu: &Value) {
    let options = list(&menu["options"]);
    report.count("select options", options.len(), limits::SELECT_OPTIONS);
    report.limit(!options.is_empty(), || "a select menu without options".to_owned());
    report.length("a placeholder", text(&menu["placeholder"]), 0, limits::PLACEHOLDER);
    for option in options {
        report.length("a select option's label", text(&option["label"]), 1, limits::SELECT_OPTION_TEXT);
        report.length("a select option's value", text(&option["value"]), 1, limits::SELECT_OPTION_TEXT);
        report.length(
            "a select option's description",
            text(&option["description"]),
            0,
            limits::SELECT_OPTION_TEXT,
        );
    }
    report.unique("the select value", options.iter().map(|option| text(&option["value"])));
    let bound = |name: &str| menu[name].as_u64().unwrap_or(1);
    let (least, most) = (bound("min_values"), bound("max_values"));
    let chosen = options.iter().filter(|option| option["default"] == true).count() as u64;
    report.limit(least <= most && most <= options.len() as u64 && chosen <= most, || {
        format!("a menu of {} options, {chosen} of them chosen, asks for {least} to {most}", options.len())
    });
}

/// Everything wrong with a modal.
pub fn check_modal(modal: &Value) -> Vec<Violation> {
    let mut report = Report::default();
    report.length("a modal's title", text(&modal["title"]), 1, limits::MODAL_TITLE);
    check_custom_id(&mut report, modal);
    let rows = list(&modal["components"]);
    report.count("rows in a modal", rows.len(), limits::MODAL_COMPONENTS);
    report.limit(!rows.is_empty(), || "an empty modal".to_owned());
    for input in rows.iter().flat_map(|row| list(&row["components"])) {
        let is_input = input["type"] == TEXT_INPUT;
        report.limit(is_input, || format!("component type {} in a modal's row", input["type"]));
        check_custom_id(&mut report, input);
        report.length("an input's label", text(&input["label"]), 1, limits::TEXT_INPUT_LABEL);
        report.length(
            "an input's placeholder",
            text(&input["placeholder"]),
            0,
            limits::TEXT_INPUT_PLACEHOLDER,
        );
    }
    let inputs = rows.iter().flat_map(|row| list(&row["components"]));
    report.unique("the custom id", inputs.filter_map(|input| input["custom_id"].as_str()));
    report.done()
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}
