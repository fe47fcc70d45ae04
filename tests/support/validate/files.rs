//! Files of a form and the `attachments` that describe them.

use std::collections::BTreeSet;

use serde_json::Value;

use super::{Report, Violation, limits};
use crate::support::rest::form::File;

/// Everything wrong with the files of a message, given the part of the body that describes the message. `kept` are the
/// ids of the attachments that the message has already.
pub fn check(message: &Value, files: &[File], kept: &BTreeSet<u64>) -> Vec<Violation> {
    let mut report = Report::default();
    let described = message["attachments"].as_array().map_or(&[][..], Vec::as_slice);
    report.count("files", files.len(), limits::FILES);
    for file in files {
        report.limit(file.bytes.len() <= limits::FILE_BYTES, || {
            format!(
                "the file {:?} has {} bytes, {} are allowed",
                file.name,
                file.bytes.len(),
                limits::FILE_BYTES
            )
        });
        // Discord takes other names, and changes them: what the message says of the file would not fit any more.
        let plain = |character: char| character.is_ascii_alphanumeric() || "-_.".contains(character);
        report.limit(!file.name.is_empty() && file.name.chars().all(plain), || {
            format!("the file name {:?} holds more than ASCII letters, figures, `-`, `_` and `.`", file.name)
        });
        let about = described.iter().find(|attachment| number(attachment) == Some(file.number));
        report.limit(about.is_some(), || format!("no attachment describes the file {:?}", file.name));
        if let Some(named) = about.and_then(|attachment| attachment["filename"].as_str()) {
            report
                .limit(named == file.name, || format!("the file {:?} is described as {named:?}", file.name));
        }
    }
    for attachment in described {
        let id = number(attachment);
        let known = id.is_some_and(|id| kept.contains(&id) || files.iter().any(|file| file.number == id));
        report.limit(known, || format!("the attachment {} is neither sent nor there", attachment["id"]));
        let description = attachment["description"].as_str().unwrap_or_default();
        report.length("an attachment's description", description, 0, limits::FILE_DESCRIPTION);
    }
    report.unique(
        "the file number",
        files.iter().map(|file| file.number.to_string()).collect::<Vec<_>>().iter().map(String::as_str),
    );
    report.done()
}

/// An attachment's id, which clients send as text or as a number.
pub fn number(attachment: &Value) -> Option<u64> {
    attachment["id"].as_u64().or_else(|| attachment["id"].as_str()?.parse().ok())
}
