//! Why the bot cannot run, told apart so that each reason gets its own sentence. Owns no printing.

use std::time::Duration;

use serenity::gateway::GatewayError;
use serenity::http::HttpError;

use crate::reply::discord_wording::DiscordWording;

/// Why the bot ended. The texts are for the log; [`Failure::sentence`] is for people.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    /// Discord refused the token.
    #[error("Discord refused the token")]
    WrongToken,
    /// Discord refused the message-content intent, which ask channels need.
    #[error("Discord refused the message-content intent")]
    IntentRefused,
    /// Discord, or the proxy in front of it, gave no usable answer at the start.
    #[error("Discord cannot be reached")]
    Unreachable(#[source] Option<Box<serenity::Error>>),
    /// No heartbeat was acknowledged for this long.
    #[error("no heartbeat was acknowledged for {} seconds", .0.as_secs())]
    Silent(Duration),
    /// Discord ended the connection for another reason.
    #[error("Discord closed the connection")]
    Disconnected(#[source] Option<Box<serenity::Error>>),
}

impl Failure {
    /// One clear sentence for the operator, with what to do about it.
    pub fn sentence(&self, wording: &DiscordWording) -> &'static str {
        match self {
            Self::WrongToken => wording.wrong_token,
            Self::IntentRefused => wording.intent_refused,
            Self::Unreachable(_) => wording.unreachable,
            Self::Silent(_) => wording.silent,
            Self::Disconnected(_) => wording.disconnected,
        }
    }

    /// Why asking for the gateway's address failed.
    pub(crate) fn at_the_start(error: serenity::Error) -> Self {
        if refuses_the_token(&error) { Self::WrongToken } else { Self::Unreachable(Some(Box::new(error))) }
    }

    /// Why the gateway's connection ended.
    pub(crate) fn of_the_connection(error: serenity::Error) -> Self {
        match error {
            serenity::Error::Gateway(GatewayError::InvalidAuthentication) => Self::WrongToken,
            serenity::Error::Gateway(GatewayError::DisallowedGatewayIntents) => Self::IntentRefused,
            error if refuses_the_token(&error) => Self::WrongToken,
            error => Self::Disconnected(Some(Box::new(error))),
        }
    }
}

/// A token with characters that no header can hold never reaches Discord, and is as wrong as one that it refuses.
fn refuses_the_token(error: &serenity::Error) -> bool {
    const UNAUTHORIZED: u16 = 401;
    match error {
        serenity::Error::Http(HttpError::UnsuccessfulRequest(response)) => {
            response.status_code.as_u16() == UNAUTHORIZED
        }
        serenity::Error::Http(HttpError::InvalidHeader(_)) => true,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reply::discord_wording::{ENGLISH, THAI};

    #[test]
    fn every_reason_has_its_own_sentence_in_both_languages() {
        let failures = [
            Failure::WrongToken,
            Failure::IntentRefused,
            Failure::Unreachable(None),
            Failure::Silent(Duration::from_secs(1)),
            Failure::Disconnected(None),
        ];
        for wording in [&THAI, &ENGLISH] {
            let mut sentences: Vec<_> = failures.iter().map(|failure| failure.sentence(wording)).collect();
            sentences.sort_unstable();
            sentences.dedup();
            assert_eq!(sentences.len(), failures.len());
        }
    }

    #[test]
    fn refusals_of_the_gateway_are_told_apart() {
        let of = |error| Failure::of_the_connection(serenity::Error::Gateway(error));
        assert!(matches!(of(GatewayError::InvalidAuthentication), Failure::WrongToken));
        assert!(matches!(of(GatewayError::DisallowedGatewayIntents), Failure::IntentRefused));
        assert!(matches!(of(GatewayError::OverloadedShard), Failure::Disconnected(Some(_))));
    }
}
