//! Finds the line that is the title, and what the article is about in it. Owns no other name.

use super::clean::Cleaned;
use super::line::{Kind, Line, ends_sentence};
use super::note::{Guess, Note, Reason};
use super::phrases::key;
use crate::text::segment::words;

/// So many lines from the top may be the title.
const TOP: usize = 12;
/// Longest title, in characters.
const LONGEST: usize = 120;
/// A site's name has no more words than this.
const MOST_SITE_WORDS: usize = 4;

/// Takes the title out of the lines. `outside` is one that is said outside the text, which wins when `firm`.
pub(crate) fn take(
    cleaned: &mut Cleaned,
    outside: Option<(usize, String)>,
    firm: bool,
    notes: &mut Vec<Note>,
) -> Option<String> {
    let marked = cleaned.lines.iter().position(|line| line.kind == Kind::Heading(1));
    let found = marked.or_else(|| if outside.is_some() { None } else { unmarked(cleaned) });
    let title = match (outside, found) {
        (Some((_, title)), None) => title,
        (Some((_, title)), Some(_)) if firm => title,
        (_, Some(at)) => {
            let line = cleaned.lines.get(at)?;
            if marked.is_none() {
                notes.push(Note::guessed(line.number, Guess::Title(line.text.clone())));
            }
            line.text.clone()
        }
        (None, None) => return None,
    };
    drop_repeated(cleaned, &title, found, notes);
    Some(title)
}

/// The line that is the title though nothing marks it.
fn unmarked(cleaned: &Cleaned) -> Option<usize> {
    let is_short = |line: &Line| {
        line.length() <= LONGEST
            && !ends_sentence(&line.text)
            && matches!(line.kind, Kind::Text | Kind::Heading(_))
    };
    let heads: Vec<(usize, String)> = cleaned
        .lines
        .iter()
        .enumerate()
        .take(TOP)
        .filter(|(_, line)| is_short(line))
        .map(|(at, line)| (at, key(&line.text)))
        .filter(|(_, key)| !key.is_empty())
        .collect();
    // What stands twice at the top is the title: once for the path, once above the text.
    let twice = heads.iter().find(|(at, one)| heads.iter().any(|(other, two)| other > at && one == two));
    if let Some((at, _)) = twice {
        return Some(*at);
    }
    let leading =
        cleaned.lines.iter().take(TOP).take_while(|line| is_short(line) && line.kind == Kind::Text).count();
    match leading {
        0 => None,
        1 => Some(0),
        _ => Some(usize::from(is_site_name(cleaned))),
    }
}

/// Whether the first line names the site: it stands in the footer again, or is short and nothing in the text is about it.
fn is_site_name(cleaned: &Cleaned) -> bool {
    let Some((first, rest)) = cleaned.lines.split_first() else { return false };
    let name = key(&first.text);
    if name.is_empty() {
        return true;
    }
    if cleaned.footer.iter().any(|line| key(line).contains(&name)) {
        return true;
    }
    let own = words(&first.text);
    let about = |word: &&str| {
        let word = word.to_lowercase();
        rest.iter().skip(1).any(|line| line.text.to_lowercase().contains(&word))
    };
    own.len() <= MOST_SITE_WORDS && !own.iter().any(about)
}

/// Drops the title's line, every line that says it again, and the site's name above it.
fn drop_repeated(cleaned: &mut Cleaned, title: &str, at: Option<usize>, notes: &mut Vec<Note>) {
    let title_key = key(title);
    let bare_key = key(without_site(title, true));
    let above = at.unwrap_or(0);
    let mut index = 0;
    cleaned.lines.retain(|line| {
        let own = index;
        index += 1;
        let same = key(&line.text);
        if Some(own) == at {
            if same != title_key {
                notes.push(Note::dropped(line.number, Reason::RepeatedTitle, &line.text));
            }
            return false;
        }
        let again = !same.is_empty()
            && (same == title_key || same == bare_key)
            && !line.is_item()
            && (own < TOP || !line.is_heading());
        if again {
            notes.push(Note::dropped(line.number, Reason::RepeatedTitle, &line.text));
            return false;
        }
        let site =
            own < above && line.length() <= LONGEST && !ends_sentence(&line.text) && line.kind == Kind::Text;
        if site {
            notes.push(Note::dropped(line.number, Reason::SiteName, &line.text));
        }
        !site
    });
}

/// The title without the site's name behind it; `dashes` says whether a dash may part them.
pub(crate) fn without_site(title: &str, dashes: bool) -> &str {
    const ALWAYS: [&str; 4] = [" | ", " · ", " :: ", " » "];
    const SOMETIMES: [&str; 3] = [" - ", " – ", " — "];
    let signs = ALWAYS.iter().chain(SOMETIMES.iter().filter(|_| dashes));
    let cut = signs.filter_map(|sign| title.rsplit_once(sign)).min_by_key(|(before, _)| before.len());
    match cut {
        Some((before, site))
            if site.split_whitespace().count() <= MOST_SITE_WORDS && !before.trim().is_empty() =>
        {
            before.trim()
        }
        _ => title,
    }
}

/// What a title says before its subject.
const BEFORE: [&str; 25] = [
    "what is an ",
    "what is a ",
    "what is the ",
    "what is ",
    "what's a ",
    "what's an ",
    "what are ",
    "what does an ",
    "what does a ",
    "how to become an ",
    "how to become a ",
    "become an ",
    "become a ",
    "a guide to becoming a ",
    "guide to becoming a ",
    "guide to becoming an ",
    "a day in the life of a ",
    "a day in the life of an ",
    "everything about ",
    "all about ",
    "career guide: ",
    "career profile: ",
    "job profile: ",
    "the role of a ",
    "meet the ",
];
/// What it says behind it.
const AFTER: [&str; 24] = [
    "?",
    ": ",
    " - ",
    " – ",
    " — ",
    " do?",
    " job description",
    " career guide",
    " salary",
    " – what",
    ", explained",
    " explained",
    ", definition",
    "คืออะไร",
    "คือใคร",
    "คือตำแหน่ง",
    "คืออาชีพ",
    "คืองาน",
    "ทำอะไร",
    "ทำหน้าที่",
    "มีหน้าที่",
    "เงินเดือนเท่าไ",
    "เป็นอย่างไร",
    " คือ",
];
const BEFORE_THAI: [&str; 12] = [
    "ทำความรู้จักกับอาชีพ",
    "ทำความรู้จักอาชีพ",
    "ทำความรู้จักตำแหน่ง",
    "ทำความรู้จักกับ",
    "ทำความรู้จัก",
    "รู้จักอาชีพ",
    "รู้จักตำแหน่ง",
    "รู้จักกับ",
    "รู้จัก",
    "แนะนำอาชีพ",
    "อาชีพ",
    "ตำแหน่ง",
];
/// Longest name of a subject, in characters.
const LONGEST_SUBJECT: usize = 60;

/// What an article is about, from its title: "What Is an Auditor? Duties and Pay" → "Auditor".
pub(crate) fn subject(title: &str) -> String {
    let title = without_site(title, false).trim();
    let mut subject = title;
    for start in BEFORE.iter().chain(&BEFORE_THAI) {
        let begins = subject.get(..start.len()).is_some_and(|begin| begin.to_lowercase() == *start);
        if begins {
            subject = subject.get(start.len()..).unwrap_or_default().trim();
            break;
        }
    }
    // A word for a language of computers or a place may have a colon; a subject ends at the first sign.
    let small = subject.to_lowercase();
    let same_length = small.len() == subject.len();
    let end = AFTER.iter().filter_map(|after| small.find(after)).filter(|at| *at > 0).min();
    let cut = end.filter(|_| same_length).and_then(|end| subject.get(..end)).unwrap_or(subject);
    let cut = cut.split(" do ").next().unwrap_or(cut).trim().trim_end_matches([',', '?', ':', '!']).trim();
    if cut.is_empty() || cut.chars().count() > LONGEST_SUBJECT { title.to_owned() } else { cut.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_are_about_something() {
        for (title, about) in [
            ("What Is an Account Manager? Duties, Skills and Salary", "Account Manager"),
            ("Auditor: Definition and Career Path | CareerPond", "Auditor"),
            ("How to Become a Tax Preparer", "Tax Preparer"),
            ("ผู้สอบบัญชีคืออะไร ทำงานอะไร", "ผู้สอบบัญชี"),
            ("ทำความรู้จักอาชีพนักวิเคราะห์การเงิน (Financial Analyst)", "นักวิเคราะห์การเงิน (Financial Analyst)"),
            ("อาชีพผู้จัดการดูแลลูกค้า ทำอะไรบ้าง", "ผู้จัดการดูแลลูกค้า"),
            ("What Does a Loan Officer Do?", "Loan Officer"),
            ("What is", "What is"),
        ] {
            assert_eq!(subject(title), about, "{title}");
        }
    }
}
