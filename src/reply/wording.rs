//! Every text that people see, in Thai and in English, from one place. Owns no control flow.

/// The texts of one language.
#[derive(Debug)]
pub struct Wording {
    /// The language's tag.
    pub tag: &'static str,
}

/// Thai: friendly, gender-neutral, ends without ครับ/ค่ะ.
pub static THAI: Wording = Wording { tag: "th" };

/// English.
pub static ENGLISH: Wording = Wording { tag: "en" };

impl Wording {
    /// The wording for a language tag (`th`, `en-US`, …): Thai for Thai, else English.
    pub fn of(tag: &str) -> &'static Self {
        if tag == "th" || tag.starts_with("th-") { &THAI } else { &ENGLISH }
    }
}
