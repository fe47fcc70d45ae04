//! Questions that ask the same in other words, put together. Pure: the same questions make the same clusters, in time
//! bounded by their number.

use std::collections::{BTreeMap, BTreeSet};

use super::usage::OpenQuestion;
use crate::text::script::{is_thai, is_word};
use crate::text::{fold, normalize};

/// Letters of an n-gram, as in the index of the matcher.
const NGRAM: usize = 3;
/// Two questions ask the same when they share so much of what they say: 0.77 for นักบินเงินเดือนเท่าไหร่ with ได้ put in, 0.44 for
/// the same question about another job.
const SAME: f64 = 0.6;
/// Clusters that are made at most; what is in none of them by then is rare.
const CLUSTERS: usize = 500;

/// Questions that ask the same.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cluster<'a> {
    /// The most frequent of them first.
    pub questions: Vec<&'a OpenQuestion>,
}

impl Cluster<'_> {
    /// How often any of them was asked.
    pub fn times(&self) -> u64 {
        self.questions.iter().map(|question| question.times).fold(0, u64::saturating_add)
    }
}

/// An n-gram.
type Gram = [char; NGRAM];

/// Puts questions that ask the same together: by the n-grams of their folded texts, which survive typos and missing
/// marks. What a text of `usual` says tells little, so that two questions for the salary of two jobs stay apart.
///
/// The most frequent clusters come first; ties keep the order of the questions.
pub fn clusters<'a, 'u>(
    questions: &'a [OpenQuestion],
    usual: impl IntoIterator<Item = &'u str>,
) -> Vec<Cluster<'a>> {
    let texts: Vec<BTreeSet<Gram>> = questions.iter().map(|question| grams(&question.question)).collect();
    let weights = weights(&texts, usual);
    let mut clusters: Vec<Cluster<'a>> = Vec::new();
    // The weight of each cluster's first question, and the clusters whose first question has an n-gram.
    let mut sizes: Vec<f64> = Vec::new();
    let mut having: BTreeMap<Gram, Vec<usize>> = BTreeMap::new();
    for (question, text) in questions.iter().zip(&texts) {
        let mut shared = vec![0.0_f64; clusters.len()];
        let mut size = 0.0;
        for gram in text {
            let weight = weights.get(gram).copied().unwrap_or_default();
            size += weight;
            for &cluster in having.get(gram).into_iter().flatten() {
                if let Some(shared) = shared.get_mut(cluster) {
                    *shared += weight;
                }
            }
        }
        let likeness = |shared: f64, other: f64| 2.0 * shared / (size + other).max(f64::MIN_POSITIVE);
        let likest = shared
            .iter()
            .zip(&sizes)
            .map(|(shared, other)| likeness(*shared, *other))
            .enumerate()
            .filter(|(_, likeness)| *likeness >= SAME)
            .fold(None, |best: Option<(usize, f64)>, next| match best {
                Some(best) if best.1 >= next.1 => Some(best),
                _ => Some(next),
            });
        if let Some(cluster) = likest.and_then(|(cluster, _)| clusters.get_mut(cluster)) {
            cluster.questions.push(question);
        } else if clusters.len() < CLUSTERS {
            for gram in text {
                having.entry(*gram).or_default().push(clusters.len());
            }
            sizes.push(size);
            clusters.push(Cluster { questions: vec![question] });
        }
    }
    clusters.sort_by_key(|cluster| std::cmp::Reverse(cluster.times()));
    clusters
}

/// How telling each n-gram is: the logarithm of how many texts there are for each that has it.
fn weights<'u>(texts: &[BTreeSet<Gram>], usual: impl IntoIterator<Item = &'u str>) -> BTreeMap<Gram, f64> {
    let mut counts: BTreeMap<Gram, usize> = BTreeMap::new();
    let mut all = texts.len();
    for gram in texts.iter().flatten() {
        *counts.entry(*gram).or_default() += 1;
    }
    for text in usual {
        all += 1;
        for gram in grams(text) {
            if let Some(count) = counts.get_mut(&gram) {
                *count += 1;
            }
        }
    }
    counts.into_iter().map(|(gram, count)| (gram, (1.0 + all as f64 / count as f64).ln())).collect()
}

/// The n-grams inside the words of a text without marks; a word that is too short is one itself. Thai puts spaces where
/// it likes, so that those between Thai letters are no borders.
fn grams(text: &str) -> BTreeSet<Gram> {
    let folded = fold(&normalize(text));
    let mut grams = BTreeSet::new();
    let mut word: Vec<char> = Vec::new();
    let mut gap = false;
    for c in folded.chars() {
        if !is_word(c) {
            gap = true;
            continue;
        }
        if gap && !(is_thai(c) && word.last().is_some_and(|last| is_thai(*last))) {
            add(&mut grams, &word);
            word.clear();
        }
        gap = false;
        word.push(c);
    }
    add(&mut grams, &word);
    grams
}

fn add(grams: &mut BTreeSet<Gram>, word: &[char]) {
    if (1..NGRAM).contains(&word.len()) {
        grams.insert(std::array::from_fn(|index| word.get(index).copied().unwrap_or(' ')));
    }
    grams.extend(word.windows(NGRAM).filter_map(|window| Gram::try_from(window).ok()));
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const USUAL: [&str; 8] = [
        "เงินเดือนเท่าไหร่",
        "ได้เงินเดือนเท่าไหร่",
        "เงินเดือนกี่บาท",
        "ทำงานอะไร",
        "ต้องเรียนอะไร",
        "what is the salary",
        "how much does a … earn",
        "what does a … do",
    ];

    fn open(question: &str, times: u64) -> OpenQuestion {
        OpenQuestion { question: question.to_owned(), disliked: false, times, section: None }
    }

    #[track_caller]
    fn check(questions: &[&str], expected: &[&[&str]]) {
        let questions: Vec<OpenQuestion> = questions.iter().map(|question| open(question, 1)).collect();
        let made = clusters(&questions, USUAL);
        let made: Vec<Vec<&str>> = made
            .iter()
            .map(|cluster| cluster.questions.iter().map(|question| question.question.as_str()).collect())
            .collect();
        assert_eq!(made, expected);
    }

    #[test]
    fn the_same_question_in_other_words_is_one_cluster() {
        check(
            &[
                "นักบินเงินเดือนเท่าไหร่",
                "แอร์โฮสเตสเงินเดือนเท่าไหร่",
                "นักร้องเงินเดือนเท่าไหร่",
                "นักบินได้เงินเดือนเท่าไหร่",
                "นักบิน เงินเดือน เท่าไร",
                "นกบินเงินเดือนเทาไหร",
                "how much does a pilot earn",
                "how much does a dentist earn",
                "how much does a pilot earn?",
                "how much do pilots earn",
                "กข",
                "กข ",
            ],
            &[
                &["นักบินเงินเดือนเท่าไหร่", "นักบินได้เงินเดือนเท่าไหร่", "นักบิน เงินเดือน เท่าไร", "นกบินเงินเดือนเทาไหร"],
                &["how much does a pilot earn", "how much does a pilot earn?", "how much do pilots earn"],
                &["กข", "กข "],
                &["แอร์โฮสเตสเงินเดือนเท่าไหร่"],
                &["นักร้องเงินเดือนเท่าไหร่"],
                &["how much does a dentist earn"],
            ],
        );
    }

    #[test]
    fn the_most_frequent_come_first() {
        let questions = [open("นักบินทำงานอะไร", 3), open("หมอฟันเรียนกี่ปี", 2), open("หมอฟัน เรียน กี่ ปี", 2)];
        let times: Vec<u64> = clusters(&questions, []).iter().map(Cluster::times).collect();
        assert_eq!(times, [4, 3]);
        assert_eq!(clusters(&[], USUAL), []);
    }

    proptest! {
        #[test]
        fn every_question_is_in_one_cluster(texts in proptest::collection::vec("(นักบิน|หมอ|เงิน|เรียน|[a-c ]){0,5}", 0..40)) {
            let questions: Vec<OpenQuestion> = texts.iter().map(|text| open(text, 1)).collect();
            let made = clusters(&questions, USUAL);
            let mut together: Vec<&str> =
                made.iter().flat_map(|cluster| &cluster.questions).map(|question| question.question.as_str()).collect();
            let mut all: Vec<&str> = texts.iter().map(String::as_str).collect();
            together.sort_unstable();
            all.sort_unstable();
            prop_assert_eq!(together, all);
            prop_assert_eq!(clusters(&questions, USUAL), made);
        }
    }
}
