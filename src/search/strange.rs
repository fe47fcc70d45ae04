//! Names that may stand for something else: abbreviations and words beside what their article does not know.

use super::corpus::Corpus;
use super::names::Catalogue;
use super::query::{Query, SubjectHit};

/// A level makes no other job of one.
pub(super) const LEVELS: [&str; 2] = ["senior", "junior"];

/// Names of fewer letters turn up by chance.
pub(super) const SHORT_NAME: usize = 4;
/// From this share of unexplained letters on an abbreviation may stand for something else: by the costs in `decide` the
/// offers that take the place of right answers outweigh the wrong answers that are saved at 0.2.
const STRANGE_LEFTOVER: f32 = 0.2;

/// Whether an abbreviation stands beside words that its article does not know (AM is also a kind of radio), or one Latin word right
/// before one (audit log), a term behind one that roles are asked about, or another word in the name.
pub(super) fn is_strange(corpus: &Corpus, catalogue: &Catalogue, query: &Query, hit: &SubjectHit) -> bool {
    let short = !hit.spot.span.is_empty() && hit.spot.span.len() < SHORT_NAME;
    let unknown = |word: &String| corpus.lacks(hit.subject, word);
    let beside = || query.unexplained(hit).into_iter().filter(|word| word.chars().count() >= SHORT_NAME);
    (short && hit.leftover > STRANGE_LEFTOVER && beside().any(|word| unknown(&word)))
        || query.goes_on_with(hit).as_ref().is_some_and(unknown)
        || query.asked_of_another(catalogue, hit).iter().any(unknown)
        || has_another_word(corpus, catalogue, query, hit)
}

/// Whether a Latin word stands in the place of one of the name's that is little like it and a word that the articles know: a project
/// manager is no misspelt product manager.
fn has_another_word(corpus: &Corpus, catalogue: &Catalogue, query: &Query, hit: &SubjectHit) -> bool {
    /// Shorter words are met by chance, and words that begin alike are forms of one (finance, financial).
    const FEWEST_LETTERS: usize = 5;
    const ALIKE: usize = 4;
    if hit.spot.closeness >= 1.0 || hit.spot.span.is_empty() {
        return false;
    }
    let name = catalogue.subject_phrase(&hit.spot);
    let typed: String =
        query.scene.characters.get(hit.spot.span.clone()).unwrap_or_default().iter().collect();
    let is_another = |(meant, typed): (&str, &str)| {
        let alike = meant.bytes().zip(typed.bytes()).take_while(|(a, b)| a == b).count();
        let latin = typed.bytes().all(|letter| letter.is_ascii_alphabetic());
        meant != typed
            && latin
            && typed.len() >= FEWEST_LETTERS
            && alike < ALIKE
            && !LEVELS.contains(&typed)
            && corpus.word_rarity(typed).is_some()
    };
    name.split(' ').count() == typed.split(' ').count()
        && name.split(' ').zip(typed.split(' ')).any(is_another)
}
