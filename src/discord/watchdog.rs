//! Notices that the gateway fell silent. serenity can hang for good (a shard that was told something while it was
//! reconnecting dies without a line in the log, and waiting for it never ends), so that somebody has to look.

use std::time::{Duration, Instant};

use serenity::all::{ShardId, ShardManager};

/// How often the shards are looked at.
const INTERVAL: Duration = Duration::from_millis(500);

/// When each shard last acknowledged a heartbeat, seen from outside. Owns no clock.
///
/// serenity tells no time of acknowledgements, but measures the latency anew with each: a latency that differs from
/// the one before is a sign of life. (It is counted in nanoseconds; two that are equal in a row do not happen often
/// enough to matter, where several have to be missed.)
#[derive(Debug)]
struct Pulse {
    shards: Vec<(Option<Duration>, Instant)>,
}

impl Pulse {
    fn new(shards: usize, now: Instant) -> Self {
        Self { shards: vec![(None, now); shards] }
    }

    fn observe(&mut self, shard: usize, latency: Option<Duration>, now: Instant) {
        if let Some((known, seen)) = self.shards.get_mut(shard)
            && latency.is_some()
            && latency != *known
        {
            (*known, *seen) = (latency, now);
        }
    }

    /// How long the most silent shard has been silent.
    fn silence(&self, now: Instant) -> Duration {
        self.shards.iter().map(|(_, seen)| now.saturating_duration_since(*seen)).max().unwrap_or_default()
    }
}

/// Ends when a shard was silent for longer than `limit`, and says for how long.
pub(crate) async fn silence(manager: &ShardManager, shards: u32, limit: Duration) -> Duration {
    let mut pulse = Pulse::new(usize::try_from(shards).unwrap_or(usize::MAX), Instant::now());
    loop {
        tokio::time::sleep(INTERVAL.min(limit)).await;
        let now = Instant::now();
        for (ShardId(shard), runner) in manager.runners.lock().await.iter() {
            pulse.observe(usize::try_from(*shard).unwrap_or(usize::MAX), runner.latency, now);
        }
        let silence = pulse.silence(now);
        if silence > limit {
            return silence;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SECOND: Duration = Duration::from_secs(1);

    #[test]
    fn a_new_latency_is_a_sign_of_life() {
        let start = Instant::now();
        let mut pulse = Pulse::new(1, start);
        assert_eq!(pulse.silence(start + SECOND), SECOND);
        pulse.observe(0, Some(SECOND / 10), start + SECOND);
        assert_eq!(pulse.silence(start + SECOND), Duration::ZERO);
        pulse.observe(0, Some(SECOND / 10), start + SECOND * 2);
        pulse.observe(0, None, start + SECOND * 2);
        assert_eq!(pulse.silence(start + SECOND * 2), SECOND, "nothing new was measured");
        pulse.observe(0, Some(SECOND / 9), start + SECOND * 3);
        assert_eq!(pulse.silence(start + SECOND * 3), Duration::ZERO);
    }

    #[test]
    fn the_most_silent_shard_counts() {
        let start = Instant::now();
        let mut pulse = Pulse::new(2, start);
        pulse.observe(1, Some(SECOND), start + SECOND * 5);
        pulse.observe(7, Some(SECOND), start + SECOND * 5);
        assert_eq!(pulse.silence(start + SECOND * 5), SECOND * 5);
    }
}
