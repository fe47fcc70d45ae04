//! Wrong use, help, settings: what people see before any question is answered.

use super::{bare, naenaew};

#[test]
fn help_shows_the_commands() {
    let run = bare(&["--help"]).run();
    assert_eq!((run.code, run.err.as_str()), (0, ""));
    insta::assert_snapshot!(run.out);
}

#[test]
fn help_of_ask() {
    let run = bare(&["ask", "--help"]).run();
    assert_eq!((run.code, run.err.as_str()), (0, ""));
    insta::assert_snapshot!(run.out);
}

#[test]
fn wrong_use_is_exit_code_2_on_standard_error() {
    for arguments in
        [&[][..], &["ask"], &["define"], &["fly"], &["ask", "--loud", "x"], &["--lang", "de", "chat"]]
    {
        let run = bare(arguments).run();
        assert_eq!((run.code, run.out.as_str()), (2, ""), "{arguments:?}");
        assert!(run.err.contains("--help"), "{arguments:?}: {}", run.err);
    }
}

#[test]
fn every_bad_setting_is_named_at_once() {
    let run = naenaew(&["ask", "AM"]).env("ASK_CHANNELS", "general").env("LOG_FORMAT", "xml").run();
    assert_eq!((run.code, run.out.as_str()), (2, ""));
    assert!(run.err.contains("ASK_CHANNELS holds `general`"), "{}", run.err);
    assert!(run.err.contains("LOG_FORMAT holds `xml`"), "{}", run.err);
}

#[test]
fn a_broken_env_file_is_named_by_line_and_kept_secret() {
    let run = naenaew(&["ask", "AM"]).file(".env", "LOG=warn\nDISCORD_TOKEN hush.hush\n").run();
    assert_eq!((run.code, run.out.as_str()), (2, ""));
    assert!(run.err.contains(".env, line 2"), "{}", run.err);
    assert!(!run.err.contains("hush"), "{}", run.err);
}

#[test]
fn the_env_file_is_read_and_the_environment_wins() {
    let run = naenaew(&["ask", "AM"]).file(".env", "LOG_FORMAT=xml\n").run();
    assert_eq!(run.code, 2);
    let run = naenaew(&["ask", "AM"]).file(".env", "LOG_FORMAT=xml\n").env("LOG_FORMAT", "text").run();
    assert_eq!(run.code, 0, "{}", run.err);
}

#[test]
fn the_knowledge_folder_can_come_from_the_environment() {
    let careers = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/careers");
    let run = bare(&["ask", "airline pilot salary"]).env("KNOWLEDGE_DIR", careers).run();
    assert_eq!(run.code, 0);
    assert!(run.out.contains("200,000 baht"), "{}", run.out);
}

#[test]
fn a_folder_that_is_not_there_is_refused() {
    let run = bare(&["--knowledge", "nowhere", "ask", "AM"]).run();
    assert_eq!((run.code, run.out.as_str()), (1, ""));
    assert!(run.err.contains("nowhere"), "{}", run.err);
}

#[test]
fn nothing_is_styled_outside_a_terminal() {
    for run in [naenaew(&["ask", "AM"]), naenaew(&["ask", "AM"]).env("NO_COLOR", "1"), bare(&["--help"])] {
        assert!(!run.run().out.contains('\u{1B}'));
    }
}

#[test]
fn the_environment_example_is_accepted_as_it_is() {
    let example = include_str!("../../.env.example");
    let run = naenaew(&["ask", "AM"]).file(".env", example).run();
    assert_eq!((run.code, run.err.as_str()), (0, ""));
}

#[test]
fn a_database_that_cannot_be_used_stops_the_bot_in_one_sentence() {
    for (language, place, sentence) in [
        ("en", "nowhere/naenaew.db", "naenaew: There is no folder nowhere for the database"),
        ("th", "nowhere/naenaew.db", "naenaew: ไม่มีโฟลเดอร์ nowhere สำหรับฐานข้อมูล"),
        ("en", "diary.txt", "naenaew: diary.txt is no database"),
    ] {
        let run = naenaew(&["bot", "--lang", language])
            .file("diary.txt", &"Dear diary, this is no database. ".repeat(100))
            .env("DISCORD_TOKEN", "x.y.z")
            .env("DATABASE_URL", &format!("sqlite://{place}"))
            .env("LOG", "off")
            .run();
        assert_eq!(run.code, 1, "{}", run.err);
        assert!(run.err.starts_with(sentence) && run.err.contains("DATABASE_URL"), "{}", run.err);
        assert_eq!(run.err.lines().count(), 1, "{}", run.err);
    }
}
