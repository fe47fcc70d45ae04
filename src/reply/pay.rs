//! Pay figures as text and as bars. Figures of another currency or period are never converted: a monthly figure times
//! twelve is no yearly one where bonuses are paid, and rates change. They are told apart instead.

use super::fill::fill;
use super::role_wording::RoleWording;
use crate::knowledge::{Article, Pay};
use crate::picture::{self, ALT_CHARACTERS, PayBar, PayChart, Series, Sketch, grouped};

/// Bars of one role in a picture: what is read at a glance.
const BARS: usize = 6;
/// Figures of each of two roles, in the picture and in the text.
const FIGURES_OF_TWO: usize = 2;

/// A figure in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figure {
    /// "36,930–142,040, median 66,260 US dollars a year (US 2024; source: …; what it measures)".
    pub whole: String,
    /// The same without what it measures, for where there is little room.
    pub brief: String,
}

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

/// The figures of one of two roles that are told: where there are any in another currency or period than the shared
/// one, each of the two units gets a word, since people count in one of them.
pub(super) fn told_of_two<'a>(article: &'a Article, shared: Option<Unit<'_>>) -> Vec<&'a Pay> {
    let with_figures = || article.pay.iter().filter(|pay| has_figure(pay));
    let (mut told, mut others): (Vec<&Pay>, Vec<&Pay>) =
        with_figures().partition(|pay| shared.is_none_or(|shared| unit(pay) == shared));
    if shared.is_none() {
        let first = told.first().map(|pay| unit(pay));
        others = told.extract_if(.., |pay| Some(unit(pay)) != first).collect();
    }
    told.truncate(if others.is_empty() { FIGURES_OF_TWO } else { FIGURES_OF_TWO - 1 });
    told.extend(others);
    told.truncate(FIGURES_OF_TWO);
    told
}

/// A figure in words.
pub(super) fn line(pay: &Pay, article: &Article, wording: &RoleWording) -> Figure {
    let told = pay.basis.as_deref().unwrap_or_default();
    let source = source(pay, article)
        .filter(|title| !names_publisher(told, title))
        .map(|title| format!("{} {title}", wording.source));
    let written = |about: &[Option<String>]| {
        let about = about.iter().flatten().filter(|part| !part.is_empty());
        let about = about.map(String::as_str).collect::<Vec<_>>().join("; ");
        format!("{} {} ({about})", figures(pay, wording), wording.unit(&pay.currency, &pay.period))
    };
    let named =
        source.clone().or_else(|| Some(format!("{} {}", wording.source, self::source(pay, article)?)));
    let place = Some(place(pay, wording));
    let weak = told.contains(wording.weak).then(|| wording.weak.to_owned());
    Figure {
        whole: written(&[place.clone(), source, pay.basis.clone()]),
        brief: written(&[place, named, weak]),
    }
}

/// Whether a text names a publisher, in full or by its initials (BLS of "US Bureau of Labor Statistics").
fn names_publisher(text: &str, publisher: &str) -> bool {
    /// Fewer initials are no name.
    const INITIALS: usize = 3;
    let initials: String = publisher
        .split_whitespace()
        .filter_map(|word| word.chars().next())
        .filter(|c| c.is_uppercase())
        .collect();
    let named_by = |word: &str| {
        word.chars().count() >= INITIALS && word.chars().all(char::is_uppercase) && initials.contains(word)
    };
    text.contains(publisher) || text.split(|c: char| !c.is_alphanumeric()).any(named_by)
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

/// The figures of a role as bars on one axis: those of the unit that most are in.
pub(super) fn sketch(article: &Article, wording: &RoleWording) -> Option<Sketch> {
    let wanted = shared_unit(&[article])?;
    let drawn = article.pay.iter().filter(|pay| unit(pay) == wanted && has_figure(pay)).take(BARS);
    let bars = drawn.map(|pay| bar(pay, place(pay, wording), Series::First, wording)).collect();
    Some(chart(article.short_title(), wanted, bars, wording))
}

/// The figures of two roles as bars on one axis, those that are told; `None` where they share no unit.
pub(super) fn sketch_of_two(both: [&Article; 2], wording: &RoleWording) -> Option<Sketch> {
    let wanted = shared_unit(&both)?;
    let bars = both.into_iter().zip([Series::First, Series::Second]).flat_map(|(article, series)| {
        let told = told_of_two(article, Some(wanted)).into_iter().filter(|pay| unit(pay) == wanted);
        told.map(move |pay| {
            bar(pay, format!("{} · {}", article.short_title(), place(pay, wording)), series, wording)
        })
    });
    let whose = fill(wording.both, &both.map(Article::short_title));
    Some(chart(&whose, wanted, bars.collect(), wording))
}

fn bar(pay: &Pay, label: String, series: Series, wording: &RoleWording) -> PayBar {
    PayBar {
        label,
        figures: figures(pay, wording),
        note: pay.basis.clone().unwrap_or_default(),
        low: pay.low,
        median: pay.median,
        high: pay.high,
        series,
    }
}

fn chart(whose: &str, unit: Unit<'_>, bars: Vec<PayBar>, wording: &RoleWording) -> Sketch {
    let title = fill(wording.pay_title, &[whose]);
    let axis = wording.unit(unit.0, unit.1);
    let alt = alt(&format!("{title} ({axis})"), &bars);
    picture::pay_bars(&PayChart { title, axis, bars, alt })
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
