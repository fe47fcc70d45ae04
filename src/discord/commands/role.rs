//! `/role role [section]`: an article and one of its sections, with a picture of its pay or its career ladder.

use std::future::{Ready, ready};

use serenity::all::{CreateAutocompleteResponse, ResolvedOption, ResolvedValue};

use super::pictured::send_pictured;
use super::{Call, address_here, choices_of, language, private_address, send, send_draft};
use crate::discord::bot::{Audience, Bot};
use crate::discord::custom_id::Target;
use crate::discord::{compared, limits, pictures, to_discord};
use crate::knowledge::{ArticleId, Language, SectionId};
use crate::reply::role::{
    complete_roles, complete_sections, find_role, find_section, opening, role_name, sections,
};
use crate::reply::role_wording::{ENGLISH, RoleWording};
use crate::reply::wording::Wording;
use crate::reply::{fill, quote_user_text};
use crate::search::Decision;

#[poise::command(
    slash_command,
    install_context = "Guild | User",
    interaction_context = "Guild | BotDm | PrivateChannel"
)]
pub(super) async fn role(
    call: Call<'_>,
    #[autocomplete = "complete_role"]
    #[max_length = 200]
    role: String,
    #[autocomplete = "complete_section"]
    #[max_length = 200]
    section: Option<String>,
) -> serenity::Result<()> {
    let (bot, address) = (call.framework.user_data, address_here(call));
    let language = address.language.clone();
    let wording = Wording::of(language.as_str());
    let role = match resolve(bot, &role, &language) {
        Ok(role) => role,
        Err(decision) => {
            let audience = Audience::Asker(super::language(call));
            let spoken = bot.spoken(&decision, call.interaction.user.id, &audience);
            return send(call, spoken, false).await;
        }
    };
    let typed = section.filter(|section| !section.trim().is_empty());
    let wanted = match &typed {
        None => opening(bot.engine(), &role, &language),
        // Clients send the value of a choice, its name, or what was typed.
        Some(section) => {
            match Target::parse(section).and_then(|target| target.find(bot.engine().knowledge())) {
                // A section that was chosen before another role was, is that role's own.
                Some((_, section)) if has(bot, &role, &section) => Some(section),
                _ => find_section(bot.engine(), &role, section, wording),
            }
        }
    };
    let Some(shown) = wanted.and_then(|section| bot.section(&role, &section, &address)) else {
        let address = private_address(call);
        let tag = address.language.as_str();
        let name = role_name(bot.engine(), &role, &address.language);
        let typed = quote_user_text(&typed.unwrap_or_default());
        let sentence = fill(RoleWording::of(tag).no_section, &[&name, &typed]);
        let all = sections(bot.engine(), &role, Wording::of(tag));
        return send_draft(call, compared::of_sections(&sentence, &all, &address), false).await;
    };
    let picture = shown.sketch.map(|sketch| (sketch, pictures::OF_A_ROLE));
    send_pictured(call, shown.draft, picture, address.public).await?;
    bot.memory().answered(call.interaction.channel_id, call.interaction.user.id, role);
    Ok(())
}

fn has(bot: &Bot, role: &ArticleId, section: &SectionId) -> bool {
    bot.engine().knowledge().versions(role).iter().any(|version| version.section(section).is_some())
}

/// The role behind a completion's value, its name, or free text.
///
/// # Errors
/// What the engine decides about the text where no single role is meant.
pub(super) fn resolve(bot: &Bot, text: &str, language: &Language) -> Result<ArticleId, Box<Decision>> {
    match Target::parse(text).and_then(|target| target.find(bot.engine().knowledge())) {
        Some((article, _)) => Ok(article),
        None => find_role(bot.engine(), text, language),
    }
}

/// poise wants a future; the choices are there at once.
pub(super) fn complete_role(call: Call<'_>, typed: &str) -> Ready<CreateAutocompleteResponse> {
    let engine = call.framework.user_data.engine();
    let roles = complete_roles(engine, typed, &language(call), limits::AUTOCOMPLETE_CHOICES);
    let named = roles.into_iter().map(|role| (role.label, role.article, role.section));
    ready(to_discord::autocomplete(choices_of(named)))
}

/// The sections of the role that was typed so far; none before there is one.
fn complete_section(call: Call<'_>, typed: &str) -> Ready<CreateAutocompleteResponse> {
    let (bot, language) = (call.framework.user_data, language(call));
    let role =
        text_of(call.args, ENGLISH.role_option.name).and_then(|role| resolve(bot, role, &language).ok());
    let wording = Wording::of(language.as_str());
    let sections =
        role.map(|role| complete_sections(bot.engine(), &role, typed, wording)).unwrap_or_default();
    let named = sections.into_iter().map(|choice| (choice.label, choice.article, choice.section));
    ready(to_discord::autocomplete(choices_of(named)))
}

/// What was typed into an option so far.
fn text_of<'a>(options: &[ResolvedOption<'a>], name: &str) -> Option<&'a str> {
    options.iter().find(|option| option.name == name).and_then(|option| match option.value {
        ResolvedValue::String(text) | ResolvedValue::Autocomplete { value: text, .. } => Some(text),
        _ => None,
    })
}
