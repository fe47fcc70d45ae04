//! The embedded font: Noto Sans Thai, which has Thai and Latin letters, under the SIL Open Font License. Owns what the
//! font can show and how wide that is.

use std::sync::{Arc, LazyLock};

use resvg::usvg::fontdb::Database;

/// Its name inside the files.
pub(super) const FAMILY: &str = "Noto Sans Thai";

/// Regular and bold. The licence stands beside them in `assets/fonts/OFL.txt`.
const FACES: [&[u8]; 2] = [
    include_bytes!("../../assets/fonts/NotoSansThai-Regular.ttf"),
    include_bytes!("../../assets/fonts/NotoSansThai-Bold.ttf"),
];

/// Read once in a process: it takes longer than a picture.
static FONTS: LazyLock<Arc<Database>> = LazyLock::new(|| {
    let mut fonts = Database::new();
    for face in FACES {
        fonts.load_font_data(face.to_vec());
    }
    Arc::new(fonts)
});

/// Which of U+00A0–U+00BF and of U+0100–U+017F the font has, a bit each, lowest first (from its character map).
const LATIN_SIGNS: u32 = 0x8dd1_cfaf;
const LATIN_EXTENDED: [u32; 4] = [0xcfcf_fcff, 0x7ec3_cccf, 0xcfff_3dfe, 0x7fff_fc33];

/// The fonts that pictures are painted with.
pub(super) fn fonts() -> Arc<Database> {
    Arc::clone(&FONTS)
}

/// What the font shows of a text: characters that it lacks are dropped, white space becomes a single space.
pub(super) fn showable(text: &str) -> String {
    let shown: String = text.chars().map(replaced).filter(|&c| c == ' ' || has(c)).collect();
    shown.split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

fn replaced(c: char) -> char {
    match c {
        '\u{2010}' | '\u{2011}' | '\u{2012}' => '-',
        c if c.is_whitespace() => ' ',
        c => c,
    }
}

fn has(c: char) -> bool {
    let code = u32::from(c);
    let bit = |bits: u32| bits >> (code % 32) & 1 == 1;
    match code {
        0xA0..=0xBF => bit(LATIN_SIGNS),
        0x100..=0x17F => usize::try_from((code - 0x100) / 32)
            .ok()
            .and_then(|word| LATIN_EXTENDED.get(word))
            .is_some_and(|&bits| bit(bits)),
        0x21..=0x7E
        | 0xC0..=0xFF
        | 0xE01..=0xE3A
        | 0xE3F..=0xE5B
        | 0x2013
        | 0x2014
        | 0x2018..=0x201A
        | 0x201C..=0x201E
        | 0x2022
        | 0x2026
        | 0x2039
        | 0x203A
        | 0x20AC
        | 0x2212 => true,
        _ => false,
    }
}

/// At least how wide a text is at a size in pixels. Never too little, or texts would run out of the picture.
pub(super) fn width(text: &str, size: f32, bold: bool) -> f32 {
    /// Bold letters are so much wider.
    const BOLD: f32 = 1.07;
    let ems: f32 = text.chars().map(advance).sum();
    ems * size * if bold { BOLD } else { 1.0 }
}

/// The width of a character in parts of the font's size: its advance in the font, rounded up by kinds.
fn advance(c: char) -> f32 {
    match c {
        // Vowel signs and tone marks stand above or below a letter.
        '\u{e31}' | '\u{e34}'..='\u{e3a}' | '\u{e47}'..='\u{e4e}' => 0.0,
        ' ' | '!' | ',' | '.' | ':' | ';' | 'J' | '`' | 'i' | 'j' | 'l' | '|' | 'เ' | 'ใ' => 0.3,
        '(' | ')' | '-' | 'I' | '[' | ']' | 'f' | 'ะ' | 'โ' | 'ไ' | '“' | '”' => 0.36,
        '/' | 'r' | 't' | 'ำ' | 'า' | '•' => 0.42,
        's' | 'z' | 'c' | 'k' | 'v' | 'x' | 'y' | 'F' | 'L' | 'ง' | 'จ' | 'ร' | 'ว' | 'ฯ' | '–' => {
            0.54
        }
        '0'..='9' | 'a' | 'e' | 'E' | 'S' | 'T' | 'X' | 'Y' | 'Z' => 0.6,
        '%' | 'O' | 'Q' | 'w' | '…' => 0.84,
        '@' | 'M' | 'W' | 'm' | 'Æ' | 'Œ' | 'æ' | 'œ' | '—' | 'ฌ' | 'ญ' | 'ฒ' | 'ณ' | '๛' => {
            1.0
        }
        'พ' | 'ฟ' | 'ฬ' | '&' | 'D' | 'G' | 'H' | 'N' | 'U' => 0.78,
        '\u{e01}'..='\u{e5b}' | 'a'..='z' => 0.66,
        _ => 0.78,
    }
}
