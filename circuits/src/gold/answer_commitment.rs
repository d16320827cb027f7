//! `clause:gold-answer-commitment`: the commitment opens to (tag, scope, contributor id, message, salt, answers), 31 labels of 8
//! bits to an element. The answers are 8-bit numbers, so an element has one list of labels.

use super::Inputs;
use super::gold_commitment::pack;
use super::items::ItemVar;
use crate::gadgets::sponge;
use crate::r1cs::{ConstraintSystem, Domain, Linear};
use ark_bn254::Fr;
use workproof_protocol::DomainTag;
use workproof_protocol::gold::GoldWitness;
use workproof_protocol::label_commitment::LabelLayout;

pub(super) fn enforce(
    cs: &mut ConstraintSystem,
    inputs: &Inputs,
    id: &Linear,
    items: &[ItemVar],
    witness: Option<&GoldWitness>,
) {
    cs.enter_clause("clause:gold-answer-commitment");
    let salt = cs.free_input("salt of the answers", Domain::Any, || {
        witness.map_or_else(Fr::default, |w| *w.answers.salt().expose_secret())
    });
    let tag = Linear::from(DomainTag::AnswerCommitment.to_field());
    let header = [tag, inputs.scope.clone(), id.clone(), inputs.message.clone(), salt];
    let labels: Vec<&Linear> = items.iter().map(|item| &item.answer).collect();
    // made large enough at once: a vector that grows leaves its content behind
    let mut elements = Vec::with_capacity(header.len() + LabelLayout::ANSWERS.elements(labels.len()));
    elements.extend(header);
    elements.extend(pack(&labels, LabelLayout::ANSWERS));
    let commitment = sponge::commit(cs, &elements);
    cs.enforce_equal(&commitment, &inputs.answer_commitment);
}
