//! Other readings of a question that as typed finds little: the other keyboard layout, written-out abbreviations, and
//! foreign names in Thai letters.

use super::names::Catalogue;
use crate::text::keyboard::{to_latin, to_thai};
use crate::text::normalize;
use crate::text::script::is_thai;

/// Another way to read a question.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Reading {
    /// The text in this reading.
    pub(crate) text: String,
    /// Why it was tried, for explanations.
    pub(crate) reason: &'static str,
    /// How sure the reading itself is, 0..=1.
    pub(crate) certainty: f32,
    /// Whether the text may be gibberish in this reading, so that it must look more familiar than as typed.
    pub(crate) doubtful: bool,
}

/// Runs of so many digits are numbers: no Thai word is typed with four digit keys in a row.
const NUMBER_DIGITS: usize = 4;

/// Abbreviations with what they stand for. Only such that stand for nothing else in a question about work.
const ABBREVIATIONS: [(&str, &str); 13] = [
    ("ผจก.", "ผู้จัดการ"),
    ("ผจก", "ผู้จัดการ"),
    ("ผช.", "ผู้ช่วย"),
    ("จนท.", "เจ้าหน้าที่"),
    ("หน.", "หัวหน้า"),
    ("ผอ.", "ผู้อำนวยการ"),
    ("บช.", "บัญชี"),
    ("mgr", "manager"),
    ("acct", "account"),
    ("acc mgr", "account manager"),
    ("exec", "executive"),
    ("fin", "financial"),
    ("sr.", "senior"),
];

/// Every other reading worth trying, most likely first.
pub(crate) fn readings(raw: &str, catalogue: &Catalogue) -> Vec<Reading> {
    let mut readings = Vec::new();
    let mut add = |text: Option<String>, certainty, reason, doubtful| {
        if let Some(text) = text
            && !readings.iter().any(|known: &Reading| known.text == text)
        {
            readings.push(Reading { text, reason, certainty, doubtful });
        }
    };
    add(expand(raw), 1.0, "abbreviations written out", false);
    if let Some((text, closeness)) = catalogue.transliterated(&normalize(raw)) {
        add(Some(text), closeness, "foreign name in Thai letters", false);
    }
    add(whole(raw), 1.0, "typed in the other keyboard layout", true);
    add(in_part(raw), 1.0, "typed partly in the other keyboard layout", true);
    readings
}

fn expand(raw: &str) -> Option<String> {
    let normalized = normalize(raw);
    let mut text = normalized.clone();
    for (short, long) in ABBREVIATIONS {
        if short.chars().any(is_thai) {
            text = text.replace(short, long);
        } else {
            let words: Vec<&str> = text.split(' ').map(|word| if word == short { long } else { word }).collect();
            text = words.join(" ");
        }
    }
    (text != normalized).then_some(text)
}

/// The whole text on the other keyboard.
fn whole(raw: &str) -> Option<String> {
    let thai = raw.chars().filter(|&c| is_thai(c)).count();
    let other = raw.chars().filter(|&c| c.is_ascii_graphic()).count();
    let switched = switch(raw, thai <= other);
    (switched != raw).then_some(switched)
}

/// Only the words of the rarer script on the other keyboard: half of the text was typed before the switch was noticed.
fn in_part(raw: &str) -> Option<String> {
    let to_thai_words = switch_words(raw, |word| word.is_ascii() && word.chars().any(char::is_alphanumeric), true);
    let to_latin_words = switch_words(raw, |word| word.chars().all(|c| is_thai(c) || c.is_ascii_punctuation()), false);
    let thai = raw.chars().filter(|&c| is_thai(c)).count();
    if thai * 2 >= raw.chars().count() { to_thai_words.or(to_latin_words) } else { to_latin_words.or(to_thai_words) }
}

fn switch_words(raw: &str, picked: impl Fn(&str) -> bool, thai: bool) -> Option<String> {
    let words: Vec<String> =
        raw.split(' ').map(|word| if picked(word) { switch(word, thai) } else { word.to_owned() }).collect();
    let switched = words.join(" ");
    (switched != raw && words.len() > 1).then_some(switched)
}

/// The other keyboard's text, with numbers left alone: long runs of digits, and digits that stand by themselves.
fn switch(text: &str, thai: bool) -> String {
    let words: Vec<String> = text.split(' ').map(|word| switch_word(word, thai)).collect();
    words.join(" ")
}

fn switch_word(text: &str, thai: bool) -> String {
    if text.bytes().all(|byte| byte.is_ascii_digit()) {
        return text.to_owned();
    }
    let characters: Vec<char> = text.chars().collect();
    let mut switched = String::with_capacity(text.len());
    for run in characters.chunk_by(|a, b| a.is_ascii_digit() == b.is_ascii_digit()) {
        let part: String = run.iter().collect();
        if run.len() >= NUMBER_DIGITS && run.iter().all(char::is_ascii_digit) {
            switched.push_str(&part);
        } else {
            switched.push_str(&if thai { to_thai(&part) } else { to_latin(&part) });
        }
    }
    switched
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::knowledge::Knowledge;

    #[track_caller]
    fn check(raw: &str, expected: &str) {
        let catalogue = Catalogue::new(&Knowledge::default());
        let readings = readings(raw, &catalogue);
        assert!(readings.iter().any(|reading| reading.text == expected), "{raw}: {readings:?}");
    }

    #[test]
    fn other_layouts_and_abbreviations() {
        check("g'bogfnvo am gmjkwsij", "เงินเดือน ฟท เท่าไหร่");
        check("g'bogfnvo 2024 [km", "เงินเดือน 2024 บาท");
        check("account manager g'bogfnvogmjkwsij", "ฟแแนีืะ ทฟืฟเำพ เงินเดือนเท่าไหร่");
        check("เงินเดือน gmjkwsij", "เงินเดือน เท่าไหร่");
        check("ฟแแนีืะ ทฟืฟเำพ", "account manager");
        check("ผจก.ฝ่ายบัญชี", "ผู้จัดการฝ่ายบัญชี");
        check("acct mgr salary", "account manager salary");
    }

    #[test]
    fn nothing_to_switch() {
        assert!(readings("", &Catalogue::new(&Knowledge::default())).is_empty());
        assert!(readings("😀 20240", &Catalogue::new(&Knowledge::default())).is_empty());
    }
}
