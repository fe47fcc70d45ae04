//! Amounts of money beside a job's name, which ask what it pays: bookkeeper 46k a year, จัดซื้อได้ถึงสามหมื่นไหม.

use std::ops::{Range, RangeInclusive};

use super::cues::stands;
use super::facet_phrases::AMOUNT;
use super::names::Catalogue;
use super::scene::Scene;
use super::spot::Spot;
use crate::text::script::{is_thai, is_word};

/// The facet that tells of money.
const SALARY: &str = "salary";
/// The facet that tells of what one brings along.
const QUALIFICATIONS: &str = "qualifications";
/// What such an amount weighs, and how close it is: it may be told by the way, so it is no phrase that is spelled right.
const WEIGHT: f32 = 2.0;
const CLOSENESS: f32 = 0.9;

/// Words for thousands, tens and hundreds of them, behind a number in digits or letters: สามหมื่น.
const MAGNITUDES: [&str; 3] = ["พัน", "หมื่น", "แสน"];
/// What stands behind a number in digits alone, in Thai and in Latin letters.
const THAI_CURRENCY: &str = "บาท";
const LATIN_UNITS: [&str; 4] = ["k", "baht", "thb", "usd"];
/// Numbers in letters.
const NUMBERS: [&str; 11] = ["หนึ่ง", "สอง", "สาม", "สี่", "ห้า", "หก", "เจ็ด", "แปด", "เก้า", "สิบ", "ครึ่ง"];
/// A number with a Latin unit has so many digits at least: 4k is a picture …
const FEWEST_DIGITS: usize = 2;
/// … and one without any so many: fewer tell a year.
const DIGITS: RangeInclusive<usize> = 5..=6;
/// What is no pay: a plan for retirement, and what is numbered.
const RETIREMENT_PLAN: &str = "401";
const NUMBERED: &str = "iso ";

/// Where the first amount of money stands, if any does.
fn amount(scene: &Scene) -> Option<Range<usize>> {
    let characters = &scene.characters;
    (0..characters.len()).find_map(|start| {
        let end = if characters.get(start)?.is_ascii_digit() {
            in_digits(scene, start)
        } else {
            let number = number_in_letters(characters, start)?;
            // สิบห้าพัน
            let number = number_in_letters(characters, number).unwrap_or(number);
            magnitude(scene, gap(characters, number))
        };
        end.map(|end| start..end)
    })
}

/// Where an amount ends that begins with a digit.
fn in_digits(scene: &Scene, start: usize) -> Option<usize> {
    let characters = &scene.characters;
    let at = |place: usize| characters.get(place).copied();
    let is_latin = |c: char| is_word(c) && !is_thai(c);
    let is_part = |c: char| is_latin(c) || "-/#.,".contains(c);
    let numbered =
        start.checked_sub(NUMBERED.len()).is_some_and(|before| stands(characters, NUMBERED, before));
    if numbered || start.checked_sub(1).and_then(at).is_some_and(is_part) {
        return None;
    }
    let digits = |c: &&char| c.is_ascii_digit() || **c == ',' || **c == '.';
    let number: String = characters.get(start..)?.iter().take_while(digits).collect();
    // What ends the sentence is no part of it.
    let number = number.trim_end_matches([',', '.']);
    let end = start + number.len();
    let ends = |end: &usize| !at(*end).is_some_and(|c| is_latin(c) || c == '/');
    let count = number.chars().filter(char::is_ascii_digit).count();
    let behind = gap(characters, end);
    let unit = LATIN_UNITS.iter().find(|unit| stands(characters, unit, behind));
    let latin = unit.map(|unit| behind + unit.len()).filter(ends).filter(|_| count >= FEWEST_DIGITS);
    let baht = stands(characters, THAI_CURRENCY, behind).then(|| behind + THAI_CURRENCY.chars().count());
    let whole = number.split(',').skip(1).all(|group| group.len() == 3) && !number.contains('.');
    let laughs = number.chars().all(|c| c == '5');
    let bare = (DIGITS.contains(&count) && whole && !laughs).then_some(end).filter(ends);
    magnitude(scene, behind).or(baht).or(latin).or(bare).filter(|_| number != RETIREMENT_PLAN)
}

/// Where a number in letters ends.
fn number_in_letters(characters: &[char], start: usize) -> Option<usize> {
    let number = NUMBERS.iter().find(|number| stands(characters, number, start))?;
    Some(start + number.chars().count())
}

/// Where a word for thousands ends, with no word of other letters begun by it (พันธุ์).
fn magnitude(scene: &Scene, start: usize) -> Option<usize> {
    let word = MAGNITUDES.iter().find(|word| stands(&scene.characters, word, start))?;
    let end = start + word.chars().count();
    let goes_on =
        scene.characters.get(end).is_some_and(|&c| is_thai(c)) && !scene.word_starts().contains(&end);
    (!goes_on).then_some(end)
}

/// The place behind a space, if one stands there.
fn gap(characters: &[char], place: usize) -> usize {
    place + usize::from(characters.get(place) == Some(&' '))
}

/// Whether a facet's phrases are told by the way of oneself, before one asks what is paid: เพิ่งจบ เค้าเสนอ 17000 กดไปป่าว.
pub(super) fn is_background(catalogue: &Catalogue, facet: usize) -> bool {
    catalogue.facet(facet).is_some_and(|facet| facet.as_str() == QUALIFICATIONS)
}

/// The amount as a phrase that asks for pay, if there is any.
pub(super) fn spot(catalogue: &Catalogue, scene: &Scene) -> Option<(usize, Spot)> {
    let span = amount(scene)?;
    let owner = catalogue.number_of_facet(SALARY)?;
    Some((owner, Spot { owner, phrase: AMOUNT, span, closeness: CLOSENESS, left_out: 0.0, weight: WEIGHT }))
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
            ("เริ่มที่สิบห้าพันมั้ย", Some("สิบห้าพัน")),
            ("iso 27001 auditor", None),
            ("job #12345", None),
            ("02-123456", None),
            ("31.12.68", None),
            ("1,2,3,4,5", None),
            ("ได้ 22000.", Some("22000")),
            ("is 35,000, ok", Some("35,000")),
            ("30,000-50,000 a month", Some("30,000")),
            ("12345/2568", None),
            ("4k video editor", None),
            ("มี 5 พันธกิจ", None),
            ("หมื่น", None),
            ("", None),
        ] {
            let scene = Scene::new(text);
            let found = amount(&scene).map(|span| scene.characters[span].iter().collect::<String>());
            assert_eq!(found.as_deref(), expected, "{text}");
        }
    }
}
