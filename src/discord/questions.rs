//! Messages: a question gets a reply, an edited question an edited reply, a deleted question loses its reply.

use serenity::all::{
    ChannelId, Context, HttpError, Message, MessageId, MessageUpdateEvent, StatusCode, UserId,
};

use super::bot::{self, Bot, Spoken};
use super::incoming;
use super::learning;
use super::memory::Exchange;
use super::to_discord;
use crate::knowledge::ArticleId;

/// Where a question stands: its channel and its message.
type Place = (ChannelId, MessageId);

/// Answers a new message that is for the bot `me`.
pub(crate) async fn asked(
    bot: &Bot,
    context: &Context,
    me: UserId,
    message: &Message,
) -> serenity::Result<()> {
    let overhears = bot.ask_channels().contain(message.channel_id);
    let Some(call) = incoming::call(message, me, overhears) else { return Ok(()) };
    let about = subject(bot, me, message);
    let spoken = if incoming::hides_its_text(message, me) {
        Some(bot::unreadable())
    } else {
        bot.speak(call, message.author.id, &incoming::question_text(&message.content), about.clone())
    };
    let Some(mut spoken) = spoken else { return Ok(()) };
    let lesson = spoken.lesson.take();
    let exchange = Exchange {
        call,
        asker: message.author.id,
        content: message.content.clone(),
        edited: message.edited_timestamp,
        about,
        reply: None,
        over: false,
    };
    let exchange = bot.memory().begin(message.id, exchange);
    let mut exchange = exchange.lock().await;
    say(bot, context, (message.channel_id, message.id), &mut exchange, spoken).await?;
    // What happens to the question next does not wait for the store.
    drop(exchange);
    learning::learn(bot, lesson).await;
    Ok(())
}

/// Lets the reply follow an edited question. Discord also sends this event when it adds a preview: then the text is
/// the old one, or not there at all.
pub(crate) async fn edited(bot: &Bot, context: &Context, event: &MessageUpdateEvent) -> serenity::Result<()> {
    let Some(exchange) = bot.memory().exchange(event.id) else { return Ok(()) };
    let Some(text) = event.content.as_deref().filter(|text| !text.is_empty()) else { return Ok(()) };
    let mut exchange = exchange.lock().await;
    // Events are handled side by side, so that the older of two edits may come last.
    if exchange.content == text || event.edited_timestamp < exchange.edited {
        return Ok(());
    }
    text.clone_into(&mut exchange.content);
    exchange.edited = event.edited_timestamp;
    match bot.speak(exchange.call, exchange.asker, &incoming::question_text(text), exchange.about.clone()) {
        Some(spoken) => say(bot, context, (event.channel_id, event.id), &mut exchange, spoken).await,
        None => take_back(context, event.channel_id, &mut exchange).await,
    }
}

/// Deletes the replies to deleted questions.
pub(crate) async fn deleted(
    bot: &Bot,
    context: &Context,
    channel: ChannelId,
    questions: &[MessageId],
) -> serenity::Result<()> {
    for exchange in questions.iter().filter_map(|question| bot.memory().end(*question)) {
        let mut exchange = exchange.lock().await;
        exchange.over = true;
        take_back(context, channel, &mut exchange).await?;
    }
    Ok(())
}

/// Sends the reply, or changes the one that is there. The exchange stays locked meanwhile: whatever happens to the
/// question next waits for its reply.
async fn say(
    bot: &Bot,
    context: &Context,
    (channel, question): Place,
    exchange: &mut Exchange,
    spoken: Spoken,
) -> serenity::Result<()> {
    if exchange.over {
        return Ok(());
    }
    match exchange.reply {
        None => {
            let message = to_discord::reply_to(spoken.draft, channel, question);
            exchange.reply = Some(channel.send_message(context, message).await?.id);
        }
        Some(reply) => {
            let edit = to_discord::edit(spoken.draft);
            match channel.edit_message(context, reply, edit).await {
                // Somebody deleted the reply: it does not come back.
                Err(error) if is_gone(&error) => exchange.over = true,
                result => drop(result?),
            }
        }
    }
    if let Some(article) = spoken.subject {
        bot.memory().answered(channel, exchange.asker, article);
    }
    Ok(())
}

/// Deletes the reply, if there is one.
async fn take_back(context: &Context, channel: ChannelId, exchange: &mut Exchange) -> serenity::Result<()> {
    let Some(reply) = exchange.reply.take() else { return Ok(()) };
    match channel.delete_message(context, reply).await {
        Err(error) if !is_gone(&error) => Err(error),
        _ => Ok(()),
    }
}

/// What a message is a follow-up to: the answer it replies to, else the person's last answer in this channel.
fn subject(bot: &Bot, me: UserId, message: &Message) -> Option<ArticleId> {
    let replied_to = incoming::replied_to_section(message, me)
        .and_then(|target| target.find(bot.engine().knowledge()))
        .map(|(article, _)| article);
    replied_to.or_else(|| bot.memory().subject(message.channel_id, message.author.id))
}

fn is_gone(error: &serenity::Error) -> bool {
    matches!(error, serenity::Error::Http(HttpError::UnsuccessfulRequest(response))
        if response.status_code == StatusCode::NOT_FOUND)
}
