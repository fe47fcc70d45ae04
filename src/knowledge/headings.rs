//! Which facet a heading names.

use rustc_hash::FxHashMap;

use super::model::{Facet, Facets};
use super::names::heading_key;

/// The facets by their names, made once for all articles.
#[derive(Debug)]
pub(crate) struct Headings<'f> {
    facets: &'f Facets,
    named: FxHashMap<String, &'f Facet>,
}

impl<'f> Headings<'f> {
    /// Takes every name; of facets that share one, the first has it.
    pub(crate) fn new(facets: &'f Facets) -> Self {
        let mut named = FxHashMap::default();
        for facet in facets.iter() {
            for (_, name) in facet.names.iter() {
                named.entry(heading_key(name)).or_insert(facet);
            }
        }
        Self { facets, named }
    }

    /// The facet with this id.
    pub(crate) fn get(&self, id: &str) -> Option<&'f Facet> {
        self.facets.get(id)
    }

    /// The facet that a heading names.
    pub(crate) fn named(&self, heading: &str) -> Option<&'f Facet> {
        self.named.get(&heading_key(heading)).copied()
    }
}
