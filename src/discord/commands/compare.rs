//! `/compare first second`: two roles side by side, with their pay as bars.

use super::pictured::send_pictured;
use super::role::{complete_role, resolve};
use super::{Call, address_here, language, send_draft};
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
    // What is refused is told to the person alone, in their own language.
    let own = language(call);
    let refused = RoleWording::of(own.as_str());
    let (one, other) = match (resolve(bot, &first, &own), resolve(bot, &second, &own)) {
        (Ok(one), Ok(other)) => (one, other),
        (one, _) => {
            let unclear = if one.is_err() { first } else { second };
            let sentence = fill(refused.which_role, &[&quote_user_text(&unclear)]);
            return send_draft(call, Draft::sentence(&sentence), false).await;
        }
    };
    let tag = address.language.as_str();
    match compared_roles(bot.engine(), [&one, &other], Wording::of(tag), RoleWording::of(tag)) {
        Ok(comparison) => {
            let draft = compared::of_comparison(&comparison, &address, bot.today());
            // Nothing is remembered: a follow-up could be about either.
            let picture = comparison.sketch.map(|sketch| (sketch, pictures::OF_TWO_ROLES));
            send_pictured(call, draft, picture, address.public).await
        }
        Err(NotCompared::Same) => {
            let sentence = fill(refused.same_role, &[&role_name(bot.engine(), &one, &own)]);
            send_draft(call, Draft::sentence(&sentence), false).await
        }
        Err(NotCompared::Unknown) => {
            send_draft(call, Draft::sentence(Wording::of(own.as_str()).section_gone), false).await
        }
    }
}
