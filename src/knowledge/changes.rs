//! What differs between two states of a knowledge base. Pure; owns no reading and no wording for people.

use std::fmt;

use super::model::{Article, Knowledge, Section};

/// So many files of a kind are named in one line.
const NAMED_FILES: usize = 3;

/// What was added, changed and removed on the way from one state to another.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Changes {
    /// Files of articles, in the order of the articles.
    pub articles: Changed<Vec<String>>,
    /// Sections, those of added and removed articles included.
    pub sections: Changed<usize>,
    /// Whether the facets differ.
    pub facets: bool,
}

/// Something for each kind of change.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Changed<T> {
    /// Is new.
    pub added: T,
    /// Is there still, and differs.
    pub changed: T,
    /// Is gone.
    pub removed: T,
}

impl Changes {
    /// Compares two states. Articles are the same by id and language, sections by their id as well.
    pub fn between(old: &Knowledge, new: &Knowledge) -> Self {
        let mut changes = Self { facets: old.facets() != new.facets(), ..Self::default() };
        for article in new.articles() {
            match old.article(&article.id, &article.language) {
                None => changes.add(article),
                Some(before) if before != article => changes.change(before, article),
                Some(_) => {}
            }
        }
        for article in old.articles() {
            if new.article(&article.id, &article.language).is_none() {
                changes.articles.removed.push(article.file.clone());
                changes.sections.removed += article.sections.len();
            }
        }
        changes
    }

    /// Whether both states are the same.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    fn add(&mut self, article: &Article) {
        self.articles.added.push(article.file.clone());
        self.sections.added += article.sections.len();
    }

    fn change(&mut self, before: &Article, after: &Article) {
        self.articles.changed.push(after.file.clone());
        for section in &after.sections {
            match before.section(&section.id) {
                None => self.sections.added += 1,
                Some(old) if !reads_the_same(old, section) => self.sections.changed += 1,
                Some(_) => {}
            }
        }
        let gone = before.sections.iter().filter(|section| after.section(&section.id).is_none());
        self.sections.removed += gone.count();
    }
}

/// Whether two versions of a section say the same, wherever in the file they stand.
fn reads_the_same(one: &Section, other: &Section) -> bool {
    Section { line: other.line, ..one.clone() } == *other
}

/// One line for the log: `articles: 1 added (th/baker.md), 1 changed (en/diver.md); sections: 4 added, 2 changed`.
impl fmt::Display for Changes {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { articles, sections, facets } = self;
        let articles = [
            (articles.added.as_slice(), "added"),
            (articles.changed.as_slice(), "changed"),
            (articles.removed.as_slice(), "removed"),
        ]
        .into_iter()
        .filter(|(files, _)| !files.is_empty())
        .map(|(files, kind)| format!("{} {kind} ({})", files.len(), named(files)));
        let sections =
            [(sections.added, "added"), (sections.changed, "changed"), (sections.removed, "removed")]
                .into_iter()
                .filter(|(count, _)| *count > 0)
                .map(|(count, kind)| format!("{count} {kind}"));
        let parts = [
            ("articles: ", articles.collect::<Vec<_>>().join(", ")),
            ("sections: ", sections.collect::<Vec<_>>().join(", ")),
            ("facets", if *facets { " changed".to_owned() } else { String::new() }),
        ];
        let told: Vec<String> = parts
            .into_iter()
            .filter(|(_, told)| !told.is_empty())
            .map(|(name, told)| format!("{name}{told}"))
            .collect();
        formatter.write_str(if told.is_empty() { "nothing changed" } else { "" })?;
        formatter.write_str(&told.join("; "))
    }
}

/// The first files, and how many more there are.
fn named(files: &[String]) -> String {
    let first = files.iter().take(NAMED_FILES).map(String::as_str).collect::<Vec<_>>().join(", ");
    match files.len().saturating_sub(NAMED_FILES) {
        0 => first,
        more => format!("{first} and {more} more"),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::knowledge::{ArticleId, Facet, FacetId, Facets, Language, Phrases, parse};

    /// Articles by file and text below the title.
    fn knowledge(files: &[(&str, &str)], facets: &[&str]) -> Knowledge {
        let articles = files.iter().map(|(file, text)| {
            let (language, name) = file.split_once('/').unwrap();
            let id = ArticleId::parse(name.strip_suffix(".md").unwrap()).unwrap();
            let text = format!("---\ntitle: {name}\n{text}");
            parse(file, id, Language::parse(language).unwrap(), &text, &Facets::default()).0.unwrap()
        });
        let facets = facets.iter().map(|id| Facet {
            id: FacetId::parse(id).unwrap(),
            names: Phrases::default(),
            asks: Phrases::default(),
        });
        Knowledge::new(articles.collect(), Facets::new(facets))
    }

    type State<'a> = (&'a [(&'a str, &'a str)], &'a [&'a str]);

    #[track_caller]
    fn check(old: State<'_>, new: State<'_>, line: &str) {
        let (old, new) = (knowledge(old.0, old.1), knowledge(new.0, new.1));
        let changes = Changes::between(&old, &new);
        assert_eq!(changes.to_string(), line);
        assert_eq!(changes.is_empty(), line == "nothing changed");
        assert!(Changes::between(&new, &new).is_empty());
    }

    const BAKER: (&str, &str) = ("th/baker.md", "---\nBakes.\n\n## Pay {#salary}\n\nBread.\n");

    #[test]
    fn articles_come_change_and_go() {
        let pilot = ("en/pilot.md", "---\nFlies.\n");
        check((&[BAKER], &[]), (&[BAKER], &[]), "nothing changed");
        check((&[], &[]), (&[BAKER], &[]), "articles: 1 added (th/baker.md); sections: 2 added");
        check(
            (&[BAKER, pilot], &[]),
            (&[pilot], &[]),
            "articles: 1 removed (th/baker.md); sections: 2 removed",
        );
        let english = ("en/baker.md", BAKER.1);
        check(
            (&[BAKER], &[]),
            (&[english], &[]),
            "articles: 1 added (en/baker.md), 1 removed (th/baker.md); sections: 2 added, 2 removed",
        );
        check((&[BAKER], &[]), (&[BAKER], &["salary"]), "facets changed");
    }

    #[test]
    fn sections_are_compared_by_what_they_say() {
        for (text, line) in [
            ("---\nBakes.\n\n## Pay {#salary}\n\nCake.\n", "; sections: 1 changed"),
            ("---\nBakes.\n\n## Earnings {#salary}\n\nBread.\n", "; sections: 1 changed"),
            (
                "questions:\n  salary: [pay]\n---\nBakes.\n\n## Pay {#salary}\n\nBread.\n",
                "; sections: 1 changed",
            ),
            ("---\nBakes.\n\n## Pay {#pay}\n\nBread.\n", "; sections: 1 added, 1 removed"),
            ("aliases: [bread maker]\n---\nBakes.\n\n## Pay {#salary}\n\nBread.\n", ""),
            ("---\nBakes.\n\n\n\n## Pay {#salary}\n\nBread.\n", ""),
        ] {
            let expected = format!("articles: 1 changed (th/baker.md){line}");
            check((&[BAKER], &[]), (&[(BAKER.0, text)], &[]), &expected);
        }
    }

    #[test]
    fn many_files_are_counted() {
        let names: Vec<String> = (1..=5).map(|number| format!("th/a-{number}.md")).collect();
        let files: Vec<(&str, &str)> = names.iter().map(|name| (name.as_str(), "---\nText.\n")).collect();
        let line = "articles: 5 added (th/a-1.md, th/a-2.md, th/a-3.md and 2 more); sections: 5 added";
        check((&[], &[]), (&files, &[]), line);
    }
}
