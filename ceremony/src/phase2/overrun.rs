//! A point too many, as snarkjs computes it.
//!
//! See [`circuit_hash`](super::circuit_hash): 64 bytes of a file's next section are taken for a point and go through the
//! formula of addition. Their "coordinates" are 256-bit numbers above the modulus, for which snarkjs' field operations are
//! not those of the field, so its operations are repeated here as they are: sums and differences with one correction, and
//! Montgomery products of numbers that were not reduced.

use ark_bn254::{Fq, G1Affine};
use ark_ff::{BigInt, Field, PrimeField};
use num_bigint::BigUint;
use workproof_prover::zkey::G1Points;

use crate::hashed_points::push_g1;

/// snarkjs' operations on 256-bit numbers.
struct Unreduced {
    modulus: BigUint,
    radix: BigUint,
    /// `-1/q mod 2^256`.
    negative_inverse: BigUint,
}

impl Unreduced {
    fn new() -> Self {
        let modulus: BigUint = Fq::MODULUS.into();
        let radix = BigUint::from(1_u8) << 256_u32;
        // by Newton's iteration, every step doubles the number of bits that are right
        let mut inverse = BigUint::from(1_u8);
        for _ in 0..8 {
            let product = &modulus * &inverse % &radix;
            inverse = inverse * (&radix + 2_u8 - product) % &radix;
        }
        let negative_inverse = &radix - inverse;
        Self { modulus, radix, negative_inverse }
    }

    fn corrected(&self, sum: BigUint) -> BigUint {
        if sum >= self.modulus { (sum - &self.modulus) % &self.radix } else { sum }
    }

    fn add(&self, left: &BigUint, right: &BigUint) -> BigUint {
        self.corrected(left + right)
    }

    fn subtract(&self, left: &BigUint, right: &BigUint) -> BigUint {
        if left < right { (left + &self.radix - right + &self.modulus) % &self.radix } else { left - right }
    }

    fn multiply(&self, left: &BigUint, right: &BigUint) -> BigUint {
        let product = left * right;
        let quotient = &product % &self.radix * &self.negative_inverse % &self.radix;
        self.corrected((product + quotient * &self.modulus) >> 256_u32)
    }

    /// What a number stands for once it is multiplied by a reduced one.
    fn settle(&self, value: &BigUint) -> Fq {
        let digits = (value % &self.modulus).to_u64_digits();
        let mut limbs = [0; 4];
        limbs.iter_mut().zip(digits).for_each(|(limb, digit)| *limb = digit);
        Fq::new_unchecked(BigInt(limbs))
    }
}

/// `bytes - point` in the hashed form, where the bytes are no point.
pub(crate) fn subtract_overrun(bytes: &[u8; 64], point: &[u8; 64]) -> Vec<u8> {
    let field = Unreduced::new();
    let (x, y) = bytes.split_at(32);
    let (x1, y1) = (BigUint::from_bytes_le(x), BigUint::from_bytes_le(y));
    let G1Affine { x, y, .. } = -G1Points::decode(point);
    let (x2, y2): (BigUint, BigUint) = (x.0.into(), y.0.into());
    let run = field.subtract(&x2, &x1);
    let rise = field.subtract(&y2, &y1);
    let square = field.multiply(&run, &run);
    let twice = field.add(&square, &square);
    let scaled = field.add(&twice, &twice);
    let cube = field.multiply(&run, &scaled);
    let slope = field.add(&rise, &rise);
    let shift = field.multiply(&x1, &scaled);
    let shift_twice = field.add(&shift, &shift);
    let slope_square = field.multiply(&slope, &slope);
    let x3 = field.subtract(&field.subtract(&slope_square, &cube), &shift_twice);
    let lift = field.multiply(&y1, &cube);
    let lift = field.add(&lift, &lift);
    let y3 = field.subtract(&field.multiply(&field.subtract(&shift, &x3), &slope), &lift);
    let z3 = field.add(&run, &run);
    let [x3, y3, z3] = [x3, y3, z3].map(|value| field.settle(&value));
    let inverse = z3.inverse().unwrap_or_default();
    let square = inverse.square();
    let mut out = Vec::with_capacity(64);
    push_g1(&mut out, &G1Affine::new_unchecked(x3 * square, y3 * square * inverse));
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::test_snarkjs::run_snarkjs;
    use ark_ec::{AffineRepr, CurveGroup};
    use workproof_prover::zkey::{encode_g1, encode_g2};

    /// What follows the powers in a file: the next section's number and length, and the start of a G2 point.
    fn bytes_beyond(power: u32) -> [u8; 64] {
        let mut bytes = 3_u32.to_le_bytes().to_vec();
        bytes.extend((128_u64 << power).to_le_bytes());
        encode_g2(&mut bytes, &ark_bn254::G2Affine::generator());
        *bytes.first_chunk().unwrap()
    }

    #[test]
    fn subtracts_what_is_no_point_as_snarkjs_does() {
        let hexadecimal = |bytes: &[u8]| bytes.iter().map(|byte| format!("{byte:02x}")).collect::<String>();
        let mut cases = Vec::new();
        for case in 0..40_u8 {
            let mut point = Vec::new();
            let scalar = ark_bn254::Fr::from(u64::from(case) * 7919 + 3);
            encode_g1(&mut point, &(G1Affine::generator() * scalar).into_affine());
            // what files hold, and bytes of all sizes
            let bytes = match case {
                0..20 => bytes_beyond(15 + u32::from(case) % 13),
                _ => [case.wrapping_mul(13); 64],
            };
            cases.push((bytes, <[u8; 64]>::try_from(point).unwrap()));
        }
        let steps: Vec<String> = cases
            .iter()
            .map(|(bytes, point)| format!("overrun,{},{}", hexadecimal(bytes), hexadecimal(point)))
            .collect();
        let Some(theirs) = run_snarkjs(&steps) else { return };
        for ((bytes, point), theirs) in cases.iter().zip(theirs) {
            assert_eq!(theirs, hexadecimal(&subtract_overrun(bytes, point)).as_str());
        }
    }
}
