//! Sample questions, with what tells quickly that two texts cannot be alike.

use super::similar::Letters;

/// A normalized text with its letters counted.
#[derive(Debug, Clone)]
pub(crate) struct Sample {
    text: String,
    letters: Letters,
}

impl Sample {
    /// Counts the letters of a normalized text.
    pub(crate) fn new(text: String) -> Self {
        Self { letters: Letters::of(&text), text }
    }

    /// The text.
    pub(crate) fn text(&self) -> &str {
        &self.text
    }

    /// Whether two texts can be more alike than this, by Levenshtein distance as a share of the longer.
    pub(crate) fn may_be_like(&self, other: &Self, similarity: f64) -> bool {
        let edits = self.letters.distance_at_least(&other.letters);
        let longer = self.letters.count().max(other.letters.count());
        longer.saturating_sub(edits) as f64 > similarity * longer as f64
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn nothing_alike_is_passed_over(a in "[ก-ง่-๋a-c ]{0,30}", b in "[ก-ง่-๋a-c ]{0,30}", floor in 0.0_f64..0.99) {
            let alike = strsim::normalized_levenshtein(&a, &b) > floor;
            prop_assert!(!alike || a.is_empty() || Sample::new(a).may_be_like(&Sample::new(b), floor));
        }
    }
}
