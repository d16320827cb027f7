//! Ctrl-C ends long work with its own exit code and leaves no half of a key behind.

use std::process::{Command, Stdio};
use std::time::Duration;

use tempfile::TempDir;

#[test]
fn an_interrupted_key_leaves_nothing_behind() {
    let directory = TempDir::new().unwrap();
    let mut child = Command::new(env!("CARGO_BIN_EXE_workproof"))
        .args(["keys", "make", "relay-46"])
        .env("WORKPROOF_KEYS", directory.path())
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // making this key takes many times as long
    std::thread::sleep(Duration::from_secs(2));
    let kill = Command::new("kill").args(["-INT", &child.id().to_string()]).status().unwrap();
    assert!(kill.success());
    assert_eq!(child.wait().unwrap().code(), Some(130));
    let left: Vec<_> =
        std::fs::read_dir(directory.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert!(!left.iter().any(|name| name.to_string_lossy().ends_with("zkey")), "{left:?}");
    assert!(!left.iter().any(|name| name.to_string_lossy().ends_with("tmp")), "{left:?}");
}
