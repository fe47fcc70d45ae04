//! Puts spaces back that copying lost: behind full stops and behind links. Owns no other change of words.

/// Words that begin sentences and end no name.
const BEGINNINGS: [&str; 16] = [
    "The", "They", "This", "These", "That", "There", "When", "While", "Most", "Some", "Many", "Their",
    "However", "For", "You", "Its",
];
/// Fewer small letters in front of such a word may belong to a name.
const LEAST_BEFORE: usize = 4;

/// The text with the spaces that were lost, and how many there were.
pub(crate) fn restore(text: &str) -> (String, usize) {
    let mut count = 0;
    let pieces: Vec<String> = text
        .split(' ')
        .map(|token| {
            if token.contains("://") || token.starts_with("www.") || token.contains('`') {
                return token.to_owned();
            }
            let (apart, found) = restore_token(token);
            count += found;
            apart
        })
        .collect();
    (pieces.join(" "), count)
}

fn restore_token(token: &str) -> (String, usize) {
    let letters: Vec<char> = token.chars().collect();
    let at = |index: usize| letters.get(index).copied().unwrap_or(' ');
    let mut apart = String::with_capacity(token.len() + 1);
    let mut count = 0;
    let mut small = 0;
    for (index, c) in letters.iter().enumerate() {
        apart.push(*c);
        small = if c.is_ascii_lowercase() { small + 1 } else { 0 };
        let next = at(index + 1);
        let ends = matches!(c, '.' | '!' | '?') && index > 0;
        let before = at(index.saturating_sub(1));
        let after_stop = ends
            && (before.is_lowercase() || before.is_ascii_digit() || matches!(before, ')' | '%' | '”'))
            && next.is_ascii_uppercase()
            && (at(index + 2).is_lowercase() || at(index + 2) == ' ' || at(index + 2) == '’');
        let after_link = small >= LEAST_BEFORE && next.is_ascii_uppercase() && {
            let rest: String = letters.iter().skip(index + 1).collect();
            BEGINNINGS.contains(&rest.as_str())
        };
        if after_stop || after_link {
            apart.push(' ');
            count += 1;
        }
    }
    (apart, count)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_are_parted_and_names_are_not() {
        for (text, apart, count) in [
            ("keep clients.They report.A plan", "keep clients. They report. A plan", 2),
            ("see auditorThe auditor", "see auditor The auditor", 1),
            ("Node.js, U.S.A, v2.Beta", "Node.js, U.S.A, v2. Beta", 1),
            ("LinkedIn and JavaScript at www.Site.Com", "LinkedIn and JavaScript at www.Site.Com", 0),
            ("2024.The next", "2024. The next", 1),
            ("ราคา 3.50 บาท", "ราคา 3.50 บาท", 0),
        ] {
            assert_eq!(restore(text), (apart.to_owned(), count));
        }
    }
}
