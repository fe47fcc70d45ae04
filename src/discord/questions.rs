//! Messages: a question gets a reply, an edited question an edited reply, a deleted question loses its reply.

use serenity::all::{
    Channel, ChannelId, Context, GuildId, Mentionable as _, Message, MessageId, MessageUpdateEvent,
    StatusCode, Timestamp, UserId,
};
use tokio::sync::MutexGuard;

use super::bot::{self, Bot, Spoken};
use super::custom_id::Target;
use super::draft::Draft;
use super::incoming::{self, Call, Heard};
use super::learning;
use super::memory::{Exchange, LATE_QUESTION, SharedExchange};
use super::{refusals, sending};
use crate::knowledge::ArticleId;
use crate::reply::settings_wording::SettingsWording;
use crate::reply::{keepable, quote_user_text};
use crate::store::GuildSettings;

/// Where a question stands: its channel and its message.
type Place = (ChannelId, MessageId);

/// Answers a new message that is for the bot `me`.
pub(crate) async fn asked(
    bot: &Bot,
    context: &Context,
    me: UserId,
    message: &Message,
) -> serenity::Result<()> {
    bot.recovery().seen(message.id);
    match Heard::sent(message, me) {
        Some(heard) => answer(bot, context, heard).await,
        None => Ok(()),
    }
}

/// Answers what was heard, if it is for the bot. One reply, however often Discord tells of the message and however many
/// reasons there are to answer.
async fn answer(bot: &Bot, context: &Context, heard: Heard) -> serenity::Result<()> {
    let (call, guild, place) = (heard.call, heard.guild, (heard.channel, heard.id));
    let rules = bot.rules(guild);
    if call == Call::Overheard && !overhears(bot, context, heard.channel, &heard.content, &rules).await {
        return Ok(());
    }
    let about = subject(bot, &heard);
    let text = full_text(bot, context, place, &heard.content, &rules).await;
    let spoken = if heard.hidden {
        Some(bot::unreadable())
    } else {
        bot.speak(call, heard.author, &text, about.clone(), &rules)
    };
    let Some(spoken) = spoken else { return Ok(()) };
    let (asker, edited) = (heard.author, heard.edited);
    let exchange =
        Exchange { call, asker, content: heard.content.clone(), edited, about, reply: None, over: false };
    let Some(exchange) = bot.memory().begin(heard.id, exchange) else { return Ok(()) };
    let Some(mut spoken) = paced(bot, &heard, spoken, &rules) else { return Ok(()) };
    let unanswered = spoken.is_unanswered() && call == Call::Addressed;
    let lesson = spoken.lesson.take();
    let mut exchange = exchange.lock().await;
    match say(bot, context, place, &mut exchange, spoken).await {
        Err(error) if call == Call::Addressed && refusals::status(&error) == Some(StatusCode::FORBIDDEN) => {
            tracing::debug!(%error, channel = %heard.channel, "a question cannot be answered where it was asked");
            drop(exchange);
            return tell_privately(bot, context, &heard, &rules).await;
        }
        said => said?,
    }
    // What happens to the question next does not wait for the store.
    drop(exchange);
    learning::learn(bot, guild, lesson).await;
    if unanswered {
        note(bot, context, guild, &text, &rules).await;
    }
    Ok(())
}

/// Lets the reply follow an edited question, and answers what an edit made a question. Discord also sends this event
/// when it adds a preview: then the text is the old one, or not there at all.
pub(crate) async fn edited(
    bot: &Bot,
    context: &Context,
    me: UserId,
    event: &MessageUpdateEvent,
) -> serenity::Result<()> {
    let Some(text) = event.content.as_deref().filter(|text| !text.is_empty()) else { return Ok(()) };
    if bot.memory().exchange(event.id).is_none() {
        match Heard::edited(event, me) {
            Some(heard) if bot.recovery().reaches(heard.id) => recover(bot, context, me, heard).await,
            Some(heard) if is_fresh(&heard) => answer(bot, context, heard).await?,
            _ => return Ok(()),
        }
    }
    let Some(exchange) = bot.memory().exchange(event.id) else { return Ok(()) };
    let Some(mut exchange) = turn(bot, &exchange, text, event.edited_timestamp).await else { return Ok(()) };
    let rules = bot.rules(event.guild_id);
    let question = full_text(bot, context, (event.channel_id, event.id), text, &rules).await;
    match bot.speak(exchange.call, exchange.asker, &question, exchange.about.clone(), &rules) {
        Some(spoken) => say(bot, context, (event.channel_id, event.id), &mut exchange, spoken).await,
        None => take_back(context, event.channel_id, &mut exchange).await,
    }
}

/// The exchange, once it is time to answer its newest text. An edit waits where the person asks too fast, so that no
/// reply is left that answers an older text; nothing comes of it when a newer edit waits, too.
async fn turn<'a>(
    bot: &Bot,
    shared: &'a SharedExchange,
    text: &str,
    edited: Option<Timestamp>,
) -> Option<MutexGuard<'a, Exchange>> {
    let mut exchange = shared.lock().await;
    // Events are handled side by side, so that the older of two edits may come last.
    if edited < exchange.edited {
        return None;
    }
    exchange.edited = edited;
    while exchange.content != text {
        let Err(wait) = bot.rates().turn(exchange.asker.get()) else {
            text.clone_into(&mut exchange.content);
            return Some(exchange);
        };
        drop(exchange);
        tokio::time::sleep(wait).await;
        exchange = shared.lock().await;
        if exchange.edited != edited {
            return None;
        }
    }
    None
}

/// Whether a message was edited so soon that it may become a question by that.
fn is_fresh(heard: &Heard) -> bool {
    let age =
        |edited: Timestamp| edited.unix_timestamp().saturating_sub(heard.id.created_at().unix_timestamp());
    heard.edited.is_some_and(|edited| age(edited) <= LATE_QUESTION.as_secs().cast_signed())
}

/// Deletes the replies to deleted questions.
pub(crate) async fn deleted(
    bot: &Bot,
    context: &Context,
    me: UserId,
    channel: ChannelId,
    questions: &[MessageId],
) -> serenity::Result<()> {
    for &question in questions {
        if let Some(exchange) = bot.memory().end(question) {
            let mut exchange = exchange.lock().await;
            exchange.over = true;
            report_undeleted(take_back(context, channel, &mut exchange).await, channel);
            continue;
        }
        if let Some(reply) = bot.recovery().reply((context, bot.rates()), me, channel, question).await {
            report_undeleted(delete(context, channel, reply.id).await, channel);
        }
    }
    Ok(())
}

/// One reply that cannot be deleted leaves the others to be deleted still.
fn report_undeleted(deleted: serenity::Result<()>, channel: ChannelId) {
    if let Err(error) = deleted {
        tracing::error!(%error, %channel, "the reply to a deleted question could not be deleted");
    }
}

/// Whether a message that does not call the bot may be a question: here, and by its text.
async fn overhears(
    bot: &Bot,
    context: &Context,
    channel: ChannelId,
    text: &str,
    rules: &GuildSettings,
) -> bool {
    !text.is_empty()
        && !incoming::is_for_a_program(text)
        && bot.ask_channels().contain(context, bot.rates(), channel, &rules.ask_channels).await
}

/// What a message asks. The first post of a forum's thread has the thread's id, and its title says half of it: both
/// count together, unless one of them alone is what can be answered.
async fn full_text(
    bot: &Bot,
    context: &Context,
    (channel, message): Place,
    typed: &str,
    rules: &GuildSettings,
) -> String {
    let text = incoming::question_text(typed);
    if message.get() != channel.get() || !bot.rates().looks() {
        return text;
    }
    let title = match context.http.get_channel(channel).await {
        Ok(Channel::Guild(thread)) => incoming::question_text(&thread.name),
        _ => return text,
    };
    let both = format!("{title}\n{text}");
    let answered = [&both, &title, &text].into_iter().find(|text| bot.answers(text, rules)).cloned();
    answered.unwrap_or(both)
}

/// Remembers a question from before the start with the reply that it got, if it got one. What a follow-up was about is
/// forgotten by then, but the reply shows it.
async fn recover(bot: &Bot, context: &Context, me: UserId, heard: Heard) {
    let rules = bot.rules(heard.guild);
    if heard.call == Call::Overheard && !overhears(bot, context, heard.channel, &heard.content, &rules).await
    {
        return;
    }
    let found = bot.recovery().reply((context, bot.rates()), me, heard.channel, heard.id).await;
    let Some(reply) = found else { return };
    let exchange = Exchange {
        call: heard.call,
        asker: heard.author,
        content: String::new(),
        edited: None,
        about: article(bot, heard.replied_to.as_ref()).or_else(|| article(bot, reply.shows.as_ref())),
        reply: Some(reply.id),
        over: false,
    };
    // Where two edits come at once, the first exchange stays.
    let _ = bot.memory().begin(heard.id, exchange);
}

/// What is said when it is not too much: nothing more to what was overheard, and one kind sentence to a person.
fn paced(bot: &Bot, heard: &Heard, spoken: Spoken, rules: &GuildSettings) -> Option<Spoken> {
    let (rates, person) = (bot.rates(), heard.author.get());
    match heard.call {
        Call::Overheard => {
            (rates.answers_person(person) && rates.answers_channel(heard.channel.get())).then_some(spoken)
        }
        Call::Addressed if rates.answers_person(person) => Some(spoken),
        Call::Addressed => rates.says_so(person).then(|| {
            let wording = SettingsWording::of(bot::language_for(&heard.content, rules).as_str());
            Spoken::of(Draft::sentence(wording.too_fast))
        }),
    }
}

/// Tells a person who asked where the bot may not write how to get an answer: once in a while, and only if they can be
/// written to.
async fn tell_privately(
    bot: &Bot,
    context: &Context,
    heard: &Heard,
    rules: &GuildSettings,
) -> serenity::Result<()> {
    if !bot.rates().says_so(heard.author.get()) {
        return Ok(());
    }
    let wording = SettingsWording::of(bot::language_for(&heard.content, rules).as_str());
    let draft = Draft::sentence(&wording.may_not_write(&heard.channel.mention().to_string()));
    let told = match heard.author.create_dm_channel(context).await {
        Ok(channel) => sending::say(context, channel.id, draft).await,
        Err(error) => Err(error),
    };
    if let Err(error) = told {
        tracing::debug!(%error, "nor could the person be told privately");
    }
    Ok(())
}

/// Tells those who keep the knowledge of a question that nothing answered: what was asked, not by whom.
async fn note(bot: &Bot, context: &Context, guild: Option<GuildId>, question: &str, rules: &GuildSettings) {
    let channel = rules.unanswered_channel.filter(|id| *id != 0).map(ChannelId::new);
    let (Some(guild), Some(channel), Some(question)) = (guild, channel, keepable(question)) else { return };
    if !bot.rates().notes(guild.get()) {
        return;
    }
    let wording = SettingsWording::of(bot::language_for(&question, rules).as_str());
    let draft = Draft::sentence(&wording.unanswered(&quote_user_text(&question)));
    if let Err(error) = sending::say(context, channel, draft).await {
        tracing::warn!(%error, %guild, %channel, "an unanswered question could not be told");
    }
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
    // Before it is sent: who asks on at once does not wait for the reply.
    if let Some(article) = spoken.subject {
        bot.memory().answered(channel, exchange.asker, article);
    }
    match exchange.reply {
        None => exchange.reply = Some(sending::reply(context, channel, question, spoken.draft).await?),
        Some(reply) => match sending::edit(context, channel, reply, spoken.draft).await {
            // Somebody deleted the reply: it does not come back.
            Err(error) if sending::is_gone(&error) => exchange.over = true,
            result => result?,
        },
    }
    Ok(())
}

/// Deletes the reply, if there is one.
async fn take_back(context: &Context, channel: ChannelId, exchange: &mut Exchange) -> serenity::Result<()> {
    match exchange.reply.take() {
        Some(reply) => delete(context, channel, reply).await,
        None => Ok(()),
    }
}

async fn delete(context: &Context, channel: ChannelId, reply: MessageId) -> serenity::Result<()> {
    match channel.delete_message(context, reply).await {
        Err(error) if !sending::is_gone(&error) => Err(error),
        _ => Ok(()),
    }
}

/// What a message is a follow-up to: the answer it replies to, else the person's last answer in this channel.
fn subject(bot: &Bot, heard: &Heard) -> Option<ArticleId> {
    let replied_to = article(bot, heard.replied_to.as_ref());
    replied_to.or_else(|| bot.memory().subject(heard.channel, heard.author))
}

/// The article of a section that an answer shows, if the knowledge has it still.
fn article(bot: &Bot, shown: Option<&Target>) -> Option<ArticleId> {
    shown?.find(bot.engine().knowledge()).map(|(article, _)| article)
}
