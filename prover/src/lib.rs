#![doc = include_str!("../README.md")]

extern crate alloc;

/// The example in the repository's README compiles too.
#[cfg(doctest)]
#[doc = include_str!("../../README.md")]
struct RepositoryReadme;

mod assignment_prover;
mod cancel_token;
mod checked_marker;
pub mod circom_files;
pub mod engine;
mod estimated_memory;
mod key_store;
mod keyed_backend;
mod mapped_file;
mod progress;
mod prove_error;
mod prove_options;
mod prover;
mod proving_key;
pub mod sample_claims;
pub mod setup;
mod table_file;
mod whole_file;
pub mod zkey;

pub use assignment_prover::AssignmentProver;
pub use cancel_token::{CancelToken, Cancelled};
#[cfg(feature = "task-trace")]
pub use engine::trace as task_trace;
pub use engine::{
    Backend, CpuBackend, EngineError, KeyTable, Levels, LoadedKey, Pages, Plain, ProofScalars, ProofSums,
};
pub use estimated_memory::estimated_memory;
pub use key_store::{KeyStore, KeyStoreError};
pub use mapped_file::MappedFile;
pub use progress::{Phase, Progress, ProgressSink};
pub use prove_error::{ProveError, ProverError};
pub use prove_options::ProveOptions;
pub use prover::Prover;
pub use proving_key::{OpenOptions, ProvingKey, ProvingKeyError};
pub use setup::{SetupError, SetupOptions, unsafe_development_setup};
pub use table_file::{TableError, TableFile, TableOptions, make_table};
pub use zkey::{ZkeyError, ZkeyFile};
