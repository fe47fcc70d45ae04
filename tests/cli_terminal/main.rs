//! The program as people use it in a terminal: what they type, what they see, with which exit code.
//!
//! The articles are the small folder `tests/fixtures/careers`; the working folder is empty, and so is the
//! environment.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod ask;
mod bad_input;
mod baseline;
mod chat;
mod gaps;
mod import;
mod reload;
mod usage;

use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

/// What came out of a run.
struct Run {
    code: i32,
    out: String,
    err: String,
}

/// A run that is prepared.
struct Naenaew {
    command: Command,
    input: Vec<u8>,
    /// Lives as long as the run: it is removed when it is dropped.
    folder: tempfile::TempDir,
}

/// The program with the small folder of articles.
fn naenaew(arguments: &[&str]) -> Naenaew {
    let careers = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/careers");
    let careers = careers.to_str().expect("the path is a text");
    // Behind `--` everything is a part of the question.
    let end = arguments.iter().position(|argument| *argument == "--").unwrap_or(arguments.len());
    let (before, behind) = arguments.split_at(end);
    bare(&[before, &["--knowledge", careers], behind].concat())
}

/// The program without any option of our own.
fn bare(arguments: &[&str]) -> Naenaew {
    let folder = tempfile::tempdir().unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_naenaew"));
    // The day that the articles were reviewed, whenever the tests run.
    command.args(arguments).current_dir(folder.path()).env_clear().env("SOURCE_DATE_EPOCH", "1795392000");
    Naenaew { command, input: Vec::new(), folder }
}

impl Naenaew {
    fn env(mut self, name: &str, value: &str) -> Self {
        self.command.env(name, value);
        self
    }

    fn file(self, name: &str, text: &str) -> Self {
        std::fs::write(self.folder.path().join(name), text).unwrap();
        self
    }

    fn input(mut self, input: impl AsRef<[u8]>) -> Self {
        self.input = input.as_ref().to_vec();
        self
    }

    fn run(mut self) -> Run {
        let piped = self.command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = piped.spawn().unwrap();
        let mut stdin = child.stdin.take().unwrap();
        let input = self.input;
        // Beside the reading, so that neither side waits for the other; who does not read it may end before.
        let writer = std::thread::spawn(move || drop(stdin.write_all(&input)));
        let output = child.wait_with_output().unwrap();
        writer.join().unwrap();
        Run {
            code: output.status.code().expect("ended by itself"),
            out: String::from_utf8(output.stdout).expect("UTF-8"),
            err: String::from_utf8(output.stderr).expect("UTF-8"),
        }
    }
}
