//! The gaps as people read them in a terminal, and as one JSON object. Decides nothing.

use std::io::{self, Write};

use serde::Serialize;

use super::Words;
use super::trial::{Helped, Trial};
use crate::check::Near;
use crate::cli::Screen;
use crate::cli::eval::write_changes;
use crate::knowledge::{ArticleId, FacetId, Language, SectionId};
use crate::reply::proposal::{Addition, Proposal};
use crate::reply::report::Gap;
use crate::reply::{fill, quote_user_text};
use crate::search::{Engine, Missing};
use crate::store::KEPT_DAYS;

/// Lines to paste stand so far from the margin.
const INDENT: &str = "     ";

/// Everything that is told.
#[derive(Debug)]
pub(super) struct Told<'a> {
    /// Questions that are kept.
    pub(super) questions: usize,
    /// Gaps in all.
    pub(super) all: usize,
    /// What additions were tried on, where they were.
    pub(super) tried: Option<Tried>,
    /// The most frequent of them.
    pub(super) shown: Vec<Shown<'a>>,
}

/// A gap with what could be added.
#[derive(Debug)]
pub(super) struct Shown<'a> {
    pub(super) gap: &'a Gap,
    pub(super) proposals: Vec<Proposed<'a>>,
}

/// An addition with what speaks for and against it.
#[derive(Debug)]
pub(super) struct Proposed<'a> {
    pub(super) proposal: Proposal,
    /// What it would do, where it was tried.
    pub(super) trial: Option<Trial>,
    /// The name of another article that a new name is too close to.
    pub(super) near: Option<Near<'a>>,
}

/// The questions that additions were tried on.
#[derive(Debug, Serialize)]
pub(super) struct Tried {
    /// How many.
    pub(super) questions: usize,
    /// Whether they are the articles' own.
    #[serde(rename = "of_the_articles")]
    pub(super) own: bool,
    /// Where they stand otherwise.
    pub(super) files: Vec<String>,
}

/// Writes the list for people; facets are named in their language.
pub(super) fn text(
    told: &Told<'_>,
    engine: &Engine,
    language: &Language,
    words: Words,
    screen: Screen,
    out: &mut dyn Write,
) -> io::Result<()> {
    writeln!(out, "{}", screen.bold(&fill(words.gaps.heading, &[&KEPT_DAYS.to_string()])))?;
    if let Some(tried) = &told.tried {
        let (count, files) = (tried.questions.to_string(), tried.files.join(", "));
        let line = if tried.own { words.gaps.tried_on_own } else { words.gaps.tried_on_files };
        writeln!(out, "{}", screen.wrap(&fill(line, &[&count, &files])))?;
    }
    if told.all == 0 {
        return writeln!(out, "{}", words.report.no_gaps);
    }
    for (number, shown) in told.shown.iter().enumerate() {
        let gap = shown.gap;
        let question = format!("{}. “{}”", number + 1, quote_user_text(&gap.example));
        writeln!(out, "\n{}", screen.bold(&screen.wrap(&question)))?;
        writeln!(out, "   {}", screen.dim(&notes(gap, words).join(" · ")))?;
        if let Some(missing) = &gap.missing {
            writeln!(out, "   {}", lacking(missing, engine, language, words))?;
        }
        for Proposed { proposal, trial, near } in &shown.proposals {
            let heading = match proposal.addition {
                Addition::Sample { .. } => words.gaps.add_sample,
                Addition::Alias { .. } => words.gaps.add_alias,
                Addition::Asking { .. } => words.gaps.add_asking,
            };
            writeln!(out, "   + {}", fill(heading, &[&proposal.file]))?;
            for line in proposal.lines.lines() {
                writeln!(out, "{INDENT}{line}")?;
            }
            if let (Some(near), Addition::Alias { name, .. }) = (near, &proposal.addition) {
                let warning = if near.same { words.gaps.same_name } else { words.gaps.close_name };
                let told = fill(warning, &[&quote_user_text(name), near.name, near.article.as_str()]);
                writeln!(out, "{INDENT}{told}")?;
            }
            if let Some(trial) = trial {
                tried(trial, words, out)?;
            }
        }
    }
    if told.shown.len() < told.all {
        let counts = [told.shown.len().to_string(), told.all.to_string()];
        writeln!(out, "\n{}", fill(words.gaps.shown, &counts.each_ref().map(String::as_str)))?;
    }
    Ok(())
}

/// How often it was asked and what is near.
fn notes(gap: &Gap, words: Words) -> Vec<String> {
    let words = words.report;
    let mut notes = vec![fill(words.times, &[&gap.times.to_string()])];
    if gap.others > 0 {
        notes.push(fill(words.other_words, &[&gap.others.to_string()]));
    }
    if gap.disliked {
        notes.push(words.disliked.to_owned());
    }
    notes.push(match &gap.nearest {
        Some(nearest) => fill(if gap.likely { words.nearest } else { words.far }, &[&nearest.label]),
        None => words.nothing_near.to_owned(),
    });
    notes
}

fn lacking(missing: &Missing, engine: &Engine, language: &Language, words: Words) -> String {
    let said = quote_user_text(missing.words());
    match missing {
        Missing::Name { facet, .. } => {
            let known = engine.knowledge().facets().get(facet.as_str());
            let label = known.map_or(facet.as_str(), |facet| facet.label(language));
            fill(words.gaps.missing_name, &[&said, label])
        }
        Missing::Asking { .. } => fill(words.gaps.missing_asking, &[&said]),
    }
}

fn tried(trial: &Trial, words: Words, out: &mut dyn Write) -> io::Result<()> {
    let helped = match trial.question {
        Helped::Answered => words.gaps.answered,
        Helped::Offered => words.gaps.offered,
        Helped::Neither => words.gaps.not_helped,
    };
    writeln!(out, "{INDENT}{helped}")?;
    if trial.changes.is_empty() {
        return writeln!(out, "{INDENT}{}", words.gaps.no_effect);
    }
    write_changes(&trial.changes, words.changes, INDENT, out)
}

#[derive(Serialize)]
struct Object<'a> {
    questions: usize,
    all: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    tried: Option<&'a Tried>,
    gaps: Vec<GapObject<'a>>,
}

#[derive(Serialize)]
struct GapObject<'a> {
    question: &'a str,
    times: u64,
    others: usize,
    disliked: bool,
    nearest: Option<NearestObject<'a>>,
    likely: bool,
    missing: Option<MissingObject<'a>>,
    proposals: Vec<ProposalObject<'a>>,
}

#[derive(Serialize)]
struct NearestObject<'a> {
    article: &'a ArticleId,
    section: &'a SectionId,
    label: &'a str,
}

#[derive(Serialize)]
struct MissingObject<'a> {
    kind: &'static str,
    words: &'a str,
    facet: Option<&'a FacetId>,
    article: Option<&'a ArticleId>,
}

#[derive(Serialize)]
struct ProposalObject<'a> {
    kind: &'static str,
    file: &'a str,
    lines: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    near: Option<NearObject<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    trial: Option<&'a Trial>,
}

#[derive(Serialize)]
struct NearObject<'a> {
    name: &'a str,
    article: &'a ArticleId,
    same: bool,
}

/// Writes one object on one line.
pub(super) fn json(told: &Told<'_>, out: &mut dyn Write) -> io::Result<()> {
    let gaps = told.shown.iter().map(object).collect();
    serde_json::to_writer(
        &mut *out,
        &Object { questions: told.questions, all: told.all, tried: told.tried.as_ref(), gaps },
    )?;
    writeln!(out)
}

fn object<'a>(Shown { gap, proposals }: &'a Shown<'_>) -> GapObject<'a> {
    GapObject {
        question: &gap.example,
        times: gap.times,
        others: gap.others,
        disliked: gap.disliked,
        nearest: gap.nearest.as_ref().map(|nearest| NearestObject {
            article: &nearest.count.article,
            section: &nearest.count.section,
            label: &nearest.label,
        }),
        likely: gap.likely,
        missing: gap.missing.as_ref().map(|missing| match missing {
            Missing::Name { words, facet } => {
                MissingObject { kind: "name", words, facet: Some(facet), article: None }
            }
            Missing::Asking { words, article } => {
                MissingObject { kind: "asking", words, facet: None, article: Some(article) }
            }
        }),
        proposals: proposals.iter().map(proposed).collect(),
    }
}

fn proposed<'a>(Proposed { proposal, trial, near }: &'a Proposed<'_>) -> ProposalObject<'a> {
    let kind = match proposal.addition {
        Addition::Sample { .. } => "sample",
        Addition::Alias { .. } => "alias",
        Addition::Asking { .. } => "asking",
    };
    let near =
        near.as_ref().map(|near| NearObject { name: near.name, article: near.article, same: near.same });
    ProposalObject { kind, file: &proposal.file, lines: &proposal.lines, near, trial: trial.as_ref() }
}
