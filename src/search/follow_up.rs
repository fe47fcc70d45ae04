//! Questions about the subject of the conversation, which they do not name, and about one subject beside another.

use std::ops::Range;

use super::facet_hits::overlap;
use super::names::SubjectId;
use super::query::{Query, SubjectHit, is_plain};
use super::spot::Spot;

/// A follow-up that asks nothing leaves no more than this share of its letters unexplained …
const FOLLOW_UP_LEFTOVER: f32 = 0.25;
/// … and one that asks no more than this. With no bound 17 % of the messages that must not be answered were taken for
/// follow-ups, with this and the next 2 %.
const FOLLOW_UP_ASKING_LEFTOVER: f32 = 0.3;
/// How closely a follow-up names a facet: in chatter one of many phrases is always a little like something.
const FOLLOW_UP_FACET: f32 = 0.9;

impl Query {
    /// Whether the question can be about the subject of the conversation: it names a facet plainly, and has little in it
    /// that names something else (เงินเดือนแอร์โฮสเตส) or speaks of another thing (เย็นนี้เตะบอลกันไหม).
    pub(crate) fn may_follow_up(&self) -> bool {
        let plainly = self.facets.iter().any(|facet| facet.plain || facet.spot.closeness >= FOLLOW_UP_FACET);
        let left = if self.asks() { FOLLOW_UP_ASKING_LEFTOVER } else { FOLLOW_UP_LEFTOVER };
        let named: Vec<&Range<usize>> =
            self.subjects.iter().filter(|hit| is_plain(hit)).map(|hit| &hit.spot.span).collect();
        plainly && self.leftover(&(0..0), &self.facets, &named) <= left
    }

    /// A subject that is not in the text.
    pub(super) fn conversation(closeness: f32) -> Spot {
        Spot { owner: 0, phrase: 0, span: 0..0, closeness, left_out: 0.0, weight: 0.0 }
    }

    /// Of two subjects the one that is named first is what the question is about; if one leads to the other, it may say from
    /// which (เป็น auditor จาก accountant).
    pub(super) fn put_first_named_first(&mut self, leads: bool) {
        let Some(strongest) = self.subjects.first().map(|hit| hit.spot.span.clone()) else { return };
        let named = self.subjects.iter().enumerate().filter(|(_, hit)| is_plain(hit));
        let from = |hit: &SubjectHit| leads && self.comes_from(&hit.spot.span);
        let first = named
            .filter(|(_, hit)| hit.spot.span.end <= strongest.start || from(hit))
            .min_by_key(|(number, hit)| (!from(hit), hit.spot.span.start, *number))
            .map(|(number, _)| number);
        if let Some(first) = first {
            let hit = self.subjects.remove(first);
            self.subjects.insert(0, hit);
        }
    }

    /// Whether what stands at a place is where something comes from.
    fn comes_from(&self, span: &Range<usize>) -> bool {
        const FROM: [&str; 2] = ["from", "จาก"];
        let before = self.scene.characters.get(..span.start).unwrap_or_default();
        let before: String = before.iter().rev().skip_while(|c| **c == ' ').collect();
        FROM.iter().any(|from| before.starts_with(&from.chars().rev().collect::<String>()))
    }

    /// Takes the facets from every subject but the first: of two roles that are held against each other, or of which one leads
    /// to the other, the one that is named first is asked about.
    pub(crate) fn keep_facets_of_first(&mut self) {
        let Some((first, others)) = self.subjects.split_first_mut() else { return };
        let apart = |hit: &&mut SubjectHit| overlap(&hit.spot.span, &first.spot.span) == 0;
        others.iter_mut().filter(apart).for_each(|other| other.facets.clear());
    }

    /// Adds the subject of the conversation, for a question that names none, or another one to compare it with: then it is
    /// the conversation's subject that is asked about.
    pub(crate) fn follow_up(&mut self, subject: SubjectId, closeness: f32, compared: bool) {
        let spot = Self::conversation(closeness);
        let others: Vec<&Range<usize>> = self.subjects.iter().map(|hit| &hit.spot.span).collect();
        let leftover = self.leftover(&spot.span, &self.facets, &others);
        let hit = SubjectHit { subject, spot, shared: 0.0, leftover, facets: self.facets.clone() };
        self.subjects.retain(|known| known.subject != subject);
        self.subjects.insert(0, hit);
        if compared {
            self.keep_facets_of_first();
        }
    }
}
