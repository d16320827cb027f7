//! Our prover, on request: `ours KEY.zkey WITNESS.wtns [LEVELS]`, with a table of so many levels, which is made where there is
//! none. `cargo xtask peers` starts it.

extern crate alloc;

use alloc::sync::Arc;
use core::error::Error;
use std::fs;
use std::path::Path;
use std::time::Instant;

use rand_core::OsRng;
use workproof_benches::prove_on_request;
use workproof_prover::circom_files::read_wtns;
use workproof_prover::{
    AssignmentProver, CancelToken, Levels, OpenOptions, ProveOptions, ProvingKey, TableFile, TableOptions,
    make_table,
};

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let (key, witness, levels) = match arguments.as_slice() {
        [key, witness] => (key, witness, None),
        [key, witness, levels] => (key, witness, Some(levels)),
        _ => return Err("a key, a witness and perhaps the levels of a table are expected".into()),
    };
    let assignment = read_wtns(&fs::read(witness)?)?;
    let start = Instant::now();
    let key = Arc::new(ProvingKey::insecure_open_development(Path::new(key), &OpenOptions::default())?);
    let mut prover = AssignmentProver::new(Arc::clone(&key));
    if let Some(levels) = levels {
        let levels = Levels::new(levels.parse()?).ok_or("a table has 2, 4 or 8 levels")?;
        let table = match TableFile::open(&key) {
            Ok(table) if table.levels() == levels => table,
            _ => make_table(&key, levels, &TableOptions::default())?,
        };
        prover = prover.with_table(&table, &CancelToken::new())?;
    }
    let loaded = start.elapsed().as_secs_f64();
    let options = ProveOptions::new();
    let prove = || prover.prove(&assignment, &mut OsRng, &options);
    Ok(prove_on_request(env!("CARGO_PKG_VERSION"), loaded, prove)?)
}
