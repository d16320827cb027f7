//! ark-groth16, on request.

use core::error::Error;
use std::fs;
use std::path::Path;
use std::time::Instant;

use rand_core::OsRng;
use workproof_benches::arkworks::ArkworksKey;
use workproof_benches::prove_on_request;
use workproof_prover::circom_files::read_wtns;
use workproof_prover::{OpenOptions, ProvingKey};

/// The release in the workspace's manifest.
const VERSION: &str = "0.6.0";

/// Loads a key into arkworks' structures and proves when asked.
pub(crate) fn serve(key: &Path, witness: &Path) -> Result<(), Box<dyn Error>> {
    let assignment = read_wtns(&fs::read(witness)?)?;
    let start = Instant::now();
    let file = ProvingKey::insecure_open_development(key, &OpenOptions::default())?;
    let key = ArkworksKey::new(file.zkey());
    drop(file);
    let loaded = start.elapsed().as_secs_f64();
    Ok(prove_on_request(VERSION, loaded, || key.prove(&assignment, &mut OsRng))?)
}
