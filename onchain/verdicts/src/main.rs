//! Asks every verifier about the corpus and prints the table as JSON.
//!
//! ```text
//! onchain-verdicts [--sample N] [--wasm PACKAGE] [--solana PROGRAMS] [--only TEXT]
//! onchain-verdicts --keys FOLDER
//! ```
//!
//! `--sample` takes N cases of each class. `--wasm` names the npm package as it is published, `--solana` a folder with a program for each
//! key. `--only` leaves out verifiers whose names lack the text. `--keys` writes the verifying keys into a folder, for whoever makes programs of them.

use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};
use std::sync::Mutex;
use std::thread;
use std::time::Instant;

use onchain_verdicts::corpus::{self, SEED};
use onchain_verdicts::external::{Company, DevelopmentKeys, External};
use onchain_verdicts::{Case, Form, Keys, Report, Verdict, Verifier, evm, native};
use serde_json::json;

type Failure = Box<dyn Error>;

/// What was asked for.
#[derive(Debug, Default)]
struct Options {
    sample: Option<usize>,
    wasm: Option<PathBuf>,
    solana: Option<PathBuf>,
    only: Option<String>,
    keys: Option<PathBuf>,
}

impl Options {
    fn read() -> Result<Self, Failure> {
        let mut options = Self::default();
        let mut arguments = std::env::args().skip(1);
        while let Some(name) = arguments.next() {
            let mut value = || arguments.next().ok_or(format!("{name} wants a value"));
            match name.as_str() {
                "--sample" => options.sample = Some(value()?.parse()?),
                "--wasm" => options.wasm = Some(value()?.into()),
                "--solana" => options.solana = Some(value()?.into()),
                "--only" => options.only = Some(value()?),
                "--keys" => options.keys = Some(value()?.into()),
                other => return Err(format!("unknown option {other}").into()),
            }
        }
        Ok(options)
    }
}

fn main() -> Result<ExitCode, Failure> {
    let options = Options::read()?;
    let keys = Keys::load()?;
    if let Some(folder) = &options.keys {
        return write_keys(&keys, folder).map(|()| ExitCode::SUCCESS);
    }
    let whole = corpus::make(&keys)?;
    let digest = corpus::digest(&whole);
    let counted = Report::new(&whole).to_json(SEED, &digest);
    let cases = options.sample.map_or_else(|| whole.clone(), |each| corpus::sample(&whole, each));
    let contracts = evm::Contracts::deploy(&keys)?;
    let mut verifiers = native::verifiers(&keys);
    verifiers.extend(evm::verifiers(&keys, &contracts));
    verifiers.extend(external(&keys, &options));
    if let Some(text) = &options.only {
        verifiers.retain(|verifier| verifier.name().contains(text));
    }
    let mut report = Report::new(&cases);
    for (name, verdicts) in ask_all(verifiers, &cases)? {
        report.add(&name, &cases, &verdicts);
    }
    let mut table = report.to_json(SEED, &digest);
    // what a sample was taken of
    table["whole"] = json!({ "cases": counted["cases"], "classes": counted["classes"] });
    println!("{table:#}");
    if report.disagreements().is_empty() {
        return Ok(ExitCode::SUCCESS);
    }
    eprintln!("{}", report.told());
    Ok(ExitCode::FAILURE)
}

fn write_keys(keys: &Keys, folder: &Path) -> Result<(), Failure> {
    fs::create_dir_all(folder)?;
    for key in keys.all() {
        fs::write(folder.join(format!("{}.vkey", key.name)), &key.bytes)?;
    }
    Ok(())
}

/// The verifiers that are programs of their own.
fn external<'a>(keys: &'a Keys, options: &Options) -> Vec<Box<dyn Verifier + 'a>> {
    let programs = Path::new(env!("CARGO_MANIFEST_DIR")).join("programs");
    let node = |program: &str, arguments: &[&Path]| {
        let mut command = Command::new("node");
        command.arg(programs.join(program)).args(arguments);
        command
    };
    let mut verifiers: Vec<Box<dyn Verifier + 'a>> = Vec::new();
    if let Some(package) = &options.wasm {
        for (name, word, form, company, development_keys) in [
            ("Wasm, claim", "claim", Form::Claim, Company::Alone, DevelopmentKeys::Taken),
            ("Wasm, batch", "batch", Form::Claim, Company::Batch, DevelopmentKeys::Taken),
            ("Wasm, snarkjs", "snarkjs", Form::Snarkjs, Company::Alone, DevelopmentKeys::Refused),
        ] {
            let command = node("wasm.mjs", &[package, Path::new(word)]);
            verifiers.push(Box::new(External { name, form, company, development_keys, command, keys }));
        }
    }
    if let Some(folder) = &options.solana {
        verifiers.push(Box::new(External {
            name: "Solana",
            form: Form::Solana,
            company: Company::Alone,
            development_keys: DevelopmentKeys::Taken,
            command: node("solana.mjs", &[folder]),
            keys,
        }));
    }
    verifiers
}

/// Asks them, as many at a time as there are cores, and says how long each took.
fn ask_all(
    verifiers: Vec<Box<dyn Verifier + '_>>,
    cases: &[Case],
) -> Result<Vec<(String, Vec<Verdict>)>, Failure> {
    let names: Vec<String> = verifiers.iter().map(|verifier| verifier.name().to_owned()).collect();
    // the external ones take longest and come first
    let queue = Mutex::new(verifiers);
    let next = || queue.lock().ok().and_then(|mut queue| queue.pop());
    let work = || {
        let mut answers = Vec::new();
        while let Some(mut verifier) = next() {
            let start = Instant::now();
            let verdicts = verifier.judge(cases);
            eprintln!("{}: {} cases in {:.0?}", verifier.name(), cases.len(), start.elapsed());
            answers.push((verifier.name().to_owned(), verdicts));
        }
        answers
    };
    let mut answers = Vec::new();
    thread::scope(|scope| {
        let threads = thread::available_parallelism().map_or(1, usize::from);
        let workers: Vec<_> = (0..threads).map(|_| scope.spawn(work)).collect();
        for worker in workers {
            answers.extend(worker.join().map_err(|_| "a verifier panicked")?);
        }
        Ok::<_, Failure>(())
    })?;
    answers.sort_by_key(|(name, _)| names.iter().position(|known| known == name));
    let whole = answers.into_iter().map(|(name, verdicts)| Ok((name, verdicts?)));
    whole.collect()
}
