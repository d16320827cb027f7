//! Prints the counts and digests of all circuits as JSON: what `pins.json` holds.

use workproof_circuits::{Circuit, GoldCircuit, RelayCircuit};

fn main() -> Result<(), Box<dyn core::error::Error>> {
    std::io::Write::write_all(&mut std::io::stdout().lock(), pins()?.as_bytes())?;
    Ok(())
}

/// The whole file.
pub(crate) fn pins() -> Result<String, Box<dyn core::error::Error>> {
    let mut rows = Vec::new();
    for circuit in RelayCircuit::all() {
        rows.push(row(&circuit)?);
    }
    for circuit in GoldCircuit::all() {
        rows.push(row(&circuit)?);
    }
    Ok(format!("[\n{}\n]\n", rows.join(",\n")))
}

fn row(circuit: &impl Circuit) -> Result<String, Box<dyn core::error::Error>> {
    let shape = circuit.r1cs()?;
    let [a, b, c] = shape.nonzeros();
    let digest: String = shape.digest().iter().map(|byte| format!("{byte:02x}")).collect();
    Ok(format!(
        "  {{ \"name\": \"{}\", \"capacity\": {}, \"public_inputs\": {}, \"constraints\": {}, \"variables\": {}, \"variables_in_b\": {}, \"domain\": {}, \"nonzeros\": {{ \"a\": {a}, \"b\": {b}, \"c\": {c} }}, \"digest\": \"{digest}\" }}",
        circuit.name(),
        circuit.capacity(),
        shape.public_inputs,
        shape.constraints(),
        shape.variables,
        shape.variables_in_b(),
        1u64 << shape.log_domain(),
    ))
}
