//! The registry of attesters.

use std::path::PathBuf;

use clap::{Args, Subcommand};
use workproof_protocol::Fr;

use super::values::field;

/// The registry of attesters.
#[derive(Debug, Subcommand)]
pub(crate) enum AttestersCommand {
    /// Enrol an attester; begins the file if there is none.
    Add(AttestersAdd),
    /// Remove an attester; the place stays empty, the others keep theirs.
    Remove(AttestersRemove),
    /// Print the root.
    Root {
        /// The registry's file.
        #[arg(long, value_name = "FILE")]
        file: PathBuf,
    },
    /// Print the path of an attester.
    Path(AttestersPath),
}

/// Whom to enrol.
#[derive(Debug, Args)]
pub(crate) struct AttestersAdd {
    /// The registry's file.
    #[arg(long, value_name = "FILE")]
    pub(crate) file: PathBuf,
    #[command(flatten)]
    pub(crate) attester: AttesterChoice,
    /// The most units that a voucher of this attester may count.
    #[arg(long, value_name = "UNITS")]
    pub(crate) cap: u64,
}

/// An attester: their key file, or their public key.
#[derive(Debug, Args)]
#[group(required = true, multiple = true)]
pub(crate) struct AttesterChoice {
    /// The attester's key file (only its public part is used).
    #[arg(long, value_name = "FILE", conflicts_with_all = ["x", "y"])]
    pub(crate) key: Option<PathBuf>,
    /// The first coordinate of the attester's public key.
    #[arg(long, value_name = "DECIMAL", value_parser = field, requires = "y")]
    pub(crate) x: Option<Fr>,
    /// The second coordinate of the attester's public key.
    #[arg(long, value_name = "DECIMAL", value_parser = field, requires = "x")]
    pub(crate) y: Option<Fr>,
}

/// Whom to remove.
#[derive(Debug, Args)]
pub(crate) struct AttestersRemove {
    /// The registry's file.
    #[arg(long, value_name = "FILE")]
    pub(crate) file: PathBuf,
    /// The attester's place.
    #[arg(long, value_name = "NUMBER")]
    pub(crate) index: u32,
}

/// Whose path to print.
#[derive(Debug, Args)]
pub(crate) struct AttestersPath {
    /// The registry's file.
    #[arg(long, value_name = "FILE")]
    pub(crate) file: PathBuf,
    /// The attester's place.
    #[arg(long, value_name = "NUMBER")]
    pub(crate) index: u32,
}
