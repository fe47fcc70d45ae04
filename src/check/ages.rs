//! Figures and reviews that are old, by the same measure that makes the bot say so. Owns no clock.

use std::collections::BTreeMap;

use super::Basis;
use super::sheet::Sheet;
use crate::knowledge::{Level, Problem};
use crate::reply::{fill, is_old_review, is_old_year};

const RULE: &str = "old";

/// The pay figures of each old year, and a review that is old.
pub(crate) fn check(sheet: &Sheet<'_>, basis: &Basis) -> Vec<Problem> {
    let wording = basis.wording;
    let mut by_year: BTreeMap<i32, Vec<usize>> = BTreeMap::new();
    for (index, pay) in sheet.article.pay.iter().enumerate() {
        if let Some(year) = pay.year.filter(|year| is_old_year(*year, basis.today)) {
            by_year.entry(year).or_default().push(index);
        }
    }
    let mut problems = Vec::new();
    for (year, figures) in by_year {
        let first = figures.first().copied().unwrap_or_default();
        let what = wording.counted(wording.old_figures, figures.len(), &year.to_string());
        let place = sheet.item("pay", first);
        problems.push(sheet.problem((Level::Hint, RULE), place, what, wording.old_figures_mend));
    }
    if let Some(reviewed) = sheet.article.reviewed.filter(|date| is_old_review(*date, basis.today)) {
        let what = fill(wording.old_review, &[&reviewed.to_string()]);
        problems.push(sheet.problem(
            (Level::Hint, RULE),
            sheet.key("reviewed"),
            what,
            wording.old_review_mend,
        ));
    }
    problems
}
