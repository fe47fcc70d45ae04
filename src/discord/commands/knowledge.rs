//! `/knowledge report`, `/knowledge status` and `/knowledge reload`, for those who may manage the server, and the report's buttons.

use std::sync::Arc;

use serenity::all::{ComponentInteraction, Context, GuildId};

use super::{Call, may_manage, private_address, send_draft};
use crate::discord::bot::{self, Audience, Bot};
use crate::discord::custom_id::Target;
use crate::discord::draft::{Address, Draft};
use crate::discord::{reports, to_discord};
use crate::reply::reload_wording::ReloadWording;
use crate::reply::report::{self, Report};
use crate::reply::report_wording::ReportWording;
use crate::store::StoreError;

/// What a button of the report asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Wanted {
    /// The lines for one question, by the number of its gap.
    Sample(u64),
    /// The lines for all of them.
    Export,
}

impl Wanted {
    /// What the button of a sample question names; nothing when it was forged.
    pub(crate) fn sample(target: &Target) -> Option<Self> {
        match target {
            Target::Hashed(key) => Some(Self::Sample(*key)),
            Target::Named(..) => None,
        }
    }
}

/// Never called: Discord offers the parts alone.
#[allow(clippy::unused_async, reason = "poise wants a future")]
#[poise::command(
    slash_command,
    install_context = "Guild",
    interaction_context = "Guild",
    default_member_permissions = "MANAGE_GUILD"
)]
pub(super) async fn knowledge(_: Call<'_>) -> serenity::Result<()> {
    Ok(())
}

#[poise::command(slash_command)]
pub(super) async fn report(call: Call<'_>) -> serenity::Result<()> {
    let managed = call.interaction.guild_id.filter(|_| may_manage(call.interaction.member.as_deref()));
    let Some(guild) = managed else { return refuse(call).await };
    // The report puts many questions to the engine; Discord waits three seconds for a sign.
    call.defer_response(true).await?;
    let address = private_address(call);
    let draft = match read(call.framework.user_data, guild, &address).await {
        Ok(report) => reports::of_report(&report, &address),
        Err(error) => not_kept(&error, &address),
    };
    send_draft(call, draft, false).await
}

#[poise::command(slash_command)]
pub(super) async fn status(call: Call<'_>) -> serenity::Result<()> {
    if !may_manage(call.interaction.member.as_deref()) {
        return refuse(call).await;
    }
    let bot = call.framework.user_data;
    let trouble = bot.live().trouble();
    let state = (bot.engine().knowledge().as_ref(), bot.since());
    let draft = reports::of_status(state, trouble.as_deref(), &private_address(call));
    send_draft(call, draft, false).await
}

// Whoever manages one server may do this though all servers share the articles: nothing changes but what changed in the
// folder anyway.
#[poise::command(slash_command)]
pub(super) async fn reload(call: Call<'_>) -> serenity::Result<()> {
    if !may_manage(call.interaction.member.as_deref()) {
        return refuse(call).await;
    }
    let (bot, address) = (call.framework.user_data, private_address(call));
    if !bot.rates().reads() {
        let sentence = ReloadWording::of(address.language.as_str()).too_soon;
        return send_draft(call, Draft::sentence(sentence), false).await;
    }
    call.defer_response(true).await?;
    let reloaded = bot.live().reload().await;
    send_draft(call, reports::of_reload(&reloaded, &address), false).await
}

/// Answers a click on a button of the report, for the person who clicked alone.
pub(crate) async fn clicked(
    bot: &Bot,
    context: &Context,
    click: &ComponentInteraction,
    wanted: Wanted,
) -> serenity::Result<()> {
    let language = bot::language_of(&click.locale);
    let Some(guild) = click.guild_id.filter(|_| may_manage(click.member.as_ref())) else {
        let sentence = ReportWording::of(language.as_str()).managers_only;
        return click.create_response(context, to_discord::private_answer(Draft::sentence(sentence))).await;
    };
    click.create_response(context, to_discord::later_in_private()).await?;
    let address = bot::address(click.user.id, &Audience::Asker(language.clone()), &language);
    let draft = match read(bot, guild, &address).await {
        Ok(report) => match wanted {
            Wanted::Sample(key) => reports::of_sample(bot.engine(), &report, key, &address),
            Wanted::Export => reports::of_export(bot.engine(), &report, &address),
        },
        Err(error) => not_kept(&error, &address),
    };
    click.create_followup(context, to_discord::private_followup(draft)).await.map(drop)
}

/// Reads the report of a server, off the async threads: it takes a while.
async fn read(bot: &Bot, guild: GuildId, address: &Address) -> Result<Report, StoreError> {
    let usage = bot.store().report_of(guild.get(), bot.today()).await?;
    let (engine, language) = (Arc::clone(bot.shared_engine()), address.language.clone());
    tokio::task::spawn_blocking(move || report::report(&engine, &usage, &language))
        .await
        .map_err(|_| StoreError::Stopped)
}

fn not_kept(error: &StoreError, address: &Address) -> Draft {
    tracing::error!(cause = ?error, "the report could not be read");
    Draft::sentence(ReportWording::of(address.language.as_str()).not_kept)
}

async fn refuse(call: Call<'_>) -> serenity::Result<()> {
    let wording = ReportWording::of(&call.interaction.locale);
    send_draft(call, Draft::sentence(wording.managers_only), false).await
}
