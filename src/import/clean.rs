//! Takes the lines of a page apart: what is the article, what only stands around it. Owns no phrases.

use super::line::{Kind, Line, Region, ends_sentence};
use super::note::{Note, Reason};
use super::phrases;

/// Another article that the page leads to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Teaser {
    pub(crate) line: usize,
    pub(crate) title: String,
}

/// Longest line that is looked at as a phrase, in characters.
const SHORT: usize = 110;
/// Longest title of another article.
const TITLE: usize = 110;
/// Longest title above a bare "read more": a longer line may be a paragraph, above all in Thai.
const TEASED: usize = 70;
/// How many articles a label may stand above.
const MOST_TEASERS: usize = 8;
/// So many lines from the top may say who wrote the article.
const TOP: usize = 14;

/// What is left of a page.
#[derive(Debug, Default)]
pub(crate) struct Cleaned {
    pub(crate) lines: Vec<Line>,
    pub(crate) teasers: Vec<Teaser>,
    /// Keys of lines that were dropped at the end: a site's name stands among them.
    pub(crate) footer: Vec<String>,
}

/// Drops what belongs to no article; each line is noted.
pub(crate) fn clean(lines: Vec<Line>, notes: &mut Vec<Note>) -> Cleaned {
    let rights = rights_from(&lines);
    let total = lines.len();
    let mut cleaned = Cleaned::default();
    let mut rest = lines.into_iter().enumerate().peekable();
    while let Some((index, mut line)) = rest.next() {
        cleaned.cut_teaser(&mut line, notes);
        let short = line.length() <= SHORT && !matches!(line.kind, Kind::Row(_) | Kind::Code);
        if let Some(region) = line.region {
            cleaned.drop_region(&line, region, notes);
        } else if !short {
            if line.text.to_lowercase().starts_with("we use cookies") {
                cleaned.drop(&line, Reason::Footer, notes);
            } else {
                cleaned.lines.push(line);
            }
        } else if rights.is_some_and(|from| index >= from) {
            cleaned.footer.push(line.text.clone());
            cleaned.drop(&line, Reason::Footer, notes);
        } else if phrases::is_label(&line.text) {
            cleaned.drop(&line, Reason::Teaser, notes);
            let mut first: Option<std::mem::Discriminant<Kind>> = None;
            for _ in 0..MOST_TEASERS {
                let next = rest.next_if(|(at, next)| {
                    let same = first.is_none_or(|first| first == std::mem::discriminant(&next.kind));
                    same && is_teaser(next) && rights.is_none_or(|from| *at < from)
                });
                let Some((_, next)) = next else { break };
                // A short line above a long one is a heading of the article.
                let heads = next.kind == Kind::Text
                    && rest.peek().is_some_and(|(at, after)| {
                        rights.is_none_or(|from| *at < from)
                            && after.region.is_none()
                            && (after.length() > SHORT || ends_sentence(&after.text))
                    });
                if heads {
                    cleaned.lines.push(next);
                    break;
                }
                first.get_or_insert(std::mem::discriminant(&next.kind));
                cleaned.tease(&next, &next.text, notes);
            }
        } else if let Some(title) = phrases::teaser(&line.text).filter(|title| title.chars().count() <= TITLE)
        {
            cleaned.tease(&line, title, notes);
        } else if phrases::exact(&line.text) == Some(Reason::Teaser) {
            cleaned.drop(&line, Reason::Teaser, notes);
            cleaned.drop_teased(notes);
        } else if let Some(reason) = reason(&line, index, total) {
            cleaned.drop(&line, reason, notes);
        } else {
            cleaned.lines.push(line);
        }
    }
    cleaned
}

/// Why a short line belongs to no article.
fn reason(line: &Line, index: usize, total: usize) -> Option<Reason> {
    // "Careers" or "Comments" may be headings of an article, and X a word in a list.
    if !line.is_heading()
        && let Some(reason) = phrases::exact(&line.text)
    {
        return Some(reason);
    }
    if phrases::is_menu(&line.text) {
        return Some(Reason::Navigation);
    }
    match phrases::start(&line.text) {
        Some(Reason::Byline) => {
            let says_who = index < TOP && !line.is_item() && !line.is_heading() && !line.text.ends_with('.');
            says_who.then_some(Reason::Byline)
        }
        // A sentence may begin with such words.
        Some(reason) if !ends_sentence(&line.text) || index * 2 > total || reason == Reason::Footer => {
            Some(reason)
        }
        _ => None,
    }
}

/// The number of the line from which on only rights, terms and the like follow: one that states rights in the last
/// third, with short lines alone behind it.
fn rights_from(lines: &[Line]) -> Option<usize> {
    let found =
        lines.iter().position(|line| line.length() <= SHORT * 2 && phrases::states_rights(&line.text))?;
    let rest = lines.get(found..)?;
    let behind = found * 3 >= lines.len()
        && rest.len() <= MOST_FOOTER
        && rest.iter().all(|line| line.length() <= SHORT * 2);
    behind.then_some(found)
}

/// How many lines a footer may have.
const MOST_FOOTER: usize = 20;

/// Whether a line can be another article's title.
fn is_teaser(line: &Line) -> bool {
    line.length() <= TITLE
        && matches!(line.kind, Kind::Text | Kind::Item(..) | Kind::Heading(_))
        && !ends_sentence(&line.text)
        && phrases::exact(&line.text).is_none()
        && !phrases::states_rights(&line.text)
        && phrases::teaser(&line.text).is_none()
        && !phrases::is_label(&line.text)
        && !phrases::is_menu(&line.text)
}

impl Cleaned {
    fn drop(&mut self, line: &Line, reason: Reason, notes: &mut Vec<Note>) {
        notes.push(Note::dropped(line.number, reason, &line.text));
        // What stood below something dropped stands apart from what stood above.
        if reason == Reason::Footer || reason == Reason::Social {
            self.footer.push(line.text.clone());
        }
    }

    /// Cuts what leads to another article off the end of a paragraph.
    fn cut_teaser(&mut self, line: &mut Line, notes: &mut Vec<Note>) {
        let words = matches!(line.kind, Kind::Text | Kind::Item(..) | Kind::Quote) && line.region.is_none();
        let Some((cut, title)) = phrases::teaser_at_end(&line.text).filter(|_| words) else { return };
        if title.chars().count() > TITLE {
            return;
        }
        let title = title.to_owned();
        let kept = line.text.get(..cut).unwrap_or_default().to_owned();
        if let Some(markdown) = &line.markdown {
            let Some((cut, _)) = phrases::teaser_at_end(markdown) else { return };
            line.markdown = markdown.get(..cut).map(str::to_owned);
        }
        notes.push(Note::dropped(
            line.number,
            Reason::Teaser,
            line.text.get(cut..).unwrap_or_default().trim(),
        ));
        self.remember(line.number, &title);
        line.text = kept;
    }

    fn tease(&mut self, line: &Line, title: &str, notes: &mut Vec<Note>) {
        notes.push(Note::dropped(line.number, Reason::Teaser, &line.text));
        self.remember(line.number, title);
    }

    /// Suggests an article, once; an address tells nothing of what it leads to.
    fn remember(&mut self, line: usize, title: &str) {
        if phrases::is_address(title) {
            return;
        }
        let key = phrases::key(title);
        if !key.is_empty() && !self.teasers.iter().any(|known| phrases::key(&known.title) == key) {
            self.teasers.push(Teaser { line, title: title.to_owned() });
        }
    }

    fn drop_region(&mut self, line: &Line, region: Region, notes: &mut Vec<Note>) {
        let reason = match region {
            Region::Navigation => Reason::Navigation,
            Region::Aside => Reason::Aside,
            Region::Footer => Reason::Footer,
            Region::Form => Reason::Form,
            Region::Advertisement => Reason::Advertisement,
            Region::Social => Reason::Social,
            Region::Hidden => Reason::Hidden,
            Region::Related => Reason::Teaser,
        };
        let leads_on = match region {
            Region::Related => line.link || line.is_heading(),
            Region::Aside => line.link,
            _ => false,
        };
        if leads_on && is_teaser(line) {
            self.tease(line, &line.text, notes);
        } else {
            self.drop(line, reason, notes);
        }
    }

    /// Drops the title, and where there is one the excerpt, that stood above "read more".
    fn drop_teased(&mut self, notes: &mut Vec<Note>) {
        let cut = |line: &Line| {
            line.text.ends_with('…') || line.text.ends_with("...") || line.text.ends_with("[…]")
        };
        let excerpt = self.lines.len() > 2 && self.lines.last().is_some_and(cut);
        let title =
            self.lines.len().checked_sub(if excerpt { 2 } else { 1 }).and_then(|at| self.lines.get(at));
        // The first line is the page's own title.
        let is_title = |title: &&Line| is_teaser(title) && title.length() <= TEASED && self.lines.len() > 1;
        let Some(title) = title.filter(is_title).cloned() else {
            return;
        };
        if excerpt && let Some(excerpt) = self.lines.pop() {
            self.drop(&excerpt, Reason::Teaser, notes);
        }
        self.lines.pop();
        self.tease(&title, &title.text, notes);
    }
}
