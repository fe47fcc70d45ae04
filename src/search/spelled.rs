//! Abbreviations whose letters are spelled in Thai: ซีเอฟเอ for CFA. Data and one search.

use super::reading::put_between;
use crate::text::script::is_thai_mark;

/// Thai names of the Latin letters by what they begin with, longer ones before what they begin with.
const LETTER_NAMES: [(char, &[(&str, char)]); 14] = [
    ('ด', &[("ดับเบิลยู", 'w'), ("ดับเบิ้ลยู", 'w'), ("ดี", 'd')]),
    (
        'เ',
        &[
            ("เอ็กซ์", 'x'),
            ("เอกซ์", 'x'),
            ("เอ็กส์", 'x'),
            ("เอ็ก", 'x'),
            ("เอ็ม", 'm'),
            ("เอม", 'm'),
            ("เอ็น", 'n'),
            ("เอน", 'n'),
            ("เอฟ", 'f'),
            ("เอ็ฟ", 'f'),
            ("เอส", 's'),
            ("เอ็ส", 's'),
            ("เอช", 'h'),
            ("เฮช", 'h'),
            ("เอ", 'a'),
            ("เจ", 'j'),
            ("เค", 'k'),
            ("เซด", 'z'),
            ("เซ็ด", 'z'),
        ],
    ),
    ('แ', &[("แอล", 'l'), ("แซด", 'z'), ("แซ็ด", 'z')]),
    ('อ', &[("อาร์", 'r'), ("อาร", 'r'), ("อา", 'r'), ("อี", 'e')]),
    ('ไ', &[("ไอ", 'i')]),
    ('โ', &[("โอ", 'o')]),
    ('บ', &[("บี", 'b')]),
    ('ซ', &[("ซี", 'c')]),
    ('จ', &[("จี", 'g')]),
    ('พ', &[("พี", 'p')]),
    ('ค', &[("คิว", 'q')]),
    ('ท', &[("ที", 't')]),
    ('ย', &[("ยู", 'u')]),
    ('ว', &[("วี", 'v'), ("วาย", 'y')]),
];

/// No abbreviation that is said letter by letter has more.
const MAX_LETTERS: usize = 5;

/// The text with the first known abbreviation that is spelled in Thai letter names written in Latin capitals; `None`
/// without any. `may_begin` tells where one may, in bytes.
pub(crate) fn written(
    normalized: &str,
    is_known: impl Fn(&str) -> bool,
    may_begin: impl Fn(usize) -> bool,
) -> Option<String> {
    normalized.char_indices().find_map(|(start, _)| {
        let (before, from) = (normalized.get(..start)?, normalized.get(start..)?);
        let (letters, rest) = longest(String::new(), from, &is_known).filter(|_| may_begin(start))?;
        let capitals = letters.to_uppercase();
        Some(put_between(before, &capitals, rest))
    })
}

/// The longest known abbreviation that begins with these letters and goes on with the text, and what follows it.
///
/// Every letter name that fits is tried, since เอ may be the beginning of เอส, or ส that of the next word.
fn longest<'a>(
    letters: String,
    text: &'a str,
    is_known: &impl Fn(&str) -> bool,
) -> Option<(String, &'a str)> {
    let text_from_letter = text.strip_prefix(' ').unwrap_or(text);
    let first = text_from_letter.chars().next().filter(|_| letters.len() < MAX_LETTERS);
    let begun =
        LETTER_NAMES.iter().filter(|(letter, _)| first == Some(*letter)).flat_map(|(_, names)| *names);
    let further = begun.filter_map(|(name, letter)| {
        let rest = text_from_letter.strip_prefix(name)?;
        longest(format!("{letters}{letter}"), rest, is_known)
    });
    let best = further.max_by_key(|(letters, _)| letters.len());
    // ดีดี is "good" twice, and no due diligence.
    let doubled = letters.chars().all(|c| letters.starts_with(c));
    best.or_else(|| {
        (!doubled && !text.starts_with(is_thai_mark) && is_known(&letters)).then_some((letters, text))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_spelled_in_thai() {
        for (typed, expected) in [
            ("ซีเอฟเอสอบยากไหม", Some("CFA สอบยากไหม")),
            ("สอบซี เอฟ เอ", Some("สอบ CFA")),
            ("เอเอ็มทำอะไร", Some("AM ทำอะไร")),
            ("ของดีดี", None),
            ("ซีรีส์", None),
            ("", None),
        ] {
            let written = written(typed, |letters| ["cfa", "am", "dd"].contains(&letters), |_| true);
            assert_eq!(written.as_deref(), expected, "{typed}");
        }
    }
}
