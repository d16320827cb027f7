//! Runs every example. The tests have built them, so nothing is compiled twice.

use std::path::PathBuf;

use serde_json::Value;

use crate::command::{cargo, execute, output_of, program};
use crate::outcome::Outcome;

/// Examples that a chore of their own runs: two write files of the repository, one is the step `soundness`.
const NOT_RUN: &[&str] = &["pins", "seeds", "soundness"];

/// Runs the built examples one after the other.
pub(crate) fn run() -> Outcome {
    let built = match built_examples() {
        Ok(built) => built,
        Err(reason) => return Outcome::Failed(reason),
    };
    let faults: Vec<String> =
        built.iter().filter_map(|path| execute(&mut program(&path.to_string_lossy())).err()).collect();
    Outcome::from_faults(&faults, format!("{} examples", built.len()))
}

/// Builds what the tests have not built yet, and says where each example is.
fn built_examples() -> Result<Vec<PathBuf>, String> {
    let arguments =
        ["test", "--workspace", "--locked", "--no-run", "--message-format", "json-render-diagnostics"];
    let text = output_of(cargo().args(arguments))?;
    let mut paths = Vec::new();
    for line in text.lines() {
        let Ok(message) = serde_json::from_str::<Value>(line) else { continue };
        if let Some(path) = wanted_example(&message) {
            paths.push(path);
        }
    }
    Ok(paths)
}

/// The executable of a message from cargo about an example that should run.
fn wanted_example(message: &Value) -> Option<PathBuf> {
    let kinds = message.pointer("/target/kind")?.as_array()?;
    let name = message.pointer("/target/name")?.as_str()?;
    let executable = message.get("executable")?.as_str()?;
    let is_harness = message.pointer("/profile/test")?.as_bool()?;
    let is_wanted = kinds.iter().any(|kind| kind == "example") && !is_harness && !NOT_RUN.contains(&name);
    is_wanted.then(|| PathBuf::from(executable))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn takes_only_examples_that_are_programs() {
        let message = |kind: &str, name: &str, harness: bool| {
            wanted_example(&json!({
                "target": { "kind": [kind], "name": name },
                "profile": { "test": harness },
                "executable": "/built/it",
            }))
        };
        assert_eq!(message("example", "own_fact", false), Some(PathBuf::from("/built/it")));
        assert_eq!(message("example", "own_fact", true), None);
        assert_eq!(message("example", "pins", false), None);
        assert_eq!(message("bin", "own_fact", false), None);
        assert_eq!(wanted_example(&json!({ "reason": "build-finished" })), None);
    }
}
