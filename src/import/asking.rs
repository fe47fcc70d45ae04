//! Which lines ask something, as headings of pages do. Owns no facet.

use crate::text::script::{is_thai, thai_share};

/// How English questions begin.
const BEGINNINGS: [&str; 17] = [
    "what", "how", "where", "why", "who", "which", "when", "can", "could", "do", "does", "is", "are",
    "should", "will", "what's", "who's",
];
/// How Thai questions end, particles left out.
const ENDS: [&str; 28] = [
    "อะไร",
    "อะไรบ้าง",
    "เท่าไหร่",
    "เท่าไร",
    "เท่าไหร่บ้าง",
    "ยังไง",
    "ยังไงบ้าง",
    "อย่างไร",
    "อย่างไรบ้าง",
    "ไหน",
    "ไหนบ้าง",
    "ที่ไหน",
    "ไหม",
    "มั้ย",
    "หรือไม่",
    "หรือเปล่า",
    "รึเปล่า",
    "ใคร",
    "ใครบ้าง",
    "เมื่อไหร่",
    "เมื่อไร",
    "กี่ปี",
    "กี่บาท",
    "กี่แบบ",
    "กี่ประเภท",
    "แค่ไหน",
    "แบบไหน",
    "ทำไม",
];
/// What may stand behind the end of a Thai question.
const PARTICLES: [&str; 8] = ["ครับ", "ค่ะ", "คะ", "นะ", "กัน", "ดี", "ล่ะ", "ได้บ้าง"];
/// How lines begin that ask the reader and answer nothing: they lead into a text.
const HOOKS: [&str; 12] = [
    "เคย",
    "คุณเคย",
    "ใครเคย",
    "หลายคน",
    "สงสัย",
    "อยากรู้",
    "แล้วคุณ",
    "คุณล่ะ",
    "have you",
    "are you",
    "did you",
    "ever wonder",
];
/// Longest question, in characters.
const LONGEST: usize = 80;
/// Longest Thai question, in characters; longer ones are sentences that hold one.
const LONGEST_THAI: usize = 60;
/// Most words of an English one that has no question mark.
const MOST_WORDS: usize = 10;

/// Whether a line is a question as a whole.
pub(crate) fn is_question(line: &str) -> bool {
    let bare = line.trim_end_matches(['?', '？', ' ', ':']);
    let marked = line.trim_end().ends_with(['?', '？']);
    let letters = bare.chars().count();
    let small = bare.to_lowercase();
    let hooks = HOOKS.iter().any(|hook| small.starts_with(hook));
    if hooks || bare.contains(['?', '.', '!']) || letters > LONGEST {
        return false;
    }
    if thai_share(bare).is_some_and(|share| share > 0.5) {
        return letters <= LONGEST_THAI && (marked || asks_in_thai(bare));
    }
    let begins = small.split_whitespace().next().is_some_and(|first| BEGINNINGS.contains(&first));
    let few = small.split_whitespace().count() <= MOST_WORDS;
    marked || begins && few && line.chars().next().is_some_and(char::is_uppercase)
}

fn asks_in_thai(text: &str) -> bool {
    let mut text = text.trim_end_matches(|c: char| !is_thai(c));
    for particle in PARTICLES {
        text = text.strip_suffix(particle).unwrap_or(text).trim_end();
    }
    ENDS.iter().any(|end| text.ends_with(end))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn questions_are_told_from_sentences() {
        for (line, asks) in [
            ("What does a sales manager do?", true),
            ("What does a sales manager do", true),
            ("How much do they earn?", true),
            ("what it takes", false),
            ("What happened next surprised everybody who worked there at that time", false),
            ("Is it hard? It is not.", false),
            ("Duties", false),
            ("Have you ever wondered what a sales manager does?", false),
            ("เคยสงสัยไหมว่านักบัญชีเงินเดือนเท่าไหร่", false),
            ("อยากทำอาชีพนี้ต้องเรียนอะไร", true),
            ("เงินเดือนเท่าไหร่", true),
            ("เงินเดือนเท่าไหร่กันนะ?", true),
            ("ผู้จัดการฝ่ายขายคือใคร", true),
            ("ทำงานที่ไหนได้บ้าง", true),
            ("ลูกค้าถามว่าสินค้าราคาเท่าไหร่แล้วพนักงานก็ตอบไปตามที่รู้ว่าราคาเท่าไร", false),
            ("ผู้จัดการฝ่ายขายดูแลทีม", false),
            ("", false),
        ] {
            assert_eq!(is_question(line), asks, "{line}");
        }
    }
}
