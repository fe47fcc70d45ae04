//! Forms with files: `payload_json` beside `files[0]`, `files[1]`, …, as Discord takes them ("Uploading Files").
//!
//! Reads what clients really send (RFC 7578 with a boundary, one header block a part) and nothing more.

use axum::http::{HeaderMap, header};
use serde_json::Value;

/// A file of a form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    /// The number in the field's name, `files[0]`: what `attachments` refer to.
    pub number: u64,
    pub name: String,
    pub content_type: String,
    pub bytes: Vec<u8>,
}

/// What a request carries: its JSON, and files where it is a form.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Body {
    pub json: Value,
    pub files: Vec<File>,
}

/// Reads a body of either kind.
///
/// # Errors
/// A sentence about what cannot be read.
pub fn read(headers: &HeaderMap, bytes: &[u8]) -> Result<Body, String> {
    if bytes.is_empty() {
        return Ok(Body::default());
    }
    let kind = headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    match kind.split_once("boundary=") {
        Some((form, boundary)) if form.trim_start().starts_with("multipart/form-data") => {
            read_form(boundary.trim_matches('"'), bytes)
        }
        _ => Ok(Body { json: read_json(bytes)?, files: Vec::new() }),
    }
}

fn read_json(bytes: &[u8]) -> Result<Value, String> {
    serde_json::from_slice(bytes).map_err(|reason| format!("the body is no JSON: {reason}"))
}

fn read_form(boundary: &str, bytes: &[u8]) -> Result<Body, String> {
    let (opening, border) = (format!("--{boundary}\r\n"), format!("\r\n--{boundary}"));
    let mut rest =
        bytes.strip_prefix(opening.as_bytes()).ok_or("the form does not begin with its boundary")?;
    let mut body = Body::default();
    loop {
        let end = find(rest, border.as_bytes()).ok_or("a part of the form has no end")?;
        add_part(&mut body, &rest[..end])?;
        rest = &rest[end + border.len()..];
        match rest.strip_prefix(b"\r\n") {
            Some(next) => rest = next,
            None if rest.starts_with(b"--") => return Ok(body),
            None => return Err("the form's last boundary is cut off".to_owned()),
        }
    }
}

fn add_part(body: &mut Body, part: &[u8]) -> Result<(), String> {
    const GAP: &[u8] = b"\r\n\r\n";
    let gap = find(part, GAP).ok_or("a part of the form has no headers")?;
    let (headers, content) = (String::from_utf8_lossy(&part[..gap]), &part[gap + GAP.len()..]);
    let name = parameter(&headers, "name").unwrap_or_default();
    if name == "payload_json" {
        body.json = read_json(content)?;
        return Ok(());
    }
    let number = name.strip_prefix("files[").and_then(|name| name.strip_suffix(']')?.parse().ok());
    let number = number.ok_or_else(|| format!("a form of Discord's has no field {name:?}"))?;
    let name = parameter(&headers, "filename").ok_or("a file without a name")?;
    let lines = headers.lines().filter_map(|line| line.split_once(": "));
    let mut content_type =
        lines.filter(|(key, _)| key.eq_ignore_ascii_case("content-type")).map(|(_, kind)| kind);
    let content_type = content_type.next_back().unwrap_or_default().to_owned();
    body.files.push(File { number, name, content_type, bytes: content.to_vec() });
    Ok(())
}

/// A quoted parameter of the headers; `name="` also ends `filename="`, hence the space before it.
fn parameter(headers: &str, name: &str) -> Option<String> {
    let (_, behind) = headers.split_once(&format!(" {name}=\""))?;
    behind.split_once('"').map(|(value, _)| value.to_owned())
}

fn find(bytes: &[u8], wanted: &[u8]) -> Option<usize> {
    bytes.windows(wanted.len()).position(|window| window == wanted)
}
