//! Whole folders: what is read, what is passed over, what is refused, what only shows across articles, and how
//! `naenaew check` prints it.
#![allow(clippy::unwrap_used, clippy::panic)]

use std::fs;
use std::path::{Path, PathBuf};

use naenaew::cli::{Outcome, check};
use naenaew::knowledge::{Level, MAX_ARTICLE_BYTES, Origin, load, starter};
use naenaew::reply::check_wording::CheckWording;
use naenaew::reply::format_wording::in_thai;
use tempfile::TempDir;

/// A folder with these files; a name that ends in `/` is a folder.
fn folder(files: &[(&str, &str)]) -> TempDir {
    let folder = TempDir::new().unwrap();
    for (file, text) in files {
        let path = folder.path().join(file);
        if file.ends_with('/') {
            fs::create_dir_all(&path).unwrap();
        } else {
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(&path, text).unwrap();
        }
    }
    folder
}

/// The problems of a folder, its own path shown as `FOLDER`.
fn problems(path: &Path) -> Vec<String> {
    let reading = Origin::Folder(path.to_owned()).read();
    let shown = path.display().to_string();
    for text in reading.problems().iter().flat_map(|problem| [&problem.what, &problem.mend]) {
        assert!(in_thai(text).is_some(), "no Thai for “{text}”");
    }
    reading.problems().iter().map(|problem| problem.to_string().replace(&shown, "FOLDER")).collect()
}

#[track_caller]
fn assert_problems(files: &[(&str, &str)], expected: &[&str]) {
    let folder = folder(files);
    assert_eq!(problems(folder.path()), expected);
}

const FINE: (&str, &str) = ("th/a.md", "---\ntitle: A\n---\nText\n");

#[test]
fn a_folder_of_articles_is_loaded() {
    let folder = folder(&[
        FINE,
        ("en/a.md", "---\ntitle: A\n---\nText\n"),
        ("pt-br/b.md", "---\ntitle: B\n---\n## Hours\nText\n"),
        ("facets.yaml", "- {id: hours, names: {en: [Hours]}}\n"),
        ("README.md", "About this folder"),
        ("th/README.md", "About this folder"),
        ("LICENSE", "x"),
        (".git/config", "x"),
        ("th/.a.md.swp", "x"),
        ("th/a.md~", "x"),
        ("th/#a.md#", "x"),
        ("th/.#a.md", "x"),
    ]);
    let loaded = load(folder.path()).unwrap();
    assert_eq!(loaded.problems.to_string(), "");
    let articles = loaded.knowledge.articles();
    let files: Vec<&str> = articles.iter().map(|article| article.file.as_str()).collect();
    assert_eq!(files, ["en/a.md", "th/a.md", "pt-br/b.md"]);
    assert_eq!(articles[2].sections[0].facet.as_ref().unwrap().as_str(), "hours");
    assert!(loaded.knowledge.facets().get("salary").is_some(), "the built-in facets serve, too");
}

#[test]
fn folders_that_hold_nothing_to_read() {
    let empty = folder(&[]);
    assert_eq!(
        problems(empty.path()),
        ["FOLDER: error: no article in this folder; add one, such as `th/account-manager.md`"]
    );
    let missing = empty.path().join("missing");
    assert_eq!(problems(&missing), ["FOLDER: error: there is no such folder; make it, or name another one"]);
    let file = empty.path().join("file");
    fs::write(&file, "x").unwrap();
    assert_eq!(
        problems(&file),
        ["FOLDER: error: this is no folder; name the folder that holds `th` or `en`"]
    );
}

#[test]
fn names_that_are_not_read() {
    assert_problems(
        &[
            FINE,
            ("a.md", "x"),
            ("facets.yml", "x"),
            ("TH/b.md", "x"),
            ("old_articles/b.md", "x"),
            ("th/Account Manager.md", "x"),
            ("th/ผู้จัดการ.md", "x"),
            ("th/notes.txt", "x"),
            ("th/deeper/b.md", "x"),
            ("th/folder.md/", ""),
        ],
        &[
            "TH: warning: `TH` is no language tag, so nothing in it is read; rename it to `th`",
            "a.md: warning: an article outside the folders is not read; move it into the folder of its language, such as `th`",
            "facets.yml: warning: this file is not read; rename it to `facets.yaml`",
            "old_articles: warning: `old_articles` is no language tag, so nothing in it is read; \
             name it after the language of its articles, such as th or en",
            "th/Account Manager.md: error: a file name that is no article id; rename it to `account-manager.md`",
            "th/deeper: hint: not read; articles are files that end in `.md`, side by side",
            "th/folder.md: error: this is no file; remove it, or put an article in its place",
            "th/notes.txt: hint: not read; articles are files that end in `.md`, side by side",
            "th/ผู้จัดการ.md: error: a file name that is no article id; \
             rename it: small letters a-z, digits and - only, the same name in every language",
        ],
    );
}

#[test]
fn a_broken_article_is_refused_with_every_problem() {
    let folder =
        folder(&[FINE, ("th/b.md", "---\ntitel: B\nkind: x\n---\nText <br>\n"), ("en/c.md", "Text")]);
    let problems = load(folder.path()).unwrap_err();
    assert_eq!(
        problems.to_string(),
        "en/c.md:1:1: error: no front matter; begin the file with three lines: `---`, `title: …` and `---`\n\
         th/b.md:1:1: error: no title; add `title: ผู้จัดการดูแลลูกค้า (Account Manager)`\n\
         th/b.md:2:1: error: unknown key `titel`; did you mean `title`?\n\
         th/b.md:3:7: error: `x` is no kind of article; write role, topic or glossary\n\
         th/b.md:5:6: warning: HTML shows as it is written; write Markdown, or put code between backticks"
    );
}

#[test]
fn a_huge_article_is_refused_unread() {
    let folder =
        folder(&[FINE, ("th/huge.md", ""), ("th/b.md", "---\ntitle: B\nrelated: [huge]\n---\nText")]);
    let huge = fs::File::create(folder.path().join("th/huge.md")).unwrap();
    huge.set_len(50 * MAX_ARTICLE_BYTES).unwrap();
    assert_eq!(
        problems(folder.path()),
        ["th/huge.md: error: larger than 1024 KiB, so it is not read; split it into several articles"]
    );
}

#[test]
fn text_that_is_not_utf_8_is_refused_where_it_breaks() {
    let folder = folder(&[FINE]);
    fs::write(folder.path().join("th/b.md"), b"\xEF\xBB\xBF---\ntitle: caf\xE9\n---\nText\n").unwrap();
    assert_eq!(
        problems(folder.path()),
        ["th/b.md:2:11: error: not UTF-8: byte 18 does not belong there; save the file as UTF-8"]
    );
}

#[cfg(unix)]
#[test]
fn links_in_a_circle_are_reported_and_others_followed() {
    use std::os::unix::fs::symlink;
    let folder = folder(&[FINE]);
    let at = |file: &str| folder.path().join(file);
    symlink("a.md", at("th/linked.md")).unwrap();
    symlink("circle.md", at("th/circle.md")).unwrap();
    symlink("nowhere.md", at("th/lost.md")).unwrap();
    symlink("..", at("th/up")).unwrap();
    symlink("en", at("en")).unwrap();
    symlink(".", at("de")).unwrap();
    let found: Vec<String> = problems(folder.path())
        .into_iter()
        // How the system words its errors is not ours.
        .map(|problem| {
            problem.split_once(" (os error").map_or(problem.clone(), |(before, _)| before.to_owned())
        })
        .collect();
    let found: Vec<_> = found.iter().map(|problem| problem.split("; ").next().unwrap()).collect();
    let expected = [
        "de/de: hint: not read",
        "de/en: error: cannot be read: ",
        "de/th: hint: not read",
        "en: error: cannot be read: ",
        "th/circle.md: error: cannot be read: ",
        "th/linked.md:2:8: warning: `A` is already the title of `a` (th/a.md:2:8)",
        "th/lost.md: error: cannot be read: ",
        "th/up: hint: not read",
    ];
    assert_eq!(found.len(), expected.len(), "{found:#?}");
    for (found, expected) in found.iter().zip(expected) {
        assert!(found.starts_with(expected), "{found} instead of {expected}");
    }
}

#[cfg(unix)]
#[test]
fn what_may_not_be_read_is_reported() {
    use std::os::unix::fs::PermissionsExt;
    let folder = folder(&[FINE, ("th/b.md", FINE.1), ("en/a.md", FINE.1)]);
    let file = folder.path().join("th/b.md");
    let language = folder.path().join("en");
    for path in [&file, &language] {
        fs::set_permissions(path, fs::Permissions::from_mode(0o000)).unwrap();
    }
    if fs::read(&file).is_ok() {
        println!("skipped: this user may read everything");
    } else {
        let found = problems(folder.path());
        assert!(found[0].starts_with("en: error: cannot be read: "), "{found:?}");
        assert!(found[1].starts_with("th/b.md: error: cannot be read: "), "{found:?}");
        assert!(found[1].ends_with("; check its permissions"), "{found:?}");
    }
    fs::set_permissions(&language, fs::Permissions::from_mode(0o755)).unwrap();
}

#[cfg(unix)]
#[test]
fn a_pipe_is_no_article() {
    let folder = folder(&[FINE]);
    let pipe = folder.path().join("th/pipe.md");
    let made = std::process::Command::new("mkfifo").arg(&pipe).status();
    if made.is_ok_and(|status| status.success()) {
        assert_eq!(
            problems(folder.path()),
            ["th/pipe.md: error: this is no file; remove it, or put an article in its place"]
        );
    } else {
        println!("skipped: there is no mkfifo here");
    }
}

/// An article's front matter with a body.
fn article(front: &str, body: &str) -> String {
    format!("---\n{front}\n---\n{body}\n")
}

#[track_caller]
fn assert_across(articles: &[(&str, &str, &str)], expected: &[&str]) {
    let files: Vec<_> = articles.iter().map(|(file, front, body)| (*file, article(front, body))).collect();
    let files: Vec<_> = files.iter().map(|(file, text)| (*file, text.as_str())).collect();
    assert_problems(&files, expected);
}

#[test]
fn names_belong_to_one_article() {
    assert_across(
        &[
            ("en/a.md", "title: Account Manager\naliases: [AM]", "Text"),
            ("th/b.md", "title: ผู้จัดการบัญชี\naliases: [x, 'account  MANAGER', am]", "Text"),
        ],
        &[
            "th/b.md:3:14: error: `account  MANAGER` is already the title of `a` (en/a.md:2:8); \
             keep it in one of the two; `differences` can tell readers of both",
            "th/b.md:3:34: error: `am` is already an alias of `a` (en/a.md:3:11); \
             keep it in one of the two; `differences` can tell readers of both",
        ],
    );
    // The title keeps the name, whichever file comes first.
    assert_across(
        &[("th/a.md", "title: A\naliases: [B]", "Text"), ("th/b.md", "title: B", "Text")],
        &["th/a.md:3:11: error: `B` is already the title of `b` (th/b.md:2:8); \
           keep it in one of the two; `differences` can tell readers of both"],
    );
    assert_across(
        &[
            ("th/a.md", "title: A (film)", "Text"),
            ("th/b.md", "title: B (film)", "Text"),
            ("th/c.md", "title: A", "Text"),
        ],
        &[
            "th/b.md:2:8: hint: `film` is already in the title of `a` (th/a.md:2:8); give one of the two a title that tells them apart",
            "th/c.md:2:8: warning: `A` is already the title of `a` (th/a.md:2:8); give one of the two a title that tells them apart",
        ],
    );
    // The versions of one article share their names.
    assert_across(
        &[("th/a.md", "title: A\naliases: [B]", "Text"), ("en/a.md", "title: B\naliases: [A]", "Text")],
        &[],
    );
}

#[test]
fn terms_have_one_meaning() {
    assert_across(
        &[
            (
                "th/terms.md",
                "title: Terms\nkind: glossary",
                "## ROI\nx\n\n## KAM (Key account)\nx\n\n## Return (roi)\nx",
            ),
            ("en/terms.md", "title: Terms\nkind: glossary", "## ROI\nx"),
            ("th/a.md", "title: A\naliases: [KAM]", "Text"),
        ],
        &[
            "th/terms.md:8:1: warning: `KAM` is already an alias of `a` (th/a.md:3:11); leave the term to one of the two",
            "th/terms.md:11:1: warning: `roi` is already a term of `terms` (th/terms.md:5:1); leave the term to one of the two",
        ],
    );
}

#[test]
fn mentioned_articles_exist() {
    assert_across(
        &[
            (
                "th/a.md",
                "title: A\nrelated: [b, acount-manager, nothing]",
                "[x](b.md#salary) [x](../en/b#salery) [x](zzz.md)",
            ),
            ("th/b.md", "title: B", "## Salary {#salary}\nText"),
            ("th/account-manager.md", "titel: broken", "Text"),
        ],
        &[
            "th/a.md:3:14: warning: `related` names `acount-manager`, which is no article; did you mean `account-manager`?",
            "th/a.md:3:30: warning: `related` names `nothing`, which is no article; write the article, or remove the mention",
            "th/a.md:5:18: warning: a link leads to `b#salery`, which is no section there; did you mean `salary`?",
            "th/a.md:5:38: warning: a link names `zzz`, which is no article; write the article, or remove the mention",
            "th/account-manager.md:1:1: error: no title; add `title: ผู้จัดการดูแลลูกค้า (Account Manager)`",
            "th/account-manager.md:2:1: error: unknown key `titel`; did you mean `title`?",
        ],
    );
}

#[test]
fn versions_agree_on_their_kind() {
    assert_across(
        &[("en/a.md", "title: A", "Text"), ("th/a.md", "title: A\nkind: topic", "Text")],
        &[
            "th/a.md:3:7: error: kind topic here, role in `en` (en/a.md:2:8); write the same `kind` in every language",
        ],
    );
}

#[test]
fn the_folder_that_was_chosen_comes_first_then_the_one_at_hand_then_the_starter() {
    let work = folder(&[]);
    let chosen = PathBuf::from("elsewhere");
    assert_eq!(Origin::resolve(None, work.path()), Origin::Starter);
    fs::create_dir(work.path().join("knowledge")).unwrap();
    assert_eq!(Origin::resolve(None, work.path()), Origin::Folder(work.path().join("knowledge")));
    assert_eq!(Origin::resolve(Some(chosen.clone()), work.path()), Origin::Folder(chosen));
}

#[test]
fn the_starter_has_no_problem() {
    let reading = Origin::Starter.read();
    assert_eq!(reading.problems().to_string(), "");
    let knowledge = starter().unwrap();
    assert_eq!(knowledge.articles().len(), reading.article_count());
    for facet in knowledge.facets().iter() {
        assert!(facet.names.iter().next().is_some(), "{} has a name", facet.id);
    }
}

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
            "Which job tells what\n   1 definition\n    1\na   ●\n\
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

#[test]
fn the_development_folders_are_read() {
    let shared = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/eval");
    let folders = ["iapp-th", "xquad-th", "xquad-en"].map(|name| shared.join(name).join("knowledge"));
    for folder in folders {
        if !folder.is_dir() {
            println!("skipped: there is no {}", folder.display());
            continue;
        }
        let loaded = load(&folder).unwrap();
        assert!(!loaded.knowledge.articles().is_empty());
    }
}
