//! Puts values into the places of a text, which are marked `{}`. Owns no text.

/// The template with values in the places marked `{}`, one after the other. A value that looks like a place is only a
/// value; places without a value stay empty.
pub fn fill(template: &str, values: &[&str]) -> String {
    let mut values = values.iter();
    let mut pieces = template.split("{}");
    let mut text = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        text.push_str(values.next().copied().unwrap_or_default());
        text.push_str(piece);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_take_their_places_in_order() {
        for (template, values, expected) in [
            ("{} of {}", &["{}", "b"] as &[&str], "{} of b"),
            ("{} of {}", &["a"], "a of "),
            ("{} → {}", &["{}", "b"], "{} → b"),
            ("none", &["a"], "none"),
            ("", &[], ""),
        ] {
            assert_eq!(fill(template, values), expected, "{template}");
        }
    }
}
