//! Vouchers and requests that cannot be proven: exit code 1, and what to do.

use workproof_protocol::{Attester, AttesterTree, ContributorId, Fr, Scope, SigningKey, Voucher};

use crate::program::{edit, refuses, workproof};
use crate::relay_world::{CAP, RelayWorld, scope};

fn refuses_to_prove(world: &RelayWorld, vouchers: &[&str], more: &[&str], words: &[&str]) {
    refuses(world.path(), &world.prove_arguments(vouchers, more), 1, words);
    assert!(!world.file("claim.json").exists());
}

fn refuses_to_accept(world: &RelayWorld, vouchers: &[&str], words: &[&str]) {
    let common = ["--scope-file", "scope.json", "--attesters", "attesters.json", "--contributor", &world.id];
    refuses(world.path(), &[&["voucher", "accept"], vouchers, &common].concat(), 1, words);
}

#[test]
fn refuses_a_wrong_signature() {
    let world = RelayWorld::new(2);
    let voucher = world.sign(0, 10);
    edit(&world.file(&voucher), |voucher| voucher["units"] = "11".into());
    refuses(
        world.path(),
        &["voucher", "inspect", &voucher],
        1,
        &["voucher-0.json has a wrong signature", "ask"],
    );
    refuses_to_accept(&world, &[&voucher], &["voucher-0.json", "signature"]);
    refuses_to_prove(&world, &[&voucher], &[], &["voucher-0.json", "signature"]);
}

#[test]
fn refuses_a_voucher_for_another_scope() {
    let world = RelayWorld::new(1);
    let voucher = world.sign(0, 10);
    std::fs::remove_file(world.file("scope.json")).unwrap();
    scope(world.path(), "epoch-8", "scope.json");
    refuses_to_accept(&world, &[&voucher], &["voucher-0.json", "another scope"]);
    refuses_to_prove(&world, &[&voucher], &[], &["voucher-0.json", "another scope"]);
}

#[test]
fn refuses_a_voucher_for_another_contributor() {
    let mut world = RelayWorld::new(1);
    let id = std::mem::replace(&mut world.id, "12345".to_owned());
    let voucher = world.sign(0, 10);
    world.id = id;
    refuses_to_accept(&world, &[&voucher], &["voucher-0.json", "another contributor"]);
    refuses_to_prove(&world, &[&voucher], &[], &["voucher-0.json", "another contributor"]);
}

#[test]
fn refuses_a_voucher_over_the_cap() {
    let world = RelayWorld::new(1);
    let voucher = world.sign(0, CAP + 1);
    refuses_to_accept(&world, &[&voucher], &["2001 units", "cap of 2000"]);
    refuses_to_prove(&world, &[&voucher], &[], &["2001 units", "cap of 2000"]);
    let sign = ["voucher", "sign", "--key", "attester-0.json", "--units", "2001", "--out", "more.json"];
    let rest = ["--attesters", "attesters.json", "--contributor", &world.id, "--scope-file", "scope.json"];
    refuses(world.path(), &[&sign[..], &rest].concat(), 1, &["no claim could use this voucher", "cap"]);
}

#[test]
fn refuses_a_voucher_twice() {
    let world = RelayWorld::new(1);
    let voucher = world.sign(0, 10);
    refuses_to_accept(&world, &[&voucher, &voucher], &["one attester", "larger total"]);
    refuses_to_prove(&world, &[&voucher, &voucher], &[], &["index 0 appears twice", "larger total"]);
}

#[test]
fn refuses_a_voucher_of_an_unregistered_attester() {
    let world = RelayWorld::new(2);
    let arguments = ["attesters", "remove", "--file", "attesters.json", "--index", "1"];
    assert_eq!(workproof(world.path(), &arguments).code, 0);
    let voucher = world.sign(1, 10);
    refuses_to_accept(&world, &[&voucher], &["nobody is enrolled", "1"]);
    refuses_to_prove(&world, &[&voucher], &[], &["nobody is enrolled"]);
}

#[test]
fn refuses_a_voucher_of_another_key_than_the_enrolled_one() {
    let world = RelayWorld::new(2);
    let sign = [
        "voucher",
        "sign",
        "--key",
        "attester-0.json",
        "--index",
        "1",
        "--units",
        "5",
        "--out",
        "voucher.json",
    ];
    let rest = ["--contributor", &world.id, "--scope-file", "scope.json"];
    assert_eq!(workproof(world.path(), &[&sign[..], &rest].concat()).code, 0);
    refuses_to_accept(&world, &["voucher.json"], &["another key", "index 1"]);
    refuses_to_prove(&world, &["voucher.json"], &[], &["another key"]);
}

#[test]
fn names_the_next_circuit_or_the_slots_when_vouchers_do_not_fit() {
    let world = RelayWorld::new(11);
    let vouchers: Vec<String> = (0..11).map(|attester| world.sign(attester, 10)).collect();
    let vouchers: Vec<&str> = vouchers.iter().map(String::as_str).collect();
    refuses_to_prove(
        &world,
        &vouchers,
        &["--circuit", "relay-10"],
        &["11 vouchers", "use the circuit for 46"],
    );
}

#[test]
fn says_how_to_split_what_fits_no_circuit() {
    let world = RelayWorld::new(0);
    let id: ContributorId = world.id.parse().unwrap();
    let scope = Scope::from_field(Fr::from(5_u64));
    let keys: Vec<SigningKey> =
        (0..191_u32).map(|index| SigningKey::from_private_key(&index.to_be_bytes()).unwrap()).collect();
    let attesters = keys.iter().map(|key| Attester::new(*key.public_key(), CAP));
    let tree = AttesterTree::from_attesters(attesters).unwrap();
    std::fs::write(world.file("attesters.json"), serde_json::to_vec(&tree).unwrap()).unwrap();
    std::fs::create_dir(world.file("vouchers")).unwrap();
    for (index, key) in (0..).zip(&keys) {
        let voucher = Voucher::issue(key, scope, id, 1, index);
        std::fs::write(world.file(&format!("vouchers/{index}.json")), serde_json::to_vec(&voucher).unwrap())
            .unwrap();
    }
    let mut arguments = world.prove_arguments(&["vouchers"], &["--scope", "5"]);
    let position = arguments.iter().position(|argument| *argument == "--scope-file").unwrap();
    arguments.drain(position..position + 2);
    refuses(
        world.path(),
        &arguments,
        1,
        &["191 vouchers", "no circuit is larger", "--slot and --slot-width"],
    );
}

#[test]
fn refuses_an_amount_above_the_sum_and_more_attesters_than_there_are() {
    let world = RelayWorld::new(1);
    let voucher = world.sign(0, 10);
    refuses_to_prove(&world, &[&voucher], &["--amount", "11"], &["amount 11 is above the sum", "10"]);
    refuses_to_prove(&world, &[&voucher], &["--min-attesters", "2"], &["2 attesters are claimed", "only 1"]);
    let slot = ["--slot", "1", "--slot-width", "1"];
    refuses_to_prove(&world, &[&voucher], &slot, &["no voucher lies in the slot"]);
}

#[test]
fn refuses_an_identity_outside_the_registry() {
    let world = RelayWorld::new(1);
    let voucher = world.sign(0, 10);
    std::fs::remove_file(world.file("contributors.json")).unwrap();
    let arguments = ["registry", "add", "--file", "contributors.json", "123"];
    assert_eq!(workproof(world.path(), &arguments).code, 0);
    refuses_to_prove(&world, &[&voucher], &[], &[&world.id, "contributors.json", "ask for it to be added"]);
}

#[test]
fn refuses_a_registry_with_a_false_node() {
    let world = RelayWorld::new(1);
    let voucher = world.sign(0, 10);
    edit(&world.file("contributors.json"), |levels| levels[1][0] = "5".into());
    refuses(world.path(), &world.prove_arguments(&[&voucher], &[]), 2, &["contributors.json", "hashes"]);
}
