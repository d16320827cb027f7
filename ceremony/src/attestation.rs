//! Attestations: a contributor's signature under their contribution, by a key that people know is theirs.
//!
//! What is signed is a short text, the same byte for byte for whoever looks at the key. The signature is OpenSSH's
//! (`ssh-keygen -Y sign -n workproof-ceremony`), since many have such a key and publish it; Ed25519 is accepted.

use serde::{Deserialize, Serialize};
use ssh_key::{Algorithm, SshSig};
use thiserror::Error;
use workproof_protocol::json::bytes_to_hexadecimal;

use crate::contribution_parameters::ContributionKind;
use crate::phase2::CeremonyRecord;

/// The namespace of a signature: one made for something else is none here.
pub const ATTESTATION_NAMESPACE: &str = "workproof-ceremony";
/// The most bytes of a signature's file.
pub const MOST_ATTESTATION_BYTES: usize = 16 * 1024;

/// A signature under a contribution.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Attestation {
    /// The signer's public key, as OpenSSH writes it.
    pub public_key: String,
    /// The signature, as OpenSSH writes it.
    pub signature: String,
}

/// Why a signature is no attestation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum AttestationError {
    /// The text is no signature of OpenSSH's.
    #[error("this is no signature as `ssh-keygen -Y sign` writes it")]
    Malformed,
    /// The key is of another kind.
    #[error("the signature is not by an Ed25519 key")]
    Algorithm,
    /// The signature was made for something else.
    #[error("the signature was not made with `-n workproof-ceremony`")]
    Namespace,
    /// No contribution of the key is what was signed.
    #[error("the signature is under none of the key's contributions")]
    NoContribution,
}

/// The text that a contributor signs. `number` is counted from 1; `None` where there is no such contribution, or it is a
/// beacon's, which is nobody's.
#[must_use]
pub fn attestation_text(record: &CeremonyRecord, number: usize) -> Option<String> {
    let contribution = record.contributions().get(number.checked_sub(1)?)?;
    if matches!(contribution.kind(), ContributionKind::Beacon(_)) {
        return None;
    }
    let name = contribution.name().map_or("", |name| name.as_str());
    let (circuit, hash) =
        (bytes_to_hexadecimal(record.circuit_hash()), bytes_to_hexadecimal(&contribution.hash()));
    Some(format!(
        "workproof ceremony attestation, version 1\ncircuit hash: {circuit}\ncontribution: {number}\nname: {name}\n\
         contribution hash: {hash}\n"
    ))
}

/// Finds the contribution that a signature is under: its number from 1, and the attestation.
///
/// # Errors
/// [`AttestationError`].
pub fn check_attestation(
    record: &CeremonyRecord,
    signature: &str,
) -> Result<(usize, Attestation), AttestationError> {
    if signature.len() > MOST_ATTESTATION_BYTES {
        return Err(AttestationError::Malformed);
    }
    let parsed = SshSig::from_pem(signature).or(Err(AttestationError::Malformed))?;
    if parsed.namespace() != ATTESTATION_NAMESPACE {
        return Err(AttestationError::Namespace);
    }
    if parsed.algorithm() != Algorithm::Ed25519 {
        return Err(AttestationError::Algorithm);
    }
    let key = ssh_key::PublicKey::from(parsed.public_key().clone());
    let signed = |number: &usize| {
        let text = attestation_text(record, *number);
        text.is_some_and(|text| key.verify(ATTESTATION_NAMESPACE, text.as_bytes(), &parsed).is_ok())
    };
    let number = (1..=record.contributions().len()).find(signed).ok_or(AttestationError::NoContribution)?;
    let public_key = key.to_openssh().or(Err(AttestationError::Malformed))?;
    Ok((number, Attestation { public_key, signature: signature.to_owned() }))
}
