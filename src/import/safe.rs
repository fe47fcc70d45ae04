//! Keeps what a page says from becoming markup: in Markdown, and in whatever shows it later. Owns no reading.

use crate::text::script::is_word;

/// Plain words as Markdown that shows exactly them.
pub(crate) fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    let mut before = ' ';
    let mut rest = text.chars();
    while let Some(c) = rest.next() {
        let next = rest.clone().next().unwrap_or(' ');
        let special = match c {
            '\\' | '*' | '`' | '[' | ']' | '~' => true,
            '_' => !is_word(before) || !is_word(next),
            '&' => is_entity(rest.clone()),
            _ => false,
        };
        if special {
            escaped.push('\\');
        }
        escaped.push(c);
        before = c;
    }
    escape_start(&escaped)
}

/// The longest name of an HTML entity has some 32 letters.
const LONGEST_ENTITY: usize = 40;

/// Whether what follows an ampersand would be read as one character.
fn is_entity(after: std::str::Chars<'_>) -> bool {
    let mut name = after.take(LONGEST_ENTITY).skip_while(|c| c.is_ascii_alphanumeric() || *c == '#');
    name.next() == Some(';')
}

/// Keeps the first characters of a line from beginning a heading, a quote, a list, a rule or a table.
pub(crate) fn escape_start(line: &str) -> String {
    if line.starts_with(['#', '>', '+', '-', '=', '|', ':']) {
        return format!("\\{line}");
    }
    let digits = line.chars().take_while(char::is_ascii_digit).count();
    if digits > 0 {
        let (number, rest) = line.split_at_checked(digits).unwrap_or((line, ""));
        if rest.starts_with(['.', ')']) {
            return format!("{number}\\{rest}");
        }
    }
    line.to_owned()
}

/// Names of addresses that run code.
const SCHEMES: [&str; 3] = ["javascript", "vbscript", "data"];

/// The text with nothing in it that any reader could take for a tag, an event handler or an address that runs code. A
/// person still reads the same.
pub(crate) fn defuse(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    let mut rest = text.chars().peekable();
    // The Latin letters just before, small.
    let mut word = String::new();
    while let Some(c) = rest.next() {
        let next = rest.peek().copied().unwrap_or(' ');
        match c {
            '<' if next.is_ascii_alphabetic() || matches!(next, '/' | '!' | '?') => safe.push('‹'),
            '=' if is_handler(&word) => safe.push_str(" ="),
            // A colon before a space names no address.
            ':' if SCHEMES.iter().any(|scheme| word.ends_with(scheme))
                && (!next.is_whitespace() || !word.ends_with("data")) =>
            {
                safe.push_str(" :");
            }
            _ => safe.push(c),
        }
        if c.is_ascii_alphabetic() {
            word.push(c.to_ascii_lowercase());
        } else {
            word.clear();
        }
    }
    safe
}

/// Whether a word ends like the name of an event handler: `onclick`.
fn is_handler(word: &str) -> bool {
    word.find("on").is_some_and(|at| word.len() > at + 2)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_runs() {
        for (text, safe) in [
            ("<script>", "‹script>"),
            ("</b", "‹/b"),
            ("a < b <3", "a < b <3"),
            ("x onclick=1", "x onclick =1"),
            ("xONLOAD=1", "xONLOAD =1"),
            ("on=1", "on=1"),
            ("JavaScript:alert(1)", "JavaScript :alert(1)"),
            ("data: all of it", "data: all of it"),
            ("data:text/html", "data :text/html"),
            ("https://x.example", "https://x.example"),
        ] {
            assert_eq!(defuse(text), safe);
        }
    }

    #[test]
    fn markdown_is_only_text() {
        for (text, escaped) in [
            ("2 * 3 [x] `y`", r"2 \* 3 \[x\] \`y\`"),
            ("snake_case _so_", r"snake_case \_so\_"),
            ("# no", r"\# no"),
            ("12. no", r"12\. no"),
            ("12 no", "12 no"),
            ("R&D AT&T &amp;", r"R&D AT&T \&amp;"),
        ] {
            assert_eq!(escape(text), escaped);
        }
    }
}
