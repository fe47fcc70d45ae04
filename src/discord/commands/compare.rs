//! `/compare first second`: two roles side by side, with their pay as bars.

use super::pictured::send_pictured;
use super::role::{complete_role, resolve};
use super::{Call, address_here, send_draft};
use crate::discord::draft::Draft;
use crate::discord::{compared, pictures};
use crate::reply::compare::{NotCompared, compare as compared_roles};
use crate::reply::role::role_name;
use crate::reply::role_wording::RoleWording;
use crate::reply::wording::Wording;
use crate::reply::{fill, quote_user_text};

#[poise::command(
    slash_command,
    install_context = "Guild | User",
    interaction_context = "Guild | BotDm | PrivateChannel"
)]
pub(super) async fn compare(
    call: Call<'_>,
    #[autocomplete = "complete_role"]
    #[max_length = 200]
    first: String,
    #[autocomplete = "complete_role"]
    #[max_length = 200]
    second: String,
) -> serenity::Result<()> {
    let (bot, address) = (call.framework.user_data, address_here(call));
    let language = &address.language;
    let (wording, texts) = (Wording::of(language.as_str()), RoleWording::of(language.as_str()));
    let (one, other) = match (resolve(bot, &first, language), resolve(bot, &second, language)) {
        (Ok(one), Ok(other)) => (one, other),
        (one, _) => {
            let unclear = if one.is_err() { first } else { second };
            let sentence = fill(texts.which_role, &[&quote_user_text(&unclear)]);
            return send_draft(call, Draft::sentence(&sentence), false).await;
        }
    };
    match compared_roles(bot.engine(), [&one, &other], wording, texts) {
        Ok(comparison) => {
            let draft = compared::of_comparison(&comparison, &address);
            // Nothing is remembered: a follow-up could be about either.
            let picture = comparison.sketch.map(|sketch| (sketch, pictures::OF_TWO_ROLES));
            send_pictured(call, draft, picture, address.public).await
        }
        Err(NotCompared::Same) => {
            let sentence = fill(texts.same_role, &[&role_name(bot.engine(), &one, language)]);
            send_draft(call, Draft::sentence(&sentence), false).await
        }
        Err(NotCompared::Unknown) => send_draft(call, Draft::sentence(wording.section_gone), false).await,
    }
}
