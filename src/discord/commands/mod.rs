//! The commands: one file each. Here they get their names, and are made known to Discord.

mod answer_this;
mod ask;
mod compare;
mod define;
mod help;
pub(super) mod knowledge;
mod pictured;
pub(super) mod privacy;
mod registration;
mod role;
pub(super) mod settings;
mod topics;

use std::borrow::Cow;

use serenity::all::{ChannelId, CreateCommand, GuildId, InteractionContext, Member, Permissions};

use super::bot::{self, Audience, Bot, Spoken};
use super::custom_id::Target;
use super::draft::{Address, Draft};
use super::{learning, limits, to_discord};
use crate::knowledge::{ArticleId, Language, SectionId};
use crate::reply::cut::{Budget, cut};
use crate::reply::discord_wording::{CommandText, ENGLISH, THAI};
use crate::reply::settings_wording::SettingsWording;
use crate::reply::{privacy_wording, reload_wording, report_wording, role_wording};
use crate::store::GuildSettings;

pub(super) use registration::register;

/// A command with the bot as its data.
pub(super) type Command = poise::Command<Bot, serenity::Error>;
/// What a command is called with.
pub(super) type Call<'a> = poise::ApplicationContext<'a, Bot, serenity::Error>;

/// Every command, named in both languages.
pub(super) fn all() -> Vec<Command> {
    vec![
        named(
            ask::ask(),
            [ENGLISH.ask, THAI.ask],
            &[[ENGLISH.question, THAI.question], [ENGLISH.share, THAI.share]],
        ),
        named(define::define(), [ENGLISH.define, THAI.define], &[[ENGLISH.term, THAI.term]]),
        named(
            role::role(),
            [role_wording::ENGLISH.role, role_wording::THAI.role],
            &[
                [role_wording::ENGLISH.role_option, role_wording::THAI.role_option],
                [role_wording::ENGLISH.section_option, role_wording::THAI.section_option],
            ],
        ),
        named(
            compare::compare(),
            [role_wording::ENGLISH.compare, role_wording::THAI.compare],
            &[
                [role_wording::ENGLISH.first_option, role_wording::THAI.first_option],
                [role_wording::ENGLISH.second_option, role_wording::THAI.second_option],
            ],
        ),
        named(topics::topics(), [ENGLISH.topics, THAI.topics], &[]),
        named(help::help(), [ENGLISH.help, THAI.help], &[]),
        named(privacy::privacy(), [privacy_wording::ENGLISH.privacy, privacy_wording::THAI.privacy], &[]),
        knowledge(),
        named(answer_this::answer_this(), [ENGLISH.answer_this, THAI.answer_this], &[]),
        settings::command(),
    ]
}

/// Whether a person may use a command once more; if not, they are told so. Completions are not counted.
pub(super) async fn paced(call: poise::Context<'_, Bot, serenity::Error>) -> serenity::Result<bool> {
    let poise::Context::Application(call) = call else { return Ok(true) };
    let person = call.interaction.user.id.get();
    if call.interaction_type == poise::CommandInteractionType::Autocomplete
        || call.framework.user_data.rates().answers_person(person)
    {
        return Ok(true);
    }
    let sentence = SettingsWording::of(&call.interaction.locale).too_fast;
    send_draft(call, Draft::sentence(sentence), false).await?;
    Ok(false)
}

/// Takes a channel that is gone out of the settings of its server.
pub(super) async fn forget_channel(bot: &Bot, guild: GuildId, channel: ChannelId) {
    let channel = channel.get();
    let forget = move |settings: &mut GuildSettings| {
        settings.ask_channels.remove(&channel);
        settings.unanswered_channel.take_if(|told| *told == channel);
    };
    if let Err(error) = bot.store().change_guild(guild.get(), forget).await {
        tracing::error!("{error}");
    }
}

/// `/knowledge` with its parts.
fn knowledge() -> Command {
    let (english, thai) = (&report_wording::ENGLISH, &report_wording::THAI);
    let parts = vec![
        named(knowledge::report(), [english.report, thai.report], &[]),
        named(knowledge::status(), [english.status, thai.status], &[]),
        named(knowledge::reload(), [reload_wording::ENGLISH.reload, reload_wording::THAI.reload], &[]),
    ];
    with_subcommands(named(knowledge::knowledge(), [english.knowledge, thai.knowledge], &[]), parts)
}

/// The command as a group of parts, which have their names already.
fn with_subcommands(command: Command, parts: Vec<Command>) -> Command {
    Command { subcommands: parts, subcommand_required: true, ..command }
}

/// Whether somebody may manage the server. Discord hides such commands from others, unless the server says otherwise.
fn may_manage(member: Option<&Member>) -> bool {
    member.and_then(|member| member.permissions).is_some_and(|permissions| {
        permissions.intersects(Permissions::MANAGE_GUILD | Permissions::ADMINISTRATOR)
    })
}

/// What Discord is told of a command. poise leaves the names of message commands untranslated.
fn known_as(command: &Command) -> Vec<CreateCommand> {
    let message_command = command.create_as_context_menu_command().map(|created| {
        let names = command.name_localizations.iter();
        names.fold(created, |created, (locale, name)| created.name_localized(locale.as_ref(), name.as_ref()))
    });
    command.create_as_slash_command().into_iter().chain(message_command).collect()
}

/// Gives a command and its options their names and descriptions: English, and Thai for those who use Discord in Thai.
fn named(mut command: Command, [english, thai]: [CommandText; 2], options: &[[CommandText; 2]]) -> Command {
    command.name = Cow::Borrowed(english.name);
    command.qualified_name = Cow::Borrowed(english.name);
    command.name_localizations = localized(thai.name);
    if command.context_menu_action.is_some() {
        command.context_menu_name = Some(Cow::Borrowed(english.name));
    } else {
        command.description = Some(Cow::Borrowed(english.description));
        command.description_localizations = localized(thai.description);
        for (parameter, [english, thai]) in command.parameters.iter_mut().zip(options) {
            parameter.name_localizations = localized(thai.name);
            parameter.description = Some(Cow::Borrowed(english.description));
            parameter.description_localizations = localized(thai.description);
            debug_assert_eq!(parameter.name, english.name);
        }
    }
    command
}

fn localized(thai: &'static str) -> Cow<'static, [(Cow<'static, str>, Cow<'static, str>)]> {
    Cow::Owned(vec![(Cow::Borrowed(THAI.tag), Cow::Borrowed(thai))])
}

/// Sections as choices of a completion, by their labels: Discord refuses two of one name.
fn choices_of(sections: impl IntoIterator<Item = (String, ArticleId, SectionId)>) -> Vec<(String, String)> {
    let mut choices: Vec<(String, String)> = Vec::new();
    for (label, article, section) in sections {
        let budget = Budget { characters: limits::CHOICE_TEXT, bytes: limits::CHOICE_TEXT * 4 };
        let name = cut(&label, budget).head;
        let value = Target::within(limits::CHOICE_TEXT, &article, &section).to_string();
        if !name.trim().is_empty() && choices.iter().all(|(known, _)| *known != name) {
            choices.push((name, value));
        }
    }
    choices
}

/// The language of the person who used the command.
fn language(call: Call<'_>) -> Language {
    bot::language_of(&call.interaction.locale)
}

/// How the person who used the command is answered, alone.
fn private_address(call: Call<'_>) -> Address {
    let language = language(call);
    bot::address(call.interaction.user.id, &Audience::Asker(language.clone()), &language)
}

/// What the server chose in which the command was used.
fn rules(call: Call<'_>) -> std::sync::Arc<GuildSettings> {
    call.framework.user_data.rules(call.interaction.guild_id)
}

/// Who sees the answer: everybody where the person or the server wants that, but never where the bot is only the
/// person's own guest: in servers and conversations that did not invite it.
fn audience(call: Call<'_>, share: Option<bool>) -> Audience {
    let rules = rules(call);
    if share.unwrap_or(rules.public_slash) && is_at_home(call) {
        Audience::Everybody(rules.language.clone())
    } else {
        Audience::Asker(language(call))
    }
}

/// How the person who used the command is answered, as the server wants it.
fn address_here(call: Call<'_>) -> Address {
    bot::address(call.interaction.user.id, &audience(call, None), &language(call))
}

/// Whether the bot is a member of where the command was used.
fn is_at_home(call: Call<'_>) -> bool {
    match call.interaction.guild_id {
        Some(_) => host(call).is_some(),
        None => call.interaction.context != Some(InteractionContext::PrivateChannel),
    }
}

/// The server that invited the bot, where the command was used in one.
fn host(call: Call<'_>) -> Option<GuildId> {
    learning::host(call.interaction.guild_id, &call.interaction.authorizing_integration_owners)
}

/// Sends what is said, and remembers what it is about.
async fn send(call: Call<'_>, spoken: Spoken, public: bool) -> serenity::Result<()> {
    let subject = spoken.subject;
    if let Some(question) = spoken.question {
        call.framework.user_data.asked().remember(call.interaction.id, question);
    }
    send_draft(call, spoken.draft, public).await?;
    if let Some(article) = subject {
        call.framework.user_data.memory().answered(
            call.interaction.channel_id,
            call.interaction.user.id,
            article,
        );
    }
    learning::learn(call.framework.user_data, host(call), spoken.lesson).await;
    Ok(())
}

async fn send_draft(call: Call<'_>, draft: Draft, public: bool) -> serenity::Result<()> {
    poise::send_application_reply(call, to_discord::command_reply(draft, public)).await.map(drop)
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
mod tests {
    use super::*;

    #[test]
    fn options_are_named_after_their_texts() {
        let commands = all();
        let of = |name: &str| -> Vec<String> {
            let command = commands.iter().find(|command| command.name == name).unwrap();
            command.parameters.iter().map(|parameter| parameter.name.to_string()).collect()
        };
        assert_eq!(of("ask"), [ENGLISH.question.name, ENGLISH.share.name]);
        assert_eq!(of("define"), [ENGLISH.term.name]);
    }

    #[test]
    fn what_discord_is_told() {
        let told: Vec<CreateCommand> = all().iter().flat_map(known_as).collect();
        insta::assert_snapshot!(serde_json::to_string_pretty(&told).unwrap());
    }
}
