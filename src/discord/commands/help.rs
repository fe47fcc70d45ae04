//! `/help`: how to use the bot.

use serenity::all::Mentionable as _;

use super::{Call, private_address, send_draft};
use crate::discord::draft;

#[poise::command(
    slash_command,
    install_context = "Guild | User",
    interaction_context = "Guild | BotDm | PrivateChannel"
)]
pub(super) async fn help(call: Call<'_>) -> serenity::Result<()> {
    let mention = call.framework.bot_id().mention().to_string();
    send_draft(call, draft::of_help(&mention, &private_address(call)), false).await
}
