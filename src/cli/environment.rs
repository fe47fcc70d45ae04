//! The process's environment and the file `.env` in the working folder. Owns no meaning of any variable.

use std::collections::HashMap;
use std::ffi::OsString;
use std::io;
use std::path::Path;

/// The file that is read first; what the process's environment holds wins over it.
const FILE: &str = ".env";
/// Some editors put it at the beginning of a file.
const BYTE_ORDER_MARK: char = '\u{FEFF}';

/// Every variable, looked up by name.
#[derive(Debug, Default)]
pub(crate) struct Environment {
    file: HashMap<String, String>,
}

/// Why `.env` cannot be used. Never repeats what stands in it: it holds secrets.
#[derive(Debug, thiserror::Error)]
pub(crate) enum EnvironmentError {
    #[error("{FILE} cannot be read: {0}")]
    Unreadable(io::Error),
    #[error("{FILE}, line {0}: this is no `NAME=value`; put values with spaces or # in quotation marks")]
    Line(usize),
}

impl Environment {
    /// Reads `.env` in a folder, if there is one.
    pub(crate) fn read(folder: &Path) -> Result<Self, EnvironmentError> {
        match std::fs::read_to_string(folder.join(FILE)) {
            Ok(text) => Self::parse(&text),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Self::default()),
            Err(error) => Err(EnvironmentError::Unreadable(error)),
        }
    }

    /// The value of a variable.
    pub(crate) fn get(&self, name: &str) -> Option<OsString> {
        std::env::var_os(name).or_else(|| self.file.get(name).map(OsString::from))
    }

    /// Whether a variable holds anything.
    pub(crate) fn is_set(&self, name: &str) -> bool {
        self.get(name).is_some_and(|value| !value.is_empty())
    }

    fn parse(text: &str) -> Result<Self, EnvironmentError> {
        let text = text.strip_prefix(BYTE_ORDER_MARK).unwrap_or(text);
        match entries(text) {
            Ok(file) => Ok(Self { file }),
            Err(dotenvy::Error::Io(error)) => Err(EnvironmentError::Unreadable(error)),
            // What the error holds stands in the file, and may be a secret.
            Err(_) => Err(EnvironmentError::Line(good_lines(text) + 1)),
        }
    }
}

fn entries(text: &str) -> dotenvy::Result<HashMap<String, String>> {
    dotenvy::from_read_iter(text.as_bytes()).collect()
}

/// How many lines can be read before the first that cannot; an entry in quotation marks may go over several lines.
fn good_lines(text: &str) -> usize {
    let ends = text.match_indices('\n').map(|(position, _)| position + 1);
    let good =
        ends.enumerate().filter(|(_, end)| text.get(..*end).is_some_and(|lines| entries(lines).is_ok()));
    good.last().map_or(0, |(line, _)| line + 1)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn entries_are_read() {
        let read =
            Environment::parse("\u{FEFF}NAENAEW_A=1\n# note\nNAENAEW_B=\"สอง สาม\"\nNAENAEW_C=\n").unwrap();
        assert_eq!(read.get("NAENAEW_A"), Some("1".into()));
        assert_eq!(read.get("NAENAEW_B"), Some("สอง สาม".into()));
        assert!(!read.is_set("NAENAEW_C"));
        assert_eq!(read.get("NAENAEW_D"), None);
    }

    #[test]
    fn a_broken_entry_is_named_by_its_line_alone() {
        for (text, line) in [
            ("A=1\nDISCORD_TOKEN hush\n", "line 2:"),
            ("A=1\n\nB=hush hush\n", "line 3:"),
            ("A='hush\nhush", "line 1:"),
            ("A='one\ntwo'\nB=\"hush hush\"\nC=hush hush", "line 4:"),
        ] {
            let problem = Environment::parse(text).unwrap_err();
            assert!(problem.to_string().contains(line), "{text:?}: {problem}");
            assert!(!problem.to_string().contains("hush"), "{text:?}: {problem}");
        }
    }

    #[test]
    fn a_missing_file_is_no_problem_and_a_folder_is_one() {
        let folder = tempfile::tempdir().unwrap();
        assert!(Environment::read(folder.path()).is_ok());
        std::fs::create_dir(folder.path().join(FILE)).unwrap();
        assert!(matches!(Environment::read(folder.path()), Err(EnvironmentError::Unreadable(_))));
    }
}
