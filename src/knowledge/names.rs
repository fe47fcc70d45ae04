//! When two names are the same, which names a heading holds, and which known word a mistyped one was meant to be.

use std::collections::BTreeSet;

use crate::text::normalize::compose;

/// Equal for names that people would call the same: case, composition and runs of white space do not count.
pub(crate) fn name_key(name: &str) -> String {
    let small = compose(name).to_lowercase();
    small.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Like [`name_key`], and white space does not count at all: Thai writers differ in where they put it.
pub(crate) fn heading_key(heading: &str) -> String {
    compose(heading).chars().flat_map(char::to_lowercase).filter(|c| !c.is_whitespace()).collect()
}

/// The parts of a glossary heading: the term, then its other names, which follow a dash or stand in brackets,
/// separated by commas or by slashes with a space beside them (`P/L` is one name).
pub(crate) fn term_names(heading: &str) -> Vec<String> {
    const DASHES: [&str; 3] = [" — ", " – ", " - "];
    let dash = DASHES.iter().filter_map(|dash| heading.split_once(dash)).min_by_key(|(term, _)| term.len());
    let (before, after) = dash.unwrap_or((heading, ""));
    let mut in_brackets = before.split(['(', ')', '（', '）']);
    let term = in_brackets.next().unwrap_or_default();
    let others = in_brackets.chain(after.split(['(', ')', '（', '）'])).flat_map(separate);
    let mut known = BTreeSet::new();
    let names = std::iter::once(term.trim()).chain(others);
    names.filter(|name| !name.is_empty() && known.insert(name_key(name))).map(str::to_owned).collect()
}

fn separate(names: &str) -> impl Iterator<Item = &str> {
    names
        .split([',', '、'])
        .flat_map(|part| part.split("/ "))
        .flat_map(|part| part.split(" /"))
        .map(str::trim)
}

/// How many edits apart a mistyped word may be from the one that was meant: two slips of the finger.
const MAX_EDITS: usize = 2;

/// The known word that a mistyped one most probably was meant to be.
pub(crate) fn nearest<'k>(typed: &str, known: impl IntoIterator<Item = &'k str>) -> Option<&'k str> {
    let typed = typed.to_lowercase();
    let length = typed.chars().count();
    known
        .into_iter()
        .filter(|word| word.chars().count().abs_diff(length) <= MAX_EDITS)
        .map(|word| (strsim::osa_distance(&typed, &word.to_lowercase()), word))
        // A word that would have to change by half or more was hardly meant.
        .filter(|(edits, _)| *edits <= MAX_EDITS && edits * 2 < length)
        .min()
        .map(|(_, word)| word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_of_a_glossary_hold_a_term_and_its_other_names() {
        for (heading, names) in [
            ("ROI", &["ROI"] as &[&str]),
            (
                "ROI — Return on investment, ผลตอบแทนจากการลงทุน",
                &["ROI", "Return on investment", "ผลตอบแทนจากการลงทุน"],
            ),
            ("กำไรขาดทุน (Profit and loss, P/L)", &["กำไรขาดทุน", "Profit and loss", "P/L"]),
            ("Upsell – Upselling / อัปเซลล์", &["Upsell", "Upselling", "อัปเซลล์"]),
            ("Cross-sell - การขายพ่วง", &["Cross-sell", "การขายพ่วง"]),
            (
                "CRM (ซีอาร์เอ็ม) — Customer relationship management",
                &["CRM", "ซีอาร์เอ็ม", "Customer relationship management"],
            ),
            ("A (a) — A, B", &["A", "B"]),
            ("ค้าง (ไม่ปิด", &["ค้าง", "ไม่ปิด"]),
            (" — ", &[]),
        ] {
            assert_eq!(term_names(heading), names, "{heading}");
        }
    }

    #[test]
    fn a_mistyped_word_finds_the_one_that_was_meant() {
        let known = ["title", "aliases", "related"];
        for (typed, meant) in [
            ("tittle", Some("title")),
            ("alias", Some("aliases")),
            ("Related", Some("related")),
            ("tags", None),
            ("", None),
        ] {
            assert_eq!(nearest(typed, known), meant, "{typed}");
        }
    }

    #[test]
    fn names_are_the_same_whatever_their_case_and_spaces() {
        assert_eq!(name_key(" Account   MANAGER "), name_key("account manager"));
        assert_ne!(name_key("กี"), name_key("กู"));
        assert_eq!(heading_key("สรุปสั้น ๆ"), heading_key("สรุปสั้นๆ"));
    }
}
