//! A proving key on disk, mapped into memory, with the verifying key that goes with it.

use std::path::{Path, PathBuf};

use blake2::{Blake2b512, Digest};
use thiserror::Error;
use workproof_verifier::{
    CircuitId, DevelopmentVerifyingKey, ForeignVerifyingKey, KeyError, PreparedForeignKey,
    PreparedVerifyingKey, VerifyingKey,
};

use crate::cancel_token::CancelToken;
use crate::checked_marker::CheckedMarker;
use crate::mapped_file::MappedFile;
use crate::progress::{Phase, ProgressSink, Reporter};
use crate::zkey::{Invalid, Zkey, ZkeyError, ZkeyIndex};

/// Why a proving key was not opened.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum ProvingKeyError {
    /// The file is not a proving key, or a damaged one.
    #[error("{} is refused: {source}", path.display())]
    Zkey {
        /// The file.
        path: PathBuf,
        /// What is wrong with it.
        source: ZkeyError,
    },
    /// The verifying key inside is refused: a development key where none was asked for, or a dangerous one.
    #[error("{} is refused: {source}", path.display())]
    VerifyingKey {
        /// The file.
        path: PathBuf,
        /// What is wrong with the verifying key.
        source: KeyError,
    },
    /// The file does not say which circuit it belongs to.
    #[error(
        "{} does not say which circuit it belongs to; open it for a named circuit, or as a foreign key",
        path.display()
    )]
    Unnamed {
        /// The file.
        path: PathBuf,
    },
    /// The file says that it belongs to another circuit than the one asked for, or to another version of it.
    #[error("{} is a key for another circuit: {}, of digest {}", path.display(), found.name(), found.digest())]
    OtherCircuit {
        /// The file.
        path: PathBuf,
        /// The circuit that it names.
        found: Box<CircuitId>,
    },
    /// Somebody cancelled.
    #[error("cancelled")]
    Cancelled,
}

/// What a key is trusted to be, decided by whoever opens it.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Role {
    /// A key of a workproof circuit, from a ceremony.
    Ceremony,
    /// The same, for a file that does not name its circuit.
    CeremonyOf(CircuitId),
    /// A development key.
    Development,
    /// A key of any circom circuit.
    Foreign,
    /// The same, whatever the key lint says.
    ForeignUnlinted,
}

/// The verifying key inside a proving key.
#[derive(Debug)]
enum Verifying {
    Ceremony(VerifyingKey, PreparedVerifyingKey),
    Development(DevelopmentVerifyingKey, PreparedVerifyingKey),
    Foreign(ForeignVerifyingKey, PreparedForeignKey),
}

/// How to open a key.
#[derive(Clone, Default)]
#[non_exhaustive]
pub struct OpenOptions<'a> {
    /// Where progress of the first opening's long checks is reported.
    pub progress: Option<ProgressSink<'a>>,
    /// What ends them early.
    pub cancel: CancelToken,
    /// Make the long checks even if a note says that they were made.
    pub check_again: bool,
}

impl core::fmt::Debug for OpenOptions<'_> {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.debug_struct("OpenOptions").field("check_again", &self.check_again).finish_non_exhaustive()
    }
}

/// A proving key: a `.zkey` file, mapped into memory and used in place. Share it between provers in an `Arc`.
///
/// The first opening of a file checks every point, which takes seconds for a large key, and leaves a note beside the
/// file (`<file>.checked`); later openings take milliseconds. The file must not be changed in place while it is open:
/// replace it by renaming another over it.
#[derive(Debug)]
pub struct ProvingKey {
    path: PathBuf,
    file: MappedFile,
    index: ZkeyIndex,
    verifying: Verifying,
    digest: [u8; 64],
}

impl ProvingKey {
    /// Opens a key that came out of a ceremony and names its circuit.
    ///
    /// # Errors
    /// [`ProvingKeyError`]. A development key is refused: see [`ProvingKey::insecure_open_development`].
    pub fn open(path: &Path, options: &OpenOptions<'_>) -> Result<Self, ProvingKeyError> {
        Self::open_as(path, Role::Ceremony, options)
    }

    /// Opens a key that came out of a ceremony, for a circuit that the caller names: files written by snarkjs do not
    /// say which circuit they belong to.
    ///
    /// # Errors
    /// [`ProvingKeyError`].
    pub fn open_for_circuit(
        path: &Path,
        circuit: CircuitId,
        options: &OpenOptions<'_>,
    ) -> Result<Self, ProvingKeyError> {
        Self::open_as(path, Role::CeremonyOf(circuit), options)
    }

    /// Opens a development key, and nothing else.
    ///
    /// # Security
    /// Anyone can forge proofs for such a key.
    ///
    /// # Errors
    /// [`ProvingKeyError`].
    pub fn insecure_open_development(
        path: &Path,
        options: &OpenOptions<'_>,
    ) -> Result<Self, ProvingKeyError> {
        Self::open_as(path, Role::Development, options)
    }

    /// Opens a key of any circom circuit, for an [`AssignmentProver`](crate::AssignmentProver).
    ///
    /// # Errors
    /// [`ProvingKeyError`]; the key lint applies.
    pub fn open_foreign(path: &Path, options: &OpenOptions<'_>) -> Result<Self, ProvingKeyError> {
        Self::open_as(path, Role::Foreign, options)
    }

    /// Opens a key of any circom circuit whatever the key lint says: for measurements with keys that saw no ceremony.
    ///
    /// # Security
    /// Proofs under such a key may prove nothing.
    ///
    /// # Errors
    /// [`ProvingKeyError`].
    pub fn insecure_open_foreign_unlinted(
        path: &Path,
        options: &OpenOptions<'_>,
    ) -> Result<Self, ProvingKeyError> {
        Self::open_as(path, Role::ForeignUnlinted, options)
    }

    fn open_as(path: &Path, role: Role, options: &OpenOptions<'_>) -> Result<Self, ProvingKeyError> {
        let zkey = |source: ZkeyError| ProvingKeyError::Zkey { path: path.to_path_buf(), source };
        let file = MappedFile::open(path).map_err(|error| zkey(error.into()))?;
        let index = ZkeyIndex::read(file.bytes()).map_err(zkey)?;
        let verifying = verifying_key(path, index.with_bytes(file.bytes()), role)?;
        let noted = if options.check_again { None } else { CheckedMarker::recorded(path) };
        let digest = match noted {
            Some(digest) => digest,
            None => check_whole_file(path, index.with_bytes(file.bytes()), file.bytes(), options)?,
        };
        Ok(Self { path: path.to_path_buf(), file, index, verifying, digest })
    }

    /// The file.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The key's sections in place.
    #[must_use]
    pub fn zkey(&self) -> Zkey<'_> {
        self.index.with_bytes(self.file.bytes())
    }

    /// BLAKE2b-512 of the file, as of the opening that checked it.
    #[must_use]
    pub const fn file_digest(&self) -> &[u8; 64] {
        &self.digest
    }

    /// The size of the file in bytes.
    #[must_use]
    pub fn file_bytes(&self) -> u64 {
        u64::try_from(self.file.bytes().len()).unwrap_or(u64::MAX)
    }

    /// The circuit that the key belongs to; `None` for a foreign key.
    #[must_use]
    pub const fn circuit(&self) -> Option<&CircuitId> {
        match &self.verifying {
            Verifying::Ceremony(key, _) => Some(key.circuit()),
            Verifying::Development(key, _) => Some(key.circuit()),
            Verifying::Foreign(..) => None,
        }
    }

    /// Whether this is a development key, for which anyone can forge proofs.
    #[must_use]
    pub const fn is_development(&self) -> bool {
        matches!(self.verifying, Verifying::Development(..))
    }

    /// The verifying key, if the key was opened as one from a ceremony.
    #[must_use]
    pub const fn verifying_key(&self) -> Option<&VerifyingKey> {
        match &self.verifying {
            Verifying::Ceremony(key, _) => Some(key),
            _ => None,
        }
    }

    /// The verifying key, if the key was opened as a development key.
    #[must_use]
    pub const fn development_verifying_key(&self) -> Option<&DevelopmentVerifyingKey> {
        match &self.verifying {
            Verifying::Development(key, _) => Some(key),
            _ => None,
        }
    }

    /// The verifying key, if the key was opened as a foreign key.
    #[must_use]
    pub const fn foreign_verifying_key(&self) -> Option<&ForeignVerifyingKey> {
        match &self.verifying {
            Verifying::Foreign(key, _) => Some(key),
            _ => None,
        }
    }

    /// The verifying key ready for checks; `None` for a foreign key. For a development key it says that it is one
    /// ([`PreparedVerifyingKey::is_development`]).
    #[must_use]
    pub const fn prepared_verifying_key(&self) -> Option<&PreparedVerifyingKey> {
        match &self.verifying {
            Verifying::Ceremony(_, prepared) | Verifying::Development(_, prepared) => Some(prepared),
            Verifying::Foreign(..) => None,
        }
    }

    pub(crate) const fn prepared_foreign_key(&self) -> Option<&PreparedForeignKey> {
        match &self.verifying {
            Verifying::Foreign(_, prepared) => Some(prepared),
            _ => None,
        }
    }
}

fn verifying_key(path: &Path, zkey: Zkey<'_>, role: Role) -> Result<Verifying, ProvingKeyError> {
    let refused = |source: KeyError| ProvingKeyError::VerifyingKey { path: path.to_path_buf(), source };
    let points = zkey.verifying_key_points();
    let named = || match zkey.metadata() {
        Some(metadata) => Ok(metadata.circuit.clone()),
        None => Err(ProvingKeyError::Unnamed { path: path.to_path_buf() }),
    };
    Ok(match role {
        Role::Ceremony => {
            let key = VerifyingKey::new(named()?, points).map_err(refused)?;
            let prepared = key.prepare();
            Verifying::Ceremony(key, prepared)
        }
        Role::CeremonyOf(circuit) => {
            if let Some(found) = zkey.metadata().map(|metadata| &metadata.circuit)
                && *found != circuit
            {
                let (path, found) = (path.to_path_buf(), Box::new(found.clone()));
                return Err(ProvingKeyError::OtherCircuit { path, found });
            }
            let key = VerifyingKey::new(circuit, points).map_err(refused)?;
            let prepared = key.prepare();
            Verifying::Ceremony(key, prepared)
        }
        Role::Development => {
            let key = DevelopmentVerifyingKey::insecure_new(named()?, points).map_err(refused)?;
            let prepared = key.insecure_prepare();
            Verifying::Development(key, prepared)
        }
        Role::Foreign => {
            let key = ForeignVerifyingKey::new(points).map_err(refused)?;
            let prepared = key.prepare();
            Verifying::Foreign(key, prepared)
        }
        Role::ForeignUnlinted => {
            let key = ForeignVerifyingKey::insecure_unlinted(points).map_err(refused)?;
            let prepared = key.prepare();
            Verifying::Foreign(key, prepared)
        }
    })
}

/// The long checks, with the digest of the file beside them, and the note that they were made.
fn check_whole_file(
    path: &Path,
    zkey: Zkey<'_>,
    bytes: &[u8],
    options: &OpenOptions<'_>,
) -> Result<[u8; 64], ProvingKeyError> {
    let reporter = Reporter(options.progress);
    reporter.report(Phase::KeyCheck, 0, 1);
    // taken before the checks: a change during them makes the note useless rather than wrong
    let before = CheckedMarker::of(path);
    let (valid, digest) =
        rayon::join(|| zkey.validate(&options.cancel), || <[u8; 64]>::from(Blake2b512::digest(bytes)));
    match valid {
        Err(Invalid::Cancelled) => return Err(ProvingKeyError::Cancelled),
        Err(Invalid::Refused(source)) => {
            return Err(ProvingKeyError::Zkey { path: path.to_path_buf(), source });
        }
        Ok(()) => {}
    }
    if before.is_some() && before == CheckedMarker::of(path) {
        CheckedMarker::record(path, digest);
    }
    reporter.report(Phase::KeyCheck, 1, 1);
    Ok(digest)
}
