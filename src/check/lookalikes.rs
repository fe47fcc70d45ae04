//! Names of different articles that differ by one slip of the finger, so that a mistyped question lands at the other one.
//! Names that are the same are found while reading.

use std::collections::{BTreeMap, BTreeSet};

use rustc_hash::FxHashMap;

use super::sheet::Sheet;
use crate::knowledge::{ArticleId, ArticleKind, Knowledge, Level, Problem, name_key};
use crate::reply::check_wording::CheckWording;
use crate::reply::fill;
use crate::text::script::is_thai_tone;

const RULE: &str = "close-names";
/// Shorter names must be typed exactly to be understood, so they may be close.
const MIN_LETTERS: usize = 6;
/// A letter lost, added or put in another's place is one slip.
const ONE_SLIP: usize = 1;

/// A name that people may ask by.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Named<'a> {
    /// Which sheet has it.
    pub(crate) sheet: usize,
    pub(crate) name: &'a str,
}

/// What was found among the names.
#[derive(Debug)]
pub(crate) struct Alike<'a> {
    pub(crate) problems: Vec<Problem>,
    /// Every name of the roles and topics, once an article.
    pub(crate) names: Vec<Named<'a>>,
}

/// Compares every name of the roles and topics with every other one that is near: names within one slip of each other share
/// what is left when a letter is lost, so nothing is compared in pairs.
pub(crate) fn check<'a>(sheets: &[Sheet<'a>], wording: &CheckWording) -> Alike<'a> {
    let names = names(sheets);
    let keys: Vec<Vec<char>> = names.iter().map(|named| key(named.name)).collect();
    let mut by_rest: FxHashMap<String, Vec<usize>> = FxHashMap::default();
    for (number, letters) in keys.iter().enumerate().filter(|(_, letters)| letters.len() >= MIN_LETTERS) {
        for rest in rests(letters) {
            by_rest.entry(rest).or_default().push(number);
        }
    }
    let mut pairs = BTreeSet::new();
    for group in by_rest.values() {
        for (index, &first) in group.iter().enumerate() {
            pairs.extend(group.iter().skip(index + 1).map(|&second| (first.min(second), first.max(second))));
        }
    }
    let mut problems = Vec::new();
    let mut told = BTreeSet::new();
    for (first, second) in pairs {
        let (Some(one), Some(other)) = (names.get(first), names.get(second)) else { continue };
        let (Some(sheet), Some(later)) = (sheets.get(one.sheet), sheets.get(other.sheet)) else { continue };
        let (Some(a), Some(b)) = (keys.get(first), keys.get(second)) else { continue };
        let same_article = sheet.article.id == later.article.id;
        // The same name twice is told of while reading.
        let same_name = name_key(one.name) == name_key(other.name);
        if same_article || same_name || !one_slip_apart(a, b) || !told.insert((&sheet.article.id, a, b)) {
            continue;
        }
        let at = sheet.address(&sheet.name(one.name));
        let what = fill(wording.close_names, &[other.name, one.name, sheet.article.id.as_str(), &at]);
        problems.push(later.problem(
            (Level::Warning, RULE),
            later.name(other.name),
            what,
            wording.close_names_mend,
        ));
    }
    Alike { problems, names }
}

/// A name of another article that a new one is too close to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Near<'k> {
    /// The name that is there.
    pub(crate) name: &'k str,
    /// The article that has it.
    pub(crate) article: &'k ArticleId,
    /// Whether both are the same.
    pub(crate) same: bool,
}

/// The name of an article other than `own`, or the term of a glossary, that `name` repeats or is one slip away from: one that
/// is the same, else the first.
pub(crate) fn near<'k>(name: &str, own: &ArticleId, knowledge: &'k Knowledge) -> Option<Near<'k>> {
    let (wanted, letters) = (name_key(name), key(name));
    let others = knowledge.articles().iter().filter(|article| article.id != *own).flat_map(|article| {
        let terms = article.sections.iter().flat_map(|section| section.names.iter().map(String::as_str));
        let names: Vec<&str> = match article.kind {
            ArticleKind::Glossary => terms.collect(),
            ArticleKind::Role | ArticleKind::Topic => article.names(),
        };
        names.into_iter().map(move |name| (name, &article.id))
    });
    let close = others.filter_map(|(other, article)| {
        let same = name_key(other) == wanted;
        let other_letters = key(other);
        let slip = letters.len() >= MIN_LETTERS
            && letters.len().abs_diff(other_letters.len()) <= ONE_SLIP
            && one_slip_apart(&letters, &other_letters);
        (same || slip).then_some(Near { name: other, article, same })
    });
    close.min_by_key(|near| !near.same)
}

fn names<'a>(sheets: &[Sheet<'a>]) -> Vec<Named<'a>> {
    let mut names = Vec::new();
    let mut seen: BTreeMap<&str, BTreeSet<String>> = BTreeMap::new();
    for (number, sheet) in sheets.iter().enumerate() {
        if sheet.article.kind == ArticleKind::Glossary {
            continue;
        }
        let known = seen.entry(sheet.article.id.as_str()).or_default();
        let new = sheet.article.names().into_iter().filter(|name| known.insert(name_key(name)));
        names.extend(new.map(|name| Named { sheet: number, name }));
    }
    names
}

/// The letters that typing must hit: without tone marks, spaces and hyphens, in small letters.
fn key(name: &str) -> Vec<char> {
    let small = name_key(name);
    small.chars().filter(|c| !is_thai_tone(*c) && !c.is_whitespace() && *c != '-').collect()
}

/// The letters, and what is left of them when any one is lost.
fn rests(letters: &[char]) -> BTreeSet<String> {
    let lost = (0..letters.len()).map(|lost| {
        letters.iter().enumerate().filter(|(at, _)| *at != lost).map(|(_, c)| c).collect::<String>()
    });
    lost.chain(std::iter::once(letters.iter().collect())).collect()
}

/// Whether two names differ by one slip. Numbers that differ are meant to: "level 1" is not "level 2".
fn one_slip_apart(a: &[char], b: &[char]) -> bool {
    let digits = |letters: &[char]| letters.iter().copied().filter(|c| c.is_numeric()).collect::<Vec<_>>();
    let (one, other): (String, String) = (a.iter().collect(), b.iter().collect());
    digits(a) == digits(b) && strsim::osa_distance(&one, &other) <= ONE_SLIP
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::knowledge::{Language, built_in_facets, parse};

    #[test]
    fn a_new_name_is_compared_with_those_of_other_articles() {
        let facets = built_in_facets();
        let article = |id: &str, text: &str| {
            let file = format!("en/{id}.md");
            parse(&file, ArticleId::parse(id).unwrap(), Language::english(), text, &facets).0.unwrap()
        };
        let knowledge = Knowledge::new(
            vec![
                article("cake", "---\ntitle: Cake Seller\naliases: [CS]\n---\nx\n"),
                article("cape", "---\ntitle: Cape Sewer\n---\nx\n"),
                article("terms", "---\ntitle: Terms\nkind: glossary\n---\n## Gross margin\n\nx\n"),
            ],
            facets.clone(),
        );
        let own = ArticleId::parse("cape").unwrap();
        for (name, expected) in [
            ("Cake Sellers", Some(("Cake Seller", "cake", false))),
            ("cake-seller", Some(("Cake Seller", "cake", false))),
            ("cs", Some(("CS", "cake", true))),
            ("gross margin", Some(("Gross margin", "terms", true))),
            ("Cape Sewers", None),
            ("Tailor", None),
        ] {
            let found =
                near(name, &own, &knowledge).map(|near| (near.name, near.article.as_str(), near.same));
            assert_eq!(found, expected, "{name}");
        }
    }

    #[test]
    fn one_slip() {
        for (a, b, close) in [
            ("Sales Manager", "Sale Manager", true),
            ("ผู้สอบบัญชี", "ผู้สอบบัญชืี", true),
            ("นักการเงิน", "นักการเงิ่น", true),
            ("account manager", "account managre", true),
            ("account manager", "accounting manager", false),
            ("CFA level 1", "CFA level 2", false),
        ] {
            let (first, second) = (key(a), key(b));
            assert_eq!(one_slip_apart(&first, &second), close, "{a} {b}");
            let shared = rests(&first).intersection(&rests(&second)).next().is_some();
            assert!(shared || !close || a == "account manager", "{a} {b}");
        }
    }
}
