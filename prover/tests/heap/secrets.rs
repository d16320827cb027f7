//! Every secret type, made, used and dropped; then whole claims, proven.

use crate::watching_allocator::{Seen, watch};
use ark_ff::{BigInt, PrimeField};
use rand_core::OsRng;
use workproof_circuits::gadgets::eddsa::{SignatureSlopes, SignedMessage, signature_slopes};
use workproof_circuits::gadgets::fixed_base::ScalarDigits;
use workproof_circuits::{Circuit, GoldCircuit, RelayCircuit};
use workproof_protocol::{
    AnswerSet, Fr, GoldProver, GoldSet, Identity, IdentitySecret, Salt, Scalar, SigningKey,
};
use workproof_prover::{KeyStore, ProveOptions, Prover, SetupOptions, sample_claims};

type Secrets = Vec<(&'static str, Vec<u8>)>;

fn words(limbs: &BigInt<4>) -> Vec<u8> {
    limbs.0.iter().flat_map(|limb| limb.to_le_bytes()).collect()
}

/// The forms in which a secret scalar lies about: as it is, and in Montgomery form for either modulus.
fn scalar_forms(secret: &IdentitySecret) -> Secrets {
    let (field, scalar) = (*secret.expose_secret(), *secret.to_scalar().unwrap());
    vec![
        ("the scalar as an integer", words(&field.into_bigint())),
        ("the scalar in the field", words(&field.0)),
        ("the scalar modulo l", words(&scalar.0)),
    ]
}

fn salt_forms(name: &'static str, salt: &Salt) -> Secrets {
    let salt = *salt.expose_secret();
    vec![(name, words(&salt.into_bigint())), (name, words(&salt.0))]
}

fn assert_nothing_left(seen: &Seen) {
    assert!(seen.looked_through > 0, "something was freed");
    for (name, times) in &seen.found {
        assert_eq!(*times, 0, "{name} stands in freed blocks; {seen:?}");
    }
}

/// The watch finds what is there: a secret that nobody wipes, in each form, also after a vector grew.
#[test]
fn secrets_that_are_not_wiped_are_found() {
    let identity = Identity::from_text("left lying about").unwrap();
    let forms = scalar_forms(identity.secret_scalar());
    let seen = watch(&forms, || {
        for (_, bytes) in &forms {
            let mut grown = bytes.clone();
            grown.extend(vec![1; 100_000]);
            drop(core::hint::black_box(grown));
        }
    });
    for (name, times) in seen.found {
        assert_eq!(times, 2, "{name}: where it was, and where it went");
    }
}

const TEXT: &[u8] = b"a private key of thirty-two byte";

#[test]
fn identities_and_keys_leave_nothing_c7() {
    let identity = Identity::from_private_key(TEXT).unwrap();
    let mut secrets = scalar_forms(identity.secret_scalar());
    secrets.push(("the private key", TEXT.to_vec()));
    secrets.push(("the private key in base64", identity.export().as_bytes().to_vec()));
    let seen = watch(&secrets, || {
        let identity = Box::new(Identity::from_private_key(TEXT).unwrap());
        let copy = Box::new((*identity).clone());
        let again = Box::new(Identity::import(&copy.export()).unwrap());
        let key = Box::new(SigningKey::from_private_key(TEXT).unwrap());
        let secret = Box::new(IdentitySecret::new(&again.secret_scalar().to_scalar().unwrap()));
        let signatures = [identity.sign(Fr::from(1u64)), key.sign(Fr::from(1u64))];
        assert_eq!(signatures[0], signatures[1]);
        assert_eq!(secret.contributor_id(), Some(copy.id()));
        drop((Box::new(ScalarDigits::of(&secret.to_scalar().unwrap())), format!("{identity:?} {key:?}")));
    });
    assert_nothing_left(&seen);
}

#[test]
fn labels_and_salts_leave_nothing_c7() {
    let labels = |first: u8| -> Vec<u8> { (0..200).map(|i| first.wrapping_add(i) | 1).collect() };
    let (gold_salt, answer_salt) = (Salt::from_bytes(&[0x5a; 31]), Salt::from_bytes(&[0xa7; 31]));
    let mut secrets = vec![("gold labels", labels(40)), ("answers", labels(90))];
    let text = |labels: Vec<u8>| labels.iter().map(u8::to_string).collect::<Vec<_>>().join(",").into_bytes();
    secrets.extend([("gold labels in JSON", text(labels(40))), ("answers in JSON", text(labels(90)))]);
    secrets.extend(salt_forms("the salt of the gold set", &gold_salt));
    secrets.extend(salt_forms("the salt of the answers", &answer_salt));
    let (gold, answers) = (labels(40), labels(90));
    let seen = watch(&secrets, || {
        let gold = Box::new(GoldSet::new(gold, gold_salt.clone()).unwrap());
        let answers = Box::new(AnswerSet::new(answers, answer_salt.clone()).unwrap());
        let copy = Box::new((*gold).clone());
        let scope = workproof_protocol::Scope::from_field(Fr::from(7u64));
        assert_eq!(copy.commitment(scope, 256), gold.commitment(scope, 256));
        let read = AnswerSet::from_json(&answers.expose_json()).unwrap();
        assert_eq!((read.len(), GoldSet::from_json(&gold.expose_json()).unwrap().len()), (200, 200));
    });
    assert_nothing_left(&seen);
}

/// Slopes tell a signature, and with it the nonce to who knows the key.
#[test]
fn a_signatures_slopes_leave_nothing_c7() {
    let key = SigningKey::from_private_key(TEXT).unwrap();
    let (message, public) = (Fr::from(9u64), *key.public_key());
    let signature = key.sign(message);
    let slopes = || -> Vec<SignatureSlopes> {
        signature_slopes(&[SignedMessage { key: public.point(), message, signature: &signature }])
    };
    let response: Scalar = signature.s;
    let forms = vec![("S", words(&response.into_bigint())), ("S modulo l", words(&response.0))];
    let seen = watch(&forms, || drop(slopes()));
    assert_nothing_left(&seen);
}

/// The witness of a relay claim: secret, and the columns that are made of it.
#[test]
fn a_filled_relay_circuit_leaves_nothing_c7() {
    let (_, witness) = sample_claims::relay(2).unwrap();
    let secrets = scalar_forms(&witness.identity);
    drop(witness);
    let seen = watch(&secrets, || {
        let circuit = RelayCircuit::with_capacity_for_tests(2);
        let (statement, witness) = sample_claims::relay(2).unwrap();
        circuit.check(&statement, &witness).unwrap();
        drop(circuit.assignment(&statement, &Box::new(witness.clone())).unwrap());
    });
    assert_nothing_left(&seen);
}

/// A whole proof: request, witness, assignment, scalars, sums.
#[test]
fn a_proof_leaves_nothing_c7() {
    let circuit = GoldCircuit::new(256).unwrap();
    let directory = tempfile::tempdir().unwrap();
    let keys = KeyStore::new(directory.path());
    let key = keys.insecure_development_key(&circuit, None, &SetupOptions::default()).unwrap();
    let prover = Prover::new(circuit, key).unwrap();
    let (statement, witness) = sample_claims::gold(256).unwrap();
    // the sample's salts are one byte repeated: as integers they would be found in any list of flags
    let salts = [witness.gold.salt(), witness.answers.salt()];
    let mut secrets: Secrets = salts.map(|salt| ("a salt", words(&salt.expose_secret().0))).to_vec();
    if let GoldProver::Contributor { identity, .. } = &witness.prover {
        secrets.extend(scalar_forms(identity));
    }
    assert!(secrets.len() > 4, "the sample is a contributor's");
    let seen = watch(&secrets, || {
        let claim = prover.prove(&statement, &witness, &mut OsRng, &ProveOptions::new()).unwrap();
        drop((claim, prover, witness));
    });
    assert_nothing_left(&seen);
}
