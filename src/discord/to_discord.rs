//! The one file that makes Discord types. Owns no text and no decision; every message that leaves the bot passes
//! here, and mentions nobody.

use serenity::all::{
    AutocompleteChoice, ButtonStyle, ChannelId, CreateActionRow, CreateAllowedMentions, CreateAttachment,
    CreateAutocompleteResponse, CreateButton, CreateEmbed, CreateInteractionResponse,
    CreateInteractionResponseFollowup, CreateInteractionResponseMessage, CreateMessage, CreateSelectMenu,
    CreateSelectMenuKind, CreateSelectMenuOption, EditAttachments, EditInteractionResponse, EditMessage,
    GetMessages, MessageId, MessageReference, MessageReferenceKind,
};

use super::draft::{Attachment, Button, Card, Draft, Menu, Row};
use super::limits;

/// Mentions nobody: without this, Discord parses everybody out of any text.
pub(crate) fn no_mentions() -> CreateAllowedMentions {
    CreateAllowedMentions::new().replied_user(false)
}

/// A reply to a message; a plain message if that is gone meanwhile.
pub(crate) fn reply_to(draft: Draft, channel: ChannelId, question: MessageId) -> CreateMessage {
    let reference = MessageReference::new(MessageReferenceKind::Default, channel)
        .message_id(question)
        .fail_if_not_exists(false);
    message(draft).reference_message(reference)
}

/// A message that replies to nothing.
pub(crate) fn message(draft: Draft) -> CreateMessage {
    CreateMessage::new()
        .content(draft.content)
        .embeds(draft.card.into_iter().map(embed).collect())
        .components(draft.rows.into_iter().map(row).collect())
        .files(draft.files.into_iter().map(file))
        .allowed_mentions(no_mentions())
}

/// The messages that came after one, as many as one request gives by default.
pub(crate) fn messages_after(message: MessageId) -> GetMessages {
    const MESSAGES: u8 = 50;
    GetMessages::new().after(message).limit(MESSAGES)
}

/// Puts the draft in place of whatever a message held.
pub(crate) fn edit(draft: Draft) -> EditMessage {
    let files = draft.files.into_iter().map(file).fold(EditAttachments::new(), EditAttachments::add);
    EditMessage::new()
        .content(draft.content)
        .embeds(draft.card.into_iter().map(embed).collect())
        .components(draft.rows.into_iter().map(row).collect())
        .attachments(files)
        .allowed_mentions(no_mentions())
}

/// The first answer to a command.
pub(crate) fn command_reply(draft: Draft, public: bool) -> poise::CreateReply {
    let reply = poise::CreateReply::default()
        .content(draft.content)
        .components(draft.rows.into_iter().map(row).collect())
        .allowed_mentions(no_mentions())
        .ephemeral(!public);
    let reply = draft.card.into_iter().fold(reply, |reply, card| reply.embed(embed(card)));
    draft.files.into_iter().map(file).fold(reply, poise::CreateReply::attachment)
}

/// Answers a click with a message that only the person who clicked sees.
pub(crate) fn private_answer(draft: Draft) -> CreateInteractionResponse {
    CreateInteractionResponse::Message(response(draft).ephemeral(true))
}

/// Tells that the answer to a click is on its way, for the person who clicked alone.
pub(crate) fn later_in_private() -> CreateInteractionResponse {
    CreateInteractionResponse::Defer(CreateInteractionResponseMessage::new().ephemeral(true))
}

/// What was on its way.
pub(crate) fn private_followup(draft: Draft) -> CreateInteractionResponseFollowup {
    CreateInteractionResponseFollowup::new()
        .content(draft.content)
        .embeds(draft.card.into_iter().map(embed).collect())
        .components(draft.rows.into_iter().map(row).collect())
        .files(draft.files.into_iter().map(file))
        .allowed_mentions(no_mentions())
        .ephemeral(true)
}

/// Answers a click by putting the draft in place of what the clicked message held.
pub(crate) fn replacement(draft: Draft) -> CreateInteractionResponse {
    CreateInteractionResponse::UpdateMessage(response(draft))
}

/// Fills in an answer that was promised to the person who clicked, in place of whatever the message holds.
pub(crate) fn late_answer(draft: Draft) -> EditInteractionResponse {
    let files = draft.files.into_iter().map(file).fold(EditAttachments::new(), EditAttachments::add);
    EditInteractionResponse::new()
        .content(draft.content)
        .embeds(draft.card.into_iter().map(embed).collect())
        .components(draft.rows.into_iter().map(row).collect())
        .attachments(files)
        .allowed_mentions(no_mentions())
}

/// Choices for what somebody is typing: name and value of each.
pub(crate) fn autocomplete(
    choices: impl IntoIterator<Item = (String, String)>,
) -> CreateAutocompleteResponse {
    let choices = choices.into_iter().take(limits::AUTOCOMPLETE_CHOICES);
    let choices = choices.map(|(name, value)| AutocompleteChoice::new(name, value));
    CreateAutocompleteResponse::new().set_choices(choices.collect())
}

fn response(draft: Draft) -> CreateInteractionResponseMessage {
    CreateInteractionResponseMessage::new()
        .content(draft.content)
        .embeds(draft.card.into_iter().map(embed).collect())
        .components(draft.rows.into_iter().map(row).collect())
        .files(draft.files.into_iter().map(file))
        .allowed_mentions(no_mentions())
}

fn file(attachment: Attachment) -> CreateAttachment {
    let created = CreateAttachment::bytes(attachment.bytes, attachment.name);
    attachment.description.into_iter().fold(created, CreateAttachment::description)
}

fn embed(card: Card) -> CreateEmbed {
    let embed = CreateEmbed::new().description(card.description);
    if card.title.is_empty() { embed } else { embed.title(card.title) }
}

fn row(row: Row) -> CreateActionRow {
    match row {
        Row::Buttons(buttons) => CreateActionRow::Buttons(buttons.into_iter().map(button).collect()),
        Row::Menu(menu) => CreateActionRow::SelectMenu(select_menu(menu)),
    }
}

fn button(button: Button) -> CreateButton {
    let style = if button.prominent { ButtonStyle::Primary } else { ButtonStyle::Secondary };
    CreateButton::new(button.id).label(button.label).style(style)
}

fn select_menu(menu: Menu) -> CreateSelectMenu {
    let options = menu.options.into_iter().map(|(label, value)| CreateSelectMenuOption::new(label, value));
    let kind = CreateSelectMenuKind::String { options: options.collect() };
    CreateSelectMenu::new(menu.id, kind).placeholder(menu.placeholder)
}
