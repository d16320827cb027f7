//! Nothing that holds values of a witness prints them (C7).

use ark_ff::Field;
use workproof_circuits::Circuit;
use workproof_circuits::gadgets::attester_path::PathLevel;
use workproof_circuits::gadgets::eddsa::{SignedMessage, signature_slopes};
use workproof_circuits::gadgets::fixed_base::ScalarDigits;
use workproof_circuits::gadgets::lean_imt_path::Path;
use workproof_circuits::r1cs::{ConstraintSystem, Linear};
use workproof_protocol::{Fr, Scalar, SigningKey, fr_to_decimal};

use crate::relay_world::{RelayWorld, circuit};

/// A number whose decimal digits stand nowhere by chance.
const SECRET: u64 = 7_391_846_205_173_928;

fn assert_hidden(printed: &str) {
    let inverse = fr_to_decimal(&Fr::from(SECRET).inverse().unwrap_or_default());
    for text in [SECRET.to_string(), format!("{SECRET:x}"), format!("{SECRET:X}"), inverse] {
        assert!(!printed.contains(&text[..12]), "{printed}");
    }
}

#[test]
fn forms_systems_and_hints_print_no_value_c7() {
    let secret = Fr::from(SECRET);
    let mut cs = ConstraintSystem::values();
    let form = cs.hint(|| secret);
    let made = &form + cs.hint(|| secret.inverse().unwrap_or_default());
    assert_hidden(&format!("{form:?} {made:#?} {cs:?} {cs:#?}"));
    assert_hidden(&format!("{:?}", Linear::from(SECRET).value() == secret));
    let level = PathLevel { siblings: [secret; 4], position: 3 };
    let path = Path { position: 5, siblings: vec![Some(secret); 4] };
    assert_hidden(&format!("{level:?} {path:#?} {:?}", ScalarDigits::of(&Scalar::from(SECRET))));
    let key = SigningKey::from_private_key(b"a very secret text").unwrap();
    let signature = key.sign(secret);
    let signed = SignedMessage { key: key.public_key().point(), message: secret, signature: &signature };
    let slopes = signature_slopes(&[signed]);
    let printed = format!("{signed:?} {slopes:?}");
    assert_hidden(&printed);
    assert_eq!(printed, "SignedMessage(<redacted>) [SignatureSlopes(<redacted>)]");
}

#[test]
fn an_assignment_prints_its_size_and_nothing_else_c7() {
    let claim = RelayWorld::new().claim();
    let values = circuit().assignment(&claim.statement, &claim.witness).unwrap();
    assert_eq!(format!("{values:?}"), format!("Assignment({} values, <redacted>)", values.len()));
}
