//! Measures ceremonies beside snarkjs, on the same files: `ceremony-peers [CIRCUIT...] [--json]`. A circuit is one of
//! workproof's or `squares-N`, which has N constraints. `cargo xtask ceremony-peers` builds and starts it.

#![expect(clippy::print_stdout, clippy::print_stderr, reason = "a program that prints figures")]

mod programs;
mod square_chain;
mod table;

use core::error::Error;
use std::fs;
use std::path::Path;

use workproof_ceremony::insecure_write_ptau;

use crate::programs::{Program, Usage};
use crate::table::{Row, Table};

const DEFAULT_CIRCUITS: [&str; 2] = ["squares-65536", "relay-10"];

/// The beacon of both.
const BEACON: &str = "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff";

fn main() -> Result<(), Box<dyn Error>> {
    let (options, mut circuits): (Vec<String>, Vec<String>) =
        std::env::args().skip(1).partition(|word| word.starts_with("--"));
    if let Some(unknown) = options.iter().find(|option| *option != "--json") {
        return Err(format!("there is no option {unknown}; there is --json").into());
    }
    if circuits.is_empty() {
        circuits = DEFAULT_CIRCUITS.map(str::to_owned).to_vec();
    }
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../target/ceremony-peers");
    fs::create_dir_all(&folder)?;
    let mut table = Table::default();
    for circuit in &circuits {
        measure(circuit, &folder, &mut table)?;
    }
    if options.is_empty() {
        print!("{table}");
    } else {
        println!("{}", serde_json::to_string_pretty(&table)?);
    }
    Ok(())
}

fn measure(circuit: &str, folder: &Path, table: &mut Table) -> Result<(), Box<dyn Error>> {
    let at = |name: &str| folder.join(name).display().to_string();
    let (ours, theirs) = (Program::ours()?, Program::snarkjs()?);
    let r1cs = at(&format!("{circuit}.r1cs"));
    let log = match circuit.strip_prefix("squares-") {
        Some(rows) => square_chain::write(Path::new(&r1cs), rows.parse()?)?,
        None => square_chain::export(circuit, Path::new(&r1cs))?,
    };
    // just large enough, so that the last power is missing and snarkjs hashes what follows
    let ptau = at(&format!("insecure-{log}.ptau"));
    if !Path::new(&ptau).exists() {
        eprintln!("powers of tau with public secrets, 2^{log}");
        insecure_write_ptau(Path::new(&ptau), log, true)?;
    }
    let file = |name: &str| at(&format!("{circuit}-{name}.zkey"));
    let [begun, begun_too, one, other] = ["new", "new-snarkjs", "one", "other"].map(file);
    let [ended, ended_too] = ["final", "final-snarkjs"].map(file);
    for path in [&begun, &begun_too, &one, &other, &ended, &ended_too] {
        drop(fs::remove_file(path));
    }
    let mut row = |step: &'static str, pair: (Usage, Usage), key: &str| -> Result<(), Box<dyn Error>> {
        eprintln!("{circuit}: {step}");
        let key_bytes = fs::metadata(key)?.len();
        table.rows.push(Row { circuit: circuit.to_owned(), step, key_bytes, ours: pair.0, snarkjs: pair.1 });
        Ok(())
    };
    let ours_new = ours.run(&["ceremony", "new", &begun, "--r1cs", &r1cs, "--ptau", &ptau])?;
    let theirs_new = theirs.run(&["groth16", "setup", &r1cs, &ptau, &begun_too])?;
    same(&begun, &begun_too)?;
    row("new", (ours_new, theirs_new), &begun)?;
    let ours_one = ours.run(&["ceremony", "contribute", &begun, &one, "--name", "one"])?;
    let theirs_one =
        theirs.run(&["zkey", "contribute", &begun, &other, "--name=other", "-e=entropy of a measurement"])?;
    row("contribute", (ours_one, theirs_one), &one)?;
    let ours_beacon =
        ours.run(&["ceremony", "beacon", &one, &ended, "--value", BEACON, "--source", "measurement"])?;
    let theirs_beacon =
        theirs.run(&["zkey", "beacon", &one, &ended_too, BEACON, "10", "--name=measurement"])?;
    same(&ended, &ended_too)?;
    row("beacon", (ours_beacon, theirs_beacon), &ended)?;
    let ours_verify = ours.run(&["ceremony", "verify", &ended, "--r1cs", &r1cs, "--ptau", &ptau])?;
    let theirs_verify = theirs.run(&["zkey", "verify", &r1cs, &ptau, &ended])?;
    row("verify", (ours_verify, theirs_verify), &ended)?;
    Ok(())
}

/// What is not random must be the same, byte for byte.
fn same(ours: &str, theirs: &str) -> Result<(), Box<dyn Error>> {
    if fs::read(ours)? == fs::read(theirs)? {
        Ok(())
    } else {
        Err(format!("{ours} and {theirs} differ").into())
    }
}
