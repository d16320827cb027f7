//! Voucher: an attester's signed running total for one contributor in one scope.
//!
//! The attester signs `H_5(tag, scope, contributor id, units, attester index)` and each voucher
//! replaces the last one, so one signature covers any number of packets.

use thiserror::Error;

use crate::attester_tree::{ATTESTER_TREE_CAPACITY, Attester};
use crate::babyjubjub::{POINT_BYTES, PublicKey};
use crate::decode_error::DecodeError;
use crate::domain::DomainTag;
use crate::eddsa::{SIGNATURE_BYTES, Signature, SignatureError, SigningKey};
use crate::field::{FIELD_BYTES, Fr, fr_from_be_bytes, fr_to_be_bytes};
use crate::identity::ContributorId;
use crate::mutants::{Twin, is_broken};
use crate::poseidon;
use crate::scope::Scope;

/// The version byte of the wire form.
pub const VOUCHER_VERSION: u8 = 1;

/// Bytes of the wire form: version, scope, contributor, units, index, attester, signature.
pub const VOUCHER_BYTES: usize = 1 + 2 * FIELD_BYTES + 8 + 4 + POINT_BYTES + SIGNATURE_BYTES;

/// Why a voucher was not accepted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum VoucherError {
    /// The voucher belongs to another network, contract, task or epoch.
    #[error("the voucher is for another scope")]
    Scope,
    /// The voucher belongs to somebody else.
    #[error("the voucher is for another contributor")]
    Contributor,
    /// The voucher names another place in the registry than the attester has.
    #[error("the voucher names attester index {found}, but the attester is at index {expected}")]
    AttesterIndex {
        /// Where the attester is enrolled.
        expected: u32,
        /// What the voucher says.
        found: u32,
    },
    /// The index is beyond the places of the registry.
    #[error("attester index {index} is not below {ATTESTER_TREE_CAPACITY}")]
    IndexRange {
        /// The index of the voucher.
        index: u32,
    },
    /// Another key than the enrolled attester's is on the voucher.
    #[error("the voucher carries another key than the attester enrolled at index {index}")]
    AttesterKey {
        /// The index of the voucher.
        index: u32,
    },
    /// The running total is above what the attester may vouch for.
    #[error("the voucher counts {units} units, above the attester's cap of {cap}")]
    OverCap {
        /// Units of the voucher.
        units: u64,
        /// The cap of the attester.
        cap: u64,
    },
    /// The signature does not belong to the voucher.
    #[error("the signature of the voucher is wrong")]
    Signature(#[source] SignatureError),
}

/// A signed running total.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize, serde::Deserialize),
    serde(deny_unknown_fields, remote = "Self")
)]
#[expect(clippy::exhaustive_structs, reason = "its fields are what is signed and are fixed by the version")]
pub struct Voucher {
    /// What the work belongs to.
    pub scope: Scope,
    /// Who did the work.
    pub contributor: ContributorId,
    /// The running total, in the unit of the scope's network.
    #[cfg_attr(feature = "serde", serde(with = "crate::json::integer_text"))]
    pub units: u64,
    /// The place of the attester in the registry.
    pub attester_index: u32,
    /// The key of the attester.
    pub attester: PublicKey,
    /// The attester's signature.
    pub signature: Signature,
}

#[cfg(feature = "serde")]
crate::json::object_only!(Voucher);

impl Voucher {
    /// What an attester signs: `H_5(tag, scope, contributor id, units, attester index)`.
    #[must_use]
    pub fn message(scope: Scope, contributor: ContributorId, units: u64, attester_index: u32) -> Fr {
        poseidon::hash([
            DomainTag::Voucher.to_field(),
            scope.to_field(),
            contributor.to_field(),
            Fr::from(units),
            Fr::from(attester_index),
        ])
    }

    /// Signs a running total.
    #[must_use]
    pub fn issue(
        key: &SigningKey,
        scope: Scope,
        contributor: ContributorId,
        units: u64,
        attester_index: u32,
    ) -> Self {
        let signature = key.sign(Self::message(scope, contributor, units, attester_index));
        Self { scope, contributor, units, attester_index, attester: *key.public_key(), signature }
    }

    /// Checks the signature, and nothing else: a contributor calls [`accept`](Self::accept).
    ///
    /// # Errors
    /// [`SignatureError`].
    pub fn verify(&self) -> Result<(), SignatureError> {
        let message = Self::message(self.scope, self.contributor, self.units, self.attester_index);
        self.attester.verify(message, &self.signature)
    }

    /// Checks everything that proving will need, at the moment the voucher is received: it belongs to this
    /// scope and contributor, the attester enrolled at `index` signed it, and it is within their cap.
    ///
    /// # Errors
    /// [`VoucherError`].
    pub fn accept(
        &self,
        scope: Scope,
        contributor: ContributorId,
        index: u32,
        attester: &Attester,
    ) -> Result<(), VoucherError> {
        if self.scope != scope && !is_broken(Twin::VoucherScope) {
            return Err(VoucherError::Scope);
        }
        if self.contributor != contributor && !is_broken(Twin::VoucherContributor) {
            return Err(VoucherError::Contributor);
        }
        if self.attester_index >= ATTESTER_TREE_CAPACITY {
            return Err(VoucherError::IndexRange { index: self.attester_index });
        }
        if self.attester_index != index {
            return Err(VoucherError::AttesterIndex { expected: index, found: self.attester_index });
        }
        if self.attester != attester.public_key {
            return Err(VoucherError::AttesterKey { index });
        }
        if self.units > attester.cap && !is_broken(Twin::VoucherCap) {
            return Err(VoucherError::OverCap { units: self.units, cap: attester.cap });
        }
        self.verify().map_err(VoucherError::Signature)
    }

    /// The wire form: version 1; scope and contributor in 32 big-endian bytes each; units in 8 and index in
    /// 4 big-endian bytes; the packed key; the packed signature.
    #[must_use]
    pub fn to_bytes(&self) -> [u8; VOUCHER_BYTES] {
        let parts: [&[u8]; 7] = [
            &[VOUCHER_VERSION],
            &fr_to_be_bytes(&self.scope.to_field()),
            &fr_to_be_bytes(&self.contributor.to_field()),
            &self.units.to_be_bytes(),
            &self.attester_index.to_be_bytes(),
            &self.attester.to_bytes(),
            &self.signature.to_bytes(),
        ];
        let mut bytes = [0; VOUCHER_BYTES];
        for (target, source) in bytes.iter_mut().zip(parts.into_iter().flatten()) {
            *target = *source;
        }
        bytes
    }

    /// Reads the wire form. The key is checked; the signature is not, see [`verify`](Self::verify).
    ///
    /// # Errors
    /// [`DecodeError`]: another length or version, or a value that is not canonical.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, DecodeError> {
        let mut reader = Reader { rest: bytes, length: bytes.len() };
        if bytes.len() != VOUCHER_BYTES && !is_broken(Twin::VoucherLength) {
            return Err(reader.length_error());
        }
        let [version] = reader.take()?;
        if version != VOUCHER_VERSION {
            return Err(DecodeError::Version { expected: VOUCHER_VERSION, found: version });
        }
        Ok(Self {
            scope: Scope::from_field(fr_from_be_bytes(&reader.take()?)?),
            contributor: ContributorId::from_field(fr_from_be_bytes(&reader.take()?)?),
            units: u64::from_be_bytes(reader.take()?),
            attester_index: u32::from_be_bytes(reader.take()?),
            attester: PublicKey::from_bytes(&reader.take()?)?,
            signature: Signature::from_bytes(&reader.take()?)?,
        })
    }
}

struct Reader<'a> {
    rest: &'a [u8],
    length: usize,
}

impl Reader<'_> {
    fn take<const N: usize>(&mut self) -> Result<[u8; N], DecodeError> {
        let (head, rest) = self.rest.split_first_chunk().ok_or(self.length_error())?;
        self.rest = rest;
        Ok(*head)
    }

    const fn length_error(&self) -> DecodeError {
        DecodeError::Length { expected: VOUCHER_BYTES, found: self.length }
    }
}
