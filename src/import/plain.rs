//! Plain text, as copied from a page, to lines. Owns no judgement about what belongs to the article.

use super::line::{Kind, Line, Page, ends_sentence, tidy};
use super::note::{Guess, Note};

/// Signs that begin an item whether or not a space follows.
const BULLETS: [char; 11] = ['•', '●', '○', '▪', '■', '◦', '‣', '·', '✓', '✔', '►'];
/// Signs that begin an item when a space follows.
const DASHES: [char; 5] = ['-', '*', '+', '–', '—'];
/// White space that a tab stands for.
const TAB: usize = 4;
/// White space of one step into a list.
const STEP: usize = 2;
const DEEPEST: usize = 3;

/// Lines of text that was broken at a width are about this long, in characters.
const WRAPPED: std::ops::RangeInclusive<usize> = 45..=100;
/// Lengths of such lines differ by no more than a long word.
const RAGGED: usize = 25;

/// Reads plain text.
pub(crate) fn read(text: &str, notes: &mut Vec<Note>) -> Page {
    let mut lines: Vec<Line> = Vec::new();
    let mut gap = false;
    // A bullet that stood alone in its line.
    let mut open_bullet = false;
    let mut base = None;
    for (index, raw) in text.lines().enumerate() {
        let words = tidy(raw);
        if words.is_empty() || is_rule(&words) {
            gap = true;
            continue;
        }
        let indent: usize =
            raw.chars().take_while(|c| c.is_whitespace()).map(|c| if c == '\t' { TAB } else { 1 }).sum();
        let items = items(&words);
        if items.is_empty() && words.chars().all(|c| BULLETS.contains(&c)) {
            open_bullet = true;
            continue;
        }
        if items.is_empty() && !open_bullet {
            base = None;
            let mut line = Line::new(index + 1, Kind::Text, words);
            line.gap = gap;
            lines.push(line);
        } else {
            let from = *base.get_or_insert(indent);
            let depth = (indent.saturating_sub(from) / STEP).min(DEEPEST);
            let items = if items.is_empty() { vec![(None, words)] } else { items };
            for (number, words) in items {
                let mut line = Line::new(index + 1, Kind::Item(depth, number), words);
                line.gap = gap;
                gap = false;
                lines.push(line);
            }
        }
        open_bullet = false;
        gap = false;
    }
    Page { lines: join_wrapped(lines, notes), ..Page::default() }
}

/// Whether a line only separates.
fn is_rule(words: &str) -> bool {
    words.chars().count() >= 3
        && words.chars().all(|c| matches!(c, '-' | '*' | '_' | '=' | '~' | ' ' | '—' | '–' | '#'))
}

/// The items that a line holds, each with its number; none when it is no item.
fn items(words: &str) -> Vec<(Option<u64>, String)> {
    if words.starts_with(BULLETS) {
        let parts =
            words.split(['•', '●', '▪', '■', '►']).map(|part| part.trim_start_matches(BULLETS).trim());
        return parts.filter(|part| !part.is_empty()).map(|part| (None, part.to_owned())).collect();
    }
    let mut letters = words.chars();
    if letters.next().is_some_and(|c| DASHES.contains(&c)) && letters.next() == Some(' ') {
        return vec![(None, letters.as_str().trim().to_owned())]
            .into_iter()
            .filter(|(_, t)| !t.is_empty())
            .collect();
    }
    let digits = words.chars().take_while(char::is_ascii_digit).count();
    let rest = words.get(digits..).unwrap_or_default();
    match rest.strip_prefix(['.', ')']).and_then(|rest| rest.strip_prefix(' ')) {
        Some(item) if (1..=3).contains(&digits) => {
            let number = words.get(..digits).and_then(|number| number.parse().ok());
            vec![(number, item.to_owned())]
        }
        _ => Vec::new(),
    }
}

/// Puts lines together that were broken at a width.
fn join_wrapped(lines: Vec<Line>, notes: &mut Vec<Note>) -> Vec<Line> {
    let mut joined: Vec<Line> = Vec::new();
    let mut rest = lines.into_iter().peekable();
    while let Some(first) = rest.next() {
        let mut run = vec![first];
        while let Some(next) = rest.next_if(|next| next.kind == Kind::Text && !next.gap) {
            run.push(next);
        }
        if is_wrapped(&run) {
            let count = run.len();
            let words: Vec<&str> = run.iter().map(|line| line.text.as_str()).collect();
            let words = words.join(" ");
            if let Some(mut first) = run.into_iter().next() {
                notes.push(Note::guessed(first.number, Guess::Joined(count)));
                first.text = words;
                joined.push(first);
            }
        } else {
            joined.extend(run);
        }
    }
    joined
}

fn is_wrapped(run: &[Line]) -> bool {
    let Some((_, whole)) = run.split_last().filter(|(_, whole)| !whole.is_empty()) else { return false };
    let lengths = whole.iter().map(Line::length);
    let (least, most) = (lengths.clone().min().unwrap_or(0), lengths.max().unwrap_or(0));
    WRAPPED.contains(&least)
        && WRAPPED.contains(&most)
        && most - least <= RAGGED
        && whole.iter().any(|line| !ends_sentence(&line.text))
        && !whole.iter().all(|line| line.text.ends_with(['.', '?', '!']))
}
