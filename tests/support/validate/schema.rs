//! Discord's `OpenAPI` description: every body is checked against the operation it is sent to.
//!
//! It knows nothing of the rest of the stand-in: unit tests of the library take this file in, too.
//!
//! The description lies beside the project (`../shared/discord/openapi.json`); where it is missing this check is left
//! out, said once, and the rules by hand stand alone.

use std::{
    collections::BTreeMap,
    fs,
    io::{self, Write as _},
    path::Path,
    sync::{Arc, Mutex, OnceLock, PoisonError},
};

use jsonschema::{Registry, Validator};
use serde_json::{Value, json};

const FILE: &str = "../shared/discord/openapi.json";
/// The name under which validators refer to the description.
const NAME: &str = "urn:discord:openapi";
const CALLBACK: &str = "/interactions/{interaction_id}/{interaction_token}/callback";

/// The description, ready to make validators from.
struct Description {
    registry: Registry<'static>,
    /// Path templates and methods that have a JSON body, `(template, method)`.
    with_body: Vec<(String, String)>,
    without_body: Vec<(String, String)>,
}

/// Whether the description is there.
pub fn is_there() -> bool {
    description().is_some()
}

/// Reads the description before any bot starts: it is large, and reading it must not use up a bot's three seconds.
pub async fn warm_up() {
    tokio::task::spawn_blocking(is_there).await.unwrap();
}

/// What is wrong with the body of a request; runs on a thread of its own because a first check takes long.
pub async fn check(method: String, path: String, body: Value) -> Vec<String> {
    tokio::task::spawn_blocking(move || check_now(&method, &path, body)).await.unwrap()
}

/// What is wrong with the body of a request.
pub fn check_now(method: &str, path: &str, mut body: Value) -> Vec<String> {
    let Some(description) = description() else { return Vec::new() };
    let method = method.to_lowercase();
    let is_operation = |(template, of): &&(String, String)| *of == method && fits(template, path);
    let found = description.with_body.iter().find(is_operation);
    let Some((template, _)) = found else {
        let known = description.without_body.iter().any(|operation| is_operation(&operation));
        return if known { Vec::new() } else { vec!["no operation of Discord's API".to_owned()] };
    };
    if body.is_null() {
        return Vec::new();
    }
    forgive(&mut body);
    let schema = schema_of(template, &method, &body);
    let validator = validator(description, &schema);
    let errors = validator.iter_errors(&body);
    errors.map(|error| format!("{} at {:?}", error, error.instance_path().as_str())).collect()
}

/// Whether a path fits a template like `/channels/{channel_id}/messages`.
///
/// The description has `@me` and `@original` as paths of their own; they come first in `with_body`.
fn fits(template: &str, path: &str) -> bool {
    let (template, path) = (template.split('/').collect::<Vec<_>>(), path.split('/').collect::<Vec<_>>());
    let segment_fits =
        |(wanted, is): (&&str, &&str)| (wanted.starts_with('{') && !is.is_empty()) || wanted == is;
    template.len() == path.len() && template.iter().zip(&path).all(segment_fits)
}

/// Known false alarms: Discord takes permissions as text and attachment ids as numbers, the description does not.
fn forgive(body: &mut Value) {
    match body {
        Value::Array(items) => items.iter_mut().for_each(forgive),
        Value::Object(object) => {
            if object.get("default_member_permissions").is_some_and(Value::is_string) {
                object.remove("default_member_permissions");
            }
            // Callbacks hold their message in `data`.
            object.get_mut("data").into_iter().for_each(forgive);
            let attachments = object.get_mut("attachments").and_then(Value::as_array_mut);
            for attachment in attachments.into_iter().flatten() {
                let id = attachment["id"].as_u64();
                if let Some(id) = id {
                    attachment["id"] = json!(id.to_string());
                }
            }
        }
        _ => {}
    }
}

/// Where the schema of a body stands in the description.
///
/// A callback may be one of seven forms; its type says which, and errors of that one alone can be read.
fn schema_of(template: &str, method: &str, body: &Value) -> String {
    let form = match body["type"].as_u64() {
        _ if template != CALLBACK => None,
        Some(4 | 5) => Some("CreateMessageInteractionCallbackRequest"),
        Some(6 | 7) => Some("UpdateMessageInteractionCallbackRequest"),
        Some(8) => Some("ApplicationCommandAutocompleteCallbackRequest"),
        Some(9) => Some("ModalInteractionCallbackRequest"),
        _ => None,
    };
    if let Some(form) = form {
        return format!("/components/schemas/{form}");
    }
    let template = template.replace('/', "~1").replace('{', "%7B").replace('}', "%7D");
    format!("/paths/{template}/{method}/requestBody/content/application~1json/schema")
}

/// The validator of a schema, made once in a process.
fn validator(description: &'static Description, schema: &str) -> Arc<Validator> {
    static MADE: Mutex<BTreeMap<String, Arc<Validator>>> = Mutex::new(BTreeMap::new());
    let mut made = MADE.lock().unwrap_or_else(PoisonError::into_inner);
    let compile = || {
        let reference = json!({"$ref": format!("{NAME}#{schema}")});
        let options = jsonschema::options().with_registry(&description.registry);
        Arc::new(options.build(&reference).expect("Discord's description holds this schema"))
    };
    Arc::clone(made.entry(schema.to_owned()).or_insert_with(compile))
}

fn description() -> Option<&'static Description> {
    static DESCRIPTION: OnceLock<Option<Description>> = OnceLock::new();
    DESCRIPTION.get_or_init(read).as_ref()
}

fn read() -> Option<Description> {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(FILE);
    let Ok(text) = fs::read_to_string(file) else {
        // Not `println!`: the test harness swallows what passing tests print.
        let _ = writeln!(
            io::stderr(),
            "skipped: no {FILE}: bodies are not checked against Discord's description"
        );
        return None;
    };
    let description = serde_json::from_str::<Value>(&text).expect("the description is JSON");
    let (mut with_body, mut without_body) = (Vec::new(), Vec::new());
    for (template, operations) in description["paths"].as_object().expect("an OpenAPI description has paths")
    {
        for (method, operation) in operations.as_object().expect("a path holds operations") {
            let has_body = operation["requestBody"]["content"]["application/json"].is_object();
            let operations = if has_body { &mut with_body } else { &mut without_body };
            operations.push((template.clone(), method.clone()));
        }
    }
    // `/…/@original` also fits `/…/{message_id}`: literal paths are asked first.
    with_body.sort_by_key(|(template, _)| template.matches('{').count());
    let registry = Registry::new().add(NAME, description).and_then(jsonschema::RegistryBuilder::prepare);
    Some(Description { registry: registry.expect("the description is a resource"), with_body, without_body })
}
