//! A small memory that forgets: bounded in size and in time. Owns no clock: the edge says what time it is.

use std::collections::VecDeque;
use std::time::{Duration, Instant};

/// What happened lately, newest last. Invariant: at most `capacity` entries, one a key, in the order of their times.
///
/// Looking up walks from the newest entry back. With the capacities in use (a thousand or two) that takes about a
/// microsecond, which is less than keeping a second structure in step would cost to read and to get right.
#[derive(Debug)]
pub(crate) struct Recent<K, V> {
    entries: VecDeque<(Instant, K, V)>,
    capacity: usize,
    lifetime: Duration,
}

impl<K: PartialEq, V> Recent<K, V> {
    /// Remembers at most `capacity` entries, each for `lifetime`.
    pub(crate) fn new(capacity: usize, lifetime: Duration) -> Self {
        Self { entries: VecDeque::new(), capacity, lifetime }
    }

    /// Remembers a value in place of what was known under the key.
    pub(crate) fn insert(&mut self, now: Instant, key: K, value: V) {
        self.remove(&key);
        while self.entries.front().is_some_and(|(then, ..)| self.is_over(*then, now)) {
            self.entries.pop_front();
        }
        if self.entries.len() >= self.capacity {
            self.entries.pop_front();
        }
        self.entries.push_back((now, key, value));
    }

    /// What is known under the key, unless its time is over.
    pub(crate) fn get(&self, now: Instant, key: &K) -> Option<&V> {
        let (then, _, value) = self.entries.iter().rev().find(|(_, known, _)| known == key)?;
        (!self.is_over(*then, now)).then_some(value)
    }

    /// Forgets the key.
    pub(crate) fn remove(&mut self, key: &K) -> Option<V> {
        let position = self.entries.iter().rposition(|(_, known, _)| known == key)?;
        self.entries.remove(position).map(|(_, _, value)| value)
    }

    /// How many entries like this are known.
    pub(crate) fn count(&self, now: Instant, like: impl Fn(&K, &V) -> bool) -> usize {
        self.entries.iter().filter(|(then, key, value)| like(key, value) && !self.is_over(*then, now)).count()
    }

    /// Forgets every entry like this, and says which those were.
    pub(crate) fn remove_all(&mut self, like: impl Fn(&K, &V) -> bool) -> Vec<K> {
        let entries = std::mem::take(&mut self.entries).into_iter();
        let (removed, kept): (VecDeque<_>, _) = entries.partition(|(_, key, value)| like(key, value));
        self.entries = kept;
        removed.into_iter().map(|(_, key, _)| key).collect()
    }

    fn is_over(&self, then: Instant, now: Instant) -> bool {
        now.saturating_duration_since(then) > self.lifetime
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const MINUTE: Duration = Duration::from_secs(60);

    #[test]
    fn values_are_replaced_and_expire() {
        let start = Instant::now();
        let mut recent = Recent::new(10, MINUTE);
        recent.insert(start, "a", 1);
        recent.insert(start + MINUTE / 2, "a", 2);
        assert_eq!(recent.get(start + MINUTE, &"a"), Some(&2));
        assert_eq!(recent.get(start + MINUTE * 2, &"a"), None);
        assert_eq!(recent.get(start, &"b"), None);
    }

    #[test]
    fn the_oldest_make_room() {
        let start = Instant::now();
        let mut recent = Recent::new(3, MINUTE);
        for key in 0..100 {
            recent.insert(start, key, key);
        }
        assert_eq!(recent.entries.len(), 3);
        assert_eq!(recent.get(start, &96), None);
        assert_eq!(recent.get(start, &97), Some(&97));
        recent.insert(start + MINUTE * 2, 200, 200);
        assert_eq!(recent.entries.len(), 1, "what is over is dropped");
    }

    #[test]
    fn a_key_is_forgotten_on_request() {
        let start = Instant::now();
        let mut recent = Recent::new(3, MINUTE);
        recent.insert(start, 'a', 1);
        assert_eq!(recent.remove(&'a'), Some(1));
        assert_eq!(recent.remove(&'a'), None);
        assert_eq!(recent.get(start, &'a'), None);
    }

    #[test]
    fn entries_of_a_kind_are_counted_and_forgotten() {
        let start = Instant::now();
        let mut recent = Recent::new(3, MINUTE);
        recent.insert(start, ('a', 1), 1);
        recent.insert(start, ('b', 1), 2);
        recent.insert(start, ('a', 2), 3);
        let of_a = |key: &(char, i32), _: &i32| key.0 == 'a';
        assert_eq!(recent.count(start, of_a), 2);
        assert_eq!(recent.count(start + MINUTE * 2, of_a), 0, "what is over is not known");
        recent.remove_all(of_a);
        assert_eq!((recent.count(start, of_a), recent.get(start, &('b', 1))), (0, Some(&2)));
    }
}
