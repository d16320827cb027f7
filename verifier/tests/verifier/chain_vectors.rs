//! The claims of `test-vectors/chains.json`, which every chain's verifier must judge alike (c14), through each byte form.

use serde_json::Value;
use workproof_verifier::forms::{
    arkworks_compressed, arkworks_uncompressed, eip197, inputs_from_be_bytes, solana, soroban,
};
use workproof_verifier::{DevelopmentVerifyingKey, ForeignVerifyingKey};

fn bytes(words: &Value) -> Vec<u8> {
    let digits = |word: &Value| word.as_str().unwrap().trim_start_matches("0x").to_owned();
    hex::decode(words.as_array().unwrap().iter().map(digits).collect::<String>()).unwrap()
}

#[test]
#[expect(clippy::print_stdout, reason = "the table of all chains' verdicts is made of these lines")]
fn verdicts_are_those_of_the_vectors_in_every_form_c14() {
    let document: Value = serde_json::from_str(include_str!("../../../test-vectors/chains.json")).unwrap();
    let key = hex::decode(document["key"].as_str().unwrap().trim_start_matches("0x")).unwrap();
    let key = DevelopmentVerifyingKey::insecure_from_bytes(&key).unwrap();
    let points = key.points();
    for read in [
        eip197::key_from_bytes(&eip197::key_to_bytes(points)),
        solana::key_from_bytes(&solana::key_to_bytes(points)),
        soroban::key_from_bytes(&soroban::key_to_bytes(points)),
        arkworks_compressed::key_from_bytes(&arkworks_compressed::key_to_bytes(points)),
        arkworks_uncompressed::key_from_bytes(&arkworks_uncompressed::key_to_bytes(points)),
    ] {
        assert_eq!(read.as_ref(), Ok(points));
    }
    let prepared = ForeignVerifyingKey::insecure_unlinted(points.clone()).unwrap().prepare();
    let (mut valid, mut invalid) = (0, 0);
    for case in document["cases"].as_array().unwrap() {
        let inputs = inputs_from_be_bytes(&bytes(&case["inputs"]));
        let proof = eip197::proof_from_bytes(&bytes(&case["proof"]));
        let accepted = match (&inputs, &proof) {
            (Ok(inputs), Ok(proof)) => prepared.verify(inputs, proof).is_ok(),
            _ => false,
        };
        assert_eq!(Some(accepted), case["valid"].as_bool(), "{}", case["name"]);
        // what can be written in another form says the same there
        if let Ok(proof) = proof {
            assert_eq!(solana::proof_from_bytes(&solana::proof_to_bytes(&proof)), Ok(proof));
            assert_eq!(soroban::proof_from_bytes(&soroban::proof_to_bytes(&proof)), Ok(proof));
            let compressed = solana::proof_to_compressed_bytes(&proof);
            assert_eq!(solana::proof_from_compressed_bytes(&compressed), Ok(proof));
            let compressed = arkworks_compressed::proof_to_bytes(&proof);
            assert_eq!(arkworks_compressed::proof_from_bytes(&compressed), Ok(proof));
            let uncompressed = arkworks_uncompressed::proof_to_bytes(&proof);
            assert_eq!(arkworks_uncompressed::proof_from_bytes(&uncompressed), Ok(proof));
        }
        println!("verdict|Rust|{}|{accepted}", case["name"].as_str().unwrap());
        if accepted { valid += 1 } else { invalid += 1 }
    }
    assert!((valid, invalid) == (4, 40), "{valid} valid, {invalid} invalid");
}
