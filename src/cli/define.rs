//! `naenaew define`: what a term means. Owns no matching.

use std::io::{self, Write};

use super::Outcome;
use super::ask::{self, Form};
use crate::search::Engine;

/// Writes the definition of the term that the words make.
pub(crate) fn run(engine: &Engine, words: &[String], form: Form, out: &mut dyn Write) -> io::Result<Outcome> {
    let term = words.join(" ");
    let decision = engine.define(&term, form.interface.language().as_ref());
    ask::write(engine, &term, &decision, None, form, out)?;
    Ok(ask::outcome(&decision))
}
