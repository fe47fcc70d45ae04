//! Phrases of facets without the tag that makes a question of them; `build.rs` works with it, too.

use crate::text::script::is_thai_mark;

/// The tag that Thai yes-or-no phrases end with. It is a cue of its own, in a dozen spellings (ไหม มั้ย ปะ หรือเปล่า), so a
/// phrase is looked for without it …
const QUESTION_TAG: &str = "ไหม";
/// … unless fewer letters would be left: รวย alone is said of anything.
const MIN_UNTAGGED_LETTERS: usize = 4;

/// A facet phrase without its question tag, when enough is left.
pub(crate) fn untagged(phrase: &str) -> &str {
    let stem = phrase.strip_suffix(QUESTION_TAG).map(str::trim_end).filter(|stem| {
        stem.chars().filter(|&c| !is_thai_mark(c) && c != ' ').count() >= MIN_UNTAGGED_LETTERS
    });
    stem.unwrap_or(phrase)
}

#[cfg(test)]
mod tests {
    use super::untagged;

    #[test]
    fn question_tags_are_cut_off_phrases() {
        for (phrase, expected) in
            [("ทำงานที่บ้านได้ไหม", "ทำงานที่บ้านได้"), ("มี wfh ไหม", "มี wfh"), ("รวยไหม", "รวยไหม"), ("ไหม", "ไหม")]
        {
            assert_eq!(untagged(phrase), expected);
        }
    }
}
