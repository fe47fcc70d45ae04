//! Which writing system a character belongs to, and which language a text is in. Owns no normalization.

/// Whether the character is in Unicode's Thai block.
pub fn is_thai(c: char) -> bool {
    matches!(c, '\u{0E01}'..='\u{0E3A}' | '\u{0E3F}'..='\u{0E5B}')
}
