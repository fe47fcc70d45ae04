//! What people are told, from decisions made by hand: the matcher has no part in these tests.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::NaiveDate;
use naenaew::knowledge::{
    Article, ArticleId, ArticleKind, Facet, FacetId, Facets, Knowledge, Language, Phrases, Section,
    SectionId, Source,
};
use naenaew::reply::answer_wording::AnswerWording;
use naenaew::reply::wording::{ENGLISH, THAI, Wording};
use naenaew::reply::{Answer, Choice, FigureYears, Reply, SourceNote, compose, open, topics};
use naenaew::search::{Candidate, Decision, Engine, Verdict};

fn language(tag: &str) -> Language {
    Language::parse(tag).unwrap()
}

fn facet(id: &str, thai: &str, english: &str) -> Facet {
    let names =
        BTreeMap::from([(language("th"), vec![thai.to_owned()]), (language("en"), vec![english.to_owned()])]);
    Facet { id: FacetId::parse(id).unwrap(), names: Phrases(names), asks: Phrases::default() }
}

fn section(id: &str, heading: &str, text: &str) -> Section {
    Section {
        id: SectionId::parse(id).unwrap(),
        heading: heading.to_owned(),
        names: Vec::new(),
        text: text.to_owned(),
        questions: Vec::new(),
        facet: ["definition", "salary", "duties"].contains(&id).then(|| FacetId::parse(id).unwrap()),
        line: 1,
    }
}

fn term(id: &str, names: &[&str], text: &str) -> Section {
    let names: Vec<String> = names.iter().map(|name| (*name).to_owned()).collect();
    Section { names: names.clone(), facet: None, ..section(id, &names.join(" — "), text) }
}

fn article(tag: &str, id: &str, title: &str, sections: Vec<Section>) -> Article {
    Article {
        id: ArticleId::parse(id).unwrap(),
        language: language(tag),
        file: format!("{tag}/{id}.md"),
        title: title.to_owned(),
        kind: ArticleKind::Role,
        aliases: Vec::new(),
        related: Vec::new(),
        reviewed: None,
        sources: Vec::new(),
        pay: Vec::new(),
        ladder: Vec::new(),
        sections,
    }
}

fn source(title: &str, publisher: Option<&str>, year: Option<i32>) -> Source {
    Source {
        title: title.to_owned(),
        publisher: publisher.map(str::to_owned),
        url: Some("https://a.example".into()),
        year,
    }
}

/// Two jobs, one of them in both languages; one job in English only; a glossary.
fn engine() -> Engine {
    let manager = Article {
        related: ["pilot", "account-manager", "gone", "accounting-manager"]
            .map(|id| ArticleId::parse(id).unwrap())
            .into(),
        reviewed: NaiveDate::from_ymd_opt(2026, 11, 23),
        sources: vec![source("Handbook", Some("Bureau of Labor"), Some(2024)), source("Survey", None, None)],
        ..article(
            "th",
            "account-manager",
            "ผู้จัดการดูแลลูกค้า (Account Manager)",
            vec![
                section("definition", "", "ดูแลลูกค้าเดิม"),
                section("salary", "เงินเดือนและโบนัส", "เงินเดือนราว **45,000** บาท"),
                section("duties", "หน้าที่", "คุยกับลูกค้า"),
                Section {
                    facet: Some(FacetId::parse("salary").unwrap()),
                    ..section("bonus", "โบนัส", "ตามผลงาน")
                },
            ],
        )
    };
    let articles = vec![
        manager,
        article(
            "en",
            "account-manager",
            "Account Manager",
            vec![
                section("definition", "", "Looks after clients"),
                section("salary", "Salary", "Some 45,000"),
            ],
        ),
        article("th", "accounting-manager", "ผู้จัดการฝ่ายบัญชี", vec![section("duties", "หน้าที่", "ปิดงบ")]),
        article("en", "pilot", "Pilot", vec![section("definition", "", "Flies aircraft")]),
        Article {
            kind: ArticleKind::Glossary,
            ..article(
                "th",
                "glossary",
                "คำศัพท์",
                vec![term("kpi", &["KPI", "ตัวชี้วัด"], "ตัวเลขวัดผล"), term("churn", &["Churn"], "ลูกค้าที่หายไป")],
            )
        },
    ];
    let facets = Facets::new([
        facet("definition", "คืออะไร", "What it is"),
        facet("salary", "เงินเดือน", "Salary"),
        facet("duties", "หน้าที่", "Duties"),
    ]);
    Engine::new(Arc::new(Knowledge::new(articles, facets)))
}

fn candidate(article: &str, section: &str, tag: &str) -> Candidate {
    Candidate {
        article: ArticleId::parse(article).unwrap(),
        section: SectionId::parse(section).unwrap(),
        language: language(tag),
        confidence: 0.9,
    }
}

fn decision(verdict: Verdict, candidates: Vec<Candidate>, tag: &str) -> Decision {
    Decision { verdict, confidence: 0.9, interpreted_as: None, candidates, language: language(tag) }
}

#[track_caller]
fn answer(article: &str, section: &str, tag: &str, asked_in: &str, wording: &Wording) -> Answer {
    let candidate = candidate(article, section, tag);
    let verdict = Verdict::Answer { candidate, focus: Some("ตรงนี้".to_owned()) };
    match compose(&engine(), &decision(verdict, Vec::new(), asked_in), wording) {
        Reply::Answer(answer) => *answer,
        other => panic!("no answer but {other:?}"),
    }
}

fn labels(choices: &[Choice]) -> Vec<&str> {
    choices.iter().map(|choice| choice.label.as_str()).collect()
}

#[test]
fn an_old_review_is_told_though_the_figures_are_new() {
    let salary = answer("account-manager", "salary", "en", "en", &ENGLISH);
    let day = |year| NaiveDate::from_ymd_opt(year, 6, 1);
    let wording = AnswerWording::of("en");
    for (reviewed, figures, told) in [
        (day(2026), None, None),
        (day(2024), None, Some("Nobody has reviewed this")),
        (day(2026), Some((2025, 2025)), None),
        (day(2024), Some((2025, 2025)), Some("Nobody has reviewed this")),
        (day(2024), Some((2020, 2021)), Some("The newest figures here are from 2021")),
    ] {
        let figures = figures.map(|(oldest, newest)| FigureYears { oldest, newest });
        let note = Answer { reviewed, figures, ..salary.clone() }.age_note(day(2026).unwrap(), wording);
        let right =
            note.as_deref().map_or(told.is_none(), |note| told.is_some_and(|told| note.starts_with(told)));
        assert!(right, "{reviewed:?} {figures:?}: {note:?}");
    }
}

#[test]
fn an_answer_carries_what_makes_it_trustworthy() {
    let answer = answer("account-manager", "salary", "th", "th", &THAI);
    let lines = |choices: &[Choice]| -> String {
        let line = |to: &Choice| format!("\n  {}#{} {}", to.article, to.section, to.label);
        choices.iter().map(line).collect::<Vec<_>>().concat()
    };
    let source = |to: &SourceNote| format!("\n  {} {:?}", to.label, to.url);
    let sources = answer.sources.iter().map(source).collect::<Vec<_>>().concat();
    let Answer { article, section, language, title, heading, headline, text, .. } = &answer;
    let reviewed = answer.reviewed.map(|date| THAI.reviewed_on(date)).unwrap();
    let (siblings, related) = (lines(&answer.siblings), lines(&answer.related));
    insta::assert_snapshot!(format!(
        "{article}#{section} {language}\n{title}\n{headline}\n{heading}\n{text}\n{reviewed}\n\
         sources:{sources}\nsiblings:{siblings}\nrelated:{related}"
    ), @"
    account-manager#salary th
    ผู้จัดการดูแลลูกค้า (Account Manager)
    ผู้จัดการดูแลลูกค้า · เงินเดือน
    เงินเดือนและโบนัส
    เงินเดือนราว **45,000** บาท
    ตรวจทานล่าสุด 23 พ.ย. 2026
    sources:
      Handbook, Bureau of Labor (2024) Some(\"https://a.example\")
      Survey Some(\"https://a.example\")
    siblings:
      account-manager#definition คืออะไร
      account-manager#duties หน้าที่
      account-manager#bonus โบนัส
    related:
      pilot#definition Pilot
      accounting-manager#duties ผู้จัดการฝ่ายบัญชี
    ");
    assert_eq!(answer.focus.as_deref(), Some("ตรงนี้"));
}

#[test]
fn an_english_answer_is_english_throughout() {
    let answer = answer("account-manager", "salary", "en", "en", &ENGLISH);
    assert_eq!(answer.headline, "Account Manager · Salary");
    assert_eq!(labels(&answer.siblings), ["What it is"]);
    assert!(!answer.other_language);
}

#[test]
fn labels_are_in_the_readers_language_and_headings_in_the_articles() {
    let answer = answer("pilot", "definition", "en", "th", &THAI);
    assert_eq!((answer.headline.as_str(), answer.heading.as_str()), ("Pilot · คืออะไร", "What it is"));
    assert!(answer.other_language);
}

#[test]
fn a_term_is_its_own_headline() {
    let answer = answer("glossary", "kpi", "th", "th", &THAI);
    assert_eq!((answer.headline.as_str(), answer.heading.as_str()), ("KPI", "KPI — ตัวชี้วัด"));
    assert!(answer.siblings.is_empty());
}

#[test]
fn regions_are_no_other_language() {
    assert!(!answer("account-manager", "salary", "en", "en-us", &ENGLISH).other_language);
}

#[test]
fn what_is_gone_is_an_honest_unknown() {
    let verdict = Verdict::Answer { candidate: candidate("gone", "salary", "th"), focus: None };
    let near = vec![candidate("gone", "salary", "th"), candidate("pilot", "definition", "en")];
    let reply = compose(&engine(), &decision(verdict, near, "th"), &THAI);
    let Reply::Unknown(unknown) = reply else { panic!("{reply:?}") };
    assert_eq!(labels(&unknown.nearest), ["Pilot"]);
    let one_left =
        Verdict::DidYouMean(vec![candidate("gone", "x", "th"), candidate("pilot", "definition", "en")]);
    assert!(matches!(compose(&engine(), &decision(one_left, Vec::new(), "th"), &THAI), Reply::Unknown(_)));
}

#[test]
fn a_section_that_only_another_language_has_is_found_there() {
    let answer = answer("account-manager", "duties", "en", "en", &ENGLISH);
    assert_eq!(answer.language, language("th"));
    assert!(answer.other_language);
}

#[test]
fn choices_are_named_in_full_and_told_apart() {
    let offered =
        ["definition", "salary", "bonus"].map(|section| candidate("account-manager", section, "th"));
    let offered = [offered.to_vec(), vec![candidate("glossary", "churn", "th")]].concat();
    for (wording, expected) in [
        (&THAI, ["ผู้จัดการดูแลลูกค้า · คืออะไร", "ผู้จัดการดูแลลูกค้า · เงินเดือน", "ผู้จัดการดูแลลูกค้า · โบนัส", "Churn"]),
        (
            &ENGLISH,
            ["Account Manager · What it is", "Account Manager · Salary", "ผู้จัดการดูแลลูกค้า · โบนัส", "Churn"],
        ),
    ] {
        let reply =
            compose(&engine(), &decision(Verdict::DidYouMean(offered.clone()), Vec::new(), "th"), wording);
        let Reply::Choices(choices) = reply else { panic!("{reply:?}") };
        assert_eq!(labels(&choices.choices), expected);
    }
}

#[test]
fn an_unknown_offers_each_near_topic_once() {
    let near = [
        ("account-manager", "salary"),
        ("account-manager", "duties"),
        ("glossary", "kpi"),
        ("glossary", "churn"),
        ("gone", "salary"),
        ("accounting-manager", "duties"),
        ("pilot", "definition"),
    ];
    let near = near.map(|(article, section)| candidate(article, section, "th")).to_vec();
    let reply = compose(&engine(), &decision(Verdict::DontKnow, near, "th"), &THAI);
    let Reply::Unknown(unknown) = reply else { panic!("{reply:?}") };
    assert_eq!(labels(&unknown.nearest), ["ผู้จัดการดูแลลูกค้า", "KPI", "Churn", "ผู้จัดการฝ่ายบัญชี", "Pilot"]);
}

#[test]
fn an_unknown_without_anything_near_offers_topics() {
    let engine = engine();
    let reply = compose(&engine, &decision(Verdict::DontKnow, Vec::new(), "en"), &ENGLISH);
    let Reply::Unknown(unknown) = reply else { panic!("{reply:?}") };
    let topics = topics(&engine, &ENGLISH);
    assert_eq!(unknown.nearest, topics.into_iter().take(5).collect::<Vec<_>>());
}

#[test]
fn a_chosen_section_opens_in_the_language_asked_for() {
    let engine = engine();
    let manager = ArticleId::parse("account-manager").unwrap();
    let salary = SectionId::parse("salary").unwrap();
    for (tag, text) in [("th", "เงินเดือนราว **45,000** บาท"), ("en", "Some 45,000"), ("de", "Some 45,000")]
    {
        let answer = open(&engine, &manager, &salary, &language(tag), Wording::of(tag)).unwrap();
        assert_eq!((answer.text.as_str(), answer.other_language), (text, tag == "de"), "{tag}");
    }
    let gone = SectionId::parse("gone").unwrap();
    assert!(open(&engine, &manager, &gone, &Language::thai(), &THAI).is_none());
}
