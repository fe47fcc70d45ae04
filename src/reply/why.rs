//! Why a question got its answer, in words for people. Pure: what the engine understood is told, nothing is decided.

use super::answer_wording::AnswerWording;
use super::fill::fill;
use super::label;
use super::quote::quote_user_text;
use super::wording::Wording;
use crate::knowledge::{ArticleId, Knowledge, Language, SectionId};
use crate::search::{
    Candidate, Decision, Engine, NamedSubject, Question, Sureness, Thresholds, Understanding,
};

/// From these confidences on the words of [`AnswerWording::sureness`] hold, surest first; the last one holds below them. The
/// second is where the engine answers of its own accord, the fourth where it offers.
const SURENESS: [f64; 4] = [0.95, USUAL.answer, 0.5, USUAL.offer];
/// The thresholds that hold unless a server wants others.
const USUAL: Thresholds = Sureness::Balanced.thresholds();
/// Nothing is ever quite sure.
const MOST: f64 = 99.0;

/// Why an answer was given: a title and lines, all plain text. What the person typed is safe to show anywhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Why {
    /// The title.
    pub title: &'static str,
    /// What was asked, what was understood, how sure, and what came next.
    pub lines: Vec<String>,
}

/// Tells why a question got its answer. `shown` is the section that people see, which may have been opened from a menu
/// instead; `wording` decides the language.
pub fn why(
    engine: &Engine,
    question: &Question,
    shown: Option<(&ArticleId, &SectionId)>,
    wording: &Wording,
) -> Why {
    let is_shown = |candidate: Option<&Candidate>| {
        shown.is_none_or(|shown| candidate.is_some_and(|best| (&best.article, &best.section) == shown))
    };
    let (mut decision, mut understood) = engine.understand(question);
    // What a follow-up was about is known from the section that it led to.
    if let Some((article, _)) = shown
        && question.about.is_none()
        && !is_shown(decision.candidates.first())
    {
        let again = engine.understand(&question.clone().about(Some(article.clone())));
        if is_shown(again.0.candidates.first()) {
            (decision, understood) = again;
        }
    }
    let opened = shown.filter(|_| !is_shown(decision.candidates.first()));
    Teller { engine, wording, words: AnswerWording::of(wording.tag) }.tell(
        question,
        &decision,
        &understood,
        opened,
    )
}

/// What telling takes.
struct Teller<'a> {
    engine: &'a Engine,
    wording: &'a Wording,
    words: &'static AnswerWording,
}

impl Teller<'_> {
    fn tell(
        &self,
        question: &Question,
        decision: &Decision,
        understood: &Understanding,
        opened: Option<(&ArticleId, &SectionId)>,
    ) -> Why {
        let words = self.words;
        let mut lines = Vec::new();
        lines.extend(opened.and_then(|(article, section)| {
            Some(fill(words.opened, &[&self.name(article, section, &decision.language)?]))
        }));
        lines.push(fill(words.asked, &[&quote_user_text(&question.text)]));
        lines.extend(
            decision.interpreted_as.as_deref().map(|text| fill(words.read_as, &[&quote_user_text(text)])),
        );
        lines.push(
            understood
                .subject
                .as_ref()
                .map_or_else(|| words.about_nothing.to_owned(), |subject| self.subject(subject, decision)),
        );
        lines.extend(self.facet(understood));
        if !understood.shared.is_empty() {
            lines.push(fill(words.shared, &[&quote_user_text(&understood.shared.join(", "))]));
        }
        lines.push(self.sure(decision.confidence));
        lines.push(decision.candidates.get(1).map_or_else(
            || words.no_runner_up.to_owned(),
            |second| {
                let name = self.name(&second.article, &second.section, &second.language).unwrap_or_default();
                fill(words.runner_up, &[&name, &percent(second.confidence).to_string()])
            },
        ));
        Why { title: words.why_title, lines }
    }

    fn subject(&self, subject: &NamedSubject, decision: &Decision) -> String {
        let name = self.subject_name(subject, &decision.language).unwrap_or_default();
        match &subject.words {
            Some(words) => fill(self.words.about, &[&name, &quote_user_text(words)]),
            None => fill(self.words.about_from_before, &[&name]),
        }
    }

    /// What is asked about the subject; of a term there is nothing but its definition to ask for.
    fn facet(&self, understood: &Understanding) -> Option<String> {
        match (&understood.facet, &understood.subject) {
            (Some(named), _) => {
                let facet = self.knowledge().facets().get(named.facet.as_str())?;
                let label = facet.label(&self.wording.language());
                Some(fill(self.words.facet, &[label, &quote_user_text(&named.words)]))
            }
            (None, Some(subject)) if subject.section.is_none() => Some(self.words.no_facet.to_owned()),
            (None, _) => None,
        }
    }

    fn sure(&self, confidence: f64) -> String {
        let level = SURENESS.iter().position(|from| confidence >= *from).unwrap_or(SURENESS.len());
        let in_words = self.words.sureness.get(level).copied().unwrap_or_default();
        fill(self.words.sure, &[in_words, &percent(confidence).to_string()])
    }

    fn subject_name(&self, subject: &NamedSubject, otherwise: &Language) -> Option<String> {
        if let Some(section) = &subject.section {
            return self.name(&subject.article, section, otherwise);
        }
        let language = self.wording.language();
        let article = label::version(self.knowledge(), &subject.article, &language, otherwise)?;
        Some(article.short_title().to_owned())
    }

    /// A section by its full name, in the wording's language where the article has the section in it.
    fn name(&self, article: &ArticleId, section: &SectionId, otherwise: &Language) -> Option<String> {
        let (knowledge, language) = (self.knowledge(), self.wording.language());
        let preferred = [&language, otherwise].into_iter().filter_map(|tag| knowledge.article(article, tag));
        let (article, section) = preferred
            .chain(knowledge.versions(article))
            .find_map(|version| version.section(section).map(|section| (version, section)))?;
        Some(label::full_name(knowledge.facets(), article, section, &language))
    }

    fn knowledge(&self) -> &Knowledge {
        self.engine.knowledge()
    }
}

/// A confidence in whole %.
fn percent(confidence: f64) -> f64 {
    (confidence * 100.0).round().clamp(0.0, MOST)
}
