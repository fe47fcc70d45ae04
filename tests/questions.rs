//! Questions as people type them, put to the starter knowledge. The cases are in `questions.tsv`.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::sync::{Arc, LazyLock};

use naenaew::knowledge::{ArticleId, Knowledge, starter};
use naenaew::search::{Candidate, Engine, Question, Verdict};
use proptest::prelude::*;

static ENGINE: LazyLock<Engine> =
    LazyLock::new(|| Engine::new(Arc::new(starter().expect("the starter has no error"))));

fn name(candidate: &Candidate) -> String {
    format!("{}#{}", candidate.article, candidate.section)
}

/// What came of a question, as the table writes it.
fn outcome(question: &Question) -> Vec<String> {
    match ENGINE.ask(question).verdict {
        Verdict::Answer { candidate, .. } => vec![name(&candidate)],
        Verdict::DidYouMean(choices) => choices.iter().map(|choice| format!("?{}", name(choice))).collect(),
        Verdict::DontKnow => vec!["-".to_owned()],
    }
}

#[test]
fn every_question_of_the_table() {
    let mut wrong = Vec::new();
    let lines =
        include_str!("questions.tsv").lines().filter(|line| !line.starts_with('#') && !line.is_empty());
    for line in lines {
        let [text, about, expected] = line.split('\t').collect::<Vec<_>>().try_into().expect("three columns");
        let question = Question::new(text).about(ArticleId::parse(about).ok());
        let outcome = outcome(&question);
        if !outcome.iter().any(|found| found == expected) {
            wrong.push(format!("{text}: {outcome:?}, expected {expected}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_reply_is_in_the_language_of_the_question() {
    for (text, language) in [
        ("account manager คืออะไร", "th"),
        ("what does ผู้จัดการฝ่ายบัญชี mean", "en"),
        ("what does an AM do", "en"),
        ("AM เงินเดือนเท่าไหร่", "th"),
    ] {
        assert_eq!(ENGINE.ask(&Question::new(text)).language.as_str(), language, "{text}");
    }
}

#[test]
fn a_reading_that_was_not_typed_is_told() {
    let decision = ENGINE.ask(&Question::new("ฟแแนีืะ ทฟืฟเำพ หฟสฟพั"));
    assert_eq!(decision.interpreted_as.as_deref(), Some("account manager salary"));
    assert_eq!(ENGINE.ask(&Question::new("account manager salary")).interpreted_as, None);
}

#[test]
fn an_explanation_tells_what_was_understood() {
    let (_, explanation) = ENGINE.explain(&Question::new("เงินเดีอน acount manager เท่าไหร่"));
    let text = explanation.to_string();
    for part in ["account-manager", "salary", "closeness", "thresholds", "confidence"] {
        assert!(text.contains(part), "{part} in {text}");
    }
}

#[test]
fn names_are_completed_exact_then_prefix_then_fuzzy() {
    let thai = naenaew::knowledge::Language::thai();
    let first = |typed: &str| {
        ENGINE.complete(typed, &thai, 25).first().map(|found| format!("{}#{}", found.article, found.section))
    };
    for (typed, expected) in [
        ("roi", Some("glossary#roi")),
        ("AM", Some("account-manager#definition")),
        ("chur", Some("glossary#churn")),
        ("นักวิเคราะห์การเ", Some("financial-analyst#definition")),
        ("acount manager", Some("account-manager#definition")),
        ("zzzzzz", None),
    ] {
        assert_eq!(first(typed).as_deref(), expected, "{typed}");
    }
    assert_eq!(ENGINE.complete("", &thai, 25).len(), 25, "everything completes nothing typed");
}

#[test]
fn the_order_of_loading_changes_nothing() {
    let starter = starter().expect("the starter has no error");
    let reversed: Vec<_> = starter.articles().iter().rev().cloned().collect();
    let other = Engine::new(Arc::new(Knowledge::new(reversed, starter.facets().clone())));
    for text in ["AM ได้ตังเท่าไหร่", "ผู้จัดการบัญชีคืออะไร", "งานไหนดี", "what is churn"]
    {
        assert_eq!(other.ask(&Question::new(text)), ENGINE.ask(&Question::new(text)), "{text}");
    }
}

#[test]
fn bad_input_gets_no_answer() {
    let zalgo: String = "ก".to_owned() + &"\u{0E49}\u{0336}\u{0E34}".repeat(300);
    for text in [
        "",
        " ",
        "\u{0E49}",
        "😀😀😀",
        "\u{202E}\u{200B}",
        "\u{0}\u{7}\u{1b}[31m",
        "@everyone",
        "<@&123> <@456>",
        "[x](https://example.com)",
        "مرحبا كيف حالك",
        &zalgo,
        &"ก".repeat(2000),
        &"เงินเดือน".repeat(222),
    ] {
        assert_eq!(outcome(&Question::new(text)), ["-"], "{text:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn any_text_gets_a_decision(text in "\\PC{0,120}|[ก-๛a-z ]{0,200}") {
        let question = Question::new(text);
        let decision = ENGINE.ask(&question);
        prop_assert!((0.0..=1.0).contains(&decision.confidence));
        prop_assert!(decision.candidates.len() <= 10);
        prop_assert_eq!(ENGINE.ask(&question), decision, "the same question gets the same decision");
    }
}
