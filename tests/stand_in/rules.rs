//! Every limit, at its border and one past it.

use serde_json::{Value, json};

use crate::support::validate::{
    Violation, command, limits,
    message::{self, Kind},
};

/// A message with one part changed.
fn with(part: &str, value: Value) -> Value {
    let mut body = json!({"content": "สวัสดี", "allowed_mentions": {"parse": []}});
    body[part] = value;
    body
}

fn row(components: &Value) -> Value {
    with("components", json!([{"type": 1, "components": components}]))
}

fn rows(count: usize) -> Value {
    let row = |number: usize| json!({"type": 1, "components": [button(&number.to_string(), "ปุ่ม")]});
    with("components", (0..count).map(row).collect())
}

fn button(custom_id: &str, label: &str) -> Value {
    json!({"type": 2, "style": 1, "custom_id": custom_id, "label": label})
}

fn buttons(count: usize) -> Value {
    (0..count).map(|number| button(&number.to_string(), "ปุ่ม")).collect()
}

fn menu(part: &str, value: Value) -> Value {
    let mut menu = json!({"type": 3, "custom_id": "menu", "options": [{"label": "ก", "value": "1"}]});
    menu[part] = value;
    row(&json!([menu]))
}

fn options(count: usize) -> Value {
    (0..count).map(|number| json!({"label": "ก", "value": number.to_string()})).collect()
}

fn embed(part: &str, value: Value) -> Value {
    let mut embed = json!({"title": "t"});
    embed[part] = value;
    with("embeds", json!([embed]))
}

fn fields(count: usize) -> Value {
    (0..count).map(|_| json!({"name": "n", "value": "v"})).collect()
}

fn latin(length: usize) -> Value {
    json!("a".repeat(length))
}

#[track_caller]
fn judged(broken: &[Violation], expected: Option<&str>, what: &str) {
    let texts = broken.iter().map(|violation| violation.text.as_str()).collect::<Vec<_>>();
    match expected {
        None => assert!(texts.is_empty(), "{what} is fine, but: {texts:?}"),
        Some(expected) => {
            assert!(texts.iter().any(|text| text.contains(expected)), "{what}: {expected:?} in {texts:?}");
        }
    }
}

#[test]
fn messages() {
    let link = json!([{"type": 2, "style": 5, "url": "https://example.org", "label": "ลิงก์"}]);
    let bad_link = json!([{"type": 2, "style": 5, "custom_id": "x", "label": "ลิงก์"}]);
    let bare = json!([{"type": 2, "style": 1, "custom_id": "x"}]);
    let mixed = json!([button("1", "ปุ่ม"), {"type": 3, "custom_id": "menu", "options": [{"label": "ก", "value": "1"}]}]);
    let six_thousand = json!([{"description": "a".repeat(4000)}, {"description": "a".repeat(2000)}]);
    let more = json!([{"description": "a".repeat(4000)}, {"description": "a".repeat(2001)}]);
    let eleven = Value::Array(vec![json!({"title": "t"}); 11]);
    let cases: Vec<(&str, Value, Option<&str>)> = vec![
        ("longest content", with("content", latin(2000)), None),
        ("too long content", with("content", latin(2001)), Some("content has 2001")),
        ("Thai counts by code points", with("content", json!("ที่".repeat(666))), None),
        ("nothing", with("content", json!(" ")), Some("empty message")),
        ("no allowed_mentions", with("allowed_mentions", Value::Null), Some("allowed_mentions must")),
        (
            "mentions of all",
            with("allowed_mentions", json!({"parse": ["everyone"]})),
            Some("allowed_mentions must"),
        ),
        (
            "a ping",
            with("allowed_mentions", json!({"parse": [], "replied_user": true})),
            Some("pings the author"),
        ),
        (
            "a user",
            with("allowed_mentions", json!({"parse": [], "users": ["1"]})),
            Some("allowed_mentions.users"),
        ),
        ("embeds", with("embeds", eleven), Some("11 embeds")),
        ("title", embed("title", latin(256)), None),
        ("long title", embed("title", latin(257)), Some("title has 257")),
        ("description", embed("description", latin(4096)), None),
        ("long description", embed("description", latin(4097)), Some("description has 4097")),
        ("footer", embed("footer", json!({"text": latin(2048)})), None),
        ("long footer", embed("footer", json!({"text": latin(2049)})), Some("footer has 2049")),
        ("long author", embed("author", json!({"name": latin(257)})), Some("author has 257")),
        ("fields", embed("fields", fields(25)), None),
        ("many fields", embed("fields", fields(26)), Some("26 embed fields")),
        (
            "long field",
            embed("fields", json!([{"name": latin(257), "value": latin(1025)}])),
            Some("value has 1025"),
        ),
        ("an empty field", embed("fields", json!([{"name": "n", "value": ""}])), Some("value has 0")),
        ("a url that is none", embed("url", json!("javascript:alert(1)")), Some("no web address")),
        ("all embeds", with("embeds", six_thousand), None),
        ("too much in all embeds", with("embeds", more), Some("6001 characters")),
        ("rows", rows(5), None),
        ("many rows", rows(6), Some("6 action rows")),
        ("buttons", row(&buttons(5)), None),
        ("many buttons", row(&buttons(6)), Some("6 buttons")),
        ("an empty row", row(&json!([])), Some("empty action row")),
        ("a menu beside a button", row(&mixed), Some("shares its row")),
        ("a link", row(&link), None),
        ("a link with an id", row(&bad_link), Some("link button needs a url")),
        ("a bare button", row(&bare), Some("neither label nor emoji")),
        ("a long label", row(&json!([button("1", &"ก".repeat(81))])), Some("label has 81")),
        ("longest id", row(&json!([button(&"x".repeat(100), "ปุ่ม")])), None),
        ("a long id", row(&json!([button(&"x".repeat(101), "ปุ่ม")])), Some("custom id has 101")),
        ("an empty id", row(&json!([button("", "ปุ่ม")])), Some("custom id has 0")),
        ("an id twice", row(&json!([button("1", "ก"), button("1", "ข")])), Some("twice")),
        ("choices", menu("options", options(25)), None),
        ("many choices", menu("options", options(26)), Some("26 select options")),
        ("no choices", menu("options", json!([])), Some("without options")),
        (
            "a long choice",
            menu("options", json!([{"label": latin(101), "value": "1"}])),
            Some("label has 101"),
        ),
        (
            "a long value",
            menu("options", json!([{"label": "ก", "value": latin(101)}])),
            Some("value has 101"),
        ),
        (
            "a value twice",
            menu("options", json!([{"label": "ก", "value": "1"}, {"label": "ข", "value": "1"}])),
            Some("twice"),
        ),
        ("a long placeholder", menu("placeholder", latin(151)), Some("placeholder has 151")),
        ("too much to choose", menu("max_values", json!(2)), Some("asks for 1 to 2")),
        ("most bytes", with("embeds", json!([{"description": "ก".repeat(2700)}])), None),
        (
            "too many bytes",
            with("embeds", json!([{"description": "ก".repeat(2800)}])),
            Some("bytes of UTF-8"),
        ),
    ];
    for (what, body, expected) in cases {
        judged(&message::check(&body, Kind::Message, false), expected, what);
    }
}

#[test]
fn edits_need_not_name_what_stays() {
    let disabled = json!({"components": [{"type": 1, "components": [button("1", "ปุ่ม")]}]});
    judged(&message::check(&disabled, Kind::Edit, false), None, "components alone");
    judged(
        &message::check(&json!({"content": "ใหม่"}), Kind::Edit, false),
        Some("allowed_mentions must"),
        "content",
    );
}

#[test]
fn modals() {
    let input = |label: &str| json!([{"type": 1, "components": [{"type": 4, "custom_id": "x", "label": label, "style": 1}]}]);
    let modal =
        |title: Value, components: Value| json!({"custom_id": "m", "title": title, "components": components});
    judged(&message::check_modal(&modal(latin(45), input("ชื่อ"))), None, "a form");
    judged(&message::check_modal(&modal(latin(46), input("ชื่อ"))), Some("title has 46"), "a long title");
    judged(
        &message::check_modal(&modal(latin(1), input(&"ก".repeat(46)))),
        Some("label has 46"),
        "a long label",
    );
    judged(&message::check_modal(&modal(latin(1), json!([]))), Some("empty modal"), "no inputs");
}

/// A command with one part changed.
fn command_with(part: &str, value: Value) -> Vec<Value> {
    let mut command = json!({"name": "ask", "description": "Ask", "type": 1});
    command[part] = value;
    vec![command]
}

fn option_with(part: &str, value: Value) -> Vec<Value> {
    let mut option = json!({"type": 3, "name": "term", "description": "A term"});
    option[part] = value;
    command_with("options", json!([option]))
}

#[test]
fn commands() {
    let option = |name: &str, required: bool| json!({"type": 3, "name": name, "description": "d", "required": required});
    let thai = |name: &str| command_with("name_localizations", json!({"th": name}));
    let heavy = (0..25).map(|number| json!({"type": 3, "name": format!("o{number}"), "description": "d", "choices":
        (0..25).map(|choice| json!({"name": format!("{choice}{}", "n".repeat(10)), "value": "v".repeat(10)})).collect::<Vec<_>>()}));
    let cases: Vec<(&str, Vec<Value>, Option<&str>)> = vec![
        ("a command", command_with("name", json!("ask")), None),
        ("a long name", command_with("name", latin(33)), Some("cannot be the name")),
        ("upper case", command_with("name", json!("Ask")), Some("cannot be the name")),
        ("a space", command_with("name", json!("ask me")), Some("cannot be the name")),
        ("an apostrophe", command_with("name", json!("what's")), Some("cannot be the name")),
        ("Thai marks", thai("เปรียบเทียบ"), None),
        ("more Thai marks", thai("เส้นทางอาชีพ"), None),
        ("a baht sign", thai("฿"), Some("cannot be the name")),
        ("no description", command_with("description", json!("")), Some("has 0 characters")),
        ("a long description", command_with("description", latin(101)), Some("has 101 characters")),
        ("an unknown language", command_with("name_localizations", json!({"tlh": "x"})), Some("no language")),
        ("a context menu", vec![json!({"type": 3, "name": "Answer this"})], None),
        (
            "a described context menu",
            vec![json!({"type": 3, "name": "Answer", "description": "d"})],
            Some("no slash command"),
        ),
        ("twice", [command_with("type", json!(1)), command_with("type", json!(1))].concat(), Some("twice")),
        (
            "a required option late",
            command_with("options", json!([option("a", false), option("b", true)])),
            Some("after an optional"),
        ),
        (
            "an option twice",
            command_with("options", json!([option("a", true), option("a", true)])),
            Some("twice"),
        ),
        ("an option's name", option_with("name", json!("Term")), Some("cannot be the name")),
        ("an option's Thai name", option_with("name_localizations", json!({"th": "ศัพท์"})), None),
        ("both choices and completion", option_with("choices", json!([{"name": "a", "value": "b"}])), None),
        ("too much", command_with("options", heavy.collect()), Some("8000 are allowed")),
        ("too many", vec![json!({"type": 3, "name": "x"}); 16], Some("16 commands of type 3")),
    ];
    for (what, commands, expected) in cases {
        judged(&command::check_all(&commands), expected, what);
    }
}

#[test]
fn choices() {
    let many =
        |count: usize| (0..count).map(|n| json!({"name": n.to_string(), "value": "v"})).collect::<Vec<_>>();
    judged(&command::check_choices(&many(limits::CHOICES)), None, "25");
    judged(&command::check_choices(&many(limits::CHOICES + 1)), Some("26 choices"), "26");
    judged(
        &command::check_choices(&[json!({"name": latin(101), "value": "v"})]),
        Some("name has 101"),
        "a name",
    );
    judged(&command::check_choices(&[json!({"name": "", "value": "v"})]), Some("name has 0"), "no name");
    judged(
        &command::check_choices(&[json!({"name": "n", "value": latin(101)})]),
        Some("value has 101"),
        "a value",
    );
    let twice = vec![json!({"name": "n", "value": "v"}); 2];
    judged(&command::check_choices(&twice), Some("twice"), "a name twice");
}
