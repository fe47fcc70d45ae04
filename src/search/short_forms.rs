//! Names that nobody writes down because they are short for a title: data and one pass.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::RangeInclusive;

use rustc_hash::{FxHashMap, FxHashSet};

use super::cores::MOST_NAMES_OF_WORD;
use super::cues;
use super::names::SubjectId;
use super::reading::put_between;
use super::translated;
use crate::knowledge::{ArticleId, ArticleKind, Knowledge};
use crate::text::normalize;
use crate::text::script::{is_letter, is_thai, is_word};

/// What people call a job: its title without the word for whoever does it (งานนำเข้าส่งออก, of เจ้าหน้าที่นำเข้าส่งออก), with
/// initials before its last word (CS manager, of customer success manager), what a manager does (product management), or in Thai
/// where nobody wrote that down (นักวิเคราะห์ธุรกิจ, of business analyst), if that is long and no name already.
pub(super) fn short_forms(
    knowledge: &Knowledge,
    articles: &FxHashMap<ArticleId, SubjectId>,
    names: &BTreeSet<(usize, String)>,
) -> Vec<(usize, String)> {
    /// Fewer letters are met by chance.
    const FEWEST_LETTERS: usize = 8;
    let letters = |text: &str| text.chars().filter(|&c| is_letter(c)).count();
    let taken: FxHashSet<&str> = names.iter().map(|(_, name)| name.as_str()).collect();
    let roles = knowledge.articles().iter().filter(|article| article.kind == ArticleKind::Role);
    let in_thai: FxHashSet<usize> =
        names.iter().filter(|(_, name)| name.chars().any(is_thai)).map(|(number, _)| *number).collect();
    let mut short: Vec<(String, usize)> = roles
        .filter_map(|article| Some((article, articles.get(&article.id)?.0)))
        .flat_map(|(article, number)| {
            let titles = article.titles().into_iter().map(normalize);
            let short = titles
                .flat_map(|title| [without_doer(&title), with_initials(&title), what_managers_do(&title)])
                .flatten();
            let translated = article.names().into_iter().filter(|_| !in_thai.contains(&number));
            let translated = translated.flat_map(|name| translated::in_thai(&normalize(name)));
            short.chain(translated).map(move |short| (short, number)).collect::<Vec<_>>()
        })
        .filter(|(short, _)| letters(short) >= FEWEST_LETTERS && !taken.contains(short.as_str()))
        .collect();
    // What two roles would be called names neither.
    short.sort_unstable();
    short.dedup();
    let own = short.chunk_by(|a, b| a.0 == b.0).filter(|same| same.len() == 1).flatten();
    own.map(|(name, number)| (*number, name.clone())).collect()
}

/// A title without the word for whoever does something.
fn without_doer(title: &str) -> Option<String> {
    const DOERS: [&str; 3] = ["เจ้าหน้าที่", "พนักงาน", "นัก"];
    Some(DOERS.iter().find_map(|doer| title.strip_prefix(doer))?.trim().to_owned())
}

/// What managers do.
pub(super) const MANAGING: &str = " management";

/// What a title of a manager says is managed.
fn what_managers_do(title: &str) -> Option<String> {
    Some(format!("{}{MANAGING}", title.strip_suffix(" manager")?))
}

/// A title of several Latin words with initials in place of all but the last.
fn with_initials(title: &str) -> Option<String> {
    let (first, last) = title.rsplit_once(' ')?;
    has_initials(title).then_some(format!("{} {last}", initials_of(first)?))
}

/// Whether people say initials for a title: it is in Latin letters and has no small words (R&D manager).
fn has_initials(title: &str) -> bool {
    const SMALL: [&str; 6] = ["of", "and", "for", "the", "to", "in"];
    let is_own = |word: &str| word.starts_with(|c: char| c.is_ascii_alphabetic()) && !SMALL.contains(&word);
    title.split(' ').all(is_own)
}

/// The initials of several words.
fn initials_of(words: &str) -> Option<String> {
    let initials: Option<String> = words.split(' ').map(|word| word.chars().next()).collect();
    initials.filter(|initials| initials.len() > 1)
}

/// The initials of the Latin aliases of roles that have few, in all languages, as their authors did not write down all that people say
/// (GSA, of guest service agent), with the alias.
fn initials_of_aliases(knowledge: &Knowledge) -> Vec<(String, String, &ArticleId)> {
    let mut aliases: BTreeMap<&ArticleId, BTreeSet<String>> = BTreeMap::new();
    for article in knowledge.articles().iter().filter(|article| article.kind == ArticleKind::Role) {
        let latin = article.names().into_iter().filter(|name| name.is_ascii());
        aliases.entry(&article.id).or_default().extend(latin.map(normalize));
    }
    aliases.retain(|_, aliases| aliases.len() <= MOST_NAMES_OF_WORD);
    let all = aliases
        .into_iter()
        .flat_map(|(article, aliases)| aliases.into_iter().map(move |alias| (article, alias)));
    all.filter(|(_, alias)| has_initials(alias))
        .filter_map(|(article, alias)| Some((initials_of(&alias)?, alias, article)))
        .collect()
}

/// Whether initials are an English word that people type beside Thai (or, do, now).
fn is_word_of_its_own(initials: &str) -> bool {
    const WORDS: [&str; 34] = [
        "am", "and", "any", "as", "ask", "buy", "bye", "can", "ceo", "day", "do", "eat", "fun", "go", "he",
        "hi", "in", "is", "me", "mr", "ms", "my", "new", "no", "now", "of", "old", "oh", "or", "pay", "she",
        "so", "to", "you",
    ];
    WORDS.contains(&initials) || cues::all().any(|cue| cue == initials)
}

/// What stands in capitals in a name that does not as a whole (QA, in QA engineer).
pub(super) fn capitals(name: &str) -> impl Iterator<Item = &str> {
    const LETTERS: RangeInclusive<usize> = 2..=5;
    let is_capital = |c: char| c.is_ascii_uppercase();
    let mixed = name.contains(|c: char| is_word(c) && !is_capital(c));
    let words = name.split(|c: char| !c.is_ascii_alphanumeric()).filter(move |_| mixed);
    words.filter(move |word| LETTERS.contains(&word.len()) && word.chars().all(is_capital))
}

/// What stands for other things in everybody's texts …
pub(super) const ABBREVIATIONS: [&str; 17] =
    ["co", "it", "hr", "id", "pc", "tv", "ig", "fb", "us", "uk", "ok", "dm", "ai", "ar", "vr", "os", "ot"];
/// … and what names of companies and things stand behind.
const COMPANIES: [&str; 6] = ["บริษัท", "ค่าย", "ร้าน", "รถ", "วง", "แบรนด์"];

/// Words before a job that end no name of a company.
const BEFORE_JOBS: [&str; 16] = [
    "a", "an", "as", "are", "be", "become", "do", "does", "for", "from", "is", "jr", "junior", "senior",
    "sr", "to",
];

/// Initials of aliases in small letters are so many at least.
const FEWEST_SMALL: usize = 3;

/// What initials stand for.
#[derive(Debug, Default)]
pub(crate) struct Initials {
    /// Titles and few aliases by their initials, and names by what stands in them in capitals, where those name nothing and belong to one role alone.
    own: FxHashMap<String, String>,
    /// Those of aliases that stand in capitals alone: people write ad and ac beside Thai for other things.
    capitals_only: FxHashSet<String>,
    /// The roles by the initials of their titles, whatever else those name.
    of_titles: FxHashMap<String, Vec<ArticleId>>,
}

impl Initials {
    /// Collects them; `names` are all normalized names.
    pub(super) fn new(knowledge: &Knowledge, names: &BTreeSet<(usize, String)>) -> Self {
        let taken: FxHashSet<&str> = names.iter().map(|(_, name)| name.as_str()).collect();
        let mut all: FxHashMap<String, Vec<(String, &ArticleId)>> = FxHashMap::default();
        let mut roles: FxHashMap<String, Vec<ArticleId>> = FxHashMap::default();
        for article in knowledge.articles().iter().filter(|article| article.kind == ArticleKind::Role) {
            let titles = article.titles().into_iter().map(normalize).filter(|title| has_initials(title));
            let of_titles: Vec<(String, String)> =
                titles.filter_map(|title| Some((initials_of(&title)?, title))).collect();
            for (initials, _) in &of_titles {
                roles.entry(initials.clone()).or_default().push(article.id.clone());
            }
            let latin = article.titles().into_iter().map(normalize).find(|title| title.is_ascii());
            let whole = |name: &str| latin.clone().unwrap_or_else(|| normalize(name));
            let names = article.names().into_iter();
            let in_capitals = names.flat_map(|name| {
                let name_of_all = whole(name);
                capitals(name).map(move |word| (word.to_ascii_lowercase(), name_of_all.clone()))
            });
            let free = |(initials, _): &(String, String)| !taken.contains(initials.as_str());
            for (initials, name) in of_titles.into_iter().chain(in_capitals).filter(free) {
                all.entry(initials).or_default().push((name, &article.id));
            }
        }
        let mut of_aliases: FxHashMap<String, Vec<(String, &ArticleId)>> = FxHashMap::default();
        for (initials, name, article) in initials_of_aliases(knowledge) {
            let known = all.contains_key(&initials) || roles.contains_key(&initials);
            if !known && !taken.contains(initials.as_str()) && !is_word_of_its_own(&initials) {
                of_aliases.entry(initials).or_default().push((name, article));
            }
        }
        let capitals_only =
            of_aliases.keys().filter(|initials| initials.len() < FEWEST_SMALL).cloned().collect();
        all.extend(of_aliases);
        let own = all.into_iter().filter(|(_, titles)| titles.windows(2).all(|two| two[0].1 == two[1].1));
        let own =
            own.filter_map(|(initials, titles)| Some((initials, titles.into_iter().min()?.0))).collect();
        Self { own, of_titles: roles, capitals_only }
    }

    /// The roles whose titles have these initials, in small letters.
    pub(super) fn roles(&self, initials: &str) -> &[ArticleId] {
        self.of_titles.get(initials).map_or(&[], Vec::as_slice)
    }

    /// Whether a title or alias has these initials, in small letters.
    pub(super) fn are_known(&self, initials: &str) -> bool {
        let small = !ABBREVIATIONS.contains(&initials) && !self.capitals_only.contains(initials);
        small && self.own.contains_key(initials)
    }

    /// The text with the first such initials written out: they stand in capitals, or beside Thai letters.
    pub(super) fn written_out(&self, raw: &str) -> Option<String> {
        if !raw.chars().any(|c| c.is_ascii_alphabetic()) {
            return None;
        }
        let in_thai = raw.chars().any(is_thai);
        // What stands beside such a sign is a part of something else: honda.co.th, #co.
        let is_part = |c: char| (!is_thai(c) && c.is_alphanumeric()) || "./-_@#&'".contains(c);
        let words = raw.split(|c: char| !is_part(c)).filter(|word| !word.is_empty());
        let words = words.filter(|word| !ABBREVIATIONS.contains(&word.to_ascii_lowercase().as_str()));
        let mut known = words.filter_map(|word| {
            let capitals = word.chars().all(|c| c.is_ascii_uppercase());
            let initials = word.to_ascii_lowercase();
            let small = in_thai && !self.capitals_only.contains(&initials);
            let title = self.own.get(&initials).filter(|_| capitals || small)?;
            Some((word, title))
        });
        let (word, title) = known.next()?;
        let borders = |place: usize| {
            let (before, behind) = (raw.get(..place)?, raw.get(place + word.len()..)?);
            let apart = !before.ends_with(is_part) && !behind.starts_with(is_part);
            let named = before.trim_end();
            let word = named.rsplit(|c: char| !c.is_ascii_alphabetic()).next().unwrap_or_default();
            let of_name = !word.is_empty() && !BEFORE_JOBS.contains(&word.to_ascii_lowercase().as_str())
                || COMPANIES.iter().any(|company| named.ends_with(company));
            (apart && !of_name).then(|| put_between(before, title, behind))
        };
        raw.match_indices(word).find_map(|(place, _)| borders(place))
    }
}

/// Last words of titles that many titles have: what stands before them names the job to those who know it (payroll, of payroll
/// officer).
pub(super) const HEADS: [&str; 22] = [
    "administrator",
    "advisor",
    "agent",
    "analyst",
    "assistant",
    "associate",
    "clerk",
    "consultant",
    "coordinator",
    "designer",
    "developer",
    "director",
    "engineer",
    "executive",
    "lead",
    "manager",
    "officer",
    "representative",
    "scientist",
    "specialist",
    "staff",
    "supervisor",
];
/// What tells a title of several Latin words from others: the last, or, where many titles have that, what stands before it.
pub(super) fn telling_part(title: &str) -> Option<&str> {
    let (first, last) = title.rsplit_once(' ').filter(|_| title.is_ascii())?;
    Some(if HEADS.contains(&last) { first } else { last })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    #[test]
    fn short_initials_of_aliases_stand_in_capitals() {
        let alias = ("ad".to_owned(), "accounting director".to_owned());
        let own = std::iter::once(alias).collect();
        let capitals_only = std::iter::once("ad".to_owned()).collect();
        let initials = Initials { own, capitals_only, ..Initials::default() };
        for (typed, is_read) in [("AD เงินเดือนเท่าไหร่", true), ("คนยิง ad เงินเดือนเท่าไหร่", false)]
        {
            assert_eq!(initials.written_out(typed).is_some(), is_read, "{typed}");
        }
        assert!(!initials.are_known("ad"));
    }

    #[test]
    fn initials_stand_in_capitals_or_beside_thai_letters() {
        let title = ("lo".to_owned(), "loan officer".to_owned());
        let initials = Initials { own: std::iter::once(title).collect(), ..Initials::default() };
        for (typed, expected) in [
            ("LO salary", Some("loan officer salary")),
            ("เงินเดือน LO?", Some("เงินเดือน loan officer?")),
            ("เงินเดือนlo", Some("เงินเดือน loan officer")),
            ("lo salary", None),
            ("HELLO", None),
            ("salary for a LO", Some("salary for a loan officer")),
            ("Toyota LO ทำอะไร", None),
            ("Bank of LO", None),
            ("บริษัท LO ทำอะไร", None),
            ("ดู lo.th ไหม", None),
            ("#lo ทำอะไร", None),
            ("", None),
        ] {
            let written = initials.written_out(typed);
            let written = written.map(|text| text.split_whitespace().collect::<Vec<_>>().join(" "));
            assert_eq!(written.as_deref(), expected, "{typed}");
        }
    }

    #[test]
    fn capitals_stand_among_other_letters() {
        for (name, expected) in [
            ("QA Engineer", &["QA"][..]),
            ("พนักงาน QC", &["QC"]),
            ("UX/UI Designer", &["UX", "UI"]),
            ("CHIEF AUDITOR", &[]),
            ("B2B Sales", &[]),
            ("Accountant", &[]),
            ("", &[]),
        ] {
            assert_eq!(capitals(name).collect::<Vec<_>>(), expected, "{name}");
        }
    }

    #[test]
    fn names_that_nobody_writes_down() {
        for (title, managed, with_initials, without_doer) in [
            ("customer success manager", Some("customer success management"), Some("cs manager"), None),
            ("เจ้าหน้าที่นำเข้าส่งออก", None, None, Some("นำเข้าส่งออก")),
            ("head of sales", None, None, None),
        ] {
            assert_eq!(what_managers_do(title).as_deref(), managed);
            assert_eq!(super::with_initials(title).as_deref(), with_initials);
            assert_eq!(super::without_doer(title).as_deref(), without_doer);
        }
    }
}
