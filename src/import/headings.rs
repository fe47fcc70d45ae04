//! Which lines are headings though nothing marks them. Owns no marked heading.

use std::collections::BTreeSet;

use super::asking;
use super::facets::Namer;
use super::line::{Kind, Line, ends_sentence};
use super::note::{Guess, Note};
use crate::text::script::{is_thai, thai_share};

/// Longest heading, in characters.
const LONGEST: usize = 80;
/// Most words of an English heading that is not written like a title.
const MOST_WORDS: usize = 7;
/// Longest Thai heading, in characters.
const LONGEST_THAI: usize = 48;
/// Most spaces in a Thai heading: Thai puts them between sentences.
const MOST_THAI_SPACES: usize = 3;
/// Questions below a heading for this facet are asked of applicants, whatever they ask for.
const INTERVIEW: &str = "interview";
/// What stands before a question and its answer where both are marked.
const ASKED: [&str; 3] = ["Q", "ถาม", "คำถาม"];
const ANSWERED: [&str; 3] = ["A", "ตอบ", "คำตอบ"];
/// So much longer than its heading is a text.
const LONGER: usize = 2;

/// Makes headings of lines that are some by their look. `marked` says whether the input marks its headings itself: then only
/// bold lines are taken, and questions for a facet. `subjects` are the names of what the article is about.
pub(crate) fn imply(
    lines: &mut [Line],
    marked: bool,
    namer: &Namer<'_>,
    subjects: &[String],
    notes: &mut Vec<Note>,
) {
    let lowest = lines.iter().filter_map(level_of).max().unwrap_or(2).max(2);
    let highest = lines.iter().filter_map(level_of).min().unwrap_or(2);
    let first = lines.iter().position(Line::is_heading);
    let mut found = Vec::new();
    for index in 0..lines.len() {
        let (Some(line), Some(next)) = (lines.get(index), lines.get(index + 1)) else { continue };
        let before = index.checked_sub(1).and_then(|index| lines.get(index));
        if let Some(words) = question(line, before, next, namer, subjects) {
            found.push((index, words, true));
        } else if let Some(words) = heading(line, before, next, marked, namer) {
            found.push((index, words, false));
        }
    }
    let mut parts = BTreeSet::new();
    for (index, words, asks) in found {
        let whole = |at: &usize| !parts.contains(at);
        let above =
            (0..index).rev().filter(whole).filter_map(|at| lines.get(at)).find(|line| line.is_heading());
        let part = asks && above.is_some_and(|above| belongs(&words, &above.text, namer, subjects));
        if part {
            parts.insert(index);
        }
        let asked = without_mark(&words, &ASKED).map(str::to_owned);
        if asked.is_some()
            && let Some(answer) = lines.get_mut(index + 1)
        {
            let bare = |text: &str| without_mark(text, &ANSWERED).map(str::to_owned);
            answer.text = bare(&answer.text).unwrap_or_else(|| answer.text.clone());
            answer.markdown = answer.markdown.take().map(|text| bare(&text).unwrap_or(text));
        }
        let words = asked.unwrap_or(words);
        let Some(line) = lines.get_mut(index) else { continue };
        notes.push(Note::guessed(line.number, Guess::Heading(words.clone())));
        // Bold lines stand below the headings of a page that has some, save above the first of these.
        let below = part || marked && !asks && first.is_some_and(|first| first < index);
        line.kind = Kind::Heading(if below { lowest.saturating_add(1) } else { highest });
        line.text = words;
        line.markdown = None;
        line.gap = true;
    }
}

/// The text behind a mark that says who speaks.
fn without_mark<'t>(text: &'t str, marks: &[&str]) -> Option<&'t str> {
    let behind = marks.iter().find_map(|mark| text.strip_prefix(mark))?;
    let behind = behind.trim_start().strip_prefix([':', '：', '.'])?.trim_start();
    (!behind.is_empty()).then_some(behind)
}

/// Whether a question is a part of the section above it: one for the same facet, or one that an interview asks.
fn belongs(question: &str, above: &str, namer: &Namer<'_>, subjects: &[String]) -> bool {
    let (facet, of_section) = (namer.of(question, subjects), namer.of(above, subjects));
    of_section.is_some() && (of_section == facet || of_section.is_some_and(|id| id.as_str() == INTERVIEW))
}

fn level_of(line: &Line) -> Option<u8> {
    match line.kind {
        Kind::Heading(level) => Some(level),
        _ => None,
    }
}

/// The question that a line is, when it asks for a facet and an answer stands below it: a heading even where others are marked.
fn question(
    line: &Line,
    before: Option<&Line>,
    next: &Line,
    namer: &Namer<'_>,
    subjects: &[String],
) -> Option<String> {
    let answered = matches!(next.kind, Kind::Text | Kind::Item(..) | Kind::Row(_) | Kind::Quote)
        && !asking::is_question(&next.text);
    // Blocks that were broken at a width are put together already: only a sentence that goes on leads into a question.
    let apart = line.gap || before.is_none_or(|before| !before.text.ends_with([',', ';', '(', ':']));
    let asks = line.kind == Kind::Text && answered && apart && asking::is_question(&line.text);
    (asks && namer.of(&line.text, subjects).is_some())
        .then(|| line.text.trim_end_matches([':', '：', ' ']).to_owned())
}

/// The heading that a line is.
fn heading(
    line: &Line,
    before: Option<&Line>,
    next: &Line,
    marked: bool,
    namer: &Namer<'_>,
) -> Option<String> {
    let numbered = matches!(line.kind, Kind::Item(0, Some(_)));
    if !(line.kind == Kind::Text || numbered) || line.length() > LONGEST {
        return None;
    }
    let text_below = !next.is_heading() && (next.is_item() || next.length() > line.length());
    if !text_below || ends_sentence(&line.text) {
        return None;
    }
    let words = line.text.trim_end_matches([':', '：']).trim();
    if words.is_empty() {
        return None;
    }
    let leads_in = words.len() < line.text.len();
    let facet = namer.exact(words).is_some();
    if line.strong && line.kind == Kind::Text {
        return Some(words.to_owned());
    }
    if marked {
        return None;
    }
    if numbered {
        // An item of a list has neighbours; a numbered heading has a text below it.
        let alone = next.kind == Kind::Text && next.length() >= line.length() * LONGER;
        return (alone && before.is_none_or(|before| !before.is_item())).then(|| words.to_owned());
    }
    if facet {
        return Some(words.to_owned());
    }
    // "Duties include:" introduces a list.
    if leads_in {
        return None;
    }
    // A line behind a list that is none of its items stands apart by itself.
    let apart = line.gap || before.is_none_or(|before| before.is_item() || ends_paragraph(before));
    let looks = if thai_share(words).is_some_and(|share| share > 0.5) {
        looks_thai(words)
    } else {
        looks_english(words)
    };
    let much_below = next.is_item() || next.length() >= line.length() * LONGER || next.gap;
    (apart && looks && much_below).then(|| words.to_owned())
}

/// Whether nothing of a paragraph is missing.
fn ends_paragraph(line: &Line) -> bool {
    line.text.ends_with(['.', '!', '?', '”', '"', ')', ':']) || line.text.chars().last().is_some_and(is_thai)
}

fn looks_english(words: &str) -> bool {
    let count = words.split_whitespace().count();
    let long = words.split_whitespace().filter(|word| word.chars().count() > 3);
    let titled = long.clone().all(|word| !word.starts_with(char::is_lowercase));
    let begins = words.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit());
    begins && (count <= MOST_WORDS || titled || words.ends_with('?'))
}

fn looks_thai(words: &str) -> bool {
    words.chars().count() <= LONGEST_THAI
        && words.matches(' ').count() <= MOST_THAI_SPACES
        && !words.ends_with(['ๆ', 'ฯ'])
}
