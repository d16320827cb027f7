//! Deltas that everybody can recompute: arkworks' set-up with a seed from examples and tests.
//!
//! `Groth16::circuit_specific_setup` takes alpha, beta, gamma, delta and both generators off its generator of random
//! numbers, in this order and before it looks at the circuit, so that a seed gives the same delta for every circuit.

use sha3::{Digest, Keccak256};

use crate::curve::G2Affine;
use crate::points::fq_to_le_bytes;

/// The first half of a digest of delta's x coordinate, and how the key was made.
const KNOWN: [(u128, &str); 4] = [
    (0x92a2_9c8e_370d_1de7_264c_f183_9efe_ff1e, "arkworks' set-up with StdRng::seed_from_u64(0)"),
    (0x4fc1_e936_b8fc_f50d_6a89_18f2_2472_15e7, "arkworks' set-up with StdRng::seed_from_u64(1)"),
    (0x7c75_2554_52c2_1baa_d03f_5b38_f660_3ad6, "arkworks' set-up with StdRng::seed_from_u64(42)"),
    (0x8ed9_11cd_dda9_63b2_045d_f1f8_cd51_5cfa, "arkworks' set-up with ark_std::test_rng()"),
];

/// How a delta, or its negative, was made, if it is one of the known ones.
pub(super) fn known_delta(delta: &G2Affine) -> Option<&'static str> {
    let own = fingerprint(delta);
    KNOWN.iter().find(|(fingerprint, _)| *fingerprint == own).map(|(_, setup)| *setup)
}

fn fingerprint(point: &G2Affine) -> u128 {
    let mut hash = Keccak256::new();
    hash.update(fq_to_le_bytes(&point.x.c0));
    hash.update(fq_to_le_bytes(&point.x.c1));
    let digest: [u8; 32] = hash.finalize().into();
    digest.first_chunk().map_or(0, |half| u128::from_be_bytes(*half))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::curve::{Bn254, Fr};
    use alloc::string::String;
    use alloc::vec::Vec;
    use ark_groth16::Groth16;
    use ark_relations::gr1cs::{ConstraintSynthesizer, ConstraintSystemRef, SynthesisError};
    use ark_std::rand::{SeedableRng, rngs::StdRng};

    /// x * x = y, with y public.
    struct Square;

    impl ConstraintSynthesizer<Fr> for Square {
        fn generate_constraints(self, cs: ConstraintSystemRef<Fr>) -> Result<(), SynthesisError> {
            let y = cs.new_input_variable(|| Ok(Fr::from(9)))?;
            let x = cs.new_witness_variable(|| Ok(Fr::from(3)))?;
            cs.enforce_r1cs_constraint(|| x.into(), || x.into(), || y.into())
        }
    }

    fn delta(rng: &mut StdRng) -> G2Affine {
        let key = Groth16::<Bn254>::generate_random_parameters_with_reduction(Square, rng).unwrap();
        key.vk.delta_g2
    }

    #[test]
    fn b8_the_deltas_of_known_seeds_are_known() {
        // the seed of arkworks' `test_rng` where it does not ask the system
        let mut test_seed = [0; 32];
        for (place, byte) in [(0, 1), (4, 23), (8, 200), (9, 1), (12, 210), (13, 30)] {
            test_seed[place] = byte;
        }
        let rngs = [0, 1, 42].map(StdRng::seed_from_u64).into_iter().chain([StdRng::from_seed(test_seed)]);
        let deltas: Vec<G2Affine> = rngs.map(|mut rng| delta(&mut rng)).collect();
        let found: Vec<String> = deltas.iter().map(|delta| format!("{:#034x}", fingerprint(delta))).collect();
        let known: Vec<String> = KNOWN.iter().map(|(known, _)| format!("{known:#034x}")).collect();
        assert_eq!(found, known);
        for (delta, (_, setup)) in deltas.iter().zip(KNOWN) {
            assert_eq!(known_delta(&-*delta), Some(setup));
        }
        assert_eq!(known_delta(&delta(&mut StdRng::seed_from_u64(987_654))), None);
    }
}
