//! How a word sounds by its consonants, so that แอคเคาท์ เมเนเจอร์ meets "account manager".
//!
//! Both scripts are reduced to one small alphabet of sounds: stops by place (k, p, t, c), nasals (n, m), liquids
//! (l, r), fricatives (s, f, h) and glides (w, y). Vowels are dropped, except a glottal onset, since vowel letters are
//! where spellings of loanwords differ most. A consonant under ์ is kept: in a
//! loanword it stands for one of the original (แอคเคาท์). The Thai classes follow the Royal Institute's romanization (1999) with
//! aspiration and voice ignored; the English rules cover common spellings (ph, ck, tion, soft c and g).

use super::script::is_thai;

/// The consonant skeleton of a normalized text; words are joined, doubled sounds written once.
pub fn skeleton(text: &str) -> String {
    let characters: Vec<char> = text.chars().collect();
    let mut sounds = String::new();
    let mut at = 0;
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
    sounds
}

/// The sound of the Thai letter at a place, and how many characters it takes.
fn thai_sound(characters: &[char], at: usize) -> (&'static str, usize) {
    let Some(&c) = characters.get(at) else { return ("", 1) };
    let sound = match c {
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
fn english_sound(characters: &[char], at: usize) -> (&'static str, usize) {
    let letter = |offset: usize| characters.get(at + offset).copied().unwrap_or(' ');
    let rest: [char; 4] = [letter(0), letter(1), letter(2), letter(3)];
    match rest {
        ['t' | 's', 'i', 'o', 'n'] => ("cn", 4),
        ['s', 'c', 'h', _] => ("sk", 3),
        ['c' | 't', 'i', 'a', _] | ['t', 'c', 'h', _] | ['d', 'g', 'e', _] => ("c", 3),
        ['c', 'c', 'e' | 'i', _] => ("ks", 2),
        ['c' | 's', 'h', ..] => ("c", 2),
        ['p', 'h', ..] => ("f", 2),
        ['c', 'k', ..] | ['q', 'u', ..] => ("k", 2),
        ['t', 'h', ..] => ("t", 2),
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
    use super::*;

    #[test]
    fn both_scripts_meet() {
        for (thai, english) in [
            ("แอคเคาท์เมเนเจอร์", "account manager"),
            ("แอ็กเคานต์แมเนเจอร์", "account manager"),
            ("แอคเค้าท์แมเนเจอร์", "account manager"),
            ("ดาต้าอนาลิสต์", "data analyst"),
            ("เซลส์", "sales"),
            ("ออดิเตอร์", "auditor"),
        ] {
            let (a, b) = (skeleton(thai), skeleton(english));
            let closeness = strsim::normalized_levenshtein(&a, &b);
            assert!(closeness >= 0.6, "{thai} {a} ~ {english} {b}: {closeness}");
        }
        assert_eq!(skeleton(""), "");
        assert_eq!(skeleton("account manager"), "kntmncr");
    }
}
