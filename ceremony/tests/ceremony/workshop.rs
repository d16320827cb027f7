//! A folder with a circuit, a first phase and keys.

use std::fs::{self, File};
use std::path::{Path, PathBuf};

use rand_core::OsRng;
use tempfile::TempDir;
use workproof_ceremony::{
    Beacon, CeremonyOptions, CeremonyPolicy, ContributionName, ExistingFile, PtauFile, VerifiedKey,
    VerifyKeyError, apply_beacon, contribute, create_initial_key, insecure_write_ptau, verify_key,
};
use workproof_circuits::Circuit;
use workproof_prover::ZkeyFile;
use workproof_prover::circom_files::{R1csView, write_r1cs, write_wtns};

use crate::power_circuit::PowerCircuit;

/// The beacon of all tests.
pub(crate) const BEACON: &str = "0102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f";

/// A folder with `circuit.r1cs` and `witness.wtns`.
pub(crate) struct Workshop {
    directory: TempDir,
}

impl Workshop {
    /// A circuit of so many multiplications.
    pub(crate) fn new(multiplications: usize) -> Self {
        let workshop = Self { directory: TempDir::new().unwrap() };
        let circuit = PowerCircuit::new(multiplications);
        let (statement, witness) = circuit.instance(5);
        let shape = circuit.r1cs().unwrap();
        write_r1cs(&mut File::create(workshop.at("circuit.r1cs")).unwrap(), &shape).unwrap();
        let assignment = circuit.assignment(&statement, &witness).unwrap();
        write_wtns(&mut File::create(workshop.at("witness.wtns")).unwrap(), &assignment).unwrap();
        workshop
    }

    pub(crate) fn path(&self) -> &Path {
        self.directory.path()
    }

    pub(crate) fn at(&self, name: &str) -> PathBuf {
        self.path().join(name)
    }

    pub(crate) fn bytes(&self, name: &str) -> Vec<u8> {
        fs::read(self.at(name)).unwrap()
    }

    /// Makes a first phase with known secrets.
    pub(crate) fn insecure_ptau(&self, name: &str, power: u32, prepared: bool) {
        insecure_write_ptau(&self.at(name), power, prepared).unwrap();
    }

    pub(crate) fn ptau(&self, name: &str) -> PtauFile {
        PtauFile::open(&self.at(name)).unwrap()
    }

    pub(crate) fn key(&self, name: &str) -> ZkeyFile {
        ZkeyFile::open(&self.at(name)).unwrap()
    }

    /// Begins a key; the circuit's hash in hexadecimal.
    pub(crate) fn begin(&self, ptau: &str, out: &str) -> String {
        let circuit = self.bytes("circuit.r1cs");
        let circuit = R1csView::open(&circuit).unwrap();
        let hash = create_initial_key(
            circuit,
            &self.ptau(ptau),
            (&self.at(out), ExistingFile::Keep),
            &CeremonyOptions::default(),
        );
        hexadecimal(&hash.unwrap())
    }

    /// Contributes; the contribution's hash in hexadecimal.
    pub(crate) fn contribute(&self, from: &str, to: &str, name: &str) -> String {
        let name = ContributionName::new(name).unwrap();
        let out = (&*self.at(to), ExistingFile::Keep);
        let hash =
            contribute(&self.key(from), out, (Some(name), "typed"), &mut OsRng, &CeremonyOptions::default());
        hexadecimal(&hash.unwrap())
    }

    /// Applies the beacon of all tests.
    pub(crate) fn beacon(&self, from: &str, to: &str, source: &str) -> String {
        let source = ContributionName::new(source).unwrap();
        let out = (&*self.at(to), ExistingFile::Keep);
        let hash = apply_beacon(&self.key(from), out, (&test_beacon(), source), &CeremonyOptions::default());
        hexadecimal(&hash.unwrap())
    }

    /// Verifies a key.
    pub(crate) fn verify(
        &self,
        ptau: &str,
        key: &str,
        policy: &CeremonyPolicy,
    ) -> Result<VerifiedKey, VerifyKeyError> {
        let circuit = self.bytes("circuit.r1cs");
        let circuit = R1csView::open(&circuit).unwrap();
        let options = CeremonyOptions::default();
        verify_key(circuit, &self.ptau(ptau), &self.key(key), (policy, &mut OsRng), &options)
    }
}

/// The beacon of all tests: ten is the least exponent.
pub(crate) fn test_beacon() -> Beacon {
    let value = (0..BEACON.len()).step_by(2).map(|at| u8::from_str_radix(&BEACON[at..at + 2], 16).unwrap());
    Beacon::new(value.collect(), 10).unwrap()
}

/// Bytes in hexadecimal digits.
pub(crate) fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
