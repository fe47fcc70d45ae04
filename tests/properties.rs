//! What must hold for every text and every order of files, beyond the cases that anybody thought of.
//!
//! Properties of one function stand beside it; those here need a whole knowledge base, or span several modules.

#![allow(clippy::expect_used)]

use std::path::Path;
use std::sync::{Arc, LazyLock};

use naenaew::knowledge::{Article, ArticleId, Knowledge, Language, built_in_facets, parse, starter};
use naenaew::search::{Decision, Engine, Question};
use naenaew::text::keyboard::{to_latin, to_thai};
use naenaew::text::normalize;
use naenaew::text::script::{is_thai, is_thai_mark};
use proptest::prelude::*;

static ENGINE: LazyLock<Engine> =
    LazyLock::new(|| Engine::new(Arc::new(starter().expect("the starter has no error"))));

/// Pieces that lead deep into the engine: names, facets and cues, whole, broken and on the other keyboard.
const PIECES: [&str; 24] = [
    "account manager",
    "acount manger",
    "AM",
    "AE",
    "ผู้จัดการ",
    "ผุ้จดการ",
    "ฝ่ายบัญชี",
    "นักวิเคราะห์การเงิน",
    "แอคเค้าท์",
    "แมเนเจอร์",
    "ROI",
    "เงินเดือน",
    "เท่าไหร่",
    "คืออะไร",
    "ต่างกันยังไง",
    "salary",
    "what is",
    "g'bogfnvo",
    "ฟแแนีืะ",
    "ผจก.",
    "25,000",
    "๕๕๕",
    " ",
    "?",
];

/// Any characters at all: also unassigned ones, controls, and marks without a letter.
fn any_text() -> impl Strategy<Value = String> {
    proptest::collection::vec(any::<char>(), 0..120).prop_map(String::from_iter)
}

/// Characters of one kind after those of another: Thai with every mark, Latin with marks on it, what is not seen.
fn mixed_text() -> impl Strategy<Value = String> {
    let character = prop_oneof![
        6 => proptest::char::range('\u{0E01}', '\u{0E5B}'),
        3 => proptest::char::range('\u{0E34}', '\u{0E4E}'),
        4 => proptest::char::range('!', '~'),
        1 => proptest::char::range('\u{0300}', '\u{036F}'),
        1 => proptest::char::range('\u{FF01}', '\u{FF5E}'),
        1 => proptest::sample::select(vec![' ', '\n', '\u{200B}', '\u{200D}', '\u{202E}', '\u{FE0F}', '😀']),
    ];
    proptest::collection::vec(character, 0..200).prop_map(String::from_iter)
}

/// Pieces that mean something, with some that mean nothing between them; now and then longer than what is read.
fn meaningful_text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        8 => proptest::sample::select(&PIECES[..]).prop_map(str::to_owned),
        1 => "\\PC{1,4}",
    ];
    (proptest::collection::vec(piece, 0..16), prop_oneof![12 => Just(1_usize), 1 => Just(40)])
        .prop_map(|(pieces, times)| pieces.concat().repeat(times))
}

fn text() -> impl Strategy<Value = String> {
    prop_oneof![any_text(), mixed_text(), meaningful_text()]
}

/// The article of the answer before, or one that there is not.
fn about() -> impl Strategy<Value = Option<ArticleId>> {
    let ids = ["account-manager", "financial-analyst", "glossary", "nothing"];
    proptest::option::of(proptest::sample::select(ids.to_vec()))
        .prop_map(|id| id.map(|id| ArticleId::parse(id).expect("small letters and -")))
}

/// Holds a decision to what its fields promise.
fn check(decision: &Decision) -> Result<(), TestCaseError> {
    prop_assert!(decision.candidates.len() <= Decision::MAX_CANDIDATES);
    prop_assert!((0.0..=1.0).contains(&decision.confidence));
    prop_assert!(
        decision.candidates.is_sorted_by(|better, worse| better.confidence >= worse.confidence),
        "no candidate looks surer than one that ranks before it"
    );
    for candidate in &decision.candidates {
        let article = ENGINE.knowledge().article(&candidate.article, &candidate.language);
        prop_assert!(article.is_some_and(|article| article.section(&candidate.section).is_some()));
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn any_question_gets_a_decision_and_its_explanation(text in text(), about in about()) {
        let question = Question::new(text).about(about);
        let (decision, explanation) = ENGINE.explain(&question);
        check(&decision)?;
        prop_assert!(!explanation.to_string().is_empty());
        prop_assert_eq!(ENGINE.ask(&question), decision, "an explanation changes nothing");
    }

    #[test]
    fn any_term_gets_a_decision(text in text(), thai in proptest::option::of(any::<bool>())) {
        let language = thai.map(|thai| if thai { Language::thai() } else { Language::english() });
        check(&ENGINE.define(&text, language.as_ref()))?;
    }

    #[test]
    fn any_beginning_is_completed_by_names_that_there_are(text in text(), limit in 0_usize..30) {
        let completions = ENGINE.complete(&text, &Language::english(), limit);
        prop_assert!(completions.len() <= limit);
        for completion in completions {
            let versions = ENGINE.knowledge().versions(&completion.article);
            prop_assert!(versions.iter().any(|article| article.section(&completion.section).is_some()));
            prop_assert!(!completion.label.is_empty());
        }
    }
}

/// The articles of the starter, read from its files one by one.
fn articles() -> Vec<Article> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("knowledge");
    let facets = built_in_facets();
    let mut articles = Vec::new();
    for language in [Language::thai(), Language::english()] {
        for entry in std::fs::read_dir(root.join(language.as_str())).expect("a folder of articles") {
            let path = entry.expect("an article").path();
            let stem = path.file_stem().and_then(|stem| stem.to_str()).expect("a name in ASCII");
            let id = ArticleId::parse(stem).expect("an article's id");
            let file = format!("{language}/{id}.md");
            let text = std::fs::read_to_string(&path).expect("an article's text");
            articles.extend(parse(&file, id, language.clone(), &text, &facets).0);
        }
    }
    articles
}

proptest! {
    // Each case builds an engine.
    #![proptest_config(ProptestConfig::with_cases(8))]

    #[test]
    fn files_in_any_order_answer_the_same(
        articles in Just(articles()).prop_shuffle(),
        texts in proptest::collection::vec(meaningful_text(), 8),
    ) {
        let knowledge = Knowledge::new(articles, built_in_facets());
        prop_assert_eq!(&knowledge, ENGINE.knowledge().as_ref());
        let other = Engine::new(Arc::new(knowledge));
        let typical = ["AM ได้ตังเท่าไหร่", "ผู้จัดการบัญชีคืออะไร", "งานไหนดี", "what is churn", "เงินเดือน"];
        for text in typical.into_iter().map(str::to_owned).chain(texts) {
            let question = Question::new(text);
            prop_assert_eq!(other.ask(&question), ENGINE.ask(&question), "{}", question.text);
        }
    }
}

/// What normalization may not lose: the letters that stand on the line, which are the bases of graphemes.
///
/// "Lossless" means that their sequence stays, except for letters that are two ways to write one: เเ is แ, ๅ is า, ำ is า
/// with a nikhahit (ํ) that is a mark and no letter, Thai digits are digits, capitals are small letters. Marks
/// above and below are put in order and written once, so they may become fewer.
fn letters(text: &str) -> String {
    let mut letters = String::new();
    for c in text.chars() {
        match c {
            'แ' => letters.push_str("เเ"),
            'ๅ' | 'ำ' => letters.push('า'),
            '๐'..='๙' => letters.extend(char::from_digit(u32::from(c) - u32::from('๐'), 10)),
            c if is_thai(c) && !is_thai_mark(c) => letters.push(c),
            c if c.is_ascii_alphanumeric() => letters.push(c.to_ascii_lowercase()),
            _ => {}
        }
    }
    letters
}

/// Thai, ASCII and what is not seen, all of them everywhere.
fn thai_text() -> impl Strategy<Value = String> {
    let character = prop_oneof![
        6 => proptest::char::range('\u{0E01}', '\u{0E5B}'),
        // What is joined and put in order.
        4 => proptest::sample::select("เแาๅำ\u{0E4D}่้๊๋ิีุู์".chars().collect::<Vec<_>>()),
        2 => proptest::char::range(' ', '~'),
        1 => proptest::sample::select(vec!['\u{200B}', '\u{AD}', '\u{FEFF}', '\n', '\0']),
    ];
    proptest::collection::vec(character, 0..60).prop_map(String::from_iter)
}

/// A text on keys of the Thai layout: whatever printable ASCII types there.
fn typed_on_thai_keys() -> impl Strategy<Value = String> {
    "[!-~ ]{0,60}".prop_map(|latin| to_thai(&latin))
}

proptest! {
    #[test]
    fn normalization_loses_no_letter(text in thai_text()) {
        prop_assert_eq!(letters(&normalize(&text)), letters(&text));
    }

    #[test]
    fn normalization_is_idempotent_on_marks_in_any_order(
        text in prop_oneof![thai_text(), mixed_text(), any_text()],
    ) {
        let once = normalize(&text);
        prop_assert_eq!(normalize(&once), once);
    }

    #[test]
    fn a_text_survives_both_layouts(thai in typed_on_thai_keys(), latin in "[!-~ ]{0,60}") {
        prop_assert_eq!(to_thai(&to_latin(&thai)), thai);
        prop_assert_eq!(to_latin(&to_thai(&latin)), latin);
    }
}
