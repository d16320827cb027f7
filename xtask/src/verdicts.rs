//! One corpus of proofs for every verifier: `onchain/verdicts/verdicts.json`, under review, and the table in the book.

mod table;

use std::fs;
use std::process::{Command, ExitCode};

use serde_json::Value;

use crate::command::{cargo, execute, output_of};
use crate::node_packages;
use crate::outcome::Outcome;
use crate::repository::{read, root};
use crate::wasm;

const PINNED: &str = "onchain/verdicts/verdicts.json";
const CHAPTER: &str = "book/src/verifiers-agree.md";

/// Where keys and programs are made.
const WORK: &str = "target/verdicts";
/// The keys of the corpus, and whether each is a development key.
const KEYS: &[(&str, bool)] =
    &[("relay", true), ("gold", true), ("other-relay", false), ("other-gold", false)];
/// Cases of each class that a check looks at.
const SAMPLE: &str = "8";

/// `cargo xtask verdicts [--check] [--json]`
pub(crate) fn run(options: &[String]) -> ExitCode {
    if let Some(unknown) = options.iter().find(|option| !["--check", "--json"].contains(&option.as_str())) {
        eprintln!("verdicts: unknown option {unknown:?}; there are --check and --json");
        return ExitCode::from(2);
    }
    let has = |name: &str| options.iter().any(|option| option == name);
    let outcome = if has("--check") { check() } else { write() };
    if has("--json") && matches!(outcome, Outcome::Passed(_)) {
        println!("{}", read(&root().join(PINNED)).unwrap_or_default());
    } else {
        println!("verdicts: {outcome}");
    }
    if matches!(outcome, Outcome::Failed(_)) { ExitCode::FAILURE } else { ExitCode::SUCCESS }
}

/// Asks every verifier about every case, and writes what they said.
fn write() -> Outcome {
    for built in [node_packages::install_in("contracts"), wasm::build()] {
        if let Outcome::Skipped(_) | Outcome::Failed(_) = built {
            return built;
        }
    }
    let result = programs().and_then(|()| {
        let mut command = asking();
        command.args(["--wasm", "../wasm/dist", "--solana"]).arg(root().join(WORK));
        let found: Value =
            serde_json::from_str(&output_of(&mut command)?).map_err(|error| error.to_string())?;
        let text = serde_json::to_string_pretty(&found).map_err(|error| error.to_string())? + "\n";
        let chapter = table::replaced(&read(&root().join(CHAPTER))?, &found)?;
        for (path, content) in [(PINNED, text), (CHAPTER, chapter)] {
            fs::write(root().join(path), content).map_err(|error| format!("{path}: {error}"))?;
        }
        Ok(summary(&found))
    });
    result.map_or_else(Outcome::Failed, Outcome::Passed)
}

/// Asks the verifiers that are built about a sample, and compares the corpus and the book with what is pinned.
pub(crate) fn check() -> Outcome {
    let result = (|| {
        execute(onchain_cargo().args(["test", "--quiet", "--locked", "--package", "onchain-verdicts"]))?;
        let mut command = asking();
        command.args(["--sample", SAMPLE]);
        if root().join("wasm/dist/verify.wasm").exists() {
            command.args(["--wasm", "../wasm/dist"]);
        }
        let found = serde_json::from_str(&output_of(&mut command)?).map_err(|error| error.to_string())?;
        let pinned = serde_json::from_str(&read(&root().join(PINNED))?).map_err(|error| error.to_string())?;
        Ok::<_, String>((found, pinned, read(&root().join(CHAPTER))?))
    })();
    match result {
        Err(reason) => Outcome::Failed(reason),
        Ok((found, pinned, chapter)) => {
            Outcome::from_faults(&faults(&found, &pinned, &chapter), summary(&found))
        }
    }
}

/// What a sample says that the pinned figures do not.
fn faults(found: &Value, pinned: &Value, chapter: &str) -> Vec<String> {
    let mut faults = Vec::new();
    let whole = &found["whole"];
    if found["corpus"] != pinned["corpus"] || whole != &pinned["whole"] {
        faults.push(format!("the corpus is not that of {PINNED}; run cargo xtask verdicts"));
    }
    if found["disagreements"] != 0 || pinned["disagreements"] != 0 {
        faults.push("verifiers disagree".to_owned());
    }
    let known = pinned["verifiers"].as_array().cloned().unwrap_or_default();
    let asked = found["verifiers"].as_array().into_iter().flatten();
    faults
        .extend(asked.filter(|name| !known.contains(name)).map(|name| format!("{name} is not in {PINNED}")));
    if !chapter.contains(&table::of(pinned)) {
        faults.push(format!("the table in {CHAPTER} is not that of {PINNED}"));
    }
    faults
}

fn summary(found: &Value) -> String {
    let verifiers = found["verifiers"].as_array().map_or(0, Vec::len);
    format!("{} cases, {verifiers} verifiers, {} disagreements", found["cases"], found["disagreements"])
}

/// A program for Solana for each key.
fn programs() -> Result<(), String> {
    let work = root().join(WORK);
    execute(asking().arg("--keys").arg(&work))?;
    for (name, is_development) in KEYS {
        let mut export = cargo();
        export.args(["run", "--quiet", "--locked", "--profile", "test", "--package", "workproof-cli", "--"]);
        export.args(["export", "solana", "--force", "--key"]).arg(work.join(format!("{name}.vkey")));
        export.arg("--out").arg(work.join(name));
        if *is_development {
            export.arg("--development-key");
        }
        execute(&mut export)?;
        let mut assemble = onchain_cargo();
        assemble.args(["run", "--quiet", "--locked", "--package", "onchain-solana", "--"]);
        execute(assemble.arg(work.join(name).join("verifier.s")).arg(work.join(format!("{name}.so"))))?;
    }
    Ok(())
}

fn asking() -> Command {
    let mut command = onchain_cargo();
    command.args(["run", "--quiet", "--locked", "--package", "onchain-verdicts", "--"]);
    command
}

fn onchain_cargo() -> Command {
    let mut command = cargo();
    command.current_dir(root().join("onchain"));
    command
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn pinned() -> Value {
        json!({
            "corpus": "0x01", "cases": 3, "disagreements": 0, "verifiers": ["a", "b"], "not_expressible": {},
            "classes": [{ "class": "one", "verdict": "refused", "cases": 3, "judged": { "a": 3, "b": 2 } }],
            "whole": { "cases": 3, "classes": [] },
        })
    }

    #[test]
    fn another_corpus_verifier_table_or_disagreement_is_a_fault() {
        let chapter = format!("before\n{}\nafter", table::of(&pinned()));
        assert_eq!(faults(&pinned(), &pinned(), &chapter), [""; 0]);
        let changes: [(&str, Value); 4] = [
            ("corpus", json!("0x02")),
            ("whole", json!({ "cases": 4, "classes": [] })),
            ("disagreements", json!(1)),
            ("verifiers", json!(["a", "c"])),
        ];
        for (name, value) in changes {
            let mut found = pinned();
            found[name] = value;
            assert_eq!(faults(&found, &pinned(), &chapter).len(), 1, "{name}");
        }
        assert_eq!(faults(&pinned(), &pinned(), "no table").len(), 1);
    }
}
