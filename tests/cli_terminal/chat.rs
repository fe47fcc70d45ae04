//! `chat`: what a person types, line by line, and what is said to it.

use super::naenaew;

/// The texts said to the lines of a conversation in a fixed language.
#[track_caller]
fn talk(lang: &str, lines: &[&str]) -> String {
    let run = naenaew(&["--lang", lang, "chat"]).input(lines.join("\n")).run();
    assert_eq!((run.code, run.err.as_str()), (0, ""));
    run.out
}

#[test]
fn a_follow_up_is_about_the_last_answer() {
    insta::assert_snapshot!(talk("th", &["AM ทำอะไรบ้าง", "แล้วเงินเดือนล่ะ"]));
}

#[test]
fn an_english_conversation() {
    insta::assert_snapshot!(talk("en", &["what does an account manager do", "and the salary?", "/quit"]));
}

#[test]
fn numbers_choose_from_the_last_list() {
    let said = talk("th", &["/topics", "๒", "1"]);
    assert!(said.contains("พิมพ์เลขข้อเพื่อเลือก"), "{said}");
    // The second topic opens with its definition; its first other section follows.
    assert!(said.contains("ผู้จัดการฝ่ายบัญชี · คืออะไร"), "{said}");
    assert!(said.contains("ผู้จัดการฝ่ายบัญชี · หน้าที่"), "{said}");
    assert!(talk("en", &["/topics", "99"]).contains("choose from 1 to"));
    assert!(talk("en", &["/topics", "0"]).contains("choose from 1 to"));
}

#[test]
fn a_number_without_a_list_is_a_question() {
    assert!(talk("en", &["2"]).starts_with("Sorry, the knowledge base has no answer"));
}

#[test]
fn a_chosen_job_becomes_the_subject() {
    let said = talk("th", &["/topics", "2", "แล้วหน้าที่ล่ะ"]);
    assert!(said.contains("ตรวจทานงบการเงิน"), "{said}");
}

#[test]
fn a_term_does_not_change_the_subject() {
    let said = talk("th", &["AM ทำอะไรบ้าง", "/define KPI", "แล้วเงินเดือนล่ะ"]);
    assert!(said.contains("KPI (Key Performance Indicator)"), "{said}");
    assert!(said.contains("45,000 บาทต่อเดือน"), "{said}");
}

#[test]
fn commands_help_and_explain() {
    let said = talk("en", &["/help", "/nonsense @everyone", "/define", "/explain", "AM salary", "/explain"]);
    for expected in [
        "/topics ",
        "There is no command /nonsense",
        "Add the term, for example /define KPI",
        "There is no question to explain yet",
    ] {
        assert!(said.contains(expected), "{expected}: {said}");
    }
    assert!(talk("th", &["/ช่วยเหลือ"]).contains("/define"));
    assert!(talk("th", &["/นิยาม KPI"]).contains("ตัวเลขที่เลือกมาวัด"));
}

#[test]
fn leaving_is_polite_and_final() {
    assert_eq!(talk("th", &["/quit", "AM ทำอะไร"]), "ขอบคุณที่แวะมา โชคดีกับเส้นทางที่เลือก\n");
    assert_eq!(talk("th", &["/ออก"]), "ขอบคุณที่แวะมา โชคดีกับเส้นทางที่เลือก\n");
    assert_eq!(talk("th", &["", "  "]), "");
}

#[test]
fn without_a_language_each_question_decides() {
    let run = naenaew(&["chat"]).input("/help\nAM salary\n/help\nเงินเดือน AM\n/help\n").run();
    let helps = [run.out.matches("พิมพ์คำถามเรื่องอาชีพ").count(), run.out.matches("Ask about a job").count()];
    assert_eq!(helps, [2, 2], "both, then English, then Thai: {}", run.out);
}

#[test]
fn what_is_old_is_said_to_be() {
    let at = |seconds: &str| {
        let run = naenaew(&["--lang", "en", "ask", "what does an account manager do"]);
        run.env("SOURCE_DATE_EPOCH", seconds).run().out
    };
    let (then, years_later) = (at("1795392000"), at("1900000000"));
    assert!(!then.contains("Nobody has reviewed this"), "{then}");
    assert!(years_later.contains("Nobody has reviewed this for a long time"), "{years_later}");
}
