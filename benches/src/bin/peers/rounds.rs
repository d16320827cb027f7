//! Alternating runs of all provers on one key and witness.

use core::error::Error;
use std::path::Path;

use serde_json::Value;
use workproof_benches::arkworks::ArkworksKey;
use workproof_benches::{ProofAnswer, Subject};
use workproof_verifier::{ForeignVerifyingKey, PreparedForeignKey, Proof};

use crate::arguments::Arguments;
use crate::prover_process::{Peer, ProverProcess};
use crate::table::{Row, Times};

/// Runs all provers in turn, each round beginning with another one, after one round that is not counted.
pub(crate) fn run(
    subject: &Subject,
    witness: &Path,
    arguments: &Arguments,
) -> Result<Vec<Row>, Box<dyn Error>> {
    let check = Check::new(subject)?;
    let mut provers = Vec::new();
    for peer in Peer::ALL {
        match ProverProcess::start(peer, subject.key.path(), witness, arguments)? {
            Some(process) => provers.push((process, Vec::new())),
            None if peer == Peer::OursWithTable => {}
            None => eprintln!("{} is not installed and left out (cargo xtask node-packages)", peer.name()),
        }
    }
    for round in 0..=arguments.runs {
        for (process, answers) in &mut provers {
            let answer = process.prove()?;
            check.accept(process.peer, &answer.proof)?;
            eprintln!("{}: {} {:.2} s", subject.name, process.peer.name(), answer.wall_seconds);
            if round > 0 {
                answers.push(answer);
            }
        }
        provers.rotate_left(1);
    }
    provers.sort_by_key(|(process, _)| Peer::ALL.iter().position(|peer| *peer == process.peer));
    let mut rows = Vec::new();
    for (process, answers) in provers {
        rows.push(row(subject, &process, &answers));
        process.end()?;
    }
    Ok(rows)
}

fn row(subject: &Subject, process: &ProverProcess, answers: &[ProofAnswer]) -> Row {
    Row {
        circuit: subject.name.clone(),
        prover: process.peer.name(),
        version: process.ready.version.clone(),
        load_seconds: process.ready.load_seconds,
        cpu_seconds: Times::new(answers.iter().map(|answer| answer.cpu_seconds).collect()),
        wall_seconds: Times::new(answers.iter().map(|answer| answer.wall_seconds).collect()),
        peak_memory: answers.iter().map(|answer| answer.peak_memory).max().unwrap_or_default(),
        // the uncounted one too
        proofs_verified: answers.len() + 1,
    }
}

/// What every proof must pass.
struct Check<'a> {
    subject: &'a Subject,
    key: PreparedForeignKey,
    arkworks: ArkworksKey,
}

impl<'a> Check<'a> {
    fn new(subject: &'a Subject) -> Result<Self, Box<dyn Error>> {
        let zkey = subject.key.zkey();
        let key = ForeignVerifyingKey::insecure_unlinted(zkey.verifying_key_points())?;
        Ok(Self { subject, key: key.prepare(), arkworks: ArkworksKey::new(zkey) })
    }

    fn accept(&self, peer: Peer, proof: &Value) -> Result<(), Box<dyn Error>> {
        let proof = Proof::from_snarkjs_json(proof.to_string().as_bytes())?;
        let inputs = self.subject.public_inputs();
        self.key.verify(inputs, &proof).map_err(|error| format!("the proof of {}: {error}", peer.name()))?;
        // nobody takes our word for our own proofs
        if matches!(peer, Peer::Ours | Peer::OursWithTable) && !self.arkworks.verifies(inputs, &proof) {
            return Err("ark-groth16 refuses the proof of our prover".into());
        }
        Ok(())
    }
}
