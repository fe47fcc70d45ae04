//! What only shows when all articles are read: names claimed twice, mentions of articles that do not exist, versions
//! of one article that disagree.

use std::collections::{BTreeMap, BTreeSet};

use super::id::{ArticleId, Language};
use super::model::ArticleKind;
use super::names::nearest;
use super::parse::{Claim, Mention, Name, Parsed};
use super::problem::{FORMAT, Level, MAX_PROBLEMS_A_FILE, Place, Problem};

/// Every problem between articles. `known` holds the id of every article file, also of those that could not be read:
/// a mention of one of them is right.
pub(crate) fn check(articles: &[Parsed], known: &BTreeSet<ArticleId>) -> Vec<Problem> {
    let mut problems = twice_claimed(articles);
    let sections = sections_by_article(articles);
    for article in articles {
        let missing =
            article.mentions.iter().filter_map(|mention| missing(article, mention, known, &sections));
        problems.extend(missing.take(MAX_PROBLEMS_A_FILE));
    }
    problems.extend(different_kinds(articles));
    problems
}

/// A name with the article that claims it.
#[derive(Clone, Copy)]
struct Claimant<'p> {
    article: &'p Parsed,
    name: &'p Name,
}

impl Claimant<'_> {
    /// Whether both cannot have the name. The versions of one article may share it; two terms of one file may not.
    fn conflicts_with(self, other: Claimant<'_>) -> bool {
        let both_terms = self.name.claim == Claim::Term && other.name.claim == Claim::Term;
        let two_terms =
            both_terms && self.article.file == other.article.file && self.name.place != other.name.place;
        self.article.id != other.article.id || two_terms
    }
}

fn twice_claimed(articles: &[Parsed]) -> Vec<Problem> {
    let mut claimants: BTreeMap<&str, Vec<Claimant<'_>>> = BTreeMap::new();
    for article in articles {
        for name in &article.names {
            claimants.entry(&name.key).or_default().push(Claimant { article, name });
        }
    }
    let mut problems = Vec::new();
    for list in claimants.values_mut() {
        // The strongest claim keeps the name: a title before an alias; then the first file.
        list.sort_by_key(|claimant| {
            (
                claimant.name.claim,
                &claimant.article.file,
                claimant.name.place.line,
                claimant.name.place.column,
            )
        });
        for (index, later) in list.iter().enumerate() {
            let earlier = list.iter().take(index).find(|earlier| earlier.conflicts_with(*later));
            problems.extend(earlier.map(|earlier| twice(*earlier, *later)));
        }
    }
    problems
}

fn twice(first: Claimant<'_>, second: Claimant<'_>) -> Problem {
    let level = match (first.name.claim, second.name.claim) {
        (Claim::Term, _) | (_, Claim::Term) => Level::Warning,
        (Claim::Alias, _) | (_, Claim::Alias) => Level::Error,
        // What stands in brackets often tells titles apart: "… (film)".
        (Claim::Bracket, Claim::Bracket) => Level::Hint,
        _ => Level::Warning,
    };
    let role = match first.name.claim {
        Claim::Title => "the title",
        Claim::Alias => "an alias",
        Claim::Bracket => "in the title",
        Claim::Term => "a term",
    };
    let at = location(&first.article.file, &first.name.place);
    let what = format!("`{}` is already {role} of `{}` ({at})", second.name.text, first.article.id);
    let mend = match second.name.claim {
        Claim::Alias => "keep it in one of the two; `differences` can tell readers of both",
        Claim::Term => "leave the term to one of the two",
        Claim::Title | Claim::Bracket => "give one of the two a title that tells them apart",
    };
    problem(level, second.article, &second.name.place, what, mend.to_owned())
}

/// The sections of each article in any language, and whether every version could be read.
fn sections_by_article(articles: &[Parsed]) -> BTreeMap<&ArticleId, BTreeSet<&str>> {
    let mut sections: BTreeMap<&ArticleId, BTreeSet<&str>> = BTreeMap::new();
    for parsed in articles {
        let ids =
            parsed.article.iter().flat_map(|article| &article.sections).map(|section| section.id.as_str());
        sections.entry(&parsed.id).or_default().extend(ids);
    }
    sections
}

fn missing(
    article: &Parsed,
    mention: &Mention,
    known: &BTreeSet<ArticleId>,
    sections: &BTreeMap<&ArticleId, BTreeSet<&str>>,
) -> Option<Problem> {
    let (target, holder) = (&mention.article, mention.holder);
    if !known.contains(target) {
        let what = format!("{holder} names `{target}`, which is no article");
        let mend = match nearest(target.as_str(), known.iter().map(ArticleId::as_str)) {
            Some(near) => format!("did you mean `{near}`?"),
            None => "write the article, or remove the mention".to_owned(),
        };
        return Some(problem(Level::Warning, article, &mention.place, what, mend));
    }
    let section = mention.section.as_deref()?;
    // Nothing is known of the sections of an article that could not be read.
    let ids = sections.get(target).filter(|ids| !ids.is_empty() && !ids.contains(section))?;
    let what = format!("{holder} leads to `{target}#{section}`, which is no section there");
    let mend = super::links::missing_section(section, ids.iter().copied());
    Some(problem(Level::Warning, article, &mention.place, what, mend))
}

fn different_kinds(articles: &[Parsed]) -> Vec<Problem> {
    let mut first: BTreeMap<&ArticleId, (ArticleKind, &Parsed, &Language)> = BTreeMap::new();
    let mut problems = Vec::new();
    for parsed in articles {
        let Some(article) = &parsed.article else { continue };
        let (kind, other, language) =
            *first.entry(&parsed.id).or_insert((article.kind, parsed, &article.language));
        if kind != article.kind {
            let at = location(&other.file, &other.kind_place);
            let what =
                format!("kind {} here, {} in `{language}` ({at})", kind_name(article.kind), kind_name(kind));
            problems.push(problem(
                Level::Error,
                parsed,
                &parsed.kind_place,
                what,
                "write the same `kind` in every language".to_owned(),
            ));
        }
    }
    problems
}

fn kind_name(kind: ArticleKind) -> &'static str {
    match kind {
        ArticleKind::Role => "role",
        ArticleKind::Topic => "topic",
        ArticleKind::Glossary => "glossary",
    }
}

fn location(file: &str, place: &Place) -> String {
    format!("{file}:{}:{}", place.line, place.column)
}

fn problem(level: Level, article: &Parsed, place: &Place, what: String, mend: String) -> Problem {
    Problem { level, rule: FORMAT, file: article.file.clone(), place: Some(place.clone()), what, mend }
}
