//! Secret files are for their owner alone, and secrets stay out of the output.

use std::fs;

use tempfile::TempDir;

use crate::program::{json, refuses, text, workproof};

fn make_all_secrets(directory: &TempDir) -> [&'static str; 4] {
    let at = directory.path();
    fs::write(at.join("labels.json"), "[1, 2, 3]").unwrap();
    json(at, &["identity", "new", "--out", "me.json"]);
    json(at, &["attester", "new", "--out", "attester.json"]);
    json(at, &["gold", "commit", "--labels", "labels.json", "--scope", "1", "--out", "gold.json"]);
    let who = ["--contributor", "5", "--message", "6"];
    let commit = ["answers", "commit", "--labels", "labels.json", "--scope", "1", "--out", "answers.json"];
    json(at, &[&commit[..], &who].concat());
    ["me.json", "attester.json", "gold.json", "answers.json"]
}

#[cfg(unix)]
#[test]
fn secret_files_are_readable_by_their_owner_alone() {
    use std::os::unix::fs::PermissionsExt;
    let directory = TempDir::new().unwrap();
    for name in make_all_secrets(&directory) {
        let mode = fs::metadata(directory.path().join(name)).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600, "{name}");
    }
    json(directory.path(), &["identity", "new", "--out", "me.json", "--force"]);
    let mode = fs::metadata(directory.path().join("me.json")).unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o600, "replaced");
}

#[test]
fn secret_files_are_never_replaced_unless_forced() {
    let directory = TempDir::new().unwrap();
    make_all_secrets(&directory);
    let before = fs::read(directory.path().join("me.json")).unwrap();
    refuses(
        directory.path(),
        &["identity", "new", "--out", "me.json"],
        2,
        &["me.json exists already", "--force"],
    );
    refuses(
        directory.path(),
        &["attester", "new", "--out", "attester.json"],
        2,
        &["attester.json exists already"],
    );
    assert_eq!(before, fs::read(directory.path().join("me.json")).unwrap());
    json(directory.path(), &["identity", "new", "--out", "me.json", "--force"]);
    assert_ne!(before, fs::read(directory.path().join("me.json")).unwrap());
    let left = fs::read_dir(directory.path()).unwrap().count();
    assert_eq!(left, 5, "no temporary file stays behind");
}

#[test]
fn secrets_are_shown_only_when_asked_for() {
    let directory = TempDir::new().unwrap();
    json(directory.path(), &["identity", "new", "--out", "me.json"]);
    let file: serde_json::Value =
        serde_json::from_slice(&fs::read(directory.path().join("me.json")).unwrap()).unwrap();
    let secret = text(&file, "/export");
    for arguments in [&["identity", "show", "me.json"][..], &["identity", "show", "me.json", "--json"]] {
        let run = workproof(directory.path(), arguments);
        assert!(run.code == 0 && !run.stdout.contains(&secret) && !run.stderr.contains(&secret), "{run:?}");
    }
    let shown = json(directory.path(), &["identity", "show", "me.json", "--show-secret"]);
    assert_eq!(text(&shown, "/export"), secret);
    // Semaphore's export alone is read as well
    fs::write(directory.path().join("export.txt"), format!("{secret}\n")).unwrap();
    let exported = json(directory.path(), &["identity", "show", "export.txt"]);
    assert_eq!(exported["id"], shown["id"]);
}
