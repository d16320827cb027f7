//! Why a file could not be read or written.

use std::io;
use std::path::{Path, PathBuf};

use thiserror::Error;
use workproof_protocol::gold::LabelSetError;
use workproof_protocol::lean_imt::LeanImtImportError;
use workproof_protocol::{AttesterTreeError, DecodeError, PrivateKeyError};
use workproof_prover::circom_files::{R1csReadError, WtnsError};
use workproof_verifier::ProofError;

/// Why a file could not be read or written. Each names the file.
#[derive(Debug, Error)]
pub(crate) enum FileError {
    /// The file cannot be read.
    #[error("cannot read {path}")]
    Read {
        path: PathBuf,
        #[source]
        source: io::Error,
    },
    /// The file cannot be written.
    #[error("cannot write {path}")]
    Write {
        path: PathBuf,
        #[source]
        source: io::Error,
    },
    /// The file is there already.
    #[error("{path} exists already; name another file, or replace it with --force")]
    Exists { path: PathBuf },
    /// The file is larger than anything it could be.
    #[error("{path} has more than {limit} bytes, too many for {what}; is it the right file?")]
    TooLarge { path: PathBuf, what: &'static str, limit: u64 },
    /// The file is not JSON, or JSON of another shape.
    #[error("{path} is not {what}")]
    Json {
        path: PathBuf,
        what: &'static str,
        #[source]
        source: serde_json::Error,
    },
    /// The content cannot be written as JSON.
    #[error("cannot write {path} as JSON")]
    Serialize {
        path: PathBuf,
        #[source]
        source: serde_json::Error,
    },
    /// A private key in the file is none.
    #[error("{path} holds no usable private key")]
    PrivateKey {
        path: PathBuf,
        #[source]
        source: PrivateKeyError,
    },
    /// The public values beside a private key are another key's.
    #[error("{path} was altered: its public part belongs to another private key than the one in it")]
    PublicPart { path: PathBuf },
    /// The file is not text.
    #[error("{path} is not {what}: it is not UTF-8 text")]
    Text { path: PathBuf, what: &'static str },
    /// The attesters in the file make no registry.
    #[error("{path} is not a registry of attesters")]
    Attesters {
        path: PathBuf,
        #[source]
        source: AttesterTreeError,
    },
    /// The ids in the file make no registry.
    #[error("{path} is not a registry of contributors")]
    Registry {
        path: PathBuf,
        #[source]
        source: LeanImtImportError,
    },
    /// Labels with their salt are malformed.
    #[error("{path} opens no commitment")]
    Labels {
        path: PathBuf,
        #[source]
        source: LabelSetError,
    },
    /// A label does not fit a byte.
    #[error("{path}: label {label} of item {item} is out of range; labels are 1 to 255, and 0 means none")]
    Label { path: PathBuf, item: usize, label: i64 },
    /// The file is not a witness.
    #[error("{path} is not a witness (.wtns)")]
    Witness {
        path: PathBuf,
        #[source]
        source: WtnsError,
    },
    /// The file is not a circuit.
    #[error("{path} is not a circuit (.r1cs)")]
    Circuit {
        path: PathBuf,
        #[source]
        source: R1csReadError,
    },
    /// The file is not a proof of snarkjs.
    #[error("{path} is not a snarkjs proof")]
    Proof {
        path: PathBuf,
        #[source]
        source: ProofError,
    },
    /// A public value is malformed.
    #[error("{path}: public value {index} is refused")]
    PublicValue {
        path: PathBuf,
        index: usize,
        #[source]
        source: DecodeError,
    },
}

impl FileError {
    /// Wraps an error of reading.
    pub(super) fn read(path: &Path) -> impl FnOnce(io::Error) -> Self {
        let path = path.to_path_buf();
        move |source| Self::Read { path, source }
    }

    /// Wraps a refused set of labels.
    pub(super) fn labels(path: &Path) -> impl FnOnce(LabelSetError) -> Self {
        let path = path.to_path_buf();
        move |source| Self::Labels { path, source }
    }

    /// Wraps an error of writing; a file that is in the way is named as that.
    pub(super) fn write(path: &Path) -> impl FnOnce(io::Error) -> Self {
        let path = path.to_path_buf();
        move |source| match source.kind() {
            io::ErrorKind::AlreadyExists => Self::Exists { path },
            _ => Self::Write { path, source },
        }
    }
}
