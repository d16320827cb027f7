//! Files: proving keys, first phases, circuits, witnesses, what a ceremony publishes.

use std::fs;

use rand_chacha::ChaCha20Rng;
use rand_core::SeedableRng;
use workproof_ceremony::{
    CeremonyOptions, CeremonyRecord, CeremonyTranscript, PtauFile, check_attestation, verify_ptau,
};
use workproof_prover::circom_files::{R1csView, read_r1cs, read_wtns, write_r1cs, write_wtns};
use workproof_prover::zkey::Section;
use workproof_prover::{TableFile, ZkeyFile};

use crate::decoder::{Decoder, Pace, Spelling, look_at};

/// A first phase of a larger power is opened and not verified: that takes time by its nature.
const MOST_POWER: u32 = 3;

pub(crate) const DECODERS: &[Decoder] = &[
    Decoder { name: "zkey", spelling: Spelling::One, pace: Pace::Quick, read: zkey },
    Decoder { name: "key-table", spelling: Spelling::One, pace: Pace::Quick, read: key_table },
    Decoder { name: "ptau", spelling: Spelling::One, pace: Pace::Quick, read: ptau },
    Decoder { name: "ptau-verified", spelling: Spelling::One, pace: Pace::Slow, read: ptau_verified },
    Decoder { name: "r1cs", spelling: Spelling::Many, pace: Pace::Quick, read: r1cs },
    Decoder {
        name: "wtns",
        spelling: Spelling::One,
        pace: Pace::Quick,
        read: |bytes| {
            let mut written = Vec::new();
            write_wtns(&mut written, &read_wtns(bytes).ok()?).ok()?;
            Some(written)
        },
    },
    Decoder {
        name: "ceremony-record",
        spelling: Spelling::One,
        pace: Pace::Quick,
        read: |bytes| Some(CeremonyRecord::from_bytes(bytes).ok()?.to_bytes()),
    },
    Decoder {
        name: "transcript",
        spelling: Spelling::Many,
        pace: Pace::Quick,
        read: |bytes| serde_json::to_vec(&serde_json::from_slice::<CeremonyTranscript>(bytes).ok()?).ok(),
    },
    Decoder { name: "attestation", spelling: Spelling::One, pace: Pace::Quick, read: attestation },
];

/// Opens a file of these bytes, for decoders that map files.
fn with_file<T>(bytes: &[u8], open: impl FnOnce(&std::path::Path) -> Option<T>) -> Option<T> {
    let file = tempfile::NamedTempFile::new().ok()?;
    fs::write(file.path(), bytes).ok()?;
    open(file.path())
}

/// The structure. What a ceremony or a proof looks at later is looked at too, and may be refused.
fn zkey(bytes: &[u8]) -> Option<Vec<u8>> {
    let file = with_file(bytes, |path| ZkeyFile::open(path).ok())?;
    let zkey = file.zkey();
    assert!(zkey.header().encode() == zkey.section(Section::Header), "the header is written otherwise");
    let frame = 12 + 12 * Section::ALL.iter().filter(|section| **section != Section::Metadata).count();
    let metadata = if zkey.metadata().is_some() { 12 } else { 0 };
    let sections: usize = Section::ALL.iter().map(|section| zkey.section(*section).len()).sum();
    assert!(frame + metadata + sections == bytes.len(), "a byte belongs to no section");
    let points = zkey.a().iter().chain(zkey.b1().iter()).chain(zkey.l().iter()).chain(zkey.h().iter());
    look_at((points.count(), zkey.b2().iter().count(), zkey.coefficients().iter().flatten().count()));
    look_at(CeremonyRecord::from_bytes(zkey.section(Section::Contributions)));
    Some(file.bytes().to_vec())
}

/// The table of the key that it names. Its points are a matter of the key, so that nothing checks them but the digest.
fn key_table(bytes: &[u8]) -> Option<Vec<u8>> {
    let head = bytes.first_chunk::<176>()?;
    let (_, digests) = head.split_last_chunk::<128>()?;
    let key_digest = digests.first_chunk()?;
    let file = with_file(bytes, |path| TableFile::open_at(path, key_digest).ok())?;
    let table = file.table();
    let steps = table.levels.count() - 1;
    let mut written = [&b"wptb"[..], &1_u32.to_le_bytes()].concat();
    written.extend(u32::try_from(table.levels.count()).ok()?.to_le_bytes());
    written.extend([0; 4]);
    for points in [table.a.len(), table.b2.len(), table.l.len(), table.h.len()] {
        written.extend(u64::try_from(points / steps).ok()?.to_le_bytes());
    }
    written.extend(digests);
    written.extend(table.a.as_bytes().as_flattened());
    written.extend(table.b2.as_bytes().as_flattened());
    written.extend(table.l.as_bytes().as_flattened());
    written.extend(table.h.as_bytes().as_flattened());
    Some(written)
}

/// The structure.
fn ptau(bytes: &[u8]) -> Option<Vec<u8>> {
    let file = with_file(bytes, |path| PtauFile::open(path).ok())?;
    Some(file.bytes().to_vec())
}

/// The structure, then the contributions and every point, where there are few.
fn ptau_verified(bytes: &[u8]) -> Option<Vec<u8>> {
    let file = with_file(bytes, |path| PtauFile::open(path).ok())?;
    if file.ceremony_power() > MOST_POWER {
        return None;
    }
    verify_ptau(&file, &mut ChaCha20Rng::seed_from_u64(7), &CeremonyOptions::default()).ok()?;
    Some(file.bytes().to_vec())
}

/// Sections and terms may come in any order, and labels are not kept.
fn r1cs(bytes: &[u8]) -> Option<Vec<u8>> {
    if let Ok(view) = R1csView::open(bytes) {
        look_at((view.rows().count(), view.signals().inputs(view.variables()).take(1 << 16).count()));
    }
    let mut written = Vec::new();
    write_r1cs(&mut written, &read_r1cs(bytes).ok()?).ok()?;
    Some(written)
}

/// Armoured signatures of OpenSSH's, under a ceremony that nobody has contributed to: well formed or not, none is accepted.
fn attestation(bytes: &[u8]) -> Option<Vec<u8>> {
    let record = CeremonyRecord::from_bytes(&[0; 68]).ok()?;
    look_at(check_attestation(&record, core::str::from_utf8(bytes).ok()?));
    None
}
