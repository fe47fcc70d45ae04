//! The rules that Discord (or this project) sets for what a bot sends.
//!
//! `schema` asks Discord's `OpenAPI` description; the rest checks by hand what the description leaves out. Everything
//! here looks at JSON and gives back what is wrong with it; recording and refusing is for the routes.

pub mod command;
pub mod files;
pub mod limits;
pub mod message;
pub mod schema;

/// Something wrong with a body.
#[derive(Debug, Clone)]
pub struct Violation {
    pub severity: Severity,
    pub text: String,
}

/// What Discord does about it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Discord accepts it; this project does not.
    Rule,
    /// Discord refuses it as an invalid form.
    Limit,
    /// Discord fails on it without saying why.
    Bytes,
}

/// Collects what is wrong.
#[derive(Debug, Default)]
pub struct Report(Vec<Violation>);

impl Report {
    pub fn add(&mut self, severity: Severity, text: String) {
        self.0.push(Violation { severity, text });
    }

    /// A limit of Discord's: `text` is only made when it does not hold.
    pub fn limit(&mut self, holds: bool, text: impl FnOnce() -> String) {
        if !holds {
            self.add(Severity::Limit, text());
        }
    }

    /// Text within so many characters.
    pub fn length(&mut self, what: &str, text: &str, shortest: usize, longest: usize) {
        let length = text.chars().count();
        self.limit((shortest..=longest).contains(&length), || {
            format!("{what} has {length} characters, {shortest} to {longest} are allowed")
        });
    }

    /// No more than so many of something.
    pub fn count(&mut self, what: &str, count: usize, most: usize) {
        self.limit(count <= most, || format!("{count} {what}, {most} are allowed"));
    }

    /// No text twice.
    pub fn unique<'text>(&mut self, what: &str, texts: impl IntoIterator<Item = &'text str>) {
        let mut seen = std::collections::BTreeSet::new();
        for text in texts {
            self.limit(seen.insert(text), || format!("{what} {text:?} stands there twice"));
        }
    }

    pub fn done(self) -> Vec<Violation> {
        self.0
    }
}
