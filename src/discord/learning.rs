//! What is learned from questions as they are answered. Never keeps anybody from reading: a store that fails is for the
//! log. Messages that were only overheard and not answered teach nothing: they were not meant for the bot.

use std::convert::Infallible;
use std::time::Duration;

use chrono::NaiveDate;
use serenity::all::{AuthorizingIntegrationOwner, AuthorizingIntegrationOwners, GuildId};

use super::bot::Bot;
use crate::search::{Candidate, Decision, Verdict};
use crate::store::{Occasion, SectionRef, Store};

/// How often what is too old is deleted; a day would let a deletion wait for nearly two.
const BETWEEN_DELETIONS: Duration = Duration::from_secs(6 * 60 * 60);

/// What an answered question teaches.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Lesson {
    /// The section was the answer.
    Asked(SectionRef),
    /// Nothing answered.
    Unanswered {
        /// The question as typed; the store takes out of it what leads to a person.
        question: String,
        /// The section that came nearest.
        nearest: Option<SectionRef>,
    },
}

impl Lesson {
    /// What a decision about a question teaches. An offer teaches nothing before somebody chooses.
    pub(crate) fn of(decision: &Decision, question: &str) -> Option<Self> {
        match &decision.verdict {
            Verdict::Answer { candidate, .. } => Some(Self::Asked(section(candidate))),
            Verdict::DidYouMean(_) => None,
            Verdict::DontKnow => Some(Self::Unanswered {
                question: question.to_owned(),
                nearest: decision.candidates.first().map(section),
            }),
        }
    }
}

/// Keeps what was learned in a server, or in none. Called when the reply is sent, so that nobody waits for it.
pub(crate) async fn learn(bot: &Bot, guild: Option<GuildId>, lesson: Option<Lesson>) {
    let occasion = occasion(bot, guild);
    let kept = match lesson {
        None => Ok(()),
        Some(Lesson::Asked(section)) => bot.store().asked(section, occasion).await,
        Some(Lesson::Unanswered { question, nearest }) => {
            bot.store().unanswered(question, nearest, occasion).await
        }
    };
    if let Err(error) = kept {
        tracing::error!(cause = ?error, "what was learned could not be kept");
    }
}

/// Today, in a server or in none.
pub(crate) fn occasion(bot: &Bot, guild: Option<GuildId>) -> Occasion {
    Occasion { guild: guild.map(GuildId::get), today: bot.today() }
}

/// The server whose members learn from what happens there: one that invited the bot. Elsewhere it is a person's guest,
/// and nobody else's business.
pub(crate) fn host(guild: Option<GuildId>, invited_by: &AuthorizingIntegrationOwners) -> Option<GuildId> {
    guild.filter(|guild| {
        invited_by
            .0
            .iter()
            .any(|owner| matches!(owner, AuthorizingIntegrationOwner::GuildInstall(Some(id)) if id == guild))
    })
}

/// Deletes what is too old, now and for as long as the bot runs.
pub(crate) async fn forget_the_old(store: Store, today: fn() -> NaiveDate) -> Infallible {
    loop {
        match store.expire(today()).await {
            Ok(0) => {}
            Ok(expired) => tracing::info!(expired, "deleted what is too old"),
            Err(error) => tracing::error!(cause = ?error, "what is too old could not be deleted"),
        }
        tokio::time::sleep(BETWEEN_DELETIONS).await;
    }
}

fn section(candidate: &Candidate) -> SectionRef {
    SectionRef { article: candidate.article.clone(), section: candidate.section.clone() }
}
