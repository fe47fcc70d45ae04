//! What a source file names: its paths, with `use` groups taken apart and `super` followed, and its macros. Owns no
//! rule about what may be named.

use super::tokens::{Token, tokens};

/// A source file as far as names go; comments and texts are no names.
pub(crate) struct Source {
    pub(crate) paths: Vec<Named>,
    pub(crate) macros: Vec<Named>,
}

/// A name and the line it stands in.
pub(crate) struct Named {
    pub(crate) line: usize,
    pub(crate) segments: Vec<String>,
}

impl Named {
    /// As it is written.
    pub(crate) fn written(&self) -> String {
        self.segments.join("::")
    }

    /// The part of the crate that the path leads to, when it goes through the crate's root.
    pub(crate) fn part_of_the_crate(&self) -> Option<&str> {
        match self.segments.as_slice() {
            [root, part, ..] if root == "crate" || root == "naenaew" => Some(part),
            _ => None,
        }
    }
}

impl Source {
    /// Reads a source file whose own module is `depth` modules below the crate's root.
    pub(crate) fn new(text: &str, depth: usize) -> Self {
        let tokens = tokens(text);
        let at = |place: usize| tokens.get(place).map_or("", |token| token.text.as_str());
        let mut source = Self { paths: Vec::new(), macros: Vec::new() };
        // The braces that are open: whether each is that of a module.
        let mut open: Vec<bool> = Vec::new();
        for (place, token) in tokens.iter().enumerate() {
            let before = |back: usize| place.checked_sub(back).map_or("", at);
            match token.text.as_str() {
                "{" => open.push(before(2) == "mod"),
                "}" => drop(open.pop()),
                "!" if is_word(before(1)) && ["(", "[", "{"].contains(&at(place + 1)) => {
                    source.macros.push(Named { line: token.line, segments: vec![before(1).to_owned()] });
                }
                word if is_word(word) && begins_a_path([before(2), before(1)], at(place + 1)) => {
                    let depth = depth + open.iter().filter(|is_module| **is_module).count();
                    let mut found = Vec::new();
                    follow(&tokens, place, &mut Vec::new(), &mut found);
                    source.paths.extend(found.into_iter().map(|named| resolved(named, depth)));
                }
                _ => {}
            }
        }
        source
    }
}

/// Whether a word is the first of a path: something follows it, or it is imported whole.
fn begins_a_path([before_that, before]: [&str; 2], after: &str) -> bool {
    let inside_a_path =
        before == "::" && (is_word(before_that) && before_that != "use" || before_that == ">");
    let imported = before == "use" || before_that == "use" && before == "::";
    !inside_a_path && (after == "::" || imported)
}

/// Collects the paths that begin at a place, one for each leaf of a `use` group; gives the place behind them.
fn follow(tokens: &[Token], mut place: usize, prefix: &mut Vec<String>, found: &mut Vec<Named>) -> usize {
    let length = prefix.len();
    let line = tokens.get(place).map_or(0, |token| token.line);
    let at = |place: usize| tokens.get(place).map_or("", |token| token.text.as_str());
    while is_word(at(place)) || at(place) == "*" {
        prefix.push(at(place).to_owned());
        place += 1;
        if at(place) != "::" {
            break;
        }
        place += 1;
        if at(place) == "{" {
            place += 1;
            while !["", "}"].contains(&at(place)) {
                let next = follow(tokens, place, prefix, found);
                // Steps over commas, and over whatever is no path.
                place = next.max(place + 1);
            }
            prefix.truncate(length);
            return place + 1;
        }
    }
    if prefix.len() > length {
        // `a::{self}` is `a`.
        if length > 0 && prefix.last().is_some_and(|last| last == "self") {
            prefix.pop();
        }
        found.push(Named { line, segments: prefix.clone() });
    }
    prefix.truncate(length);
    // `a as b`: what it is called here does not matter.
    if at(place) == "as" { place + 2 } else { place }
}

/// The same path, beginning with `crate` where `super` leads up to the crate's root.
fn resolved(mut named: Named, depth: usize) -> Named {
    let is_up = |segment: &String| segment == "super" || segment == "self";
    let ups = named.segments.iter().take_while(|segment| is_up(segment)).filter(|up| *up == "super").count();
    if ups > 0 && ups >= depth {
        let rest = named.segments.into_iter().skip_while(is_up);
        named.segments = std::iter::once("crate".to_owned()).chain(rest).collect();
    }
    named
}

fn is_word(text: &str) -> bool {
    text.chars().next().is_some_and(|c| c.is_alphabetic() || c == '_')
}
