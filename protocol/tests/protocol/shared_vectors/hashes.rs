//! Poseidon, keccak-256 to the field, and what is made of them.

use super::{bytes, entries, field, fields, file, text};
use workproof_protocol::{DomainTag, Fr, Payment, ScopeFields, hash_to_field, poseidon};

#[test]
fn poseidon_agrees_with_circomlibjs_for_every_arity_a15() {
    fn hash<const N: usize>(inputs: &[Fr]) -> Fr {
        poseidon::hash::<N>(inputs.try_into().unwrap())
    }
    let hashes: [fn(&[Fr]) -> Fr; 16] = [
        hash::<1>, hash::<2>, hash::<3>, hash::<4>, hash::<5>, hash::<6>, hash::<7>, hash::<8>, hash::<9>,
        hash::<10>, hash::<11>, hash::<12>, hash::<13>, hash::<14>, hash::<15>, hash::<16>,
    ];
    let mut seen = [0; 16];
    for vector in entries(&file(include_str!("../../../../test-vectors/poseidon.json")), "vectors") {
        let inputs = fields(&vector["inputs"]);
        assert_eq!(hashes[inputs.len() - 1](&inputs), field(&vector["output"]), "{inputs:?}");
        seen[inputs.len() - 1] += 1;
    }
    assert_eq!(seen, [10; 16]);
}

const HASH_TO_FIELD: &str = include_str!("../../../../test-vectors/hash_to_field.json");

#[test]
fn hash_to_field_agrees_with_noble() {
    for vector in entries(&file(HASH_TO_FIELD), "vectors") {
        assert_eq!(hash_to_field(&bytes(&vector["bytes"])), field(&vector["field"]), "{vector}");
    }
}

#[test]
fn domain_tags_are_those_that_other_languages_use() {
    let file = file(HASH_TO_FIELD);
    let expected: Vec<_> =
        entries(&file, "domain_tags").iter().map(|tag| (text(&tag["text"]), field(&tag["field"]))).collect();
    let ours: Vec<_> = DomainTag::ALL.iter().map(|tag| (tag.text(), tag.to_field())).collect();
    assert_eq!(ours, expected);
}

#[test]
fn scopes_and_messages_agree_with_abi_encoding_and_keccak() {
    let file = file(HASH_TO_FIELD);
    let preimage = |vector: &serde_json::Value| {
        let mut fields = vector.clone();
        let expected = fields.as_object_mut().unwrap().remove("field").unwrap();
        (fields, field(&expected))
    };
    for (fields, expected) in entries(&file, "scopes").iter().map(preimage) {
        let scope: ScopeFields = serde_json::from_value(fields).unwrap();
        assert_eq!(scope.scope().to_field(), expected, "{scope:?}");
    }
    for (fields, expected) in entries(&file, "payments").iter().map(preimage) {
        let payment: Payment = serde_json::from_value(fields).unwrap();
        assert_eq!(payment.message().to_field(), expected, "{payment:?}");
    }
}
