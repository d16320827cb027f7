//! What is proven of the circuits and what became of their mutants: `circuits/soundness.json`, under review, and the table
//! in the book.

use alloc::collections::BTreeSet;
use core::fmt::Write as _;
use std::fs;

use serde_json::{Map, Value};

use crate::attacks;
use crate::command::{cargo, output_of};
use crate::outcome::Outcome;
use crate::repository::{read, root};

/// What is under review: the circuits by name, and the number of attacks.
pub(crate) const PINNED: &str = "circuits/soundness.json";
const CHAPTER: &str = "book/src/soundness.md";
const TABLE_START: &str = "<!-- cargo xtask soundness writes from here -->";
const TABLE_END: &str = "<!-- to here -->";

/// The least share of mutants that must be killed, in thousandths.
const LEAST_KILLED: u64 = 995;

/// What to run, and what to do with the result.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Mode {
    /// A sample of mutants; compare with the file and the book.
    Check,
    /// All mutants of small circuits; write the file and the book.
    Write,
}

/// Runs the checker and the mutants.
pub(crate) fn run(mode: Mode) -> Outcome {
    let mut command = cargo();
    command.args(["run", "--locked", "--profile", "test", "--package", "workproof-determinism"]);
    command.args(["--example", "soundness", "--"]);
    if mode == Mode::Write {
        command.arg("--full");
    }
    let found = output_of(&mut command)
        .and_then(|text| serde_json::from_str::<Map<String, Value>>(&text).map_err(|e| e.to_string()));
    let found = match found {
        Ok(found) => found,
        Err(reason) => return Outcome::Failed(reason),
    };
    let mut faults: Vec<String> = found.iter().flat_map(|(name, result)| faults_of(name, result)).collect();
    match mode {
        Mode::Check => faults.extend(differences(&found)),
        Mode::Write if faults.is_empty() => faults.extend(write(&found).err()),
        Mode::Write => {}
    }
    let mutants: u64 = found.values().map(total).sum();
    let attacks = attacks::run(mode);
    if let Outcome::Failed(reason) = &attacks {
        faults.push(reason.clone());
    }
    let summary = format!("{} circuits, {mutants} mutants, {}", found.len(), attacks.detail());
    Outcome::from_faults(&faults, summary)
}

/// What no circuit may have.
fn faults_of(name: &str, result: &Value) -> Vec<String> {
    let mut faults = Vec::new();
    for figure in ["unknown", "free", "outside_domain"] {
        let found = at(result, figure);
        if *found != 0 {
            faults.push(format!("{name}: {figure} is {found}, and must be 0"));
        }
    }
    if 1000 * killed(result) < LEAST_KILLED * total(result) {
        let survivors = at(result, "mutants/survivors");
        faults.push(format!("{name}: {} of {} mutants killed: {survivors}", killed(result), total(result)));
    }
    faults
}

/// What differs from the file under review, mutants aside: the sample of a check is smaller.
fn differences(found: &Map<String, Value>) -> Vec<String> {
    let pinned = read(&root().join(PINNED))
        .and_then(|text| serde_json::from_str::<Map<String, Value>>(&text).map_err(|e| e.to_string()));
    let mut pinned = match pinned {
        Ok(pinned) => pinned,
        Err(reason) => return vec![format!("{PINNED}: {reason}")],
    };
    pinned.remove(attacks::KEY);
    let mut faults = Vec::new();
    let names: BTreeSet<&String> = found.keys().chain(pinned.keys()).collect();
    for name in names {
        let without_mutants = |all: &Map<String, Value>| {
            let mut result = all.get(name).cloned().unwrap_or_default();
            if let Some(result) = result.as_object_mut() {
                result.remove("mutants");
            }
            result
        };
        if without_mutants(found) != without_mutants(&pinned) {
            faults
                .push(format!("{name} is not as {PINNED} says; look at it, then run cargo xtask soundness"));
        }
        let survivors = |all: &Map<String, Value>| -> BTreeSet<String> {
            let listed = all.get(name).and_then(|result| at(result, "mutants/survivors").as_array());
            listed.into_iter().flatten().filter_map(|s| s.as_str().map(str::to_owned)).collect()
        };
        let known = survivors(&pinned);
        faults.extend(survivors(found).difference(&known).map(|new| format!("{name}: {new} survived")));
    }
    if !read(&root().join(CHAPTER)).is_ok_and(|chapter| chapter.contains(&table(&pinned))) {
        faults.push(format!("the table in {CHAPTER} is not that of {PINNED}"));
    }
    faults
}

fn write(found: &Map<String, Value>) -> Result<(), String> {
    let mut pinned = found.clone();
    let before = read(&root().join(PINNED)).ok();
    let before = before.and_then(|text| serde_json::from_str::<Map<String, Value>>(&text).ok());
    if let Some(attacks) = before.and_then(|mut before| before.remove(attacks::KEY)) {
        pinned.insert(attacks::KEY.to_owned(), attacks);
    }
    let text = serde_json::to_string_pretty(&pinned).map_err(|error| error.to_string())? + "\n";
    let chapter = read(&root().join(CHAPTER))?;
    let (before, rest) = chapter.split_once(TABLE_START).ok_or("the chapter has no place for the table")?;
    let (_, after) = rest.split_once(TABLE_END).ok_or("the chapter's table has no end")?;
    let chapter = format!("{before}{TABLE_START}\n\n{}\n{TABLE_END}{after}", table(found));
    for (path, content) in [(PINNED, text), (CHAPTER, chapter)] {
        fs::write(root().join(path), content).map_err(|error| format!("{path}: {error}"))?;
    }
    Ok(())
}

/// A figure by its path; null where there is none.
fn at<'a>(result: &'a Value, path: &str) -> &'a Value {
    result.pointer(&format!("/{path}")).unwrap_or(&Value::Null)
}

fn number(value: &Value) -> u64 {
    value.as_u64().unwrap_or_default()
}

fn killed(result: &Value) -> u64 {
    let kinds = ["mutants/by_honest", "mutants/by_checker", "mutants/by_attack"];
    kinds.iter().map(|kind| number(at(result, kind))).sum()
}

fn total(result: &Value) -> u64 {
    number(at(result, "mutants/total"))
}

/// One row for each circuit.
fn table(found: &Map<String, Value>) -> String {
    let mut text = String::from(
        "| circuit | constraints | variables | free inputs | proved | by lemma | inert | unknown | free | mutants killed |\n\
         |---|---|---|---|---|---|---|---|---|---|\n",
    );
    let sum = |value: &Value| value.as_object().into_iter().flatten().map(|(_, n)| number(n)).sum::<u64>();
    for (name, result) in found {
        let mutants = if total(result) == 0 {
            "–".to_owned()
        } else {
            let (rows, left_out) = (at(result, "mutants/rows"), at(result, "mutants/left_out"));
            let others = number(left_out).saturating_sub(number(rows));
            let more = if others == 0 { String::new() } else { format!(" and {others} left out") };
            format!("{} / {}, {rows} rows{more}", killed(result), total(result))
        };
        let row = writeln!(
            text,
            "| {name} | {} | {} | {} | {} | {} | {} | {} | {} | {mutants} |",
            at(result, "constraints"),
            at(result, "variables"),
            sum(at(result, "free_inputs")),
            at(result, "proved"),
            at(result, "by_lemma"),
            sum(at(result, "inert")),
            at(result, "unknown"),
            at(result, "free"),
        );
        debug_assert!(row.is_ok(), "writing to a string cannot fail");
    }
    text
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn result() -> Value {
        let mutants =
            json!({ "rows": 10, "total": 1000, "by_honest": 900, "by_checker": 90, "by_attack": 5 });
        json!({ "unknown": 0, "free": 0, "outside_domain": 0, "mutants": mutants })
    }

    #[test]
    fn anything_unknown_free_or_surviving_is_a_fault() {
        assert_eq!(faults_of("one", &result()), [""; 0]);
        for figure in ["unknown", "free", "outside_domain"] {
            let mut bad = result();
            bad[figure] = json!(1);
            assert_eq!(faults_of("one", &bad).len(), 1, "{figure}");
        }
        let mut bad = result();
        bad["mutants"]["by_attack"] = json!(4);
        assert_eq!(faults_of("one", &bad).len(), 1);
    }
}
