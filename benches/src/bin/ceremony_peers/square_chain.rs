//! Circuits to measure with.

use core::error::Error;
use std::fs::File;
use std::io::BufWriter;
use std::path::Path;

use workproof_circuits::r1cs::R1cs;
use workproof_circuits::{Circuit, GoldCircuit, RelayCircuit};
use workproof_protocol::Fr;
use workproof_prover::circom_files::write_r1cs;

/// `(x_i + 5 x_(i-1)) (x_i - 7) = x_(i+1)`, so many times, with the last value public. Returns the power of its domain.
pub(crate) fn write(path: &Path, rows: u32) -> Result<u32, Box<dyn Error>> {
    let one = Fr::from(1_u8);
    let mut r1cs = R1cs::default();
    // the constant, the public last value, two first values, and one for each row but the last
    (r1cs.public_inputs, r1cs.variables) = (1, usize::try_from(rows)?.saturating_add(3));
    for row in 0..rows {
        let (before, now) = (row + 2, row + 3);
        let next = if row + 1 == rows { 1 } else { row + 4 };
        r1cs.a.push_terms(vec![(before, Fr::from(5_u8)), (now, one)]);
        r1cs.b.push_terms(vec![(0, -Fr::from(7_u8)), (now, one)]);
        r1cs.c.push_terms(vec![(next, one)]);
    }
    finish(path, &r1cs)
}

/// One of workproof's.
pub(crate) fn export(name: &str, path: &Path) -> Result<u32, Box<dyn Error>> {
    let relay = RelayCircuit::all().into_iter().find(|circuit| circuit.name() == name);
    let gold = GoldCircuit::all().into_iter().find(|circuit| circuit.name() == name);
    let shape = match (relay, gold) {
        (Some(circuit), _) => circuit.r1cs()?,
        (None, Some(circuit)) => circuit.r1cs()?,
        (None, None) => return Err(format!("there is no circuit {name}").into()),
    };
    finish(path, &shape)
}

fn finish(path: &Path, r1cs: &R1cs) -> Result<u32, Box<dyn Error>> {
    write_r1cs(&mut BufWriter::new(File::create(path)?), r1cs)?;
    Ok(r1cs.log_domain())
}
