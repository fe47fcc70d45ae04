//! Reads a text letter by letter for the terms of a question.

use super::letters::{Letter, NGRAM, SPACE, WORD_START, WordKey, roll};
use super::relevance::Terms;
use super::table::{Sieve, Table};

/// So many n-grams are sifted at a time.
const SIFTED: usize = 128;

/// Reads a text letter by letter, part by part.
#[derive(Debug, Default)]
pub(super) struct Reader {
    ngrams: Roller,
    folded_ngrams: Roller,
    word: Option<WordKey>,
}

impl Reader {
    /// Adds the slot of every term that ends in the part; a word that ends with it is found in the next one.
    pub(super) fn read(&mut self, terms: &Terms, part: &[Letter], folded: &[Letter], hits: &mut Vec<u16>) {
        let mut rest = part.iter();
        // A word is read to its end; what is no word of the question is passed over by its first letter.
        loop {
            if let Some(mut word) = self.word {
                let Some(&end) = rest.find(|&&letter| {
                    let ends = letter & WORD_START != 0 || letter == SPACE;
                    if !ends {
                        word = word.then(letter);
                    }
                    ends
                }) else {
                    self.word = Some(word);
                    break;
                };
                hits.extend(terms.words.find(word.get()));
                self.word = terms.may_begin_word(end).then(|| WordKey::EMPTY.then(end));
            } else {
                self.word = rest
                    .find(|&&letter| terms.may_begin_word(letter))
                    .map(|&first| WordKey::EMPTY.then(first));
                if self.word.is_none() {
                    break;
                }
            }
        }
        self.ngrams.read(part, &terms.sieve, &terms.ngrams, hits);
        self.folded_ngrams.read(folded, &terms.sieve, &terms.folded_table, hits);
    }
}

/// Makes the n-grams of letters that come part by part.
#[derive(Debug, Default)]
struct Roller {
    letters: usize,
    key: u32,
}

impl Roller {
    /// Adds the slot of every n-gram in the table that ends in the part.
    fn read(&mut self, part: &[Letter], sieve: &Sieve, table: &Table, hits: &mut Vec<u16>) {
        let (first, rest) = part.split_at((NGRAM - 1).saturating_sub(self.letters).min(part.len()));
        let mut key = first.iter().fold(self.key, |key, &letter| roll(key, letter));
        // First what the sieve lets through is put together without a jump, as which letter that is cannot be foreseen.
        let mut kept = [0; SIFTED];
        for letters in rest.chunks(SIFTED) {
            let mut count = 0;
            for &letter in letters {
                key = roll(key, letter);
                if let Some(place) = kept.get_mut(count) {
                    *place = key;
                }
                count += usize::from(sieve.may_hold(key));
            }
            hits.extend(kept.iter().take(count).filter_map(|&key| table.find(key)));
        }
        self.key = key;
        self.letters += part.len();
    }
}
