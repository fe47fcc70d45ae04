//! Which of several phrases say less of what is asked: they yield to one that says more.

use std::ops::Range;

use super::against::COMPARING_FACET;
use super::facet_hits::{DEFINITION, EXPLAINING_CLOSENESS, FacetHit, overlap};
use super::names::Catalogue;
use super::scene::Scene;
use crate::knowledge::FacetId;

/// Facets that are compared between places and kinds of one role.
const MEASURED: [&str; 2] = ["salary", "locations"];

/// The facet of a conversation in which the others are spoken of (สัมภาษณ์โปรแกรมเมอร์มีสอบเขียนโค้ดไหม), and the words that name it.
const INTERVIEW: &str = "interview";
const INTERVIEWING: [&str; 2] = ["สัมภาษ", "interview"];
/// What is spoken of there.
const TESTED: [&str; 2] = ["skills", "qualifications"];
/// Words and signs that begin another clause.
const CLAUSES: [&str; 5] = ["แต่", "แล้ว", ",", ".", ";"];

/// Ends of a facet's phrases that go on with what is asked about.
const GOING_ON: [(&str, &[&str]); 2] =
    [(DEFINITION, &[" about", " on", " of"]), ("key-takeaways", &["เกี่ยวกับ", " about"])];

/// Phrases of a facet that ask for nothing of their own beside one that says what is asked: a wish, the place.
const GENERAL: [(&str, &[&str]); 2] = [
    (
        "qualifications",
        &[
            "อยากเป็น",
            "อยากทำงานตำแหน่ง",
            "want to become",
            "become",
            "becoming",
            "becoming a",
            "to be a",
            "to be an",
        ],
    ),
    ("locations", &["in bangkok"]),
];
/// Parts of a facet's phrases that ask for less of what is named beside them: a summary.
const LESS: [(&str, &[&str]); 1] = [("key-takeaways", &["สรุป", "summary of"])];

/// What decides which phrases of a question yield.
pub(super) struct Yielding<'a> {
    catalogue: &'a Catalogue,
    scene: &'a Scene,
    subject: &'a Range<usize>,
    /// Whether something is asked of the subject right before its name.
    asked_of: bool,
    /// Whether pay or a place is asked for, and no other role is named.
    measured_alone: bool,
    /// Where an interview is spoken of.
    interviews: Vec<Range<usize>>,
}

impl<'a> Yielding<'a> {
    /// Looks at the phrases found beside a subject; `roles` is where roles are named.
    pub(super) fn new(
        catalogue: &'a Catalogue,
        scene: &'a Scene,
        hits: &[FacetHit],
        subject: &'a Range<usize>,
        roles: &[Range<usize>],
    ) -> Self {
        let close = |hit: &&FacetHit| hit.spot.closeness >= EXPLAINING_CLOSENESS;
        let measured = |hit: &FacetHit| {
            catalogue.facet(hit.facet).is_some_and(|facet| MEASURED.contains(&facet.as_str()))
        };
        let interviewed = |hit: &FacetHit| {
            if catalogue.facet(hit.facet).is_none_or(|facet| facet.as_str() != INTERVIEW) {
                return false;
            }
            let phrase = catalogue.facet_phrase(&hit.spot);
            INTERVIEWING.iter().any(|word| phrase.contains(word))
        };
        Self {
            catalogue,
            scene,
            subject,
            asked_of: hits.iter().any(|hit| hit.spot.closeness >= 1.0 && is_asked_of(scene, hit, subject)),
            measured_alone: !roles.iter().any(|role| overlap(role, subject) == 0)
                && hits.iter().filter(close).any(measured),
            interviews: hits
                .iter()
                .filter(close)
                .filter(|hit| interviewed(hit))
                .map(|hit| hit.spot.span.clone())
                .collect(),
        }
    }

    /// Whether no clause begins between two phrases.
    fn is_one_clause(&self, one: &Range<usize>, other: &FacetHit) -> bool {
        let other = &other.spot.span;
        let between = self.scene.characters.get(one.end.min(other.end)..one.start.max(other.start));
        let between: String = between.unwrap_or_default().iter().collect();
        !CLAUSES.iter().any(|border| between.contains(border))
    }

    /// Whether a phrase yields to one that does not.
    pub(super) fn is_general(&self, hit: &FacetHit) -> bool {
        let Self { catalogue, scene, subject, .. } = *self;
        let facet = catalogue.facet(hit.facet).map_or("", FacetId::as_str);
        // What begins in the subject's name may be a word of it: โอกาสเติบโตของฝ่ายกำกับการปฏิบัติงานมีอะไรบ้าง.
        let crosses = overlap(subject, &hit.spot.span) > 0;
        asks_for_anything(catalogue, hit)
            || tells_degree(catalogue, hit)
            || (self.measured_alone && compares_among_them(catalogue, hit))
            || (TESTED.contains(&facet)
                && self.interviews.iter().any(|interview| self.is_one_clause(interview, hit)))
            || crosses
            || tells_which(scene, hit, subject)
            || defines_another(catalogue, scene, hit, subject, self.asked_of)
    }
}

/// Whether the phrase goes on with what is asked about, tells a wish or a place, or wants a summary of what is asked.
pub(super) fn asks_for_anything(catalogue: &Catalogue, hit: &FacetHit) -> bool {
    let facet = catalogue.facet(hit.facet).map_or("", FacetId::as_str);
    let phrase = catalogue.facet_phrase(&hit.spot);
    let any = |list: &[(&str, &[&str])], fits: fn(&str, &str) -> bool| {
        list.iter().any(|(of, parts)| *of == facet && parts.iter().any(|part| fits(&phrase, part)))
    };
    any(&GOING_ON, |phrase, end| phrase.ends_with(end))
        || any(&GENERAL, |phrase, whole| phrase == whole)
        || any(&LESS, |phrase, part| phrase.contains(part))
}

/// Whether a phrase may tell of a degree, and something else is asked: จบบัญชีไปไหนได้บ้าง, จบใหม่กี่บาท.
fn tells_degree(catalogue: &Catalogue, hit: &FacetHit) -> bool {
    const DEGREES: [&str; 3] = ["จบ", "จบใหม่", "เด็กจบใหม่"];
    DEGREES.contains(&catalogue.facet_phrase(&hit.spot).as_str())
}

/// Whether a phrase only says of which subject something is asked, and asks nothing itself: ไกด์ที่พูดภาษาจีนได้ รายได้เท่าไหร่.
fn tells_which(scene: &Scene, hit: &FacetHit, subject: &Range<usize>) -> bool {
    const WHICH: [char; 3] = ['ท', 'ี', '่'];
    let Some(between) = scene.characters.get(subject.end..hit.spot.span.start) else { return false };
    let clause = between.strip_prefix(&[' ']).unwrap_or(between);
    let asks =
        || scene.cues().asking.iter().any(|cue| subject.end <= cue.start && cue.end <= hit.spot.span.end);
    clause.starts_with(&WHICH) && !clause.contains(&' ') && !asks()
}

/// Whether a phrase compares what stands beside it, which may be of what is asked: เงินเดือนรัฐกับเอกชนต่างกันไหม.
fn compares_among_them(catalogue: &Catalogue, hit: &FacetHit) -> bool {
    const AMONG_THEM: &str = "ต่างกัน";
    catalogue.facet(hit.facet).is_some_and(|facet| facet.as_str() == COMPARING_FACET)
        && catalogue.facet_phrase(&hit.spot).contains(AMONG_THEM)
}

/// Whether a phrase stands right before the subject's name: ทักษะของนักบัญชี.
fn is_asked_of(scene: &Scene, hit: &FacetHit, subject: &Range<usize>) -> bool {
    let between = scene.characters.get(hit.spot.span.end..subject.start);
    between.is_some_and(|between| matches!(between.iter().collect::<String>().trim(), "" | "ของ"))
}

/// Whether a definition is asked for of something else than the subject: with words that do not stand beside its name
/// (ทักษะคืออะไร), or behind it where it is `asked_of` already (ทักษะของนักบัญชีคืออะไร).
fn defines_another(
    catalogue: &Catalogue,
    scene: &Scene,
    hit: &FacetHit,
    subject: &Range<usize>,
    asked_of: bool,
) -> bool {
    let nothing = |from: usize, to: usize| {
        from <= to && scene.characters.get(from..to).is_some_and(|between| between.iter().all(|&c| c == ' '))
    };
    let behind = |span: &Range<usize>| nothing(subject.end, span.start);
    let before = |span: &Range<usize>| nothing(span.end, subject.start);
    !subject.is_empty()
        && catalogue.facet(hit.facet).is_some_and(|facet| facet.as_str() == DEFINITION)
        && !hit.spans().any(|span| before(span) || (behind(span) && !asked_of))
}
