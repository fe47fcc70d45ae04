//! Questions as people mistype them, always in the same way: so that a check says the same twice.

use crate::text::script::{is_thai_mark, is_thai_tone};

/// A word of fewer letters is not misspelt: abbreviations must stand exactly.
const MIN_LETTERS: usize = 6;

/// The text without its tone marks, as typed in a hurry; `None` where it has none.
pub(crate) fn without_tones(text: &str) -> Option<String> {
    let without: String = text.chars().filter(|c| !is_thai_tone(*c)).collect();
    (without.len() < text.len()).then_some(without)
}

/// The text with one letter lost in the middle of its longest word; `None` where every word is short.
pub(crate) fn one_letter_lost(text: &str) -> Option<String> {
    let letters = |word: &str| word.chars().filter(|c| !is_thai_mark(*c)).count();
    let word = text.split_whitespace().max_by_key(|word| letters(word))?;
    if letters(word) < MIN_LETTERS {
        return None;
    }
    let middle = word.chars().count() / 2;
    // A mark is lost with its letter, or it would stand on another one.
    let (at, lost) = word.char_indices().skip(middle).find(|(_, c)| !is_thai_mark(*c))?;
    let after = word.get(at + lost.len_utf8()..)?.trim_start_matches(is_thai_mark);
    let start = text.find(word)?;
    Some(format!("{}{}{after}{}", text.get(..start)?, word.get(..at)?, text.get(start + word.len()..)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn noise_is_always_the_same() {
        for (text, tones, letter) in [
            ("account manager salary", None, Some("account manger salary")),
            ("AM pay", None, None),
            ("หน้าที่ AM", Some("หนาที AM"), None),
            ("ผู้จัดการฝ่ายบัญชี", Some("ผูจัดการฝายบัญชี"), Some("ผู้จัดการายบัญชี")),
        ] {
            assert_eq!(without_tones(text).as_deref(), tones, "{text}");
            assert_eq!(one_letter_lost(text).as_deref(), letter, "{text}");
        }
    }
}
