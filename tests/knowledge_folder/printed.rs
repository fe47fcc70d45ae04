//! What `naenaew check` prints of a folder, and how it ends.

use std::fs;
use std::path::Path;

use naenaew::cli::{Outcome, check};
use naenaew::knowledge::{Level, Origin, load};
use naenaew::reply::check_wording::CheckWording;

use super::{FINE, folder};

/// On the day that the articles were reviewed, in English.
fn options(json: bool) -> check::Options {
    let today = chrono::NaiveDate::from_ymd_opt(2026, 11, 25).unwrap();
    check::Options { json, strict: false, colour: false, today, wording: CheckWording::of("en") }
}

/// What `naenaew check` prints and how it ends; the folder's own path is shown as `FOLDER`.
fn checked(folder: &Path, json: bool) -> (Outcome, String, String) {
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let options = options(json);
    let outcome = check::run(&Origin::Folder(folder.to_owned()), &options, &mut out, &mut err).unwrap();
    let shown = folder.display().to_string();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap().replace(&shown, "FOLDER");
    (outcome, text(out), text(err))
}

#[test]
fn check_shows_problems_with_a_caret() {
    let folder = folder(&[
        (
            "th/a.md",
            "---\ntitle: ผู้จัดการดูแลลูกค้า\nkind: โรล\naliases: [ผู้ดูแลน้ำ, ที่นี่, ที่นี่]\nrelated: [ไม่มี, none]\n---\nที่นี่ มี <b>ป้าย</b>\n",
        ),
        ("th/notes.txt", ""),
    ]);
    let (outcome, out, err) = checked(folder.path(), false);
    assert_eq!((outcome, err.as_str()), (Outcome::Problem, ""));
    insta::assert_snapshot!(out);
}

#[test]
fn check_prints_json() {
    let folder = folder(&[FINE, ("th/b.md", "---\ntitle: B\nalias: [x]\n---\nText\n"), ("th/notes.txt", "")]);
    let (outcome, out, err) = checked(folder.path(), true);
    assert_eq!(outcome, Outcome::Problem);
    assert_eq!(
        serde_json::from_str::<serde_json::Value>(&out).unwrap(),
        serde_json::json!({
            "problems": [
                {"level": "error", "rule": "format", "file": "th/b.md", "line": 3, "column": 1, "what": "unknown key `alias`", "mend": "did you mean `aliases`?"},
                {"level": "hint", "rule": "format", "file": "th/notes.txt", "line": null, "column": null, "what": "not read", "mend": "articles are files that end in `.md`, side by side"},
            ],
            "articles": 2,
            "sections": 2,
            "questions": 2,
            "sections_not_asked": 0,
            "coverage": [{"article": "a", "facet": "definition", "languages": ["th"]}],
        })
    );
    assert_eq!(
        err,
        "1 error, 1 hint in 2 articles with 2 sections (FOLDER). Errors have to be mended first.\n\
         2 questions were asked, at most 12 a section, typed right and mistyped.\n"
    );
}

#[test]
fn hints_alone_fail_no_check_unless_it_is_strict() {
    let fine = folder(&[FINE]);
    assert_eq!(
        checked(fine.path(), false),
        (
            Outcome::Done,
            "Which job tells what\n   1 definition  What it is\n    1\na   ●\n\
             ● in every language (th)   – missing   else the languages that have it\n\n\
             All is well: 1 article with 1 section in FOLDER.\n\
             2 questions were asked, at most 12 a section, typed right and mistyped.\n"
                .into(),
            String::new()
        )
    );
    fs::write(fine.path().join("th/notes.txt"), "").unwrap();
    assert_eq!(checked(fine.path(), false).0, Outcome::Done);
    let warned = folder(&[FINE, ("th/b.md", "---\ntitle: B\n---\n<br>\n")]);
    assert_eq!(load(warned.path()).unwrap().problems.worst(), Some(Level::Warning));
    assert_eq!(checked(warned.path(), false).0, Outcome::Problem);
    let strict = check::Options { strict: true, ..options(false) };
    let hinted = folder(&[FINE, ("en/b.md", "---\ntitle: B\nreviewed: 2020-01-01\n---\nA letter.\n")]);
    assert_eq!(checked(hinted.path(), false).0, Outcome::Done);
    let origin = Origin::Folder(hinted.path().to_owned());
    let outcome = check::run(&origin, &strict, &mut Vec::new(), &mut Vec::new()).unwrap();
    assert_eq!(outcome, Outcome::Problem);
}
