//! `ask` and `define`: one question, a stream of them, for people and as JSON.

use std::io::{BufRead, BufReader, Read, Write};
use std::process::Stdio;

use serde_json::Value;

use super::naenaew;

#[track_caller]
fn object(line: &str) -> Value {
    serde_json::from_str(line).unwrap()
}

/// The keys of an object, in their order.
fn keys(json: &str) -> Vec<String> {
    let object: serde_json::Map<String, Value> = serde_json::from_str(json).unwrap();
    let mut keys: Vec<(usize, String)> =
        object.keys().map(|key| (json.find(&format!("\"{key}\":")).unwrap(), key.clone())).collect();
    keys.sort();
    keys.into_iter().map(|(_, key)| key).collect()
}

#[test]
fn a_thai_answer() {
    let run = naenaew(&["ask", "AM เงินเดือนเท่าไหร่"]).run();
    assert_eq!((run.code, run.err.as_str()), (0, ""));
    insta::assert_snapshot!(run.out);
}

#[test]
fn an_english_answer() {
    let run = naenaew(&["ask", "What", "does", "an", "account", "manager", "do?"]).run();
    assert_eq!((run.code, run.err.as_str()), (0, ""));
    insta::assert_snapshot!(run.out);
}

#[test]
fn an_article_in_another_language_says_so() {
    let run = naenaew(&["ask", "นักบินเงินเดือนเท่าไหร่ airline pilot"]).run();
    assert_eq!(run.code, 0, "{}", run.out);
    assert!(run.out.contains("เรื่องนี้ยังมีเฉพาะภาษาอังกฤษ"), "{}", run.out);
}

#[test]
fn the_interface_language_can_be_fixed() {
    let question = ["ask", "account manager salary"];
    for (run, note) in [
        (naenaew(&question), "Last reviewed 23 November 2026"),
        (naenaew(&["ask", "--lang", "th", "account manager salary"]), "ตรวจทานล่าสุด 23 พ.ย. 2026"),
        (naenaew(&question).env("LANG", "th_TH.UTF-8"), "ตรวจทานล่าสุด 23 พ.ย. 2026"),
        (naenaew(&question).env("LANG", "th_TH.UTF-8").env("LC_ALL", "C"), "Last reviewed 23 November 2026"),
    ] {
        let run = run.run();
        assert!(run.out.contains(note), "{note}: {}", run.out);
    }
}

#[test]
fn what_is_not_known_is_said_and_is_exit_code_1() {
    let run = naenaew(&["ask", "เงินเดือนแอร์โฮสเตส"]).run();
    assert_eq!((run.code, run.err.as_str()), (1, ""));
    assert!(run.out.starts_with("ขออภัย เรื่องนี้ยังไม่มีคำตอบในคลังความรู้"), "{}", run.out);
}

#[test]
fn json_has_every_key_in_order() {
    let run = naenaew(&["ask", "--json", "AM เงินเดือนเท่าไหร่"]).run();
    assert_eq!((run.code, run.out.lines().count()), (0, 1));
    let expected = ["question", "decision", "confidence", "interpreted_as", "answer", "candidates"];
    assert_eq!(keys(&run.out), expected);
    let object = object(&run.out);
    assert_eq!(object["question"], "AM เงินเดือนเท่าไหร่");
    assert_eq!(object["decision"], "answer");
    assert_eq!(object["interpreted_as"], Value::Null);
    let confidence = object["confidence"].as_f64().unwrap();
    assert!((0.0..=1.0).contains(&confidence));
    let answer = &object["answer"];
    let expected = ["article", "section", "lang", "title", "heading", "text", "focus", "reviewed", "sources"];
    assert_eq!(keys(&answer.to_string()).len(), expected.len());
    for key in expected {
        assert!(answer.get(key).is_some(), "{key}");
    }
    assert_eq!(answer["article"], "account-manager");
    assert_eq!(answer["section"], "salary");
    assert_eq!(answer["lang"], "th");
    assert_eq!(answer["title"], "ผู้จัดการดูแลลูกค้า (Account Manager)");
    assert_eq!(answer["heading"], "เงินเดือน");
    assert!(answer["text"].as_str().unwrap().contains("| อาวุโส | 60,000 |"));
    assert_eq!(answer["reviewed"], "2026-11-23");
    assert_eq!(
        answer["sources"],
        serde_json::json!([{"title": "Handbook", "url": "https://a.example/handbook"}])
    );
    let candidates = object["candidates"].as_array().unwrap();
    assert!((1..=10).contains(&candidates.len()));
    assert_eq!(candidates[0]["article"], "account-manager");
    assert_eq!(candidates[0]["section"], "salary");
    assert_eq!(candidates[0]["lang"], "th");
    assert!(candidates[0]["confidence"].is_f64());
}

#[test]
fn json_of_an_unknown_has_every_key_too() {
    let run = naenaew(&["ask", "--json", "เงินเดือนแอร์โฮสเตส"]).run();
    assert_eq!((run.code, keys(&run.out).len()), (1, 6));
    let object = object(&run.out);
    assert_eq!(object["decision"], "dont_know");
    assert_eq!(object["answer"], Value::Null);
    assert!(object["candidates"].is_array());
}

#[test]
fn reasons_are_shown_when_asked_for() {
    let run = naenaew(&["ask", "--explain", "AM เงินเดือนเท่าไหร่"]).run();
    assert!(run.out.contains("\n  "), "{}", run.out);
    assert!(run.out.len() > naenaew(&["ask", "AM เงินเดือนเท่าไหร่"]).run().out.len());
    let run = naenaew(&["ask", "--explain", "--json", "AM เงินเดือนเท่าไหร่"]).run();
    assert!(object(&run.out)["explanation"]["label"].is_string());
}

#[test]
fn a_stream_is_answered_line_by_line() {
    let run = naenaew(&["ask", "--json", "-"]).input("AM เงินเดือนเท่าไหร่\r\n\nเงินเดือนแอร์โฮสเตส").run();
    assert_eq!((run.code, run.err.as_str()), (0, ""));
    let decisions: Vec<Value> = run.out.lines().map(|line| object(line)["decision"].clone()).collect();
    assert_eq!(decisions, ["answer", "dont_know", "dont_know"]);
    assert_eq!(object(run.out.lines().next().unwrap())["question"], "AM เงินเดือนเท่าไหร่");
}

#[test]
fn a_stream_for_people_repeats_the_questions() {
    let run = naenaew(&["ask", "-"]).input("AM เงินเดือนเท่าไหร่\n\nหน้าที่ AM\n").run();
    assert_eq!(run.code, 0);
    let questions: Vec<&str> = run.out.lines().filter(|line| line.starts_with("› ")).collect();
    assert_eq!(questions, ["› AM เงินเดือนเท่าไหร่", "› หน้าที่ AM"]);
}

#[test]
fn a_partner_at_the_other_end_gets_each_answer_at_once() {
    let mut prepared = naenaew(&["ask", "--json", "-"]);
    let mut child = prepared.command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    let (mut input, mut output) = (child.stdin.take().unwrap(), BufReader::new(child.stdout.take().unwrap()));
    for question in ["AM เงินเดือนเท่าไหร่", "หน้าที่ AM"] {
        writeln!(input, "{question}").unwrap();
        let mut line = String::new();
        output.read_line(&mut line).unwrap();
        assert_eq!(object(&line)["question"], question);
    }
    drop(input);
    assert_eq!(child.wait().unwrap().code(), Some(0));
}

#[test]
fn a_reader_who_leaves_is_no_failure() {
    let mut prepared = naenaew(&["ask", "--json", "-"]);
    let piped = prepared.command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = piped.spawn().unwrap();
    drop(child.stdout.take());
    let mut input = child.stdin.take().unwrap();
    // The program may end before it has read everything.
    let _ = input.write_all("หน้าที่ AM\n".repeat(50).as_bytes());
    drop(input);
    assert_eq!(child.wait().unwrap().code(), Some(0));
    let mut err = String::new();
    child.stderr.take().unwrap().read_to_string(&mut err).unwrap();
    assert_eq!(err, "");
}

#[test]
fn terms_are_defined() {
    let run = naenaew(&["define", "KPI"]).run();
    assert_eq!(run.code, 0);
    insta::assert_snapshot!(run.out);
    let run = naenaew(&["define", "--json", "อัตราการเลิกใช้"]).run();
    assert_eq!(object(&run.out)["answer"]["section"], "churn");
    let run = naenaew(&["define", "account", "manager"]).run();
    assert!(run.out.contains("looks after a company's existing clients"), "{}", run.out);
    assert_eq!(naenaew(&["define", "เครื่องบินกระดาษ"]).run().code, 1);
}
