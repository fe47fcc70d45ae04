//! Another way to read a question, and how its text is put together.

/// Another way to read a question.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Reading {
    /// The text in this reading.
    pub(crate) text: String,
    /// Why it was tried, for explanations.
    pub(crate) reason: &'static str,
    /// How sure the reading itself is, 0..=1.
    pub(crate) certainty: f32,
    /// Whether the text may be gibberish in this reading, so that it must look more familiar than as typed.
    pub(crate) doubtful: bool,
}

/// How sure a reading is that is a guess, though a good one: sure enough for an offer.
pub(super) const OFFERED: f32 = 0.85;

impl Reading {
    /// Whether a symbol that no word is spelled with stands right before a letter.
    pub(crate) fn has_symbols_inside_words(&self) -> bool {
        /// The Latin keys of Thai letters, without those that English words and numbers are spelled with.
        const SYMBOLS: &str = "[]{};:<>\\|=^~\",";
        let next = self.text.chars().skip(1);
        self.text.chars().zip(next).any(|(a, b)| SYMBOLS.contains(a) && b.is_alphabetic())
    }
}

/// A text with a name put between what stands before and behind it.
pub(super) fn put_between(before: &str, name: &str, behind: &str) -> String {
    let (before, behind) = (before.trim_end(), behind.trim_start());
    let gap =
        if behind.is_empty() || behind.starts_with(['\'', '’', '?', '!', ',', '.']) { "" } else { " " };
    format!("{before} {name}{gap}{behind}").trim_start().to_owned()
}
