//! Each clause of `relay`, broken alone: refused by the plain check and by the rows, and the rows are that clause's.
//!
//! Three clauses cannot be broken through the types of the plain check (`clause:relay-units-range`,
//! `clause:relay-disabled-slots`, `clause:relay-message-bound`); they are broken in the assignment.

use crate::relay_world::{Claim, RelayWorld, circuit};
use ark_ff::{AdditiveGroup, Field, PrimeField};
use workproof_circuits::Circuit;
use workproof_circuits::r1cs::{Assignment, R1cs, SynthesisError};
use workproof_protocol::{
    Clause, ContributorId, Fr, Identity, IdentitySecret, Message, Nullifier, RegistryRoot, RelayTerms,
    Scalar, SigningKey, Voucher,
};

type Break = fn(&RelayWorld, &mut Claim);

/// Each break with the clause that it breaks, and no other.
const BREAKS: &[(&str, Clause, Break)] = &[
    ("a registry without the contributor", Clause::RelayMembership, |_, c| {
        let registry = c.statement.contributors;
        c.statement.contributors = RegistryRoot::new(registry.root() + Fr::ONE, registry.size()).unwrap();
    }),
    ("a registry of one more member", Clause::RelayMembership, |_, c| {
        let registry = c.statement.contributors;
        c.statement.contributors = RegistryRoot::new(registry.root(), registry.size() + 1).unwrap();
    }),
    ("another sibling", Clause::RelayMembership, |_, c| c.witness.membership.siblings[0] += Fr::ONE),
    ("one level less", Clause::RelayMembership, |_, c| {
        c.witness.membership.siblings.pop();
        c.witness.membership.index &= 1;
    }),
    ("the nullifier of another secret", Clause::RelayNullifier, |_, c| {
        let other = Identity::from_text("somebody else").unwrap();
        c.statement.common.nullifier =
            Nullifier::contributor(c.statement.common.scope, other.secret_scalar(), 1);
    }),
    ("the nullifier of another slot", Clause::RelayNullifier, |w, c| {
        c.statement.common.nullifier = Nullifier::contributor(w.scope, w.identity.secret_scalar(), 2);
    }),
    ("an attester root of another registry", Clause::RelayAttesterRegistered, |_, c| {
        c.statement.attester_root += Fr::ONE;
    }),
    ("a cap that is not in the leaf", Clause::RelayAttesterRegistered, |_, c| c.witness.vouchers[0].cap += 1),
    ("a path of another index", Clause::RelayAttesterRegistered, |w, c| {
        c.witness.vouchers[1].path = w.attesters.proof(71).unwrap();
        c.witness.vouchers[1].index = 71;
        resign_with_key_of(w, c, 1, 70, 71);
    }),
    ("another sibling of an attester", Clause::RelayAttesterRegistered, |_, c| {
        c.witness.vouchers[0].path.siblings[3][2] += Fr::ONE;
    }),
    ("a signature over other units", Clause::RelaySignature, |_, c| c.witness.vouchers[0].units += 1),
    ("a signature by another attester", Clause::RelaySignature, |w, c| {
        c.witness.vouchers[0].signature = w.voucher(46, 300).signature;
    }),
    ("a signature for another contributor", Clause::RelaySignature, |w, c| {
        let other = ContributorId::from_field(Fr::from(5u64));
        resign(w, c, Voucher::message(w.scope, other, 300, 45));
    }),
    ("a signature for another scope", Clause::RelaySignature, |w, c| {
        let scope = workproof_protocol::Scope::from_field(Fr::from(5u64));
        resign(w, c, Voucher::message(scope, w.identity.id(), 300, 45));
    }),
    ("S changed", Clause::RelaySignature, |_, c| c.witness.vouchers[0].signature.s += Scalar::ONE),
    ("units above the cap", Clause::RelayCap, |w, c| {
        c.witness.vouchers[0].units = c.witness.vouchers[0].cap + 1;
        w.sign_again(c, 0);
    }),
    ("an index after the slot", Clause::RelaySlotRange, |w, c| {
        let beyond = w.claim_with_width(60);
        c.witness.vouchers = beyond;
    }),
    ("the same voucher twice", Clause::RelayIndicesIncrease, |_, c| {
        let first = c.witness.vouchers[0].clone();
        c.witness.vouchers[1] = first;
        c.statement.common.amount = 600;
    }),
    ("vouchers in the wrong order", Clause::RelayIndicesIncrease, |_, c| c.witness.vouchers.swap(0, 1)),
    ("an amount above the sum", Clause::RelayAmount, |_, c| c.statement.common.amount += 1),
    ("the greatest amount", Clause::RelayAmount, |_, c| c.statement.common.amount = u64::MAX),
    ("more attesters than vouchers", Clause::RelayAttesterCount, |_, c| c.statement.terms.attesters = 3),
    ("a slot that is too large", Clause::RelayTerms, |w, c| {
        c.statement.terms = RelayTerms { slot: 1 << 17, ..c.statement.terms };
        let secret = w.identity.secret_scalar();
        c.statement.common.nullifier = Nullifier::contributor(w.scope, secret, 1 << 17);
    }),
    ("a slot width of zero", Clause::RelayTerms, |_, c| c.statement.terms.slot_width = 0),
    ("a slot width that is too large", Clause::RelayTerms, |_, c| c.statement.terms.slot_width = 1 << 17),
    ("too many attesters for their field", Clause::RelayTerms, |_, c| c.statement.terms.attesters = 1 << 8),
];

fn resign(world: &RelayWorld, claim: &mut Claim, message: Fr) {
    let _ = world;
    claim.witness.vouchers[0].signature = SigningKey::from_private_key(b"attester 45").unwrap().sign(message);
}

fn resign_with_key_of(world: &RelayWorld, claim: &mut Claim, position: usize, key: u32, index: u32) {
    let key = SigningKey::from_private_key(format!("attester {key}").as_bytes()).unwrap();
    let units = claim.witness.vouchers[position].units;
    claim.witness.vouchers[position].signature =
        key.sign(Voucher::message(world.scope, world.identity.id(), units, index));
}

impl RelayWorld {
    /// Vouchers of attesters 45 and 95, the second beyond the slot.
    fn claim_with_width(&self, _width: u32) -> Vec<workproof_protocol::RelayVoucher> {
        let mut wide = self.claim();
        let attester = self.attesters.attester(95).unwrap();
        let voucher = self.voucher(95, 400);
        wide.witness.vouchers[1] = workproof_protocol::RelayVoucher {
            units: 400,
            index: 95,
            cap: attester.cap,
            attester: attester.public_key,
            signature: voucher.signature,
            path: self.attesters.proof(95).unwrap(),
        };
        wide.witness.vouchers.clone()
    }
}

/// The clauses whose rows do not hold.
fn broken_clauses(shape: &R1cs, values: &[Fr]) -> Vec<&'static str> {
    let mut clauses: Vec<_> =
        shape.unsatisfied_rows(values).into_iter().filter_map(|row| shape.clause_of_row(row)).collect();
    clauses.dedup();
    clauses
}

fn fill(claim: &Claim) -> Assignment {
    let mut cs = workproof_circuits::r1cs::ConstraintSystem::values();
    circuit().synthesize(&mut cs, Some((&claim.statement, &claim.witness))).unwrap();
    cs.into_assignment_even_if_unsatisfied()
}

#[test]
fn a_valid_claim_satisfies_both() {
    let world = RelayWorld::new();
    let claim = world.claim();
    circuit().check(&claim.statement, &claim.witness).unwrap();
    let values = circuit().assignment(&claim.statement, &claim.witness).unwrap();
    assert!(circuit().r1cs().unwrap().unsatisfied_rows(&values).is_empty());
}

#[test]
fn each_broken_clause_is_refused_by_the_check_and_by_the_rows() {
    let world = RelayWorld::new();
    let shape = circuit().r1cs().unwrap();
    for (name, clause, alter) in BREAKS {
        let mut claim = world.claim();
        alter(&world, &mut claim);
        let violation = circuit().check(&claim.statement, &claim.witness).expect_err(name);
        assert_eq!(violation.clause(), *clause, "{name}");
        let id = format!("clause:{}", clause.id());
        match circuit().assignment(&claim.statement, &claim.witness) {
            Err(SynthesisError::Unsatisfied { clause, .. }) => assert_eq!(clause, id, "{name}"),
            other => panic!("{name}: {other:?}"),
        }
        let broken = broken_clauses(&shape, &fill(&claim));
        assert_eq!(broken.first(), Some(&id.as_str()), "{name}");
        // Terms out of range also move the range of indices; every other break stays within its clause.
        assert!(broken.len() == 1 || *clause == Clause::RelayTerms, "{name}: {broken:?}");
    }
}

/// `clause:relay-secret-canonical`: neither zero nor `l` nor anything beyond is a secret; in the rows, the value of the bits
/// cannot reach `l` (see the gadget), and a bit that is no bit is refused.
#[test]
fn clause_relay_secret_canonical() {
    let world = RelayWorld::new();
    for secret in [Fr::ZERO, Fr::from(Scalar::MODULUS), -Fr::ONE] {
        let mut claim = world.claim();
        claim.witness.identity = IdentitySecret::from_trusted_field_unchecked(secret);
        let violation = circuit().check(&claim.statement, &claim.witness).unwrap_err();
        assert_eq!(violation.clause(), Clause::RelaySecretCanonical);
        assert!(circuit().assignment(&claim.statement, &claim.witness).is_err());
    }
    let claim = world.claim();
    let shape = circuit().r1cs().unwrap();
    let mut values = fill(&claim);
    let bit = column_of_first_row(&shape, "clause:relay-secret-canonical");
    values.as_mut_slice()[bit] = Fr::from(2u64);
    assert!(broken_clauses(&shape, &values).contains(&"clause:relay-secret-canonical"));
}

/// `clause:relay-message-bound`: the message's own row breaks when the message is exchanged.
#[test]
fn clause_relay_message_bound() {
    let world = RelayWorld::new();
    let claim = world.claim();
    let shape = circuit().r1cs().unwrap();
    let mut values = fill(&claim);
    assert_eq!(values[3], claim.statement.common.message.to_field());
    values.as_mut_slice()[3] = Message::from_field(Fr::from(100u64)).to_field();
    assert_eq!(broken_clauses(&shape, &values), ["clause:relay-message-bound"]);
}

/// `clause:relay-units-range`: `2^64`, `−1` and a field element in the place of the units.
#[test]
fn clause_relay_units_range() {
    let world = RelayWorld::new();
    let shape = circuit().r1cs().unwrap();
    let values = fill(&world.claim());
    let units = (8..shape.variables).find(|c| values[*c] == Fr::from(300u64)).unwrap();
    for wrong in [Fr::from(1u128 << 64), -Fr::ONE, Fr::from(7u64).inverse().unwrap()] {
        let mut altered = Assignment::new(values.to_vec());
        altered.as_mut_slice()[units] = wrong;
        assert!(broken_clauses(&shape, &altered).contains(&"clause:relay-units-range"), "{wrong}");
    }
}

/// `clause:relay-disabled-slots`: flags that are no booleans, a hole, a disabled slot with units.
#[test]
fn clause_relay_disabled_slots() {
    let world = RelayWorld::new();
    let shape = circuit().r1cs().unwrap();
    let claim = world.claim();
    let values = fill(&claim);
    let first = column_of_first_row(&shape, "clause:relay-disabled-slots");
    assert_eq!(values[first..first + 3], [Fr::ONE, Fr::ONE, Fr::ZERO], "the three flags");
    for flags in [[0u64, 1, 0], [1, 0, 1], [2, 1, 0], [1, 1, 2], [0, 0, 0], [1, 0, 0]] {
        let mut altered = Assignment::new(values.to_vec());
        for (column, flag) in altered.as_mut_slice().iter_mut().skip(first).zip(flags) {
            *column = Fr::from(flag);
        }
        assert!(broken_clauses(&shape, &altered).contains(&"clause:relay-disabled-slots"), "{flags:?}");
    }
    // A disabled slot over units: flags as they should be, units added to the stand-in.
    let units =
        (8..shape.variables).rfind(|c| *c > first && is_units_of_last_slot(&shape, &values, *c)).unwrap();
    let mut altered = Assignment::new(values.to_vec());
    altered.as_mut_slice()[units] = Fr::from(5u64);
    assert!(broken_clauses(&shape, &altered).contains(&"clause:relay-disabled-slots"));
}

/// `clause:relay-capacity`: more vouchers than slots.
#[test]
fn clause_relay_capacity() {
    let world = RelayWorld::new();
    let mut claim = world.claim_over(&[world.voucher(45, 300), world.voucher(60, 5), world.voucher(70, 400)]);
    let last = claim.witness.vouchers[2].clone();
    claim.witness.vouchers.push(last);
    claim.statement.common.amount = 1105;
    let violation = circuit().check(&claim.statement, &claim.witness).unwrap_err();
    assert_eq!(violation.clause(), Clause::RelayCapacity);
    assert!(circuit().assignment(&claim.statement, &claim.witness).is_err());
}

/// A23: what is valid at the ends of the ranges is provable.
#[test]
fn valid_claims_at_the_ends_are_provable_a23() {
    let world = RelayWorld::new();
    let at_caps = [world.voucher(40, 41_000), world.voucher(79, 80_000)];
    let cases = [
        world.claim_over(&[world.voucher(40, 0)]),
        world.claim_over(&at_caps),
        world.claim_over(&[world.voucher(40, 1), world.voucher(41, 2), world.voucher(79, 3)]),
    ];
    for mut claim in cases {
        circuit().check(&claim.statement, &claim.witness).unwrap();
        circuit().assignment(&claim.statement, &claim.witness).unwrap();
        claim.statement.common.amount = 0;
        claim.statement.terms.attesters = 0;
        circuit().assignment(&claim.statement, &claim.witness).unwrap();
    }
}

/// The first variable in the first row of a clause.
fn column_of_first_row(shape: &R1cs, clause: &str) -> usize {
    let row = (0..shape.constraints()).find(|row| shape.clause_of_row(*row) == Some(clause)).unwrap();
    let column = shape.a.row(row).chain(shape.b.row(row)).map(|(column, _)| column).find(|c| *c != 0);
    usize::try_from(column.unwrap()).unwrap()
}

/// Whether a column is the left factor of the last row of the form `units · (flag − 1) = 0`.
fn is_units_of_last_slot(shape: &R1cs, values: &[Fr], column: usize) -> bool {
    let row = (0..shape.constraints())
        .rfind(|row| shape.clause_of_row(*row) == Some("clause:relay-disabled-slots"))
        .unwrap();
    values[column] == Fr::ZERO && shape.a.row(row).any(|(c, _)| usize::try_from(c) == Ok(column))
}
