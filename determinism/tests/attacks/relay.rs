//! Attacks on the fact `relay`.

use crate::attack::{Check, Title, carry_out, carry_out_claim, here, left_column, parts, set_bits};
use crate::relay_world::{CAPACITY, Claim, RelayWorld, SLOT, SLOT_WIDTH, circuit};
use ark_ff::Field;
use std::sync::OnceLock;
use workproof_circuits::Circuit;
use workproof_circuits::r1cs::{ConstraintSystem, R1cs};
use workproof_protocol::babyjubjub::BASE8;
use workproof_protocol::{
    Fr, Identity, LeanImt, Nullifier, RelayVoucher, Scalar, Scope, Signature, SigningKey, Voucher,
};

fn shape() -> &'static R1cs {
    static SHAPE: OnceLock<R1cs> = OnceLock::new();
    SHAPE.get_or_init(|| circuit().r1cs().unwrap())
}

fn fill(claim: &Claim) -> Vec<Fr> {
    let mut cs = ConstraintSystem::values();
    circuit().synthesize(&mut cs, Some((&claim.statement, &claim.witness))).unwrap();
    cs.into_assignment_even_if_unsatisfied().to_vec()
}

/// A claim that is false, filled in as if it were true.
fn claim_falsely(title: &Title, check: &Check<'_>, alter: impl Fn(&RelayWorld, &mut Claim)) {
    let world = RelayWorld::new();
    let mut claim = world.claim();
    alter(&world, &mut claim);
    let violation = circuit().check(&claim.statement, &claim.witness).expect_err(title.what);
    carry_out_claim(title, check, &fill(&claim), &violation);
}

#[test]
fn a_nullifier_of_ones_choice_a8() {
    let title =
        Title { id: "A8", what: "another nullifier: the same vouchers are paid again", test: here!() };
    let check = Check::last(shape(), "clause:relay-nullifier", 0, "the nullifier is the hash");
    claim_falsely(&title, &check, |_, claim| {
        claim.statement.common.nullifier = Nullifier::from_field(Fr::from(4u64));
    });
}

#[test]
fn the_nullifier_of_another_scope_a9() {
    let title =
        Title { id: "A9", what: "the nullifier of another scope, not spent in this one", test: here!() };
    let check = Check::last(shape(), "clause:relay-nullifier", 0, "the nullifier is the hash");
    claim_falsely(&title, &check, |world, claim| {
        let scope = Scope::from_field(Fr::from(5u64));
        claim.statement.common.nullifier =
            Nullifier::contributor(scope, world.identity.secret_scalar(), SLOT);
    });
}

#[test]
fn a_stranger_is_no_member_a12() {
    let title = Title { id: "A12", what: "a contributor who is not in the registry", test: here!() };
    let check = Check::last(shape(), "clause:relay-membership", 0, "the path leads to the root");
    claim_falsely(&title, &check, |_, claim| {
        let others = LeanImt::from_leaves((1..8u64).map(|i| Fr::from(1000 + i))).unwrap();
        claim.statement.contributors = others.registry_root().unwrap();
    });
}

/// A voucher of attester 45 signed anew by somebody.
fn signed_by(key: &SigningKey, world: &RelayWorld, claim: &mut Claim) {
    let voucher = &mut claim.witness.vouchers[0];
    voucher.attester = *key.public_key();
    voucher.signature =
        key.sign(Voucher::message(world.scope, world.identity.id(), voucher.units, voucher.index));
}

#[test]
fn a_key_of_ones_own_is_no_attester_a13() {
    let title = Title { id: "A13", what: "an attester whom nobody enrolled: the contributor", test: here!() };
    let clause = "clause:relay-attester-registered";
    let check = Check::last(shape(), clause, 0, "the attester's path leads to the root");
    claim_falsely(&title, &check, |world, claim| {
        let own = SigningKey::from_private_key(b"the contributor's own").unwrap();
        signed_by(&own, world, claim);
    });
}

#[test]
fn a_cap_that_is_in_no_leaf_a2() {
    let title = Title { id: "A2", what: "a cap of one's choice beside the key of the leaf", test: here!() };
    let clause = "clause:relay-attester-registered";
    let check = Check::last(shape(), clause, 0, "the attester's path leads to the root");
    claim_falsely(&title, &check, |world, claim| {
        claim.witness.vouchers[0].cap = u64::MAX;
        claim.witness.vouchers[0].units = 1 << 62;
        world.sign_again(claim, 0);
    });
}

#[test]
fn units_above_the_cap_a3() {
    let title = Title { id: "A3", what: "an attester signs more than their cap", test: here!() };
    let check = Check::last(shape(), "clause:relay-cap", 0, "cap − units has 64 bits");
    claim_falsely(&title, &check, |world, claim| {
        claim.witness.vouchers[0].units = claim.witness.vouchers[0].cap + 1;
        world.sign_again(claim, 0);
    });
}

#[test]
fn an_amount_above_the_sum_a5() {
    let title = Title { id: "A5", what: "2^64 − 1 units claimed over 700", test: here!() };
    let check = Check::last(shape(), "clause:relay-amount", 0, "sum − amount has 72 bits");
    claim_falsely(&title, &check, |_, claim| claim.statement.common.amount = u64::MAX);
}

#[test]
fn a_voucher_counted_twice_a6() {
    let title = Title { id: "A6", what: "one voucher in two places", test: here!() };
    let second = parts(shape(), "clause:relay-indices-increase")[0].start + 1 + 18 + 17;
    let check = Check::row(shape(), second, "the step of the index has 17 bits");
    claim_falsely(&title, &check, |_, claim| {
        claim.witness.vouchers[1] = claim.witness.vouchers[0].clone();
        claim.statement.common.amount = 600;
    });
}

#[test]
fn more_attesters_than_vouchers_a6() {
    let title = Title { id: "A6", what: "three attesters claimed with two vouchers", test: here!() };
    let check = Check::last(shape(), "clause:relay-attester-count", 0, "vouchers − attesters has 8 bits");
    claim_falsely(&title, &check, |_, claim| claim.statement.terms.attesters = 3);
}

#[test]
fn a_voucher_of_another_slot_a8() {
    let title = Title {
        id: "A8",
        what: "a voucher of the next slot: paid in both, by two nullifiers",
        test: here!(),
    };
    let check = Check::last(shape(), "clause:relay-slot-range", 0, "end − last index has 17 bits");
    claim_falsely(&title, &check, |world, claim| {
        let (attester, voucher) = (world.attesters.attester(95).unwrap(), world.voucher(95, 400));
        claim.witness.vouchers[1] = RelayVoucher {
            units: 400,
            index: 95,
            cap: attester.cap,
            attester: attester.public_key,
            signature: voucher.signature,
            path: world.attesters.proof(95).unwrap(),
        };
    });
}

/// The last two rows of a signature.
fn nonce_rows(place: usize) -> Check<'static> {
    let rows = parts(shape(), "clause:relay-signature")[place].clone();
    Check::two_rows(shape(), rows.end - 2, "R is the computed point")
}

#[test]
fn a_voucher_that_nobody_signed_a1() {
    let title = Title { id: "A1", what: "any numbers for a signature", test: here!() };
    claim_falsely(&title, &nonce_rows(0), |_, claim| {
        claim.witness.vouchers[0].signature = Signature { r: BASE8, s: Scalar::from(1u64) };
    });
}

#[test]
fn a_voucher_of_somebody_else_a19() {
    let title = Title { id: "A19", what: "a voucher that was signed for another contributor", test: here!() };
    claim_falsely(&title, &nonce_rows(0), |world, claim| {
        let other = Identity::from_text("somebody else").unwrap().id();
        let key = SigningKey::from_private_key(b"attester 45").unwrap();
        claim.witness.vouchers[0].signature = key.sign(Voucher::message(world.scope, other, 300, 45));
    });
}

#[test]
fn a_signature_with_torsion_in_r_a17() {
    let title = Title { id: "A17", what: "R + T with the equation that holds after times 8", test: here!() };
    claim_falsely(&title, &nonce_rows(0), |_, claim| {
        let torsion = workproof_protocol::babyjubjub::montgomery::T8.to_edwards();
        let signature = &mut claim.witness.vouchers[0].signature;
        signature.r = signature.r.add(&torsion);
    });
}

/// Column of the message among the public inputs.
const MESSAGE: usize = 3;
/// Column of the amount.
const AMOUNT: usize = 4;

#[test]
fn a_message_in_no_row_a10() {
    let title = Title { id: "A10", what: "another recipient in the message of a proof", test: here!() };
    let check = Check::last(shape(), "clause:relay-message-bound", 0, "the message has a row");
    let mut values = fill(&RelayWorld::new().claim());
    values[MESSAGE] = Fr::from(666u64);
    carry_out(&title, &check, &values);
}

/// The sum less `r − 1` is the sum and one more: the second range does not notice.
#[test]
fn an_amount_of_minus_one_a5() {
    let title =
        Title {
            id: "A5", what: "the amount r − 1, which a contract reads as a huge number", test: here!()
        };
    let first = parts(shape(), "clause:relay-amount")[0].start;
    let check = Check::row(shape(), first + 63, "the amount has 64 bits");
    let mut values = fill(&RelayWorld::new().claim());
    values[AMOUNT] = -Fr::ONE;
    set_bits(shape(), first, 64, 0, &mut values);
    set_bits(shape(), first + 64, 72, 701, &mut values);
    carry_out(&title, &check, &values);
}

/// The column of the running index after a place.
fn index_after(place: usize) -> usize {
    let row = parts(shape(), "clause:relay-indices-increase")[0].start + 1 + 18 * place;
    let before: Vec<u32> = shape().a.row(row).map(|(column, _)| column).collect();
    let after = shape().c.row(row).map(|(column, _)| column).find(|column| !before.contains(column));
    usize::try_from(after.unwrap()).unwrap()
}

/// Fills in the running index, of which these are the values after each place, for these flags.
fn set_indices(values: &mut [Fr], flags: [u64; 3], after: [u64; 3]) {
    let first = parts(shape(), "clause:relay-indices-increase")[0].start + 1;
    let mut before = u64::from(SLOT * SLOT_WIDTH) - 1;
    for (place, (flag, index)) in flags.into_iter().zip(after).enumerate() {
        values[index_after(place)] = Fr::from(index);
        let step = u128::from(index.saturating_sub(before).saturating_sub(flag));
        set_bits(shape(), first + 18 * place + 1, 17, step, values);
        before = index;
    }
    let end = u64::from(SLOT * SLOT_WIDTH + SLOT_WIDTH) - 1;
    set_bits(
        shape(),
        parts(shape(), "clause:relay-slot-range")[0].start,
        17,
        u128::from(end - before),
        values,
    );
}

/// The flags of all places and the rows of the attester count.
fn set_flags(values: &mut [Fr], flags: [u64; 3], count_less_claimed: u128) {
    let first = parts(shape(), "clause:relay-disabled-slots")[0].start;
    for (place, flag) in flags.into_iter().enumerate() {
        values[left_column(shape(), first + place)] = Fr::from(flag);
    }
    let count = parts(shape(), "clause:relay-attester-count")[0].start;
    set_bits(shape(), count, 8, count_less_claimed, values);
}

/// The running index moves twice as far, and the flags add up to two.
#[test]
fn a_flag_of_two_is_no_flag_a11() {
    let title = Title { id: "A11", what: "a flag of 2: one attester counted as two", test: here!() };
    let first = parts(shape(), "clause:relay-disabled-slots")[0].start;
    let check = Check::row(shape(), first, "the flag of a place is a bit");
    let world = RelayWorld::new();
    let mut claim = world.claim_over(&[world.voucher(45, 0)]);
    claim.statement.terms.attesters = 2;
    let mut values = fill(&claim);
    set_flags(&mut values, [2, 0, 0], 0);
    let after = 39 + 2 * (45 - 39);
    set_indices(&mut values, [2, 0, 0], [after; 3]);
    carry_out(&title, &check, &values);
}

/// The key that fills disabled places is known to everybody: whoever can let it count signs what they like.
#[test]
fn a_disabled_place_has_no_units_a7() {
    let title = Title {
        id: "A7",
        what: "units in a disabled place, signed with the key that fills it",
        test: here!(),
    };
    let part = 1 + 1; // the flags' own part, then one for each place
    let check = Check::last(shape(), "clause:relay-disabled-slots", part, "a disabled place has no units");
    let world = RelayWorld::new();
    let mut claim = world.claim();
    let key = SigningKey::from_private_key(b"workproof/v1/disabled-slot").unwrap();
    let voucher = &mut claim.witness.vouchers[1];
    (voucher.units, voucher.cap, voucher.attester) = (1 << 40, 1 << 40, *key.public_key());
    voucher.signature = key.sign(Voucher::message(world.scope, world.identity.id(), 1 << 40, voucher.index));
    claim.statement.common.amount = 300 + (1 << 40);
    claim.statement.terms.attesters = 1;
    let mut values = fill(&claim);
    set_flags(&mut values, [1, 0, 0], 0);
    set_indices(&mut values, [1, 0, 0], [45; 3]);
    carry_out(&title, &check, &values);
    assert_eq!(CAPACITY, 3);
}
