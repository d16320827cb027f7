//! Attacks of the threat model that were carried out: each is refused by the code as it is, and succeeds against a twin that
//! lacks one check. The tests print them; here they become a table of the book and a count under review.

use alloc::collections::BTreeSet;
use core::fmt::Write as _;
use std::fs;

use serde_json::{Map, Value, json};

use crate::command::{cargo, output_of};
use crate::outcome::Outcome;
use crate::repository::{read, root};
use crate::soundness::{Mode, PINNED};

const CHAPTER: &str = "book/src/threat-model.md";
const TABLE_START: &str = "<!-- cargo xtask attacks writes from here -->";
const TABLE_END: &str = "<!-- to here -->";

/// Where the counts stand in the file under review.
pub(crate) const KEY: &str = "attacks";

/// The tests that carry attacks out: the circuits' twins are made of their rows, those of plain Rust need a feature.
const TESTS: [&[&str]; 2] =
    [&["--package", "workproof-determinism"], &["--package", "workproof-verifier", "--features", "mutants"]];

/// The least number of attacks, whatever the file says.
const LEAST: usize = 40;

/// One attack, as its test prints it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Attack {
    class: (char, u32),
    cells: [String; 5],
}

/// Carries all attacks out.
pub(crate) fn run(mode: Mode) -> Outcome {
    let attacks = match find() {
        Ok(attacks) => attacks,
        Err(reason) => return Outcome::Failed(reason),
    };
    let mut faults = Vec::new();
    if attacks.len() < LEAST {
        faults.push(format!("only {} attacks were carried out", attacks.len()));
    }
    match mode {
        Mode::Check => faults.extend(differences(&attacks)),
        Mode::Write if faults.is_empty() => faults.extend(write(&attacks).err()),
        Mode::Write => {}
    }
    Outcome::from_faults(&faults, format!("{} attacks of {} classes", attacks.len(), classes(&attacks)))
}

/// All attacks, by class. A test that carries an attack out for many values prints it as often; it counts once.
fn find() -> Result<BTreeSet<Attack>, String> {
    let mut attacks = BTreeSet::new();
    for options in TESTS {
        let mut command = cargo();
        command.args(["test", "--locked"]).args(options).args(["--test", "attacks", "--", "--nocapture"]);
        for line in output_of(&mut command)?.lines() {
            // the runner may have begun the line with the name of a test
            if let Some((_, cells)) = line.split_once("attack\t") {
                attacks.insert(attack(cells).ok_or_else(|| format!("this is no attack: {line:?}"))?);
            }
        }
    }
    Ok(attacks)
}

fn attack(line: &str) -> Option<Attack> {
    let cells: [String; 5] = line.split('\t').map(str::to_owned).collect::<Vec<_>>().try_into().ok()?;
    let [id, ..] = &cells;
    let mut letters = id.chars();
    let class = (letters.next()?, letters.as_str().parse().ok()?);
    Some(Attack { class, cells })
}

fn classes(attacks: &BTreeSet<Attack>) -> usize {
    attacks.iter().map(|attack| attack.class).collect::<BTreeSet<_>>().len()
}

fn counts(attacks: &BTreeSet<Attack>) -> Value {
    json!({ "refused_and_biting": attacks.len(), "classes": classes(attacks) })
}

fn table(attacks: &BTreeSet<Attack>) -> String {
    let mut text =
        String::from("| id | attack | refused by | the twin lacks | test |\n|---|---|---|---|---|\n");
    for Attack { cells: [id, what, test, refused_by, twin], .. } in attacks {
        let row = writeln!(text, "| {id} | {what} | `{refused_by}` | {twin} | `{test}` |");
        debug_assert!(row.is_ok(), "writing to a string cannot fail");
    }
    text
}

fn pinned() -> Result<Map<String, Value>, String> {
    let text = read(&root().join(PINNED))?;
    serde_json::from_str(&text).map_err(|error| format!("{PINNED}: {error}"))
}

fn differences(attacks: &BTreeSet<Attack>) -> Vec<String> {
    let mut faults = Vec::new();
    match pinned() {
        Ok(pinned) if pinned.get(KEY) == Some(&counts(attacks)) => {}
        Ok(_) => {
            faults.push(format!("{PINNED} counts other attacks; look at it, then run cargo xtask attacks"));
        }
        Err(reason) => faults.push(reason),
    }
    if !read(&root().join(CHAPTER)).is_ok_and(|chapter| chapter.contains(&table(attacks))) {
        faults
            .push(format!("the attacks in {CHAPTER} are others; look at them, then run cargo xtask attacks"));
    }
    faults
}

fn write(attacks: &BTreeSet<Attack>) -> Result<(), String> {
    let mut pinned = pinned()?;
    pinned.insert(KEY.to_owned(), counts(attacks));
    let text = serde_json::to_string_pretty(&pinned).map_err(|error| error.to_string())? + "\n";
    let chapter = read(&root().join(CHAPTER))?;
    let (before, rest) = chapter.split_once(TABLE_START).ok_or("the chapter has no place for the attacks")?;
    let (_, after) = rest.split_once(TABLE_END).ok_or("the chapter's table of attacks has no end")?;
    let chapter = format!("{before}{TABLE_START}\n\n{}\n{TABLE_END}{after}", table(attacks));
    for (path, content) in [(PINNED, text), (CHAPTER, chapter)] {
        fs::write(root().join(path), content).map_err(|error| format!("{path}: {error}"))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_attacks_by_class_or_nothing() {
        let lines = ["A10\twhat\ttest\terror\tcheck", "A2\twhat\ttest\terror\tcheck"];
        let attacks: BTreeSet<Attack> = lines.into_iter().filter_map(attack).collect();
        assert_eq!(attacks.iter().map(|a| a.class).collect::<Vec<_>>(), [('A', 2), ('A', 10)]);
        assert_eq!(table(&attacks).lines().nth(2), Some("| A2 | what | `error` | check | `test` |"));
        for other in ["A2\twhat", "\t\t\t\t", "A\t\t\t\t", "A2\t\t\t\t\t"] {
            assert_eq!(attack(other), None, "{other:?}");
        }
    }
}
