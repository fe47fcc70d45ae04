//! `naenaew bot`: connects to Discord and stays until it is told to stop. Owns the async runtime and the signals.

#[cfg(unix)]
use std::io::IsTerminal;
use std::io::Write;
use std::time::Duration;

use super::Outcome;
use crate::discord;
use crate::live::Live;
use crate::reply::discord_wording::DiscordWording;

/// How long work that is under way may go on after the connection is closed.
const LAST_WORK: Duration = Duration::from_secs(3);

/// Runs the bot. When it cannot run, `err` gets one sentence in the wording's language, and the log the cause.
pub fn run(live: Live, options: discord::Options, wording: &DiscordWording, err: &mut dyn Write) -> Outcome {
    let runtime = match tokio::runtime::Builder::new_multi_thread().enable_all().build() {
        Ok(runtime) => runtime,
        Err(error) => {
            tracing::error!(%error, "the async runtime could not start");
            return problem(wording.not_started, err);
        }
    };
    let ended = runtime.block_on(discord::run(live.clone(), options, told_to_stop(live)));
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

/// Ends on Ctrl-C, and on the signal by which service managers stop a program. Until then, the signal by which they make one
/// read its files anew does that.
async fn told_to_stop(live: Live) {
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        let terminate = async {
            match signal(SignalKind::terminate()) {
                Ok(mut terminate) => terminate.recv().await,
                Err(_) => std::future::pending().await,
            }
        };
        tokio::select! {
            _ = terminate => {}
            () = terminal_is_gone(&live) => {}
            () = interrupted() => {}
        }
    }
    #[cfg(not(unix))]
    {
        drop(live);
        interrupted().await;
    }
}

/// Reads the articles anew on each SIGHUP. Ends when that was sent because the terminal was closed that the bot was started
/// in: nobody could stop it there any more.
#[cfg(unix)]
async fn terminal_is_gone(live: &Live) {
    use tokio::signal::unix::{SignalKind, signal};
    let in_terminal = std::io::stdin().is_terminal();
    let Ok(mut hangup) = signal(SignalKind::hangup()) else { return std::future::pending().await };
    while hangup.recv().await.is_some() {
        if in_terminal && !std::io::stdin().is_terminal() {
            return;
        }
        // The log says what came of it.
        let _ = live.reload().await;
    }
}

/// Ends on Ctrl-C; never where that cannot be listened for, so that the bot runs on.
async fn interrupted() {
    if let Err(error) = tokio::signal::ctrl_c().await {
        tracing::warn!(%error, "Ctrl-C cannot be listened for");
        std::future::pending::<()>().await;
    }
}
