//! JSON views: they round trip, and every second spelling is refused (C4).

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use workproof_protocol::{
    AnswerSet, AttesterTree, Fact, GoldSet, GoldStatement, LeanImtProof, Payment, RelayStatement,
    ScopeFields, Voucher,
};

use crate::fixtures::{Mode, Network, Task};

/// Round trips a value, refuses an unknown and a repeated key, then applies each change and demands a refusal.
fn check<T: Serialize + DeserializeOwned + PartialEq + core::fmt::Debug>(value: &T, bad: &[(&str, Value)]) {
    let text = serde_json::to_string(value).unwrap();
    assert_eq!(&serde_json::from_str::<T>(&text).unwrap(), value);
    let object: Value = serde_json::from_str(&text).unwrap();
    let keys: Vec<String> = object.as_object().unwrap().keys().cloned().collect();
    let parse = |value: &Value| serde_json::from_value::<T>(value.clone());
    assert_eq!(&parse(&object).unwrap(), value);
    for key in &keys {
        let mut missing = object.clone();
        missing.as_object_mut().unwrap().remove(key);
        assert!(parse(&missing).is_err(), "without {key}");
        let repeated = format!("{{\"{key}\":{},{}", object[key], &text[1..]);
        assert!(serde_json::from_str::<T>(&repeated).is_err(), "{key} twice");
    }
    let mut unknown = object.clone();
    unknown["surprise"] = json!(1);
    assert!(parse(&unknown).is_err(), "unknown key");
    for (key, value) in bad {
        let mut changed = object.clone();
        assert!(changed.get(*key).is_some(), "{key} is no key of {text}");
        changed[*key] = value.clone();
        assert!(parse(&changed).is_err(), "{key} = {value}");
    }
}

const MODULUS: &str = "21888242871839275222246405745257275088548364400416034343698204186575808495617";

fn bad_numbers(key: &str) -> Vec<(&str, Value)> {
    ["01", "-1", "+1", "0x1", "", " 1", "1.0", "1e3"]
        .iter()
        .map(|text| (key, json!(text)))
        .chain([(key, json!(1))])
        .collect()
}

#[test]
fn relay_statements() {
    let (statement, _) = Network::new().claim();
    let mut bad = bad_numbers("amount");
    bad.extend(bad_numbers("nullifier"));
    bad.extend([
        ("scope", json!(MODULUS)),
        ("amount", json!("18446744073709551616")),
        ("slot", json!("0")),
        ("slot", json!(-1)),
        ("attesters", json!(4_294_967_296_u64)),
    ]);
    check::<RelayStatement>(&statement, &bad);
    let text = serde_json::to_value(&statement).unwrap();
    assert_eq!((&text["amount"], &text["slot_width"]), (&json!("550"), &json!(100)));
}

#[test]
fn gold_statements() {
    for mode in [Mode::Contributor, Mode::Grader] {
        let (statement, _) = Task::new().claim(mode);
        let mut bad = bad_numbers("contributor_root");
        bad.extend([
            ("tolerance", json!(256)),
            ("contributor_root", Value::Null),
            ("contributor_count", json!(if mode == Mode::Grader { 1 } else { 0 })),
            ("contributor_count", json!((1_u32 << 20) + 1)),
            ("gold_commitment", json!(MODULUS)),
        ]);
        check::<GoldStatement>(&statement, &bad);
        let root = &serde_json::to_value(&statement).unwrap()["contributor_root"];
        assert_eq!(*root == json!("0"), mode == Mode::Grader);
    }
}

#[test]
fn vouchers() {
    let voucher = Network::new().voucher(3, 200);
    let order = "2736030358979909402780800718157159386076813972158567259200215660948447373041";
    let signature = serde_json::to_value(voucher.signature).unwrap();
    let with_s = |s: &str| json!({"R8": signature["R8"], "S": s});
    let mut bad = bad_numbers("units");
    bad.extend([
        ("signature", with_s(order)),
        ("signature", with_s("01")),
        ("signature", json!({"R8": ["1", "1"], "S": "1"})),
        ("signature", json!({"R8": signature["R8"], "S": "1", "x": "1"})),
        ("attester", json!(["0", "1"])),
        ("attester", json!(["1", "1"])),
        ("attester", json!(["0", "1", "0"])),
        ("attester_index", json!("3")),
    ]);
    check::<Voucher>(&voucher, &bad);
}

#[test]
fn scopes_and_payments() {
    let word = [0xab; 32];
    let scope = ScopeFields {
        network: word,
        chain_id: u64::MAX,
        settlement: word,
        fact: Fact::GOLD,
        task: word,
        policy: word,
    };
    let upper = format!("0x{}", "AB".repeat(32));
    let bad = [
        ("network", json!(upper)),
        ("network", json!("ab".repeat(32))),
        ("network", json!(format!("0x{}", "ab".repeat(31)))),
        ("chain_id", json!(1)),
        ("fact", json!("GOLD")),
        ("fact", json!("")),
    ];
    check::<ScopeFields>(&scope, &bad);
    let payment = Payment { recipient: word, chain_id: 1, settlement: word, token: word, deadline: 5 };
    check::<Payment>(&payment, &bad_numbers("deadline"));
}

#[test]
fn registries_and_membership_proofs() {
    let mut network = Network::new();
    check::<LeanImtProof>(&network.membership, &[("siblings", json!(["01"])), ("index", json!("1"))]);
    network.attesters.remove(2).unwrap();
    network.attesters.remove(5).unwrap();
    let entry = serde_json::to_value(network.attesters.attester(0)).unwrap();
    let bad = [
        ("version", json!(2)),
        ("attesters", json!([entry, entry])),
        ("attesters", json!([{"public_key": ["0", "1"], "cap": "1"}])),
        ("attesters", json!([{"public_key": entry["public_key"], "cap": 1}])),
    ];
    check::<AttesterTree>(&network.attesters, &bad);
}

#[test]
fn label_sets_of_one_kind_are_not_of_the_other() {
    let task = Task::new();
    let (gold, answers) = (task.gold.expose_json(), task.answers.expose_json());
    let read = GoldSet::from_json(&gold).unwrap();
    assert_eq!(read.expose_labels(), task.gold.expose_labels());
    assert_eq!(read.commitment(task.scope, 256), task.gold.commitment(task.scope, 256));
    assert!(AnswerSet::from_json(&answers).is_ok());
    assert!(AnswerSet::from_json(&gold).is_err());
    assert!(GoldSet::from_json(&answers).is_err());
    for (from, to) in
        [("\"version\":1", "\"version\":2"), ("[100,", "[256,"), ("\"labels\":[", "\"x\":1,\"labels\":[")]
    {
        let changed = gold.replacen(from, to, 1);
        assert_ne!(changed, *gold);
        let error = GoldSet::from_json(&changed).unwrap_err();
        assert!(!error.to_string().contains("256"), "{error}");
    }
}
