//! The database as the bot uses it.

#![allow(clippy::unwrap_used, clippy::panic)]

mod places;
mod settings;

use std::collections::BTreeSet;
use std::path::PathBuf;

use chrono::Days;

use super::*;
use crate::knowledge::{ArticleId, Language, SectionId};
use crate::reply::store_wording::{ENGLISH, THAI};
use crate::search::Sureness;

const GUILD: u64 = 80_351_110_224_678_912;
const ASKER: u64 = 1_500_000_000_000_000_001;

fn day(number: u64) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 8, 1).unwrap().checked_add_days(Days::new(number)).unwrap()
}

fn section(article: &str, section: &str) -> SectionRef {
    SectionRef { article: ArticleId::parse(article).unwrap(), section: SectionId::parse(section).unwrap() }
}

fn settings(channels: impl IntoIterator<Item = u64>) -> GuildSettings {
    GuildSettings {
        ask_channels: channels.into_iter().collect(),
        language: Some(Language::thai()),
        sureness: Sureness::Careful,
        public_slash: true,
        unanswered_channel: Some(u64::MAX),
    }
}

fn rating(person: u64, message: u64, liked: bool) -> Rating {
    Rating {
        person,
        message,
        section: section("account-manager", "salary"),
        liked,
        question: Some("AM เงินเดือนเท่าไหร่".to_owned()),
        guild: Some(GUILD),
        today: day(0),
    }
}

fn file(folder: &tempfile::TempDir) -> Location {
    Location::File(folder.path().join("naenaew.db"))
}

#[tokio::test]
async fn uses_are_counted_by_section_the_most_frequent_first() {
    let store = Store::in_memory().unwrap();
    for number in 0..3 {
        store.asked(section("a", "pay"), day(number)).await.unwrap();
    }
    store.chosen(section("a", "pay"), day(0)).await.unwrap();
    for _ in 0..5 {
        store.asked(section("b", "เงินเดือน"), day(1)).await.unwrap();
    }
    let counts: Vec<(String, u64, u64)> = store
        .report(day(3))
        .await
        .unwrap()
        .asked
        .into_iter()
        .map(|used| (used.section.section.to_string(), used.asked, used.chosen))
        .collect();
    assert_eq!(counts, [("เงินเดือน".to_owned(), 5, 0), ("pay".to_owned(), 3, 1)]);
}

#[tokio::test]
async fn one_rating_counts_for_each_person_and_message() {
    let store = Store::in_memory().unwrap();
    let counted = async || {
        let usage = store.report(day(0)).await.unwrap();
        let rated = usage.disliked.first().map(|rated| (rated.liked, rated.disliked));
        (rated, usage.questions.first().map(|question| (question.disliked, question.times)))
    };
    store.rate(rating(1, 10, false)).await.unwrap();
    store.rate(rating(1, 10, false)).await.unwrap();
    assert_eq!(counted().await, (Some((0, 1)), Some((true, 1))));
    store.rate(rating(2, 10, false)).await.unwrap();
    store.rate(rating(3, 10, true)).await.unwrap();
    assert_eq!(counted().await, (Some((1, 2)), Some((true, 2))));
    store.rate(rating(1, 10, true)).await.unwrap();
    assert_eq!(counted().await, (Some((2, 1)), Some((true, 1))), "a changed mind is taken back");
    store.rate(rating(2, 10, true)).await.unwrap();
    assert_eq!(counted().await, (None, None));
    store.rate(rating(2, 10, true)).await.unwrap();
    assert_eq!(counted().await, (None, None));
}

#[tokio::test]
async fn questions_are_kept_without_anything_that_leads_to_a_person() {
    let store = Store::in_memory().unwrap();
    let question = "<@123456789012345678> สจ๊วตได้เงินเท่าไหร่ ทักมาที่ me@example.com หรือ 081-234-5678";
    store.unanswered(question.to_owned(), Some(section("a", "pay")), day(0)).await.unwrap();
    store.unanswered("0812345678".to_owned(), None, day(0)).await.unwrap();
    let disliked = Rating { question: Some(question.to_owned()), ..rating(ASKER, 10, false) };
    store.rate(disliked).await.unwrap();
    let questions = store.report(day(0)).await.unwrap().questions;
    assert_eq!(questions.len(), 2);
    for kept in questions {
        assert_eq!(kept.question, "สจ๊วตได้เงินเท่าไหร่ ทักมาที่ หรือ");
    }
}

#[tokio::test]
async fn no_table_holds_a_person_together_with_a_question_or_a_server() {
    let store = Store::in_memory().unwrap();
    let columns = store
        .work(|connection| {
            let mut statement = connection.prepare(
                "SELECT m.name, group_concat(c.name) FROM sqlite_schema m JOIN pragma_table_info(m.name) c
                 WHERE m.type = 'table' GROUP BY m.name",
            )?;
            let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
            rows.collect::<rusqlite::Result<Vec<(String, String)>>>()
        })
        .await
        .unwrap();
    assert!(columns.iter().any(|(_, columns)| columns.contains("person")));
    for (table, columns) in columns {
        let columns: Vec<&str> = columns.split(',').collect();
        let any = |of: &[&str]| of.iter().any(|column| columns.contains(column));
        // A message leads to a person and to a channel.
        assert!(
            !(any(&["person", "message"]) && any(&["question", "guild", "channel"])),
            "{table}: {columns:?}"
        );
        assert!(!(any(&["channel", "unanswered_channel"]) && any(&["question"])), "{table}: {columns:?}");
    }
}

#[tokio::test]
async fn a_server_sees_what_was_asked_in_it_and_whoever_runs_the_bot_sees_all() {
    let store = Store::in_memory().unwrap();
    let at = |guild| Occasion { guild, today: day(1) };
    let other = GUILD + 1;
    for (guild, times) in [(Some(GUILD), 3), (Some(other), 2), (None, 1)] {
        for _ in 0..times {
            store.asked(section("a", "pay"), at(guild)).await.unwrap();
            store.unanswered("นักบินทำอะไร".to_owned(), Some(section("a", "pay")), at(guild)).await.unwrap();
        }
    }
    store.chosen(section("b", "pay"), at(Some(other))).await.unwrap();
    store.unanswered("หมอฟันเรียนกี่ปี".to_owned(), None, day(1)).await.unwrap();
    // The section of the last time counts, wherever that was.
    let later = Occasion { guild: Some(other), today: day(2) };
    store.unanswered("นักบินทำอะไร".to_owned(), Some(section("b", "pay")), later).await.unwrap();
    store.rate(Rating { guild: Some(GUILD), ..rating(1, 10, false) }).await.unwrap();
    store.rate(Rating { guild: Some(other), ..rating(1, 11, false) }).await.unwrap();
    store.rate(Rating { guild: Some(other), ..rating(2, 11, true) }).await.unwrap();
    let told = |usage: Usage| {
        let asked: Vec<String> = usage
            .asked
            .iter()
            .map(|used| format!("{} {}+{}", used.section.article, used.asked, used.chosen))
            .collect();
        let disliked: Vec<(u64, u64)> =
            usage.disliked.iter().map(|rated| (rated.liked, rated.disliked)).collect();
        let questions: Vec<String> = usage
            .questions
            .iter()
            .map(|open| {
                let section = open.section.as_ref().map_or("-", |section| section.article.as_str());
                format!("{} {} {section}", open.question, open.times)
            })
            .collect();
        (asked.join(", "), disliked, questions.join(", "))
    };
    assert_eq!(
        told(store.report_of(GUILD, day(2)).await.unwrap()),
        ("a 3+0".to_owned(), vec![(0, 1)], "นักบินทำอะไร 3 a, am เงินเดือนเท่าไหร่ 1 account-manager".to_owned())
    );
    assert_eq!(
        told(store.report_of(other, day(2)).await.unwrap()),
        (
            "a 2+0, b 0+1".to_owned(),
            vec![(1, 1)],
            "นักบินทำอะไร 3 b, am เงินเดือนเท่าไหร่ 1 account-manager".to_owned()
        )
    );
    assert_eq!(store.report_of(other + 1, day(2)).await.unwrap(), Usage::default());
    assert_eq!(
        told(store.report(day(2)).await.unwrap()),
        (
            "a 6+0, b 0+1".to_owned(),
            vec![(1, 2)],
            "นักบินทำอะไร 7 b, am เงินเดือนเท่าไหร่ 2 account-manager, หมอฟันเรียนกี่ปี 1 -".to_owned()
        )
    );
    // A changed mind is taken back where it was counted; a forgotten one stays counted, under nobody's name.
    store.rate(Rating { guild: Some(other), today: day(2), ..rating(1, 11, true) }).await.unwrap();
    assert_eq!(told(store.report_of(other, day(2)).await.unwrap()).1, []);
    assert_eq!(store.forget(1).await.unwrap(), 2);
    assert_eq!(told(store.report_of(GUILD, day(2)).await.unwrap()).1, [(0, 1)]);
}

#[tokio::test]
async fn what_is_kept_about_a_person_is_shown_and_deleted() {
    let store = Store::in_memory().unwrap();
    for message in 0..30 {
        store.rate(rating(ASKER, message, message % 2 == 0)).await.unwrap();
    }
    store.rate(rating(2, 1, true)).await.unwrap();
    let kept = store.kept_about(ASKER).await.unwrap();
    assert_eq!((kept.ratings, kept.newest.len()), (30, 25));
    assert_eq!(
        kept.newest[0],
        KeptRating { section: section("account-manager", "salary"), liked: false, day: day(0) }
    );
    assert_eq!(store.forget(ASKER).await.unwrap(), 30);
    assert_eq!(store.kept_about(ASKER).await.unwrap(), Kept::default());
    assert_eq!(store.kept_about(2).await.unwrap().ratings, 1, "others keep theirs");
    assert_eq!(store.forget(ASKER).await.unwrap(), 0);
}

#[tokio::test]
async fn what_is_older_than_ninety_days_is_gone() {
    let store = Store::in_memory().unwrap();
    store.asked(section("a", "pay"), day(0)).await.unwrap();
    store.rate(rating(1, 1, false)).await.unwrap();
    store.unanswered("นักบินทำอะไร".to_owned(), None, day(0)).await.unwrap();
    store.change_guild(GUILD, move |kept| *kept = settings([1])).await.unwrap();
    assert_eq!(store.expire(day(90)).await.unwrap(), 0);
    let told = store.report(day(90)).await.unwrap();
    assert_eq!((told.asked.len(), told.disliked.len(), told.questions.len()), (1, 1, 2));
    assert_eq!(store.report(day(91)).await.unwrap(), Usage::default(), "even before it is deleted");
    assert_eq!(store.expire(day(91)).await.unwrap(), 5);
    assert_eq!(store.kept_about(1).await.unwrap(), Kept::default());
    assert_eq!(store.ask_channels().len(), 1, "settings stay");
}

#[tokio::test]
async fn the_rarest_and_oldest_question_makes_room() {
    let store = Store::in_memory().unwrap();
    store
        .work(|connection| {
            connection.execute_batch(
                "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 10000)
                 INSERT INTO question SELECT i % 2, 'q' || i, 0, NULL, NULL, 2, 739000, 739000 + (i <> 500) FROM n",
            )
        })
        .await
        .unwrap();
    let rows = async || {
        store
            .work(|connection| {
                connection.query_row(
                    "SELECT count(*), sum(question = 'q500'), sum(question = 'ใหม่') FROM question",
                    [],
                    |row| Ok((row.get::<_, i64>(0)?, row.get::<_, i64>(1)?, row.get::<_, i64>(2)?)),
                )
            })
            .await
            .unwrap()
    };
    assert_eq!(rows().await, (10_000, 1, 0));
    store.unanswered("ใหม่".to_owned(), None, day(0)).await.unwrap();
    assert_eq!(rows().await, (10_000, 0, 1), "the new one stays, though it is the rarest");
    store.unanswered("ใหม่กว่า".to_owned(), None, day(1)).await.unwrap();
    assert_eq!(rows().await, (10_000, 0, 0));
}

#[tokio::test(flavor = "multi_thread")]
async fn many_handles_at_once_lose_nothing() {
    let folder = tempfile::tempdir().unwrap();
    // A second store on the same file, as when an old process is still ending.
    let stores = [Store::open(&file(&folder)).unwrap(), Store::open(&file(&folder)).unwrap()];
    let tasks: Vec<_> = (0..40_u64)
        .map(|number| {
            let store = stores[usize::from(number % 2 == 0)].clone();
            tokio::spawn(async move {
                store.asked(section("a", "pay"), day(0)).await.unwrap();
                store.rate(rating(number, 1, false)).await.unwrap();
                store.change_guild(number, move |kept| *kept = settings([number])).await.unwrap();
            })
        })
        .collect();
    for task in tasks {
        task.await.unwrap();
    }
    let usage = stores[0].report(day(0)).await.unwrap();
    assert_eq!((usage.asked[0].asked, usage.disliked[0].disliked, usage.questions[0].times), (40, 40, 40));
    drop(stores);
    assert_eq!(Store::open(&file(&folder)).unwrap().ask_channels().len(), 40);
}

#[tokio::test]
async fn imported_questions_add_up_and_the_most_frequent_stay() {
    let store = Store::in_memory().unwrap();
    let dated = |question: &str, times: u64, last: u64| DatedQuestion {
        open: crate::reply::usage::OpenQuestion {
            question: question.to_owned(),
            disliked: false,
            times,
            section: Some(section("account-manager", "salary")),
        },
        last: day(last),
    };
    let many: Vec<DatedQuestion> =
        (0..10_050).map(|number| dated(&format!("question {number}"), 2, 90)).collect();
    assert_eq!(store.import_questions(many, day(100)).await.unwrap(), 10_050);
    let more =
        vec![dated("often", 7, 95), dated("often", u64::MAX, 200), dated("old", 9, 0), dated("never", 0, 95)];
    assert_eq!(store.import_questions(more, day(100)).await.unwrap(), 2);
    let kept = store.questions(day(100)).await.unwrap();
    assert_eq!(kept.len(), 10_000);
    assert_eq!(kept[0], dated("often", i64::MAX.cast_unsigned(), 100));
    assert!(store.questions(day(300)).await.unwrap().is_empty());
}
