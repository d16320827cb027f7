//! From an identity, a registry proof and vouchers to a statement and its witness.

use alloc::vec::Vec;
use core::fmt;

use thiserror::Error;

use super::relay_statement::{RelayStatement, RelayTerms};
use super::relay_witness::{RelayVoucher, RelayWitness};
use crate::attester_tree::{ATTESTER_TREE_CAPACITY, AttesterTree};
use crate::identity::Identity;
use crate::lean_imt::{LeanImtProof, MembershipError, RegistryRoot};
use crate::message::Message;
use crate::nullifier::Nullifier;
use crate::scope::Scope;
use crate::statement::CommonInputs;
use crate::voucher::{Voucher, VoucherError};

/// Vouchers that the three circuits of relay have room for; they fill domains of 2^16, 2^18 and 2^20.
pub const RELAY_CAPACITIES: [usize; 3] = [10, 46, 190];

/// Why no relay claim can be made of what was given. Vouchers count from zero, in the order given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum RelayError {
    /// The contributor is not in the registry with this root.
    #[error(
        "the contributor is not in the registry with this root; the registry may have grown since the proof was made"
    )]
    NotRegistered(#[source] MembershipError),
    /// Slot or slot width are out of range, or more attesters are demanded than a claim can state.
    #[error("slot and slot width must be below 2^17, the width at least 1, attesters below 2^8")]
    Terms,
    /// Nobody is enrolled at the index that a voucher names.
    #[error("voucher {voucher} names attester index {index}, where nobody is enrolled")]
    UnregisteredAttester {
        /// Which voucher.
        voucher: usize,
        /// The index it names.
        index: u32,
    },
    /// A voucher would not be accepted.
    #[error("voucher {voucher} cannot be used")]
    Voucher {
        /// Which voucher.
        voucher: usize,
        /// Why not.
        #[source]
        source: VoucherError,
    },
    /// An attester appears twice; only their last voucher counts.
    #[error("attester index {index} appears twice; keep only the voucher with the larger total")]
    Twice {
        /// The index of the attester.
        index: u32,
    },
    /// No voucher lies in the slot.
    #[error("no voucher lies in the slot: attester indices from {start} to below {end}")]
    NoVouchers {
        /// The first index of the slot.
        start: u64,
        /// The index after the last.
        end: u64,
    },
    /// There are more vouchers than places.
    #[error("{given} vouchers do not fit a circuit for {capacity}; {}", way_out(*.next))]
    TooManyVouchers {
        /// Vouchers in the slot.
        given: usize,
        /// Places of the circuit.
        capacity: usize,
        /// The smallest circuit that has room, if any.
        next: Option<usize>,
    },
    /// The amount is above the sum of the vouchers.
    #[error("the amount {amount} is above the sum of the vouchers, {sum}")]
    AmountAboveSum {
        /// What was asked for.
        amount: u64,
        /// The sum of the units.
        sum: u128,
    },
    /// More attesters are demanded than there are vouchers.
    #[error("{claimed} attesters are claimed, but only {given} vouchers lie in the slot")]
    TooFewAttesters {
        /// What was asked for.
        claimed: u32,
        /// Vouchers in the slot.
        given: usize,
    },
}

fn way_out(next: Option<usize>) -> impl fmt::Display {
    fmt::from_fn(move |formatter| {
        match next {
        Some(next) => write!(formatter, "use the circuit for {next}"),
        None => formatter.write_str(
            "no circuit is larger: split the claim by attester index with --slot and --slot-width, one proof for each slot",
        ),
    }
    })
}

/// What a relay claim is made of.
#[derive(Clone, Copy)]
#[expect(clippy::exhaustive_structs, reason = "callers fill in every field")]
pub struct RelayRequest<'a> {
    /// What the work belongs to.
    pub scope: Scope,
    /// What the payer must do.
    pub message: Message,
    /// Who did the work.
    pub identity: &'a Identity,
    /// The contributor registry.
    pub contributors: RegistryRoot,
    /// The path from the identity's id to that root.
    pub membership: &'a LeanImtProof,
    /// The registry of attesters.
    pub attesters: &'a AttesterTree,
    /// The vouchers, in any order; those outside the slot are left out.
    pub vouchers: &'a [Voucher],
    /// Which slot is claimed.
    pub slot: u32,
    /// How many attester indices a slot has.
    pub slot_width: u32,
    /// The amount to claim, or `None` for the sum of the vouchers.
    pub amount: Option<u64>,
    /// The number of attesters to state, or `None` for all of them.
    pub least_attesters: Option<u32>,
}

impl fmt::Debug for RelayRequest<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { scope, message, contributors, slot, slot_width, .. } = self;
        write!(
            formatter,
            "RelayRequest({scope:?}, {message:?}, {contributors:?}, slot {slot} of width {slot_width}, <redacted>)"
        )
    }
}

impl RelayRequest<'_> {
    /// Checks everything and makes the statement and its witness, for a circuit with room for `capacity` vouchers.
    ///
    /// # Errors
    /// [`RelayError`].
    pub fn assemble(&self, capacity: usize) -> Result<(RelayStatement, RelayWitness), RelayError> {
        let mut terms = RelayTerms { slot: self.slot, slot_width: self.slot_width, attesters: 0 };
        if !terms.are_in_range() {
            return Err(RelayError::Terms);
        }
        self.membership
            .verify_member(self.identity.commitment(), &self.contributors)
            .map_err(RelayError::NotRegistered)?;
        let vouchers = self.select_vouchers(&terms)?;
        let given = vouchers.len();
        if given > capacity {
            let next = RELAY_CAPACITIES.into_iter().find(|larger| given <= *larger);
            return Err(RelayError::TooManyVouchers { given, capacity, next });
        }
        terms.attesters = self.count_attesters(given)?;
        let amount = self.choose_amount(&vouchers)?;
        let secret = self.identity.secret_scalar();
        let nullifier = Nullifier::contributor(self.scope, secret, self.slot);
        let statement = RelayStatement {
            common: CommonInputs { scope: self.scope, nullifier, message: self.message, amount },
            contributors: self.contributors,
            attester_root: self.attesters.root(),
            terms,
        };
        let witness =
            RelayWitness { identity: secret.clone(), membership: self.membership.clone(), vouchers };
        Ok((statement, witness))
    }

    /// Keeps the vouchers of the slot, checks each, and sorts them by index. One of another slot is another claim's matter.
    fn select_vouchers(&self, terms: &RelayTerms) -> Result<Vec<RelayVoucher>, RelayError> {
        let indices = terms.indices();
        let mut selected: Vec<RelayVoucher> = Vec::new();
        for (position, voucher) in self.vouchers.iter().enumerate() {
            let index = voucher.attester_index;
            let unregistered = RelayError::UnregisteredAttester { voucher: position, index };
            if index < ATTESTER_TREE_CAPACITY && !indices.contains(&u64::from(index)) {
                continue;
            }
            let attester = self.attesters.attester(index).ok_or(unregistered)?;
            voucher
                .accept(self.scope, self.identity.id(), index, attester)
                .map_err(|source| RelayError::Voucher { voucher: position, source })?;
            selected.push(RelayVoucher {
                units: voucher.units,
                index,
                cap: attester.cap,
                attester: voucher.attester,
                signature: voucher.signature,
                path: self.attesters.proof(index).or(Err(unregistered))?,
            });
        }
        selected.sort_by_key(|voucher| voucher.index);
        let mut previous = None;
        for voucher in &selected {
            if previous.replace(voucher.index) == Some(voucher.index) {
                return Err(RelayError::Twice { index: voucher.index });
            }
        }
        if selected.is_empty() {
            return Err(RelayError::NoVouchers { start: indices.start, end: indices.end });
        }
        Ok(selected)
    }

    fn count_attesters(&self, given: usize) -> Result<u32, RelayError> {
        let largest = RelayTerms::ATTESTERS_LIMIT - 1;
        let all = u32::try_from(given).unwrap_or(u32::MAX);
        let claimed = self.least_attesters.unwrap_or(all.min(largest));
        if claimed > largest {
            return Err(RelayError::Terms);
        }
        if claimed > all {
            return Err(RelayError::TooFewAttesters { claimed, given });
        }
        Ok(claimed)
    }

    fn choose_amount(&self, vouchers: &[RelayVoucher]) -> Result<u64, RelayError> {
        let sum: u128 = vouchers.iter().map(|voucher| u128::from(voucher.units)).sum();
        // The amount has 64 bits; a larger sum still proves the largest amount.
        let amount = self.amount.unwrap_or(u64::try_from(sum).unwrap_or(u64::MAX));
        if u128::from(amount) > sum { Err(RelayError::AmountAboveSum { amount, sum }) } else { Ok(amount) }
    }
}
