//! `clause:gold-commitment`: the commitment opens to (tag, scope, salt, gold labels), 25 labels of 10 bits to an element.
//!
//! **One packing.** Labels lie in `[−255, 511]`. If two lists had the same element `Σ 2^{10 i} g_i` modulo `r`, the difference would
//! be an integer of absolute value below `766·(2^250 − 1)/1023 < r`, hence 0; its lowest digit is a multiple of 1024
//! below 767 in size, hence 0; and so on.

use super::Inputs;
use super::items::ItemVar;
use crate::gadgets::sponge;
use crate::r1cs::{ConstraintSystem, Domain, Linear};
use ark_bn254::Fr;
use ark_ff::Field;
use workproof_protocol::DomainTag;
use workproof_protocol::gold::GoldWitness;
use workproof_protocol::label_commitment::LabelLayout;

pub(super) fn enforce(
    cs: &mut ConstraintSystem,
    inputs: &Inputs,
    items: &[ItemVar],
    witness: Option<&GoldWitness>,
) {
    cs.enter_clause("clause:gold-commitment");
    let salt = cs.free_input("salt of the gold set", Domain::Any, || {
        witness.map_or_else(Fr::default, |w| *w.gold.salt().expose_secret())
    });
    let header = [Linear::from(DomainTag::GoldCommitment.to_field()), inputs.scope.clone(), salt];
    let labels: Vec<&Linear> = items.iter().map(|item| &item.gold).collect();
    // made large enough at once: a vector that grows leaves its content behind
    let mut elements = Vec::with_capacity(header.len() + LabelLayout::GOLD.elements(labels.len()));
    elements.extend(header);
    elements.extend(pack(&labels, LabelLayout::GOLD));
    let commitment = sponge::commit(cs, &elements);
    cs.enforce_equal(&commitment, &inputs.gold_commitment);
}

/// `Σ 2^{bits·i} label_i` for each group of labels: no rows.
pub(super) fn pack(labels: &[&Linear], layout: LabelLayout) -> Vec<Linear> {
    let base = Fr::from(2u64).pow([u64::from(layout.bits)]);
    let group = |labels: &[&Linear]| {
        let mut weight = Fr::ONE;
        Linear::sum(labels.iter().map(|label| {
            let factor = weight;
            weight *= base;
            (factor, *label)
        }))
    };
    labels.chunks(layout.per_element).map(group).collect()
}
