//! The identifiers of the knowledge base: newtypes that can only hold what their invariant allows.

use std::borrow::Borrow;
use std::fmt;

/// Why a text is no identifier; says what the identifier may hold.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{held}` is no {kind}: {rule}")]
pub struct InvalidId {
    kind: &'static str,
    held: String,
    rule: &'static str,
}

macro_rules! identifier {
    ($(#[$doc:meta])* $name:ident, $kind:literal, $rule:literal, $valid:expr) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
        #[serde(transparent)]
        pub struct $name(String);

        impl $name {
            /// Accepts a text that keeps the invariant.
            ///
            /// # Errors
            /// [`InvalidId`] when it does not.
            pub fn parse(text: &str) -> Result<Self, InvalidId> {
                let valid: fn(&str) -> bool = $valid;
                if valid(text) {
                    Ok(Self(text.to_owned()))
                } else {
                    Err(InvalidId { kind: $kind, held: text.to_owned(), rule: $rule })
                }
            }

            /// The identifier as text.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str(&self.0)
            }
        }

        impl Borrow<str> for $name {
            fn borrow(&self) -> &str {
                &self.0
            }
        }
    };
}

identifier!(
    /// An article's id, the same in every language. Invariant: not empty, `[a-z0-9-]` only.
    ArticleId,
    "article id",
    "small letters a-z, digits and - only",
    |text| !text.is_empty() && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
);

identifier!(
    /// A section's id, unique in its article. Invariant: not empty; no white space, control character, brace or `#`.
    SectionId,
    "section id",
    "letters, digits and - only, without spaces",
    |text| {
        !text.is_empty()
            && !text.chars().any(|c| c.is_whitespace() || c.is_control() || matches!(c, '{' | '}' | '#' | ':'))
    }
);

identifier!(
    /// A facet's id (salary, duties, …). Invariant: not empty, `[a-z0-9-]` only.
    FacetId,
    "facet id",
    "small letters a-z, digits and - only",
    |text| !text.is_empty() && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
);

identifier!(
    /// A language as a BCP 47 tag in lower case. Invariant: `-`-separated parts of 1–8 ASCII letters or digits, the
    /// first of 2–8 letters.
    Language,
    "language tag",
    "a BCP 47 tag such as th, en or pt-br",
    |text| {
        let mut parts = text.split('-');
        parts.next().is_some_and(|first| (2..=8).contains(&first.len()) && first.bytes().all(|b| b.is_ascii_lowercase()))
            && parts.all(|part| {
                (1..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit())
            })
    }
);

impl ArticleId {
    /// The id of an article whose title and file have no name in Latin letters.
    pub fn imported() -> Self {
        Self("imported-article".to_owned())
    }
}

impl SectionId {
    /// The id of the text before the first heading.
    pub fn definition() -> Self {
        Self("definition".to_owned())
    }

    /// The id made from a heading: its words lower-cased and joined with `-`, Thai kept; `None` without any word.
    pub fn from_heading(heading: &str) -> Option<Self> {
        let mut id = String::new();
        let mut gap = false;
        for c in heading.chars().flat_map(char::to_lowercase) {
            let word = c.is_alphanumeric() || crate::text::script::is_thai(c);
            if word {
                if gap && !id.is_empty() {
                    id.push('-');
                }
                id.push(c);
            }
            gap = !word;
        }
        (!id.is_empty()).then_some(Self(id))
    }
}

impl Language {
    /// Thai.
    pub fn thai() -> Self {
        Self("th".to_owned())
    }

    /// English.
    pub fn english() -> Self {
        Self("en".to_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn section_ids_are_made_from_headings() {
        for (heading, id) in [
            ("Career path", Some("career-path")),
            ("  What, really?! ", Some("what-really")),
            ("เงินเดือน และ โบนัส", Some("เงินเดือน-และ-โบนัส")),
            ("ผู้จัดการ (AM)", Some("ผู้จัดการ-am")),
            ("…", None),
        ] {
            assert_eq!(SectionId::from_heading(heading).map(|id| id.to_string()).as_deref(), id, "{heading}");
        }
    }

    #[test]
    fn identifiers_keep_their_invariant() {
        assert!(ArticleId::parse("account-manager").is_ok());
        for bad in ["", "Account", "a b", "ผู้", "a_b", "../x"] {
            assert!(ArticleId::parse(bad).is_err(), "{bad}");
        }
        assert!(SectionId::parse("เงินเดือน").is_ok());
        for bad in ["", "a b", "a\u{7}", "a#b", "a{b"] {
            assert!(SectionId::parse(bad).is_err(), "{bad}");
        }
        for good in ["th", "en", "pt-br", "zh-hant"] {
            assert!(Language::parse(good).is_ok(), "{good}");
        }
        for bad in ["", "t", "TH", "th-", "th_TH", "1a"] {
            assert!(Language::parse(bad).is_err(), "{bad}");
        }
    }
}
