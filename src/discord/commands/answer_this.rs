//! The message command "Answer this": answers somebody's message, for the person who used the command alone.

use serenity::all::Message;

use super::{Call, language, send, send_draft};
use crate::discord::bot::{Audience, Spoken};
use crate::discord::draft::Draft;
use crate::discord::incoming;
use crate::discord::learning::Lesson;
use crate::reply::discord_wording::DiscordWording;
use crate::search::Question;

#[poise::command(
    context_menu_command = "Answer this",
    install_context = "Guild | User",
    interaction_context = "Guild | BotDm | PrivateChannel"
)]
pub(super) async fn answer_this(call: Call<'_>, message: Message) -> serenity::Result<()> {
    let (bot, language) = (call.framework.user_data, language(call));
    let text = incoming::question_text(&message.content);
    if text.is_empty() {
        let wording = DiscordWording::of(language.as_str());
        return send_draft(call, Draft::sentence(wording.nothing_to_read), false).await;
    }
    let question = Question::new(text).asked_in(Some(language.clone()));
    let spoken = bot.answer(&question, call.interaction.user.id, &Audience::Asker(language), false);
    // Whoever wrote the message did not ask the bot: their words are not kept.
    let lesson = spoken.lesson.filter(|lesson| matches!(lesson, Lesson::Asked(_)));
    send(call, Spoken { lesson, ..spoken }, false).await
}
