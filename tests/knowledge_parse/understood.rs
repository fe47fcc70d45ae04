//! Articles without a problem: what is understood of them.

use naenaew::knowledge::ArticleKind;

use super::{WHOLE, article};

#[test]
fn a_whole_article_is_understood() {
    insta::assert_debug_snapshot!(article(WHOLE));
}

#[test]
fn line_ends_and_a_byte_order_mark_change_nothing() {
    let unix = article(WHOLE);
    assert_eq!(article(&WHOLE.replace('\n', "\r\n")), unix);
    assert_eq!(article(&format!("\u{FEFF}{WHOLE}")), unix);
}

#[test]
fn a_title_is_all_that_is_needed() {
    let article = article("---\ntitle: 2024\n---\nText");
    assert_eq!((article.title.as_str(), article.kind), ("2024", ArticleKind::Role));
    assert_eq!(article.sections.len(), 1);
}

/// Ids, headings and facets of the sections of a body.
#[track_caller]
fn assert_sections(body: &str, expected: &[(&str, &str, Option<&str>)]) {
    let article = article(&format!("---\ntitle: T\n---\n{body}"));
    let facet = |facet: Option<&naenaew::knowledge::FacetId>| facet.map(|id| id.as_str().to_owned());
    let found: Vec<_> = article
        .sections
        .iter()
        .map(|section| (section.id.as_str(), section.heading.as_str(), facet(section.facet.as_ref())))
        .collect();
    let expected: Vec<_> =
        expected.iter().map(|(id, heading, facet)| (*id, *heading, facet.map(str::to_owned))).collect();
    assert_eq!(found, expected, "{body}");
}

#[test]
fn sections_get_ids_and_facets_from_their_headings() {
    assert_sections("Text", &[("definition", "", Some("definition"))]);
    assert_sections("## SALARY \nx", &[("salary", "SALARY", Some("salary"))]);
    assert_sections("## Remotework\nx", &[("remote", "Remotework", Some("remote"))]);
    assert_sections("## Money {#salary}\nx", &[("salary", "Money", Some("salary"))]);
    assert_sections("## เงินเดือน {#pay}\nx", &[("pay", "เงินเดือน", Some("salary"))]);
    assert_sections("## Working hours\nx", &[("working-hours", "Working hours", None)]);
    assert_sections(
        "## เงินเดือน\nx\n## ค่าตอบแทน\nx",
        &[("salary", "เงินเดือน", Some("salary")), ("ค่าตอบแทน", "ค่าตอบแทน", Some("salary"))],
    );
    assert_sections(
        "Text\n## คืออะไร\nx",
        &[("definition", "", Some("definition")), ("คืออะไร", "คืออะไร", Some("definition"))],
    );
    assert_sections("Salary\n---\nx", &[("salary", "Salary", Some("salary"))]);
    assert_sections("## `AM` & **AE** {#am}\nx", &[("am", "AM & AE", None)]);
}

#[test]
fn terms_of_a_glossary_have_names_and_no_facet() {
    let article =
        article("---\ntitle: Terms\nkind: glossary\n---\n## Salary — เงินเดือน, Pay (ค่าจ้าง)\n\nMoney\n");
    let section = &article.sections[0];
    assert_eq!(section.names, ["Salary", "เงินเดือน", "Pay", "ค่าจ้าง"]);
    assert_eq!(section.facet, None);
    assert_eq!(section.line, 5);
}
