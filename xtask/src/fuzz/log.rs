//! What was fuzzed: figures of one run, and `fuzz/log.json`, which adds up all that were kept, with its table in the book.

use core::time::Duration;
use std::fs;

use serde_json::{Map, Value, json};

use crate::repository::{read, root};

const LOG: &str = "fuzz/log.json";
const CHAPTER: &str = "book/src/decoders.md";
const START: &str = "<!-- cargo xtask fuzz writes from here -->";
const END: &str = "<!-- to here -->";

/// One target's run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Run {
    pub(super) target: String,
    pub(super) seconds: u64,
    pub(super) executions: u64,
    /// Places of the program that inputs reached.
    coverage: u64,
    /// Inputs kept because each reached something new.
    corpus: u64,
    /// Whether it ended with a finding.
    pub(super) found: bool,
}

impl Run {
    /// From what libFuzzer writes: `#123 DONE cov: 456 ft: 789 corp: 12/34b …` and the statistics at its end.
    pub(super) fn of(target: &str, time: Duration, text: &str, found: bool) -> Self {
        let after = |line: &str, label: &str| -> Option<u64> {
            let rest = line.split_once(label)?.1.trim_start();
            rest.split(|letter: char| !letter.is_ascii_digit()).next()?.parse().ok()
        };
        let last = |label: &str| text.lines().filter_map(|line| after(line, label)).next_back().unwrap_or(0);
        Self {
            target: target.to_owned(),
            seconds: time.as_secs(),
            executions: last("stat::number_of_executed_units:"),
            coverage: last(" cov:"),
            corpus: last(" corp:"),
            found,
        }
    }
}

/// The figures of one run.
pub(super) fn table(runs: &[Run]) -> String {
    let rows = runs.iter().map(|run| {
        let found = if run.found { "FOUND" } else { "-" };
        let Run { target, seconds, executions, coverage, corpus, .. } = run;
        format!("{target:<30} {seconds:>7} {executions:>12} {coverage:>8} {corpus:>7}  {found}\n")
    });
    let head = format!(
        "{:<30} {:>7} {:>12} {:>8} {:>7}  finding\n",
        "target", "seconds", "executions", "coverage", "corpus"
    );
    core::iter::once(head).chain(rows).collect()
}

/// Adds runs to the log, and writes the book's table again.
pub(super) fn add(runs: &[Run]) -> Result<(), String> {
    let text = fs::read_to_string(root().join(LOG)).unwrap_or_else(|_| "{}".to_owned());
    let mut log: Map<String, Value> =
        serde_json::from_str(&text).map_err(|error| format!("{LOG}: {error}"))?;
    for run in runs {
        let sum = |name: &str| log.get(&run.target).and_then(|known| known[name].as_u64()).unwrap_or(0);
        let most = |name: &str, value: u64| sum(name).max(value);
        let entry = json!({
            "seconds": sum("seconds") + run.seconds,
            "executions": sum("executions") + run.executions,
            "coverage": most("coverage", run.coverage),
            "corpus": most("corpus", run.corpus),
        });
        log.insert(run.target.clone(), entry);
    }
    let chapter = read(&root().join(CHAPTER))?;
    let (before, rest) = chapter.split_once(START).ok_or("the chapter has no place for the table")?;
    let (_, after) = rest.split_once(END).ok_or("the chapter's table has no end")?;
    let chapter = format!("{before}{START}\n\n{}\n{END}{after}", book_table(&log));
    let text = serde_json::to_string_pretty(&log).map_err(|error| error.to_string())? + "\n";
    for (path, content) in [(LOG, text), (CHAPTER, chapter)] {
        fs::write(root().join(path), content).map_err(|error| format!("{path}: {error}"))?;
    }
    Ok(())
}

fn book_table(log: &Map<String, Value>) -> String {
    let number = |entry: &Value, name: &str| entry[name].as_u64().unwrap_or(0);
    let mut text =
        String::from("| target | minutes | executions | coverage | corpus |\n|---|---|---|---|---|\n");
    for (target, entry) in log {
        let minutes = tenths(number(entry, "seconds"), 60);
        let [executions, coverage, corpus] =
            ["executions", "coverage", "corpus"].map(|name| number(entry, name));
        text.push_str(&format!("| {target} | {minutes} | {executions} | {coverage} | {corpus} |\n"));
    }
    let total = |name: &str| log.values().map(|entry| number(entry, name)).sum::<u64>();
    let (hours, executions) = (tenths(total("seconds"), 3_600), total("executions"));
    text.push_str(&format!("\nTogether {hours} hours and {executions} executions. No crash is open.\n"));
    text
}

/// A quotient with one digit behind the point, rounded down.
fn tenths(value: u64, unit: u64) -> String {
    let tenths = value * 10 / unit;
    format!("{}.{}", tenths / 10, tenths % 10)
}

#[cfg(test)]
mod tests {
    use super::*;

    const OUTPUT: &str = "INFO: seed corpus: files: 2 min: 128b max: 128b total: 256b rss: 30Mb\n\
                          #3\tINITED cov: 93 ft: 94 corp: 1/128b exec/s: 0 rss: 31Mb\n\
                          #65536\tpulse  cov: 401 ft: 570 corp: 17/2176b lim: 4096 exec/s: 21845 rss: 40Mb\n\
                          Done 1234567 runs in 21 second(s)\n\
                          stat::number_of_executed_units: 1234567\n\
                          stat::peak_rss_mb:              44\n";

    #[test]
    fn figures_are_those_of_the_end() {
        let run = Run::of("proof", Duration::from_secs(20), OUTPUT, false);
        assert_eq!((run.executions, run.coverage, run.corpus), (1_234_567, 401, 17));
        assert!(!run.found && table(&[run]).contains("1234567"));
        assert!(table(&[Run::of("proof", Duration::from_secs(1), "", true)]).contains("FOUND"));
    }

    #[test]
    fn the_books_table_adds_up() {
        let log = json!({
            "a": { "seconds": 90, "executions": 10, "coverage": 3, "corpus": 2 },
            "b": { "seconds": 3_510, "executions": 5, "coverage": 4, "corpus": 1 },
        });
        let text = book_table(log.as_object().unwrap());
        assert!(text.contains("| a | 1.5 | 10 | 3 | 2 |"), "{text}");
        assert!(text.contains("Together 1.0 hours and 15 executions"), "{text}");
    }
}
