//! `naenaew bot`: connects to Discord and stays until it is told to stop. Owns the async runtime and the signals.

use std::io::Write;
use std::sync::Arc;
use std::time::Duration;

use super::Outcome;
use crate::discord;
use crate::reply::discord_wording::DiscordWording;
use crate::search::Engine;

/// How long work that is under way may go on after the connection is closed.
const LAST_WORK: Duration = Duration::from_secs(3);

/// Runs the bot. When it cannot run, `err` gets one sentence in the wording's language, and the log the cause.
pub fn run(
    engine: Arc<Engine>,
    options: discord::Options,
    wording: &DiscordWording,
    err: &mut dyn Write,
) -> Outcome {
    let runtime = match tokio::runtime::Builder::new_multi_thread().enable_all().build() {
        Ok(runtime) => runtime,
        Err(error) => {
            tracing::error!(%error, "the async runtime could not start");
            return problem(wording.not_started, err);
        }
    };
    let ended = runtime.block_on(discord::run(engine, options, told_to_stop()));
    runtime.shutdown_timeout(LAST_WORK);
    match ended {
        Ok(()) => Outcome::Done,
        Err(failure) => {
            let cause = std::error::Error::source(&failure).map(ToString::to_string);
            tracing::error!(cause, "{failure}");
            problem(failure.sentence(wording), err)
        }
    }
}

fn problem(sentence: &str, err: &mut dyn Write) -> Outcome {
    // Where standard error is closed, the exit code still tells.
    let _ = writeln!(err, "{sentence}");
    Outcome::Problem
}

/// Ends on Ctrl-C, and on the signal by which service managers stop a program.
async fn told_to_stop() {
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        if let Ok(mut terminate) = signal(SignalKind::terminate()) {
            tokio::select! {
                _ = terminate.recv() => {}
                () = interrupted() => {}
            }
            return;
        }
    }
    interrupted().await;
}

/// Ends on Ctrl-C; never where that cannot be listened for, so that the bot runs on.
async fn interrupted() {
    if let Err(error) = tokio::signal::ctrl_c().await {
        tracing::warn!(%error, "Ctrl-C cannot be listened for");
        std::future::pending::<()>().await;
    }
}
