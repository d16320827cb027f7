//! A prover in a process of its own.

use core::error::Error;
use std::env;
use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

use serde::de::DeserializeOwned;
use workproof_benches::{PROVE, ProofAnswer, ReadyAnswer};

use crate::AS_ARKWORKS;
use crate::arguments::Arguments;

/// The provers, ours first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Peer {
    Ours,
    OursWithTable,
    Arkworks,
    Snarkjs,
}

impl Peer {
    pub(crate) const ALL: [Self; 4] = [Self::Ours, Self::OursWithTable, Self::Arkworks, Self::Snarkjs];

    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Ours => "workproof",
            Self::OursWithTable => "workproof with a table",
            Self::Arkworks => "ark-groth16",
            Self::Snarkjs => "snarkjs",
        }
    }

    /// The program, without the key and the witness; `None` where it is not installed.
    fn program(self) -> Result<Option<Command>, Box<dyn Error>> {
        let this = env::current_exe()?;
        Ok(match self {
            // built apart and put beside this program
            Self::Ours | Self::OursWithTable => {
                Some(Command::new(this.with_file_name(format!("ours{}", env::consts::EXE_SUFFIX))))
            }
            Self::Arkworks => {
                let mut command = Command::new(this);
                command.arg(AS_ARKWORKS);
                Some(command)
            }
            Self::Snarkjs => {
                let interop = Path::new(env!("CARGO_MANIFEST_DIR")).join("../interop");
                let node = Command::new("node").arg("--version").output();
                let is_there = node.is_ok_and(|output| output.status.success())
                    && interop.join("node_modules/snarkjs").exists();
                let mut command = Command::new("node");
                command.arg(interop.join("prove_on_request.mjs"));
                is_there.then_some(command)
            }
        })
    }
}

/// A prover that has loaded its key.
#[derive(Debug)]
pub(crate) struct ProverProcess {
    pub(crate) peer: Peer,
    pub(crate) ready: ReadyAnswer,
    child: Child,
    requests: ChildStdin,
    answers: BufReader<ChildStdout>,
}

impl ProverProcess {
    /// Starts a prover and waits until it has loaded the key; `None` where it is not installed.
    pub(crate) fn start(
        peer: Peer,
        key: &Path,
        witness: &Path,
        arguments: &Arguments,
    ) -> Result<Option<Self>, Box<dyn Error>> {
        let Some(mut command) = peer.program()? else { return Ok(None) };
        command.arg(key).arg(witness).stdin(Stdio::piped()).stdout(Stdio::piped());
        if peer == Peer::OursWithTable {
            let Some(levels) = arguments.table else { return Ok(None) };
            command.arg(levels.to_string());
        }
        if let Some(threads) = arguments.threads.map(|threads| threads.to_string()) {
            command.env("RAYON_NUM_THREADS", &threads).env("WORKPROOF_THREADS", &threads);
        }
        let mut child = command.spawn().map_err(|error| format!("{}: {error}", peer.name()))?;
        let (Some(requests), Some(answers)) = (child.stdin.take(), child.stdout.take()) else {
            return Err("a process without pipes".into());
        };
        let mut answers = BufReader::new(answers);
        let ready = read_answer(peer, &mut answers)?;
        Ok(Some(Self { peer, ready, child, requests, answers }))
    }

    /// Asks for a proof and waits for it.
    pub(crate) fn prove(&mut self) -> Result<ProofAnswer, Box<dyn Error>> {
        writeln!(self.requests, "{PROVE}")?;
        self.requests.flush()?;
        read_answer(self.peer, &mut self.answers)
    }

    /// Ends the process.
    pub(crate) fn end(self) -> Result<(), Box<dyn Error>> {
        let Self { peer, requests, mut child, .. } = self;
        drop(requests);
        let status = child.wait()?;
        if status.success() { Ok(()) } else { Err(format!("{} ended with {status}", peer.name()).into()) }
    }
}

fn read_answer<T: DeserializeOwned>(
    peer: Peer,
    answers: &mut BufReader<ChildStdout>,
) -> Result<T, Box<dyn Error>> {
    let mut line = String::new();
    if answers.read_line(&mut line)? == 0 {
        return Err(format!("{} ended early; its own message stands above", peer.name()).into());
    }
    serde_json::from_str(&line).map_err(|error| format!("{}: {error}: {line}", peer.name()).into())
}
