//! What each chain says of each claim in `test-vectors/chains.json`: one table, the same everywhere.
//!
//! The chains' tests print `verdict|CHAIN|CASE|true` (or `false`, or `not sayable`, where the chain's form has no way to write
//! the claim down), and `cost|CHAIN|TEXT`. Whatever runs them hands each line to [`Verdicts::add_line`].

use alloc::collections::BTreeMap;
use core::fmt::Write as _;
use std::fs;

use serde_json::Value;

use super::Files;
use super::book_table::in_the_book;
use crate::outcome::Outcome;
use crate::repository::root;

/// The columns. `Rust` is the crate `workproof-verifier`.
const CHAINS: &[&str] =
    &["Rust", "EVM", "Solana", "groth16-solana", "Soroban", "Sui", "Aptos", "CosmWasm", "Starknet"];

/// Verdicts by case and chain, and what chains say that a claim costs.
#[derive(Debug, Default)]
pub(crate) struct Verdicts {
    given: BTreeMap<(String, String), String>,
    costs: Vec<String>,
}

impl Verdicts {
    /// Takes a line of a test's output, if it says something here.
    pub(crate) fn add_line(&mut self, line: &str) {
        match line.split('|').collect::<Vec<_>>().as_slice() {
            ["verdict", chain, case, verdict] => {
                self.given.insert(((*case).to_owned(), (*chain).to_owned()), (*verdict).to_owned());
            }
            ["cost", chain, cost] => self.costs.push(format!("{chain}: {cost}")),
            _ => {}
        }
    }

    /// Prints the table, compares it with the vectors and with the book, and with [`Files::Write`] puts it there.
    pub(crate) fn report(&self, files: Files) -> Outcome {
        let ran: Vec<&str> = CHAINS.iter().copied().filter(|chain| self.has(chain)).collect();
        if ran.is_empty() {
            return Outcome::Skipped("no chain ran; name their steps as well, or none".to_owned());
        }
        let cases = match cases() {
            Ok(cases) => cases,
            Err(reason) => return Outcome::Failed(reason),
        };
        let table = self.table(&cases, &ran);
        println!("{table}");
        self.costs.iter().for_each(|cost| println!("{cost}"));
        let mut faults = self.faults(&cases, &ran);
        let missing: Vec<&str> = CHAINS.iter().copied().filter(|chain| !self.has(chain)).collect();
        if missing.is_empty() && faults.is_empty() {
            faults.extend(in_the_book("verdicts", &table, files).err());
        }
        let unknown = self.given.keys().find(|(_, chain)| !CHAINS.contains(&chain.as_str()));
        faults.extend(unknown.map(|(_, chain)| format!("no column is called {chain:?}")));
        let summary = if missing.is_empty() {
            format!("{} cases, {} verifiers agree", cases.len(), ran.len())
        } else {
            format!("{} agree; did not run: {}", ran.join(", "), missing.join(", "))
        };
        Outcome::from_faults(&faults, summary)
    }

    fn has(&self, chain: &str) -> bool {
        self.given.keys().any(|(_, given)| given == chain)
    }

    fn verdict(&self, case: &str, chain: &str) -> Option<&str> {
        self.given.get(&(case.to_owned(), chain.to_owned())).map(String::as_str)
    }

    fn faults(&self, cases: &[(String, bool)], ran: &[&str]) -> Vec<String> {
        let mut faults = Vec::new();
        for (case, valid) in cases {
            for chain in ran {
                match self.verdict(case, chain) {
                    None => faults.push(format!("{chain} says nothing of: {case}")),
                    // a valid claim must be sayable
                    Some("not sayable") if !valid => {}
                    Some(verdict) if verdict == valid.to_string() => {}
                    Some(verdict) => faults.push(format!("{chain} says {verdict} of: {case}")),
                }
            }
        }
        faults
    }

    fn table(&self, cases: &[(String, bool)], ran: &[&str]) -> String {
        let mut table = format!("| claim | {} |\n|---|{}\n", ran.join(" | "), ":-:|".repeat(ran.len()));
        for (case, _) in cases {
            let cells = ran.iter().map(|chain| match self.verdict(case, chain) {
                Some("true") => "yes",
                Some("false") => "no",
                Some(_) => "–",
                None => "?",
            });
            // writing to a string does not fail
            let written = writeln!(table, "| {case} | {} |", cells.collect::<Vec<_>>().join(" | "));
            debug_assert!(written.is_ok());
        }
        table
    }
}

/// Names and verdicts of the vectors.
fn cases() -> Result<Vec<(String, bool)>, String> {
    let path = root().join("test-vectors/chains.json");
    let text = fs::read_to_string(path).map_err(|error| format!("test-vectors/chains.json: {error}"))?;
    let document: Value = serde_json::from_str(&text).map_err(|error| error.to_string())?;
    let cases =
        document.get("cases").and_then(Value::as_array).ok_or("test-vectors/chains.json has no cases")?;
    let named = cases
        .iter()
        .map(|case| Some((case.get("name")?.as_str()?.to_owned(), case.get("valid")?.as_bool()?)));
    named.collect::<Option<_>>().ok_or_else(|| "a case has no name or no verdict".to_owned())
}
