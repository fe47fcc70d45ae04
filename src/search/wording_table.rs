//! How the weights of [`super::wording`] are kept, for the program and for `build.rs`, which packs them.

/// The facets that are told apart, in the order of the columns.
pub const WORDED_FACETS: [&str; 12] = [
    "definition",
    "key-takeaways",
    "duties",
    "example",
    "skills",
    "qualifications",
    "salary",
    "locations",
    "career-path",
    "interview",
    "remote",
    "differences",
];

/// A column for each facet and one for whether a text is asked of us.
pub const COLUMNS: usize = WORDED_FACETS.len() + 1;

/// Bytes of a record: an n-gram and its weights.
pub(crate) const RECORD: usize = size_of::<u32>() + COLUMNS;

/// What a step of a weight adds to a column's logit.
pub const STEP: f32 = 0.125;

/// Packs weights by n-gram; those of n-gram 0 are what the columns begin with.
pub(crate) fn packed(mut weights: Vec<(u32, [i8; COLUMNS])>) -> Vec<u8> {
    weights.sort_unstable_by_key(|(ngram, _)| *ngram);
    let mut bytes = Vec::with_capacity(weights.len() * RECORD);
    for (ngram, columns) in weights {
        bytes.extend(ngram.to_le_bytes());
        bytes.extend(columns.iter().flat_map(|weight| weight.to_le_bytes()));
    }
    bytes
}
