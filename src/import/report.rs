//! What an import dropped and guessed, as lines for people. Owns no wording.

use super::Imported;
use super::note::{Guess, Note, Reason, What};
use super::safe::defuse;
use crate::reply::fill;
use crate::reply::import_wording::ImportWording;

/// Longest quotation of the input, in characters.
const LONGEST: usize = 70;
/// So many lines of one reason in a row are listed before the rest is only counted.
const MOST_IN_A_ROW: usize = 12;

/// The report about an article: `from` is the input's name, `to` its file.
pub fn report(imported: &Imported, from: &str, to: &str, wording: &ImportWording) -> String {
    let sections = imported.sections.to_string();
    let mut lines = vec![fill(wording.heading, &[from, to, &sections])];
    if imported.notes.is_empty() {
        lines.push(format!("  {}", wording.nothing));
    }
    let (mut row, mut reason) = (0, None);
    let mut hidden = 0;
    for note in &imported.notes {
        let this = match &note.what {
            What::Dropped(reason, _) => Some(*reason),
            What::Guessed(_) => None,
        };
        row = if this.is_some() && this == reason { row + 1 } else { 0 };
        reason = this;
        if row >= MOST_IN_A_ROW {
            hidden += 1;
            continue;
        }
        if hidden > 0 {
            lines.push(format!("  {}", fill(wording.more, &[&hidden.to_string()])));
            hidden = 0;
        }
        lines.push(format!("  {}", line(note, wording)));
    }
    if hidden > 0 {
        lines.push(format!("  {}", fill(wording.more, &[&hidden.to_string()])));
    }
    defuse(&(lines.join("\n") + "\n"))
}

fn line(note: &Note, wording: &ImportWording) -> String {
    let place =
        note.line.map_or_else(|| wording.whole.to_owned(), |line| fill(wording.line, &[&line.to_string()]));
    let what = match &note.what {
        What::Dropped(reason, text) => fill(wording.dropped, &[why(*reason, wording), &short(text)]),
        What::Guessed(guess) => fill(wording.guessed, &[&guessed(guess, wording)]),
    };
    format!("{place}: {what}")
}

/// A quotation of the input, cut where it is long.
fn short(text: &str) -> String {
    if text.chars().count() <= LONGEST {
        return text.to_owned();
    }
    let cut: String = text.chars().take(LONGEST).collect();
    format!("{}…", cut.trim_end())
}

fn why(reason: Reason, wording: &ImportWording) -> &'static str {
    match reason {
        Reason::Navigation => wording.navigation,
        Reason::Advertisement => wording.advertisement,
        Reason::Teaser => wording.teaser,
        Reason::RepeatedTitle => wording.repeated_title,
        Reason::SiteName => wording.site_name,
        Reason::Social => wording.social,
        Reason::Footer => wording.footer,
        Reason::Byline => wording.byline,
        Reason::Aside => wording.aside,
        Reason::Form => wording.form,
        Reason::Hidden => wording.hidden,
        Reason::EmptyHeading => wording.empty_heading,
        Reason::UnknownKey => wording.unknown_key,
        Reason::BadFrontMatter => wording.bad_front_matter,
    }
}

fn guessed(guess: &Guess, wording: &ImportWording) -> String {
    match guess {
        Guess::Language(tag) => fill(wording.language, &[tag]),
        Guess::Title(title) => fill(wording.title, &[&short(title)]),
        Guess::TitleFromName(title) => fill(wording.title_from_name, &[title]),
        Guess::Subject(from, to) => fill(wording.subject, &[&short(from), to]),
        Guess::ForeignName(name) => fill(wording.foreign_name, &[name]),
        Guess::Id(id) => fill(wording.id, &[id]),
        Guess::Role => wording.role.to_owned(),
        Guess::Topic => wording.topic.to_owned(),
        Guess::Heading(words) => fill(wording.implied_heading, &[&short(words)]),
        Guess::Facet(heading, facet) => fill(wording.facet, &[&short(heading), facet]),
        Guess::IntoLead(heading) => fill(wording.into_lead, &[&short(heading)]),
        Guess::Alias(name) => fill(wording.alias, &[name]),
        Guess::Related(id) => fill(wording.related, &[id]),
        Guess::Spaces(count) => fill(wording.spaces, &[&count.to_string()]),
        Guess::Joined(count) => fill(wording.joined, &[&count.to_string()]),
    }
}
