//! Questions as front matter: the exact lines to paste into an article, so that it answers them from then on.

use std::collections::BTreeMap;

use crate::knowledge::{Article, FacetId, Language, SectionId};

/// New sample questions by the sections that they are for.
pub type Additions = BTreeMap<SectionId, Vec<String>>;

/// The `questions` of an article with one section alone: its sample questions, the new one behind them.
pub fn section_lines(article: &Article, section: &SectionId, question: &str) -> String {
    let additions = Additions::from([(section.clone(), vec![question.to_owned()])]);
    lines(article, &additions, |id| id == section)
}

/// All `questions` of an article, the new ones behind those of each section: put in place of what was there, it loses
/// nothing.
pub fn article_lines(article: &Article, additions: &Additions) -> String {
    lines(article, additions, |_| true)
}

/// The `aliases` of an article, the new name behind them.
pub fn alias_lines(article: &Article, name: &str) -> String {
    let names = article.aliases.iter().map(String::as_str).chain([name]);
    format!("aliases: [{}]\n", names.map(quoted).collect::<Vec<_>>().join(", "))
}

/// An entry of `facets.yaml` with a new way of asking; those that serve already are not repeated.
pub fn asking_lines(facet: &FacetId, language: &Language, words: &str) -> String {
    format!("- id: {facet}\n  asks:\n    {language}: [{}]\n", quoted(words))
}

fn lines(article: &Article, additions: &Additions, wanted: impl Fn(&SectionId) -> bool) -> String {
    let mut lines = vec!["questions:".to_owned()];
    for section in article.sections.iter().filter(|section| wanted(&section.id)) {
        let mut questions: Vec<&String> = section.questions.iter().collect();
        for new in additions.get(&section.id).into_iter().flatten() {
            if !questions.contains(&new) {
                questions.push(new);
            }
        }
        if !questions.is_empty() {
            let questions: Vec<String> = questions.into_iter().map(|question| quoted(question)).collect();
            lines.push(format!("  {}: [{}]", key(&section.id), questions.join(", ")));
        }
    }
    lines.join("\n") + "\n"
}

/// A section's id as a key: as it is where YAML reads it as a text.
pub(crate) fn key(section: &SectionId) -> String {
    const WORDS: [&str; 9] = ["true", "false", "null", "yes", "no", "on", "off", "y", "n"];
    let id = section.as_str();
    let plain = id.starts_with(|c: char| c.is_ascii_lowercase())
        && id.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
        && !WORDS.contains(&id);
    if plain { id.to_owned() } else { quoted(id) }
}

/// A text in YAML's double quotation marks, which can hold every character (YAML 1.2.2, section 5.7). What cannot be
/// seen is written as its number.
pub(crate) fn quoted(text: &str) -> String {
    let character = |c: char| match c {
        '"' | '\\' => format!("\\{c}"),
        // Three of them would end the block of code that the lines are shown in.
        '`' => "\\x60".to_owned(),
        c if is_plain(c) => c.to_string(),
        c => format!("\\U{:08X}", u32::from(c)),
    };
    format!("\"{}\"", text.chars().map(character).collect::<String>())
}

fn is_plain(c: char) -> bool {
    let hidden = matches!(c, '\u{7F}'..='\u{A0}' | '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202F}')
        || matches!(c, '\u{205F}'..='\u{206F}' | '\u{E000}'..='\u{F8FF}' | '\u{FEFF}' | '\u{FFF0}'..='\u{FFFF}')
        || c >= '\u{E0000}';
    !c.is_control() && !hidden
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use proptest::prelude::*;

    use super::*;
    use crate::knowledge::{ArticleId, Facets, parse};

    const BODY: &str = "ก\n\n## เงินเดือน {#salary}\n\nข\n\n## ใช่ {#yes}\n\nค\n\n## \" {#\"'[x,-}\n\nง\n";

    /// The article with these lines in its front matter.
    #[track_caller]
    fn article(lines: &str) -> Article {
        let text = format!("---\ntitle: ก\n{lines}---\n{BODY}");
        let id = ArticleId::parse("a").unwrap();
        let (article, problems) = parse("th/a.md", id, Language::thai(), &text, &Facets::default());
        let errors: Vec<_> =
            problems.iter().filter(|problem| problem.level == crate::knowledge::Level::Error).collect();
        assert!(errors.is_empty(), "{errors:?}\n{text}");
        article.unwrap()
    }

    fn section(id: &str) -> SectionId {
        SectionId::parse(id).unwrap()
    }

    #[test]
    fn the_lines_read_as_people_write_them() {
        let bare = article("");
        assert_eq!(
            section_lines(&bare, &section("salary"), "นักบินได้ \"เท่าไหร่\"?"),
            "questions:\n  salary: [\"นักบินได้ \\\"เท่าไหร่\\\"?\"]\n"
        );
        let asked = article("questions:\n  salary: [ก, ข]\n  \"yes\":\n    - ค\n");
        assert_eq!(
            section_lines(&asked, &section("salary"), "ง"),
            "questions:\n  salary: [\"ก\", \"ข\", \"ง\"]\n"
        );
        let named = article("aliases: [ก, ข]\n");
        assert_eq!(alias_lines(&named, "AM: \"x\""), "aliases: [\"ก\", \"ข\", \"AM: \\\"x\\\"\"]\n");
        assert_eq!(
            asking_lines(&FacetId::parse("salary").unwrap(), &Language::thai(), "ได้กี่บาท"),
            "- id: salary\n  asks:\n    th: [\"ได้กี่บาท\"]\n"
        );
        let additions = Additions::from([(section("salary"), vec!["ง".to_owned(), "ก".to_owned()])]);
        assert_eq!(
            article_lines(&asked, &additions),
            "questions:\n  salary: [\"ก\", \"ข\", \"ง\"]\n  \"yes\": [\"ค\"]\n"
        );
    }

    proptest! {
        #[test]
        fn what_is_pasted_is_read_back(
            question in "(\\PC|[\"'\\\\#:,\\[\\]{}&*!|>%@`-]|ก|้| ){1,60}",
            id in prop_oneof![Just("salary"), Just("yes"), Just("\"'[x,-"), Just("definition")],
        ) {
            let question = question.split_whitespace().collect::<Vec<_>>().join(" ");
            prop_assume!(!question.is_empty());
            let before = article("questions:\n  salary: [เดิม]\n");
            let id = if before.section(&section(id)).is_some() { section(id) } else { section("salary") };
            let additions = Additions::from([(id.clone(), vec![question.clone()])]);
            for lines in [section_lines(&before, &id, &question), article_lines(&before, &additions)] {
                let after = article(&lines);
                prop_assert_eq!(after.section(&id).unwrap().questions.last(), Some(&question), "{}", lines);
            }
            let after = article(&article_lines(&before, &additions));
            prop_assert!(after.section(&section("salary")).unwrap().questions.contains(&"เดิม".to_owned()));
        }
    }
}
