//! `/knowledge` as messages and files, within Discord's limits. Plain data; [`super::commands`] and the clicks send it.

use std::time::UNIX_EPOCH;

use super::custom_id::{Action, CustomId};
use super::draft::{Address, Attachment, Button, Card, Draft, Row};
use super::limits;
use super::markdown::escape;
use crate::knowledge::Knowledge;
use crate::live::{Reloaded, Trouble};
use crate::reply::cut::{Budget, cut};
use crate::reply::reload;
use crate::reply::reload_wording::ReloadWording;
use crate::reply::report::{self, Gap, Report};
use crate::reply::report_wording::ReportWording;
use crate::reply::wording::Wording;
use crate::reply::{fill, quote_user_text};
use crate::search::Engine;
use crate::store::KEPT_DAYS;

/// Sections listed of each kind.
const LISTED_SECTIONS: usize = 5;
/// Questions listed; each with a section near gets a button, and one button more exports all.
const LISTED_GAPS: usize = 5;
/// Characters of a section's name in a list.
const LABEL: Budget = Budget { characters: 60, bytes: 180 };
/// Characters of a button's label that show on most screens, and a few more.
const BUTTON: Budget = Budget { characters: 50, bytes: 150 };
// How the bytes of a message are shared out: what buttons take, with their ids, is left.
/// The questions, which stand in the content.
const CONTENT: Budget = Budget { characters: limits::CONTENT, bytes: 4300 };
/// The lists of sections, which stand in the embed.
const CARD: Budget = Budget { characters: limits::EMBED_DESCRIPTION, bytes: 2400 };
/// Characters of lines to paste that stand in the message; more are in the file alone.
const LINES: Budget = Budget { characters: 1000, bytes: 3000 };
/// Errors of articles listed; the log and `naenaew check` list all.
const LISTED_ERRORS: usize = 3;
/// Characters of one of them.
const ERROR: Budget = Budget { characters: 300, bytes: 600 };
/// The file with lines to paste.
const FILE_NAME: &str = "naenaew-questions.md";

/// The report with its buttons.
pub(crate) fn of_report(report: &Report, address: &Address) -> Draft {
    let words = ReportWording::of(address.language.as_str());
    let heading = format!("**{}**", fill(words.heading, &[&KEPT_DAYS.to_string()]));
    if report.asked.is_empty() && report.disliked.is_empty() && report.gaps.is_empty() {
        return Draft::sentence(&format!("{heading}\n{}", words.nothing_yet));
    }
    let mut lines = vec![heading, String::new(), format!("**{}**", words.gaps)];
    if report.gaps.is_empty() {
        lines.push(words.no_gaps.to_owned());
    }
    for (index, gap) in report.gaps.iter().take(LISTED_GAPS).enumerate() {
        lines.push(gap_lines(index + 1, gap, words));
    }
    lines.extend(more(report.gaps.len(), LISTED_GAPS, words));
    let rows = report_rows(report, address, words);
    if !rows.is_empty() {
        lines.push(format!("-# {}", words.buttons));
    }
    let card = sections(report, words);
    Draft {
        content: fitting(&lines, CONTENT),
        card: (!card.is_empty()).then(|| Card { description: card, ..Card::default() }),
        rows,
        ..Draft::default()
    }
}

fn gap_lines(number: usize, gap: &Gap, words: &ReportWording) -> String {
    let mut notes = vec![fill(words.times, &[&gap.times.to_string()])];
    if gap.others > 0 {
        notes.push(fill(words.other_words, &[&gap.others.to_string()]));
    }
    if gap.disliked {
        notes.push(words.disliked.to_owned());
    }
    notes.push(match &gap.nearest {
        Some(nearest) => {
            let wording = if gap.likely { words.nearest } else { words.far };
            fill(wording, &[&escape(&shortened(&nearest.label, LABEL))])
        }
        None => words.nothing_near.to_owned(),
    });
    format!("{number}. “{}”\n-# {}", quote_user_text(&gap.example), notes.join(" · "))
}

/// The lists of sections that are read most and liked least.
fn sections(report: &Report, words: &ReportWording) -> String {
    let mut lines = Vec::new();
    if !report.asked.is_empty() {
        lines.push(format!("**{}**", words.most_asked));
    }
    for used in report.asked.iter().take(LISTED_SECTIONS) {
        let mut counts = Vec::new();
        if used.count.asked > 0 {
            counts.push(fill(words.answers, &[&used.count.asked.to_string()]));
        }
        if used.count.chosen > 0 {
            counts.push(fill(words.choices, &[&used.count.chosen.to_string()]));
        }
        lines.push(format!("- {}: {}", escape(&shortened(&used.label, LABEL)), counts.join(" · ")));
    }
    if !report.disliked.is_empty() {
        lines.push(format!("**{}**", words.least_liked));
    }
    for rated in report.disliked.iter().take(LISTED_SECTIONS) {
        let thumbs = fill(words.thumbs, &[&rated.count.disliked.to_string(), &rated.count.liked.to_string()]);
        lines.push(format!("- {}: {thumbs}", escape(&shortened(&rated.label, LABEL))));
    }
    fitting(&lines, CARD)
}

fn report_rows(report: &Report, address: &Address, words: &ReportWording) -> Vec<Row> {
    let button = |action: Action, label: &str, prominent: bool| Button {
        id: CustomId::plain(action, &address.language, address.asker).to_string(),
        label: shortened(label, BUTTON),
        prominent,
    };
    let adding = report.gaps.iter().take(LISTED_GAPS).enumerate().filter_map(|(index, gap)| {
        let nearest = gap.nearest.as_ref()?;
        let label = fill(words.add_button, &[&(index + 1).to_string(), &nearest.label]);
        Some(button(Action::sample(gap.key()), &label, gap.likely))
    });
    let adding: Vec<Button> = adding.take(limits::BUTTONS_A_ROW).collect();
    let mut rows = Vec::new();
    if !adding.is_empty() {
        rows.push(Row::Buttons(adding));
    }
    if !report.gaps.is_empty() {
        rows.push(Row::Buttons(vec![button(Action::ExportSamples, words.export_button, false)]));
    }
    rows
}

/// The lines that make a gap a sample question, in the message and as a file.
pub(crate) fn of_sample(engine: &Engine, report: &Report, key: u64, address: &Address) -> Draft {
    let words = ReportWording::of(address.language.as_str());
    let gap = report.gaps.iter().find(|gap| gap.key() == key);
    let Some(sample) = gap.and_then(|gap| report::sample(engine, gap)) else {
        return Draft::sentence(words.sample_gone);
    };
    let label = escape(&shortened(&sample.label, LABEL));
    let mut lines = vec![fill(words.sample_heading, &[&quote_user_text(&sample.question), &label])];
    if LINES.holds(&sample.lines) {
        lines.push(fill(words.sample_how, &[&sample.file]));
        lines.push(format!("```yaml\n{}```", sample.lines));
    }
    lines.push(words.sample_file.to_owned());
    let file = export(&[(sample.file, sample.all_lines)], &[], words);
    Draft { files: vec![file], ..Draft::sentence(&fitting(&lines, CONTENT)) }
}

/// Every gap as a file.
pub(crate) fn of_export(engine: &Engine, report: &Report, address: &Address) -> Draft {
    let words = ReportWording::of(address.language.as_str());
    if report.gaps.is_empty() {
        return Draft::sentence(words.export_empty);
    }
    let (files, homeless) = report::all_samples(engine, &report.gaps);
    let sentence = fill(words.export_ready, &[&report.gaps.len().to_string(), &files.len().to_string()]);
    let homeless: Vec<&str> = homeless.into_iter().map(|gap| gap.example.as_str()).collect();
    Draft { files: vec![export(&files, &homeless, words)], ..Draft::sentence(&sentence) }
}

/// The file with the `questions` of articles, and questions that belong nowhere yet.
fn export(files: &[(String, String)], homeless: &[&str], words: &ReportWording) -> Attachment {
    let mut parts = vec![format!("# {}", words.export_title), words.export_how.to_owned()];
    parts.extend(files.iter().map(|(file, lines)| format!("## {file}\n\n```yaml\n{lines}```")));
    if !homeless.is_empty() {
        parts.push(format!("## {}", words.export_homeless));
        let quoted = homeless.iter().map(|question| format!("- “{}”", quote_user_text(question)));
        parts.push(quoted.collect::<Vec<_>>().join("\n"));
    }
    let text = parts.join("\n\n") + "\n";
    Attachment { name: FILE_NAME.to_owned(), description: None, bytes: text.into_bytes() }
}

/// What the knowledge holds, since when (in seconds of Unix time) it is in use, and why nothing newer is.
pub(crate) fn of_status(
    (knowledge, since): (&Knowledge, u64),
    trouble: Option<&Trouble>,
    address: &Address,
) -> Draft {
    let words = ReportWording::of(address.language.as_str());
    let wording = Wording::of(address.language.as_str());
    let articles = knowledge.articles();
    let count = |articles: &mut dyn Iterator<Item = usize>| {
        articles.fold((0, 0), |(articles, all), sections| (articles + 1, all + sections))
    };
    let (all, sections) = count(&mut articles.iter().map(|article| article.sections.len()));
    let mut lines =
        vec![format!("**{}**", fill(words.status_counts, &[&all.to_string(), &sections.to_string()]))];
    let mut languages: Vec<_> = articles.iter().map(|article| &article.language).collect();
    languages.sort_unstable();
    languages.dedup();
    for language in languages {
        let of_language = articles.iter().filter(|article| article.language == *language);
        let (all, sections) = count(&mut of_language.map(|article| article.sections.len()));
        let name = wording.name_of(language);
        let counted = fill(words.status_language, &[name, &all.to_string(), &sections.to_string()]);
        lines.push(format!("- {counted}"));
    }
    let reviewed = articles.iter().filter_map(|article| article.reviewed);
    if let Some((oldest, newest)) = reviewed.clone().min().zip(reviewed.max()) {
        lines.push(if oldest == newest {
            wording.reviewed_on(newest)
        } else {
            fill(words.status_reviewed, &[&wording.date(oldest), &wording.date(newest)])
        });
    }
    lines.push(fill(words.status_since, &[&since.to_string()]));
    if let Some(trouble) = trouble {
        lines.extend(trouble_lines(trouble, address));
    }
    Draft::sentence(&fitting(&lines, CONTENT))
}

/// What came of reading the articles anew.
pub(crate) fn of_reload(reloaded: &Reloaded, address: &Address) -> Draft {
    let words = ReloadWording::of(address.language.as_str());
    match reloaded {
        Reloaded::Changed(changes) => Draft::sentence(&reload::changes(changes, words)),
        Reloaded::Unchanged => Draft::sentence(words.unchanged),
        Reloaded::Broken(trouble) => Draft::sentence(&fitting(&trouble_lines(trouble, address), CONTENT)),
        Reloaded::BuiltIn => Draft::sentence(words.built_in),
        Reloaded::Failed => Draft::sentence(Wording::of(address.language.as_str()).failed),
    }
}

/// Why the newest articles are not in use.
fn trouble_lines(trouble: &Trouble, address: &Address) -> Vec<String> {
    let words = ReloadWording::of(address.language.as_str());
    let since = trouble.since.duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs());
    let mut lines = vec![format!("**{}**", fill(words.broken_since, &[&since.to_string()]))];
    let (told, more) = reload::errors(&trouble.problems, &trouble.folder, LISTED_ERRORS, words);
    lines.extend(told.iter().map(|error| format!("- {}", escape(&shortened(error, ERROR)))));
    lines.extend((more > 0).then(|| format!("-# {}", fill(words.more_errors, &[&more.to_string()]))));
    lines.push(words.how_to_mend.to_owned());
    lines
}

fn more(all: usize, listed: usize, words: &ReportWording) -> Option<String> {
    (all > listed).then(|| format!("-# {}", fill(words.more, &[&(all - listed).to_string()])))
}

fn shortened(text: &str, budget: Budget) -> String {
    cut(text, budget).head
}

/// The first lines that fit together.
fn fitting(lines: &[String], budget: Budget) -> String {
    let mut text = String::new();
    for line in lines {
        let longer = if text.is_empty() { line.clone() } else { format!("{text}\n{line}") };
        if !budget.holds(&longer) {
            break;
        }
        text = longer;
    }
    text
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;
    use crate::knowledge::{ArticleId, Language, SectionId};
    use crate::reply::report::Named;
    use crate::reply::usage::{SectionRating, SectionRef, SectionUse};

    /// A report in which everything is as long as it can be.
    fn endless(text: &str) -> Report {
        let section = SectionRef {
            article: ArticleId::parse(&"a".repeat(120)).unwrap(),
            section: SectionId::parse(&"ก".repeat(120)).unwrap(),
        };
        let label = text.repeat(300);
        let used = SectionUse { section: section.clone(), asked: u64::MAX, chosen: u64::MAX };
        let rated = SectionRating { section: section.clone(), liked: u64::MAX, disliked: u64::MAX };
        let gap = |number: usize| Gap {
            example: format!("{number}{}", text.repeat(199)),
            others: usize::MAX,
            times: u64::MAX,
            disliked: true,
            likely: false,
            missing: None,
            nearest: Some(Named { label: label.clone(), count: section.clone() }),
        };
        Report {
            asked: vec![Named { label: label.clone(), count: used }; 30],
            disliked: vec![Named { label: label.clone(), count: rated }; 30],
            gaps: (0..30).map(gap).collect(),
        }
    }

    #[test]
    fn the_longest_report_keeps_the_limits() {
        for text in ["ก", "กี่", "*_", "😀", "a b "] {
            for language in [Language::thai(), Language::english()] {
                let address = Address { language, ..address() };
                let draft = of_report(&endless(text), &address);
                assert!(draft.content.chars().count() <= limits::CONTENT);
                assert!(draft.bytes() <= limits::MESSAGE_BYTES, "{text}: {}", draft.bytes());
                assert_eq!(draft.rows.len(), 2, "{text}");
            }
        }
    }

    fn address() -> Address {
        crate::discord::bot::address(
            serenity::all::UserId::new(u64::MAX - 1),
            &crate::discord::bot::Audience::Asker(Language::thai()),
            &Language::thai(),
        )
    }
}
