#![doc = include_str!("../README.md")]

extern crate alloc;

/// The example in the repository's README compiles too.
#[cfg(doctest)]
#[doc = include_str!("../../README.md")]
struct RepositoryReadme;

mod cancel_token;
mod checked_marker;
pub mod circom_files;
pub mod engine;
mod estimated_memory;
mod key_store;
mod mapped_file;
mod progress;
mod prove_error;
mod prove_options;
mod prover;
mod proving_key;
pub mod sample_claims;
pub mod setup;
pub mod zkey;

pub use cancel_token::{CancelToken, Cancelled};
#[cfg(feature = "task-trace")]
pub use engine::trace as task_trace;
pub use engine::{Backend, CpuBackend, EngineError, LoadedKey, Pages, Plain, ProofScalars, ProofSums};
pub use estimated_memory::estimated_memory;
pub use key_store::{KeyStore, KeyStoreError};
pub use mapped_file::MappedFile;
pub use progress::{Phase, Progress, ProgressSink};
pub use prove_error::{ProveError, ProverError};
pub use prove_options::ProveOptions;
pub use prover::{Prover, prove_assignment};
pub use proving_key::{OpenOptions, ProvingKey, ProvingKeyError};
pub use setup::{SetupError, SetupOptions, unsafe_development_setup};
pub use zkey::{ZkeyError, ZkeyFile};
