//! Claims are read with serde and without. Both must come to the same, on claims and on what is almost one.

use serde::de::DeserializeOwned;
use serde_json::Value;
use workproof_protocol::strict_json::ReadJson;
use workproof_protocol::{GoldStatement, RelayStatement, Statement};
use workproof_verifier::Claim;

fn claims() -> Vec<Value> {
    let file: Value = serde_json::from_str(include_str!("../../../test-vectors/claims.json")).unwrap();
    let claims = file.get("claims").and_then(Value::as_array).unwrap();
    claims.iter().map(|one| one.get("claim").unwrap().clone()).collect()
}

/// Both verdicts on a text; the same claim where they accept.
fn verdict<S: Statement + PartialEq + DeserializeOwned + ReadJson>(json: &str) -> bool {
    let (serde, strict) =
        (Claim::<S>::from_json(json.as_bytes()), Claim::<S>::from_strict_json(json.as_bytes()));
    match (&serde, &strict) {
        (Ok(serde), Ok(strict)) => assert!(serde == strict, "{json}"),
        (Err(_), Err(_)) => {}
        _ => panic!("serde {:?}, strict {:?}: {json}", serde.is_ok(), strict.is_ok()),
    }
    serde.is_ok()
}

fn verdict_of_fact(fact: &str, json: &str) -> bool {
    if fact == "relay" { verdict::<RelayStatement>(json) } else { verdict::<GoldStatement>(json) }
}

#[test]
fn every_claim_and_every_claim_of_which_a_byte_is_lost_or_changed_c4() {
    let (mut accepted, mut refused) = (0, 0);
    for claim in claims() {
        let fact = claim["fact"].as_str().unwrap().to_owned();
        let text = claim.to_string();
        assert!(verdict_of_fact(&fact, &text));
        // the proof's digits are left alone: decoding points takes most of the time and is one function
        let end = text.find("\"proof\"").unwrap_or(text.len());
        for place in (0..end).step_by(3) {
            for other in ["", "0", "\"", "}", " ", "\\", "-", "."] {
                let changed = [&text[..place], other, &text[place + 1..]].concat();
                if verdict_of_fact(&fact, &changed) { accepted += 1 } else { refused += 1 }
            }
        }
    }
    assert!(accepted > 100 && refused > 1000, "{accepted} {refused}");
}

#[test]
fn every_value_replaced_by_every_kind_of_value_c4() {
    let kinds = ["null", "true", "0", "1", "-1", "1.0", "4294967296", "\"0\"", "\"00\"", "\"x\"", "[]", "{}"];
    for claim in claims() {
        let fact = claim["fact"].as_str().unwrap().to_owned();
        let statement = claim["statement"].as_object().unwrap();
        for kind in kinds {
            let value: Value = serde_json::from_str(kind).unwrap();
            for name in claim.as_object().unwrap().keys() {
                let mut changed = claim.clone();
                changed[name] = value.clone();
                verdict_of_fact(&fact, &changed.to_string());
            }
            for name in statement.keys() {
                let mut changed = claim.clone();
                changed["statement"][name] = value.clone();
                verdict_of_fact(&fact, &changed.to_string());
                let twice = claim.to_string().replacen(
                    "\"statement\":{",
                    &format!("\"statement\":{{\"{name}\":{kind},"),
                    1,
                );
                assert!(!verdict_of_fact(&fact, &twice), "{twice}");
            }
        }
    }
}
