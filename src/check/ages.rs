//! Figures and reviews that are old, by the same measure that makes the bot say so. Owns no clock.

use std::collections::BTreeMap;
use std::ops::Range;

use super::Basis;
use super::figures::{Dated, dated};
use super::sheet::Sheet;
use crate::knowledge::{Level, Problem, Section};
use crate::reply::{fill, is_old_review, is_old_year};

const RULE: &str = "old";
/// The facet whose figures stand in `pay` as well.
const PAY_FACET: &str = "salary";
/// The facet whose figures are made up.
const EXAMPLE_FACET: &str = "example";

/// The figures of each old year, in `pay` and in the text, and a review that is old.
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
    for section in &sheet.article.sections {
        problems.extend(told(sheet, section, basis));
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

/// The figures of a section's text, by their year: one problem a year. What `pay` has of the same year is told there alone:
/// in the section of pay everything, elsewhere the same figure.
fn told(sheet: &Sheet<'_>, section: &Section, basis: &Basis) -> Vec<Problem> {
    let is = |facet: &str| section.facet.as_ref().is_some_and(|known| known.as_str() == facet);
    if is(EXAMPLE_FACET) {
        return Vec::new();
    }
    let written = |span: &Range<usize>| section.text.get(span.clone()).unwrap_or_default();
    let in_pay = |figure: &Dated| {
        let amount = written(&figure.figure).replace(',', "").parse::<f64>().ok();
        let mut of_year = sheet.article.pay.iter().filter(|pay| pay.year == Some(figure.common_era));
        of_year
            .any(|pay| is(PAY_FACET) || amount.is_some() && [pay.low, pay.median, pay.high].contains(&amount))
    };
    let mut by_year: BTreeMap<i32, Vec<Dated>> = BTreeMap::new();
    for figure in dated(&section.text) {
        if is_old_year(figure.common_era, basis.today) && !in_pay(&figure) {
            by_year.entry(figure.common_era).or_default().push(figure);
        }
    }
    let wording = basis.wording;
    let problem = |figures: &Vec<Dated>| {
        let first = figures.first()?;
        let mut what = fill(wording.old_told, &[written(&first.figure), written(&first.year)]);
        if figures.len() > 1 {
            what += &fill(wording.and_more, &[&(figures.len() - 1).to_string()]);
        }
        let place = sheet.within(section, &first.figure);
        Some(sheet.problem((Level::Hint, RULE), place, what, wording.old_told_mend))
    };
    by_year.values().filter_map(problem).collect()
}
