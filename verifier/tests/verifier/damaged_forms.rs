//! Every stored form, cut at every length and with every byte changed in four ways: refused, or another value that is
//! written as it was read. Nothing panics (C1 to C3).

use workproof_verifier::{CircuitName, Claim, ForeignVerifyingKey, Proof, VerifyingKey};

use crate::square_fact::{SquareKey, SquareStatement};

const KEY: &[u8] = include_bytes!("../fixtures/snarkjs_verification_key.json");
const PROOF: &[u8] = include_bytes!("../fixtures/snarkjs_proof.json");
const KEY_BYTES: &str = include_str!("../fixtures/verifying_key_v1.hex");
const CLAIM: &[u8] = include_bytes!("../fixtures/claim_v1.json");

/// What a changed byte is exclusive-ored with: its lowest bit, its highest, the bit between small and capital letters, all.
const MASKS: [u8; 4] = [0x01, 0x80, 0x20, 0xff];

/// Hands every truncation and every change of a byte to a decoder, which says what the accepted value is written as, if it is
/// accepted. Accepted bytes must be written as they are.
fn damage(bytes: &[u8], decode: impl Fn(&[u8]) -> Option<Vec<u8>>) {
    assert_eq!(decode(bytes).as_deref(), Some(bytes), "the fixture itself");
    for end in 0..bytes.len() {
        assert_eq!(decode(&bytes[..end]), None, "the first {end} bytes");
    }
    for position in 0..bytes.len() {
        for mask in MASKS {
            let mut changed = bytes.to_vec();
            changed[position] ^= mask;
            if let Some(written) = decode(&changed) {
                assert_eq!(written, changed, "byte {position}, mask {mask:#04x}");
            }
        }
    }
}

/// JSON may have other spaces: what is accepted must be the same value when it is read again.
fn damage_json(json: &[u8], decode: impl Fn(&[u8]) -> Option<String>) {
    let written = decode(json).unwrap();
    assert_eq!(decode(written.as_bytes()), Some(written));
    let end = json.trim_ascii_end().len();
    for end in 0..end {
        assert_eq!(decode(&json[..end]), None, "the first {end} bytes");
    }
    for position in 0..json.len() {
        for mask in MASKS {
            let mut changed = json.to_vec();
            changed[position] ^= mask;
            if let Some(written) = decode(&changed) {
                assert_eq!(decode(written.as_bytes()), Some(written), "byte {position}, mask {mask:#04x}");
            }
        }
    }
}

#[test]
fn damaged_proofs_are_refused_or_written_as_they_are_c1_c2_c3() {
    let proof = Proof::from_snarkjs_json(PROOF).unwrap().to_bytes();
    damage(&proof, |bytes| Some(Proof::from_bytes(bytes).ok()?.to_bytes().to_vec()));
    damage_json(PROOF, |json| Some(Proof::from_snarkjs_json(json).ok()?.to_snarkjs_json()));
}

#[test]
fn damaged_keys_are_refused_or_written_as_they_are_c1_c2_c3() {
    let key = hex::decode(KEY_BYTES.trim_end()).unwrap();
    damage(&key, |bytes| Some(VerifyingKey::from_bytes(bytes).ok()?.to_bytes()));
    damage_json(KEY, |json| Some(ForeignVerifyingKey::from_snarkjs_json(json).ok()?.to_snarkjs_json()));
}

#[test]
fn damaged_claims_are_refused_or_written_as_they_are_c1_c2_c3() {
    let mut key = SquareKey::new(1);
    let (statement, proof) = key.prove(3, 7);
    let name = CircuitName::new("square-1").unwrap();
    let claim = Claim::new(name, key.verifying.key_id(), statement, proof).to_json().unwrap();
    let decode = |json: &[u8]| Claim::<SquareStatement>::from_json(json).ok()?.to_json().ok();
    damage_json(claim.as_bytes(), decode);
    // the stored claim is of another fact: every form of it is refused
    assert!(Claim::<SquareStatement>::from_json(CLAIM).is_err());
}
