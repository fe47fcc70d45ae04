//! What `naenaew check` finds beyond the format: each rule on an article that breaks it and on one that does not.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use chrono::NaiveDate;
use naenaew::cli::{Outcome, check};
use naenaew::knowledge::Origin;
use naenaew::reply::check_wording::CheckWording;
use serde_json::Value;

/// An article whose words nothing is wrong with.
const BAKER: &str =
    "---\ntitle: Baker\nreviewed: 2026-11-25\n---\nA baker makes bread before everybody else wakes up.\n";

fn options(lang: &str, json: bool) -> check::Options {
    let today = NaiveDate::from_ymd_opt(2026, 11, 25).unwrap();
    check::Options { json, strict: false, colour: false, today, wording: CheckWording::of(lang) }
}

fn folder(files: &[(&str, &str)]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (file, text) in files {
        let path = folder.path().join(file);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    folder
}

fn run(folder: &Path, options: &check::Options) -> (Outcome, String) {
    let mut out = Vec::new();
    let outcome = check::run(&Origin::Folder(folder.to_owned()), options, &mut out, &mut Vec::new()).unwrap();
    (outcome, String::from_utf8(out).unwrap().replace(&folder.display().to_string(), "FOLDER"))
}

/// `level rule file:line:column what` of every problem.
fn problems(files: &[(&str, &str)]) -> Vec<String> {
    let folder = folder(files);
    let (outcome, out) = run(folder.path(), &options("en", true));
    let report: Value = serde_json::from_str(&out).unwrap();
    let warned = report["problems"].as_array().unwrap().iter().any(|problem| problem["level"] == "warning");
    assert_eq!(outcome, if warned { Outcome::Problem } else { Outcome::Done });
    let text = |problem: &Value, key: &str| problem[key].as_str().unwrap().to_owned();
    report["problems"]
        .as_array()
        .unwrap()
        .iter()
        .map(|problem| {
            let (level, rule) = (text(problem, "level"), text(problem, "rule"));
            let (file, what) = (text(problem, "file"), text(problem, "what"));
            assert!(!text(problem, "mend").is_empty(), "{what}");
            format!("{level} {rule} {file}:{}:{} {what}", problem["line"], problem["column"])
        })
        .collect()
}

#[track_caller]
fn assert_problems(files: &[(&str, &str)], expected: &[&str]) {
    assert_eq!(problems(files), expected);
}

/// A role that tells what it pays.
fn paying(front: &str, salary: &str) -> String {
    format!("---\ntitle: Baker\n{front}---\nA baker makes bread.\n\n## Salary {{#salary}}\n\n{salary}\n")
}

#[track_caller]
fn assert_pay(front: &str, salary: &str, expected: &[&str]) {
    assert_problems(&[("en/baker.md", &paying(front, salary))], expected);
}

#[test]
fn what_is_right_is_left_alone() {
    assert_problems(&[("en/baker.md", BAKER)], &[]);
}

#[test]
fn a_section_that_one_reply_cannot_hold_is_shown_where_it_would_be_cut() {
    let sentence = "A baker gets up early and bakes bread for the whole town. ";
    let text = format!("---\ntitle: Baker\n---\n{}The end is near.\n", sentence.repeat(30));
    assert_problems(
        &[("en/baker.md", &text)],
        &[
            "warning too-long en/baker.md:4:1377 section `definition` has 1756 characters, too many for one reply: it would \
           be cut after “the whole town.”",
        ],
    );
}

#[test]
fn figures_and_reviews_of_more_than_eighteen_months_are_old() {
    const SOURCES: &str = "sources:\n  - {title: Guild of Bakers}\n";
    let pay = |year: i32| {
        format!("  - {{region: TH, currency: THB, period: month, low: 9000, year: {year}, source: 1}}\n")
    };
    let told = "The Guild of Bakers says THB 9,000 a month.";
    assert_pay(
        &format!("reviewed: 2025-05-24\n{SOURCES}pay:\n{}{}{}", pay(2025), pay(2024), pay(2024)),
        told,
        &[
            "hint old en/baker.md:3:11 last reviewed on 2025-05-24, more than 18 months ago",
            "hint old en/baker.md:8:3 2 pay figures are of 2024, more than 18 months old: answers warn readers of that",
        ],
    );
    assert_pay(&format!("reviewed: 2025-05-25\n{SOURCES}pay:\n{}", pay(2025)), told, &[]);
}

#[test]
fn old_figures_of_the_text_are_told_once_a_section_and_year() {
    let english = "---\ntitle: Baker\n---\nA baker bakes bread.\n\n## Remote {#remote}\n\n\
                   In 2022, 31% of bakers and 4% of millers worked at home. In 2025 it was 33%. The guild was founded in 1911.\n";
    let thai = "---\ntitle: คนทำขนมปัง (Baker)\n---\nคนทำขนมปังอบขนมปัง\n\n## ทำงานทางไกล {#remote}\n\n\
                ปี 2565 คนทำขนมปังร้อยละ 31 ทำงานที่บ้าน\n";
    assert_problems(
        &[("en/baker.md", english), ("th/baker.md", thai)],
        &[
            "hint old en/baker.md:8:10 “31%” is a figure of 2022, more than 18 months old (1 more in this section)",
            "hint old th/baker.md:8:26 “31” is a figure of 2565, more than 18 months old",
        ],
    );
    // What `pay` tells of the same year is told there alone.
    let front = "sources:\n  - {title: Guild of Bakers}\npay:\n  \
                 - {region: TH, currency: THB, period: month, low: 9000, year: 2024, source: 1}\n";
    assert_pay(
        front,
        "The Guild of Bakers says THB 9,000 a month in 2024.\n\n## Outlook {#outlook}\n\nTHB 9,000 a month (2024), a fifth of all.",
        &[
            "hint old en/baker.md:6:3 1 pay figure is of 2024, more than 18 months old: answers warn readers of that",
        ],
    );
}

#[test]
fn money_has_a_source() {
    const SOURCES: &str = "sources:\n  - {title: Guild of Bakers, publisher: Federal Office of Bread}\n";
    assert_pay(
        SOURCES,
        "A baker gets THB 9,000 a month.\n\n- FOB: THB 8,000\n- Others: THB 7,000",
        &[
            "warning no-source en/baker.md:10:18 nobody can tell where “9,000” comes from: this sentence or item names none of \
             the `sources`",
            "warning no-source en/baker.md:13:15 nobody can tell where “7,000” comes from: this sentence or item names none of \
             the `sources`",
        ],
    );
    assert_pay(
        SOURCES,
        "The Guild of Bakers says:\n\n- small shops: THB 8,000\n- large ones: THB 9,000",
        &[],
    );
    assert_pay(
        "",
        "A baker gets THB 9,000 a month.",
        &[
            "warning no-source en/baker.md:6:1 section `salary` tells amounts of money, but the article has no sources",
        ],
    );
    assert_pay(
        &format!("{SOURCES}pay:\n  - {{region: TH, currency: THB, period: month, low: 9000}}\n"),
        "It varies.",
        &["warning no-source en/baker.md:6:3 this figure of `pay` does not say where it comes from"],
    );
}

#[test]
fn words_leave_nobody_out_and_push_nobody() {
    assert_problems(
        &[
            (
                "en/baker.md",
                "---\ntitle: Baker\n---\nA baker loves his bread and her cake. You should become one.\n",
            ),
            ("th/baker.md", "---\ntitle: คนทำขนมปัง (Baker)\n---\nคนทำขนมปังเป็นผู้ชายก็ได้ คุณควรลองดู\n"),
        ],
        &[
            "warning gendered en/baker.md:4:15 “his” speaks of one gender only (1 more in this section)",
            "warning pushing en/baker.md:4:39 “You should become” pushes the reader",
            "warning gendered th/baker.md:4:15 “ผู้ชาย” speaks of one gender only",
            "warning pushing th/baker.md:4:27 “คุณควร” pushes the reader",
        ],
    );
}

#[test]
fn links_have_a_place_on_the_web() {
    let baker = "---\ntitle: Baker\nsources:\n  - {title: A, url: \"https://https://a.example/\"}\n---\n\
                 A baker [bakes](https://www..example.com/) bread, see [here](https://example.com/).\n";
    assert_problems(
        &[("en/baker.md", baker)],
        &[
            "warning dead-link en/baker.md:4:22 the link `https://https://a.example/` leads nowhere: this is no proper web address",
            "warning dead-link en/baker.md:6:9 the link `https://www..example.com/` leads nowhere: this is no proper web address",
        ],
    );
}

#[test]
fn both_languages_have_the_same_sections() {
    assert_problems(
        &[
            (
                "en/baker.md",
                "---\ntitle: Baker\n---\nA baker bakes bread.\n\n## Skills {#skills}\n\nA baker needs patience.\n",
            ),
            ("th/baker.md", "---\ntitle: คนทำขนมปัง (Baker)\n---\nคนทำขนมปังอบขนมปังทุกเช้า\n"),
            ("th/miner.md", "---\ntitle: คนงานเหมือง (Miner)\n---\nคนงานเหมืองขุดแร่ใต้ดิน\n"),
        ],
        &[
            "warning missing-translation th/baker.md:2:8 1 section that another language has is missing in this file: `skills` \
             (en/baker.md:6:1)",
            "hint missing-translation th/miner.md:2:8 this article is only there in `th`, not in en: others get to read it in \
             this language",
        ],
    );
}

#[test]
fn a_language_that_nothing_is_written_in_is_told_once() {
    let roles = ["เภสัชกร", "นักบิน", "ครู", "พยาบาล", "ช่างไฟ"];
    let articles: Vec<(String, String)> = roles
        .iter()
        .enumerate()
        .map(|(number, name)| {
            (format!("th/role{number}.md"), format!("---\ntitle: {name}\n---\n{name}ทำงานของ{name}ทุกวัน\n"))
        })
        .collect();
    let files: Vec<(&str, &str)> =
        articles.iter().map(|(file, text)| (file.as_str(), text.as_str())).collect();
    let told = |files: &[(&str, &str)]| {
        let found = problems(files).into_iter().filter(|problem| problem.contains(" missing-translation "));
        found.collect::<Vec<_>>()
    };
    assert_eq!(
        told(&files),
        [
            "warning missing-translation en:null:null there is no article in English at all: who asks in that language always \
             gets to read the other one"
        ]
    );
    // A few articles are a beginning.
    assert_eq!(told(&files[1..]), [] as [&str; 0]);
}

/// What the table of coverage tells of each role: how many languages it has for each facet.
#[track_caller]
fn assert_coverage(files: &[(&str, &str)], expected: &[(&str, &str, usize)]) {
    let folder = folder(files);
    let (_, out) = run(folder.path(), &options("en", true));
    let report: Value = serde_json::from_str(&out).unwrap();
    let cells: Vec<(&str, &str, usize)> = report["coverage"]
        .as_array()
        .unwrap()
        .iter()
        .map(|cell| {
            let text = |key: &str| cell[key].as_str().unwrap();
            (text("article"), text("facet"), cell["languages"].as_array().unwrap().len())
        })
        .collect();
    assert_eq!(cells, expected);
}

#[test]
fn every_role_stands_in_the_table_of_coverage() {
    let miner = "---\ntitle: Miner\n---\n## Lamps\n\nA miner carries a lamp.\n";
    let topic = "---\ntitle: Bread\nkind: topic\n---\nBread rises.\n";
    assert_coverage(&[("en/bread.md", topic)], &[]);
    assert_coverage(&[("en/miner.md", miner)], &[("miner", "definition", 0)]);
    assert_coverage(
        &[
            ("en/baker.md", BAKER),
            ("th/baker.md", &BAKER.replace("Baker", "คนทำขนมปัง")),
            ("en/miner.md", miner),
        ],
        &[("baker", "definition", 2), ("miner", "definition", 0)],
    );
}

#[test]
fn names_of_two_articles_are_more_than_a_slip_apart() {
    let seller = |title: &str, text: &str| format!("---\ntitle: {title}\n---\n{text}\n");
    let found = problems(&[
        ("en/cake.md", &seller("Cake Seller", "Sells cakes in the market square.")),
        ("en/cape.md", &seller("Cape Seller", "Sews coats without sleeves for the rich.")),
    ]);
    assert_eq!(
        found.first().map(String::as_str),
        Some(
            "warning close-names en/cape.md:2:8 `Cape Seller` is one slip of the finger from `Cake Seller`, a name of `cake` \
             (en/cake.md:2:8): people will land at the wrong one"
        ),
        "{found:#?}"
    );
}

#[test]
fn a_section_that_no_question_finds_is_named_with_the_one_that_is_found() {
    // Two sections that are asked for in the same words: only one of them can come first.
    let baker = format!(
        "{BAKER}\n## Salary {{#wages}}\n\nA baker gets little.\n\n## Salary {{#pay}}\n\nA baker gets little.\n"
    );
    let found = problems(&[("en/baker.md", &baker)]);
    assert!(
        found.iter().any(|problem| problem.contains(" not-found ") || problem.contains(" name-astray ")),
        "{found:#?}"
    );
}

#[test]
fn a_sample_question_leads_to_its_own_section() {
    let baker = "---\ntitle: Baker\nquestions:\n  skills: [what does a baker earn, what must a baker be good at]\n---\n\
                 A baker bakes bread.\n\n## Salary {#salary}\n\nIt varies.\n\n## Skills {#skills}\n\nPatience.\n";
    let miner =
        baker.replace("Baker", "Miner").replace("baker", "miner").replace("what does a miner earn, ", "");
    let found = problems(&[("en/baker.md", baker), ("en/miner.md", &miner)]);
    let astray = found.iter().filter(|problem| problem.contains(" sample-astray ")).collect::<Vec<_>>();
    assert!(astray.len() <= 1, "{found:#?}");
    for problem in astray {
        assert!(
            problem.starts_with(
                "hint sample-astray en/baker.md:4:12 the sample question “what does a baker earn”"
            ),
            "{problem}"
        );
    }
}

/// Once, the advice was to name the job in questions that named it.
#[test]
fn advice_asks_for_no_name_that_is_there() {
    let baker = "---\ntitle: Baker\nquestions:\n  skills: [what does a baker earn, how much do you earn]\n---\n\
                 A baker bakes bread.\n\n## Salary {#salary}\n\nA baker earns little.\n\n## Skills {#skills}\n\nPatience.\n";
    let folder = folder(&[("en/baker.md", baker)]);
    let report: Value = serde_json::from_str(&run(folder.path(), &options("en", true)).1).unwrap();
    let mends: Vec<(&str, &str)> = report["problems"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|problem| problem["rule"] == "sample-astray")
        .map(|problem| (problem["what"].as_str().unwrap(), problem["mend"].as_str().unwrap()))
        .collect();
    assert!(!mends.is_empty(), "{report}");
    for (what, mend) in mends {
        let named = what.contains("a baker");
        assert_eq!(mend.starts_with("it names the subject already"), named, "{what}: {mend}");
        assert_eq!(mend.starts_with("name the subject in it"), !named, "{what}: {mend}");
    }
}

/// A knowledge base with one finding of most rules, as people read it.
#[test]
fn a_check_reads_like_a_teacher() {
    let baker = "---\ntitle: คนทำขนมปัง (Baker)\nreviewed: 2024-01-01\n---\n\
                 คนทำขนมปัง (Baker) อบขนมปังทุกเช้า คุณควรลองดู\n\n## เงินเดือน {#salary}\n\nคนทำขนมปังได้ 9,000 บาทต่อเดือน\n";
    let english = "---\ntitle: Baker\n---\nA baker loves his bread.\n\n## Skills {#skills}\n\nA baker needs patience.\n";
    let folder = folder(&[("th/baker.md", baker), ("en/baker.md", english)]);
    let mut shown = String::new();
    for lang in ["th", "en"] {
        let (outcome, out) = run(folder.path(), &options(lang, false));
        assert_eq!(outcome, Outcome::Problem);
        let _ = writeln!(shown, "{out}");
    }
    insta::assert_snapshot!(shown);
}
