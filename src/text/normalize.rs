//! Normalization as ordered, named passes: lossless ones first, then a lossy fold that is kept beside, never instead.
//!
//! A lossless pass only makes one spelling of several that look the same on screen; it never drops a letter. The order
//! of the passes matters and each says why it stands where it does. NFC and not NFKC: NFKC takes ำ apart.

use unicode_normalization::UnicodeNormalization;

use super::script::{is_thai, is_thai_mark, is_thai_sign, is_thai_tone};

/// A named rewriting of a text.
#[derive(Debug, Clone, Copy)]
pub struct Pass {
    /// What the pass does, as shown by `--explain`.
    pub name: &'static str,
    apply: fn(&str) -> String,
}

/// The lossless passes in their order. To add one: write the function, name it here, add lines to the table of tests.
pub const LOSSLESS: [Pass; 8] = [
    Pass { name: "canonical composition (NFC)", apply: compose },
    Pass { name: "invisible characters", apply: drop_invisible },
    Pass { name: "full-width forms", apply: narrow },
    Pass { name: "Thai digits", apply: western_digits },
    Pass { name: "lower case", apply: lower_case },
    Pass { name: "white space", apply: join_space },
    Pass { name: "split vowels (เเ, ํา, ๅ)", apply: join_vowels },
    Pass { name: "order and doubling of marks", apply: order_marks },
];

/// Applies every lossless pass in order. Idempotent.
pub fn normalize(text: &str) -> String {
    if let Some(normalized) = plainly(text) {
        return normalized;
    }
    let mut normalized = once(text);
    // Marks of two scripts on one letter may take turns in passing each other; plain text is settled at once.
    for _ in 0..SETTLING_ROUNDS {
        if is_plain(&normalized) {
            break;
        }
        let again = once(&normalized);
        if again == normalized {
            break;
        }
        normalized = again;
    }
    normalized
}

/// What the passes make of a text that needs no more than small letters and single spaces, in one go; `None` for any other.
/// Most texts are of that kind, and this takes a tenth of the time.
fn plainly(text: &str) -> Option<String> {
    let mut normalized = String::with_capacity(text.len());
    let (mut last, mut before_last) = (' ', ' ');
    // Where what is copied as it stands begins, and the white space in front of the character.
    let (mut copied, mut gap) = (0, None);
    for (at, c) in text.char_indices() {
        // What is most frequent first: it stays as it is.
        if gap.is_none() && matches!(c, 'ก'..='ฮ' | 'a'..='z' | 'ะ' | 'า' | 'ำ' | 'แ'..='ไ') {
            (before_last, last) = (last, c);
            continue;
        }
        let settled = match c {
            ' ' | '\n' | '\t' => {
                gap.get_or_insert(at);
                continue;
            }
            '\u{0E4D}' | 'ๅ' | '๐'..='๙' => false,
            c if is_thai_mark(c) => {
                // A mark on a letter, or a tone, ็ or ์ above the only vowel sign.
                let on_letter = !is_thai_mark(last) && last != 'ำ';
                let on_sign = is_thai_sign(last) && !is_thai_mark(before_last) && !is_thai_sign(c);
                gap.is_none() && is_thai(last) && (on_letter || on_sign)
            }
            'เ' => last != 'เ' || gap.is_some(),
            '!'..='~' => true,
            c => is_thai(c) || is_common_punctuation(c),
        };
        if !settled {
            return None;
        }
        if let Some(start) = gap.take() {
            if start == 0 || text.get(start..at)? != " " {
                normalized.push_str(text.get(copied..start)?);
                normalized.push_str(if normalized.is_empty() { "" } else { " " });
                copied = at;
            }
            last = ' ';
        }
        let plain = straight(c).to_ascii_lowercase();
        if plain != c {
            normalized.push_str(text.get(copied..at)?);
            normalized.push(plain);
            copied = at + c.len_utf8();
        }
        (before_last, last) = (last, c);
    }
    normalized.push_str(text.get(copied..gap.unwrap_or(text.len()))?);
    Some(normalized)
}

/// So many rounds settle any mixture of marks that was found.
const SETTLING_ROUNDS: usize = 4;

fn once(text: &str) -> String {
    // Most text is already in order; a pass that changes nothing still costs one copy, which is cheap for messages.
    LOSSLESS.iter().fold(text.to_owned(), |text, pass| (pass.apply)(&text))
}

/// The names of the lossless passes that change this text, for explanations.
pub fn passes_applied(text: &str) -> Vec<&'static str> {
    let mut current = text.to_owned();
    let mut names = Vec::new();
    for pass in LOSSLESS {
        let next = (pass.apply)(&current);
        if next != current {
            names.push(pass.name);
        }
        current = next;
    }
    names
}

/// So many equal letters in a row are a drawn-out one (มากกก): no Thai or English word is spelled with three.
pub(crate) const ELONGATION: usize = 3;

/// The lossy fold of a normalized text, an additional key: marks above and below dropped, letters repeated three times
/// and more written once, the homophone vowels ใ and ไ made one.
///
/// It keeps every consonant and every vowel that stands on the line, so กี and กู stay apart from กา, though not from
/// each other: it must never decide alone.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    let mut run = (None, 0_usize);
    for c in text.chars() {
        let c = match c {
            'ใ' => 'ไ',
            c if is_thai_mark(c) => continue,
            c => c,
        };
        run = if run.0 == Some(c) { (run.0, run.1 + 1) } else { (Some(c), 1) };
        if run.1 >= ELONGATION && !c.is_numeric() {
            if run.1 == ELONGATION {
                folded.pop();
            }
        } else {
            folded.push(c);
        }
    }
    folded
}

/// The text in Unicode's canonical composition (NFC).
pub(crate) fn compose(text: &str) -> String {
    if is_plain(text) { text.to_owned() } else { text.nfc().collect() }
}

/// Whether a text holds nothing but ASCII, Thai and common punctuation, which have no canonical compositions and of which
/// only ASCII has capitals: most texts, and the tables of Unicode are slow to ask. The order of Thai marks is another pass's.
fn is_plain(text: &str) -> bool {
    text.chars().all(|c| c.is_ascii() || is_thai(c) || is_common_punctuation(c))
}

/// Punctuation that stands in articles beside ASCII's: dashes, curly quotes, bullets, the ellipsis, · × →.
fn is_common_punctuation(c: char) -> bool {
    matches!(c, '\u{2013}'..='\u{2026}' | '·' | '×' | '→')
}

/// Zero-width characters, direction marks, soft hyphens, variation selectors and control characters but white space.
fn drop_invisible(text: &str) -> String {
    text.chars()
        .filter(|&c| {
            !matches!(c,
                '\u{00AD}' | '\u{034F}' | '\u{061C}' | '\u{180E}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}'
                | '\u{2060}'..='\u{206F}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}')
                && (!c.is_control() || c.is_whitespace())
        })
        .collect()
}

/// Full-width ASCII (ＡＭ？) to ASCII.
fn narrow(text: &str) -> String {
    text.chars()
        .map(|c| match c {
            '\u{FF01}'..='\u{FF5E}' => char::from_u32(u32::from(c) - 0xFF01 + 0x21).unwrap_or(c),
            '\u{3000}' => ' ',
            c => straight(c),
        })
        .collect()
}

/// Curly quotes as typewriters have them.
fn straight(c: char) -> char {
    match c {
        '\u{2018}' | '\u{2019}' => '\'',
        '\u{201C}' | '\u{201D}' => '"',
        c => c,
    }
}

fn western_digits(text: &str) -> String {
    text.chars()
        .map(|c| match c {
            '๐'..='๙' => char::from_u32(u32::from(c) - u32::from('๐') + u32::from('0')).unwrap_or(c),
            c => c,
        })
        .collect()
}

fn lower_case(text: &str) -> String {
    if is_plain(text) {
        return text.to_ascii_lowercase();
    }
    // Lower-casing can take a letter apart again (İ), so the result is composed once more to stay idempotent.
    text.chars().flat_map(char::to_lowercase).nfc().collect()
}

/// Runs of white space to one space, none at the ends and none between Thai and a Thai mark, which cannot begin a word.
fn join_space(text: &str) -> String {
    let mut joined = String::with_capacity(text.len());
    let mut gap = false;
    for c in text.chars() {
        if c.is_whitespace() {
            gap = true;
            continue;
        }
        let on_thai = is_thai_mark(c) && joined.ends_with(is_thai);
        if gap && !joined.is_empty() && !on_thai {
            joined.push(' ');
        }
        gap = false;
        joined.push(c);
    }
    joined
}

/// เ+เ → แ; ํ+า → ำ, also with other marks between or around them; ๅ → า.
fn join_vowels(text: &str) -> String {
    let mut joined: Vec<char> = Vec::with_capacity(text.len() / 2);
    for c in text.chars() {
        match c {
            'เ' if joined.last() == Some(&'เ') => {
                joined.pop();
                joined.push('แ');
            }
            'า' | 'ๅ' => {
                let marks = joined.iter().rev().take_while(|&&c| is_thai_mark(c)).count();
                let nikhahit =
                    (joined.len() - marks..joined.len()).rev().find(|&at| joined[at] == '\u{0E4D}');
                joined.push(if nikhahit.is_some() { 'ำ' } else { 'า' });
                if let Some(at) = nikhahit {
                    joined.remove(at);
                }
            }
            c => joined.push(c),
        }
    }
    joined.into_iter().collect()
}

/// Vowel sign before tone mark before ์; a mark typed twice once; of several tones the last; ำ after its tone.
fn order_marks(text: &str) -> String {
    let mut ordered = String::with_capacity(text.len());
    let mut marks: Vec<char> = Vec::new();
    for c in text.chars() {
        if is_thai_mark(c) {
            marks.push(c);
            continue;
        }
        // น้ำ typed นำ้ : the tone after ำ belongs before it.
        flush_marks(&mut marks, &mut ordered);
        ordered.push(c);
    }
    flush_marks(&mut marks, &mut ordered);
    ordered
}

fn flush_marks(marks: &mut Vec<char>, ordered: &mut String) {
    if marks.is_empty() {
        return;
    }
    // A tone typed after ำ belongs before it, with every mark that is there already. Without a Thai letter to stand on,
    // it stays where it is.
    let mut ams = 0;
    if marks.iter().any(|&c| is_thai_tone(c)) {
        let letter = ordered.trim_end_matches(|c| c == 'ำ' || is_thai_mark(c));
        let length = letter.len();
        let tail = ordered.split_off(if letter.ends_with(is_thai) { length } else { ordered.len() });
        ams = tail.chars().filter(|&c| c == 'ำ').count();
        if ams > 0 {
            marks.splice(0..0, tail.chars().filter(|&c| c != 'ำ'));
        } else {
            ordered.push_str(&tail);
        }
    }
    let tone = marks.iter().rev().copied().find(|&c| is_thai_tone(c));
    let mut signs: Vec<char> = Vec::new();
    for &mark in marks.iter().filter(|&&c| !is_thai_tone(c)) {
        if !signs.contains(&mark) {
            signs.push(mark);
        }
    }
    signs.sort_by_key(|&c| (!is_thai_sign(c), c));
    ordered.extend(signs.iter().filter(|&&c| is_thai_sign(c)));
    ordered.extend(tone);
    ordered.extend(signs.iter().filter(|&&c| !is_thai_sign(c)));
    ordered.extend(std::iter::repeat_n('ำ', ams));
    marks.clear();
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn the_short_way_leads_to_the_same_place(text in "[ก-์เแำิ่้a-zA-Z0-9 .\n“”‘’–—…•·×→]{0,24}") {
            if let Some(normalized) = plainly(&text) {
                prop_assert_eq!(normalized, once(&text));
            }
        }
    }

    #[track_caller]
    fn check(cases: &[(&str, &str)], apply: fn(&str) -> String) {
        for (typed, expected) in cases {
            assert_eq!(apply(typed), *expected, "{typed:?}");
        }
    }

    #[test]
    fn lossless_passes() {
        check(
            &[
                ("", ""),
                ("  Account\u{3000}  Manager\n", "account manager"),
                ("ＡＭ？", "am?"),
                ("เเอคเคาท์", "แอคเคาท์"),
                ("ทํางาน", "ทำงาน"),
                ("นํ้า", "น้ำ"),
                ("นำ้", "น้ำ"),
                ("น้ำ", "น้ำ"),
                ("กำ\u{0E34}ำ\u{0E48}", "ก\u{0E34}\u{0E48}ำำ"),
                ("ผุ้จัดการ", "ผุ้จัดการ"),
                ("ผ\u{0E49}\u{0E39}จัดการ", "ผู้จัดการ"),
                ("ผู้้จัดการ", "ผู้จัดการ"),
                ("ผ\u{0E39}\u{0E48}\u{0E49}จัดการ", "ผู้จัดการ"),
                ("ผู ้จัดการ", "ผู้จัดการ"),
                ("เงินเดือน\u{200B}เท่าไหร่", "เงินเดือนเท่าไหร่"),
                ("๑๒,๐๐๐ บาท", "12,000 บาท"),
                ("cafe\u{301}", "café"),
                ("a\u{0}b\u{202E}c", "abc"),
                ("ๆๆ", "ๆๆ"),
                ("\u{0E48}", "\u{0E48}"),
                ("ฤๅษี", "ฤาษี"),
            ],
            normalize,
        );
    }

    #[test]
    fn fold_is_an_additional_key() {
        check(
            &[
                ("ผู้จัดการ", "ผจดการ"),
                ("มากกกก", "มาก"),
                ("คืออออ", "คอ"),
                ("ใหม่ ไหม", "ไหม ไหม"),
                ("100000", "100000"),
                ("book", "book"),
                ("cooool", "col"),
            ],
            fold,
        );
    }

    #[test]
    fn passes_are_named() {
        assert_eq!(passes_applied("account manager"), Vec::<&str>::new());
        assert_eq!(passes_applied("เเ ๕"), ["Thai digits", "split vowels (เเ, ํา, ๅ)"]);
    }

    proptest! {
        #[test]
        fn normalization_is_idempotent(text in "\\PC{0,40}|[ก-๛ \u{200B}a-z]{0,40}") {
            let once = normalize(&text);
            prop_assert_eq!(normalize(&once), once);
        }

        #[test]
        fn lossless_passes_keep_every_consonant(text in "[ก-ฮะาเแโใไ่้๊๋ิีุู ]{0,40}") {
            let letters = |text: &str| text.chars().filter(|&c| matches!(c, 'ก'..='ฮ')).collect::<String>();
            prop_assert_eq!(letters(&normalize(&text)), letters(&text));
        }
    }
}
