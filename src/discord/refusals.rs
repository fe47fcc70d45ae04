//! What Discord refuses in the ordinary course of things, as opposed to what is a mistake of ours. Sends nothing.

use serenity::all::StatusCode;
use serenity::http::{ErrorResponse, HttpError};

// "JSON Error Codes", https://discord.com/developers/docs/topics/opcodes-and-status-codes#json.
/// Somebody deleted the message meanwhile.
const UNKNOWN_MESSAGE: isize = 10_008;
/// The interaction's token is over, or was never used.
const UNKNOWN_WEBHOOK: isize = 10_015;
/// The interaction was answered too late, or its token is over.
const UNKNOWN_INTERACTION: isize = 10_062;
/// The interaction was answered already: by another process with the same token, or before a reconnect.
const ALREADY_ACKNOWLEDGED: isize = 40_060;
/// The fifteen minutes of the interaction's token are over.
const INVALID_WEBHOOK_TOKEN: isize = 50_027;

/// How a refusal is to be taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Weight {
    /// People do that all the time: it is no news.
    Ordinary,
    /// The person got no answer, but nothing can be done about it: the operator may want to know.
    Missed,
    /// Everything else.
    Mistake,
}

/// How a failed request is to be taken.
pub(crate) fn weigh(error: &serenity::Error) -> Weight {
    code(error).map_or(Weight::Mistake, weight)
}

/// Whether the message is gone.
pub(crate) fn is_of_a_deleted_message(error: &serenity::Error) -> bool {
    code(error) == Some(UNKNOWN_MESSAGE)
}

/// Whether the same message might be taken without its file: not where the message or the interaction is gone.
pub(crate) fn is_of_a_file(error: &serenity::Error) -> bool {
    let may_be = [StatusCode::BAD_REQUEST, StatusCode::FORBIDDEN, StatusCode::PAYLOAD_TOO_LARGE];
    status(error).is_some_and(|status| may_be.contains(&status)) && weigh(error) == Weight::Mistake
}

/// What came of an answer to a click: what cannot be helped is logged and done with, so that nothing is tried again.
#[allow(clippy::result_large_err, reason = "the type of error is serenity's")]
pub(crate) fn settled(result: serenity::Result<()>) -> serenity::Result<()> {
    let Err(error) = result else { return Ok(()) };
    match weigh(&error) {
        Weight::Ordinary => tracing::debug!(%error, "what was clicked is gone"),
        Weight::Missed => tracing::warn!(%error, "a click could not be answered"),
        Weight::Mistake => return Err(error),
    }
    Ok(())
}

/// Discord's own code of an error, of "JSON Error Codes".
pub(crate) fn code(error: &serenity::Error) -> Option<isize> {
    refused(error).map(|response| response.error.code)
}

/// The HTTP status that Discord answered with.
pub(crate) fn status(error: &serenity::Error) -> Option<StatusCode> {
    refused(error).map(|response| response.status_code)
}

fn refused(error: &serenity::Error) -> Option<&ErrorResponse> {
    match error {
        serenity::Error::Http(HttpError::UnsuccessfulRequest(response)) => Some(response),
        _ => None,
    }
}

fn weight(code: isize) -> Weight {
    match code {
        UNKNOWN_MESSAGE | UNKNOWN_WEBHOOK | INVALID_WEBHOOK_TOKEN => Weight::Ordinary,
        UNKNOWN_INTERACTION | ALREADY_ACKNOWLEDGED => Weight::Missed,
        _ => Weight::Mistake,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_told_apart() {
        for (code, expected) in [
            (10_008, Weight::Ordinary),
            (50_027, Weight::Ordinary),
            (10_062, Weight::Missed),
            (40_060, Weight::Missed),
            (50_035, Weight::Mistake),
            (0, Weight::Mistake),
        ] {
            assert_eq!(weight(code), expected, "{code}");
        }
        assert_eq!(weigh(&serenity::Error::Other("no answer")), Weight::Mistake);
    }
}
