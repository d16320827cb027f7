//! `clause:relay-units-range`: `units < 2^64` (64 rows), and `clause:relay-cap`: `units ≤ cap`, by `cap − units < 2^64` (64
//! rows; together they bound `cap` below `2^65`, so the difference does not wrap). `clause:relay-disabled-slots`:
//! `(1 − enabled) · units = 0` (1 row).

use crate::gadgets::range::enforce_in_range;
use crate::r1cs::{ConstraintSystem, Domain, Linear};
use ark_bn254::Fr;
use ark_ff::Field;
use workproof_protocol::relay::RelayVoucher;

/// The units and the cap of the place.
pub(super) fn enforce(
    cs: &mut ConstraintSystem,
    enabled: &Linear,
    voucher: Option<&RelayVoucher>,
) -> (Linear, Linear) {
    cs.enter_clause("clause:relay-units-range");
    let amount = Domain::Between(0, u64::MAX);
    let units = cs.free_input("units of the voucher; they are signed", amount, || {
        Fr::from(voucher.map_or(0, |v| v.units))
    });
    let cap = cs.free_input("the attester's cap; it is in their leaf", Domain::Any, || {
        Fr::from(voucher.map_or(0, |v| v.cap))
    });
    enforce_in_range(cs, &units, 64);

    cs.enter_clause("clause:relay-cap");
    enforce_in_range(cs, &(&cap - &units), 64);

    cs.enter_clause("clause:relay-disabled-slots");
    cs.enforce(&units, &(enabled - Linear::from(Fr::ONE)), &Linear::zero());
    (units, cap)
}
