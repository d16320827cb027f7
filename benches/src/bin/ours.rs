//! Our prover, on request: `ours KEY.zkey WITNESS.wtns`. `cargo xtask peers` starts it.

use core::error::Error;
use std::fs;
use std::path::Path;
use std::time::Instant;

use rand_core::OsRng;
use workproof_benches::prove_on_request;
use workproof_prover::circom_files::read_wtns;
use workproof_prover::{CpuBackend, OpenOptions, ProveOptions, ProvingKey, prove_assignment};

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [key, witness] = arguments.as_slice() else {
        return Err("two files are expected: a key and a witness".into());
    };
    let assignment = read_wtns(&fs::read(witness)?)?;
    let start = Instant::now();
    let key = ProvingKey::insecure_open_development(Path::new(key), &OpenOptions::default())?;
    let loaded = start.elapsed().as_secs_f64();
    let (backend, options) = (CpuBackend::new(), ProveOptions::new());
    let prove = || prove_assignment(&key, &backend, &assignment, &mut OsRng, &options);
    Ok(prove_on_request(env!("CARGO_PKG_VERSION"), loaded, prove)?)
}
