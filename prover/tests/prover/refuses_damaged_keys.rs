//! Truncated, altered and hostile `.zkey` files: each is a typed error, none a panic.

use std::path::{Path, PathBuf};

use crate::power_circuit::PowerCircuit;
use ark_bn254::{Fq, Fq2, G2Affine};
use workproof_prover::zkey::{CoefficientFault, Section};
use workproof_prover::{KeyStore, OpenOptions, ProvingKey, ProvingKeyError, SetupOptions, ZkeyError};
use workproof_verifier::PointError;

/// A sound key's bytes and where its sections begin (payload) with their lengths.
struct Fixture {
    directory: tempfile::TempDir,
    bytes: Vec<u8>,
    sections: Vec<(u32, usize, usize)>,
}

impl Fixture {
    fn new() -> Self {
        let directory = tempfile::tempdir().unwrap();
        let circuit = PowerCircuit::new(4);
        let store = KeyStore::new(directory.path());
        let key = store.insecure_development_key(&circuit, None, &SetupOptions::default()).unwrap();
        let bytes = std::fs::read(key.path()).unwrap();
        let mut sections = Vec::new();
        let mut position = 12;
        while position < bytes.len() {
            let number = u32::from_le_bytes(bytes[position..position + 4].try_into().unwrap());
            let length = u64::from_le_bytes(bytes[position + 4..position + 12].try_into().unwrap());
            let length = usize::try_from(length).unwrap();
            sections.push((number, position + 12, length));
            position += 12 + length;
        }
        Self { directory, bytes, sections }
    }

    fn start(&self, section: Section) -> usize {
        self.sections.iter().find(|(number, ..)| *number == section.number()).unwrap().1
    }

    fn length(&self, section: Section) -> usize {
        self.sections.iter().find(|(number, ..)| *number == section.number()).unwrap().2
    }

    fn with(&self, change: impl FnOnce(&mut Vec<u8>)) -> Result<(), ZkeyError> {
        let mut bytes = self.bytes.clone();
        change(&mut bytes);
        open(&self.write(&bytes))
    }

    fn write(&self, bytes: &[u8]) -> PathBuf {
        let path = self.directory.path().join("altered.zkey");
        std::fs::write(&path, bytes).unwrap();
        path
    }

    fn set(&self, section: Section, offset: usize, value: u32) -> Result<(), ZkeyError> {
        let at = self.start(section) + offset;
        self.with(|bytes| bytes[at..at + 4].copy_from_slice(&value.to_le_bytes()))
    }
}

fn open(path: &Path) -> Result<(), ZkeyError> {
    let mut options = OpenOptions::default();
    options.check_again = true;
    match ProvingKey::insecure_open_development(path, &options) {
        Ok(_) => Ok(()),
        Err(ProvingKeyError::Zkey { source, .. }) => Err(source),
        Err(other) => panic!("{other}"),
    }
}

#[test]
fn a_sound_key_passes_the_long_checks() {
    let fixture = Fixture::new();
    assert!(fixture.with(|_| ()).is_ok());
    assert_eq!(fixture.sections.len(), Section::ALL.len());
}

#[test]
fn c2_every_truncation_is_refused() {
    let fixture = Fixture::new();
    let ends = (0..200).chain((200..fixture.bytes.len()).step_by(97)).chain([fixture.bytes.len() - 1]);
    for end in ends {
        assert!(fixture.with(|bytes| bytes.truncate(end)).is_err(), "{end}");
    }
    let extended = fixture.with(|bytes| bytes.push(0));
    assert!(matches!(extended, Err(ZkeyError::TrailingBytes { extra: 1 })));
}

#[test]
fn c1_every_section_length_is_bound() {
    let fixture = Fixture::new();
    for (number, start, length) in &fixture.sections {
        for wrong in [0_u64, 1, u64::MAX, u64::MAX - 11, 1 << 40] {
            if wrong == u64::try_from(*length).unwrap() {
                continue;
            }
            let refused =
                fixture.with(|bytes| bytes[start - 8..*start].copy_from_slice(&wrong.to_le_bytes()));
            assert!(refused.is_err(), "section {number}, length {wrong}");
        }
        // one byte moved out of the section, with the file's length kept whole
        let refused = fixture.with(|bytes| {
            let shorter = u64::try_from(length - 1).unwrap();
            bytes[start - 8..*start].copy_from_slice(&shorter.to_le_bytes());
            bytes.remove(start + length - 1);
        });
        assert!(refused.is_err(), "section {number}, one byte less");
    }
}

#[test]
fn sections_come_once_and_are_known() {
    let fixture = Fixture::new();
    for (number, start, _) in &fixture.sections {
        let at = start - 12;
        let rename = |to: u32| fixture.with(|bytes| bytes[at..at + 4].copy_from_slice(&to.to_le_bytes()));
        assert!(matches!(rename(77), Err(ZkeyError::UnknownSection { number: 77 })), "{number}");
        let other = if *number == 1 { 2 } else { 1 };
        assert!(matches!(rename(other), Err(ZkeyError::RepeatedSection { .. })), "{number}");
    }
    // the last section (metadata) left out: the key no longer says what it is for
    let (_, start, _) = *fixture.sections.last().unwrap();
    let mut bytes = fixture.bytes[..start - 12].to_vec();
    bytes[8..12].copy_from_slice(&10_u32.to_le_bytes());
    let path = fixture.write(&bytes);
    assert!(matches!(
        ProvingKey::insecure_open_development(&path, &OpenOptions::default()),
        Err(ProvingKeyError::Unnamed { .. })
    ));
    bytes[8..12].copy_from_slice(&9_u32.to_le_bytes());
    let (_, start, length) = fixture.sections[9];
    assert_eq!(fixture.sections[9].0, Section::Contributions.number());
    bytes.truncate(start - 12);
    assert_eq!(length, 68);
    assert!(matches!(
        open(&fixture.write(&bytes)),
        Err(ZkeyError::MissingSection { section: Section::Contributions })
    ));
}

#[test]
fn head_and_counts_are_checked() {
    let fixture = Fixture::new();
    assert!(matches!(fixture.with(|bytes| bytes[0] = b'p'), Err(ZkeyError::Magic)));
    assert!(matches!(fixture.with(|bytes| bytes[4] = 2), Err(ZkeyError::Version { found: 2 })));
    assert!(matches!(fixture.set(Section::Protocol, 0, 2), Err(ZkeyError::Protocol { found: 2 })));
    assert!(matches!(fixture.set(Section::Header, 4, 5), Err(ZkeyError::OtherCurve)));
    // counts: variables, public inputs, domain
    assert!(matches!(fixture.set(Section::Header, 80, 15), Err(ZkeyError::Domain { found: 15 })));
    assert!(matches!(fixture.set(Section::Header, 80, 0), Err(ZkeyError::Domain { found: 0 })));
    assert!(matches!(fixture.set(Section::Header, 80, 1 << 28), Err(ZkeyError::Domain { .. })));
    assert!(matches!(
        fixture.set(Section::Header, 80, 32),
        Err(ZkeyError::SectionLength { section: Section::H, .. })
    ));
    assert!(matches!(fixture.set(Section::Header, 76, u32::MAX), Err(ZkeyError::Counts { .. })));
    assert!(matches!(fixture.set(Section::Header, 72, 0), Err(ZkeyError::Counts { .. })));
    assert!(matches!(
        fixture.set(Section::Header, 72, u32::MAX),
        Err(ZkeyError::SectionLength { section: Section::A, .. })
    ));
    assert!(matches!(
        fixture.set(Section::Coefficients, 0, u32::MAX),
        Err(ZkeyError::SectionLength { section: Section::Coefficients, .. })
    ));
    assert!(matches!(fixture.set(Section::Contributions, 64, 9), Err(ZkeyError::Contributions)));
}

#[test]
fn entries_of_the_matrices_are_checked() {
    let fixture = Fixture::new();
    let fault = |offset: usize, value: u32| match fixture.set(Section::Coefficients, 4 + offset, value) {
        Err(ZkeyError::Coefficient { index, fault }) => (index, fault),
        other => panic!("{other:?}"),
    };
    assert_eq!(fault(0, 2), (0, CoefficientFault::Matrix));
    assert_eq!(fault(4, 1 << 20), (0, CoefficientFault::Constraint));
    assert_eq!(fault(8, 1 << 20), (0, CoefficientFault::Signal));
    assert_eq!(fault(4, 1), (1, CoefficientFault::Order));
    assert_eq!(fault(12 + 28, u32::MAX), (0, CoefficientFault::Value));
}

#[test]
fn b5_points_off_the_curve_or_out_of_the_subgroup_are_refused() {
    let fixture = Fixture::new();
    for section in [Section::Ic, Section::A, Section::B1, Section::B2, Section::L, Section::H] {
        let start = fixture.start(section);
        let size = if section == Section::B2 { 128 } else { 64 };
        let points = fixture.length(section) / size;
        let present = (0..points)
            .find(|index| fixture.bytes[start + index * size..][..size].iter().any(|byte| *byte != 0))
            .unwrap();
        let at = start + present * size;
        let refused = fixture.with(|bytes| bytes[at] ^= 1);
        match refused {
            Err(ZkeyError::Point { section: found, index, source: PointError::NotOnCurve }) => {
                assert_eq!((found, index), (section, present));
            }
            other => panic!("{section:?}: {other:?}"),
        }
        let refused = fixture.with(|bytes| bytes[at..at + 32].fill(0xff));
        assert!(matches!(refused, Err(ZkeyError::Point { source: PointError::NotCanonical, .. })));
    }
    for (index, size) in [(0, 64), (1, 64), (2, 128), (3, 128), (4, 64), (5, 128)] {
        let offset: usize = 84 + [0, 64, 128, 256, 384, 448][index];
        let at = fixture.start(Section::Header) + offset;
        let refused = fixture.with(|bytes| bytes[at..at + size].fill(0));
        assert!(
            matches!(refused, Err(ZkeyError::Point { section: Section::Header, index: found, source: PointError::Identity }) if found == index),
            "{index}: {refused:?}"
        );
    }
}

/// B5: a point of the twist outside G2 would leak the witness modulo a small factor through B.
#[test]
fn b5_a_twist_point_outside_g2_is_refused() {
    let fixture = Fixture::new();
    let outside = (1_u64..)
        .find_map(|x| G2Affine::get_point_from_x_unchecked(Fq2::new(Fq::from(x), Fq::from(1)), true))
        .unwrap();
    let limbs = [outside.x.c0, outside.x.c1, outside.y.c0, outside.y.c1].map(|value| value.0.0);
    let bytes: Vec<u8> = limbs.as_flattened().iter().flat_map(|limb| limb.to_le_bytes()).collect();
    let at = fixture.start(Section::B2) + 128;
    let refused = fixture.with(|key| key[at..at + 128].copy_from_slice(&bytes));
    assert!(matches!(
        refused,
        Err(ZkeyError::Point { section: Section::B2, index: 1, source: PointError::NotInSubgroup })
    ));
}

#[test]
fn a_delta_that_differs_between_the_groups_is_refused() {
    let fixture = Fixture::new();
    let header = fixture.start(Section::Header);
    // delta in G1 replaced by alpha in G1
    let refused = fixture.with(|bytes| bytes.copy_within(header + 84..header + 148, header + 84 + 384));
    assert!(matches!(refused, Err(ZkeyError::Mismatch { name: "delta" })));
}

#[test]
fn c2_no_flip_of_a_byte_panics() {
    let fixture = Fixture::new();
    for position in (0..fixture.bytes.len()).step_by(11) {
        let mut bytes = fixture.bytes.clone();
        bytes[position] ^= 0x41;
        let path = fixture.write(&bytes);
        let mut options = OpenOptions::default();
        options.check_again = true;
        drop(ProvingKey::insecure_open_development(&path, &options));
    }
}

#[test]
fn the_note_of_a_check_is_for_one_file_only() {
    let fixture = Fixture::new();
    let path = fixture.write(&fixture.bytes);
    let options = OpenOptions::default();
    ProvingKey::insecure_open_development(&path, &options).unwrap();
    let note = path.with_file_name("altered.zkey.checked");
    assert!(note.exists());
    // the same note beside a file of another time: the checks are made again, and find the damage
    let mut bytes = fixture.bytes.clone();
    let at = fixture.start(Section::H);
    bytes[at] ^= 1;
    std::thread::sleep(core::time::Duration::from_millis(20));
    std::fs::write(&path, &bytes).unwrap();
    assert!(ProvingKey::insecure_open_development(&path, &options).is_err());
    std::fs::write(&note, "workproof key checks, version 1\n").unwrap();
    assert!(ProvingKey::insecure_open_development(&path, &options).is_err());
}
