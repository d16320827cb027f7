//! A key ceremony.

use std::path::PathBuf;

use clap::{Args, Subcommand};

/// A key ceremony, step by step. Files are snarkjs': participants may use either program.
#[derive(Debug, Subcommand)]
pub(crate) enum CeremonyCommand {
    /// Begin: make the key that the first contributor starts from.
    New(CeremonyNew),
    /// Contribute: multiply the key by a secret that is forgotten at once.
    Contribute(CeremonyContribute),
    /// End: apply a public random value that nobody could foresee.
    Beacon(CeremonyBeacon),
    /// Verify a key against its circuit and phase 1.
    Verify(CeremonyVerify),
    /// Write the verifying key that is inside a key.
    ExportVk(CeremonyExport),
    /// Write the text that a contributor signs to say that a contribution is theirs.
    Attestation(CeremonyAttestation),
    /// List the contributions of a key, with names and hashes, without verifying them.
    Inspect(CeremonyInspect),
}

/// The circuit.
#[derive(Clone, Debug, Args)]
#[group(id = "circuit_source", required = true, multiple = false)]
pub(crate) struct CircuitSource {
    /// A circuit of workproof's, such as relay-10.
    #[arg(long, value_name = "NAME")]
    pub(crate) circuit: Option<String>,
    /// Any circom circuit (.r1cs).
    #[arg(long, value_name = "FILE")]
    pub(crate) r1cs: Option<PathBuf>,
}

/// What a key begins with.
#[derive(Debug, Args)]
pub(crate) struct CeremonyNew {
    /// The new key (.zkey).
    #[arg(value_name = "OUT")]
    pub(crate) out: PathBuf,
    #[command(flatten)]
    pub(crate) source: CircuitSource,
    /// Powers of tau (.ptau), prepared for phase 2 or not.
    #[arg(long, value_name = "FILE")]
    pub(crate) ptau: PathBuf,
    /// Replace the key if it exists.
    #[arg(long)]
    pub(crate) force: bool,
}

/// A contribution.
#[derive(Debug, Args)]
pub(crate) struct CeremonyContribute {
    /// The key of the contributor before you (.zkey).
    #[arg(value_name = "IN")]
    pub(crate) key: PathBuf,
    /// The new key (.zkey).
    #[arg(value_name = "OUT")]
    pub(crate) out: PathBuf,
    /// Your name, for all to see.
    #[arg(long, value_name = "NAME")]
    pub(crate) name: String,
    /// Mix a line from standard input into the secret, besides the system's randomness: type anything.
    #[arg(long)]
    pub(crate) typed_entropy: bool,
    /// Replace the new key if it exists.
    #[arg(long)]
    pub(crate) force: bool,
}

/// A beacon.
#[derive(Debug, Args)]
pub(crate) struct CeremonyBeacon {
    /// The key of the last contributor (.zkey).
    #[arg(value_name = "IN")]
    pub(crate) key: PathBuf,
    /// The final key (.zkey).
    #[arg(value_name = "OUT")]
    pub(crate) out: PathBuf,
    /// The value, in hexadecimal digits: the hash of a block, or of a beacon's round, announced beforehand.
    #[arg(long, value_name = "HEXADECIMAL")]
    pub(crate) value: String,
    /// Where the value comes from, such as "drand quicknet round 20000000".
    #[arg(long, value_name = "TEXT")]
    pub(crate) source: String,
    /// The value is hashed 2^NUMBER times.
    #[arg(long, value_name = "NUMBER", default_value_t = 10)]
    pub(crate) exponent: u8,
    /// Replace the new key if it exists.
    #[arg(long)]
    pub(crate) force: bool,
}

/// What to verify, and what is asked of it.
#[derive(Debug, Args)]
pub(crate) struct CeremonyVerify {
    /// The key (.zkey).
    #[arg(value_name = "KEY")]
    pub(crate) key: PathBuf,
    #[command(flatten)]
    pub(crate) source: CircuitSource,
    /// The powers of tau that the key began with (.ptau).
    #[arg(long, value_name = "FILE")]
    pub(crate) ptau: PathBuf,
    /// Contributions, beacons not counted, that there must be at least [default: 1].
    #[arg(long, value_name = "NUMBER")]
    pub(crate) least: Option<usize>,
    /// The key is on its way: no beacon yet, and perhaps no contribution.
    #[arg(long)]
    pub(crate) in_progress: bool,
    /// The value that the beacon must have, in hexadecimal digits: look it up yourself.
    #[arg(long, value_name = "HEXADECIMAL", conflicts_with = "in_progress")]
    pub(crate) beacon: Option<String>,
    /// The exponent that goes with --beacon.
    #[arg(long, value_name = "NUMBER", requires = "beacon", default_value_t = 10)]
    pub(crate) beacon_exponent: u8,
    /// The published transcript, which the key must match in every respect.
    #[arg(long, value_name = "FILE")]
    pub(crate) transcript: Option<PathBuf>,
    /// A contributor's signature under their contribution (see `ceremony attestation`); may be given several times.
    #[arg(long, value_name = "FILE")]
    pub(crate) attestation: Vec<PathBuf>,
    /// A file for the transcript.
    #[arg(long, value_name = "FILE")]
    pub(crate) write_transcript: Option<PathBuf>,
    /// Replace the transcript if it exists.
    #[arg(long)]
    pub(crate) force: bool,
}

/// A verifying key to write.
#[derive(Debug, Args)]
pub(crate) struct CeremonyExport {
    /// The key (.zkey).
    #[arg(value_name = "KEY")]
    pub(crate) key: PathBuf,
    /// A file in snarkjs' form (.json).
    #[arg(long, value_name = "FILE", required_unless_present = "vkey")]
    pub(crate) snarkjs: Option<PathBuf>,
    /// A file in our own form (.vkey), for `workproof verify --key`.
    #[arg(long, value_name = "FILE", requires = "circuit")]
    pub(crate) vkey: Option<PathBuf>,
    /// The circuit of workproof's that the key is for, such as relay-10.
    #[arg(long, value_name = "NAME")]
    pub(crate) circuit: Option<String>,
    /// Replace files that exist.
    #[arg(long)]
    pub(crate) force: bool,
}

/// Which key.
#[derive(Debug, Args)]
pub(crate) struct CeremonyInspect {
    /// The key (.zkey).
    #[arg(value_name = "KEY")]
    pub(crate) key: PathBuf,
}

/// Which contribution.
#[derive(Debug, Args)]
pub(crate) struct CeremonyAttestation {
    /// The key (.zkey).
    #[arg(value_name = "KEY")]
    pub(crate) key: PathBuf,
    /// The contribution [default: the last].
    #[arg(long, value_name = "NUMBER")]
    pub(crate) number: Option<usize>,
    /// A file for the text. Sign it with `ssh-keygen -Y sign -n workproof-ceremony -f KEY FILE`.
    #[arg(long, value_name = "FILE")]
    pub(crate) out: PathBuf,
    /// Replace the file if it exists.
    #[arg(long)]
    pub(crate) force: bool,
}
