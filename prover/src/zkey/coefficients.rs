//! The entries of the matrices A and B as they lie in the file.

use ark_bn254::Fr;
use ark_ff::{BigInt, Field, PrimeField};

use super::layout::COEFFICIENT_BYTES;

/// Which matrix an entry belongs to. The file keeps no C: it is A times B, row by row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(clippy::exhaustive_enums, reason = "a Groth16 key holds these two matrices")]
pub enum CoefficientMatrix {
    /// The left factors.
    A,
    /// The right factors.
    B,
}

/// One entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Coefficient {
    /// The matrix.
    pub matrix: CoefficientMatrix,
    /// The row.
    pub constraint: u32,
    /// The column.
    pub signal: u32,
    /// The value times R^2, R = 2^256: Montgomery form twice over.
    limbs: BigInt<4>,
}

impl Coefficient {
    /// The product with a signal, where `signal_integer` is the signal's canonical integer.
    ///
    /// The stored limbs are `v R^2`; read as a Montgomery form they stand for `v R`. The integer `s` read as a
    /// Montgomery form stands for `s / R`. Their product is `v s`: one multiplication and no conversion.
    #[must_use]
    pub fn times(&self, signal_integer: BigInt<4>) -> Fr {
        Fr::new_unchecked(self.limbs) * Fr::new_unchecked(signal_integer)
    }

    /// The entry's value.
    #[must_use]
    pub fn value(&self) -> Fr {
        self.times(BigInt::one())
    }

    pub(super) fn is_canonical(&self) -> bool {
        self.limbs < Fr::MODULUS
    }
}

/// The entries in place, sorted by constraint.
#[derive(Clone, Copy, Debug)]
pub struct Coefficients<'a>(&'a [[u8; COEFFICIENT_BYTES]]);

impl<'a> Coefficients<'a> {
    /// Takes as many whole entries as there are.
    pub(super) const fn new(bytes: &'a [u8]) -> Self {
        Self(bytes.as_chunks().0)
    }

    /// The number of entries.
    #[must_use]
    pub const fn len(self) -> usize {
        self.0.len()
    }

    /// Whether there is none.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.0.is_empty()
    }

    /// The entries; `None` stands for one whose matrix is neither A nor B.
    pub fn iter(self) -> impl ExactSizeIterator<Item = Option<Coefficient>> + 'a {
        self.0.iter().map(read)
    }

    /// The entries of the rows `first..end`, found by binary search.
    #[must_use]
    pub fn rows(self, first: u32, end: u32) -> Self {
        let below = |limit: u32| self.0.partition_point(|bytes| constraint(bytes) < limit);
        Self(self.0.get(below(first)..below(end)).unwrap_or_default())
    }
}

fn word(bytes: &[u8; COEFFICIENT_BYTES], index: usize) -> u32 {
    bytes.as_chunks().0.get(index).map_or(u32::MAX, |word| u32::from_le_bytes(*word))
}

fn constraint(bytes: &[u8; COEFFICIENT_BYTES]) -> u32 {
    word(bytes, 1)
}

fn read(bytes: &[u8; COEFFICIENT_BYTES]) -> Option<Coefficient> {
    let matrix = match word(bytes, 0) {
        0 => CoefficientMatrix::A,
        1 => CoefficientMatrix::B,
        _ => return None,
    };
    let (_, value) = bytes.split_at(12);
    let mut limbs = [0; 4];
    for (limb, chunk) in limbs.iter_mut().zip(value.as_chunks::<8>().0) {
        *limb = u64::from_le_bytes(*chunk);
    }
    Some(Coefficient { matrix, constraint: constraint(bytes), signal: word(bytes, 2), limbs: BigInt(limbs) })
}

/// Appends an entry in the file's form; matrix 0 is A, 1 is B.
pub fn encode_coefficient(out: &mut Vec<u8>, matrix: u32, constraint: u32, signal: u32, value: &Fr) {
    for word in [matrix, constraint, signal] {
        out.extend(word.to_le_bytes());
    }
    // the limbs of `value` are v R; those of `value * R` are v R^2
    let doubled = *value * montgomery_radix();
    out.extend(doubled.0.0.iter().flat_map(|limb| limb.to_le_bytes()));
}

/// R = 2^256 as a field element.
fn montgomery_radix() -> Fr {
    Fr::from(2_u8).pow([256])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entries_multiply_without_conversion() {
        let mut bytes = Vec::new();
        let values = [Fr::from(5), -Fr::from(7), Fr::from(1)];
        for (row, value) in (0_u32..).zip(&values) {
            encode_coefficient(&mut bytes, row % 2, row, row + 10, value);
        }
        let entries = Coefficients::new(&bytes);
        assert_eq!(entries.len(), 3);
        for ((row, entry), value) in (0_u32..).zip(entries.iter()).zip(&values) {
            let entry = entry.unwrap();
            assert_eq!((entry.constraint, entry.signal), (row, row + 10));
            assert_eq!(entry.value(), *value);
            let signal = -Fr::from(12345);
            assert_eq!(entry.times(signal.into_bigint()), signal * value);
            assert!(entry.is_canonical());
        }
        assert_eq!(entries.rows(1, 3).len(), 2);
        assert!(entries.rows(3, 9).is_empty());
    }
}
