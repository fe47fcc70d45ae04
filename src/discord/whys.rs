//! The button "Why this answer?": finds the question behind a message, and tells the person who clicked, alone.
//!
//! Nothing is kept for this beyond what is remembered anyway: the question stands in the message that the answer replies
//! to, and only questions of commands must be remembered.

use serenity::all::{
    ChannelId, ComponentInteraction, Context, InteractionId, Message, MessageId, MessageInteractionMetadata,
};

use super::bot::Bot;
use super::custom_id::Target;
use super::draft::{self, Draft};
use super::{incoming, refusals, to_discord};
use crate::reply;
use crate::reply::answer_wording::AnswerWording;
use crate::reply::wording::Wording;
use crate::search::Question;

/// Where the question behind a message is.
#[derive(Debug)]
pub(crate) enum Origin {
    /// Known.
    Known(Question),
    /// In a message that has to be asked for.
    Elsewhere(ChannelId, MessageId),
    /// Nowhere any more.
    Forgotten,
}

/// Tells why the section that a message shows is the answer.
pub(crate) async fn explain(
    bot: &Bot,
    context: &Context,
    click: &ComponentInteraction,
    shown: &Target,
) -> serenity::Result<()> {
    let (channel, message) = match origin(bot, &click.message) {
        Origin::Known(question) => {
            let answer = to_discord::private_answer(told(bot, &question, shown, &click.locale));
            return refusals::settled(click.create_response(context, answer).await);
        }
        Origin::Forgotten => {
            let answer = to_discord::private_answer(forgotten(&click.locale));
            return refusals::settled(click.create_response(context, answer).await);
        }
        Origin::Elsewhere(channel, message) => (channel, message),
    };
    // Asking for the message may take longer than the three seconds that a click waits.
    let deferred = click.defer_ephemeral(context).await;
    if deferred.is_err() {
        return refusals::settled(deferred);
    }
    let question = match context.http.get_message(channel, message).await {
        Ok(message) => read(&message.content),
        Err(error) => {
            tracing::debug!(%error, "the question behind an answer cannot be read");
            None
        }
    };
    let draft = question
        .map_or_else(|| forgotten(&click.locale), |question| told(bot, &question, shown, &click.locale));
    refusals::settled(click.edit_response(context, to_discord::late_answer(draft)).await.map(drop))
}

/// Where the question behind a message of the bot's is.
pub(crate) fn origin(bot: &Bot, answer: &Message) -> Origin {
    if let Some(command) = command(answer) {
        return bot.asked().by(command).map_or(Origin::Forgotten, Origin::Known);
    }
    let Some(reference) = &answer.message_reference else { return Origin::Forgotten };
    let Some(message) = reference.message_id else { return Origin::Forgotten };
    // What is remembered is newest, and knows what the question was a follow-up to. While it is being worked on, the
    // message will do.
    if let Some(exchange) = bot.memory().exchange(message)
        && let Ok(exchange) = exchange.try_lock()
        && let Some(question) = read(&exchange.content)
    {
        return Origin::Known(question.about(exchange.about.clone()));
    }
    answer
        .referenced_message
        .as_deref()
        .and_then(|question| read(&question.content))
        .map_or(Origin::Elsewhere(reference.channel_id, message), Origin::Known)
}

/// Whether the question behind a message can be found, as far as one can tell without asking Discord.
pub(crate) fn explains(bot: &Bot, answer: &Message) -> bool {
    !matches!(origin(bot, answer), Origin::Forgotten)
}

/// The command that a message answers.
fn command(answer: &Message) -> Option<InteractionId> {
    match answer.interaction_metadata.as_deref()? {
        MessageInteractionMetadata::Command(command) => Some(command.id),
        _ => None,
    }
}

/// The question in a message; none where its text was not delivered.
fn read(content: &str) -> Option<Question> {
    let text = incoming::question_text(content);
    (!text.is_empty()).then(|| Question::new(text))
}

fn told(bot: &Bot, question: &Question, shown: &Target, locale: &str) -> Draft {
    let shown = shown.find(bot.engine().knowledge());
    let shown = shown.as_ref().map(|(article, section)| (article, section));
    draft::of_why(&reply::why(bot.engine(), question, shown, Wording::of(locale)))
}

fn forgotten(locale: &str) -> Draft {
    Draft::sentence(AnswerWording::of(locale).question_forgotten)
}
