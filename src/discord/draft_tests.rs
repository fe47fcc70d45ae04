//! Tests of [`super`]: what people see, and that nothing exceeds a limit.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use proptest::prelude::*;

use super::*;
use crate::knowledge::{ArticleId, ArticleKind, SectionId};
use crate::reply::{Answer, FigureYears, SourceNote};
use crate::search::Engine;

pub(crate) fn address(tag: &str, public: bool) -> Address {
    Address {
        asker: 80_351_110_224_678_912,
        language: Language::parse(tag).unwrap(),
        public,
        question: None,
        explains: true,
    }
}

pub(crate) fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 23).unwrap()
}

fn choice(article: &str, section: &str, label: &str) -> Choice {
    Choice {
        article: ArticleId::parse(article).unwrap(),
        section: SectionId::parse(section).unwrap(),
        label: label.to_owned(),
    }
}

fn answer(text: &str) -> Answer {
    Answer {
        article: ArticleId::parse("account-manager").unwrap(),
        kind: ArticleKind::Role,
        section: SectionId::parse("salary").unwrap(),
        language: Language::thai(),
        title: "ผู้จัดการดูแลลูกค้า (Account Manager)".to_owned(),
        heading: "เงินเดือน".to_owned(),
        headline: "ผู้จัดการดูแลลูกค้า · เงินเดือน".to_owned(),
        text: text.to_owned(),
        focus: None,
        reviewed: NaiveDate::from_ymd_opt(2026, 11, 23),
        tells_pay: false,
        figures: None,
        sources: vec![
            SourceNote { label: "Occupational Outlook Handbook (2024)".to_owned(), url: None },
            SourceNote {
                label: "Esteemate".to_owned(),
                url: Some("https://blog.esteemate.io/am".to_owned()),
            },
        ],
        interpreted_as: None,
        other_language: false,
        siblings: vec![
            choice("account-manager", "duties", "หน้าที่"),
            choice("account-manager", "skills", "ทักษะ"),
        ],
        related: vec![choice("account-executive", "definition", "ผู้บริหารงานลูกค้า")],
    }
}

/// Every limit, counted on what will be sent.
#[track_caller]
pub(crate) fn assert_within_limits(draft: &Draft) {
    let characters = |text: &str| text.chars().count();
    let mut ids = Vec::new();
    assert!(characters(&draft.content) <= limits::CONTENT, "content of {}", characters(&draft.content));
    assert!(!draft.content.is_empty() || draft.card.is_some(), "nothing to show");
    assert!(draft.bytes() <= limits::MESSAGE_BYTES, "{} bytes", draft.bytes());
    if let Some(card) = &draft.card {
        assert!(characters(&card.title) <= limits::EMBED_TITLE);
        assert!((1..=limits::EMBED_DESCRIPTION).contains(&characters(&card.description)));
    }
    assert!(draft.rows.len() <= 5);
    for file in &draft.files {
        assert!(file.name.chars().all(|c| c.is_ascii_alphanumeric() || "-_.".contains(c)), "{}", file.name);
        assert!(characters(file.description.as_deref().unwrap_or_default()) <= 1024);
    }
    for row in &draft.rows {
        match row {
            Row::Buttons(buttons) => {
                assert!((1..=limits::BUTTONS_A_ROW).contains(&buttons.len()));
                for button in buttons {
                    assert!((1..=limits::BUTTON_LABEL).contains(&characters(&button.label)));
                    ids.push(&button.id);
                }
            }
            Row::Menu(menu) => {
                assert!((1..=limits::MENU_OPTIONS).contains(&menu.options.len()));
                assert!(characters(&menu.placeholder) <= limits::PLACEHOLDER);
                for (label, value) in &menu.options {
                    assert!((1..=limits::OPTION_TEXT).contains(&characters(label)));
                    assert!((1..=limits::OPTION_TEXT).contains(&characters(value)));
                }
                ids.push(&menu.id);
            }
        }
    }
    assert!(ids.iter().all(|id| (1..=limits::CUSTOM_ID).contains(&characters(id))));
    let count = ids.len();
    ids.sort();
    ids.dedup();
    assert_eq!(ids.len(), count, "custom ids are unique");
}

/// The message as one can read it.
fn shown(draft: &Draft) -> String {
    let mut lines = vec![draft.content.clone()];
    if let Some(card) = &draft.card {
        lines.push(format!("┌ {}\n{}", card.title, card.description));
    }
    for row in &draft.rows {
        match row {
            Row::Buttons(buttons) => {
                lines.extend(buttons.iter().map(|button| format!("[{}] {}", button.label, button.id)));
            }
            Row::Menu(menu) => {
                lines.push(format!("({} ▾) {}", menu.placeholder, menu.id));
                lines.extend(menu.options.iter().map(|(label, value)| format!("    {label} = {value}")));
            }
        }
    }
    lines.join("\n")
}

#[test]
fn an_answer_stands_with_and_without_its_embed() {
    let text = "เงินเดือน**เริ่มต้น**ราว 20,000 บาท\n\nรายได้จริงขึ้นกับค่าคอมมิชชั่น [BLS](https://www.bls.gov/)";
    let draft = of_reply(&Reply::Answer(Box::new(answer(text))), &address("th", true), today());
    assert_within_limits(&draft);
    insta::assert_snapshot!(shown(&draft));
}

#[test]
fn an_answer_in_another_language_says_so() {
    let english = Answer { other_language: true, ..answer("ข้อความ") };
    let draft = of_reply(&Reply::Answer(Box::new(english)), &address("en", false), today());
    assert_within_limits(&draft);
    insta::assert_snapshot!(shown(&draft));
}

#[test]
fn an_offer_and_an_honest_no() {
    let choices = vec![
        choice("account-manager", "salary", "ผู้จัดการดูแลลูกค้า · เงินเดือน"),
        choice("accounting-manager", "salary", "ผู้จัดการฝ่ายบัญชี · เงินเดือน"),
    ];
    let offer = Choices {
        choices: choices.clone(),
        interpreted_as: Some("ผจก. **บัญชี** @everyone".to_owned()),
    };
    for (tag, reply) in [
        ("th", Reply::Choices(offer)),
        ("th", Reply::Unknown(Unknown { nearest: choices })),
        ("en", Reply::Unknown(Unknown { nearest: Vec::new() })),
    ] {
        let draft = of_reply(&reply, &address(tag, true), today());
        assert_within_limits(&draft);
        insta::assert_snapshot!(shown(&draft));
    }
}

#[test]
fn a_long_section_begins_with_what_answers_and_is_read_page_by_page() {
    for (paragraph, tag) in [("รายได้ขึ้นกับบริษัท และพื้นที่ที่ทำงาน ", "th"), ("Pay depends on the company. ", "en")]
    {
        let focus = Some("- **first year**: 20,000".to_owned());
        let text = format!("{}\n\n- **first year**: 20,000\n\nthe end", paragraph.repeat(200));
        let long = Answer { focus, ..answer(&text) };
        let address = address(tag, true);
        let draft = of_answer(&long, &address, today());
        assert_within_limits(&draft);
        assert!(draft.content.contains("\n> - **first year**: 20,000\n"), "{}", draft.content);
        assert!(!draft.content.contains("the end"));
        let mut read = String::new();
        for page in 0.. {
            let draft = of_page(&long, page, &address);
            assert_within_limits(&draft);
            read.push_str(&draft.content);
            if !shown(&draft).contains(address.answer_wording().next_page) {
                break;
            }
        }
        assert!(read.contains("the end"), "nothing is left out");
        let times = read.matches(paragraph.trim()).count();
        assert!((195..=200).contains(&times), "{times}: a page may break inside a sentence");
        assert_eq!(
            of_page(&long, 99, &address),
            of_page(&long, 98, &address),
            "there is no page behind the last"
        );
    }
}

#[test]
fn what_is_old_is_said_to_be() {
    let figures = |oldest, newest| Some(FigureYears { oldest, newest });
    let review = |year| NaiveDate::from_ymd_opt(year, 6, 1);
    for (figures, reviewed, said) in [
        (figures(2024, 2024), review(2026), "The newest figures here are from 2024"),
        (figures(2024, 2025), review(2026), "Some of the figures are from 2024"),
        (figures(2025, 2025), review(2020), "Nobody has reviewed this for a long time"),
        (None, review(2025), ""),
        (None, review(2024), "Nobody has reviewed this for a long time"),
        (None, None, ""),
    ] {
        let answer = Answer { reviewed, figures, ..answer("text") };
        let content = of_answer(&answer, &address("en", true), today()).content;
        let note = content.lines().find(|line| line.contains("figures") || line.contains("Nobody"));
        assert_eq!(note.is_some(), !said.is_empty(), "{content}");
        assert!(note.unwrap_or_default().contains(said), "{content}");
    }
}

#[test]
fn topics_are_listed_as_far_as_they_fit() {
    for count in [0, 1, 25, 26, 3000] {
        let topics: Vec<Choice> = (0..count)
            .map(|index| choice(&format!("role-{index}"), "definition", &format!("อาชีพที่ {index}")))
            .collect();
        assert_within_limits(&of_topics(&topics, &address("th", false)));
    }
}

#[test]
fn help_stays_short() {
    for tag in ["th", "en"] {
        let draft = of_help("<@80351110224678912>", &address(tag, true));
        assert_within_limits(&draft);
        insta::assert_snapshot!(shown(&draft));
    }
}

#[test]
fn one_section_offered_twice_is_one_button() {
    let same = choice("account-manager", "salary", "AM");
    let unknown = Unknown { nearest: vec![same.clone(), same.clone(), same] };
    assert_within_limits(&of_reply(&Reply::Unknown(unknown), &address("th", true), today()));
}

/// An engine on the starter articles.
pub(crate) fn starter() -> Engine {
    let knowledge =
        crate::knowledge::starter().unwrap_or_else(|_| panic!("the starter articles have problems"));
    Engine::new(std::sync::Arc::new(knowledge))
}

#[test]
fn every_section_of_the_starter_articles_fits() {
    let engine = starter();
    let sections = engine.knowledge().articles().iter().flat_map(|article| {
        article.sections.iter().map(move |section| (&article.id, &section.id, &article.language))
    });
    for ((article, section, language), tag) in sections.flat_map(|place| [(place, "th"), (place, "en")]) {
        for public in [true, false] {
            let address = address(tag, public);
            let answer = crate::reply::open(&engine, article, section, language, address.wording()).unwrap();
            let draft = of_answer(&answer, &address, today());
            assert_within_limits(&draft);
            let page = of_page(&answer, 0, &address);
            assert_within_limits(&page);
            for content in [&draft.content, &page.content] {
                assert!(
                    !content.contains("\n|") && !content.contains("]()"),
                    "{article} {section}: {content}"
                );
            }
        }
    }
}

/// Every section of the starter articles as an offer names it.
pub(crate) fn offered(engine: &Engine, address: &Address) -> Vec<Choice> {
    let articles = engine.knowledge().articles().iter();
    let sections = articles
        .filter(|article| article.language == address.language)
        .flat_map(|article| article.sections.iter().map(move |section| (&article.id, &section.id)));
    sections
        .map(|(article, section)| {
            let answer =
                crate::reply::open(engine, article, section, &address.language, address.wording()).unwrap();
            choice(article.as_str(), section.as_str(), &answer.headline)
        })
        .collect()
}

/// Whether Discord's description takes them too is asked beside, for each section in each place.
#[test]
fn every_offer_of_two_sections_and_many_of_five_fit() {
    let engine = starter();
    for (tag, public) in [("th", true), ("th", false), ("en", true), ("en", false)] {
        let address = address(tag, public);
        let choices = offered(&engine, &address);
        let fits = |chosen: Vec<Choice>| {
            let offer = Choices { choices: chosen, interpreted_as: Some("ก".repeat(120)) };
            assert_within_limits(&of_reply(&Reply::Choices(offer), &address, today()));
        };
        for (place, first) in choices.iter().enumerate() {
            choices.iter().skip(place + 1).for_each(|second| fits(vec![first.clone(), second.clone()]));
            for step in 1..=7 {
                fits(choices.iter().cycle().skip(place).step_by(step).take(5).cloned().collect());
            }
        }
    }
}

proptest! {
    // Each case is a long text; few of them reach every branch.
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn whatever_the_knowledge_holds_fits(
        text in "(\\PC|\n|ที่|ก็|🧑‍💻){0,300}",
        times in 0_usize..20,
        headline in "(\\PC|ผู้){0,300}",
        label in "(\\PC|ผู้){0,100}",
        id in "[a-z0-9-]{1,150}",
        section in "[a-zก-ฮ]{1,150}",
        source in "(\\PC|ๆ){0,100}",
        url in "https://[a-z./]{1,800}",
        count in 0_usize..60,
        public: bool,
        question in proptest::option::of("\\PC{0,200}"),
    ) {
        let siblings: Vec<Choice> =
            (0..count).map(|index| choice(&format!("{id}{index}"), &section, &label)).collect();
        let full = Answer {
            headline,
            sources: vec![SourceNote { label: source.clone(), url: Some(url) }; 5],
            interpreted_as: Some(source),
            siblings: siblings.clone(),
            related: siblings.clone(),
            other_language: true,
            article: ArticleId::parse(&id).unwrap(),
            section: SectionId::parse(&section).unwrap(),
            ..answer(&format!("ก{}", text.repeat(times)))
        };
        let address = Address { question, ..address("th", public) };
        assert_within_limits(&of_page(&full, 1, &address));
        assert_within_limits(&of_reply(&Reply::Answer(Box::new(full)), &address, today()));
        assert_within_limits(&of_reply(&Reply::Unknown(Unknown { nearest: siblings.clone() }), &address, today()));
        let choices = Choices { choices: siblings, interpreted_as: None };
        assert_within_limits(&of_reply(&Reply::Choices(choices), &address, today()));
    }
}
