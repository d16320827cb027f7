//! EdDSA on Baby Jubjub with Poseidon, byte for byte as `@zk-kit/eddsa-poseidon` signs.
//!
//! A private key is a string of bytes. Its BLAKE-512 digest gives, after the usual pruning, the secret
//! scalar s (bytes 0 to 31, shifted right by three bits, modulo l) and the prefix of the nonce (bytes
//! 32 to 63). With the key `A = s * BASE8`, message m and nonce `n = BLAKE-512(prefix, m) mod l`:
//!
//! ```text
//! R = n * BASE8        h = H_5(R.x, R.y, A.x, A.y, m)        S = n + 8 h s  mod l
//! ```
//!
//! A signature (R, S) is valid when S < l, R is on the curve and `S * BASE8 = R + 8 h A`, where `A` is
//! in the prime subgroup and not the identity. There is no cofactor in that equation, and the circuit
//! has the same one, so both accept the same signatures on every edge case.
//!
//! # Security
//! Signing is deterministic and not constant time. A [`SigningKey`] holds its own public key, so a
//! signature can never be asked for under another one (two keys in one call leak the secret).

use core::fmt;

use rand_core::{CryptoRng, RngCore};
use thiserror::Error;
use zeroize::{Zeroize, Zeroizing};

use crate::babyjubjub::{
    BASE8, EdwardsPoint, POINT_BYTES, PublicKey, SCALAR_BYTES, Scalar, scalar_from_le_bytes,
    scalar_to_le_bytes, wide_integer_to_scalar,
};
use crate::blake512::blake512;
use crate::decode_error::DecodeError;
use crate::field::{Fr, fr_to_le_bytes};
use crate::mutants::{Twin, is_broken};
use crate::poseidon;

/// Bytes of a packed signature: R in 32, S in 32.
pub const SIGNATURE_BYTES: usize = POINT_BYTES + SCALAR_BYTES;

/// Why a private key was refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum PrivateKeyError {
    /// A private key of no bytes is no secret.
    #[error("the private key is empty")]
    Empty,
    /// The derived scalar is zero; nobody knows such a key.
    #[error("the private key derives the scalar zero")]
    ZeroScalar,
    /// Exported text could not be read.
    #[error("the exported private key could not be read")]
    Encoding(#[source] DecodeError),
}

/// Why a signature was refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum SignatureError {
    /// R is not a point of the curve.
    #[error("the point R of the signature is not on the curve")]
    NotOnCurve,
    /// The equation does not hold: another message, another key, or an altered signature.
    #[error("the signature does not belong to this message and key")]
    Mismatch,
}

/// A signature. S is below l by its type; R is checked when the signature is.
///
/// In JSON it has zk-kit's form: `{"R8": ["x", "y"], "S": "..."}`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize, serde::Deserialize),
    serde(deny_unknown_fields, remote = "Self")
)]
#[expect(clippy::exhaustive_structs, reason = "a signature is a point and a scalar and will not grow")]
pub struct Signature {
    /// R, the commitment to the nonce (`R8` in zk-kit).
    #[cfg_attr(feature = "serde", serde(rename = "R8"))]
    pub r: EdwardsPoint,
    /// S, the response.
    #[cfg_attr(feature = "serde", serde(rename = "S", with = "crate::babyjubjub::scalar_text"))]
    pub s: Scalar,
}

#[cfg(feature = "serde")]
crate::json::object_only!(Signature);

impl Signature {
    /// Packs the signature as zk-kit does: R packed, then S, both little-endian.
    #[must_use]
    pub fn to_bytes(&self) -> [u8; SIGNATURE_BYTES] {
        let mut bytes = [0; SIGNATURE_BYTES];
        let (r, s) = bytes.split_at_mut(POINT_BYTES);
        r.copy_from_slice(&self.r.to_bytes());
        s.copy_from_slice(&scalar_to_le_bytes(&self.s));
        bytes
    }

    /// Unpacks a signature. Each signature has exactly one packed form.
    ///
    /// # Errors
    /// As [`EdwardsPoint::from_bytes`]; [`DecodeError::NotCanonical`] also when S is l or more.
    pub fn from_bytes(bytes: &[u8; SIGNATURE_BYTES]) -> Result<Self, DecodeError> {
        let length = DecodeError::Length { expected: SIGNATURE_BYTES, found: bytes.len() };
        let (r, rest) = bytes.split_first_chunk::<POINT_BYTES>().ok_or(length)?;
        let s = rest.first_chunk::<SCALAR_BYTES>().ok_or(length)?;
        Ok(Self { r: EdwardsPoint::from_bytes(r)?, s: scalar_from_le_bytes(s)? })
    }
}

/// `H_5(R.x, R.y, A.x, A.y, m)` times eight, modulo l.
fn challenge_times_cofactor(r: &EdwardsPoint, key: &PublicKey, message: Fr) -> Scalar {
    let (key_x, key_y) =
        if is_broken(Twin::KeyInChallenge) { Default::default() } else { (key.x(), key.y()) };
    let challenge = poseidon::hash([r.x, r.y, key_x, key_y, message]);
    wide_integer_to_scalar(&fr_to_le_bytes(&challenge)) * Scalar::from(8_u64)
}

impl PublicKey {
    /// Checks a signature of this key on a message.
    ///
    /// # Errors
    /// [`SignatureError`].
    pub fn verify(&self, message: Fr, signature: &Signature) -> Result<(), SignatureError> {
        if !signature.r.is_on_curve() {
            return Err(SignatureError::NotOnCurve);
        }
        let multiple = challenge_times_cofactor(&signature.r, self, message);
        if signature.r.satisfies_signature_equation(&signature.s, self.point(), &multiple) {
            Ok(())
        } else {
            Err(SignatureError::Mismatch)
        }
    }
}

/// A secret key that signs: the scalar, the prefix of the nonce, and the public key that belongs to them.
#[derive(Clone)]
pub struct SigningKey {
    secret: Scalar,
    nonce_prefix: [u8; 32],
    public_key: PublicKey,
}

impl SigningKey {
    /// Derives the key from a private key of any length, as zk-kit does.
    ///
    /// # Errors
    /// [`PrivateKeyError::Empty`]; [`PrivateKeyError::ZeroScalar`], which nobody will ever see.
    pub fn from_private_key(private_key: &[u8]) -> Result<Self, PrivateKeyError> {
        if private_key.is_empty() {
            return Err(PrivateKeyError::Empty);
        }
        let digest = Zeroizing::new(blake512(private_key));
        let mut pruned = Zeroizing::new([0_u8; 32]);
        let mut nonce_prefix = [0_u8; 32];
        for (target, source) in pruned.iter_mut().chain(&mut nonce_prefix).zip(digest.iter()) {
            *target = *source;
        }
        let [first, .., last] = &mut *pruned;
        *first &= 0xf8;
        *last = (*last & 0x7f) | 0x40;
        shift_right_by_three(&mut pruned);
        let secret = wide_integer_to_scalar(&*pruned);
        let public_key = PublicKey::of_secret(&secret).ok_or(PrivateKeyError::ZeroScalar)?;
        Ok(Self { secret, nonce_prefix, public_key })
    }

    /// Makes a key of 32 random bytes, which are not kept: for a key to be stored, draw the bytes and use
    /// [`from_private_key`](Self::from_private_key).
    pub fn generate(rng: &mut (impl CryptoRng + RngCore)) -> Self {
        loop {
            let mut bytes = Zeroizing::new([0_u8; 32]);
            rng.fill_bytes(&mut *bytes);
            if let Ok(key) = Self::from_private_key(&*bytes) {
                return key;
            }
        }
    }

    /// The public key.
    #[must_use]
    pub const fn public_key(&self) -> &PublicKey {
        &self.public_key
    }

    /// Signs a field element.
    #[must_use]
    pub fn sign(&self, message: Fr) -> Signature {
        let mut seed = Zeroizing::new([0_u8; 64]);
        for (target, source) in seed.iter_mut().zip(self.nonce_prefix.iter().chain(&fr_to_le_bytes(&message)))
        {
            *target = *source;
        }
        let wide = Zeroizing::new(blake512(&*seed));
        let mut nonce = wide_integer_to_scalar(&*wide);
        let r = BASE8.mul(&nonce);
        let s = nonce + challenge_times_cofactor(&r, &self.public_key, message) * self.secret;
        nonce.zeroize();
        Signature { r, s }
    }

    /// The secret scalar.
    pub(crate) const fn secret(&self) -> &Scalar {
        &self.secret
    }
}

/// Divides a little-endian integer by eight.
fn shift_right_by_three(bytes: &mut [u8; 32]) {
    let mut carry = 0;
    for byte in bytes.iter_mut().rev() {
        let low = *byte << 5;
        *byte = (*byte >> 3) | carry;
        carry = low;
    }
}

impl fmt::Debug for SigningKey {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("SigningKey")
            .field("public_key", &self.public_key)
            .field("secret", &"<redacted>")
            .finish()
    }
}

impl Drop for SigningKey {
    fn drop(&mut self) {
        self.secret.zeroize();
        self.nonce_prefix.zeroize();
    }
}
