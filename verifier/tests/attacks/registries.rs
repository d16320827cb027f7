//! Membership (A8, A12).

use crate::attack::{Twin, carry_out};
use crate::fixtures::{Network, RELAY_CAPACITY, attester_key};
use workproof_protocol::attester_tree::AttesterPathError;
use workproof_protocol::mutants::Twin::{AttesterIndex, BelowOrder, PathIndexBits, PathOfPosition};
use workproof_protocol::{
    Attester, Fr, IdentitySecret, LeanImt, LeanImtProof, MembershipError, Nullifier, RelayViolation, Scalar,
    check_relay,
};

/// `l·B8 = O`, so `sk` and `sk + l` have one public key and one id; but as numbers they have two nullifiers.
#[test]
fn a_secret_and_the_secret_plus_the_order_are_not_both_paid_a8() {
    let (statement, witness) = Network::new().claim();
    let second = *witness.identity.expose_secret() + Fr::from(<Scalar as ark_ff::PrimeField>::MODULUS);
    let attack = || {
        let (mut again, mut witness) = (statement.clone(), witness.clone());
        witness.identity = IdentitySecret::from_trusted_field_unchecked(second);
        again.common.nullifier =
            Nullifier::contributor(again.common.scope, &witness.identity, again.terms.slot);
        assert_ne!(again.common.nullifier, statement.common.nullifier, "the same work, payable again");
        check_relay(&again, &witness, RELAY_CAPACITY)
    };
    let what = "sk + l: another nullifier for the same id and the same vouchers";
    carry_out("A8", what, RelayViolation::SecretCanonical, Twin::Protocol(BelowOrder), attack);
}

/// A leaf is a number that its owner chose: it may be the root of a tree of their own.
#[test]
fn identities_below_an_enrolled_root_are_no_members_a12() {
    let own: Vec<Fr> = (1..=4u64).map(|i| Fr::from(7000 + i)).collect();
    let private = LeanImt::from_leaves(own.clone()).unwrap();
    let enrolled = [Fr::from(3u64), private.root().unwrap(), Fr::from(5u64), Fr::from(6u64)];
    let public = LeanImt::from_leaves(enrolled).unwrap();
    let registry = public.registry_root().unwrap();
    for (place, identity) in own.iter().enumerate() {
        let mut proof = private.proof(place).unwrap();
        let upper = public.proof(1).unwrap();
        proof.index |= upper.index << proof.siblings.len();
        proof.siblings.extend(&upper.siblings);
        let attack = || proof.verify_member(*identity, &registry).map(drop);
        let what = "the root of one's own tree enrolled as a leaf: many members for one enrolment";
        let refusal = MembershipError::Shape { size: 4 };
        carry_out("A12", what, refusal, Twin::Protocol(PathOfPosition), attack);
    }
}

#[test]
fn an_inner_node_is_no_member_a12() {
    let tree = LeanImt::from_leaves((1..=4u64).map(Fr::from)).unwrap();
    let registry = tree.registry_root().unwrap();
    let mut upper = tree.proof(0).unwrap();
    let lowest = upper.siblings.remove(0);
    let node = LeanImtProof { index: 0, siblings: vec![lowest] }.root_from(Fr::from(1u64)).unwrap();
    let attack = || upper.verify_member(node, &registry).map(drop);
    let what = "an inner node of the registry presented as a member";
    let refusal = MembershipError::Shape { size: 4 };
    carry_out("A12", what, refusal, Twin::Protocol(PathOfPosition), attack);
}

#[test]
fn a_path_has_one_index_a12() {
    let tree = LeanImt::from_leaves((1..=4u64).map(Fr::from)).unwrap();
    let mut proof = tree.proof(2).unwrap();
    proof.index |= 1 << 7;
    let attack = || proof.verify(Fr::from(3u64), tree.root().unwrap());
    let what = "bits of a path's index above its siblings: one member at many indices";
    carry_out("A12", what, MembershipError::Index, Twin::Protocol(PathIndexBits), attack);
}

/// The positions of a path are the digits of its index, and there are seven of them.
#[test]
fn an_attester_has_one_index_a12() {
    let network = Network::new();
    let mut path = network.attesters.proof(3).unwrap();
    path.index += 78_125;
    let leaf = Attester::new(*attester_key(3).public_key(), 1000).leaf();
    let index = path.index;
    let attack = || path.verify(leaf, network.attesters.root());
    let what = "index + 5^7 of an attester: the same path, counted as another attester";
    let refusal = AttesterPathError::Index { index };
    carry_out("A12", what, refusal, Twin::Protocol(AttesterIndex), attack);
}
