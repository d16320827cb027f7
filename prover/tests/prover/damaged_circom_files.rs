//! A circuit and a witness in circom's files, cut at every length and with every byte changed in four ways: refused, or another
//! value that is read again as it is written. Nothing panics (C1 to C3).

use workproof_circuits::Circuit;
use workproof_prover::circom_files::{read_r1cs, read_wtns, write_r1cs, write_wtns};

use crate::power_circuit::PowerCircuit;

const MASKS: [u8; 4] = [0x01, 0x80, 0x20, 0xff];

fn damage(bytes: &[u8], decode: impl Fn(&[u8]) -> Option<Vec<u8>>) {
    assert_eq!(decode(bytes).as_deref(), Some(bytes), "the file itself");
    for end in 0..bytes.len() {
        assert_eq!(decode(&bytes[..end]), None, "the first {end} bytes");
    }
    for position in 0..bytes.len() {
        for mask in MASKS {
            let mut changed = bytes.to_vec();
            changed[position] ^= mask;
            if let Some(written) = decode(&changed) {
                assert_eq!(decode(&written), Some(written), "byte {position}, mask {mask:#04x}");
            }
        }
    }
}

#[test]
fn damaged_circuits_are_refused_or_read_again_as_written_c1_c2() {
    let mut bytes = Vec::new();
    write_r1cs(&mut bytes, &PowerCircuit::new(6).r1cs().unwrap()).unwrap();
    damage(&bytes, |bytes| {
        let mut written = Vec::new();
        write_r1cs(&mut written, &read_r1cs(bytes).ok()?).ok()?;
        Some(written)
    });
}

#[test]
fn damaged_witnesses_are_refused_or_written_as_they_are_c1_c2_c3() {
    let circuit = PowerCircuit::new(6);
    let (statement, witness) = circuit.instance(5);
    let mut bytes = Vec::new();
    write_wtns(&mut bytes, &circuit.assignment(&statement, &witness).unwrap()).unwrap();
    damage(&bytes, |bytes| {
        let mut written = Vec::new();
        write_wtns(&mut written, &read_wtns(bytes).ok()?).ok()?;
        Some(written)
    });
}
