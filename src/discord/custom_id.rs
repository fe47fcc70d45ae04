//! What a button or a menu carries, so that it works after a restart and after the knowledge changed.
//!
//! Owns the written form of custom ids and nothing else: no Discord type, no permission, no reply.
//!
//! The form is `n1:<action>:<language>:<asker>[:<target>]`. An action is a letter; a page's number follows that of
//! reading in full, unless it is the first. A target is `<article>:<section>`, or `~` and the 64-bit FNV-1a hash of that
//! in hexadecimal when the names are too long. Section ids hold no `:` and article ids no `~`, so the form reads back in
//! one way only. What is written takes at most 100 bytes: Discord counts characters, a message's budget counts bytes.

use super::limits;
use crate::knowledge::{ArticleId, Knowledge, Language, SectionId};

/// Says how the rest is read. Another form gets another number, and the old one a kind answer.
const VERSION: &str = "n1";
/// Opens a target that is a hash.
const HASH_MARK: char = '~';
/// The highest number of a page: what has more than a hundred is no section.
const LAST_PAGE: u8 = 99;
/// The longest language tag that is carried: what RFC 5646, section 4.4.1, asks programs to keep room for.
const LANGUAGE_CHARACTERS: usize = 35;

/// A section, named or hashed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Target {
    /// The section by its names.
    Named(ArticleId, SectionId),
    /// The hash of the names, to be looked up.
    Hashed(u64),
}

/// What using a button or a menu does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Action {
    /// Shows a section.
    Show(Target),
    /// Shows a section that was offered because the question was unclear.
    Choose(Target),
    /// Shows the section that the chosen option of a menu names.
    ShowChosen,
    /// Shows a page, counted from 0, of the whole of a section.
    ReadAll(Target, u8),
    /// Tells why a section is the answer.
    Why(Target),
    /// Says whether a section helped.
    Rate(Target, bool),
    /// Says that none of the offered sections is meant.
    NoneOfThese,
    /// Shows the lines that make a question a sample question; the target holds the number of the question.
    Sample(Target),
    /// Shows those lines for all questions.
    ExportSamples,
    /// Deletes what belongs to the person.
    Forget,
    /// Deletes the message; remembers the section that the message shows, for follow-ups.
    Delete(Option<Target>),
}

/// The parsed custom id of a button or a menu.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct CustomId {
    /// What it does.
    pub(crate) action: Action,
    /// The language of the message that carries it.
    pub(crate) language: Language,
    /// The Discord id of the person whom the message answers.
    pub(crate) asker: u64,
}

impl Target {
    /// The section's names, or their hash where the names take more than `room` bytes.
    pub(crate) fn within(room: usize, article: &ArticleId, section: &SectionId) -> Self {
        let named = Self::Named(article.clone(), section.clone());
        if named.to_string().len() <= room { named } else { Self::Hashed(hash(article, section)) }
    }

    /// Reads the written form; `None` for anything else.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        if let Some(digits) = text.strip_prefix(HASH_MARK) {
            let written_by_us = digits.len() == 16 && digits.bytes().all(|byte| byte.is_ascii_hexdigit());
            return written_by_us.then(|| u64::from_str_radix(digits, 16).ok()).flatten().map(Self::Hashed);
        }
        let (article, section) = text.split_once(':')?;
        Some(Self::Named(ArticleId::parse(article).ok()?, SectionId::parse(section).ok()?))
    }

    /// The names, if the knowledge still has the section. Looking up a hash walks over all sections, which is
    /// cheap enough for a click.
    pub(crate) fn find(&self, knowledge: &Knowledge) -> Option<(ArticleId, SectionId)> {
        match self {
            Self::Named(article, section) => {
                let exists =
                    knowledge.versions(article).iter().any(|version| version.section(section).is_some());
                exists.then(|| (article.clone(), section.clone()))
            }
            Self::Hashed(wanted) => knowledge.articles().iter().find_map(|article| {
                let section =
                    article.sections.iter().find(|section| hash(&article.id, &section.id) == *wanted)?;
                Some((article.id.clone(), section.id.clone()))
            }),
        }
    }
}

impl std::fmt::Display for Target {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Named(article, section) => write!(formatter, "{article}:{section}"),
            Self::Hashed(hash) => write!(formatter, "{HASH_MARK}{hash:016x}"),
        }
    }
}

impl Action {
    /// Shows the lines that make a question a sample question, by the number of the question.
    pub(crate) fn sample(question: u64) -> Self {
        Self::Sample(Target::Hashed(question))
    }
}

impl CustomId {
    /// An id that names no section.
    pub(crate) fn plain(action: Action, language: &Language, asker: u64) -> Self {
        Self { action, language: carried(language), asker }
    }

    /// An id with a section.
    pub(crate) fn of_section(
        action: impl Fn(Target) -> Action,
        (article, section): (&ArticleId, &SectionId),
        language: &Language,
        asker: u64,
    ) -> Self {
        // An empty target takes no room but its colon; the action may take more letters than one.
        let bare = Self::plain(action(Target::Hashed(0)), language, asker);
        let taken = bare.to_string().len() - Target::Hashed(0).to_string().len();
        let room = limits::CUSTOM_ID.saturating_sub(taken);
        Self { action: action(Target::within(room, article, section)), ..bare }
    }

    /// Reads the written form; `None` for what this version did not write.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let mut parts = text.splitn(5, ':');
        if parts.next()? != VERSION {
            return None;
        }
        let (letter, language, asker) = (parts.next()?, parts.next()?, parts.next()?);
        let target = parts.next().map(|target| Target::parse(target).ok_or(())).transpose().ok()?;
        let action = match (letter, target) {
            ("s", Some(target)) => Action::Show(target),
            ("c", Some(target)) => Action::Choose(target),
            ("m", None) => Action::ShowChosen,
            ("w", Some(target)) => Action::Why(target),
            ("u", Some(target)) => Action::Rate(target, true),
            ("v", Some(target)) => Action::Rate(target, false),
            ("x", None) => Action::NoneOfThese,
            ("k", Some(question @ Target::Hashed(_))) => Action::Sample(question),
            ("k", None) => Action::ExportSamples,
            ("p", None) => Action::Forget,
            ("d", target) => Action::Delete(target),
            (letter, Some(target)) => Action::ReadAll(target, page(letter.strip_prefix('f')?)?),
            _ => return None,
        };
        let asker = asker.parse().ok().filter(|asker| *asker != 0)?;
        Some(Self { action, language: Language::parse(language).ok()?, asker })
    }
}

impl std::fmt::Display for CustomId {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let (letter, target) = match &self.action {
            Action::Show(target) => ("s", Some(target)),
            Action::Choose(target) => ("c", Some(target)),
            Action::ShowChosen => ("m", None),
            Action::ReadAll(target, _) => ("f", Some(target)),
            Action::Why(target) => ("w", Some(target)),
            Action::Rate(target, true) => ("u", Some(target)),
            Action::Rate(target, false) => ("v", Some(target)),
            Action::NoneOfThese => ("x", None),
            Action::Sample(question) => ("k", Some(question)),
            Action::ExportSamples => ("k", None),
            Action::Forget => ("p", None),
            Action::Delete(target) => ("d", target.as_ref()),
        };
        write!(formatter, "{VERSION}:{letter}")?;
        if let Action::ReadAll(_, page @ 1..) = self.action {
            write!(formatter, "{page}")?;
        }
        write!(formatter, ":{}:{}", self.language, self.asker)?;
        target.map_or(Ok(()), |target| write!(formatter, ":{target}"))
    }
}

/// The number of a page behind the letter: nothing for the first, else as it is written here.
fn page(digits: &str) -> Option<u8> {
    if digits.is_empty() {
        return Some(0);
    }
    let page = digits.parse::<u8>().ok().filter(|page| (1..=LAST_PAGE).contains(page))?;
    (digits == page.to_string()).then_some(page)
}

/// The language, unless its tag would leave no room for the rest.
fn carried(language: &Language) -> Language {
    if language.as_str().len() <= LANGUAGE_CHARACTERS { language.clone() } else { Language::english() }
}

/// FNV-1a, 64 bits (<http://www.isthe.com/chongo/tech/comp/fnv/>): stable over restarts and versions of Rust, which
/// the standard library's hasher is not.
fn hash(article: &ArticleId, section: &SectionId) -> u64 {
    const OFFSET_BASIS: u64 = 0xcbf2_9ce4_8422_2325;
    const PRIME: u64 = 0x0000_0100_0000_01b3;
    format!("{article}:{section}")
        .bytes()
        .fold(OFFSET_BASIS, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(PRIME))
}

#[cfg(test)]
#[path = "custom_id_tests.rs"]
mod tests;
