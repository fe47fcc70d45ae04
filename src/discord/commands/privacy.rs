//! `/privacy`: what is kept, what of it belongs to the person, and a button that deletes it.

use serenity::all::{ComponentInteraction, Context, CreateInteractionResponse};

use super::{Call, private_address, send_draft};
use crate::discord::bot::{self, Bot};
use crate::discord::custom_id::{Action, CustomId};
use crate::discord::draft::{Address, Button, Draft, Row};
use crate::discord::patience::patiently;
use crate::discord::{limits, markdown, to_discord};
use crate::knowledge::Knowledge;
use crate::reply::cut::{Budget, cut};
use crate::reply::fill;
use crate::reply::privacy::{Remembered, explanation, is_empty};
use crate::reply::privacy_wording::PrivacyWording;
use crate::store::{KEPT_DAYS, Kept};

#[poise::command(
    slash_command,
    install_context = "Guild | User",
    interaction_context = "Guild | BotDm | PrivateChannel"
)]
pub(super) async fn privacy(call: Call<'_>) -> serenity::Result<()> {
    let (bot, person) = (call.framework.user_data, call.interaction.user.id);
    let address = private_address(call);
    let wording = PrivacyWording::of(address.language.as_str());
    let (kept, _) = patiently(bot.store().kept_about(person.get()), call.defer_response(true)).await?;
    let kept = match kept {
        Ok(kept) => kept,
        Err(error) => {
            tracing::error!(cause = ?error, "what is kept about a person could not be read");
            return send_draft(call, Draft::sentence(wording.not_kept), false).await;
        }
    };
    let remembered = bot.memory().remembered(person);
    send_draft(call, of_kept(bot.engine().knowledge(), &kept, remembered, &address), false).await
}

/// What is kept, with a button that deletes what belongs to the person.
pub(crate) fn of_kept(
    knowledge: &Knowledge,
    kept: &Kept,
    remembered: Remembered,
    address: &Address,
) -> Draft {
    let tag = address.language.as_str();
    let text = explanation(knowledge, kept, remembered, KEPT_DAYS, tag, markdown::escape);
    let budget = Budget { characters: limits::CONTENT, bytes: limits::MESSAGE_BYTES - 1000 };
    let mut draft = Draft::sentence(&cut(&text, budget).head);
    if !is_empty(kept, remembered) {
        let id = CustomId::plain(Action::Forget, &address.language, address.asker);
        let label = PrivacyWording::of(tag).delete.to_owned();
        draft.rows.push(Row::Buttons(vec![Button { id: id.to_string(), label, prominent: false }]));
    }
    draft
}

/// Deletes what belongs to the person who clicked on their own button.
pub(crate) async fn forget(
    bot: &Bot,
    context: &Context,
    click: &ComponentInteraction,
    owner: u64,
) -> serenity::Result<()> {
    let wording = PrivacyWording::of(bot::language_of(&click.locale).as_str());
    if click.user.id.get() != owner {
        let refusal = Draft::sentence(wording.not_yours);
        return click.create_response(context, to_discord::private_answer(refusal)).await;
    }
    bot.memory().forget(click.user.id);
    let promise = click.create_response(context, CreateInteractionResponse::Acknowledge);
    let (forgotten, promised) = patiently(bot.store().forget(owner), promise).await?;
    let (draft, failed) = match forgotten {
        Ok(deleted) => (Draft::sentence(&fill(wording.deleted, &[&deleted.to_string()])), false),
        Err(error) => {
            tracing::error!(cause = ?error, "what belongs to a person could not be deleted");
            (Draft::sentence(wording.not_kept), true)
        }
    };
    // Where it failed the button stays, to be used again.
    match (promised, failed) {
        (false, false) => click.create_response(context, to_discord::replacement(draft)).await,
        (false, true) => click.create_response(context, to_discord::private_answer(draft)).await,
        (true, false) => click.edit_response(context, to_discord::late_answer(draft)).await.map(drop),
        (true, true) => click.create_followup(context, to_discord::private_followup(draft)).await.map(drop),
    }
}
