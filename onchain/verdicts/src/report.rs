//! What everybody said, compared.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use crate::case::{Case, Class};
use crate::verifier::Verdict;

/// How many disagreements are told one by one.
const TOLD: usize = 20;

/// What one verifier said of the cases of one class.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Tally {
    accepted: usize,
    refused: usize,
    not_expressible: BTreeMap<&'static str, usize>,
}

/// The comparison.
#[derive(Clone, Debug, Default)]
pub struct Report {
    cases: BTreeMap<Class, usize>,
    tallies: Vec<(String, BTreeMap<Class, Tally>)>,
    disagreements: Vec<String>,
}

impl Report {
    /// Counts the cases.
    pub fn new(cases: &[Case]) -> Self {
        let mut report = Self::default();
        for case in cases {
            *report.cases.entry(case.class).or_default() += 1;
        }
        report
    }

    /// Adds what a verifier said. Whatever is not what must be said of a case's class is a disagreement.
    pub fn add(&mut self, name: &str, cases: &[Case], verdicts: &[Verdict]) {
        let mut tallies: BTreeMap<Class, Tally> = BTreeMap::new();
        if cases.len() != verdicts.len() {
            self.disagreements.push(format!("{name} judged {} of {} cases", verdicts.len(), cases.len()));
        }
        for (case, verdict) in cases.iter().zip(verdicts) {
            let tally = tallies.entry(case.class).or_default();
            match verdict {
                Verdict::Accepted => tally.accepted += 1,
                Verdict::Refused => tally.refused += 1,
                Verdict::NotExpressible(reason) => *tally.not_expressible.entry(reason.0).or_default() += 1,
            }
            if verdict.acceptance().is_some_and(|accepted| accepted != case.class.is_valid()) {
                let said = if case.class.is_valid() { "refused" } else { "accepted" };
                let Case { class, name: case, key, .. } = case;
                self.disagreements.push(format!("{name} {said} under key {key}: {}: {case}", class.name()));
            }
        }
        if !tallies.values().any(|tally| tally.accepted > 0)
            || !tallies.values().any(|tally| tally.refused > 0)
        {
            self.disagreements.push(format!("{name} has only one answer to everything"));
        }
        self.tallies.push((name.to_owned(), tallies));
    }

    /// Everything that was not said as it must be.
    pub fn disagreements(&self) -> &[String] {
        &self.disagreements
    }

    /// The first disagreements, a line each.
    pub fn told(&self) -> String {
        let mut lines: Vec<String> = self.disagreements.iter().take(TOLD).cloned().collect();
        let more = self.disagreements.len().saturating_sub(TOLD);
        if more > 0 {
            lines.push(format!("and {more} more"));
        }
        lines.join("\n")
    }

    /// The table as JSON. A verifier's numbers are cases accepted or refused, as the class demands.
    pub fn to_json(&self, seed: u64, digest: &str) -> Value {
        let classes: Vec<Value> = Class::ALL.iter().map(|class| self.class_json(*class)).collect();
        let verifiers: Vec<&String> = self.tallies.iter().map(|(name, _)| name).collect();
        let mut reasons: BTreeMap<&str, BTreeMap<&str, usize>> = BTreeMap::new();
        for (name, tallies) in &self.tallies {
            for (reason, count) in tallies.values().flat_map(|tally| &tally.not_expressible) {
                *reasons.entry(reason).or_default().entry(name).or_default() += count;
            }
        }
        json!({
            "seed": seed,
            "corpus": digest,
            "cases": self.cases.values().sum::<usize>(),
            "verifiers": verifiers,
            "classes": classes,
            "not_expressible": reasons,
            "disagreements": self.disagreements.len(),
        })
    }

    fn class_json(&self, class: Class) -> Value {
        let judged = |tallies: &BTreeMap<Class, Tally>| {
            tallies.get(&class).map_or(0, |tally| tally.accepted + tally.refused)
        };
        let all: BTreeMap<&String, usize> =
            self.tallies.iter().map(|(name, tallies)| (name, judged(tallies))).collect();
        json!({
            "class": class.name(),
            "verdict": if class.is_valid() { "accepted" } else { "refused" },
            "cases": self.cases.get(&class).copied().unwrap_or_default(),
            "judged": all,
        })
    }
}
