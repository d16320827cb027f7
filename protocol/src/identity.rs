//! The identity of a contributor: a Semaphore v4 identity.
//!
//! Secret scalar `sk < l`, public key `pk = sk * BASE8`, id `H_2(pk.x, pk.y)`. A registry of ids is
//! therefore a Semaphore group, and keys move between the two as they are.

use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

use ark_ff::{PrimeField, Zero};
use base64ct::{Base64, Encoding};
use rand_core::{CryptoRng, RngCore};
use zeroize::{Zeroize, Zeroizing};

use crate::babyjubjub::{BASE8, PublicKey, Scalar, scalar_to_field};
use crate::decode_error::DecodeError;
use crate::eddsa::{PrivateKeyError, Signature, SigningKey};
use crate::field::{Fr, element_below_order};
use crate::field_newtype::field_newtype;
use crate::poseidon;

field_newtype! {
    /// The public id of a contributor, `H_2(pk.x, pk.y)`: a leaf of the contributor registry.
    ContributorId
}

impl ContributorId {
    /// The id of a public key.
    #[must_use]
    pub fn of_public_key(key: &PublicKey) -> Self {
        Self(poseidon::hash([key.x(), key.y()]))
    }
}

/// The secret scalar of an identity, as the field element the circuit sees.
///
/// It is wiped when dropped and never printed; see [`expose_secret`](Self::expose_secret).
#[derive(Clone)]
pub struct IdentitySecret(Fr);

impl IdentitySecret {
    /// Takes a scalar.
    #[must_use]
    pub fn new(secret: &Scalar) -> Self {
        Self(scalar_to_field(secret))
    }

    /// Takes any field element, l and above included: for tests of the checks that refuse those.
    #[must_use]
    pub const fn from_trusted_field_unchecked(secret: Fr) -> Self {
        Self(secret)
    }

    /// The secret. Do not print, store or send it.
    #[must_use]
    pub const fn expose_secret(&self) -> &Fr {
        &self.0
    }

    /// The scalar, or `None` when the field element is zero (everybody knows that secret) or not below l.
    #[must_use]
    pub fn to_scalar(&self) -> Option<Zeroizing<Scalar>> {
        let scalar: Option<Scalar> = element_below_order(self.0.into_bigint()).ok();
        scalar.filter(|scalar| !scalar.is_zero()).map(Zeroizing::new)
    }

    /// The id that belongs to the secret, `H_2` of the coordinates of `secret * BASE8`; `None` where there is no scalar.
    #[must_use]
    pub fn contributor_id(&self) -> Option<ContributorId> {
        let point = BASE8.mul(&*self.to_scalar()?);
        Some(ContributorId(poseidon::hash([point.x, point.y])))
    }
}

impl fmt::Debug for IdentitySecret {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("IdentitySecret(<redacted>)")
    }
}

impl Drop for IdentitySecret {
    fn drop(&mut self) {
        self.0.zeroize();
    }
}

/// A contributor's identity, made of a private key of any length.
///
/// ```
/// use workproof_protocol::Identity;
///
/// let identity = Identity::from_text("a secret of mine")?;
/// let again = Identity::import(&identity.export())?;
/// assert_eq!(again.id(), identity.id());
/// # Ok::<(), workproof_protocol::PrivateKeyError>(())
/// ```
#[derive(Clone)]
pub struct Identity {
    private_key: Zeroizing<Vec<u8>>,
    key: SigningKey,
    secret: IdentitySecret,
    id: ContributorId,
}

impl Identity {
    /// Makes the identity of a private key, as Semaphore's `new Identity(bytes)`.
    ///
    /// # Errors
    /// [`PrivateKeyError`].
    pub fn from_private_key(private_key: &[u8]) -> Result<Self, PrivateKeyError> {
        let key = SigningKey::from_private_key(private_key)?;
        let secret = IdentitySecret::new(key.secret());
        let id = ContributorId::of_public_key(key.public_key());
        Ok(Self { private_key: Zeroizing::new(private_key.to_vec()), key, secret, id })
    }

    /// Makes the identity of a text, as Semaphore's `new Identity(text)`: its bytes in UTF-8.
    ///
    /// # Errors
    /// [`PrivateKeyError`].
    pub fn from_text(text: &str) -> Result<Self, PrivateKeyError> {
        Self::from_private_key(text.as_bytes())
    }

    /// Makes an identity of 32 random bytes.
    pub fn generate(rng: &mut (impl CryptoRng + RngCore)) -> Self {
        loop {
            let mut bytes = Zeroizing::new([0_u8; 32]);
            rng.fill_bytes(&mut *bytes);
            if let Ok(identity) = Self::from_private_key(&*bytes) {
                return identity;
            }
        }
    }

    /// The private key in base64, as Semaphore's `export()`. It is the whole secret.
    #[must_use]
    pub fn export(&self) -> Zeroizing<String> {
        Zeroizing::new(Base64::encode_string(&self.private_key))
    }

    /// Reads an exported private key. Padded standard base64 only; Semaphore itself writes no other.
    ///
    /// # Errors
    /// [`PrivateKeyError`].
    pub fn import(exported: &str) -> Result<Self, PrivateKeyError> {
        let encoding = PrivateKeyError::Encoding(DecodeError::NotBase64);
        let bytes = Zeroizing::new(Base64::decode_vec(exported).or(Err(encoding))?);
        Self::from_private_key(&bytes)
    }

    /// The secret scalar.
    #[must_use]
    pub const fn secret_scalar(&self) -> &IdentitySecret {
        &self.secret
    }

    /// The public key.
    #[must_use]
    pub const fn public_key(&self) -> &PublicKey {
        self.key.public_key()
    }

    /// The public id.
    #[must_use]
    pub const fn id(&self) -> ContributorId {
        self.id
    }

    /// The public id as a field element: Semaphore's `commitment`.
    #[must_use]
    pub const fn commitment(&self) -> Fr {
        self.id.to_field()
    }

    /// Signs a field element, as Semaphore's `signMessage`.
    #[must_use]
    pub fn sign(&self, message: Fr) -> Signature {
        self.key.sign(message)
    }
}

impl fmt::Debug for Identity {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Identity").field("id", &self.id).field("private_key", &"<redacted>").finish()
    }
}
