//! Other readings of a question that as typed finds little: the other keyboard layout, written-out abbreviations, words
//! without spaces, and foreign names in Thai letters.

use std::cell::LazyCell;

use rustc_hash::FxHashSet;

use super::drawn_out;
use super::layout::{in_part, whole};
use super::names::Catalogue;
use super::query::SpelledRight;
use super::reading::{OFFERED, Reading};
use super::run_together::spaced;
use super::shortened::lengthened;
use super::sounds::cue_spans;
use super::spelled;
use crate::text::normalize;
use crate::text::script::is_thai;
use crate::text::segment::spans;

/// Abbreviations and clipped words with what they stand for. Only such that stand for nothing else in a question about work, or for
/// the studies that lead to it (วิศวะ). The longer of two that begin alike stands first.
const ABBREVIATIONS: [(&str, &str); 55] = [
    ("ผจก.", "ผู้จัดการ"),
    ("ผจก", "ผู้จัดการ"),
    ("ผช.", "ผู้ช่วย"),
    ("จนท.", "เจ้าหน้าที่"),
    ("จนท", "เจ้าหน้าที่"),
    ("หน.", "หัวหน้า"),
    ("ผอ.", "ผู้อำนวยการ"),
    ("บช.", "บัญชี"),
    ("งด.", "เงินเดือน"),
    ("พนง.", "พนักงาน"),
    ("พนง", "พนักงาน"),
    ("สนง.", "สำนักงาน"),
    ("สนง", "สำนักงาน"),
    ("ตย.", "ตัวอย่าง"),
    ("ตย", "ตัวอย่าง"),
    ("ตจว", "ต่างจังหวัด"),
    ("ปสก.", "ประสบการณ์"),
    ("ปสก", "ประสบการณ์"),
    ("วฒ.", "วุฒิ"),
    ("นวค.", "นักวิเคราะห์"),
    ("โรงบาล", "โรงพยาบาล"),
    ("รพ.", "โรงพยาบาล"),
    ("บช", "บัญชี"),
    ("ลค.", "ลูกค้า"),
    ("เลขา", "เลขานุการ"),
    ("วิศวะ", "วิศวกร"),
    ("เภสัช", "เภสัชกร"),
    ("ทันตะ", "ทันตแพทย์"),
    ("ถาปัด", "สถาปนิก"),
    ("สถาปัด", "สถาปนิก"),
    ("ถาปัตย์", "สถาปนิก"),
    ("สถาปัตย์", "สถาปนิก"),
    ("ทนาย", "ทนายความ"),
    ("นักวิทย์", "นักวิทยาศาสตร์"),
    ("acc mgr", "account manager"),
    ("acc exec", "account executive"),
    ("business dev", "business development"),
    ("biz dev", "business development"),
    ("devs", "developers"),
    ("dev", "developer"),
    ("webdev", "web developer"),
    ("mgr", "manager"),
    ("mngr", "manager"),
    ("mgmt", "management"),
    ("acct", "account"),
    ("acctg", "accounting"),
    ("exec", "executive"),
    ("fin", "financial"),
    ("sr", "senior"),
    ("snr", "senior"),
    ("jr", "junior"),
    ("asst", "assistant"),
    ("exp", "experience"),
    ("quals", "qualifications"),
    ("reqs", "requirements"),
];

/// Why abbreviations are written out.
pub(crate) const WRITTEN_OUT: &str = "abbreviations written out";

/// Why words are read in the other layout: a name may be met by chance among them.
pub(crate) const SWITCHED_IN_PART: &str = "typed partly in the other keyboard layout";

/// Why drawn-out letters are written less often.
pub(crate) const SHORTENED: &str = "drawn-out letters shortened";

/// Why spaces are put between words; they are there for a name.
pub(crate) const SPACED: &str = "spaces between words";

/// The question with its abbreviations written out, when it has any: that is hardly a guess, but for times of day.
pub(crate) fn written_out(raw: &str, normalized: &str) -> Option<Reading> {
    const TIMES: [&str; 2] = ["a.m", "p.m"];
    if TIMES.iter().any(|time| normalized.contains(time)) {
        return None;
    }
    let text = expand(raw, normalized)?;
    Some(Reading { text, reason: WRITTEN_OUT, certainty: 1.0, doubtful: false })
}

/// The reading with a foreign name in place of the Thai letters that sound like it; `spelled` as in [`readings`].
pub(crate) fn heard(normalized: &str, spelled: &SpelledRight, catalogue: &Catalogue) -> Option<Reading> {
    let (text, certainty) = catalogue.sounds().written(normalized, spelled)?;
    Some(Reading { text, reason: "foreign name in Thai letters", certainty, doubtful: false })
}

/// Every other reading worth trying, most likely first. `spelled` is where the normalized text is spelled right; `familiarity`
/// tells the share of a text's n-grams that are known, 0..=1; `rarity` how rare a word is, `None` where it is unknown.
pub(crate) fn readings(
    raw: &str,
    spelled: &SpelledRight,
    catalogue: &Catalogue,
    familiarity: impl Fn(&str) -> f32,
    rarity: impl Fn(&str) -> Option<f32>,
) -> Vec<Reading> {
    let mut readings = Vec::new();
    let mut add = |text: Option<String>, certainty, reason, doubtful| {
        if let Some(text) = text
            && !readings.iter().any(|known: &Reading| known.text == text)
        {
            readings.push(Reading { text, reason, certainty, doubtful });
        }
    };
    let normalized = normalize(raw);
    let expanded = expand(raw, &normalized);
    // Shortened words stand beside abbreviations too: mkt mgr.
    let written = expanded.as_deref().map_or_else(|| normalized.clone(), normalize);
    add(expanded, 1.0, WRITTEN_OUT, false);
    for times in [1, 2] {
        add(drawn_out::written(&normalized, times), 1.0, SHORTENED, false);
    }
    let is_name = |letters: &str| catalogue.latin().is_abbreviation(letters);
    let spelled_out = spelled::written(&normalized, is_name, |_| true);
    add(spelled_out, 1.0, "letters spelled in Thai", false);
    let shortened = lengthened(&written, catalogue.latin(), |word| rarity(word).is_some());
    if let Some((text, certainty)) = shortened {
        add(Some(text), certainty, "shortened words of a name written out", false);
    }
    if let Some(Reading { text, certainty, reason, doubtful }) = heard(&normalized, spelled, catalogue) {
        add(Some(text), certainty, reason, doubtful);
    }
    let initials = catalogue.initials();
    let is_known = |letters: &str| is_name(letters) || initials.are_known(letters);
    let beginnings = LazyCell::new(|| -> FxHashSet<usize> {
        let cues = cue_spans(&normalized);
        spans(&normalized).map(|(start, _)| start).chain(cues.into_iter().map(|cue| cue.end)).collect()
    });
    let begins_word = |place: usize| beginnings.contains(&place);
    let in_thai = spelled::written(&normalized, is_known, begins_word);
    let title = initials.written_out(in_thai.as_deref().unwrap_or(raw));
    add(title, OFFERED, "initials of a title written out", false);
    add(spaced(raw, rarity, |word| catalogue.latin().stands_alone(word)), 1.0, SPACED, false);
    add(whole(raw), 1.0, "typed in the other keyboard layout", true);
    let switched = in_part(raw, catalogue, familiarity);
    let doubtful = switched.doubtful;
    add(switched.text, 1.0, SWITCHED_IN_PART, doubtful);
    readings
}

/// Abbreviations written out, and letters with dots between them joined (a.e. → AE). The latter become capitals, so that
/// no "am" is taken for the verb.
fn expand(raw: &str, normalized: &str) -> Option<String> {
    let mut text = undotted(normalized);
    for (short, long) in ABBREVIATIONS {
        if !text.contains(short) {
            continue;
        }
        text = if short.chars().any(is_thai) {
            replace_at_borders(&text, short, long)
        } else {
            replace_word(&text, short, long)
        };
    }
    (text != normalized && text != raw).then_some(text)
}

/// The text with a Thai abbreviation replaced wherever it begins, and, without its dot, ends at the border of a word:
/// จนทราบ is no abbreviation of anything.
fn replace_at_borders(text: &str, short: &str, by: &str) -> String {
    let borders: FxHashSet<usize> = spans(text).flat_map(|(start, end)| [start, end]).collect();
    let mut replaced = String::with_capacity(text.len());
    let mut copied = 0;
    for (start, _) in text.match_indices(short) {
        let end = start + short.len();
        if borders.contains(&start) && (short.ends_with('.') || borders.contains(&end)) {
            replaced.push_str(text.get(copied..start).unwrap_or_default());
            replaced.push_str(by);
            copied = end;
        }
    }
    replaced.push_str(text.get(copied..).unwrap_or_default());
    replaced
}

/// The text with a Latin word replaced wherever it stands by itself, beside Thai letters too, with its dot.
fn replace_word(text: &str, word: &str, by: &str) -> String {
    let mut replaced = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(place) = rest.find(word) {
        let (before, found) = rest.split_at(place);
        let after = found.get(word.len()..).unwrap_or_default();
        let latin = |c: Option<char>| c.is_some_and(|c| !is_thai(c) && c.is_alphanumeric());
        replaced.push_str(before);
        if latin(replaced.chars().next_back()) || latin(after.chars().next()) {
            replaced.push_str(word);
            rest = after;
        } else {
            replaced.push_str(by);
            rest = after.strip_prefix('.').unwrap_or(after);
            if rest.len() < after.len() && latin(rest.chars().next()) {
                replaced.push(' ');
            }
        }
    }
    replaced + rest
}

/// Single Latin letters with dots between them, joined in capitals. "9 a.m." stays a time of day.
fn undotted(normalized: &str) -> String {
    if !normalized.contains('.') {
        return normalized.to_owned();
    }
    let characters: Vec<char> = normalized.chars().collect();
    let at = |place: usize| characters.get(place).copied().unwrap_or(' ');
    let mut joined = String::with_capacity(normalized.len());
    let mut place = 0;
    while place < characters.len() {
        let letters = (place..)
            .step_by(2)
            .take_while(|&letter| {
                at(letter).is_ascii_alphabetic() && (letter == place || at(letter - 1) == '.')
            })
            .take_while(|&letter| !at(letter + 1).is_ascii_alphanumeric())
            .count();
        let last_said = joined.trim_end().chars().next_back();
        let begins = !joined.ends_with(|c: char| c.is_ascii_alphanumeric() || c == '.');
        if letters >= 2 && begins && !last_said.is_some_and(|c| c.is_ascii_digit()) {
            joined.extend((0..letters).map(|number| at(place + 2 * number).to_ascii_uppercase()));
            place += 2 * letters - 1;
            place += usize::from(at(place) == '.');
        } else {
            joined.push(at(place));
            place += 1;
        }
    }
    joined
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;
    use crate::knowledge::Knowledge;

    /// Familiar is what has one of these texts in it.
    fn familiarity(text: &str) -> f32 {
        let known = ["account", "manager", "เงิน", "เดือน", "เท่าไหร่", "บาท"];
        if known.iter().any(|known| text.contains(known)) { 1.0 } else { 0.0 }
    }

    #[track_caller]
    fn check(raw: &str, expected: &str) {
        let catalogue = Catalogue::new(&crate::knowledge::starter().unwrap(), None);
        let readings = readings(raw, &SpelledRight::default(), &catalogue, familiarity, |_| None);
        assert!(readings.iter().any(|reading| reading.text == expected), "{raw}: {readings:?}");
    }

    #[test]
    fn other_layouts_and_abbreviations() {
        check("g'bogfnvogmjkwsij", "เงินเดือนเท่าไหร่");
        check("g'bogfnvo 2024 [km", "เงินเดือน 2024 บาท");
        check("account manager g'bogfnvogmjkwsij", "account manager เงินเดือนเท่าไหร่");
        check("เงินเดือน gmjkwsij", "เงินเดือน เท่าไหร่");
        check("ฟแแนีืะ ทฟืฟเำพ", "account manager");
        check("แพำกระ พรหา ฟืฟสัหะ ทำอะไร", "credit risk analyst ทำอะไร");
        check("แ้ีพื คืออะไร", "churn คืออะไร");
        check("เงินเดือน ฟแแนีืะ ทฟืฟเำพ", "เงินเดือน account manager");
        check("ผจก.ฝ่ายบัญชี", "ผู้จัดการฝ่ายบัญชี");
        check("acct mgr salary", "account manager salary");
        check("acct.mgrต้องทำอะไร", "account managerต้องทำอะไร");
        check("g'bogfnvoAEgmjkwsij", "เงินเดือนAEเท่าไหร่");
        check("เงินเดือนgmjkwsij", "เงินเดือนเท่าไหร่");
        check("managergmjkwsij", "managerเท่าไหร่");
        check("a.e. ทำอะไร", "AE ทำอะไร");
        check("ซีเอฟเอสอบยากไหม", "CFA สอบยากไหม");
    }

    #[test]
    fn abbreviations_stand_at_the_borders_of_words() {
        for (typed, expected) in [
            ("ผจกฝ่ายบัญชี", Some("ผู้จัดการฝ่ายบัญชี")),
            ("เงินเดือนผจก.ฝ่ายบัญชี", Some("เงินเดือนผู้จัดการฝ่ายบัญชี")),
            ("จนท สินเชื่อทำอะไร", Some("เจ้าหน้าที่ สินเชื่อทำอะไร")),
            ("ขว้างมาจนทำให้ชนะ", None),
            ("ขวางมาจนทำใหชนะ", None),
            ("สอบถามจนทราบ", None),
            ("ไม่มีปสก", Some("ไม่มีประสบการณ์")),
        ] {
            assert_eq!(expand(typed, typed).as_deref(), expected, "{typed}");
        }
    }

    #[test]
    fn dots_between_letters() {
        for (typed, expected) in [
            ("a.e. ทำอะไร", "AE ทำอะไร"),
            ("k.a.m ทำอะไร", "KAM ทำอะไร"),
            ("เป็น c.p.a.ได้ไหม", "เป็น CPAได้ไหม"),
            ("9 a.m. tomorrow", "9 a.m. tomorrow"),
            ("see example.com", "see example.com"),
            ("ป.ตรี", "ป.ตรี"),
            ("v.2", "v.2"),
            ("a. b. c", "a. b. c"),
        ] {
            assert_eq!(undotted(typed), expected, "{typed}");
        }
    }

    #[test]
    fn nothing_to_switch() {
        assert!(
            readings(
                "",
                &SpelledRight::default(),
                &Catalogue::new(&Knowledge::default(), None),
                familiarity,
                |_| None
            )
            .is_empty()
        );
        assert!(
            readings(
                "😀 20240",
                &SpelledRight::default(),
                &Catalogue::new(&Knowledge::default(), None),
                familiarity,
                |_| None
            )
            .is_empty()
        );
    }
}
