//! The articles that are there already, and which of them a page leads to. Owns no file: they are told.

use std::collections::{BTreeMap, BTreeSet};

use super::clean::Teaser;
use super::{names, title};
use crate::knowledge::{ArticleId, Knowledge, name_key};

/// Articles that may be named.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Known {
    ids: BTreeSet<ArticleId>,
    names: BTreeMap<String, ArticleId>,
}

impl Known {
    /// Every article of a knowledge base.
    pub fn of(knowledge: &Knowledge) -> Self {
        let mut known = Self::default();
        for article in knowledge.articles() {
            known.add(article.id.clone());
            let names = article.names().into_iter().map(|name| (name_key(name), article.id.clone()));
            known.names.extend(names);
        }
        known
    }

    /// One more article, by its id alone.
    pub fn add(&mut self, id: ArticleId) {
        self.ids.insert(id);
    }

    /// The article that a title is about.
    fn titled(&self, whole: &str) -> Option<&ArticleId> {
        let subject = title::subject(whole);
        let parts = names::parts(&subject).into_iter().chain([subject.clone(), whole.to_owned()]);
        let named = parts.map(|part| name_key(&part)).find_map(|key| self.names.get(&key));
        named.or_else(|| probable_id(whole).and_then(|id| self.ids.get(&id)))
    }
}

/// The articles that a page leads to.
#[derive(Debug, Default)]
pub(crate) struct Related {
    /// Those that are there.
    pub(crate) ids: Vec<ArticleId>,
    /// Which of these were guessed, with the line of the teaser.
    pub(crate) guessed: Vec<(usize, ArticleId)>,
    /// Ids of those that are not, where they have one.
    pub(crate) lacking: Vec<ArticleId>,
    /// Their teasers.
    pub(crate) teasers: Vec<Teaser>,
}

impl Related {
    /// Sorts what a page's front matter names and what its teasers lead to. The article itself, `own`, is none of them.
    pub(crate) fn new(named: &[ArticleId], teasers: &[Teaser], own: &ArticleId, known: &Known) -> Self {
        let mut related = Self::default();
        let add = |list: &mut Vec<ArticleId>, id: &ArticleId| {
            let new = id != own && !list.contains(id);
            if new {
                list.push(id.clone());
            }
            new
        };
        for id in named {
            add(if known.ids.contains(id) { &mut related.ids } else { &mut related.lacking }, id);
        }
        for teaser in teasers {
            if let Some(id) = known.titled(&teaser.title) {
                if add(&mut related.ids, id) {
                    related.guessed.push((teaser.line, id.clone()));
                }
            } else {
                related.teasers.push(teaser.clone());
                if let Some(id) = probable_id(&teaser.title) {
                    add(&mut related.lacking, &id);
                }
            }
        }
        related
    }
}

/// The id that an article of this title probably has.
fn probable_id(whole: &str) -> Option<ArticleId> {
    names::id(&names::latin_name(&title::subject(whole))?)
}
