//! Sums against arkworks', for every arithmetic, on the inputs that schedules trip over.

use ark_bn254::{Fr, G1Affine, G1Projective, G2Affine, G2Projective, g1};
use ark_ec::scalar_mul::glv::GLVConfig;
use ark_ec::{AffineRepr, CurveGroup, VariableBaseMSM};
use ark_ff::{BigInt, PrimeField, UniformRand};
use rand_chacha::ChaCha20Rng;
use rand_chacha::rand_core::{RngCore, SeedableRng};

use super::{Bases, Levels, Parts, PortableAdder, Present, SignedDigits, image_g1, multi_scalar_sum};
use crate::cancel_token::CancelToken;
use crate::engine::EngineError;
use crate::engine::arithmetic::Arithmetic;
use crate::engine::cpu_key::Section;
use crate::engine::inverse::invert;
use crate::engine::packed_points::{PackedG1, PackedG2, PackedPoints};
use crate::engine::pages::SparePages;
use crate::engine::places::Places;
use crate::engine::section_points::SectionPoints;
use crate::table_file::double_points;
use crate::zkey::{encode_g1, encode_g2};

const ARITHMETICS: [fn() -> Arithmetic; 2] = [Arithmetic::detect, || Arithmetic::Portable];

/// Distinct points, quickly.
fn walk<G: CurveGroup<ScalarField = Fr>>(count: usize, rng: &mut ChaCha20Rng) -> Vec<G::Affine> {
    let steps: Vec<G> = (0..16).map(|_| G::rand(rng)).collect();
    let mut point = G::rand(rng);
    let mut points = Vec::with_capacity(count);
    for _ in 0..count {
        point += steps[usize::try_from(rng.next_u32() % 16).unwrap()];
        points.push(point);
    }
    G::normalize_batch(&points)
}

/// Points that schedules trip over.
fn points<G: CurveGroup<ScalarField = Fr>>(
    kind: usize,
    count: usize,
    rng: &mut ChaCha20Rng,
) -> Vec<G::Affine> {
    let mut points = walk::<G>(count, rng);
    for index in 0..count {
        match kind {
            1 => points[index] = points[index % 7],
            2 => points[index] = points[0],
            3 if !index.is_multiple_of(2) => points[index] = (-points[index - 1].into_group()).into_affine(),
            4 if index.is_multiple_of(3) => points[index] = G::Affine::zero(),
            5 => points[index] = G::Affine::zero(),
            _ => {}
        }
    }
    points
}
const POINT_KINDS: usize = 6;

/// Scalars that schedules trip over. `bits` is the width of digits to be extreme in.
fn scalars(kind: usize, count: usize, bits: usize, rng: &mut ChaCha20Rng) -> Vec<BigInt<4>> {
    let repeated = |digit: u64, index: usize| {
        let mut limbs = [0; 4];
        for bit in (0..253).filter(|bit| digit >> (bit % bits) & 1 == 1) {
            limbs[bit / 64] |= 1 << (bit % 64);
        }
        if index.is_multiple_of(2) {
            return BigInt(limbs);
        }
        // the same in both halves, which are short enough to be the halves
        let half = Fr::from((u128::from(limbs[1]) << 64 | u128::from(limbs[0])) & (u128::MAX >> 4));
        (half - g1::Config::LAMBDA * half).into_bigint()
    };
    let random = |rng: &mut ChaCha20Rng| Fr::rand(rng).into_bigint();
    let constant = random(rng);
    let one = |index: usize| match kind {
        0 => BigInt([0; 4]),
        1 => BigInt([1, 0, 0, 0]),
        2 => (-Fr::from(1)).into_bigint(),
        3 => BigInt([rng.next_u64() % 5, 0, 0, 0]),
        4 if !index.is_multiple_of(10) => BigInt([rng.next_u64() & 1, 0, 0, 0]),
        5 => constant,
        6 => repeated(1 << (bits - 1), index),
        7 => repeated((1 << (bits - 1)) - 1, index),
        8 => repeated((1 << bits) - 1, index),
        9 => [Fr::from(1), -Fr::from(1), Fr::from(1_u64 << 15), -Fr::from(1_u64 << 15)][index % 4]
            .into_bigint(),
        _ => random(rng),
    };
    (0..count).map(one).collect()
}
const SCALAR_KINDS: usize = 11;

/// What a table has of points: level after level of those that are not the identity.
fn multiples<P: AffineRepr<ScalarField = Fr>>(points: &[P], parts: Parts) -> Vec<P> {
    let Parts::Levels(levels) = parts else { return Vec::new() };
    let mut level: Vec<P> = points.iter().filter(|point| !point.is_zero()).copied().collect();
    let mut all = Vec::new();
    for _ in 1..levels.count() {
        double_points(&mut level, levels.bits(), &CancelToken::new()).unwrap();
        all.extend_from_slice(&level);
    }
    all
}

fn sum<P: PackedPoints<BYTES>, const BYTES: usize>(
    arithmetic: Arithmetic,
    (points, multiples): (&[[u8; BYTES]], &[[u8; BYTES]]),
    digits: &SignedDigits,
) -> P::Group {
    let cancel = CancelToken::new();
    let spare = &SparePages::default();
    let places = &Places::find(points.into(), &cancel).unwrap();
    let points = SectionPoints { points: points.into(), places, multiples: multiples.into() };
    Section::<'_, BYTES, P> { points, packed: None, spare }.sum(arithmetic, (digits, 0), &cancel).unwrap()
}

/// Digits of about so many bits, cut in every way. Tables of many points take too long to make.
fn cuts(scalars: &[BigInt<4>], bits: usize) -> Vec<SignedDigits> {
    let tables = Levels::ALL.into_iter().filter(|_| scalars.len() <= 2_100).map(Parts::Levels);
    let all = [Parts::Whole, Parts::Halves].into_iter().chain(tables);
    all.map(|parts| SignedDigits::with_windows(scalars.into(), parts, parts.bits().div_ceil(bits)).unwrap())
        .collect()
}

fn check_g1(points: &[G1Affine], scalars: &[BigInt<4>], bits: usize) {
    let bytes = |points: &[G1Affine]| {
        let mut bytes = Vec::new();
        points.iter().for_each(|point| encode_g1(&mut bytes, point));
        bytes
    };
    let expected = G1Projective::msm_bigint(points, scalars);
    for digits in cuts(scalars, bits) {
        let (points, multiples) = (bytes(points), bytes(&multiples(points, digits.parts())));
        let both = (points.as_chunks().0, multiples.as_chunks().0);
        for arithmetic in ARITHMETICS {
            let sum = sum::<PackedG1, _>(arithmetic(), both, &digits);
            assert_eq!(sum, expected, "{:?}, {:?}, {bits} bits", arithmetic(), digits.parts());
        }
    }
}

fn check_g2(points: &[G2Affine], scalars: &[BigInt<4>], bits: usize) {
    let bytes = |points: &[G2Affine]| {
        let mut bytes = Vec::new();
        points.iter().for_each(|point| encode_g2(&mut bytes, point));
        bytes
    };
    let expected = G2Projective::msm_bigint(points, scalars);
    for digits in cuts(scalars, bits) {
        let (points, multiples) = (bytes(points), bytes(&multiples(points, digits.parts())));
        let both = (points.as_chunks().0, multiples.as_chunks().0);
        for arithmetic in ARITHMETICS {
            let sum = sum::<PackedG2, _>(arithmetic(), both, &digits);
            assert_eq!(sum, expected, "{:?}, {:?}, {bits} bits", arithmetic(), digits.parts());
        }
    }
}

fn pool(threads: usize) -> rayon::ThreadPool {
    rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap()
}

#[test]
fn every_kind_of_points_and_scalars() {
    let mut rng = ChaCha20Rng::seed_from_u64(10);
    for (threads, (count, bits)) in [(1, (500, 7)), (2, (300, 4)), (2, (2_100, 10))] {
        for point_kind in 0..POINT_KINDS {
            let g1 = points::<G1Projective>(point_kind, count, &mut rng);
            let g2 = points::<G2Projective>(point_kind, count / 5, &mut rng);
            for scalar_kind in 0..SCALAR_KINDS {
                let scalars = scalars(scalar_kind, count, bits, &mut rng);
                pool(threads).install(|| {
                    check_g1(&g1, &scalars, bits);
                    check_g2(&g2, &scalars[..g2.len()], bits);
                });
            }
        }
    }
}

#[test]
fn every_size_around_a_threshold() {
    let mut rng = ChaCha20Rng::seed_from_u64(11);
    let most = (1 << 14) + 1;
    let (g1, g2) = (walk::<G1Projective>(most, &mut rng), walk::<G2Projective>(4_100, &mut rng));
    let scalars = scalars(10, most, 8, &mut rng);
    let small = (0..20).chain([31, 32, 33, 63, 64, 65, 127, 128, 129]);
    for count in small.chain([1_023, 1_024, 1_025, 2_049, 4_095, 4_096, 4_097, 8_191, 8_192, 8_193, most]) {
        check_g1(&g1[..count], &scalars[..count], if count < 100 { 3 } else { 9 });
        if count <= g2.len() {
            check_g2(&g2[..count], &scalars[..count], if count < 100 { 3 } else { 9 });
        }
    }
}

#[test]
fn every_width() {
    let mut rng = ChaCha20Rng::seed_from_u64(12);
    let (g1, g2) = (walk::<G1Projective>(400, &mut rng), walk::<G2Projective>(60, &mut rng));
    for bits in 2..=16 {
        for kind in [6, 7, 8, 10] {
            let scalars = scalars(kind, g1.len(), bits, &mut rng);
            check_g1(&g1, &scalars, bits);
            check_g2(&g2, &scalars[..g2.len()], bits);
        }
    }
}

#[test]
fn long_sums_with_hot_buckets() {
    let mut rng = ChaCha20Rng::seed_from_u64(13);
    let count = 1 << 16;
    let random = walk::<G1Projective>(count, &mut rng);
    let few = points::<G1Projective>(1, count, &mut rng);
    for kind in [4, 5, 10] {
        let scalars = scalars(kind, count, 13, &mut rng);
        check_g1(&random, &scalars, 13);
        check_g1(&few, &scalars, 13);
    }
}

#[test]
fn a_suffix_of_the_scalars() {
    let mut rng = ChaCha20Rng::seed_from_u64(14);
    let points = walk::<G1Projective>(3_000, &mut rng);
    let both = [&points[..], &points.iter().map(image_g1).collect::<Vec<_>>()].concat();
    let scalars = scalars(10, 5_000, 8, &mut rng);
    let digits = SignedDigits::new(scalars[..].into(), None).unwrap();
    let adder = PortableAdder::<g1::Config>::new(invert);
    for first_scalar in [0, 1, 1_023, 1_024, 2_000] {
        let present = Present::All(points.len());
        let bases = Bases { points: &both, stride: points.len(), present, first_scalar };
        let sum = multi_scalar_sum(&adder, &bases, &digits, &CancelToken::new()).unwrap();
        assert_eq!(
            sum,
            G1Projective::msm_bigint(&points, &scalars[first_scalar..first_scalar + points.len()])
        );
    }
}

#[test]
fn a_sum_that_is_cancelled_or_lacks_points_ends_as_such() {
    let mut rng = ChaCha20Rng::seed_from_u64(15);
    let points = walk::<G1Projective>(10, &mut rng);
    let digits = SignedDigits::new(scalars(10, 10, 8, &mut rng)[..].into(), None).unwrap();
    let cancel = CancelToken::new();
    cancel.cancel();
    let present = Present::All(5);
    let bases = Bases { points: &points, stride: 5, present, first_scalar: 0 };
    let adder = PortableAdder::<g1::Config>::new(invert);
    let sum = multi_scalar_sum(&adder, &bases, &digits, &cancel);
    assert_eq!(sum, Err(EngineError::Cancelled));
    // halves without images
    let bases = Bases { stride: 6, ..bases };
    let sum = multi_scalar_sum(&adder, &bases, &digits, &CancelToken::new());
    assert_eq!(sum, Err(EngineError::Length { expected: 11, found: 10 }));
}
