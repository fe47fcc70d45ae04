//! Clicks on the bot's buttons and menus. Only the asker's click changes a public message; others get an answer of
//! their own.

use serenity::all::{
    ComponentInteraction, ComponentInteractionDataKind, Context, CreateInteractionResponse, MessageFlags,
    Permissions,
};

use super::bot::{self, Audience, Bot};
use super::commands::knowledge::{self, Wanted};
use super::commands::privacy;
use super::custom_id::{Action, CustomId, Target};
use super::draft::{Address, Draft};
use super::showing::{Answering, Place};
use super::{feedback, refusals, to_discord, whys};
use crate::knowledge::{ArticleId, SectionId};
use crate::reply::answer_wording::AnswerWording;
use crate::reply::discord_wording::DiscordWording;
use crate::reply::settings_wording::SettingsWording;
use crate::reply::wording::Wording;
use crate::store::SectionRef;

/// Does what the button or menu says.
pub(crate) async fn clicked(
    bot: &Bot,
    context: &Context,
    click: &ComponentInteraction,
) -> serenity::Result<()> {
    if !bot.rates().answers_click(click.user.id.get()) {
        return too_fast(bot, context, click).await;
    }
    let Some(id) = CustomId::parse(&click.data.custom_id) else {
        return respond(context, click, tell(discord_wording(click).outdated)).await;
    };
    let target = match (&id.action, &click.data.kind) {
        (Action::Delete(_), _) => return delete(context, click, id.asker).await,
        (Action::NoneOfThese, _) => return none_of_these(bot, context, click, &id).await,
        (Action::ShowChosen, ComponentInteractionDataKind::StringSelect { values }) => {
            values.first().and_then(|value| Target::parse(value))
        }
        (Action::ShowChosen, _) => None,
        (Action::Forget, _) => {
            return refusals::settled(privacy::forget(bot, context, click, id.asker).await);
        }
        (Action::ExportSamples, _) => {
            return refusals::settled(knowledge::clicked(bot, context, click, Wanted::Export).await);
        }
        (Action::Sample(question), _) => match Wanted::sample(question) {
            Some(wanted) => {
                return refusals::settled(knowledge::clicked(bot, context, click, wanted).await);
            }
            None => None,
        },
        (
            Action::Show(target)
            | Action::Choose(target)
            | Action::ReadAll(target, _)
            | Action::Why(target)
            | Action::Rate(target, _),
            _,
        ) => Some(target.clone()),
    };
    let Some(target) = target else {
        return respond(context, click, tell(discord_wording(click).outdated)).await;
    };
    let Some((article, section)) = target.find(bot.engine().knowledge()) else {
        return respond(context, click, tell(Wording::of(&click.locale).section_gone)).await;
    };
    match id.action {
        Action::Why(target) => whys::explain(bot, context, click, &target).await,
        Action::Rate(_, liked) => {
            feedback::rate(bot, context, click, SectionRef { article, section }, liked).await
        }
        Action::ReadAll(_, page) => read_all(bot, context, click, (&article, &section), page).await,
        Action::Choose(_) => {
            show(bot, context, click, &id, (&article, &section)).await?;
            feedback::chosen(bot, click, SectionRef { article, section }).await;
            Ok(())
        }
        _ => show(bot, context, click, &id, (&article, &section)).await,
    }
}

/// Tells somebody who clicks too fast so, once in a while. Every click is acknowledged, or Discord would say that it
/// failed.
async fn too_fast(bot: &Bot, context: &Context, click: &ComponentInteraction) -> serenity::Result<()> {
    let response = if bot.rates().says_so_of_clicks(click.user.id.get()) {
        tell(SettingsWording::of(&click.locale).clicked_too_fast)
    } else {
        CreateInteractionResponse::Acknowledge
    };
    respond(context, click, response).await
}

/// Shows a section: in place of the message to the person it answers, to others in an answer of their own.
async fn show(
    bot: &Bot,
    context: &Context,
    click: &ComponentInteraction,
    id: &CustomId,
    (article, section): (&ArticleId, &SectionId),
) -> serenity::Result<()> {
    let owner = is_owner(click, id);
    let (place, address) =
        if owner { (Place::Message, in_place(bot, click, id)) } else { (Place::Alone, alone(click, id)) };
    let Some(shown) = bot.section(article, section, &address) else {
        return respond(context, click, tell(Wording::of(&click.locale).section_gone)).await;
    };
    bot.memory().answered(click.channel_id, click.user.id, article.clone());
    let mut answering = Answering::new(context, click);
    match answering.show(bot, place, shown).await {
        // Somebody deleted the message under the click: the person who clicked gets the answer still.
        Err(error) if owner && refusals::is_of_a_deleted_message(&error) => {
            let Some(shown) = bot.section(article, section, &alone(click, id)) else { return Ok(()) };
            refusals::settled(answering.show(bot, Place::Alone, shown).await)
        }
        result => refusals::settled(result),
    }
}

/// Shows a page of the whole section to the person who clicked, so that a channel stays short; turning the pages changes
/// what that person sees.
async fn read_all(
    bot: &Bot,
    context: &Context,
    click: &ComponentInteraction,
    section: (&ArticleId, &SectionId),
    page: u8,
) -> serenity::Result<()> {
    let audience = Audience::Asker(bot::language_of(&click.locale));
    let address = bot::address(click.user.id, &audience, &bot::language_of(&click.locale));
    let response = match bot.page(section, page, &address) {
        Some(draft) if is_private(click) => to_discord::replacement(draft),
        Some(draft) => to_discord::private_answer(draft),
        None => tell(Wording::of(&click.locale).section_gone),
    };
    respond(context, click, response).await
}

/// Takes an offer away that held nothing of use; only the person who asked can say so.
async fn none_of_these(
    bot: &Bot,
    context: &Context,
    click: &ComponentInteraction,
    id: &CustomId,
) -> serenity::Result<()> {
    if !is_owner(click, id) {
        return respond(context, click, tell(AnswerWording::of(&click.locale).not_your_offer)).await;
    }
    feedback::none_of_these(bot, context, click, &in_place(bot, click, id)).await
}

/// Deletes the message for the person it answers, and for those who manage messages.
async fn delete(context: &Context, click: &ComponentInteraction, asker: u64) -> serenity::Result<()> {
    let moderates = click
        .member
        .as_ref()
        .and_then(|member| member.permissions)
        .is_some_and(|permissions| permissions.contains(Permissions::MANAGE_MESSAGES));
    if click.user.id.get() != asker && !moderates {
        return respond(context, click, tell(discord_wording(click).not_yours)).await;
    }
    let acknowledged = click.create_response(context, CreateInteractionResponse::Acknowledge).await;
    if acknowledged.is_err() {
        return refusals::settled(acknowledged);
    }
    // By the interaction's own token: that works in channels that the bot itself cannot see, too.
    refusals::settled(click.delete_response(context).await)
}

/// How the person whom a message answers is answered in its place.
fn in_place(bot: &Bot, click: &ComponentInteraction, id: &CustomId) -> Address {
    let audience = if is_private(click) {
        Audience::Asker(id.language.clone())
    } else {
        Audience::Everybody(Some(id.language.clone()))
    };
    let address = bot::address(click.user.id, &audience, &id.language);
    Address { explains: whys::explains(bot, &click.message), ..address }
}

/// How somebody is answered alone, in their own language.
fn alone(click: &ComponentInteraction, id: &CustomId) -> Address {
    let audience = Audience::Asker(bot::language_of(&click.locale));
    bot::address(click.user.id, &audience, &id.language)
}

fn is_owner(click: &ComponentInteraction, id: &CustomId) -> bool {
    click.user.id.get() == id.asker
}

fn is_private(click: &ComponentInteraction) -> bool {
    click.message.flags.is_some_and(|flags| flags.contains(MessageFlags::EPHEMERAL))
}

async fn respond(
    context: &Context,
    click: &ComponentInteraction,
    response: CreateInteractionResponse,
) -> serenity::Result<()> {
    refusals::settled(click.create_response(context, response).await)
}

fn tell(sentence: &str) -> CreateInteractionResponse {
    to_discord::private_answer(Draft::sentence(sentence))
}

fn discord_wording(click: &ComponentInteraction) -> &'static DiscordWording {
    DiscordWording::of(&click.locale)
}
