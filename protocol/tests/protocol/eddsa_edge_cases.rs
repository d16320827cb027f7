//! Signatures and points at the edges (A16 to A19): the same verdicts as the circuit's.

use ark_ff::{AdditiveGroup, BigInteger, Field, PrimeField};
use proptest::prelude::*;
use workproof_protocol::babyjubjub::montgomery::{self, MontgomeryPoint};
use workproof_protocol::babyjubjub::{BASE8, scalar_to_le_bytes, wide_integer_to_scalar};
use workproof_protocol::{
    DecodeError, EdwardsPoint, Fr, PublicKey, Scalar, Signature, SignatureError, SigningKey, poseidon,
};

fn key() -> SigningKey {
    SigningKey::from_private_key(b"an attester").unwrap()
}

fn message() -> Fr {
    Fr::from(42_u64)
}

/// The seven points of small order other than the identity.
fn torsion() -> [EdwardsPoint; 7] {
    let generator = montgomery::T8.to_edwards();
    [1, 2, 3, 4, 5, 6, 7].map(|multiple| generator.mul_bigint(&[multiple]))
}

fn verify(signature: Signature) -> Result<(), SignatureError> {
    key().public_key().verify(message(), &signature)
}

#[test]
fn torsion_points_are_seven_and_have_small_order() {
    let points = torsion();
    for (position, point) in points.iter().enumerate() {
        assert!(point.is_on_curve() && !point.is_in_subgroup() && !point.is_identity());
        assert!(point.mul_bigint(&[8]).is_identity());
        assert!(!points[position + 1..].contains(point));
    }
    assert_eq!(points[3], EdwardsPoint { x: Fr::ZERO, y: -Fr::ONE });
    assert_eq!(montgomery::T8.double(), montgomery::T4);
    assert_eq!(montgomery::T4.double(), montgomery::T2);
    assert_eq!(montgomery::T2.double(), MontgomeryPoint::Infinity);
}

#[test]
fn the_subgroup_has_order_l() {
    assert!(BASE8.is_in_subgroup() && !BASE8.is_identity());
    assert!(BASE8.mul_bigint(&Scalar::MODULUS.0).is_identity());
    assert!(EdwardsPoint::IDENTITY.is_in_subgroup());
}

#[test]
fn rejects_keys_that_are_no_keys_a13_a17() {
    let on = |x: i64, y: i64| EdwardsPoint { x: Fr::from(x), y: Fr::from(y) };
    assert_eq!(PublicKey::new(EdwardsPoint::IDENTITY), Err(DecodeError::Identity));
    assert_eq!(PublicKey::new(on(0, -1)), Err(DecodeError::NotInSubgroup));
    for point in [on(0, 0), on(1, 1), on(0, 2), on(-1, 0)] {
        assert_eq!(PublicKey::new(point), Err(DecodeError::NotOnCurve), "{point:?}");
    }
    for shift in torsion() {
        assert_eq!(PublicKey::new(shift), Err(DecodeError::NotInSubgroup));
        let shifted = key().public_key().point().add(&shift);
        assert_eq!(PublicKey::new(shifted), Err(DecodeError::NotInSubgroup));
    }
    // The base point of arkworks' curve, in its own coordinates.
    let foreign = EdwardsPoint {
        x: ark_ff::MontFp!("19698561148652590122159747500897617769866003486955115824547446575314762165298"),
        y: ark_ff::MontFp!("19298250018296453272277890825869354524455968081175474282777126169995084727839"),
    };
    assert_eq!(PublicKey::new(foreign), Err(DecodeError::NotOnCurve));
}

#[test]
fn rejects_every_altered_part_of_a_signature() {
    let signature = key().sign(message());
    assert_eq!(verify(signature), Ok(()));
    assert_eq!(key().public_key().verify(message() + Fr::ONE, &signature), Err(SignatureError::Mismatch));
    let other = SigningKey::from_private_key(b"another").unwrap();
    assert_eq!(other.public_key().verify(message(), &signature), Err(SignatureError::Mismatch));
    for s in [Scalar::ZERO, Scalar::ONE, -Scalar::ONE, signature.s + Scalar::ONE, -signature.s] {
        assert_eq!(verify(Signature { s, ..signature }), Err(SignatureError::Mismatch));
    }
    for r in [EdwardsPoint::IDENTITY, BASE8, signature.r.neg(), signature.r.double()] {
        assert_eq!(verify(Signature { r, ..signature }), Err(SignatureError::Mismatch));
    }
    for (x, y) in
        [(Fr::ZERO, Fr::ZERO), (signature.r.x + Fr::ONE, signature.r.y), (signature.r.y, signature.r.x)]
    {
        assert_eq!(
            verify(Signature { r: EdwardsPoint { x, y }, ..signature }),
            Err(SignatureError::NotOnCurve)
        );
    }
}

/// Signs with a nonce point of our choice: R = n * BASE8 + shift.
fn sign_with_shifted_nonce(
    nonce: Scalar,
    shift: &EdwardsPoint,
    secret: &Scalar,
    key: &PublicKey,
) -> Signature {
    let r = BASE8.mul(&nonce).add(shift);
    let challenge = poseidon::hash([r.x, r.y, key.x(), key.y(), message()]);
    let challenge = wide_integer_to_scalar(&challenge.into_bigint().to_bytes_le());
    Signature { r, s: nonce + challenge * Scalar::from(8_u64) * secret }
}

#[test]
fn rejects_torsion_added_to_the_nonce_point_a17() {
    let secret = Scalar::from(987_654_321_u64);
    let key = PublicKey::new(BASE8.mul(&secret)).unwrap();
    let honest = sign_with_shifted_nonce(Scalar::from(5_u64), &EdwardsPoint::IDENTITY, &secret, &key);
    assert_eq!(key.verify(message(), &honest), Ok(()));
    for shift in torsion() {
        // The challenge is that of the shifted R: a verifier that multiplies by the cofactor would accept it.
        let shifted = sign_with_shifted_nonce(Scalar::from(5_u64), &shift, &secret, &key);
        assert_eq!(key.verify(message(), &shifted), Err(SignatureError::Mismatch));
        assert_eq!(
            key.verify(message(), &Signature { r: honest.r.add(&shift), ..honest }),
            Err(SignatureError::Mismatch)
        );
    }
}

#[test]
fn accepts_the_identity_as_nonce_point_where_the_equation_holds() {
    // Whoever signs so gives the key away, but the rule says: R is on the curve and the equation holds.
    let secret = Scalar::from(987_654_321_u64);
    let key = PublicKey::new(BASE8.mul(&secret)).unwrap();
    let signature = sign_with_shifted_nonce(Scalar::ZERO, &EdwardsPoint::IDENTITY, &secret, &key);
    assert!(signature.r.is_identity());
    assert_eq!(key.verify(message(), &signature), Ok(()));
}

#[test]
fn rejects_unreduced_responses_when_decoding_a16() {
    let bytes = key().sign(message()).to_bytes();
    let (r, s) = bytes.split_at(32);
    let add_order = |s: &[u8], times: usize| {
        let mut value = ark_ff::BigInt::<4>::of_bytes(s);
        for _ in 0..times {
            value.add_with_carry(&Scalar::MODULUS);
        }
        value.to_bytes_le()
    };
    for times in 1..=4 {
        let forged: [u8; 64] = [r, &add_order(s, times)].concat().try_into().unwrap();
        assert_eq!(Signature::from_bytes(&forged), Err(DecodeError::NotCanonical), "S + {times} l");
    }
    let order: [u8; 64] = [r, &Scalar::MODULUS.to_bytes_le()].concat().try_into().unwrap();
    assert_eq!(Signature::from_bytes(&order), Err(DecodeError::NotCanonical));
    let zero: [u8; 64] = [r, &[0; 32]].concat().try_into().unwrap();
    assert_eq!(verify(Signature::from_bytes(&zero).unwrap()), Err(SignatureError::Mismatch));
}

trait FromLittleEndian {
    fn of_bytes(bytes: &[u8]) -> Self;
}

impl FromLittleEndian for ark_ff::BigInt<4> {
    fn of_bytes(bytes: &[u8]) -> Self {
        Self::new(core::array::from_fn(|limb| {
            u64::from_le_bytes(bytes[8 * limb..8 * limb + 8].try_into().unwrap())
        }))
    }
}

#[test]
fn rejects_packed_points_with_a_second_spelling() {
    let identity = EdwardsPoint::IDENTITY.to_bytes();
    assert_eq!(EdwardsPoint::from_bytes(&identity), Ok(EdwardsPoint::IDENTITY));
    let mut signed = identity;
    signed[31] |= 0x80;
    assert_eq!(EdwardsPoint::from_bytes(&signed), Err(DecodeError::SignOfZero));
    let mut modulus_plus_one: [u8; 32] = Fr::MODULUS.to_bytes_le().try_into().unwrap();
    modulus_plus_one[0] += 1;
    assert_eq!(EdwardsPoint::from_bytes(&modulus_plus_one), Err(DecodeError::NotCanonical));
}

#[test]
fn addition_has_no_exceptional_cases_a18() {
    let mut points = vec![EdwardsPoint::IDENTITY, BASE8, BASE8.double(), *key().public_key().point()];
    points.extend(torsion());
    points.extend(torsion().map(|shift| BASE8.add(&shift)));
    for p in &points {
        assert_eq!(p.add(&EdwardsPoint::IDENTITY), *p);
        assert_eq!(p.add(&p.neg()), EdwardsPoint::IDENTITY);
        assert_eq!(MontgomeryPoint::from_edwards(p).to_edwards(), *p);
        for q in &points {
            let sum = p.add(q);
            assert!(sum.is_on_curve());
            assert_eq!(sum, q.add(p));
            let mapped = MontgomeryPoint::from_edwards(p).add(&MontgomeryPoint::from_edwards(q));
            assert!(mapped.is_on_curve());
            assert_eq!(mapped.to_edwards(), sum);
        }
    }
    for (scalar, expected) in
        [(Scalar::ZERO, EdwardsPoint::IDENTITY), (Scalar::ONE, BASE8), (-Scalar::ONE, BASE8.neg())]
    {
        assert_eq!(BASE8.mul(&scalar), expected);
        assert_eq!(MontgomeryPoint::from_edwards(&BASE8).mul(&scalar).to_edwards(), expected);
    }
    assert_eq!(MontgomeryPoint::from_edwards(&BASE8).neg().to_edwards(), BASE8.neg());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn points_pack_and_unpack(seed: u64) {
        for shift in torsion() {
            let point = BASE8.mul(&Scalar::from(seed)).add(&shift);
            prop_assert_eq!(EdwardsPoint::from_bytes(&point.to_bytes()), Ok(point));
        }
    }

    #[test]
    fn every_accepted_packed_point_is_its_own_encoding_c3(bytes: [u8; 32]) {
        if let Ok(point) = EdwardsPoint::from_bytes(&bytes) {
            prop_assert!(point.is_on_curve());
            prop_assert_eq!(point.to_bytes(), bytes);
        }
    }

    #[test]
    fn signatures_verify_and_flipped_bits_do_not(seed: [u8; 8], value: u64, bit in 0_usize..512) {
        let key = SigningKey::from_private_key(&seed).unwrap();
        let message = Fr::from(value);
        let mut bytes = key.sign(message).to_bytes();
        prop_assert_eq!(key.public_key().verify(message, &Signature::from_bytes(&bytes).unwrap()), Ok(()));
        bytes[bit / 8] ^= 1 << (bit % 8);
        if let Ok(flipped) = Signature::from_bytes(&bytes) {
            prop_assert_eq!(flipped.to_bytes(), bytes);
            prop_assert!(key.public_key().verify(message, &flipped).is_err());
        }
    }

    #[test]
    fn multiplication_is_linear(a: u64, b: u64) {
        let (a, b) = (Scalar::from(a), Scalar::from(b));
        prop_assert_eq!(BASE8.mul(&a).add(&BASE8.mul(&b)), BASE8.mul(&(a + b)));
        prop_assert_eq!(scalar_to_le_bytes(&a).len(), 32);
    }
}
