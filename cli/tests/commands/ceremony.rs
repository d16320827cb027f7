//! A ceremony as its participants hold it, and what they are refused.

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::json as value;
use tempfile::TempDir;
use workproof_ceremony::insecure_write_ptau;
use workproof_circuits::r1cs::R1cs;
use workproof_protocol::Fr;
use workproof_prover::circom_files::write_r1cs;

use crate::program::{edit, json, refuses, text, workproof};

const BEACON: &str = "00112233445566778899aabbccddeeff";

/// A directory with a circuit and a first phase with public secrets.
struct Participants {
    directory: TempDir,
}

impl Participants {
    fn new() -> Self {
        let directory = TempDir::new().unwrap();
        let one = Fr::from(1_u8);
        let mut r1cs = R1cs::default();
        (r1cs.public_inputs, r1cs.variables) = (1, 12);
        for row in 0..10 {
            r1cs.a.push_terms(vec![(row + 1, one)]);
            r1cs.b.push_terms(vec![(0, one), (row + 1, -one)]);
            r1cs.c.push_terms(vec![(row + 2, Fr::from(3_u8))]);
        }
        write_r1cs(&mut File::create(directory.path().join("circuit.r1cs")).unwrap(), &r1cs).unwrap();
        insecure_write_ptau(&directory.path().join("pot.ptau"), 5, true).unwrap();
        Self { directory }
    }

    fn path(&self) -> &Path {
        self.directory.path()
    }

    fn file(&self, name: &str) -> PathBuf {
        self.path().join(name)
    }

    /// Begins, has two people contribute, and ends.
    fn hold(&self) -> [String; 2] {
        let at = self.path();
        json(at, &["ceremony", "new", "0.zkey", "--r1cs", "circuit.r1cs", "--ptau", "pot.ptau"]);
        let ada = json(at, &["ceremony", "contribute", "0.zkey", "1.zkey", "--name", "Ada"]);
        let grace =
            json(at, &["ceremony", "contribute", "1.zkey", "2.zkey", "--name", "Grace", "--typed-entropy"]);
        let beacon = ["--value", BEACON, "--source", "drand round 1"];
        json(at, &[&["ceremony", "beacon", "2.zkey", "final.zkey"], &beacon[..]].concat());
        [ada, grace].map(|report| text(&report, "/contribution_hash"))
    }
}

fn verify<'a>(key: &'a str, more: &[&'a str]) -> Vec<&'a str> {
    [&["ceremony", "verify", key, "--r1cs", "circuit.r1cs", "--ptau", "pot.ptau"], more].concat()
}

#[test]
fn a_ceremony_is_held_verified_and_its_key_exported() {
    let participants = Participants::new();
    let at = participants.path();
    let hashes = participants.hold();
    let report = json(at, &verify("final.zkey", &["--least", "2", "--write-transcript", "transcript.json"]));
    assert_eq!(report["verified"], true);
    let contributions = &report["transcript"]["contributions"];
    for (index, hash) in hashes.iter().enumerate() {
        assert_eq!(contributions[index]["hash"], hash.as_str());
    }
    assert_eq!(contributions[2]["beacon"], value!({ "value": format!("0x{BEACON}"), "exponent": 10 }));
    let inspected = json(at, &["ceremony", "inspect", "final.zkey"]);
    assert_eq!(&inspected["contributions"], contributions);
    let again = json(at, &verify("final.zkey", &["--transcript", "transcript.json", "--beacon", BEACON]));
    assert_eq!(again["matches_transcript"], true);
    json(at, &verify("1.zkey", &["--in-progress"]));
    let phase1 = json(at, &["ptau", "verify", "pot.ptau"]);
    assert_eq!((&phase1["power"], &phase1["prepared"]), (&value!(5), &value!(true)));

    json(at, &["ceremony", "export-vk", "final.zkey", "--snarkjs", "key.json"]);
    for key in ["key.json", "final.zkey"] {
        assert_eq!(json(at, &["key", "lint", key])["origin"], "unknown");
        let vouched = json(at, &["key", "lint", key, "--transcript", "transcript.json"]);
        assert_eq!(vouched["origin"], "ceremony");
    }
    // the transcript is asked before the circuit, which no chain of ours knows
    let export =
        ["export", "evm", "--key", "key.json", "--circuit", "relay-10", "--out", "x", "--transcript"];
    refuses(at, &[&export[..], &["transcript.json"]].concat(), 2, &["public inputs"]);
    fs::copy(participants.file("transcript.json"), participants.file("other.json")).unwrap();
    edit(&participants.file("other.json"), |transcript| {
        transcript["verifying_key_digest"] = value!(format!("0x{}", "07".repeat(32)));
    });
    refuses(at, &[&export[..], &["other.json"]].concat(), 2, &["not the key that the transcript names"]);
    let people = workproof(at, &verify("final.zkey", &[]));
    assert_eq!(people.code, 0);
    for word in ["verified", "Ada", "Grace", "drand round 1", hashes[0].as_str(), "NOT checked"] {
        assert!(people.stdout.contains(word), "{word}: {}", people.stdout);
    }
}

/// Needs OpenSSH's `ssh-keygen`; without it the test says so and stands aside.
#[test]
fn contributors_sign_what_is_theirs() {
    let participants = Participants::new();
    let at = participants.path();
    participants.hold();
    let ssh = |arguments: &[&str]| {
        let output = Command::new("ssh-keygen").args(arguments).current_dir(at).output();
        output.is_ok_and(|output| output.status.success())
    };
    if !ssh(&["-q", "-t", "ed25519", "-N", "", "-C", "ada", "-f", "id"]) {
        eprintln!("SKIPPED: ssh-keygen is missing");
        return;
    }
    json(at, &["ceremony", "attestation", "final.zkey", "--number", "1", "--out", "ada.txt"]);
    assert!(fs::read_to_string(participants.file("ada.txt")).unwrap().contains("\nname: Ada\n"));
    assert!(ssh(&["-q", "-Y", "sign", "-n", "workproof-ceremony", "-f", "id", "ada.txt"]));
    let report = json(
        at,
        &verify("final.zkey", &["--attestation", "ada.txt.sig", "--write-transcript", "signed.json"]),
    );
    let key = text(&report, "/transcript/contributions/0/attestations/0/public_key");
    assert!(fs::read_to_string(participants.file("id.pub")).unwrap().starts_with(&key));
    let again = json(at, &verify("final.zkey", &["--transcript", "signed.json"]));
    assert_eq!(text(&again, "/transcript/contributions/0/attestations/0/public_key"), key);
    // under another contribution, for another purpose, of another text
    edit(&participants.file("signed.json"), |transcript| {
        let attestations = transcript["contributions"][0]["attestations"].take();
        transcript["contributions"][0]["attestations"] = value!([]);
        transcript["contributions"][1]["attestations"] = attestations;
    });
    refuses(
        at,
        &verify("final.zkey", &["--transcript", "signed.json"]),
        1,
        &["none of the key's contributions"],
    );
    fs::remove_file(participants.file("ada.txt.sig")).unwrap();
    assert!(ssh(&["-q", "-Y", "sign", "-n", "file", "-f", "id", "ada.txt"]));
    let attested = ["--attestation", "ada.txt.sig"];
    refuses(at, &verify("final.zkey", &attested), 1, &["-n workproof-ceremony"]);
    fs::remove_file(participants.file("ada.txt.sig")).unwrap();
    fs::write(participants.file("ada.txt"), "I was here\n").unwrap();
    assert!(ssh(&["-q", "-Y", "sign", "-n", "workproof-ceremony", "-f", "id", "ada.txt"]));
    refuses(at, &verify("final.zkey", &attested), 1, &["none of the key's contributions"]);
    fs::write(participants.file("ada.txt.sig"), "no signature").unwrap();
    refuses(at, &verify("final.zkey", &attested), 1, &["ssh-keygen -Y sign"]);
    refuses(at, &["ceremony", "attestation", "final.zkey", "--out", "x.txt"], 2, &["no contribution 3"]);
}

#[test]
fn b7_unfinished_ceremonies_and_other_beacons_are_refused() {
    let participants = Participants::new();
    let at = participants.path();
    participants.hold();
    refuses(at, &verify("0.zkey", &[]), 1, &["not verified", "0 people have contributed"]);
    refuses(at, &verify("2.zkey", &[]), 1, &["no beacon"]);
    refuses(at, &verify("final.zkey", &["--least", "3"]), 1, &["2 people", "at least 3"]);
    refuses(at, &verify("final.zkey", &["--beacon", "0xabcd"]), 1, &["not the one expected"]);
    refuses(at, &verify("final.zkey", &["--beacon", "0xabc"]), 2, &["hexadecimal"]);
    let exported = ["ceremony", "export-vk", "0.zkey", "--snarkjs", "key.json"];
    refuses(at, &exported, 2, &["gamma and delta are equal"]);
    refuses(
        at,
        &["key", "lint", "0.zkey"],
        1,
        &["dangerous", "anyone can prove any statement", "run phase 2"],
    );
    refuses(at, &["ceremony", "contribute", "final.zkey", "x.zkey", "--name", "Eve"], 2, &["over"]);
    refuses(at, &["ceremony", "contribute", "0.zkey", "0.zkey", "--name", "Eve"], 2, &["another file"]);
    refuses(at, &["ceremony", "contribute", "0.zkey", "1.zkey", "--name", "Eve"], 2, &["exists already"]);
    refuses(at, &["ceremony", "contribute", "0.zkey", "x.zkey", "--name", "a\nb"], 2, &["one line"]);
    let late = ["ceremony", "beacon", "0.zkey", "x.zkey", "--value", BEACON, "--source", "s"];
    refuses(at, &late, 2, &["nobody has contributed"]);
    refuses(at, &[&late[..], &["--exponent", "9"]].concat(), 2, &["2^10 to 2^32"]);
    json(at, &verify("final.zkey", &["--write-transcript", "transcript.json"]));
    edit(&participants.file("transcript.json"), |transcript| {
        let hash = text(transcript, "/contributions/1/hash");
        let flipped = hash.replace('3', "4");
        transcript["contributions"][1]["hash"] = value!(flipped);
    });
    let words = ["does not match the transcript", "contribution 2"];
    refuses(at, &verify("final.zkey", &["--transcript", "transcript.json"]), 1, &words);
    assert!(!participants.file("x.zkey").exists() && !participants.file("key.json").exists());
}

#[test]
fn bad_files_are_named_and_nothing_is_half_written() {
    let participants = Participants::new();
    let at = participants.path();
    participants.hold();
    let bytes = fs::read(participants.file("2.zkey")).unwrap();
    fs::write(participants.file("cut.zkey"), &bytes[..bytes.len() - 1]).unwrap();
    fs::write(participants.file("cut.ptau"), &fs::read(participants.file("pot.ptau")).unwrap()[..999])
        .unwrap();
    for key in ["cut.zkey", "missing.zkey", "circuit.r1cs"] {
        refuses(at, &["ceremony", "contribute", key, "x.zkey", "--name", "Eve"], 2, &[key, "refused"]);
        refuses(at, &["ceremony", "inspect", key], 2, &[key]);
        refuses(at, &verify(key, &[]), 2, &[key]);
    }
    refuses(at, &["ptau", "verify", "cut.ptau"], 2, &["cut.ptau", "ends too early"]);
    refuses(at, &["ptau", "verify", "2.zkey"], 2, &["does not begin with `ptau`"]);
    let begin = ["ceremony", "new", "x.zkey", "--circuit", "gold-256", "--ptau", "pot.ptau"];
    refuses(at, &begin, 2, &["2^14", "2^5", "larger"]);
    refuses(at, &["key", "lint", "pot.ptau"], 2, &["ends in .json, .zkey, .vkey or .sol"]);
    fs::write(participants.file("empty.sol"), "contract V {}").unwrap();
    refuses(at, &["key", "lint", "empty.sol"], 2, &["no constant"]);
    refuses(at, &["ceremony", "contribute", "2.zkey", "/proc/x.zkey", "--name", "Eve"], 2, &["/proc/x.zkey"]);
    assert!(fs::read(participants.file("2.zkey")).unwrap() == bytes);
    assert!(!participants.file("x.zkey").exists());
}

/// A disk that takes no more, as the system says it by a limit on files.
#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_leaves_nothing_behind() {
    let participants = Participants::new();
    let at = participants.path();
    participants.hold();
    let files = || {
        let mut names: Vec<_> = fs::read_dir(at).unwrap().map(|entry| entry.unwrap().file_name()).collect();
        names.sort();
        names
    };
    let (before, key) = (files(), fs::read(participants.file("2.zkey")).unwrap());
    for arguments in [
        &["ceremony", "contribute", "2.zkey", "x.zkey", "--name", "Eve"][..],
        &["ceremony", "new", "x.zkey", "--r1cs", "circuit.r1cs", "--ptau", "pot.ptau"],
        &["ceremony", "beacon", "2.zkey", "x.zkey", "--value", BEACON, "--source", "s"],
    ] {
        let output = Command::new("sh")
            .args(["-c", "trap '' XFSZ; ulimit -f 1; exec \"$0\" \"$@\"", env!("CARGO_BIN_EXE_workproof")])
            .args(arguments)
            .current_dir(at)
            .output()
            .unwrap();
        let errors = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(2), "{errors}");
        assert!(errors.contains("x.zkey could not be written"), "{errors}");
        assert_eq!(files(), before);
    }
    assert!(fs::read(participants.file("2.zkey")).unwrap() == key);
}

#[test]
fn b7_the_lint_reads_every_form_of_a_development_key() {
    let directory = TempDir::new().unwrap();
    let at = directory.path();
    json(at, &["keys", "make", "gold-256"]);
    let keys = crate::program::keys_directory();
    for extension in ["zkey", "vkey"] {
        let key = keys.join(format!("gold-256.development.{extension}")).display().to_string();
        refuses(
            at,
            &["key", "lint", &key],
            1,
            &["public development value", "anyone can prove any statement"],
        );
    }
}
