//! The knowledge base as plain data. Owns no parsing and no searching.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::NaiveDate;

use super::id::{ArticleId, FacetId, Language, SectionId};

/// What an article is about, which decides how its sections are asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub enum ArticleKind {
    /// A job: people name it and ask for a facet of it.
    #[default]
    Role,
    /// Anything else worth an article.
    Topic,
    /// A list of terms: each section is one term.
    Glossary,
}

/// Where an article's statements come from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// The source's own title.
    pub title: String,
    /// Who published it.
    pub publisher: Option<String>,
    /// An `http` or `https` address.
    pub url: Option<String>,
    /// The year (CE) the source speaks of.
    pub year: Option<i32>,
}

/// One pay figure, for comparing and drawing.
#[derive(Debug, Clone, PartialEq)]
pub struct Pay {
    /// The country or region it holds for.
    pub region: String,
    /// ISO 4217 code.
    pub currency: String,
    /// `year`, `month`, `day` or `hour`.
    pub period: String,
    /// Lower end of the range, in `currency` a `period`.
    pub low: Option<f64>,
    /// Middle value, where the source gives one.
    pub median: Option<f64>,
    /// Upper end of the range.
    pub high: Option<f64>,
    /// The year (CE) the figure was measured in.
    pub year: Option<i32>,
    /// What the figure measures.
    pub basis: Option<String>,
    /// Which of the article's sources it comes from, counted from 1.
    pub source: Option<usize>,
}

/// A part of an article that answers on its own.
#[derive(Debug, Clone, PartialEq)]
pub struct Section {
    /// Unique in the article.
    pub id: SectionId,
    /// The heading as written, without its `{#id}`; empty for the text before the first heading.
    pub heading: String,
    /// In a glossary: the term and its other names, the term first. Otherwise empty.
    pub names: Vec<String>,
    /// The Markdown of the section, without its heading, trimmed.
    pub text: String,
    /// Sample questions from the front matter.
    pub questions: Vec<String>,
    /// The facet that the section answers, when its id or its heading names one.
    pub facet: Option<FacetId>,
    /// Line of the heading in its file, from 1.
    pub line: usize,
}

/// One file of the knowledge base.
#[derive(Debug, Clone, PartialEq)]
pub struct Article {
    /// The file's name, the same in every language.
    pub id: ArticleId,
    /// The folder's name.
    pub language: Language,
    /// Path relative to the knowledge folder, for messages: `th/account-manager.md`.
    pub file: String,
    /// As written: `ผู้จัดการดูแลลูกค้า (Account Manager)`.
    pub title: String,
    /// What the article is about.
    pub kind: ArticleKind,
    /// Further names people use.
    pub aliases: Vec<String>,
    /// Articles worth reading next.
    pub related: Vec<ArticleId>,
    /// When a person last checked the facts.
    pub reviewed: Option<NaiveDate>,
    /// Where the statements come from.
    pub sources: Vec<Source>,
    /// Pay figures.
    pub pay: Vec<Pay>,
    /// Steps of the career, junior first, as ids (of articles or of steps without one).
    pub ladder: Vec<String>,
    /// In the order of the file; ids are unique.
    pub sections: Vec<Section>,
}

impl Article {
    /// The section with this id.
    pub fn section(&self, id: &SectionId) -> Option<&Section> {
        self.sections.iter().find(|section| section.id == *id)
    }

    /// Every name of the article: the parts of its title outside and inside brackets, then its aliases.
    pub fn names(&self) -> Vec<&str> {
        let mut names = self.titles();
        for alias in &self.aliases {
            if !names.contains(&alias.as_str()) {
                names.push(alias);
            }
        }
        names
    }

    /// The title without what stands in brackets or behind a slash, for labels.
    pub fn short_title(&self) -> &str {
        self.titles().first().copied().unwrap_or(&self.title)
    }

    /// The parts of the title outside and inside brackets and on both sides of a slash between spaces.
    pub fn titles(&self) -> Vec<&str> {
        title_parts(&self.title)
    }
}

/// `ผู้จัดการ (Manager)` → `["ผู้จัดการ", "Manager"]`, as of `ผู้จัดการ / Manager`.
pub(super) fn title_parts(title: &str) -> Vec<&str> {
    let parts = title.split(['(', ')', '（', '）']).flat_map(|part| part.split(" / "));
    parts.map(str::trim).filter(|part| !part.is_empty()).collect()
}

/// Texts by language, each list in the author's order.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Phrases(pub BTreeMap<Language, Vec<String>>);

impl Phrases {
    /// The phrases of one language.
    pub fn of(&self, language: &Language) -> &[String] {
        self.0.get(language).map_or(&[], Vec::as_slice)
    }

    /// Every phrase with its language.
    pub fn iter(&self) -> impl Iterator<Item = (&Language, &str)> {
        self.0.iter().flat_map(|(language, list)| list.iter().map(move |text| (language, text.as_str())))
    }
}

/// Something people ask about any role: its salary, its duties, …
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Facet {
    /// Unique among the facets.
    pub id: FacetId,
    /// How headings name it; the first of a language is the label that people see.
    pub names: Phrases,
    /// How people ask for it, without the role.
    pub asks: Phrases,
}

impl Facet {
    /// The name to show, in the language or else in any; the id when it has none.
    pub fn label(&self, language: &Language) -> &str {
        self.names
            .of(language)
            .first()
            .map(String::as_str)
            .or_else(|| self.names.iter().next().map(|(_, name)| name))
            .unwrap_or(self.id.as_str())
    }
}

/// The facets in their order of display; ids are unique. Copies share the list.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Facets(Arc<Vec<Facet>>);

impl Facets {
    /// Collects facets; those of one id are merged, first come first.
    pub fn new(list: impl IntoIterator<Item = Facet>) -> Self {
        let mut facets = Self::default();
        for facet in list {
            facets.add(facet);
        }
        facets
    }

    /// Adds a facet, or its phrases to the facet of the same id.
    pub fn add(&mut self, facet: Facet) {
        let list = Arc::make_mut(&mut self.0);
        match list.iter_mut().find(|known| known.id == facet.id) {
            None => list.push(facet),
            Some(known) => {
                for (target, phrases) in [(&mut known.names, facet.names), (&mut known.asks, facet.asks)] {
                    for (language, texts) in phrases.0 {
                        let list = target.0.entry(language).or_default();
                        for text in texts {
                            if !list.contains(&text) {
                                list.push(text);
                            }
                        }
                    }
                }
            }
        }
    }

    /// The facet with this id.
    pub fn get(&self, id: &str) -> Option<&Facet> {
        self.0.iter().find(|facet| facet.id.as_str() == id)
    }

    /// In their order of display.
    pub fn iter(&self) -> impl Iterator<Item = &Facet> {
        self.0.iter()
    }
}

/// Everything that can be answered. Articles are ordered by id, then language, whatever order they came in.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Knowledge {
    articles: Vec<Article>,
    facets: Facets,
}

impl Knowledge {
    /// Puts articles in their order.
    pub fn new(mut articles: Vec<Article>, facets: Facets) -> Self {
        articles.sort_by(|a, b| (&a.id, &a.language).cmp(&(&b.id, &b.language)));
        Self { articles, facets }
    }

    /// By id, then language.
    pub fn articles(&self) -> &[Article] {
        &self.articles
    }

    /// The facets shared by all articles.
    pub fn facets(&self) -> &Facets {
        &self.facets
    }

    /// The article in exactly this language.
    pub fn article(&self, id: &ArticleId, language: &Language) -> Option<&Article> {
        self.versions(id).iter().find(|article| article.language == *language)
    }

    /// The article in every language it has, by language.
    pub fn versions(&self, id: &ArticleId) -> &[Article] {
        let start = self.articles.partition_point(|article| article.id < *id);
        let end = self.articles.partition_point(|article| article.id <= *id);
        self.articles.get(start..end).unwrap_or_default()
    }

    /// The article with this place in [`Knowledge::articles`] in every language it has, by language; none beyond the last.
    pub fn versions_at(&self, place: usize) -> &[Article] {
        let (before, from) = self.articles.split_at(place.min(self.articles.len()));
        let Some(article) = from.first() else { return &[] };
        let same = |other: &&Article| other.id == article.id;
        let start = place - before.iter().rev().take_while(same).count();
        let end = place + from.iter().take_while(same).count();
        self.articles.get(start..end).unwrap_or_default()
    }

    /// The article in this language, else in the first language it has.
    pub fn article_in(&self, id: &ArticleId, preferred: &Language) -> Option<&Article> {
        self.article(id, preferred).or_else(|| self.versions(id).first())
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    #[test]
    fn versions_stand_beside_each_other() {
        let knowledge = crate::knowledge::starter().unwrap();
        for (place, article) in knowledge.articles().iter().enumerate() {
            assert_eq!(knowledge.versions_at(place), knowledge.versions(&article.id), "{:?}", article.id);
        }
        assert!(knowledge.versions_at(knowledge.articles().len()).is_empty());
        assert!(knowledge.versions_at(usize::MAX).is_empty());
    }

    #[test]
    fn titles_have_parts() {
        for (title, parts) in [
            ("ผู้จัดการ (Manager)", &["ผู้จัดการ", "Manager"][..]),
            ("คอนเทนต์ครีเอเตอร์ / Social Media Manager", &["คอนเทนต์ครีเอเตอร์", "Social Media Manager"]),
            ("UX/UI Designer", &["UX/UI Designer"]),
            (" / ", &[]),
        ] {
            assert_eq!(super::title_parts(title), *parts, "{title}");
        }
    }
}
