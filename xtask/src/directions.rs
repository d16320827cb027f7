//! Which crate may depend on which. A page or a chain must not carry the gadget library, so `verifier` never
//! reaches `circuits` or `prover`, not even through somebody else's crate.

use alloc::collections::BTreeMap;

use serde_json::Value;

use crate::command::{cargo, output_of};
use crate::outcome::Outcome;

/// What one crate of the workspace may depend on, among the crates of the workspace.
struct Rule {
    name: &'static str,
    ships_with: &'static [&'static str],
    /// More that only its tests and examples may use.
    tests_with: &'static [&'static str],
}

const RULES: &[Rule] = &[
    Rule { name: "workproof-narrow-limbs", ships_with: &[], tests_with: &[] },
    Rule { name: "workproof-protocol", ships_with: &["workproof-narrow-limbs"], tests_with: &[] },
    Rule {
        name: "workproof-circuits",
        ships_with: &["workproof-protocol"],
        tests_with: &["workproof-prover", "workproof-verifier"],
    },
    Rule {
        name: "workproof-verifier",
        ships_with: &["workproof-narrow-limbs", "workproof-protocol"],
        tests_with: &["workproof-circuits", "workproof-prover"],
    },
    Rule {
        name: "workproof-prover",
        ships_with: &["workproof-circuits", "workproof-verifier", "workproof-protocol"],
        tests_with: &[],
    },
    Rule {
        name: "workproof-ceremony",
        ships_with: &["workproof-prover", "workproof-circuits", "workproof-verifier", "workproof-protocol"],
        tests_with: &[],
    },
    Rule {
        name: "workproof-determinism",
        ships_with: &["workproof-circuits", "workproof-protocol"],
        tests_with: &["workproof-prover"],
    },
    Rule { name: "workproof-cli", ships_with: EVERY_LIBRARY, tests_with: &[] },
    Rule { name: "workproof-wasm-call", ships_with: &[], tests_with: &[] },
    Rule {
        name: "workproof-wasm-verify",
        ships_with: &["workproof-wasm-call", "workproof-verifier", "workproof-protocol"],
        tests_with: &[],
    },
    Rule {
        name: "workproof-wasm-protocol",
        ships_with: &["workproof-wasm-call", "workproof-protocol"],
        tests_with: &[],
    },
    Rule {
        name: "workproof-decoders",
        ships_with: &[
            "workproof-ceremony",
            "workproof-circuits",
            "workproof-prover",
            "workproof-protocol",
            "workproof-verifier",
            "workproof-wasm-call",
        ],
        tests_with: &[],
    },
    Rule { name: "workproof-benches", ships_with: EVERY_LIBRARY, tests_with: &[] },
    Rule { name: "xtask", ships_with: &[], tests_with: &[] },
];

const EVERY_LIBRARY: &[&str] = &[
    "workproof-ceremony",
    "workproof-prover",
    "workproof-circuits",
    "workproof-determinism",
    "workproof-verifier",
    "workproof-protocol",
];

/// Crates that must stay out of the whole tree of the small crates: gadgets, threads, files, the system's randomness.
const KEPT_OUT: &[&str] = &[
    "ark-crypto-primitives",
    "ark-groth16",
    "ark-r1cs-std",
    "ark-relations",
    "ark-snark",
    "getrandom",
    "memmap2",
    "rayon",
    "workproof-circuits",
    "workproof-prover",
];

/// The crates whose whole tree is looked at.
const SMALL_CRATES: &[&str] = &["workproof-protocol", "workproof-verifier"];

/// Checks the dependencies of every crate of the workspace.
pub(crate) fn run() -> Outcome {
    match metadata().and_then(|metadata| faults_in(&metadata)) {
        Ok(faults) => Outcome::from_faults(&faults, String::new()),
        Err(reason) => Outcome::Failed(reason),
    }
}

fn metadata() -> Result<Value, String> {
    let text = output_of(cargo().args(["metadata", "--format-version", "1", "--locked"]))?;
    serde_json::from_str(&text).map_err(|error| format!("cargo metadata: {error}"))
}

fn faults_in(metadata: &Value) -> Result<Vec<String>, String> {
    let packages = metadata["packages"].as_array().ok_or("cargo metadata lists no packages")?;
    let members = metadata["workspace_members"].as_array().ok_or("cargo metadata lists no members")?;
    let mut faults = Vec::new();
    for package in packages.iter().filter(|package| members.contains(&package["id"])) {
        faults.extend(faults_of_member(package));
    }
    faults.extend(faults_of_arkworks_versions(packages));
    for name in SMALL_CRATES {
        faults.extend(faults_of_tree(name)?);
    }
    Ok(faults)
}

fn faults_of_member(package: &Value) -> Vec<String> {
    let name = package["name"].as_str().unwrap_or_default();
    let Some(rule) = RULES.iter().find(|rule| rule.name == name) else {
        return vec![format!("{name} has no rule in xtask/src/directions.rs")];
    };
    let dependencies = package["dependencies"].as_array().into_iter().flatten();
    dependencies
        .filter(|dependency| dependency["path"].is_string())
        .filter_map(|dependency| {
            let target = dependency["name"].as_str().unwrap_or_default();
            let for_tests = dependency["kind"] == "dev";
            let allowed = target == name
                || rule.ships_with.contains(&target)
                || (for_tests && rule.tests_with.contains(&target));
            (!allowed).then(|| format!("{name} must not depend on {target}"))
        })
        .collect()
}

/// Two versions of one arkworks crate are two fields that do not fit together.
fn faults_of_arkworks_versions(packages: &[Value]) -> Vec<String> {
    let mut versions: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for package in packages {
        if let (Some(name), Some(version)) = (package["name"].as_str(), package["version"].as_str()) {
            versions.entry(name).or_default().push(version);
        }
    }
    versions
        .into_iter()
        .filter(|(name, found)| name.starts_with("ark-") && found.len() > 1)
        .map(|(name, found)| format!("{name} comes in several versions: {}", found.join(", ")))
        .collect()
}

/// The tree as it ships, with the features that the crate itself asks for.
fn faults_of_tree(name: &str) -> Result<Vec<String>, String> {
    let tree = output_of(cargo().args(["tree", "--locked", "--package", name]).args([
        "--edges",
        "normal",
        "--prefix",
        "none",
        "--format",
        "{lib}|{p}",
    ]))?;
    let mut found: Vec<&str> = tree
        .lines()
        .filter_map(|line| line.split('|').nth(1)?.split(' ').next())
        .filter(|dependency| KEPT_OUT.contains(dependency))
        .collect();
    found.sort_unstable();
    found.dedup();
    Ok(found.into_iter().map(|dependency| format!("{name} must not carry {dependency}")).collect())
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn member(name: &str, target: &str, kind: &Value) -> Value {
        json!({ "name": name, "dependencies": [{ "name": target, "kind": kind, "path": "/elsewhere" }] })
    }

    #[test]
    fn refuses_a_verifier_that_ships_circuits() {
        let fault = faults_of_member(&member("workproof-verifier", "workproof-circuits", &Value::Null));
        assert_eq!(fault, ["workproof-verifier must not depend on workproof-circuits"]);
        let in_tests = member("workproof-verifier", "workproof-circuits", &json!("dev"));
        assert!(faults_of_member(&in_tests).is_empty());
    }

    #[test]
    fn refuses_a_crate_without_a_rule() {
        assert_eq!(faults_of_member(&member("stranger", "xtask", &Value::Null)).len(), 1);
    }

    #[test]
    fn refuses_two_versions_of_arkworks() {
        let package = |version: &str| json!({ "name": "ark-ff", "version": version });
        assert!(faults_of_arkworks_versions(&[package("0.6.0")]).is_empty());
        assert_eq!(faults_of_arkworks_versions(&[package("0.5.0"), package("0.6.0")]).len(), 1);
    }
}
