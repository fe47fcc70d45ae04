//! Rust source cut into words and marks, without comments and texts: as much of the language as names need, so that no
//! parser has to be built for one test.

/// A word, `::`, or any other character by itself.
#[derive(Debug, PartialEq)]
pub(crate) struct Token {
    /// From 1.
    pub(crate) line: usize,
    pub(crate) text: String,
}

/// The tokens of a source in their order.
pub(crate) fn tokens(source: &str) -> Vec<Token> {
    let characters: Vec<char> = source.chars().collect();
    let mut tokens = Vec::new();
    let (mut place, mut line) = (0, 1);
    while let Some(rest) = characters.get(place..).filter(|rest| !rest.is_empty()) {
        let (length, is_token) = match rest {
            ['/', '/', ..] => (until(rest, |c| c == '\n'), false),
            ['/', '*', ..] => (block_comment(rest), false),
            ['"', ..] => (text(rest), false),
            ['\'', ..] => (character_or_lifetime(rest), false),
            [':', ':', ..] => (2, true),
            [c, ..] if is_part_of_a_word(*c) => match text_with_prefix(rest) {
                Some(length) => (length, false),
                None => (until(rest, |c| !is_part_of_a_word(c)), true),
            },
            [c, ..] => (1, !c.is_whitespace()),
            [] => break,
        };
        let part: String = rest.iter().take(length).collect();
        let breaks = part.matches('\n').count();
        if is_token {
            tokens.push(Token { line, text: part });
        }
        line += breaks;
        place += length;
    }
    tokens
}

fn is_part_of_a_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

/// The length up to the first character of a kind; the whole length where there is none.
fn until(rest: &[char], is_end: impl Fn(char) -> bool) -> usize {
    rest.iter().position(|c| is_end(*c)).unwrap_or(rest.len())
}

/// The length of a block comment; they nest.
fn block_comment(rest: &[char]) -> usize {
    let (mut depth, mut length) = (0_usize, 0);
    loop {
        match rest.get(length..) {
            Some(['/', '*', ..]) => (depth, length) = (depth + 1, length + 2),
            Some(['*', '/', ..]) if depth == 1 => return length + 2,
            Some(['*', '/', ..]) => (depth, length) = (depth - 1, length + 2),
            Some([_, ..]) => length += 1,
            _ => return rest.len(),
        }
    }
}

/// The length of a text in quotation marks, in which a backslash hides the next character.
fn text(rest: &[char]) -> usize {
    let mut hidden = false;
    for (place, c) in rest.iter().enumerate().skip(1) {
        match c {
            '"' if !hidden => return place + 1,
            c => hidden = *c == '\\' && !hidden,
        }
    }
    rest.len()
}

/// The length of `b"…"`, `c"…"`, `r"…"`, `br#"…"#` and the like, when one begins here.
fn text_with_prefix(rest: &[char]) -> Option<usize> {
    let letters = until(rest, |c| !matches!(c, 'b' | 'c' | 'r'));
    let hashes = rest.get(letters..)?.iter().take_while(|c| **c == '#').count();
    let opening = letters + hashes;
    if letters > 2 || rest.get(opening) != Some(&'"') {
        return None;
    }
    if !rest.iter().take(letters).any(|c| *c == 'r') {
        return Some(opening + text(rest.get(opening..)?));
    }
    let closing: Vec<char> = std::iter::once('"').chain(std::iter::repeat_n('#', hashes)).collect();
    let inside = rest.get(opening + 1..)?.windows(closing.len()).position(|part| part == closing);
    Some(inside.map_or(rest.len(), |inside| opening + 1 + inside + closing.len()))
}

/// The length of a character such as `'"'` or `'\''`, or of the mark of a lifetime.
fn character_or_lifetime(rest: &[char]) -> usize {
    match rest {
        [_, '\\', _, tail @ ..] => 3 + until(tail, |c| c == '\'') + 1,
        [_, _, '\'', ..] => 3,
        _ => 1,
    }
}
