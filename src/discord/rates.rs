//! How often the bot speaks: token buckets for people and channels, and for what costs requests of its own. Bounded in
//! size, whoever writes.

use std::hash::Hash;
use std::num::NonZeroU32;
use std::time::Duration;

use governor::clock::{Clock as _, MonotonicClock};
use governor::state::keyed::HashMapStateStore;
use governor::{Quota, RateLimiter};

/// Keys that are remembered at most. More people at once than the bot may answer anyway: fifty requests a second.
const MOST_KEYS: usize = 20_000;
/// When to look again where all buckets are in use.
const UNTIL_A_BUCKET_IS_FREE: Duration = Duration::from_secs(5);

/// So many at once, and one more after each pause.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pace {
    /// How many at once.
    pub at_once: NonZeroU32,
    /// How long until one more.
    pub pause: Duration,
}

impl Pace {
    /// A pace; a pause of nothing counts as a millisecond.
    pub const fn new(at_once: NonZeroU32, pause: Duration) -> Self {
        let pause = if pause.is_zero() { Duration::from_millis(1) } else { pause };
        Self { at_once, pause }
    }

    fn quota(self) -> Quota {
        Quota::with_period(self.pause)
            .unwrap_or_else(|| Quota::per_second(NonZeroU32::MIN))
            .allow_burst(self.at_once)
    }
}

/// How often people and channels are answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Paces {
    /// Answers to one person, wherever they ask.
    pub person: Pace,
    /// Answers to what is overheard in one channel.
    pub channel: Pace,
    /// One person's clicks on buttons and menus.
    pub click: Pace,
}

impl Paces {
    /// A person who reads the answers is never held back: eight in a row, then one every five seconds. A channel that
    /// everybody uses at once gets twenty, then one every two seconds, so that people can still talk to each other. Turning
    /// pages is quicker than asking: fifteen clicks in a row, then one every two seconds.
    pub const USUAL: Self = Self {
        person: Pace::new(NonZeroU32::MIN.saturating_add(7), Duration::from_secs(5)),
        channel: Pace::new(NonZeroU32::MIN.saturating_add(19), Duration::from_secs(2)),
        click: Pace::new(NonZeroU32::MIN.saturating_add(14), Duration::from_secs(2)),
    };
}

/// A kind word to somebody who asks or clicks too fast is said once in this time.
const WORD: Pace = Pace::new(NonZeroU32::MIN, Duration::from_secs(60));
/// Requests to find out where something stands (a thread's parent, a reply from before the start), over all servers:
/// few beside the fifty a second that Discord allows.
const LOOK: Pace = Pace::new(NonZeroU32::MIN.saturating_add(19), Duration::from_secs(1));
/// Unanswered questions that a server is told of.
const NOTE: Pace = Pace::new(NonZeroU32::MIN.saturating_add(9), Duration::from_secs(30));
/// Readings of the articles that people ask for, over all servers: a reading takes a processor for as long as it takes.
const READING: Pace = Pace::new(NonZeroU32::MIN.saturating_add(4), Duration::from_secs(30));

/// Every bucket there is.
#[derive(Debug)]
pub(crate) struct Rates {
    people: Buckets<u64>,
    channels: Buckets<u64>,
    clicks: Buckets<u64>,
    words: Buckets<u64>,
    click_words: Buckets<u64>,
    looks: Buckets<()>,
    notes: Buckets<u64>,
    readings: Buckets<()>,
}

impl Rates {
    /// Full buckets.
    pub(crate) fn new(paces: Paces) -> Self {
        Self {
            people: Buckets::new(paces.person),
            channels: Buckets::new(paces.channel),
            clicks: Buckets::new(paces.click),
            words: Buckets::new(WORD),
            click_words: Buckets::new(WORD),
            looks: Buckets::new(LOOK),
            notes: Buckets::new(NOTE),
            readings: Buckets::new(READING),
        }
    }

    /// Whether a person gets one more answer.
    pub(crate) fn answers_person(&self, person: u64) -> bool {
        self.people.take(&person)
    }

    /// The same for an answer that can wait.
    ///
    /// # Errors
    /// How long it has to.
    pub(crate) fn turn(&self, person: u64) -> Result<(), Duration> {
        self.people.turn(&person)
    }

    /// Whether one more thing that was overheard in a channel is answered.
    pub(crate) fn answers_channel(&self, channel: u64) -> bool {
        self.channels.take(&channel)
    }

    /// Whether one more click of a person does something.
    pub(crate) fn answers_click(&self, person: u64) -> bool {
        self.clicks.take(&person)
    }

    /// Whether a person who clicks too fast is told so.
    pub(crate) fn says_so_of_clicks(&self, person: u64) -> bool {
        self.click_words.take(&person)
    }

    /// Whether a person who asks too fast is told so.
    pub(crate) fn says_so(&self, person: u64) -> bool {
        self.words.take(&person)
    }

    /// Whether one more request may be spent on finding something out.
    pub(crate) fn looks(&self) -> bool {
        self.looks.take(&())
    }

    /// Whether the articles are read once more because somebody asks for it.
    pub(crate) fn reads(&self) -> bool {
        self.readings.take(&())
    }

    /// Whether a server is told of one more unanswered question.
    pub(crate) fn notes(&self, guild: u64) -> bool {
        self.notes.take(&guild)
    }
}

/// A bucket a key. Invariant: at most [`MOST_KEYS`] of them; when all are in use, no key gets one more.
#[derive(Debug)]
struct Buckets<K: Hash + Eq + Clone>(RateLimiter<K, HashMapStateStore<K>, MonotonicClock>);

impl<K: Hash + Eq + Clone> Buckets<K> {
    fn new(pace: Pace) -> Self {
        Self(RateLimiter::hashmap_with_clock(pace.quota(), MonotonicClock))
    }

    fn take(&self, key: &K) -> bool {
        self.turn(key).is_ok()
    }

    /// Takes one from the key's bucket, or says how long it stays empty.
    fn turn(&self, key: &K) -> Result<(), Duration> {
        if self.0.len() >= MOST_KEYS {
            self.0.retain_recent();
            if self.0.len() >= MOST_KEYS {
                return Err(UNTIL_A_BUCKET_IS_FREE);
            }
        }
        self.0.check_key(key).map_err(|refused| refused.wait_time_from(MonotonicClock.now()))
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    const LONG: Duration = Duration::from_secs(3600);

    #[test]
    fn a_bucket_runs_empty_for_its_key_alone() {
        let buckets = Buckets::new(Pace::new(NonZeroU32::new(2).unwrap(), LONG));
        assert_eq!([1, 1, 1, 2].map(|key| buckets.take(&key)), [true, true, false, true]);
    }

    #[test]
    fn the_number_of_buckets_is_bounded() {
        let buckets = Buckets::new(Pace::new(NonZeroU32::MIN, LONG));
        let most = u64::try_from(MOST_KEYS).unwrap();
        assert!((0..most).all(|key| buckets.take(&key)));
        assert!(!buckets.take(&most), "all are in use");
        assert_eq!(buckets.0.len(), MOST_KEYS);
    }

    #[test]
    fn buckets_that_are_full_again_make_room() {
        let buckets = Buckets::new(Pace::new(NonZeroU32::MIN, Duration::ZERO));
        let many = u64::try_from(MOST_KEYS).unwrap() * 2;
        // A pause of a millisecond: whoever came first is forgotten long before the last one comes.
        assert!((0..many).any(|key| key > many / 2 && buckets.take(&key)));
        assert!(buckets.0.len() <= MOST_KEYS);
    }
}
