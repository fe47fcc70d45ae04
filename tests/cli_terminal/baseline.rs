//! `eval --baseline`: what a change did to labelled questions.

use serde_json::Value;

use super::naenaew;

const QUESTIONS: &str = r#"{"question": "AM salary", "article": "account-manager", "section": "salary"}
{"question": "airline pilot salary", "article": "pilot", "section": "salary"}
{"question": "สวัสดี", "article": null, "section": null}
{"question": "แล้วเงินเดือนล่ะ", "article": "account-manager", "section": "salary", "about": "account-manager"}
"#;

/// How the questions fare, as it is written.
fn written() -> String {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("q.baseline");
    let run = naenaew(&["eval", "--write-baseline", file.to_str().unwrap(), "q.jsonl"])
        .file("q.jsonl", QUESTIONS)
        .run();
    assert_eq!((run.code, run.err.as_str()), (0, ""));
    std::fs::read_to_string(file).unwrap()
}

/// What is told of the changes since a baseline: exit code and text.
#[track_caller]
fn compared(baseline: &str, language: &str) -> (i32, String) {
    let run = naenaew(&["eval", "--lang", language, "--baseline", "q.baseline", "q.jsonl"])
        .file("q.jsonl", QUESTIONS)
        .file("q.baseline", baseline)
        .run();
    assert_eq!(run.err, "");
    // Figures and times stand above.
    let (_, changes) = run.out.rsplit_once("\n\n").unwrap();
    (run.code, changes.to_owned())
}

#[test]
fn a_baseline_is_a_line_a_question() {
    insta::assert_snapshot!(written());
}

#[test]
fn nothing_changed_is_exit_code_0() {
    assert_eq!(compared(&written(), "en"), (0, "Every question fares as before\n".to_owned()));
}

#[test]
fn better_changed_new_and_gone_are_exit_code_0() {
    let before = "missed\t-\tAM salary\nright\tpilot#definition\tairline pilot salary\nright\t-\told\n";
    let (code, changes) = compared(before, "en");
    assert_eq!(code, 0);
    insta::assert_snapshot!(changes);
}

#[test]
fn worse_is_exit_code_1_in_both_languages() {
    let before = written().replace("airline pilot salary", "gone");
    let before = before.replace("right\t-\tสวัสดี", "right\t-\tสวัสดี\nright\ta#b\tnobody asks");
    assert_eq!(compared(&before, "en").0, 0);
    // As if a question that is not answered right had been.
    let labelled = QUESTIONS.replacen("\"salary\"}", "\"duties\"}", 1);
    for (language, told) in [("en", "Worse: 1\n  AM salary\n"), ("th", "แย่ลง: 1 ข้อ\n  AM salary\n")]
    {
        let run = naenaew(&["eval", "--lang", language, "--baseline", "q.baseline", "q.jsonl"])
            .file("q.jsonl", &labelled)
            .file("q.baseline", &written())
            .run();
        assert_eq!((run.code, run.err.as_str()), (1, ""));
        assert!(run.out.contains(told), "{}", run.out);
    }
}

#[test]
fn json_keeps_its_fields_and_gets_the_changes() {
    let run = |options: &[&str]| {
        let arguments: Vec<&str> =
            ["eval", "--json"].iter().chain(options).chain(&["q.jsonl"]).copied().collect();
        let run =
            naenaew(&arguments).file("q.jsonl", QUESTIONS).file("q.baseline", "missed\t-\tAM salary\n").run();
        serde_json::from_str::<Value>(&run.out).unwrap()
    };
    let told = run(&["--baseline", "q.baseline"]);
    let better = &told["changes"]["better"][0];
    assert_eq!(better["question"], "AM salary");
    assert_eq!(better["before"]["outcome"], "missed");
    assert_eq!(better["after"]["section"], "account-manager#salary");
    assert_eq!(told["changes"]["new"].as_array().unwrap().len(), 3);
    assert!(told["changes"]["worse"].is_array() && told["top1"].is_f64());
    assert_eq!(run(&[]).get("changes"), None);
}

#[test]
fn a_file_that_is_no_baseline_is_wrong_use() {
    for (baseline, problem) in [("nonsense\n", "q.baseline:1:1: "), ("", "missing.baseline: ")] {
        let file = if baseline.is_empty() { "missing.baseline" } else { "q.baseline" };
        let run = naenaew(&["eval", "--baseline", file, "q.jsonl"])
            .file("q.jsonl", QUESTIONS)
            .file("q.baseline", baseline)
            .run();
        assert_eq!((run.code, run.out.as_str()), (2, ""));
        assert!(run.err.contains(problem) && run.err.contains("--write-baseline"), "{}", run.err);
    }
}
