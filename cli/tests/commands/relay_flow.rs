//! relay from nothing to a verified claim, and every expectation of the verifier.

use std::sync::OnceLock;

use serde_json::Value;

use crate::program::{edit, json, refuses, text, workproof};
use crate::relay_world::RelayWorld;

/// A proven claim, made once for the tests of this file; none of them changes its files.
fn proven() -> &'static (RelayWorld, Value) {
    static PROVEN: OnceLock<(RelayWorld, Value)> = OnceLock::new();
    PROVEN.get_or_init(|| {
        let world = RelayWorld::new(4);
        for (attester, units) in [(0, 1_000), (1, 1_001), (3, 1_003)] {
            world.sign(attester, units);
        }
        let run = world
            .prove(&["voucher-3.json", "voucher-0.json", "voucher-1.json"], &["--amount", "3000", "--json"]);
        assert_eq!(run.code, 0, "{run:?}");
        assert!(run.stderr.contains("DEVELOPMENT KEY"), "{run:?}");
        (world, serde_json::from_str(&run.stdout).unwrap())
    })
}

#[test]
fn proves_and_verifies_from_files() {
    let (world, report) = proven();
    assert_eq!(report["circuit"], "relay-10");
    assert_eq!(report["development_key"], true);
    assert_eq!(report["statement"]["amount"], "3000");
    assert_eq!(report["statement"]["attesters"], 3);

    let attester_root =
        text(&json(world.path(), &["attesters", "root", "--file", "attesters.json"]), "/root");
    let registry = json(world.path(), &["registry", "root", "--file", "contributors.json"]);
    let verified = json(
        world.path(),
        &[
            "verify",
            "claim.json",
            "--development-key",
            "--scope-file",
            "scope.json",
            "--payment",
            "payment.json",
            "--recipient",
            "0xc0ffee0000000000000000000000000000000000",
            "--attester-root",
            &attester_root,
            "--contributor-root",
            &text(&registry, "/root"),
            "--contributor-count",
            &registry["members"].to_string(),
            "--min-amount",
            "3000",
            "--min-attesters",
            "3",
            "--slot",
            "0",
            "--slot-width",
            "78125",
            "--nullifier",
            &text(report, "/statement/nullifier"),
        ],
    );
    assert_eq!(verified["verified"], true);
    assert_eq!(verified["not_compared"], serde_json::json!([]));
}

#[test]
fn says_what_was_not_compared() {
    let (world, _) = proven();
    let run = workproof(world.path(), &["verify", "claim.json", "--development-key"]);
    assert_eq!(run.code, 0, "{run:?}");
    assert!(run.stdout.contains("NOT compared: scope"), "{run:?}");
    assert!(run.stdout.contains("DEVELOPMENT KEY"), "{run:?}");
}

#[test]
fn refuses_a_claim_that_is_not_the_expected_one() {
    let (world, _) = proven();
    for (option, value, word) in [
        ("--scope", "1", "scope is"),
        ("--message", "1", "message is"),
        ("--nullifier", "1", "nullifier is"),
        ("--min-amount", "3001", "amount is 3000, expected at least 3001"),
        ("--attester-root", "1", "attester root is"),
        ("--min-attesters", "4", "attesters is 3"),
        ("--slot", "1", "slot is 0"),
        ("--slot-width", "100", "slot width is"),
        ("--gold-commitment", "1", "gold commitment was expected"),
        ("--max-tolerance", "1", "tolerance was expected"),
    ] {
        refuses(world.path(), &["verify", "claim.json", "--development-key", option, value], 1, &[word]);
    }
    let members = json(world.path(), &["registry", "root", "--file", "contributors.json"]);
    let (root, count) = (text(&members, "/root"), members["members"].to_string());
    for (root, count, word) in [("1", &*count, "contributor root is"), (&*root, "9", "contributors is")] {
        let expected = ["--contributor-root", root, "--contributor-count", count];
        refuses(
            world.path(),
            &[&["verify", "claim.json", "--development-key"], &expected[..]].concat(),
            1,
            &[word],
        );
    }
    // a root without its size does not say who is a member
    for half in [["--contributor-root", &*root], ["--contributor-count", &*count]] {
        refuses(
            world.path(),
            &[&["verify", "claim.json", "--development-key"], &half[..]].concat(),
            2,
            &["required"],
        );
    }
    let other = ["--payment", "payment.json", "--recipient", "0xbad0000000000000000000000000000000000000"];
    refuses(
        world.path(),
        &[&["verify", "claim.json", "--development-key"], &other[..]].concat(),
        1,
        &["recipient is"],
    );
}

#[test]
fn refuses_a_claim_with_any_altered_input() {
    let (world, _) = proven();
    for (key, value) in [
        ("scope", "5"),
        ("nullifier", "5"),
        ("message", "5"),
        ("amount", "3001"),
        ("contributor_root", "5"),
        ("attester_root", "5"),
    ] {
        let name = format!("altered-{key}.json");
        std::fs::copy(world.file("claim.json"), world.file(&name)).unwrap();
        edit(&world.file(&name), |claim| claim["statement"][key] = value.into());
        refuses(world.path(), &["verify", &name, "--development-key"], 1, &[&name, "does not prove"]);
    }
    for key in ["slot", "slot_width", "attesters", "contributor_count"] {
        let name = format!("altered-{key}.json");
        std::fs::copy(world.file("claim.json"), world.file(&name)).unwrap();
        edit(&world.file(&name), |claim| claim["statement"][key] = 7.into());
        refuses(world.path(), &["verify", &name, "--development-key"], 1, &["does not prove"]);
    }
}

#[test]
fn claims_for_one_slot_only() {
    let (world, _) = proven();
    let vouchers = ["voucher-0.json", "voucher-1.json", "voucher-3.json"];
    let slot = ["--slot", "1", "--slot-width", "2", "--out", "slot.json", "--json"];
    let mut arguments = world.prove_arguments(&vouchers, &slot);
    // the first --out belongs to the other claim
    let position = arguments.iter().position(|argument| *argument == "--out").unwrap();
    arguments.drain(position..position + 2);
    let run = workproof(world.path(), &arguments);
    assert_eq!(run.code, 0, "{run:?}");
    let report: Value = serde_json::from_str(&run.stdout).unwrap();
    assert_eq!(report["statement"]["amount"], "1003");
    assert_ne!(report["statement"]["nullifier"], proven().1["statement"]["nullifier"]);
}

#[test]
fn never_replaces_a_claim_unless_forced() {
    let (world, _) = proven();
    refuses(
        world.path(),
        &world.prove_arguments(&["voucher-0.json"], &[]),
        2,
        &["claim.json exists already", "--force"],
    );
}

#[test]
fn accepts_vouchers_on_receipt() {
    let (world, _) = proven();
    let vouchers = ["voucher-0.json", "voucher-1.json"];
    let common = ["--scope-file", "scope.json", "--attesters", "attesters.json", "--contributor", &world.id];
    let report = json(world.path(), &[&["voucher", "accept"], &vouchers[..], &common].concat());
    assert_eq!(report["units"], "2001");
    let inspected = json(world.path(), &["voucher", "inspect", "voucher-0.json"]);
    assert_eq!((inspected["signature"].as_str(), inspected["units"].as_str()), (Some("valid"), Some("1000")));
}
