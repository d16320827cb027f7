//! Does the time of a signature depend on what is secret? Welch's t-test on two classes of inputs, taken in random order
//! (Reparaz, Balasch and Verbauwhede, "Dude, is my code constant time?", eprint 2016/1123).
//!
//! ```text
//! cargo run --profile test --package workproof-protocol --example signing_timing -- 100000
//! ```
//!
//! The number is that of signatures in all. `|t|` above 4.5 says that the classes differ; below, that so many measurements on
//! this machine showed no difference, and no more.

#![expect(clippy::print_stdout, reason = "it prints what it has measured")]

use core::hint::black_box;
use std::time::Instant;

use rand_chacha::ChaCha20Rng;
use rand_core::{RngCore, SeedableRng};
use workproof_protocol::{Fr, PrivateKeyError, SigningKey};

/// Signatures without a number on the command line: enough to see that the program runs.
const FEW: u64 = 2_000;

/// Shares of the slowest measurements that are left out as interruptions, in thousandths.
const LEFT_OUT: [usize; 3] = [0, 50, 500];

fn main() -> Result<(), PrivateKeyError> {
    let given = std::env::args().nth(1).and_then(|text| text.parse().ok());
    let signatures: u64 = given.unwrap_or(FEW);
    println!("{signatures} signatures for each comparison");
    println!(
        "| compared | mean of the first | of the second | slowest left out | t |\n|---|---|---|---|---|"
    );
    compare("one message, random messages; one key", signatures, |rng, class| {
        let message = if class == 0 { 42 } else { rng.next_u64() };
        Ok((SigningKey::from_private_key(b"signing timing")?, Fr::from(message)))
    })?;
    compare("one key, random keys; random messages", signatures, |rng, class| {
        let mut private_key = *b"a private key of thirty-two byte";
        let random = rng.next_u64();
        if class == 1 {
            rng.fill_bytes(&mut private_key);
        }
        Ok((SigningKey::from_private_key(&private_key)?, Fr::from(random)))
    })?;
    compare("random keys and messages in both: a control", signatures, |rng, _| {
        let mut private_key = [0; 32];
        rng.fill_bytes(&mut private_key);
        Ok((SigningKey::from_private_key(&private_key)?, Fr::from(rng.next_u64())))
    })
}

/// Times signatures of both classes in random order and prints a row for each share that is left out.
fn compare(
    name: &str,
    signatures: u64,
    input: impl Fn(&mut ChaCha20Rng, usize) -> Result<(SigningKey, Fr), PrivateKeyError>,
) -> Result<(), PrivateKeyError> {
    let mut rng = ChaCha20Rng::seed_from_u64(2026);
    let mut times: Vec<(usize, f64)> = Vec::new();
    for _ in 0..signatures {
        let class = usize::from(rng.next_u32() & 1 == 1);
        let (key, message) = input(&mut rng, class)?;
        let start = Instant::now();
        black_box(key.sign(black_box(message)));
        times.push((class, start.elapsed().as_secs_f64() * 1e6));
    }
    // a limit for both classes alike
    let mut sorted: Vec<f64> = times.iter().map(|(_, time)| *time).collect();
    sorted.sort_by(f64::total_cmp);
    for left_out in LEFT_OUT {
        let kept = sorted.len() - sorted.len() * left_out / 1000;
        let limit = kept.checked_sub(1).and_then(|last| sorted.get(last)).copied().unwrap_or(f64::MAX);
        let of = |wanted: usize| {
            let kept = times.iter().filter(|(class, time)| *class == wanted && *time <= limit);
            Moments::of(kept.map(|(_, time)| *time))
        };
        let (first, second) = (of(0), of(1));
        let share = f64::from(u32::try_from(left_out).unwrap_or(u32::MAX)) / 10.0;
        println!(
            "| {name} | {:.2} µs | {:.2} µs | {share} % | {:.1} |",
            first.mean,
            second.mean,
            first.t_against(&second)
        );
    }
    Ok(())
}

/// Number, mean and variance, in one pass (Welford).
struct Moments {
    number: f64,
    mean: f64,
    squares: f64,
}

impl Moments {
    fn of(values: impl Iterator<Item = f64>) -> Self {
        values.fold(Self { number: 0.0, mean: 0.0, squares: 0.0 }, |before, value| {
            let number = before.number + 1.0;
            let from_old = value - before.mean;
            let mean = before.mean + from_old / number;
            Self { number, mean, squares: before.squares + from_old * (value - mean) }
        })
    }

    /// Welch's t.
    fn t_against(&self, other: &Self) -> f64 {
        let error = |class: &Self| class.squares / (class.number - 1.0) / class.number;
        (self.mean - other.mean) / (error(self) + error(other)).sqrt()
    }
}
