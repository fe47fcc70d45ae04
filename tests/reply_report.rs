//! The report for those who look after the knowledge, on the starter articles.

#![allow(clippy::unwrap_used, clippy::panic)]

use std::sync::{Arc, OnceLock};

use naenaew::knowledge::{self, ArticleId, Language, SectionId};
use naenaew::reply::report::{Gap, Report, all_samples, report, sample};
use naenaew::reply::usage::{OpenQuestion, SectionRating, SectionRef, SectionUse, Usage};
use naenaew::search::Engine;
use proptest::prelude::*;

fn engine() -> &'static Engine {
    static ENGINE: OnceLock<Engine> = OnceLock::new();
    ENGINE.get_or_init(|| {
        let starter = knowledge::starter().unwrap_or_else(|_| panic!("the starter articles have problems"));
        Engine::new(Arc::new(starter))
    })
}

fn section(article: &str, section: &str) -> SectionRef {
    SectionRef { article: ArticleId::parse(article).unwrap(), section: SectionId::parse(section).unwrap() }
}

fn unanswered(question: &str, times: u64, nearest: Option<SectionRef>) -> OpenQuestion {
    OpenQuestion { question: question.to_owned(), disliked: false, times, section: nearest }
}

fn reported(questions: Vec<OpenQuestion>) -> Report {
    report(engine(), &Usage { questions, ..Usage::default() }, &Language::english())
}

fn nearest(gap: &Gap) -> Option<(&SectionRef, bool)> {
    gap.nearest.as_ref().map(|nearest| (&nearest.count, gap.likely))
}

#[test]
fn sections_that_are_gone_are_left_out() {
    let used = |section| SectionUse { section, asked: 1, chosen: 0 };
    let rated = |section| SectionRating { section, liked: 0, disliked: 1 };
    let (here, gone) = (section("account-manager", "salary"), section("account-manager", "gone"));
    let usage = Usage {
        asked: vec![used(gone.clone()), used(here.clone())],
        disliked: vec![rated(here), rated(gone.clone())],
        questions: vec![unanswered("漢字漢字", 1, Some(gone))],
    };
    let told = report(engine(), &usage, &Language::english());
    assert_eq!(told.asked.len(), 1);
    assert_eq!(told.asked[0].label, "Account Manager · Salary");
    assert_eq!(told.disliked.len(), 1);
    assert_eq!(nearest(&told.gaps[0]), None);
    assert_eq!(sample(engine(), &told.gaps[0]), None);
}

#[test]
fn the_section_whose_answer_was_disliked_is_not_the_nearest() {
    let disliked = OpenQuestion {
        disliked: true,
        ..unanswered("am เงินเดือนเท่าไหร่", 1, Some(section("account-manager", "salary")))
    };
    let told = reported(vec![disliked]);
    let gap = &told.gaps[0];
    assert!(gap.disliked);
    assert_ne!(nearest(gap).unwrap().0, &section("account-manager", "salary"));
}

#[test]
fn what_was_near_when_it_was_asked_counts_where_nothing_is_near_now() {
    let noted = section("glossary", "kpi");
    let told = reported(vec![unanswered("漢字漢字", 2, Some(noted.clone()))]);
    assert_eq!(nearest(&told.gaps[0]), Some((&noted, false)));
    let made = sample(engine(), &told.gaps[0]).unwrap();
    assert_eq!(made.file, "en/glossary.md");
    let lines = &made.lines;
    assert!(lines.starts_with("questions:\n  kpi: [") && lines.ends_with(", \"漢字漢字\"]\n"), "{lines}");
}

#[test]
fn only_what_may_well_answer_is_exported_as_a_sample() {
    let told = reported(vec![
        unanswered("ผู้จัดการดูแลลูกค้าต้องผูกไทไหม", 1, None),
        unanswered("do account managers wear a tie", 1, None),
        unanswered("how do i become a vet", 1, None),
        unanswered("เงินเดือนแอร์โฮสเตส", 1, None),
    ]);
    let (files, homeless) = all_samples(engine(), &told.gaps);
    let files: Vec<&str> = files.iter().map(|(file, _)| file.as_str()).collect();
    assert_eq!(files, ["en/account-manager.md", "th/account-manager.md"]);
    let homeless: Vec<&str> = homeless.iter().map(|gap| gap.example.as_str()).collect();
    assert_eq!(homeless, ["how do i become a vet", "เงินเดือนแอร์โฮสเตส"]);
}

#[test]
fn a_gap_is_found_again_after_a_restart() {
    let key = || reported(vec![unanswered("foobar", 1, None)]).gaps[0].key();
    // From the reference's test vectors of FNV-1a.
    assert_eq!(key(), 0x8594_4171_f739_67e8);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]
    #[test]
    fn any_questions_make_a_report(
        texts in proptest::collection::vec("(am |เงินเดือน|นักบิน|\"|\\\\|`|what |\\PC){1,12}", 0..12)
    ) {
        let questions = texts.iter().map(|text| unanswered(text, 1, None)).collect();
        let told = reported(questions);
        prop_assert!(told.gaps.len() <= texts.len());
        let (_, homeless) = all_samples(engine(), &told.gaps);
        prop_assert!(homeless.len() <= told.gaps.len());
        for gap in &told.gaps {
            prop_assert_eq!(sample(engine(), gap).is_some(), gap.nearest.is_some());
        }
    }
}
