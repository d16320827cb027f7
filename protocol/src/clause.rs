//! The clauses of the statements. Each has one id, found in the book, at the constraints of the circuit,
//! in the error that names it and in the test that breaks it.

use core::fmt;

macro_rules! clauses {
    ($($(#[$doc:meta])* $variant:ident = $id:literal;)+) => {
        /// One clause of a statement.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum Clause { $($(#[$doc])* #[doc = concat!("\n\n`clause:", $id, "`")] $variant,)+ }

        impl Clause {
            /// Every clause, those of relay first.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];

            /// The id of the clause.
            #[must_use]
            pub const fn id(self) -> &'static str {
                match self { $(Self::$variant => $id,)+ }
            }
        }
    };
}

clauses! {
    /// The secret scalar is below l, so one identity has one secret and one nullifier.
    RelaySecretCanonical = "relay-secret-canonical";
    /// The id of the secret is in the contributor registry.
    RelayMembership = "relay-membership";
    /// The nullifier is that of the secret, the scope and the slot.
    RelayNullifier = "relay-nullifier";
    /// The message is an input of the proof. Plain Rust has nothing to check.
    RelayMessageBound = "relay-message-bound";
    /// Each attester is in the attester registry, with this cap, at the index of the voucher.
    RelayAttesterRegistered = "relay-attester-registered";
    /// Each voucher is signed for this scope, contributor, units and index.
    RelaySignature = "relay-signature";
    /// Units are below 2^64. In plain Rust the type says so.
    RelayUnitsRange = "relay-units-range";
    /// Units are at most the cap of the attester.
    RelayCap = "relay-cap";
    /// Each index lies in the claimed slot.
    RelaySlotRange = "relay-slot-range";
    /// The indices strictly increase, so each attester counts once.
    RelayIndicesIncrease = "relay-indices-increase";
    /// Unused places come last and add nothing. In plain Rust there are none: a list has no holes.
    RelayDisabledSlots = "relay-disabled-slots";
    /// The amount is at most the sum of the units.
    RelayAmount = "relay-amount";
    /// The claimed number of attesters is at most the number of vouchers.
    RelayAttesterCount = "relay-attester-count";
    /// Slot and slot width are below 2^17, the width is not zero, attesters are below 2^8.
    RelayTerms = "relay-terms";
    /// There are at most as many vouchers as the circuit has places.
    RelayCapacity = "relay-capacity";
    /// The contributor root is zero exactly when the grader proves.
    GoldMode = "gold-mode";
    /// The secret scalar is below l.
    GoldSecretCanonical = "gold-secret-canonical";
    /// The id of the secret is the one in the answers, and is in the contributor registry.
    GoldMembership = "gold-membership";
    /// The nullifier is that of the secret and the scope, or of the answer commitment when the grader proves.
    GoldNullifier = "gold-nullifier";
    /// The message is an input of the proof and part of the answer commitment. Plain Rust checks it there.
    GoldMessageBound = "gold-message-bound";
    /// The gold labels and their salt open the gold commitment.
    GoldCommitment = "gold-commitment";
    /// The answers, the contributor, the message and the salt open the answer commitment.
    GoldAnswerCommitment = "gold-answer-commitment";
    /// Labels have eight bits. In plain Rust the type says so.
    GoldLabelRange = "gold-label-range";
    /// The gold count is exactly the number of gold items.
    GoldCount = "gold-count";
    /// The amount is at most the score.
    GoldScoreLower = "gold-score-lower";
    /// The score is at most the upper bound.
    GoldScoreUpper = "gold-score-upper";
    /// Upper bound and gold count are below 2^16, the tolerance is below 2^8.
    GoldTerms = "gold-terms";
    /// There are at most as many items as the circuit has places.
    GoldCapacity = "gold-capacity";
}

impl fmt::Display for Clause {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.id())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_differ_and_begin_with_their_fact() {
        let ids: alloc::collections::BTreeSet<_> = Clause::ALL.iter().map(|clause| clause.id()).collect();
        assert_eq!(ids.len(), Clause::ALL.len());
        assert!(ids.iter().all(|id| id.starts_with("relay-") || id.starts_with("gold-")));
    }
}
