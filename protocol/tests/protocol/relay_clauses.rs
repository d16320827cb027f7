//! From one valid relay claim, one change for each clause: the check must name that clause.

use ark_ff::{Field, PrimeField};
use workproof_protocol::babyjubjub::BASE8;
use workproof_protocol::{
    Attester, AttesterTree, Clause, Fr, Identity, IdentitySecret, Message, Nullifier, RegistryRoot,
    RelayStatement, RelayViolation, RelayWitness, Scalar, Scope, Voucher, check_relay,
};

use crate::fixtures::{Network, RELAY_CAPACITY, attester_key};

/// The order of the subgroup as a field element.
fn order() -> Fr {
    Fr::new(Scalar::MODULUS)
}

fn check(statement: &RelayStatement, witness: &RelayWitness) -> Result<(), RelayViolation> {
    check_relay(statement, witness, RELAY_CAPACITY)
}

/// Applies a change to a valid claim and returns the clause that the check names.
fn broken(change: impl FnOnce(&mut RelayStatement, &mut RelayWitness)) -> Option<Clause> {
    let (mut statement, mut witness) = Network::new().claim();
    assert_eq!(check(&statement, &witness), Ok(()));
    change(&mut statement, &mut witness);
    check(&statement, &witness).err().map(|violation| {
        assert!(violation.to_string().starts_with(violation.clause().id()), "{violation}");
        violation.clause()
    })
}

#[test]
fn rejects_relay_secret_canonical_a8() {
    for times in 1..8_u64 {
        let clause = broken(|statement, witness| {
            let alias = *witness.identity.expose_secret() + order() * Fr::from(times);
            witness.identity = IdentitySecret::from_trusted_field_unchecked(alias);
            // The second nullifier that such an alias would bring.
            statement.common.nullifier = Nullifier::contributor(statement.common.scope, &witness.identity, 0);
        });
        assert_eq!(clause, Some(Clause::RelaySecretCanonical), "secret + {times} l");
    }
}

#[test]
fn rejects_relay_membership() {
    let expected = Some(Clause::RelayMembership);
    let other_root = |statement: &RelayStatement| {
        RegistryRoot::new(statement.contributors.root() + Fr::ONE, statement.contributors.size()).unwrap()
    };
    let of_size =
        |statement: &RelayStatement, size| RegistryRoot::new(statement.contributors.root(), size).unwrap();
    assert_eq!(broken(|statement, _| statement.contributors = other_root(statement)), expected);
    assert_eq!(broken(|statement, _| statement.contributors = of_size(statement, 1)), expected);
    assert_eq!(broken(|statement, _| statement.contributors = of_size(statement, 1 << 20)), expected);
    assert_eq!(broken(|_, witness| witness.membership.index ^= 1), expected);
    assert_eq!(broken(|_, witness| witness.membership.index |= 1 << 20), expected);
    assert_eq!(broken(|_, witness| witness.membership.siblings[0] += Fr::ONE), expected);
    assert_eq!(broken(|_, witness| witness.membership.siblings.truncate(1)), expected);
    assert_eq!(broken(|_, witness| witness.membership.siblings.resize(21, Fr::ONE)), expected);
    let stranger = Identity::from_text("stranger").unwrap();
    assert_eq!(broken(|_, witness| witness.identity = stranger.secret_scalar().clone()), expected);
}

#[test]
fn rejects_relay_nullifier_a9() {
    let expected = Some(Clause::RelayNullifier);
    assert_eq!(broken(|statement, _| statement.common.nullifier = Nullifier::from_field(Fr::ONE)), expected);
    assert_eq!(broken(|statement, _| statement.common.scope = Scope::from_field(Fr::ONE)), expected);
    assert_eq!(broken(|statement, _| (statement.terms.slot, statement.terms.slot_width) = (1, 1)), expected);
}

#[test]
fn accepts_any_message_as_relay_message_bound_is_a_matter_of_the_proof() {
    assert_eq!(broken(|statement, _| statement.common.message = Message::from_field(Fr::ONE)), None);
}

#[test]
fn rejects_relay_attester_registered_a12_a13() {
    let expected = Some(Clause::RelayAttesterRegistered);
    assert_eq!(broken(|statement, _| statement.attester_root += Fr::ONE), expected);
    assert_eq!(broken(|statement, _| statement.attester_root = AttesterTree::new().root()), expected);
    assert_eq!(broken(|_, witness| witness.vouchers[0].path.siblings[6][3] += Fr::ONE), expected);
    assert_eq!(broken(|_, witness| witness.vouchers[1].path.index += 1), expected);
    assert_eq!(broken(|_, witness| witness.vouchers[0].cap += 1), expected);
    assert_eq!(broken(|_, witness| witness.vouchers[2].attester = *attester_key(0).public_key()), expected);
    // Another index with a voucher that is signed for it.
    let network = Network::new();
    let elsewhere = Voucher::issue(&attester_key(4), network.scope, network.identity.id(), 300, 5);
    let clause = broken(|_, witness| {
        witness.vouchers[2].index = 5;
        witness.vouchers[2].path.index = 5;
        witness.vouchers[2].signature = elsewhere.signature;
    });
    assert_eq!(clause, expected);
    // The place of nobody, with the identity as a key, cannot even be written down: PublicKey refuses it.
}

#[test]
fn rejects_relay_signature_a6_a19() {
    let expected = Some(Clause::RelaySignature);
    assert_eq!(broken(|_, witness| witness.vouchers[1].units += 1), expected);
    assert_eq!(broken(|_, witness| witness.vouchers[0].signature = witness.vouchers[1].signature), expected);
    assert_eq!(broken(|_, witness| witness.vouchers[0].signature.s += Scalar::ONE), expected);
    assert_eq!(broken(|_, witness| witness.vouchers[0].signature.r = BASE8), expected);
    assert_eq!(broken(|_, witness| witness.vouchers[0].signature.r.x += Fr::ONE), expected);
    let network = Network::new();
    let id = network.identity.id();
    let others = [
        Voucher::issue(&attester_key(1), Scope::from_field(Fr::ONE), id, 100, 1),
        Voucher::issue(&attester_key(1), network.scope, Identity::from_text("other").unwrap().id(), 100, 1),
        Voucher::issue(&attester_key(1), network.scope, id, 100, 2),
        Voucher::issue(&attester_key(2), network.scope, id, 100, 1),
    ];
    for other in others {
        assert_eq!(broken(|_, witness| witness.vouchers[0].signature = other.signature), expected);
    }
}

#[test]
fn rejects_relay_cap() {
    let mut network = Network::new();
    network.attesters.update(3, Attester::new(*attester_key(3).public_key(), 200)).unwrap();
    let (statement, mut witness) = network.claim();
    assert_eq!(check(&statement, &witness), Ok(()));
    let voucher = network.voucher(3, 201);
    witness.vouchers[1].units = 201;
    witness.vouchers[1].signature = voucher.signature;
    assert_eq!(check(&statement, &witness), Err(RelayViolation::Cap { voucher: 1 }));
}

#[test]
fn rejects_relay_slot_range() {
    let mut network = Network::new();
    for (slot, slot_width, accepted) in
        [(0, 5, true), (0, 4, false), (1, 1, false), (1, 2, false), (0, 131_071, true)]
    {
        network.vouchers = vec![network.voucher(1, 100), network.voucher(4, 300)];
        let (mut statement, witness) = network_claim(&network);
        statement.terms.slot = slot;
        statement.terms.slot_width = slot_width;
        statement.common.nullifier = Nullifier::contributor(network.scope, &witness.identity, slot);
        let expected = if accepted { None } else { Some(Clause::RelaySlotRange) };
        assert_eq!(
            check(&statement, &witness).err().map(|violation| violation.clause()),
            expected,
            "{slot} {slot_width}"
        );
    }
}

fn network_claim(network: &Network) -> (RelayStatement, RelayWitness) {
    let mut request = network.request();
    request.amount = Some(1);
    request.least_attesters = Some(1);
    request.assemble(RELAY_CAPACITY).unwrap()
}

#[test]
fn rejects_relay_indices_increase_a6() {
    let expected = Some(Clause::RelayIndicesIncrease);
    assert_eq!(broken(|_, witness| witness.vouchers.swap(0, 1)), expected);
    assert_eq!(broken(|_, witness| witness.vouchers.reverse()), expected);
    assert_eq!(broken(|_, witness| witness.vouchers.push(witness.vouchers[2].clone())), expected);
    // A second, larger total of the same attester.
    let larger = Network::new().voucher(4, 400);
    let clause = broken(|_, witness| {
        let mut again = witness.vouchers[2].clone();
        again.units = 400;
        again.signature = larger.signature;
        witness.vouchers.push(again);
    });
    assert_eq!(clause, expected);
}

#[test]
fn accepts_no_disabled_slots_in_a_list_as_relay_disabled_slots_is_a_matter_of_the_circuit() {
    // Fewer vouchers than places is what a circuit fills up; the sum must still reach the amount.
    assert_eq!(
        broken(|statement, witness| {
            witness.vouchers.pop();
            statement.common.amount = 300;
            statement.terms.attesters = 2;
        }),
        None
    );
    assert_eq!(
        broken(|statement, witness| {
            witness.vouchers.clear();
            statement.common.amount = 0;
            statement.terms.attesters = 0;
        }),
        None
    );
}

#[test]
fn accepts_relay_units_range_up_to_its_edge_and_rejects_relay_amount_a5() {
    let mut network = Network::new();
    for number in [1, 3, 4] {
        network
            .attesters
            .update(u32::from(number), Attester::new(*attester_key(number).public_key(), u64::MAX))
            .unwrap();
    }
    network.vouchers =
        vec![network.voucher(1, u64::MAX), network.voucher(3, 0), network.voucher(4, u64::MAX)];
    let mut request = network.request();
    request.amount = None;
    let (statement, witness) = request.assemble(RELAY_CAPACITY).unwrap();
    assert_eq!(statement.common.amount, u64::MAX);
    assert_eq!(check(&statement, &witness), Ok(()));

    let expected = Some(Clause::RelayAmount);
    assert_eq!(broken(|statement, _| statement.common.amount = 600), None);
    assert_eq!(broken(|statement, _| statement.common.amount = 601), expected);
    assert_eq!(broken(|statement, _| statement.common.amount = u64::MAX), expected);
    assert_eq!(
        broken(|statement, witness| {
            witness.vouchers.remove(0);
            statement.terms.attesters = 2;
        }),
        expected
    );
}

#[test]
fn rejects_relay_attester_count() {
    assert_eq!(broken(|statement, _| statement.terms.attesters = 4), Some(Clause::RelayAttesterCount));
    assert_eq!(broken(|statement, _| statement.terms.attesters = 255), Some(Clause::RelayAttesterCount));
    assert_eq!(broken(|statement, _| statement.terms.attesters = 0), None);
}

#[test]
fn rejects_relay_terms() {
    let expected = Some(Clause::RelayTerms);
    assert_eq!(broken(|statement, _| statement.terms.attesters = 256), expected);
    assert_eq!(broken(|statement, _| statement.terms.slot_width = 0), expected);
    assert_eq!(broken(|statement, _| statement.terms.slot_width = 1 << 17), expected);
    assert_eq!(broken(|statement, _| statement.terms.slot = 1 << 17), expected);
    assert_eq!(broken(|statement, _| statement.terms.slot = u32::MAX), expected);
}

#[test]
fn rejects_relay_capacity() {
    let (statement, witness) = Network::new().claim();
    assert_eq!(check_relay(&statement, &witness, 3), Ok(()));
    let violation = RelayViolation::Capacity { given: 3, capacity: 2 };
    assert_eq!(check_relay(&statement, &witness, 2), Err(violation));
    assert_eq!(violation.clause(), Clause::RelayCapacity);
}
