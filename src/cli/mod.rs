//! The terminal edge: one file a subcommand. Results go to standard output, everything else to standard error.

pub mod bot;
pub mod check;

use std::process::ExitCode;

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
