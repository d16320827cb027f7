//! What a network asks of a ceremony.

use super::fault::KeyFault;
use crate::contribution_parameters::{Beacon, ContributionKind};
use crate::phase2::CeremonyRecord;

/// What is asked of the beacon.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum BeaconPolicy {
    /// A beacon with a named source ends the ceremony.
    Required,
    /// This very value ends it.
    Expected(Beacon),
    /// The ceremony still goes on: no beacon yet.
    NotYet,
}

/// What a network asks of a ceremony.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct CeremonyPolicy {
    /// People who must have contributed.
    pub least_contributions: usize,
    /// What is asked of the beacon.
    pub beacon: BeaconPolicy,
}

impl Default for CeremonyPolicy {
    /// At least one contribution, and a beacon at the end.
    fn default() -> Self {
        Self { least_contributions: 1, beacon: BeaconPolicy::Required }
    }
}

impl CeremonyPolicy {
    /// For a key on its way: no beacon yet, and perhaps no contribution.
    #[must_use]
    pub const fn in_progress(least_contributions: usize) -> Self {
        Self { least_contributions, beacon: BeaconPolicy::NotYet }
    }

    /// Whether the key must be fit for use.
    pub(super) const fn applies_lint(&self) -> bool {
        self.least_contributions > 0
    }

    pub(super) fn check(&self, record: &CeremonyRecord) -> Result<(), KeyFault> {
        let contributions = record.contributions();
        let beacons =
            (1..).zip(contributions).filter_map(|(number, contribution)| match contribution.kind() {
                ContributionKind::Beacon(beacon) => Some((number, beacon, contribution.name())),
                ContributionKind::Contribution => None,
            });
        let beacons: Vec<_> = beacons.collect();
        if let Some((number, ..)) = beacons.iter().find(|(number, ..)| *number < contributions.len()) {
            return Err(KeyFault::BeaconNotLast { number: *number });
        }
        let found = contributions.len() - beacons.len();
        if found < self.least_contributions {
            return Err(KeyFault::TooFewContributions { wanted: self.least_contributions, found });
        }
        match (&self.beacon, beacons.first()) {
            (BeaconPolicy::NotYet, None) => Ok(()),
            (BeaconPolicy::NotYet, Some(_)) => Err(KeyFault::Finished),
            (_, None) => Err(KeyFault::NoBeacon),
            (_, Some((_, _, None))) => Err(KeyFault::BeaconUnnamed),
            (BeaconPolicy::Expected(expected), Some((_, beacon, _))) if expected != *beacon => {
                Err(KeyFault::OtherBeacon)
            }
            _ => Ok(()),
        }
    }
}
