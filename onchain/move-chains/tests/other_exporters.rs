//! The bytes of keys, proofs and inputs against what other people's exporters for Sui and Aptos write, from snarkjs' JSON.

use std::fs;
use std::path::PathBuf;

use onchain_claims::{Said, claims, compressed_proof, little_endian, uncompressed_points};
use onchain_move_chains::{constant, list_constant};
use serde_json::Value;
use workproof_protocol::{fr_from_be_bytes, fr_to_decimal};
use workproof_verifier::{DevelopmentVerifyingKey, Proof, forms::eip197};

const SUI: &str = include_str!("../generated/sui/sources/verifier.move");
const APTOS: &str = include_str!("../generated/aptos/sources/verifier.move");
const VECTORS: &str = include_str!("../../../test-vectors/chains.json");

/// snarkjs' JSON of the key, and of each valid claim's proof and inputs, as files.
struct Documents {
    key: PathBuf,
    claims: Vec<[PathBuf; 2]>,
    /// Removes the files.
    _folder: tempfile::TempDir,
}

impl Documents {
    fn write() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let write = |name: &str, text: String| {
            let path = folder.path().join(name);
            fs::write(&path, text).unwrap();
            path
        };
        let vectors: Value = serde_json::from_str(VECTORS).unwrap();
        let digits = vectors["key"].as_str().unwrap().trim_start_matches("0x");
        let bytes: Vec<u8> = (0..digits.len() / 2)
            .map(|at| u8::from_str_radix(&digits[2 * at..2 * at + 2], 16).unwrap())
            .collect();
        let key = DevelopmentVerifyingKey::insecure_from_bytes(&bytes).unwrap();
        let claims = claims().into_iter().filter(|claim| claim.valid).enumerate();
        let claims = claims.map(|(index, claim)| {
            let proof: Proof = eip197::proof_from_bytes(&claim.proof_words()).unwrap();
            let inputs: Vec<String> = claim.inputs.iter().map(decimal).collect();
            [
                write(&format!("proof-{index}.json"), proof.to_snarkjs_json()),
                write(&format!("public-{index}.json"), serde_json::to_string(&inputs).unwrap()),
            ]
        });
        let claims = claims.collect();
        Self { key: write("key.json", key.to_snarkjs_json()), claims, _folder: folder }
    }
}

fn decimal(word: &[u8; 32]) -> String {
    fr_to_decimal(&fr_from_be_bytes(word).unwrap())
}

#[test]
fn for_sui_the_same_bytes_c14() {
    use export_sui_verifier_core::{create_adapter, load_snarkjs_json_inputs};
    let documents = Documents::write();
    let theirs = create_adapter("bn254").unwrap();
    let valid = claims().into_iter().filter(|claim| claim.valid);
    for (ours, [proof, public]) in valid.zip(&documents.claims) {
        let loaded = load_snarkjs_json_inputs(&documents.key, proof, Some(public)).unwrap();
        assert_eq!(theirs.serialize_verifying_key(&loaded.verifying_key).unwrap(), constant(SUI, "KEY"));
        let proof = theirs.serialize_proof(loaded.proof.as_ref().unwrap()).unwrap();
        assert_eq!(Said::As(proof), compressed_proof(&ours));
        for (input, word) in loaded.public_inputs.iter().zip(&ours.inputs) {
            assert_eq!(theirs.serialize_fr_public_input(input).unwrap(), little_endian(word));
        }
        assert!(theirs.local_verify(&loaded).unwrap());
    }
}

/// Ours without the sign of y, which the other exporter leaves out: Aptos' reader takes y from its own bytes.
fn without_sign(mut point: Vec<u8>) -> Vec<u8> {
    *point.last_mut().unwrap() &= 0x7f;
    point
}

#[test]
fn for_aptos_the_same_bytes_but_for_the_sign_of_y_c14() {
    use export_aptos_verifier_core::{create_adapter, load_snarkjs_json_inputs};
    let documents = Documents::write();
    let theirs = create_adapter("bn254").unwrap();
    let valid = claims().into_iter().filter(|claim| claim.valid);
    for (ours, [proof, public]) in valid.zip(&documents.claims) {
        let loaded = load_snarkjs_json_inputs(&documents.key, proof, Some(public)).unwrap();
        let key = &loaded.verifying_key;
        let g1 = |point| theirs.serialize_g1_vk(point).unwrap();
        let g2 = |point| theirs.serialize_g2_vk(point).unwrap();
        let constant = |name| without_sign(constant(APTOS, name));
        assert_eq!(g1(&key.vk_alpha_1), constant("ALPHA"));
        for (point, name) in
            [(&key.vk_beta_2, "BETA"), (&key.vk_gamma_2, "GAMMA"), (&key.vk_delta_2, "DELTA")]
        {
            assert_eq!(g2(point), constant(name));
        }
        let ic: Vec<Vec<u8>> = list_constant(APTOS, "IC").into_iter().map(without_sign).collect();
        assert_eq!(key.ic.iter().map(g1).collect::<Vec<_>>(), ic);
        let proof = loaded.proof.as_ref().unwrap();
        let points = [g1(&proof.pi_a), g2(&proof.pi_b), g1(&proof.pi_c)];
        assert_eq!(points, uncompressed_points(&ours).map(without_sign));
        for (input, word) in loaded.public_inputs.iter().zip(&ours.inputs) {
            assert_eq!(theirs.serialize_fr_public_input(input).unwrap(), little_endian(word));
        }
    }
}
