//! What pages say around an article, in Thai and English. Data and how it is compared; owns no decision about lines.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::note::Reason;
use crate::knowledge::heading_key;
use crate::text::script::is_word;

/// Lines that say nothing else.
const EXACT: [(Reason, &[&str]); 5] = [
    (
        Reason::Navigation,
        &[
            "home",
            "menu",
            "main menu",
            "search",
            "log in",
            "login",
            "sign in",
            "sign up",
            "register",
            "my account",
            "skip to content",
            "skip to main content",
            "skip navigation",
            "back to top",
            "table of contents",
            "contents",
            "next",
            "previous",
            "next page",
            "previous page",
            "about us",
            "about",
            "contact",
            "contact us",
            "jobs",
            "careers",
            "blog",
            "news",
            "all categories",
            "close",
            "open menu",
            "toggle navigation",
            "in this article",
            "on this page",
            "jump to",
            "show more",
            "load more",
            "expand all",
            "print",
            "english",
            "thai",
            "หน้าแรก",
            "หน้าหลัก",
            "เมนู",
            "ค้นหา",
            "เข้าสู่ระบบ",
            "ลงชื่อเข้าใช้",
            "สมัครสมาชิก",
            "ลงทะเบียน",
            "ข้ามไปยังเนื้อหา",
            "ข้ามไปเนื้อหา",
            "ไปที่เนื้อหา",
            "กลับขึ้นด้านบน",
            "กลับด้านบน",
            "สารบัญ",
            "เกี่ยวกับเรา",
            "ติดต่อเรา",
            "หางาน",
            "บทความ",
            "บทความทั้งหมด",
            "ข่าว",
            "หมวดหมู่",
            "ถัดไป",
            "ก่อนหน้า",
            "หน้าถัดไป",
            "ปิด",
            "ดูทั้งหมด",
            "ไทย",
            "เนื้อหาในบทความ",
            "หัวข้อในบทความ",
            "พิมพ์",
        ],
    ),
    (
        Reason::Advertisement,
        &[
            "advertisement",
            "advertisements",
            "ad",
            "ads",
            "sponsored",
            "sponsored content",
            "promoted",
            "promotion",
            "advertisement continue reading below",
            "story continues below advertisement",
            "continue reading below",
            "paid partnership",
            "โฆษณา",
            "พื้นที่โฆษณา",
            "ผู้สนับสนุน",
            "สนับสนุนเนื้อหา",
            "โฆษณาอ่านต่อด้านล่าง",
            "เนื้อหาอยู่ด้านล่างโฆษณา",
            "อ่านต่อด้านล่างโฆษณา",
            "ad choices",
        ],
    ),
    (
        Reason::Social,
        &[
            "share",
            "share this",
            "share this article",
            "share this post",
            "share on facebook",
            "share on twitter",
            "share on linkedin",
            "share on x",
            "share via email",
            "tweet",
            "pin it",
            "copy link",
            "email",
            "facebook",
            "twitter",
            "x",
            "linkedin",
            "instagram",
            "youtube",
            "tiktok",
            "line",
            "pinterest",
            "whatsapp",
            "follow us",
            "follow us on facebook",
            "like us on facebook",
            "like",
            "comments",
            "leave a comment",
            "leave a reply",
            "แชร์",
            "แชร์บทความ",
            "แชร์บทความนี้",
            "แชร์เลย",
            "แชร์ไปยัง facebook",
            "แชร์ลง facebook",
            "แชร์หน้านี้",
            "คัดลอกลิงก์",
            "ติดตามเรา",
            "ติดตามเราได้ที่",
            "ติดตามเราบน facebook",
            "กดไลก์",
            "ถูกใจ",
            "ไลน์",
            "เฟซบุ๊ก",
            "ทวิตเตอร์",
            "แสดงความคิดเห็น",
            "ความคิดเห็น",
            "แชร์ให้เพื่อน",
            "ส่งต่อให้เพื่อน",
        ],
    ),
    (
        Reason::Footer,
        &[
            "privacy policy",
            "privacy",
            "terms of use",
            "terms of service",
            "terms and conditions",
            "terms",
            "cookie policy",
            "cookie settings",
            "accept all",
            "accept all cookies",
            "accept cookies",
            "sitemap",
            "subscribe",
            "subscribe to our newsletter",
            "sign up for our newsletter",
            "newsletter",
            "get our newsletter",
            "advertise with us",
            "help center",
            "disclaimer",
            "นโยบายความเป็นส่วนตัว",
            "ข้อกำหนดการใช้งาน",
            "เงื่อนไขการใช้งาน",
            "นโยบายคุกกี้",
            "ตั้งค่าคุกกี้",
            "ยอมรับทั้งหมด",
            "ยอมรับคุกกี้",
            "แผนผังเว็บไซต์",
            "รับข่าวสาร",
            "สมัครรับข่าวสาร",
            "สมัครรับจดหมายข่าว",
            "ลงโฆษณากับเรา",
            "ติดต่อโฆษณา",
            "ศูนย์ช่วยเหลือ",
            "แจ้งปัญหา",
        ],
    ),
    (
        Reason::Teaser,
        &[
            "read more",
            "read more here",
            "read the full article",
            "continue reading",
            "learn more",
            "see more",
            "more",
            "view article",
            "อ่านต่อ",
            "อ่านเพิ่มเติม",
            "อ่านเพิ่ม",
            "ดูเพิ่มเติม",
            "อ่านต่อที่นี่",
            "อ่านบทความเต็ม",
            "คลิกอ่านต่อ",
            "อ่านรายละเอียด",
        ],
    ),
];

/// Labels above a list of other articles.
const LABELS: [&str; 31] = [
    "explore more articles",
    "explore more",
    "more articles",
    "related articles",
    "related posts",
    "related reading",
    "related",
    "related stories",
    "related topics",
    "recommended reading",
    "recommended for you",
    "recommended",
    "you may also like",
    "you might also like",
    "more from this category",
    "more like this",
    "read next",
    "read also",
    "also read",
    "see also",
    "further reading",
    "most read",
    "popular articles",
    "บทความที่เกี่ยวข้อง",
    "บทความแนะนำ",
    "บทความอื่น ๆ",
    "บทความอื่นที่น่าสนใจ",
    "เรื่องที่เกี่ยวข้อง",
    "ข่าวที่เกี่ยวข้อง",
    "อ่านบทความอื่น",
    "บทความยอดนิยม",
];

/// Words that go before another article's title, with whether they need a colon or the like behind them.
const TEASER_STARTS: [(&str, bool); 22] = [
    ("read more about", false),
    ("read more", true),
    ("read next", true),
    ("read also", true),
    ("also read", true),
    ("related articles", true),
    ("related article", true),
    ("related reading", true),
    ("related", true),
    ("see also", true),
    ("you may also like", true),
    ("you might also like", true),
    ("learn more", true),
    ("don't miss", true),
    ("อ่านเพิ่มเติม", false),
    ("อ่านต่อ", false),
    ("อ่านเพิ่ม", true),
    ("ดูเพิ่มเติม", true),
    ("บทความที่เกี่ยวข้อง", true),
    ("บทความแนะนำ", true),
    ("เรื่องที่เกี่ยวข้อง", true),
    ("อ่านบทความ", true),
];

/// How lines begin that say nothing of the article, whatever follows.
const STARTS: [(Reason, &[&str]); 5] = [
    (
        Reason::Advertisement,
        &[
            "advertisement",
            "sponsored by",
            "paid for by",
            "presented by",
            "โฆษณา:",
            "โฆษณา -",
            "สนับสนุนโดย",
            "สนับสนุนเนื้อหาโดย",
        ],
    ),
    (
        Reason::Social,
        &[
            "share this",
            "share on ",
            "follow us",
            "like us on",
            "tags:",
            "tag:",
            "filed under",
            "join our facebook",
            "ติดตามเรา",
            "ติดตามข่าวสาร",
            "แชร์บทความ",
            "แท็ก:",
            "แท็ก :",
            "กดติดตาม",
            "กดไลก์",
            "แชร์:",
        ],
    ),
    (
        Reason::Footer,
        &[
            "©",
            "(c) 20",
            "copyright",
            "all rights reserved",
            "subscribe to",
            "sign up for our",
            "by using this site",
            "we use cookies",
            "this site uses cookies",
            "this website uses cookies",
            "as an amazon associate",
            "สงวนลิขสิทธิ์",
            "ลิขสิทธิ์ ©",
            "ลิขสิทธิ์ของ",
            "เว็บไซต์นี้ใช้คุกกี้",
            "เราใช้คุกกี้",
            "สมัครรับ",
        ],
    ),
    (
        Reason::Byline,
        &[
            "by ",
            "written by",
            "reviewed by",
            "medically reviewed",
            "edited by",
            "fact checked by",
            "fact-checked by",
            "author:",
            "updated",
            "last updated",
            "published",
            "posted on",
            "posted by",
            "โดย ",
            "เขียนโดย",
            "เรียบเรียงโดย",
            "ผู้เขียน",
            "เผยแพร่เมื่อ",
            "อัปเดตล่าสุด",
            "อัปเดตเมื่อ",
            "อัพเดทล่าสุด",
            "อัพเดตล่าสุด",
            "แก้ไขล่าสุด",
            "วันที่เผยแพร่",
            "วันที่ ",
            "เวลาอ่าน",
            "ใช้เวลาอ่าน",
            "อ่าน ",
        ],
    ),
    (Reason::Navigation, &["skip to ", "you are here", "คุณอยู่ที่", "ข้ามไป"]),
];

/// What ends the statement of rights of a page.
const RIGHTS: [&str; 4] = ["all rights reserved", "สงวนลิขสิทธิ์", "©", "copyright 20"];

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
    LABEL_KEYS.contains(&key(text))
}

/// Whether a line states rights.
pub(crate) fn states_rights(text: &str) -> bool {
    let small = text.to_lowercase();
    RIGHTS.iter().any(|right| small.contains(right))
}

/// The title of another article that a line leads to.
pub(crate) fn teaser(text: &str) -> Option<&str> {
    const SIGNS: [char; 9] = [':', '：', '-', '–', '—', '→', '>', '»', '›'];
    let small = text.to_lowercase();
    let text = text.trim_start_matches(['→', '»', '›', '>', '👉', ' ', '▶', '►']);
    let small = small.trim_start_matches(['→', '»', '›', '>', '👉', ' ', '▶', '►']);
    // Lower case changes no length of these letters, else the text is left alone.
    let title = TEASER_STARTS.iter().find_map(|(start, needs_sign)| {
        small.strip_prefix(start)?;
        let rest = text.get(start.len()..)?;
        let signed = rest.trim_start().starts_with(SIGNS);
        let parted = rest.starts_with(char::is_whitespace);
        (signed || (!needs_sign && parted))
            .then(|| rest.trim_matches(|c: char| SIGNS.contains(&c) || c.is_whitespace()))
    });
    title.filter(|title| !title.is_empty())
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
        ] {
            assert_eq!(teaser(text), title, "{text}");
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
