//! Domain tags: one table for every hash of the protocol.
//!
//! A tag is the ASCII text `workproof/v1/<name>`, at most 31 bytes, read as a big-endian integer. The
//! first input of each hash is a tag, so no value of one kind is ever a value of another kind. Four
//! hashes carry none, for compatibility: the Semaphore id, the nodes of the two registry trees, and the
//! challenge of a signature. The calls of the commitment sponge after the first begin with its state.

use ark_ff::PrimeField;

use crate::field::Fr;

/// Bytes of the longest tag: one less than a word, so that a tag is always below r.
pub const TAG_BYTES: usize = 31;

macro_rules! domain_tags {
    ($($(#[$doc:meta])* $variant:ident = $text:literal;)+) => {
        /// What a hash is for; the first input of that hash.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum DomainTag { $($(#[$doc])* $variant,)+ }

        impl DomainTag {
            /// Every tag, in the order of the table.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];

            /// The ASCII text of the tag.
            #[must_use]
            pub const fn text(self) -> &'static str {
                match self { $(Self::$variant => concat!("workproof/v1/", $text),)+ }
            }
        }
    };
}

domain_tags! {
    /// [`ScopeFields`](crate::ScopeFields), hashed to a scope.
    Scope = "scope";
    /// [`Payment`](crate::Payment), hashed to a message.
    Message = "message";
    /// The nullifier of a contributor.
    Nullifier = "nullifier";
    /// The nullifier of a grader's claim.
    NullifierGrader = "nullifier-grader";
    /// The message an attester signs.
    Voucher = "voucher";
    /// A leaf of the attester registry.
    AttesterLeaf = "attester-leaf";
    /// The commitment to a gold set.
    GoldCommitment = "gold-commitment";
    /// The commitment to a set of answers.
    AnswerCommitment = "answer-commitment";
    /// The digest of a task's policy, one word of a scope.
    TaskPolicy = "task-policy";
    /// The relay fact, one word of a scope.
    FactRelay = "fact/relay";
    /// The gold fact, one word of a scope.
    FactGold = "fact/gold";
}

impl DomainTag {
    /// The tag as a field element, for Poseidon.
    #[must_use]
    pub fn to_field(self) -> Fr {
        Fr::from_be_bytes_mod_order(self.text().as_bytes())
    }

    /// The tag as a 32-byte big-endian word, for keccak-256.
    #[must_use]
    pub fn word(self) -> [u8; 32] {
        right_aligned_word(self.text().as_bytes())
    }
}

/// Writes text at the end of a word of zeros: the big-endian integer of the text. Text beyond 32 bytes is cut.
pub(crate) fn right_aligned_word(text: &[u8]) -> [u8; 32] {
    let mut word = [0_u8; 32];
    for (target, source) in word.iter_mut().rev().zip(text.iter().rev()) {
        *target = *source;
    }
    word
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::field::fr_from_be_bytes;

    #[test]
    fn tags_differ_pairwise_as_text_and_as_field_elements() {
        for (position, tag) in DomainTag::ALL.iter().enumerate() {
            for other in &DomainTag::ALL[position + 1..] {
                assert_ne!(tag.text(), other.text());
                assert_ne!(tag.to_field(), other.to_field());
            }
        }
    }

    #[test]
    fn tags_are_short_ascii_under_one_prefix() {
        for tag in DomainTag::ALL {
            assert!(tag.text().len() <= TAG_BYTES && tag.text().is_ascii(), "{tag:?}");
            assert!(tag.text().starts_with("workproof/v1/"));
        }
    }

    #[test]
    fn word_and_field_element_are_the_same_integer() {
        for tag in DomainTag::ALL {
            assert_eq!(fr_from_be_bytes(&tag.word()), Ok(tag.to_field()));
        }
        assert_eq!(&DomainTag::Scope.word()[14..], b"workproof/v1/scope");
    }
}
