//! A process that loads a key and then proves whenever a line tells it to.
//!
//! ```text
//! it is asked    it answers
//! (nothing)      {"load_seconds": 0.01, "version": "…"}                      once, when the key is loaded
//! prove          {"wall_seconds": …, "cpu_seconds": …, "peak_memory": …, "proof": {…}}
//! (the end)      it ends
//! ```

use std::io::{self, BufRead, Write};
use std::time::Instant;

use serde::{Deserialize, Serialize};
use thiserror::Error;
use workproof_verifier::Proof;

use crate::process_usage::ProcessUsage;

/// The line that asks for a proof.
pub const PROVE: &str = "prove";

/// What a prover says when it is ready.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[non_exhaustive]
pub struct ReadyAnswer {
    /// Seconds to load the key.
    pub load_seconds: f64,
    /// Which release of the prover this is.
    pub version: String,
}

/// What a prover says to [`PROVE`].
#[derive(Clone, Debug, Serialize, Deserialize)]
#[non_exhaustive]
pub struct ProofAnswer {
    /// Seconds that went by.
    pub wall_seconds: f64,
    /// Processor seconds of all threads.
    pub cpu_seconds: f64,
    /// The greatest resident size so far, in bytes.
    pub peak_memory: u64,
    /// The proof in snarkjs' JSON.
    pub proof: serde_json::Value,
}

/// Why a process ended before it was told to. `E` is the prover's own error.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum RequestError<E: core::error::Error + 'static> {
    /// The other side went away.
    #[error("the requests or answers broke off")]
    Io(#[from] io::Error),
    /// An answer could not be written.
    #[error("an answer could not be written")]
    Json(#[from] serde_json::Error),
    /// Something else was asked for.
    #[error("`{line}` is asked for; all that is known is `{PROVE}`")]
    Request {
        /// The line.
        line: String,
    },
    /// The proof was not made.
    #[error("the proof was not made")]
    Prover(#[source] E),
}

/// Says that the key is loaded, and then proves once for each line on standard input.
///
/// # Errors
/// [`RequestError`].
pub fn prove_on_request<E: core::error::Error + 'static>(
    version: &str,
    load_seconds: f64,
    mut prove: impl FnMut() -> Result<Proof, E>,
) -> Result<(), RequestError<E>> {
    answer(&ReadyAnswer { load_seconds, version: version.to_owned() })?;
    for line in io::stdin().lock().lines() {
        let line = line?;
        if line != PROVE {
            return Err(RequestError::Request { line });
        }
        let (start, before) = (Instant::now(), ProcessUsage::now());
        let proof = prove().map_err(RequestError::Prover)?;
        let (wall, after) = (start.elapsed(), ProcessUsage::now());
        answer(&ProofAnswer {
            wall_seconds: wall.as_secs_f64(),
            cpu_seconds: after.processor.saturating_sub(before.processor).as_secs_f64(),
            peak_memory: after.peak_memory,
            proof: serde_json::from_str(&proof.to_snarkjs_json())?,
        })?;
    }
    Ok(())
}

fn answer<E: core::error::Error + 'static>(content: &impl Serialize) -> Result<(), RequestError<E>> {
    let mut out = io::stdout().lock();
    writeln!(out, "{}", serde_json::to_string(content)?)?;
    Ok(out.flush()?)
}
