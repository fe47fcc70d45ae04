//! Which language the terminal speaks. Owns no text.

use super::args::Lang;
use super::environment::Environment;
use crate::knowledge::Language;
use crate::reply::wording::{ENGLISH, THAI, Wording};

/// The language of notes, offers and labels.
#[derive(Debug, Clone, Copy)]
pub enum Interface {
    /// Always this one, as the person asked for.
    Fixed(&'static Wording),
    /// That of each question.
    AsAsked,
}

impl Interface {
    /// What the option says, else Thai where the locale is Thai, else as asked.
    pub(crate) fn choose(option: Option<Lang>, environment: &Environment) -> Self {
        // The order in which POSIX looks for the language of messages.
        let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().filter_map(|name| environment.get(name));
        let locale = locale.map(|value| value.to_string_lossy().into_owned()).find(|value| !value.is_empty());
        match option {
            Some(Lang::Th) => Self::Fixed(&THAI),
            Some(Lang::En) => Self::Fixed(&ENGLISH),
            None if locale.as_deref().is_some_and(is_thai) => Self::Fixed(&THAI),
            None => Self::AsAsked,
        }
    }

    /// The wording for a question in a language.
    pub(crate) fn wording(self, asked: &Language) -> &'static Wording {
        match self {
            Self::Fixed(wording) => wording,
            Self::AsAsked => Wording::of(asked.as_str()),
        }
    }

    /// The language of the person, where it is known before any question.
    pub(crate) fn language(self) -> Option<Language> {
        match self {
            Self::Fixed(wording) => Some(wording.language()),
            Self::AsAsked => None,
        }
    }
}

/// Whether a locale such as `th_TH.UTF-8` is Thai.
fn is_thai(locale: &str) -> bool {
    locale.split(['_', '.', '@', '-']).next().is_some_and(|language| language.eq_ignore_ascii_case("th"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn locales_are_told_apart() {
        for (locale, thai) in
            [("th_TH.UTF-8", true), ("th", true), ("TH-th", true), ("en_US.UTF-8", false), ("C", false)]
        {
            assert_eq!(is_thai(locale), thai, "{locale}");
        }
    }
}
