//! What is understood of an article and of a list of facets, and every problem with its place.
#![allow(clippy::unwrap_used)]

use naenaew::knowledge::{
    Article, ArticleId, ArticleKind, Facets, Language, Problem, built_in_facets, parse, parse_facets,
};
use naenaew::reply::format_wording::in_thai;
use proptest::prelude::*;

const WHOLE: &str = include_str!("fixtures/knowledge/whole.md");
const FILE: &str = "th/a.md";

fn facets() -> Facets {
    let yaml = "- {id: definition, names: {th: [คืออะไร]}}\n\
                - {id: salary, names: {th: [เงินเดือน, ค่าตอบแทน], en: [Salary]}}\n\
                - {id: remote, names: {en: [Remote work]}}\n";
    let (facets, problems) = parse_facets("facets.yaml", yaml, &Facets::default());
    assert_eq!(problems, []);
    facets
}

fn read(text: &str) -> (Option<Article>, Vec<Problem>) {
    parse(FILE, ArticleId::parse("a").unwrap(), Language::thai(), text, &facets())
}

#[track_caller]
fn article(text: &str) -> Article {
    let (article, problems) = read(text);
    assert_eq!(problems, [], "{text}");
    article.unwrap()
}

/// The problems of a text, by place, without the name of the file.
fn problems(text: &str) -> Vec<String> {
    let (_, mut problems) = read(text);
    assert_thai(&problems);
    problems.sort_by_key(|problem| problem.place.as_ref().map(|place| (place.line, place.column)));
    problems.iter().map(|problem| problem.to_string().replacen("th/a.md:", "", 1)).collect()
}

/// Authors read every problem in Thai, too.
#[track_caller]
fn assert_thai(problems: &[Problem]) {
    for text in problems.iter().flat_map(|problem| [&problem.what, &problem.mend]) {
        assert!(in_thai(text).is_some(), "no Thai for “{text}”");
    }
}

#[track_caller]
fn assert_problems(text: &str, expected: &[&str]) {
    assert_eq!(problems(text), expected, "problems of:\n{text}");
}

/// The problems of front matter below `title: T`, which is line 2; the body is fine.
#[track_caller]
fn assert_front(front: &str, expected: &[&str]) {
    assert_problems(&format!("---\ntitle: T\n{front}\n---\nText\n\n## Salary\n\nText\n"), expected);
}

/// The problems of a body that begins in line 4.
#[track_caller]
fn assert_body(body: &str, expected: &[&str]) {
    assert_problems(&format!("---\ntitle: T\n---\n{body}"), expected);
}

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

#[test]
fn front_matter_that_is_missing_or_has_no_end() {
    for (text, problem) in [
        ("", "1:1: error: no front matter; begin the file with three lines: `---`, `title: …` and `---`"),
        (
            "Text\n",
            "1:1: error: no front matter; begin the file with three lines: `---`, `title: …` and `---`",
        ),
        ("\n\n---\ntitle: T\n---\n", "1:1: error: no front matter; remove the empty lines above `---`"),
        (
            "---\ntitle: T\n\nText\n",
            "1:1: error: front matter without an end; write `---` on a line of its own below the last key",
        ),
    ] {
        assert_problems(text, &[problem]);
    }
}

#[test]
fn titles() {
    let missing = "1:1: error: no title; add `title: ผู้จัดการดูแลลูกค้า (Account Manager)`";
    let empty = "error: an empty text in `title`; \
                 write one, as in `title: ผู้จัดการดูแลลูกค้า (Account Manager)`, or remove it";
    assert_problems("---\n---\nText", &[missing]);
    assert_problems("---\nkind: role\n---\nText", &[missing]);
    assert_problems("---\ntitle:\n---\nText", &[&format!("2:1: {empty}")]);
    assert_problems("---\ntitle: '  '\n---\nText", &[&format!("2:8: {empty}")]);
    assert_problems(
        "---\ntitle: [a]\n---\nText",
        &["2:8: error: `title` holds a list; write a text, as in `title: ผู้จัดการดูแลลูกค้า (Account Manager)`"],
    );
    assert_problems(
        "---\njust words\n---\nText",
        &["2:1: error: the front matter holds a text; \
           write keys with values, as in `title: ผู้จัดการดูแลลูกค้า (Account Manager)`"],
    );
}

#[test]
fn keys() {
    assert_front("alias: [AM]", &["3:1: error: unknown key `alias`; did you mean `aliases`?"]);
    assert_front(
        "colour: red",
        &["3:1: error: unknown key `colour`; the front matter may hold \
           title, kind, aliases, related, reviewed, sources, questions, pay, ladder"],
    );
    assert_front("title: U", &["3:1: error: `title` is written twice, first in line 2; keep one of the two"]);
    assert_front("kind: job", &["3:7: error: `job` is no kind of article; write role, topic or glossary"]);
    assert_front("kind: topics", &["3:7: error: `topics` is no kind of article; did you mean `topic`?"]);
}

#[test]
fn lists() {
    assert_front(
        "aliases: AM",
        &["3:10: error: `aliases` holds a text; write a list, as in `aliases: [Account Manager, AM]`"],
    );
    assert_front(
        "aliases: []",
        &[
            "3:1: hint: `aliases` is empty; leave the key out, or fill it as in `aliases: [Account Manager, AM]`",
        ],
    );
    assert_front(
        "aliases:",
        &[
            "3:1: hint: `aliases` is empty; leave the key out, or fill it as in `aliases: [Account Manager, AM]`",
        ],
    );
    assert_front(
        "aliases: [AM, '']",
        &[
            "3:15: error: an empty text in `aliases`; write one, as in `aliases: [Account Manager, AM]`, or remove it",
        ],
    );
    assert_front(
        "aliases: [AM, [b]]",
        &["3:15: error: `aliases` holds a list; write a text, as in `aliases: [Account Manager, AM]`"],
    );
    assert_front("aliases: [ผู้จัดการ, AM, AM]", &["3:26: hint: `AM` is listed twice; keep one of the two"]);
    let not_an_id =
        "is no article id; use small letters a-z, digits and - only: the article's file name without `.md`";
    assert_front("related: [a, B c]", &[&format!("3:14: error: `B c` {not_an_id}")]);
    assert_front("ladder: [ผู้ช่วย]", &[&format!("3:10: error: `ผู้ช่วย` {not_an_id}")]);
}

#[test]
fn dates_and_years() {
    for date in ["23/11/2026", "2026-1-3", "2026-02-30", "soon"] {
        let mend = "write year-month-day with two digits each, as in `reviewed: 2026-11-23`";
        assert_front(&format!("reviewed: {date}"), &[&format!("3:11: error: `{date}` is no date; {mend}")]);
    }
    assert_front(
        "reviewed: 2569-11-23",
        &["3:11: error: 2569 is a year of the Buddhist Era; write `2026-11-23`: years are of the common era"],
    );
    assert_front(
        "sources: [{title: a, year: 2567}, {title: b, year: ปีนี้}]",
        &[
            "3:28: error: 2567 is a year of the Buddhist Era; write `2024`: years are of the common era",
            "3:52: error: `ปีนี้` is no year; write a year, as in `year: 2024`",
        ],
    );
}

#[test]
fn sources_and_pay() {
    assert_front(
        "sources: [{publisher: b, link: c}, {title: t, url: www.example.com}, text]",
        &[
            "3:11: error: an entry without `title`; add it, as in `- title: Occupational Outlook Handbook`",
            "3:26: error: unknown key `link`; a source may hold title, publisher, url, year",
            "3:52: error: `www.example.com` is no web address; \
             write one that begins with http:// or https://, as in `url: https://www.ilo.org/thailand`",
            "3:70: error: `sources` holds a text; write keys with values, as in `- title: Occupational Outlook Handbook`",
        ],
    );
    assert_front(
        "pay: [{region: TH, currency: บาท, period: weekly, low: 30k, source: 2}]\nsources: [{title: t}]",
        &[
            "3:30: error: `บาท` is no currency code; write its three capital letters, as in THB or USD",
            "3:43: error: `weekly` is no period; write one of year, month, day, hour",
            "3:56: error: `30k` is no number; write digits only, as in `low: 45000`",
            "3:69: error: there is no source `2`; write `source: 1`: the article lists one source",
        ],
    );
    let example = "as in `- {region: TH, currency: THB, period: month, low: 20000, high: 35000}`";
    assert_front(
        "pay:\n  - {region: TH, currency: THB, low: 2, high: 1, source: 0}\n  - {region: TH, currency: THB, period: day}",
        &[
            &format!("4:5: error: an entry without `period`; add it, {example}"),
            "4:5: error: low, median and high are not in this order; check the figures",
            "4:58: error: there is no source `0`; list the source under `sources` first",
            "5:5: error: a pay figure without a figure; add `low`, `median` or `high`",
        ],
    );
}

#[test]
fn questions() {
    assert_front(
        "questions: {salary: [x], salry: [y], เวลา: [z]}",
        &[
            "3:26: error: questions for `salry`, which is no section here; did you mean `salary`?",
            "3:38: error: questions for `เวลา`, which is no section here; the sections are definition, salary",
        ],
    );
    assert_front(
        "questions: [x]",
        &[
            "3:12: error: `questions` holds a list; write keys with values, as in `salary: [AM ได้เงินเดือนเท่าไหร่]`",
        ],
    );
}

#[test]
fn every_problem_is_reported_at_once_even_above_broken_yaml() {
    assert_problems(
        "---\nkind: x\naliases: y\nreviewed: z\ntitle: a: b\n---\n<b>x</b>\n\n##\n",
        &[
            "2:7: error: `x` is no kind of article; write role, topic or glossary",
            "3:10: error: `aliases` holds a text; write a list, as in `aliases: [Account Manager, AM]`",
            "4:11: error: `z` is no date; write year-month-day with two digits each, as in `reviewed: 2026-11-23`",
            "5:9: error: a colon stands where no value can begin; \
             put a text that holds `: ` in quotes, and begin every key at the start of its line",
            "7:1: warning: HTML shows as it is written; write Markdown, or put code between backticks",
            "9:1: error: a heading without words; name what the section is about, or remove the heading",
        ],
    );
}

/// The parser's own words are English: what people often get wrong is told in ours.
#[test]
fn mistakes_in_yaml_are_told_in_the_words_of_authors() {
    for (front, what) in [
        ("aliases: [AM, KAM", "a colon stands inside a list in brackets"),
        ("aliases: [AM, KAM]]", "a bracket that closes what was not opened"),
        ("aliases:\n\t- AM", "a tab where only spaces can stand"),
        ("aliases:\n  - AM\n - KAM", "a line that is indented otherwise than those above it"),
        ("kind: 'role", "a quotation mark that is not closed"),
        ("kind: \"role\" of a job", "words behind a closing quotation mark"),
        ("kind role", "a line that is no `key: value`"),
        ("kind: @role", "no text can begin with `@`"),
        ("kind: \"C:\\Users\"", "a backslash in quotes that means nothing"),
        ("kind: role: topic", "a colon stands where no value can begin"),
    ] {
        let found = problems(&format!("---\ntitle: T\n{front}\nrelated: [b]\n---\nText\n"));
        assert!(found.iter().any(|problem| problem.contains(what)), "{front}: {found:#?}");
    }
}

#[test]
fn aliases_of_yaml_cannot_grow_a_file() {
    let bomb = "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n";
    assert_eq!(problems(&format!("---\ntitle: T\n{bomb}---\nText")).len(), 3 + 4);
    let deep = format!("---\ntitle: T\naliases: {}\n---\nText", "[".repeat(5_000));
    assert_eq!(
        problems(&deep),
        ["3:26: error: lists inside lists, too deep to read; nest lists and maps less deeply"]
    );
}

/// One piece of text for each number.
fn many(numbers: std::ops::Range<usize>, piece: impl Fn(usize) -> String) -> String {
    numbers.map(piece).collect()
}

#[test]
fn advice_lists_only_some_of_many_sections() {
    let sections = many(10..40, |number| format!("## S{number}\nx\n"));
    let found = problems(&format!("---\ntitle: T\nquestions: {{nowhere: [x]}}\n---\n{sections}"));
    assert_eq!(found.len(), 1);
    assert!(found[0].contains("the sections are s10, s11, ") && found[0].ends_with(", s29, …"), "{found:?}");
}

/// Once, each of these took time that grew with the square of the file.
#[test]
fn files_made_to_be_slow_are_read_to_their_end() {
    const MANY: usize = 20_000;
    let aliases = many(0..MANY, |number| format!("k{number}, "));
    assert_eq!(problems(&format!("---\ntitle: T\naliases: [{aliases}]\n---\nText")), [] as [&str; 0]);
    let questions = many(0..MANY, |number| format!("  s{number}: [x]\n"));
    let sections = many(0..MANY, |number| format!("## S{number}\nx\n"));
    assert_eq!(problems(&format!("---\ntitle: T\nquestions:\n{questions}---\n{sections}")), [] as [&str; 0]);
}

#[test]
fn sections() {
    assert_body("", &["1:1: warning: an article without text; write below the front matter what it says"]);
    assert_body(
        "Text\n\n##   \n\nx\n",
        &["6:1: error: a heading without words; name what the section is about, or remove the heading"],
    );
    assert_body(
        "## ?\nx\n",
        &["4:1: error: a heading without letters; add some, or an id such as `{#more}`"],
    );
    assert_body(
        "## A\n\n## B\nx\n",
        &["4:1: warning: a section without text; write its text, or remove the heading"],
    );
    assert_body(
        "## A\nx\n## a\nx\n",
        &[
            "6:1: error: a second section `a`, the first is in line 4; give each its own id, as in `## Heading {#its-id}`",
        ],
    );
    assert_body(
        "## ผู้ช่วย {#x}\nx\n## ผู้จัดการ {#x}\nx\n",
        &["6:15: error: a second section `x`, the first is in line 4; give each section its own id"],
    );
    assert_body(
        "\nText\n## Meaning {#definition}\nx\n",
        &[
            "6:13: error: a second section `definition`: the text before the first heading is the first, in line 5; \
           put the two together, or give this one another id",
        ],
    );
    assert_body(
        "## A {#a:b}\nx\n",
        &["4:7: error: `a:b` is no section id; use letters, digits and - only, without spaces"],
    );
    assert_body(
        "## A {#a .wide}\nx\n",
        &["4:1: warning: braces that hold more than an id; write only `{#id}` after the heading"],
    );
    assert_body(
        "\n# T\n\nText\n",
        &["5:1: hint: the title stands in the front matter already; remove this heading"],
    );
    assert_body(
        "Text\n# A\nx\n",
        &["5:1: warning: a heading of the first level inside the text; begin a section with `##`"],
    );
}

#[test]
fn text_that_would_not_work_where_it_is_shown() {
    assert_body(
        "ผู้ <br> x\n",
        &["4:5: warning: HTML shows as it is written; write Markdown, or put code between backticks"],
    );
    assert_body(
        "<!-- note\nmore -->\nText\n",
        &["4:1: warning: HTML shows as it is written; write Markdown, or put code between backticks"],
    );
    assert_body(
        "ดู [x](javascript:y)\n",
        &[
            "4:4: warning: a link to `javascript:y`; link to http://, https:// or mailto: addresses, or to articles",
        ],
    );
    assert_body(
        "[x][y]\n\n[y]: https://example.com\n",
        &[
            "4:1: warning: a link whose address stands elsewhere; write `[words](address)`: a section is shown without the rest of the article",
        ],
    );
    assert_body(
        "[x](#salry)\n## Salary\nx\n",
        &["4:1: warning: a link to `#salry`, which is no section here; did you mean `salary`?"],
    );
    assert_body(
        "![x](picture.png)\n",
        &[
            "4:1: warning: a link to `picture.png`; link to a web address, or to an article as in `[words](account-manager.md)`",
        ],
    );
}

#[track_caller]
fn assert_facets(yaml: &str, expected: &[&str]) {
    let (_, problems) = parse_facets("facets.yaml", yaml, &facets());
    assert_thai(&problems);
    let found: Vec<_> =
        problems.iter().map(|problem| problem.to_string().replacen("facets.yaml:", "", 1)).collect();
    assert_eq!(found, expected, "{yaml}");
}

#[test]
fn facets_have_their_problems_too() {
    let example = "`- {id: salary, names: {th: [เงินเดือน]}, asks: {th: [ได้เงินเท่าไหร่]}}`";
    assert_facets("", &[]);
    assert_facets("# only a comment\n", &[]);
    assert_facets("id: x", &[&format!("1:1: error: facets that are no list; write {example}")]);
    assert_facets("- names: {th: [x]}", &[&format!("1:3: error: a facet without an id; write {example}")]);
    assert_facets(
        "- id: Pay",
        &["1:7: error: `Pay` is no facet id; use small letters a-z, digits and - only"],
    );
    assert_facets("- {id: x, name: {th: [y]}}", &["1:11: error: unknown key `name`; did you mean `names`?"]);
    assert_facets(
        "- {id: x, names: {TH: [y]}}",
        &["1:19: error: `TH` is no language; write a language tag such as th or en"],
    );
    assert_facets(
        "- {id: x, asks: {th: [กี่บาท, เงิน เดือน]}}\n- {id: y, asks: {en: [กี่บาท]}}",
        &[
            "1:31: warning: `เงิน เดือน` already asks for `salary` (built in); keep it in one of the two",
            "2:23: warning: `กี่บาท` already asks for `x` (line 1); keep it in one of the two",
        ],
    );
}

#[test]
fn facets_of_a_file_are_added_to_the_known_ones() {
    let yaml = "- {id: salary, asks: {th: [กี่บาท]}}\n- {id: hours, names: {en: [Working hours]}}\n";
    let (facets, problems) = parse_facets("facets.yaml", yaml, &facets());
    assert_eq!(problems, []);
    let salary = facets.get("salary").unwrap();
    assert_eq!(salary.asks.of(&Language::thai()), ["กี่บาท"]);
    assert_eq!(salary.label(&Language::thai()), "เงินเดือน");
    assert_eq!(facets.iter().last().unwrap().label(&Language::thai()), "Working hours");
}

proptest! {
    #[test]
    fn arbitrary_text_is_read_without_panic(text in any::<String>()) {
        let _ = read(&text);
        let _ = parse_facets("facets.yaml", &text, &Facets::default());
    }

    #[test]
    fn text_that_looks_like_an_article_is_read_without_panic(
        pieces in prop::collection::vec(prop::sample::select(PIECES), 0..60)
    ) {
        let text = pieces.concat();
        let (_, problems) = read(&text);
        assert_places(&text, &problems);
    }

    #[test]
    fn a_changed_article_is_read_without_panic(
        at in any::<prop::sample::Index>(),
        length in 0..40_usize,
        piece in prop::sample::select(PIECES),
    ) {
        let text: Vec<char> = WHOLE.chars().collect();
        let at = at.index(text.len());
        let rest = text.iter().skip(at + length);
        let text: String = text.iter().take(at).copied().chain(piece.chars()).chain(rest.copied()).collect();
        let (_, problems) = read(&text);
        assert_places(&text, &problems);
    }
}

/// Every place is where it says, on character borders.
fn assert_places(text: &str, problems: &[Problem]) {
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    for place in problems.iter().filter_map(|problem| problem.place.as_ref()) {
        assert!(text.get(place.span.clone()).is_some(), "{place:?} of {text:?}");
        assert!(place.line >= 1 && place.column >= 1);
    }
}

const PIECES: &[&str] = &[
    "---\n",
    "---\r\n",
    "title: T\n",
    "title",
    ": ",
    "kind: glossary\n",
    "aliases: [",
    "]",
    "{",
    "}",
    ", ",
    "- ",
    "\n",
    "\r\n",
    "\r",
    "  ",
    "\t",
    "'",
    "\"",
    "&a ",
    "*a ",
    "!!x ",
    "|\n",
    ">-\n",
    "# ",
    "## ",
    "### ",
    "{#id}",
    "{#",
    "ก่ำ",
    "\u{0E33}",
    "\u{0E31}",
    "<b>",
    "<!--",
    "```\n",
    "> ",
    "[x](y)",
    "[x](#z)",
    "[y]: z\n",
    "https://a.b",
    "pay:\n",
    "sources:\n",
    "source: 9\n",
    "questions: {x: [y]}\n",
    "reviewed: 2026-02-31\n",
    "\u{FEFF}",
    "\u{2028}",
    "\u{0}",
    "?",
    "%",
    "| a |\n|---|\n",
    "===\n",
    "...\n",
    "~",
    "null",
    "— ",
    "(",
    ")",
    "2567",
];

#[test]
fn the_built_in_facets_are_there() {
    assert!(built_in_facets().get("salary").is_some());
}
