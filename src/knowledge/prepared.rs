//! The built-in facets as `build.rs` writes them down. Reading YAML would take a tenth of every start.

use std::sync::LazyLock;

use super::id::{FacetId, Language};
use super::model::{Facet, Facets, Phrases};

/// Lines of `facet id`, each with lines of `names language` and `asks language`, each with lines of `- phrase`.
const BUILT_IN: &str = include_str!(concat!(env!("OUT_DIR"), "/facets.txt"));

/// The built-in facets, read once.
static FACETS: LazyLock<Facets> = LazyLock::new(read);

/// The built-in facets.
pub(super) fn built_in() -> Facets {
    FACETS.clone()
}

fn read() -> Facets {
    let mut facets = Facets::default();
    let mut open: Option<Facet> = None;
    let mut list: Option<(bool, Language)> = None;
    for line in BUILT_IN.lines() {
        let Some((kind, rest)) = line.split_once(' ') else { continue };
        match (kind, &mut open, &list) {
            ("-", Some(facet), Some((asks, language))) => {
                let phrases = if *asks { &mut facet.asks } else { &mut facet.names };
                if let Some(phrases) = phrases.0.get_mut(language) {
                    phrases.push(rest.to_owned());
                }
            }
            ("names" | "asks", Some(facet), _) => {
                let asks = kind == "asks";
                list = Language::parse(rest).ok().map(|language| (asks, language));
                let phrases = if asks { &mut facet.asks } else { &mut facet.names };
                if let Some((_, language)) = &list {
                    phrases.0.insert(language.clone(), Vec::new());
                }
            }
            _ => {
                if let Some(facet) = open.take() {
                    facets.add(facet);
                }
                list = None;
                let (names, asks) = (Phrases::default(), Phrases::default());
                open = FacetId::parse(rest).ok().map(|id| Facet { id, names, asks });
            }
        }
    }
    if let Some(facet) = open {
        facets.add(facet);
    }
    facets
}

#[cfg(test)]
mod tests {
    use super::super::facets::{FACETS_FILE, parse_facets};
    use super::super::starter::built_in_list;
    use super::*;

    #[test]
    fn the_built_in_facets_are_those_of_the_list() {
        let (facets, problems) = parse_facets(FACETS_FILE, built_in_list(), &Facets::default());
        assert_eq!(problems, []);
        assert_eq!(built_in(), facets);
    }
}
