//! `/define term`: what a term or a job title means. Completes terms while they are typed.

use std::future::{Ready, ready};

use serenity::all::CreateAutocompleteResponse;

use super::{Call, audience, choices_of, language, send};
use crate::discord::bot::{Audience, Bot, Spoken};
use crate::discord::custom_id::Target;
use crate::discord::learning::Lesson;
use crate::discord::{limits, to_discord};
use crate::knowledge::Language;
use crate::search::{Candidate, Decision, Verdict};

#[poise::command(
    slash_command,
    install_context = "Guild | User",
    interaction_context = "Guild | BotDm | PrivateChannel"
)]
pub(super) async fn define(
    call: Call<'_>,
    #[autocomplete = "complete"]
    #[max_length = 200]
    term: String,
) -> serenity::Result<()> {
    let (bot, language) = (call.framework.user_data, language(call));
    let decision =
        chosen(bot, &term, &language).unwrap_or_else(|| bot.engine().define(&term, Some(&language)));
    let audience = audience(call, None);
    let public = matches!(audience, Audience::Everybody(_));
    let spoken = bot.spoken(&decision, call.interaction.user.id, &audience);
    let lesson = Lesson::of(&decision, &term);
    send(call, Spoken { lesson, ..spoken }, public).await
}

/// The section that the value of a completion names. Clients also send a completion's name, or what was typed: those
/// are looked up like any term.
fn chosen(bot: &Bot, value: &str, language: &Language) -> Option<Decision> {
    let (article, section) = Target::parse(value)?.find(bot.engine().knowledge())?;
    let candidate = Candidate { article, section, language: language.clone(), confidence: 1.0 };
    Some(Decision {
        verdict: Verdict::Answer { candidate: candidate.clone(), focus: None },
        confidence: candidate.confidence,
        interpreted_as: None,
        candidates: vec![candidate],
        language: language.clone(),
    })
}

/// poise wants a future; the choices are there at once.
fn complete(call: Call<'_>, typed: &str) -> Ready<CreateAutocompleteResponse> {
    let (engine, language) = (call.framework.user_data.engine(), language(call));
    let completions = if typed.trim().is_empty() {
        engine.topics(&language, limits::AUTOCOMPLETE_CHOICES)
    } else {
        engine.complete(typed, &language, limits::AUTOCOMPLETE_CHOICES)
    };
    let named = completions.into_iter().map(|known| (known.label, known.article, known.section));
    ready(to_discord::autocomplete(choices_of(named)))
}
