//! Every decoder has a fuzz target, and every fuzz target has a decoder.

extern crate alloc;

use alloc::collections::BTreeSet;
use std::fs;
use std::path::Path;

#[test]
fn decoders_and_fuzz_targets_are_the_same() {
    let fuzz = Path::new(env!("CARGO_MANIFEST_DIR")).join("../fuzz");
    let manifest = fs::read_to_string(fuzz.join("Cargo.toml")).unwrap();
    let decoders: BTreeSet<String> =
        workproof_decoders::all().iter().map(|decoder| decoder.name.to_owned()).collect();
    let mut targets = BTreeSet::new();
    for entry in fs::read_dir(fuzz.join("fuzz_targets")).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_stem().unwrap().to_str().unwrap().to_owned();
        let source = fs::read_to_string(&path).unwrap();
        assert!(source.contains(&format!("fuzz(\"{name}\", bytes)")), "{name} fuzzes another decoder");
        assert!(manifest.contains(&format!("name = \"{name}\"\n")), "{name} is not in the manifest");
        targets.insert(name);
    }
    assert_eq!(decoders, targets);
}
