//! The values of all columns.

use ark_bn254::Fr;
use core::ops::Deref;
use zeroize::{Zeroize, ZeroizeOnDrop};

/// The vector `z = (1, public inputs, witness)`. It holds the witness in the clear: it is wiped when dropped and never
/// printed.
pub struct Assignment(Vec<Fr>);

impl Assignment {
    /// Takes ownership of the values, the constant 1 first.
    #[must_use]
    pub const fn new(values: Vec<Fr>) -> Self {
        Self(values)
    }

    /// The values, for a change in a test or a transformation; the length stays as it is.
    pub fn as_mut_slice(&mut self) -> &mut [Fr] {
        &mut self.0
    }

    /// Appends a value.
    pub(super) fn push(&mut self, value: Fr) {
        if self.0.len() == self.0.capacity() {
            self.reserve(self.0.len().max(64));
        }
        self.0.push(value);
    }

    /// Moves the values of another to the end of this one.
    pub(super) fn append(&mut self, more: &Self) {
        self.reserve(more.len());
        self.0.extend_from_slice(more);
    }

    /// Makes room for more values. Memory that has become too small is wiped, which a `Vec` would not do.
    pub(super) fn reserve(&mut self, more: usize) {
        if self.0.capacity() - self.0.len() < more {
            let mut larger = Vec::with_capacity(self.0.len() + more);
            larger.extend_from_slice(&self.0);
            self.0.zeroize();
            self.0 = larger;
        }
    }
}

impl Deref for Assignment {
    type Target = [Fr];
    fn deref(&self) -> &[Fr] {
        &self.0
    }
}

impl Drop for Assignment {
    fn drop(&mut self) {
        self.0.zeroize();
    }
}

impl ZeroizeOnDrop for Assignment {}

impl core::fmt::Debug for Assignment {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        write!(f, "Assignment({} values, <redacted>)", self.0.len())
    }
}
