//! The texts that are searched, letter by letter, in one block of memory.

use super::letters::{Fold, Letter, spelled};

/// Letters of half a passage. Passages overlap by half, so that no sentence is always cut.
pub(super) const HALF_PASSAGE: usize = 100;

/// Texts as letters, numbered in their order, and again without marks: about two bytes a character.
#[derive(Debug, Default)]
pub(crate) struct Texts {
    letters: Vec<Letter>,
    /// How many letters of each text are its head.
    heads: Vec<u16>,
    /// The folded letters of all texts.
    folded: Vec<Letter>,
    /// How many folded letters each part of each text has: its head, and every half passage of its body.
    parts: Vec<u16>,
    /// Where each text ends.
    ends: Vec<End>,
}

/// Where a text ends, and the next begins.
#[derive(Debug, Clone, Copy, Default)]
struct End {
    letters: usize,
    folded: usize,
    parts: usize,
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
    /// Both, folded.
    pub(crate) folded: &'a [Letter],
    /// How many folded letters the head has, and every half passage of the rest.
    parts: &'a [u16],
}

impl<'a> Text<'a> {
    /// The head and every half passage of the rest, as letters and folded.
    pub(crate) fn parts(&self) -> impl Iterator<Item = (&'a [Letter], &'a [Letter])> {
        let mut folded = self.folded;
        let letters = std::iter::once(self.head).chain(self.body.chunks(HALF_PASSAGE));
        letters.zip(self.parts).map(move |(letters, &length)| {
            let (part, rest) = folded.split_at(usize::from(length).min(folded.len()));
            folded = rest;
            (letters, part)
        })
    }
}

/// A text spelled, to be put behind others.
#[derive(Debug)]
pub(crate) struct Spelled {
    letters: Vec<Letter>,
    head: u16,
    folded: Vec<Letter>,
    parts: Vec<u16>,
}

impl Spelled {
    /// Spells a normalized head and body.
    pub(crate) fn new(head: &str, body: &str) -> Self {
        let mut letters = spelled(head);
        let head = letters.len();
        letters.append(&mut spelled(body));
        let (before, after) = letters.split_at(head);
        let (mut folded, mut parts) = (Vec::with_capacity(letters.len()), Vec::new());
        let mut fold = Fold::default();
        for part in std::iter::once(before).chain(after.chunks(HALF_PASSAGE)) {
            let start = folded.len();
            folded.extend(part.iter().filter_map(|&letter| fold.next(letter)));
            parts.push(u16::try_from(folded.len() - start).unwrap_or(u16::MAX));
        }
        Self { head: u16::try_from(head).unwrap_or(u16::MAX), letters, folded, parts }
    }
}

impl Texts {
    /// Puts spelled texts one behind the other.
    pub(crate) fn new(texts: &[Spelled]) -> Self {
        let sum = |length: fn(&Spelled) -> usize| texts.iter().map(length).sum();
        let mut all = Self {
            letters: Vec::with_capacity(sum(|text| text.letters.len())),
            heads: texts.iter().map(|text| text.head).collect(),
            folded: Vec::with_capacity(sum(|text| text.folded.len())),
            parts: Vec::with_capacity(sum(|text| text.parts.len())),
            ends: Vec::with_capacity(texts.len()),
        };
        for text in texts {
            all.letters.extend_from_slice(&text.letters);
            all.folded.extend_from_slice(&text.folded);
            all.parts.extend_from_slice(&text.parts);
            all.ends.push(End {
                letters: all.letters.len(),
                folded: all.folded.len(),
                parts: all.parts.len(),
            });
        }
        all
    }

    /// How many texts there are.
    pub(crate) fn len(&self) -> usize {
        self.ends.len()
    }

    /// The text with this number; empty beyond the last.
    pub(crate) fn get(&self, number: usize) -> Text<'_> {
        let end = self.ends.get(number).copied().unwrap_or_default();
        let start = number.checked_sub(1).and_then(|before| self.ends.get(before)).copied();
        let start = start.unwrap_or_default();
        let letters = self.letters.get(start.letters..end.letters).unwrap_or_default();
        let head = usize::from(self.heads.get(number).copied().unwrap_or(0)).min(letters.len());
        let (head, body) = letters.split_at(head);
        let folded = self.folded.get(start.folded..end.folded).unwrap_or_default();
        let parts = self.parts.get(start.parts..end.parts).unwrap_or_default();
        Text { head, body, letters, folded, parts }
    }

    /// How many letters they have altogether.
    pub(crate) fn letters(&self) -> usize {
        self.letters.len()
    }

    /// Mean number of letters, at least 1.
    pub(crate) fn average(&self) -> f32 {
        (self.letters.len() as f32 / self.ends.len().max(1) as f32).max(1.0)
    }

    /// Bytes held.
    pub(crate) fn bytes(&self) -> usize {
        self.letters.capacity()
            + self.folded.capacity()
            + (self.heads.capacity() + self.parts.capacity()) * size_of::<u16>()
            + self.ends.capacity() * size_of::<End>()
    }
}
