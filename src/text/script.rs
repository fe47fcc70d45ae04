//! Which writing system a character belongs to, and what part it plays in Thai spelling. Owns no rewriting.

/// Whether the character is in Unicode's Thai block.
pub fn is_thai(c: char) -> bool {
    matches!(c, '\u{0E01}'..='\u{0E3A}' | '\u{0E3F}'..='\u{0E5B}')
}

/// Thai tone marks: ่ ้ ๊ ๋.
pub fn is_thai_tone(c: char) -> bool {
    matches!(c, '\u{0E48}'..='\u{0E4B}')
}

/// Thai vowels that stand above or below a consonant: ั ิ ี ึ ื ุ ู ฺ.
pub fn is_thai_sign(c: char) -> bool {
    matches!(c, '\u{0E31}' | '\u{0E34}'..='\u{0E3A}')
}

/// Thai vowels that are written before the consonant they follow in speech: เ แ โ ใ ไ.
pub fn is_thai_leading_vowel(c: char) -> bool {
    matches!(c, '\u{0E40}'..='\u{0E44}')
}

/// Every Thai character that stands above or below another one: vowels, tones, ็ ์ ํ ๎.
pub fn is_thai_mark(c: char) -> bool {
    is_thai_sign(c) || matches!(c, '\u{0E47}'..='\u{0E4E}')
}

/// Whether a character counts as a letter: marks above and below go with their consonant.
pub fn is_letter(c: char) -> bool {
    is_word(c) && !is_thai_mark(c)
}

/// Letters of words as the matcher sees them: letters and digits of any script, and Thai vowels and marks.
pub fn is_word(c: char) -> bool {
    match c {
        // The tables of Unicode are slow to ask; ASCII and Thai are most of what is typed.
        '\0'..='\u{7F}' => c.is_ascii_alphanumeric(),
        '\u{0E01}'..='\u{0E3A}' | '\u{0E40}'..='\u{0E4E}' | '\u{0E50}'..='\u{0E59}' => true,
        c => c.is_alphanumeric(),
    }
}

/// Share of Thai among the Thai and Latin letters of a text, in 0..=1; `None` without any of either.
pub fn thai_share(text: &str) -> Option<f64> {
    let (mut thai, mut latin) = (0_u32, 0_u32);
    for c in text.chars() {
        if is_thai(c) && !is_thai_mark(c) {
            thai += 1;
        } else if !is_thai(c) && c.is_alphabetic() {
            latin += 1;
        }
    }
    (thai + latin > 0).then(|| f64::from(thai) / f64::from(thai + latin))
}
