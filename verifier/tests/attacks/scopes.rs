//! A proof used somewhere else than it was made for (A9, C11).

use crate::attack::{Twin, carry_out};
use crate::square_fact::SquareKey;
use core::cell::RefCell;
use workproof_protocol::mutants::Twin::{ChainInScope, RecipientInMessage, SettlementInScope};
use workproof_protocol::{
    CommonInputs, Fact, Message, Nullifier, Payment, PublicInputs, Scope, ScopeFields, Statement,
};
use workproof_verifier::curve::Fr;
use workproof_verifier::{VerifyError, verify};

/// "16 is a square", said for a scope and with a message.
struct Said(CommonInputs);

impl Statement for Said {
    const FACT: &'static str = "square";
    const INPUT_NAMES: &'static [&'static str] = &["scope", "nullifier", "message", "amount", "y"];

    fn common(&self) -> &CommonInputs {
        &self.0
    }

    fn public_inputs(&self) -> PublicInputs {
        let [scope, nullifier, message, amount] = self.0.to_fields();
        PublicInputs::new([scope, nullifier, message, amount, Fr::from(16)])
    }
}

fn said(scope: Scope, message: Message) -> Said {
    Said(CommonInputs { scope, nullifier: Nullifier::from_field(Fr::from(2)), message, amount: 4 })
}

/// What becomes of a proof of the first where it is presented for the second.
fn presented_for(key: &RefCell<SquareKey>, first: &Said, second: &Said) -> Result<(), VerifyError> {
    let inputs = first.public_inputs().as_slice().to_vec();
    let proof = key.borrow_mut().prove_inputs(inputs, Fr::from(4));
    let prepared = key.borrow().verifying.prepare();
    assert_eq!(verify(&prepared, first, &proof), Ok(()));
    verify(&prepared, second, &proof)
}

fn fields(chain_id: u64, settlement: u8) -> ScopeFields {
    let settlement = [settlement; 32];
    ScopeFields { network: [1; 32], chain_id, settlement, fact: Fact::RELAY, task: [3; 32], policy: [4; 32] }
}

fn payment(recipient: u8) -> Payment {
    Payment {
        recipient: [recipient; 32],
        chain_id: 1,
        settlement: [2; 32],
        token: [0; 32],
        deadline: 2_000_000_000,
    }
}

#[test]
fn a_claim_of_one_chain_is_not_paid_on_another_a9() {
    let key = RefCell::new(SquareKey::new(31));
    let on = |chain| said(fields(chain, 2).scope(), payment(7).message());
    let attack = || presented_for(&key, &on(1), &on(61));
    let what = "a claim paid on one chain is presented on its fork";
    carry_out("A9", what, VerifyError::InvalidProof, Twin::Protocol(ChainInScope), attack);
}

#[test]
fn a_claim_of_one_settlement_is_not_paid_by_another_a9() {
    let key = RefCell::new(SquareKey::new(32));
    let by = |settlement| said(fields(1, settlement).scope(), payment(7).message());
    let attack = || presented_for(&key, &by(2), &by(3));
    let what = "a claim paid by one contract is presented to another";
    carry_out("A9", what, VerifyError::InvalidProof, Twin::Protocol(SettlementInScope), attack);
}

#[test]
fn a_claim_seen_on_its_way_pays_nobody_else_c11() {
    let key = RefCell::new(SquareKey::new(33));
    let to = |recipient| said(fields(1, 2).scope(), payment(recipient).message());
    let attack = || presented_for(&key, &to(7), &to(8));
    let what = "somebody copies a waiting claim and puts in another recipient";
    carry_out("C11", what, VerifyError::InvalidProof, Twin::Protocol(RecipientInMessage), attack);
}
