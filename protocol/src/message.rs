//! Message: what the payer must do, hashed into the claim so that nobody can change it.

use crate::domain::DomainTag;
use crate::field_newtype::field_newtype;
use crate::hash_to_field::hash_words_to_field;
use crate::mutants::{Twin, is_broken};
use crate::word::{Word, word_of_integer};

field_newtype! {
    /// The message of a claim: public input 2 of every statement.
    Message
}

/// A payment order: whom to pay, where, in what, and until when.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize, serde::Deserialize),
    serde(deny_unknown_fields, remote = "Self")
)]
#[expect(clippy::exhaustive_structs, reason = "its fields are the preimage of a hash and are fixed")]
pub struct Payment {
    /// Who receives the payment.
    #[cfg_attr(feature = "serde", serde(with = "crate::json::word_text"))]
    pub recipient: Word,
    /// The chain that pays (EIP-155 number on the EVM).
    #[cfg_attr(feature = "serde", serde(with = "crate::json::integer_text"))]
    pub chain_id: u64,
    /// The settlement contract or program on that chain.
    #[cfg_attr(feature = "serde", serde(with = "crate::json::word_text"))]
    pub settlement: Word,
    /// The token of the payment; zero for the chain's own.
    #[cfg_attr(feature = "serde", serde(with = "crate::json::word_text"))]
    pub token: Word,
    /// The last moment at which the claim may be settled, in seconds since 1970.
    #[cfg_attr(feature = "serde", serde(with = "crate::json::integer_text"))]
    pub deadline: u64,
}

#[cfg(feature = "serde")]
crate::json::object_only!(Payment);

impl Payment {
    /// Hashes the six words (tag, recipient, chain id, settlement, token, deadline) to the field.
    #[must_use]
    pub fn message(&self) -> Message {
        Message::from_field(hash_words_to_field([
            DomainTag::Message.word(),
            if is_broken(Twin::RecipientInMessage) { Word::default() } else { self.recipient },
            word_of_integer(self.chain_id),
            self.settlement,
            self.token,
            word_of_integer(self.deadline),
        ]))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_field_changes_the_message_c11() {
        let payment =
            || Payment { recipient: [1; 32], chain_id: 1, settlement: [2; 32], token: [3; 32], deadline: 4 };
        let variants = [
            payment(),
            Payment { recipient: [9; 32], ..payment() },
            Payment { chain_id: 9, ..payment() },
            Payment { settlement: [9; 32], ..payment() },
            Payment { token: [9; 32], ..payment() },
            Payment { deadline: 9, ..payment() },
        ];
        let messages: alloc::collections::BTreeSet<_> = variants.iter().map(Payment::message).collect();
        assert_eq!(messages.len(), variants.len());
    }
}
