//! What could be added to the knowledge so that a question is answered: as lines to paste, and as the knowledge that would
//! come of it. Pure: nothing is edited.

use super::report::{Gap, home};
use super::samples::{alias_lines, asking_lines, section_lines};
use crate::knowledge::{ArticleId, ArticleKind, Facet, FacetId, Knowledge, Language, Phrases, SectionId};
use crate::search::{Engine, Missing};

/// The file that ways of asking are added to.
const FACETS_FILE: &str = "facets.yaml";

/// An addition to one file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proposal {
    /// The file: `th/account-manager.md`.
    pub file: String,
    /// The lines of the file that hold the addition.
    pub lines: String,
    /// What is added.
    pub addition: Addition,
}

/// What is added.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Addition {
    /// A sample question of a section.
    Sample {
        /// The article in one language.
        article: (ArticleId, Language),
        /// The section.
        section: SectionId,
        /// The question.
        question: String,
    },
    /// A name of an article.
    Alias {
        /// The article in one language.
        article: (ArticleId, Language),
        /// The name.
        name: String,
    },
    /// A way of asking for a facet.
    Asking {
        /// The facet.
        facet: FacetId,
        /// The language of the words.
        language: Language,
        /// The words, without a subject.
        words: String,
    },
}

/// What could be added for a gap: what is missing first, then the question as a sample. Nothing where no section is near.
pub fn proposals(engine: &Engine, gap: &Gap) -> Vec<Proposal> {
    let Some((article, section)) = home(engine, gap) else { return Vec::new() };
    let place = (article.id.clone(), article.language.clone());
    let missing = match (&gap.missing, &section.facet) {
        // A glossary has names for its terms alone.
        (Some(Missing::Name { words, .. }), _) if article.kind != ArticleKind::Glossary => Some(Proposal {
            file: article.file.clone(),
            lines: alias_lines(article, words),
            addition: Addition::Alias { article: place.clone(), name: words.clone() },
        }),
        (Some(Missing::Asking { words, article: named }), Some(facet)) if *named == article.id => {
            Some(Proposal {
                file: FACETS_FILE.to_owned(),
                lines: asking_lines(facet, &article.language, words),
                addition: Addition::Asking {
                    facet: facet.clone(),
                    language: article.language.clone(),
                    words: words.clone(),
                },
            })
        }
        _ => None,
    };
    let sample = Proposal {
        file: article.file.clone(),
        lines: section_lines(article, &section.id, &gap.example),
        addition: Addition::Sample {
            article: place,
            section: section.id.clone(),
            question: gap.example.clone(),
        },
    };
    missing.into_iter().chain([sample]).collect()
}

impl Addition {
    /// The knowledge with the addition in it.
    pub fn added_to(&self, knowledge: &Knowledge) -> Knowledge {
        let mut articles = knowledge.articles().to_vec();
        let mut facets = knowledge.facets().clone();
        match self {
            Self::Sample { article: (id, language), section, question } => {
                let article =
                    articles.iter_mut().find(|known| known.id == *id && known.language == *language);
                let section = article
                    .and_then(|article| article.sections.iter_mut().find(|known| known.id == *section));
                if let Some(section) = section {
                    section.questions.push(question.clone());
                }
            }
            Self::Alias { article: (id, language), name } => {
                let article =
                    articles.iter_mut().find(|known| known.id == *id && known.language == *language);
                if let Some(article) = article {
                    article.aliases.push(name.clone());
                }
            }
            Self::Asking { facet, language, words } => facets.add(Facet {
                id: facet.clone(),
                names: Phrases::default(),
                asks: Phrases([(language.clone(), vec![words.clone()])].into()),
            }),
        }
        Knowledge::new(articles, facets)
    }
}
