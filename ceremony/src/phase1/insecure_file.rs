//! A first phase whose secrets are public, made in seconds: for tests and measurements, and nothing else.

use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::path::Path;

use ark_bn254::{Fq, Fr, G1Affine, G1Projective, G2Affine, G2Projective};
use ark_ec::scalar_mul::BatchMulPreprocessing;
use ark_ec::{AffineRepr, CurveGroup};
use ark_ff::{PrimeField, Zero};
use ark_poly::{EvaluationDomain, Radix2EvaluationDomain};
use blake2::{Blake2b512, Digest};
use rayon::prelude::*;
use workproof_protocol::hash_to_field;
use workproof_prover::zkey::{encode_g1, encode_g2};

use super::contribution::SecretKey;
use super::verify::{derived_point, first_challenge};
use crate::contribution_parameters::{ContributionKind, ContributionName, push_parameters};
use crate::hashed_points::{hash_g1_points, hash_g2_points};
use crate::hashed_points::{hash_g2, push_g1, push_g2};
use crate::lagrange::powers_of;
use crate::progress::CeremonyOptions;
use crate::resumed_hash::ResumedHash;

/// Scalars per task.
const TASK: usize = 1 << 11;

/// Writes a whole `.ptau` file of a power, prepared for the second phase or not. snarkjs accepts it.
///
/// # Security
/// **tau, alpha and beta are hashes of public texts: anyone can forge proofs for keys that begin with this file.**
///
/// # Errors
/// Where the file cannot be written, or the field has no roots of unity for the power.
pub fn insecure_write_ptau(path: &Path, power: u32, prepared: bool) -> io::Result<()> {
    let [tau, alpha, beta] = [
        hash_to_field(b"workproof/v1/insecure ptau tau"),
        hash_to_field(b"workproof/v1/insecure ptau alpha"),
        hash_to_field(b"workproof/v1/insecure ptau beta"),
    ];
    let size = 1_usize << power;
    let maker = Maker::new(size);
    let one = Fr::from(1_u8);
    let (tau_powers, alpha_powers) = (powers_of(one, tau, 2 * size - 1), powers_of(alpha, tau, size));
    let beta_powers = powers_of(beta, tau, size);
    let short = tau_powers.get(..size).unwrap_or_default();
    let tau_g1 = maker.g1(&tau_powers);
    let (tau_g2, alpha_g1, beta_g1) = (maker.g2(short), maker.g1(&alpha_powers), maker.g1(&beta_powers));
    let beta_g2 = maker.g2(&[beta]);

    let mut out = Writer { out: BufWriter::new(File::create(path)?) };
    out.out.write_all(b"ptau")?;
    out.word(1)?;
    out.word(if prepared { 11 } else { 7 })?;
    let mut header = 32_u32.to_le_bytes().to_vec();
    header.extend(Fq::MODULUS.0.iter().flat_map(|limb| limb.to_le_bytes()));
    header.extend(power.to_le_bytes());
    header.extend(power.to_le_bytes());
    out.section(1, &header)?;
    out.section(2, tau_g1.as_flattened())?;
    out.section(3, tau_g2.as_flattened())?;
    out.section(4, alpha_g1.as_flattened())?;
    out.section(5, beta_g1.as_flattened())?;
    out.section(6, beta_g2.as_flattened())?;

    let challenge = first_challenge(power, &CeremonyOptions::default()).map_err(io::Error::other)?;
    let mut contribution = maker.contribution([tau, alpha, beta], &challenge);
    let response = contribution.response;
    let mut hash = Blake2b512::new_with_prefix(response);
    hash_g1_points(&mut hash, &tau_g1);
    hash_g2_points(&mut hash, &tau_g2);
    hash_g1_points(&mut hash, &alpha_g1);
    hash_g1_points(&mut hash, &beta_g1);
    hash_g2(&mut hash, &(G2Affine::generator() * beta).into_affine());
    contribution.bytes.extend(hash.finalize());
    let name = ContributionName::new("INSECURE: known to everybody").ok();
    push_parameters(&mut contribution.bytes, &ContributionKind::Contribution, name.as_ref());
    out.section(7, &[&1_u32.to_le_bytes(), &contribution.bytes[..]].concat())?;

    if prepared {
        let mut doubled = tau_powers.clone();
        doubled.push(Fr::zero());
        out.section(12, maker.g1(&levels(&doubled, power + 1)?).as_flattened())?;
        out.section(13, maker.g2(&levels(short, power)?).as_flattened())?;
        out.section(14, maker.g1(&levels(&alpha_powers, power)?).as_flattened())?;
        out.section(15, maker.g1(&levels(&beta_powers, power)?).as_flattened())?;
    }
    out.out.flush()
}

/// The inverse transforms of the first 1, 2, 4, ... powers.
fn levels(powers: &[Fr], highest: u32) -> io::Result<Vec<Fr>> {
    let mut all = Vec::new();
    for level in 0..=highest {
        let own = powers.get(..1 << level).unwrap_or_default();
        let domain = Radix2EvaluationDomain::<Fr>::new(1 << level);
        all.extend(domain.ok_or(io::ErrorKind::InvalidInput)?.ifft(own));
    }
    Ok(all)
}

/// Multiples of both generators.
struct Maker {
    g1: BatchMulPreprocessing<G1Projective>,
    g2: BatchMulPreprocessing<G2Projective>,
}

/// A contribution up to its response.
struct Begun {
    bytes: Vec<u8>,
    response: [u8; 64],
}

impl Maker {
    fn new(size: usize) -> Self {
        let (g1, g2) = (G1Affine::generator().into_group(), G2Affine::generator().into_group());
        Self { g1: BatchMulPreprocessing::new(g1, 4 * size), g2: BatchMulPreprocessing::new(g2, 2 * size) }
    }

    fn g1(&self, scalars: &[Fr]) -> Vec<[u8; 64]> {
        let parts = scalars.par_chunks(TASK).flat_map_iter(|scalars| {
            let mut bytes = Vec::new();
            self.g1.batch_mul(scalars).iter().for_each(|point| encode_g1(&mut bytes, point));
            bytes.as_chunks().0.to_vec()
        });
        parts.collect()
    }

    fn g2(&self, scalars: &[Fr]) -> Vec<[u8; 128]> {
        let parts = scalars.par_chunks(TASK).flat_map_iter(|scalars| {
            let mut bytes = Vec::new();
            self.g2.batch_mul(scalars).iter().for_each(|point| encode_g2(&mut bytes, point));
            bytes.as_chunks().0.to_vec()
        });
        parts.collect()
    }

    /// The one contribution, whose secrets are the powers' own.
    fn contribution(&self, secrets: [Fr; 3], challenge: &[u8; 64]) -> Begun {
        let (g1, g2) = (G1Affine::generator(), G2Affine::generator());
        let [tau, alpha, beta] = secrets;
        let mut bytes = Vec::new();
        encode_g1(&mut bytes, &(g1 * tau).into_affine());
        encode_g2(&mut bytes, &(g2 * tau).into_affine());
        encode_g1(&mut bytes, &(g1 * alpha).into_affine());
        encode_g1(&mut bytes, &(g1 * beta).into_affine());
        encode_g2(&mut bytes, &(g2 * beta).into_affine());
        let keys: Vec<SecretKey> = secrets
            .into_iter()
            .zip(0_u8..)
            .map(|(secret, personal)| {
                let mut key = SecretKey {
                    base: g1,
                    base_times_secret: (g1 * secret).into_affine(),
                    derived_times_secret: g2,
                };
                let derived = derived_point(personal, challenge, &key);
                key.derived_times_secret = (derived * secret).into_affine();
                key
            })
            .collect();
        let mut hash = ResumedHash::new();
        hash.update(challenge);
        let state = hash.save();
        let mut hashed = Vec::new();
        for key in &keys {
            for point in [&key.base, &key.base_times_secret] {
                encode_g1(&mut bytes, point);
                push_g1(&mut hashed, point);
            }
        }
        for key in &keys {
            encode_g2(&mut bytes, &key.derived_times_secret);
            push_g2(&mut hashed, &key.derived_times_secret);
        }
        hash.update(&hashed);
        bytes.extend(state);
        Begun { bytes, response: hash.finish() }
    }
}

struct Writer {
    out: BufWriter<File>,
}

impl Writer {
    fn word(&mut self, word: u32) -> io::Result<()> {
        self.out.write_all(&word.to_le_bytes())
    }

    fn section(&mut self, number: u32, bytes: &[u8]) -> io::Result<()> {
        self.word(number)?;
        self.out.write_all(&u64::try_from(bytes.len()).unwrap_or(u64::MAX).to_le_bytes())?;
        self.out.write_all(bytes)
    }
}
