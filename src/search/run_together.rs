//! Latin words that were typed without spaces (whatdoesanauditordo), told apart by the words that the articles hold.
//!
//! The cheapest way to cut a run of letters into known words is found by dynamic programming, each word at the cost of its
//! rarity (a unigram model, as in Norvig, *Natural Language Corpus Data*, 2009).

use std::ops::RangeInclusive;

/// Runs of so many letters may be several words; a longer one is no slip.
const RUN_LETTERS: RangeInclusive<usize> = 6..=64;
/// Longer texts are not typed in haste, and took up to twice as long.
const LONGEST_TEXT: usize = 400;
/// So many runs of a text that are no words are looked at, which bounds the time.
const MAX_RUNS: usize = 6;
/// No word is longer.
const MAX_WORD_LETTERS: usize = 18;
/// What each word costs beside its rarity: of two ways to cut a run the one with fewer words is likelier.
const WORD_COST: f32 = 2.0;
/// Words of one letter.
const LETTERS_BY_THEMSELVES: [&str; 2] = ["a", "i"];

/// The text with spaces between the words of its Latin runs; `None` where no run consists of several known words, one of which
/// is a name's: many a word that no article holds is made of others (paycheck, technician). `rarity` tells how rare a word in
/// small letters is, from 0 up, or `None` for one that no article holds; `is_of_name` whether names hold it.
pub(super) fn spaced(
    text: &str,
    rarity: impl Fn(&str) -> Option<f32>,
    is_of_name: impl Fn(&str) -> bool,
) -> Option<String> {
    if text.chars().nth(LONGEST_TEXT).is_some() {
        return None;
    }
    let mut spaced = String::with_capacity(text.len() + 8);
    let (mut looked_at, mut any) = (0, false);
    let characters: Vec<char> = text.chars().collect();
    for run in characters.chunk_by(|a, b| a.is_ascii_alphabetic() == b.is_ascii_alphabetic()) {
        let typed: String = run.iter().collect();
        let small = typed.to_lowercase();
        let may_be_words =
            run.first().is_some_and(char::is_ascii_alphabetic) && RUN_LETTERS.contains(&run.len());
        let words = if may_be_words && looked_at < MAX_RUNS && rarity(&small).is_none() {
            looked_at += 1;
            words(&small, &rarity, &is_of_name)
        } else {
            Vec::new()
        };
        if words.len() < 2 {
            spaced.push_str(&typed);
            continue;
        }
        any = true;
        let mut letters = run.iter();
        for (number, length) in words.into_iter().enumerate() {
            if number > 0 {
                spaced.push(' ');
            }
            spaced.extend(letters.by_ref().take(length));
        }
    }
    any.then_some(spaced)
}

/// The lengths of the words that a run of ASCII letters is cut into most cheaply; empty where it cannot be, or where
/// none is a name's.
fn words(run: &str, rarity: impl Fn(&str) -> Option<f32>, is_of_name: impl Fn(&str) -> bool) -> Vec<usize> {
    // The cost of the cheapest way to each place, and how long its last word is.
    let mut ways: Vec<(f32, usize)> = vec![(0.0, 0)];
    let word_cost = |word: &str| {
        let may_be_word = word.len() > 1 || LETTERS_BY_THEMSELVES.contains(&word);
        rarity(word).filter(|_| may_be_word).map(|rarity| WORD_COST + rarity)
    };
    for end in 1..=run.len() {
        let mut best = (f32::INFINITY, 1);
        for length in 1..=MAX_WORD_LETTERS.min(end) {
            let cost = run.get(end - length..end).and_then(word_cost);
            let before = ways.get(end - length).map_or(f32::INFINITY, |way| way.0);
            let cost = cost.map_or(f32::INFINITY, |cost| before + cost);
            if cost < best.0 {
                best = (cost, length);
            }
        }
        ways.push(best);
    }
    let mut lengths = Vec::new();
    let mut end = run.len();
    let mut named = false;
    while let Some(&(cost, length)) = ways.get(end).filter(|way| way.1 > 0) {
        if cost.is_infinite() {
            return Vec::new();
        }
        named |= run.get(end - length..end).is_some_and(&is_of_name);
        lengths.push(length);
        end -= length;
    }
    lengths.reverse();
    if named { lengths } else { Vec::new() }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn rarity(word: &str) -> Option<f32> {
        const KNOWN: [&str; 12] = [
            "what", "does", "an", "a", "auditor", "do", "loan", "officer", "salary", "off", "ice", "account",
        ];
        KNOWN.iter().position(|known| *known == word).map(|place| place as f32 / 4.0)
    }

    fn is_of_name(word: &str) -> bool {
        ["auditor", "loan", "officer"].contains(&word)
    }

    #[test]
    fn words_are_told_apart() {
        for (typed, expected) in [
            ("whatdoesanauditordo", Some("what does an auditor do")),
            ("LoanOfficerSalary", Some("Loan Officer Salary")),
            ("เงินเดือนloanofficerเท่าไหร่", Some("เงินเดือนloan officerเท่าไหร่")),
            ("what does an auditor do", None),
            ("auditor", None),
            ("acountant", None),
            ("auditortsalary", None),
            ("auditors", None),
            ("whatdoes", None),
            ("เงินเดือน", None),
            ("", None),
        ] {
            assert_eq!(spaced(typed, rarity, is_of_name).as_deref(), expected, "{typed}");
        }
    }

    #[test]
    fn long_texts_are_left_as_they_are() {
        assert!(spaced(&"whatdoesanauditordo ".repeat(20), rarity, is_of_name).is_some());
        assert_eq!(spaced(&"whatdoesanauditordo ".repeat(21), rarity, is_of_name), None);
    }

    proptest! {
        #[test]
        fn only_spaces_are_added(text in "\\PC{0,100}|[a-z]{0,80}") {
            if let Some(spaced) = spaced(&text, rarity, is_of_name) {
                let letters = |text: &str| text.replace(' ', "");
                prop_assert_eq!(letters(&spaced), letters(&text));
            }
        }
    }
}
