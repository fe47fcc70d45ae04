//! Ids and times as Discord makes them, but the same in every run, so that snapshots stay stable.

use chrono::{DateTime, Duration, Utc};

/// Milliseconds between the Unix epoch and Discord's (2015-01-01), from "Snowflakes" in Discord's API reference.
const DISCORD_EPOCH_MS: u64 = 1_420_070_400_000;
/// The low bits of a snowflake that hold worker, process and increment (same source).
const SNOWFLAKE_TIME_SHIFT: u32 = 22;
/// When every world begins: 2026-06-01T09:00:00Z.
const BEGINNING_MS: u64 = 1_780_304_400_000;
/// Each id is this much later than the one before, so ids order as times do.
const TICK_MS: u64 = 1_000;

/// A clock that goes on by one tick with each id it gives out.
#[derive(Debug, Default)]
pub struct Clock {
    ticks: u64,
}

impl Clock {
    /// The next id; greater than all before it.
    pub fn snowflake(&mut self) -> u64 {
        self.ticks += 1;
        (BEGINNING_MS + self.ticks * TICK_MS - DISCORD_EPOCH_MS) << SNOWFLAKE_TIME_SHIFT
    }

    /// Goes on by whole ticks.
    pub fn passes(&mut self, time: std::time::Duration) {
        self.ticks += u64::try_from(time.as_millis()).unwrap() / TICK_MS;
    }

    /// Now, as Discord writes times.
    pub fn now(&self) -> String {
        written(BEGINNING_MS + self.ticks * TICK_MS)
    }
}

/// The time inside an id, as Discord writes times: `2026-06-01T09:00:01.000000+00:00`.
pub fn time_of(snowflake: u64) -> String {
    written((snowflake >> SNOWFLAKE_TIME_SHIFT) + DISCORD_EPOCH_MS)
}

fn written(unix_ms: u64) -> String {
    let since_epoch = Duration::milliseconds(i64::try_from(unix_ms).unwrap());
    (DateTime::<Utc>::UNIX_EPOCH + since_epoch).format("%Y-%m-%dT%H:%M:%S%.6f+00:00").to_string()
}
