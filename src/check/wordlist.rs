//! Words that leave somebody out or push somebody: an answer serves everybody, and everybody decides alone. Owns the lists.
//!
//! The lists are short on purpose. A word that is as often right as wrong (เขา, ต้องเป็น, "must") is left out: who is told
//! wrongly three times does not read the fourth.

use std::ops::Range;

use pulldown_cmark::{Event, Parser, Tag, TagEnd};

use super::sheet::Sheet;
use crate::knowledge::{Level, Problem, Section};
use crate::reply::check_wording::CheckWording;
use crate::text::segment::spans;

/// The rule of [`GENDERED`] and [`GENDERED_THAI`].
const GENDERED_RULE: &str = "gendered";
/// The rule of [`PUSHING`].
const PUSHING_RULE: &str = "pushing";

/// English words, in small letters.
const GENDERED: [&str; 34] = [
    "he",
    "she",
    "him",
    "her",
    "his",
    "hers",
    "himself",
    "herself",
    "chairman",
    "chairmen",
    "chairwoman",
    "salesman",
    "salesmen",
    "saleswoman",
    "businessman",
    "businessmen",
    "businesswoman",
    "spokesman",
    "spokeswoman",
    "foreman",
    "policeman",
    "fireman",
    "mailman",
    "craftsman",
    "tradesman",
    "workman",
    "stewardess",
    "waitress",
    "hostess",
    "manpower",
    "mankind",
    "gentleman",
    "gentlemen",
    "guys",
];
/// Thai words as the dictionary cuts them, so that ชายแดน or หญิงสาว in a name of something else does not count.
const GENDERED_THAI: [&str; 12] =
    ["ชาย", "หญิง", "ผู้ชาย", "ผู้หญิง", "เพศชาย", "เพศหญิง", "ครับ", "ค่ะ", "คะ", "นะคะ", "หนุ่ม", "สาว"];
/// Phrases that tell people what to do with their lives, in small letters.
const PUSHING: [&str; 26] = [
    "you should become",
    "you should be a",
    "you should choose",
    "you should apply",
    "you must become",
    "you need to become",
    "you have to become",
    "don't miss",
    "do not miss",
    "apply now",
    "hurry up",
    "act now",
    "the best job",
    "the best career",
    "dream job",
    "คุณควร",
    "คุณต้อง",
    "ท่านควร",
    "ควรเป็นอาชีพ",
    "ต้องเป็นให้ได้",
    "ห้ามพลาด",
    "ไม่ควรพลาด",
    "รีบสมัคร",
    "สมัครเลย",
    "อาชีพที่ดีที่สุด",
    "อย่ารอช้า",
];

/// Finds words in a part of a text.
type Finder = fn(&str) -> Vec<Range<usize>>;

/// The first gendered word and the first push of a section: one of each is enough to read it again.
pub(crate) fn check(sheet: &Sheet<'_>, section: &Section, wording: &CheckWording) -> Vec<Problem> {
    let texts = shown(&section.text);
    let finders: [(&'static str, &str, &str, Finder); 2] = [
        (GENDERED_RULE, wording.gendered, wording.gendered_mend, gendered),
        (PUSHING_RULE, wording.pushing, wording.pushing_mend, pushing),
    ];
    let mut problems = Vec::new();
    for (rule, what, mend, find) in finders {
        let mut found = texts.iter().flat_map(|text| {
            let part = section.text.get(text.clone()).unwrap_or_default();
            find(part).into_iter().map(|at| text.start + at.start..text.start + at.end)
        });
        let Some(first) = found.next() else { continue };
        let word = section.text.get(first.clone()).unwrap_or_default();
        let what = wording.counted_word(what, word, found.count());
        problems.push(sheet.problem((Level::Warning, rule), sheet.within(section, &first), what, mend));
    }
    problems
}

/// The parts of a Markdown text that are read as words: no code, no addresses. Each is a part of one line.
pub(crate) fn shown(markdown: &str) -> Vec<Range<usize>> {
    let mut parts: Vec<Range<usize>> = Vec::new();
    let mut in_code = false;
    for (event, span) in Parser::new(markdown).into_offset_iter() {
        match event {
            Event::Start(Tag::CodeBlock(_)) => in_code = true,
            Event::End(TagEnd::CodeBlock) => in_code = false,
            Event::Text(_) if !in_code => match parts.last_mut() {
                // Marks that turned out to be none cut a text into pieces.
                Some(last) if last.end == span.start => last.end = span.end,
                _ => parts.push(span),
            },
            _ => {}
        }
    }
    parts
}

fn gendered(text: &str) -> Vec<Range<usize>> {
    let is_gendered = |word: &str| {
        // HE and HER are abbreviations of other things.
        let shouted = word.chars().count() > 1 && word.chars().all(char::is_uppercase);
        let small = word.to_lowercase();
        let word = small.trim_end_matches("'s").trim_end_matches("’s");
        !shouted && GENDERED.contains(&word) || GENDERED_THAI.contains(&word)
    };
    let words = spans(text).map(|(start, end)| start..end);
    words.filter(|span| text.get(span.clone()).is_some_and(is_gendered)).collect()
}

fn pushing(text: &str) -> Vec<Range<usize>> {
    // Letters whose small form has another length would move what stands behind them; none is in the lists.
    let small = text.to_lowercase().replace('’', "'");
    if small.len() != text.replace('’', "'").len() {
        return Vec::new();
    }
    let starts_word = |at: usize| {
        let before = small.get(..at).and_then(|before| before.chars().next_back());
        before.is_none_or(|c| !c.is_ascii_alphanumeric())
    };
    let mut found: Vec<Range<usize>> = Vec::new();
    for phrase in PUSHING {
        let matches = small.match_indices(phrase).map(|(at, _)| at).filter(|at| starts_word(*at));
        found.extend(matches.map(|at| at..at + phrase.len()));
    }
    found.sort_by_key(|span| span.start);
    // Places behind a typographic apostrophe stand further on in the text itself.
    if text.contains('’') { shifted(text, &found) } else { found }
}

/// Places in a text whose typographic apostrophes were made plain, as places of the text itself.
fn shifted(text: &str, places: &[Range<usize>]) -> Vec<Range<usize>> {
    const LONGER: usize = '’'.len_utf8() - 1;
    let apostrophes: Vec<usize> =
        text.match_indices('’').enumerate().map(|(count, (at, _))| at - count * LONGER).collect();
    let original = |at: usize| at + apostrophes.partition_point(|&apostrophe| apostrophe < at) * LONGER;
    places.iter().map(|span| original(span.start)..original(span.end)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn assert_found(text: &str, gendered_words: &[&str], pushes: &[&str]) {
        let words = |find: fn(&str) -> Vec<Range<usize>>| -> Vec<&str> {
            shown(text)
                .into_iter()
                .filter_map(|span| text.get(span))
                .flat_map(|part| find(part).into_iter().filter_map(|span| part.get(span)))
                .collect()
        };
        assert_eq!(words(gendered), gendered_words, "{text}");
        assert_eq!(words(pushing), pushes, "{text}");
    }

    #[test]
    fn words_that_leave_somebody_out() {
        assert_found("She asks her chairman.", &["She", "her", "chairman"], &[]);
        assert_found("The salesman's client", &["salesman's"], &[]);
        assert_found("พนักงานขายหญิง หรือผู้ชายก็ได้", &["หญิง", "ผู้ชาย"], &[]);
    }

    #[test]
    fn pushes() {
        assert_found(
            "Don’t ask. You should become one: don’t miss it.",
            &[],
            &["You should become", "don’t miss"],
        );
        assert_found("**คุณควร**เรียนบัญชี", &[], &["คุณควร"]);
    }

    #[test]
    fn what_only_looks_like_it() {
        assert_found("HE and HER2, the heritage of theirs, a shepherd, history", &[], &[]);
        assert_found("งานที่ชายแดน ริมชายฝั่ง ชายหาด และคุณสมบัติที่ควรมี ต้องเป็นสมาชิก", &[], &[]);
        assert_found("`he` [them](https://example.com/he/she) and\n\n    she", &[], &[]);
        assert_found("you should check the license", &[], &[]);
    }
}
