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
use std::fmt::Display;
use std::io::{self, BufWriter, IsTerminal, Write};
use std::path::{Path, PathBuf};
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

/// Why the work ended early.
enum Stopped {
    /// It is said already what is wrong.
    Told(Outcome),
    /// A stream failed.
    Stream(io::Error),
}

impl From<io::Error> for Stopped {
    fn from(error: io::Error) -> Self {
        Self::Stream(error)
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
    match prepared(arguments) {
        Ok(outcome) | Err(Stopped::Told(outcome)) => outcome,
        Err(Stopped::Stream(error)) if error.kind() == io::ErrorKind::BrokenPipe => Outcome::Done,
        Err(Stopped::Stream(error)) => complain(&error, Outcome::Problem),
    }
}

/// Reads the environment, then does the work.
fn prepared(arguments: Arguments) -> Result<Outcome, Stopped> {
    let wrong = |problem: &dyn Display| Stopped::Told(complain(problem, Outcome::WrongUse));
    let environment = Environment::read(Path::new("")).map_err(|error| wrong(&error))?;
    let settings = Settings::resolve(|name| environment.get(name)).map_err(|error| wrong(&error))?;
    let styled = Screen::of_output(io::stderr().is_terminal(), &environment).styled();
    logging::start(&settings, TERMINAL_LOG, styled);
    let mut out = BufWriter::new(io::stdout().lock());
    let outcome = dispatch(arguments, settings, &environment, &mut out)?;
    out.flush()?;
    Ok(outcome)
}

/// Does the work of one command.
fn dispatch(
    Arguments { common, command }: Arguments,
    settings: Settings,
    environment: &Environment,
    out: &mut dyn Write,
) -> Result<Outcome, Stopped> {
    let interface = Interface::choose(common.lang, environment);
    let screen = Screen::of_output(io::stdout().is_terminal(), environment);
    let folder = common.knowledge.or(settings.knowledge_dir);
    let form = Form { json: false, explain: false, interface, screen };
    let outcome = match command {
        Command::Chat => {
            let conversation = Conversation::new(engine(folder), interface, screen);
            if io::stdin().is_terminal() && io::stdout().is_terminal() {
                chat::at_terminal(conversation, out)?
            } else {
                chat::through_pipe(conversation, io::stdin().lock(), out)?
            }
        }
        Command::Ask(asked) => {
            let form = Form { json: asked.json, explain: asked.explain, ..form };
            ask::run(&engine(folder), &asked.question, form, io::stdin().lock(), out)?
        }
        Command::Define(asked) => {
            define::run(&engine(folder), &asked.term, Form { json: asked.json, ..form }, out)?
        }
    };
    Ok(outcome)
}

/// Says on standard error what is wrong. Where that is closed, the exit code still tells.
fn complain(problem: &dyn Display, outcome: Outcome) -> Outcome {
    let _ = writeln!(io::stderr(), "naenaew: {problem}");
    outcome
}

/// The engine on the knowledge base. WIRING: `knowledge::Origin` takes this place at the merge.
fn engine(_folder: Option<PathBuf>) -> Arc<Engine> {
    Arc::new(Engine::new(Arc::default()))
}
