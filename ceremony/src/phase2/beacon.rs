//! The last contribution: a public random value that nobody could foresee, so that nobody could choose the key's bits.

use std::path::Path;

use workproof_prover::zkey::{Section, ZkeyFile};

use super::contribute::{ContributeError, Secret, append};
use super::key_file::ExistingFile;
use super::record::CeremonyRecord;
use crate::contribution_parameters::{Beacon, ContributionKind, ContributionName};
use crate::derived_randomness::DerivedRandomness;
use crate::progress::CeremonyOptions;

/// Applies a beacon to a key and writes the new one, byte for byte as snarkjs does. `source` says where the value comes
/// from, such as "drand round 4,000,000". Returns the contribution's hash.
///
/// # Errors
/// As [`contribute`](super::contribute()); [`ContributeError::BeaconFirst`] where nobody has contributed.
pub fn apply_beacon(
    key: &ZkeyFile,
    (out, existing): (&Path, ExistingFile),
    (beacon, source): (&Beacon, ContributionName),
    options: &CeremonyOptions<'_>,
) -> Result<[u8; 64], ContributeError> {
    let record = CeremonyRecord::from_bytes(key.zkey().section(Section::Contributions))?;
    if record.contributions().is_empty() {
        return Err(ContributeError::BeaconFirst);
    }
    let randomness = DerivedRandomness::from_beacon(beacon.value(), beacon.exponent(), &options.cancel)?;
    let secret = Secret::of_beacon(randomness);
    append(key, (out, existing), secret, (ContributionKind::Beacon(beacon.clone()), Some(source)), options)
}
