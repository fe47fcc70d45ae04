//! How sections and articles are called in headlines, buttons and lists. Owns no choice of what to show.

use crate::knowledge::{Article, ArticleKind, Facets, Knowledge, Language, Section, SectionId};

/// Stands between the article's name and the section's.
const SEPARATOR: &str = " · ";

/// The name of a section inside its article: the facet's label in `language`, else its heading, else the article's
/// title. In a glossary it is the term.
pub(super) fn section_name(
    facets: &Facets,
    article: &Article,
    section: &Section,
    language: &Language,
) -> String {
    if article.kind == ArticleKind::Glossary
        && let Some(term) = section.names.first()
    {
        return term.clone();
    }
    facet_label(facets, article, section, language)
        .or((!section.heading.is_empty()).then_some(section.heading.as_str()))
        .unwrap_or_else(|| article.short_title())
        .to_owned()
}

/// The name of a section on its own: "Account manager · เงินเดือน"; a glossary's term as it is.
pub(super) fn full_name(
    facets: &Facets,
    article: &Article,
    section: &Section,
    language: &Language,
) -> String {
    let (title, name) = (article.short_title(), section_name(facets, article, section, language));
    let bare = article.kind == ArticleKind::Glossary || name == title;
    if bare { name } else { format!("{title}{SEPARATOR}{name}") }
}

/// The heading as it stands in the article; the facet's label for the text before the first heading.
pub(super) fn heading(facets: &Facets, article: &Article, section: &Section) -> String {
    if section.heading.is_empty() {
        section_name(facets, article, section, &article.language)
    } else {
        section.heading.clone()
    }
}

/// The version of an article to name things after: in `language`, else in `otherwise`, else in any.
pub(super) fn version<'a>(
    knowledge: &'a Knowledge,
    article: &crate::knowledge::ArticleId,
    language: &Language,
    otherwise: &Language,
) -> Option<&'a Article> {
    knowledge.article(article, language).or_else(|| knowledge.article_in(article, otherwise))
}

/// Where an article is best opened: its definition, else its first section.
pub(super) fn opening(article: &Article) -> Option<&Section> {
    article.section(&SectionId::definition()).or_else(|| article.sections.first())
}

/// The label of the section's facet; none for a second section of the same facet, so that no two names are equal.
fn facet_label<'a>(
    facets: &'a Facets,
    article: &Article,
    section: &Section,
    language: &Language,
) -> Option<&'a str> {
    let facet = section.facet.as_ref()?;
    let first = article.sections.iter().find(|other| other.facet.as_ref() == Some(facet))?;
    (first.id == section.id).then(|| facets.get(facet.as_str()))?.map(|facet| facet.label(language))
}
