//! Career ladders as steps with names, as text and as a picture.

use pulldown_cmark::{Event, Parser, Tag, TagEnd};

use super::fill::fill;
use super::role_wording::RoleWording;
use crate::knowledge::{Article, Knowledge};
use crate::picture::{self, Ladder, Rung, Sketch};
use crate::text::normalize;

/// The section that tells the steps in words.
const CAREER_PATH: &str = "career-path";
/// Short words that are no abbreviations.
const SMALL_WORDS: [&str; 9] = ["a", "an", "and", "at", "for", "in", "of", "or", "to"];
/// Words of so many letters are abbreviations: VP, CFO.
const ABBREVIATION: usize = 3;
/// Stands between steps in a line.
const ARROW: &str = " → ";

/// The steps of an article's ladder, junior first; none where it has none.
///
/// A step is called what the article's list of steps calls it, where that list plainly is the ladder: it has as many
/// items, and the one in the article's own place names it. Else by the article of that id, else by the id itself.
pub(super) fn steps(knowledge: &Knowledge, article: &Article) -> Vec<Rung> {
    let own = article.ladder.iter().position(|step| step == article.id.as_str());
    let listed = listed(article).filter(|items| {
        items.len() == article.ladder.len()
            && own.and_then(|own| items.get(own)).is_some_and(|item| names(item, article))
    });
    let name = |(number, step): (usize, &String)| Rung {
        label: listed
            .as_ref()
            .and_then(|items| items.get(number).cloned())
            .or_else(|| title(knowledge, article, step))
            .unwrap_or_else(|| readable(step)),
        present: own == Some(number),
    };
    article.ladder.iter().enumerate().map(name).collect()
}

/// The steps in a line.
pub(super) fn line(steps: &[Rung]) -> String {
    steps.iter().map(|step| step.label.as_str()).collect::<Vec<_>>().join(ARROW)
}

/// The steps in a line by what stands outside brackets, where there is little room.
pub(super) fn short_line(steps: &[Rung]) -> String {
    let short = steps.iter().map(|step| {
        let outside = step.label.split(" (").next().unwrap_or_default().trim();
        if outside.is_empty() { step.label.as_str() } else { outside }
    });
    short.collect::<Vec<_>>().join(ARROW)
}

/// The steps as a picture; `None` without any.
pub(super) fn sketch(steps: Vec<Rung>, article: &Article, wording: &RoleWording) -> Option<Sketch> {
    if steps.is_empty() {
        return None;
    }
    let title = fill(wording.ladder_title, &[article.short_title()]);
    let told = steps.iter().enumerate().map(|(number, step)| {
        let here = if step.present { format!(" ({})", wording.here) } else { String::new() };
        format!("{}. {}{here}", number + 1, step.label)
    });
    let lines: Vec<String> = [title.clone(), wording.steps.to_owned()].into_iter().chain(told).collect();
    let chart = Ladder { title, here: wording.here.to_owned(), rungs: steps, alt: lines.join("\n") };
    Some(picture::ladder(&chart))
}

/// Whether a text holds a name of the article.
fn names(text: &str, article: &Article) -> bool {
    let text = normalize(text);
    article.names().iter().any(|name| text.contains(&normalize(name)))
}

/// The items of the first numbered list of the section, up to what explains them.
fn listed(article: &Article) -> Option<Vec<String>> {
    let section = article.sections.iter().find(|section| section.id.as_str() == CAREER_PATH)?;
    let (mut items, mut depth, mut open) = (Vec::<String>::new(), 0_usize, false);
    for event in Parser::new(&section.text) {
        match event {
            Event::Start(Tag::List(number)) if depth > 0 || number.is_some() => depth += 1,
            Event::End(TagEnd::List(_)) if depth == 1 => break,
            Event::End(TagEnd::List(_)) => depth = depth.saturating_sub(1),
            Event::Start(Tag::Item) if depth == 1 => {
                items.push(String::new());
                open = true;
            }
            Event::Text(text) | Event::Code(text) if depth == 1 && open => {
                if let Some(item) = items.last_mut() {
                    item.push_str(&text);
                }
            }
            // Only the first line of an item is its name.
            Event::SoftBreak | Event::HardBreak => open = false,
            _ => {}
        }
    }
    let name = |item: &String| item.split([',', ':']).next().unwrap_or_default().trim().to_owned();
    let named = items.iter().map(name);
    let named: Vec<String> = named.collect();
    (!named.is_empty() && named.iter().all(|item| !item.is_empty())).then_some(named)
}

/// The title of the article that a step is, in the ladder's language where it has one.
fn title(knowledge: &Knowledge, article: &Article, step: &str) -> Option<String> {
    let id = crate::knowledge::ArticleId::parse(step).ok()?;
    knowledge.article_in(&id, &article.language).map(|other| other.short_title().to_owned())
}

/// `vp-of-sales` as people read it: "VP of sales".
fn readable(step: &str) -> String {
    let words = step.split('-').filter(|word| !word.is_empty()).enumerate().map(|(number, word)| {
        let abbreviated = word.chars().count() <= ABBREVIATION && !SMALL_WORDS.contains(&word);
        if abbreviated {
            word.to_uppercase()
        } else if number == 0 {
            let mut letters = word.chars();
            letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
        } else {
            word.to_owned()
        }
    });
    words.collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_of_steps_are_readable() {
        for (id, expected) in [
            ("vp-of-sales", "VP of sales"),
            ("cfo", "CFO"),
            ("head-of-credit-risk", "Head of credit risk"),
            ("senior-financial-analyst", "Senior financial analyst"),
            ("", ""),
            ("--", ""),
        ] {
            assert_eq!(readable(id), expected, "{id}");
        }
    }
}
