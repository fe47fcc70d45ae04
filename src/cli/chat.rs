//! `naenaew chat`: the conversation at a terminal, with line editing and a history that ends with it; or through a
//! pipe, line by line. Owns no behaviour of the conversation.

use std::io::{self, Read, Write};

use rustyline::Editor;
use rustyline::config::Config;
use rustyline::error::ReadlineError;
use rustyline::history::MemHistory;

use super::Outcome;
use super::conversation::{Conversation, Said};
use super::input::Lines;
use super::updates::Updates;

/// Asks for a line.
const PROMPT: &str = "> ";

/// Talks at a terminal until the person leaves: with `/quit`, Ctrl-D or Ctrl-C.
pub(crate) fn at_terminal(
    mut conversation: Conversation,
    mut updates: Updates,
    out: &mut dyn Write,
) -> io::Result<Outcome> {
    let config = Config::builder().auto_add_history(true).build();
    let history = MemHistory::with_config(&config);
    let mut editor: Editor<(), MemHistory> =
        Editor::with_history(config, history).map_err(io::Error::other)?;
    writeln!(out, "{}\n", conversation.greeting())?;
    loop {
        out.flush()?;
        let said = match editor.readline(PROMPT) {
            Ok(line) => {
                updates.tell(&mut conversation, &mut io::stderr());
                conversation.hear(&line)
            }
            Err(ReadlineError::Eof | ReadlineError::Interrupted) => Said::Goodbye(conversation.goodbye()),
            Err(ReadlineError::Io(error)) => return Err(error),
            Err(error) => return Err(io::Error::other(error)),
        };
        match said {
            Said::This(text) => writeln!(out, "\n{text}\n")?,
            Said::Nothing => {}
            Said::Goodbye(text) => {
                writeln!(out, "{text}")?;
                return Ok(Outcome::Done);
            }
        }
    }
}

/// Talks through a pipe: a line in, a text and an empty line out; without greeting and prompt.
pub(crate) fn through_pipe(
    mut conversation: Conversation,
    mut updates: Updates,
    input: impl Read,
    out: &mut dyn Write,
) -> io::Result<Outcome> {
    let mut lines = Lines::new(input);
    loop {
        if lines.may_wait() {
            out.flush()?;
        }
        let Some(line) = lines.next_line()? else { return Ok(Outcome::Done) };
        updates.tell(&mut conversation, &mut io::stderr());
        match conversation.hear(&line) {
            Said::This(text) => writeln!(out, "{text}\n")?,
            Said::Nothing => {}
            Said::Goodbye(text) => {
                writeln!(out, "{text}")?;
                return Ok(Outcome::Done);
            }
        }
    }
}
