//! Gold labels and answers, with the salts that hide them, and the score between them.

#[cfg(feature = "serde")]
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

use thiserror::Error;
use zeroize::Zeroizing;

#[cfg(feature = "serde")]
use super::label_set_json;
use super::salt::Salt;
use crate::domain::DomainTag;
use crate::field::Fr;
use crate::identity::ContributorId;
use crate::label_commitment::{LabelLayout, sponge};
use crate::message::Message;
use crate::mutants::{Twin, is_broken};
use crate::scope::Scope;

/// Items that the three circuits of gold have room for. A commitment is made for one of them.
pub const GOLD_CAPACITIES: [usize; 3] = [256, 1024, 4096];

/// Why labels are no set.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum LabelSetError {
    /// A set has at least one item.
    #[error("a set of labels has at least one item")]
    Empty,
    /// The set is larger than the largest circuit.
    #[error("a set of labels has at most {largest} items, not {given}; split the batch")]
    TooMany {
        /// Items given.
        given: usize,
        /// Items of the largest circuit.
        largest: usize,
    },
    /// The set does not fit the capacity of the task.
    #[error("{given} items do not fit a circuit for {capacity}")]
    Capacity {
        /// Items of the set.
        given: usize,
        /// Items of the circuit.
        capacity: usize,
    },
    /// The JSON is not such a set. Its contents are secret and are not repeated here.
    #[error("not a set of labels of this kind: line {line}, column {column}")]
    Json {
        /// Line of the mistake, from one.
        line: usize,
        /// Column of the mistake, from one; 0 for a file of another kind or version.
        column: usize,
    },
}

fn check_length(given: usize) -> Result<(), LabelSetError> {
    let largest = GOLD_CAPACITIES.into_iter().fold(0, usize::max);
    match given {
        0 => Err(LabelSetError::Empty),
        _ if given > largest => Err(LabelSetError::TooMany { given, largest }),
        _ => Ok(()),
    }
}

macro_rules! label_set {
    ($(#[$doc:meta])* $name:ident, $kind:literal) => {
        $(#[$doc])*
        #[derive(Clone)]
        pub struct $name {
            labels: Zeroizing<Vec<u8>>,
            salt: Salt,
        }

        impl $name {
            /// Takes labels and a salt.
            ///
            /// # Errors
            /// [`LabelSetError::Empty`] or [`LabelSetError::TooMany`].
            pub fn new(labels: Vec<u8>, salt: Salt) -> Result<Self, LabelSetError> {
                let labels = Zeroizing::new(labels);
                check_length(labels.len())?;
                Ok(Self { labels, salt })
            }

            /// The labels. Do not print or send them to anyone who must not see them yet.
            #[must_use]
            pub fn expose_labels(&self) -> &[u8] {
                &self.labels
            }

            /// The salt of the commitment.
            #[must_use]
            pub const fn salt(&self) -> &Salt {
                &self.salt
            }

            /// The number of items.
            #[must_use]
            pub fn len(&self) -> usize {
                self.labels.len()
            }

            /// Whether there are no items, which [`new`](Self::new) refuses.
            #[must_use]
            pub fn is_empty(&self) -> bool {
                self.labels.is_empty()
            }

            /// The smallest capacity with room for the items.
            #[must_use]
            pub fn smallest_capacity(&self) -> Option<usize> {
                GOLD_CAPACITIES.into_iter().find(|capacity| self.len() <= *capacity)
            }

            /// The whole secret as JSON: `{"version": 1, "kind": ..., "salt": "...", "labels": [...]}`.
            #[cfg(feature = "serde")]
            #[must_use]
            pub fn expose_json(&self) -> Zeroizing<String> {
                label_set_json::write($kind, &self.labels, &self.salt)
            }

            /// Reads what [`expose_json`](Self::expose_json) wrote.
            ///
            /// # Errors
            /// [`LabelSetError`].
            #[cfg(feature = "serde")]
            pub fn from_json(json: &str) -> Result<Self, LabelSetError> {
                let (labels, salt) = label_set_json::read($kind, json)?;
                Self::new(labels, salt)
            }

            fn check_capacity(&self, capacity: usize) -> Result<(), LabelSetError> {
                if self.len() <= capacity {
                    Ok(())
                } else {
                    Err(LabelSetError::Capacity { given: self.len(), capacity })
                }
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str(concat!(stringify!($name), "(<redacted>)"))
            }
        }
    };
}

label_set! {
    /// The requester's labels: 0 for an item that is not gold. Secret until the requester opens them to somebody.
    GoldSet, "gold"
}

label_set! {
    /// A contributor's labels: 0 for no answer.
    AnswerSet, "answers"
}

impl GoldSet {
    /// The commitment for a circuit with room for `capacity` items: the sponge over tag, scope, salt and packed labels.
    ///
    /// # Errors
    /// [`LabelSetError::Capacity`].
    pub fn commitment(&self, scope: Scope, capacity: usize) -> Result<Fr, LabelSetError> {
        self.check_capacity(capacity)?;
        let salted = !is_broken(Twin::SaltInCommitment);
        let salt = if salted { *self.salt.expose_secret() } else { Fr::default() };
        let header = [DomainTag::GoldCommitment.to_field(), scope.to_field(), salt];
        Ok(commit(&header, LabelLayout::GOLD, &self.labels, capacity))
    }

    /// The number of gold items.
    #[must_use]
    pub fn gold_count(&self) -> u32 {
        gold_count(&self.labels)
    }
}

impl AnswerSet {
    /// The commitment for a circuit with room for `capacity` items: the sponge over tag, scope, contributor, message,
    /// salt and packed labels.
    ///
    /// # Errors
    /// [`LabelSetError::Capacity`].
    pub fn commitment(
        &self,
        scope: Scope,
        contributor: ContributorId,
        message: Message,
        capacity: usize,
    ) -> Result<Fr, LabelSetError> {
        self.check_capacity(capacity)?;
        let header = [
            DomainTag::AnswerCommitment.to_field(),
            scope.to_field(),
            contributor.to_field(),
            message.to_field(),
            *self.salt.expose_secret(),
        ];
        Ok(commit(&header, LabelLayout::ANSWERS, &self.labels, capacity))
    }
}

fn commit(header: &[Fr], layout: LabelLayout, labels: &[u8], capacity: usize) -> Fr {
    // made large enough at once: a vector that grows leaves its content behind
    let mut elements = Zeroizing::new(Vec::with_capacity(header.len() + layout.elements(capacity)));
    elements.extend_from_slice(header);
    elements.extend_from_slice(&layout.pack(labels, capacity));
    sponge(&elements)
}

/// The number of items with a gold label.
#[must_use]
pub fn gold_count(gold: &[u8]) -> u32 {
    count(gold.iter().map(|label| *label != 0))
}

/// The number of items with a gold label, an answer, and at most `tolerance` between the two.
#[must_use]
pub fn score(gold: &[u8], answers: &[u8], tolerance: u8) -> u32 {
    let matches =
        |(gold, answer): (&u8, &u8)| *gold != 0 && *answer != 0 && gold.abs_diff(*answer) <= tolerance;
    count(gold.iter().zip(answers).map(matches))
}

fn count(items: impl Iterator<Item = bool>) -> u32 {
    items.map(u32::from).sum()
}
