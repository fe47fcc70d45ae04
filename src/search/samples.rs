//! Sample questions, with what tells quickly that two texts cannot be alike.

use super::edits::Compared;
use super::letters::{Letter, character, in_place};
use super::similar::Letters as Counts;

/// A normalized text letter by letter, with its letters counted.
#[derive(Debug, Clone)]
pub(crate) struct Sample {
    letters: Vec<Letter>,
    counted: Counts,
}

impl Sample {
    /// Counts the letters of a normalized text.
    pub(crate) fn new(normalized: &str) -> Self {
        let letters: Vec<Letter> = in_place(normalized.chars()).collect();
        let text: String = letters.iter().map(|&letter| character(letter)).collect();
        Self { letters, counted: Counts::of(&text) }
    }

    /// To be compared with others.
    pub(crate) fn compared(&self) -> ComparedSample<'_> {
        ComparedSample { counted: &self.counted, letters: Compared::new(&self.letters) }
    }
}

/// A text that sample questions are compared with.
#[derive(Debug)]
pub(crate) struct ComparedSample<'a> {
    counted: &'a Counts,
    letters: Compared<'a>,
}

impl ComparedSample<'_> {
    /// How alike it is to a sample question, by Levenshtein distance as a share of the longer, if more than this.
    pub(crate) fn likeness(&self, sample: &Sample, floor: f32) -> Option<f32> {
        let longer = self.counted.count().max(sample.counted.count());
        let likeness = |edits: usize| longer.saturating_sub(edits) as f32 / longer.max(1) as f32;
        if likeness(self.counted.distance_at_least(&sample.counted)) <= floor {
            return None;
        }
        Some(likeness(self.letters.distance(&sample.letters))).filter(|&likeness| likeness > floor)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn nothing_alike_is_passed_over(a in "[ก-ง่-๋a-c ]{0,150}", b in "[ก-ง่-๋a-c ]{0,150}", floor in 0.0_f64..0.99) {
            let likeness = strsim::normalized_levenshtein(&a, &b);
            // Of two empty texts nobody knows.
            prop_assume!((likeness - floor).abs() > 1e-6 && !(a.is_empty() && b.is_empty()));
            #[allow(clippy::cast_possible_truncation)]
            let found = Sample::new(&a).compared().likeness(&Sample::new(&b), floor as f32);
            prop_assert_eq!(found.is_some(), likeness > floor);
            prop_assert!(found.is_none_or(|found| (f64::from(found) - likeness).abs() < 1e-6));
        }
    }
}
