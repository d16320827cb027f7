//! The kernels against arkworks, at the ends of what the bounds admit.

#![expect(clippy::as_conversions, reason = "digits are integers below 2^53")]
#![expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "the same")]
#![expect(clippy::print_stdout, reason = "one test is a measurement")]

use std::time::Instant;

use ark_bn254::{Fq, Fr};
use ark_ff::BigInt;
use rand_chacha::ChaCha20Rng;
use rand_chacha::rand_core::{RngCore, SeedableRng};

use super::{Block, Bound, Lanes, Reduced, Settled, Sum, VectorField, VectorUnit};

type Two = Sum<Reduced, Reduced>;
type Three = Sum<Two, Reduced>;
type Four = Sum<Two, Two>;

/// Runs a test inside the features, or not at all where the machine lacks them.
macro_rules! on_vector_unit {
    ($body:ident) => {
        if VectorUnit::detect().is_some() {
            #[expect(unsafe_code, reason = "entering the features just detected")]
            // SAFETY: detected above.
            unsafe {
                $body::<Fq>();
                $body::<Fr>();
            }
        }
    };
}

/// The element that digits stand for, by arkworks: `sum d_i 2^(51 i) / 2^255`.
fn element<F: VectorField>(digits: [f64; 5]) -> F {
    let radix = F::from(1_u64 << 51);
    let mut sum = F::ZERO;
    for digit in digits.iter().rev() {
        let magnitude = F::from(digit.abs() as u64);
        sum = sum * radix + if *digit < 0.0 { -magnitude } else { magnitude };
    }
    sum * F::from(2_u64).pow([255]).inverse().unwrap()
}

/// Digits of lane `lane` of a block of any bound.
fn digits_of<F, B>(block: &Block<F, B>, lane: usize) -> [f64; 5] {
    let all: [[[f64; 4]; 5]; 2] = block.0.each_ref().map(|lanes| {
        lanes.digits.map(|digit| {
            // a vector of four numbers
            let mut numbers = [0.0; 4];
            #[expect(unsafe_code, reason = "reading a vector's lanes")]
            // SAFETY: both have 32 bytes and any bits are numbers.
            unsafe {
                core::ptr::copy_nonoverlapping(
                    core::ptr::from_ref(&digit).cast::<f64>(),
                    numbers.as_mut_ptr(),
                    4,
                );
            }
            numbers
        })
    });
    core::array::from_fn(|i| all[lane / 4][i][lane % 4])
}

#[target_feature(enable = "avx2,fma")]
fn block_of<F: VectorField, B: Bound>(digits: &[[f64; 5]; 8]) -> Block<F, B> {
    use core::arch::x86_64::_mm256_set_pd;
    let half = |h: usize| {
        let lane = |i: usize, l: usize| digits[4 * h + l][i];
        Lanes::from_digits(core::array::from_fn(|i| {
            _mm256_set_pd(lane(i, 3), lane(i, 2), lane(i, 1), lane(i, 0))
        }))
    };
    Block([half(0), half(1)])
}

/// Digits at and near the ends of a weight: the patterns that a wrong constant, tie or bound would show in.
fn extreme_digits<F: VectorField>(rng: &mut ChaCha20Rng, weight: f64, pattern: usize) -> [f64; 5] {
    let most = weight * (1_u64 << 50) as f64;
    // the value stays within the bound: the top digit at the modulus times the weight over two
    let top = (F::MODULUS_DIGITS[4] * weight / 2.0).floor();
    let end = |i: usize| if i == 4 { top } else { most };
    let mut random = |i: usize| {
        let unit = (rng.next_u64() >> 11) as f64 / (1_u64 << 53) as f64;
        ((2.0 * unit - 1.0) * end(i)).round()
    };
    let sign = |flag: bool| if flag { 1.0 } else { -1.0 };
    match pattern {
        0 => core::array::from_fn(end),
        1 => core::array::from_fn(|i| -end(i)),
        2 => core::array::from_fn(|i| sign(i % 2 == 0) * end(i)),
        3 => core::array::from_fn(|i| sign(i % 2 == 1) * end(i)),
        4 => core::array::from_fn(|i| sign(random(i) > 0.0) * end(i)),
        5 => core::array::from_fn(|i| sign(random(i) > 0.0) * (end(i) - (random(i).abs() % 3.0))),
        6 => core::array::from_fn(|i| [0.0, end(i), -end(i)][random(i).abs() as usize % 3]),
        7 => core::array::from_fn(|i| random(i) % 2.0),
        8 => core::array::from_fn(|i| if i == 0 { sign(random(0) > 0.0) * most } else { 0.0 }),
        9 => core::array::from_fn(|i| if i == 0 { 1.0 } else { 0.0 }),
        10 if weight >= 2.0 => F::MODULUS_DIGITS,
        11 if weight >= 2.0 => F::MODULUS_DIGITS.map(|digit| -digit),
        _ => core::array::from_fn(random),
    }
}

const PATTERNS: usize = 14;

#[target_feature(enable = "avx2,fma")]
fn check_products<F: VectorField, A: Bound, B: Bound>(rounds: usize) {
    let mut rng = ChaCha20Rng::seed_from_u64(A::WEIGHT * 10 + B::WEIGHT);
    let weights = (A::WEIGHT as f64, B::WEIGHT as f64);
    for round in 0..rounds * PATTERNS * PATTERNS / 8 {
        let pick = |lane: usize| (round * 8 + lane) % (PATTERNS * PATTERNS);
        let left = core::array::from_fn(|l| extreme_digits::<F>(&mut rng, weights.0, pick(l) % PATTERNS));
        let right = core::array::from_fn(|l| extreme_digits::<F>(&mut rng, weights.1, pick(l) / PATTERNS));
        let product = block_of::<F, A>(&left).multiply(&block_of::<F, B>(&right));
        for lane in 0..8 {
            let found = digits_of(&product, lane);
            let (a, b) = (left[lane], right[lane]);
            assert_eq!(element::<F>(found), element::<F>(a) * element::<F>(b), "{a:?} {b:?}");
            assert!(found.iter().all(|digit| digit.abs() <= (1_u64 << 50) as f64), "{found:?}");
        }
    }
}

#[target_feature(enable = "avx2,fma")]
fn products<F: VectorField>() {
    check_products::<F, Reduced, Reduced>(40);
    check_products::<F, Two, Reduced>(40);
    check_products::<F, Two, Two>(40);
    check_products::<F, Three, Reduced>(40);
    check_products::<F, Four, Reduced>(40);
}

#[test]
fn products_are_right_up_to_the_largest_weights() {
    on_vector_unit!(products);
}

#[target_feature(enable = "avx2,fma")]
fn check_sums_of_products<F: VectorField, A: Bound, B: Bound>(rounds: usize) {
    let mut rng = ChaCha20Rng::seed_from_u64(A::WEIGHT * 10 + B::WEIGHT);
    let weights = (A::WEIGHT as f64, B::WEIGHT as f64);
    for round in 0..rounds * PATTERNS * PATTERNS / 8 {
        let mut digits = |weight: f64, pattern: usize| -> [[f64; 5]; 8] {
            core::array::from_fn(|lane| extreme_digits::<F>(&mut rng, weight, (pattern + lane) % PATTERNS))
        };
        // all pairs of patterns meet in the first term and in the second, not always the same two
        let left = [digits(weights.0, round), digits(weights.0, round / 3)];
        let right = [digits(weights.1, round / PATTERNS), digits(weights.1, 5 * round)];
        let sum = Block::sum_of_products(
            &left.map(|digits| block_of::<F, A>(&digits)),
            &right.map(|digits| block_of::<F, B>(&digits)),
        );
        for lane in 0..8 {
            let found = digits_of(&sum, lane);
            let term = |term: usize| element::<F>(left[term][lane]) * element::<F>(right[term][lane]);
            assert_eq!(element::<F>(found), term(0) + term(1), "{left:?} {right:?}");
            assert!(found.iter().all(|digit| digit.abs() <= (1_u64 << 50) as f64), "{found:?}");
        }
    }
}

#[target_feature(enable = "avx2,fma")]
fn sums_of_products<F: VectorField>() {
    check_sums_of_products::<F, Reduced, Reduced>(40);
    check_sums_of_products::<F, Two, Reduced>(40);
    check_sums_of_products::<F, Two, Two>(40);
}

#[test]
fn sums_of_two_products_are_right_up_to_the_largest_weights() {
    on_vector_unit!(sums_of_products);
}

#[target_feature(enable = "avx2,fma")]
fn squares<F: VectorField>() {
    let mut rng = ChaCha20Rng::seed_from_u64(3);
    for round in 0..4_000 {
        let digits =
            core::array::from_fn(|lane| extreme_digits::<F>(&mut rng, 1.0, (round * 8 + lane) % PATTERNS));
        let value = block_of::<F, Reduced>(&digits);
        let (square, product) = (value.square(), value.multiply(&value));
        for (lane, &value) in digits.iter().enumerate() {
            assert_eq!(digits_of(&square, lane), digits_of(&product, lane));
            assert_eq!(element::<F>(digits_of(&square, lane)), element::<F>(value).square());
        }
    }
}

#[test]
fn squares_are_right_and_equal_products_digit_by_digit() {
    on_vector_unit!(squares);
}

#[target_feature(enable = "avx2,fma")]
fn reductions<F: VectorField>() {
    let mut rng = ChaCha20Rng::seed_from_u64(4);
    let half = F::MODULUS_DIGITS[4] * (0.5 + 1e-12);
    for round in 0..4_000 {
        let digits =
            core::array::from_fn(|lane| extreme_digits::<F>(&mut rng, 4.0, (round * 8 + lane) % PATTERNS));
        let reduced = block_of::<F, Four>(&digits).reduce();
        for (lane, &value) in digits.iter().enumerate() {
            let found = digits_of(&reduced, lane);
            assert_eq!(element::<F>(found), element::<F>(value));
            assert!(found.iter().all(|digit| digit.abs() <= (1_u64 << 50) as f64) && found[4].abs() <= half);
        }
    }
}

#[test]
fn reducing_keeps_the_residue_and_halves_the_range() {
    on_vector_unit!(reductions);
}

#[target_feature(enable = "avx2,fma")]
fn conversions<F: VectorField>() {
    let mut rng = ChaCha20Rng::seed_from_u64(5);
    let edges = [F::ZERO, F::ONE, -F::ONE, F::from(2_u64), -F::from(2_u64)];
    for round in 0..2_000 {
        let elements: [F; 8] = core::array::from_fn(|lane| match edges.get(round * 8 + lane) {
            Some(edge) => *edge,
            // around half the modulus in Montgomery form, where reduction changes its mind
            None if lane == 0 => {
                F::from_montgomery_limbs([rng.next_u64(), u64::MAX, 0, F::MODULUS_LIMBS[3] >> 1])
            }
            None => F::rand(&mut rng),
        });
        let block = Block::from_elements(&elements);
        assert_eq!(block.to_elements(), elements);
        for (lane, value) in elements.iter().enumerate() {
            assert_eq!(element::<F>(digits_of(&block, lane)), *value);
        }
    }
    let largest = BigInt(F::MODULUS_LIMBS);
    let last = F::from_montgomery_limbs([largest.0[0] - 1, largest.0[1], largest.0[2], largest.0[3]]);
    assert_eq!(Block::from_elements(&[last; 8]).to_elements(), [last; 8]);
}

#[test]
fn conversions_are_exact() {
    on_vector_unit!(conversions);
}

#[target_feature(enable = "avx2,fma")]
fn chains<F: VectorField>() {
    let mut rng = ChaCha20Rng::seed_from_u64(6);
    for _ in 0..20 {
        let mut plain: [F; 8] = core::array::from_fn(|_| F::rand(&mut rng));
        let mut block = Block::from_elements(&plain);
        let other: [F; 8] = core::array::from_fn(|_| F::rand(&mut rng));
        let other_block = Block::from_elements(&other);
        for _ in 0..500 {
            let choice = rng.next_u32() % 4;
            block = match choice {
                0 => block.multiply(&other_block).reduce(),
                1 => block.square().reduce(),
                2 => block.subtract(&other_block).multiply(&block.add(&other_block)).reduce(),
                _ => block.add(&other_block).negate().reduce(),
            };
            for (value, other) in plain.iter_mut().zip(&other) {
                *value = match choice {
                    0 => *value * other,
                    1 => value.square(),
                    2 => (*value - other) * (*value + other),
                    _ => -(*value + other),
                };
            }
            assert_eq!(block.to_elements(), plain);
        }
    }
}

#[test]
fn long_chains_agree() {
    on_vector_unit!(chains);
}

#[target_feature(enable = "avx2,fma")]
fn time_products<F: VectorField>() {
    let values =
        Block::<F, Reduced>::from_elements(&[F::from(3_u64).inverse().unwrap(); 8]).widen::<Settled>();
    let (mut blocks, factors, mut best) = ([values; 8], [values; 2], [f64::MAX; 3]);
    for _ in 0..400 {
        let start = Instant::now();
        (0..100).for_each(|_| blocks.iter_mut().for_each(|block| block.multiply_assign(&values)));
        let products = start.elapsed();
        (0..100).for_each(|_| blocks.iter_mut().for_each(|block| *block = block.square().widen()));
        let squares = start.elapsed() - products;
        for pair in (0..200).flat_map(|_| blocks.as_chunks::<2>().0) {
            core::hint::black_box(Block::sum_of_products(pair, &factors));
        }
        let sums = start.elapsed() - products - squares;
        for (best, time) in best.iter_mut().zip([products, squares, sums]) {
            *best = best.min(time.as_secs_f64() * 1e9 / 6_400.0);
        }
    }
    core::hint::black_box(&blocks);
    let [product, square, sum] = best;
    println!(
        "product {product:.2} ns, square {square:.2} ns, sum of two products {sum:.2} ns for each element"
    );
}

/// `cargo test --release -p workproof-prover --lib products_take -- --ignored --nocapture`
#[test]
#[ignore = "a measurement, not a check"]
fn products_take_so_many_nanoseconds() {
    on_vector_unit!(time_products);
}
