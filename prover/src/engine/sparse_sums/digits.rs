//! Scalars in signed digits, halved by the endomorphism.

use ark_bn254::Fr;
use ark_ec::scalar_mul::glv::GLVConfig;
use ark_ff::{BigInt, BigInteger, PrimeField};
use zeroize::{Zeroize, Zeroizing};

/// Digits are odd, and at most this in magnitude.
pub(super) const LARGEST: u8 = 7;
/// 2^4: a digit is followed by at least three zeros.
const RADIX: u64 = 16;

/// `sum digit 2^position`, with odd digits from -7 to 7. Wiped when dropped.
#[derive(Clone, Debug, Default)]
pub(super) struct Digits(Zeroizing<Vec<(u16, i8)>>);

impl Digits {
    /// The digits of a magnitude, all negated where wanted.
    fn new(mut magnitude: BigInt<4>, negative: bool) -> Self {
        let mut digits = Zeroizing::new(Vec::with_capacity(64));
        let mut position = 0;
        while !magnitude.is_zero() {
            if magnitude.is_odd() {
                let [low, ..] = magnitude.0;
                let residue = low % RADIX;
                let small = |value: u64| i8::try_from(value).unwrap_or_default();
                let digit = if residue > u64::from(LARGEST) {
                    // the carry cannot leave the top: magnitudes are below 2^255
                    magnitude.add_with_carry(&BigInt::from(RADIX - residue));
                    -small(RADIX - residue)
                } else {
                    magnitude.sub_with_borrow(&BigInt::from(residue));
                    small(residue)
                };
                digits.push((position, if negative { -digit } else { digit }));
            }
            magnitude.div2();
            position += 1;
        }
        magnitude.zeroize();
        Self(digits)
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Positions, ascending, and digits.
    pub(super) fn iter(&self) -> impl Iterator<Item = (u16, i8)> + '_ {
        self.0.iter().copied()
    }
}

/// `k = k_1 + lambda k_2`, both halves in digits. Small scalars, of either sign, stay whole.
pub(super) fn halves<P: GLVConfig<ScalarField = Fr>>(scalar: Fr) -> [Digits; 2] {
    let mut integer = scalar.into_bigint();
    let mut opposite = (-scalar).into_bigint();
    let fits = |integer: &BigInt<4>| integer.num_bits() <= 64;
    let digits = if fits(&integer) {
        [Digits::new(integer, false), Digits::default()]
    } else if fits(&opposite) {
        [Digits::new(opposite, true), Digits::default()]
    } else {
        let ((first_positive, mut first), (second_positive, mut second)) = P::scalar_decomposition(scalar);
        let digits = [
            Digits::new(first.into_bigint(), !first_positive),
            Digits::new(second.into_bigint(), !second_positive),
        ];
        first.zeroize();
        second.zeroize();
        digits
    };
    integer.zeroize();
    opposite.zeroize();
    digits
}
