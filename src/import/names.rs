//! What the subject is called: the article's id and further names, from the title and the first sentences.

use super::line::tidy;
use crate::knowledge::{ArticleId, name_key};
use crate::text::script::{is_thai, is_word};

/// Longest id made from words, in characters.
const LONGEST_ID: usize = 60;
/// Longest further name, in characters, and most words of it.
const LONGEST_NAME: usize = 40;
const MOST_WORDS: usize = 5;
/// Most further names.
const MOST_NAMES: usize = 8;
/// Letters of an abbreviation made from first letters.
const ABBREVIATION: std::ops::RangeInclusive<usize> = 2..=4;

/// An article id from words in Latin letters; `None` without any.
pub(crate) fn id(words: &str) -> Option<ArticleId> {
    let mut id = String::new();
    for word in words.split(|c: char| !c.is_ascii_alphanumeric() && c != '\'' && c != '’') {
        let word: String = word.chars().filter(char::is_ascii_alphanumeric).collect();
        if word.is_empty() {
            continue;
        }
        if !id.is_empty() && id.len() + word.len() >= LONGEST_ID {
            break;
        }
        if !id.is_empty() {
            id.push('-');
        }
        id.extend(word.chars().take(LONGEST_ID).map(|c| c.to_ascii_lowercase()));
    }
    let letters = id.chars().any(|c| c.is_ascii_lowercase());
    // Names that some systems give to devices make no file.
    let device = matches!(id.as_str(), "con" | "prn" | "aux" | "nul")
        || ["com", "lpt"].iter().any(|port| id.strip_prefix(port).is_some_and(|rest| rest.len() == 1));
    let id = if device { format!("{id}-article") } else { id };
    ArticleId::parse(&id).ok().filter(|_| letters)
}

/// The title's parts outside and inside brackets.
pub(crate) fn parts(title: &str) -> Vec<String> {
    title.split(['(', ')', '（', '）']).map(tidy).filter(|part| !part.is_empty()).collect()
}

/// The name in Latin letters among a title's parts: one without Thai letters, else the Latin words of the first.
pub(crate) fn latin_name(title: &str) -> Option<String> {
    let parts = parts(title);
    let latin = |text: &&String| !text.chars().any(is_thai) && text.chars().any(|c| c.is_ascii_alphabetic());
    if let Some(part) = parts.iter().find(latin) {
        return Some(part.clone());
    }
    let first = parts.first()?;
    let words: Vec<&str> =
        first.split(|c: char| is_thai(c) || c.is_whitespace()).filter(|word| !word.is_empty()).collect();
    let words = words.join(" ");
    words.chars().any(|c| c.is_ascii_alphabetic()).then_some(words)
}

/// What stands in brackets right behind a name, wherever the text says the name.
pub(crate) fn in_brackets<'t>(text: &'t str, name: &str) -> impl Iterator<Item = &'t str> + use<'t> {
    said(text, name).into_iter().filter_map(|behind| {
        let inside = behind.trim_start().strip_prefix(['(', '（'])?;
        inside.get(..inside.find([')', '）'])?)
    })
}

/// What stands behind a name, wherever the text says it; whether letters are capital does not matter.
fn said<'t>(text: &'t str, name: &str) -> Vec<&'t str> {
    let (small, name) = (text.to_ascii_lowercase(), name.to_ascii_lowercase());
    small.match_indices(&name).filter_map(|(at, _)| text.get(at + name.len()..)).collect()
}

/// The name in Latin letters of what stands in brackets: the first that is no abbreviation, else the first.
pub(crate) fn foreign(names: &str) -> Option<String> {
    let latin: Vec<String> = separate(names)
        .map(clean_name)
        .filter(|name| {
            let latin = name.chars().any(|c| c.is_ascii_alphabetic()) && !name.chars().any(is_thai);
            latin && name.chars().count() <= LONGEST_NAME && !name.contains(['(', ')'])
        })
        .collect();
    let written_out = latin.iter().find(|name| name.chars().any(|c| c.is_ascii_lowercase()));
    written_out.or(latin.first()).cloned()
}

/// Words that go before another name.
const CALLED: [&str; 12] = [
    "also known as",
    "also called",
    "sometimes called",
    "known as",
    "often called",
    "or simply",
    "abbreviated as",
    "หรือที่เรียกว่า",
    "เรียกอีกอย่างว่า",
    "หรือเรียกสั้น ๆ ว่า",
    "หรือเรียกว่า",
    "ย่อว่า",
];

/// Further names of a subject: in brackets, behind "also known as", and its abbreviation where the text uses it.
pub(crate) fn aliases(title: &str, lead: &str, text: &str) -> Vec<String> {
    let own = parts(title);
    let mut names: Vec<String> = Vec::new();
    let mut add = |name: &str| {
        let name = clean_name(name);
        let known = own.iter().chain(&names).any(|known| name_key(known) == name_key(&name));
        let good = name.chars().count() >= 2
            && name.chars().count() <= LONGEST_NAME
            && name.split(' ').count() <= MOST_WORDS
            && name.chars().any(char::is_alphabetic)
            && !points_elsewhere(&name);
        if good && !known && names.len() < MOST_NAMES {
            names.push(name);
        }
    };
    // "Sales Manager - SM" in the title's brackets, and what stands in brackets behind a name, or behind a name found so.
    for part in own.iter().skip(1).filter(|part| separate(part).count() > 1) {
        separate(part).for_each(&mut add);
    }
    let mut asked: Vec<String> = own.clone();
    let mut next = 0;
    while let Some(name) = asked.get(next).filter(|_| next < MOST_NAMES).cloned() {
        next += 1;
        let inside = in_brackets(lead, &name).flat_map(separate);
        let beside = or_behind(lead, &name);
        for found in inside.chain(beside) {
            add(found);
            let found = clean_name(found);
            if found.chars().count() > 1 && !asked.contains(&found) {
                asked.push(found);
            }
        }
        // Further down a bracket may hold anything: only what is written as a name is one.
        let below = in_brackets(text, &name).flat_map(separate);
        below.filter(|found| is_written_as_name(found)).for_each(&mut add);
    }
    for called in CALLED {
        if let Some((_, behind)) = lead.split_once(called) {
            let end = behind.find(['.', ',', ';', ':', '(', ')', '!', '?']).unwrap_or(behind.len());
            let name = behind.get(..end).unwrap_or_default().trim_start();
            let ends =
                [" is ", " are ", " who ", " that ", " works ", " work ", " คือ", " เป็น", " มี", " ทำ", " ดูแล"];
            let end = ends.iter().filter_map(|end| name.find(end)).min().unwrap_or(name.len());
            let name = name.get(..end).unwrap_or_default();
            // Thai parts sentences with spaces.
            let name = if name.starts_with(is_thai) { name.split(' ').next().unwrap_or(name) } else { name };
            for name in separate(name) {
                add(name);
            }
        }
    }
    let written_out: Vec<String> = latin_name(title).into_iter().chain(asked).collect();
    for name in written_out.iter().filter(|name| !name.chars().any(is_thai)) {
        let first: String = name
            .split([' ', '-', '/'])
            .filter_map(|word| word.chars().next())
            .filter(char::is_ascii_alphabetic)
            .collect();
        let short = first.to_ascii_uppercase();
        let used = text.split(|c: char| !is_word(c) || is_thai(c)).any(|word| word == short);
        if ABBREVIATION.contains(&short.len()) && used {
            add(&short);
        }
    }
    names
}

/// The name in other letters that an "or" right behind a name brings: "ผู้จัดการฝ่ายขาย หรือ Sales Manager คือ…".
pub(crate) fn or_behind<'t>(text: &'t str, name: &str) -> Option<&'t str> {
    let behind = said(text, name).into_iter().find_map(|behind| {
        let behind = behind.trim_start();
        // What stands in brackets goes with the name before it.
        let behind = match behind.strip_prefix(['(', '（']) {
            Some(inside) => {
                inside.get(inside.find([')', '）'])?..)?.trim_start_matches([')', '）']).trim_start()
            }
            None => behind,
        };
        behind.strip_prefix("หรือ").map(str::trim_start)
    })?;
    let latin = |c: char| c.is_ascii_alphabetic() || matches!(c, ' ' | '-' | '&' | '/' | '.' | '\'');
    let end = behind.find(|c: char| !latin(c)).unwrap_or(behind.len());
    behind.get(..end).map(str::trim).filter(|found| found.starts_with(|c: char| c.is_ascii_uppercase()))
}

/// Whether words in brackets are written as a name: Latin, and each that counts with a capital letter.
fn is_written_as_name(words: &str) -> bool {
    let long = words.split_whitespace().filter(|word| word.chars().count() > 3);
    let latin = !words.chars().any(is_thai) && !words.chars().any(|c| c.is_ascii_digit());
    latin
        && words.trim().starts_with(|c: char| c.is_ascii_uppercase())
        && !long.into_iter().any(|word| word.starts_with(char::is_lowercase))
}

/// Whether words in brackets explain or refer instead of naming.
fn points_elsewhere(words: &str) -> bool {
    const STARTS: [&str; 13] = [
        "see ",
        "e.g",
        "i.e",
        "for ",
        "including ",
        "such as ",
        "not ",
        "ดู",
        "เช่น",
        "รวม",
        "อ่าน",
        "ไม่",
        "ซึ่ง",
    ];
    let small = words.to_lowercase();
    STARTS.iter().any(|start| small.starts_with(start))
}

/// What parts names in brackets, beside single signs.
const BETWEEN: [&str; 27] = [
    "also called ",
    "also known as ",
    "sometimes called ",
    "known as ",
    "abbreviated as ",
    "short for ",
    "หรือที่เรียกว่า",
    "เรียกสั้น ๆ ว่า",
    "เรียกสั้นๆ ว่า",
    "เรียกสั้นๆว่า",
    "เรียกกันว่า",
    "เรียกย่อ ๆ ว่า",
    "เรียกอีกอย่างว่า",
    " or ",
    "หรือ",
    " - ",
    " – ",
    " — ",
    " | ",
    "ย่อมาจาก",
    "ย่อว่า",
    "ตัวย่อคือ",
    "ตัวย่อ",
    "ชื่อย่อ",
    "เรียกว่า",
    "อ่านว่า",
    "ทับศัพท์ว่า",
];

/// The names that a text lists.
fn separate(names: &str) -> impl Iterator<Item = &str> {
    let mut parts: Vec<&str> = names.split([',', '/', '、', ';', ':', '：', '|']).collect();
    for between in BETWEEN {
        parts = parts.into_iter().flat_map(|part| part.split(between)).collect();
    }
    parts.into_iter().map(str::trim).filter(|part| !part.is_empty())
}

fn clean_name(name: &str) -> String {
    let name = tidy(name);
    let name = name.trim_matches(|c: char| !is_word(c));
    let small = name.to_lowercase();
    let article = ["a ", "an ", "the ", "or "].iter().find(|article| small.starts_with(**article));
    let name = article.and_then(|article| name.get(article.len()..)).unwrap_or(name);
    // What would end a list in the front matter, or begin something else, is no name.
    if name.contains(['[', ']', '{', '}', '<', '>', '"', '=', '\\']) {
        String::new()
    } else {
        name.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_made_of_latin_words() {
        for (words, expected) in [
            ("Account Manager", Some("account-manager")),
            ("CPA's Guide: R&D", Some("cpas-guide-r-d")),
            ("ผู้จัดการ", None),
            ("CON", Some("con-article")),
            ("2024", None),
        ] {
            assert_eq!(id(words).map(|id| id.to_string()).as_deref(), expected, "{words}");
        }
        assert_eq!(latin_name("ผู้จัดการดูแลลูกค้า (Account Manager)").as_deref(), Some("Account Manager"));
        assert_eq!(latin_name("งาน Data Analyst").as_deref(), Some("Data Analyst"));
        assert_eq!(latin_name("ผู้สอบบัญชี"), None);
    }

    #[test]
    fn further_names_are_found() {
        let lead =
            "An account manager (AM or client manager), also known as a key account manager, keeps clients.";
        assert_eq!(aliases("account manager", lead, lead), ["AM", "client manager", "key account manager"]);
        let lead = "ผู้สอบบัญชี (Auditor) หรือที่เรียกว่าออดิเตอร์ คือคนที่ตรวจบัญชี";
        assert_eq!(aliases("ผู้สอบบัญชี (Auditor)", lead, lead), ["ออดิเตอร์"]);
        for (title, lead, expected) in [
            (
                "ผู้จัดการความสำเร็จลูกค้า (Customer Success Manager: CSM)",
                "ผู้จัดการความสำเร็จลูกค้าดูแลลูกค้าเดิม",
                &["Customer Success Manager", "CSM"][..],
            ),
            (
                "ผู้จัดการฝ่ายขาย",
                "ผู้จัดการฝ่ายขาย หรือ Sales Manager (เซลส์เมเนเจอร์, ย่อว่า SM) คือหัวหน้าทีมขาย",
                &["Sales Manager", "เซลส์เมเนเจอร์", "SM"],
            ),
            (
                "Loan Officer (เจ้าหน้าที่สินเชื่อ)",
                "A loan officer lends. Every LO knows it. Some say Loan Officer (Credit Officer) and mean it (or not).",
                &["Credit Officer", "LO"],
            ),
            (
                "ผู้สอบบัญชี",
                "ผู้สอบบัญชี (CPA ย่อมาจาก Certified Public Accountant) ตรวจบัญชี",
                &["CPA", "Certified Public Accountant"],
            ),
            (
                "Data Analyst",
                "A data analyst (นักวิเคราะห์ข้อมูล หรือเรียกสั้น ๆ ว่า DA) tells what data mean.",
                &["นักวิเคราะห์ข้อมูล", "DA"],
            ),
            ("Actuary", "An actuary (also called actuarial analyst) measures risk.", &["actuarial analyst"]),
            ("Auditor", "An Auditor (see below for more) audits.", &[]),
        ] {
            assert_eq!(aliases(title, lead, lead), expected, "{title}");
        }
        assert_eq!(foreign("CSM: Customer Success Manager").as_deref(), Some("Customer Success Manager"));
    }
}
