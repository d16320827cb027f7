//! The sum `IC_0 + x_1 IC_1 + ... + x_n IC_n` over the public inputs.
//!
//! All inputs share one run of doublings (Straus' method), over signed digits of the scalars and a table of odd
//! multiples of each point, which a key makes once. Short inputs (amounts, packed terms) cost only their own length.
//! Public inputs are public, so the time may depend on them.

use crate::curve::{Fr, G1Affine, G1Projective};
use alloc::vec::Vec;
use ark_ec::{AffineRepr, CurveGroup};
use ark_ff::{AdditiveGroup, PrimeField};

const WINDOW: usize = 6;
/// Odd multiples 1, 3, ..., 31.
const TABLE: usize = 1 << (WINDOW - 2);

/// A scalar has 254 bits, and its last digit may carry one further.
const DIGITS: usize = 255;

/// The points of the constant and of each public input, with tables.
#[derive(Clone, Debug)]
pub(crate) struct PublicInputSum {
    constant: G1Affine,
    /// The tables of all points, one behind the other.
    tables: Vec<G1Affine>,
}

impl PublicInputSum {
    /// `ic` holds the constant's point first.
    pub(crate) fn new(ic: &[G1Affine]) -> Self {
        let constant = ic.first().copied().unwrap_or_default();
        let mut multiples = Vec::new();
        for point in ic.iter().skip(1) {
            let mut next = point.into_group();
            let twice = next.double().into_affine();
            for _ in 0..TABLE {
                multiples.push(next);
                next += twice;
            }
        }
        Self { constant, tables: G1Projective::normalize_batch(&multiples) }
    }

    /// The point of the constant.
    pub(crate) const fn constant(&self) -> &G1Affine {
        &self.constant
    }

    /// The number of public inputs.
    pub(crate) const fn len(&self) -> usize {
        self.tables.len() / TABLE
    }

    /// The sum. The caller has checked that there are as many inputs as tables.
    pub(crate) fn evaluate(&self, inputs: &[Fr]) -> G1Projective {
        let digits: Vec<[i8; DIGITS]> = inputs.iter().map(signed_digits).collect();
        let mut sum = G1Projective::ZERO;
        // doubling zero costs next to nothing, so that short inputs need no length of their own
        for position in (0..DIGITS).rev() {
            sum.double_in_place();
            for (table, digits) in self.tables.chunks_exact(TABLE).zip(&digits) {
                let digit = digits.get(position).copied().unwrap_or(0);
                let Some(point) = table.get(usize::from(digit.unsigned_abs()) / 2) else { continue };
                match digit.signum() {
                    1 => sum += point,
                    -1 => sum -= point,
                    _ => {}
                }
            }
        }
        sum + self.constant
    }
}

/// Digits that are zero or odd and below 2^(w-1) in size, lowest first; any two non-zero digits are w apart.
fn signed_digits(scalar: &Fr) -> [i8; DIGITS] {
    let mut limbs = scalar.into_bigint().0;
    let mut digits = [0; DIGITS];
    for digit in &mut digits {
        let low = limbs[0];
        if low & 1 == 1 {
            let window = i8::try_from(low % (1 << WINDOW)).unwrap_or(0);
            *digit = if window >= 1 << (WINDOW - 1) { window - (1 << WINDOW) } else { window };
            subtract(&mut limbs, *digit);
        }
        halve(&mut limbs);
    }
    digits
}

fn subtract(limbs: &mut [u64; 4], digit: i8) {
    let size = u64::from(digit.unsigned_abs());
    let mut carry = size;
    for limb in limbs {
        let (value, overflow) =
            if digit > 0 { limb.overflowing_sub(carry) } else { limb.overflowing_add(carry) };
        *limb = value;
        carry = u64::from(overflow);
    }
}

fn halve(limbs: &mut [u64; 4]) {
    let mut carry = 0;
    for limb in limbs.iter_mut().rev() {
        let low = *limb & 1;
        *limb = (*limb >> 1) | (carry << 63);
        carry = low;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ark_ec::PrimeGroup;
    use ark_ff::UniformRand;
    use rand_core::SeedableRng;

    #[test]
    fn equals_the_plain_sum_on_edge_and_random_inputs() {
        let mut rng = rand_chacha::ChaCha20Rng::seed_from_u64(3);
        let ic: Vec<G1Affine> =
            (0..9).map(|_| (G1Projective::generator() * Fr::rand(&mut rng)).into_affine()).collect();
        let sum = PublicInputSum::new(&ic);
        assert_eq!(sum.len(), 8);
        let edges = [Fr::from(0), Fr::from(1), Fr::from(31), Fr::from(32), Fr::from(33), Fr::from(u64::MAX)];
        for round in 0..20 {
            let inputs: Vec<Fr> = (0..8_usize)
                .map(|i| match (round, edges.get(i)) {
                    (0, Some(edge)) => *edge,
                    (1, Some(edge)) => -*edge,
                    (2, _) => Fr::from(0),
                    _ => Fr::rand(&mut rng),
                })
                .collect();
            let plain = ic.iter().skip(1).zip(&inputs).fold(ic[0].into_group(), |acc, (p, x)| acc + *p * x);
            assert_eq!(sum.evaluate(&inputs), plain);
        }
    }
}
