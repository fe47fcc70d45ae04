//! How old what an answer says is, and when people must be told. Owns no clock: the edge says what day it is.

use chrono::{Months, NaiveDate};

use super::answer_wording::AnswerWording;
use super::compare::Comparison;
use super::compose::Answer;
use crate::knowledge::{Article, Pay, Section};

/// The facet whose figures have years of their own.
const PAY_FACET: &str = "salary";
/// What is older than this is said to be: pay is measured once a year, and the measure of a year is published in the
/// next one.
const FRESH: Months = Months::new(18);

/// The years (CE) that an answer's pay figures were measured in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FigureYears {
    /// Of the oldest figure that has a year.
    pub oldest: i32,
    /// Of the newest.
    pub newest: i32,
}

/// Whether a section tells what is paid.
pub(super) fn tells_pay(section: &Section) -> bool {
    section.facet.as_ref().is_some_and(|facet| facet.as_str() == PAY_FACET)
}

impl FigureYears {
    /// The years of an article's pay figures, for a section that tells them; `None` where no figure has a year.
    pub(super) fn of(article: &Article, section: &Section) -> Option<Self> {
        Self::of_pay(&article.pay).filter(|_| tells_pay(section))
    }

    /// The years of figures; `None` where none has a year.
    pub(super) fn of_pay<'a>(pay: impl IntoIterator<Item = &'a Pay>) -> Option<Self> {
        let years = pay.into_iter().filter_map(|pay| pay.year);
        years.map(|year| Self { oldest: year, newest: year }).reduce(|known, year| Self {
            oldest: known.oldest.min(year.oldest),
            newest: known.newest.max(year.newest),
        })
    }
}

impl Answer {
    /// What people must know about its age on a day; nothing as long as it is fresh. Figures count from the end of their
    /// year; where none is old, the review counts.
    pub fn age_note(&self, today: NaiveDate, wording: &AnswerWording) -> Option<String> {
        age_note(self.figures, self.reviewed, today, wording)
    }
}

impl Comparison {
    /// The same of two roles: of the figures that are shown, and of the older review.
    pub fn age_note(&self, today: NaiveDate, wording: &AnswerWording) -> Option<String> {
        age_note(self.figures, self.reviewed, today, wording)
    }
}

fn age_note(
    figures: Option<FigureYears>,
    reviewed: Option<NaiveDate>,
    today: NaiveDate,
    wording: &AnswerWording,
) -> Option<String> {
    let of_figures = figures.and_then(|years| {
        if is_old_year(years.newest, today) {
            Some(wording.figures_from(years.newest))
        } else {
            is_old_year(years.oldest, today).then(|| wording.figures_back_to(years.oldest))
        }
    });
    of_figures.or_else(|| is_old(reviewed, today).then(|| wording.review_is_old.to_owned()))
}

/// Whether figures measured in a year are old on a day: they count from its end.
pub fn is_old_year(year: i32, today: NaiveDate) -> bool {
    is_old(end_of(year), today)
}

/// Whether a review is old on a day.
pub fn is_old_review(reviewed: NaiveDate, today: NaiveDate) -> bool {
    is_old(Some(reviewed), today)
}

fn end_of(year: i32) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(year, 12, 31)
}

fn is_old(date: Option<NaiveDate>, today: NaiveDate) -> bool {
    date.and_then(|date| date.checked_add_months(FRESH)).is_some_and(|fresh_until| fresh_until < today)
}
