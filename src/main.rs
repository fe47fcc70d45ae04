//! Starts the program; all logic is in the library.

use std::process::ExitCode;

fn main() -> ExitCode {
    naenaew::cli::run(std::env::args_os()).into()
}
