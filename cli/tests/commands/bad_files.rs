//! Files that are not what they should be: exit code 2, and the file's name.

use std::fs;

use crate::program::{edit, refuses};
use crate::relay_world::RelayWorld;

#[test]
fn refuses_malformed_truncated_and_repeated_json() {
    let world = RelayWorld::new(1);
    let voucher = world.sign(0, 10);
    let whole = fs::read_to_string(world.file(&voucher)).unwrap();
    let repeated = whole.replacen('{', "{\"units\": \"9\",", 1);
    let unknown = whole.replacen('{', "{\"more\": 1,", 1);
    let number = whole.replace("\"10\"", "10");
    let spelling = whole.replace("\"10\"", "\"010\"");
    let truncated = &whole[..whole.len() / 2];
    for (content, word) in [
        ("", "EOF"),
        ("null", "invalid type"),
        (truncated, "EOF"),
        (&repeated, "duplicate field `units`"),
        (&unknown, "unknown field `more`"),
        (&number, "invalid type"),
        (&spelling, "canonical"),
        (&format!("{whole} {{}}"), "trailing"),
        (&"[".repeat(10_000), "invalid type"),
    ] {
        fs::write(world.file("bad.json"), content).unwrap();
        for arguments in [vec!["voucher", "inspect", "bad.json"], world.prove_arguments(&["bad.json"], &[])] {
            refuses(world.path(), &arguments, 2, &["bad.json is not a voucher", word]);
        }
    }
}

#[test]
fn refuses_points_that_are_no_keys() {
    let world = RelayWorld::new(1);
    let voucher = world.sign(0, 10);
    let r = "21888242871839275222246405745257275088548364400416034343698204186575808495617";
    for (x, y, word) in
        [("0", "1", "identity"), ("1", "1", "not on the curve"), ("0", r, "below the modulus")]
    {
        edit(&world.file(&voucher), |voucher| voucher["attester"] = serde_json::json!([x, y]));
        refuses(world.path(), &["voucher", "inspect", &voucher], 2, &["voucher-0.json", word]);
    }
    let add = ["attesters", "add", "--file", "attesters.json", "--cap", "1", "--x", "1", "--y", "1"];
    refuses(world.path(), &add, 2, &["--x and --y", "not on the curve"]);
}

#[test]
fn refuses_oversized_files_before_reading_them() {
    let world = RelayWorld::new(1);
    for (limit, file, arguments) in [
        (64 << 10, "big.json", vec!["voucher", "inspect", "big.json"]),
        (64 << 10, "big.json", vec!["identity", "show", "big.json"]),
        (64 << 10, "big.json", vec!["verify", "big.json", "--development-key"]),
        (64 << 20, "big.json", vec!["attesters", "root", "--file", "big.json"]),
        (160 << 20, "big.json", vec!["registry", "root", "--file", "big.json"]),
    ] {
        // a file with a hole: it has a length and takes no room
        fs::File::create(world.file(file)).unwrap().set_len(limit + 1).unwrap();
        refuses(world.path(), &arguments, 2, &[file, "too many", "is it the right file?"]);
    }
}

#[test]
fn refuses_files_that_are_not_there() {
    let world = RelayWorld::new(1);
    refuses(
        world.path(),
        &["voucher", "inspect", "none.json"],
        2,
        &["cannot read none.json", "No such file"],
    );
    refuses(world.path(), &world.prove_arguments(&["none.json"], &[]), 2, &["none.json"]);
    refuses(world.path(), &["verify", "none.json", "--development-key"], 2, &["none.json"]);
    refuses(world.path(), &["identity", "new", "--out", "none/me.json"], 2, &["cannot write none/me.json"]);
}

#[test]
fn refuses_an_attester_twice_and_a_contributor_twice() {
    let world = RelayWorld::new(1);
    let add = ["attesters", "add", "--file", "attesters.json", "--key", "attester-0.json", "--cap", "5"];
    refuses(world.path(), &add, 1, &["enrolled already, at index 0"]);
    refuses(
        world.path(),
        &["registry", "add", "--file", "contributors.json", &world.id],
        1,
        &["member already"],
    );
    refuses(world.path(), &["registry", "add", "--file", "contributors.json", "0"], 1, &["zero"]);
    refuses(world.path(), &["registry", "path", "--file", "contributors.json", "9"], 1, &["not a member"]);
    refuses(
        world.path(),
        &["attesters", "path", "--file", "attesters.json", "--index", "9"],
        1,
        &["index 9"],
    );
}

#[test]
fn refuses_altered_secret_files() {
    let world = RelayWorld::new(2);
    edit(&world.file("me.json"), |identity| identity["commitment"] = "5".into());
    refuses(world.path(), &["identity", "show", "me.json"], 2, &["me.json was altered"]);
    edit(&world.file("attester-0.json"), |key| key["private_key"] = "0x00".into());
    let sign =
        ["voucher", "sign", "--key", "attester-0.json", "--index", "0", "--units", "1", "--out", "v.json"];
    let more = ["--contributor", "5", "--scope", "1"];
    refuses(world.path(), &[&sign[..], &more].concat(), 2, &["attester-0.json", "private key"]);
}
