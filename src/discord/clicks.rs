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
use super::to_discord;
use crate::reply::discord_wording::DiscordWording;
use crate::reply::wording::Wording;

/// Does what the button or menu says.
pub(crate) async fn clicked(
    bot: &Bot,
    context: &Context,
    click: &ComponentInteraction,
) -> serenity::Result<()> {
    let response = match CustomId::parse(&click.data.custom_id) {
        Some(CustomId { action: Action::Delete(_), asker, .. }) => {
            return delete(context, click, asker).await;
        }
        Some(CustomId { action: Action::Forget, asker, .. }) => {
            return privacy::forget(bot, context, click, asker).await;
        }
        Some(CustomId { action: Action::ExportSamples, .. }) => {
            return knowledge::clicked(bot, context, click, Wanted::Export).await;
        }
        Some(CustomId { action: Action::Sample(question), .. }) => match Wanted::sample(&question) {
            Some(wanted) => return knowledge::clicked(bot, context, click, wanted).await,
            None => tell(wording(click).outdated),
        },
        Some(id) => show(bot, click, &id),
        None => tell(wording(click).outdated),
    };
    click.create_response(context, response).await
}

/// Shows the section that the button or the chosen option names.
fn show(bot: &Bot, click: &ComponentInteraction, id: &CustomId) -> CreateInteractionResponse {
    let Some(target) = target(click, &id.action) else { return tell(wording(click).outdated) };
    let Some((article, section)) = target.find(bot.engine().knowledge()) else {
        return tell(Wording::of(&click.locale).section_gone);
    };
    let owner = click.user.id.get() == id.asker;
    let private = click.message.flags.is_some_and(|flags| flags.contains(MessageFlags::EPHEMERAL));
    let address = if owner {
        Address { asker: id.asker, language: id.language.clone(), public: !private, question: None }
    } else {
        let audience = Audience::Asker(bot::language_of(&click.locale));
        bot::address(click.user.id, &audience, &id.language)
    };
    let Some(draft) = bot.section(&article, &section, &address) else {
        return tell(Wording::of(&click.locale).section_gone);
    };
    bot.memory().answered(click.channel_id, click.user.id, article);
    if owner { to_discord::replacement(draft) } else { to_discord::private_answer(draft) }
}

/// Deletes the message for the person it answers, and for those who manage messages.
async fn delete(context: &Context, click: &ComponentInteraction, asker: u64) -> serenity::Result<()> {
    let moderates = click
        .member
        .as_ref()
        .and_then(|member| member.permissions)
        .is_some_and(|permissions| permissions.contains(Permissions::MANAGE_MESSAGES));
    if click.user.id.get() != asker && !moderates {
        return click.create_response(context, tell(wording(click).not_yours)).await;
    }
    click.create_response(context, CreateInteractionResponse::Acknowledge).await?;
    // By the interaction's own token: that works in channels that the bot itself cannot see, too.
    click.delete_response(context).await
}

fn target(click: &ComponentInteraction, action: &Action) -> Option<Target> {
    match (action, &click.data.kind) {
        (Action::Show(target), ComponentInteractionDataKind::Button) => Some(target.clone()),
        (Action::ShowChosen, ComponentInteractionDataKind::StringSelect { values }) => {
            Target::parse(values.first()?)
        }
        _ => None,
    }
}

fn tell(sentence: &str) -> CreateInteractionResponse {
    to_discord::private_answer(Draft::sentence(sentence))
}

fn wording(click: &ComponentInteraction) -> &'static DiscordWording {
    DiscordWording::of(&click.locale)
}
