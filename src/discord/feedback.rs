//! What people say about answers and offers: thumbs up and down, chosen, none of these. Counted in the store; a store that
//! fails keeps nobody from reading on.

use serenity::all::{ComponentInteraction, Context, GuildId};

use super::bot::Bot;
use super::draft::{self, Address, Draft};
use super::patience::patiently;
use super::whys::{self, Origin};
use super::{learning, refusals, to_discord};
use crate::reply::answer_wording::AnswerWording;
use crate::store::{Rating, SectionRef};

/// Keeps a vote, and thanks for it. A second vote on the same message changes the first.
pub(crate) async fn rate(
    bot: &Bot,
    context: &Context,
    click: &ComponentInteraction,
    section: SectionRef,
    liked: bool,
) -> serenity::Result<()> {
    let rating = Rating {
        person: click.user.id.get(),
        message: click.message.id.get(),
        section,
        liked,
        question: question(bot, click),
        guild: host(click).map(GuildId::get),
        today: bot.today(),
    };
    let words = AnswerWording::of(&click.locale);
    let promise = click.create_response(context, to_discord::later_in_private());
    let (kept, promised) = match patiently(bot.store().rate(rating), promise).await {
        Ok(done) => done,
        Err(error) => return refusals::settled(Err(error)),
    };
    let sentence = match kept {
        Ok(()) if liked => words.thanks,
        Ok(()) => words.thanks_anyway,
        Err(error) => {
            tracing::error!(%error, "a vote could not be kept");
            words.vote_lost
        }
    };
    let draft = Draft::sentence(sentence);
    let told = if promised {
        click.edit_response(context, to_discord::late_answer(draft)).await.map(drop)
    } else {
        click.create_response(context, to_discord::private_answer(draft)).await
    };
    refusals::settled(told)
}

/// Counts a section that was picked from an offer.
pub(crate) async fn chosen(bot: &Bot, click: &ComponentInteraction, section: SectionRef) {
    if let Err(error) = bot.store().chosen(section, learning::occasion(bot, host(click))).await {
        tracing::error!(%error, "a choice could not be counted");
    }
}

/// Replaces an offer that held nothing of use for the person who asked, and counts the question as unanswered.
pub(crate) async fn none_of_these(
    bot: &Bot,
    context: &Context,
    click: &ComponentInteraction,
    address: &Address,
) -> serenity::Result<()> {
    let replacement = to_discord::replacement(draft::of_no_choice(address));
    refusals::settled(click.create_response(context, replacement).await)?;
    let Some(question) = question(bot, click) else { return Ok(()) };
    let occasion = learning::occasion(bot, host(click));
    if let Err(error) = bot.store().unanswered(question, None, occasion).await {
        tracing::error!(%error, "an unanswered question could not be counted");
    }
    Ok(())
}

fn host(click: &ComponentInteraction) -> Option<GuildId> {
    learning::host(click.guild_id, &click.authorizing_integration_owners)
}

/// The text of the question behind the clicked message, where it is at hand.
fn question(bot: &Bot, click: &ComponentInteraction) -> Option<String> {
    match whys::origin(bot, &click.message) {
        Origin::Known(question) => Some(question.text),
        Origin::Elsewhere(..) | Origin::Forgotten => None,
    }
}
