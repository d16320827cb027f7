//! Programs in processes of their own, and what they use.

use core::error::Error;
use core::time::Duration;
use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Instant;

use serde::Serialize;

/// A program that takes commands.
pub(crate) struct Program {
    name: &'static str,
    file: PathBuf,
    first: Vec<String>,
}

/// What a command used.
#[derive(Clone, Copy, Debug, Serialize)]
pub(crate) struct Usage {
    pub(crate) seconds: f64,
    /// The greatest resident size in bytes, with the touched pages of mapped files; zero where the system does not say.
    pub(crate) peak_memory: u64,
}

impl Program {
    /// `workproof`, beside this program.
    pub(crate) fn ours() -> Result<Self, Box<dyn Error>> {
        let file = env::current_exe()?.with_file_name(format!("workproof{}", env::consts::EXE_SUFFIX));
        Ok(Self { name: "workproof", file, first: Vec::new() })
    }

    /// `snarkjs`, in `interop/`.
    pub(crate) fn snarkjs() -> Result<Self, Box<dyn Error>> {
        let script =
            Path::new(env!("CARGO_MANIFEST_DIR")).join("../interop/node_modules/snarkjs/build/cli.cjs");
        if !script.exists() {
            return Err("snarkjs is not installed: cargo xtask node-packages".into());
        }
        // the heap that node takes by default is too small for large circuits
        let first = ["--max-old-space-size=16384".to_owned(), script.display().to_string()];
        Ok(Self { name: "snarkjs", file: "node".into(), first: first.to_vec() })
    }

    /// Runs a command, which must succeed.
    pub(crate) fn run(&self, arguments: &[&str]) -> Result<Usage, Box<dyn Error>> {
        // what the step before wrote goes to disk in nobody's time; where there is no such program it may do so later
        drop(Command::new("sync").status());
        let start = Instant::now();
        let mut command = Command::new(&self.file);
        command.args(&self.first).args(arguments).stdin(Stdio::null());
        let mut child = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn()?;
        let mut peak_memory = 0;
        let status = loop {
            peak_memory = peak_memory.max(resident_peak(child.id()).unwrap_or_default());
            match child.try_wait()? {
                Some(status) => break status,
                None => std::thread::sleep(Duration::from_millis(5)),
            }
        };
        let seconds = start.elapsed().as_secs_f64();
        // a line for whoever waits
        if status.success() {
            Ok(Usage { seconds, peak_memory })
        } else {
            Err(format!("{} {arguments:?} failed: {status}", self.name).into())
        }
    }
}

fn resident_peak(process: u32) -> Option<u64> {
    let status = fs::read_to_string(format!("/proc/{process}/status")).ok()?;
    let own = status.lines().find_map(|line| line.strip_prefix("VmHWM:")?.trim().strip_suffix(" kB"))?;
    own.trim().parse::<u64>().ok().map(|kibibytes| kibibytes.saturating_mul(1024))
}
