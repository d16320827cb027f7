//! First phases that were damaged or made up.

use core::ops::Range;
use std::fs;

use rand_core::OsRng;
use rayon::prelude::*;
use workproof_ceremony::{CeremonyOptions, PtauError, PtauFile, VerifyPtauError, verify_ptau};

use crate::workshop::Workshop;

const POWER: u32 = 3;

/// Where the sections of a prepared file lie, without their heads.
fn sections(bytes: &[u8]) -> Vec<(u32, Range<usize>)> {
    let mut sections = Vec::new();
    let mut position = 12;
    while position < bytes.len() {
        let word = |at: usize| u32::from_le_bytes(bytes[at..at + 4].try_into().unwrap());
        let start = position + 12;
        let end = start + usize::try_from(word(position + 4)).unwrap();
        sections.push((word(position), start..end));
        position = end;
    }
    sections
}

fn refused(bytes: &[u8]) -> Result<(), ()> {
    let file = tempfile::NamedTempFile::new().unwrap();
    fs::write(file.path(), bytes).unwrap();
    let opened = PtauFile::open(file.path()).or(Err(()))?;
    verify_ptau(&opened, &mut OsRng, &CeremonyOptions::default()).map(drop).or(Err(()))
}

#[test]
fn c2_every_altered_byte_and_length_of_a_first_phase_is_refused() {
    let workshop = Workshop::new(4);
    workshop.insecure_ptau("pot.ptau", POWER, true);
    let bytes = workshop.bytes("pot.ptau");
    assert_eq!(refused(&bytes), Ok(()));
    let sections = sections(&bytes);
    let (_, contributions) = sections.iter().find(|(number, _)| *number == 7).unwrap().clone();
    // after the points of the contribution: a hash's state, of which only the filled part of its block and the numbers
    // mean something, and at the end a name, which no hash covers
    let state = contributions.start + 4 + 3 * 64 + 2 * 128 + 6 * 64 + 3 * 128;
    let unused = [state + 64..state + 128, state + 208..state + 216];
    let name = contributions.end - "INSECURE: known to everybody".len()..contributions.end;
    let means_nothing =
        |place: usize| unused.iter().any(|range| range.contains(&place)) || name.contains(&place);
    let places = (0..bytes.len()).step_by(37).chain(contributions.clone().step_by(3));
    let places: Vec<usize> = places.filter(|place| !means_nothing(*place)).collect();
    places.into_par_iter().for_each(|place| {
        let mut altered = bytes.clone();
        altered[place] ^= 1;
        assert_eq!(refused(&altered), Err(()), "byte {place}");
    });
    for end in (0..bytes.len()).step_by(61) {
        assert_eq!(refused(&bytes[..end]), Err(()), "{end}");
    }
    for (number, range) in &sections {
        for wrong in [0, u64::try_from(range.len()).unwrap() + 1, u64::MAX, u64::MAX - 11, 1 << 40] {
            let mut altered = bytes.clone();
            altered[range.start - 8..range.start].copy_from_slice(&wrong.to_le_bytes());
            assert_eq!(refused(&altered), Err(()), "section {number}: {wrong}");
        }
    }
    // a point in the place of the next: on the curve, and no power
    for (number, range) in
        sections.iter().filter(|(number, range)| ![1, 6, 7].contains(number) && range.len() > 256)
    {
        let size = if [3, 13].contains(number) { 128 } else { 64 };
        let mut moved = bytes.clone();
        let last = range.end - size;
        let (from, to) = (last - 2 * size..last - size, last - 3 * size..last - 2 * size);
        moved.copy_within(from, to.start);
        assert_eq!(refused(&moved), Err(()), "section {number}");
    }
}

#[test]
fn a_first_phase_without_its_own_sections_is_refused() {
    let workshop = Workshop::new(4);
    workshop.insecure_ptau("prepared.ptau", POWER, true);
    workshop.insecure_ptau("plain.ptau", POWER, false);
    assert!(workshop.ptau("prepared.ptau").is_prepared() && !workshop.ptau("plain.ptau").is_prepared());
    assert_eq!(refused(&workshop.bytes("plain.ptau")), Ok(()));
    let open = |bytes: &[u8]| {
        fs::write(workshop.at("altered.ptau"), bytes).unwrap();
        PtauFile::open(&workshop.at("altered.ptau")).map(drop)
    };
    // the last prepared section left out
    let mut bytes = workshop.bytes("prepared.ptau");
    let (_, last) = sections(&bytes).last().unwrap().clone();
    bytes.truncate(last.start - 12);
    bytes[8] -= 1;
    assert!(matches!(open(&bytes), Err(PtauError::PartlyPrepared)));
    let mut bytes = workshop.bytes("plain.ptau");
    bytes[12 + 12 + 36] = 29;
    assert!(matches!(open(&bytes), Err(PtauError::Power { .. })));
    bytes[12 + 12 + 4] ^= 1;
    assert!(matches!(open(&bytes), Err(PtauError::OtherCurve)));
    // no contributions at all
    let mut bytes = workshop.bytes("plain.ptau");
    let (_, contributions) = sections(&bytes).into_iter().find(|(number, _)| *number == 7).unwrap();
    bytes.truncate(contributions.start + 4);
    bytes[contributions.start..].fill(0);
    bytes[contributions.start - 8..contributions.start].copy_from_slice(&4_u64.to_le_bytes());
    fs::write(workshop.at("none.ptau"), bytes).unwrap();
    let verified = verify_ptau(&workshop.ptau("none.ptau"), &mut OsRng, &CeremonyOptions::default());
    assert!(matches!(verified, Err(VerifyPtauError::Refused(workproof_ceremony::PtauFault::NoContribution))));
}
