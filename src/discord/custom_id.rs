//! What a button or a menu carries, so that it works after a restart and after the knowledge changed.
//!
//! Owns the written form of custom ids and nothing else: no Discord type, no permission, no reply.
//!
//! The form is `n1:<action>:<language>:<asker>[:<target>]`. A target is `<article>:<section>`, or `~` and the
//! 64-bit FNV-1a hash of that in hexadecimal when the names are too long for Discord's 100 characters. Section ids
//! hold no `:` and article ids no `~`, so the form reads back in one way only.

use super::limits;
use crate::knowledge::{ArticleId, Knowledge, Language, SectionId};

/// Says how the rest is read. Another form gets another number, and the old one a kind answer.
const VERSION: &str = "n1";
/// Opens a target that is a hash.
const HASH_MARK: char = '~';
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
    /// Shows the section that the chosen option of a menu names.
    ShowChosen,
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
    /// The section's names, or their hash where the names take more than `room` characters.
    pub(crate) fn within(room: usize, article: &ArticleId, section: &SectionId) -> Self {
        let named = Self::Named(article.clone(), section.clone());
        if named.to_string().chars().count() <= room { named } else { Self::Hashed(hash(article, section)) }
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

    /// A button that shows a section.
    pub(crate) fn show(article: &ArticleId, section: &SectionId, language: &Language, asker: u64) -> Self {
        Self::with_target(Action::Show, article, section, language, asker)
    }

    /// A menu whose options' values are targets.
    pub(crate) fn menu(language: &Language, asker: u64) -> Self {
        Self { action: Action::ShowChosen, language: carried(language), asker }
    }

    /// The delete button of a message that shows no single section.
    pub(crate) fn delete(language: &Language, asker: u64) -> Self {
        Self { action: Action::Delete(None), language: carried(language), asker }
    }

    /// The delete button of an answer.
    pub(crate) fn delete_answer(
        article: &ArticleId,
        section: &SectionId,
        language: &Language,
        asker: u64,
    ) -> Self {
        Self::with_target(|target| Action::Delete(Some(target)), article, section, language, asker)
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
            ("m", None) => Action::ShowChosen,
            ("k", Some(question @ Target::Hashed(_))) => Action::Sample(question),
            ("k", None) => Action::ExportSamples,
            ("p", None) => Action::Forget,
            ("d", target) => Action::Delete(target),
            _ => return None,
        };
        let asker = asker.parse().ok().filter(|asker| *asker != 0)?;
        Some(Self { action, language: Language::parse(language).ok()?, asker })
    }

    fn with_target(
        action: impl Fn(Target) -> Action,
        article: &ArticleId,
        section: &SectionId,
        language: &Language,
        asker: u64,
    ) -> Self {
        let bare = Self { action: Action::Delete(None), language: carried(language), asker };
        let room = limits::CUSTOM_ID.saturating_sub(bare.to_string().chars().count() + 1);
        Self { action: action(Target::within(room, article, section)), ..bare }
    }
}

impl std::fmt::Display for CustomId {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let (letter, target) = match &self.action {
            Action::Show(target) => ('s', Some(target)),
            Action::ShowChosen => ('m', None),
            Action::Sample(question) => ('k', Some(question)),
            Action::ExportSamples => ('k', None),
            Action::Forget => ('p', None),
            Action::Delete(target) => ('d', target.as_ref()),
        };
        write!(formatter, "{VERSION}:{letter}:{}:{}", self.language, self.asker)?;
        target.map_or(Ok(()), |target| write!(formatter, ":{target}"))
    }
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
#[allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn article(text: &str) -> ArticleId {
        ArticleId::parse(text).unwrap()
    }

    fn section(text: &str) -> SectionId {
        SectionId::parse(text).unwrap()
    }

    #[test]
    fn the_written_form_stays_as_it_is() {
        let (article, section) = (article("account-manager"), section("salary"));
        let asker = 80_351_110_224_678_912;
        let id = CustomId::show(&article, &section, &Language::thai(), asker);
        assert_eq!(id.to_string(), "n1:s:th:80351110224678912:account-manager:salary");
        assert_eq!(CustomId::menu(&Language::english(), asker).to_string(), "n1:m:en:80351110224678912");
        assert_eq!(CustomId::delete(&Language::english(), asker).to_string(), "n1:d:en:80351110224678912");
        let id = CustomId::delete_answer(&article, &section, &Language::thai(), asker);
        assert_eq!(id.to_string(), "n1:d:th:80351110224678912:account-manager:salary");
    }

    #[test]
    fn forged_and_outdated_ids_are_refused() {
        for forged in [
            "",
            "x",
            "n0:s:th:1:a:b",
            "n2:s:th:1:a:b",
            "n1:s:th:1",
            "n1:s:th:1:",
            "n1:s:th:1:a",
            "n1:s:th:1:A:b",
            "n1:s:th:0:a:b",
            "n1:s:th:-1:a:b",
            "n1:s:th:99999999999999999999999:a:b",
            "n1:s:TH:1:a:b",
            "n1:m:th:1:a:b",
            "n1:q:th:1:a:b",
            "n1:k:th:1:a:b",
            "n1:p:th:1:a:b",
            "n1:d:th:1:~123",
            "n1:d:th:1:~zzzzzzzzzzzzzzzz",
            "n1:s:th:1:a:b:c",
            "n1:s:th:1:a:b c",
        ] {
            assert_eq!(CustomId::parse(forged), None, "{forged}");
        }
    }

    #[test]
    fn targets_are_found_by_name_and_by_hash() {
        use crate::knowledge::{Article, Facets, parse};
        let read = |id: &str, text: &str| -> Article {
            parse("th/x.md", article(id), Language::thai(), text, &Facets::default()).0.unwrap()
        };
        let knowledge = Knowledge::new(
            vec![
                read("a", "---\ntitle: ก\n---\nก\n\n## ข {#pay}\n\nค"),
                read("b", "---\ntitle: ข\n---\nก\n\n## ข {#pay}\n\nค"),
            ],
            Facets::default(),
        );
        let names = (article("b"), section("pay"));
        let hashed = Target::within(0, &names.0, &names.1);
        assert!(matches!(hashed, Target::Hashed(_)));
        assert_eq!(hashed.find(&knowledge), Some(names.clone()));
        assert_eq!(Target::Named(names.0.clone(), names.1.clone()).find(&knowledge), Some(names));
        assert_eq!(Target::Hashed(1).find(&knowledge), None);
        assert_eq!(Target::Named(article("b"), section("gone")).find(&knowledge), None);
        assert_eq!(Target::Named(article("c"), section("pay")).find(&knowledge), None);
    }

    #[test]
    fn fnv_matches_its_published_vector() {
        // From the reference's test vectors: FNV-1a 64 of "foobar" is 0x85944171f73967e8; ours always joins with a
        // colon, so the vector is checked on the same fold.
        let of = |text: &str| {
            text.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
                (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
            })
        };
        assert_eq!(of("foobar"), 0x8594_4171_f739_67e8);
        assert_eq!(hash(&article("a"), &section("b")), of("a:b"));
    }

    proptest! {
        #[test]
        fn ids_fit_and_read_back(
            article_text in "[a-z0-9-]{1,120}",
            section_text in "[a-zก-ฮะ-ู0-9-]{1,120}",
            tag in "[a-z]{2,8}(-[a-z0-9]{1,8}){0,6}",
            asker in 1_u64..,
        ) {
            let (article, section) = (article(&article_text), section(&section_text));
            let language = Language::parse(&tag).unwrap();
            for id in [
                CustomId::show(&article, &section, &language, asker),
                CustomId::menu(&language, asker),
                CustomId::delete(&language, asker),
                CustomId::plain(Action::sample(asker), &language, asker),
                CustomId::plain(Action::ExportSamples, &language, asker),
                CustomId::plain(Action::Forget, &language, asker),
                CustomId::delete_answer(&article, &section, &language, asker),
            ] {
                let written = id.to_string();
                prop_assert!(written.chars().count() <= limits::CUSTOM_ID, "{}", written);
                prop_assert_eq!(CustomId::parse(&written), Some(id));
            }
        }

        #[test]
        fn any_text_is_parsed_without_panic(text in "\\PC{0,120}") {
            let _ = (CustomId::parse(&text), Target::parse(&text));
        }

        #[test]
        fn whatever_is_read_is_written_the_same(text in "n1:[smdkp]:(th|en):[1-9][0-9]{0,18}(:[a-z]{1,5}:[a-z]{1,5})?") {
            if let Some(id) = CustomId::parse(&text) {
                prop_assert_eq!(id.to_string(), text);
            }
        }
    }
}
