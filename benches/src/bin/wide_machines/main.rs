//! How a proof would run on more threads than there are here: `wide_machines KEY.zkey WITNESS.wtns`.
//!
//! One proof runs on one thread and writes its tasks down: how long each takes, and what waits for what. Then machines
//! with more threads are simulated. A thread takes the task that has waited longest; passing a task on costs nothing,
//! and threads do not compete for memory, so the table is what the proof's structure allows, not what a machine will do.

#![expect(clippy::print_stdout, reason = "the program's purpose")]

extern crate alloc;

mod simulation;

use alloc::sync::Arc;
use core::error::Error;
use core::time::Duration;
use std::fs;
use std::path::Path;

use rand_core::OsRng;
use rayon::ThreadPoolBuilder;
use simulation::Simulation;
use workproof_prover::circom_files::read_wtns;
use workproof_prover::task_trace::record;
use workproof_prover::{AssignmentProver, OpenOptions, ProveOptions, ProvingKey};

const THREADS: [usize; 7] = [1, 2, 4, 8, 16, 32, 64];

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [key, witness] = arguments.as_slice() else {
        return Err("two files are expected: a key and a witness".into());
    };
    let assignment = read_wtns(&fs::read(witness)?)?;
    let key = ProvingKey::insecure_open_development(Path::new(key), &OpenOptions::default())?;
    let prover = AssignmentProver::new(Arc::new(key));
    let pool = ThreadPoolBuilder::new().num_threads(1).build()?;
    let prove = || prover.prove(&assignment, &mut OsRng, &ProveOptions::new());
    let tasks = pool.install(|| {
        prove()?;
        let (proof, tasks) = record(prove);
        proof.map(|_| tasks)
    })?;
    let simulation = Simulation::new(&tasks);
    let work = tasks.work();
    println!(
        "{} pieces of work, {:.3} s in all, {:.3} s one after the other at least",
        simulation.pieces(),
        work.as_secs_f64(),
        tasks.span().as_secs_f64()
    );
    println!("| threads | s | busy |\n|---:|---:|---:|");
    for threads in THREADS {
        let wall = simulation.run(threads);
        println!("| {threads} | {:.3} | {:.0} % |", wall.as_secs_f64(), 100.0 * busy(work, wall, threads));
    }
    Ok(())
}

fn busy(work: Duration, wall: Duration, threads: usize) -> f64 {
    let threads = u32::try_from(threads).map_or(f64::INFINITY, f64::from);
    work.as_secs_f64() / (wall.as_secs_f64() * threads)
}
