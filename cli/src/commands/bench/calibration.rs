//! Is the machine quiet? The same small piece of work again and again, on all threads at once.

use std::convert::Infallible;
use std::hint::black_box;

use rayon::ThreadPool;
use workproof_protocol::Fr;

use super::samples::Samples;

/// A median so much above the least time is called noise.
pub(super) const NOISE_LIMIT: f64 = 0.10;

/// Bursts of work.
const BURSTS: u32 = 40;

/// Field multiplications in a burst: some five milliseconds.
const MULTIPLICATIONS: u32 = 200_000;

/// Times the bursts. Where nothing else runs they take the same time.
pub(super) fn calibrate(pool: &ThreadPool) -> Samples {
    let burst = || -> Result<(), Infallible> {
        pool.broadcast(|_| {
            let factor = black_box(Fr::from(3_u64));
            black_box((0..MULTIPLICATIONS).fold(factor, |value, _| value * factor));
        });
        Ok(())
    };
    match Samples::time(BURSTS, burst) {
        Ok(samples) => samples,
    }
}
