//! What the kernels must know of a modulus, computed from it by the compiler.

#![expect(
    clippy::as_conversions,
    reason = "constant evaluation has no other conversion; all values are below 2^53"
)]
#![expect(clippy::cast_precision_loss, reason = "digits are below 2^53")]
#![expect(clippy::cast_possible_wrap, clippy::cast_possible_truncation, reason = "the same")]
#![expect(clippy::indexing_slicing, reason = "constant evaluation: an index out of range does not compile")]

use ark_bn254::{Fq, Fr};
use ark_ff::{BigInt, PrimeField};

/// The number of digits.
pub(super) const DIGITS: usize = 5;
/// Bits of a digit.
pub(super) const DIGIT_BITS: u32 = 51;
/// 2^51.
pub(super) const RADIX: f64 = (1_u64 << DIGIT_BITS) as f64;
/// Rounds what is added to it to a multiple of 2^51.
pub(super) const ROUND: f64 = 1.5 * (1_u128 << 103) as f64;
/// Makes a digit's sum readable as an integer.
const READ_SUM: f64 = 1.5 * TWO_52;
/// Numbers from here to 2^53 show an integer below 2^52 in their last bits.
pub(super) const TWO_52: f64 = (1_u64 << 52) as f64;
const DIGIT_MASK: u64 = (1 << DIGIT_BITS) - 1;
const ROWS: usize = 43;

/// The kernels, where they differ in what a column sums up.
#[derive(Clone, Copy)]
enum Kernel {
    Multiply,
    Square,
    SumOfProducts,
}

/// The table the kernels read: each row is one number in all four lanes. The order is that of `xtask/src/kernels/`.
#[repr(C, align(64))]
#[derive(Debug)]
pub(crate) struct KernelConstants([[u64; 4]; ROWS]);

/// One of the two fields, with what its modulus decides.
pub(crate) trait VectorField: PrimeField + Copy + Send + Sync + 'static {
    /// What the kernels read.
    const KERNEL: &'static KernelConstants;
    /// The modulus, its top digit too a signed one.
    const MODULUS_DIGITS: [f64; DIGITS];
    /// The modulus in limbs.
    const MODULUS_LIMBS: [u64; 4];

    /// The limbs of `x 2^256 mod p`.
    fn montgomery_limbs(&self) -> &[u64; 4];

    /// From the limbs of `x 2^256 mod p`, below the modulus.
    fn from_montgomery_limbs(limbs: [u64; 4]) -> Self;
}

macro_rules! vector_field {
    ($field:ty, $kernel:ident) => {
        static $kernel: KernelConstants = KernelConstants::new(<$field as PrimeField>::MODULUS.0);

        impl VectorField for $field {
            const KERNEL: &'static KernelConstants = &$kernel;
            const MODULUS_DIGITS: [f64; DIGITS] = to_floats(balanced_digits(Self::MODULUS_LIMBS));
            const MODULUS_LIMBS: [u64; 4] = <$field as PrimeField>::MODULUS.0;

            fn montgomery_limbs(&self) -> &[u64; 4] {
                &self.0.0
            }

            fn from_montgomery_limbs(limbs: [u64; 4]) -> Self {
                Self::new_unchecked(BigInt(limbs))
            }
        }
    };
}

vector_field!(Fq, BASE_FIELD_KERNEL);
vector_field!(Fr, SCALAR_FIELD_KERNEL);

impl KernelConstants {
    const fn new(modulus: [u64; 4]) -> Self {
        let digits = to_floats(balanced_digits(modulus));
        let mut rows = [[0; 4]; ROWS];
        rows[0] = [ROUND.to_bits(); 4];
        rows[1] = [(ROUND + READ_SUM).to_bits(); 4];
        rows[2] = [DIGIT_MASK; 4];
        rows[3] = [TWO_52.to_bits(); 4];
        rows[4] = [(TWO_52 + RADIX / 2.0).to_bits(); 4];
        rows[5] = [negative_inverse(modulus[0]).to_bits(); 4];
        rows[6] = [READ_SUM.to_bits(); 4];
        let mut digit = 0;
        while digit < DIGITS {
            rows[7 + digit] = [digits[digit].to_bits(); 4];
            digit += 1;
        }
        rows[32] = [low_factor(negative_inverse(modulus[0]), digits[1]).to_bits(); 4];
        let mut column = 0;
        while column < 2 * DIGITS {
            rows[12 + column] = [bias(column, Kernel::Multiply); 4];
            rows[22 + column] = [bias(column, Kernel::Square); 4];
            rows[33 + column] = [bias(column, Kernel::SumOfProducts); 4];
            column += 1;
        }
        Self(rows)
    }
}

/// Digits in `[-2^50, 2^50)`; the top one takes what is left.
const fn balanced_digits(limbs: [u64; 4]) -> [i64; DIGITS] {
    let [a, b, c, d] = limbs;
    let mut digits = [
        (a & DIGIT_MASK) as i64,
        ((a >> 51 | b << 13) & DIGIT_MASK) as i64,
        ((b >> 38 | c << 26) & DIGIT_MASK) as i64,
        ((c >> 25 | d << 39) & DIGIT_MASK) as i64,
        (d >> 12) as i64,
    ];
    let mut index = 0;
    while index < DIGITS - 1 {
        if digits[index] >= 1 << (DIGIT_BITS - 1) {
            digits[index] -= 1 << DIGIT_BITS;
            digits[index + 1] += 1;
        }
        index += 1;
    }
    digits
}

const fn to_floats(digits: [i64; DIGITS]) -> [f64; DIGITS] {
    let mut floats = [0.0; DIGITS];
    let mut index = 0;
    while index < DIGITS {
        floats[index] = digits[index] as f64;
        index += 1;
    }
    floats
}

/// `-1/p mod 2^51` from the lowest limb of p, balanced. Each Newton step doubles the number of right bits.
const fn negative_inverse(lowest: u64) -> f64 {
    let mut inverse = lowest;
    let mut step = 0;
    while step < 5 {
        inverse = inverse.wrapping_mul(2_u64.wrapping_sub(lowest.wrapping_mul(inverse)));
        step += 1;
    }
    let digit = (inverse.wrapping_neg() & DIGIT_MASK) as i64;
    let balanced = if digit >= 1 << (DIGIT_BITS - 1) { digit - (1 << DIGIT_BITS) } else { digit };
    balanced as f64
}

/// `(-1/p) p_1 mod 2^51`, balanced: its product with a column's digit has the low half of `m p_1`.
const fn low_factor(negative_inverse: f64, digit: f64) -> f64 {
    let product = (negative_inverse as i64).wrapping_mul(digit as i64);
    let digit = product & ((1 << DIGIT_BITS) - 1);
    let balanced = if digit >= 1 << (DIGIT_BITS - 1) { digit - (1 << DIGIT_BITS) } else { digit };
    balanced as f64
}

/// The number of products of which a column sums the low halves: `a_i b_j`, and `m_i p_j` with j above 0.
const fn products_in(column: usize, kernel: Kernel) -> u64 {
    let width = if column < DIGITS { column + 1 } else { 2 * DIGITS - 1 - column };
    let factors = match kernel {
        Kernel::Multiply => width,
        Kernel::Square => width.div_ceil(2),
        Kernel::SumOfProducts => 2 * width,
    };
    let quotients = if column < DIGITS { column } else { 2 * DIGITS - 1 - column };
    (factors + quotients) as u64
}

/// What a column starts from, so that the bit patterns that the halves carry cancel.
///
/// Besides, columns 0 to 8 are raised by 2^62, which keeps them positive when the carry is shifted out, and by 2^50, which
/// balances the digit; the carry of 2^62, 2^11, is taken off the next column. The top column is read by `READ_SUM`.
const fn bias(column: usize, kernel: Kernel) -> u64 {
    let top = 2 * DIGITS - 1;
    let low_halves = if column < top { products_in(column, kernel) } else { 0 };
    let high_halves = match column.checked_sub(1) {
        // the high half of m p_0 comes alone
        Some(below) => products_in(below, kernel) + if below < DIGITS { 1 } else { 0 },
        None => 0,
    };
    let mut bias = low_halves.wrapping_mul(READ_SUM.to_bits()).wrapping_neg();
    bias = bias.wrapping_sub(high_halves.wrapping_mul(ROUND.to_bits()));
    if column < top {
        bias = bias.wrapping_add((1 << 62) + (1 << 50));
    }
    if column > 0 {
        bias = bias.wrapping_sub(1 << 11);
    }
    if column == top {
        bias = bias.wrapping_add(READ_SUM.to_bits());
    }
    bias
}
