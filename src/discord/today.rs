//! The date of today, from the system's clock. Lives at the edge: the core is told what day it is.

use std::time::{SystemTime, UNIX_EPOCH};

use chrono::{Days, NaiveDate};

/// Seconds of a day; the system's clock knows no leap seconds.
const SECONDS_A_DAY: u64 = 24 * 60 * 60;

/// The date in UTC. A clock before 1970, or beyond the calendar, counts as 1970.
pub fn today() -> NaiveDate {
    date(SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs()))
}

/// The date in UTC so many seconds after the beginning of 1970.
pub fn date(seconds: u64) -> NaiveDate {
    let epoch = NaiveDate::default();
    epoch.checked_add_days(Days::new(seconds / SECONDS_A_DAY)).unwrap_or(epoch)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn seconds_become_dates() {
        for (seconds, expected) in [
            (0, "1970-01-01"),
            (86_399, "1970-01-01"),
            (951_782_400, "2000-02-29"),
            (1_795_392_000, "2026-11-23"),
            (u64::MAX, "1970-01-01"),
        ] {
            assert_eq!(date(seconds).to_string(), expected);
        }
    }
}
