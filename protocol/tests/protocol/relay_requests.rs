//! What a relay request accepts, and what it tells the user otherwise.

use ark_ff::Field;
use workproof_protocol::{
    Attester, Fr, Identity, LeanImt, MembershipError, Nullifier, RelayError, RelayRequest, Scope,
    VoucherError, check_relay,
};

use crate::fixtures::{Network, RELAY_CAPACITY, attester_key};

#[test]
fn makes_a_claim_that_checks_with_vouchers_in_order() {
    let network = Network::new();
    let (statement, witness) = network.claim();
    assert_eq!(check_relay(&statement, &witness, RELAY_CAPACITY), Ok(()));
    let indices: Vec<u32> = witness.vouchers.iter().map(|voucher| voucher.index).collect();
    assert_eq!(indices, [1, 3, 4]);
    let mut request = network.request();
    (request.amount, request.least_attesters) = (None, None);
    let (statement, _) = request.assemble(RELAY_CAPACITY).unwrap();
    assert_eq!((statement.common.amount, statement.terms.attesters), (600, 3));
}

#[test]
fn makes_one_claim_for_each_slot_with_its_own_nullifier() {
    let network = Network::new();
    let mut request = network.request();
    (request.slot_width, request.amount, request.least_attesters) = (2, None, None);
    let amounts: Vec<_> = (0..3)
        .map(|slot| {
            request.slot = slot;
            let (statement, witness) = request.assemble(1).unwrap();
            assert_eq!(check_relay(&statement, &witness, 1), Ok(()));
            let expected = Nullifier::contributor(network.scope, network.identity.secret_scalar(), slot);
            assert_eq!(statement.common.nullifier, expected);
            statement.common.amount
        })
        .collect();
    assert_eq!(amounts, [100, 200, 300]);
    request.slot = 3;
    assert_eq!(request.assemble(1).unwrap_err(), RelayError::NoVouchers { start: 6, end: 8 });
}

/// A voucher of another slot is another claim's matter, whatever is wrong with it.
#[test]
fn vouchers_of_another_slot_block_nothing() {
    let mut network = Network::new();
    // attesters 0 to 3; the third voucher is of attester 4
    let first = |network: &Network| {
        let request = network.request();
        let request = RelayRequest { slot: 0, slot_width: 4, amount: None, least_attesters: None, ..request };
        request.assemble(RELAY_CAPACITY).unwrap().0
    };
    let sound = first(&network);
    network.vouchers[2].units += 1;
    assert_eq!(first(&network), sound);
    network.vouchers[2] = network.voucher(4, 1_000_000);
    assert_eq!(first(&network), sound);
}

#[test]
fn refuses_vouchers_that_do_not_belong_here() {
    let good = Network::new();
    let refusal = |index: usize, source| Err(RelayError::Voucher { voucher: index, source });
    let assemble = |change: &dyn Fn(&mut Network)| {
        let mut network = Network::new();
        change(&mut network);
        network.request().assemble(RELAY_CAPACITY).map(|_| ())
    };
    assert_eq!(assemble(&|_| {}), Ok(()));
    assert_eq!(
        assemble(&|network| network.vouchers[1].scope = Scope::from_field(Fr::ONE)),
        refusal(1, VoucherError::Scope)
    );
    let stranger = Identity::from_text("stranger").unwrap().id();
    assert_eq!(
        assemble(&|network| network.vouchers[0].contributor = stranger),
        refusal(0, VoucherError::Contributor)
    );
    assert!(matches!(
        assemble(&|network| network.vouchers[2].units += 1),
        Err(RelayError::Voucher { voucher: 2, source: VoucherError::Signature(_) })
    ));
    assert_eq!(
        assemble(&|network| network.vouchers[2] = good.voucher(4, 1001)),
        refusal(2, VoucherError::OverCap { units: 1001, cap: 1000 })
    );
    assert_eq!(
        assemble(&|network| network.vouchers[2].attester = *attester_key(0).public_key()),
        refusal(2, VoucherError::AttesterKey { index: 4 })
    );
    let unregistered = |index| Err(RelayError::UnregisteredAttester { voucher: 2, index });
    assert_eq!(assemble(&|network| network.vouchers[2].attester_index = 6), unregistered(6));
    assert_eq!(assemble(&|network| network.vouchers[2].attester_index = u32::MAX), unregistered(u32::MAX));
    assert_eq!(assemble(&|network| network.attesters.remove(4).unwrap()), unregistered(4));
    assert_eq!(
        assemble(&|network| network.vouchers.push(good.voucher(3, 250))),
        Err(RelayError::Twice { index: 3 })
    );
    assert_eq!(
        assemble(&|network| network.vouchers.clear()),
        Err(RelayError::NoVouchers { start: 0, end: 100 })
    );
}

#[test]
fn refuses_a_contributor_outside_the_registry() {
    let mut network = Network::new();
    network.contributors.insert(Fr::from(99_u64)).unwrap();
    network.contributors.insert(Fr::from(98_u64)).unwrap();
    // The proof is from before the registry grew.
    assert_eq!(
        network.request().assemble(RELAY_CAPACITY).unwrap_err(),
        RelayError::NotRegistered(MembershipError::Root)
    );
    network.membership = network.contributors.proof(1).unwrap();
    assert!(network.request().assemble(RELAY_CAPACITY).is_ok());
    network.contributors = LeanImt::from_leaves([Fr::ONE]).unwrap();
    assert!(matches!(network.request().assemble(RELAY_CAPACITY), Err(RelayError::NotRegistered(_))));
}

#[test]
fn refuses_more_than_the_vouchers_give() {
    let network = Network::new();
    let mut request = network.request();
    request.amount = Some(601);
    assert_eq!(request.assemble(10).unwrap_err(), RelayError::AmountAboveSum { amount: 601, sum: 600 });
    request.amount = Some(600);
    request.least_attesters = Some(4);
    assert_eq!(request.assemble(10).unwrap_err(), RelayError::TooFewAttesters { claimed: 4, given: 3 });
    request.least_attesters = Some(256);
    assert_eq!(request.assemble(10).unwrap_err(), RelayError::Terms);
    request.least_attesters = None;
    for (slot, slot_width) in [(0, 0), (0, 1 << 17), (1 << 17, 1)] {
        (request.slot, request.slot_width) = (slot, slot_width);
        assert_eq!(request.assemble(10).unwrap_err(), RelayError::Terms);
    }
}

#[test]
fn names_the_next_circuit_or_the_way_to_split() {
    let mut network = Network::new();
    let extra = (6..200).map(|number| Attester::new(*attester_key(number).public_key(), 1000));
    network.attesters.append_many(extra).unwrap();
    network.vouchers = (0..191).map(|number| network.voucher(number, 1)).collect();
    let mut request = network.request();
    (request.slot_width, request.amount) = (1000, None);
    let all = &network.vouchers;
    let refusals =
        [(11, 10, Some(46)), (46, 10, Some(46)), (47, 46, Some(190)), (190, 46, Some(190)), (191, 190, None)];
    for (given, capacity, next) in refusals {
        request.vouchers = &all[..given];
        let error = request.assemble(capacity).unwrap_err();
        assert_eq!(error, RelayError::TooManyVouchers { given, capacity, next });
        let hint = next.map_or("--slot-width".to_owned(), |next| format!("use the circuit for {next}"));
        assert!(error.to_string().contains(&hint), "{error}");
    }
}
