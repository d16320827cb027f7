//! Prints what is proven of every circuit, and what becomes of its mutants, as JSON: what `circuits/soundness.json` holds.
//!
//! `cargo xtask soundness` calls it. With `--full` every row of every small circuit is mutated or at least left
//! out, otherwise every so manieth.

#![expect(clippy::print_stderr, reason = "it says how far it is")]

extern crate alloc;

mod subjects;

use alloc::collections::BTreeMap;
use core::error::Error;
use core::sync::atomic::{AtomicUsize, Ordering};
use std::io::Write as _;
use std::sync::Mutex;
use std::time::Instant;

use serde_json::{Map, Value, json};
use subjects::Subject;
use workproof_determinism::mutation::{ALL, Fate, Laboratory, Mutation};
use workproof_determinism::{Given, Report, Status, System};

type Failure = Box<dyn Error>;

/// In a full run every row of circuits up to this size is left out once, besides what is done to every so manieth.
const LEFT_OUT_ROWS: usize = 5_000;

fn main() -> Result<(), Failure> {
    let options: Vec<String> = std::env::args().skip(1).collect();
    let is_full = options.iter().any(|option| option == "--full");
    let named: Vec<&String> = options.iter().filter(|option| !option.starts_with("--")).collect();
    let mut results = Map::new();
    for (name, make) in subjects::ALL {
        if named.is_empty() || named.iter().any(|wanted| wanted == name) {
            let subject = make(name)?;
            results.insert(subject.name.clone(), examine(&subject, is_full)?);
        }
    }
    serde_json::to_writer_pretty(std::io::stdout().lock(), &results)?;
    writeln!(std::io::stdout())?;
    Ok(())
}

fn examine(subject: &Subject, is_full: bool) -> Result<Value, Failure> {
    let start = Instant::now();
    let shape = &subject.shape;
    let system = System::from_r1cs(shape);
    let given = Given::of_shape(shape, &subject.outputs);
    let report = Report::of(&system, &given);
    let checked = start.elapsed();
    for assignment in &subject.honest {
        if let Some(row) = shape.first_unsatisfied_row(assignment) {
            return Err(format!("{}: row {row} of an honest assignment does not hold", subject.name).into());
        }
    }
    let free_found = subject.honest.first().map(|honest| report.free_columns(shape, honest).len());
    let mut free: BTreeMap<&str, usize> = BTreeMap::new();
    for input in &shape.free_inputs {
        *free.entry(input.meaning).or_default() += 1;
    }
    let count = |status| report.count(status);
    let mut result = json!({
        "constraints": shape.constraints(),
        "variables": shape.variables,
        "public": count(Status::Public),
        "free_inputs": free,
        "outputs": subject.outputs.len(),
        "proved": count(Status::Proved),
        "by_lemma": count(Status::ByLemma),
        "inert": report.by_clause(&system, shape, Status::Inert),
        "unknown": count(Status::Unknown),
        "outside_domain": report.outside_domain.len(),
        "free": free_found.unwrap_or_default(),
    });
    if report.count(Status::Unknown) > 0 {
        eprintln!("unknown: {:?}", report.by_clause(&system, shape, Status::Unknown));
    }
    let mutants = if subject.stride == 0 { None } else { Some(mutants(subject, &system, &given, is_full)) };
    if let (Some(result), Some(mutants)) = (result.as_object_mut(), mutants) {
        result.insert("mutants".to_owned(), mutants);
    }
    if let Some(mutants) = result.get("mutants") {
        eprintln!("{}", mutants);
    }
    eprintln!(
        "{}: checked in {:.1} s, in all {:.1} s",
        subject.name,
        checked.as_secs_f32(),
        start.elapsed().as_secs_f32()
    );
    Ok(result)
}

/// Kills of each kind, and the survivors.
fn mutants(subject: &Subject, system: &System, given: &Given, is_full: bool) -> Value {
    let laboratory = Laboratory::new(system, given, &subject.honest);
    let stride = if is_full { subject.full_stride } else { subject.stride };
    let all_rows = 0..u32::try_from(system.rows().len()).unwrap_or(u32::MAX);
    let rows: Vec<u32> = all_rows.clone().step_by(stride).collect();
    let mut mutants: Vec<(u32, Mutation)> =
        rows.iter().flat_map(|row| ALL.map(|mutation| (*row, mutation))).collect();
    if is_full && all_rows.len() <= LEFT_OUT_ROWS {
        let others = all_rows.filter(|row| rows.binary_search(row).is_err());
        mutants.extend(others.map(|row| (row, Mutation::Drop)));
    }
    let next = AtomicUsize::new(0);
    let fates: Mutex<Vec<(u32, Mutation, Fate)>> = Mutex::new(Vec::new());
    let work = || {
        while let Some((row, mutation)) = mutants.get(next.fetch_add(1, Ordering::Relaxed)).copied() {
            if let Some(fate) = laboratory.fate(row, mutation)
                && let Ok(mut fates) = fates.lock()
            {
                fates.push((row, mutation, fate));
            }
        }
    };
    std::thread::scope(|scope| {
        for _ in 0..std::thread::available_parallelism().map_or(1, usize::from) {
            scope.spawn(work);
        }
    });
    let mut fates = fates.into_inner().unwrap_or_default();
    fates.sort_unstable();
    let count = |fate| fates.iter().filter(|(_, _, f)| *f == fate).count();
    let survivors: Vec<String> = fates
        .iter()
        .filter(|(_, _, fate)| *fate == Fate::Survived)
        .map(|(row, mutation, _)| {
            let clause = usize::try_from(*row).ok().and_then(|row| subject.shape.clause_of_row(row));
            format!("{mutation:?} of row {row}{}", clause.map(|c| format!(" ({c})")).unwrap_or_default())
        })
        .collect();
    json!({
        "rows": rows.len(),
        "left_out": fates.iter().filter(|(_, mutation, _)| *mutation == Mutation::Drop).count(),
        "total": fates.len(),
        "by_honest": count(Fate::KilledByHonest),
        "by_checker": count(Fate::KilledByChecker),
        "by_attack": count(Fate::KilledByAttack),
        "survivors": survivors,
    })
}
