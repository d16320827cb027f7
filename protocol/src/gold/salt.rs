//! The salt of a commitment: without it, anybody could try labels until one set fits.

use core::fmt;

use ark_ff::PrimeField;
use rand_core::{CryptoRng, RngCore};
use zeroize::{Zeroize, Zeroizing};

use crate::field::Fr;

/// Bytes of a salt: 248 bits, all of them below r.
pub const SALT_BYTES: usize = 31;

/// A secret random field element. It is wiped when dropped and never printed.
#[derive(Clone)]
pub struct Salt(Fr);

impl Salt {
    /// Draws a salt.
    pub fn generate(rng: &mut (impl CryptoRng + RngCore)) -> Self {
        let mut bytes = Zeroizing::new([0_u8; SALT_BYTES]);
        rng.fill_bytes(&mut *bytes);
        Self::from_bytes(&bytes)
    }

    /// Takes 31 random bytes, big-endian.
    #[must_use]
    pub fn from_bytes(bytes: &[u8; SALT_BYTES]) -> Self {
        Self(Fr::from_be_bytes_mod_order(bytes))
    }

    /// Takes a field element that holds at least 128 bits of entropy.
    #[must_use]
    pub const fn from_field(salt: Fr) -> Self {
        Self(salt)
    }

    /// The salt. Do not print or send it to anyone but who must open the commitment.
    #[must_use]
    pub const fn expose_secret(&self) -> &Fr {
        &self.0
    }
}

impl fmt::Debug for Salt {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Salt(<redacted>)")
    }
}

impl Drop for Salt {
    fn drop(&mut self) {
        self.0.zeroize();
    }
}
