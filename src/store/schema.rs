//! The tables, and how a database of an older version gets their newest form.
//!
//! A migration is never changed once it was released: another one is added behind it. Days are numbered as
//! [`chrono::Datelike::num_days_from_ce`] does; ids are Discord's, as signed numbers of the same 64 bits.

use rusqlite::{Connection, TransactionBehavior};

use super::{Location, StoreError};

/// The forms in their order: the first makes an empty database, each of the others brings it one form further.
const MIGRATIONS: [&str; 2] = [
    // `question` holds what was unanswered (disliked = 0) or answered badly (disliked = 1): no person, no server.
    // `rating` holds what a person thinks of an answer: no question.
    "CREATE TABLE guild (
        guild INTEGER PRIMARY KEY,
        language TEXT,
        sureness TEXT NOT NULL,
        public_slash INTEGER NOT NULL,
        unanswered_channel INTEGER
    ) STRICT;
    CREATE TABLE ask_channel (
        guild INTEGER NOT NULL REFERENCES guild (guild) ON DELETE CASCADE,
        channel INTEGER NOT NULL,
        PRIMARY KEY (guild, channel)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE section_use (
        article TEXT NOT NULL,
        section TEXT NOT NULL,
        day INTEGER NOT NULL,
        asked INTEGER NOT NULL DEFAULT 0,
        chosen INTEGER NOT NULL DEFAULT 0,
        PRIMARY KEY (article, section, day)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX section_use_day ON section_use (day);
    CREATE TABLE rating (
        person INTEGER NOT NULL,
        message INTEGER NOT NULL,
        article TEXT NOT NULL,
        section TEXT NOT NULL,
        liked INTEGER NOT NULL,
        day INTEGER NOT NULL,
        PRIMARY KEY (person, message)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX rating_day ON rating (day);
    CREATE TABLE question (
        question TEXT NOT NULL,
        disliked INTEGER NOT NULL,
        article TEXT,
        section TEXT,
        times INTEGER NOT NULL,
        first_day INTEGER NOT NULL,
        last_day INTEGER NOT NULL,
        PRIMARY KEY (question, disliked)
    ) STRICT;
    CREATE INDEX question_rarest ON question (times, last_day);
    CREATE INDEX question_day ON question (last_day);",
    // Counts by server, so that those who manage one see what was asked there alone; 0 is no server: direct messages,
    // and whatever was counted before. Thumbs are counted beside the ratings, which then need not know the server:
    // a person's id stands beside no server and no question.
    "CREATE TABLE use_of_guild (
        guild INTEGER NOT NULL,
        article TEXT NOT NULL,
        section TEXT NOT NULL,
        day INTEGER NOT NULL,
        asked INTEGER NOT NULL DEFAULT 0,
        chosen INTEGER NOT NULL DEFAULT 0,
        liked INTEGER NOT NULL DEFAULT 0,
        disliked INTEGER NOT NULL DEFAULT 0,
        PRIMARY KEY (guild, article, section, day)
    ) STRICT, WITHOUT ROWID;
    INSERT INTO use_of_guild (guild, article, section, day, asked, chosen)
        SELECT 0, article, section, day, asked, chosen FROM section_use;
    INSERT INTO use_of_guild (guild, article, section, day, liked, disliked)
        SELECT 0, article, section, day, sum(liked), sum(1 - liked) FROM rating WHERE true
        GROUP BY article, section, day
        ON CONFLICT DO UPDATE SET liked = excluded.liked, disliked = excluded.disliked;
    DROP TABLE section_use;
    ALTER TABLE use_of_guild RENAME TO section_use;
    CREATE INDEX section_use_day ON section_use (day);
    CREATE TABLE question_of_guild (
        guild INTEGER NOT NULL,
        question TEXT NOT NULL,
        disliked INTEGER NOT NULL,
        article TEXT,
        section TEXT,
        times INTEGER NOT NULL,
        first_day INTEGER NOT NULL,
        last_day INTEGER NOT NULL,
        PRIMARY KEY (guild, question, disliked)
    ) STRICT;
    INSERT INTO question_of_guild
        SELECT 0, question, disliked, article, section, times, first_day, last_day FROM question;
    DROP TABLE question;
    ALTER TABLE question_of_guild RENAME TO question;
    CREATE INDEX question_rarest ON question (times, last_day);
    CREATE INDEX question_day ON question (last_day);",
];

/// Says that a database is Naenaew's (`PRAGMA application_id`): "naew" in ASCII.
const APPLICATION: i64 = 0x6e61_6577;

/// Sets the connection up and brings the database to the newest form.
///
/// # Errors
/// [`StoreError`] when the database cannot be written, is not Naenaew's, or is newer than this version.
pub(super) fn prepare(connection: &mut Connection, location: &Location) -> Result<(), StoreError> {
    migrate(connection, location, &MIGRATIONS)?;
    let set_up = |connection: &Connection| {
        // Readers and the writer do not wait for each other. Where a file system cannot do that, `SQLite` stays with
        // its other journal, which is as safe.
        connection.pragma_update_and_check(None, "journal_mode", "wal", |_| Ok(()))?;
        // With that journal a power cut may lose the last changes, but never damages the database.
        connection.pragma_update(None, "synchronous", "normal")?;
        connection.pragma_update(None, "foreign_keys", true)
    };
    set_up(connection).map_err(|error| StoreError::at_opening(error, location))
}

fn migrate(connection: &mut Connection, location: &Location, migrations: &[&str]) -> Result<(), StoreError> {
    let at_opening = |error| StoreError::at_opening(error, location);
    let known = i64::try_from(migrations.len()).unwrap_or(i64::MAX);
    // Taken for writing at once, so that of two programs that start together one migrates and the other waits.
    let transaction =
        connection.transaction_with_behavior(TransactionBehavior::Immediate).map_err(at_opening)?;
    let number = |pragma: &str| transaction.pragma_query_value(None, pragma, |row| row.get::<_, i64>(0));
    let (application, found) =
        (number("application_id").map_err(at_opening)?, number("user_version").map_err(at_opening)?);
    let tables: i64 = transaction
        .query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0))
        .map_err(at_opening)?;
    let is_new = application == 0 && found == 0 && tables == 0;
    if !is_new && application != APPLICATION {
        return Err(StoreError::NotOurs(location.clone()));
    }
    if found > known {
        return Err(StoreError::Newer { place: location.clone(), found, known });
    }
    let done = usize::try_from(found).unwrap_or_default();
    for migration in migrations.iter().skip(done) {
        transaction.execute_batch(migration).map_err(at_opening)?;
    }
    if found < known {
        transaction.pragma_update(None, "application_id", APPLICATION).map_err(at_opening)?;
        transaction.pragma_update(None, "user_version", known).map_err(at_opening)?;
    }
    transaction.commit().map_err(at_opening)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    #[test]
    fn an_older_form_is_brought_further_and_keeps_what_it_holds() {
        const OLD: &str = "CREATE TABLE kept (value TEXT NOT NULL) STRICT;";
        const NEW: &str = "ALTER TABLE kept ADD COLUMN times INTEGER NOT NULL DEFAULT 1;";
        let mut connection = Connection::open_in_memory().unwrap();
        migrate(&mut connection, &Location::Memory, &[OLD]).unwrap();
        connection.execute("INSERT INTO kept VALUES ('ก')", []).unwrap();
        for _ in 0..2 {
            migrate(&mut connection, &Location::Memory, &[OLD, NEW]).unwrap();
            let row = connection
                .query_row("SELECT value, times FROM kept", [], |row| {
                    Ok((row.get::<_, String>(0)?, row.get::<_, i64>(1)?))
                })
                .unwrap();
            assert_eq!(row, ("ก".to_owned(), 1));
        }
    }

    #[test]
    fn what_was_counted_without_a_server_belongs_to_none() {
        let mut connection = Connection::open_in_memory().unwrap();
        migrate(&mut connection, &Location::Memory, &MIGRATIONS[..1]).unwrap();
        connection
            .execute_batch(
                "INSERT INTO section_use VALUES ('a', 'pay', 1, 3, 1), ('a', 'pay', 2, 1, 0);
                 INSERT INTO rating VALUES (7, 1, 'a', 'pay', 1, 1), (8, 1, 'a', 'pay', 0, 1), (9, 2, 'b', 'pay', 0, 5);
                 INSERT INTO question VALUES ('q', 0, 'a', 'pay', 2, 1, 3), ('q', 1, NULL, NULL, 4, 2, 2);",
            )
            .unwrap();
        for _ in 0..2 {
            migrate(&mut connection, &Location::Memory, &MIGRATIONS).unwrap();
            let rows = |query: &str| -> Vec<String> {
                let mut statement = connection.prepare(query).unwrap();
                statement.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect()
            };
            assert_eq!(
                rows(
                    "SELECT concat_ws(' ', guild, article, section, day, asked, chosen, liked, disliked) FROM section_use"
                ),
                ["0 a pay 1 3 1 1 1", "0 a pay 2 1 0 0 0", "0 b pay 5 0 0 0 1"]
            );
            assert_eq!(
                rows(
                    "SELECT concat_ws(' ', guild, question, disliked, article, times, first_day, last_day) FROM question"
                ),
                ["0 q 0 a 2 1 3", "0 q 1 4 2 2"]
            );
            assert_eq!(rows("SELECT concat(person) FROM rating"), ["7", "8", "9"]);
        }
    }

    #[test]
    fn a_failed_migration_leaves_everything_as_it_was() {
        let mut connection = Connection::open_in_memory().unwrap();
        let broken = ["CREATE TABLE kept (value TEXT) STRICT;", "CREATE TABLE kept (value TEXT) STRICT;"];
        assert!(migrate(&mut connection, &Location::Memory, &broken).is_err());
        let tables: i64 =
            connection.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0)).unwrap();
        assert_eq!(tables, 0);
        migrate(&mut connection, &Location::Memory, &MIGRATIONS).unwrap();
    }
}
