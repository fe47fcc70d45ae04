//! What several names of a job have in common: จัดซื้อ, of ฝ่ายจัดซื้อ and เจ้าหน้าที่จัดซื้อ.

use std::collections::{BTreeMap, BTreeSet};

use rustc_hash::FxHashMap;

use super::letters::{each_folded_ngram, folded, ngrams, spelled};
use super::names::SubjectId;
use super::short_forms::{ABBREVIATIONS, HEADS, capitals};
use crate::knowledge::ArticleKind;
use crate::text::script::{is_letter, is_thai, is_thai_leading_vowel, is_thai_mark};

/// Words before a Thai name for whoever does what it tells; who heads or helps them does something else.
const DOERS: [&str; 11] =
    ["เจ้าหน้าที่", "พนักงาน", "จนท.", "จนท", "ฝ่าย", "แผนก", "งาน", "สาย", "ช่าง", "นัก", "คน"];
/// The same among the words that end English names.
const HELPING: &str = "assistant";
/// A core has so many letters, in Thai and in Latin …
const FEWEST_THAI: usize = 4;
const FEWEST_LATIN: usize = 8;
/// … a single Latin word only of a job of no more than so many names, as are initials of aliases: of the starter's it is offered to a
/// quarter more of the golden near misses …
pub(super) const MOST_NAMES_OF_WORD: usize = 12;
/// … and so many of the job's names in its script hold it: who wrote down many others meant to leave it out …
const HOLDING: f32 = 0.3;
/// … or fewer, be it a single one, where it is so long that nothing else is meant.
const HOLDING_LONG: f32 = 0.1;
const LONG: usize = 8;
/// A role of more names has none: they would be compared in pairs.
const MOST_NAMES: usize = 200;
/// A Latin word of a topic's names has so many letters, …
const FEWEST_OF_TOPIC: usize = 5;
/// … a core at most so many characters, …
const MOST_LETTERS: usize = 20;
/// … and so many of the names hold it, of a topic that has no more than so many: who wrote down more meant to leave it out.
const HOLDING_TOPIC: f32 = 0.6;
const MOST_NAMES_OF_TOPIC: usize = 40;
/// Names that have more in common are nearly the same; what they share would be compared in pairs.
const MOST_RUNS: usize = 500;

/// A job's name without the word for whoever does it, and that word.
fn core(name: &str) -> Option<(&str, &str)> {
    let thai = || {
        let doer = DOERS.iter().find(|doer| name.starts_with(**doer))?;
        Some((name.strip_prefix(doer)?.trim_start(), *doer))
    };
    let latin = || name.rsplit_once(' ').filter(|(_, head)| HEADS.contains(head) && *head != HELPING);
    let (core, head) = if name.contains(is_thai) { thai() } else { latin() }?;
    let letters = core.chars().filter(|&c| is_letter(c)).count();
    let fewest = if core.contains(is_thai) { FEWEST_THAI } else { FEWEST_LATIN };
    (letters >= fewest).then_some((core, head))
}

/// The runs of letters of a name that may be a word or a few. Thai words are sought by no dictionary, which foreign ones are not in.
fn runs(name: &str) -> impl Iterator<Item = &str> {
    let places: Vec<(usize, char)> = name.char_indices().chain([(name.len(), ' ')]).collect();
    let is_border = |place: usize| {
        let at = |place: usize| places.get(place).map_or(' ', |(_, c)| *c);
        let (before, after) = (place.checked_sub(1).map_or(' ', at), at(place));
        if is_thai(before) && is_thai(after) {
            !is_thai_leading_vowel(before) && !is_thai_mark(after) && !matches!(after, 'ะ' | 'า' | 'ำ' | 'ๆ')
        } else {
            before == ' ' || after == ' ' || is_thai(before) != is_thai(after)
        }
    };
    let borders: Vec<usize> = (0..places.len()).filter(|&place| is_border(place)).collect();
    let byte = move |place: usize| places.get(place).map_or(name.len(), |(byte, _)| *byte);
    let pairs: Vec<(usize, usize)> = borders
        .iter()
        .enumerate()
        .flat_map(|(number, &start)| {
            let ends = borders.iter().skip(number + 1).take_while(move |&&end| end <= start + MOST_LETTERS);
            ends.map(move |&end| (start, end))
        })
        .collect();
    pairs.into_iter().filter_map(move |(start, end)| {
        let run = name.get(byte(start)..byte(end))?;
        let letters = run.chars().filter(|&c| is_letter(c)).count();
        let thai = run.chars().all(|c| is_thai(c) || is_thai_mark(c));
        let fewest = if thai { FEWEST_THAI } else { FEWEST_OF_TOPIC };
        (letters >= fewest && (thai || run.is_ascii()) && run.trim() == run).then_some(run)
    })
}

/// What most of a topic's names share, a word or a few: เรซูเม่, of เขียนเรซูเม่ and เรซูเม่เด็กจบใหม่. Of those that the same names hold the
/// longest.
fn of_topic(names: &[&str]) -> Vec<String> {
    let mut holding: FxHashMap<&str, BTreeSet<usize>> = FxHashMap::default();
    for (number, name) in names.iter().enumerate() {
        for run in runs(name) {
            holding.entry(run).or_default().insert(number);
        }
    }
    let alike = |thai: bool| names.iter().filter(|name| name.contains(is_thai) == thai).count();
    let (thai, latin) = (alike(true), alike(false));
    let begins =
        |run: &str| names.iter().any(|name| name.starts_with(run) || name.contains(&[" ", run].concat()));
    let ends =
        |run: &str| names.iter().any(|name| name.ends_with(run) || name.contains(&[run, " "].concat()));
    let is_common = |run: &str, holders: usize| {
        let alike = if run.contains(is_thai) { thai } else { latin };
        holders >= 2 && holders as f32 >= HOLDING_TOPIC * alike as f32 && begins(run) && ends(run)
    };
    let common = holding.iter().map(|(run, holders)| (*run, holders.len()));
    let mut common: Vec<(&str, usize)> = common.filter(|(run, holders)| is_common(run, *holders)).collect();
    if common.len() > MOST_RUNS {
        return Vec::new();
    }
    common.sort_unstable();
    let is_part = |run: &str, holders: usize| {
        common
            .iter()
            .any(|(other, others)| *others >= holders && other.len() > run.len() && other.contains(run))
    };
    let longest = common.iter().filter(|(run, holders)| !is_part(run, *holders) && !names.contains(run));
    longest.map(|(run, _)| (*run).to_owned()).collect()
}

/// What stands in capitals in a name, small, and two of them with a slash between them as one word, in both orders: ux, ui, uxui and uiux
/// of UX/UI Designer.
pub(super) fn acronyms(name: &str) -> Vec<String> {
    let words: Vec<&str> = capitals(name).collect();
    let pairs = words.windows(2).filter(|two| name.contains(&two.join("/")));
    let joined = pairs.flat_map(|two| [[two[0], two[1]].concat(), [two[1], two[0]].concat()]);
    words.iter().map(|&word| word.to_owned()).chain(joined).map(|word| word.to_ascii_lowercase()).collect()
}

/// What names of a role share, each with another word for whoever does it, or one long name is made of, with an n-gram that no name of
/// another role, topic or term has.
pub(super) fn cores(
    names: &BTreeSet<(usize, String)>,
    acronyms: &FxHashMap<(usize, String), usize>,
    kind: impl Fn(usize) -> Option<ArticleKind>,
) -> Vec<(SubjectId, String)> {
    let is_role = |number| kind(number) == Some(ArticleKind::Role);
    let of_roles = || names.iter().filter(|(number, _)| is_role(*number));
    let mut heads: FxHashMap<(usize, &str), BTreeSet<&str>> = FxHashMap::default();
    for (number, name) in of_roles() {
        if let Some((core, head)) = core(name) {
            heads.entry((*number, core)).or_default().insert(head);
        }
    }
    let cores = heads
        .into_iter()
        .filter(|((number, core), heads)| is_common_enough(*number, core, heads.len(), names))
        .map(|((number, core), _)| (number, core.to_owned()));
    let mut of_topics: BTreeMap<usize, Vec<&str>> = BTreeMap::new();
    for (number, name) in names.iter().filter(|(number, _)| kind(*number) == Some(ArticleKind::Topic)) {
        of_topics.entry(*number).or_default().push(name);
    }
    let of_topics = of_topics.into_iter().filter(|(_, names)| names.len() <= MOST_NAMES_OF_TOPIC);
    let of_topics =
        of_topics.flat_map(|(number, names)| of_topic(&names).into_iter().map(move |core| (number, core)));
    let mut cores: Vec<(usize, String)> = cores.chain(of_topics).collect();
    cores.sort_unstable();
    // An n-gram of each is in no name of another.
    let mut owners: FxHashMap<u32, Option<usize>> = FxHashMap::default();
    for (number, core) in &cores {
        for ngram in inner_ngrams(core) {
            owners.insert(ngram, Some(*number));
        }
    }
    for (number, name) in names {
        each_folded_ngram(name, |ngram| {
            if let Some(owner) = owners.get_mut(&ngram) {
                *owner = owner.filter(|owner| owner == number);
            }
        });
    }
    let is_own = |number: usize, core: &str| {
        inner_ngrams(core).iter().any(|ngram| owners.get(ngram) == Some(&Some(number)))
    };
    let own = cores.into_iter().filter(|(number, core)| is_own(*number, core));
    let acronyms = of_capitals(names, acronyms).into_iter().filter(|(number, _)| is_role(*number));
    own.chain(acronyms).map(|(number, core)| (SubjectId(number), core)).collect()
}

/// Words in capitals that several of the few names of one subject hold, no name of another, and that are no name by themselves; sorted.
fn of_capitals(
    names: &BTreeSet<(usize, String)>,
    acronyms: &FxHashMap<(usize, String), usize>,
) -> Vec<(usize, String)> {
    let mut owners: FxHashMap<&str, Option<usize>> = FxHashMap::default();
    for ((number, word), _) in acronyms.iter().filter(|(_, names)| **names > 1) {
        owners.entry(word).and_modify(|owner| *owner = None).or_insert(Some(*number));
    }
    for (number, name) in names {
        for word in name.split(|c: char| !c.is_ascii_alphanumeric()) {
            if let Some(owner) = owners.get_mut(word) {
                *owner = owner.filter(|owner| owner == number);
            }
        }
    }
    let few = |number: usize| {
        let own = names.range((number, String::new())..(number + 1, String::new()));
        let mut latin = own.take(MOST_NAMES).filter(|(_, name)| !name.contains(is_thai));
        latin.nth(MOST_NAMES_OF_WORD).is_none()
    };
    let is_own = |(number, word): &(usize, String)| {
        owners.get(word.as_str()) == Some(&Some(*number))
            && few(*number)
            && !ABBREVIATIONS.contains(&word.as_str())
            && !names.contains(&(*number, word.clone()))
    };
    let several = acronyms.iter().filter(|(_, names)| **names > 1).map(|(word, _)| word);
    let mut own: Vec<(usize, String)> = several.filter(|word| is_own(word)).cloned().collect();
    own.sort_unstable();
    own
}

/// The n-grams of a core without its borders, which stand beside other letters in longer names.
fn inner_ngrams(core: &str) -> Vec<u32> {
    let letters = folded(&spelled(core));
    ngrams(letters.get(1..letters.len().saturating_sub(1)).unwrap_or_default()).collect()
}

/// Whether enough of a role's names in the same script hold a core, which is no name yet; fewer do where it is long, with one head alone.
fn is_common_enough(number: usize, core: &str, heads: usize, names: &BTreeSet<(usize, String)>) -> bool {
    let thai = core.contains(is_thai);
    let own = || names.range((number, String::new())..(number + 1, String::new())).map(|(_, name)| name);
    if own().nth(MOST_NAMES).is_some() {
        return false;
    }
    let alike = own().filter(|name| name.contains(is_thai) == thai).count();
    let holding = own().filter(|name| name.contains(core)).count();
    let long = core.chars().filter(|&c| is_letter(c)).count() >= LONG;
    let least = if heads > 1 { HOLDING } else { HOLDING_LONG };
    let single = !thai && !core.contains([' ', '-', '/']);
    if single && (heads == 1 || alike > MOST_NAMES_OF_WORD) {
        return false;
    }
    (heads > 1 || long) && own().all(|name| name != core) && holding as f32 >= least * alike as f32
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use std::sync::Arc;

    use super::*;
    use crate::knowledge::{ArticleId, Knowledge, Language, parse, starter};
    use crate::search::{Engine, Question, Verdict};

    /// The cores of the names of several roles.
    fn found(roles: &[&[&str]]) -> Vec<(usize, String)> {
        let names = (0..)
            .zip(roles)
            .flat_map(|(role, names)| names.iter().map(move |name| (role, (*name).to_owned())));
        cores(&names.collect(), &FxHashMap::default(), |_| Some(ArticleKind::Role))
            .into_iter()
            .map(|(subject, core)| (subject.0, core))
            .collect()
    }

    #[test]
    fn names_have_a_core_in_common() {
        for (roles, expected) in [
            (
                &[&["ฝ่ายจัดซื้อ", "เจ้าหน้าที่จัดซื้อ", "front desk clerk", "front desk agent"][..]][..],
                &["front desk", "จัดซื้อ"][..],
            ),
            // A Latin word of a job with few names.
            (&[&["purchasing officer", "purchasing agent"]], &["purchasing"]),
            // It is a name already, in few of many, a Latin word of one head, or short and one name's alone.
            (&[&["ฝ่ายจัดซื้อ", "เจ้าหน้าที่จัดซื้อ", "จัดซื้อ"]], &[]),
            (&[&["ฝ่ายจัดซื้อ", "พนักงานจัดซื้อ", "กา", "กิ", "กี", "กึ", "กื", "กุ", "กู"]], &[]),
            (&[&["purchasing officer", "buyer"]], &[]),
            (&[&["ฝ่ายจัดซื้อ"]], &[]),
            (&[&["พนักงาน engineering"]], &[]),
            // Who helps or heads somebody does something else.
            (&[&["ผู้ช่วยทนายความ", "certified public accountant assistant"]], &[]),
            // One name's alone and long.
            (&[&["พนักงานฟรอนต์โรงแรม", "hotel receptionist"]], &["ฟรอนต์โรงแรม"]),
            // Another has it too.
            (&[&["ฝ่ายจัดซื้อ", "เจ้าหน้าที่จัดซื้อ"], &["ผู้จัดการจัดซื้อ"]], &[]),
        ] {
            let expected: Vec<_> = expected.iter().map(|core| (0, (*core).to_owned())).collect();
            assert_eq!(found(roles), expected, "{roles:?}");
        }
    }

    #[test]
    fn words_in_capitals_of_several_names_are_names() {
        assert_eq!(acronyms("UX/UI Designer"), ["ux", "ui", "uxui", "uiux"]);
        assert_eq!(acronyms("นักออกแบบ UX"), ["ux"]);
        assert!(acronyms("CHIEF AUDITOR").is_empty());
        let role = |_| Some(ArticleKind::Role);
        let names = |names: &[(usize, &str)]| {
            let mut counts: FxHashMap<(usize, String), usize> = FxHashMap::default();
            for (number, name) in names {
                for word in acronyms(name) {
                    *counts.entry((*number, word)).or_default() += 1;
                }
            }
            let names = names.iter().map(|(number, name)| (*number, name.to_lowercase())).collect();
            cores(&names, &counts, role).into_iter().map(|(_, core)| core).collect::<Vec<_>>()
        };
        assert_eq!(names(&[(0, "UX Designer"), (0, "UX Writer")]), ["ux"]);
        assert!(names(&[(0, "UX Designer"), (0, "Designer")]).is_empty());
        assert!(names(&[(0, "AI Engineer"), (0, "AI Developer")]).is_empty());
        let of_two = [(0, "UX/UI Designer"), (0, "UX/UI Artist"), (1, "UX/UI Writer"), (1, "UX/UI Tester")];
        assert!(names(&of_two).is_empty());
        assert!(names(&[(0, "UX Designer"), (0, "UX Writer"), (1, "UX Researcher")]).is_empty());
    }

    #[test]
    fn names_of_topics_have_a_core_in_common() {
        for (names, expected) in [
            (
                &[
                    "เขียนเรซูเม่สมัครงานแรก",
                    "เรซูเม่งานแรก",
                    "เรซูเม่เด็กจบใหม่",
                    "วิธีเขียนเรซูเม่",
                    "ทำเรซูเม่ครั้งแรก",
                    "first resume",
                    "resume for new graduates",
                    "how to write a resume",
                ][..],
                &["resume", "เรซูเม่"][..],
            ),
            (&["ทำงานที่บ้าน", "งานออนไลน์", "remote jobs"], &[]),
            // A name as it stands, of which no part is one.
            (&["สัมภาษณ์งาน", "เตรียมสัมภาษณ์งาน"], &[]),
            // What begins and ends inside others is no word.
            (&["อยากเปลี่ยนสายงาน", "ยากเปลี่ยนงาน"], &[]),
        ] {
            assert_eq!(of_topic(names), expected, "{names:?}");
        }
    }

    #[test]
    fn roles_of_very_many_names_have_no_core() {
        let found = |others: usize| {
            let others = (0..others).map(|number| (0, format!("จัดซื้อ{number}")));
            let named = ["ฝ่ายจัดซื้อ", "เจ้าหน้าที่จัดซื้อ"].map(|name| (0, name.to_owned()));
            cores(&named.into_iter().chain(others).collect(), &FxHashMap::default(), |_| {
                Some(ArticleKind::Role)
            })
            .len()
        };
        assert_eq!((found(MOST_NAMES - 2), found(MOST_NAMES - 1)), (1, 0));
    }

    /// An engine with an article on buyers, and one on bakers that says this.
    fn engine(bakers: &str) -> Engine {
        let facets = starter().unwrap().facets().clone();
        let article = |title: &str, aliases: &str, text: &str| {
            let text = format!(
                "---\ntitle: {title}\nkind: role\naliases: [{aliases}]\nreviewed: 2026-01-01\n---\n\n{text}\n\n## เงินเดือน {{#salary}}\n\n{text} ไม่มาก\n"
            );
            let id = ArticleId::parse(title).unwrap();
            parse("th/job.md", id, Language::thai(), &text, &facets).0.unwrap()
        };
        let articles = vec![
            article("buyer", "ฝ่ายจัดซื้อ, เจ้าหน้าที่จัดซื้อ", "งานจัดซื้อของบริษัท"),
            article("baker", "คนทำขนมปัง", bakers),
        ];
        Engine::new(Arc::new(Knowledge::new(articles, facets.clone())))
    }

    #[test]
    fn a_core_is_a_name_unless_others_speak_of_it() {
        let salary = |engine: Engine| match engine.ask(&Question::new("จัดซื้อ ตอนนี้เงินเดือนเท่าไหร่")).verdict
        {
            Verdict::Answer { candidate, .. } => Some(format!("{}#{}", candidate.article, candidate.section)),
            _ => None,
        };
        assert_eq!(salary(engine("อบทุกเช้า")).as_deref(), Some("buyer#salary"));
        assert_eq!(salary(engine("จัดซื้อแป้งทุกเช้า")), None);
    }
}
