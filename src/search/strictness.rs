//! How like a name or phrase a part of a text must be. Data.

use super::costs::weight;
use super::letters::Letter;
use super::phrases::words;

/// How like a phrase a part of a text must be to be taken for it.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Strictness {
    /// The text holds this share of its pairs of letters, weighted by rarity.
    pub(super) overlap: f32,
    /// So many of those that hold most are aligned.
    pub(super) aligned: usize,
    /// The closeness of what is found.
    pub(super) closeness: f32,
    /// It may miss whole words up to this share of its weight.
    pub(super) left_out: f32,
    /// Whether phrases whose place another one takes wholly and exactly are passed over.
    pub(super) only_strongest: bool,
    /// Whether a slip at the border of a word may be a part of it: of thousands of phrases some are words with a letter more (l·earn a
    /// lot).
    pub(super) slips: bool,
}

impl Strictness {
    /// For names. Any less close, names of other roles come in (project manager ~ account manager: 0.6). A name is recognized
    /// without words of some weight (ผู้จัดการบัญชี for ผู้จัดการบัญชีลูกค้า); without more, every manager would be one. Rivals
    /// on the same place are wanted.
    pub(crate) const NAMES: Self = Self {
        overlap: 0.4,
        aligned: 10,
        closeness: 0.72,
        left_out: 0.36,
        only_strongest: false,
        slips: true,
    };
    /// For the phrases of facets: of thousands one is always a little like a part of the text, and it may miss hardly
    /// anything: "what comes after" without its last word says nothing.
    pub(crate) const PHRASES: Self =
        Self { overlap: 0.6, aligned: 8, closeness: 0.8, left_out: 0.17, only_strongest: true, slips: false };

    /// For parts of names, by which some call the job: they are sought where no name is found (เทรนเนอร์ of เทรนเนอร์ส่วนตัว).
    pub(super) const PARTS: Self = Self {
        overlap: 0.25,
        aligned: 24,
        closeness: 0.9,
        left_out: 0.75,
        only_strongest: false,
        slips: false,
    };

    /// How many whole letters of a phrase may be wrong for it to be found: those of words that may be left out, and of the
    /// others so many as the closeness allows.
    pub(super) fn most_edits(&self, marked: &[Letter]) -> f32 {
        let full = weight(marked);
        let allowed = self.left_out * full;
        let lightest = words(marked).filter_map(|word| marked.get(word)).map(weight).fold(full, f32::min);
        let left_out = if lightest <= allowed { allowed } else { 0.0 };
        left_out + (1.0 - self.closeness) * (full - left_out)
    }
}
