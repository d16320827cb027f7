//! The times of repeated runs.

use std::time::{Duration, Instant};

use serde::{Deserialize, Serialize};

/// Times in seconds, in the order in which they were taken, with what is said about them.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub(crate) struct Samples {
    pub(crate) median: f64,
    pub(crate) least: f64,
    pub(crate) runs: Vec<f64>,
}

impl Samples {
    /// Sums up times.
    pub(super) fn new(runs: Vec<f64>) -> Self {
        let mut sorted = runs.clone();
        sorted.sort_by(f64::total_cmp);
        let at = |index: usize| sorted.get(index).copied().unwrap_or_default();
        let middle = sorted.len() / 2;
        let median = if sorted.len() % 2 == 1 {
            at(middle)
        } else {
            f64::midpoint(at(middle.saturating_sub(1)), at(middle))
        };
        Self { median, least: at(0), runs }
    }

    /// Times so many runs of a piece of work.
    pub(super) fn time<E>(runs: u32, mut work: impl FnMut() -> Result<(), E>) -> Result<Self, E> {
        let mut times = Vec::new();
        for _ in 0..runs {
            let start = Instant::now();
            work()?;
            times.push(seconds(start.elapsed()));
        }
        Ok(Self::new(times))
    }

    /// By which part of the least time the median is above it: near 0 on a quiet machine.
    pub(super) fn spread(&self) -> f64 {
        if self.least > 0.0 { self.median / self.least - 1.0 } else { 0.0 }
    }
}

/// Seconds to the microsecond: more digits than that mean nothing.
pub(super) fn seconds(time: Duration) -> f64 {
    (time.as_secs_f64() * 1e6).round() / 1e6
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_median_stands_in_the_middle() {
        assert_eq!(Samples::new(vec![3.0, 1.0, 2.0]).median.to_bits(), 2.0_f64.to_bits());
        let even = Samples::new(vec![4.0, 1.0, 2.0, 3.0]);
        assert_eq!((even.median.to_bits(), even.least.to_bits()), (2.5_f64.to_bits(), 1.0_f64.to_bits()));
        assert_eq!(even.spread().to_bits(), 1.5_f64.to_bits());
        assert_eq!(even.runs.len(), 4);
        assert_eq!(Samples::new(Vec::new()).spread().to_bits(), 0.0_f64.to_bits());
    }
}
