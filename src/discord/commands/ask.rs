//! `/ask question [share]`: answers a question, for the asker alone or for everybody.

use super::{Call, audience, language, rules, send};
use crate::discord::bot::Audience;
use crate::search::Question;

#[poise::command(
    slash_command,
    install_context = "Guild | User",
    interaction_context = "Guild | BotDm | PrivateChannel"
)]
pub(super) async fn ask(
    call: Call<'_>,
    // `limits::CONTENT`: as long as a message may be. The attribute takes a literal only.
    #[max_length = 2000] question: String,
    share: Option<bool>,
) -> serenity::Result<()> {
    let (bot, person, channel) =
        (call.framework.user_data, call.interaction.user.id, call.interaction.channel_id);
    let audience = audience(call, share);
    let public = matches!(audience, Audience::Everybody(_));
    let question = Question::new(question)
        .about(bot.memory().subject(channel, person))
        .asked_in(Some(language(call)))
        .sure(rules(call).sureness);
    let spoken = bot.answer(&question, person, &audience, public);
    send(call, spoken, public).await
}
