//! What comes out of whole pages: snapshots of articles and reports, and what must never come out of any.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use std::sync::LazyLock;

use proptest::prelude::*;

use super::*;
use crate::knowledge::{built_in_facets, parse};
use crate::reply::import_wording::ImportWording;

static FACETS: LazyLock<Facets> = LazyLock::new(built_in_facets);

/// Self-written pages in the manner of real ones.
const PAGES: [(&str, &str); 17] = [
    ("account-manager.txt", include_str!("../../tests/fixtures/import/account-manager.txt")),
    ("actuary-wrapped.txt", include_str!("../../tests/fixtures/import/actuary-wrapped.txt")),
    ("auditor-th.txt", include_str!("../../tests/fixtures/import/auditor-th.txt")),
    ("bullets-th.txt", include_str!("../../tests/fixtures/import/bullets-th.txt")),
    ("financial-analyst.md", include_str!("../../tests/fixtures/import/financial-analyst.md")),
    (
        "investment-banking-analyst.txt",
        include_str!("../../tests/fixtures/import/investment-banking-analyst.txt"),
    ),
    ("layout-table.htm", include_str!("../../tests/fixtures/import/layout-table.htm")),
    ("loan-officer.html", include_str!("../../tests/fixtures/import/loan-officer.html")),
    ("malformed.html", include_str!("../../tests/fixtures/import/malformed.html")),
    ("markup-as-text.txt", include_str!("../../tests/fixtures/import/markup-as-text.txt")),
    ("no-title-th.txt", include_str!("../../tests/fixtures/import/no-title-th.txt")),
    ("questions-th.txt", include_str!("../../tests/fixtures/import/questions-th.txt")),
    ("questions.html", include_str!("../../tests/fixtures/import/questions.html")),
    ("questions.md", include_str!("../../tests/fixtures/import/questions.md")),
    ("sales-manager-th.html", include_str!("../../tests/fixtures/import/sales-manager-th.html")),
    ("tax-preparer-implied.txt", include_str!("../../tests/fixtures/import/tax-preparer-implied.txt")),
    ("teasers.md", include_str!("../../tests/fixtures/import/teasers.md")),
];

/// The article and the report of a page, both held to what holds for all.
#[track_caller]
fn imported(name: &str, text: &str, format: Format, facets: &Facets) -> Option<(Imported, String)> {
    let imported = import(name, text, format, None, facets, &Known::default()).ok()?;
    let file = format!("{}/{}.md", imported.language, imported.id);
    let report = report(&imported, name, &file, ImportWording::of(imported.language.as_str()));
    for out in [&imported.text, &report] {
        let small = out.to_ascii_lowercase();
        for never in ["<script", "onclick=", "onerror=", "javascript:", "<iframe", "<!--"] {
            assert!(!small.contains(never), "{never} in {out}");
        }
    }
    let (article, problems) =
        parse(&file, imported.id.clone(), imported.language.clone(), &imported.text, facets);
    assert!(problems.is_empty(), "{problems:#?}\n{}", imported.text);
    assert_eq!(article.map(|article| article.sections.len()), Some(imported.sections), "{}", imported.text);
    Some((imported, report))
}

#[test]
fn pages_become_articles_and_reports() {
    for (name, text) in PAGES {
        let (imported, report) = imported(name, text, format_of(name, text), &FACETS).expect(name);
        insta::assert_snapshot!(name.replace('.', "_"), format!("{}\n=====\n{report}", imported.text));
    }
}

#[test]
fn what_an_import_wrote_is_imported_again_without_loss() {
    for (name, text) in PAGES {
        let first = import(name, text, format_of(name, text), None, &FACETS, &Known::default()).unwrap();
        let second =
            import("again.md", &first.text, Format::Markdown, None, &FACETS, &Known::default()).unwrap();
        assert_eq!((&first.language, first.sections), (&second.language, second.sections), "{name}");
    }
}

/// The sections of an article: their ids, in order.
fn ids(text: &str) -> Vec<&str> {
    text.lines()
        .filter(|line| line.starts_with("## "))
        .filter_map(|line| line.split_once("{#")?.1.strip_suffix('}'))
        .collect()
}

#[test]
fn questions_that_stand_as_headings_are_sections_with_their_facets() {
    let page = |name: &str| {
        let (_, text) = PAGES.iter().find(|(page, _)| *page == name).unwrap();
        imported(name, text, format_of(name, text), &FACETS).unwrap().0.text
    };
    assert_eq!(ids(&page("questions-th.txt")), ["duties", "qualifications", "salary", "skills", "locations"]);
    assert_eq!(ids(&page("questions.md")), ["duties", "salary", "skills", "qualifications"]);
    assert_eq!(ids(&page("questions.html")), ["an-ordinary-day", "duties", "salary", "locations"]);
}

#[test]
fn questions_of_an_interview_stay_in_its_section() {
    let page = "<h1>Auditor</h1><p>An auditor checks the books of others.</p><h2>Interview questions</h2>\
                <p>They ask about rules and about you.</p><p>What salary do you expect?</p><p>Name a range.</p>\
                <p>What skills do you have?</p><p>Name two.</p><h2>Tools</h2><p>A pen.</p>";
    let text = body_of(page);
    assert_eq!(ids(&text), ["interview", "tools"], "{text}");
    assert!(text.contains("\n### What salary do you expect?\n"), "{text}");
}

#[test]
fn marks_of_questions_and_answers_are_left_out() {
    let text = body_of(
        "<h1>ช่างไฟฟ้า</h1><p>ช่างไฟฟ้าติดตั้งและซ่อมระบบไฟในบ้านและโรงงาน</p>\
         <div><strong>Q: ช่างไฟฟ้าทำอะไรบ้าง</strong><br>A: เดินสายไฟ ตรวจวงจร และซ่อมจุดที่เสีย</div>",
    );
    assert!(text.contains("## ช่างไฟฟ้าทำอะไรบ้าง {#duties}\n\nเดินสายไฟ ตรวจวงจร"), "{text}");
}

#[test]
fn preformatted_text_keeps_its_line_breaks() {
    let text = body_of(
        "<h1>Planner</h1><p>A planner plans the days of others.</p><pre class=x>one\n  two &amp; <b>three</b>\n\n\tfour<br>five\n</pre>\
         <p>Then it goes on.</p>",
    );
    assert!(text.contains("```\none\n  two & three\n\n    four\nfive\n```\n\nThen it goes on.\n"), "{text}");
}

#[test]
fn only_articles_that_are_there_are_named_as_related() {
    let text = "---\ntitle: Auditor\nrelated: [accountant, actuary, nobody, auditor]\n---\n\n\
                An auditor checks books.\n\nอ่านเพิ่มเติม: ผู้ทำบัญชีคืออะไร\n\nRead more: Loan Officer\n";
    let article = |id: &str, title: &str| {
        let text = format!("---\ntitle: {title}\n---\nx\n");
        let id = ArticleId::parse(id).unwrap();
        parse("th/x.md", id, Language::thai(), &text, &FACETS).0.unwrap()
    };
    let there = vec![article("accountant", "นักบัญชี"), article("bookkeeper", "ผู้ทำบัญชี (Bookkeeper)")];
    let knowledge = crate::knowledge::Knowledge::new(there, FACETS.clone());
    let mut known = Known::of(&knowledge);
    known.add(ArticleId::parse("actuary").unwrap());
    let imported = import("x.md", text, Format::Markdown, None, &FACETS, &known).unwrap();
    let related: Vec<&str> = imported.text.lines().filter(|line| line.contains("related: [")).collect();
    assert_eq!(
        related,
        [
            "related: [accountant, actuary, bookkeeper]",
            "# related: [accountant, actuary, bookkeeper, nobody, loan-officer]"
        ],
        "{}",
        imported.text
    );
    let report = report(&imported, "x.md", "en/auditor.md", ImportWording::of("en"));
    assert!(report.contains("the article bookkeeper is related"), "{report}");
    // Where nothing is known, nothing is named.
    let imported = import("x.md", text, Format::Markdown, None, &FACETS, &Known::default()).unwrap();
    assert!(!imported.text.lines().any(|line| line.starts_with("related:")), "{}", imported.text);
}

/// The lines of the article, without the head that YAML holds.
fn body_of(html: &str) -> String {
    let (imported, _) = imported("page.html", html, Format::Html, &FACETS).unwrap();
    imported.text.split_once("\n---\n").unwrap().1.to_owned()
}

#[test]
fn a_heading_that_was_never_closed_ends_at_the_next_block() {
    let text = body_of(
        "<h1>Tax Planner</h1><p>Plans taxes for people.<h2>Duties<p>File forms all day.<p>And more.\
         <h2>Salary<br><ul><li>USD 10</ul><h2>Tools<table><tr><td>Pen<td>Paper</table>\
         <h2><div>Skills</div></h2><p>Patience helps.",
    );
    for kept in
        ["Plans taxes", "Duties", "\n\nFile forms all day.\n\nAnd more.\n", "- USD 10", "Pen", "Patience"]
    {
        assert!(text.contains(kept), "{kept} in {text}");
    }
    assert_eq!(text.matches("## ").count(), 4, "{text}");
}

#[test]
fn links_beside_each_other_are_words_of_their_own() {
    let text = body_of(
        "<h1>Bookkeeper</h1><p>A bookkeeper writes down what comes in and goes out, every day.</p>\
         <p>See <a href=a>what they do<a href=b>the pay</a><a href=c>งานบัญชี</a>, or ask one of them.</p>",
    );
    assert!(text.contains("what they do the pay งานบัญชี, or"), "{text}");
}

#[test]
fn no_depth_of_nesting_is_too_deep() {
    const DEPTH: usize = 100_000;
    for (open, close) in
        [("<div>", "</div>"), ("<ul><li>", "</li></ul>"), ("<b>", ""), ("<table><tr><td>", "")]
    {
        let text = format!("<h1>Auditor</h1>{}<p>Deep text.</p>{}", open.repeat(DEPTH), close.repeat(DEPTH));
        let (imported, _) = imported("deep.html", &text, Format::Html, &FACETS).unwrap();
        assert!(imported.text.contains("Deep text."), "{open}");
    }
}

#[test]
fn what_is_no_text_is_refused() {
    for (bytes, refusal) in [
        (b"%PDF-1.7\n\0\x01" as &[u8], Refusal::Binary(10)),
        (b"one\ntwo \xE0\xB8", Refusal::NotUtf8(2)),
        (b"a\nb\n\xFF", Refusal::NotUtf8(3)),
    ] {
        assert_eq!(text_of(bytes), Err(refusal));
    }
    assert_eq!(text_of(&vec![b'a'; 2 * 1024 * 1024 + 1]), Err(Refusal::TooLarge));
    assert_eq!(text_of("\u{FEFF}ก".as_bytes()), Ok("ก"));
    for empty in ["", " \n ", "Home | Jobs | Blog", "<nav>Home</nav>", "# Title\n"] {
        let refused = import("x", empty, format_of("x", empty), None, &FACETS, &Known::default());
        assert_eq!(refused, Err(Refusal::Empty), "{empty}");
    }
}

/// Pieces that mean something to one of the readers.
const PIECES: [&str; 44] = [
    "<script>",
    "</script>",
    "<div>",
    "</div>",
    "<h1>",
    "<h2 onclick=x>",
    "</h2>",
    "<p>",
    "<ul>",
    "<li>",
    "<table>",
    "<tr>",
    "<td>",
    "</table>",
    "<nav>",
    "<aside>",
    "<a href='javascript:x'>",
    "</a>",
    "<!--",
    "-->",
    "<iframe>",
    "<b>",
    "&lt;script",
    "onclick=",
    "javascript:",
    "# ",
    "## ",
    "- ",
    "• ",
    "1. ",
    "> ",
    "```",
    "---\n",
    "title: x\n",
    "| a | b |\n",
    "|---|---|\n",
    "[x](javascript:y)",
    "{#id}",
    "\n",
    "\n\n",
    " ",
    "Read more: ",
    "เงินเดือน",
    "Salary",
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn nothing_dangerous_comes_out_of_anything(
        pieces in prop::collection::vec(
            prop_oneof![
                4 => prop::sample::select(&PIECES[..]).prop_map(str::to_owned),
                1 => "\\PC{0,12}",
                1 => "[a-zA-Z .?:ก-๙]{0,40}",
            ],
            0..40,
        ),
    ) {
        let text = pieces.concat();
        for format in [Format::Plain, Format::Markdown, Format::Html] {
            imported("any", &text, format, &FACETS);
        }
    }
}
