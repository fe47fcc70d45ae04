//! Holds the starter articles to what can be checked without knowing the facts: what a role must tell, in both languages
//! alike, in sections that are short enough to be read and long enough to answer, with figures that agree.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod apart;
mod figures;
mod sections;

use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use chrono::NaiveDate;
use naenaew::check::{Basis, review};
use naenaew::knowledge::{Article, ArticleKind, Knowledge, Language, Origin, Problem, Section};
use naenaew::reply::check_wording::CheckWording;
use naenaew::reply::cut::Budget;

/// The starter articles as they stand in the folder.
static STARTER: LazyLock<Starter> = LazyLock::new(|| {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("knowledge");
    let reading = Origin::Folder(PathBuf::from(&folder)).read();
    // The room of a reply does not matter: no section here is as long as that.
    let reply_room = |text: &str| (text.to_owned(), Budget { characters: 1400, bytes: 4200 });
    let today = NaiveDate::from_ymd_opt(2026, 11, 25).unwrap();
    let basis = Basis { today, reply_room, wording: CheckWording::of("en") };
    let mut problems = review(&reading, &basis).problems;
    problems.extend(reading.problems().iter().cloned());
    Starter { knowledge: reading.sound(), problems }
});

struct Starter {
    knowledge: Knowledge,
    problems: Vec<Problem>,
}

impl Starter {
    /// Both versions of each article, Thai first.
    fn pairs(&self) -> Vec<(&Article, &Article)> {
        let thai = self.knowledge.articles().iter().filter(|article| article.language == Language::thai());
        thai.filter_map(|article| Some((article, self.knowledge.article(&article.id, &Language::english())?)))
            .collect()
    }

    fn of_kind(&self, kind: ArticleKind) -> impl Iterator<Item = &Article> {
        self.knowledge.articles().iter().filter(move |article| article.kind == kind)
    }
}

/// Every breach of a rule at once: who mends articles wants to see them all.
#[track_caller]
fn assert_none(found: &[String]) {
    assert!(found.is_empty(), "\n{}", found.join("\n"));
}

/// A rule for each section of each article.
#[track_caller]
fn hold_sections(rule: impl Fn(&Article, &Section) -> Option<String>) {
    let mut found = Vec::new();
    for article in STARTER.knowledge.articles() {
        let broken = article.sections.iter().filter_map(|section| Some((section, rule(article, section)?)));
        found.extend(broken.map(|(section, what)| format!("{} {}: {what}", article.file, section.id)));
    }
    assert_none(&found);
}

/// A rule for the two versions of each article.
#[track_caller]
fn hold_pairs(rule: impl Fn(&Article, &Article) -> Option<String>) {
    let broken = STARTER
        .pairs()
        .into_iter()
        .filter_map(|(thai, english)| rule(thai, english).map(|what| format!("{}: {what}", thai.id)));
    assert_none(&broken.collect::<Vec<_>>());
}

/// A rule for each role in each language.
#[track_caller]
fn hold_roles(rule: impl Fn(&Article) -> Vec<String>) {
    let broken = STARTER.of_kind(ArticleKind::Role).flat_map(|article| {
        rule(article).into_iter().map(|what| format!("{}: {what}", article.file)).collect::<Vec<_>>()
    });
    assert_none(&broken.collect::<Vec<_>>());
}

fn salary(article: &Article) -> &str {
    article
        .sections
        .iter()
        .find(|section| section.id.as_str() == "salary")
        .map_or("", |section| &section.text)
}

/// Runs of digits with commas and points between digits.
fn numbers(text: &str) -> Vec<&str> {
    let parts = text.split(|c: char| !c.is_ascii_digit() && c != ',' && c != '.');
    parts.map(|part| part.trim_matches([',', '.'])).filter(|part| !part.is_empty()).collect()
}

/// The paragraphs and list items of a text.
fn blocks(text: &str) -> impl Iterator<Item = &str> {
    text.lines().map(str::trim).filter(|line| !line.is_empty())
}
