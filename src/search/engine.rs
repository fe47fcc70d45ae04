//! The engine: everything that is computed once for a knowledge base, and the questions put to it.

use std::ops::Range;
use std::sync::Arc;

use super::at_least::ASKED_OF;
use super::complete::{Completer, Completion};
use super::confidence::{Evidence, TOLD};
use super::corpus::Corpus;
use super::decide::{Candidate, Decision, Sureness, conclude};
use super::described::{DESCRIBED_FEATURES, DESCRIBED_ROLES, Described, is_by_the_way};
use super::explain::{self, Explanation};
use super::facet_phrases::FacetPhrases;
use super::focus;
use super::hits::Scratch;
use super::names::Catalogue;
use super::query::{Query, is_plain};
use super::question::Question;
use super::rank::{Ranking, Scored, rank};
use super::read::Read;
use super::reading::Reading;
use super::relevance::PASSAGE;
use super::understanding::Understanding;
use super::wording::WordingModel;
use crate::knowledge::{Article, ArticleId, ArticleKind, FacetId, Knowledge, Language, SectionId};
use crate::text::normalize;
use crate::text::script::{is_word, thai_share};

/// Answers questions from one knowledge base. Cheap to share; never changes after it was built.
#[derive(Debug)]
pub struct Engine {
    knowledge: Arc<Knowledge>,
    pub(super) catalogue: Catalogue,
    pub(super) corpus: Corpus,
    completer: Completer,
}

/// Questions beyond this many characters are cut: Discord allows no more, and time must stay bounded.
pub const MAX_QUESTION_CHARACTERS: usize = 2000;

/// How sure a follow-up is of the conversation's subject: nearly as sure as of a name.
const FOLLOW_UP_CLOSENESS: f32 = 0.95;
/// How many times as much as a reading lacks in certainty its sections lack in confidence: what only sounds like a name may be none
/// (เครดิตแมเนเจอร์ is no client manager).
const UNCERTAIN_READING: f32 = 1.5;
/// So many sections may hold what several names of a job have in common, for one of the job's.
const CORE_HOLDERS: f32 = 1.1;
/// So many n-grams are shown in an explanation.
const EXPLAINED_NGRAMS: usize = 8;
/// Sections longer than this many characters get a focus passage.
const FOCUS_CHARACTERS: usize = 500;

impl Engine {
    /// Indexes a knowledge base.
    pub fn new(knowledge: Arc<Knowledge>) -> Self {
        Self::with_phrases(knowledge, None)
    }

    /// The same, sooner where the phrases of the facets were prepared before; those of other facets are passed over.
    pub fn with_phrases(knowledge: Arc<Knowledge>, phrases: Option<&FacetPhrases>) -> Self {
        let catalogue = || Catalogue::new(&knowledge, phrases);
        let (corpus, (mut catalogue, completer)) =
            rayon::join(|| Corpus::new(&knowledge), || rayon::join(catalogue, || Completer::new(&knowledge)));
        let corpus = corpus.with_subjects(&knowledge, &catalogue);
        catalogue.keep_cores(|subject, core| corpus.is_of(subject, core, CORE_HOLDERS));
        Self { knowledge, catalogue, corpus, completer }
    }

    /// The same with another model of how questions are worded, for fitting.
    #[must_use]
    pub fn with_wording(mut self, wording: WordingModel) -> Self {
        self.catalogue.set_wording(wording);
        self
    }

    /// How the facets are asked for, for the next engine.
    pub fn phrases(&self) -> &FacetPhrases {
        self.catalogue.phrases()
    }

    /// What the engine answers from.
    pub fn knowledge(&self) -> &Arc<Knowledge> {
        &self.knowledge
    }

    /// How many sections are indexed.
    pub fn section_count(&self) -> usize {
        self.corpus.documents().len()
    }

    /// Bytes that the texts and their index take.
    pub fn index_bytes(&self) -> usize {
        self.corpus.bytes()
    }

    /// Decides about a question.
    pub fn ask(&self, question: &Question) -> Decision {
        let raw = capped(&question.text);
        self.decision(&self.best_reading(&raw, question), question.sureness)
    }

    /// Decides about a question, and why.
    pub fn explain(&self, question: &Question) -> (Decision, Explanation) {
        let raw = capped(&question.text);
        let read = self.best_reading(&raw, question);
        let decision = self.decision(&read, question.sureness);
        let explanation = self.explanation(&raw, &read, &decision, question.sureness);
        (decision, explanation)
    }

    /// Decides about a question, and what was understood of it.
    pub fn understand(&self, question: &Question) -> (Decision, Understanding) {
        let read = self.best_reading(&capped(&question.text), question);
        let decision = self.decision(&read, question.sureness);
        let best = decision.candidates.first();
        let text = best.and_then(|best| {
            let article = self.knowledge.article(&best.article, &best.language)?;
            article.section(&best.section).map(|section| section.text.as_str())
        });
        let best = best.map(|best| &best.article);
        let understanding = Understanding::new(&read.query, &self.catalogue, best, text);
        (decision, understanding)
    }

    /// What speaks for the first candidate of a question, for fitting the confidence; `None` without candidates.
    pub fn evidence(&self, question: &Question) -> Option<Evidence> {
        let read = self.best_reading(&capped(&question.text), question);
        read.ranking.sections.first().and_then(|section| section.evidence.as_deref().copied())
    }

    /// What the wording of a question is judged by, for fitting.
    pub fn worded(&self, question: &Question) -> String {
        self.best_reading(&capped(&question.text), question).query.worded()
    }

    /// What speaks for the role that a question describes in place of naming it, for fitting, and the roles that may be meant; `None`
    /// where it could not describe one.
    pub fn described(&self, question: &Question) -> Option<([f32; DESCRIBED_FEATURES], Vec<ArticleId>)> {
        let query = self.query(&capped(&question.text), question);
        let Described { features, roles } = query.may_describe(&self.corpus, &self.catalogue)?;
        let roles = roles.into_iter().take(DESCRIBED_ROLES);
        let articles = roles.filter_map(|role| Some(self.catalogue.subject(role)?.article.clone()));
        Some((features, articles.collect()))
    }

    /// Decides which definition a term asks for: only names of roles, topics and glossary terms count.
    pub fn define(&self, term: &str, language: Option<&Language>) -> Decision {
        let normalized = normalize(&capped(term));
        let asked_in = match thai_share(&normalized) {
            Some(share) if share > 0.0 => Language::thai(),
            _ => language.cloned().unwrap_or_else(Language::english),
        };
        let hits = self.completer.find(&normalized, &asked_in, Decision::MAX_CANDIDATES);
        let candidates: Vec<Candidate> = hits
            .into_iter()
            .filter_map(|(completion, closeness)| {
                let versions = self.knowledge.versions(&completion.article);
                let language = version(versions, &completion.section, &asked_in)?;
                Some(Candidate {
                    article: completion.article,
                    section: completion.section,
                    language,
                    confidence: closeness,
                })
            })
            .collect();
        conclude(candidates, (true, Sureness::Balanced), None, asked_in, |_| None)
    }

    /// Names of roles and terms for what was typed so far: exact first, then prefixes, then fuzzy; at most `limit`.
    pub fn complete(&self, typed: &str, language: &Language, limit: usize) -> Vec<Completion> {
        let normalized = normalize(&capped(typed));
        self.completer
            .find(&normalized, language, limit)
            .into_iter()
            .map(|(completion, _)| completion)
            .collect()
    }

    /// At most `limit` names of roles and topics that have articles, in the language asked for: roles first, then by id.
    pub fn topics(&self, language: &Language, limit: usize) -> Vec<Completion> {
        self.completer.topics(language, limit)
    }

    /// What is understood of a text.
    pub(super) fn query(&self, raw: &str, question: &Question) -> Query {
        Query::new(&self.catalogue, raw, normalize(raw), question)
    }

    pub(super) fn read(&self, raw: &str, question: &Question, interpreted: Option<Reading>) -> Read {
        self.read_query(self.query(raw, question), question, interpreted)
    }

    /// Ranks the sections for what is understood of a text.
    pub(super) fn read_query(
        &self,
        mut query: Query,
        question: &Question,
        interpreted: Option<Reading>,
    ) -> Read {
        let mut followed = None;
        let about = question.about.as_ref().and_then(|article| self.catalogue.subject_of(article));
        // A glossary as a whole is no subject: nobody asks for "its" salary.
        let about = about.filter(|&id| {
            self.catalogue.subject(id).is_some_and(|subject| subject.kind != ArticleKind::Glossary)
        });
        let first = query
            .subjects
            .first()
            .filter(|hit| is_plain(hit))
            .and_then(|hit| self.catalogue.subject(hit.subject));
        let facet = query.of_first_named(&self.catalogue);
        if facet.is_some_and(|facet| self.tells(first.map(|subject| &subject.article), facet)) {
            query.keep_facets_of_first();
        }
        if let Some(subject) = about {
            let named =
                query.subjects.iter().any(|hit| is_plain(hit) && !is_by_the_way(hit, &self.catalogue));
            let compares = query.compares(&self.catalogue)
                && !query.is_set_against()
                && !query.names_two_roles(&self.catalogue)
                && facet.is_some_and(|facet| self.tells(question.about.as_ref(), facet));
            let named_at: Vec<Range<usize>> = query.named().map(|hit| hit.spot.span.clone()).collect();
            let facets =
                self.catalogue.with_own(subject, &query.scene, &(0..0), &named_at, query.facets.clone());
            let asks_on = query.may_follow_up(&facets) || query.is_worded_to_follow_up(&self.catalogue);
            if (!named || compares) && asks_on && !query.seeks_another_name() {
                if !query.describes(&self.corpus, &self.catalogue) {
                    query.follow_up(subject, FOLLOW_UP_CLOSENESS, compares, facets);
                } else if interpreted.is_none() {
                    // What may describe another role is ranked for both.
                    let own = query.subjects.clone();
                    query.follow_up(subject, FOLLOW_UP_CLOSENESS, compares, facets);
                    followed = Some(rank(&self.corpus, &self.catalogue, &query, Decision::MAX_CANDIDATES));
                    query.subjects = own;
                }
            }
        }
        let mut ranking = rank(&self.corpus, &self.catalogue, &query, Decision::MAX_CANDIDATES);
        // A text without a name may as well describe a role.
        let named = |section: &Scored| {
            let hit = section.subject.and_then(|number| query.subjects.get(number));
            section.confidence >= ASKED_OF && hit.is_some_and(|hit| !is_by_the_way(hit, &self.catalogue))
        };
        if interpreted.is_none()
            && !ranking.sections.iter().any(named)
            && query.describe(&self.corpus, &self.catalogue)
        {
            let described = rank(&self.corpus, &self.catalogue, &query, Decision::MAX_CANDIDATES);
            ranking = described.beside(ranking);
            if let Some(followed) = followed {
                ranking = ranking.beside(followed);
            }
        }
        if let Some(reading) = &interpreted {
            for section in &mut ranking.sections {
                section.confidence *= (1.0 - UNCERTAIN_READING * (1.0 - reading.certainty)).max(0.0);
            }
        }
        let familiarity = self.familiarity(&query.normalized);
        Read { query, ranking, interpreted, familiarity }
    }

    /// Whether an article says this of its subject.
    fn tells(&self, article: Option<&ArticleId>, sought: &FacetId) -> bool {
        let versions = article.into_iter().flat_map(|article| self.knowledge.versions(article));
        let mut facets =
            versions.flat_map(|version| &version.sections).filter_map(|section| section.facet.as_ref());
        facets.any(|facet| facet == sought)
    }

    fn decision(&self, read: &Read, sureness: Sureness) -> Decision {
        let language = &read.query.language;
        let mut candidates: Vec<Candidate> =
            read.ranking.sections.iter().filter_map(|scored| self.candidate(scored, language)).collect();
        let evidence = read.ranking.sections.first().and_then(|section| section.evidence.as_deref());
        let asks = evidence.is_some_and(Evidence::asks);
        if evidence.is_some_and(|evidence| evidence.tells) {
            for candidate in &mut candidates {
                candidate.confidence = candidate.confidence.min(TOLD);
            }
        }
        let interpreted_as = read.interpreted.as_ref().map(|reading| reading.text.clone());
        conclude(candidates, (asks, sureness), interpreted_as, language.clone(), |candidate| {
            self.focus(candidate, &read.ranking)
        })
    }

    /// The section as a candidate, in the question's language where the article has it.
    fn candidate(&self, scored: &Scored, language: &Language) -> Option<Candidate> {
        let document = self.corpus.documents().get(scored.document)?;
        let article = self.knowledge.articles().get(document.article)?;
        let section = article.sections.get(document.section)?;
        let versions = self.knowledge.versions_at(document.article);
        let version = version(versions, &section.id, language).unwrap_or_else(|| article.language.clone());
        Some(Candidate {
            article: article.id.clone(),
            section: section.id.clone(),
            language: version,
            confidence: f64::from(scored.confidence),
        })
    }

    /// The passage of a long section that fits the question best.
    fn focus(&self, candidate: &Candidate, ranking: &Ranking) -> Option<String> {
        let article = self.knowledge.article(&candidate.article, &candidate.language)?;
        let section = article.section(&candidate.section)?;
        if section.text.chars().count() <= FOCUS_CHARACTERS {
            return None;
        }
        let articles = self.knowledge.articles();
        let number = articles
            .binary_search_by(|known| (&known.id, &known.language).cmp(&(&article.id, &article.language)))
            .ok()?;
        let place = article.sections.iter().position(|known| known.id == section.id)?;
        let document = self.corpus.number(number, place)?;
        let read = ranking.sections.iter().find(|entry| entry.document == document);
        let passage = read
            .and_then(|entry| entry.passage)
            .unwrap_or_else(|| self.corpus.fit(document, &ranking.terms, &mut Scratch::default()).passage);
        let letters = |text: &str| text.chars().filter(|&c| is_word(c)).count();
        let before = self.corpus.letters_before(document, passage);
        let questions: usize = section.questions.iter().map(|question| letters(question)).sum();
        let bytes = focus::letters(&section.text, before.saturating_sub(questions), PASSAGE);
        Some(focus::passage(&section.text, bytes))
    }

    fn explanation(&self, raw: &str, read: &Read, decision: &Decision, sureness: Sureness) -> Explanation {
        explain::tree(&explain::Parts {
            raw,
            query: &read.query,
            ranking: &read.ranking,
            interpreted: read.interpreted.as_ref(),
            familiarity: read.familiarity,
            carried: read.ranking.sections.first().map_or_else(Vec::new, |best| {
                read.ranking.terms.carrying(self.corpus.text(best.document), EXPLAINED_NGRAMS)
            }),
            catalogue: &self.catalogue,
            sureness,
            decision,
        })
    }
}

/// The language that the section is there in: the preferred one, else the first.
fn version(versions: &[Article], section: &SectionId, preferred: &Language) -> Option<Language> {
    let having = |language: Option<&Language>| {
        versions.iter().find(|article| {
            language.is_none_or(|language| article.language == *language)
                && article.section(section).is_some()
        })
    };
    having(Some(preferred)).or_else(|| having(None)).map(|article| article.language.clone())
}

fn capped(text: &str) -> String {
    text.chars().take(MAX_QUESTION_CHARACTERS).collect()
}
