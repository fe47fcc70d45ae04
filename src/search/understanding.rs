//! What a question was understood as, as data: for people, who want to know why, and not for those who tune the engine;
//! theirs is [`Explanation`](super::Explanation).

use super::missing::{Missing, missing};
use super::names::Catalogue;
use super::query::{Query, SubjectHit};
use crate::knowledge::{ArticleId, FacetId, SectionId};
use crate::text::normalize;
use crate::text::script::is_word;
use crate::text::segment::words;

/// So many words of a question are told that a section's text holds as well.
const MAX_SHARED_WORDS: usize = 6;
/// Shorter words stand everywhere.
const MIN_SHARED_LETTERS: usize = 2;

/// What the engine understood of a question, in the reading that it went on with.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Understanding {
    /// The role, topic or term that was understood.
    pub subject: Option<NamedSubject>,
    /// What is asked about it.
    pub facet: Option<NamedFacet>,
    /// Words of the question, in their order, that neither names the subject nor asks, and that the best section's text
    /// holds as well; each once.
    pub shared: Vec<String>,
    /// What the knowledge would have to hold for more to be understood.
    pub missing: Option<Missing>,
}

/// A role, topic or term with the words that named it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NamedSubject {
    /// The article.
    pub article: ArticleId,
    /// For a term of a glossary, its section.
    pub section: Option<SectionId>,
    /// The words of the question that named it; `None` when it comes from the conversation.
    pub words: Option<String>,
}

/// A facet with the words that asked for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NamedFacet {
    /// The facet.
    pub facet: FacetId,
    /// The words of the question that asked for it.
    pub words: String,
}

impl Understanding {
    /// What a query says, about the article of the best candidate where several are named; `text` is that of the best
    /// section.
    pub(crate) fn new(
        query: &Query,
        catalogue: &Catalogue,
        best: Option<&ArticleId>,
        text: Option<&str>,
    ) -> Self {
        let is_best = |hit: &&SubjectHit| {
            catalogue.subject(hit.subject).is_some_and(|subject| Some(&subject.article) == best)
        };
        let hit = query.subjects.iter().find(is_best).or_else(|| query.subjects.first());
        let subject = hit.and_then(|hit| {
            let subject = catalogue.subject(hit.subject)?;
            let words = (!hit.spot.span.is_empty()).then(|| written(query, &hit.spot.span));
            Some(NamedSubject { article: subject.article.clone(), section: subject.section.clone(), words })
        });
        let facets = hit.map_or(&query.facets, |hit| &hit.facets);
        let facet = facets.first().and_then(|hit| {
            let mut words = written(query, &hit.spot.span);
            for rest in &hit.rests {
                words = format!("{words} … {}", written(query, rest));
            }
            Some(NamedFacet { facet: catalogue.facet(hit.facet)?.clone(), words })
        });
        let mut rest = query.remainder();
        if let Some(hit) = hit {
            let kept = rest.chars().enumerate();
            rest = kept.map(|(place, c)| if hit.spot.span.contains(&place) { ' ' } else { c }).collect();
        }
        let shared = text.map_or_else(Vec::new, |text| shared(&rest, text));
        Self { subject, facet, shared, missing: missing(query, catalogue) }
    }
}

/// The words at a place of the normalized question.
fn written(query: &Query, span: &std::ops::Range<usize>) -> String {
    let found = query.scene.characters.get(span.clone()).unwrap_or_default();
    found.iter().collect::<String>().trim().to_owned()
}

/// The words of a question that a text holds as well.
fn shared(question: &str, text: &str) -> Vec<String> {
    let text = normalize(text);
    let held = words(&text);
    let mut shared: Vec<String> = Vec::new();
    for word in words(question) {
        let letters = word.chars().filter(|&c| is_word(c)).count();
        let new = letters >= MIN_SHARED_LETTERS && !shared.iter().any(|known| known == word);
        if new && held.contains(&word) && shared.len() < MAX_SHARED_WORDS {
            shared.push(word.to_owned());
        }
    }
    shared
}
