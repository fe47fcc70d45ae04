//! Numbers of a text told apart: amounts of money, percentages and years. Owns no judgement of whether they are right or old.

use std::ops::Range;

use super::wordlist::shown;

/// What makes a number an amount of money.
const MONEY: [&str; 8] = ["usd", "thb", "บาท", "ดอลลาร์", "dollar", "baht", "$", "฿"];
/// What makes a number one of pay, beside a currency.
const PAY: [&str; 8] = ["salary", "salaries", "wage", "earn", "เงินเดือน", "รายได้", "ค่าจ้าง", "ค่าตอบแทน"];
/// What stands behind a percentage.
const PERCENT: [&str; 5] = ["%", "percent", "per cent", "เปอร์เซ็นต์", "เปอร์เซนต์"];
/// What stands before one.
const IN_A_HUNDRED: &str = "ร้อยละ";
/// Smaller numbers count years, steps or percents.
const SMALLEST_AMOUNT: u64 = 100;
/// Numbers between these are years, unless a comma parts them.
const YEARS: std::ops::RangeInclusive<u64> = 1900..=2599;
/// Years of the Buddhist Era among them, and how many more it counts.
const BUDDHIST: std::ops::RangeInclusive<i32> = 2443..=2599;
const BUDDHIST_ERA: i32 = 543;
/// A word belongs to a number that is so near, in characters.
const NEAR: usize = 24;
/// A year belongs to a figure that is so near, in characters of one sentence. Thai marks no sentences.
const BESIDE: usize = 60;
/// What a year is of that measures nothing: of a law, a standard, a beginning. They stand right before it.
const NO_MEASURE: [&str; 26] = [
    "act",
    "law",
    "regulation",
    "standard",
    "directive",
    "code",
    "founded",
    "established",
    "since",
    "started",
    "began",
    "ifrs",
    "iso",
    "พ.ร.บ.",
    "พระราชบัญญัติ",
    "พรบ",
    "กฎหมาย",
    "ประกาศ",
    "ระเบียบ",
    "มาตรฐาน",
    "ประมวล",
    "ก่อตั้ง",
    "ตั้งแต่",
    "เริ่ม",
    "แก้ไขเพิ่มเติม",
    "บังคับใช้",
];
/// How far before a year such a word may stand, in characters.
const BEFORE: usize = 48;

/// A figure and the year that it is told for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Dated {
    /// Where the figure stands.
    pub(crate) figure: Range<usize>,
    /// Where the year stands.
    pub(crate) year: Range<usize>,
    /// The year of the common era.
    pub(crate) common_era: i32,
}

/// Where the first amount of money stands in a text that speaks of money.
pub(crate) fn first_amount(text: &str) -> Option<Range<usize>> {
    let small = text.to_lowercase();
    if !MONEY.iter().any(|word| small.contains(word)) {
        return None;
    }
    numbers(text).into_iter().find(|span| is_amount(text, span))
}

/// The figures of a Markdown text that have a year beside them, each with the nearest one. A figure with several years near it
/// compares them or looks ahead: it has the latest.
pub(crate) fn dated(markdown: &str) -> Vec<Dated> {
    let text = masked(markdown);
    let mut found = Vec::new();
    for sentence in sentences(&text) {
        let part = text.get(sentence.clone()).unwrap_or_default();
        let numbers = numbers(part);
        let years: Vec<(&Range<usize>, i32)> = numbers
            .iter()
            .filter_map(|span| Some((span, year(part, span)?)))
            .filter(|(span, _)| !is_of_no_measure(part, span))
            .collect();
        for figure in numbers.iter().filter(|span| is_figure(part, span)) {
            let near = years.iter().filter(|(span, _)| between(part, figure, span) <= BESIDE);
            if let Some((span, year)) = near.max_by_key(|(_, year)| *year) {
                let moved = |span: &Range<usize>| sentence.start + span.start..sentence.start + span.end;
                let percent = part.get(figure.end..).is_some_and(|behind| behind.starts_with('%'));
                let figure = &(figure.start..figure.end + usize::from(percent));
                found.push(Dated { figure: moved(figure), year: moved(span), common_era: *year });
            }
        }
    }
    found
}

/// The text with white space for what is not read as words, every byte where it was.
fn masked(markdown: &str) -> String {
    let mut text = String::with_capacity(markdown.len());
    let blank = |from: usize, to: usize, text: &mut String| {
        let bytes = markdown.get(from..to).unwrap_or_default().bytes();
        text.extend(bytes.map(|byte| if byte == b'\n' { '\n' } else { ' ' }));
    };
    let mut at = 0;
    for part in shown(markdown) {
        blank(at, part.start, &mut text);
        text.push_str(markdown.get(part.clone()).unwrap_or_default());
        at = part.end;
    }
    blank(at, markdown.len(), &mut text);
    text
}

/// The lines of a text, and the sentences of those that mark them.
fn sentences(text: &str) -> Vec<Range<usize>> {
    let mut sentences = Vec::new();
    let mut start = 0;
    let mut letters = text.char_indices().peekable();
    while let Some((at, c)) = letters.next() {
        let next = letters.peek().map(|(_, next)| *next);
        let ends = c == '\n' || matches!(c, '.' | '!' | '?' | ';') && next.is_none_or(char::is_whitespace);
        // "พ.ศ. 2565" and "U.S. 2022" do not end at their points.
        let before = text.get(..at).unwrap_or_default();
        let short = c == '.' && before.chars().rev().take_while(|c| c.is_alphabetic()).count() < 2;
        if ends && !short {
            sentences.push(start..at + c.len_utf8());
            start = at + c.len_utf8();
        }
    }
    sentences.push(start..text.len());
    sentences
}

/// Runs of digits with commas and points between them.
pub(crate) fn numbers(text: &str) -> Vec<Range<usize>> {
    let mut numbers: Vec<Range<usize>> = Vec::new();
    let bytes = text.as_bytes();
    for (at, byte) in bytes.iter().enumerate() {
        if byte.is_ascii_digit() {
            match numbers.last_mut() {
                Some(last) if last.end == at => last.end = at + 1,
                Some(last) if last.end + 1 == at && matches!(bytes.get(last.end), Some(b',' | b'.')) => {
                    last.end = at + 1;
                }
                _ => numbers.push(at..at + 1),
            }
        }
    }
    numbers
}

/// The whole number that is written, and whether commas part it.
fn whole(text: &str, span: &Range<usize>) -> (u64, bool) {
    let written = text.get(span.clone()).unwrap_or_default();
    let whole = written.split('.').next().unwrap_or_default();
    (whole.replace(',', "").parse().unwrap_or_default(), whole.contains(','))
}

fn is_amount(text: &str, span: &Range<usize>) -> bool {
    let (value, parted) = whole(text, span);
    value >= SMALLEST_AMOUNT && (parted || !YEARS.contains(&value))
}

/// Whether a number is money, pay or a percentage by what stands beside it.
fn is_figure(text: &str, span: &Range<usize>) -> bool {
    let behind: String = text.get(span.end..).unwrap_or_default().chars().take(NEAR).collect();
    let before = last_letters(text.get(..span.start).unwrap_or_default(), NEAR);
    let (behind, before) = (behind.to_lowercase(), before.to_lowercase());
    let percent = PERCENT.iter().any(|sign| behind.trim_start().starts_with(sign))
        || before.trim_end().ends_with(IN_A_HUNDRED);
    let beside = |word: &str| behind.contains(word) || before.contains(word);
    percent || is_amount(text, span) && MONEY.iter().chain(&PAY).any(|word| beside(word))
}

/// The year of the common era that four digits are.
fn year(text: &str, span: &Range<usize>) -> Option<i32> {
    let (value, parted) = whole(text, span);
    let written = text.get(span.clone())?;
    let year =
        i32::try_from(value).ok().filter(|_| !parted && written.len() == 4 && YEARS.contains(&value))?;
    Some(if BUDDHIST.contains(&year) { year - BUDDHIST_ERA } else { year })
}

fn is_of_no_measure(text: &str, year: &Range<usize>) -> bool {
    let before = last_letters(text.get(..year.start).unwrap_or_default(), BEFORE).to_lowercase();
    let words = || before.split(|c: char| !c.is_alphanumeric());
    NO_MEASURE
        .iter()
        .any(|word| if word.is_ascii() { words().any(|said| said == *word) } else { before.contains(word) })
}

fn last_letters(text: &str, most: usize) -> &str {
    let start = text.char_indices().rev().take(most).last().map_or(text.len(), |(at, _)| at);
    text.get(start..).unwrap_or_default()
}

/// How many characters stand between two parts of a text.
fn between(text: &str, one: &Range<usize>, other: &Range<usize>) -> usize {
    let gap = if one.end <= other.start { one.end..other.start } else { other.end..one.start };
    text.get(gap).map_or(usize::MAX, |gap| gap.chars().count())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_told_from_years_and_counts() {
        for (text, amount) in [
            ("USD 66,260 a year", Some("66,260")),
            ("เงินเดือน 30000 บาท", Some("30000")),
            ("2024: 15% more, in 12 months, in USD", None),
            ("2,024 baht", Some("2,024")),
            ("66,260 people", None),
        ] {
            assert_eq!(first_amount(text).and_then(|span| text.get(span)), amount, "{text}");
        }
    }

    #[test]
    fn figures_go_with_the_year_beside_them() {
        for (text, expected) in [
            ("ปี 2565 มีรายได้เฉลี่ย 30,000 บาทต่อเดือน", &[("30,000", 2022)][..]),
            ("เมื่อ พ.ศ. 2565 ร้อยละ 12 ทำงานที่บ้าน", &[("12", 2022)]),
            ("In **2022**, [31%](https://example.com/2020/5%20) worked at home.", &[("31%", 2022)]),
            ("They got USD 4,000 (2021), more than ever.", &[("4,000", 2021)]),
            ("Jobs grow by 5% from 2024 to 2034.", &[("5%", 2034)]),
            // No figure, or none beside it.
            ("The firm was founded in 1998 and has 400 people.", &[]),
            ("In 2022 things changed. Today 31% work at home.", &[]),
            ("It takes 3 years; since 2019 the fee has been 500 baht.", &[]),
            ("พ.ร.บ. คุ้มครองข้อมูลส่วนบุคคล พ.ศ. 2562 ปรับไม่เกิน 5,000,000 บาท", &[]),
            ("The Accounting Act 2000 fines up to 10,000 baht.", &[]),
            ("`In 2022 31%`", &[]),
            ("In 2022 they used form 1040 and 300 sheets.", &[]),
        ] {
            let found: Vec<(&str, i32)> = dated(text)
                .into_iter()
                .map(|dated| (text.get(dated.figure).unwrap_or_default(), dated.common_era))
                .collect();
            assert_eq!(found, expected, "{text}");
        }
    }
}
