//! `naenaew ask`: one question, or a stream of them. Owns no matching.

use std::io::{self, Read, Write};

use chrono::NaiveDate;

use super::input::Lines;
use super::interface::Interface;
use super::json::Object;
use super::screen::Screen;
use super::{Outcome, render};
use crate::reply::compose;
use crate::search::{Decision, Engine, Explanation, Question, Verdict};

/// Reads questions from standard input.
const STANDARD_INPUT: &str = "-";
/// Stands before each question of a stream.
const PROMPT: &str = "› ";

/// How answers are written.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Form {
    /// A JSON object a question.
    pub(crate) json: bool,
    /// With the reasons.
    pub(crate) explain: bool,
    pub(crate) interface: Interface,
    pub(crate) screen: Screen,
    /// The day, for saying that something is old.
    pub(crate) today: NaiveDate,
}

/// Answers the question that the words make, or those of `input` for `-`.
pub(crate) fn run(
    engine: &Engine,
    words: &[String],
    form: Form,
    input: impl Read,
    out: &mut dyn Write,
) -> io::Result<Outcome> {
    if let [only] = words
        && only == STANDARD_INPUT
    {
        return stream(engine, form, input, out);
    }
    let question = words.join(" ");
    let decision = answer(engine, &question, form, out)?;
    Ok(outcome(&decision))
}

/// Whether a single question was answered.
pub(crate) fn outcome(decision: &Decision) -> Outcome {
    if decision.verdict == Verdict::DontKnow { Outcome::Problem } else { Outcome::Done }
}

/// Writes a decision in the form asked for.
pub(crate) fn write(
    engine: &Engine,
    question: &str,
    decision: &Decision,
    explanation: Option<&Explanation>,
    form: Form,
    out: &mut dyn Write,
) -> io::Result<()> {
    let wording = form.interface.wording(&decision.language);
    let reply = compose(engine, decision, wording);
    if form.json {
        serde_json::to_writer(&mut *out, &Object::new(question, engine, decision, &reply, explanation))?;
        return writeln!(out);
    }
    writeln!(out, "{}", render::reply(&reply, wording, form.today, form.screen))?;
    match explanation {
        Some(explanation) => write!(out, "\n{explanation}"),
        None => Ok(()),
    }
}

/// A question a line. What is written is sent before a line has to be waited for, so that a person or a program at
/// the other end gets each answer at once, and a file is answered without a pause.
fn stream(engine: &Engine, form: Form, input: impl Read, out: &mut dyn Write) -> io::Result<Outcome> {
    let mut lines = Lines::new(input);
    loop {
        if lines.may_wait() {
            out.flush()?;
        }
        let Some(question) = lines.next_line()? else { return Ok(Outcome::Done) };
        if form.json {
            answer(engine, &question, form, out)?;
        } else if !question.trim().is_empty() {
            let shown = crate::reply::quote_user_text(&question);
            writeln!(out, "{}", form.screen.bold(&form.screen.wrap(&format!("{PROMPT}{shown}"))))?;
            answer(engine, &question, form, out)?;
            writeln!(out)?;
        }
    }
}

fn answer(engine: &Engine, text: &str, form: Form, out: &mut dyn Write) -> io::Result<Decision> {
    let question = Question::new(text).asked_in(form.interface.language());
    let (decision, explanation) = if form.explain {
        let (decision, explanation) = engine.explain(&question);
        (decision, Some(explanation))
    } else {
        (engine.ask(&question), None)
    };
    write(engine, text, &decision, explanation.as_ref(), form, out)?;
    Ok(decision)
}
