//! The public side of a gold claim.

use ark_ff::Zero;

use crate::field::Fr;
use crate::lean_imt::{RegistryRoot, RegistryRootError};
use crate::statement::{CommonInputs, PublicInputs, Statement};
use crate::strict_json::{JsonFault, JsonFaultKind, JsonValue, ReadJson};

/// The small integers of a gold claim; they share one public input.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(clippy::exhaustive_structs, reason = "its fields are packed into one public input and are fixed")]
pub struct GoldTerms {
    /// An upper bound of the score, below 2^16.
    pub upper_bound: u32,
    /// The number of gold items, below 2^16.
    pub gold_count: u32,
    /// The largest difference that still is a match.
    pub tolerance: u8,
}

impl GoldTerms {
    /// Upper bounds, gold counts and amounts are below this.
    pub const COUNT_LIMIT: u32 = 1 << 16;

    /// Whether the numbers are in their ranges.
    #[must_use]
    pub const fn are_in_range(&self) -> bool {
        self.upper_bound < Self::COUNT_LIMIT && self.gold_count < Self::COUNT_LIMIT
    }

    /// `upper_bound + gold_count * 2^32 + tolerance * 2^64`.
    #[must_use]
    pub fn to_field(&self) -> Fr {
        Fr::from(
            u128::from(self.upper_bound)
                | u128::from(self.gold_count) << 32
                | u128::from(self.tolerance) << 64,
        )
    }
}

/// A gold claim: its eight public inputs, typed.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(into = "json::GoldStatementJson", try_from = "json::GoldStatementJson"))]
#[expect(
    clippy::exhaustive_structs,
    reason = "its fields are the public inputs and are fixed by the circuit"
)]
pub struct GoldStatement {
    /// Scope, nullifier, message and amount: a lower bound of the score, below 2^16.
    pub common: CommonInputs,
    /// The contributor registry (its size is packed with the terms), or `None` when the grader proves: then root and size
    /// are zero.
    pub contributors: Option<RegistryRoot>,
    /// The commitment to the gold labels.
    pub gold_commitment: Fr,
    /// The commitment to the answers.
    pub answer_commitment: Fr,
    /// Upper bound, gold count and tolerance.
    pub terms: GoldTerms,
}

impl Statement for GoldStatement {
    const FACT: &'static str = "gold";

    const INPUT_NAMES: &'static [&'static str] = &[
        "scope",
        "nullifier",
        "message",
        "amount",
        "contributor_root",
        "gold_commitment",
        "terms",
        "answer_commitment",
    ];

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
            self.contributors.map(|registry| registry.root()).unwrap_or_default(),
            self.gold_commitment,
            self.terms.to_field()
                + self.contributors.map(|registry| registry.size_in_terms()).unwrap_or_default(),
            self.answer_commitment,
        ])
    }
}

/// The JSON view without serde: the same flat object.
impl ReadJson for GoldStatement {
    fn read_json(value: JsonValue<'_>) -> Result<Self, JsonFault> {
        let [
            scope,
            nullifier,
            message,
            amount,
            root,
            count,
            gold,
            upper_bound,
            gold_count,
            tolerance,
            answers,
        ] = value.fields([
            "scope",
            "nullifier",
            "message",
            "amount",
            "contributor_root",
            "contributor_count",
            "gold_commitment",
            "upper_bound",
            "gold_count",
            "tolerance",
            "answer_commitment",
        ])?;
        let (contributor_root, contributor_count) = (root.field_text()?, count.small_integer()?);
        let contributors = if contributor_root.is_zero() && contributor_count == 0 {
            None
        } else {
            let registry = RegistryRoot::new(contributor_root, contributor_count);
            Some(registry.or(Err(root.fault(RegistryRootError::FAULT)))?)
        };
        let in_a_byte =
            |value: u32| u8::try_from(value).or(Err(tolerance.fault(JsonFaultKind::NotAnInteger)));
        Ok(Self {
            common: CommonInputs::read_json([scope, nullifier, message, amount])?,
            contributors,
            gold_commitment: gold.field_text()?,
            answer_commitment: answers.field_text()?,
            terms: GoldTerms {
                upper_bound: upper_bound.small_integer()?,
                gold_count: gold_count.small_integer()?,
                tolerance: in_a_byte(tolerance.small_integer()?)?,
            },
        })
    }
}

#[cfg(feature = "serde")]
mod json {
    use super::{CommonInputs, Fr, GoldStatement, GoldTerms, RegistryRoot};
    use crate::lean_imt::RegistryRootError;
    use crate::message::Message;
    use crate::nullifier::Nullifier;
    use crate::scope::Scope;
    use ark_ff::Zero;

    /// The JSON view: one flat object. A contributor root and count of zero say that the grader proves.
    #[derive(serde::Serialize, serde::Deserialize)]
    #[serde(deny_unknown_fields, remote = "Self")]
    pub(super) struct GoldStatementJson {
        scope: Scope,
        nullifier: Nullifier,
        message: Message,
        #[serde(with = "crate::json::integer_text")]
        amount: u64,
        #[serde(with = "crate::json::field_text")]
        contributor_root: Fr,
        contributor_count: u32,
        #[serde(with = "crate::json::field_text")]
        gold_commitment: Fr,
        upper_bound: u32,
        gold_count: u32,
        tolerance: u8,
        #[serde(with = "crate::json::field_text")]
        answer_commitment: Fr,
    }

    crate::json::object_only!(GoldStatementJson);

    impl From<GoldStatement> for GoldStatementJson {
        fn from(statement: GoldStatement) -> Self {
            let CommonInputs { scope, nullifier, message, amount } = statement.common;
            let GoldTerms { upper_bound, gold_count, tolerance } = statement.terms;
            Self {
                scope,
                nullifier,
                message,
                amount,
                contributor_root: statement.contributors.map(|registry| registry.root()).unwrap_or_default(),
                contributor_count: statement.contributors.map(|registry| registry.size()).unwrap_or_default(),
                gold_commitment: statement.gold_commitment,
                upper_bound,
                gold_count,
                tolerance,
                answer_commitment: statement.answer_commitment,
            }
        }
    }

    impl TryFrom<GoldStatementJson> for GoldStatement {
        type Error = RegistryRootError;

        fn try_from(json: GoldStatementJson) -> Result<Self, RegistryRootError> {
            let GoldStatementJson { scope, nullifier, message, amount, .. } = json;
            let GoldStatementJson { upper_bound, gold_count, tolerance, .. } = json;
            let contributors = if json.contributor_root.is_zero() && json.contributor_count == 0 {
                None
            } else {
                Some(RegistryRoot::new(json.contributor_root, json.contributor_count)?)
            };
            Ok(Self {
                common: CommonInputs { scope, nullifier, message, amount },
                contributors,
                gold_commitment: json.gold_commitment,
                answer_commitment: json.answer_commitment,
                terms: GoldTerms { upper_bound, gold_count, tolerance },
            })
        }
    }
}
