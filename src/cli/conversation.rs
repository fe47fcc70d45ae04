//! A conversation: a line in, a text out. Pure: knows no terminal, only how wide it is.
//!
//! What it remembers is what a person remembers who listens: what the last answer was about, which choices stand in
//! the last text, the last question and its language.

use std::sync::Arc;

use chrono::NaiveDate;

use super::interface::Interface;
use super::render;
use super::screen::Screen;
use crate::knowledge::{ArticleId, ArticleKind, Changes, Language};
use crate::reply::check_wording::CheckWording;
use crate::reply::reload;
use crate::reply::reload_wording::ReloadWording;
use crate::reply::wording::{ENGLISH, THAI, Wording};
use crate::reply::{Answer, Choice, Reply, compose, open, quote_user_text, topics};
use crate::search::{Decision, Engine, Question};

/// The commands with the names that call them.
const COMMANDS: [(&str, Command); 12] = [
    ("help", Command::Help),
    ("ช่วยเหลือ", Command::Help),
    ("topics", Command::Topics),
    ("หัวข้อ", Command::Topics),
    ("define", Command::Define),
    ("นิยาม", Command::Define),
    ("explain", Command::Explain),
    ("อธิบาย", Command::Explain),
    ("quit", Command::Quit),
    ("exit", Command::Quit),
    ("ออก", Command::Quit),
    ("จบ", Command::Quit),
];
/// Begins a command.
const COMMAND_MARK: char = '/';

#[derive(Debug, Clone, Copy)]
enum Command {
    Help,
    Topics,
    Define,
    Explain,
    Quit,
}

/// What is said to a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Said {
    /// This, and the conversation goes on.
    This(String),
    /// Nothing: the line was empty.
    Nothing,
    /// These last words.
    Goodbye(String),
}

/// A conversation with one person.
#[derive(Debug)]
pub struct Conversation {
    engine: Arc<Engine>,
    interface: Interface,
    screen: Screen,
    /// The day on which it is held.
    today: NaiveDate,
    /// The language of the last question.
    language: Option<Language>,
    /// What a follow-up is about.
    about: Option<ArticleId>,
    /// The choices of the last text that had some; numbers mean these.
    offered: Vec<Choice>,
    last: Option<Question>,
    /// Follow-ups are explained once.
    follow_up_told: bool,
}

impl Conversation {
    /// Begins a conversation that is shown on a screen on some day.
    pub fn new(engine: Arc<Engine>, interface: Interface, screen: Screen, today: NaiveDate) -> Self {
        Self {
            engine,
            interface,
            screen,
            today,
            language: None,
            about: None,
            offered: Vec::new(),
            last: None,
            follow_up_told: false,
        }
    }

    /// The first words.
    pub fn greeting(&self) -> String {
        self.in_known_languages(|wording| wording.greeting)
    }

    /// The last words, when the person leaves without a word.
    pub fn goodbye(&self) -> String {
        self.wording().goodbye.to_owned()
    }

    /// Goes on with another state of the knowledge; one line on what changed, where something did.
    pub fn renew(&mut self, engine: Arc<Engine>) -> Option<String> {
        if Arc::ptr_eq(&self.engine, &engine) {
            return None;
        }
        let changes = Changes::between(self.engine.knowledge(), engine.knowledge());
        self.engine = engine;
        (!changes.is_empty()).then(|| reload::changes(&changes, self.reload_wording()))
    }

    /// How it is said that something is amiss with the articles, or well again.
    pub fn reload_wording(&self) -> &'static ReloadWording {
        ReloadWording::of(self.wording().tag)
    }

    /// The wording for problems of the articles.
    pub fn check_wording(&self) -> &'static CheckWording {
        CheckWording::of(self.wording().tag)
    }

    /// Takes what the person typed.
    pub fn hear(&mut self, line: &str) -> Said {
        let line = line.trim();
        if line.is_empty() {
            return Said::Nothing;
        }
        if let Some(command) = line.strip_prefix(COMMAND_MARK) {
            return self.command(command);
        }
        if let Some(number) = chosen_number(line)
            && !self.offered.is_empty()
        {
            return Said::This(self.choose(number));
        }
        Said::This(self.ask(line))
    }

    fn command(&mut self, typed: &str) -> Said {
        let (name, rest) = typed.split_once(char::is_whitespace).unwrap_or((typed, ""));
        let name = name.to_lowercase();
        let known = COMMANDS.iter().find(|(command, _)| *command == name).map(|(_, command)| *command);
        Said::This(match known {
            Some(Command::Help) => self.in_known_languages(|wording| wording.help),
            Some(Command::Topics) => self.topics(),
            Some(Command::Define) => self.define(rest.trim()),
            Some(Command::Explain) => self.explain(),
            Some(Command::Quit) => return Said::Goodbye(self.goodbye()),
            None => {
                let shown = quote_user_text(&name);
                self.screen.wrap(&self.wording().unknown_command(&format!("{COMMAND_MARK}{shown}")))
            }
        })
    }

    fn ask(&mut self, text: &str) -> String {
        let asked_in = self.interface.language().or_else(|| self.language.clone());
        let question = Question::new(text).about(self.about.clone()).asked_in(asked_in);
        let decision = self.engine.ask(&question);
        self.last = Some(question);
        self.tell(&decision)
    }

    fn define(&mut self, term: &str) -> String {
        if term.is_empty() {
            return self.wording().define_what.to_owned();
        }
        let language = self.interface.language().or_else(|| self.language.clone());
        let decision = self.engine.define(term, language.as_ref());
        self.tell(&decision)
    }

    fn explain(&self) -> String {
        match &self.last {
            Some(question) => self.engine.explain(question).1.to_string().trim_end().to_owned(),
            None => self.wording().explain_what.to_owned(),
        }
    }

    fn topics(&mut self) -> String {
        let wording = self.wording();
        let topics = topics(&self.engine, wording);
        if topics.is_empty() {
            return wording.no_topics.to_owned();
        }
        let list = render::numbered(&topics, self.screen);
        self.offered = topics;
        let (title, hint) = (self.screen.bold(wording.topics), self.screen.dim(wording.choose_by_number));
        format!("{title}\n{list}\n{hint}")
    }

    /// Opens the choice with a number, counted from 1.
    fn choose(&mut self, number: usize) -> String {
        let wording = self.wording();
        let chosen = number.checked_sub(1).and_then(|position| self.offered.get(position));
        let Some(chosen) = chosen.cloned() else {
            return wording.choose_up_to(self.offered.len());
        };
        let language = self.language.clone().unwrap_or_else(|| wording.language());
        match open(&self.engine, &chosen.article, &chosen.section, &language, wording) {
            Some(answer) => self.show(&answer, wording),
            None => wording.section_gone.to_owned(),
        }
    }

    fn tell(&mut self, decision: &Decision) -> String {
        self.language = Some(decision.language.clone());
        let wording = self.wording();
        let reply = compose(&self.engine, decision, wording);
        let offered = match &reply {
            Reply::Answer(answer) => return self.show(answer, wording),
            Reply::Choices(choices) => &choices.choices,
            Reply::Unknown(unknown) => &unknown.nearest,
        };
        let mut text = render::reply(&reply, wording, self.today, self.screen);
        if !offered.is_empty() {
            text.push('\n');
            text.push_str(&self.screen.dim(wording.choose_by_number));
        }
        self.offered.clone_from(offered);
        text
    }

    /// An answer with what can be read next; it becomes what follow-ups are about.
    fn show(&mut self, answer: &Answer, wording: &Wording) -> String {
        // A glossary's terms have no salary: the job that was spoken of stays the subject.
        if answer.kind != ArticleKind::Glossary {
            self.about = Some(answer.article.clone());
        }
        let siblings = render::side_by_side(wording.more_sections, &answer.siblings, 0, self.screen);
        let related =
            render::side_by_side(wording.related, &answer.related, answer.siblings.len(), self.screen);
        self.offered = answer.siblings.iter().chain(&answer.related).cloned().collect();
        let mut blocks = vec![render::answer(answer, wording, self.today, self.screen)];
        blocks.extend(siblings);
        blocks.extend(related);
        if !self.follow_up_told && answer.kind == ArticleKind::Role {
            self.follow_up_told = true;
            let invitation = if answer.tells_pay { wording.follow_up_on_pay } else { wording.follow_up };
            blocks.push(self.screen.dim(&self.screen.wrap(invitation)));
        }
        blocks.join("\n\n")
    }

    /// The wording of the interface, else of the last question; Thai before the first one.
    fn wording(&self) -> &'static Wording {
        self.interface.wording(self.language.as_ref().unwrap_or(&Language::thai()))
    }

    /// A text in the language that is known; in both as long as none is.
    fn in_known_languages(&self, text: fn(&Wording) -> &'static str) -> String {
        let known = self.interface.language().is_some() || self.language.is_some();
        let all = if known {
            text(self.wording()).to_owned()
        } else {
            format!("{}\n\n{}", text(&THAI), text(&ENGLISH))
        };
        self.screen.wrap(&all)
    }
}

/// The number that a line consists of, in European or Thai digits.
fn chosen_number(line: &str) -> Option<usize> {
    /// Thai digits stand together in Unicode, zero first.
    const THAI_ZERO: u32 = '๐' as u32;
    let digits: Option<String> = line
        .chars()
        .map(|c| {
            let value = c.to_digit(10).or_else(|| u32::from(c).checked_sub(THAI_ZERO))?;
            char::from_digit(value, 10)
        })
        .collect();
    digits?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_in_both_scripts() {
        for (line, number) in
            [("2", Some(2)), ("๑๐", Some(10)), ("2a", None), ("ก", None), ("-1", None), ("", None)]
        {
            assert_eq!(chosen_number(line), number, "{line}");
        }
        assert_eq!(chosen_number(&"9".repeat(100)), None);
    }
}
