//! Scope: which network, chain, contract, fact, task and policy a claim belongs to.
//!
//! A nullifier is made of the scope, so a claim can be paid once in each scope and never in another.

use alloc::borrow::Cow;
use alloc::string::String;

use thiserror::Error;

use crate::domain::{DomainTag, right_aligned_word};
use crate::field_newtype::field_newtype;
use crate::hash_to_field::{hash_words_to_field, keccak256};
use crate::mutants::{Twin, is_broken};
use crate::word::{Word, word_of_integer};

field_newtype! {
    /// The scope of a claim: public input 0 of every statement.
    Scope
}

/// Longest name of a fact: what a tag leaves after its prefix.
pub const FACT_NAME_BYTES: usize = 13;

const FACT_PREFIX: &str = "workproof/v1/fact/";

/// A kind of statement, by name. Ours are `relay` and `gold`; a third party names its own.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Fact(Cow<'static, str>);

/// Why a name cannot be the name of a fact.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum FactNameError {
    /// Names have 1 to 13 bytes.
    #[error("a fact has a name of 1 to {FACT_NAME_BYTES} bytes, not {found}")]
    Length {
        /// Bytes of the name.
        found: usize,
    },
    /// Names are lower-case letters, digits and hyphens.
    #[error("the name of a fact holds only a-z, 0-9 and hyphens")]
    Character,
}

impl Fact {
    /// At least N units of metered work, counter-signed by registered attesters.
    pub const RELAY: Self = Self(Cow::Borrowed("relay"));

    /// Labels match a hidden gold set.
    pub const GOLD: Self = Self(Cow::Borrowed("gold"));

    /// Names a fact.
    ///
    /// # Errors
    /// [`FactNameError`].
    pub fn new(name: &str) -> Result<Self, FactNameError> {
        if name.is_empty() || name.len() > FACT_NAME_BYTES {
            return Err(FactNameError::Length { found: name.len() });
        }
        let allowed = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
        if !name.bytes().all(allowed) {
            return Err(FactNameError::Character);
        }
        Ok(Self(Cow::Owned(String::from(name))))
    }

    /// The name.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.0
    }

    /// The word of a scope: the ASCII text `workproof/v1/fact/<name>` as a big-endian integer.
    #[must_use]
    pub fn word(&self) -> Word {
        right_aligned_word([FACT_PREFIX, self.name()].concat().as_bytes())
    }
}

/// The digest of a task's policy (its terms, in whatever text the requester publishes), one word of a scope.
#[must_use]
pub fn policy_word(policy: &[u8]) -> Word {
    keccak256(&[&DomainTag::TaskPolicy.word(), policy].concat())
}

/// What a scope is made of.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize, serde::Deserialize),
    serde(deny_unknown_fields, remote = "Self")
)]
#[expect(clippy::exhaustive_structs, reason = "its fields are the preimage of a hash and are fixed")]
pub struct ScopeFields {
    /// The network that defines the work and its unit.
    #[cfg_attr(feature = "serde", serde(with = "crate::json::word_text"))]
    pub network: Word,
    /// The chain that pays (EIP-155 number on the EVM).
    #[cfg_attr(feature = "serde", serde(with = "crate::json::integer_text"))]
    pub chain_id: u64,
    /// The settlement contract or program on that chain.
    #[cfg_attr(feature = "serde", serde(with = "crate::json::word_text"))]
    pub settlement: Word,
    /// The kind of statement.
    pub fact: Fact,
    /// The task or the epoch.
    #[cfg_attr(feature = "serde", serde(with = "crate::json::word_text"))]
    pub task: Word,
    /// The policy under which the task pays, see [`policy_word`]; zero if there is none.
    #[cfg_attr(feature = "serde", serde(with = "crate::json::word_text"))]
    pub policy: Word,
}

#[cfg(feature = "serde")]
crate::json::object_only!(ScopeFields);

impl ScopeFields {
    /// Hashes the seven words (tag, network, chain id, settlement, fact, task, policy) to the field.
    #[must_use]
    pub fn scope(&self) -> Scope {
        Scope::from_field(hash_words_to_field([
            DomainTag::Scope.word(),
            self.network,
            word_of_integer(if is_broken(Twin::ChainInScope) { 0 } else { self.chain_id }),
            if is_broken(Twin::SettlementInScope) { Word::default() } else { self.settlement },
            self.fact.word(),
            self.task,
            self.policy,
        ]))
    }
}

#[cfg(feature = "serde")]
impl serde::Serialize for Fact {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.name())
    }
}

#[cfg(feature = "serde")]
impl<'de> serde::Deserialize<'de> for Fact {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::new(&String::deserialize(deserializer)?).map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fields() -> ScopeFields {
        let word = |byte| [byte; 32];
        ScopeFields {
            network: word(1),
            chain_id: 10,
            settlement: word(2),
            fact: Fact::RELAY,
            task: word(3),
            policy: word(4),
        }
    }

    #[test]
    fn every_field_changes_the_scope_a9() {
        let variants = [
            fields(),
            ScopeFields { network: [9; 32], ..fields() },
            ScopeFields { chain_id: 11, ..fields() },
            ScopeFields { settlement: [9; 32], ..fields() },
            ScopeFields { fact: Fact::GOLD, ..fields() },
            ScopeFields { task: [9; 32], ..fields() },
            ScopeFields { policy: [9; 32], ..fields() },
        ];
        let scopes: alloc::collections::BTreeSet<_> = variants.iter().map(ScopeFields::scope).collect();
        assert_eq!(scopes.len(), variants.len());
    }

    #[test]
    fn our_facts_are_in_the_table_of_tags() {
        assert_eq!(Fact::RELAY.word(), DomainTag::FactRelay.word());
        assert_eq!(Fact::GOLD.word(), DomainTag::FactGold.word());
        assert_eq!(Fact::new("relay"), Ok(Fact::RELAY));
    }

    #[test]
    fn rejects_names_that_are_no_names() {
        for name in ["", "fourteen-bytes"] {
            assert!(matches!(Fact::new(name), Err(FactNameError::Length { .. })), "{name}");
        }
        for name in ["Relay", "a b", "é", "a/b"] {
            assert_eq!(Fact::new(name), Err(FactNameError::Character), "{name}");
        }
    }
}
