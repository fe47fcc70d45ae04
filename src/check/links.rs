//! Web addresses that cannot lead anywhere, whatever the network says. Links into the knowledge base are checked while
//! reading it.

use pulldown_cmark::{Event, Parser, Tag};
use url::{Host, Url};

use super::sheet::Sheet;
use crate::knowledge::{Level, Problem, Section};
use crate::reply::check_wording::CheckWording;
use crate::reply::fill;

const RULE: &str = "dead-link";

/// Links of a section's text whose address has no place on the web.
pub(crate) fn check(sheet: &Sheet<'_>, section: &Section, wording: &CheckWording) -> Vec<Problem> {
    let mut problems = Vec::new();
    for (event, span) in Parser::new(&section.text).into_offset_iter() {
        if let Event::Start(Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. }) = event
            && leads_nowhere(&dest_url)
        {
            let what = fill(wording.dead_link, &[&dest_url]);
            let place = sheet.within(section, &span);
            problems.push(sheet.problem((Level::Warning, RULE), place, what, wording.dead_link_mend));
        }
    }
    problems
}

/// The sources of an article whose address has no place on the web.
pub(crate) fn check_sources(sheet: &Sheet<'_>, wording: &CheckWording) -> Vec<Problem> {
    let addresses = sheet.article.sources.iter().filter_map(|source| source.url.as_deref());
    let problem = |address: &str| {
        let what = fill(wording.dead_link, &[address]);
        sheet.problem((Level::Warning, RULE), sheet.listed("sources", address), what, wording.dead_link_mend)
    };
    addresses.filter(|address| leads_nowhere(address)).map(problem).collect()
}

/// Whether a web address names no host that can be on the web. Addresses of other kinds are checked elsewhere.
fn leads_nowhere(address: &str) -> bool {
    let small = address.to_lowercase();
    if !small.starts_with("http:") && !small.starts_with("https:") {
        return false;
    }
    let Ok(url) = Url::parse(address) else { return true };
    match url.host() {
        Some(Host::Domain(domain)) => {
            let parts: Vec<&str> = domain.split('.').collect();
            let doubled = matches!(parts.first(), Some(&("http" | "https")));
            doubled || parts.iter().any(|part| part.is_empty())
        }
        Some(_) => false,
        None => true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_without_a_place_on_the_web() {
        for (address, nowhere) in [
            ("https://www.bls.gov/oes/", false),
            ("https://th.wikipedia.org/wiki/บัญชี", false),
            ("http://intranet/page", false),
            ("https://127.0.0.1:80/", false),
            ("mailto:a@example.com", false),
            ("account-manager.md", false),
            ("https://www..bls.gov/", true),
            ("https://https://www.bls.gov/", true),
            ("http://", true),
            ("https://bls gov/", true),
            ("https://bls.gov:port/", true),
        ] {
            assert_eq!(leads_nowhere(address), nowhere, "{address}");
        }
    }
}
