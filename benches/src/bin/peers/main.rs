//! Measures our prover beside ark-groth16 and snarkjs: `peers [CIRCUIT...] [--runs N] [--threads N] [--table LEVELS] [--json]`.
//! `cargo xtask peers` builds and starts it.

#![expect(clippy::print_stdout, clippy::print_stderr, reason = "a program that prints figures")]

extern crate alloc;

mod arguments;
mod arkworks_prover;
mod prover_process;
mod rounds;
mod table;

use core::error::Error;
use std::fs::{self, File};
use std::io::BufWriter;
use std::path::Path;

use workproof_benches::{CircomlibError, Subject, SubjectError};
use workproof_prover::circom_files::write_wtns;

use crate::arguments::Arguments;
use crate::table::Table;

/// Calls this program as the arkworks prover.
pub(crate) const AS_ARKWORKS: &str = "--as-ark-groth16";

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    if let [flag, key, witness] = arguments.as_slice()
        && flag == AS_ARKWORKS
    {
        return arkworks_prover::serve(Path::new(key), Path::new(witness));
    }
    let arguments = Arguments::parse(&arguments)?;
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../target/peers");
    fs::create_dir_all(&folder)?;
    let mut table = Table::default();
    for name in &arguments.circuits {
        eprintln!("{name}: key and witness");
        let subject = match Subject::by_name(name, &folder.join("keys")) {
            Err(SubjectError::Circomlib(missing @ CircomlibError::NotInstalled)) => {
                eprintln!("{name} is left out: {missing}");
                continue;
            }
            made => made?,
        };
        let witness = folder.join(format!("{name}.wtns"));
        // the secrets of a sample are public
        write_wtns(&mut BufWriter::new(File::create(&witness)?), &subject.assignment)?;
        table.add(name, rounds::run(&subject, &witness, &arguments)?);
    }
    if table.is_empty() {
        return Err("no circuit was measured: all of them were left out".into());
    }
    if arguments.json {
        println!("{}", serde_json::to_string_pretty(&table)?);
    } else {
        print!("{table}");
    }
    Ok(())
}
