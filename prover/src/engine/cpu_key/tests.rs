//! Sums of a proof, whatever way a key's points are held.

use ark_bn254::Fr;
use ark_ff::{BigInt, PrimeField, UniformRand};
use rand_chacha::ChaCha20Rng;
use rand_chacha::rand_core::{RngCore, SeedableRng};
use workproof_circuits::GoldCircuit;

use super::*;
use crate::key_store::KeyStore;
use crate::setup::SetupOptions;

/// Circuits of more than 2^18 scalars take too long for a test.
#[test]
fn sums_are_the_same_with_l_and_h_together_or_apart_and_with_points_kept_or_not() {
    let directory = tempfile::tempdir().unwrap();
    let store = KeyStore::new(directory.path());
    let circuit = GoldCircuit::new(256).unwrap();
    let key = store.insecure_development_key(&circuit, None, &SetupOptions::default()).unwrap();
    let zkey = key.zkey();
    let mut rng = ChaCha20Rng::seed_from_u64(21);
    let mut scalars = |count: usize| -> Vec<BigInt<4>> {
        let scalar =
            |_| if rng.next_u32() & 1 == 0 { Fr::rand(&mut rng) } else { Fr::from(rng.next_u32() % 3) };
        (0..count).map(scalar).map(PrimeField::into_bigint).collect()
    };
    let (values, quotient) = (scalars(zkey.a().len()), scalars(zkey.h().len()));
    let cancel = CancelToken::new();
    let mut all = Vec::new();
    for arithmetic in [Arithmetic::detect(), Arithmetic::Portable] {
        for (apart, kept) in [(false, true), (false, false), (true, false)] {
            let mut loaded = CpuKey::load(arithmetic, zkey, None, &cancel).unwrap();
            assert_eq!(loaded.parts(), Some(Parts::Halves), "few points are kept packed");
            if !kept {
                loaded.packed = None;
            }
            if apart {
                let [l, h] =
                    [zkey.l(), zkey.h()].map(|section| Places::find(section.as_bytes().into(), &cancel));
                loaded.c = PlacesOfC::Apart { l: l.unwrap(), h: h.unwrap() };
            }
            let scalars = Joined { first: &values[..], second: &quotient[..] };
            let digits = SignedDigits::new(scalars, loaded.parts()).unwrap();
            let first_private = values.len() - zkey.l().len();
            let firsts = (&digits, first_private, values.len());
            all.push(loaded.sums(arithmetic, zkey, firsts, &cancel, &|| ()).unwrap());
        }
    }
    assert!(all.windows(2).all(|two| two[0] == two[1]));
}
