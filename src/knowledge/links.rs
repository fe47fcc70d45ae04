//! Where the links of an article lead: to the web, to a mailbox, to a section here or to another article. Owns no
//! knowledge of which articles exist: that is checked when all are read.

use std::collections::BTreeSet;
use std::ops::Range;

use super::id::{ArticleId, Language};
use super::names::nearest;
use super::problem::Notes;
use super::records::is_web_address;

/// A link into the knowledge base.
#[derive(Debug, Clone)]
pub(crate) struct Link {
    /// The article; `None` for the one that the link is in.
    pub(crate) article: Option<ArticleId>,
    /// The section, when the link names one.
    pub(crate) section: Option<String>,
    /// The whole link.
    pub(crate) span: Range<usize>,
}

/// Reads the address of a link; `None` for one that leads out of the knowledge base or nowhere (which is reported).
pub(crate) fn read(
    notes: &mut Notes<'_>,
    address: &str,
    by_reference: bool,
    span: Range<usize>,
) -> Option<Link> {
    if by_reference {
        notes.warning(
            &span,
            "a link whose address stands elsewhere",
            "write `[words](address)`: a section is shown without the rest of the article",
        );
    }
    let scheme = scheme(address);
    if let Some(scheme) = scheme {
        let good = is_web_address(address) || scheme.eq_ignore_ascii_case("mailto");
        if !good {
            let what = format!("a link to `{address}`");
            notes.warning(&span, what, "link to http://, https:// or mailto: addresses, or to articles");
        }
        return None;
    }
    let (path, section) = match address.split_once('#') {
        None => (address, None),
        Some((path, section)) => (path, Some(section)),
    };
    let section = section.filter(|section| !section.is_empty()).map(str::to_owned);
    if path.is_empty() && section.is_some() {
        return Some(Link { article: None, section, span });
    }
    let Some(article) = article_of(path) else {
        let what = if address.is_empty() {
            "a link without an address".to_owned()
        } else {
            format!("a link to `{address}`")
        };
        notes.warning(
            &span,
            what,
            "link to a web address, or to an article as in `[words](account-manager.md)`",
        );
        return None;
    };
    Some(Link { article: Some(article), section, span })
}

/// Whether a link leads to another article. One that leads to a section of this one is checked here.
pub(crate) fn leads_elsewhere(notes: &mut Notes<'_>, link: &Link, sections: &BTreeSet<&str>) -> bool {
    if link.article.is_some() {
        return true;
    }
    if let Some(section) = &link.section
        && !sections.contains(section.as_str())
    {
        let full = notes.is_full();
        let mend = if full { String::new() } else { missing_section(section, sections.iter().copied()) };
        notes.warning(&link.span, format!("a link to `#{section}`, which is no section here"), mend);
    }
    false
}

/// How many sections are named to somebody who named one that is not there.
const MAX_LISTED: usize = 20;

/// What to do about a section that does not exist.
pub(crate) fn missing_section<'s>(section: &str, known: impl Iterator<Item = &'s str> + Clone) -> String {
    if let Some(near) = nearest(section, known.clone()) {
        return format!("did you mean `{near}`?");
    }
    let mut listed: Vec<&str> = known.take(MAX_LISTED + 1).collect();
    if let Some(last) = listed.get_mut(MAX_LISTED) {
        *last = "…";
    }
    format!("the sections are {}", listed.join(", "))
}

/// `other`, `other.md`, `./other.md` and `../en/other.md` are articles.
fn article_of(path: &str) -> Option<ArticleId> {
    let name = path.rsplit('/').next().unwrap_or(path);
    let folders = path.strip_suffix(name)?;
    let language = folders.strip_prefix("../").and_then(|folder| folder.strip_suffix('/'));
    let beside = matches!(folders, "" | "./") || language.is_some_and(|tag| Language::parse(tag).is_ok());
    ArticleId::parse(name.strip_suffix(".md").unwrap_or(name)).ok().filter(|_| beside)
}

/// The scheme of an address, such as `https`.
fn scheme(address: &str) -> Option<&str> {
    let (scheme, _) = address.split_once(':')?;
    let letters = scheme.starts_with(|c: char| c.is_ascii_alphabetic())
        && scheme.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.'));
    letters.then_some(scheme)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::super::problem::{Notes, Problems};
    use super::super::source::SourceText;
    use super::*;

    #[track_caller]
    fn assert_link(address: &str, leads_to: Option<(Option<&str>, Option<&str>)>, reported: bool) {
        let source = SourceText::new("[x](y)");
        let mut notes = Notes::new("f", &source);
        let link = read(&mut notes, address, false, 0..6);
        let found =
            link.as_ref().map(|link| (link.article.as_ref().map(ArticleId::as_str), link.section.as_deref()));
        assert_eq!(found, leads_to, "{address}");
        assert_eq!(!Problems::new(notes.finish(), []).is_empty(), reported, "{address}");
    }

    #[test]
    fn links_lead_to_the_web_to_sections_and_to_articles() {
        assert_link("https://example.com/ก", None, false);
        assert_link("HTTP://example.com", None, false);
        assert_link("mailto:a@example.com", None, false);
        assert_link("#salary", Some((None, Some("salary"))), false);
        assert_link("account-manager", Some((Some("account-manager"), None)), false);
        assert_link("./account-manager.md", Some((Some("account-manager"), None)), false);
        assert_link(
            "../en/account-manager.md#salary",
            Some((Some("account-manager"), Some("salary"))),
            false,
        );
    }

    #[test]
    fn links_that_lead_nowhere_are_reported() {
        for address in [
            "javascript:alert(1)",
            "ftp://example.com",
            "https://",
            "",
            "#",
            "picture.png",
            "/etc/passwd",
            "../../x.md",
        ] {
            assert_link(address, None, true);
        }
    }
}
