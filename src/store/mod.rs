//! What outlives a restart: the settings of servers, and what is learned from use. An edge: it owns the database and
//! knows no Discord type; ids are plain numbers, days come from the caller.
//!
//! In reading order: [`Location`] says where the database is; [`schema`] makes and migrates it; [`guilds`] and
//! [`learned`] hold the statements; [`StoreError`] says what went wrong and how to mend it.
//!
//! Private by construction: a question is made [`keepable`](crate::reply::keepable) here, whoever hands it over, and no
//! table holds a person together with a question or a server.

mod error;
mod guilds;
mod learned;
mod location;
mod schema;
#[cfg(test)]
mod tests;

use std::collections::HashMap;
use std::sync::{Arc, PoisonError, RwLock};
use std::time::Duration;

use chrono::NaiveDate;
use rusqlite::{Connection, OpenFlags, TransactionBehavior};

pub use error::StoreError;
pub use guilds::GuildSettings;
pub use location::Location;

pub use crate::reply::usage::{DatedQuestion, Kept, KeptRating, SectionRef, Usage};

/// How long a statement waits for another process that writes.
const BUSY_PATIENCE: Duration = Duration::from_secs(5);
/// How long what is learned is kept, in days.
pub const KEPT_DAYS: u64 = 90;

/// A cheap handle on the database, shared by everything in the process.
///
/// One connection does all the work, one statement after the other, off the async threads. The settings of servers are
/// in memory too: reading them is free, and a change is seen at once by every handle of this process.
#[derive(Clone, Debug)]
pub struct Store {
    // Tokio's lock: it is waited for without holding a thread, and in the order of the calls.
    connection: Arc<tokio::sync::Mutex<Connection>>,
    guilds: Arc<RwLock<Guilds>>,
}

type Guilds = HashMap<u64, Arc<GuildSettings>>;

/// When something was learned, and in which server. A day alone means none: a direct message, or a server in which the
/// bot is a guest.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Occasion {
    /// The Discord id of the server.
    pub guild: Option<u64>,
    /// The day.
    pub today: NaiveDate,
}

impl From<NaiveDate> for Occasion {
    fn from(today: NaiveDate) -> Self {
        Self { guild: None, today }
    }
}

/// What a person thinks of an answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rating {
    /// The Discord id of the person.
    pub person: u64,
    /// The Discord id of the answer.
    pub message: u64,
    /// The section that the answer shows.
    pub section: SectionRef,
    /// Thumbs up or down.
    pub liked: bool,
    /// The question, where it is known; kept apart from the person, and only when the answer was disliked.
    pub question: Option<String>,
    /// The Discord id of the server, for the counts; not kept with the person.
    pub guild: Option<u64>,
    /// The day of the rating.
    pub today: NaiveDate,
}

impl Store {
    /// Opens the database, which is made on first use and brought to this version's form.
    ///
    /// # Errors
    /// [`StoreError`] when it cannot be opened, is no database of Naenaew, or comes from a newer version.
    pub fn open(location: &Location) -> Result<Self, StoreError> {
        let connection = match location {
            Location::Memory => Connection::open_in_memory().map_err(StoreError::Database)?,
            Location::File(path) => {
                let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
                if let Some(folder) = folder.filter(|folder| !folder.is_dir()) {
                    return Err(StoreError::NoFolder(folder.to_owned()));
                }
                let flags = OpenFlags::SQLITE_OPEN_READ_WRITE
                    | OpenFlags::SQLITE_OPEN_CREATE
                    | OpenFlags::SQLITE_OPEN_NO_MUTEX;
                Connection::open_with_flags(path, flags)
                    .map_err(|error| StoreError::at_opening(error, location))?
            }
        };
        Self::on(connection, location)
    }

    /// A database that is gone with the last handle.
    ///
    /// # Errors
    /// [`StoreError`] when there is no memory for it.
    pub fn in_memory() -> Result<Self, StoreError> {
        Self::open(&Location::Memory)
    }

    fn on(mut connection: Connection, location: &Location) -> Result<Self, StoreError> {
        let at_opening = |error| StoreError::at_opening(error, location);
        connection.busy_timeout(BUSY_PATIENCE).map_err(at_opening)?;
        // A transaction that begins by reading and then writes is refused, not kept waiting, when another process wrote
        // in between.
        connection.set_transaction_behavior(TransactionBehavior::Immediate);
        schema::prepare(&mut connection, location)?;
        let guilds = guilds::all(&connection).map_err(at_opening)?;
        Ok(Self {
            connection: Arc::new(tokio::sync::Mutex::new(connection)),
            guilds: Arc::new(RwLock::new(guilds)),
        })
    }

    /// The settings of a server; the defaults where nobody changed them.
    pub fn guild(&self, guild: u64) -> Arc<GuildSettings> {
        let known = self.guilds.read().unwrap_or_else(PoisonError::into_inner).get(&guild).map(Arc::clone);
        known.unwrap_or_default()
    }

    /// The ask channels of all servers: server and channel of each, in order.
    pub fn ask_channels(&self) -> Vec<(u64, u64)> {
        let guilds = self.guilds.read().unwrap_or_else(PoisonError::into_inner);
        let mut channels: Vec<(u64, u64)> = guilds
            .iter()
            .flat_map(|(guild, settings)| settings.ask_channels.iter().map(|channel| (*guild, *channel)))
            .collect();
        channels.sort_unstable();
        channels
    }

    /// Changes the settings of a server, and gives what the change gives. Of two changes at once the second sees what the
    /// first did.
    ///
    /// # Errors
    /// [`StoreError`] when they cannot be kept; then nothing is changed.
    pub async fn change_guild<T: Send + 'static>(
        &self,
        guild: u64,
        change: impl FnOnce(&mut GuildSettings) -> T + Send + 'static,
    ) -> Result<T, StoreError> {
        let store = self.clone();
        // Inside the connection's lock, from the reading to the remembering.
        self.work(move |connection| {
            let known = store.guild(guild);
            let mut settings = GuildSettings::clone(&known);
            let given = change(&mut settings);
            if settings != *known {
                guilds::write(connection, guild, &settings)?;
                let mut guilds = store.guilds.write().unwrap_or_else(PoisonError::into_inner);
                guilds.insert(guild, Arc::new(settings));
            }
            Ok(given)
        })
        .await
    }

    /// Takes the settings of a server back to the defaults.
    ///
    /// # Errors
    /// [`StoreError`] when that cannot be kept; then nothing is changed.
    pub async fn reset_guild(&self, guild: u64) -> Result<(), StoreError> {
        let guilds = Arc::clone(&self.guilds);
        self.work(move |connection| {
            guilds::remove(connection, guild)?;
            guilds.write().unwrap_or_else(PoisonError::into_inner).remove(&guild);
            Ok(())
        })
        .await
    }

    /// Counts an answer that was given.
    ///
    /// # Errors
    /// [`StoreError`] when it cannot be kept.
    pub async fn asked(&self, section: SectionRef, occasion: impl Into<Occasion>) -> Result<(), StoreError> {
        let occasion = occasion.into();
        self.work(move |connection| learned::count(connection, &section, learned::Use::Asked, occasion)).await
    }

    /// Counts a section that was picked from an offer.
    ///
    /// # Errors
    /// [`StoreError`] when it cannot be kept.
    pub async fn chosen(&self, section: SectionRef, occasion: impl Into<Occasion>) -> Result<(), StoreError> {
        let occasion = occasion.into();
        self.work(move |connection| learned::count(connection, &section, learned::Use::Chosen, occasion))
            .await
    }

    /// Keeps what a person thinks of an answer. A second rating of one person on one message replaces the first.
    ///
    /// # Errors
    /// [`StoreError`] when it cannot be kept.
    pub async fn rate(&self, rating: Rating) -> Result<(), StoreError> {
        self.work(move |connection| learned::rate(connection, &rating)).await
    }

    /// Counts a question that nothing answered, with the section that came nearest.
    ///
    /// # Errors
    /// [`StoreError`] when it cannot be kept.
    pub async fn unanswered(
        &self,
        question: String,
        nearest: Option<SectionRef>,
        occasion: impl Into<Occasion>,
    ) -> Result<(), StoreError> {
        let occasion = occasion.into();
        self.work(move |connection| learned::unanswered(connection, &question, nearest.as_ref(), occasion))
            .await
    }

    /// How the knowledge was used in the last [`KEPT_DAYS`] days, in all servers and in direct messages: for whoever runs
    /// the bot.
    ///
    /// # Errors
    /// [`StoreError`] when it cannot be read.
    pub async fn report(&self, today: NaiveDate) -> Result<Usage, StoreError> {
        self.work(move |connection| learned::usage(connection, None, today)).await
    }

    /// The same of one server: for those who manage it.
    ///
    /// # Errors
    /// [`StoreError`] when it cannot be read.
    pub async fn report_of(&self, guild: u64, today: NaiveDate) -> Result<Usage, StoreError> {
        self.work(move |connection| learned::usage(connection, Some(guild), today)).await
    }

    /// Every question without a good answer of the last [`KEPT_DAYS`] days, of all servers, the most frequent first.
    ///
    /// # Errors
    /// [`StoreError`] when they cannot be read.
    pub async fn questions(&self, today: NaiveDate) -> Result<Vec<DatedQuestion>, StoreError> {
        self.work(move |connection| learned::questions(connection, today)).await
    }

    /// Adds questions from elsewhere, and says how many were taken: not those that are too old or cannot be kept.
    ///
    /// # Errors
    /// [`StoreError`] when they cannot be kept; then none is.
    pub async fn import_questions(
        &self,
        questions: Vec<DatedQuestion>,
        today: NaiveDate,
    ) -> Result<usize, StoreError> {
        self.work(move |connection| learned::import(connection, &questions, today)).await
    }

    /// Everything that is kept under a person's id.
    ///
    /// # Errors
    /// [`StoreError`] when it cannot be read.
    pub async fn kept_about(&self, person: u64) -> Result<Kept, StoreError> {
        self.work(move |connection| learned::kept_about(connection, person)).await
    }

    /// Deletes everything that is kept under a person's id, and says how much that was.
    ///
    /// # Errors
    /// [`StoreError`] when it cannot be deleted.
    pub async fn forget(&self, person: u64) -> Result<usize, StoreError> {
        self.work(move |connection| learned::forget(connection, person)).await
    }

    /// Deletes what was learned more than [`KEPT_DAYS`] days ago, and says how much that was.
    ///
    /// # Errors
    /// [`StoreError`] when it cannot be deleted.
    pub async fn expire(&self, today: NaiveDate) -> Result<usize, StoreError> {
        self.work(move |connection| learned::expire(connection, today)).await
    }

    /// Does work with the connection off the async threads. A caller that stops waiting does not stop the work.
    async fn work<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut Connection) -> rusqlite::Result<T> + Send + 'static,
    ) -> Result<T, StoreError> {
        let mut connection = Arc::clone(&self.connection).lock_owned().await;
        match tokio::task::spawn_blocking(move || work(&mut connection)).await {
            Ok(done) => done.map_err(StoreError::Database),
            Err(_) => Err(StoreError::Stopped),
        }
    }
}
