//! Vectors made by circomlibjs and zk-kit, through the gadgets: the same verdict and the same hash as natively.

use core::cell::Cell;
use serde_json::Value;
use workproof_circuits::gadgets::{eddsa, poseidon};
use workproof_circuits::r1cs::{ConstraintSystem, shape_and_values};
use workproof_protocol::babyjubjub::scalar_from_decimal;
use workproof_protocol::{EdwardsPoint, Fr, PublicKey, Signature, fr_from_decimal};

fn read(text: &str, list: &str) -> Vec<Value> {
    let file: Value = serde_json::from_str(text).unwrap();
    file[list].as_array().unwrap().clone()
}

fn field(value: &Value) -> Option<Fr> {
    fr_from_decimal(value.as_str()?).ok()
}

struct Case {
    key: [Fr; 2],
    message: Fr,
    signature: Signature,
}

/// The numbers of a case, if they are canonical: `None` is a refusal by the encoding.
fn decode(case: &Value) -> Option<Case> {
    let (key, signature) = (&case["public_key"], &case["signature"]);
    let r = &signature["R8"];
    Some(Case {
        key: [field(&key[0])?, field(&key[1])?],
        message: field(&case["message"])?,
        signature: Signature {
            r: EdwardsPoint { x: field(&r[0])?, y: field(&r[1])? },
            s: scalar_from_decimal(signature["S"].as_str()?).ok()?,
        },
    })
}

fn circuit_accepts(case: &Case) -> bool {
    let (shape, values) = shape_and_values(|cs| {
        let [key_x, key_y, message] = [case.key[0], case.key[1], case.message].map(|value| cs.hint(|| value));
        eddsa::enforce_signature(cs, &key_x, &key_y, &message, Some(&case.signature));
    })
    .unwrap();
    shape.first_unsatisfied_row(&values).is_none()
}

fn native_accepts(case: &Case) -> bool {
    PublicKey::from_coordinates(case.key[0], case.key[1])
        .is_ok_and(|key| key.verify(case.message, &case.signature).is_ok())
}

#[test]
fn valid_signatures_of_both_libraries_are_accepted_by_the_circuit() {
    for case in read(include_str!("../../../test-vectors/eddsa.json"), "valid") {
        let case = decode(&case).expect("valid signatures are canonical");
        assert!(native_accepts(&case) && circuit_accepts(&case));
    }
}

#[test]
fn edge_cases_get_the_same_verdict_natively_and_from_the_circuit_a16_a17() {
    for value in read(include_str!("../../../test-vectors/eddsa.json"), "edge_cases") {
        let expected = value["ours"] == "accept";
        let name = &value["name"];
        match decode(&value) {
            None => assert!(!expected, "{name}: the encoding refuses it"),
            Some(case) => {
                assert_eq!(native_accepts(&case), expected, "native: {name}");
                assert_eq!(circuit_accepts(&case), expected, "circuit: {name}");
            }
        }
    }
}

fn circuit_hash(inputs: &[Fr]) -> Fr {
    fn run<const N: usize>(cs: &mut ConstraintSystem, inputs: &[Fr]) -> Fr {
        let inputs: [Fr; N] = inputs.try_into().unwrap();
        let inputs = inputs.map(|x| cs.hint(|| x));
        poseidon::hash(cs, inputs.each_ref()).value()
    }
    let output = Cell::new(Fr::default());
    let (shape, values) = shape_and_values(|cs| {
        let digest = match inputs.len() {
            1 => run::<1>(cs, inputs),
            2 => run::<2>(cs, inputs),
            3 => run::<3>(cs, inputs),
            4 => run::<4>(cs, inputs),
            5 => run::<5>(cs, inputs),
            6 => run::<6>(cs, inputs),
            7 => run::<7>(cs, inputs),
            8 => run::<8>(cs, inputs),
            9 => run::<9>(cs, inputs),
            10 => run::<10>(cs, inputs),
            11 => run::<11>(cs, inputs),
            12 => run::<12>(cs, inputs),
            13 => run::<13>(cs, inputs),
            14 => run::<14>(cs, inputs),
            15 => run::<15>(cs, inputs),
            16 => run::<16>(cs, inputs),
            other => panic!("no hash of {other} inputs"),
        };
        if cs.has_values() {
            output.set(digest);
        }
    })
    .unwrap();
    assert_eq!(shape.first_unsatisfied_row(&values), None);
    output.get()
}

#[test]
fn the_hash_of_every_arity_is_that_of_circomlibjs_a15() {
    let vectors = read(include_str!("../../../test-vectors/poseidon.json"), "vectors");
    assert_eq!(vectors.len(), 160);
    for vector in vectors {
        let inputs: Vec<Fr> =
            vector["inputs"].as_array().unwrap().iter().map(|x| field(x).unwrap()).collect();
        assert_eq!(circuit_hash(&inputs), field(&vector["output"]).unwrap());
    }
}
