//! Runs the program.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::Value;

/// What a run ended with.
#[derive(Debug)]
pub(crate) struct Run {
    pub(crate) code: i32,
    pub(crate) stdout: String,
    pub(crate) stderr: String,
}

/// The keys of all tests: made once, since that takes seconds.
pub(crate) fn keys_directory() -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).join("keys")
}

/// Runs the program in a directory.
pub(crate) fn workproof(directory: &Path, arguments: &[&str]) -> Run {
    let output: Output = Command::new(env!("CARGO_BIN_EXE_workproof"))
        .args(arguments)
        .env("WORKPROOF_KEYS", keys_directory())
        .current_dir(directory)
        .output()
        .unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    Run { code: output.status.code().unwrap(), stdout: text(output.stdout), stderr: text(output.stderr) }
}

/// Runs the program, which must do what it is asked, and reads its JSON.
pub(crate) fn json(directory: &Path, arguments: &[&str]) -> Value {
    let arguments: Vec<&str> = arguments.iter().copied().chain(["--json"]).collect();
    let run = workproof(directory, &arguments);
    assert_eq!(run.code, 0, "{arguments:?}: {run:?}");
    serde_json::from_str(&run.stdout).unwrap()
}

/// Runs the program, which must refuse with a code and a message that holds all of the words.
pub(crate) fn refuses(directory: &Path, arguments: &[&str], code: i32, words: &[&str]) {
    let run = workproof(directory, arguments);
    assert_eq!(run.code, code, "{arguments:?}: {run:?}");
    let error = run.stderr.lines().find(|line| line.starts_with("error: ")).unwrap_or(&run.stderr);
    for word in words {
        assert!(error.contains(word), "{arguments:?}: `{word}` is not in: {error}");
    }
    assert!(run.stdout.is_empty(), "{run:?}");
}

/// A string inside a document.
pub(crate) fn text(document: &Value, pointer: &str) -> String {
    document
        .pointer(pointer)
        .and_then(Value::as_str)
        .unwrap_or_else(|| panic!("{pointer}: {document}"))
        .to_owned()
}

/// Changes a JSON file.
pub(crate) fn edit(path: &Path, change: impl FnOnce(&mut Value)) {
    let mut document: Value = serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap();
    change(&mut document);
    std::fs::write(path, serde_json::to_vec(&document).unwrap()).unwrap();
}
