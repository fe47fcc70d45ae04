//! Pay figures as text and as bars. Figures of another currency or period are never converted: a monthly figure times
//! twelve is no yearly one where bonuses are paid, and rates change. They are told apart instead.

use super::fill::fill;
use super::role_wording::RoleWording;
use crate::knowledge::{Article, Pay};
use crate::picture::{self, ALT_CHARACTERS, PayBar, PayChart, Series, Sketch, grouped};

/// Bars of one role in a picture: what is read at a glance.
const BARS: usize = 6;
/// Figures of each of two roles, in the picture and in the text.
pub(super) const FIGURES_OF_TWO: usize = 2;

/// A currency and a period: figures that share an axis.
pub(super) type Unit<'a> = (&'a str, &'a str);

/// The unit of a figure.
pub(super) fn unit(pay: &Pay) -> Unit<'_> {
    (&pay.currency, &pay.period)
}

/// The unit in which every one of the roles has a figure: the one with the most figures, the first named among equals.
pub(super) fn shared_unit<'a>(articles: &[&'a Article]) -> Option<Unit<'a>> {
    let of = |article: &Article, wanted: Unit<'_>| {
        article.pay.iter().filter(|pay| unit(pay) == wanted && has_figure(pay)).count()
    };
    let mut best: Option<(usize, Unit<'a>)> = None;
    for pay in articles.iter().flat_map(|article| &article.pay).filter(|pay| has_figure(pay)) {
        let counts: Vec<usize> = articles.iter().map(|article| of(article, unit(pay))).collect();
        let total = counts.iter().sum();
        if counts.iter().all(|count| *count > 0) && best.is_none_or(|(most, _)| total > most) {
            best = Some((total, unit(pay)));
        }
    }
    best.map(|(_, unit)| unit)
}

/// Whether there is anything to tell.
pub(super) fn has_figure(pay: &Pay) -> bool {
    [pay.low, pay.median, pay.high].into_iter().flatten().any(|value| value.is_finite() && value >= 0.0)
}

/// A figure in a line: "36,930–142,040, median 66,260 US dollars a year (US 2024; source: …; what it measures)".
pub(super) fn line(pay: &Pay, article: &Article, wording: &RoleWording) -> String {
    let told = pay.basis.as_deref().unwrap_or_default();
    let source = source(pay, article)
        .filter(|title| !told.contains(title))
        .map(|title| format!("{} {title}", wording.source));
    // The source before what it measures: where there is little room, the end is cut.
    let about = [Some(place(pay, wording)), source, pay.basis.clone()];
    let about = about.into_iter().flatten().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("; ");
    format!("{} {} ({about})", figures(pay, wording), wording.unit(&pay.currency, &pay.period))
}

/// "36,930–142,040, median 66,260".
fn figures(pay: &Pay, wording: &RoleWording) -> String {
    let range = match (pay.low, pay.high) {
        (Some(low), Some(high)) => Some(format!("{}–{}", grouped(low), grouped(high))),
        (Some(low), None) => Some(fill(wording.at_least, &[&grouped(low)])),
        (None, Some(high)) => Some(fill(wording.up_to, &[&grouped(high)])),
        (None, None) => None,
    };
    let median = pay.median.map(|median| fill(wording.median, &[&grouped(median)]));
    range.into_iter().chain(median).collect::<Vec<_>>().join(wording.then)
}

/// "US 2024".
fn place(pay: &Pay, wording: &RoleWording) -> String {
    let region = wording.region(&pay.region);
    match pay.year {
        Some(year) => fill(wording.place_and_year, &[region, &year.to_string()]),
        None => fill(wording.place_undated, &[region]),
    }
}

/// Who says so, by the publisher's name, which is shorter than the title.
fn source<'a>(pay: &Pay, article: &'a Article) -> Option<&'a str> {
    let source = article.sources.get(pay.source?.checked_sub(1)?)?;
    Some(source.publisher.as_deref().unwrap_or(&source.title))
}

/// The figures of one or two roles as bars on one axis; `None` where they share none.
pub(super) fn sketch(articles: &[&Article], wording: &RoleWording) -> Option<Sketch> {
    let wanted = shared_unit(articles)?;
    let most = if articles.len() > 1 { FIGURES_OF_TWO } else { BARS };
    let mut bars = Vec::new();
    for (article, series) in articles.iter().zip([Series::First, Series::Second]) {
        let drawn = article.pay.iter().filter(|pay| unit(pay) == wanted && has_figure(pay)).take(most);
        bars.extend(drawn.map(|pay| {
            let place = place(pay, wording);
            let label =
                if articles.len() > 1 { format!("{} · {place}", article.short_title()) } else { place };
            PayBar {
                label,
                figures: figures(pay, wording),
                note: pay.basis.clone().unwrap_or_default(),
                low: pay.low,
                median: pay.median,
                high: pay.high,
                series,
            }
        }));
    }
    let names: Vec<&str> = articles.iter().map(|article| article.short_title()).collect();
    let whose = if names.len() > 1 { fill(wording.both, &names) } else { names.concat() };
    let title = fill(wording.pay_title, &[&whose]);
    let axis = wording.unit(wanted.0, wanted.1);
    let alt = alt(&format!("{title} ({axis})"), &bars);
    Some(picture::pay_bars(&PayChart { title, axis, bars, alt }))
}

/// Every figure in words; without what the figures measure where that would be too long.
fn alt(title: &str, bars: &[PayBar]) -> String {
    let told = |with_notes: bool| {
        let lines = bars.iter().map(|bar| {
            let note =
                if with_notes && !bar.note.is_empty() { format!(" ({})", bar.note) } else { String::new() };
            format!("{}: {}{note}", bar.label, bar.figures)
        });
        [title.to_owned()].into_iter().chain(lines).collect::<Vec<_>>().join("\n")
    };
    let full = told(true);
    if full.chars().count() <= ALT_CHARACTERS { full } else { told(false) }
}
