//! What of a question may be kept: its words, and nothing that could lead to a person. Owns no storage.
//!
//! Names that people write in plain words cannot be told from other words; that is why questions are kept without any
//! link to who asked, and for a limited time.

use super::cut::{Budget, cut};
use crate::text::normalize;
use crate::text::script::{is_thai, is_word};

/// Characters of a question that are kept.
const KEPT_CHARACTERS: usize = 200;
/// Characters that are looked at: as many as a message may have.
const READ_CHARACTERS: usize = 2000;
/// So many digits in a row are a number that belongs to somebody, not a salary or a year.
const LONG_NUMBER: usize = 7;
/// The same for groups of digits: 081-234-5678, but not 2020-2024.
const LONG_GROUPED_NUMBER: usize = 9;
/// Endings that make no address, but the name of a programming library.
const NO_TOP_DOMAIN: &str = "js";
/// What stands between the groups of a number.
const BETWEEN_DIGITS: [char; 7] = ['-', '.', ' ', '(', ')', '/', '_'];

/// The question normalized, without mentions, addresses, links and long numbers, at most 200 characters; `None` when
/// no word is left. What is keepable stays as it is when it is made keepable again.
pub fn keepable(question: &str) -> Option<String> {
    let read: String = question.chars().take(READ_CHARACTERS).collect();
    let mut kept = normalize(&read);
    // Taking something out may bring together what is to be taken out, too; each round makes the text shorter.
    loop {
        let shorter = normalize(&without_long_numbers(&without_addresses(&kept)));
        let shorter = beginning(&shorter);
        if shorter == kept {
            break;
        }
        kept = shorter;
    }
    kept.chars().any(is_word).then_some(kept)
}

fn beginning(text: &str) -> String {
    if text.chars().count() <= KEPT_CHARACTERS {
        return text.to_owned();
    }
    let head = cut(text, Budget { characters: KEPT_CHARACTERS, bytes: KEPT_CHARACTERS * 4 }).head;
    head.trim_end_matches(['…', ' ']).to_owned()
}

/// Leaves out what points to somebody: mentions, names with `@` or `#1234`, e-mail addresses, links. Thai writes no spaces, so that
/// such a thing begins where a run without Thai begins, and ends with the next white space.
fn without_addresses(text: &str) -> String {
    let mut kept: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        let characters: Vec<char> = word.chars().collect();
        let mut start = 0;
        let mut whole = true;
        while let Some(first) = characters.get(start) {
            let thai = is_thai(*first);
            let length = characters.iter().skip(start).take_while(|c| is_thai(**c) == thai).count();
            let run: String = characters.iter().skip(start).take(length).collect();
            if !thai && is_address(&run) {
                whole = false;
                break;
            }
            start += length;
        }
        let rest: String = if whole { word.to_owned() } else { characters.into_iter().take(start).collect() };
        if !rest.is_empty() {
            kept.push(rest);
        }
    }
    kept.join(" ")
}

/// Whether a run of characters, none of them Thai, is a mention, an address or a link.
fn is_address(run: &str) -> bool {
    let marked = run.contains('@') || run.contains("://") || run.contains("www.");
    marked || is_mark(run) || is_tag(run) || is_domain(run)
}

/// `<#123>`, `<:name:123>`, `<t:123>`: what means something to a chat program alone.
fn is_mark(run: &str) -> bool {
    run.split_once('<').is_some_and(|(_, mark)| {
        mark.starts_with([':', '#', '&', '/']) || mark.starts_with("a:") || mark.starts_with("t:")
    })
}

/// `name#1234`.
fn is_tag(run: &str) -> bool {
    run.split_once('#').is_some_and(|(name, number)| {
        name.chars().any(is_word) && number.chars().take_while(char::is_ascii_digit).count() >= 4
    })
}

/// `discord.gg/abc`, `example.com`: two names of letters with a full stop between them, as no sentence has it.
fn is_domain(run: &str) -> bool {
    let host = run.trim_start_matches(|c: char| !c.is_alphanumeric());
    let host = host.split(['/', ':', '?']).next().unwrap_or_default();
    let host = host.trim_end_matches(|c: char| !c.is_alphanumeric());
    host.rsplit_once('.').is_some_and(|(name, top)| {
        let letters =
            top.chars().count() >= 2 && top.chars().all(char::is_alphabetic) && top != NO_TOP_DOMAIN;
        letters && name.chars().count() >= 2 && name.chars().all(|c| c.is_alphanumeric() || "-_.".contains(c))
    })
}

/// Leaves out telephone, identity and account numbers.
fn without_long_numbers(text: &str) -> String {
    let characters: Vec<char> = text.chars().collect();
    let mut kept = String::with_capacity(text.len());
    let mut at = 0;
    while let Some(c) = characters.get(at) {
        if !c.is_numeric() {
            kept.push(*c);
            at += 1;
            continue;
        }
        let number = number_at(&characters, at);
        if number.longest < LONG_NUMBER && number.digits < LONG_GROUPED_NUMBER {
            kept.extend(characters.iter().skip(at).take(number.length));
        } else {
            kept.push(' ');
        }
        at += number.length.max(1);
    }
    kept
}

/// Groups of digits that stand together.
struct Number {
    /// Characters from the first digit to the last.
    length: usize,
    /// Digits in all groups.
    digits: usize,
    /// Digits of the longest group.
    longest: usize,
}

fn number_at(characters: &[char], start: usize) -> Number {
    let mut number = Number { length: 0, digits: 0, longest: 0 };
    let (mut group, mut between) = (0, 0);
    for (offset, c) in characters.iter().skip(start).enumerate() {
        if c.is_numeric() {
            (group, between) = (group + 1, 0);
            number.digits += 1;
            number.length = offset + 1;
            number.longest = number.longest.max(group);
        } else if BETWEEN_DIGITS.contains(c) && between < 2 {
            (group, between) = (0, between + 1);
        } else {
            break;
        }
    }
    number
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use proptest::prelude::*;

    use super::*;

    #[test]
    fn words_stay_and_people_go() {
        for (question, kept) in [
            ("  เงินเดือน AM ๒๕๖๗ เท่าไหร่?", "เงินเดือน am 2567 เท่าไหร่?"),
            ("นักบินได้ 150,000 ต่อเดือนไหม", "นักบินได้ 150,000 ต่อเดือนไหม"),
            ("รายได้ 15000-20000 พอไหม", "รายได้ พอไหม"),
            ("ปี 2020-2024 เป็นยังไง", "ปี 2020-2024 เป็นยังไง"),
            ("โทร 081-234-5678 หน่อย", "โทร หน่อย"),
            ("โทร 081 234 5678 หน่อย", "โทร หน่อย"),
            ("+66 (0)81-234-5678 นะ", "+ นะ"),
            ("เลขบัตร 1-2345-67890-12-3", "เลขบัตร"),
            ("บัตร ๑๒๓๔๕๖๗๘๙๐๑๒๓ ครับ", "บัตร ครับ"),
            ("ส่งที่somchai.k@example.co.thได้ไหม งานนี้", "ส่งที่ งานนี้"),
            ("<@123456789012345678> นักบินทำอะไร <:blob:123456789012345678>", "นักบินทำอะไร"),
            ("ดู https://example.com/สมชาย?x=1 แล้ว", "ดู แล้ว"),
            ("ดูexample.comแล้ว ดี", "ดู ดี"),
            ("เข้า discord.gg/AbCd กัน", "เข้า กัน"),
            ("@สมชาย นักบินทำอะไร", "นักบินทำอะไร"),
            ("somchai#1234 นักบิน", "นักบิน"),
            ("node.js c# .net e.g. B.Sc. U.S.", "node.js c# .net e.g. b.sc. u.s."),
            ("ผม@@", "ผม"),
        ] {
            assert_eq!(keepable(question).as_deref(), Some(kept), "from {question}");
        }
        for nothing in ["", "   ", "???", "0812345678", "a@b.co", "<@1>", "\u{200b}"] {
            assert_eq!(keepable(nothing), None, "from {nothing:?}");
        }
    }

    #[test]
    fn long_questions_are_cut_between_words() {
        let kept = keepable(&"อยากเป็นนักบิน ".repeat(100)).unwrap();
        assert!(kept.chars().count() <= KEPT_CHARACTERS && kept.ends_with("นักบิน"), "{kept}");
    }

    proptest! {
        #[test]
        fn whatever_is_kept_leads_to_nobody(text in "([0-9 @.<>#:/()-]|[a-z]|ก|้|๙|\\PC){0,300}") {
            if let Some(kept) = keepable(&text) {
                prop_assert!(kept.chars().count() <= KEPT_CHARACTERS);
                prop_assert!(!kept.contains('@') && !kept.contains("://"), "{}", kept);
                let longest = kept.split(|c: char| !c.is_numeric()).map(|run| run.chars().count()).max();
                prop_assert!(longest.unwrap_or(0) < LONG_NUMBER, "{}", kept);
                prop_assert_eq!(keepable(&kept), Some(kept));
            }
        }
    }
}
