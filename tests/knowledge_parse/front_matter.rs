//! What can be wrong above the text: keys, their values, and YAML itself.

use super::{assert_front, assert_problems, problems};

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
