//! `gaps`: what was asked in vain, what could be added, and what that would do.

use serde_json::Value;

use super::{Naenaew, bare, naenaew};

/// Questions as the bot keeps them.
const ASKED: &str = r#"{"question":"flight attendant salary","times":3,"last":"2026-11-20"}
{"question":"what suit does an account manager wear?","times":2,"last":"2026-11-20"}
{"question":"AM เงินเดือนเท่าไหร่","disliked":true,"article":"account-manager","section":"salary","last":"2026-11-20"}
"#;

/// Labelled questions: the name that is missing would help the first and harm the second.
const LABELLED: &str = r#"{"question": "flight attendant salary", "article": "pilot", "section": "salary"}
{"question": "salary of a flight attendant", "article": null, "section": null}
{"question": "AM salary", "article": "account-manager", "section": "salary"}
"#;

/// A folder with a database, for several runs.
struct Kept {
    folder: tempfile::TempDir,
}

impl Kept {
    /// Nothing is kept.
    fn nothing() -> Self {
        Self { folder: tempfile::tempdir().unwrap() }
    }

    /// These questions are kept.
    #[track_caller]
    fn questions(lines: &str) -> Self {
        let kept = Self::nothing();
        let run = kept.gaps(&["--import", "-"]).input(lines).run();
        assert_eq!((run.code, run.err.as_str()), (0, ""), "{}", run.out);
        kept
    }

    fn database(&self) -> String {
        format!("sqlite://{}", self.folder.path().join("naenaew.db").display())
    }

    fn gaps(&self, options: &[&str]) -> Naenaew {
        let arguments: Vec<&str> = ["gaps"].iter().chain(options).copied().collect();
        naenaew(&arguments).env("DATABASE_URL", &self.database())
    }
}

#[test]
fn gaps_in_english_with_what_additions_would_do() {
    let run =
        Kept::questions(ASKED).gaps(&["--try", "--questions", "q.jsonl"]).file("q.jsonl", LABELLED).run();
    assert_eq!((run.code, run.err.as_str()), (0, ""));
    insta::assert_snapshot!(run.out);
}

#[test]
fn gaps_in_thai() {
    let run = Kept::questions(ASKED).gaps(&["--lang", "th", "--top", "2"]).run();
    assert_eq!((run.code, run.err.as_str()), (0, ""));
    insta::assert_snapshot!(run.out);
}

#[test]
fn json_tells_what_is_missing_and_what_got_better_and_worse() {
    let kept = Kept::questions(ASKED);
    let run = kept.gaps(&["--json", "--try", "--questions", "q.jsonl"]).file("q.jsonl", LABELLED).run();
    let told: Value = serde_json::from_str(&run.out).unwrap();
    assert_eq!((told["questions"].as_u64(), told["all"].as_u64()), (Some(3), Some(3)));
    let gap = &told["gaps"][0];
    assert_eq!(gap["missing"]["kind"], "name");
    assert_eq!(gap["missing"]["words"], "flight attendant");
    let proposal = &gap["proposals"][0];
    assert_eq!((&proposal["kind"], &proposal["file"]), (&"alias".into(), &"en/pilot.md".into()));
    assert_eq!(proposal["trial"]["question"], "answered");
    let changes = &proposal["trial"]["changes"];
    assert_eq!(changes["better"][0]["question"], "flight attendant salary");
    assert_eq!(changes["worse"][0]["question"], "salary of a flight attendant");
    let run = kept.gaps(&["--json", "--top", "1"]).run();
    let told: Value = serde_json::from_str(&run.out).unwrap();
    assert_eq!((told["gaps"].as_array().map(Vec::len), told["all"].as_u64()), (Some(1), Some(3)));
    assert_eq!(told["gaps"][0]["proposals"][0].get("trial"), None);
}

#[test]
fn what_is_exported_is_imported_whole() {
    let kept = Kept::questions(ASKED);
    let exported = kept.gaps(&["--export", "-"]).run();
    assert_eq!((exported.code, exported.out.lines().count()), (0, 3));
    let again = Kept::questions(&exported.out).gaps(&["--export", "-"]).run();
    assert_eq!(again.out, exported.out);
    // From several places they add up.
    let both = Kept::nothing();
    let run =
        both.gaps(&["--import", "a.jsonl", "b.jsonl"]).file("a.jsonl", ASKED).file("b.jsonl", ASKED).run();
    assert_eq!((run.code, run.out.as_str()), (0, "Questions taken: 6 of 6\n"));
    let run = both.gaps(&["--export", "-"]).run();
    assert!(run.out.contains("\"flight attendant salary\",\"disliked\":false,\"times\":6"), "{}", run.out);
    let run = kept.gaps(&["--export", "all.jsonl"]).run();
    assert_eq!((run.code, run.out.as_str()), (0, "Questions written: 3\n"));
}

/// Once, every import of the same file doubled the counts.
#[test]
fn an_import_that_comes_twice_changes_nothing() {
    let kept = Kept::questions(ASKED);
    let exported = kept.gaps(&["--export", "-"]).run().out;
    for _ in 0..2 {
        let run = kept.gaps(&["--import", "-"]).input(&exported).run();
        assert_eq!((run.code, run.out.as_str()), (0, "Questions taken: 3 of 3\n"));
        assert_eq!(kept.gaps(&["--export", "-"]).run().out, exported);
    }
    // A later export of the same place has larger counts.
    let later = exported.replace("\"times\":3", "\"times\":5");
    kept.gaps(&["--import", "-"]).input(&later).run();
    assert_eq!(kept.gaps(&["--export", "-"]).run().out, later);
}

#[test]
fn additions_are_tried_on_the_articles_own_questions() {
    let kept = Kept::questions(ASKED);
    let run = kept.gaps(&["--try", "--top", "1"]).run();
    assert_eq!((run.code, run.err.as_str()), (0, ""));
    let told = run.out.lines().nth(1).unwrap();
    assert!(
        told.starts_with("Each addition was tried on the articles' own sample questions and headings ("),
        "{told}"
    );
    assert!(run.out.contains("tried: the question is answered"), "{}", run.out);
    let run = kept.gaps(&["--try", "--top", "1", "--json"]).run();
    let told: Value = serde_json::from_str(&run.out).unwrap();
    assert_eq!(told["tried"]["of_the_articles"], true);
    assert!(told["tried"]["questions"].as_u64() > Some(5), "{}", run.out);
    let run = kept.gaps(&["--try", "--lang", "th", "--questions", "q.jsonl"]).file("q.jsonl", LABELLED).run();
    assert_eq!(run.out.lines().nth(1), Some("ลองแต่ละข้อเสนอกับ 3 คำถามจาก q.jsonl"));
}

#[test]
fn a_proposed_name_that_is_close_to_another_one_is_told() {
    let kept = Kept::questions("{\"question\":\"ux leader salary\",\"last\":\"2026-11-20\"}\n");
    let folder = tempfile::tempdir().unwrap();
    std::fs::create_dir(folder.path().join("en")).unwrap();
    for (id, text) in [
        ("flying", "title: Flight Attendants\n---\nA ux leader in the sky asks for a salary.\n"),
        ("night", "title: Night Attendant\naliases: [UI Leader]\n---\nWatches the gate of a hotel.\n"),
    ] {
        std::fs::write(folder.path().join(format!("en/{id}.md")), format!("---\n{text}")).unwrap();
    }
    let knowledge = folder.path().to_str().unwrap();
    let told = |options: &[&str]| {
        let options = [&["gaps", "--knowledge", knowledge][..], options].concat();
        let run = bare(&options).env("DATABASE_URL", &kept.database()).run();
        assert_eq!((run.code, run.err.as_str()), (0, ""));
        run.out
    };
    let (english, thai, json) = (told(&[]), told(&["--lang", "th"]), told(&["--json"]));
    let warning = "careful: “ux leader” is one slip of the finger from “UI Leader”, a name of night";
    assert!(english.contains(warning), "{english}");
    assert!(thai.contains("ระวัง: “ux leader” ต่างจากชื่อ “UI Leader” ของบทความ night"), "{thai}");
    let json: Value = serde_json::from_str(&json).unwrap();
    assert_eq!(json["gaps"][0]["proposals"][0]["near"]["article"], "night");
}

#[test]
fn what_may_not_be_kept_is_not_imported() {
    let lines = "{\"question\": \"old\", \"last\": \"2026-01-01\"}\n{\"question\": \" \"}\n{\"question\": \"never\", \"times\": 0}\n";
    let run = Kept::nothing().gaps(&["--import", "-"]).input(lines).run();
    assert_eq!((run.code, run.out.as_str()), (0, "Questions taken: 0 of 3\n"));
}

#[test]
fn bad_lines_are_named_and_nothing_is_imported() {
    let kept = Kept::questions(ASKED);
    let run = kept
        .gaps(&["--import", "a.jsonl", "b.jsonl"])
        .file("a.jsonl", "{\"question\": \"new\"}\nnonsense\n")
        .file("b.jsonl", "\n\n{\"question\": 1}\n")
        .run();
    assert_eq!((run.code, run.out.as_str()), (2, ""));
    assert!(run.err.contains("a.jsonl:2:") && run.err.contains("\nb.jsonl:3:"), "{}", run.err);
    assert!(!kept.gaps(&["--export", "-"]).run().out.contains("new"));
}

#[test]
fn looking_makes_no_database() {
    for (language, sentence) in [("en", "There is no database"), ("th", "ยังไม่มีฐานข้อมูล")]
    {
        let kept = Kept::nothing();
        let run = kept.gaps(&["--lang", language]).run();
        assert_eq!((run.code, run.out.as_str()), (1, ""));
        assert!(run.err.contains(sentence) && run.err.contains("DATABASE_URL"), "{}", run.err);
        assert_eq!(std::fs::read_dir(kept.folder.path()).unwrap().count(), 0);
    }
}

#[test]
fn options_that_do_not_go_together_are_refused() {
    for options in
        [&["--questions", "q.jsonl"][..], &["--export", "-", "--json"], &["--import", "-", "--export", "-"]]
    {
        let run = Kept::nothing().gaps(options).run();
        assert_eq!((run.code, run.out.as_str()), (2, ""), "{options:?}: {}", run.err);
    }
}
