//! Articles made of pages: where they go, what is said, what is never overwritten.

use std::fs;

use super::{Naenaew, Run, bare};

const PAGE: &str = "Auditor\n\nAn auditor checks the books of a company and says whether they can be trusted.\n\n\
                    Salary\n\nPay differs by country.\n";

/// A run whose folder stays for a look at what was written.
fn run_in(prepared: Naenaew, folder: &std::path::Path) -> Run {
    let mut prepared = prepared;
    prepared.command.current_dir(folder);
    prepared.run()
}

#[test]
fn an_article_is_written_once_and_overwritten_only_by_force() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("page.txt"), PAGE).unwrap();
    let article = folder.path().join("out/en/auditor.md");

    let dry = run_in(bare(&["import", "--out", "out", "--dry-run", "page.txt"]), folder.path());
    assert_eq!(dry.code, 0, "{}", dry.err);
    assert!(dry.out.contains("+title: Auditor") && dry.out.starts_with("--- /dev/null"), "{}", dry.out);
    assert!(!article.exists());

    let first = run_in(bare(&["import", "--out", "out", "page.txt"]), folder.path());
    assert_eq!((first.code, first.out.as_str()), (0, ""), "{}", first.err);
    assert!(first.err.contains("the article's id is auditor"), "{}", first.err);
    assert!(fs::read_to_string(&article).unwrap().contains("## Salary {#salary}"));

    fs::write(&article, "mine\n").unwrap();
    let second = run_in(bare(&["import", "--out", "out", "page.txt"]), folder.path());
    assert_eq!(second.code, 1);
    assert!(second.err.contains("--force"), "{}", second.err);
    assert_eq!(fs::read_to_string(&article).unwrap(), "mine\n");

    let dry = run_in(bare(&["import", "--out", "out", "--dry-run", "page.txt"]), folder.path());
    assert!(dry.out.contains("-mine") && dry.out.contains("+## Salary {#salary}"), "{}", dry.out);
    assert_eq!(fs::read_to_string(&article).unwrap(), "mine\n");

    let forced = run_in(bare(&["import", "--out", "out", "--force", "page.txt"]), folder.path());
    assert_eq!(forced.code, 0, "{}", forced.err);
    assert!(fs::read_to_string(&article).unwrap().contains("title: Auditor"));

    let check = run_in(bare(&["check", "--knowledge", "out"]), folder.path());
    assert_eq!(check.code, 0, "{}", check.out);
}

#[test]
fn one_bad_file_keeps_no_other_from_being_written() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("page.txt"), PAGE).unwrap();
    fs::write(folder.path().join("photo.png"), b"\x89PNG\r\n\x1A\n\0").unwrap();
    fs::write(folder.path().join("old.txt"), b"caf\xE9 work\n").unwrap();
    let files = ["photo.png", "missing.txt", "old.txt", "page.txt", "page.txt"];
    let run = run_in(bare(&[&["import"][..], &files].concat()), folder.path());
    assert_eq!((run.code, run.out.as_str()), (1, ""));
    for said in [
        "photo.png: it is no text",
        "missing.txt: it cannot be read",
        "old.txt: it is not in UTF-8",
        "earlier file",
    ] {
        assert!(run.err.contains(said), "{said}: {}", run.err);
    }
    assert!(folder.path().join("knowledge/en/auditor.md").exists());
}

#[test]
fn standard_input_is_read_and_its_language_seen() {
    let folder = tempfile::tempdir().unwrap();
    let page = "<h1>ผู้สอบบัญชี (Auditor)</h1><p>ตรวจบัญชี<script>alert(1)</script></p>";
    let run = run_in(bare(&["import", "-"]).input(page), folder.path());
    assert_eq!((run.code, run.out.as_str()), (0, ""), "{}", run.err);
    assert!(run.err.contains("รหัสบทความคือ auditor"), "{}", run.err);
    let article = fs::read_to_string(folder.path().join("knowledge/th/auditor.md")).unwrap();
    assert!(article.contains("ตรวจบัญชี") && !article.contains("alert"), "{article}");

    let english = run_in(bare(&["import", "--lang", "en", "-"]).input(page), folder.path());
    assert_eq!(english.code, 0, "{}", english.err);
    assert!(folder.path().join("knowledge/en/auditor.md").exists());
}

#[test]
fn importing_nothing_is_wrong_use() {
    assert_eq!(bare(&["import"]).run().code, 2);
}

#[test]
fn what_ends_the_reports_is_said_in_their_language() {
    const THAI_PAGE: &str = "ผู้สอบบัญชีคือใคร\n\n\
        ผู้สอบบัญชีคือคนที่ตรวจสมุดบัญชีและงบการเงินของบริษัท แล้วบอกว่าเชื่อถือได้หรือไม่ งานนี้ต้องมีใบอนุญาตและต้องเป็นอิสระจากบริษัทที่ตรวจ\n\n\
        หน้าที่\n\nผู้สอบบัญชีวางแผนการตรวจ เก็บหลักฐาน และเขียนรายงานให้ผู้ถือหุ้นอ่าน\n";
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("page.txt"), THAI_PAGE).unwrap();
    let run = run_in(bare(&["import", "--out", "out", "page.txt"]), folder.path());
    assert_eq!(run.code, 0, "{}", run.err);
    let last = run.err.lines().last().unwrap();
    assert!(last.contains(|c| ('ก'..='๛').contains(&c)), "{}", run.err);
}

/// Once, the ids of a page's own front matter were written as they stood, and `check` found links to nowhere.
#[test]
fn what_is_imported_leads_nowhere_wrong() {
    const PAGE: &str = "---\ntitle: Auditor\nrelated: [accountant, actuary]\n---\n\n\
        An auditor checks the books. See [the actuary](actuary.md#salary).\n\n## Duties\n\nAn auditor reads contracts.\n";
    const OTHER: &str = "Accountant\n\nAn accountant keeps the books of a company in good order.\n\nDuties\n\n\
        An accountant writes reports.\n\nRead more: Auditor\n";
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("page.md"), PAGE).unwrap();
    fs::write(folder.path().join("other.txt"), OTHER).unwrap();
    let run = run_in(bare(&["import", "--out", "out", "other.txt", "page.md"]), folder.path());
    assert_eq!(run.code, 0, "{}", run.err);
    let written = fs::read_to_string(folder.path().join("out/en/auditor.md")).unwrap();
    assert!(written.contains("\nrelated: [accountant]\n"), "{written}");
    assert!(written.contains("\n# related: [accountant, actuary]\n"), "{written}");
    let check = run_in(bare(&["check", "--json", "--knowledge", "out"]), folder.path());
    assert!(!check.out.contains("which is no article"), "{}", check.out);
}
