//! The command line as typed: names, options, help. Owns no behaviour.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

use crate::knowledge::Language;

/// Answers career questions in Thai and English from a Markdown knowledge base
#[derive(Debug, Parser)]
#[command(name = "naenaew", bin_name = "naenaew", version, disable_help_subcommand = true)]
pub(crate) struct Arguments {
    #[command(flatten)]
    pub(crate) common: Common,
    #[command(subcommand)]
    pub(crate) command: Command,
}

/// Says what clap cannot know, since the environment may come from `.env`.
const KNOWLEDGE_HELP: &str =
    "Folder of articles [env: KNOWLEDGE_DIR] [default: `knowledge` here, else the built-in articles]";

/// Puts the common options behind those of the command.
const COMMON_ORDER: usize = 100;

#[derive(Debug, Args)]
pub(crate) struct Common {
    /// Where the articles are
    #[arg(long, global = true, value_name = "DIR", help = KNOWLEDGE_HELP, display_order = COMMON_ORDER)]
    pub(crate) knowledge: Option<PathBuf>,
    /// Language of the interface [default: that of the locale or of the question]
    #[arg(long, global = true, value_name = "LANG", display_order = COMMON_ORDER)]
    pub(crate) lang: Option<Lang>,
}

/// The languages that the interface speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Lang {
    Th,
    En,
}

impl Lang {
    /// As articles know it.
    pub(crate) fn language(self) -> Language {
        match self {
            Self::Th => Language::thai(),
            Self::En => Language::english(),
        }
    }
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Talk in the terminal: questions, follow-ups, numbered choices
    Chat,
    /// Answer one question
    Ask(AskArguments),
    /// Show what a term means
    Define(DefineArguments),
    /// Connect to Discord and answer there
    Bot,
    /// Show what can be mended in the articles, and how
    ///
    /// Exit codes: 0 nothing to mend, or hints alone; 1 an error or a warning; 2 wrong use. The level of each problem is in
    /// --json.
    Check(CheckArguments),
    /// Measure the matcher on labelled questions
    Eval(EvalArguments),
    /// Show what people ask without a good answer, and what could be added
    Gaps(GapsArguments),
    /// Make articles of text, Markdown and HTML; `--lang` says their language [default: by their script]
    Import(ImportArguments),
}

#[derive(Debug, Args)]
pub(crate) struct ImportArguments {
    /// Folder of articles to write to: `DIR/<lang>/<article>.md`
    #[arg(long, value_name = "DIR", default_value = "knowledge")]
    pub(crate) out: PathBuf,
    /// Write nothing, print what would change
    #[arg(long)]
    pub(crate) dry_run: bool,
    /// Overwrite articles that are there already
    #[arg(long)]
    pub(crate) force: bool,
    /// Pages, saved or copied; `-` reads standard input
    #[arg(required = true, value_name = "FILE")]
    pub(crate) files: Vec<PathBuf>,
}

#[derive(Debug, Args)]
pub(crate) struct CheckArguments {
    /// Exit with 1 for hints, too; without it only errors and warnings do that
    #[arg(long)]
    pub(crate) strict: bool,
    /// Print a JSON object
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct EvalArguments {
    /// Print a JSON object
    #[arg(long)]
    pub(crate) json: bool,
    /// List every question that was not answered right
    #[arg(long)]
    pub(crate) misses: bool,
    /// Show what fares better, worse or otherwise than when this file was written; exit code 1 when anything fares worse
    #[arg(long, value_name = "FILE")]
    pub(crate) baseline: Option<PathBuf>,
    /// Write how each question fares, a line a question, to compare with later
    #[arg(long, value_name = "FILE")]
    pub(crate) write_baseline: Option<PathBuf>,
    /// Labelled questions, a JSON object a line
    #[arg(required = true, value_name = "FILE.jsonl")]
    pub(crate) files: Vec<PathBuf>,
}

#[derive(Debug, Args)]
pub(crate) struct GapsArguments {
    /// Print a JSON object
    #[arg(long)]
    pub(crate) json: bool,
    /// How many of the most frequent are shown
    #[arg(long, value_name = "NUMBER", default_value_t = 20)]
    pub(crate) top: usize,
    /// Try each addition without editing anything, on the articles' own sample questions and headings
    #[arg(long = "try")]
    pub(crate) trial: bool,
    /// Labelled questions to try on in place of the articles' own
    #[arg(long, value_name = "FILE.jsonl", num_args = 1.., requires = "trial")]
    pub(crate) questions: Vec<PathBuf>,
    /// Write every question that is kept, a JSON object a line; `-` writes to standard output
    #[arg(long, value_name = "FILE", conflicts_with_all = ["json", "trial"])]
    pub(crate) export: Option<PathBuf>,
    /// Keep exported questions, too; `-` reads standard input. Files of one command add up, while questions that are kept already
    /// keep the larger count, so that the same file may come twice
    #[arg(long, value_name = "FILE", num_args = 1.., conflicts_with_all = ["json", "trial", "export"])]
    pub(crate) import: Vec<PathBuf>,
}

#[derive(Debug, Args)]
pub(crate) struct AskArguments {
    /// Print a JSON object a question
    #[arg(long)]
    pub(crate) json: bool,
    /// Print why the answer was chosen
    #[arg(long)]
    pub(crate) explain: bool,
    /// The question; `-` reads standard input, a question a line
    #[arg(required = true, value_name = "QUESTION")]
    pub(crate) question: Vec<String>,
}

#[derive(Debug, Args)]
pub(crate) struct DefineArguments {
    /// Print a JSON object
    #[arg(long)]
    pub(crate) json: bool,
    /// The term: a word of the glossary or a job's name
    #[arg(required = true, value_name = "TERM")]
    pub(crate) term: Vec<String>,
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::*;

    #[test]
    fn the_command_line_is_consistent() {
        Arguments::command().debug_assert();
    }
}
