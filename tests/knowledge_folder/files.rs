//! What of a folder is read, what is passed over, what is refused.

use std::fs;
use std::path::{Path, PathBuf};

use naenaew::knowledge::{MAX_ARTICLE_BYTES, Origin, load, starter};

use super::{FINE, assert_problems, folder, problems};

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
