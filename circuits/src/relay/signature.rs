//! `clause:relay-signature`: the attester's key signed `H_5(tag, scope, contributor id, units, index)`. 321 + 2,292 rows, in
//! every place: a stand-in is signed as well.

use super::Inputs;
use crate::gadgets::eddsa::{self, SignatureSlopes};
use crate::gadgets::poseidon;
use crate::r1cs::{ConstraintSystem, Linear};
use workproof_protocol::DomainTag;
use workproof_protocol::relay::RelayVoucher;

/// `place` holds the key's coordinates, the units and the index.
pub(super) fn enforce(
    cs: &mut ConstraintSystem,
    inputs: &Inputs,
    id: &Linear,
    place: [&Linear; 4],
    (voucher, slopes): (Option<&RelayVoucher>, &SignatureSlopes),
) {
    cs.enter_clause("clause:relay-signature");
    let [key_x, key_y, units, index] = place;
    let tag = Linear::from(DomainTag::Voucher.to_field());
    let message = poseidon::hash(cs, [&tag, &inputs.scope, id, units, index]);
    let signature = voucher.map(|v| &v.signature);
    eddsa::enforce_signature_with_slopes(cs, [key_x, key_y, &message], signature, slopes);
}
