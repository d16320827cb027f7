//! Claims and keys that do not fit: malformed ones, another circuit's, another digest's.

use std::fs;
use std::path::Path;
use std::sync::OnceLock;

use crate::program::{edit, json, keys_directory, refuses};
use crate::relay_world::RelayWorld;

/// A claim for relay-10; tests copy it before they change it.
fn world() -> &'static RelayWorld {
    static WORLD: OnceLock<RelayWorld> = OnceLock::new();
    WORLD.get_or_init(|| {
        let world = RelayWorld::new(1);
        world.sign(0, 10);
        assert_eq!(world.prove(&["voucher-0.json"], &[]).code, 0);
        // the key of another circuit
        json(world.path(), &["keys", "make", "gold-256"]);
        world
    })
}

fn altered(name: &str, change: impl FnOnce(&mut serde_json::Value)) {
    fs::copy(world().file("claim.json"), world().file(name)).unwrap();
    edit(&world().file(name), change);
}

fn key(name: &str) -> String {
    keys_directory().join(format!("{name}.development.vkey")).display().to_string()
}

#[test]
fn refuses_malformed_claims() {
    let whole = fs::read_to_string(world().file("claim.json")).unwrap();
    for (name, content, word) in [
        ("empty.json", String::new(), "not JSON at line 1 column 1"),
        ("truncated.json", whole[..whole.len() / 2].to_owned(), "not JSON"),
        ("repeated.json", whole.replacen('{', "{\"version\": 1,", 1), "a key is given twice"),
        ("unknown.json", whole.replacen('{', "{\"more\": 1,", 1), "a key is unknown"),
    ] {
        fs::write(world().file(name), content).unwrap();
        refuses(world().path(), &["verify", name, "--development-key"], 2, &[name, "is not a claim", word]);
    }
    altered("fact.json", |claim| claim["fact"] = "gold".into());
    refuses(
        world().path(),
        &["verify", "fact.json", "--development-key"],
        2,
        &["fact.json", "does not prove"],
    );
    altered("version.json", |claim| claim["version"] = 2.into());
    refuses(world().path(), &["verify", "version.json", "--development-key"], 2, &["version 2"]);
    altered("proof.json", |claim| claim["proof"] = "0x00".into());
    refuses(world().path(), &["verify", "proof.json", "--development-key"], 2, &["proof.json"]);
    altered("other.json", |claim| claim["circuit"] = "relay-11".into());
    refuses(
        world().path(),
        &["verify", "other.json", "--development-key"],
        2,
        &["no circuit `relay-11`", "relay-46"],
    );
}

#[test]
fn refuses_a_key_of_another_circuit() {
    let arguments = ["verify", "claim.json", "--development-key", "--key", &key("gold-256")];
    refuses(world().path(), &arguments, 2, &["relay-10", "the key is for gold-256"]);
}

#[test]
fn refuses_a_key_with_another_digest() {
    let mut bytes = fs::read(key("relay-10")).unwrap();
    // version, length of the name, the name, then the digest
    bytes[2 + "relay-10".len()] ^= 1;
    fs::write(world().file("digest.vkey"), bytes).unwrap();
    let arguments = ["verify", "claim.json", "--development-key", "--key", "digest.vkey"];
    refuses(world().path(), &arguments, 2, &["digest.vkey", "another version of relay-10"]);
}

#[test]
fn refuses_a_claim_of_another_key() {
    altered("key.json", |claim| claim["key_id"] = format!("0x{}", "ab".repeat(32)).into());
    refuses(world().path(), &["verify", "key.json", "--development-key"], 2, &["0xabab", "this key is"]);
}

#[test]
fn takes_a_development_key_only_by_name() {
    let key = key("relay-10");
    refuses(
        world().path(),
        &["verify", "claim.json", "--key", &key],
        2,
        &["development key", "anyone can forge"],
    );
    json(world().path(), &["verify", "claim.json", "--key", &key, "--development-key"]);
    refuses(world().path(), &["verify", "claim.json"], 2, &["required"]);
}

#[test]
fn refuses_truncated_keys() {
    let bytes = fs::read(key("relay-10")).unwrap();
    for length in [0, 1, 40, bytes.len() - 1] {
        fs::write(world().file("short.vkey"), &bytes[..length]).unwrap();
        let arguments = ["verify", "claim.json", "--development-key", "--key", "short.vkey"];
        refuses(world().path(), &arguments, 2, &["short.vkey"]);
    }
}

#[test]
fn makes_a_damaged_proving_key_again() {
    let directory = tempfile::TempDir::new().unwrap();
    let own = directory.path().display().to_string();
    let path = |name: &str| Path::new(&own).join(name);
    let first = json(directory.path(), &["keys", "make", "gold-256", "--keys-dir", &own]);
    let bytes = fs::read(path("gold-256.development.zkey")).unwrap();
    fs::write(path("gold-256.development.zkey"), &bytes[..bytes.len() / 2]).unwrap();
    let again = json(directory.path(), &["keys", "make", "gold-256", "--keys-dir", &own]);
    assert_eq!(first["keys"][0]["file_digest"], again["keys"][0]["file_digest"]);
    assert_eq!(bytes, fs::read(path("gold-256.development.zkey")).unwrap());
    let listed = json(directory.path(), &["keys", "list", "--keys-dir", &own]);
    assert_eq!(listed["keys"][0]["key_id"], first["keys"][0]["key_id"]);
    let place = json(directory.path(), &["keys", "path", "gold-256", "--keys-dir", &own]);
    assert_eq!(place["exists"], true);
}
