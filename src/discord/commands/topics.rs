//! `/topics`: what can be asked about.

use super::{Call, private_address, send_draft};
use crate::discord::draft;
use crate::reply;
use crate::reply::wording::Wording;

#[poise::command(
    slash_command,
    install_context = "Guild | User",
    interaction_context = "Guild | BotDm | PrivateChannel"
)]
pub(super) async fn topics(call: Call<'_>) -> serenity::Result<()> {
    let address = private_address(call);
    let topics = reply::topics(call.framework.user_data.engine(), Wording::of(address.language.as_str()));
    send_draft(call, draft::of_topics(&topics, &address), false).await
}
