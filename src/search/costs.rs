//! What letters weigh in a name, and what it costs to read one for another: Thai spelling as people get it wrong.

use std::sync::LazyLock;

use super::alphabet::{ALPHABET, Letter, O, RO, SARA_A, SARA_AI, SILENCER, SPACE, TO, WORD_START, character};
use crate::text::script::{is_thai_mark, is_thai_sign};

/// Costs are whole hundredths of a letter, so that sums are exact and ties are ties.
pub(super) type Cost = u32;

/// Cost of a missing, added or wrong tone mark, ็ or ์: people leave them out on phones.
const TONE_COST: Cost = 20;
/// Cost of a missing, added or wrong vowel above or below the line.
const SIGN_COST: Cost = 45;
/// Cost of confusing letters that sound alike (น ณ, ส ศ ษ, ใ ไ, …).
const HOMOPHONE_COST: Cost = 40;
/// Cost of confusing letters between which the spelling of loanwords wavers (ดิจิทัล, ดิจิตอล): between those that sound alike and
/// others.
const LOANWORD_COST: Cost = 60;
/// Cost of a missing letter that is not heard: people write what they hear (แมเนเจอ, ไร).
const SILENT_COST: Cost = 10;
/// Cost of a repeated letter (มากกก) and of a space put or left out.
const FILLER_COST: Cost = 8;
/// Cost of any other wrong, missing or added letter, and of two letters swapped.
const LETTER_COST: Cost = 100;

/// The letter without the mark of a word.
pub(super) fn plain(letter: Letter) -> Letter {
    letter & !WORD_START
}

/// What each letter weighs and what each replacement costs, computed once.
pub(super) struct Costs {
    weights: [Cost; ALPHABET],
    /// The first letter of each letter's class by sound …
    sounds: [Letter; ALPHABET],
    /// … and by that or the spelling of loanwords.
    near: [Letter; ALPHABET],
    replacements: Vec<[Cost; ALPHABET]>,
}

/// The costs of every letter.
pub(super) static COSTS: LazyLock<Costs> = LazyLock::new(|| {
    let letters = || (0..ALPHABET).filter_map(|letter| Letter::try_from(letter).ok());
    let mut weights = [LETTER_COST; ALPHABET];
    for (weight, letter) in weights.iter_mut().zip(letters()) {
        *weight = letter_weight(letter);
    }
    let firsts = |class: fn(char) -> u8| {
        let mut firsts = [0; ALPHABET];
        for (first, letter) in firsts.iter_mut().zip(letters()) {
            let class = |letter: Letter| class(character(letter));
            *first = letters()
                .find(|&first| class(letter) != 0 && class(first) == class(letter))
                .unwrap_or(letter);
        }
        firsts
    };
    let sounds = firsts(sound_class);
    let near = firsts(|c| match near_class(c) {
        0 => sound_class(c),
        class => u8::MAX - class,
    });
    let replacements = letters()
        .map(|meant| {
            let mut costs = [LETTER_COST; ALPHABET];
            for (cost, typed) in costs.iter_mut().zip(letters()) {
                *cost = replacement(meant, typed);
            }
            costs
        })
        .collect();
    Costs { weights, sounds, near, replacements }
});

impl Costs {
    /// What the letter costs that is missing or too many.
    pub(super) fn weight(&self, letter: Letter) -> Cost {
        self.weights[usize::from(plain(letter))]
    }

    /// What it costs to read each letter where this one is meant.
    pub(super) fn replacements(&self, meant: Letter) -> Option<&[Cost; ALPHABET]> {
        self.replacements.get(usize::from(plain(meant)))
    }

    /// The same of one letter.
    pub(super) fn replacement(&self, meant: Letter, typed: Letter) -> Cost {
        self.replacements(meant).map_or(LETTER_COST, |costs| costs[usize::from(plain(typed))])
    }
}

/// Sum of the letters' weights, in letters: about the number of letters on the line.
pub(crate) fn weight(pattern: &[Letter]) -> f32 {
    in_letters(pattern.iter().map(|&letter| COSTS.weight(letter)).sum())
}

/// A cost in letters.
pub(super) fn in_letters(cost: u32) -> f32 {
    cost as f32 / LETTER_COST as f32
}

/// What a letter costs that is missing or too many.
fn letter_weight(letter: Letter) -> Cost {
    match character(letter) {
        c if is_thai_sign(c) => SIGN_COST,
        c if is_thai_mark(c) => TONE_COST,
        _ if letter <= SPACE => FILLER_COST,
        _ => LETTER_COST,
    }
}

/// What it costs to read one letter where another is meant.
fn replacement(meant: Letter, typed: Letter) -> Cost {
    let (a, b) = (character(meant), character(typed));
    let (a_mark, b_mark) = (is_thai_mark(a), is_thai_mark(b));
    if meant == typed {
        0
    } else if a_mark && b_mark {
        let (meant, typed) = (letter_weight(meant), letter_weight(typed));
        if are_apart(a, b) { meant + typed } else { meant.max(typed) }
    } else if sound_class(a) != 0 && sound_class(a) == sound_class(b) {
        HOMOPHONE_COST
    } else if are_confused(a, b) || (loanword_class(a) != 0 && loanword_class(a) == loanword_class(b)) {
        LOANWORD_COST
    } else {
        // Also of a mark and a letter, which may be neighbours on the keyboard (กาี for การ).
        LETTER_COST
    }
}

/// Whether one of two marks is a vowel below the line and the other none: nobody hears one for the other (จิเนียร์ is no จูเนียร์), but
/// ุ and ึ are neighbours on the keyboard.
fn are_apart(a: char, b: char) -> bool {
    let is_below = |c| matches!(c, 'ุ' | 'ู');
    is_below(a) != is_below(b) && !matches!((a, b), ('ุ', 'ึ') | ('ึ', 'ุ'))
}

/// Whether the letter at this place is not heard: ์ silences the one before it, and ต before ร (ศาสตร์); อะไร is said ไร.
pub(super) fn is_silent(letters: &[Letter], place: usize) -> bool {
    let is = |place: usize, letter| letters.get(place).is_some_and(|&other| plain(other) == letter);
    let what = |from: usize| [O, SARA_A, SARA_AI, RO].iter().zip(from..).all(|(&letter, at)| is(at, letter));
    is(place + 1, SILENCER)
        || (is(place + 2, SILENCER) && is(place + 1, RO) && is(place, TO))
        || (is(place, O) && what(place))
        || (is(place, SARA_A) && place.checked_sub(1).is_some_and(what))
}

/// What it costs that the text lacks a letter of the pattern.
pub(super) fn missing(pattern: &[Letter], place: usize) -> Cost {
    let weight = pattern.get(place).map_or(LETTER_COST, |&letter| COSTS.weight(letter));
    if is_silent(pattern, place) { weight.min(SILENT_COST) } else { weight }
}

/// What it costs that the text has the letter of this column beside the pattern: little for one that is repeated.
pub(super) fn extra(text: &[Letter], column: usize, repeatable: bool) -> Cost {
    let at = |column: usize| text.get(column).map(|&letter| plain(letter));
    let repeated = column.checked_sub(1).is_some_and(|before| at(before) == at(column));
    if repeatable && repeated {
        FILLER_COST
    } else {
        at(column).map_or(LETTER_COST, |typed| COSTS.weight(typed))
    }
}

/// One letter for all of a class that sounds alike.
pub(crate) fn by_sound(letter: Letter) -> Letter {
    COSTS.sounds[usize::from(plain(letter))]
}

/// One letter for all that may be written for each other at less than a letter's cost.
pub(super) fn nearly(letter: Letter) -> Letter {
    COSTS.near[usize::from(plain(letter))]
}

/// Classes of letters that common misspellings confuse because they sound alike.
fn sound_class(c: char) -> u8 {
    match c {
        'น' | 'ณ' => 1,
        'ส' | 'ศ' | 'ษ' | 'ซ' => 2,
        'ใ' | 'ไ' => 3,
        'ต' | 'ฏ' => 4,
        'ถ' | 'ฐ' => 5,
        'ท' | 'ธ' | 'ฑ' | 'ฒ' => 6,
        'พ' | 'ภ' => 7,
        'ล' | 'ฬ' | 'ร' => 8,
        'ย' | 'ญ' => 9,
        'ด' | 'ฎ' => 10,
        'ค' | 'ฆ' => 11,
        'ช' | 'ฌ' => 12,
        _ => 0,
    }
}

/// Classes of letters between which the spelling of loanwords wavers, those that sound alike among them.
fn loanword_class(c: char) -> u8 {
    match c {
        'ก' | 'ค' | 'ฆ' => 1,
        'ต' | 'ฏ' | 'ท' | 'ธ' | 'ฑ' | 'ฒ' => 2,
        'ป' | 'พ' | 'ภ' => 3,
        _ => 0,
    }
}

/// Whether two letters are written for each other because they look alike (กฏหมาย, จัดชื้อ) or end a word alike (ออดิด).
fn are_confused(a: char, b: char) -> bool {
    matches!((a.min(b), a.max(b)), ('ฎ', 'ฏ') | ('ช', 'ซ') | ('ด', 'ท' | 'ธ'))
}

/// Classes of letters of which some may be written for each other at less than a letter's cost.
fn near_class(c: char) -> u8 {
    match c {
        'ด' | 'ฎ' | 'ต' | 'ฏ' | 'ท' | 'ธ' | 'ฑ' | 'ฒ' => 4,
        'ช' | 'ฌ' | 'ซ' | 'ส' | 'ศ' | 'ษ' => 5,
        _ => loanword_class(c),
    }
}
