//! `naenaew import`: reads pages, writes articles, says what was dropped and guessed. Owns no rule about pages.

use std::collections::BTreeSet;
use std::fs::{self, File, OpenOptions};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

use similar::TextDiff;

use super::Outcome;
use super::args::ImportArguments;
use crate::import::{Format, Imported, Known, MAX_INPUT_BYTES, Refusal, format_of, import, report, text_of};
use crate::knowledge::{Facets, Language, Origin, built_in_facets};
use crate::reply::fill;
use crate::reply::import_wording::ImportWording;

/// Stands for standard input.
const STANDARD_INPUT: &str = "-";
/// Lines around a change that a difference shows.
const CONTEXT: usize = 3;

/// What this run was asked for.
pub(crate) struct Import<'a> {
    pub(crate) asked: &'a ImportArguments,
    /// The language of the articles and of the reports, where it is said.
    pub(crate) language: Option<Language>,
    /// The language of the reports, where it is known otherwise.
    pub(crate) interface: Option<Language>,
}

impl Import<'_> {
    /// Makes an article of each input; one that fails stops no other. Differences go to `out`, reports to `err`.
    ///
    /// # Errors
    /// What the writers report, such as a pipe that was closed.
    pub(crate) fn run(
        &self,
        input: &mut dyn Read,
        out: &mut dyn Write,
        err: &mut dyn Write,
    ) -> io::Result<Outcome> {
        let facets = built_in_facets();
        let mut known = self.known();
        let mut written = BTreeSet::new();
        let mut outcome = Outcome::Done;
        // What ends the reports is said as the last of them.
        let mut last = ImportWording::of(self.interface.as_ref().map_or("en", Language::as_str));
        for file in &self.asked.files {
            let is_input = file.as_os_str() == STANDARD_INPUT;
            let fallback = ImportWording::of(self.interface.as_ref().map_or("en", Language::as_str));
            let name = if is_input { fallback.standard_input.to_owned() } else { file.display().to_string() };
            let result = self.article(file, is_input.then_some(&mut *input), (&facets, &known), fallback);
            let told = result.and_then(|imported| {
                let wording = self.wording(&imported);
                last = wording;
                known.add(imported.id.clone());
                self.keep(&name, &imported, &mut written, wording)
            });
            match told {
                Ok(told) => {
                    out.write_all(told.difference.as_bytes())?;
                    err.write_all(told.report.as_bytes())?;
                }
                Err(why) => {
                    writeln!(err, "{}", fill(fallback.refused, &[&name, &why]))?;
                    outcome = Outcome::Problem;
                }
            }
        }
        if !written.is_empty() && !self.asked.dry_run {
            writeln!(err, "{}", fill(last.next, &[&self.asked.out.display().to_string()]))?;
        }
        Ok(outcome)
    }

    fn wording(&self, imported: &Imported) -> &'static ImportWording {
        ImportWording::of(self.interface.as_ref().unwrap_or(&imported.language).as_str())
    }

    /// The article of one input, else why there is none.
    fn article(
        &self,
        file: &Path,
        input: Option<&mut dyn Read>,
        (facets, known): (&Facets, &Known),
        wording: &ImportWording,
    ) -> Result<Imported, String> {
        let unreadable = |error: io::Error| fill(wording.unreadable, &[&error.to_string()]);
        let (bytes, name) = if let Some(input) = input {
            (read(input).map_err(unreadable)?, String::new())
        } else {
            let bytes = File::open(file).and_then(read).map_err(unreadable)?;
            (bytes, file.to_string_lossy().into_owned())
        };
        let refused = |refusal| refusal_text(&refusal, wording);
        let text = text_of(&bytes).map_err(refused)?;
        let format: Format = format_of(&name, text);
        import(&name, text, format, self.language.clone(), facets, known).map_err(refused)
    }

    /// The articles that are in the folder already; those with errors are not among them.
    fn known(&self) -> Known {
        if !self.asked.out.is_dir() {
            return Known::default();
        }
        Known::of(&Origin::Folder(self.asked.out.clone()).read().sound())
    }

    /// Writes an article, or shows what writing it would change.
    fn keep(
        &self,
        name: &str,
        imported: &Imported,
        written: &mut BTreeSet<PathBuf>,
        wording: &ImportWording,
    ) -> Result<Told, String> {
        let folder = self.asked.out.join(imported.language.as_str());
        let path = folder.join(format!("{}.md", imported.id));
        let shown = path.display().to_string();
        if written.contains(&path) {
            return Err(fill(wording.twice, &[&shown]));
        }
        let report = report(imported, name, &shown, wording);
        let unwritable = |error: &io::Error| fill(wording.unwritable, &[&shown, &error.to_string()]);
        if self.asked.dry_run {
            let before = match fs::read(&path) {
                Ok(bytes) => String::from_utf8_lossy(&bytes).into_owned(),
                Err(error) if error.kind() == io::ErrorKind::NotFound => String::new(),
                Err(error) => return Err(fill(wording.unwritable, &[&shown, &error.to_string()])),
            };
            written.insert(path);
            return Ok(Told { difference: difference(&before, &imported.text, &shown), report });
        }
        fs::create_dir_all(&folder).map_err(|error| unwritable(&error))?;
        write(&path, &imported.text, self.asked.force).map_err(|error| {
            let exists = error.kind() == io::ErrorKind::AlreadyExists;
            if exists { fill(wording.exists, &[&shown]) } else { unwritable(&error) }
        })?;
        written.insert(path);
        Ok(Told { difference: String::new(), report })
    }
}

/// What is said about an input that became an article.
struct Told {
    difference: String,
    report: String,
}

/// Reads as much as is taken and a byte more, which tells that there is more.
fn read(input: impl Read) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    input.take(MAX_INPUT_BYTES + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// Writes a file; one that is there already only when forced to.
fn write(path: &Path, text: &str, force: bool) -> io::Result<()> {
    if force {
        return fs::write(path, text);
    }
    // Asked and made at once: a file that appears in between is not overwritten either.
    OpenOptions::new().write(true).create_new(true).open(path)?.write_all(text.as_bytes())
}

fn difference(before: &str, after: &str, path: &str) -> String {
    let from = if before.is_empty() { "/dev/null" } else { path };
    TextDiff::from_lines(before, after).unified_diff().context_radius(CONTEXT).header(from, path).to_string()
}

fn refusal_text(refusal: &Refusal, wording: &ImportWording) -> String {
    match refusal {
        Refusal::Binary(byte) => fill(wording.binary, &[&byte.to_string()]),
        Refusal::NotUtf8(line) => fill(wording.not_utf8, &[&line.to_string()]),
        Refusal::TooLarge => fill(wording.too_large, &[&(MAX_INPUT_BYTES / 1024).to_string()]),
        Refusal::Empty => wording.empty.to_owned(),
        Refusal::ArticleTooLarge => wording.article_too_large.to_owned(),
    }
}
