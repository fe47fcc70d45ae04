//! Small English words that are abbreviations of roles as well.

use crate::text::script::is_thai;

/// Small English words that are also abbreviations of roles: typed in small letters inside an English sentence they are
/// the word.
const ENGLISH_WORDS: [&str; 6] = ["am", "pm", "it", "as", "do", "hr"];

/// A short name typed in small letters needs a short English sentence to be the abbreviation ("am salary").
const SHORT_SENTENCE_WORDS: usize = 3;

/// The word that is typed, if it is one of them.
pub(super) fn english_word(typed: &(impl Iterator<Item = char> + Clone)) -> Option<&'static str> {
    ENGLISH_WORDS.into_iter().find(|word| typed.clone().eq(word.chars()))
}

/// An hour, where a number or such a word stands before it, and else human resources.
const HOUR: &str = "hr";
const BEFORE_HOURS: [&str; 4] = ["each", "every", "half", "per"];

/// Whether a word like "am" is meant as an abbreviation: in capitals, inside Thai, or in a sentence of a few words.
pub(super) fn means_abbreviation(word: &str, raw: &str) -> bool {
    if word == HOUR {
        return !is_hour(raw);
    }
    if is_time_of_day(word, raw) {
        return false;
    }
    let capitals = word.to_uppercase();
    let shouted = !raw.chars().any(char::is_lowercase);
    let mut words = raw.split(|c: char| is_thai(c) || !c.is_alphanumeric()).filter(|word| !word.is_empty());
    raw.chars().any(is_thai)
        || (words.clone().any(|typed| typed == capitals) && !shouted)
        || (words.clone().count() <= SHORT_SENTENCE_WORDS
            && !words.any(|typed| typed.eq_ignore_ascii_case("i")))
}

/// Whether hours are spoken of, wherever the letters stand: $20 per hr, a 12 hr shift.
fn is_hour(raw: &str) -> bool {
    let words = || raw.split(|c: char| is_thai(c) || !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let shouted = !raw.chars().any(|c| c.is_lowercase() || is_thai(c));
    if !shouted && words().any(|word| word == HOUR.to_uppercase()) {
        return false;
    }
    let words: Vec<String> = words().map(str::to_lowercase).collect();
    let measures =
        |before: &str| BEFORE_HOURS.contains(&before) || before.ends_with(|c: char| c.is_ascii_digit());
    let mut befores = words.windows(2).filter(|two| two[1] == HOUR).map(|two| two[0].as_str());
    let first = words.first().is_some_and(|word| word == HOUR);
    !first && befores.clone().next().is_some() && befores.all(measures)
}

/// Whether the word stands right after a number, as in "9 AM", and nowhere else.
fn is_time_of_day(word: &str, raw: &str) -> bool {
    let mut numbered = false;
    let mut before: Option<char> = None;
    for (place, c) in raw.char_indices() {
        let here = raw.get(place..place + word.len()).is_some_and(|typed| typed.eq_ignore_ascii_case(word));
        let inside = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphabetic());
        let after = raw.get(place + word.len()..).and_then(|rest| rest.chars().next());
        if here && !inside(raw.get(..place).and_then(|text| text.chars().next_back())) && !inside(after) {
            if !before.is_some_and(|c| c.is_ascii_digit()) {
                return false;
            }
            numbered = true;
        }
        if !c.is_whitespace() {
            before = Some(c);
        }
    }
    numbered
}

#[cfg(test)]
mod tests {
    use super::means_abbreviation;

    #[test]
    fn am_is_a_word_or_an_abbreviation() {
        for (raw, expected) in [
            ("AM เงินเดือนเท่าไหร่", true),
            ("am เงินเดือนเท่าไหร่", true),
            ("am salary", true),
            ("what does an AM earn", true),
            ("i am looking for a job", false),
            ("9 AM ที่ลอนดอนคือกี่โมง", false),
            ("meet at 10am", false),
            ("AM เข้างาน 9 AM ไหม", true),
            ("I am bored", false),
            ("I AM SO TIRED OF THIS", false),
        ] {
            assert_eq!(means_abbreviation("am", raw), expected, "{raw}");
        }
    }

    #[test]
    fn hr_is_an_hour_behind_a_number() {
        for (raw, expected) in [
            ("whats the pay for hr in bangkok", true),
            ("hr salary per hr", true),
            ("is it true hr ppl cant be friends with anyone", true),
            ("ทำ HR 8 hr ต่อวันไหม", true),
            ("$20 per hr", false),
            ("who covers the 12 hr shift tomorrow", false),
            ("half hr later", false),
            ("อยากเป็นhr ได้ 20 hr", true),
            ("top 10 HR interview questions", true),
            ("how to become an hr", true),
        ] {
            assert_eq!(means_abbreviation("hr", raw), expected, "{raw}");
        }
    }
}
