//! Roles that people confuse: each is set apart from the other.

use std::collections::BTreeSet;

use naenaew::knowledge::{Article, ArticleKind};

use super::{STARTER, blocks, hold_roles};

/// The roles that a role's `differences` sets itself apart from: those named in bold at the head of an item.
fn set_apart(article: &Article) -> BTreeSet<&'static str> {
    let text =
        article.sections.iter().find(|section| section.id.as_str() == "differences").map_or("", |s| &s.text);
    let heads: Vec<String> = blocks(text)
        .filter_map(|block| block.strip_prefix("- **")?.split_once("**"))
        .map(|(head, _)| head.to_lowercase())
        .collect();
    let named = |other: &&Article| {
        let names: Vec<String> = other.names().into_iter().map(str::to_lowercase).collect();
        other.id != article.id && heads.iter().any(|head| parts(head).any(|part| names.contains(&part)))
    };
    STARTER.of_kind(ArticleKind::Role).filter(named).map(|other| other.id.as_str()).collect()
}

/// `Account Executive หรือ AE:` is `account executive` and `ae`.
fn parts(head: &str) -> impl Iterator<Item = String> {
    let names = head
        .split(['(', ')', ':', '/', ','])
        .flat_map(|part| part.split(" หรือ "))
        .flat_map(|part| part.split(" or "));
    names.map(|part| part.trim().to_owned()).filter(|part| !part.is_empty())
}

#[test]
fn who_is_set_apart_from_a_role_is_set_apart_there_too() {
    hold_roles(|article| {
        let apart = set_apart(article);
        let mut found: Vec<String> =
            if apart.is_empty() { vec!["is set apart from nobody".to_owned()] } else { Vec::new() };
        for other in STARTER.of_kind(ArticleKind::Role).filter(|other| other.language == article.language) {
            if apart.contains(other.id.as_str()) && !set_apart(other).contains(article.id.as_str()) {
                found.push(format!("is set apart from {}, but not there", other.id));
            }
        }
        found
    });
}
