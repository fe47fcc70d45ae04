//! Tests of [`super`]: what is written reads back, and nothing else reads.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use proptest::prelude::*;

use super::*;

fn article(text: &str) -> ArticleId {
    ArticleId::parse(text).unwrap()
}

fn section(text: &str) -> SectionId {
    SectionId::parse(text).unwrap()
}

type WithTarget = fn(Target) -> Action;

#[test]
fn the_written_form_stays_as_it_is() {
    let (article, section) = (article("account-manager"), section("salary"));
    let asker = 80_351_110_224_678_912;
    let with_targets: [(&str, WithTarget); 8] = [
        ("s", Action::Show),
        ("c", Action::Choose),
        ("f", |target| Action::ReadAll(target, 0)),
        ("f12", |target| Action::ReadAll(target, 12)),
        ("w", Action::Why),
        ("u", |target| Action::Rate(target, true)),
        ("v", |target| Action::Rate(target, false)),
        ("d", |target| Action::Delete(Some(target))),
    ];
    for (letter, action) in with_targets {
        let id = CustomId::of_section(action, (&article, &section), &Language::thai(), asker);
        assert_eq!(id.to_string(), format!("n1:{letter}:th:80351110224678912:account-manager:salary"));
    }
    for (letter, action) in
        [("m", Action::ShowChosen), ("x", Action::NoneOfThese), ("d", Action::Delete(None))]
    {
        let id = CustomId::plain(action, &Language::english(), asker);
        assert_eq!(id.to_string(), format!("n1:{letter}:en:80351110224678912"));
    }
}

#[test]
fn forged_and_outdated_ids_are_refused() {
    for forged in [
        "",
        "x",
        "n0:s:th:1:a:b",
        "n2:s:th:1:a:b",
        "n1:s:th:1",
        "n1:s:th:1:",
        "n1:s:th:1:a",
        "n1:s:th:1:A:b",
        "n1:s:th:0:a:b",
        "n1:s:th:-1:a:b",
        "n1:s:th:99999999999999999999999:a:b",
        "n1:s:TH:1:a:b",
        "n1:m:th:1:a:b",
        "n1:q:th:1:a:b",
        "n1:d:th:1:~123",
        "n1:d:th:1:~zzzzzzzzzzzzzzzz",
        "n1:s:th:1:a:b:c",
        "n1:s:th:1:a:b c",
        "n1:c:th:1",
        "n1:w:th:1",
        "n1:u:th:1",
        "n1:x:th:1:a:b",
        "n1:f:th:1",
        "n1:f0:th:1:a:b",
        "n1:f01:th:1:a:b",
        "n1:f100:th:1:a:b",
        "n1:f-1:th:1:a:b",
        "n1:fx:th:1:a:b",
        "n1::th:1:a:b",
        "n1:ss:th:1:a:b",
    ] {
        assert_eq!(CustomId::parse(forged), None, "{forged}");
    }
}

#[test]
fn targets_are_found_by_name_and_by_hash() {
    use crate::knowledge::{Article, Facets, parse};
    let read = |id: &str, text: &str| -> Article {
        parse("th/x.md", article(id), Language::thai(), text, &Facets::default()).0.unwrap()
    };
    let knowledge = Knowledge::new(
        vec![
            read("a", "---\ntitle: ก\n---\nก\n\n## ข {#pay}\n\nค"),
            read("b", "---\ntitle: ข\n---\nก\n\n## ข {#pay}\n\nค"),
        ],
        Facets::default(),
    );
    let names = (article("b"), section("pay"));
    let hashed = Target::within(0, &names.0, &names.1);
    assert!(matches!(hashed, Target::Hashed(_)));
    assert_eq!(hashed.find(&knowledge), Some(names.clone()));
    assert_eq!(Target::Named(names.0.clone(), names.1.clone()).find(&knowledge), Some(names));
    assert_eq!(Target::Hashed(1).find(&knowledge), None);
    assert_eq!(Target::Named(article("b"), section("gone")).find(&knowledge), None);
    assert_eq!(Target::Named(article("c"), section("pay")).find(&knowledge), None);
}

#[test]
fn fnv_matches_its_published_vector() {
    // From the reference's test vectors: FNV-1a 64 of "foobar" is 0x85944171f73967e8; ours always joins with a
    // colon, so the vector is checked on the same fold.
    let of = |text: &str| {
        text.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
            (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
        })
    };
    assert_eq!(of("foobar"), 0x8594_4171_f739_67e8);
    assert_eq!(hash(&article("a"), &section("b")), of("a:b"));
}

proptest! {
    #[test]
    fn ids_fit_and_read_back(
        article_text in "[a-z0-9-]{1,120}",
        section_text in "[a-zก-ฮะ-ู0-9-]{1,120}",
        tag in "[a-z]{2,8}(-[a-z0-9]{1,8}){0,6}",
        asker in 1_u64..,
    ) {
        let (article, section) = (article(&article_text), section(&section_text));
        let language = Language::parse(&tag).unwrap();
        let of = |action: fn(Target) -> Action| {
            CustomId::of_section(action, (&article, &section), &language, asker)
        };
        for id in [
            of(Action::Show),
            of(Action::Choose),
            of(Action::Why),
            of(|target| Action::ReadAll(target, LAST_PAGE)),
            of(|target| Action::Rate(target, true)),
            of(|target| Action::Delete(Some(target))),
            CustomId::plain(Action::ShowChosen, &language, asker),
            CustomId::plain(Action::NoneOfThese, &language, asker),
            CustomId::plain(Action::Delete(None), &language, asker),
        ] {
            let written = id.to_string();
            prop_assert!(written.len() <= limits::CUSTOM_ID, "{}", written);
            prop_assert_eq!(CustomId::parse(&written), Some(id));
        }
    }

    #[test]
    fn any_text_is_parsed_without_panic(text in "\\PC{0,120}") {
        let _ = (CustomId::parse(&text), Target::parse(&text));
    }

    #[test]
    fn whatever_is_read_is_written_the_same(text in "n1:([smdcwuvx]|f[0-9]{0,3}):(th|en):[1-9][0-9]{0,18}(:[a-z]{1,5}:[a-z]{1,5})?") {
        if let Some(id) = CustomId::parse(&text) {
            prop_assert_eq!(id.to_string(), text);
        }
    }
}
