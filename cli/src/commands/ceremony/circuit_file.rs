//! The circuit of a ceremony: one of ours, or any in a file.

use std::path::{Path, PathBuf};

use workproof_prover::MappedFile;
use workproof_prover::circom_files::{R1csView, write_r1cs};

use super::CeremonyError;
use crate::args::CircuitSource;
use crate::circuit_choice::AnyCircuit;

/// The bytes of a circuit.
pub(super) enum CircuitFile {
    /// One of ours, as `circuits export` writes it.
    Written(Vec<u8>),
    /// A file.
    Mapped(PathBuf, MappedFile),
}

impl CircuitFile {
    /// Finds the circuit.
    pub(super) fn open(source: &CircuitSource) -> Result<Self, CeremonyError> {
        match (&source.circuit, &source.r1cs) {
            (_, Some(path)) => {
                let failed = |source| CeremonyError::CircuitFile { path: path.clone(), source };
                Ok(Self::Mapped(path.clone(), MappedFile::open(path).map_err(failed)?))
            }
            (name, None) => {
                let circuit = AnyCircuit::by_name(name.as_deref().unwrap_or_default())?;
                let shape = circuit.r1cs().map_err(CeremonyError::Synthesis)?;
                let mut bytes = Vec::new();
                // memory takes all bytes, and our circuits fit the format
                write_r1cs(&mut bytes, &shape).unwrap_or_default();
                Ok(Self::Written(bytes))
            }
        }
    }

    /// The bytes.
    pub(super) fn bytes(&self) -> &[u8] {
        match self {
            Self::Written(bytes) => bytes,
            Self::Mapped(_, file) => file.bytes(),
        }
    }

    /// The circuit.
    pub(super) fn view(&self) -> Result<R1csView<'_>, CeremonyError> {
        let path = match self {
            Self::Written(_) => Path::new("the circuit"),
            Self::Mapped(path, _) => path,
        };
        R1csView::open(self.bytes())
            .map_err(|source| CeremonyError::Circuit { path: path.to_path_buf(), source })
    }
}
