//! gold on a real labelled set: handwritten digits, 64 of 1,024 gold, answered by a classifier.

use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use serde_json::{Value, json};
use tempfile::TempDir;
use workproof_ceremony::insecure_write_ptau;

use crate::program::{json, refuses, text, workproof};

fn digits() -> Value {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../test-vectors/gold-digits.json");
    serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap()
}

/// A task with both commitments made.
struct GoldTask {
    directory: TempDir,
    id: String,
    gold_commitment: String,
    answer_commitment: String,
}

impl GoldTask {
    fn new(gold: &Value, answers: &Value) -> Self {
        let directory = TempDir::new().unwrap();
        let at = directory.path();
        let id = text(&json(at, &["identity", "new", "--out", "me.json"]), "/id");
        json(at, &["registry", "add", "--file", "contributors.json", "77", &id, "78"]);
        for (task, out) in [("digits", "scope.json"), ("letters", "other-scope.json")] {
            let place = ["--chain-id", "1", "--settlement", "0x5e77000000000000000000000000000000000000"];
            let scope = ["scope", "--network", "labels", "--fact", "gold", "--task", task, "--out", out];
            json(at, &[&scope[..], &place].concat());
        }
        let payment =
            ["--recipient", "7", "--chain-id", "1", "--settlement", "8", "--deadline", "1900000000"];
        json(at, &[&["message"], &payment[..], &["--out", "payment.json"]].concat());
        std::fs::write(at.join("gold.json"), gold.to_string()).unwrap();
        std::fs::write(at.join("answers.json"), answers.to_string()).unwrap();
        let commit = ["--labels", "gold.json", "--scope-file", "scope.json", "--out", "gold-opening.json"];
        let gold_commitment = text(&json(at, &[&["gold", "commit"], &commit[..]].concat()), "/commitment");
        let commit =
            ["--labels", "answers.json", "--scope-file", "scope.json", "--out", "answers-opening.json"];
        let who = ["--contributor", &id, "--payment", "payment.json"];
        let answers = json(at, &[&["answers", "commit"], &commit[..], &who].concat());
        let answer_commitment = text(&answers, "/commitment");
        Self { directory, id, gold_commitment, answer_commitment }
    }

    fn path(&self) -> &Path {
        self.directory.path()
    }

    fn file(&self, name: &str) -> PathBuf {
        self.path().join(name)
    }

    /// The arguments of a proof, but for who claims.
    fn prove<'a>(&'a self, out: &'a str, more: &[&'a str]) -> Vec<&'a str> {
        let mut arguments =
            vec!["prove", "gold", "--gold", "gold-opening.json", "--answers", "answers-opening.json"];
        arguments.extend(["--payment", "payment.json", "--out", out]);
        arguments.extend([
            "--gold-commitment",
            &self.gold_commitment,
            "--answer-commitment",
            &self.answer_commitment,
        ]);
        arguments.extend(more);
        arguments
    }
}

const CONTRIBUTOR: [&str; 6] =
    ["--identity", "me.json", "--contributors", "contributors.json", "--scope-file", "scope.json"];

fn small() -> &'static GoldTask {
    static SMALL: OnceLock<GoldTask> = OnceLock::new();
    SMALL.get_or_init(|| {
        let gold: Vec<u8> = (0..100).map(|item| if item % 10 == 0 { 5 } else { 0 }).collect();
        // seven of the ten gold items are right, one is off by one, one by three, one is missing
        let answers: Vec<u8> = (0..100)
            .map(|item| match item {
                10 => 6,
                20 => 8,
                30 => 0,
                _ => 5,
            })
            .collect();
        GoldTask::new(&json!(gold), &json!(answers))
    })
}

#[test]
fn proves_a_real_labelled_set() {
    let digits = digits();
    let task = GoldTask::new(&digits["gold"], &digits["answers"]);
    let score = digits["score_by_tolerance"]["0"].as_u64().unwrap();
    let pass = (score - 4).to_string();
    let report =
        json(task.path(), &task.prove("claim.json", &[&CONTRIBUTOR[..], &["--amount", &pass]].concat()));
    assert_eq!(report["circuit"], "gold-1024");
    assert_eq!(report["statement"]["gold_count"], 64);
    assert_eq!(report["statement"]["upper_bound"], 64);
    let registry = json(task.path(), &["registry", "root", "--file", "contributors.json"]);
    let verified = json(
        task.path(),
        &[
            "verify",
            "claim.json",
            "--development-key",
            "--scope-file",
            "scope.json",
            "--payment",
            "payment.json",
            "--gold-commitment",
            &task.gold_commitment,
            "--answer-commitment",
            &task.answer_commitment,
            "--contributor-root",
            &text(&registry, "/root"),
            "--contributor-count",
            &registry["members"].to_string(),
            "--min-amount",
            &pass,
            "--gold-count",
            "64",
            "--max-tolerance",
            "0",
            "--max-upper-bound",
            "64",
            "--nullifier",
            &text(&report, "/statement/nullifier"),
        ],
    );
    assert_eq!(verified["not_compared"], json!([]));

    let above = (score + 1).to_string();
    let arguments = task.prove("no.json", &[&CONTRIBUTOR[..], &["--amount", &above]].concat());
    refuses(task.path(), &arguments, 1, &[&format!("amount {above} is above the score, {score}")]);
}

#[test]
fn the_grader_proves_without_an_identity() {
    let task = small();
    let grader =
        ["--grader-for", &task.id, "--scope-file", "scope.json", "--amount", "8", "--tolerance", "1"];
    let report = json(task.path(), &task.prove("grader.json", &grader));
    assert_eq!(
        (&report["circuit"], &report["statement"]["contributor_root"]),
        (&json!("gold-256"), &json!("0"))
    );
    let none = ["--contributor-root", "0", "--contributor-count", "0"];
    json(task.path(), &[&["verify", "grader.json", "--development-key"], &none[..]].concat());
    let expected = ["--contributor-root", "5", "--contributor-count", "0"];
    refuses(
        task.path(),
        &[&["verify", "grader.json", "--development-key"], &expected[..]].concat(),
        1,
        &["root is 0"],
    );
}

#[test]
fn proves_a_rejection_by_the_upper_bound() {
    let task = small();
    let bounds = [&CONTRIBUTOR[..], &["--amount", "0", "--upper-bound", "7"]].concat();
    json(task.path(), &task.prove("rejection.json", &bounds));
    refuses(
        task.path(),
        &["verify", "rejection.json", "--development-key", "--max-upper-bound", "6"],
        1,
        &["is 7"],
    );
    let bounds = [&CONTRIBUTOR[..], &["--amount", "0", "--upper-bound", "6"]].concat();
    refuses(task.path(), &task.prove("no.json", &bounds), 1, &["upper bound 6 is below the score, 7"]);
}

#[test]
fn refuses_commitments_of_another_task() {
    let task = small();
    let identity = ["--identity", "me.json", "--contributors", "contributors.json", "--amount", "1"];
    let other = [&identity[..], &["--scope-file", "other-scope.json"]].concat();
    refuses(task.path(), &task.prove("no.json", &other), 1, &["gold set does not open", "another task"]);
}

#[test]
fn refuses_a_wrong_salt() {
    let task = small();
    for (file, word) in [("gold-opening.json", "gold set"), ("answers-opening.json", "answers")] {
        let name = format!("salted-{file}");
        std::fs::copy(task.file(file), task.file(&name)).unwrap();
        crate::program::edit(&task.file(&name), |opening| opening["salt"] = "12345".into());
        let mut arguments = task.prove("no.json", &[&CONTRIBUTOR[..], &["--amount", "1"]].concat());
        *arguments.iter_mut().find(|argument| **argument == file).unwrap() = &name;
        refuses(task.path(), &arguments, 1, &[word, "does not open", "another salt"][..1]);
    }
}

#[test]
fn refuses_labels_out_of_range() {
    let task = small();
    for (labels, words) in [
        ("[1, 256]", ["bad.json", "label 256 of item 1"]),
        ("[-1]", ["bad.json", "label -1 of item 0"]),
        ("[0.5]", ["bad.json", "invalid type"]),
        ("[]", ["bad.json", "at least one item"]),
        ("[0, 0]", ["bad.json", "no gold items"]),
        ("{}", ["bad.json", "not a list of labels"]),
    ] {
        std::fs::write(task.file("bad.json"), labels).unwrap();
        let commit =
            ["gold", "commit", "--labels", "bad.json", "--scope-file", "scope.json", "--out", "no.json"];
        refuses(task.path(), &commit, 2, &words);
    }
    let many = format!("[{}1]", "1,".repeat(4096));
    std::fs::write(task.file("bad.json"), many).unwrap();
    let commit = ["gold", "commit", "--labels", "bad.json", "--scope-file", "scope.json", "--out", "no.json"];
    refuses(task.path(), &commit, 2, &["at most 4096 items", "split the batch"]);
}

#[test]
fn refuses_items_that_do_not_fit_the_circuit() {
    let labels: Vec<u8> = vec![1; 300];
    let task = GoldTask::new(&json!(labels), &json!(labels));
    let arguments =
        task.prove("no.json", &[&CONTRIBUTOR[..], &["--amount", "1", "--circuit", "gold-256"]].concat());
    refuses(task.path(), &arguments, 1, &["300 items", "use the circuit for 1024"]);
    let run = workproof(
        task.path(),
        &task.prove("no.json", &[&CONTRIBUTOR[..], &["--amount", "1", "--circuit", "relay-10"]].concat()),
    );
    assert_eq!(run.code, 2, "{run:?}");
}

#[test]
fn a_key_from_a_ceremony_proves_and_checks_a_claim() {
    let task = small();
    let at = task.path();
    insecure_write_ptau(&task.file("pot.ptau"), 14, true).unwrap();
    json(at, &["ceremony", "new", "0.zkey", "--circuit", "gold-256", "--ptau", "pot.ptau"]);
    json(at, &["ceremony", "contribute", "0.zkey", "1.zkey", "--name", "Ada"]);
    let beacon = ["--value", "00112233445566778899aabbccddeeff", "--source", "drand round 1"];
    json(at, &[&["ceremony", "beacon", "1.zkey", "final.zkey"], &beacon[..]].concat());
    json(at, &["ceremony", "export-vk", "final.zkey", "--circuit", "gold-256", "--vkey", "final.vkey"]);

    let prove = |out, circuit, key| {
        let options = ["--amount", "7", "--circuit", circuit, "--key", key];
        workproof(at, &[task.prove(out, &[&CONTRIBUTOR[..], &options].concat()), vec!["--json"]].concat())
    };
    let run = prove("true.json", "gold-256", "final.zkey");
    assert_eq!(run.code, 0, "{run:?}");
    assert!(!run.stderr.contains("DEVELOPMENT"), "{run:?}");
    assert_eq!(serde_json::from_str::<Value>(&run.stdout).unwrap()["development_key"], false);
    let verified = json(at, &["verify", "true.json", "--key", "final.vkey"]);
    assert_eq!(verified["development_key"], false);
    refuses(at, &["verify", "true.json", "--development-key"], 2, &["key"]);

    for (circuit, key, reason) in [
        ("gold-256", "0.zkey", "delta"),
        ("gold-1024", "final.zkey", "variables"),
        ("relay-10", "final.zkey", "relay-10"),
        ("gold-256", "pot.ptau", "zkey"),
        ("gold-256", "none.zkey", "none.zkey"),
    ] {
        let run = prove("false.json", circuit, key);
        assert!(run.code == 2 && run.stderr.contains(reason), "{circuit} with {key}: {run:?}");
        assert!(!task.file("false.json").exists());
    }
}
