//! The list of facets, `facets.yaml`: which ids there are, what headings call them, how people ask for them.

use std::collections::BTreeMap;
use std::ops::Range;

use super::id::{FacetId, Language};
use super::model::{Facet, Facets, Phrases};
use super::names::heading_key;
use super::problem::{Notes, Problem};
use super::source::SourceText;
use super::values;
use super::yaml::{self, Entry, Node, Value};

/// The file's name in a knowledge folder.
pub(crate) const FACETS_FILE: &str = "facets.yaml";
const KEYS: [&str; 3] = ["id", "names", "asks"];
const EXAMPLE: &str = "- {id: salary, names: {th: [เงินเดือน]}, asks: {th: [ได้เงินเท่าไหร่]}}";

/// Reads a list of facets on top of `known` ones, which it adds to. `file` is its path for messages.
pub fn parse_facets(file: &str, text: &str, known: &Facets) -> (Facets, Vec<Problem>) {
    let source = SourceText::new(text);
    let mut notes = Notes::new(file, &source);
    let tree = yaml::read(&mut notes, 0..source.text().len());
    let mut reader = Reader { phrases: phrases_of(known), facets: known.clone() };
    match &tree.root {
        None => {}
        Some(Node { value: Value::List(items), .. }) => {
            for item in items {
                reader.facet(&mut notes, item);
            }
        }
        Some(Node { value: Value::Unusable | Value::Nothing, .. }) => {}
        Some(other) => notes.error(&other.span, "facets that are no list", format!("write `{EXAMPLE}`")),
    }
    (reader.facets, notes.finish())
}

/// Who has a phrase: the facet, and its line when it stands in this file.
struct Owner {
    facet: FacetId,
    line: Option<usize>,
}

fn phrases_of(facets: &Facets) -> BTreeMap<String, Owner> {
    let phrases = facets.iter().flat_map(|facet| {
        let phrases = facet.names.iter().chain(facet.asks.iter());
        phrases.map(|(_, phrase)| (heading_key(phrase), Owner { facet: facet.id.clone(), line: None }))
    });
    phrases.collect()
}

struct Reader {
    facets: Facets,
    /// Every phrase by its key.
    phrases: BTreeMap<String, Owner>,
}

impl Reader {
    fn facet(&mut self, notes: &mut Notes<'_>, item: &Node) {
        let Some(entries) = values::map(notes, item, "a facet", EXAMPLE) else { return };
        values::known_keys(notes, entries, &KEYS, "a facet");
        let Some(entry) = values::entry(entries, "id") else {
            notes.error(&item.span, "a facet without an id", format!("write `{EXAMPLE}`"));
            return;
        };
        let Some(written) = values::text(notes, entry, EXAMPLE) else { return };
        let Ok(id) = FacetId::parse(&written.value) else {
            let what = format!("`{}` is no facet id", written.value);
            notes.error(&written.span, what, "use small letters a-z, digits and - only");
            return;
        };
        let names = self.phrases(notes, values::entry(entries, "names"), &id);
        let asks = self.phrases(notes, values::entry(entries, "asks"), &id);
        self.facets.add(Facet { id, names, asks });
    }

    /// Texts by language, as `names` and `asks` hold them.
    fn phrases(&mut self, notes: &mut Notes<'_>, entry: Option<&Entry>, facet: &FacetId) -> Phrases {
        const BY_LANGUAGE: &str = "names: {th: [เงินเดือน], en: [Salary]}";
        let mut phrases = Phrases::default();
        let Some(entry) = entry.filter(|entry| entry.value.value != Value::Nothing) else { return phrases };
        let languages = values::map(notes, &entry.value, &entry.key, BY_LANGUAGE).unwrap_or_default();
        for list in languages {
            let Ok(language) = Language::parse(&list.key) else {
                let what = format!("`{}` is no language", list.key);
                notes.error(&list.key_span, what, "write a language tag such as th or en");
                continue;
            };
            let texts = values::texts(notes, list, BY_LANGUAGE);
            let kept = texts.into_iter().filter(|text| self.claim(notes, facet, &text.value, &text.span));
            let kept = kept.map(|text| text.value).collect();
            phrases.0.insert(language, kept);
        }
        phrases
    }

    /// Takes a phrase for a facet; false (reported) when another facet has it, which then keeps it.
    fn claim(&mut self, notes: &mut Notes<'_>, facet: &FacetId, phrase: &str, span: &Range<usize>) -> bool {
        let line = notes.source().line_of(span.start);
        let owner = self
            .phrases
            .entry(heading_key(phrase))
            .or_insert_with(|| Owner { facet: facet.clone(), line: Some(line) });
        if owner.facet == *facet {
            return true;
        }
        let at = owner.line.map_or_else(|| "built in".to_owned(), |line| format!("line {line}"));
        let what = format!("`{phrase}` already asks for `{}` ({at})", owner.facet);
        notes.warning(span, what, "keep it in one of the two");
        false
    }
}
