//! The terminal edge: one file a subcommand. Results go to standard output, everything else to standard error.
//!
//! [`run`] is the way from the command line to an exit code: arguments, `.env`, settings, log, knowledge, command.

mod args;
mod ask;
mod chat;
mod conversation;
mod define;
mod environment;
mod input;
mod interface;
mod json;
mod logging;
mod render;
mod screen;

use std::ffi::OsString;
use std::io::{self, BufWriter, IsTerminal, Write};
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;

use clap::Parser;

use self::args::{Arguments, Command};
use self::ask::Form;
use self::environment::Environment;
use crate::search::Engine;
use crate::settings::Settings;

pub use self::conversation::{Conversation, Said};
pub use self::interface::Interface;
pub use self::screen::Screen;

/// What is logged when `LOG` says nothing: only what somebody should look at.
const TERMINAL_LOG: &str = "warn";

/// How a command ended, as an exit code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// The work is done: exit code 0.
    Done,
    /// The work found a problem or no answer: exit code 1.
    Problem,
    /// The command was used wrongly: exit code 2.
    WrongUse,
}

impl From<Outcome> for ExitCode {
    fn from(outcome: Outcome) -> Self {
        match outcome {
            Outcome::Done => Self::from(0),
            Outcome::Problem => Self::from(1),
            Outcome::WrongUse => Self::from(2),
        }
    }
}

/// Does what the command line asks for. Nobody who closes a pipe early is told about it: they know.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> Outcome {
    let arguments = match Arguments::try_parse_from(arguments) {
        Ok(arguments) => arguments,
        Err(message) => {
            // Help and version go to standard output, mistakes to standard error; either may be closed.
            let _ = message.print();
            return if message.use_stderr() { Outcome::WrongUse } else { Outcome::Done };
        }
    };
    let mut out = BufWriter::new(io::stdout().lock());
    let done = prepared(arguments, &mut out).and_then(|outcome| out.flush().map(|()| outcome));
    done.unwrap_or_else(|error| {
        if error.kind() == io::ErrorKind::BrokenPipe {
            Outcome::Done
        } else {
            complain(&error, Outcome::Problem)
        }
    })
}

/// Reads the environment, then does the work.
fn prepared(arguments: Arguments, out: &mut dyn Write) -> io::Result<Outcome> {
    let environment = match Environment::read(&PathBuf::new()) {
        Ok(environment) => environment,
        Err(error) => return Ok(complain(&error, Outcome::WrongUse)),
    };
    let settings = match Settings::resolve(|name| environment.get(name)) {
        Ok(settings) => settings,
        Err(error) => return Ok(complain(&error, Outcome::WrongUse)),
    };
    logging::start(
        &settings,
        TERMINAL_LOG,
        Screen::of_output(io::stderr().is_terminal(), &environment).styled(),
    );
    dispatch(arguments, settings, &environment, out)
}

/// Does the work of one command.
fn dispatch(
    arguments: Arguments,
    settings: Settings,
    environment: &Environment,
    out: &mut dyn Write,
) -> io::Result<Outcome> {
    let Arguments { common, command } = arguments;
    let interface = Interface::choose(common.lang, environment);
    let screen = Screen::of_output(io::stdout().is_terminal(), environment);
    let engine = engine(common.knowledge.or(settings.knowledge_dir));
    let (input, form) = (io::stdin(), Form { json: false, explain: false, interface, screen });
    match command {
        Command::Chat => {
            let conversation = Conversation::new(engine, interface, screen);
            if input.is_terminal() && io::stdout().is_terminal() {
                chat::at_terminal(conversation, out)
            } else {
                chat::through_pipe(conversation, input.lock(), out)
            }
        }
        Command::Ask(asked) => {
            let form = Form { json: asked.json, explain: asked.explain, ..form };
            ask::run(&engine, &asked.question, form, input.lock(), out)
        }
        Command::Define(asked) => define::run(&engine, &asked.term, Form { json: asked.json, ..form }, out),
    }
}

/// Says on standard error what is wrong. Where that is closed, the exit code still tells.
fn complain(problem: &dyn std::fmt::Display, outcome: Outcome) -> Outcome {
    let _ = writeln!(io::stderr(), "naenaew: {problem}");
    outcome
}

/// The engine on the knowledge base. WIRING: `knowledge::Origin` takes this place at the merge.
fn engine(_folder: Option<PathBuf>) -> Arc<Engine> {
    Arc::new(Engine::new(Arc::default()))
}
