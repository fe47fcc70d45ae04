//! How a word sounds by its consonants, so that แอคเคาท์ เมเนเจอร์ meets "account manager".
//!
//! Both scripts are reduced to one small alphabet of sounds: stops by place (k, p, t, c), nasals (n, m), liquids
//! (l, r), fricatives (s, f, h) and glides (w, y). Vowels are dropped, except a glottal onset, since vowel letters are
//! where spellings of loanwords differ most. A consonant under ์ is kept: in a
//! loanword it stands for one of the original (แอคเคาท์). The Thai classes follow the Royal Institute's romanization (1999) with
//! aspiration and voice ignored; the English rules cover common spellings (ph, ck, tion, soft c and g).

use super::script::{is_thai, is_thai_tone};

/// The consonant skeleton of a normalized text; words are joined, doubled sounds written once.
pub fn skeleton(text: &str) -> String {
    let mut sounds = String::new();
    add_skeleton(&mut sounds, "", text);
    sounds
}

/// Where the words of a text begin in its skeleton, but for those whose first sound is the last of the word before.
pub fn onsets(text: &str) -> Vec<usize> {
    let (mut sounds, mut onsets) = (String::new(), Vec::new());
    for word in text.split(' ') {
        let (own, place) = (skeleton(word), sounds.len());
        if own.chars().next().is_some_and(|first| !sounds.ends_with(first)) {
            onsets.push(place);
        }
        add_skeleton(&mut sounds, "", word);
    }
    onsets
}

/// Adds the consonant skeleton of a text to that of what stands before it, of which the last letters are needed.
pub fn add_skeleton(sounds: &mut String, before: &str, text: &str) {
    let last = before.char_indices().rev().nth(1).map_or(0, |(place, _)| place);
    let mut characters: Vec<char> = before.get(last..).unwrap_or_default().chars().collect();
    let mut at = characters.len();
    characters.extend(text.chars());
    while let Some(&c) = characters.get(at) {
        let (sound, step) =
            if is_thai(c) { thai_sound(&characters, at) } else { english_sound(&characters, at) };
        for c in sound.chars() {
            if !sounds.ends_with(c) {
                sounds.push(c);
            }
        }
        at += step;
    }
}

/// Cost of a sound that spellings of loanwords drop or add at will: r, h, w and y beside a vowel, n before a stop, s after l, a
/// stop that ends a cluster (อนาลิส for analyst, เคาท์ for count, เมเนเจ้อ for manager, เซล for sales).
const WEAK_SOUND_COST: f64 = 0.35;
/// Cost of sounds that Thai has one letter for, or none: v and f at the end of a word as w, f or p, l and r, ch and s.
const NEAR_SOUND_COST: f64 = 0.4;

/// No difference between two skeletons costs less.
pub const LEAST_SOUND_COST: f64 = WEAK_SOUND_COST;

/// A consonant skeleton with what it costs that each of its sounds is not there in another one.
#[derive(Debug, Clone, PartialEq)]
pub struct Sound {
    sounds: String,
    costs: Vec<f64>,
}

impl Sound {
    /// Of a skeleton; no sound costs less at `onsets`, where a word begins: nobody swallows them (เปอร์เซ็นต์ is no pricing actuary).
    pub fn new(sounds: String, onsets: &[usize]) -> Self {
        let cost = |place: usize| {
            if onsets.contains(&place) { 1.0 } else { dropping_cost(sounds.as_bytes(), place) }
        };
        let costs = (0..sounds.len()).map(cost).collect();
        Self { sounds, costs }
    }

    /// The skeleton.
    pub fn as_str(&self) -> &str {
        &self.sounds
    }
}

/// How alike two skeletons sound, 0..=1, if at least so much, which most are not: that shows before all of both is compared. An
/// edit distance in which sounds that borrowing loses cost less.
pub fn sound_closeness(a: &Sound, b: &Sound, least: f64) -> Option<f64> {
    let longer = a.costs.len().max(b.costs.len()) as f64;
    if longer < 1.0 {
        return Some(1.0);
    }
    let closeness = |cost: f64| 1.0 - cost / longer;
    let mut row: Vec<f64> = std::iter::once(0.0)
        .chain(b.costs.iter().scan(0.0, |sum, cost| {
            *sum += cost;
            Some(*sum)
        }))
        .collect();
    for (sound, dropped) in a.sounds.bytes().zip(&a.costs) {
        let mut diagonal = row.first().copied().unwrap_or_default();
        let mut left = diagonal + dropped;
        if let Some(first) = row.first_mut() {
            *first = left;
        }
        for ((other, added), cell) in b.sounds.bytes().zip(&b.costs).zip(row.iter_mut().skip(1)) {
            let best = (diagonal + replacing_cost(sound, other)).min(*cell + dropped).min(left + added);
            diagonal = *cell;
            *cell = best;
            left = best;
        }
        // No cost of a later row is less than the least of this one.
        if closeness(row.iter().copied().fold(f64::INFINITY, f64::min)) < least {
            return None;
        }
    }
    Some(closeness(row.last().copied().unwrap_or_default())).filter(|&closeness| closeness >= least)
}

fn dropping_cost(skeleton: &[u8], place: usize) -> f64 {
    let before = place.checked_sub(1).and_then(|before| skeleton.get(before));
    let weak = match skeleton.get(place) {
        Some(b'r' | b'h' | b'w' | b'y') => true,
        Some(b'n') => matches!(skeleton.get(place + 1), Some(b't' | b'k' | b'c')),
        Some(b't' | b'k') => matches!(before, Some(b'n' | b's' | b'k')),
        Some(b's') => before == Some(&b'l'),
        _ => false,
    };
    if weak { WEAK_SOUND_COST } else { 1.0 }
}

fn replacing_cost(a: u8, b: u8) -> f64 {
    match (a.min(b), a.max(b)) {
        _ if a == b => 0.0,
        (b'f' | b'p', b'p' | b'w') | (b'l', b'r') | (b'c', b's') => NEAR_SOUND_COST,
        _ => 1.0,
    }
}

/// The sound of the Thai letter at a place, and how many characters it takes.
pub(super) fn thai_sound(characters: &[char], at: usize) -> (&'static str, usize) {
    let Some(&c) = characters.get(at) else { return ("", 1) };
    let before = characters.get(..at).and_then(|before| before.iter().rev().find(|&&c| !is_thai_tone(c)));
    let sound = match c {
        // Part of a vowel: อิเล็กทริเชียน, บัว.
        'ย' if before == Some(&'ี') => "",
        'ว' if before == Some(&'ั') => "",
        'ก' | 'ข' | 'ฃ' | 'ค' | 'ฅ' | 'ฆ' => "k",
        'จ' | 'ฉ' | 'ช' | 'ฌ' => "c",
        'ซ' | 'ศ' | 'ษ' | 'ส' => "s",
        'ด' | 'ต' | 'ถ' | 'ท' | 'ธ' | 'ฎ' | 'ฏ' | 'ฐ' | 'ฑ' | 'ฒ' => "t",
        'น' | 'ณ' | 'ญ' | 'ง' => "n",
        'บ' | 'ป' | 'ผ' | 'พ' | 'ภ' => "p",
        'ฝ' | 'ฟ' => "f",
        'ม' | 'ำ' => "m",
        'ร' => "r",
        'ล' | 'ฬ' => "l",
        'ว' => "w",
        'ย' => "y",
        'ห' | 'ฮ' => "h",
        _ => "",
    };
    (sound, 1)
}

/// The sound of the English letter at a place, and how many letters it takes.
pub(super) fn english_sound(characters: &[char], at: usize) -> (&'static str, usize) {
    let letter = |offset: usize| characters.get(at + offset).copied().unwrap_or(' ');
    let rest: [char; 4] = [letter(0), letter(1), letter(2), letter(3)];
    match rest {
        ['t' | 's', 'i', 'o', 'n'] => ("cn", 4),
        ['s', 'c', 'h', _] => ("sk", 3),
        ['c' | 't', 'i', 'a', _] | ['t', 'c', 'h', _] | ['d', 'g', 'e', _] => ("c", 3),
        ['c', 'c', 'e' | 'i', _] => ("ks", 2),
        ['c' | 's', 'h', ..] => ("c", 2),
        ['p', 'h', ..] => ("f", 2),
        ['w', 'r', ..] => ("r", 2),
        ['c', 'k', ..] | ['q', 'u', ..] => ("k", 2),
        ['t', 'h', ..] => ("t", 2),
        ['n', 'g', 'e' | 'i', _] => ("nc", 2),
        ['n', 'g', ..] | ['k', 'n', ..] => ("n", 2),
        ['g', 'h', ..] => ("", 2),
        ['x', ..] => ("ks", 1),
        ['c', 'e' | 'i' | 'y', ..] | ['s' | 'z', ..] => ("s", 1),
        ['g', 'e' | 'i' | 'y', ..] | ['j', ..] => ("c", 1),
        ['c' | 'k' | 'g' | 'q', ..] => ("k", 1),
        ['t' | 'd', ..] => ("t", 1),
        ['p' | 'b', ..] => ("p", 1),
        ['f', ..] => ("f", 1),
        ['v' | 'w', ..] => ("w", 1),
        ['n', ..] => ("n", 1),
        ['m', ..] => ("m", 1),
        ['l', ..] => ("l", 1),
        ['r', ..] => ("r", 1),
        ['h', ..] => ("h", 1),
        ['y', 'a' | 'e' | 'i' | 'o' | 'u', ..] => ("y", 1),
        _ => ("", 1),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn both_scripts_meet() {
        for (thai, english) in [
            ("แอคเคาท์เมเนเจอร์", "account manager"),
            ("แอ็กเคานต์แมเนเจอร์", "account manager"),
            ("แอคเค้าท์แมเนเจอร์", "account manager"),
            ("ดาต้าอนาลิสต์", "data analyst"),
            ("เซลส์", "sales"),
            ("เซลล์แมเนเจ้อ", "sales manager"),
            ("ออดิเตอร์", "auditor"),
            ("แอคเคาแมเนเจ้อ", "account manager"),
            ("แอคเค้าท์เอ็กเซ็กคิวทีบ", "account executive"),
            ("เครดิตริสอนาลิส", "credit risk analyst"),
            ("แมชชีนเลิร์นนิงเอนจิเนียร์", "machine learning engineer"),
            ("อิเล็กทริเชี่ยน", "electrician"),
            ("เว็ตเทอริแนเรียน", "veterinarian"),
            ("ก๊อปปี้ไรเตอร์", "copywriter"),
        ] {
            let closeness = closeness(english, thai, 0.0).unwrap();
            assert!(closeness >= 0.84, "{thai} ~ {english}: {closeness}");
        }
        for (thai, english) in [("เงินเดือนเท่าไหร่", "account manager"), ("ตำแหน่งนี้", "data analyst")]
        {
            let closeness = closeness(english, thai, 0.0).unwrap();
            assert!(closeness < 0.7, "{thai} ~ {english}: {closeness}");
        }
        assert_eq!(closeness("", "", 1.0), Some(1.0));
        let (english, thai) = ("account manager", "แอคเคาแมเนเจ้อ");
        let exactly = closeness(english, thai, 0.0).unwrap();
        assert_eq!(closeness(english, thai, exactly), Some(exactly));
        assert_eq!(closeness(english, thai, exactly + 0.01), None);
        assert_eq!(skeleton(""), "");
        assert_eq!(skeleton("account manager"), "kntmncr");
        let mut joined = skeleton("เรี");
        add_skeleton(&mut joined, "เรี", "ยน");
        assert_eq!(joined, "rn");
    }

    #[test]
    fn no_word_loses_its_first_sound() {
        assert_eq!(onsets("pricing actuary"), [0, 4]);
        // The last sound of one word is the first of the next.
        assert_eq!(onsets("risk credit"), [0]);
        for (thai, english) in [("เปอร์เซ็นต์", "pricing actuary"), ("คอนซัลแทนต์", "consulting actuary")]
        {
            assert_eq!(closeness(english, thai, 0.87), None, "{thai} ~ {english}");
        }
    }

    fn closeness(english: &str, thai: &str, least: f64) -> Option<f64> {
        let (name, heard) =
            (Sound::new(skeleton(english), &onsets(english)), Sound::new(skeleton(thai), &[]));
        sound_closeness(&name, &heard, least)
    }
}
