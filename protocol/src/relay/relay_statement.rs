//! The public side of a relay claim.

use core::ops::Range;

use crate::field::Fr;
use crate::lean_imt::{RegistryRoot, RegistryRootError};
use crate::statement::{CommonInputs, PublicInputs, Statement};
use crate::strict_json::{JsonFault, JsonValue, ReadJson};

/// The small integers of a relay claim; they share one public input.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(clippy::exhaustive_structs, reason = "its fields are packed into one public input and are fixed")]
pub struct RelayTerms {
    /// Which range of attester indices this claim draws on, below 2^17.
    pub slot: u32,
    /// How many indices a slot has, from 1 to below 2^17.
    pub slot_width: u32,
    /// A lower bound of the number of attesters, below 2^8.
    pub attesters: u32,
}

impl RelayTerms {
    /// Slots and slot widths are below this.
    pub const SLOT_LIMIT: u32 = 1 << 17;

    /// Attester counts are below this.
    pub const ATTESTERS_LIMIT: u32 = 1 << 8;

    /// One slot that holds every index of the attester registry.
    #[must_use]
    pub const fn whole_registry(attesters: u32) -> Self {
        Self { slot: 0, slot_width: crate::attester_tree::ATTESTER_TREE_CAPACITY, attesters }
    }

    /// Whether all three numbers are in their ranges.
    #[must_use]
    pub const fn are_in_range(&self) -> bool {
        self.slot < Self::SLOT_LIMIT
            && self.slot_width >= 1
            && self.slot_width < Self::SLOT_LIMIT
            && self.attesters < Self::ATTESTERS_LIMIT
    }

    /// The attester indices of the slot: from `slot * slot_width` to below `(slot + 1) * slot_width`.
    #[must_use]
    pub fn indices(&self) -> Range<u64> {
        let width = u64::from(self.slot_width);
        let start = u64::from(self.slot) * width;
        start..start + width
    }

    /// `slot + slot_width * 2^32 + attesters * 2^64`.
    #[must_use]
    pub fn to_field(&self) -> Fr {
        Fr::from(u128::from(self.slot) | u128::from(self.slot_width) << 32 | u128::from(self.attesters) << 64)
    }
}

/// A relay claim: its seven public inputs, typed.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(
    feature = "serde",
    serde(into = "json::RelayStatementJson", try_from = "json::RelayStatementJson")
)]
#[expect(
    clippy::exhaustive_structs,
    reason = "its fields are the public inputs and are fixed by the circuit"
)]
pub struct RelayStatement {
    /// Scope, nullifier, message and amount: units, below 2^64.
    pub common: CommonInputs,
    /// The contributor registry: its root, and its size, which is packed with the terms.
    pub contributors: RegistryRoot,
    /// The root of the attester registry.
    pub attester_root: Fr,
    /// Slot, slot width and the number of attesters.
    pub terms: RelayTerms,
}

impl Statement for RelayStatement {
    const FACT: &'static str = "relay";

    const INPUT_NAMES: &'static [&'static str] =
        &["scope", "nullifier", "message", "amount", "contributor_root", "attester_root", "terms"];

    fn common(&self) -> &CommonInputs {
        &self.common
    }

    fn public_inputs(&self) -> PublicInputs {
        let [scope, nullifier, message, amount] = self.common.to_fields();
        PublicInputs::new([
            scope,
            nullifier,
            message,
            amount,
            self.contributors.root(),
            self.attester_root,
            self.terms.to_field() + self.contributors.size_in_terms(),
        ])
    }
}

/// The JSON view without serde: the same flat object.
impl ReadJson for RelayStatement {
    fn read_json(value: JsonValue<'_>) -> Result<Self, JsonFault> {
        let [scope, nullifier, message, amount, root, count, attester_root, slot, slot_width, attesters] =
            value.fields([
                "scope",
                "nullifier",
                "message",
                "amount",
                "contributor_root",
                "contributor_count",
                "attester_root",
                "slot",
                "slot_width",
                "attesters",
            ])?;
        Ok(Self {
            common: CommonInputs::read_json([scope, nullifier, message, amount])?,
            contributors: RegistryRoot::new(root.field_text()?, count.small_integer()?)
                .or(Err(root.fault(RegistryRootError::FAULT)))?,
            attester_root: attester_root.field_text()?,
            terms: RelayTerms {
                slot: slot.small_integer()?,
                slot_width: slot_width.small_integer()?,
                attesters: attesters.small_integer()?,
            },
        })
    }
}

#[cfg(feature = "serde")]
mod json {
    use super::{CommonInputs, Fr, RegistryRoot, RelayStatement, RelayTerms};
    use crate::lean_imt::RegistryRootError;
    use crate::message::Message;
    use crate::nullifier::Nullifier;
    use crate::scope::Scope;

    /// The JSON view: one flat object.
    #[derive(serde::Serialize, serde::Deserialize)]
    #[serde(deny_unknown_fields, remote = "Self")]
    pub(super) struct RelayStatementJson {
        scope: Scope,
        nullifier: Nullifier,
        message: Message,
        #[serde(with = "crate::json::integer_text")]
        amount: u64,
        #[serde(with = "crate::json::field_text")]
        contributor_root: Fr,
        contributor_count: u32,
        #[serde(with = "crate::json::field_text")]
        attester_root: Fr,
        slot: u32,
        slot_width: u32,
        attesters: u32,
    }

    crate::json::object_only!(RelayStatementJson);

    impl From<RelayStatement> for RelayStatementJson {
        fn from(statement: RelayStatement) -> Self {
            let RelayStatement { common, contributors, attester_root, terms } = statement;
            let CommonInputs { scope, nullifier, message, amount } = common;
            let RelayTerms { slot, slot_width, attesters } = terms;
            Self {
                scope,
                nullifier,
                message,
                amount,
                contributor_root: contributors.root(),
                contributor_count: contributors.size(),
                attester_root,
                slot,
                slot_width,
                attesters,
            }
        }
    }

    impl TryFrom<RelayStatementJson> for RelayStatement {
        type Error = RegistryRootError;

        fn try_from(json: RelayStatementJson) -> Result<Self, RegistryRootError> {
            let common = CommonInputs {
                scope: json.scope,
                nullifier: json.nullifier,
                message: json.message,
                amount: json.amount,
            };
            let terms =
                RelayTerms { slot: json.slot, slot_width: json.slot_width, attesters: json.attesters };
            let contributors = RegistryRoot::new(json.contributor_root, json.contributor_count)?;
            Ok(Self { common, contributors, attester_root: json.attester_root, terms })
        }
    }
}
