//! Amounts of money beside a job's name, which ask what it pays: bookkeeper 46k a year, จัดซื้อได้ถึงสามหมื่นไหม.

use std::ops::Range;

use super::names::Catalogue;
use super::scene::Scene;
use super::spot::{AMOUNT, Spot};
use crate::text::script::{is_thai, is_word};

/// The facet that tells of money.
const SALARY: &str = "salary";
/// What such an amount weighs: less than any phrase, as it may be told by the way.
const WEIGHT: f32 = 2.0;

/// Units behind a number in Thai, behind one in letters too …
const THAI_UNITS: [&str; 4] = ["บาท", "หมื่น", "แสน", "พัน"];
/// … and in Latin letters.
const LATIN_UNITS: [&str; 4] = ["k", "baht", "thb", "usd"];
/// Numbers in letters.
const NUMBERS: [&str; 11] = ["หนึ่ง", "สอง", "สาม", "สี่", "ห้า", "หก", "เจ็ด", "แปด", "เก้า", "สิบ", "ครึ่ง"];
/// A number without a unit has so many digits, or tells no pay but a year or laughter.
const DIGITS: Range<usize> = 5..7;

/// A 401k is a plan for retirement.
const RETIREMENT_PLAN: &str = "401";

/// Where the first amount of money stands, if any does.
fn amount(characters: &[char]) -> Option<Range<usize>> {
    let at = |place: usize| characters.get(place).copied();
    let is_part = |c: char| c.is_ascii_digit() || c == ',' || c == '.';
    let stands = |place: usize, word: &str| {
        let end = place + word.chars().count();
        characters.get(place..end).is_some_and(|there| there.iter().copied().eq(word.chars())).then_some(end)
    };
    let gap = |place: usize| place + usize::from(at(place) == Some(' '));
    let ends_word = |end: &usize| !at(*end).is_some_and(|c| is_word(c) && !is_thai(c));
    (0..characters.len()).find_map(|start| {
        let before = start.checked_sub(1).and_then(at);
        if at(start).is_some_and(|c| c.is_ascii_digit()) {
            if before.is_some_and(|c| is_part(c) || (is_word(c) && !is_thai(c))) {
                return None;
            }
            let length = characters.get(start..)?.iter().take_while(|c| is_part(**c)).count();
            let (end, number) = (start + length, characters.get(start..start + length)?);
            let thai = THAI_UNITS.iter().find_map(|unit| stands(gap(end), unit));
            let latin = LATIN_UNITS.iter().find_map(|unit| stands(gap(end), unit)).filter(ends_word);
            let digits = number.iter().filter(|c| c.is_ascii_digit()).count();
            let is_plan = number.iter().copied().eq(RETIREMENT_PLAN.chars());
            let laughs = number.iter().all(|&c| c == '5');
            let bare = (DIGITS.contains(&digits) && !laughs && ends_word(&end)).then_some(end);
            return thai.or(latin).or(bare).filter(|_| !is_plan).map(|end| start..end);
        }
        let number = NUMBERS.iter().find_map(|number| stands(start, number))?;
        let unit = THAI_UNITS.iter().skip(1).find_map(|unit| stands(number, unit))?;
        Some(start..unit)
    })
}

/// The amount as a phrase that asks for pay, if there is any.
pub(super) fn spot(catalogue: &Catalogue, scene: &Scene) -> Option<(usize, Spot)> {
    let span = amount(&scene.characters)?;
    let owner = catalogue.number_of_facet(SALARY)?;
    Some((owner, Spot { owner, phrase: AMOUNT, span, closeness: 1.0, left_out: 0.0, weight: WEIGHT }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_of_money_are_told_from_other_numbers() {
        for (text, expected) in [
            ("bookkeeper 46k a year", Some("46k")),
            ("จัดซื้อได้ถึงสามหมื่นไหม", Some("สามหมื่น")),
            ("ได้ 22,000 โดนกดไหม", Some("22,000")),
            ("เดือนละ 9 พัน", Some("9 พัน")),
            ("35000 baht ok?", Some("35000 baht")),
            ("แตะครึ่งแสน", Some("ครึ่งแสน")),
            ("in 2025", None),
            ("ปี 2568", None),
            ("ตลกมาก 55555", None),
            ("3 years", None),
            ("401k plan", None),
            ("4 kids", None),
            ("b2b 3d", None),
            ("หมื่น", None),
            ("", None),
        ] {
            let characters: Vec<char> = text.chars().collect();
            let found = amount(&characters).map(|span| characters[span].iter().collect::<String>());
            assert_eq!(found.as_deref(), expected, "{text}");
        }
    }
}
