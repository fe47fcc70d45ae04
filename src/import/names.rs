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

/// What stands in brackets right behind a name.
pub(crate) fn in_brackets<'t>(text: &'t str, name: &str) -> Option<&'t str> {
    let at = text.find(name)?;
    let behind = text.get(at + name.len()..)?.trim_start();
    let inside = behind.strip_prefix(['(', '（'])?;
    let end = inside.find([')', '）'])?;
    inside.get(..end)
}

/// The first name in Latin letters of what stands in brackets.
pub(crate) fn foreign(names: &str) -> Option<String> {
    let mut names = separate(names).map(clean_name);
    names.find(|name| {
        let latin = name.chars().any(|c| c.is_ascii_alphabetic()) && !name.chars().any(is_thai);
        latin && name.chars().count() <= LONGEST_NAME && !name.contains(['(', ')'])
    })
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
            && name.chars().any(char::is_alphabetic);
        if good && !known && names.len() < MOST_NAMES {
            names.push(name);
        }
    };
    for part in &own {
        for name in in_brackets(lead, part).into_iter().flat_map(separate) {
            add(name);
        }
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
    if let Some(latin) = latin_name(title) {
        let first: String = latin
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

fn separate(names: &str) -> impl Iterator<Item = &str> {
    names.split([',', '/', '、', ';']).flat_map(|part| part.split(" or ")).flat_map(|part| part.split("หรือ"))
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
    }
}
