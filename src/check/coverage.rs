//! Which roles tell which facets in which languages, as a table of plain data. Owns no judgement of what is missing.

use serde::Serialize;

use crate::knowledge::{Article, ArticleId, ArticleKind, Facet, FacetId, Knowledge, Language};

/// The table: a row a role, a column a facet that any role tells.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Coverage {
    /// The columns, in the order of the facets.
    pub facets: Vec<Facet>,
    /// The languages of the roles, in order.
    pub languages: Vec<Language>,
    /// By article.
    pub rows: Vec<Row>,
}

/// What one role tells.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The role.
    pub article: ArticleId,
    /// For each column the languages that tell it, in order.
    pub cells: Vec<Vec<Language>>,
}

/// A cell as JSON.
#[derive(Debug, Serialize)]
pub(crate) struct Cell<'c> {
    article: &'c str,
    facet: &'c str,
    languages: Vec<&'c str>,
}

impl Coverage {
    /// The table of a knowledge base: every role has a row, however little it tells. Where no role tells any facet, the first
    /// facet is the only column.
    pub fn of(knowledge: &Knowledge) -> Self {
        let is_role = |article: &&Article| article.kind == ArticleKind::Role;
        let mut ids: Vec<&ArticleId> =
            knowledge.articles().iter().filter(is_role).map(|article| &article.id).collect();
        ids.sort();
        ids.dedup();
        let told = |id: &ArticleId, facet: &FacetId| {
            let tells = knowledge.versions(id).iter().filter(is_role).filter(|article| {
                article.sections.iter().any(|section| section.facet.as_ref() == Some(facet))
            });
            tells.map(|article| article.language.clone()).collect::<Vec<_>>()
        };
        let all: Vec<&Facet> = knowledge.facets().iter().collect();
        let rows: Vec<_> = ids
            .into_iter()
            .map(|id| (id, all.iter().map(|facet| told(id, &facet.id)).collect::<Vec<_>>()))
            .collect();
        let mut used: Vec<usize> = (0..all.len())
            .filter(|&column| rows.iter().any(|(_, cells)| cells.get(column).is_some_and(|c| !c.is_empty())))
            .collect();
        if used.is_empty() && !rows.is_empty() && !all.is_empty() {
            used.push(0);
        }
        let pick = |cells: &[Vec<Language>]| used.iter().filter_map(|&at| cells.get(at).cloned()).collect();
        let rows: Vec<Row> =
            rows.iter().map(|(id, cells)| Row { article: (*id).clone(), cells: pick(cells) }).collect();
        let mut languages: Vec<Language> =
            knowledge.articles().iter().filter(is_role).map(|article| article.language.clone()).collect();
        languages.sort();
        languages.dedup();
        let facets =
            used.iter().filter_map(|&column| all.get(column)).map(|facet| (*facet).clone()).collect();
        Self { facets, languages, rows }
    }

    /// Whether a role tells everything in every language.
    pub fn is_complete(&self, row: &Row) -> bool {
        row.cells.iter().all(|cell| cell.len() == self.languages.len())
    }

    /// Every cell, row by row.
    pub(crate) fn cells(&self) -> impl Iterator<Item = Cell<'_>> {
        self.rows.iter().flat_map(|row| {
            self.facets.iter().zip(&row.cells).map(|(facet, cell)| Cell {
                article: row.article.as_str(),
                facet: facet.id.as_str(),
                languages: cell.iter().map(Language::as_str).collect(),
            })
        })
    }
}
