//! What pages say around an article, compared with the lists of it. Owns no list and no decision about lines.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::note::Reason;
use super::phrase_lists::{EXACT, RIGHTS, STARTS};
use super::teaser_lists::{LABELS, Parted, TEASER_STARTS};
use crate::knowledge::heading_key;
use crate::text::script::is_word;

static EXACT_KEYS: LazyLock<HashMap<String, Reason>> = LazyLock::new(|| {
    let all = EXACT.iter().flat_map(|(reason, phrases)| phrases.iter().map(|phrase| (key(phrase), *reason)));
    all.collect()
});

static LABEL_KEYS: LazyLock<Vec<String>> = LazyLock::new(|| LABELS.iter().map(|label| key(label)).collect());

/// Equal for lines that differ in case, white space and the signs around them only.
pub(crate) fn key(text: &str) -> String {
    heading_key(text).trim_matches(|c| !is_word(c) && c != '๊').to_owned()
}

/// Why a line belongs to no article, by its words as a whole.
pub(crate) fn exact(text: &str) -> Option<Reason> {
    EXACT_KEYS.get(&key(text)).copied()
}

/// Why a line belongs to no article, by how it begins.
pub(crate) fn start(text: &str) -> Option<Reason> {
    let small = text.to_lowercase();
    let found = STARTS.iter().find(|(_, starts)| starts.iter().any(|start| small.starts_with(start)));
    found.map(|(reason, _)| *reason)
}

/// Whether a line stands above titles of other articles.
pub(crate) fn is_label(text: &str) -> bool {
    LABEL_KEYS.contains(&key(text)) || is_thai_label(text)
}

/// Whether a line is put together as Thai labels are: "อ่านบทความอื่น ๆ ที่น่าสนใจ".
fn is_thai_label(text: &str) -> bool {
    const BEGINNINGS: [&str; 6] = ["อ่าน", "ดู", "คลิก", "บทความ", "รวมบทความ", "เนื้อหา"];
    const ENDS: [&str; 3] = ["น่าสนใจ", "เกี่ยวข้อง", "แนะนำ"];
    const LONGEST: usize = 40;
    let key = key(text);
    let about = ["บทความ", "เรื่อง", "เนื้อหา"].iter().any(|about| key.contains(about));
    about
        && key.chars().count() <= LONGEST
        && BEGINNINGS.iter().any(|start| key.starts_with(start))
        && ENDS.iter().any(|end| key.ends_with(end))
}

/// Whether a line states rights.
pub(crate) fn states_rights(text: &str) -> bool {
    let small = text.to_lowercase();
    RIGHTS.iter().any(|right| small.contains(right))
}

/// Signs that part a teaser's words from the title.
const SIGNS: [char; 9] = [':', '：', '-', '–', '—', '→', '>', '»', '›'];
/// Signs that point at a teaser.
const POINTING: [char; 10] = ['→', '»', '›', '>', '👉', '📖', '🔗', ' ', '▶', '►'];

/// The title of another article that a line leads to.
pub(crate) fn teaser(text: &str) -> Option<&str> {
    if exact(text).is_some() {
        return None;
    }
    let text = text.trim_start_matches(POINTING).trim_start_matches('\u{FE0F}').trim_start_matches(POINTING);
    let small = text.to_lowercase();
    // Lower case changes no length of these letters, else the text is left alone.
    let title = TEASER_STARTS.iter().find_map(|(start, parted)| {
        small.strip_prefix(start)?;
        let rest = text.get(start.len()..)?;
        let by_sign = rest.trim_start().starts_with(SIGNS);
        let leads = match parted {
            Parted::Sign => by_sign,
            Parted::Space => by_sign || rest.starts_with(char::is_whitespace),
            Parted::Nothing => true,
        };
        let edge = |c: char| SIGNS.contains(&c) || c.is_whitespace() || matches!(c, '“' | '”' | '"');
        leads.then(|| rest.trim_matches(edge))
    });
    // "คลิกอ่านบทความที่เกี่ยวข้อง: …"
    title.filter(|title| !title.is_empty()).map(|title| teaser(title).unwrap_or(title))
}

/// Where a paragraph ends in a teaser, in brackets or behind a colon, and the title that it leads to.
pub(crate) fn teaser_at_end(text: &str) -> Option<(usize, &str)> {
    let small = text.to_lowercase();
    if small.len() != text.len() {
        return None;
    }
    let mut starts: Vec<(usize, &str)> =
        TEASER_STARTS.iter().filter_map(|(start, _)| Some((small.rfind(start)?, *start))).collect();
    starts.sort_by_key(|(at, start)| (*at, std::cmp::Reverse(start.len())));
    starts.into_iter().find_map(|(at, start)| {
        let before = text.get(..at)?;
        let bracket = before.ends_with(['(', '（', '[']);
        let parted =
            before.ends_with(|c: char| c.is_whitespace() || matches!(c, '.' | '!' | '?' | '>' | '→' | '👉'));
        let signed = text.get(at + start.len()..)?.trim_start().starts_with([':', '：']);
        let tail = text.get(at..)?.trim_end_matches([')', '）', ']', '.', ' ']);
        let title = teaser(tail).filter(|_| bracket || parted && signed)?;
        let kept = before.trim_end_matches(['(', '（', '[', '>', '→', '👉', ' ']).len();
        (kept > 0).then_some((kept, title))
    })
}

/// Whether a title is only an address.
pub(crate) fn is_address(title: &str) -> bool {
    title.split_whitespace().count() == 1 && (title.contains("://") || title.starts_with("www."))
}

/// Whether a line is a menu or a path through the site: short parts between signs.
pub(crate) fn is_menu(text: &str) -> bool {
    const LONGEST_PART: usize = 30;
    for (sign, least) in [("|", 3), ("›", 2), ("»", 2), (" > ", 2), ("·", 3), (" / ", 3), ("•", 3)] {
        let parts: Vec<&str> = text.split(sign).map(str::trim).collect();
        let known = parts.iter().any(|part| matches!(exact(part), Some(Reason::Navigation)));
        let all = parts.iter().all(|part| exact(part).is_some());
        let enough = parts.len() >= if known || all { 2 } else { least + 1 };
        if enough && parts.iter().all(|part| part.chars().count() <= LONGEST_PART && !part.ends_with('.')) {
            return true;
        }
    }
    // Several known words of menus in a row.
    let words: Vec<&str> = text.split_whitespace().collect();
    if is_row_of_phrases(&words) {
        return true;
    }
    words.len() >= 3 && words.iter().filter(|word| exact(word).is_some()).count() * 3 >= words.len() * 2
}

/// Whether words are phrases of menus one behind the other, one of them of several words: "Log in Sign up".
fn is_row_of_phrases(words: &[&str]) -> bool {
    const LONGEST_PHRASE: usize = 5;
    const MOST_WORDS: usize = 16;
    if words.len() > MOST_WORDS {
        return false;
    }
    let (mut at, mut phrases, mut several) = (0, 0, false);
    while at < words.len() {
        let found = (1..=LONGEST_PHRASE).rev().find(|length| {
            let phrase = words.get(at..at + length).map(|phrase| phrase.join(" "));
            phrase.is_some_and(|phrase| exact(&phrase) == Some(Reason::Navigation))
        });
        let Some(length) = found else { return false };
        at += length;
        phrases += 1;
        several |= length > 1;
    }
    phrases > 1 && several
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_around_articles_is_known() {
        for (text, reason) in [
            ("Home", Some(Reason::Navigation)),
            ("— ADVERTISEMENT —", Some(Reason::Advertisement)),
            ("แชร์บทความนี้", Some(Reason::Social)),
            ("อ่านต่อ »", Some(Reason::Teaser)),
            ("Salary", None),
        ] {
            assert_eq!(exact(text), reason, "{text}");
        }
        for (text, title) in [
            ("Read more: What Is an Auditor?", Some("What Is an Auditor?")),
            ("Read more carefully than others", None),
            ("อ่านเพิ่มเติม: ผู้สอบบัญชีคืออะไร", Some("ผู้สอบบัญชีคืออะไร")),
            ("อ่านต่อ ผู้สอบบัญชี", Some("ผู้สอบบัญชี")),
            ("Related careers pay more", None),
            ("อ่านเพิ่มเติมเกี่ยวกับผู้สอบบัญชี", Some("ผู้สอบบัญชี")),
            ("👉 คลิกอ่าน “นักบัญชีทำอะไร”", Some("นักบัญชีทำอะไร")),
            ("บทความที่เกี่ยวข้อง ผู้สอบบัญชีคืออะไร", Some("ผู้สอบบัญชีคืออะไร")),
            ("คลิกอ่านเพิ่มเติมได้ที่นี่", None),
            ("คลิกอ่านบทความที่เกี่ยวข้อง: วิศวกรไฟฟ้าคืออะไร", Some("วิศวกรไฟฟ้าคืออะไร")),
            ("บทความที่เกี่ยวข้องกับงานนี้มีมาก", None),
        ] {
            assert_eq!(teaser(text), title, "{text}");
        }
        for (text, found) in [
            ("นักบัญชีทำบัญชีทุกวัน (อ่านเพิ่มเติม: ผู้สอบบัญชีคืออะไร)", Some(("นักบัญชีทำบัญชีทุกวัน", "ผู้สอบบัญชีคืออะไร"))),
            ("It is hard. Read more: What Is an Auditor?", Some(("It is hard.", "What Is an Auditor?"))),
            ("งานนี้ต้องอ่านต่อเนื่องทุกวัน", None),
            ("ผู้สมัครอ่านเพิ่มเติม ก่อนสอบทุกครั้ง", None),
        ] {
            let told = teaser_at_end(text).and_then(|(cut, title)| Some((text.get(..cut)?, title)));
            assert_eq!(told, found, "{text}");
        }
        for (text, label) in [
            ("You may also like:", true),
            ("อ่านบทความอื่น ๆ ที่น่าสนใจ", true),
            ("รวมบทความแนะนำ", true),
            ("กฎหมายที่เกี่ยวข้อง", false),
            ("เรียนเรื่องที่เกี่ยวข้อง", false),
        ] {
            assert_eq!(is_label(text), label, "{text}");
        }
        for (text, menu) in [
            ("Home | Jobs | Salaries | Blog", true),
            ("หน้าแรก › อาชีพ", true),
            ("Home Jobs Blog", true),
            ("Log in Sign up", true),
            ("Facebook | X | LinkedIn", true),
            ("Facebook | Duties", false),
            ("About careers", false),
            ("A manager keeps customers. Home is far | away.", false),
            ("Salary / bonus", false),
        ] {
            assert_eq!(is_menu(text), menu, "{text}");
        }
    }
}
