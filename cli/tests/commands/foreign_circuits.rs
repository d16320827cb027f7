//! Circuits, witnesses, keys and proofs in other people's files.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::json as value;
use tempfile::TempDir;
use workproof_verifier::DevelopmentVerifyingKey;

use crate::program::{edit, json, keys_directory, refuses, workproof};
use crate::relay_world::RelayWorld;

/// A directory with gold-256 as circuit, sample witness and development key.
struct Exported {
    directory: TempDir,
}

impl Exported {
    fn new() -> Self {
        let directory = TempDir::new().unwrap();
        let at = directory.path();
        json(at, &["keys", "make", "gold-256"]);
        json(at, &["circuits", "export", "gold-256", "--r1cs", "gold.r1cs", "--sample-wtns", "gold.wtns"]);
        fs::copy(keys_directory().join("gold-256.development.zkey"), at.join("gold.zkey")).unwrap();
        let verifying = fs::read(keys_directory().join("gold-256.development.vkey")).unwrap();
        let verifying = DevelopmentVerifyingKey::insecure_from_bytes(&verifying).unwrap();
        fs::write(at.join("key.json"), verifying.to_snarkjs_json()).unwrap();
        Self { directory }
    }

    fn path(&self) -> &Path {
        self.directory.path()
    }

    fn file(&self, name: &str) -> PathBuf {
        self.path().join(name)
    }

    /// Changes the bytes of a file into another file.
    fn altered(&self, from: &str, to: &str, change: impl FnOnce(&mut Vec<u8>)) {
        let mut bytes = fs::read(self.file(from)).unwrap();
        change(&mut bytes);
        fs::write(self.file(to), bytes).unwrap();
    }
}

fn prove<'a>(zkey: &'a str, wtns: &'a str, more: &[&'a str]) -> Vec<&'a str> {
    let files = ["prove", "--zkey", zkey, "--wtns", wtns, "--out", "proof.json", "--public", "public.json"];
    [&files[..], &["--development-key"], more].concat()
}

const VERIFY: [&str; 8] =
    ["verify", "--key", "key.json", "--proof", "proof.json", "--public", "public.json", "--development-key"];

#[test]
fn a_table_is_made_beside_any_key_and_kept_unless_forced() {
    let exported = Exported::new();
    let table = ["key", "table", "gold.zkey", "--levels", "2"];
    let report = json(exported.path(), &table);
    assert_eq!((&report["levels"], &report["table"]), (&value!(2), &value!("gold.zkey.table")));
    let bytes = fs::metadata(exported.file("gold.zkey.table")).unwrap().len();
    assert_eq!(report["table_bytes"], value!(bytes));
    refuses(exported.path(), &table, 2, &["gold.zkey.table exists already", "--force"]);
    let forced = json(exported.path(), &[&table[..3], &["--levels", "4", "--force"]].concat());
    // level 0 is in the key
    assert_eq!(forced["table_bytes"], value!(3 * (bytes - 176) + 176));
    refuses(exported.path(), &["key", "table", "gold.wtns"], 2, &["gold.wtns is refused"]);
    refuses(exported.path(), &["key", "table", "gold.zkey", "--levels", "5"], 2, &["2, 4 or 8"]);
}

#[test]
fn an_exported_circuit_is_proven_and_verified_in_snarkjs_files() {
    let exported = Exported::new();
    let report = json(exported.path(), &prove("gold.zkey", "gold.wtns", &["--r1cs", "gold.r1cs"]));
    assert_eq!((&report["public_inputs"], &report["domain"]), (&value!(8), &value!(1 << 14)));
    assert_eq!((&report["rows_checked"], &report["development_key"]), (&value!(true), &value!(true)));
    let verified = json(exported.path(), &VERIFY);
    let public: serde_json::Value =
        serde_json::from_slice(&fs::read(exported.file("public.json")).unwrap()).unwrap();
    assert_eq!((&verified["verified"], &verified["public"]), (&value!(true), &public));

    // another statement, a value too few, and values that are not canonical
    edit(&exported.file("public.json"), |public| public[3] = value!("2"));
    refuses(exported.path(), &VERIFY, 1, &["proof.json is not accepted", "does not prove"]);
    edit(&exported.file("public.json"), |public| drop(public.as_array_mut().unwrap().pop()));
    refuses(exported.path(), &VERIFY, 2, &["proof.json is not accepted", "8"]);
    edit(&exported.file("public.json"), |public| public[0] = value!("01"));
    refuses(exported.path(), &VERIFY, 2, &["public.json", "public value 0"]);
    // what is there stays
    let again = prove("gold.zkey", "gold.wtns", &[]);
    refuses(exported.path(), &again, 2, &["proof.json exists already", "--force"]);
    let export = ["circuits", "export", "gold-256", "--r1cs", "gold.r1cs"];
    refuses(exported.path(), &export, 2, &["gold.r1cs exists already", "--force"]);
}

#[test]
fn development_keys_pass_only_when_asked_for() {
    let exported = Exported::new();
    let without: Vec<&str> = prove("gold.zkey", "gold.wtns", &[]);
    let without: Vec<&str> = without.into_iter().filter(|word| *word != "--development-key").collect();
    refuses(exported.path(), &without, 2, &["gold.zkey", "development key"]);
    json(exported.path(), &prove("gold.zkey", "gold.wtns", &[]));
    refuses(exported.path(), &VERIFY[..7], 2, &["key.json", "development key"]);
    let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("../verifier/tests/fixtures");
    for (from, to) in [
        ("snarkjs_verification_key.json", "key.json"),
        ("snarkjs_proof.json", "proof.json"),
        ("snarkjs_public.json", "public.json"),
    ] {
        fs::copy(fixtures.join(from), exported.file(to)).unwrap();
    }
    json(exported.path(), &VERIFY[..7]);
    refuses(exported.path(), &VERIFY, 2, &["key.json", "not a development key"]);
}

#[test]
fn refuses_witnesses_that_do_not_belong_to_the_key() {
    let exported = Exported::new();
    let at = exported.path();
    json(at, &["circuits", "export", "relay-10", "--r1cs", "relay.r1cs", "--sample-wtns", "relay.wtns"]);
    refuses(at, &prove("gold.zkey", "relay.wtns", &[]), 2, &["relay.wtns", "gold.zkey", "values were given"]);
    let other = prove("gold.zkey", "gold.wtns", &["--r1cs", "relay.r1cs"]);
    refuses(at, &other, 2, &["relay.r1cs is not the circuit of gold.zkey"]);
    // the last variable is one too large: its row is named, or the finished proof is held back
    exported.altered("gold.wtns", "bad.wtns", |bytes| {
        let at = bytes.len() - 32;
        bytes[at] ^= 1;
    });
    let rows = prove("gold.zkey", "bad.wtns", &["--r1cs", "gold.r1cs"]);
    refuses(at, &rows, 1, &["bad.wtns does not satisfy row", "gold.r1cs"]);
    refuses(at, &prove("gold.zkey", "bad.wtns", &[]), 1, &["bad.wtns", "does not verify"]);
    exported.altered("gold.wtns", "two.wtns", |bytes| bytes[12 + 12 + 40 + 12] = 2);
    refuses(at, &prove("gold.zkey", "two.wtns", &[]), 2, &["two.wtns", "constant 1"]);
    assert!(!exported.file("proof.json").exists() && !exported.file("public.json").exists());
}

#[test]
fn refuses_damaged_files_and_keys_of_other_systems() {
    let exported = Exported::new();
    let at = exported.path();
    let half = |bytes: &mut Vec<u8>| bytes.truncate(bytes.len() / 2);
    exported.altered("gold.zkey", "half.zkey", half);
    exported.altered("gold.wtns", "half.wtns", half);
    exported.altered("gold.r1cs", "half.r1cs", half);
    // the first section, which holds the protocol, begins after the head of the file and its own
    exported.altered("gold.zkey", "plonk.zkey", |bytes| bytes[12 + 12] = 2);
    refuses(at, &prove("half.zkey", "gold.wtns", &[]), 2, &["half.zkey is refused", "ends too early"]);
    refuses(at, &prove("plonk.zkey", "gold.wtns", &[]), 2, &["plonk.zkey", "another proof system"]);
    refuses(at, &prove("gold.wtns", "gold.wtns", &[]), 2, &["gold.wtns is refused", "not a .zkey"]);
    refuses(at, &prove("gold.zkey", "half.wtns", &[]), 2, &["half.wtns is not a witness"]);
    refuses(at, &prove("gold.zkey", "gold.zkey", &[]), 2, &["gold.zkey is not a witness"]);
    let circuit = prove("gold.zkey", "gold.wtns", &["--r1cs", "half.r1cs"]);
    refuses(at, &circuit, 2, &["half.r1cs is not a circuit", "section"]);
    refuses(at, &prove("none.zkey", "gold.wtns", &[]), 2, &["none.zkey"]);
    refuses(at, &["circuits", "export", "relay-11", "--r1cs", "x.r1cs"], 2, &["no circuit `relay-11`"]);
}

#[test]
fn a_fact_and_a_key_are_not_proven_at_once() {
    let world = RelayWorld::new(1);
    let relay = world.prove_arguments(&["none.json"], &[]);
    let both = [&["prove", "--zkey", "some.zkey"], &relay[1..]].concat();
    refuses(world.path(), &both, 2, &["relay, gold", "--zkey", "not both"]);
    for usage in [
        &["prove"][..],
        &["prove", "--zkey", "some.zkey", "--wtns", "some.wtns"],
        &["verify", "--proof", "proof.json", "--key", "key.json"],
        &["verify", "--proof", "p", "--public", "q", "--key", "k", "--min-amount", "1"],
        &["verify", "claim.json", "--proof", "p", "--public", "q", "--key", "k"],
    ] {
        assert_eq!(workproof(world.path(), usage).code, 2, "{usage:?}");
    }
}

#[test]
fn the_witness_of_a_claim_is_for_its_owner_and_other_provers() {
    let world = RelayWorld::new(1);
    let voucher = world.sign(0, 1_000);
    let run = world.prove(&[&voucher], &["--wtns-out", "mine.wtns"]);
    assert_eq!(run.code, 0, "{run:?}");
    assert!(run.stdout.contains("mine.wtns (it holds your secrets"), "{run:?}");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = fs::metadata(world.file("mine.wtns")).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
    }
    let key = keys_directory().join("relay-10.development.zkey").display().to_string();
    json(world.path(), &prove(&key, "mine.wtns", &[]));
    let claim: serde_json::Value =
        serde_json::from_slice(&fs::read(world.file("claim.json")).unwrap()).unwrap();
    let public: serde_json::Value =
        serde_json::from_slice(&fs::read(world.file("public.json")).unwrap()).unwrap();
    assert_eq!(public[1], claim["statement"]["nullifier"]);
    fs::remove_file(world.file("claim.json")).unwrap();
    let again = world.prove_arguments(&[&voucher], &["--wtns-out", "mine.wtns"]);
    refuses(world.path(), &again, 2, &["mine.wtns exists already"]);
}
