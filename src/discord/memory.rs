//! What the bot remembers while it runs: which reply belongs to which question, and what a person's last answer was
//! about. Bounded in size and time, lost on a restart: replies to old questions are
//! then found by [`super::recovery`].

use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use serenity::all::{ChannelId, MessageId, Timestamp, UserId};

use super::incoming::Call;
use super::locked::lock;
use super::recent::Recent;
use crate::knowledge::ArticleId;
use crate::reply::privacy::Remembered;

/// Questions whose replies follow their edits.
const EXCHANGES: usize = 2000;
/// How long replies follow: people mend a question within minutes, a day leaves room for slow days.
const EXCHANGE_LIFETIME: Duration = Duration::from_secs(24 * 60 * 60);
/// Messages that will not be answered any more: what is under way about a deleted one has ended after seconds, but an
/// edit may turn a message into a question for [`LATE_QUESTION`].
const GONE: usize = 4000;
/// How long after it was sent a message may become a question by an edit. Whoever mends a question that found no answer
/// does so at once; later, people have talked on.
pub(crate) const LATE_QUESTION: Duration = Duration::from_secs(10 * 60);
/// People whose last answer is remembered.
const SUBJECTS: usize = 2000;
/// How long a follow-up refers to the last answer (part of the contract).
const SUBJECT_LIFETIME: Duration = Duration::from_secs(10 * 60);

/// A question and its reply.
#[derive(Debug)]
pub(crate) struct Exchange {
    /// How the question came.
    pub(crate) call: Call,
    /// Who asked.
    pub(crate) asker: UserId,
    /// The content that was answered last, as Discord sent it.
    pub(crate) content: String,
    /// When that was edited, if it was.
    pub(crate) edited: Option<Timestamp>,
    /// What the question was a follow-up to.
    pub(crate) about: Option<ArticleId>,
    /// The reply, once it is sent.
    pub(crate) reply: Option<MessageId>,
    /// Set when question or reply is gone: nothing more is said.
    pub(crate) over: bool,
}

/// An exchange that one event at a time works on, so that an edit waits for the reply it is to change.
pub(crate) type SharedExchange = Arc<tokio::sync::Mutex<Exchange>>;

/// Everything that is remembered.
#[derive(Debug)]
pub(crate) struct Memory {
    // All are locked for a look-up only, never across an await: the standard library's lock is the right one.
    exchanges: Mutex<Recent<MessageId, (UserId, SharedExchange)>>,
    /// Locked inside the lock of the exchanges, never the other way round.
    gone: Mutex<Recent<MessageId, ()>>,
    subjects: Mutex<Recent<(ChannelId, UserId), ArticleId>>,
}

impl Memory {
    /// Remembers nothing yet.
    pub(crate) fn new() -> Self {
        Self {
            exchanges: Mutex::new(Recent::new(EXCHANGES, EXCHANGE_LIFETIME)),
            gone: Mutex::new(Recent::new(GONE, LATE_QUESTION)),
            subjects: Mutex::new(Recent::new(SUBJECTS, SUBJECT_LIFETIME)),
        }
    }

    /// Remembers a question that will be answered; `None` when that has begun already (Discord tells of a message twice
    /// after a lost connection), or when the question is gone again.
    pub(crate) fn begin(&self, question: MessageId, exchange: Exchange) -> Option<SharedExchange> {
        let now = Instant::now();
        let mut exchanges = lock(&self.exchanges);
        if exchanges.get(now, &question).is_some() || lock(&self.gone).get(now, &question).is_some() {
            return None;
        }
        let asker = exchange.asker;
        let shared = Arc::new(tokio::sync::Mutex::new(exchange));
        exchanges.insert(now, question, (asker, Arc::clone(&shared)));
        Some(shared)
    }

    /// The exchange that began with this message.
    pub(crate) fn exchange(&self, question: MessageId) -> Option<SharedExchange> {
        self.exchange_at(Instant::now(), question)
    }

    fn exchange_at(&self, now: Instant, question: MessageId) -> Option<SharedExchange> {
        lock(&self.exchanges).get(now, &question).map(|(_, exchange)| Arc::clone(exchange))
    }

    /// The same, which is then forgotten: the question is gone, and will not be answered any more.
    pub(crate) fn end(&self, question: MessageId) -> Option<SharedExchange> {
        let mut exchanges = lock(&self.exchanges);
        lock(&self.gone).insert(Instant::now(), question, ());
        exchanges.remove(&question).map(|(_, exchange)| exchange)
    }

    /// Remembers what a person's last answer in a channel was about.
    pub(crate) fn answered(&self, channel: ChannelId, person: UserId, article: ArticleId) {
        lock(&self.subjects).insert(Instant::now(), (channel, person), article);
    }

    /// How much of what is remembered belongs to a person.
    pub(crate) fn remembered(&self, person: UserId) -> Remembered {
        let now = Instant::now();
        Remembered {
            conversations: lock(&self.subjects).count(now, |(_, asker), _| *asker == person),
            questions: lock(&self.exchanges).count(now, |_, (asker, _)| *asker == person),
        }
    }

    /// Forgets what a person asked, and what the last answers were about. The replies stay as they are from then on: an
    /// edit of the question does not bring a second one.
    pub(crate) fn forget(&self, person: UserId) {
        lock(&self.subjects).remove_all(|(_, asker), _| *asker == person);
        let mut exchanges = lock(&self.exchanges);
        let mut gone = lock(&self.gone);
        for question in exchanges.remove_all(|_, (asker, _)| *asker == person) {
            gone.insert(Instant::now(), question, ());
        }
    }

    /// What a person's last answer in a channel was about.
    pub(crate) fn subject(&self, channel: ChannelId, person: UserId) -> Option<ArticleId> {
        self.subject_at(Instant::now(), channel, person)
    }

    fn subject_at(&self, now: Instant, channel: ChannelId, person: UserId) -> Option<ArticleId> {
        lock(&self.subjects).get(now, &(channel, person)).cloned()
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    const CHANNEL: ChannelId = ChannelId::new(1);
    const QUESTION: MessageId = MessageId::new(2);
    const PERSON: UserId = UserId::new(3);

    fn exchange() -> Exchange {
        Exchange {
            call: Call::Addressed,
            asker: PERSON,
            content: String::new(),
            edited: None,
            about: None,
            reply: None,
            over: false,
        }
    }

    #[test]
    fn a_follow_up_refers_to_the_last_ten_minutes() {
        let (memory, before) = (Memory::new(), Instant::now());
        memory.answered(CHANNEL, PERSON, ArticleId::parse("account-manager").unwrap());
        let after = Instant::now();
        let in_time = before + Duration::from_secs(10 * 60);
        assert!(memory.subject_at(in_time, CHANNEL, PERSON).is_some());
        assert!(memory.subject_at(in_time, ChannelId::new(9), PERSON).is_none(), "in this channel alone");
        assert!(memory.subject_at(in_time, CHANNEL, UserId::new(9)).is_none(), "of this person alone");
        assert!(memory.subject_at(after + Duration::from_secs(10 * 60 + 1), CHANNEL, PERSON).is_none());
    }

    #[test]
    fn replies_follow_for_a_day() {
        const DAY: Duration = Duration::from_secs(24 * 60 * 60);
        let (memory, before) = (Memory::new(), Instant::now());
        assert!(memory.begin(QUESTION, exchange()).is_some());
        assert!(memory.begin(QUESTION, exchange()).is_none(), "it has begun already");
        let after = Instant::now();
        assert!(memory.exchange_at(before + DAY, QUESTION).is_some());
        assert!(memory.exchange_at(after + DAY + Duration::from_secs(1), QUESTION).is_none());
    }

    #[test]
    fn what_is_forgotten_is_not_answered_again() {
        let memory = Memory::new();
        assert!(memory.begin(QUESTION, exchange()).is_some());
        memory.forget(PERSON);
        assert!(memory.exchange(QUESTION).is_none());
        assert!(memory.begin(QUESTION, exchange()).is_none());
    }
}
