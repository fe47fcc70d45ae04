//! What is kept about a person, in plain words. Owns no storage and no form.

use super::fill::fill;
use super::privacy_wording::PrivacyWording;
use super::report::named;
use super::usage::Kept;
use super::wording::Wording;
use crate::knowledge::Knowledge;

/// Ratings that are listed.
const LISTED: usize = 10;

/// What a running bot remembers that belongs to a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Remembered {
    /// Channels in which a follow-up may refer to the last answer.
    pub conversations: usize,
    /// Questions whose replies follow their edits.
    pub questions: usize,
}

/// The message of `/privacy`: what is kept for how many days, and what of it belongs to the person. Every line that
/// comes from the knowledge has passed `escape`.
pub fn explanation(
    knowledge: &Knowledge,
    kept: &Kept,
    remembered: Remembered,
    days: u64,
    tag: &str,
    escape: impl Fn(&str) -> String,
) -> String {
    let (wording, general) = (PrivacyWording::of(tag), Wording::of(tag));
    let mut lines = vec![fill(wording.explanation, &[&days.to_string()]), wording.yours.to_owned()];
    if is_empty(kept, remembered) {
        lines.push(format!("- {}", wording.nothing));
    }
    if kept.ratings > 0 {
        lines.push(format!("- {}", fill(wording.ratings, &[&kept.ratings.to_string()])));
    }
    for rating in kept.newest.iter().take(LISTED) {
        let label = named(knowledge, &rating.section, &general.language());
        let label = label.map_or_else(|| wording.gone.to_owned(), |label| escape(&label));
        let thumb = if rating.liked { "👍" } else { "👎" };
        lines.push(format!("  - {thumb} {label} · {}", general.date(rating.day)));
    }
    let listed = u64::try_from(kept.newest.len().min(LISTED)).unwrap_or(u64::MAX);
    if kept.ratings > listed {
        lines.push(format!("  - {}", fill(wording.more, &[&(kept.ratings - listed).to_string()])));
    }
    for (number, told) in
        [(remembered.conversations, wording.conversations), (remembered.questions, wording.questions)]
    {
        if number > 0 {
            lines.push(format!("- {}", fill(told, &[&number.to_string()])));
        }
    }
    lines.join("\n")
}

/// Whether nothing belongs to the person.
pub fn is_empty(kept: &Kept, remembered: Remembered) -> bool {
    kept.ratings == 0 && remembered == Remembered::default()
}
