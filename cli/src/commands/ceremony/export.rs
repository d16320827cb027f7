//! `ceremony export-vk`.

use std::fmt;
use std::path::PathBuf;

use serde::Serialize;
use workproof_verifier::{CircuitDigest, CircuitId, CircuitName, ForeignVerifyingKey, VerifyingKey};

use super::{CeremonyError, open_key};
use crate::args::CeremonyExport;
use crate::circuit_choice::AnyCircuit;
use crate::files::{Existing, require_free, write_public};
use crate::session::Session;

#[derive(Serialize)]
struct ExportReport {
    snarkjs: Option<PathBuf>,
    vkey: Option<PathBuf>,
    key_id: Option<String>,
}

impl fmt::Display for ExportReport {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        for path in [&self.snarkjs, &self.vkey].into_iter().flatten() {
            writeln!(formatter, "{}", path.display())?;
        }
        if let Some(key_id) = &self.key_id {
            writeln!(formatter, "key id  {key_id}")?;
        }
        Ok(())
    }
}

/// Writes the verifying key inside a key, unless the lint refuses it.
pub(super) fn export(args: &CeremonyExport, session: &Session) -> Result<(), CeremonyError> {
    let written = Existing::from_force(args.force);
    for path in [&args.snarkjs, &args.vkey].into_iter().flatten() {
        require_free(path, written)?;
    }
    let refused = |source| CeremonyError::VerifyingKey { path: args.key.clone(), source };
    let points = open_key(&args.key)?.zkey().verifying_key_points();
    let key = ForeignVerifyingKey::new(points.clone()).map_err(refused)?;
    let mut key_id = None;
    if let (Some(path), Some(name)) = (&args.vkey, &args.circuit) {
        let circuit = AnyCircuit::by_name(name)?;
        let digest = CircuitDigest::new(circuit.r1cs().map_err(CeremonyError::Synthesis)?.digest());
        let own =
            VerifyingKey::new(CircuitId::new(CircuitName::new(name)?, digest), points).map_err(refused)?;
        key_id = Some(own.key_id().to_string());
        write_public(path, &own.to_bytes(), written)?;
    }
    if let Some(path) = &args.snarkjs {
        write_public(path, format!("{}\n", key.to_snarkjs_json()).as_bytes(), written)?;
    }
    session.output.result(&ExportReport { snarkjs: args.snarkjs.clone(), vkey: args.vkey.clone(), key_id });
    Ok(())
}
