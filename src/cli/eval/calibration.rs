//! Whether a confidence of 0.8 is right eight times of ten: the reliability table and its summary.

use serde::Serialize;

use super::labelled::Labelled;
use super::rounded;
use crate::search::Decision;

/// Bins of the table, equally wide.
const BINS: usize = 10;

/// Sums over the questions whose decision has a candidate, by the decision's confidence.
#[derive(Debug, Default)]
pub(super) struct Reliability {
    bins: [Bin; BINS],
}

#[derive(Debug, Default, Clone, Copy)]
struct Bin {
    questions: usize,
    confidences: f64,
    right: usize,
}

/// The reliability table.
#[derive(Debug, Serialize)]
pub(super) struct Calibration {
    /// Expected calibration error (Naeini et al. 2015): how far share right and confidence lie apart, weighted by
    /// questions.
    pub(super) ece: f64,
    pub(super) bins: Vec<BinFigures>,
}

/// One row: confidences from `low` up to, but for the last row, below `high`.
#[derive(Debug, Serialize)]
pub(super) struct BinFigures {
    pub(super) low: f64,
    pub(super) high: f64,
    pub(super) questions: usize,
    /// Mean confidence; `None` without questions.
    pub(super) confidence: Option<f64>,
    /// Share whose first candidate is the right one; `None` without questions.
    pub(super) right: Option<f64>,
}

impl Reliability {
    /// Counts a decision; one without a candidate says nothing to be judged. For a question that may not be answered no
    /// candidate is right.
    pub(super) fn add(&mut self, labelled: &Labelled, decision: &Decision) {
        if let Some(first) = decision.candidates.first() {
            self.count(decision.confidence, labelled.accepts(first));
        }
    }

    fn count(&mut self, confidence: f64, right: bool) {
        // A confidence lies in 0..=1, so the number of its bin is small and not negative.
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        let number = (confidence * BINS as f64) as usize;
        if let Some(bin) = self.bins.get_mut(number.min(BINS - 1)) {
            bin.questions += 1;
            bin.confidences += confidence;
            bin.right += usize::from(right);
        }
    }

    pub(super) fn calibration(&self) -> Calibration {
        let all = self.bins.iter().map(|bin| bin.questions).sum::<usize>().max(1);
        let error: f64 = self.bins.iter().map(|bin| (bin.right as f64 - bin.confidences).abs()).sum();
        let bins = self.bins.iter().enumerate().map(|(number, bin)| {
            let mean = |sum: f64| (bin.questions > 0).then(|| rounded(sum / bin.questions as f64));
            BinFigures {
                low: number as f64 / BINS as f64,
                high: (number + 1) as f64 / BINS as f64,
                questions: bin.questions,
                confidence: mean(bin.confidences),
                right: mean(bin.right as f64),
            }
        });
        Calibration { ece: rounded(error / all as f64), bins: bins.collect() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Confidences with whether they were right; the bins that hold questions as (low, questions, confidence, right).
    #[track_caller]
    fn check(counted: &[(f64, bool)], ece: f64, expected: &[(f64, usize, f64, f64)]) {
        let mut reliability = Reliability::default();
        for &(confidence, right) in counted {
            reliability.count(confidence, right);
        }
        let calibration = reliability.calibration();
        let filled: Vec<_> = calibration
            .bins
            .iter()
            .filter_map(|bin| Some((bin.low, bin.questions, bin.confidence?, bin.right?)))
            .collect();
        assert_eq!(filled, expected, "{counted:?}");
        assert!((calibration.ece - ece).abs() < 1e-9, "{counted:?}: {}", calibration.ece);
        assert_eq!(calibration.bins.len(), BINS);
    }

    #[test]
    fn confidences_fall_into_ten_bins() {
        check(&[], 0.0, &[]);
        check(&[(1.0, true)], 0.0, &[(0.9, 1, 1.0, 1.0)]);
        check(&[(0.0, false), (0.09, false)], 0.045, &[(0.0, 2, 0.045, 0.0)]);
        check(&[(0.5, true), (0.5, false)], 0.0, &[(0.5, 2, 0.5, 0.5)]);
        check(&[(0.8, true), (0.8, true), (0.2, false)], 0.2, &[(0.2, 1, 0.2, 0.0), (0.8, 2, 0.8, 1.0)]);
    }
}
