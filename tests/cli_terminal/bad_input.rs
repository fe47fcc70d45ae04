//! Whatever is typed gets a kind answer: no crash, nothing that steers the terminal, nothing that could mention or
//! link when it is pasted on.

use super::{bare, naenaew};

/// What people and programs type by accident or to see what happens.
fn bad_inputs() -> Vec<(&'static str, String)> {
    vec![
        ("empty", String::new()),
        ("white space", " \t ".into()),
        ("2,000 characters", "เงินเดือน".chars().cycle().take(2000).collect()),
        ("emoji", "👩‍👩‍👧🇹🇭😀".into()),
        ("zalgo", format!("ง{}", "\u{E49}\u{335}\u{489}".repeat(300))),
        ("right to left", "\u{202E}מה זה account manager\u{202C}".into()),
        ("control characters", "a\u{1B}[31mb\u{7}\u{8}\u{7F}".into()),
        ("a lone mark", "\u{E48}".into()),
        ("mentions", "@everyone <@123> <@&456> <#789>".into()),
        ("markdown", "**x** ||y|| ```z``` # h".into()),
        ("links", "[free nitro](https://evil.example) https://evil.example discord.gg/x".into()),
        ("question marks", "???".into()),
        ("no characters at all", "\u{200B}\u{FEFF}\u{2060}".into()),
    ]
}

#[test]
fn nothing_is_a_crash_for_ask() {
    for (name, text) in bad_inputs() {
        let run = naenaew(&["ask", "--", &text]).run();
        assert!([0, 1].contains(&run.code), "{name}: {} {}", run.code, run.err);
        assert_eq!(run.err, "", "{name}");
        assert!(!run.out.chars().any(|c| c.is_control() && c != '\n'), "{name}: {:?}", run.out);
        assert!(!run.out.is_empty(), "{name}");
    }
}

#[test]
fn nothing_asked_is_not_answered() {
    for (name, text) in bad_inputs() {
        if ["empty", "white space", "emoji", "a lone mark", "question marks", "no characters at all"]
            .contains(&name)
        {
            let run = naenaew(&["ask", "--json", "--", &text]).run();
            assert!(run.out.contains("\"decision\":\"dont_know\""), "{name}: {}", run.out);
            assert_eq!(run.code, 1, "{name}");
        }
    }
}

#[test]
fn echoed_questions_are_harmless() {
    let lines: Vec<String> = bad_inputs().into_iter().map(|(_, text)| text).collect();
    let run = naenaew(&["ask", "-"]).input(lines.join("\n")).run();
    assert_eq!((run.code, run.err.as_str()), (0, ""));
    for line in run.out.lines().filter(|line| line.starts_with("› ")) {
        assert!(!line.contains(['@', '<', '[', '`', '*', '|', '/', '\u{202E}', '\u{1B}']), "{line}");
        assert!(line.chars().count() < 500, "{line}");
    }
}

#[test]
fn a_chat_goes_on_after_anything() {
    let lines: Vec<String> = bad_inputs().into_iter().map(|(_, text)| text).collect();
    let run = naenaew(&["chat"]).input(format!("{}\nAM เงินเดือนเท่าไหร่\n", lines.join("\n"))).run();
    assert_eq!((run.code, run.err.as_str()), (0, ""));
    assert!(run.out.contains("45,000 บาทต่อเดือน"), "{}", run.out);
    assert!(!run.out.chars().any(|c| c.is_control() && c != '\n'), "{:?}", run.out);
}

#[test]
fn a_line_of_a_megabyte_is_one_question() {
    let mut input = "ก".repeat(1024 * 1024).into_bytes();
    input.extend("\nAM เงินเดือนเท่าไหร่\n".as_bytes());
    let run = naenaew(&["ask", "--json", "-"]).input(input).run();
    assert_eq!((run.code, run.out.lines().count()), (0, 2));
    assert!(run.out.lines().last().unwrap().contains("\"section\":\"salary\""));
}

#[test]
fn bytes_that_are_no_text_are_read_as_far_as_they_can_be() {
    let run = naenaew(&["ask", "--json", "-"]).input(b"\xFF\xFE AM salary \x80\n").run();
    assert_eq!((run.code, run.out.lines().count()), (0, 1));
    assert!(run.out.contains("\"article\":\"account-manager\""), "{}", run.out);
}

/// Once, every command but `check` listed them in English whatever the interface spoke.
#[test]
fn articles_that_cannot_be_used_are_told_in_the_language_of_the_interface() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::create_dir(folder.path().join("th")).unwrap();
    std::fs::write(folder.path().join("th/a.md"), "---\ntitle: ครู: ประถม\n---\nสอนหนังสือ\n").unwrap();
    let knowledge = folder.path().to_str().unwrap();
    for (language, level, what, last) in [
        ("th", "ต้องแก้", "มีเครื่องหมาย : ตรงที่ค่าเริ่มไม่ได้", "ยังใช้ไม่ได้"),
        ("en", "Error", "a colon stands where no value can begin", "cannot be used before"),
    ] {
        let run = bare(&["ask", "--lang", language, "--knowledge", knowledge, "ครู"]).run();
        assert_eq!((run.code, run.out.as_str()), (1, ""));
        for said in [level, what, last] {
            assert!(run.err.contains(said), "{said}: {}", run.err);
        }
    }
}
