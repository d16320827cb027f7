//! Keys that were damaged, forged or belong elsewhere: each is refused, whatever was done to it.

use core::ops::Range;
use std::fs;

use ark_bn254::{Fq, Fq2, G2Affine};
use rand_core::OsRng;
use rayon::prelude::*;
use workproof_ceremony::{
    Beacon, BeaconPolicy, CeremonyOptions, CeremonyPolicy, CeremonyTranscript, ContributeError,
    ContributionName, ExistingFile, FileDigests, KeyFault, TranscriptMismatch, VerifiedKey, VerifyKeyError,
    apply_beacon, contribute, create_initial_key, verify_key,
};
use workproof_prover::circom_files::R1csView;
use workproof_prover::zkey::{Section, encode_g2};
use workproof_prover::{CancelToken, ZkeyError, ZkeyFile};
use workproof_verifier::PointError;

use crate::workshop::{Workshop, hexadecimal, test_beacon};

/// A small ceremony: `initial.zkey`, `one.zkey`, `two.zkey` and `final.zkey`.
struct Ceremony {
    workshop: Workshop,
    key: Vec<u8>,
}

/// Why a file was refused.
#[derive(Debug)]
enum Refusal {
    Open(ZkeyError),
    Verify(VerifyKeyError),
    Transcript(TranscriptMismatch),
}

impl Ceremony {
    fn new() -> Self {
        let workshop = Workshop::new(4);
        workshop.insecure_ptau("pot.ptau", 5, true);
        workshop.begin("pot.ptau", "initial.zkey");
        workshop.contribute("initial.zkey", "one.zkey", "Ada");
        workshop.contribute("one.zkey", "two.zkey", "Grace");
        workshop.beacon("two.zkey", "final.zkey", "drand round 1");
        let key = workshop.bytes("final.zkey");
        Self { workshop, key }
    }

    /// Verifies bytes as the final key, and against the transcript of the sound one.
    fn check(&self, bytes: &[u8], published: Option<&CeremonyTranscript>) -> Result<VerifiedKey, Refusal> {
        let file = tempfile::NamedTempFile::new().unwrap();
        fs::write(file.path(), bytes).unwrap();
        let key = ZkeyFile::open(file.path()).map_err(Refusal::Open)?;
        let circuit = self.workshop.bytes("circuit.r1cs");
        let view = R1csView::open(&circuit).unwrap();
        let phase1 = self.workshop.ptau("pot.ptau");
        let policy = CeremonyPolicy::default();
        let options = CeremonyOptions::default();
        let verified =
            verify_key(view, &phase1, &key, (&policy, &mut OsRng), &options).map_err(Refusal::Verify)?;
        if let Some(published) = published {
            let own =
                CeremonyTranscript::new(&verified, view, &phase1, FileDigests::of(&circuit, &phase1, &key));
            own.expect(published).map_err(Refusal::Transcript)?;
        }
        Ok(verified)
    }

    fn transcript(&self) -> CeremonyTranscript {
        let circuit = self.workshop.bytes("circuit.r1cs");
        let view = R1csView::open(&circuit).unwrap();
        let verified = self.check(&self.key, None).unwrap();
        let (phase1, key) = (self.workshop.ptau("pot.ptau"), self.workshop.key("final.zkey"));
        CeremonyTranscript::new(&verified, view, &phase1, FileDigests::of(&circuit, &phase1, &key))
    }

    /// Where a section lies, without its head.
    fn section(&self, section: Section) -> Range<usize> {
        let mut position = 12;
        loop {
            let word = |at: usize| u32::from_le_bytes(self.key[at..at + 4].try_into().unwrap());
            let length = usize::try_from(word(position + 4)).unwrap();
            let start = position + 12;
            if word(position) == section.number() {
                return start..start + length;
            }
            position = start + length;
        }
    }

    /// The contributions, cut apart.
    fn contributions(&self) -> Vec<Vec<u8>> {
        let mut rest = &self.key[self.section(Section::Contributions)][68..];
        let mut all = Vec::new();
        while !rest.is_empty() {
            let fixed = 3 * 64 + 128 + 64 + 4;
            let length = u32::from_le_bytes(rest[fixed..fixed + 4].try_into().unwrap());
            let (one, after) = rest.split_at(fixed + 4 + usize::try_from(length).unwrap());
            all.push(one.to_vec());
            rest = after;
        }
        all
    }

    /// The key with other contributions.
    fn with_contributions(&self, contributions: &[Vec<u8>]) -> Vec<u8> {
        let range = self.section(Section::Contributions);
        let mut section = self.key[range.start..range.start + 64].to_vec();
        section.extend(u32::try_from(contributions.len()).unwrap().to_le_bytes());
        section.extend(contributions.concat());
        let mut key = self.key[..range.start - 8].to_vec();
        key.extend(u64::try_from(section.len()).unwrap().to_le_bytes());
        key.extend(section);
        key
    }

    fn refusal(&self, bytes: &[u8]) -> Refusal {
        match self.check(bytes, None) {
            Ok(_) => panic!("the key is accepted"),
            Err(refusal) => refusal,
        }
    }
}

fn is_fault(refusal: &Refusal, expected: impl Fn(&KeyFault) -> bool) -> bool {
    matches!(refusal, Refusal::Verify(VerifyKeyError::Refused(fault)) if expected(fault))
}

#[test]
fn b7_every_byte_of_header_and_contributions_counts() {
    let ceremony = Ceremony::new();
    let transcript = ceremony.transcript();
    assert!(ceremony.check(&ceremony.key, Some(&transcript)).is_ok());
    let (header, contributions) =
        (ceremony.section(Section::Header), ceremony.section(Section::Contributions));
    let names: Vec<usize> = ["Ada", "Grace", "drand round 1"]
        .into_iter()
        .flat_map(|name| {
            let found = ceremony.key.windows(name.len()).position(|window| window == name.as_bytes());
            let start = found.unwrap();
            start..start + name.len()
        })
        .collect();
    // with the heads of both sections
    let places: Vec<usize> =
        (header.start - 12..header.end).chain(contributions.start - 12..contributions.end).collect();
    places.into_par_iter().for_each(|place| {
        for bit in [1, 0x80] {
            let mut key = ceremony.key.clone();
            key[place] ^= bit;
            let refused = match names.contains(&place) {
                // no hash of the format covers a name: the published transcript does
                true => matches!(
                    ceremony.check(&key, Some(&transcript)),
                    Err(Refusal::Transcript(TranscriptMismatch::Contribution { .. }) | Refusal::Verify(_))
                ),
                false => ceremony.check(&key, None).is_err(),
            };
            assert!(refused, "bit {bit} of byte {place}");
        }
    });
}

#[test]
fn c2_truncations_and_altered_lengths_are_refused() {
    let ceremony = Ceremony::new();
    let ends = (0..300).chain((300..ceremony.key.len()).step_by(89)).chain([ceremony.key.len() - 1]);
    for end in ends {
        assert!(matches!(ceremony.refusal(&ceremony.key[..end]), Refusal::Open(_)), "{end}");
    }
    let longer = [&ceremony.key[..], &[0]].concat();
    assert!(matches!(ceremony.refusal(&longer), Refusal::Open(ZkeyError::TrailingBytes { extra: 1 })));
    for section in Section::ALL.into_iter().filter(|section| *section != Section::Metadata) {
        let range = ceremony.section(section);
        let length = u64::try_from(range.len()).unwrap();
        for wrong in [0, 1, length - 1, length + 1, u64::MAX, u64::MAX - 11, 1 << 40] {
            if wrong == length {
                continue;
            }
            let mut key = ceremony.key.clone();
            key[range.start - 8..range.start].copy_from_slice(&wrong.to_le_bytes());
            assert!(matches!(ceremony.refusal(&key), Refusal::Open(_)), "{section:?}: {wrong}");
        }
    }
}

#[test]
fn every_section_of_points_counts() {
    let ceremony = Ceremony::new();
    for section in [Section::Ic, Section::A, Section::B1, Section::L, Section::H] {
        let range = ceremony.section(section);
        let points = range.len() / 64;
        let point = |index: usize| range.start + 64 * index..range.start + 64 * (index + 1);
        let present: Vec<usize> =
            (0..points).filter(|index| ceremony.key[point(*index)].iter().any(|byte| *byte != 0)).collect();
        // a point off the curve, then one point in the place of another: on the curve, and wrong
        let mut off = ceremony.key.clone();
        off[point(present[0])][0] ^= 1;
        let refusal = ceremony.refusal(&off);
        let curve = matches!(refusal, Refusal::Open(ZkeyError::Point { source: PointError::NotOnCurve, .. }));
        assert!(curve || is_fault(&refusal, |fault| matches!(fault, KeyFault::Key(_))), "{refusal:?}");
        if present.len() > 1 {
            let mut moved = ceremony.key.clone();
            let other = ceremony.key[point(present[1])].to_vec();
            moved[point(present[0])].copy_from_slice(&other);
            assert!(is_fault(&ceremony.refusal(&moved), |_| true), "{section:?}");
        }
    }
    // the constant's entry of the first row
    let coefficients = ceremony.section(Section::Coefficients);
    for place in (coefficients.start + 4..coefficients.end).step_by(7) {
        let mut key = ceremony.key.clone();
        key[place] ^= 1;
        assert!(
            is_fault(&ceremony.refusal(&key), |fault| matches!(fault, KeyFault::OtherCircuit)),
            "{place}"
        );
    }
}

#[test]
fn b5_points_outside_the_subgroup_are_refused() {
    let ceremony = Ceremony::new();
    let outside = (1_u64..)
        .find_map(|x| G2Affine::get_point_from_x_unchecked(Fq2::new(Fq::from(x), Fq::from(1)), true))
        .unwrap();
    let mut bytes = Vec::new();
    encode_g2(&mut bytes, &outside);
    let b2 = ceremony.section(Section::B2);
    let place = (b2.start..b2.end)
        .step_by(128)
        .find(|start| ceremony.key[*start..start + 128].iter().any(|byte| *byte != 0))
        .unwrap();
    let mut key = ceremony.key.clone();
    key[place..place + 128].copy_from_slice(&bytes);
    assert!(is_fault(&ceremony.refusal(&key), |fault| matches!(
        fault,
        KeyFault::Key(ZkeyError::Point { section: Section::B2, source: PointError::NotInSubgroup, .. })
    )));
    // the public key of the first contribution
    let first = ceremony.section(Section::Contributions).start + 68 + 3 * 64;
    let mut key = ceremony.key.clone();
    key[first..first + 128].copy_from_slice(&bytes);
    assert!(is_fault(&ceremony.refusal(&key), |fault| matches!(fault, KeyFault::Record(_))));
}

#[test]
fn contributions_dropped_moved_or_repeated_are_refused() {
    let ceremony = Ceremony::new();
    let contributions = ceremony.contributions();
    let [ada, grace, beacon] = &contributions[..] else { panic!("three contributions") };
    assert!(ceremony.with_contributions(&contributions) == ceremony.key);
    let transcript = |number: usize| move |fault: &KeyFault| matches!(fault, KeyFault::Transcript { number: found } if *found == number);
    for (changed, number) in [
        ([grace, beacon].to_vec(), 1),
        ([ada, beacon].to_vec(), 2),
        ([grace, ada, beacon].to_vec(), 1),
        ([ada, ada, grace, beacon].to_vec(), 2),
        ([ada, grace, grace, beacon].to_vec(), 3),
    ] {
        let changed: Vec<Vec<u8>> = changed.into_iter().cloned().collect();
        let refusal = ceremony.refusal(&ceremony.with_contributions(&changed));
        assert!(is_fault(&refusal, transcript(number)), "{number}: {refusal:?}");
    }
    for (changed, expected) in [
        (vec![ada, grace], "NoBeacon"),
        (vec![beacon], "TooFew"),
        (vec![], "TooFew"),
        (vec![ada, beacon, grace], "BeaconNotLast"),
        (vec![ada, grace, beacon, beacon], "BeaconNotLast"),
    ] {
        let changed: Vec<Vec<u8>> = changed.into_iter().cloned().collect();
        let refusal = ceremony.refusal(&ceremony.with_contributions(&changed));
        assert!(is_fault(&refusal, |fault| format!("{fault:?}").starts_with(expected)), "{refusal:?}");
    }
}

#[test]
fn what_a_network_asks_for_is_asked_for() {
    let ceremony = Ceremony::new();
    let workshop = &ceremony.workshop;
    let verify = |key: &str, policy: &CeremonyPolicy| workshop.verify("pot.ptau", key, policy);
    let fault = |result: Result<VerifiedKey, VerifyKeyError>| match result {
        Err(VerifyKeyError::Refused(fault)) => fault,
        other => panic!("{other:?}"),
    };
    let mut policy = CeremonyPolicy::default();
    policy.least_contributions = 3;
    // the beacon does not count
    assert!(matches!(
        fault(verify("final.zkey", &policy)),
        KeyFault::TooFewContributions { wanted: 3, found: 2 }
    ));
    let default = CeremonyPolicy::default();
    assert!(matches!(
        fault(verify("initial.zkey", &default)),
        KeyFault::TooFewContributions { found: 0, .. }
    ));
    assert!(matches!(fault(verify("two.zkey", &default)), KeyFault::NoBeacon));
    assert!(matches!(fault(verify("final.zkey", &CeremonyPolicy::in_progress(1))), KeyFault::Finished));
    assert!(verify("initial.zkey", &CeremonyPolicy::in_progress(0)).is_ok());
    assert!(verify("two.zkey", &CeremonyPolicy::in_progress(2)).is_ok());
    policy = CeremonyPolicy::default();
    policy.beacon = BeaconPolicy::Expected(test_beacon());
    assert!(verify("final.zkey", &policy).is_ok());
    policy.beacon = BeaconPolicy::Expected(Beacon::new(vec![7; 32], 10).unwrap());
    assert!(matches!(fault(verify("final.zkey", &policy)), KeyFault::OtherBeacon));
    policy.beacon = BeaconPolicy::Expected(Beacon::new(test_beacon().value().to_vec(), 11).unwrap());
    assert!(matches!(fault(verify("final.zkey", &policy)), KeyFault::OtherBeacon));
}

#[test]
fn keys_of_other_circuits_and_first_phases_are_refused() {
    let ceremony = Ceremony::new();
    let verified = |circuit: &[u8], ptau: &str| {
        let phase1 = ceremony.workshop.ptau(ptau);
        let key = ceremony.workshop.key("final.zkey");
        let policy = CeremonyPolicy::default();
        let options = CeremonyOptions::default();
        verify_key(R1csView::open(circuit).unwrap(), &phase1, &key, (&policy, &mut OsRng), &options)
    };
    let other = Workshop::new(5);
    assert!(matches!(
        verified(&other.bytes("circuit.r1cs"), "pot.ptau"),
        Err(VerifyKeyError::Refused(KeyFault::OtherCircuit))
    ));
    // one coefficient more in A, B or C, which has no entries in the key
    let circuit = ceremony.workshop.bytes("circuit.r1cs");
    assert!(verified(&circuit, "pot.ptau").is_ok());
    let first_row = 12 + 12 + 64 + 12;
    for (side, expected) in [(0, "OtherCircuit"), (1, "OtherCircuit"), (2, "Quotients")] {
        let mut changed = circuit.clone();
        changed[first_row + side * 40 + 8] ^= 6;
        let refused = verified(&changed, "pot.ptau").unwrap_err();
        assert!(format!("{refused:?}").contains(expected), "{side}: {refused:?}");
    }
    // a first phase that is too small, for a new key and for an old one
    ceremony.workshop.insecure_ptau("small.ptau", 3, false);
    assert!(matches!(
        verified(&circuit, "small.ptau"),
        Err(VerifyKeyError::Phase1TooSmall { wanted: 4, found: 3 })
    ));
    let begun = create_initial_key(
        R1csView::open(&circuit).unwrap(),
        &ceremony.workshop.ptau("small.ptau"),
        (&ceremony.workshop.at("never.zkey"), ExistingFile::Keep),
        &CeremonyOptions::default(),
    );
    assert!(begun.is_err() && !ceremony.workshop.at("never.zkey").exists());
    // alpha of another first phase
    let mut ptau = ceremony.workshop.bytes("pot.ptau");
    let sections = [12 + 12 + 44, 63 * 64, 32 * 128].into_iter().sum::<usize>() + 12 + 12 + 12;
    let (alpha, next) =
        (ptau[sections..sections + 64].to_vec(), ptau[sections + 64..sections + 128].to_vec());
    assert_ne!(alpha, next);
    ptau[sections..sections + 64].copy_from_slice(&next);
    fs::write(ceremony.workshop.at("other.ptau"), ptau).unwrap();
    assert!(matches!(
        verified(&circuit, "other.ptau"),
        Err(VerifyKeyError::Refused(KeyFault::OtherPhase1 { point: "alpha" }))
    ));
}

#[test]
fn a_secret_never_meets_a_bad_point_and_nothing_is_half_written() {
    let ceremony = Ceremony::new();
    let workshop = &ceremony.workshop;
    let before = workshop.bytes("two.zkey");
    let l = ceremony.section(Section::L);
    let mut bad = before.clone();
    bad[l.start] ^= 1;
    fs::write(workshop.at("bad.zkey"), &bad).unwrap();
    let run = |from: &str, to: &str, options: &CeremonyOptions<'_>| {
        let name = Some(ContributionName::new("Eve").unwrap());
        let out = workshop.at(to);
        contribute(&workshop.key(from), (&out, ExistingFile::Keep), (name, ""), &mut OsRng, options)
    };
    let options = CeremonyOptions::default();
    assert!(matches!(
        run("bad.zkey", "out.zkey", &options),
        Err(ContributeError::Point { section: Section::L, index: 0, source: PointError::NotOnCurve })
    ));
    assert!(workshop.bytes("bad.zkey") == bad);
    assert!(matches!(run("final.zkey", "out.zkey", &options), Err(ContributeError::AfterBeacon)));
    let beaconed = apply_beacon(
        &workshop.key("initial.zkey"),
        (&workshop.at("out.zkey"), ExistingFile::Keep),
        (&test_beacon(), ContributionName::new("source").unwrap()),
        &options,
    );
    assert!(matches!(beaconed, Err(ContributeError::BeaconFirst)));
    // delta of another key
    let header = ceremony.section(Section::Header);
    let mut other = before.clone();
    other[header.clone()].copy_from_slice(&workshop.bytes("one.zkey")[header]);
    fs::write(workshop.at("other.zkey"), other).unwrap();
    assert!(matches!(run("other.zkey", "out.zkey", &options), Err(ContributeError::Delta)));
    let mut cancelled = CeremonyOptions::default();
    cancelled.cancel = CancelToken::new();
    cancelled.cancel.cancel();
    assert!(matches!(run("two.zkey", "out.zkey", &cancelled), Err(ContributeError::Cancelled)));
    assert!(matches!(run("two.zkey", "missing/out.zkey", &options), Err(ContributeError::File(_))));
    assert!(matches!(run("two.zkey", "one.zkey", &options), Err(ContributeError::File(_))));
    assert!(workshop.bytes("two.zkey") == before && !workshop.at("out.zkey").exists());
    let left: Vec<_> = fs::read_dir(workshop.path())
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter(|name| name.ends_with(".tmp"))
        .collect();
    assert!(left.is_empty(), "{left:?}");
    // a second contribution to one key is another one
    let first = hexadecimal(&run("two.zkey", "a.zkey", &options).unwrap());
    assert_ne!(first, hexadecimal(&run("two.zkey", "b.zkey", &options).unwrap()));
}
