//! What questions can name: subjects (roles, topics, terms) and facets, each with a spotter over its names.

use std::collections::BTreeSet;
use std::ops::Range;

use rustc_hash::{FxHashMap, FxHashSet};

use super::cores::{acronyms, cores};
use super::cues;
use super::english_words::{english_word, means_abbreviation};
use super::facet_hits::FacetHit;
use super::facet_phrases::FacetPhrases;
use super::latin::{LatinWords, is_abbreviation};
use super::letters::{NgramSet, each_folded_ngram};
use super::nicknames::Nicknames;
use super::own_facets::OwnFacets;
use super::scene::Scene;
use super::short_forms::{Initials, MANAGING, short_forms};
use super::sounds::Sounds;
use super::spot::{Spot, Spotter, holders};
use super::strictness::Strictness;
use super::things::without_things;
use super::topics::Topics;
use super::wording::WordingModel;
use crate::knowledge::{ArticleId, ArticleKind, FacetId, Knowledge, SectionId};
use crate::text::normalize;
use crate::text::script::{is_thai, is_thai_mark, is_word};

/// Number of a subject in the catalogue.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct SubjectId(pub(crate) usize);

/// Something a question can be about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Subject {
    /// The article.
    pub(crate) article: ArticleId,
    /// For a glossary term, its section; otherwise the whole article.
    pub(crate) section: Option<SectionId>,
    /// What the article is.
    pub(crate) kind: ArticleKind,
}

/// Abbreviations of up to so many letters must stand exactly, in the plural too: visas are no CISAs.
const MAX_EXACT_LETTERS: usize = 4;

/// What a manager does must be found so closely: product placement is no product management.
const MANAGING_CLOSENESS: f32 = 0.86;

/// All names of a knowledge base.
#[derive(Debug)]
pub(crate) struct Catalogue {
    subjects: Vec<Subject>,
    /// The subjects that are whole articles.
    articles: FxHashMap<ArticleId, SubjectId>,
    /// The roles whose names hold a term's name: credit risk is in credit risk analyst.
    holding: FxHashMap<SubjectId, Vec<SubjectId>>,
    /// The facets of all articles, then those of sections that no facet names.
    facets: Vec<FacetId>,
    own_facets: OwnFacets,
    subject_names: Spotter,
    phrases: FacetPhrases,
    /// How what is asked for is worded.
    wording: WordingModel,
    /// What tells of each topic beside its names.
    topics: Topics,
    /// The n-grams of every name and cue, marks ignored.
    vocabulary: NgramSet,
    /// Latin names by how they sound.
    sounds: Sounds,
    /// What names in Latin letters are made of.
    latin: LatinWords,
    /// Names that are short for others, and miss no word: "manager" is no CS manager.
    short_forms: FxHashSet<String>,
    /// What several names of a job have in common, the last of the names, until the texts tell which of it to keep.
    cores: Vec<(SubjectId, String)>,
    /// Initials that nobody wrote down.
    initials: Initials,
    /// What jobs are called by beginnings and sounds of their names.
    nicknames: Nicknames,
}

impl Catalogue {
    /// Collects the names of every article, term and facet. Phrases that were prepared before are used if they are those of the
    /// facets.
    pub(crate) fn new(knowledge: &Knowledge, prepared: Option<&FacetPhrases>) -> Self {
        let facets = knowledge.facets();
        let prepared = prepared.filter(|phrases| phrases.are_of(facets));
        let phrases = || prepared.map_or_else(|| FacetPhrases::new(facets), FacetPhrases::clone);
        let (mut catalogue, phrases) = rayon::join(|| Self::of_subjects(knowledge), phrases);
        catalogue.facets = facets.iter().map(|facet| facet.id.clone()).collect();
        catalogue.own_facets = OwnFacets::new(knowledge, &catalogue.articles, &mut catalogue.facets);
        catalogue.phrases = phrases;
        catalogue
    }

    /// Collects the names of every article and term.
    fn of_subjects(knowledge: &Knowledge) -> Self {
        let mut subjects: Vec<Subject> = Vec::new();
        let mut names: BTreeSet<(usize, String)> = BTreeSet::new();
        let mut numbers: FxHashMap<(ArticleId, Option<SectionId>), usize> = FxHashMap::default();
        let mut in_capitals: FxHashMap<(usize, String), usize> = FxHashMap::default();
        let mut add = |subject: Subject, texts: Vec<&str>| {
            let number =
                *numbers.entry((subject.article.clone(), subject.section.clone())).or_insert_with(|| {
                    subjects.push(subject);
                    subjects.len() - 1
                });
            for text in texts {
                for word in acronyms(text) {
                    *in_capitals.entry((number, word)).or_default() += 1;
                }
                names.insert((number, normalize(text)));
            }
        };
        for article in knowledge.articles() {
            let subject = Subject { article: article.id.clone(), section: None, kind: article.kind };
            add(subject, article.names());
            if article.kind == ArticleKind::Glossary {
                for section in article.sections.iter().filter(|section| !section.names.is_empty()) {
                    let subject = Subject {
                        article: article.id.clone(),
                        section: Some(section.id.clone()),
                        kind: article.kind,
                    };
                    add(subject, section.names.iter().map(String::as_str).collect());
                }
            }
        }
        // People write the plural of an abbreviation as one word (AEs).
        let plurals: Vec<(usize, String)> = names
            .iter()
            .filter(|(_, name)| is_abbreviation(name) && !name.ends_with('s'))
            .map(|(number, name)| (*number, format!("{name}s")))
            .collect();
        names.extend(plurals);
        let articles: FxHashMap<ArticleId, SubjectId> = subjects
            .iter()
            .enumerate()
            .filter(|(_, subject)| subject.section.is_none())
            .map(|(number, subject)| (subject.article.clone(), SubjectId(number)))
            .collect();
        let short = short_forms(knowledge, &articles, &names);
        let short_forms = short.iter().map(|(_, name)| name.clone()).collect();
        let initials = Initials::new(knowledge, &names);
        names.extend(short);
        let latin = || names.iter().map(|(_, name)| name).filter(|name| !name.chars().any(is_thai));
        let is_role =
            |number: usize| subjects.get(number).is_some_and(|subject| subject.kind == ArticleKind::Role);
        let of_roles = names.iter().filter(|(number, name)| is_role(*number) && !name.ends_with(MANAGING));
        let titles: FxHashSet<String> =
            knowledge.articles().iter().flat_map(|article| article.titles()).map(normalize).collect();
        let of_roles = of_roles.map(|(number, name)| (SubjectId(*number), name));
        let nicknames = Nicknames::new(of_roles, titles);
        let holding = holding(&subjects, &names);
        let topics = Topics::new(&subjects, &names);
        let mut vocabulary = NgramSet::default();
        let mut add_ngrams = |text: &str| each_folded_ngram(text, |ngram| vocabulary.add(ngram));
        for (_, name) in &names {
            add_ngrams(name);
        }
        cues::all().for_each(add_ngrams);
        let cores = cores(&names, &in_capitals, |number| subjects.get(number).map(|subject| subject.kind));
        let latin_cores = cores.iter().map(|(_, core)| core).filter(|core| !core.contains(is_thai));
        let sounds = Sounds::new(latin().chain(latin_cores));
        let cores_too = cores.iter().map(|(subject, name)| (subject.0, name.as_str()));
        let subject_names = names.iter().map(|(number, name)| (*number, name.as_str())).chain(cores_too);
        Self {
            subject_names: Spotter::new(subject_names, Strictness::NAMES, holders),
            cores,
            phrases: FacetPhrases::default(),
            wording: WordingModel::built_in(),
            facets: Vec::new(),
            own_facets: OwnFacets::default(),
            subjects,
            articles,
            holding,
            topics,
            vocabulary,
            sounds,
            latin: LatinWords::new(names.iter(), knowledge.facets()),
            short_forms,
            initials,
            nicknames,
        }
    }

    /// Forgets what several names of a job have in common where it stands in more sections than a job's own would account for.
    pub(super) fn keep_cores(&mut self, is_of: impl Fn(SubjectId, &str) -> bool) {
        let first = self.subject_names.len() - self.cores.len();
        for (number, (subject, core)) in (first..).zip(std::mem::take(&mut self.cores)) {
            if is_of(subject, &core) {
                self.short_forms.insert(core);
            } else {
                self.subject_names.forget(number);
            }
        }
    }

    /// The subject with this number.
    pub(crate) fn subject(&self, id: SubjectId) -> Option<&Subject> {
        self.subjects.get(id.0)
    }

    /// Every subject with its number, in the order of article ids.
    pub(crate) fn subjects(&self) -> impl Iterator<Item = (SubjectId, &Subject)> {
        self.subjects.iter().enumerate().map(|(number, subject)| (SubjectId(number), subject))
    }

    /// The subject that is this whole article.
    pub(crate) fn subject_of(&self, article: &ArticleId) -> Option<SubjectId> {
        self.articles.get(article).copied()
    }

    /// The roles whose names hold this term's name.
    pub(crate) fn roles_holding(&self, term: SubjectId) -> &[SubjectId] {
        self.holding.get(&term).map_or(&[], Vec::as_slice)
    }

    /// What tells of topics beside their names.
    pub(crate) fn topics(&self) -> &Topics {
        &self.topics
    }

    /// The facet with this number.
    pub(crate) fn facet(&self, number: usize) -> Option<&FacetId> {
        self.facets.get(number)
    }

    /// The facets that are asked of a role that stands at a place, with sections that no facet names, see [`OwnFacets::with_own`].
    pub(super) fn with_own(
        &self,
        role: SubjectId,
        scene: &Scene,
        place: &Range<usize>,
        others: &[Range<usize>],
        facets: Vec<FacetHit>,
    ) -> Vec<FacetHit> {
        self.own_facets.with_own(self, role, scene, (place, others), facets)
    }

    /// How the facets are asked for.
    pub(crate) fn phrases(&self) -> &FacetPhrases {
        &self.phrases
    }

    /// How what is asked for is worded.
    pub(crate) fn wording(&self) -> &WordingModel {
        &self.wording
    }

    /// Takes another model of how what is asked for is worded.
    pub(super) fn set_wording(&mut self, wording: WordingModel) {
        self.wording = wording;
    }

    /// The number of a facet.
    pub(crate) fn number_of_facet(&self, id: &str) -> Option<usize> {
        self.facets.iter().position(|facet| facet.as_str() == id)
    }

    /// The name or phrase behind a subject's spot.
    pub(crate) fn subject_phrase(&self, spot: &Spot) -> String {
        self.subject_names.phrase(spot.phrase)
    }

    /// The phrase behind a facet's spot.
    pub(crate) fn facet_phrase(&self, spot: &Spot) -> String {
        self.phrases.spotter().phrase(spot.phrase)
    }

    /// Latin names by how they sound.
    pub(crate) fn sounds(&self) -> &Sounds {
        &self.sounds
    }

    /// Titles and aliases by their initials.
    pub(crate) fn initials(&self) -> &Initials {
        &self.initials
    }

    /// What jobs are called by beginnings and sounds of their names.
    pub(crate) fn nicknames(&self) -> &Nicknames {
        &self.nicknames
    }

    /// What names in Latin letters are made of.
    pub(crate) fn latin(&self) -> &LatinWords {
        &self.latin
    }

    /// Whether any name, phrase or cue has this n-gram, marks ignored.
    pub(crate) fn knows(&self, folded_ngram: u32) -> bool {
        self.vocabulary.holds(folded_ngram) || self.phrases.know(folded_ngram)
    }

    /// Facet phrases in a text, strongest first.
    ///
    /// A phrase that misses words must be known by more than cues: มีอะไรบ้าง alone is no "JD มีอะไรบ้าง".
    pub(crate) fn facet_spots(&self, scene: &Scene) -> Vec<(usize, Spot)> {
        Self::without_mere_cues(self.phrases.spotter().spot(scene), scene)
    }

    /// The same of phrases that stand on both sides of a place.
    pub(crate) fn facet_spots_across(&self, scene: &Scene, place: usize) -> Vec<(usize, Spot)> {
        Self::without_mere_cues(self.phrases.spotter().spot_across(scene, place), scene)
    }

    fn without_mere_cues(mut spots: Vec<Spot>, scene: &Scene) -> Vec<(usize, Spot)> {
        if spots.iter().any(|spot| spot.left_out > 0.0) {
            let cues = scene.cues();
            let is_cue = |place: usize| {
                cues.asking.iter().chain(&cues.padding).any(|span| span.contains(&place))
                    || scene.characters.get(place).is_none_or(|&c| !is_word(c) || is_thai_mark(c))
            };
            spots.retain(|spot| spot.left_out <= 0.0 || !spot.span.clone().all(is_cue));
        }
        spots.into_iter().map(|spot| (spot.owner, spot)).collect()
    }

    /// Subjects of whose names the text has a part, strongest first.
    pub(crate) fn subject_parts(&self, scene: &Scene) -> Vec<(SubjectId, Spot)> {
        let spots = self.subject_names.spot_parts(scene).into_iter();
        spots.map(|spot| (SubjectId(spot.owner), spot)).collect()
    }

    /// Names that a part of the text is but for a slip, likest first.
    pub(crate) fn slipped_names(&self, scene: &Scene, part: &Range<usize>) -> Vec<Spot> {
        self.subject_names.slipped(scene, part)
    }

    /// Whether a name is short for another one, and nobody wrote it down.
    pub(crate) fn is_short_form(&self, spot: &Spot) -> bool {
        self.short_forms.contains(&self.subject_phrase(spot))
    }

    /// Subjects named in a text, strongest first. `raw` is the text as typed: whether AM is in capitals matters.
    pub(crate) fn subject_spots(&self, scene: &Scene, raw: &str) -> Vec<(SubjectId, Spot)> {
        let spots = self
            .subject_names
            .spot(scene)
            .into_iter()
            .filter(|spot| {
                let name = self.subject_phrase(spot);
                let singular = name.strip_suffix('s').unwrap_or(&name);
                let exact =
                    spot.closeness >= 1.0 || singular.len() > MAX_EXACT_LETTERS || !is_abbreviation(singular);
                let typed = scene.characters.get(spot.span.clone()).unwrap_or_default().iter().copied();
                // A number is no slip of a letter: co2 emission is no commission.
                let is_digit = |c: char| c.is_ascii_digit();
                let numbered =
                    spot.closeness < 1.0 && typed.clone().any(is_digit) && !name.contains(is_digit);
                let word = english_word(&typed);
                let least = if name.ends_with(MANAGING) { MANAGING_CLOSENESS } else { 0.0 };
                let whole = spot.left_out <= 0.0 || !self.short_forms.contains(&name);
                exact
                    && whole
                    && !numbered
                    && spot.closeness >= least
                    && word.is_none_or(|word| means_abbreviation(word, raw))
            })
            .map(|spot| (SubjectId(spot.owner), spot));
        without_things(spots.collect(), scene)
    }
}

/// The roles whose names hold the names of terms, with that much of theirs, beside other words.
fn holding(subjects: &[Subject], names: &BTreeSet<(usize, String)>) -> FxHashMap<SubjectId, Vec<SubjectId>> {
    /// A term makes up at least this share of a role's name that it stands for.
    const SHARE: f32 = 0.4;
    let of_kind = |number: usize, kind| subjects.get(number).is_some_and(|subject| subject.kind == kind);
    let of_kind = |kind| names.iter().filter(move |(number, _)| of_kind(*number, kind));
    let mut terms: FxHashMap<&str, Vec<SubjectId>> = FxHashMap::default();
    for (term, name) in of_kind(ArticleKind::Glossary) {
        terms.entry(name).or_default().push(SubjectId(*term));
    }
    let apart = |rest: &str| rest.starts_with(' ') || rest.ends_with(' ') || rest.starts_with(is_thai);
    let mut holding: FxHashMap<SubjectId, Vec<SubjectId>> = FxHashMap::default();
    for (role, name) in of_kind(ArticleKind::Role) {
        let parts = name.char_indices().skip(1).map(|(place, _)| name.split_at(place));
        let held = parts
            .flat_map(|(start, end)| [(start, end), (end, start)])
            .filter(|(part, rest)| apart(rest) && part.len() as f32 >= SHARE * name.len() as f32);
        for term in held.filter_map(|(part, _)| terms.get(part)).flatten() {
            holding.entry(*term).or_default().push(SubjectId(*role));
        }
    }
    for roles in holding.values_mut() {
        roles.sort_unstable();
        roles.dedup();
    }
    holding
}
