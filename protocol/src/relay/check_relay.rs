//! The plain-Rust check of a relay statement: what the circuit enforces, clause by clause.

use thiserror::Error;

use super::relay_statement::RelayStatement;
use super::relay_witness::{RelayVoucher, RelayWitness};
use crate::attester_tree::AttesterPathError;
use crate::clause::Clause;
use crate::eddsa::SignatureError;
use crate::identity::ContributorId;
use crate::lean_imt::MembershipError;
use crate::nullifier::Nullifier;
use crate::voucher::Voucher;

/// The clause of a relay statement that a witness does not satisfy. `voucher` counts from zero.
///
/// Three clauses have no variant, since the types here cannot break them: `clause:relay-units-range`
/// (units are 64-bit integers), `clause:relay-disabled-slots` (a list has no holes) and
/// `clause:relay-message-bound` (the message is an input).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum RelayViolation {
    /// `clause:relay-terms`: a term is out of its range.
    #[error(
        "relay-terms: slot and slot width are below 2^17, the width is at least 1, attesters are below 2^8"
    )]
    Terms,
    /// `clause:relay-capacity`: there are more vouchers than places.
    #[error("relay-capacity: {given} vouchers do not fit {capacity} places")]
    Capacity {
        /// Vouchers of the witness.
        given: usize,
        /// Places of the circuit.
        capacity: usize,
    },
    /// `clause:relay-secret-canonical`: the secret is not below l.
    #[error("relay-secret-canonical: the secret is not below l")]
    SecretCanonical,
    /// `clause:relay-membership`: the id is not in the contributor registry.
    #[error("relay-membership: the contributor is not in the registry")]
    Membership(#[source] MembershipError),
    /// `clause:relay-nullifier`: another secret, scope or slot.
    #[error("relay-nullifier: the nullifier is not that of the secret, the scope and the slot")]
    Nullifier,
    /// `clause:relay-attester-registered`: the path of an attester starts at another index or leads to another root.
    #[error(
        "relay-attester-registered: the attester of voucher {voucher} is not in the registry at its index"
    )]
    AttesterRegistered {
        /// Which voucher.
        voucher: usize,
        /// What is wrong with the path, or `None` when it is the path of another index.
        #[source]
        source: Option<AttesterPathError>,
    },
    /// `clause:relay-signature`: the voucher is not signed for this scope and contributor.
    #[error("relay-signature: the signature of voucher {voucher} is wrong")]
    Signature {
        /// Which voucher.
        voucher: usize,
        /// What is wrong with the signature.
        #[source]
        source: SignatureError,
    },
    /// `clause:relay-cap`: the units are above the cap of the attester.
    #[error("relay-cap: voucher {voucher} counts more units than the cap of its attester")]
    Cap {
        /// Which voucher.
        voucher: usize,
    },
    /// `clause:relay-slot-range`: the index is outside the claimed slot.
    #[error("relay-slot-range: the attester index of voucher {voucher} is outside the slot")]
    SlotRange {
        /// Which voucher.
        voucher: usize,
    },
    /// `clause:relay-indices-increase`: the index is not above the one before.
    #[error("relay-indices-increase: the attester index of voucher {voucher} is not above the one before it")]
    IndicesIncrease {
        /// Which voucher.
        voucher: usize,
    },
    /// `clause:relay-amount`: the amount is above the sum of the units.
    #[error("relay-amount: the amount is above the sum of the vouchers, {sum}")]
    Amount {
        /// The sum of the units.
        sum: u128,
    },
    /// `clause:relay-attester-count`: more attesters are claimed than there are vouchers.
    #[error("relay-attester-count: {claimed} attesters are claimed and {given} vouchers given")]
    AttesterCount {
        /// What the terms say.
        claimed: u32,
        /// Vouchers of the witness.
        given: usize,
    },
}

impl RelayViolation {
    /// The clause that is broken.
    #[must_use]
    pub const fn clause(&self) -> Clause {
        match self {
            Self::Terms => Clause::RelayTerms,
            Self::Capacity { .. } => Clause::RelayCapacity,
            Self::SecretCanonical => Clause::RelaySecretCanonical,
            Self::Membership(_) => Clause::RelayMembership,
            Self::Nullifier => Clause::RelayNullifier,
            Self::AttesterRegistered { .. } => Clause::RelayAttesterRegistered,
            Self::Signature { .. } => Clause::RelaySignature,
            Self::Cap { .. } => Clause::RelayCap,
            Self::SlotRange { .. } => Clause::RelaySlotRange,
            Self::IndicesIncrease { .. } => Clause::RelayIndicesIncrease,
            Self::Amount { .. } => Clause::RelayAmount,
            Self::AttesterCount { .. } => Clause::RelayAttesterCount,
        }
    }
}

/// Checks a relay statement against its witness, for a circuit with room for `capacity` vouchers.
///
/// # Errors
/// The first clause that does not hold.
pub fn check_relay(
    statement: &RelayStatement,
    witness: &RelayWitness,
    capacity: usize,
) -> Result<(), RelayViolation> {
    check_shape(statement, witness, capacity)?;
    let contributor = check_contributor(statement, witness)?;
    let indices = statement.terms.indices();
    let mut least = indices.start;
    let mut sum = 0_u128;
    for (position, voucher) in witness.vouchers.iter().enumerate() {
        let index = u64::from(voucher.index);
        if !indices.contains(&index) {
            return Err(RelayViolation::SlotRange { voucher: position });
        }
        if index < least {
            return Err(RelayViolation::IndicesIncrease { voucher: position });
        }
        least = index + 1;
        check_voucher(statement, contributor, voucher, position)?;
        sum += u128::from(voucher.units);
    }
    if u128::from(statement.common.amount) > sum {
        return Err(RelayViolation::Amount { sum });
    }
    Ok(())
}

/// The clauses on numbers alone.
fn check_shape(
    statement: &RelayStatement,
    witness: &RelayWitness,
    capacity: usize,
) -> Result<(), RelayViolation> {
    if !statement.terms.are_in_range() {
        return Err(RelayViolation::Terms);
    }
    let given = witness.vouchers.len();
    if given > capacity {
        return Err(RelayViolation::Capacity { given, capacity });
    }
    let claimed = statement.terms.attesters;
    if usize::try_from(claimed).map_or(true, |claimed| claimed > given) {
        return Err(RelayViolation::AttesterCount { claimed, given });
    }
    Ok(())
}

/// The clauses on who proves. Returns their id.
fn check_contributor(
    statement: &RelayStatement,
    witness: &RelayWitness,
) -> Result<ContributorId, RelayViolation> {
    let contributor = witness.identity.contributor_id().ok_or(RelayViolation::SecretCanonical)?;
    witness
        .membership
        .verify_member(contributor.to_field(), &statement.contributors)
        .map_err(RelayViolation::Membership)?;
    let nullifier = Nullifier::contributor(statement.common.scope, &witness.identity, statement.terms.slot);
    if nullifier != statement.common.nullifier {
        return Err(RelayViolation::Nullifier);
    }
    Ok(contributor)
}

/// The clauses on one voucher, apart from its place among the others.
fn check_voucher(
    statement: &RelayStatement,
    contributor: ContributorId,
    voucher: &RelayVoucher,
    position: usize,
) -> Result<(), RelayViolation> {
    if voucher.path.index != voucher.index {
        return Err(RelayViolation::AttesterRegistered { voucher: position, source: None });
    }
    let registered = |source| RelayViolation::AttesterRegistered { voucher: position, source: Some(source) };
    voucher.path.verify(voucher.enrolled().leaf(), statement.attester_root).map_err(registered)?;
    if voucher.units > voucher.cap {
        return Err(RelayViolation::Cap { voucher: position });
    }
    let message = Voucher::message(statement.common.scope, contributor, voucher.units, voucher.index);
    let signature = |source| RelayViolation::Signature { voucher: position, source };
    voucher.attester.verify(message, &voucher.signature).map_err(signature)
}
