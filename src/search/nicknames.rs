//! What people call a job by its name with words shortened (med rep), by a beginning of it (เมอร์แชน, of เมอร์แชนไดเซอร์) or by a Latin
//! word of it in Thai letters (เพย์โรล, of payroll officer), where that belongs to one job alone.

use rustc_hash::{FxHashMap, FxHashSet};

use super::names::SubjectId;
use super::short_forms::telling_part;
use crate::text::script::{is_letter, is_thai};
use crate::text::spoken::Spoken;

/// Fewer sounds, and words of fewer letters, are met by chance.
const FEWEST_SOUNDS: usize = 5;
const FEWEST_LETTERS: usize = 5;
/// Longer names are heard by their consonants.
const MOST_SOUNDS: usize = 16;
/// A beginning leaves so many letters of the name at least.
const LEFT: usize = 2;
/// Words that are shortened have so many letters altogether, and so many each.
const FEWEST_SHORTENED: usize = 6;
const FEWEST_OF_WORD: usize = 2;
/// Where more names begin alike nothing is looked for among them, which bounds the time.
const MOST_NAMES: usize = 2_000;
/// Ends of names with what is left of them (รีเซปชั่น, เว็บเดฟ).
const SHORTENED: [(&str, &str); 2] = [("ist", ""), (" developer", " dev")];

/// Names and words of names, by their beginnings and by how they sound.
#[derive(Debug, Default)]
pub(crate) struct Nicknames {
    names: Vec<(SubjectId, String)>,
    /// Without silent letters, in the order of the others, with the number of the name.
    beginnings: Vec<(String, usize)>,
    /// The same of Thai names read from the end.
    ends: Vec<(String, usize)>,
    /// By consonants: vowels with the number of the name.
    spoken: FxHashMap<String, Vec<(Spoken, usize)>>,
    /// The names that are titles.
    titles: FxHashSet<String>,
    /// Numbers of Latin names of several words, by what they begin with.
    of_words: FxHashMap<String, Vec<usize>>,
}

impl Nicknames {
    /// Collects the normalized names of jobs, some of them titles.
    pub(crate) fn new<'a>(
        names: impl Iterator<Item = (SubjectId, &'a String)>,
        titles: FxHashSet<String>,
    ) -> Self {
        let names: Vec<(SubjectId, String)> = names.map(|(subject, name)| (subject, name.clone())).collect();
        let mut words: Vec<(&str, usize)> = Vec::new();
        let mut of_words: FxHashMap<String, Vec<usize>> = FxHashMap::default();
        for (number, (_, name)) in names.iter().enumerate() {
            words.push((name, number));
            if name.is_ascii() && name.contains(' ') {
                let first = name.get(..FEWEST_OF_WORD).unwrap_or_default().to_owned();
                of_words.entry(first).or_default().push(number);
            }
            let stands = telling_part(name).filter(|part| part.len() >= FEWEST_LETTERS);
            words.extend(stands.map(|part| (part, number)));
        }
        words.sort_unstable();
        words.dedup();
        let mut spoken: FxHashMap<String, Vec<(Spoken, usize)>> = FxHashMap::default();
        for (word, number) in words.iter().filter(|(word, _)| word.is_ascii()) {
            let short =
                SHORTENED.iter().find_map(|(long, short)| Some(word.strip_suffix(long)?.to_owned() + short));
            for word in [Some((*word).to_owned()), short].into_iter().flatten() {
                for sounds in Spoken::ways(&word) {
                    if (FEWEST_SOUNDS..=MOST_SOUNDS).contains(&sounds.len()) {
                        spoken.entry(sounds.consonants.clone()).or_default().push((sounds, *number));
                    }
                }
            }
        }
        let one = |(word, _): &(&str, usize)| !word.contains(' ');
        let mut beginnings: Vec<(String, usize)> =
            words.into_iter().filter(one).map(|(word, number)| (without_silent(word), number)).collect();
        beginnings.sort_unstable();
        let thai = (0..).zip(&names).filter(|(_, (_, name))| name.contains(is_thai));
        let mut ends: Vec<(String, usize)> =
            thai.map(|(number, (_, name))| (backwards(name), number)).collect();
        ends.sort_unstable();
        Self { names, beginnings, ends, spoken, titles, of_words }
    }

    /// The one job, with a name of it, of which a name begins so and goes on, whatever silent letters either has (ออแกไนซ์).
    pub(crate) fn begun(&self, part: &str) -> Option<(SubjectId, &str)> {
        let heard = without_silent(part);
        let heard = heard.as_str();
        let letters = |text: &str| text.chars().filter(|&c| is_letter(c)).count();
        let from = self.beginnings.partition_point(|(word, _)| word.as_str() < heard);
        let begun = || {
            let words = self.beginnings.iter().skip(from);
            words.take_while(|(word, _)| word.starts_with(heard)).take(MOST_NAMES)
        };
        let few = begun().count() < MOST_NAMES;
        let goes_on = few && begun().any(|(word, _)| letters(word) >= letters(heard) + LEFT);
        self.only(begun().filter(|_| goes_on).map(|(_, number)| *number), part)
    }

    /// Whether names of other jobs end so.
    pub(crate) fn others_end(&self, field: &str, subject: SubjectId) -> bool {
        let field = backwards(field);
        let from = self.ends.partition_point(|(name, _)| *name < field);
        let mut alike = self.ends.iter().skip(from).take_while(|(name, _)| name.starts_with(&field));
        alike.any(|(_, number)| self.names.get(*number).is_some_and(|(other, _)| *other != subject))
    }

    /// The one job of which a Latin name, or what tells it from others, sounds so.
    pub(crate) fn heard(&self, part: &str) -> Option<(SubjectId, &str)> {
        if !part.contains(is_thai) {
            return None;
        }
        let alike = |sounds: Spoken| {
            let known = self.spoken.get(&sounds.consonants).into_iter().flatten();
            known.filter(move |(known, _)| known.may_be(&sounds)).map(|(_, number)| *number)
        };
        self.only(Spoken::ways(part).into_iter().flat_map(alike), part)
    }

    /// The one job of which a Latin name has these words, some of them shortened (med rep).
    pub(crate) fn shortened(&self, part: &str) -> Option<(SubjectId, &str)> {
        let singular = part.strip_suffix('s').filter(|rest| !rest.ends_with(' '));
        self.shortened_as(part).or_else(|| self.shortened_as(singular?))
    }

    fn shortened_as(&self, part: &str) -> Option<(SubjectId, &str)> {
        let words: Vec<&str> = part.split(' ').collect();
        let letters: usize = words.iter().map(|word| word.len()).sum();
        let long = words.iter().all(|word| word.len() >= FEWEST_OF_WORD) && letters >= FEWEST_SHORTENED;
        let first = words.first().filter(|_| long && words.len() > 1)?.get(..FEWEST_OF_WORD)?;
        let means = |number: &usize| {
            let name = self.names.get(*number).map_or("", |(_, name)| name);
            let begun = name.split(' ').zip(&words).all(|(whole, word)| whole.starts_with(word));
            name != part && name.split(' ').count() == words.len() && begun
        };
        let names = self.of_words.get(first).filter(|names| names.len() <= MOST_NAMES)?;
        self.only(names.iter().copied().filter(means), part)
    }

    /// If all of the names are one job's, the one to show.
    fn only(&self, numbers: impl Iterator<Item = usize>, typed: &str) -> Option<(SubjectId, &str)> {
        let names: Vec<&(SubjectId, String)> = numbers.filter_map(|number| self.names.get(number)).collect();
        let (subject, _) = names.first()?;
        let one = names.iter().all(|(other, _)| other == subject);
        let shown = self.shown(names.iter().map(|(_, name)| name.as_str()), typed)?;
        one.then_some((*subject, shown))
    }

    /// Which of some names of a job to show for what was typed: a title before others, then one in the same script, then the
    /// shortest.
    pub(crate) fn shown<'a>(&self, names: impl Iterator<Item = &'a str>, typed: &str) -> Option<&'a str> {
        names.min_by_key(|name| {
            (!self.titles.contains(*name), name.is_ascii() != typed.is_ascii(), name.len(), *name)
        })
    }
}

fn backwards(text: &str) -> String {
    text.chars().rev().collect()
}

/// A normalized text without the letters that ์ silences, which people leave out and put behind what they shorten.
pub(super) fn without_silent(text: &str) -> String {
    let mut kept = String::with_capacity(text.len());
    for c in text.chars() {
        if c == '์' {
            kept.pop();
        } else {
            kept.push(c);
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn jobs_are_called_by_beginnings_and_sounds() {
        let names = [
            (1, "payroll officer"),
            (1, "payroll clerk"),
            (2, "merchandiser"),
            (2, "เมอร์แชนไดเซอร์"),
            (3, "account manager"),
            (4, "accounting manager"),
            (5, "hotel receptionist"),
            (6, "web developer"),
            (7, "ออร์แกไนเซอร์"),
        ];
        let names = names.map(|(subject, name)| (SubjectId(subject), name.to_owned()));
        let titles = std::iter::once("payroll officer".to_owned()).collect();
        let nicknames = Nicknames::new(names.iter().map(|(subject, name)| (*subject, name)), titles);
        assert!(nicknames.others_end("ไดเซอร์", SubjectId(1)));
        assert!(!nicknames.others_end("ไดเซอร์", SubjectId(2)));
        assert!(!nicknames.others_end("แชน", SubjectId(1)));
        for (part, expected) in [
            ("เพย์โรล", Some("payroll officer")),
            ("เมอร์แชน", Some("เมอร์แชนไดเซอร์")),
            ("pays off", None),
            ("pay offs", Some("payroll officer")),
            ("ออแกไนซ์", Some("ออร์แกไนเซอร์")),
            ("ออร์แกไนซ์", Some("ออร์แกไนเซอร์")),
            ("ออร์แกน", None),
            ("merch", Some("merchandiser")),
            ("รีเซปชั่น", Some("hotel receptionist")),
            ("รีเซปชั่นนิสต์", Some("hotel receptionist")),
            ("เว็บเดฟ", Some("web developer")),
            ("hot recep", Some("hotel receptionist")),
            ("acc man", None),
            ("hotel man", None),
            ("pay off", Some("payroll officer")),
            ("payroll officer", None),
            ("account", None),
            ("manager", None),
            ("merchandise", None),
            ("payroll", None),
            ("hotel", None),
            ("ประลอง", None),
            ("", None),
        ] {
            let meant = nicknames.begun(part).or_else(|| nicknames.heard(part));
            let meant = meant.or_else(|| nicknames.shortened(part));
            assert_eq!(meant.map(|(_, name)| name), expected, "{part}");
        }
    }
}
