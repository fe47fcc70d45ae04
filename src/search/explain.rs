//! Why a decision is as it is, as a tree.

use std::fmt;

/// A node of the tree: a named value and what it was made from.
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
pub struct Explanation {
    /// What the value is.
    pub label: String,
    /// The value as people read it.
    pub value: String,
    /// What it was made from.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub details: Vec<Explanation>,
}

impl Explanation {
    /// A leaf.
    pub fn new(label: impl Into<String>, value: impl Into<String>) -> Self {
        Self { label: label.into(), value: value.into(), details: Vec::new() }
    }

    /// Adds what the value was made from.
    #[must_use]
    pub fn with(mut self, detail: Explanation) -> Self {
        self.details.push(detail);
        self
    }

    fn write(&self, formatter: &mut fmt::Formatter<'_>, depth: usize) -> fmt::Result {
        writeln!(formatter, "{:indent$}{}: {}", "", self.label, self.value, indent = depth * 2)?;
        self.details.iter().try_for_each(|detail| detail.write(formatter, depth + 1))
    }
}

impl fmt::Display for Explanation {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.write(formatter, 0)
    }
}
