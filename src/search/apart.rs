//! Questions of which two sections may answer: which of two something is ("FA คือ advisor หรือ analyst"), and how one role becomes
//! another ("จาก AE ไปเป็นผู้จัดการฝ่ายขาย").

use super::against::COMPARING_FACET;
use super::facet_hits::{DEFINITION, FacetHit};
use super::names::Catalogue;
use super::query::{Query, SubjectHit, is_plain};
use super::spot::{SET_APART, Spot};
use crate::knowledge::ArticleKind;
use crate::text::script::is_word;

/// Words behind which stands what something may be.
const IS: [&str; 3] = ["คือ", "ย่อมาจาก", "แปลว่า"];
/// Words between two things that it may be …
const EITHER: [&str; 4] = ["หรือว่า", "หรือ", "รึ", " or "];
/// … unless these follow, with which they ask whether it is.
const OR_NOT: [&str; 5] = ["เปล่า", "ป่าว", "ปล่าว", "ไม่", "ยัง"];
/// Fewer letters name nothing.
const FEWEST_LETTERS: usize = 3;

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
    }

    /// Whether it asks how one role becomes another, so that the path of either may answer.
    pub(super) fn leads_to_another(&self, catalogue: &Catalogue) -> bool {
        let named = self.subjects.iter().filter(|hit| is_plain(hit) && is_role(catalogue, hit));
        let mut roles = named.map(|hit| &hit.spot.span);
        let leads = self.of_first_named(catalogue).is_some_and(|facet| facet.as_str() == LEADING_FACET);
        leads
            && roles
                .next()
                .is_some_and(|first| roles.any(|other| other.end <= first.start || first.end <= other.start))
    }
}

impl SubjectHit {
    /// Whether it is asked which of two things it is.
    pub(super) fn is_set_apart(&self) -> bool {
        self.facets.iter().any(|facet| facet.spot.phrase == SET_APART)
    }
}

fn is_role(catalogue: &Catalogue, hit: &SubjectHit) -> bool {
    catalogue.subject(hit.subject).is_some_and(|subject| subject.kind == ArticleKind::Role)
}

/// Whether a normalized text asks which of two things something is.
fn asks_which(normalized: &str) -> bool {
    let letters = |text: &str| text.chars().filter(|&c| is_word(c)).count();
    let mut behind = IS.iter().filter_map(|is| normalized.split_once(is)).map(|(_, behind)| behind);
    behind.any(|behind| {
        EITHER.iter().any(|or| {
            behind.split_once(or).is_some_and(|(one, other)| {
                letters(one) >= FEWEST_LETTERS
                    && letters(other) >= FEWEST_LETTERS
                    && !OR_NOT.iter().any(|not| other.starts_with(not))
            })
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn which_of_two_is_asked() {
        for (text, asks) in [
            ("fa คือ advisor หรือ analyst กันแน่", true),
            ("เออีนี่มันคือเซลส์หรือคนดูแลลูกค้าอ่ะ", true),
            ("csm คือคอลเซ็นเตอร์หรือเปล่า", false),
            ("ae คืออะไร", false),
            ("ae หรือ am ดี", false),
        ] {
            assert_eq!(asks_which(text), asks, "{text}");
        }
    }
}
