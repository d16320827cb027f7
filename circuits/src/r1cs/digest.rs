//! A digest that pins a circuit.

use super::{Matrix, R1cs};
use ark_ff::{BigInteger, PrimeField};
use blake2::{Blake2b512, Digest};

impl R1cs {
    /// BLAKE2b-512, cut to 32 bytes, over the shape: the counts and then every row of A, B and C.
    ///
    /// All integers are 64-bit little-endian. A row is its number of entries, then for each entry the column and the
    /// coefficient (32 bytes, little-endian, canonical). Regions are names only and do not enter.
    #[must_use]
    pub fn digest(&self) -> [u8; 32] {
        let mut hash = Blake2b512::new();
        hash.update(b"workproof/v1/r1cs");
        for count in [self.public_inputs, self.variables, self.constraints()] {
            hash.update(length(count));
        }
        for matrix in [&self.a, &self.b, &self.c] {
            absorb(&mut hash, matrix);
        }
        let mut digest = [0; 32];
        digest.iter_mut().zip(hash.finalize()).for_each(|(to, from)| *to = from);
        digest
    }
}

fn absorb(hash: &mut Blake2b512, matrix: &Matrix) {
    for index in 0..matrix.rows() {
        hash.update(length(matrix.row(index).count()));
        for (column, coefficient) in matrix.row(index) {
            hash.update(u64::from(column).to_le_bytes());
            hash.update(coefficient.into_bigint().to_bytes_le());
        }
    }
}

fn length(count: usize) -> [u8; 8] {
    u64::try_from(count).unwrap_or(u64::MAX).to_le_bytes()
}
