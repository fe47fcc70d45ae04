//! What every event and command works with: the engine, what is remembered, and the few ways to get a message from
//! them. Sends nothing.

use std::sync::Arc;

use serenity::all::UserId;

use super::ask_channels::AskChannels;
use super::draft::{self, Address, Draft};
use super::incoming::Call;
use super::memory::Memory;
use super::pictures::Pictures;
use crate::knowledge::{ArticleId, Language, SectionId};
use crate::reply::discord_wording::DiscordWording;
use crate::reply::wording::{ENGLISH, THAI, Wording};
use crate::reply::{self, Reply};
use crate::search::{Decision, Engine, Question, Verdict};
use crate::store::Store;

/// In an ask channel an offer is made only when its first choice is more likely right than wrong: people there did
/// not call the bot.
const CLEAR_OFFER: f64 = 0.5;

/// The state that all handlers share. The engine never changes; the memory locks itself.
#[derive(Debug)]
pub(crate) struct Bot {
    engine: Arc<Engine>,
    ask_channels: AskChannels,
    memory: Memory,
    store: Store,
    pictures: Pictures,
}

/// Who sees an answer, which decides the language around it.
#[derive(Debug, Clone)]
pub(crate) enum Audience {
    /// Everybody in the channel: the question's language.
    Everybody,
    /// The asker alone, whose language Discord tells.
    Asker(Language),
}

/// A message to send, and what it is about.
#[derive(Debug)]
pub(crate) struct Spoken {
    pub(crate) draft: Draft,
    /// The article of an answer.
    pub(crate) subject: Option<ArticleId>,
}

impl Bot {
    /// A bot that remembers nothing yet.
    pub(crate) fn new(engine: Arc<Engine>, ask_channels: AskChannels, store: Store) -> Self {
        Self { engine, ask_channels, memory: Memory::new(), store, pictures: Pictures::default() }
    }

    /// What answers.
    pub(crate) fn engine(&self) -> &Engine {
        &self.engine
    }

    /// What is remembered.
    pub(crate) fn memory(&self) -> &Memory {
        &self.memory
    }

    /// What outlives a restart.
    pub(crate) fn store(&self) -> &Store {
        &self.store
    }

    /// Pictures that were painted before.
    pub(crate) fn pictures(&self) -> &Pictures {
        &self.pictures
    }

    /// Channels in which every message may be a question.
    pub(crate) fn ask_channels(&self) -> &AskChannels {
        &self.ask_channels
    }

    /// What is said to a message; nothing to what is only overheard and not surely a question.
    pub(crate) fn speak(
        &self,
        call: Call,
        asker: UserId,
        text: &str,
        about: Option<ArticleId>,
    ) -> Option<Spoken> {
        if text.is_empty() {
            return (call == Call::Addressed).then(|| Spoken { draft: nothing_asked(), subject: None });
        }
        // The engine takes microseconds: handing the work to another thread would take longer.
        let decision = self.engine.ask(&Question::new(text).about(about));
        let speaks = call == Call::Addressed || is_clear(&decision);
        speaks.then(|| self.spoken(&decision, asker, &Audience::Everybody, None))
    }

    /// What is said to a question that came by a command; `echo` shows the question where it would not be seen.
    pub(crate) fn answer(
        &self,
        question: &Question,
        asker: UserId,
        audience: &Audience,
        echo: bool,
    ) -> Spoken {
        let decision = self.engine.ask(question);
        self.spoken(&decision, asker, audience, echo.then(|| question.text.clone()))
    }

    /// What a decision says.
    pub(crate) fn spoken(
        &self,
        decision: &Decision,
        asker: UserId,
        audience: &Audience,
        question: Option<String>,
    ) -> Spoken {
        let address = Address { question, ..address(asker, audience, &decision.language) };
        let reply = reply::compose(&self.engine, decision, Wording::of(address.language.as_str()));
        let subject = match &reply {
            Reply::Answer(answer) => Some(answer.article.clone()),
            Reply::Choices(_) | Reply::Unknown(_) => None,
        };
        Spoken { draft: draft::of_reply(&reply, &address), subject }
    }

    /// The answer that shows one section; `None` when the knowledge has lost it.
    pub(crate) fn section(
        &self,
        article: &ArticleId,
        section: &SectionId,
        address: &Address,
    ) -> Option<Draft> {
        let wording = Wording::of(address.language.as_str());
        let answer = reply::open(&self.engine, article, section, &address.language, wording)?;
        Some(draft::of_reply(&Reply::Answer(Box::new(answer)), address))
    }
}

/// How somebody is answered; `spoken` is the language of the question.
pub(crate) fn address(asker: UserId, audience: &Audience, spoken: &Language) -> Address {
    let (language, public) = match audience {
        Audience::Everybody => (spoken.clone(), true),
        Audience::Asker(language) => (language.clone(), false),
    };
    Address { asker: asker.get(), language, public, question: None }
}

/// The language behind a Discord locale (`th`, `en-US`): Thai for Thai, else English.
pub(crate) fn language_of(locale: &str) -> Language {
    Wording::of(locale).language()
}

/// Answers a message whose text was not delivered. Its language cannot be known, so that both speak.
pub(crate) fn unreadable() -> Spoken {
    let (thai, english) = (DiscordWording::of(THAI.tag), DiscordWording::of(ENGLISH.tag));
    Spoken { draft: Draft::sentence(&format!("{}\n{}", thai.unreadable, english.unreadable)), subject: None }
}

/// Answers a message that asks nothing, in both languages, as above.
fn nothing_asked() -> Draft {
    Draft::sentence(&format!("{}\n{}", THAI.nothing_asked, ENGLISH.nothing_asked))
}

fn is_clear(decision: &Decision) -> bool {
    match &decision.verdict {
        Verdict::Answer { .. } => true,
        Verdict::DidYouMean(_) => decision.confidence > CLEAR_OFFER,
        Verdict::DontKnow => false,
    }
}
