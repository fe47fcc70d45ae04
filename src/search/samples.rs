//! Sample questions, with what tells quickly that two texts cannot be alike.

use super::letters::{ALPHABET, letter};

/// A normalized text with how often it has each letter.
#[derive(Debug, Clone)]
pub(crate) struct Sample {
    text: String,
    counts: [u8; ALPHABET],
    characters: usize,
}

impl Sample {
    /// Counts the letters of a normalized text.
    pub(crate) fn new(text: String) -> Self {
        let (mut counts, mut characters) = ([0_u8; ALPHABET], 0);
        for c in text.chars() {
            characters += 1;
            if let Some(count) = counts.get_mut(usize::from(letter(c))) {
                *count = count.saturating_add(1);
            }
        }
        Self { text, counts, characters }
    }

    /// The text.
    pub(crate) fn text(&self) -> &str {
        &self.text
    }

    /// Whether two texts can be more alike than this, by Levenshtein distance as a share of the longer: each letter that one
    /// has more often than the other is an edit.
    pub(crate) fn may_be_like(&self, other: &Self, similarity: f64) -> bool {
        let surplus = |a: &Self, b: &Self| -> usize {
            a.counts.iter().zip(&b.counts).map(|(a, b)| usize::from(a.saturating_sub(*b))).sum()
        };
        let edits = surplus(self, other).max(surplus(other, self));
        let longer = self.characters.max(other.characters);
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
