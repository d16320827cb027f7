//! One entry of the registry.

use crate::babyjubjub::PublicKey;
use crate::domain::DomainTag;
use crate::field::Fr;
use crate::poseidon;

/// An attester: who signs vouchers, and the most units one voucher of theirs may count for.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize, serde::Deserialize),
    serde(deny_unknown_fields, remote = "Self")
)]
#[expect(clippy::exhaustive_structs, reason = "its fields are the preimage of a hash and are fixed")]
pub struct Attester {
    /// The key that signs; in the prime subgroup and not the identity by its type.
    pub public_key: PublicKey,
    /// The most units a claim may count from this attester.
    #[cfg_attr(feature = "serde", serde(with = "crate::json::integer_text"))]
    pub cap: u64,
}

#[cfg(feature = "serde")]
crate::json::object_only!(Attester);

impl Attester {
    /// An attester with a cap.
    #[must_use]
    pub const fn new(public_key: PublicKey, cap: u64) -> Self {
        Self { public_key, cap }
    }

    /// The leaf, `H_4(tag, A.x, A.y, cap)`.
    #[must_use]
    pub fn leaf(&self) -> Fr {
        let tag = DomainTag::AttesterLeaf.to_field();
        poseidon::hash([tag, self.public_key.x(), self.public_key.y(), Fr::from(self.cap)])
    }
}
