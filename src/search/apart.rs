//! Questions in Thai of which two sections may answer: which of two something is ("FA คือ advisor หรือ analyst"), and how one role
//! becomes another ("จาก AE ไปเป็นผู้จัดการฝ่ายขาย").

use std::ops::Range;

use super::against::COMPARING_FACET;
use super::cues::stands;
use super::facet_hits::{DEFINITION, FacetHit};
use super::facet_phrases::SET_APART;
use super::names::Catalogue;
use super::query::{Query, SubjectHit, is_plain};
use super::spot::Spot;
use crate::knowledge::ArticleKind;
use crate::text::script::is_letter;

/// Words behind which stands what something may be.
const IS: [&str; 3] = ["คือ", "ย่อมาจาก", "แปลว่า"];
/// Words between two things that it may be …
const EITHER: [&str; 2] = ["หรือ", " or "];
/// … unless these follow, with which they ask whether it is …
const OR_NOT: [&str; 5] = ["เปล่า", "ป่าว", "ปล่าว", "ไม่", "ยัง"];
/// … or one of these stands before them, which has asked already.
const ASKED: [&str; 3] = ["อะไร", "ไร", "ใคร"];
/// Fewer letters name nothing.
const FEWEST_LETTERS: usize = 2;

/// Words before a role that somebody becomes who has another.
const BECOMING: [&str; 5] = ["ขึ้น", "ขึ้นเป็น", "ไปเป็น", "เลื่อนเป็น", "ขยับเป็น"];

/// The facet that tells where a role leads.
const LEADING_FACET: &str = "career-path";

impl Query {
    /// Where it is asked which of two things a role is, what the role differs from may answer as well as its definition.
    pub(super) fn set_apart(&mut self, catalogue: &Catalogue) {
        let (Some(differences), Some(definition)) =
            (catalogue.number_of_facet(COMPARING_FACET), catalogue.number_of_facet(DEFINITION))
        else {
            return;
        };
        if !asks_which(&self.normalized) {
            return;
        }
        let spot = Spot { phrase: SET_APART, owner: differences, ..Self::conversation(1.0) };
        let roles = self.subjects.iter_mut().filter(|hit| is_role(catalogue, hit));
        for hit in roles {
            let defined = hit.facets.first().is_some_and(|first| first.facet == definition);
            if defined && !hit.facets.iter().any(|known| known.facet == differences) {
                hit.facets.insert(1, FacetHit::new(differences, spot.clone()));
            }
        }
        self.add_roles_of_initials(catalogue);
    }

    /// Where it is asked which of two things an abbreviation is, adds the other roles whose titles have these initials: FA may be a
    /// financial advisor, whoever else has it for a name.
    fn add_roles_of_initials(&mut self, catalogue: &Catalogue) {
        let apart = self.subjects.iter().filter(|hit| hit.is_set_apart());
        let others = apart.flat_map(|hit| {
            let roles = catalogue.initials().roles(&catalogue.subject_phrase(&hit.spot)).iter();
            let subjects = roles.filter_map(|role| catalogue.subject_of(role));
            subjects.map(|subject| SubjectHit { subject, ..hit.clone() }).collect::<Vec<_>>()
        });
        for other in others.collect::<Vec<_>>() {
            match self.subjects.iter_mut().find(|known| known.subject == other.subject) {
                Some(known) if is_plain(known) => {}
                Some(known) => *known = other,
                None => self.subjects.push(other),
            }
        }
    }

    /// Whether it asks how somebody becomes one role who has another, by Thai words for that, so that the path of either may answer.
    pub(super) fn leads_to_another(&self, catalogue: &Catalogue) -> bool {
        let leads = self.of_first_named(catalogue).is_some_and(|facet| facet.as_str() == LEADING_FACET);
        let named = self.subjects.iter().filter(|hit| is_plain(hit) && is_role(catalogue, hit));
        let roles: Vec<&Range<usize>> = named.map(|hit| &hit.spot.span).collect();
        let becomes = |role: &Range<usize>| {
            let before = self.scene.characters.get(..role.start).unwrap_or_default();
            let end = before.iter().rposition(|c| !c.is_whitespace()).map_or(0, |last| last + 1);
            let ends_with = |word: &&str| {
                let start = end.checked_sub(word.chars().count());
                start.is_some_and(|start| stands(before, word, start))
            };
            BECOMING.iter().any(ends_with)
        };
        leads && roles.iter().any(|role| becomes(role) && roles.iter().any(|other| other.end <= role.start))
    }
}

impl SubjectHit {
    /// Whether it is asked which of two things it is.
    pub(super) fn is_set_apart(&self) -> bool {
        self.facets.iter().any(|facet| facet.spot.phrase == SET_APART)
    }
}

/// Whether what is named is a role.
pub(super) fn is_role(catalogue: &Catalogue, hit: &SubjectHit) -> bool {
    catalogue.subject(hit.subject).is_some_and(|subject| subject.kind == ArticleKind::Role)
}

/// Whether a normalized text asks, behind a Thai word for being, which of two things something is.
fn asks_which(normalized: &str) -> bool {
    let letters = |text: &str| text.chars().filter(|&c| is_letter(c)).count();
    let is_either = |(one, other): (&str, &str)| {
        let (one, other) = (one.trim(), other.strip_prefix("ว่า").unwrap_or(other).trim_start());
        letters(one) >= FEWEST_LETTERS
            && letters(other) >= FEWEST_LETTERS
            && !ASKED.iter().any(|asked| one.ends_with(asked))
            && !OR_NOT.iter().any(|not| other.starts_with(not))
    };
    let mut behind = IS.iter().filter_map(|is| normalized.split_once(is)).map(|(_, behind)| behind);
    behind.any(|behind| EITHER.iter().filter_map(|or| behind.split_once(or)).any(is_either))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn which_of_two_is_asked() {
        for (text, asks) in [
            ("fa คือ advisor หรือ analyst กันแน่", true),
            ("เออีนี่มันคือเซลส์หรือคนดูแลลูกค้าอ่ะ", true),
            ("fa คือ advisor or analyst", true),
            ("csm คือคอลเซ็นเตอร์หรือเปล่า", false),
            ("csm คือคอลเซ็นเตอร์หรือว่าเปล่าคะ", false),
            ("csm คือคอลเซ็นเตอร์หรือ ไม่ครับ", false),
            ("fa คือที่ปรึกษาการเงินใช่ไหม", false),
            ("ae คืออะไร หรือ am ดี", false),
            ("ae คืออะไร", false),
            ("ae หรือ am ดี", false),
        ] {
            assert_eq!(asks_which(text), asks, "{text}");
        }
    }
}
