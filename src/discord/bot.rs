//! What every event and command works with: the engine, what is remembered, and the few ways to get a message from
//! them. Sends nothing.

use std::sync::Arc;
use std::time::UNIX_EPOCH;

use chrono::NaiveDate;
use serenity::all::{GuildId, UserId};
use tokio::sync::Notify;

use super::ask_channels::AskChannels;
use super::asked::Asked;
use super::compared;
use super::draft::{self, Address, Draft};
use super::incoming::Call;
use super::learning::Lesson;
use super::memory::Memory;
use super::pictures::Pictures;
use super::rates::Rates;
use super::recovery::Recovery;
use crate::knowledge::{ArticleId, Language, SectionId};
use crate::live::{Live, Snapshot};
use crate::picture::Sketch;
use crate::reply::discord_wording::DiscordWording;
use crate::reply::role_wording::RoleWording;
use crate::reply::wording::{ENGLISH, THAI, Wording};
use crate::reply::{self, Reply, role};
use crate::search::{Decision, Engine, Question, Verdict};
use crate::store::{GuildSettings, Store};
use crate::text::script::thai_share;

/// In an ask channel an offer is made only when its first choice is more likely right than wrong: people there did
/// not call the bot.
const CLEAR_OFFER: f64 = 0.5;

/// What one event is handled with: one state of the knowledge, and what all handlers share, which locks itself.
#[derive(Debug)]
pub(crate) struct Bot {
    /// Stays the same to the end of the event, however often the articles are read anew meanwhile.
    snapshot: Arc<Snapshot>,
    hearing: Hearing,
    shared: Arc<Shared>,
}

/// What outlives an event.
#[derive(Debug)]
struct Shared {
    live: Live,
    ask_channels: AskChannels,
    memory: Memory,
    asked: Asked,
    store: Store,
    rates: Rates,
    recovery: Recovery,
    wish_to_hear: Arc<Notify>,
    pictures: Pictures,
    clock: fn() -> NaiveDate,
}

/// Whether Discord gives the bot the text of every message.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Hearing {
    /// Nobody needs it, so that it was not asked for.
    Unasked,
    /// It does.
    Everything,
    /// It was asked for and refused.
    Refused,
}

/// Who sees an answer, which decides the language around it.
#[derive(Debug, Clone)]
pub(crate) enum Audience {
    /// Everybody in the channel: the language that the server chose, else the question's.
    Everybody(Option<Language>),
    /// The asker alone, whose language Discord tells.
    Asker(Language),
}

/// A message to send, and what it is about.
#[derive(Debug)]
pub(crate) struct Spoken {
    pub(crate) draft: Draft,
    /// The article of an answer.
    pub(crate) subject: Option<ArticleId>,
    /// What the question teaches, once the message is sent.
    pub(crate) lesson: Option<Lesson>,
    /// The question, where it does not stand in a message: to be remembered with the command that it came by.
    pub(crate) question: Option<Question>,
}

/// A section to show.
#[derive(Debug)]
pub(crate) struct Shown {
    pub(crate) draft: Draft,
    /// The picture that goes with it; what it says stands in the draft.
    pub(crate) sketch: Option<Sketch>,
}

impl Spoken {
    /// A message that is about nothing.
    pub(crate) fn of(draft: Draft) -> Self {
        Self { draft, subject: None, lesson: None, question: None }
    }

    /// Whether it says that nothing answers.
    pub(crate) fn is_unanswered(&self) -> bool {
        matches!(self.lesson, Some(Lesson::Unanswered { .. }))
    }
}

impl Bot {
    /// A bot that remembers nothing yet and asked for no more than it needs; `clock` says what day it is.
    pub(crate) fn new(
        live: Live,
        ask_channels: AskChannels,
        store: Store,
        rates: Rates,
        clock: fn() -> NaiveDate,
    ) -> Self {
        let snapshot = live.now();
        let shared = Shared {
            live,
            ask_channels,
            memory: Memory::new(),
            asked: Asked::new(),
            store,
            rates,
            recovery: Recovery::default(),
            wish_to_hear: Arc::default(),
            pictures: Pictures::default(),
            clock,
        };
        Self { snapshot, hearing: Hearing::Unasked, shared: Arc::new(shared) }
    }

    /// The same bot for the next event, with the newest knowledge.
    pub(crate) fn renewed(&self) -> Self {
        self.with_hearing(self.hearing)
    }

    /// The same bot, connected so that it hears more or less.
    pub(crate) fn with_hearing(&self, hearing: Hearing) -> Self {
        Self { snapshot: self.shared.live.now(), hearing, shared: Arc::clone(&self.shared) }
    }

    /// What answers.
    pub(crate) fn engine(&self) -> &Engine {
        &self.snapshot.engine
    }

    /// What answers, to be taken to another thread.
    pub(crate) fn shared_engine(&self) -> &Arc<Engine> {
        &self.snapshot.engine
    }

    /// The knowledge as it goes on.
    pub(crate) fn live(&self) -> &Live {
        &self.shared.live
    }

    /// The questions that came by commands lately.
    pub(crate) fn asked(&self) -> &Asked {
        &self.shared.asked
    }

    /// What outlives a restart.
    pub(crate) fn store(&self) -> &Store {
        &self.shared.store
    }

    /// Since when this knowledge answers, in seconds of Unix time.
    pub(crate) fn since(&self) -> u64 {
        self.snapshot.since.duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs())
    }

    /// What is remembered.
    pub(crate) fn memory(&self) -> &Memory {
        &self.shared.memory
    }

    /// How often it may speak.
    pub(crate) fn rates(&self) -> &Rates {
        &self.shared.rates
    }

    /// Finds replies from before the start.
    pub(crate) fn recovery(&self) -> &Recovery {
        &self.shared.recovery
    }

    /// Whether Discord gives it the text of every message.
    pub(crate) fn hearing(&self) -> Hearing {
        self.hearing
    }

    /// Notified when the text of every message is wanted that was not asked for.
    pub(crate) fn wish_to_hear(&self) -> Arc<Notify> {
        Arc::clone(&self.shared.wish_to_hear)
    }

    /// What the server chose; the defaults in direct messages.
    pub(crate) fn rules(&self, guild: Option<GuildId>) -> Arc<GuildSettings> {
        guild.map(|guild| self.shared.store.guild(guild.get())).unwrap_or_default()
    }

    /// Whether a text can be answered without asking back.
    pub(crate) fn answers(&self, text: &str, rules: &GuildSettings) -> bool {
        let decision = self.engine().ask(&Question::new(text).sure(rules.sureness));
        matches!(decision.verdict, Verdict::Answer { .. })
    }

    /// Pictures that were painted before.
    pub(crate) fn pictures(&self) -> &Pictures {
        &self.shared.pictures
    }

    /// The date in UTC.
    pub(crate) fn today(&self) -> NaiveDate {
        (self.shared.clock)()
    }

    /// Channels in which every message may be a question.
    pub(crate) fn ask_channels(&self) -> &AskChannels {
        &self.shared.ask_channels
    }

    /// What is said to a message; nothing to what is only overheard and not surely a question.
    pub(crate) fn speak(
        &self,
        call: Call,
        asker: UserId,
        text: &str,
        about: Option<ArticleId>,
        rules: &GuildSettings,
    ) -> Option<Spoken> {
        if text.is_empty() {
            return (call == Call::Addressed).then(|| Spoken::of(nothing_asked()));
        }
        // The engine takes microseconds: handing the work to another thread would take longer.
        let audience = Audience::Everybody(rules.language.clone());
        let question = Question::new(text).about(about).sure(rules.sureness);
        let decision = in_language_of(&audience, self.engine().ask(&question));
        let speaks = call == Call::Addressed || is_clear(&decision);
        let lesson = Lesson::of(&decision, text);
        let address = Address { explains: true, ..address(asker, &audience, &decision.language) };
        speaks.then(|| Spoken { lesson, ..self.told(&decision, &address) })
    }

    /// What is said to a question that came by a command; `echo` shows the question where it would not be seen.
    pub(crate) fn answer(
        &self,
        question: &Question,
        asker: UserId,
        audience: &Audience,
        echo: bool,
    ) -> Spoken {
        let decision = in_language_of(audience, self.engine().ask(question));
        let address = Address {
            question: echo.then(|| question.text.clone()),
            explains: true,
            ..address(asker, audience, &decision.language)
        };
        Spoken {
            lesson: Lesson::of(&decision, &question.text),
            question: Some(question.clone()),
            ..self.told(&decision, &address)
        }
    }

    /// What a decision says that answers no question.
    pub(crate) fn spoken(&self, decision: &Decision, asker: UserId, audience: &Audience) -> Spoken {
        let decision = in_language_of(audience, decision.clone());
        self.told(&decision, &address(asker, audience, &decision.language))
    }

    fn told(&self, decision: &Decision, address: &Address) -> Spoken {
        let reply = reply::compose(self.engine(), decision, Wording::of(address.language.as_str()));
        let subject = match &reply {
            Reply::Answer(answer) => Some(answer.article.clone()),
            Reply::Choices(_) | Reply::Unknown(_) => None,
        };
        Spoken { subject, ..Spoken::of(draft::of_reply(&reply, address, self.today())) }
    }

    /// One section, with the picture that goes with it and what that says; `None` when the knowledge has lost it.
    pub(crate) fn section(
        &self,
        article: &ArticleId,
        section: &SectionId,
        address: &Address,
    ) -> Option<Shown> {
        let tag = address.language.as_str();
        let shown = role::show(self.engine(), article, section, Wording::of(tag), RoleWording::of(tag))?;
        let draft = draft::of_answer(&shown.answer, address, self.today());
        Some(Shown { draft: compared::with_lines(draft, &shown), sketch: shown.sketch })
    }

    /// One page of the whole section; `None` when the knowledge has lost it.
    pub(crate) fn page(
        &self,
        (article, section): (&ArticleId, &SectionId),
        page: u8,
        address: &Address,
    ) -> Option<Draft> {
        let wording = Wording::of(address.language.as_str());
        let answer = reply::open(self.engine(), article, section, &address.language, wording)?;
        Some(draft::of_page(&answer, page, address))
    }
}

/// How somebody is answered; `spoken` is the language of the question.
pub(crate) fn address(asker: UserId, audience: &Audience, spoken: &Language) -> Address {
    let (language, public) = match audience {
        Audience::Everybody(chosen) => (chosen.as_ref().unwrap_or(spoken).clone(), true),
        Audience::Asker(language) => (language.clone(), false),
    };
    Address { asker: asker.get(), language, public, question: None, explains: false }
}

/// The language in which something is said about a text, in public.
pub(crate) fn language_for(text: &str, rules: &GuildSettings) -> Language {
    let thai = thai_share(text).is_none_or(|share| share > 0.0);
    let spoken = if thai { Language::thai() } else { Language::english() };
    rules.language.clone().unwrap_or(spoken)
}

/// The language behind a Discord locale (`th`, `en-US`): Thai for Thai, else English.
pub(crate) fn language_of(locale: &str) -> Language {
    Wording::of(locale).language()
}

/// Answers a message whose text was not delivered. Its language cannot be known, so that both speak.
pub(crate) fn unreadable() -> Spoken {
    let (thai, english) = (DiscordWording::of(THAI.tag), DiscordWording::of(ENGLISH.tag));
    Spoken::of(Draft::sentence(&format!("{}\n{}", thai.unreadable, english.unreadable)))
}

/// Answers a message that asks nothing, in both languages, as above.
fn nothing_asked() -> Draft {
    Draft::sentence(&format!("{}\n{}", THAI.nothing_asked, ENGLISH.nothing_asked))
}

/// The same decision, shown in the language that a server chose for everybody.
fn in_language_of(audience: &Audience, mut decision: Decision) -> Decision {
    if let Audience::Everybody(Some(language)) = audience {
        decision.language = language.clone();
        if let Verdict::Answer { candidate, .. } = &mut decision.verdict {
            candidate.language = language.clone();
        }
    }
    decision
}

fn is_clear(decision: &Decision) -> bool {
    match &decision.verdict {
        Verdict::Answer { .. } => true,
        Verdict::DidYouMean(_) => decision.confidence > CLEAR_OFFER,
        Verdict::DontKnow => false,
    }
}
