//! Times one check and a batch of 64 beside ark-groth16, in alternating runs: `compare_with_arkworks [rounds]`.
//!
//! Not a benchmark: least and median of a few rounds, for an idea of the ratio.

#![expect(
    clippy::print_stdout,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::unimplemented,
    reason = "an example's purpose, and its end at the first error"
)]

use core::hint::black_box;
use core::time::Duration;
use std::time::Instant;

use ark_ec::{AffineRepr, CurveGroup, PrimeGroup};
use ark_ff::{Field, UniformRand};
use ark_groth16::{Groth16, prepare_verifying_key};
use rand_chacha::ChaCha20Rng;
use rand_core::SeedableRng;
use workproof_protocol::{CommonInputs, PublicInputs, Statement};
use workproof_verifier::curve::{Bn254, Fr, G1Affine, G1Projective, G2Affine, G2Projective};
use workproof_verifier::{
    CircuitDigest, CircuitId, CircuitName, Proof, VerifyingKey, VerifyingKeyPoints, verify, verify_batch,
};

/// Eight arbitrary public inputs.
struct Eight([Fr; 8]);

impl Statement for Eight {
    const FACT: &'static str = "eight";
    const INPUT_NAMES: &'static [&'static str] = &["a", "b", "c", "d", "e", "f", "g", "h"];

    fn common(&self) -> &CommonInputs {
        unimplemented!("nobody asks")
    }

    fn public_inputs(&self) -> PublicInputs {
        PublicInputs::new(self.0)
    }
}

fn main() {
    let rounds = std::env::args().nth(1).map_or(15, |text| text.parse().unwrap());
    let mut rng = ChaCha20Rng::seed_from_u64(1);
    // a key whose secrets are known, so that proofs of it can be made up
    let [alpha, beta, delta]: [Fr; 3] = core::array::from_fn(|_| Fr::rand(&mut rng));
    let ic: [Fr; 9] = core::array::from_fn(|_| Fr::rand(&mut rng));
    let g1 = |k: Fr| -> G1Affine { (G1Projective::generator() * k).into_affine() };
    let g2 = |k: Fr| -> G2Affine { (G2Projective::generator() * k).into_affine() };
    let points = VerifyingKeyPoints {
        alpha_g1: g1(alpha),
        beta_g2: g2(beta),
        gamma_g2: G2Affine::generator(),
        delta_g2: g2(delta),
        ic: ic.iter().map(|k| g1(*k)).collect(),
    };
    let claims: Vec<(Eight, Proof)> = (0..64)
        .map(|_| {
            let inputs: [Fr; 8] = core::array::from_fn(|_| Fr::rand(&mut rng));
            let sum = inputs.iter().zip(&ic[1..]).fold(ic[0], |sum, (x, k)| sum + *x * k);
            let (a, b) = (Fr::rand(&mut rng), Fr::rand(&mut rng));
            let c = (a * b - alpha * beta - sum) * delta.inverse().unwrap();
            (Eight(inputs), Proof::new(g1(a), g2(b), g1(c)).unwrap())
        })
        .collect();

    let theirs = prepare_verifying_key(&ark_groth16::VerifyingKey::<Bn254> {
        alpha_g1: points.alpha_g1,
        beta_g2: points.beta_g2,
        gamma_g2: points.gamma_g2,
        delta_g2: points.delta_g2,
        gamma_abc_g1: points.ic.clone(),
    });
    let id = CircuitId::new(CircuitName::new("eight-1").unwrap(), CircuitDigest::new([0; 32]));
    let ours = VerifyingKey::new(id, points).unwrap().prepare();
    let (statement, proof) = claims.first().unwrap();
    let foreign = ark_groth16::Proof::<Bn254> { a: *proof.a(), b: *proof.b(), c: *proof.c() };
    let bytes = proof.to_bytes();
    let mut compressed = Vec::new();
    ark_serialize::CanonicalSerialize::serialize_compressed(&foreign, &mut compressed).unwrap();

    let mut table = [const { Vec::new() }; 5];
    for _ in 0..rounds {
        let times = [
            time(|| Groth16::<Bn254>::verify_proof(&theirs, &foreign, &statement.0).unwrap()),
            time(|| verify(&ours, statement, proof).is_ok()),
            time(|| {
                <ark_groth16::Proof<Bn254> as ark_serialize::CanonicalDeserialize>::deserialize_compressed(
                    &compressed[..],
                )
                .is_ok()
            }),
            time(|| Proof::from_bytes(&bytes).is_ok()),
            time(|| verify_batch(&ours, claims.iter().map(|(statement, proof)| (statement, proof))).is_ok()),
        ];
        table.iter_mut().zip(times).for_each(|(column, time)| column.push(time));
    }
    let names = [
        "ark-groth16 check",
        "our check",
        "arkworks decodes a proof",
        "we decode a proof",
        "our batch of 64",
    ];
    for (name, mut column) in names.into_iter().zip(table) {
        column.sort();
        println!("{name:<26} least {:>9.1?} median {:>9.1?}", column[0], column[column.len() / 2]);
    }
}

fn time(work: impl Fn() -> bool) -> Duration {
    let start = Instant::now();
    assert!(black_box(work()));
    start.elapsed()
}
