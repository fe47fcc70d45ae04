//! Questions whose answer is known: passages of sections, as they stand and misspelt.

use naenaew::knowledge::Knowledge;
use naenaew::text::script::is_thai_mark;

use crate::support::{Labelled, Random};

/// How many questions are asked.
pub(crate) const QUESTIONS: usize = 300;
/// Characters of a passage.
const SHORTEST: usize = 30;
const LONGEST: usize = 60;
/// So many characters a mistake.
const CHARACTERS_AN_EDIT: usize = 8;

/// What people hit by mistake.
const LETTERS: &str = "กขคงจชซดตถทนบปผพฟมยรลวสหอะาเแโไ่้ิีุู";

/// Passages out of sections of these articles, with the places they come from.
pub(crate) fn passages(knowledge: &Knowledge, seed: u64) -> Vec<Labelled> {
    let mut random = Random::new(seed);
    let mut passage = || {
        let article = random.pick(knowledge.articles());
        let section = random.pick(&article.sections);
        let text: Vec<char> = section.text.chars().collect();
        let length = SHORTEST + random.below(LONGEST - SHORTEST + 1);
        let start = random.below(text.len().saturating_sub(length) + 1);
        // No passage begins with a mark that belongs to the letter before it.
        let begun = text.iter().skip(start).skip_while(|&&c| is_thai_mark(c));
        Labelled {
            question: begun.take(length).collect(),
            article: Some(article.id.to_string()),
            section: Some(section.id.to_string()),
            also: Vec::new(),
            kind: String::new(),
            about: None,
        }
    };
    (0..QUESTIONS).map(|_| passage()).collect()
}

/// The same questions with a mistake in every eight characters.
pub(crate) fn misspelt(questions: &[Labelled], seed: u64) -> Vec<Labelled> {
    let mut random = Random::new(seed);
    let edited = |labelled: &Labelled| {
        let edits = labelled.question.chars().count().div_ceil(CHARACTERS_AN_EDIT);
        Labelled { question: edited(&labelled.question, edits, &mut random), ..labelled.clone() }
    };
    questions.iter().map(edited).collect()
}

/// A text after so many mistakes: a letter left out, a wrong one, one too many, two swapped.
pub(crate) fn edited(text: &str, edits: usize, random: &mut Random) -> String {
    let letters: Vec<char> = LETTERS.chars().collect();
    let mut characters: Vec<char> = text.chars().collect();
    for _ in 0..edits {
        let place = random.below(characters.len());
        if place + 1 >= characters.len() {
            continue;
        }
        match random.below(4) {
            0 => drop(characters.remove(place)),
            1 => characters.insert(place, *random.pick(&letters)),
            2 => characters.swap(place, place + 1),
            _ => drop(std::mem::replace(&mut characters[place], *random.pick(&letters))),
        }
    }
    characters.into_iter().collect()
}
