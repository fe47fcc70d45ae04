//! What is understood of an article and of a list of facets, and every problem with its place.
#![allow(clippy::unwrap_used)]

mod front_matter;
mod hostile;
mod list_of_facets;
mod text;
mod understood;

use naenaew::knowledge::{Article, ArticleId, Facets, Language, Problem, parse, parse_facets};
use naenaew::reply::format_wording::in_thai;

const WHOLE: &str = include_str!("../fixtures/knowledge/whole.md");
const FILE: &str = "th/a.md";

fn facets() -> Facets {
    let yaml = "- {id: definition, names: {th: [คืออะไร]}}\n\
                - {id: salary, names: {th: [เงินเดือน, ค่าตอบแทน], en: [Salary]}}\n\
                - {id: remote, names: {en: [Remote work]}}\n";
    let (facets, problems) = parse_facets("facets.yaml", yaml, &Facets::default());
    assert_eq!(problems, []);
    facets
}

fn read(text: &str) -> (Option<Article>, Vec<Problem>) {
    parse(FILE, ArticleId::parse("a").unwrap(), Language::thai(), text, &facets())
}

#[track_caller]
fn article(text: &str) -> Article {
    let (article, problems) = read(text);
    assert_eq!(problems, [], "{text}");
    article.unwrap()
}

/// The problems of a text, by place, without the name of the file.
fn problems(text: &str) -> Vec<String> {
    let (_, mut problems) = read(text);
    assert_thai(&problems);
    problems.sort_by_key(|problem| problem.place.as_ref().map(|place| (place.line, place.column)));
    problems.iter().map(|problem| problem.to_string().replacen("th/a.md:", "", 1)).collect()
}

/// Authors read every problem in Thai, too.
#[track_caller]
fn assert_thai(problems: &[Problem]) {
    for text in problems.iter().flat_map(|problem| [&problem.what, &problem.mend]) {
        assert!(in_thai(text).is_some(), "no Thai for “{text}”");
    }
}

#[track_caller]
fn assert_problems(text: &str, expected: &[&str]) {
    assert_eq!(problems(text), expected, "problems of:\n{text}");
}

/// The problems of front matter below `title: T`, which is line 2; the body is fine.
#[track_caller]
fn assert_front(front: &str, expected: &[&str]) {
    assert_problems(&format!("---\ntitle: T\n{front}\n---\nText\n\n## Salary\n\nText\n"), expected);
}

/// The problems of a body that begins in line 4.
#[track_caller]
fn assert_body(body: &str, expected: &[&str]) {
    assert_problems(&format!("---\ntitle: T\n---\n{body}"), expected);
}
