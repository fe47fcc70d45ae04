//! Cutting holds its promises on any text: no panic, limits kept, nothing lost, graphemes whole.

use naenaew::reply::cut::{Budget, cut, pages};
use proptest::prelude::*;
use unicode_segmentation::UnicodeSegmentation;

/// Texts of every script, and texts that look like articles.
fn texts() -> impl Strategy<Value = String> {
    prop_oneof![
        any::<String>(),
        "[ก-ฮะาิีึืุูเแโใไ่้๊๋์ำ ]{0,400}",
        "([a-zก-ฮ่้]{1,9}[ .\n]{1,2}|\\*\\*[a-zก-ฮ ]{1,9}\\*\\*|\\[[a-z ]{1,9}\\]\\(https://a\\.b/[a-z]{1,9}\\)|\n- |`c d`){0,80}",
        "(👩\u{200D}👧|🇹🇭|é|น้ำ|กี่|\u{301}|\r\n){0,80}",
    ]
}

/// Budgets that leave room for at least one ordinary grapheme and the mark.
fn budgets() -> impl Strategy<Value = Budget> {
    (30_usize..300, 90_usize..900).prop_map(|(characters, bytes)| Budget { characters, bytes })
}

/// What people read, without the white space that a cut may drop.
fn letters(text: &str) -> String {
    text.split_whitespace().collect()
}

proptest! {
    #[test]
    fn a_cut_keeps_its_budget_and_loses_nothing(text in texts(), characters in 0_usize..200, bytes in 0_usize..400) {
        let budget = Budget { characters, bytes };
        let cut = cut(&text, budget);
        prop_assert!(budget.holds(&cut.head));
        let head = if cut.rest.is_empty() { cut.head.as_str() } else { cut.head.trim_end_matches('…') };
        if !cut.rest.is_empty() && !head.is_empty() {
            prop_assert!(cut.head.ends_with('…'));
        }
        let all = format!("{}{}", letters(head), letters(cut.rest));
        // A head that itself ended with the mark's character is the one ambiguity of the comparison.
        if !text.contains('…') {
            prop_assert_eq!(all, letters(&text));
        }
    }

    #[test]
    fn pages_keep_their_budget_and_lose_nothing(text in texts(), budget in budgets()) {
        let pages = pages(&text, budget);
        prop_assert!(pages.iter().all(|page| budget.holds(page)));
        if !text.contains('…') {
            let all: String = pages.iter().map(|page| letters(page.trim_end_matches('…'))).collect();
            prop_assert_eq!(all, letters(&text));
        }
    }

    #[test]
    fn graphemes_stay_whole(text in "([ก-ฮ][ิีึื]?[่้๊๋]?|น้ำ|👩\u{200D}👧|🇹🇭|e\u{301}|[a-z] ?){0,200}", budget in budgets()) {
        let graphemes: Vec<&str> = text.graphemes(true).filter(|g| !g.trim().is_empty()).collect();
        let pages = pages(&text, budget);
        let shown: Vec<&str> = pages
            .iter()
            .flat_map(|page| page.trim_end_matches('…').graphemes(true))
            .filter(|g| !g.trim().is_empty())
            .collect();
        prop_assert_eq!(shown, graphemes);
    }
}
