//! How long each of many questions took.

use std::time::{Duration, Instant};

/// Times in the order they were taken.
#[derive(Debug, Default)]
pub(crate) struct Times(Vec<Duration>);

impl Times {
    /// Does something and keeps how long it took.
    pub(crate) fn measure<R>(&mut self, work: impl FnOnce() -> R) -> R {
        let started = Instant::now();
        let result = work();
        self.0.push(started.elapsed());
        result
    }

    /// The time in µs that so many percent stay within (nearest rank); 0 without any.
    pub(crate) fn percentile(&self, percent: usize) -> u128 {
        let mut sorted = self.0.clone();
        sorted.sort_unstable();
        let place = (sorted.len() * percent).div_ceil(100).saturating_sub(1);
        sorted.get(place).map_or(0, Duration::as_micros)
    }
}
