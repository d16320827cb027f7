//! One place: a voucher, or what stands in for one. Its rows do not depend on other places.

use super::{Inputs, attester_registered, signature, units};
use crate::gadgets::eddsa::{SignatureSlopes, SignedMessage, signature_slopes};
use crate::r1cs::{ConstraintSystem, Linear};
use workproof_protocol::{AttesterPath, Fr, RelayStatement, RelayVoucher, RelayWitness, SigningKey, Voucher};

/// What a place is filled with.
pub(super) struct Filling {
    pub(super) enabled: bool,
    /// `None` only while a shape is recorded.
    pub(super) voucher: Option<RelayVoucher>,
}

/// The forms of a place that the clauses over all places need.
pub(super) struct PlaceVar {
    pub(super) enabled: Linear,
    pub(super) index: Linear,
    pub(super) units: Linear,
}

/// The vouchers in order, then stand-ins. Vouchers beyond the capacity are dropped: the amount will not hold.
pub(super) fn fillings(
    capacity: usize,
    statement: Option<&RelayStatement>,
    witness: Option<&RelayWitness>,
) -> Vec<Filling> {
    let mut all: Vec<Filling> = witness
        .into_iter()
        .flat_map(|witness| &witness.vouchers)
        .take(capacity)
        .map(|voucher| Filling { enabled: true, voucher: Some(voucher.clone()) })
        .collect();
    let stand_in = statement.zip(witness).and_then(|(statement, witness)| stand_in(statement, witness));
    all.resize_with(capacity, || Filling { enabled: false, voucher: stand_in.clone() });
    all
}

/// A voucher over zero units by a key that everybody can derive: what fills a disabled place's signature rows.
fn stand_in(statement: &RelayStatement, witness: &RelayWitness) -> Option<RelayVoucher> {
    let key = SigningKey::from_private_key(b"workproof/v1/disabled-slot").ok()?;
    let message = Voucher::message(statement.common.scope, witness.identity.contributor_id()?, 0, 0);
    Some(RelayVoucher {
        units: 0,
        index: 0,
        cap: 0,
        attester: *key.public_key(),
        signature: key.sign(message),
        path: AttesterPath { index: 0, siblings: Default::default() },
    })
}

/// The slopes of all places' signatures; each part of them is worked on by one core.
pub(super) fn slopes(
    statement: Option<&RelayStatement>,
    witness: Option<&RelayWitness>,
    fillings: &[Filling],
) -> Vec<SignatureSlopes> {
    let blank = || vec![SignatureSlopes::default(); fillings.len()];
    let Some((scope, id)) =
        statement.map(|s| s.common.scope).zip(witness.and_then(|w| w.identity.contributor_id()))
    else {
        return blank();
    };
    let signed: Option<Vec<SignedMessage<'_>>> = fillings
        .iter()
        .map(|filling| {
            let voucher = filling.voucher.as_ref()?;
            let message = Voucher::message(scope, id, voucher.units, voucher.index);
            Some(SignedMessage { key: voucher.attester.point(), message, signature: &voucher.signature })
        })
        .collect();
    signed.map_or_else(blank, |signed| slopes_in_parallel(&signed))
}

#[cfg(feature = "parallel")]
fn slopes_in_parallel(signed: &[SignedMessage<'_>]) -> Vec<SignatureSlopes> {
    use rayon::prelude::*;
    let part = signed.len().div_ceil(rayon::current_num_threads()).max(1);
    signed.par_chunks(part).flat_map_iter(signature_slopes).collect()
}

#[cfg(not(feature = "parallel"))]
fn slopes_in_parallel(signed: &[SignedMessage<'_>]) -> Vec<SignatureSlopes> {
    signature_slopes(signed)
}

/// All clauses of one place.
pub(super) fn enforce(
    cs: &mut ConstraintSystem,
    inputs: &Inputs,
    id: &Linear,
    enabled: Linear,
    (filling, slopes): (&Filling, &SignatureSlopes),
) -> PlaceVar {
    let voucher = filling.voucher.as_ref();
    let (units, cap) = units::enforce(cs, &enabled, voucher);
    let key_x = cs.hint(|| voucher.map_or_else(Fr::default, |v| v.attester.x()));
    let key_y = cs.hint(|| voucher.map_or_else(Fr::default, |v| v.attester.y()));
    let index = attester_registered::enforce(cs, inputs, &enabled, [&key_x, &key_y, &cap], voucher);
    signature::enforce(cs, inputs, id, [&key_x, &key_y, &units, &index], (voucher, slopes));
    PlaceVar { enabled, index, units }
}
