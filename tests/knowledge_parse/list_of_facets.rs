//! The list of facets: what is understood of it and what can be wrong.

use naenaew::knowledge::{Language, built_in_facets, parse_facets};

use super::{assert_thai, facets};

#[track_caller]
fn assert_facets(yaml: &str, expected: &[&str]) {
    let (_, problems) = parse_facets("facets.yaml", yaml, &facets());
    assert_thai(&problems);
    let found: Vec<_> =
        problems.iter().map(|problem| problem.to_string().replacen("facets.yaml:", "", 1)).collect();
    assert_eq!(found, expected, "{yaml}");
}

#[test]
fn facets_have_their_problems_too() {
    let example = "`- {id: salary, names: {th: [เงินเดือน]}, asks: {th: [ได้เงินเท่าไหร่]}}`";
    assert_facets("", &[]);
    assert_facets("# only a comment\n", &[]);
    assert_facets("id: x", &[&format!("1:1: error: facets that are no list; write {example}")]);
    assert_facets("- names: {th: [x]}", &[&format!("1:3: error: a facet without an id; write {example}")]);
    assert_facets(
        "- id: Pay",
        &["1:7: error: `Pay` is no facet id; use small letters a-z, digits and - only"],
    );
    assert_facets("- {id: x, name: {th: [y]}}", &["1:11: error: unknown key `name`; did you mean `names`?"]);
    assert_facets(
        "- {id: x, names: {TH: [y]}}",
        &["1:19: error: `TH` is no language; write a language tag such as th or en"],
    );
    assert_facets(
        "- {id: x, asks: {th: [กี่บาท, เงิน เดือน]}}\n- {id: y, asks: {en: [กี่บาท]}}",
        &[
            "1:31: warning: `เงิน เดือน` already asks for `salary` (built in); keep it in one of the two",
            "2:23: warning: `กี่บาท` already asks for `x` (line 1); keep it in one of the two",
        ],
    );
}

#[test]
fn facets_of_a_file_are_added_to_the_known_ones() {
    let yaml = "- {id: salary, asks: {th: [กี่บาท]}}\n- {id: hours, names: {en: [Working hours]}}\n";
    let (facets, problems) = parse_facets("facets.yaml", yaml, &facets());
    assert_eq!(problems, []);
    let salary = facets.get("salary").unwrap();
    assert_eq!(salary.asks.of(&Language::thai()), ["กี่บาท"]);
    assert_eq!(salary.label(&Language::thai()), "เงินเดือน");
    assert_eq!(facets.iter().last().unwrap().label(&Language::thai()), "Working hours");
}

#[test]
fn the_built_in_facets_are_there() {
    assert!(built_in_facets().get("salary").is_some());
}
