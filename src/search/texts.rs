//! The texts that are searched, letter by letter, in one block of memory.

use std::ops::Range;

use super::letters::{Letter, spelled};

/// Texts as letters, numbered in their order. About one byte a character.
#[derive(Debug, Default)]
pub(crate) struct Texts {
    letters: Vec<Letter>,
    /// Where each text ends.
    ends: Vec<usize>,
    /// How many letters of each text are its head.
    heads: Vec<u16>,
}

/// One text.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Text<'a> {
    /// Title and heading: they belong to every passage.
    pub(crate) head: &'a [Letter],
    /// The rest.
    pub(crate) body: &'a [Letter],
    /// Both.
    pub(crate) letters: &'a [Letter],
}

impl Texts {
    /// Spells normalized heads and bodies.
    pub(crate) fn new<'a>(texts: impl IntoIterator<Item = &'a (Vec<Letter>, Vec<Letter>)>) -> Self {
        let mut all = Self::default();
        for (head, body) in texts {
            all.letters.extend_from_slice(head);
            all.letters.extend_from_slice(body);
            all.ends.push(all.letters.len());
            all.heads.push(u16::try_from(head.len()).unwrap_or(u16::MAX));
        }
        all.letters.shrink_to_fit();
        all
    }

    /// The letters of a normalized head and body.
    pub(crate) fn spell(head: &str, body: &str) -> (Vec<Letter>, Vec<Letter>) {
        (spelled(head), spelled(body))
    }

    /// How many texts there are.
    pub(crate) fn len(&self) -> usize {
        self.ends.len()
    }

    /// The text with this number; empty beyond the last.
    pub(crate) fn get(&self, number: usize) -> Text<'_> {
        let letters = self.letters.get(self.range(number)).unwrap_or_default();
        let head = usize::from(self.heads.get(number).copied().unwrap_or(0)).min(letters.len());
        let (head, body) = letters.split_at(head);
        Text { head, body, letters }
    }

    /// Mean number of letters, at least 1.
    pub(crate) fn average(&self) -> f32 {
        (self.letters.len() as f32 / self.ends.len().max(1) as f32).max(1.0)
    }

    /// Bytes held.
    pub(crate) fn bytes(&self) -> usize {
        self.letters.capacity()
            + self.ends.capacity() * size_of::<usize>()
            + self.heads.capacity() * size_of::<u16>()
    }

    fn range(&self, number: usize) -> Range<usize> {
        let start = number.checked_sub(1).map_or(0, |before| self.ends.get(before).copied().unwrap_or(0));
        start..self.ends.get(number).copied().unwrap_or(start)
    }
}
