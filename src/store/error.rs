//! What can go wrong with the database. The texts are for the log; [`StoreError::sentence`] is for people.

use std::path::PathBuf;

use rusqlite::ErrorCode;

use super::Location;
use crate::reply::store_wording::StoreWording;

/// Why the database cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The folder of the file is missing.
    #[error("there is no folder {} for the database", .0.display())]
    NoFolder(PathBuf),
    /// The file cannot be opened, made or written.
    #[error("the database {place} cannot be opened for writing")]
    NotWritable {
        /// Where the database should be.
        place: Location,
        /// What `SQLite` says.
        #[source]
        source: rusqlite::Error,
    },
    /// The file is no database.
    #[error("{0} is no SQLite database")]
    NoDatabase(Location),
    /// The file is a database of another program.
    #[error("the database {0} belongs to another program")]
    NotOurs(Location),
    /// The database was written by a newer version.
    #[error("the database {place} has the form {found}, which is newer than {known}")]
    Newer {
        /// Where the database is.
        place: Location,
        /// The number of its form.
        found: i64,
        /// The newest form that this version knows.
        known: i64,
    },
    /// A statement failed.
    #[error("the database failed")]
    Database(#[source] rusqlite::Error),
    /// The work was ended from outside, as at the end of the program.
    #[error("the database is closed")]
    Stopped,
}

impl StoreError {
    /// What an error at the opening of a database means.
    pub(super) fn at_opening(error: rusqlite::Error, location: &Location) -> Self {
        let place = location.clone();
        match error.sqlite_error_code() {
            Some(ErrorCode::NotADatabase | ErrorCode::DatabaseCorrupt) => Self::NoDatabase(place),
            Some(
                ErrorCode::CannotOpen
                | ErrorCode::ReadOnly
                | ErrorCode::PermissionDenied
                | ErrorCode::DiskFull
                | ErrorCode::SystemIoFailure,
            ) => Self::NotWritable { place, source: error },
            _ => Self::Database(error),
        }
    }

    /// One clear sentence for the operator, with what to do about it.
    pub fn sentence(&self, wording: &StoreWording) -> String {
        let (sentence, place) = match self {
            Self::NoFolder(folder) => (wording.no_folder, folder.display().to_string()),
            Self::NotWritable { place, .. } => (wording.not_writable, place.to_string()),
            Self::NoDatabase(place) => (wording.no_database, place.to_string()),
            Self::NotOurs(place) => (wording.not_ours, place.to_string()),
            Self::Newer { place, .. } => (wording.newer, place.to_string()),
            Self::Database(_) | Self::Stopped => (wording.failed, String::new()),
        };
        sentence.replacen("{}", &place, 1)
    }
}
