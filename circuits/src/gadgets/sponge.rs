//! The commitment hash over many field elements.
//!
//! **Relation.** `state ← H_16(e_0 … e_15)`, then `state ← H_16(state, next 15 elements)` until all are taken; the last call is
//! filled up with zeros.
//!
//! **Rows.** 609 a call.
//!
//! **Caller.** The number of elements must be fixed by the circuit, or two lists could differ in trailing zeros only.

use super::poseidon;
use crate::r1cs::{ConstraintSystem, Linear};

/// The commitment to a list of elements.
pub fn commit(cs: &mut ConstraintSystem, elements: &[Linear]) -> Linear {
    let zero = Linear::zero();
    let (first, rest) = elements.split_at(elements.len().min(16));
    let padded = |head: Option<&Linear>, tail: &[Linear]| -> [Linear; 16] {
        let mut all = head.into_iter().chain(tail).cloned();
        core::array::from_fn(|_| all.next().unwrap_or_else(|| zero.clone()))
    };
    let mut state = poseidon::hash(cs, padded(None, first).each_ref());
    for block in rest.chunks(15) {
        state = poseidon::hash(cs, padded(Some(&state), block).each_ref());
    }
    state
}
