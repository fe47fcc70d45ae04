//! What differs between two runs over labelled questions. Owns the comparison, no file and no text.

use std::collections::{BTreeMap, VecDeque};

use serde::Serialize;

use super::baseline::{Entry, Fared};

/// Questions that fare otherwise than before, each list in the order of the questions.
#[derive(Debug, Default, PartialEq, Eq, Serialize)]
pub(crate) struct Changes {
    /// Fare better.
    pub(crate) better: Vec<Change>,
    /// Fare worse.
    pub(crate) worse: Vec<Change>,
    /// Fare as well, and people see another section first.
    pub(crate) changed: Vec<Change>,
    /// Were not asked before.
    pub(crate) new: Vec<String>,
    /// Are asked no more.
    pub(crate) gone: Vec<String>,
}

/// A question, before and after.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct Change {
    pub(crate) question: String,
    pub(crate) before: State,
    pub(crate) after: State,
}

/// How a question fared.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct State {
    pub(crate) outcome: Fared,
    /// What people see first.
    pub(crate) section: String,
}

impl State {
    fn of(entry: &Entry) -> Self {
        Self { outcome: entry.fared, section: entry.section.clone() }
    }
}

impl Changes {
    /// Compares two runs. A question that is asked several times is compared in the order in which it is asked.
    pub(crate) fn between(before: &[Entry], after: &[Entry]) -> Self {
        let mut known: BTreeMap<&str, VecDeque<&Entry>> = BTreeMap::new();
        for entry in before {
            known.entry(&entry.question).or_default().push_back(entry);
        }
        let mut changes = Self::default();
        for entry in after {
            let Some(old) = known.get_mut(entry.question.as_str()).and_then(VecDeque::pop_front) else {
                changes.new.push(entry.question.clone());
                continue;
            };
            let list = match entry.fared.cmp(&old.fared) {
                std::cmp::Ordering::Greater => &mut changes.better,
                std::cmp::Ordering::Less => &mut changes.worse,
                std::cmp::Ordering::Equal if entry.section != old.section => &mut changes.changed,
                std::cmp::Ordering::Equal => continue,
            };
            list.push(Change {
                question: entry.question.clone(),
                before: State::of(old),
                after: State::of(entry),
            });
        }
        // In the order of the file, as everything else: what is left of each question are its last entries.
        for entry in before.iter().rev() {
            if known.get_mut(entry.question.as_str()).and_then(VecDeque::pop_back).is_some() {
                changes.gone.push(entry.question.clone());
            }
        }
        changes.gone.reverse();
        changes
    }

    /// Whether everything is as it was.
    pub(crate) fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry((fared, section, question): &(Fared, &str, &str)) -> Entry {
        Entry { fared: *fared, section: (*section).to_owned(), question: (*question).to_owned() }
    }

    #[track_caller]
    fn check(before: &[(Fared, &str, &str)], after: &[(Fared, &str, &str)], expected: [&[&str]; 5]) {
        let [before, after] = [before, after].map(|list| list.iter().map(entry).collect::<Vec<_>>());
        let changes = Changes::between(&before, &after);
        let questions =
            |list: &[Change]| list.iter().map(|change| change.question.clone()).collect::<Vec<_>>();
        let found = [
            questions(&changes.better),
            questions(&changes.worse),
            questions(&changes.changed),
            changes.new.clone(),
            changes.gone.clone(),
        ];
        assert_eq!(found.each_ref().map(Vec::as_slice), expected);
        assert_eq!(changes.is_empty(), expected.iter().all(|list| list.is_empty()));
    }

    #[test]
    fn every_question_is_in_at_most_one_list() {
        use Fared::{Missed, Offered, Right, Wrong};
        check(&[(Right, "a#b", "q")], &[(Right, "a#b", "q")], [&[], &[], &[], &[], &[]]);
        check(
            &[(Wrong, "a#b", "1"), (Missed, "-", "2"), (Offered, "a#b", "3"), (Right, "a#b", "4")],
            &[(Missed, "-", "1"), (Offered, "a#b", "2"), (Right, "a#b", "3"), (Offered, "a#b", "4")],
            [&["1", "2", "3"], &["4"], &[], &[], &[]],
        );
        check(&[(Wrong, "a#b", "1")], &[(Wrong, "c#d", "1")], [&[], &[], &["1"], &[], &[]]);
        check(
            &[(Right, "-", "old"), (Right, "-", "kept")],
            &[(Right, "-", "kept"), (Wrong, "a#b", "new")],
            [&[], &[], &[], &["new"], &["old"]],
        );
    }

    #[test]
    fn a_question_asked_twice_is_compared_in_order() {
        use Fared::{Missed, Right};
        check(
            &[(Right, "a#b", "q"), (Missed, "-", "q")],
            &[(Right, "a#b", "q"), (Right, "a#b", "q"), (Right, "a#b", "q")],
            [&["q"], &[], &[], &["q"], &[]],
        );
        check(
            &[(Right, "a#b", "q"), (Missed, "-", "q")],
            &[(Right, "a#b", "q")],
            [&[], &[], &[], &[], &["q"]],
        );
    }
}
