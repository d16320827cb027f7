//! What a network publishes of its ceremony: every contribution with its hash, so that a contributor finds theirs, and the
//! digests of the files.

use blake2::{Blake2b512, Digest};
use rayon::join;
use serde::{Deserialize, Serialize};
use thiserror::Error;
use workproof_protocol::json::bytes_to_hexadecimal;
use workproof_prover::ZkeyFile;
use workproof_prover::circom_files::R1csView;

use crate::attestation::{Attestation, AttestationError, check_attestation};
use crate::contribution_parameters::ContributionKind;
use crate::phase1::PtauFile;
use crate::phase2::{CeremonyRecord, Contribution, VerifiedKey};

/// The most bytes of a transcript that are read.
pub const MOST_TRANSCRIPT_BYTES: usize = 16 * 1024 * 1024;

const VERSION: u32 = 1;

/// A ceremony that was verified. All hashes are BLAKE2b-512 in hexadecimal digits after `0x`, but for the verifying key's.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct CeremonyTranscript {
    /// 1.
    pub version: u32,
    /// The circuit.
    pub circuit: TranscriptCircuit,
    /// The first phase.
    pub phase1: TranscriptPhase1,
    /// The hash of circuit and first phase, with which the chain of contributions begins.
    pub circuit_hash: String,
    /// The contributions in their order.
    pub contributions: Vec<TranscriptContribution>,
    /// The digest of the key's file (`.zkey`).
    pub key_digest: String,
    /// The Keccak-256 digest of the verifying key's points.
    pub verifying_key_digest: String,
}

/// The circuit of a ceremony.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct TranscriptCircuit {
    /// Constraints.
    pub constraints: usize,
    /// Variables, the constant 1 among them.
    pub variables: usize,
    /// Public inputs.
    pub public_inputs: usize,
    /// The digest of the `.r1cs` file.
    pub digest: String,
}

/// The first phase of a ceremony.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct TranscriptPhase1 {
    /// The file's power.
    pub power: u32,
    /// The digest of the `.ptau` file.
    pub digest: String,
}

/// One contribution.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct TranscriptContribution {
    /// From 1.
    pub number: usize,
    /// The contributor's name, or the beacon's source.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// The hash that the contributor was shown.
    pub hash: String,
    /// A beacon's value, where it is one's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub beacon: Option<TranscriptBeacon>,
    /// Its contributor's signatures, if they gave any.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub attestations: Vec<Attestation>,
}

/// A beacon's value.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct TranscriptBeacon {
    /// The value.
    pub value: String,
    /// Its hash is iterated `2^exponent` times.
    pub exponent: u8,
}

/// Where a ceremony and a published transcript differ.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum TranscriptMismatch {
    /// The transcript is of another version.
    #[error("transcripts of version {found} are unknown; this release knows version 1")]
    Version {
        /// The version found.
        found: u32,
    },
    /// The circuits differ.
    #[error("the transcript is for another circuit")]
    Circuit,
    /// The first phases differ.
    #[error("the transcript is for another file of the first phase")]
    Phase1,
    /// A contribution differs, or there are more or fewer.
    #[error("contribution {number} is not the one in the transcript")]
    Contribution {
        /// Which contribution.
        number: usize,
    },
    /// The key's file differs.
    #[error("the key's file is not the one in the transcript, though its contributions are")]
    Key,
}

/// BLAKE2b-512 of the files of a ceremony. They take a while for large files: compute them beside the verification.
#[derive(Clone, Debug)]
pub struct FileDigests {
    circuit: String,
    phase1: String,
    key: String,
}

impl FileDigests {
    /// The digests of a circuit's `.r1cs` file, of the first phase's and of a key's, in parallel.
    #[must_use]
    pub fn of(circuit: &[u8], phase1: &PtauFile, key: &ZkeyFile) -> Self {
        let (phase1, (key, circuit)) =
            join(|| digest(phase1.bytes()), || join(|| digest(key.bytes()), || digest(circuit)));
        Self { circuit, phase1, key }
    }
}

impl CeremonyTranscript {
    /// The transcript of a key that was verified, for a circuit and with a first phase of these digests.
    #[must_use]
    pub fn new(
        verified: &VerifiedKey,
        circuit: R1csView<'_>,
        phase1: &PtauFile,
        digests: FileDigests,
    ) -> Self {
        let record = verified.record();
        Self {
            version: VERSION,
            circuit: TranscriptCircuit {
                constraints: circuit.constraints(),
                variables: circuit.variables(),
                public_inputs: circuit.public_inputs(),
                digest: digests.circuit,
            },
            phase1: TranscriptPhase1 { power: phase1.power(), digest: digests.phase1 },
            circuit_hash: bytes_to_hexadecimal(record.circuit_hash()),
            contributions: (1..)
                .zip(record.contributions())
                .map(|(number, contribution)| TranscriptContribution::new(number, contribution))
                .collect(),
            key_digest: digests.key,
            verifying_key_digest: bytes_to_hexadecimal(&verified.verifying_key().points().digest()),
        }
    }

    /// Adds a signature under one of the contributions, checked.
    ///
    /// # Errors
    /// [`AttestationError`].
    pub fn attest(&mut self, record: &CeremonyRecord, signature: &str) -> Result<usize, AttestationError> {
        let (number, attestation) = check_attestation(record, signature)?;
        let contribution = number.checked_sub(1).and_then(|index| self.contributions.get_mut(index));
        let attestations = &mut contribution.ok_or(AttestationError::NoContribution)?.attestations;
        if !attestations.contains(&attestation) {
            attestations.push(attestation);
        }
        Ok(number)
    }

    /// Takes a published transcript's signatures over, each checked.
    ///
    /// # Errors
    /// [`AttestationError`] for the first that does not stand under the contribution that it is published with.
    pub fn adopt_attestations(
        &mut self,
        record: &CeremonyRecord,
        published: &Self,
    ) -> Result<(), AttestationError> {
        for contribution in &published.contributions {
            for attestation in &contribution.attestations {
                let (number, checked) = check_attestation(record, &attestation.signature)?;
                if number != contribution.number || checked != *attestation {
                    return Err(AttestationError::NoContribution);
                }
                self.attest(record, &attestation.signature)?;
            }
        }
        Ok(())
    }

    /// Whether a ceremony is the one that was published, names included.
    ///
    /// # Errors
    /// [`TranscriptMismatch`] names the first difference.
    pub fn expect(&self, published: &Self) -> Result<(), TranscriptMismatch> {
        if published.version != VERSION {
            return Err(TranscriptMismatch::Version { found: published.version });
        }
        if self.circuit != published.circuit {
            return Err(TranscriptMismatch::Circuit);
        }
        if self.phase1 != published.phase1 || self.circuit_hash != published.circuit_hash {
            return Err(TranscriptMismatch::Phase1);
        }
        // signatures are checked by themselves, and may be added later
        let bare = |transcript: &Self| -> Vec<TranscriptContribution> {
            let bare = |one: &TranscriptContribution| TranscriptContribution {
                attestations: Vec::new(),
                ..one.clone()
            };
            transcript.contributions.iter().map(bare).collect()
        };
        let (ours, theirs) = (bare(self), bare(published));
        let differs = |index: &usize| ours.get(*index) != theirs.get(*index);
        if let Some(index) = (0..ours.len().max(theirs.len())).find(differs) {
            return Err(TranscriptMismatch::Contribution { number: index + 1 });
        }
        let keys =
            |transcript: &Self| (transcript.key_digest.clone(), transcript.verifying_key_digest.clone());
        if keys(self) == keys(published) { Ok(()) } else { Err(TranscriptMismatch::Key) }
    }
}

impl TranscriptContribution {
    /// What a transcript says of a contribution.
    #[must_use]
    pub fn new(number: usize, contribution: &Contribution) -> Self {
        let beacon = match contribution.kind() {
            ContributionKind::Beacon(beacon) => Some(TranscriptBeacon {
                value: bytes_to_hexadecimal(beacon.value()),
                exponent: beacon.exponent(),
            }),
            ContributionKind::Contribution => None,
        };
        let name = contribution.name().map(|name| name.as_str().to_owned());
        Self {
            number,
            name,
            hash: bytes_to_hexadecimal(&contribution.hash()),
            beacon,
            attestations: Vec::new(),
        }
    }
}

fn digest(bytes: &[u8]) -> String {
    bytes_to_hexadecimal(&Blake2b512::digest(bytes))
}
