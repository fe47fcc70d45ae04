//! What is learned from use, as rows: counts of sections and questions of nobody by server, ratings of people by none.

use std::collections::HashMap;

use chrono::{Datelike, Days, NaiveDate};
use rusqlite::{Connection, OptionalExtension as _, Row, Transaction, params};

use super::{KEPT_DAYS, Kept, KeptRating, Occasion, Rating, SectionRef, Usage};
use crate::knowledge::{ArticleId, SectionId};
use crate::reply::keepable;
use crate::reply::usage::{DatedQuestion, OpenQuestion, SectionRating, SectionUse};

/// Questions that are kept at most; for a new one the rarest goes, the oldest of those first.
const QUESTIONS: i64 = 10_000;
/// Ratings that are kept at most; the oldest go first. A person clicks a handful of times a day.
const RATINGS: i64 = 100_000;
/// Sections that a report names of each kind.
const REPORTED_SECTIONS: i64 = 25;
/// Questions that a report looks at, the most frequent first.
const REPORTED_QUESTIONS: i64 = 1000;
/// Ratings that a person is shown; all of them are counted and deleted.
const SHOWN_RATINGS: i64 = 25;

/// How a section was used. A section's row has a column for each.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Use {
    /// It was the answer.
    Asked,
    /// It was picked from an offer.
    Chosen,
    /// It was rated so.
    Liked(bool),
}

impl Use {
    /// What is added to the columns, in their order.
    fn counts(self) -> [i64; 4] {
        match self {
            Self::Asked => [1, 0, 0, 0],
            Self::Chosen => [0, 1, 0, 0],
            Self::Liked(true) => [0, 0, 1, 0],
            Self::Liked(false) => [0, 0, 0, 1],
        }
    }
}

/// Counts a use of a section.
pub(super) fn count(
    connection: &Connection,
    section: &SectionRef,
    used: Use,
    occasion: Occasion,
) -> rusqlite::Result<()> {
    let [asked, chosen, liked, disliked] = used.counts();
    connection
        .execute(
            "INSERT INTO section_use (guild, article, section, day, asked, chosen, liked, disliked)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
             ON CONFLICT DO UPDATE SET asked = asked + excluded.asked, chosen = chosen + excluded.chosen,
                liked = liked + excluded.liked, disliked = disliked + excluded.disliked",
            params![
                guild(occasion.guild),
                section.article.as_str(),
                section.section.as_str(),
                day(occasion.today),
                asked,
                chosen,
                liked,
                disliked
            ],
        )
        .map(drop)
}

/// Takes a rating back that was counted on a day.
fn uncount(
    connection: &Connection,
    section: (&str, &str),
    liked: bool,
    (server, day): (Option<u64>, i64),
) -> rusqlite::Result<()> {
    let [_, _, up, down] = Use::Liked(liked).counts();
    connection
        .execute(
            "UPDATE section_use SET liked = max(liked - ?5, 0), disliked = max(disliked - ?6, 0)
             WHERE guild = ?1 AND article = ?2 AND section = ?3 AND day = ?4",
            params![guild(server), section.0, section.1, day, up, down],
        )
        .map(drop)
}

/// Keeps a rating in place of the one that the person gave the same message before. The question of a disliked answer
/// is counted, without the person: once for each person and message, and not any more when they change their mind.
pub(super) fn rate(connection: &mut Connection, rating: &Rating) -> rusqlite::Result<()> {
    let transaction = connection.transaction()?;
    let (person, message) = (rating.person.cast_signed(), rating.message.cast_signed());
    let before: Option<(bool, i64, String, String)> = transaction
        .query_row(
            "SELECT liked, day, article, section FROM rating WHERE person = ?1 AND message = ?2",
            [person, message],
            |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?)),
        )
        .optional()?;
    if let Some((liked, day, article, section)) = &before {
        uncount(&transaction, (article, section), *liked, (rating.guild, *day))?;
    }
    let occasion = Occasion { guild: rating.guild, today: rating.today };
    count(&transaction, &rating.section, Use::Liked(rating.liked), occasion)?;
    transaction.execute(
        "INSERT OR REPLACE INTO rating (person, message, article, section, liked, day)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        params![
            person,
            message,
            rating.section.article.as_str(),
            rating.section.section.as_str(),
            rating.liked,
            day(rating.today)
        ],
    )?;
    transaction.execute(
        "DELETE FROM rating WHERE (person, message) IN (
            SELECT person, message FROM rating WHERE (SELECT count(*) FROM rating) > ?1
            ORDER BY day, message LIMIT 1)",
        [RATINGS],
    )?;
    if let Some(question) = rating.question.as_deref().and_then(keepable) {
        match (before.map(|(liked, ..)| liked), rating.liked) {
            (None | Some(true), false) => {
                note(&transaction, &question, true, Some(&rating.section), occasion)?;
            }
            (Some(false), true) => take_back(&transaction, &question, rating.guild)?,
            (Some(false), false) | (None | Some(true), true) => {}
        }
    }
    transaction.commit()
}

/// Counts a question that nothing answered; one of which nothing can be kept is not counted.
pub(super) fn unanswered(
    connection: &mut Connection,
    question: &str,
    nearest: Option<&SectionRef>,
    occasion: Occasion,
) -> rusqlite::Result<()> {
    let Some(question) = keepable(question) else { return Ok(()) };
    let transaction = connection.transaction()?;
    note(&transaction, &question, false, nearest, occasion)?;
    transaction.commit()
}

fn note(
    transaction: &Transaction<'_>,
    question: &str,
    disliked: bool,
    section: Option<&SectionRef>,
    occasion: Occasion,
) -> rusqlite::Result<()> {
    let guild = guild(occasion.guild);
    transaction.execute(
        "INSERT INTO question (question, disliked, article, section, times, first_day, last_day, guild)
         VALUES (?1, ?2, ?3, ?4, 1, ?5, ?5, ?6)
         ON CONFLICT DO UPDATE SET
            times = times + 1, last_day = max(last_day, excluded.last_day),
            article = excluded.article, section = excluded.section",
        params![
            question,
            disliked,
            section.map(|section| section.article.as_str()),
            section.map(|section| section.section.as_str()),
            day(occasion.today),
            guild
        ],
    )?;
    transaction.execute(
        "DELETE FROM question WHERE rowid IN (
            SELECT rowid FROM question
            WHERE (SELECT count(*) FROM question) > ?1 AND NOT (question = ?2 AND disliked = ?3 AND guild = ?4)
            ORDER BY times, last_day, rowid LIMIT 1)",
        params![QUESTIONS, question, disliked, guild],
    )?;
    Ok(())
}

fn take_back(transaction: &Transaction<'_>, question: &str, server: Option<u64>) -> rusqlite::Result<()> {
    transaction.execute(
        "UPDATE question SET times = times - 1 WHERE question = ?1 AND disliked = 1 AND guild = ?2",
        params![question, guild(server)],
    )?;
    transaction.execute("DELETE FROM question WHERE times < 1", []).map(drop)
}

/// How the knowledge was used lately: in one server, or everywhere.
pub(super) fn usage(
    connection: &Connection,
    server: Option<u64>,
    today: NaiveDate,
) -> rusqlite::Result<Usage> {
    let (first, server) = (day(first_kept(today)), server.map(u64::cast_signed));
    let mut statement = connection.prepare(
        "SELECT article, section, sum(asked), sum(chosen) FROM section_use
         WHERE day >= ?1 AND (?2 IS NULL OR guild = ?2)
         GROUP BY article, section HAVING sum(asked) + sum(chosen) > 0
         ORDER BY sum(asked) + sum(chosen) DESC, article, section LIMIT ?3",
    )?;
    let uses = statement.query_map(params![first, server, REPORTED_SECTIONS], |row| {
        let (asked, chosen) = (number(row, 2)?, number(row, 3)?);
        Ok(section(row, 0)?.map(|section| SectionUse { section, asked, chosen }))
    })?;
    let asked = uses.filter_map(Result::transpose).collect::<rusqlite::Result<_>>()?;
    let mut statement = connection.prepare(
        "SELECT article, section, sum(liked), sum(disliked) FROM section_use
         WHERE day >= ?1 AND (?2 IS NULL OR guild = ?2)
         GROUP BY article, section HAVING sum(disliked) > 0
         ORDER BY sum(disliked) - sum(liked) DESC, sum(disliked) DESC, article, section LIMIT ?3",
    )?;
    let ratings = statement.query_map(params![first, server, REPORTED_SECTIONS], |row| {
        let (liked, disliked) = (number(row, 2)?, number(row, 3)?);
        Ok(section(row, 0)?.map(|section| SectionRating { section, liked, disliked }))
    })?;
    let disliked = ratings.filter_map(Result::transpose).collect::<rusqlite::Result<_>>()?;
    // Beside one `max`, SQLite gives the other columns of the row that has it: the section of the last time.
    let mut statement = connection.prepare(
        "SELECT article, section, question, disliked, sum(times), max(last_day) FROM question
         WHERE last_day >= ?1 AND (?2 IS NULL OR guild = ?2)
         GROUP BY question, disliked
         ORDER BY sum(times) DESC, max(last_day) DESC, question, disliked LIMIT ?3",
    )?;
    let questions = statement.query_map(params![first, server, REPORTED_QUESTIONS], |row| {
        Ok(OpenQuestion {
            section: section(row, 0)?,
            question: row.get(2)?,
            disliked: row.get(3)?,
            times: number(row, 4)?,
        })
    })?;
    Ok(Usage { asked, disliked, questions: questions.collect::<rusqlite::Result<_>>()? })
}

/// Every question without a good answer, of all servers, the most frequent first.
pub(super) fn questions(connection: &Connection, today: NaiveDate) -> rusqlite::Result<Vec<DatedQuestion>> {
    let mut statement = connection.prepare(
        "SELECT article, section, question, disliked, times, last_day FROM question WHERE last_day >= ?1
         ORDER BY times DESC, last_day DESC, question, disliked",
    )?;
    let rows = statement.query_map([day(first_kept(today))], |row| {
        let open = OpenQuestion {
            section: section(row, 0)?,
            question: row.get(2)?,
            disliked: row.get(3)?,
            times: number(row, 4)?,
        };
        let last = NaiveDate::from_num_days_from_ce_opt(row.get(5)?).unwrap_or(today);
        Ok(DatedQuestion { open, last })
    })?;
    rows.collect()
}

/// Keeps questions from elsewhere beside those that are kept, and says how many were taken: of some nothing may be kept, or
/// they are too old. No day lies after `today`.
///
/// The counts of one import add up. Beside what is kept of a question in all servers the larger count stays, so that what was
/// exported here, or was imported before, changes nothing.
pub(super) fn import(
    connection: &mut Connection,
    questions: &[DatedQuestion],
    today: NaiveDate,
) -> rusqlite::Result<usize> {
    let mut taken = 0;
    // In the order in which they came first.
    let mut all: Vec<(String, DatedQuestion)> = Vec::new();
    let mut known: HashMap<(String, bool), usize> = HashMap::new();
    for dated in questions {
        let Some(question) = keepable(&dated.open.question) else { continue };
        if dated.open.times == 0 || dated.last < first_kept(today) {
            continue;
        }
        taken += 1;
        let number = *known.entry((question.clone(), dated.open.disliked)).or_insert(all.len());
        if let Some((_, same)) = all.get_mut(number) {
            same.open.times = same.open.times.saturating_add(dated.open.times);
            same.last = same.last.max(dated.last);
        } else {
            all.push((question, dated.clone()));
        }
    }
    let transaction = connection.transaction()?;
    for (question, DatedQuestion { open, last }) in &all {
        transaction.execute(
            "INSERT INTO question (question, disliked, article, section, times, first_day, last_day, guild)
             SELECT ?1, ?2, ?3, ?4, ?5 - others, ?6, ?6, ?7 FROM (
                SELECT coalesce(sum(times), 0) AS others FROM question
                WHERE question = ?1 AND disliked = ?2 AND guild <> ?7)
             WHERE ?5 > others
             ON CONFLICT DO UPDATE SET
                times = max(times, excluded.times),
                last_day = max(last_day, excluded.last_day),
                first_day = min(first_day, excluded.first_day)",
            params![
                question,
                open.disliked,
                open.section.as_ref().map(|section| section.article.as_str()),
                open.section.as_ref().map(|section| section.section.as_str()),
                i64::try_from(open.times).unwrap_or(i64::MAX),
                day((*last).min(today)),
                guild(None),
            ],
        )?;
    }
    transaction.execute(
        "DELETE FROM question WHERE rowid IN (
            SELECT rowid FROM question ORDER BY times DESC, last_day DESC, rowid DESC LIMIT -1 OFFSET ?1)",
        [QUESTIONS],
    )?;
    transaction.commit()?;
    Ok(taken)
}

/// What is kept under a person's id, the newest first.
pub(super) fn kept_about(connection: &Connection, person: u64) -> rusqlite::Result<Kept> {
    let person = person.cast_signed();
    let ratings = connection
        .query_row("SELECT count(*) FROM rating WHERE person = ?1", [person], |row| number(row, 0))?;
    let mut statement = connection.prepare(
        "SELECT article, section, liked, day FROM rating WHERE person = ?1
         ORDER BY day DESC, message DESC LIMIT ?2",
    )?;
    let rows = statement.query_map([person, SHOWN_RATINGS], |row| {
        let day = NaiveDate::from_num_days_from_ce_opt(row.get(3)?);
        let liked = row.get(2)?;
        Ok(section(row, 0)?.zip(day).map(|(section, day)| KeptRating { section, liked, day }))
    })?;
    let newest = rows.filter_map(Result::transpose).collect::<rusqlite::Result<_>>()?;
    Ok(Kept { ratings, newest })
}

/// Deletes what is kept under a person's id.
pub(super) fn forget(connection: &Connection, person: u64) -> rusqlite::Result<usize> {
    connection.execute("DELETE FROM rating WHERE person = ?1", [person.cast_signed()])
}

/// Deletes what is too old.
pub(super) fn expire(connection: &mut Connection, today: NaiveDate) -> rusqlite::Result<usize> {
    let first = day(first_kept(today));
    let transaction = connection.transaction()?;
    let mut expired = 0;
    for statement in [
        "DELETE FROM section_use WHERE day < ?1",
        "DELETE FROM rating WHERE day < ?1",
        "DELETE FROM question WHERE last_day < ?1",
    ] {
        expired += transaction.execute(statement, [first])?;
    }
    transaction.commit()?;
    Ok(expired)
}

/// The first day of which anything is kept.
fn first_kept(today: NaiveDate) -> NaiveDate {
    today.checked_sub_days(Days::new(KEPT_DAYS)).unwrap_or(NaiveDate::MIN)
}

/// A server's id as it is kept; 0, which no server has, for none.
fn guild(server: Option<u64>) -> i64 {
    server.unwrap_or_default().cast_signed()
}

fn day(date: NaiveDate) -> i64 {
    i64::from(date.num_days_from_ce())
}

/// A count, which is never negative.
fn number(row: &Row<'_>, column: usize) -> rusqlite::Result<u64> {
    row.get::<_, i64>(column).map(|number| number.max(0).cast_unsigned())
}

/// The section in two columns; `None` where they hold none, or what is no id.
fn section(row: &Row<'_>, first: usize) -> rusqlite::Result<Option<SectionRef>> {
    let (article, section): (Option<String>, Option<String>) = (row.get(first)?, row.get(first + 1)?);
    let article = article.and_then(|article| ArticleId::parse(&article).ok());
    let section = section.and_then(|section| SectionId::parse(&section).ok());
    Ok(article.zip(section).map(|(article, section)| SectionRef { article, section }))
}
