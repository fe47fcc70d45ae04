//! The settings of servers as rows.

use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use rusqlite::{Connection, params};

use crate::knowledge::Language;
use crate::search::Sureness;

/// What those who manage a server can choose.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct GuildSettings {
    /// Channels in which every message is read as a possible question.
    pub ask_channels: BTreeSet<u64>,
    /// The language of public replies; `None` follows the question.
    pub language: Option<Language>,
    /// How sure the bot must be to speak.
    pub sureness: Sureness,
    /// Whether answers to commands are for everybody.
    pub public_slash: bool,
    /// Where unanswered questions are told.
    pub unanswered_channel: Option<u64>,
}

/// How a level is written in the database.
const LEVELS: [(Sureness, &str); 3] =
    [(Sureness::Careful, "careful"), (Sureness::Balanced, "balanced"), (Sureness::Eager, "eager")];

/// The settings of every server. What a row holds and this version does not know is taken as not set.
pub(super) fn all(connection: &Connection) -> rusqlite::Result<HashMap<u64, Arc<GuildSettings>>> {
    let mut guilds: HashMap<u64, GuildSettings> = HashMap::new();
    let mut statement = connection
        .prepare("SELECT guild, language, sureness, public_slash, unanswered_channel FROM guild")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let (language, sureness): (Option<String>, String) = (row.get(1)?, row.get(2)?);
        let settings = GuildSettings {
            ask_channels: BTreeSet::new(),
            language: language.and_then(|tag| Language::parse(&tag).ok()),
            sureness: LEVELS
                .iter()
                .find(|(_, name)| *name == sureness)
                .map_or_else(Sureness::default, |(level, _)| *level),
            public_slash: row.get(3)?,
            unanswered_channel: row.get::<_, Option<i64>>(4)?.map(i64::cast_unsigned),
        };
        guilds.insert(row.get::<_, i64>(0)?.cast_unsigned(), settings);
    }
    let mut statement = connection.prepare("SELECT guild, channel FROM ask_channel")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        if let Some(settings) = guilds.get_mut(&row.get::<_, i64>(0)?.cast_unsigned()) {
            settings.ask_channels.insert(row.get::<_, i64>(1)?.cast_unsigned());
        }
    }
    Ok(guilds.into_iter().map(|(guild, settings)| (guild, Arc::new(settings))).collect())
}

/// Puts settings in place of those that a server has.
pub(super) fn write(
    connection: &mut Connection,
    guild: u64,
    settings: &GuildSettings,
) -> rusqlite::Result<()> {
    let guild = guild.cast_signed();
    let level = LEVELS.iter().find(|(level, _)| *level == settings.sureness).map(|(_, name)| *name);
    let transaction = connection.transaction()?;
    transaction.execute("DELETE FROM guild WHERE guild = ?1", [guild])?;
    transaction.execute(
        "INSERT INTO guild (guild, language, sureness, public_slash, unanswered_channel)
         VALUES (?1, ?2, ?3, ?4, ?5)",
        params![
            guild,
            settings.language.as_ref().map(Language::as_str),
            level.unwrap_or_default(),
            settings.public_slash,
            settings.unanswered_channel.map(u64::cast_signed),
        ],
    )?;
    for channel in &settings.ask_channels {
        transaction.execute(
            "INSERT INTO ask_channel (guild, channel) VALUES (?1, ?2)",
            [guild, channel.cast_signed()],
        )?;
    }
    transaction.commit()
}

/// Removes the settings of a server, its ask channels with them.
pub(super) fn remove(connection: &Connection, guild: u64) -> rusqlite::Result<()> {
    connection.execute("DELETE FROM guild WHERE guild = ?1", [guild.cast_signed()]).map(drop)
}
