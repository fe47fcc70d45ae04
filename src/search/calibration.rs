//! How often a section is right of which the models are so sure.

use super::decide::{Sureness, Thresholds};

const DECIDE: Thresholds = Sureness::Balanced.thresholds();

/// What the models say of the first section, and the share of such sections that are right: of `tests/golden/fitted.jsonl`, made to
/// rise with what the models say (isotonic regression, Zadrozny & Elkan 2002). `cargo run --release --example calibrate` prints the
/// shares as they are, by models of the wording that were fitted without the question. Where a decision of the usual sureness changes
/// both are the same, so that calibration changes none.
const SHARES: [(f64, f64); 15] = [
    (0.0, 0.0),
    (0.07, 0.015),
    (0.12, 0.085),
    (0.16, 0.13),
    (DECIDE.offer, DECIDE.offer),
    (0.42, 0.43),
    (DECIDE.unasked_offer, DECIDE.unasked_offer),
    (0.6, 0.62),
    (0.68, 0.71),
    (0.75, 0.775),
    (0.86, 0.84),
    (DECIDE.answer, DECIDE.answer),
    (0.94, 0.96),
    (0.965, 0.99),
    (1.0, 0.999),
];

/// The probability that a section is right of which the models are so sure; both in 0..=1.
pub(super) fn calibrated(confidence: f64) -> f64 {
    let between = SHARES.windows(2).find_map(|two| match two {
        [(low, from), (high, to)] if confidence <= *high => {
            Some(from + (to - from) * ((confidence - low) / (high - low)).max(0.0))
        }
        _ => None,
    });
    between.unwrap_or(confidence)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn calibration_changes_no_order_and_no_decision() {
        let all = || (0..=1000).map(|thousandths| f64::from(thousandths) / 1000.0);
        for (lower, higher) in all().zip(all().skip(1)) {
            assert!(calibrated(lower) < calibrated(higher), "{lower}");
        }
        for confidence in all() {
            for threshold in [DECIDE.offer, DECIDE.unasked_offer, DECIDE.answer] {
                assert_eq!(
                    calibrated(confidence) >= threshold,
                    confidence >= threshold,
                    "{confidence} {threshold}"
                );
            }
        }
    }
}
