//! How large the digits and the values are that a type admits.

use core::marker::PhantomData;

/// An upper bound of digits and values, known to the compiler.
pub(crate) trait Bound: Copy + Send + Sync + 'static {
    /// Every digit is at most `WEIGHT 2^50` in absolute value.
    const WEIGHT: u64;
    /// The value is at most `MAGNITUDE / 1024` times the modulus in absolute value.
    const MAGNITUDE: u64;
}

/// A canonical integer in unsigned digits below 2^51: what conversions start from.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Integer;

impl Bound for Integer {
    const WEIGHT: u64 = 2;
    const MAGNITUDE: u64 = 1_024;
}

/// What `reduce` gives: half the modulus at most, and a hair.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Reduced;

impl Bound for Reduced {
    const WEIGHT: u64 = 1;
    const MAGNITUDE: u64 = 513;
}

/// A name for values of weight 1 that many operations lead to, so that one place can hold them all. A chain of products
/// with differences of reduced values stays inside: `0.3781 * 0.85 * 1.002 + 0.5 < 0.85`.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Settled;

impl Bound for Settled {
    const WEIGHT: u64 = 1;
    const MAGNITUDE: u64 = 870;
}

/// What a product of values with bounds A and B gives.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Product<A, B>(PhantomData<(A, B)>);

impl<A: Bound, B: Bound> Bound for Product<A, B> {
    const WEIGHT: u64 = 1;
    // p / 2^255 < 388/1024 for both fields
    const MAGNITUDE: u64 = ((A::MAGNITUDE * B::MAGNITUDE * 388) >> 20) + 514;
}

/// What a sum of two products of values with bounds A and B gives.
#[derive(Clone, Copy, Debug)]
pub(crate) struct TwoProducts<A, B>(PhantomData<(A, B)>);

impl<A: Bound, B: Bound> Bound for TwoProducts<A, B> {
    const WEIGHT: u64 = 1;
    const MAGNITUDE: u64 = ((2 * A::MAGNITUDE * B::MAGNITUDE * 388) >> 20) + 514;
}

/// What a sum or a difference of values with bounds A and B gives.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Sum<A, B>(PhantomData<(A, B)>);

impl<A: Bound, B: Bound> Bound for Sum<A, B> {
    const WEIGHT: u64 = A::WEIGHT + B::WEIGHT;
    const MAGNITUDE: u64 = A::MAGNITUDE + B::MAGNITUDE;
}

/// Digits of a sum stay far below 2^53, where an `f64` counts by ones.
pub(super) const MAX_SUM_WEIGHT: u64 = 8;
/// `|a_i b_j| <= 2^102`.
pub(super) const MAX_PRODUCT_WEIGHT: u64 = 4;
/// The top digit of a product is at most `0.7563 magnitude 2^50 + 1`, so up to here a product has weight 1.
pub(super) const MAX_PRODUCT_MAGNITUDE: u64 = 1_350;
/// `d - k p` stays below 2^53 in every digit.
pub(super) const MAX_REDUCED_WEIGHT: u64 = 4;
/// The same, for the multiple of the modulus that is taken off.
pub(super) const MAX_REDUCED_MAGNITUDE: u64 = 6 * 1_024;
