//! `/ask question [share]`: answers a question, for the asker alone or for everybody.

use super::{Call, language, send};
use crate::discord::bot::Audience;
use crate::search::Question;

#[poise::command(slash_command, install_context = "Guild", interaction_context = "Guild | BotDm")]
pub(super) async fn ask(
    call: Call<'_>,
    // `limits::CONTENT`: as long as a message may be. The attribute takes a literal only.
    #[max_length = 2000] question: String,
    share: Option<bool>,
) -> serenity::Result<()> {
    let (bot, person, channel) =
        (call.framework.user_data, call.interaction.user.id, call.interaction.channel_id);
    let language = language(call);
    let public = share.unwrap_or(false);
    let question =
        Question::new(question).about(bot.memory().subject(channel, person)).asked_in(Some(language.clone()));
    let audience = if public { Audience::Everybody } else { Audience::Asker(language) };
    let spoken = bot.answer(&question, person, &audience, public);
    send(call, spoken, public).await
}
