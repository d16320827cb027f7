//! Signatures and keys (A13, A16, A17, A19).

use crate::attack::{Twin, carry_out};
use crate::fixtures::{Network, attester_key};
use ark_ff::{Field, PrimeField, UniformRand};
use num_bigint::BigUint;
use rand_core::SeedableRng;
use workproof_protocol::babyjubjub::montgomery::T8;
use workproof_protocol::babyjubjub::{BASE8, scalar_from_decimal, wide_integer_to_scalar};
use workproof_protocol::mutants::Twin::{BelowOrder, KeyInChallenge, KeyInSubgroup, KeyNotIdentity};
use workproof_protocol::poseidon;
use workproof_protocol::{
    DecodeError, EdwardsPoint, Fr, PublicKey, Scalar, Signature, SignatureError, Voucher, fr_to_le_bytes,
};

/// Where the response S lies in a voucher: its last 32 bytes, little-endian.
fn with_response_plus(voucher: &Voucher, multiple: u8) -> Vec<u8> {
    let mut bytes = voucher.to_bytes().to_vec();
    let start = bytes.len() - 32;
    let sum = BigUint::from_bytes_le(&bytes[start..]) + BigUint::from(Scalar::MODULUS) * multiple;
    let mut sum = sum.to_bytes_le();
    sum.resize(32, 0);
    bytes[start..].copy_from_slice(&sum);
    bytes
}

#[test]
fn s_plus_multiples_of_the_order_are_no_other_voucher_a16() {
    let voucher = Network::new().voucher(3, 200);
    for multiple in 1..8 {
        let bytes = with_response_plus(&voucher, multiple);
        let attack = || {
            let other = Voucher::from_bytes(&bytes)?;
            assert!(other.verify().is_ok() && bytes != voucher.to_bytes());
            Ok(())
        };
        let what = "S + k·l: one voucher in other bytes, verified again";
        carry_out("A16", what, DecodeError::NotCanonical, Twin::Protocol(BelowOrder), attack);
    }
}

#[test]
fn s_plus_the_order_in_decimal_is_refused_a16() {
    let signature = attester_key(1).sign(Fr::from(5u64));
    let alias = (BigUint::from(signature.s) + BigUint::from(Scalar::MODULUS)).to_string();
    let attack = || {
        assert_eq!(scalar_from_decimal(&alias)?, signature.s);
        Ok(())
    };
    let what = "S + l in JSON";
    carry_out("A16", what, DecodeError::NotCanonical, Twin::Protocol(BelowOrder), attack);
}

/// With `A = O` the equation reads `S·B8 = R`, whatever the message.
#[test]
fn the_identity_is_no_key_under_which_everything_is_signed_a17() {
    let attack = || {
        let key = PublicKey::new(EdwardsPoint::IDENTITY)?;
        let s = Scalar::from(77u64);
        let signature = Signature { r: BASE8.mul(&s), s };
        for message in 0..5u64 {
            assert_eq!(key.verify(Fr::from(message), &signature), Ok(()));
        }
        Ok(())
    };
    let what = "the key (0, 1): one signature fits every message";
    carry_out("A17", what, DecodeError::Identity, Twin::Protocol(KeyNotIdentity), attack);
}

/// `8·h` is reduced modulo `l`, which is odd: a point of small order vanishes for one challenge in eight, and who looks for one
/// finds it at once.
#[test]
fn points_of_small_order_are_no_keys_a13_a17() {
    for multiple in 1..8u64 {
        let torsion = T8.mul_bigint(&[multiple]).to_edwards();
        let attack = || {
            let (key, message) = (PublicKey::new(torsion)?, Fr::from(multiple));
            let signature = |s: Scalar| Signature { r: BASE8.mul(&s), s };
            let mut tries = (1..400u64).map(Scalar::from);
            assert!(tries.any(|s| key.verify(message, &signature(s)).is_ok()), "nobody's secret was needed");
            Ok(())
        };
        let what = "a key of order 2, 4 or 8: signatures without a secret";
        carry_out("A13", what, DecodeError::NotInSubgroup, Twin::Protocol(KeyInSubgroup), attack);
    }
}

/// The owner of `A` signs for `A + T` with the same secret, trying nonces until the torsion vanishes.
#[test]
fn a_key_with_torsion_is_no_second_key_a17() {
    let secret = Scalar::from(987_654_321u64);
    let key = BASE8.mul(&secret);
    for multiple in 1..8u64 {
        let second = key.add(&T8.mul_bigint(&[multiple]).to_edwards());
        let attack = || {
            let (second, message) = (PublicKey::new(second)?, Fr::from(9u64));
            let signature = |nonce: Scalar| {
                let r = BASE8.mul(&nonce);
                let h = challenge(&r, second.point(), message);
                Signature { r, s: nonce + Scalar::from(8u64) * h * secret }
            };
            let mut tries = (1..400u64).map(Scalar::from);
            assert!(tries.any(|nonce| second.verify(message, &signature(nonce)).is_ok()));
            Ok(())
        };
        let what = "A + T: eight keys of one secret, each enrolled as an attester";
        carry_out("A17", what, DecodeError::NotInSubgroup, Twin::Protocol(KeyInSubgroup), attack);
    }
}

fn challenge(r: &EdwardsPoint, key: &EdwardsPoint, message: Fr) -> Scalar {
    wide_integer_to_scalar(&fr_to_le_bytes(&poseidon::hash([r.x, r.y, key.x, key.y, message])))
}

/// Where the challenge does not depend on the key, a key can be made to fit a signature that is there already.
#[test]
fn no_key_can_be_made_to_fit_a_signature_a19() {
    let mut rng = rand_chacha::ChaCha20Rng::seed_from_u64(19);
    let (r, s) = (BASE8.mul(&Scalar::rand(&mut rng)), Scalar::rand(&mut rng));
    let message = Fr::from(2026u64);
    let nobody = EdwardsPoint { x: Fr::default(), y: Fr::default() };
    let h = challenge(&r, &nobody, message) * Scalar::from(8u64);
    let key = BASE8.mul(&s).add(&r.neg()).mul(&h.inverse().unwrap());
    let key = PublicKey::new(key).unwrap();
    let attack = || key.verify(message, &Signature { r, s });
    let what = "a key computed from a signature: it signed a message that nobody with a secret signed";
    carry_out("A19", what, SignatureError::Mismatch, Twin::Protocol(KeyInChallenge), attack);
}
