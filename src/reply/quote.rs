//! What people typed, made harmless to echo. Owns no decision whether to echo.
//!
//! Characters that mean something to Markdown, to Discord's mentions or to link detection are replaced by their
//! full-width look-alikes: they read the same, mean nothing in any flavour of Markdown, and need no escaping that a
//! terminal would show. Echo the result in quotation marks, so that it never begins a line.

use unicode_normalization::char::is_combining_mark;
use unicode_segmentation::UnicodeSegmentation;

/// How many graphemes of a question are worth repeating to the person who typed it.
const MAX_GRAPHEMES: usize = 120;
/// The same in code points: emoji joined into one grapheme have no limit of their own.
const MAX_CHARACTERS: usize = 480;
/// How many marks may sit on one character: Thai needs two (กี่), Vietnamese two, an emoji two.
const MAX_MARKS: usize = 3;
/// Joins emoji into one: 👩‍👧.
const JOINER: char = '\u{200D}';
/// Carries a mark that has no character to sit on, as Unicode's own charts do.
const DOTTED_CIRCLE: char = '◌';
/// Shows that the rest was left out.
const LEFT_OUT: char = '…';

/// The text on one line, without anything that a reader could not see or that Markdown, mentions or links would take
/// for their own, at most [`MAX_GRAPHEMES`] long. Quoting twice changes nothing.
pub fn quote_user_text(text: &str) -> String {
    let mut visible = String::new();
    let mut marks = 0;
    for c in text.chars().filter_map(harmless) {
        if c == ' ' && (visible.is_empty() || visible.ends_with(' ')) {
            continue;
        }
        if is_combining_mark(c) || c == JOINER {
            marks += 1;
            if marks > MAX_MARKS {
                continue;
            }
            if visible.is_empty() || visible.ends_with(' ') {
                visible.push(DOTTED_CIRCLE);
            }
        } else {
            marks = 0;
        }
        visible.push(c);
    }
    shorten(visible.trim_end())
}

/// What is shown for a character; `None` for what cannot be seen.
fn harmless(c: char) -> Option<char> {
    if c.is_whitespace() {
        return Some(' ');
    }
    match c {
        // Directions and isolates reorder what stands around them; the rest is invisible and hides text from readers.
        '\u{61C}'
        | '\u{200B}'
        | '\u{200C}'
        | '\u{200E}'
        | '\u{200F}'
        | '\u{202A}'..='\u{202E}'
        | '\u{2060}'..='\u{206F}'
        | '\u{FEFF}'
        | '\u{FFF9}'..='\u{FFFB}'
        | '\u{AD}'
        | '\u{115F}'
        | '\u{1160}'
        | '\u{3164}'
        | '\u{E0000}'..='\u{E0FFF}' => None,
        _ if c.is_control() => None,
        '!'..='~' if MEANINGFUL.contains(c) => Some(full_width(c)),
        _ => Some(c),
    }
}

/// What Markdown, mentions, custom emoji, time stamps or link detection begin or end with.
const MEANINGFUL: &str = "*_~`|\\<>[](){}#@/";

/// The full-width look-alike of a visible ASCII character, U+FF01 and following.
fn full_width(c: char) -> char {
    const DISTANCE: u32 = 0xFEE0;
    char::from_u32(u32::from(c) + DISTANCE).unwrap_or(c)
}

/// The text where it keeps both limits, else its first graphemes and `…`.
fn shorten(text: &str) -> String {
    if text.graphemes(true).count() <= MAX_GRAPHEMES && text.chars().count() <= MAX_CHARACTERS {
        return text.to_owned();
    }
    let mut short = String::new();
    let mut characters = 1;
    for grapheme in text.graphemes(true).take(MAX_GRAPHEMES - 1) {
        characters += grapheme.chars().count();
        if characters > MAX_CHARACTERS {
            break;
        }
        short.push_str(grapheme);
    }
    format!("{}{LEFT_OUT}", short.trim_end())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[track_caller]
    fn check(typed: &str, quoted: &str) {
        assert_eq!(quote_user_text(typed), quoted, "{typed:?}");
    }

    #[test]
    fn ordinary_questions_stay_as_they_are() {
        for text in
            ["เงินเดือน AM เท่าไหร่", "How much does an AM make?", "น้ำกี่แก้ว", "👩‍👩‍👧 งานอะไร", "a-b + c.d: 50%"]
        {
            check(text, text);
        }
    }

    #[test]
    fn what_means_something_elsewhere_means_nothing() {
        check("@everyone <@123> <#4> <t:5>", "＠everyone ＜＠123＞ ＜＃4＞ ＜t:5＞");
        check("[free](https://evil.example)", "［free］（https:／／evil.example）");
        check("discord.gg/abc", "discord.gg／abc");
        check("**b** _i_ ~~s~~ ||x|| `c`", "＊＊b＊＊ ＿i＿ ～～s～～ ｜｜x｜｜ ｀c｀");
        check("# head\n> quote\n```\ncode", "＃ head ＞ quote ｀｀｀ code");
        check("\\*", "＼＊");
    }

    #[test]
    fn what_cannot_be_seen_is_not_shown() {
        check("a\u{202E}b\u{200B}c\u{FEFF}d\u{7}e\u{1B}[31mf", "abcde［31mf");
        check(" \t\r\n ", "");
        check("\u{E0041}\u{E0042}", "");
    }

    #[test]
    fn marks_are_few_and_sit_on_something() {
        check("\u{E48}", "◌\u{E48}");
        check("a \u{301}", "a ◌\u{301}");
        check(&format!("z{}y", "\u{301}".repeat(500)), "z\u{301}\u{301}\u{301}y");
    }

    #[test]
    fn long_text_is_shortened() {
        let quoted = quote_user_text(&"กี่".repeat(2000));
        assert_eq!(quoted.graphemes(true).count(), MAX_GRAPHEMES);
        assert!(quoted.ends_with("กี่…"));
        assert_eq!(quote_user_text(&"👩\u{200D}".repeat(2000)), "…");
    }

    proptest! {
        #[test]
        fn quoting_is_safe_and_final(text in any::<String>()) {
            let quoted = quote_user_text(&text);
            prop_assert!(!quoted.contains(|c: char| MEANINGFUL.contains(c) || c.is_control()));
            prop_assert!(quoted.graphemes(true).count() <= MAX_GRAPHEMES);
            prop_assert!(quoted.chars().count() <= MAX_CHARACTERS);
            prop_assert_eq!(quote_user_text(&quoted), quoted.clone());
        }
    }
}
