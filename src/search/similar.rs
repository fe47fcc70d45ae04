//! Which letters a text has and how often: a quick bound of how similar two texts can be, so that most names need no
//! alignment.

/// Letters are counted in so many groups; letters of one group count as equal, which only weakens the bound.
const GROUPS: usize = 32;
/// Letters beyond this count in a group are not counted.
const MOST: u8 = u8::MAX;

/// The letters of a text, counted.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Letters {
    counts: [u8; GROUPS],
    count: usize,
}

impl Letters {
    /// Counts the letters of a text.
    pub(crate) fn of(text: &str) -> Self {
        let mut letters = Self { counts: [0; GROUPS], count: 0 };
        for letter in text.chars() {
            letters.count += 1;
            if let Some(count) = letters.counts.get_mut(group(letter)) {
                *count = count.saturating_add(1);
            }
        }
        letters
    }

    /// How many characters the text has.
    pub(crate) fn count(&self) -> usize {
        self.count
    }

    /// At least so many letters of this text are not in the other: a prefix of the other lacks them too.
    pub(crate) fn lacking_in(&self, other: &Self) -> usize {
        let pairs = self.counts.iter().zip(&other.counts);
        // Full groups hold nobody knows how many.
        let lacking =
            pairs.map(|(own, theirs)| if *theirs == MOST { 0 } else { own.saturating_sub(*theirs) });
        // All together are fewer than two bytes count, and added up eight at a time.
        lacking.map(u16::from).sum::<u16>().into()
    }

    /// The edit distance of the texts, also with swapped neighbours, is no less than this: each edit gives or takes at
    /// most one letter.
    pub(crate) fn distance_at_least(&self, other: &Self) -> usize {
        self.lacking_in(other).max(other.lacking_in(self)).max(self.count.abs_diff(other.count))
    }
}

fn group(letter: char) -> usize {
    // Thai stands in the order of its alphabet, as Latin does: neighbours get groups of their own.
    let code = u32::from(letter);
    usize::try_from(code).unwrap_or(0) % GROUPS
}
