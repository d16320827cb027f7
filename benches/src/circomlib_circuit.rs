//! A circuit that nobody here wrote: circomlib's EdDSA-Poseidon verifier, Poseidon and bits, compiled by circom.
//!
//! `interop/circomlib_circuit.mjs` makes the `.r1cs` and the `.wtns`; they are made again each time, so that they are
//! never those of other packages than the installed ones.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::Command;

use thiserror::Error;
use workproof_circuits::r1cs::{Assignment, R1cs};
use workproof_prover::circom_files::{R1csReadError, WtnsError, read_r1cs, read_wtns};

/// The npm packages that are needed.
const PACKAGES: [&str; 3] = ["circom2", "circomlib", "circomlibjs"];

/// Why there is no circuit.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum CircomlibError {
    /// Node.js or a package is missing.
    #[error("Node.js or its packages are not installed (cargo xtask node-packages)")]
    NotInstalled,
    /// A file could not be read, or Node.js not be started.
    #[error("{} could not be used", path.display())]
    Io {
        /// The file.
        path: PathBuf,
        /// What failed.
        #[source]
        source: io::Error,
    },
    /// The script failed; its own message stands above.
    #[error("interop/circomlib_circuit.mjs failed; its own message stands above")]
    Script,
    /// The `.r1cs` is refused.
    #[error("the compiled circuit is refused")]
    R1cs(#[from] R1csReadError),
    /// The `.wtns` is refused.
    #[error("the witness is refused")]
    Wtns(#[from] WtnsError),
    /// The witness has another number of values than the circuit has variables.
    #[error("the circuit has {expected} variables and the witness {found} values")]
    Length {
        /// Variables of the circuit.
        expected: usize,
        /// Values of the witness.
        found: usize,
    },
    /// A row does not hold.
    #[error("the witness does not satisfy row {row} (rows count from 0)")]
    Row {
        /// The row.
        row: usize,
    },
}

/// A name and what the circuit does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct CircomlibCircuit {
    /// Ends in the logarithm of the domain.
    pub(crate) name: &'static str,
    signatures: usize,
    hashes: usize,
    numbers: usize,
}

impl CircomlibCircuit {
    /// Those that can be measured, the smallest first.
    pub(crate) const ALL: [Self; 2] = [
        Self { name: "circomlib-16", signatures: 4, hashes: 60, numbers: 30 },
        Self { name: "circomlib-18", signatures: 16, hashes: 240, numbers: 120 },
    ];

    /// Compiles the circuit in this folder and fills it.
    pub(crate) fn make(&self, folder: &Path) -> Result<(R1cs, Assignment), CircomlibError> {
        let interop = Path::new(env!("CARGO_MANIFEST_DIR")).join("../interop");
        let has_node = Command::new("node").arg("--version").output().is_ok_and(|it| it.status.success());
        if !(has_node && PACKAGES.iter().all(|name| interop.join("node_modules").join(name).exists())) {
            return Err(CircomlibError::NotInstalled);
        }
        let failed = |path: &Path, source| CircomlibError::Io { path: path.to_path_buf(), source };
        fs::create_dir_all(folder).map_err(|error| failed(folder, error))?;
        let script = interop.join("circomlib_circuit.mjs");
        let mut command = Command::new("node");
        command.arg(&script).arg(folder).arg(self.name);
        command.args([self.signatures, self.hashes, self.numbers].map(|count| count.to_string()));
        let output = command.output().map_err(|error| failed(&script, error))?;
        if !output.status.success() {
            report(&output.stderr);
            return Err(CircomlibError::Script);
        }
        let read = |extension: &str| {
            let path = folder.join(format!("{}.{extension}", self.name));
            fs::read(&path).map_err(|error| failed(&path, error))
        };
        let (shape, assignment) = (read_r1cs(&read("r1cs")?)?, read_wtns(&read("wtns")?)?);
        if assignment.len() != shape.variables {
            return Err(CircomlibError::Length { expected: shape.variables, found: assignment.len() });
        }
        match shape.first_unsatisfied_row(&assignment) {
            None => Ok((shape, assignment)),
            Some(row) => Err(CircomlibError::Row { row }),
        }
    }
}

/// What the script said, for whoever called.
#[expect(clippy::print_stderr, reason = "a program that measures talks to the person who called it")]
fn report(message: &[u8]) {
    eprint!("{}", String::from_utf8_lossy(message));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_ends_in_the_logarithm_of_the_domain_and_every_row_holds() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../target/peers/circomlib-tests");
        let [circuit, _] = CircomlibCircuit::ALL;
        match circuit.make(&folder) {
            Err(CircomlibError::NotInstalled) => {
                assert!(std::env::var_os("WORKPROOF_NODE_PACKAGES").is_none(), "packages are missing");
                report(b"skipped: Node.js or its packages are missing (cargo xtask node-packages)\n");
            }
            made => {
                let (shape, _) = made.unwrap();
                assert_eq!(circuit.name, format!("circomlib-{}", shape.log_domain()));
                assert_eq!(shape.public_inputs, 1);
            }
        }
    }
}
