//! Every seed, cut at every length and with every byte changed: refused, or written as it was read. Nothing panics (C2, C3).

use rayon::prelude::*;
use workproof_decoders::{Decoder, Pace, Spelling, all, regressions, seeds};

/// What a changed byte is exclusive-ored with: its lowest bit, its highest, the bit between small and capital letters, all.
const MASKS: [u8; 4] = [0x01, 0x80, 0x20, 0xff];

/// Slow decoders are given every so manieth byte.
const SLOW_STEP: usize = 131;

/// Seeds that are longer are changed in one way at each byte; shorter ones in all four.
const SHORT: usize = 1_024;

/// Armoured signatures are never accepted under the ceremony that the decoder asks: it is there for what it must not do.
const NEVER_ACCEPTS: &str = "attestation";

#[test]
fn every_decoder_accepts_its_seeds() {
    let decoders = all();
    for decoder in &decoders {
        let seeds = seeds(decoder.name);
        assert!(!seeds.is_empty(), "{} has no seeds", decoder.name);
        for (number, seed) in seeds.iter().enumerate() {
            let is_accepted = (decoder.read)(seed).is_some();
            assert_eq!(is_accepted, decoder.name != NEVER_ACCEPTS, "{} {number}", decoder.name);
            decoder.check(seed);
        }
    }
    let mut names: Vec<&str> = decoders.iter().map(|decoder| decoder.name).collect();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), decoders.len());
}

#[test]
fn what_was_once_a_mistake_is_none_any_more() {
    for decoder in all() {
        regressions(decoder.name).iter().for_each(|bytes| decoder.check(bytes));
    }
}

#[test]
fn every_truncation_and_every_changed_byte_of_every_seed_c2_c3() {
    let cases: Vec<(Decoder, Vec<u8>)> =
        all().into_iter().flat_map(|one| seeds(one.name).into_iter().map(move |seed| (one, seed))).collect();
    for (decoder, seed) in &cases {
        let step = if decoder.pace == Pace::Slow { SLOW_STEP } else { 1 };
        (0..seed.len()).into_par_iter().step_by(step).for_each(|place| {
            decoder.check(&seed[..place]);
            let masks = if seed.len() <= SHORT { &MASKS[..] } else { &MASKS[place % 4..=place % 4] };
            for mask in masks {
                let mut changed = seed.clone();
                changed[place] ^= mask;
                decoder.check(&changed);
            }
        });
    }
}

/// Bytes put in, left out, doubled, and pieces of other seeds in the place of one's own.
#[test]
fn pieces_moved_doubled_and_borrowed_c2_c3() {
    let decoders = all();
    decoders.par_iter().for_each(|decoder| {
        let seeds = seeds(decoder.name);
        for (number, seed) in seeds.iter().enumerate() {
            let other = &seeds[(number + 1) % seeds.len()];
            let pieces = if decoder.pace == Pace::Slow { 3 } else { 24 };
            let step = seed.len().div_ceil(pieces).max(1);
            for start in (0..seed.len()).step_by(step) {
                let end = (start + step).min(seed.len());
                let (before, piece, after) = (&seed[..start], &seed[start..end], &seed[end..]);
                decoder.check(&[before, after].concat());
                decoder.check(&[before, piece, piece, after].concat());
                decoder.check(&[before, &[0], piece, after].concat());
                decoder.check(&[before, b" ", piece, after].concat());
                decoder.check(&[before, &vec![0xff; piece.len()], after].concat());
                decoder.check(&[before, &vec![0; piece.len()], after].concat());
                decoder.check(&[before, &other[start.min(other.len())..]].concat());
                decoder.check(&[after, before, piece].concat());
            }
        }
    });
}

#[test]
fn a_decoder_that_writes_something_else_is_noticed() {
    let careless = Decoder {
        name: "careless",
        spelling: Spelling::One,
        pace: Pace::Quick,
        read: |bytes| (bytes.len() == 2).then(|| vec![bytes[0] & 0x7f, bytes[1]]),
    };
    careless.check(&[1, 2]);
    careless.check(&[1]);
    let noticed = std::panic::catch_unwind(|| careless.check(&[0x81, 2]));
    assert!(noticed.is_err(), "two spellings of one value");
}
