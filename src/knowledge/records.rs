//! The records of the front matter: sources and pay figures.

use super::model::{Pay, Source};
use super::problem::Notes;
use super::values;
use super::yaml::{Entry, Node};

const SOURCE_KEYS: [&str; 4] = ["title", "publisher", "url", "year"];
const SOURCE_EXAMPLE: &str = "- title: Occupational Outlook Handbook";
const PAY_KEYS: [&str; 9] =
    ["region", "currency", "period", "low", "median", "high", "year", "basis", "source"];
const PAY_EXAMPLE: &str = "- {region: TH, currency: THB, period: month, low: 20000, high: 35000}";
const PERIODS: [&str; 4] = ["year", "month", "day", "hour"];
/// Letters of an ISO 4217 currency code.
const CURRENCY_LETTERS: usize = 3;

/// Reads `sources`.
pub(crate) fn sources(notes: &mut Notes<'_>, entry: &Entry) -> Vec<Source> {
    let items = values::list(notes, entry, SOURCE_EXAMPLE);
    items.iter().filter_map(|item| source(notes, item)).collect()
}

fn source(notes: &mut Notes<'_>, item: &Node) -> Option<Source> {
    let entries = values::map(notes, item, "sources", SOURCE_EXAMPLE)?;
    values::known_keys(notes, entries, &SOURCE_KEYS, "a source");
    let title = match values::entry(entries, "title") {
        Some(title) => values::text(notes, title, SOURCE_EXAMPLE),
        None => {
            notes.error(&item.span, "a source without a title", format!("add `{}`", SOURCE_EXAMPLE));
            None
        }
    };
    let publisher = values::entry(entries, "publisher")
        .and_then(|publisher| values::optional_text(notes, publisher, "publisher: ILO"))
        .map(|publisher| publisher.value);
    let url = values::entry(entries, "url").and_then(|url| web_address(notes, url));
    let year = values::entry(entries, "year").and_then(|year| values::year(notes, year));
    Some(Source { title: title?.value, publisher, url, year })
}

fn web_address(notes: &mut Notes<'_>, entry: &Entry) -> Option<String> {
    const EXAMPLE: &str = "url: https://www.ilo.org/thailand";
    let url = values::optional_text(notes, entry, EXAMPLE)?;
    if is_web_address(&url.value) {
        return Some(url.value);
    }
    let what = format!("`{}` is no web address", url.value);
    notes.error(
        &url.span,
        what,
        format!("write one that begins with http:// or https://, as in `{EXAMPLE}`"),
    );
    None
}

/// Whether the text is an `http` or `https` address with a host and without spaces.
pub(crate) fn is_web_address(text: &str) -> bool {
    let host_on = text
        .split_once("://")
        .filter(|(scheme, _)| scheme.eq_ignore_ascii_case("http") || scheme.eq_ignore_ascii_case("https"));
    host_on.is_some_and(|(_, rest)| {
        rest.starts_with(char::is_alphanumeric)
            && !rest.contains(|c: char| c.is_whitespace() || c.is_control())
    })
}

/// Reads `pay`; `source_count` is how many sources the article lists.
pub(crate) fn pay(notes: &mut Notes<'_>, entry: &Entry, source_count: usize) -> Vec<Pay> {
    let items = values::list(notes, entry, PAY_EXAMPLE);
    items.iter().filter_map(|item| pay_figure(notes, item, source_count)).collect()
}

fn pay_figure(notes: &mut Notes<'_>, item: &Node, source_count: usize) -> Option<Pay> {
    let entries = values::map(notes, item, "pay", PAY_EXAMPLE)?;
    values::known_keys(notes, entries, &PAY_KEYS, "a pay figure");
    let required = |notes: &mut Notes<'_>, key: &str| match values::entry(entries, key) {
        Some(entry) => values::text(notes, entry, PAY_EXAMPLE),
        None => {
            notes.error(
                &item.span,
                format!("a pay figure without `{key}`"),
                format!("as in `{PAY_EXAMPLE}`"),
            );
            None
        }
    };
    let region = required(notes, "region");
    let currency = required(notes, "currency").filter(|currency| {
        let code = currency.value.len() == CURRENCY_LETTERS
            && currency.value.bytes().all(|letter| letter.is_ascii_uppercase());
        if !code {
            let what = format!("`{}` is no currency code", currency.value);
            notes.error(&currency.span, what, "write its three capital letters, as in THB or USD");
        }
        code
    });
    let period = required(notes, "period").filter(|period| {
        let known = PERIODS.contains(&period.value.as_str());
        if !known {
            let what = format!("`{}` is no period", period.value);
            notes.error(&period.span, what, "write year, month, day or hour");
        }
        known
    });
    let mut amount = |key: &str| values::entry(entries, key).and_then(|entry| values::amount(notes, entry));
    let (low, median, high) = (amount("low"), amount("median"), amount("high"));
    check_range(notes, entries, item, [low, median, high]);
    let year = values::entry(entries, "year").and_then(|year| values::year(notes, year));
    let basis = values::entry(entries, "basis")
        .and_then(|basis| values::optional_text(notes, basis, "basis: median of all employees"))
        .map(|basis| basis.value);
    let source = values::entry(entries, "source").and_then(|entry| source_number(notes, entry, source_count));
    Some(Pay {
        region: region?.value,
        currency: currency?.value,
        period: period?.value,
        low,
        median,
        high,
        year,
        basis,
        source,
    })
}

fn check_range(notes: &mut Notes<'_>, entries: &[Entry], item: &Node, amounts: [Option<f64>; 3]) {
    let written = ["low", "median", "high"].iter().any(|key| values::entry(entries, key).is_some());
    if !written {
        notes.error(&item.span, "a pay figure without a figure", "add `low`, `median` or `high`");
    }
    let given: Vec<f64> = amounts.into_iter().flatten().collect();
    if !given.is_sorted() {
        notes.error(&item.span, "low, median and high are not in this order", "check the figures");
    }
}

fn source_number(notes: &mut Notes<'_>, entry: &Entry, source_count: usize) -> Option<usize> {
    let text = values::optional_text(notes, entry, "source: 1")?;
    let number = text.value.parse::<usize>().ok();
    if let Some(number) = number.filter(|number| (1..=source_count).contains(number)) {
        return Some(number);
    }
    let mend = match source_count {
        0 => "list the source under `sources` first".to_owned(),
        1 => "write `source: 1`: the article lists one source".to_owned(),
        _ => format!("write a number from 1 to {source_count}: the article lists {source_count} sources"),
    };
    notes.error(&text.span, format!("there is no source `{}`", text.value), mend);
    None
}
