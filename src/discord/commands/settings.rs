//! `/settings`: what those who manage a server can choose. Kept by the store, in effect at once.

use serenity::all::{ChannelId, GuildId, PartialChannel};

use super::{Call, Command, localized, may_manage, named, send_draft, with_subcommands};
use crate::discord::bot::Hearing;
use crate::discord::draft::Draft;
use crate::discord::patience::patiently;
use crate::knowledge::Language;
use crate::reply::settings_wording::{ENGLISH, SettingsWording, THAI};
use crate::search::Sureness;
use crate::store::{GuildSettings, StoreError};

/// Ask channels that a server can choose: more would be all of it.
const MOST_ASK_CHANNELS: usize = 25;

/// The language of public replies. The names that people see are in the wording, in this order.
#[derive(Debug, Clone, Copy, poise::ChoiceParameter)]
enum LanguageChoice {
    Auto,
    Thai,
    English,
}

impl LanguageChoice {
    fn language(self) -> Option<Language> {
        match self {
            Self::Auto => None,
            Self::Thai => Some(Language::thai()),
            Self::English => Some(Language::english()),
        }
    }
}

/// How sure the bot must be, as above.
#[derive(Debug, Clone, Copy, poise::ChoiceParameter)]
enum Level {
    Careful,
    Balanced,
    Eager,
}

impl Level {
    fn sureness(self) -> Sureness {
        match self {
            Self::Careful => Sureness::Careful,
            Self::Balanced => Sureness::Balanced,
            Self::Eager => Sureness::Eager,
        }
    }
}

/// The command with its subcommands, named in both languages.
pub(super) fn command() -> Command {
    let text = |of: fn(&SettingsWording) -> super::CommandText| [of(&ENGLISH), of(&THAI)];
    let channel = text(|w| w.channel);
    let ask_channels = with_subcommands(
        named(ask_channels(), text(|w| w.ask_channels), &[]),
        vec![named(add(), text(|w| w.add), &[channel]), named(remove(), text(|w| w.remove), &[channel])],
    );
    let mut language = named(language(), text(|w| w.language), &[text(|w| w.choose_language)]);
    name_choices(&mut language, ENGLISH.languages, THAI.languages);
    let mut sureness = named(sureness(), text(|w| w.sureness), &[text(|w| w.choose_level)]);
    name_choices(&mut sureness, ENGLISH.levels, THAI.levels);
    let parts = vec![
        named(show(), text(|w| w.show), &[]),
        ask_channels,
        language,
        sureness,
        named(private_answers(), text(|w| w.private_answers), &[text(|w| w.private)]),
        named(unanswered_channel(), text(|w| w.unanswered_channel), &[text(|w| w.tell_channel)]),
        named(reset(), text(|w| w.reset), &[]),
    ];
    with_subcommands(named(settings(), text(|w| w.settings), &[]), parts)
}

fn name_choices(command: &mut Command, english: [&'static str; 3], thai: [&'static str; 3]) {
    let choices = command.parameters.iter_mut().flat_map(|parameter| parameter.choices.to_mut());
    for (choice, (english, thai)) in choices.zip(english.into_iter().zip(thai)) {
        choice.name = english.into();
        choice.localizations = localized(thai);
    }
}

#[poise::command(
    slash_command,
    install_context = "Guild",
    interaction_context = "Guild",
    default_member_permissions = "MANAGE_GUILD"
)]
#[allow(clippy::unused_async, reason = "Discord never calls a command that has subcommands")]
async fn settings(_: Call<'_>) -> serenity::Result<()> {
    Ok(())
}

#[poise::command(slash_command)]
async fn show(call: Call<'_>) -> serenity::Result<()> {
    let Some(guild) = managed(call).await? else { return Ok(()) };
    send_draft(call, shown(call, guild, wording(call).title), false).await
}

#[poise::command(slash_command, rename = "ask-channels")]
#[allow(clippy::unused_async, reason = "as above")]
async fn ask_channels(_: Call<'_>) -> serenity::Result<()> {
    Ok(())
}

#[poise::command(slash_command)]
async fn add(
    call: Call<'_>,
    #[channel_types("Text", "News", "Forum")] channel: PartialChannel,
) -> serenity::Result<()> {
    let Some(guild) = managed(call).await? else { return Ok(()) };
    let (channel, channels) = (channel.id.get(), |settings: &GuildSettings| settings.ask_channels.len());
    let add = move |settings: &mut GuildSettings| {
        let room = channels(settings) < MOST_ASK_CHANNELS || settings.ask_channels.contains(&channel);
        if room {
            settings.ask_channels.insert(channel);
        }
        room
    };
    match changed(call, guild, add).await? {
        Some(false) => tell(call, &wording(call).too_many_channels(MOST_ASK_CHANNELS)).await,
        Some(true) => confirm(call, guild).await,
        None => Ok(()),
    }
}

#[poise::command(slash_command)]
async fn remove(
    call: Call<'_>,
    #[channel_types("Text", "News", "Forum")] channel: PartialChannel,
) -> serenity::Result<()> {
    let Some(guild) = managed(call).await? else { return Ok(()) };
    let channel = channel.id.get();
    let remove = move |settings: &mut GuildSettings| settings.ask_channels.remove(&channel);
    match changed(call, guild, remove).await? {
        Some(false) => {
            let fixed = call.framework.user_data.ask_channels().chosen().contains(&channel);
            let wording = wording(call);
            tell(call, if fixed { wording.fixed_channel } else { wording.not_an_ask_channel }).await
        }
        Some(true) => confirm(call, guild).await,
        None => Ok(()),
    }
}

#[poise::command(slash_command)]
async fn language(call: Call<'_>, language: LanguageChoice) -> serenity::Result<()> {
    let Some(guild) = managed(call).await? else { return Ok(()) };
    change(call, guild, move |settings| settings.language = language.language()).await
}

#[poise::command(slash_command)]
async fn sureness(call: Call<'_>, level: Level) -> serenity::Result<()> {
    let Some(guild) = managed(call).await? else { return Ok(()) };
    change(call, guild, move |settings| settings.sureness = level.sureness()).await
}

#[poise::command(slash_command, rename = "private-answers")]
async fn private_answers(call: Call<'_>, private: bool) -> serenity::Result<()> {
    let Some(guild) = managed(call).await? else { return Ok(()) };
    change(call, guild, move |settings| settings.public_slash = !private).await
}

#[poise::command(slash_command, rename = "unanswered-channel")]
async fn unanswered_channel(
    call: Call<'_>,
    #[channel_types("Text", "News")] channel: Option<PartialChannel>,
) -> serenity::Result<()> {
    let Some(guild) = managed(call).await? else { return Ok(()) };
    let unanswered_channel = channel.map(|channel| channel.id.get());
    change(call, guild, move |settings| settings.unanswered_channel = unanswered_channel).await
}

#[poise::command(slash_command)]
async fn reset(call: Call<'_>) -> serenity::Result<()> {
    let Some(guild) = managed(call).await? else { return Ok(()) };
    match kept(call, call.framework.user_data.store().reset_guild(guild.get())).await? {
        Some(()) => confirm(call, guild).await,
        None => Ok(()),
    }
}

/// The server, for those who may manage it; others are told that they may not.
async fn managed(call: Call<'_>) -> serenity::Result<Option<GuildId>> {
    let allowed = may_manage(call.interaction.member.as_deref());
    if let Some(guild) = call.interaction.guild_id.filter(|_| allowed) {
        return Ok(Some(guild));
    }
    tell(call, wording(call).not_allowed).await?;
    Ok(None)
}

async fn change(
    call: Call<'_>,
    guild: GuildId,
    change: impl FnOnce(&mut GuildSettings) + Send + 'static,
) -> serenity::Result<()> {
    match changed(call, guild, change).await? {
        Some(()) => confirm(call, guild).await,
        None => Ok(()),
    }
}

async fn changed<T: Send + 'static>(
    call: Call<'_>,
    guild: GuildId,
    change: impl FnOnce(&mut GuildSettings) -> T + Send + 'static,
) -> serenity::Result<Option<T>> {
    kept(call, call.framework.user_data.store().change_guild(guild.get(), change)).await
}

/// What came of keeping something; nothing where it could not be kept, of which the person is told.
async fn kept<T>(
    call: Call<'_>,
    keep: impl Future<Output = Result<T, StoreError>>,
) -> serenity::Result<Option<T>> {
    let (kept, _) = patiently(keep, call.defer_response(true)).await?;
    match kept {
        Ok(given) => Ok(Some(given)),
        Err(error) => {
            tracing::error!(cause = std::error::Error::source(&error).map(ToString::to_string), "{error}");
            tell(call, wording(call).not_kept).await?;
            Ok(None)
        }
    }
}

/// Shows what the settings are now.
async fn confirm(call: Call<'_>, guild: GuildId) -> serenity::Result<()> {
    send_draft(call, shown(call, guild, wording(call).changed), false).await?;
    let bot = call.framework.user_data;
    if bot.hearing() == Hearing::Unasked && !bot.store().guild(guild.get()).ask_channels.is_empty() {
        bot.wish_to_hear().notify_one();
    }
    Ok(())
}

async fn tell(call: Call<'_>, sentence: &str) -> serenity::Result<()> {
    send_draft(call, Draft::sentence(sentence), false).await
}

fn wording(call: Call<'_>) -> &'static SettingsWording {
    SettingsWording::of(&call.interaction.locale)
}

/// The settings of a server as people read them.
fn shown(call: Call<'_>, guild: GuildId, headline: &str) -> Draft {
    let bot = call.framework.user_data;
    of_settings(&bot.store().guild(guild.get()), bot.hearing(), headline, wording(call))
}

/// Settings as people read them, below a headline.
pub(crate) fn of_settings(
    settings: &GuildSettings,
    hearing: Hearing,
    headline: &str,
    wording: &SettingsWording,
) -> Draft {
    let channels: Vec<String> = settings.ask_channels.iter().map(|channel| mention(*channel)).collect();
    let shown = channels.iter().take(MOST_ASK_CHANNELS);
    let mut listed = shown.cloned().collect::<Vec<_>>().join(" ");
    if channels.is_empty() {
        wording.no_ask_channels.clone_into(&mut listed);
    }
    let [auto, thai, english] = wording.languages;
    let language = match &settings.language {
        None => auto,
        Some(language) if *language == Language::thai() => thai,
        Some(_) => english,
    };
    let [careful, balanced, eager] = wording.levels;
    let level = match settings.sureness {
        Sureness::Careful => careful,
        Sureness::Balanced => balanced,
        Sureness::Eager => eager,
    };
    let answers = if settings.public_slash { wording.answers_public } else { wording.answers_private };
    let unanswered = settings.unanswered_channel.map_or_else(|| wording.off.to_owned(), mention);
    let mut lines = vec![format!("**{headline}**")];
    for (label, value) in [
        (wording.ask_channels_label, listed.as_str()),
        (wording.language_label, language),
        (wording.sureness_label, level),
        (wording.answers_label, answers),
        (wording.unanswered_label, unanswered.as_str()),
    ] {
        lines.push(format!("- {label}: {value}"));
    }
    if !settings.ask_channels.is_empty() && hearing == Hearing::Refused {
        lines.push(String::new());
        lines.push(wording.cannot_read.to_owned());
    }
    Draft::sentence(&lines.join("\n"))
}

fn mention(channel: u64) -> String {
    use serenity::all::Mentionable as _;
    if channel == 0 { String::new() } else { ChannelId::new(channel).mention().to_string() }
}
