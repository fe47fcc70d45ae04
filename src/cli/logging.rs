//! Starts the log, on standard error. Owns no event.

use std::io;

use tracing_subscriber::EnvFilter;

use crate::settings::{LogFormat, Settings};

/// Starts the log; `default` is the filter where `LOG` names none.
pub(crate) fn start(settings: &Settings, default: &str, styled: bool) {
    let filter = EnvFilter::new(settings.log.as_deref().unwrap_or(default));
    let subscriber = tracing_subscriber::fmt().with_env_filter(filter).with_writer(io::stderr);
    // A log that was started before, as a program may that uses this library, goes on.
    let _ = match settings.log_format {
        LogFormat::Text => subscriber.with_ansi(styled).try_init(),
        LogFormat::Json => subscriber.json().try_init(),
    };
}
