//! Made-up articles: each has a topic of its own, each section a theme of its own within it.

use naenaew::knowledge::{Article, ArticleId, ArticleKind, Language, Section, SectionId};

use crate::support::Random;
use crate::words::{Vocabulary, function_word};

/// Sections of an article.
const SECTIONS: usize = 8;
/// Characters of a section, about as many as a paragraph of an encyclopedia has.
const CHARACTERS: usize = 700;
/// Words that an article keeps coming back to, and those of one of its sections.
const TOPIC_WORDS: usize = 120;
const THEME_WORDS: usize = 25;
/// Share of function words among all, as in Thai prose.
const FUNCTION_SHARE: f64 = 0.4;
/// Shares of the section's and of the article's own words among the others.
const THEME_SHARE: f64 = 0.35;
const TOPIC_SHARE: f64 = 0.35;
/// Thai separates clauses, not words, by spaces.
const CLAUSE_WORDS: usize = 7;

/// Articles with so many sections in all. An article is the same whatever else there is.
pub(crate) fn articles(vocabulary: &Vocabulary, sections: usize) -> Vec<Article> {
    (0..sections.div_ceil(SECTIONS))
        .map(|number| article(vocabulary, number, SECTIONS.min(sections - number * SECTIONS)))
        .collect()
}

fn article(vocabulary: &Vocabulary, number: usize, sections: usize) -> Article {
    let mut random = Random::new(number as u64 + 1);
    let topic: Vec<&str> = (0..TOPIC_WORDS).map(|_| vocabulary.word(&mut random)).collect();
    let title: String = (0..3).map(|_| vocabulary.any_word(&mut random)).collect();
    let sections = (0..sections).map(|place| section(vocabulary, &topic, place, &mut random)).collect();
    bare(number, title, Vec::new(), sections)
}

fn section(vocabulary: &Vocabulary, topic: &[&str], place: usize, random: &mut Random) -> Section {
    let theme: Vec<&str> = (0..THEME_WORDS).map(|_| vocabulary.any_word(random)).collect();
    let heading: String = (0..2).map(|_| *random.pick(&theme)).collect();
    let (mut text, mut characters, mut clause) = (String::new(), 0, 0);
    while characters < CHARACTERS {
        let word = if random.happens(FUNCTION_SHARE) {
            function_word(random)
        } else {
            let kind = random.unit();
            if kind < THEME_SHARE {
                random.pick(&theme)
            } else if kind < THEME_SHARE + TOPIC_SHARE {
                random.pick(topic)
            } else {
                vocabulary.word(random)
            }
        };
        text.push_str(word);
        characters += word.chars().count();
        clause += 1;
        if clause >= CLAUSE_WORDS && random.happens(0.3) {
            text.push(' ');
            clause = 0;
        }
    }
    plain(&format!("s{place}"), heading, text)
}

/// An article with nothing but names and sections.
pub(crate) fn bare(number: usize, title: String, aliases: Vec<String>, sections: Vec<Section>) -> Article {
    Article {
        id: ArticleId::parse(&format!("made-up-{number:06}")).expect("letters, digits and -"),
        language: Language::thai(),
        file: String::new(),
        title,
        kind: ArticleKind::Topic,
        aliases,
        related: Vec::new(),
        reviewed: None,
        sources: Vec::new(),
        pay: Vec::new(),
        ladder: Vec::new(),
        sections,
    }
}

/// A section with nothing but text.
pub(crate) fn plain(id: &str, heading: String, text: String) -> Section {
    Section {
        id: SectionId::parse(id).expect("letters and digits"),
        heading,
        names: Vec::new(),
        text,
        questions: Vec::new(),
        facet: None,
        line: 1,
    }
}
