//! The terminal edge: one file a subcommand. Results go to standard output, everything else to standard error.
//!
//! [`run`] is the way from the command line to an exit code: arguments, `.env`, settings, log, knowledge, command.

pub mod bot;
pub mod check;

mod args;
mod ask;
mod chat;
mod conversation;
mod define;
mod environment;
mod eval;
mod gaps;
mod import;
mod input;
mod interface;
mod json;
mod logging;
mod render;
mod screen;
mod updates;

use std::ffi::OsString;
use std::fmt::Display;
use std::io::{self, BufWriter, IsTerminal, Write};
use std::path::Path;
use std::process::ExitCode;
use std::sync::Arc;
use std::time::Instant;

use chrono::NaiveDate;
use clap::Parser;

use self::args::{Arguments, Command};
use self::ask::Form;
use self::environment::Environment;
use self::import::Import;
use self::updates::Updates;
use crate::check::told;
use crate::discord;
use crate::knowledge::{Language, Origin, Problems};
use crate::live::{self, Live, Watching};
use crate::reply::changes_wording::ChangesWording;
use crate::reply::check_wording::CheckWording;
use crate::reply::discord_wording::DiscordWording;
use crate::reply::fill;
use crate::reply::store_wording::StoreWording;
use crate::search::Engine;
use crate::settings::Settings;
use crate::store::{Store, StoreError};

pub use self::conversation::{Conversation, Said};
pub use self::interface::Interface;
pub use self::screen::Screen;

/// What is logged when `LOG` says nothing: only what somebody should look at.
const TERMINAL_LOG: &str = "warn";

/// A conversation tells of changed articles itself, between a question and its answer.
const CHAT_LOG: &str = "warn,naenaew::live=off";

/// The bot also says what it does, since nobody watches it.
const BOT_LOG: &str = "warn,naenaew=info";

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

impl From<gaps::Failure> for Stopped {
    fn from(failure: gaps::Failure) -> Self {
        match failure {
            gaps::Failure::Stream(error) => Self::Stream(error),
            gaps::Failure::Files(problem) => Self::Told(complain(&problem, Outcome::WrongUse)),
            gaps::Failure::Database(problem) => Self::Told(complain(&problem, Outcome::Problem)),
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
    let styled = styled_errors(&environment);
    let default_log = match arguments.command {
        Command::Bot => BOT_LOG,
        Command::Chat => CHAT_LOG,
        _ => TERMINAL_LOG,
    };
    logging::start(&settings, default_log, styled);
    let mut out = BufWriter::new(io::stdout().lock());
    let outcome = dispatch(arguments, settings, &environment, &mut out)?;
    out.flush()?;
    Ok(outcome)
}

/// Whether what goes to standard error may have colours.
fn styled_errors(environment: &Environment) -> bool {
    Screen::of_output(io::stderr().is_terminal(), environment).styled()
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
    let origin = Origin::resolve(common.knowledge.or(settings.knowledge_dir.clone()), Path::new(""));
    let today = today(environment);
    let form = Form { json: false, explain: false, interface, screen, today };
    let check_wording = CheckWording::of(interface.wording(&Language::english()).tag);
    let outcome = match command {
        Command::Chat => {
            let live = live(&origin, settings.watching, check_wording)?;
            let conversation = Conversation::new(Arc::clone(&live.now().engine), interface, screen, today);
            let updates = Updates::new(live, styled_errors(environment));
            if io::stdin().is_terminal() && io::stdout().is_terminal() {
                chat::at_terminal(conversation, updates, out)?
            } else {
                chat::through_pipe(conversation, updates, io::stdin().lock(), out)?
            }
        }
        Command::Ask(asked) => {
            let form = Form { json: asked.json, explain: asked.explain, ..form };
            ask::run(engine(&origin, check_wording)?, &asked.question, form, io::stdin().lock(), out)?
        }
        Command::Define(asked) => {
            define::run(engine(&origin, check_wording)?, &asked.term, Form { json: asked.json, ..form }, out)?
        }
        Command::Bot => return start_bot(&origin, settings, interface),
        Command::Check(asked) => {
            let (json, strict, colour) = (asked.json, asked.strict, screen.styled());
            let options = check::Options { json, strict, colour, today, wording: check_wording };
            check::run(&origin, &options, out, &mut io::stderr())?
        }
        Command::Eval(asked) => {
            let started = Instant::now();
            let engine = engine(&origin, check_wording)?;
            let wording = ChangesWording::of(interface.wording(&Language::english()).tag);
            eval::run(engine, started.elapsed(), &asked, wording, out).map_err(|failure| match failure {
                eval::Failure::Stream(error) => Stopped::Stream(error),
                unreadable @ eval::Failure::Files(_) => {
                    Stopped::Told(complain(&unreadable, Outcome::WrongUse))
                }
            })?
        }
        Command::Import(asked) => {
            let language = common.lang.map(args::Lang::language);
            let import = Import { asked: &asked, language, interface: interface.language() };
            import.run(&mut io::stdin().lock(), out, &mut io::stderr())?
        }
        Command::Gaps(asked) => {
            let around = gaps::Around { database: &settings.database, interface, screen, today };
            gaps::run(&asked, around, || engine(&origin, check_wording), io::stdin().lock(), out)?
        }
    };
    Ok(outcome)
}

/// The day, for saying that something is old. Like other programs whose output must not depend on the clock, this one
/// takes the day from `SOURCE_DATE_EPOCH` (<https://reproducible-builds.org/specs/source-date-epoch/>) where it is set.
fn today(environment: &Environment) -> NaiveDate {
    let seconds = environment.get("SOURCE_DATE_EPOCH").and_then(|value| value.to_str()?.parse().ok());
    seconds.map_or_else(discord::today, discord::date)
}

fn start_bot(origin: &Origin, settings: Settings, interface: Interface) -> Result<Outcome, Stopped> {
    let wording = DiscordWording::of(interface.wording(&Language::english()).tag);
    let Some(token) = settings.discord_token else {
        return Err(Stopped::Told(complain(&wording.no_token, Outcome::Problem)));
    };
    let store = Store::open(&settings.database)
        .map_err(|error| Stopped::Told(complain(&told_and_logged(&error, wording.tag), Outcome::Problem)))?;
    let options = discord::Options {
        token,
        ask_channels: settings.ask_channels,
        guild_id: settings.guild_id,
        store,
        paces: discord::Paces::USUAL,
        proxy_url: settings.proxy_url,
        patience: discord::Options::PATIENCE,
        clock: discord::today,
    };
    let live = live(origin, settings.watching, CheckWording::of(wording.tag))?;
    Ok(bot::run(live, options, wording, &mut io::stderr()))
}

/// Logs why the database cannot be used, and gives the sentence for people.
fn told_and_logged(error: &StoreError, tag: &str) -> String {
    let cause = std::error::Error::source(error).map(ToString::to_string);
    tracing::error!(cause, "{error}");
    error.sentence(StoreWording::of(tag))
}

/// Says on standard error what is wrong. Where that is closed, the exit code still tells.
fn complain(problem: &dyn Display, outcome: Outcome) -> Outcome {
    let _ = writeln!(io::stderr(), "naenaew: {problem}");
    outcome
}

/// The engine on the knowledge base, for as long as the program runs: nothing of it is freed one by one at the end. A knowledge
/// base that cannot be used stops the start with every problem of it listed.
fn engine(origin: &Origin, wording: &CheckWording) -> Result<&'static Engine, Stopped> {
    match live::engine(origin) {
        Ok(engine) => Ok(Box::leak(Box::new(engine))),
        Err(problems) => Err(unusable(origin, &problems, wording)),
    }
}

/// The same, followed from then on.
fn live(origin: &Origin, watching: Watching, wording: &CheckWording) -> Result<Live, Stopped> {
    Live::open(origin.clone(), watching).map_err(|problems| unusable(origin, &problems, wording))
}

/// Lists every problem that keeps a knowledge base from being used.
fn unusable(origin: &Origin, problems: &Problems, wording: &CheckWording) -> Stopped {
    let mut err = io::stderr().lock();
    for problem in told(problems, wording) {
        if let Err(error) = writeln!(err, "{}", problems.shown(&problem, false, wording.levels)) {
            return Stopped::Stream(error);
        }
    }
    drop(err);
    Stopped::Told(complain(&fill(wording.unusable, &[&origin.to_string()]), Outcome::Problem))
}
