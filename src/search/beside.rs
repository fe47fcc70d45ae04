//! Sections that may be meant as well as those that rank first, and stand beside them.

use super::at_least::ASKED_OF;
use super::corpus::{Corpus, Document};
use super::names::Catalogue;
use super::points::facet_rank;
use super::query::Query;
use super::rank::{Ranking, Scored};
use crate::knowledge::ArticleKind;

/// How sure to be of a topic's section beside a role's: enough for a choice, and no more.
const TOPIC_BESIDE: f32 = 0.15;

/// Puts a section in a place of a ranking, which grows no longer by it; where it ranks already, it is as sure as it was there.
pub(super) fn put(sections: &mut Vec<Scored>, section: Scored, place: usize) {
    let most = sections.len();
    let known = sections.iter().position(|other| other.document == section.document);
    let known =
        known.map(|place| sections.remove(place)).filter(|known| known.confidence >= section.confidence);
    sections.insert(place.min(sections.len()), known.unwrap_or(section));
    sections.truncate(most.max(1));
}

impl Ranking {
    /// With the first section of another ranking of the same question, where that may be meant as well.
    pub(crate) fn beside(mut self, other: Self) -> Self {
        let first = other.sections.into_iter().next().filter(|first| first.confidence >= ASKED_OF);
        if let Some(first) = first {
            let surer = |section: &&Scored| {
                section.confidence >= first.confidence && section.document != first.document
            };
            let place = self.sections.iter().take_while(surer).count();
            put(&mut self.sections, first, place);
        }
        self
    }
}

/// The section of a topic that speaks of what is asked about a role, if it fits as well as the role's: who asks how a
/// bookkeeper works from home may mean how to tell a scam.
pub(super) fn topic_beside(
    scored: &[Scored],
    corpus: &Corpus,
    catalogue: &Catalogue,
    query: &Query,
) -> Option<Scored> {
    let first = scored.first()?;
    let document = |entry: &Scored| corpus.documents().get(entry.document);
    let hit = query.subjects.get(first.subject?)?;
    let answers_facet = |document: &&Document| facet_rank(catalogue, hit, document).is_some();
    document(first).filter(|document| document.kind == ArticleKind::Role).filter(answers_facet)?;
    let on_topic = |entry: &&Scored| {
        let topic = document(entry).filter(|document| document.kind == ArticleKind::Topic);
        topic.and_then(|topic| topic.subject).is_some_and(|topic| {
            query.topics.contains(&topic) || catalogue.topics().hint(topic, query, catalogue).by_facet
        })
    };
    let fitting = scored.iter().skip(1).filter(|entry| entry.text >= first.text);
    let best = fitting.filter(on_topic).max_by(|a, b| a.text.total_cmp(&b.text))?;
    let mut topic = best.clone();
    topic.confidence = TOPIC_BESIDE;
    Some(topic)
}
