//! Fuzzes every decoder, with coverage, by libFuzzer: the targets of `fuzz/`, one after the other.
//!
//! Coverage needs neither a nightly compiler nor a sanitizer: LLVM's pass is asked for by name, and libFuzzer is built from the
//! sources that its crate brings. What a target finds stays in `target/fuzz`, and is where the next run begins.

mod log;

use core::time::Duration;
use std::fs::{self, File};
use std::path::PathBuf;
use std::process::{Command, ExitCode, Stdio};

use crate::command::{cargo, execute, is_installed, output_of, program};
use crate::debian_packages;
use crate::outcome::Outcome;
use crate::repository::{files_below, root};
use log::Run;

/// Where everything is built, and kept.
const WORK: &str = "target/fuzz";
/// An input that takes longer, or a target that takes more memory, is a finding.
const MOST_SECONDS: u32 = 20;
const MOST_MEGABYTES: u32 = 1_024;

/// Instruments what is built, as `cargo fuzz` does.
const FLAGS: &str = "--cfg fuzzing -Cpasses=sancov-module -Cllvm-args=-sanitizer-coverage-level=4 \
                     -Cllvm-args=-sanitizer-coverage-inline-8bit-counters -Cllvm-args=-sanitizer-coverage-pc-table \
                     -Cllvm-args=-sanitizer-coverage-trace-compares";

/// What was asked for.
#[derive(Debug)]
struct Options {
    time: Duration,
    /// Add what was run to the log that the book shows.
    logged: bool,
    targets: Vec<String>,
}

impl Options {
    fn read(options: &[String]) -> Result<Self, String> {
        let mut read = Self { time: Duration::from_mins(10), logged: false, targets: Vec::new() };
        let known = targets();
        let mut options = options.iter();
        while let Some(option) = options.next() {
            let mut number = || {
                let text = options.next().ok_or(format!("{option} wants a number"))?;
                text.parse::<u64>().map_err(|error| format!("{text:?} is no number: {error}"))
            };
            match option.as_str() {
                "--minutes" => read.time = Duration::from_secs(60 * number()?),
                "--hours" => read.time = Duration::from_secs(3_600 * number()?),
                "--log" => read.logged = true,
                name if known.iter().any(|target| target == name) => read.targets.push(name.to_owned()),
                other => {
                    return Err(format!(
                        "no option or target is called {other:?}; targets are: {}",
                        known.join(", ")
                    ));
                }
            }
        }
        if read.targets.is_empty() {
            read.targets = known;
        }
        Ok(read)
    }
}

/// The names of the targets.
fn targets() -> Vec<String> {
    let name = |path: &PathBuf| Some(path.file_stem()?.to_str()?.to_owned());
    files_below("fuzz/fuzz_targets", "rs").iter().filter_map(name).collect()
}

/// `cargo xtask fuzz [--minutes N | --hours N] [--log] [TARGET...]`
pub(crate) fn run(options: &[String]) -> ExitCode {
    let options = match Options::read(options) {
        Ok(options) => options,
        Err(reason) => {
            eprintln!("fuzz: {reason}");
            return ExitCode::from(2);
        }
    };
    let outcome = fuzz(&options);
    println!("fuzz: {outcome}");
    if matches!(outcome, Outcome::Failed(_)) { ExitCode::FAILURE } else { ExitCode::SUCCESS }
}

fn fuzz(options: &Options) -> Outcome {
    if !is_installed("c++")
        && let Err(reason) = debian_packages::install(&["g++"])
    {
        return Outcome::Skipped(format!(
            "libFuzzer is built by a C++ compiler, and there is none ({reason})"
        ));
    }
    let folder = match build(&options.targets) {
        Ok(folder) => folder,
        Err(reason) => return Outcome::Failed(reason),
    };
    let count = u32::try_from(options.targets.len()).unwrap_or(u32::MAX).max(1);
    let each = (options.time / count).max(Duration::from_secs(1));
    let mut runs = Vec::new();
    for target in &options.targets {
        match run_target(&folder, target, each) {
            Ok(run) => runs.push(run),
            Err(reason) => return Outcome::Failed(reason),
        }
    }
    print!("{}", log::table(&runs));
    let findings: Vec<String> = runs
        .iter()
        .filter(|run| run.found)
        .map(|run| format!("{}: see {WORK}/found/{}", run.target, run.target))
        .collect();
    if options.logged
        && findings.is_empty()
        && let Err(reason) = log::add(&runs)
    {
        return Outcome::Failed(reason);
    }
    let executions: u64 = runs.iter().map(|run| run.executions).sum();
    Outcome::from_faults(&findings, format!("{executions} executions, nothing found"))
}

/// Builds the targets; says where they are.
fn build(targets: &[String]) -> Result<PathBuf, String> {
    let about = output_of(program("rustc").arg("-vV"))?;
    let host =
        about.lines().find_map(|line| line.strip_prefix("host: ")).ok_or("rustc names no host")?.to_owned();
    let mut command = cargo();
    // with a target named, the flags are not for build scripts
    command.args(["build", "--locked", "--release", "--manifest-path", "fuzz/Cargo.toml", "--target", &host]);
    for target in targets {
        command.args(["--bin", target]);
    }
    command.arg("--target-dir").arg(WORK).env_remove("CARGO_ENCODED_RUSTFLAGS").env("RUSTFLAGS", FLAGS);
    execute(&mut command)?;
    Ok(root().join(WORK).join(host).join("release"))
}

/// Runs one target for some time, from its seeds and what was found before.
fn run_target(folder: &std::path::Path, target: &str, time: Duration) -> Result<Run, String> {
    let place = |kind: &str| root().join(WORK).join(kind).join(target);
    let fault = |error: std::io::Error| format!("{target}: {error}");
    let (corpus, found, log) = (place("corpus"), place("found"), place("logs").with_extension("log"));
    for made in [&corpus, &found, &root().join(WORK).join("logs")] {
        fs::create_dir_all(made).map_err(fault)?;
    }
    println!("{target}: {} seconds", time.as_secs());
    let output = File::create(&log).map_err(fault)?;
    let status = Command::new(folder.join(target))
        .arg(&corpus)
        .arg(root().join("decoders/seeds").join(target))
        .args([format!("-max_total_time={}", time.as_secs()), format!("-timeout={MOST_SECONDS}")])
        .args([format!("-rss_limit_mb={MOST_MEGABYTES}"), format!("-malloc_limit_mb={}", MOST_MEGABYTES / 4)])
        .args([format!("-artifact_prefix={}/", found.display()), "-print_final_stats=1".to_owned()])
        .stdout(Stdio::null())
        .stderr(output)
        .status()
        .map_err(fault)?;
    let text = String::from_utf8_lossy(&fs::read(&log).map_err(fault)?).into_owned();
    Ok(Run::of(target, time, &text, !status.success()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn options(words: &[&str]) -> Result<Options, String> {
        Options::read(&words.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>())
    }

    #[test]
    fn options_name_a_time_and_targets() {
        let read = options(&["--minutes", "3", "proof", "zkey", "--log"]).unwrap();
        assert_eq!((read.time, read.logged), (Duration::from_secs(180), true));
        assert_eq!(read.targets, ["proof", "zkey"]);
        assert_eq!(options(&["--hours", "2"]).unwrap().time, Duration::from_secs(7_200));
        assert!(options(&[]).unwrap().targets.len() > 40);
        for wrong in [&["--minutes"][..], &["--minutes", "x"], &["no-such-target"], &["--days", "1"]] {
            assert!(options(wrong).is_err(), "{wrong:?}");
        }
    }
}
