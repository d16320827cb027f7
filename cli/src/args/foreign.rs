//! Keys, witnesses and proofs of any circom circuit, in snarkjs' files.

use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};

use clap::Args;

/// A key and a witness of any circom circuit, and where its proof goes.
#[derive(Debug, Args)]
#[command(next_help_heading = "Any circom circuit")]
pub(crate) struct ProveForeign {
    /// A Groth16 key of any circom circuit, as snarkjs makes it (.zkey).
    #[arg(long, value_name = "FILE", required = true)]
    pub(crate) zkey: Option<PathBuf>,
    /// The witness (.wtns).
    #[arg(long, value_name = "FILE", required = true)]
    pub(crate) wtns: Option<PathBuf>,
    /// The file for the proof, in snarkjs' JSON.
    #[arg(long, value_name = "FILE", required = true)]
    pub(crate) out: Option<PathBuf>,
    /// The file for the public values, in snarkjs' JSON.
    #[arg(long, value_name = "FILE", required = true)]
    pub(crate) public: Option<PathBuf>,
    /// The circuit (.r1cs), which the key does not hold: a witness that does not satisfy it is refused before any work,
    /// by its row.
    #[arg(long, value_name = "FILE")]
    pub(crate) r1cs: Option<PathBuf>,
    /// The key is a DEVELOPMENT key of ours. Anyone can forge proofs for it.
    #[arg(long)]
    pub(crate) development_key: bool,
    /// Replace files that exist.
    #[arg(long)]
    pub(crate) force: bool,
    /// Threads to use [default: all].
    #[arg(long, value_name = "NUMBER")]
    pub(crate) threads: Option<NonZeroUsize>,
}

/// The files of a [`ProveForeign`] that must be there.
#[derive(Clone, Copy, Debug)]
pub(crate) struct ForeignFiles<'a> {
    pub(crate) zkey: &'a Path,
    pub(crate) wtns: &'a Path,
    pub(crate) out: &'a Path,
    pub(crate) public: &'a Path,
}

impl ProveForeign {
    /// All four files; `None` where a fact is proven instead.
    pub(crate) fn files(&self) -> Option<ForeignFiles<'_>> {
        Some(ForeignFiles {
            zkey: self.zkey.as_deref()?,
            wtns: self.wtns.as_deref()?,
            out: self.out.as_deref()?,
            public: self.public.as_deref()?,
        })
    }

    /// Whether any option about a foreign circuit is given.
    pub(crate) const fn is_given(&self) -> bool {
        self.zkey.is_some()
            || self.wtns.is_some()
            || self.out.is_some()
            || self.public.is_some()
            || self.r1cs.is_some()
            || self.development_key
            || self.force
            || self.threads.is_some()
    }
}

/// A proof of any circom circuit, in the place of a claim.
#[derive(Debug, Args)]
#[command(next_help_heading = "Any circom circuit")]
pub(crate) struct VerifyForeign {
    /// A proof in snarkjs' JSON, in the place of a claim; the key is snarkjs' too. No expectations: the public values
    /// mean what the circuit says.
    #[arg(long, value_name = "FILE", requires_all = ["public", "key"], conflicts_with_all = ["claim", "Expectations"])]
    pub(crate) proof: Option<PathBuf>,
    /// The public values, in snarkjs' JSON.
    #[arg(long, value_name = "FILE", requires = "proof")]
    pub(crate) public: Option<PathBuf>,
}
