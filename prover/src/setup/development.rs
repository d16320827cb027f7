//! Makes a development key and writes it.

use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use ark_bn254::{Fr, G1Affine, G1Projective, G2Affine, G2Projective, g1, g2};
use ark_ec::{AffineRepr, CurveGroup, PrimeGroup};
use ark_ff::Field;
use rayon::prelude::*;
use thiserror::Error;
use workproof_circuits::r1cs::R1cs;
use workproof_protocol::hash_to_field;
use workproof_verifier::keys::{DEVELOPMENT_DELTA_TEXT, development_delta};
use workproof_verifier::{CircuitDigest, CircuitId, CircuitName};

use super::fixed_base::FixedBase;
use super::key_polynomials::KeyPolynomials;
use crate::cancel_token::{CancelToken, Cancelled};
use crate::checked_marker::CheckedMarker;
use crate::progress::{Phase, ProgressSink, Reporter};
use crate::whole_file::replace_file;
use crate::zkey::{KeyMetadata, Section, ZkeyHeader, ZkeyShape, ZkeyWriter, encode_g1, encode_g2};

/// Scalars per task: enough to share an inversion, few enough to see a cancellation soon.
const TASK: usize = 1 << 11;

/// Why a development key was not made.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum SetupError {
    /// The circuit does not fit a key: too many rows or variables.
    #[error("the circuit is too large for a key: {constraints} constraints, {variables} variables")]
    TooLarge {
        /// Constraints of the circuit.
        constraints: usize,
        /// Variables of the circuit.
        variables: usize,
    },
    /// The key could not be written.
    #[error("the key could not be written to {}", path.display())]
    Io {
        /// The file.
        path: PathBuf,
        /// What failed.
        #[source]
        source: io::Error,
    },
    /// Somebody cancelled. Nothing is left behind.
    #[error("cancelled")]
    Cancelled,
}

impl From<Cancelled> for SetupError {
    fn from(_: Cancelled) -> Self {
        Self::Cancelled
    }
}

/// How to make a key.
#[derive(Clone, Default)]
#[non_exhaustive]
pub struct SetupOptions<'a> {
    /// Where progress is reported.
    pub progress: Option<ProgressSink<'a>>,
    /// What ends the work early.
    pub cancel: CancelToken,
}

impl core::fmt::Debug for SetupOptions<'_> {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.debug_struct("SetupOptions").field("cancel", &self.cancel).finish_non_exhaustive()
    }
}

/// Makes a development key for a circuit and writes it to `path`, by way of a temporary file beside it.
///
/// The file is an ordinary `.zkey`: snarkjs and rapidsnark prove with it. It uses the rayon pool it is called in.
///
/// # Security
/// **Anyone can forge proofs for such a key.** Its secrets are hashes of public texts.
///
/// # Errors
/// [`SetupError`]; whatever happens, `path` holds a whole key or what it held before.
pub fn unsafe_development_setup(
    r1cs: &R1cs,
    name: &CircuitName,
    path: &Path,
    options: &SetupOptions<'_>,
) -> Result<(), SetupError> {
    let failed = |source: io::Error| SetupError::Io { path: path.to_path_buf(), source };
    let digest = replace_file(path, |partial| write_key(r1cs, name, partial, options), failed)?;
    CheckedMarker::record(path, digest);
    Ok(())
}

/// The secrets of every development key.
struct Trapdoor {
    tau: Fr,
    alpha: Fr,
    beta: Fr,
    delta: Fr,
}

impl Trapdoor {
    fn public() -> Self {
        Self {
            tau: hash_to_field(b"workproof/v1/development tau"),
            alpha: hash_to_field(b"workproof/v1/development alpha"),
            beta: hash_to_field(b"workproof/v1/development beta"),
            delta: hash_to_field(DEVELOPMENT_DELTA_TEXT),
        }
    }
}

/// The scalars of every section.
struct KeyScalars {
    ic: Vec<Fr>,
    a: Vec<Fr>,
    b: Vec<Fr>,
    l: Vec<Fr>,
    h: Vec<Fr>,
}

impl KeyScalars {
    fn new(polynomials: KeyPolynomials, trapdoor: &Trapdoor, public_inputs: usize) -> Self {
        let KeyPolynomials { u, v, w, odd_lagrange } = polynomials;
        let inverse = trapdoor.delta.inverse().unwrap_or(Fr::ONE);
        let mut combined: Vec<Fr> = u
            .par_iter()
            .zip(v.par_iter().zip(w.par_iter()))
            .map(|(u, (v, w))| trapdoor.beta * u + trapdoor.alpha * v + w)
            .collect();
        let mut l = combined.split_off(public_inputs + 1);
        l.par_iter_mut().for_each(|value| *value *= inverse);
        let mut h = odd_lagrange;
        h.par_iter_mut().for_each(|value| *value *= inverse);
        Self { ic: combined, a: u, b: v, l, h }
    }

    const fn points(&self) -> usize {
        self.ic.len() + self.a.len() + 2 * self.b.len() + self.l.len() + self.h.len()
    }
}

fn write_key(
    r1cs: &R1cs,
    name: &CircuitName,
    path: &Path,
    options: &SetupOptions<'_>,
) -> Result<[u8; 64], SetupError> {
    let too_large = || SetupError::TooLarge { constraints: r1cs.constraints(), variables: r1cs.variables };
    let failed = |source: io::Error| SetupError::Io { path: path.to_path_buf(), source };
    let reporter = Reporter(options.progress);
    reporter.report(Phase::KeyPolynomials, 0, 1);
    let log = r1cs.log_domain();
    let domain = 1_u32.checked_shl(log).ok_or_else(too_large)?;
    let size = usize::try_from(domain).or(Err(too_large()))?;
    let trapdoor = Trapdoor::public();
    let polynomials = KeyPolynomials::at(trapdoor.tau, r1cs, size).ok_or_else(too_large)?;
    options.cancel.check()?;
    reporter.report(Phase::KeyPolynomials, 1, 1);

    let scalars = KeyScalars::new(polynomials, &trapdoor, r1cs.public_inputs);
    let entries = r1cs.a.nonzeros() + r1cs.b.nonzeros() + r1cs.public_inputs + 1;
    let shape = ZkeyShape {
        header: header(&trapdoor, r1cs, domain).ok_or_else(too_large)?,
        entries: u32::try_from(entries).or(Err(too_large()))?,
        metadata: KeyMetadata::new(CircuitId::new(name.clone(), CircuitDigest::new(r1cs.digest())), true),
    };
    let file = File::create(path).map_err(failed)?;
    let writer = ZkeyWriter::begin(BufWriter::new(&file), shape).map_err(failed)?;
    let mut points = PointWriter { writer, path, options, done: 0, total: scalars.points() };
    points.write_all(&scalars, r1cs)?;
    let digest = points.writer.finish().map_err(failed)?;
    file.sync_all().map_err(failed)?;
    Ok(digest)
}

fn header(trapdoor: &Trapdoor, r1cs: &R1cs, domain: u32) -> Option<ZkeyHeader> {
    let g1 = |scalar: &Fr| (G1Projective::generator() * scalar).into_affine();
    Some(ZkeyHeader {
        variables: u32::try_from(r1cs.variables).ok()?,
        public_inputs: u32::try_from(r1cs.public_inputs).ok()?,
        domain,
        alpha_g1: g1(&trapdoor.alpha),
        beta_g1: g1(&trapdoor.beta),
        beta_g2: (G2Projective::generator() * trapdoor.beta).into_affine(),
        gamma_g2: G2Affine::generator(),
        delta_g1: g1(&trapdoor.delta),
        delta_g2: development_delta(),
    })
}

/// All entries of A and B, sorted by row, then the rows of the constant and the public inputs.
fn entries_of(r1cs: &R1cs) -> impl Iterator<Item = (u32, u32, u32, Fr)> + '_ {
    let rows = u32::try_from(r1cs.constraints()).unwrap_or(u32::MAX);
    let inputs = u32::try_from(r1cs.public_inputs).unwrap_or(u32::MAX);
    let matrices = (0_u32..).zip(0..r1cs.constraints()).flat_map(|(row, index)| {
        let a = r1cs.a.row(index).map(move |(column, value)| (0, row, column, value));
        let b = r1cs.b.row(index).map(move |(column, value)| (1, row, column, value));
        a.chain(b)
    });
    matrices.chain((0..=inputs).map(move |input| (0, rows + input, input, Fr::ONE)))
}

/// Turns scalars into the bytes of their points.
type PointEncoder<'a> = dyn Fn(&[Fr]) -> Vec<u8> + Sync + 'a;

/// Turns scalars into points on all cores and writes them in order.
struct PointWriter<'a, W> {
    writer: ZkeyWriter<W>,
    path: &'a Path,
    options: &'a SetupOptions<'a>,
    done: usize,
    total: usize,
}

impl<W: Write> PointWriter<'_, W> {
    fn write_all(&mut self, scalars: &KeyScalars, r1cs: &R1cs) -> Result<(), SetupError> {
        let in_b = scalars.b.iter().filter(|scalar| **scalar != Fr::from(0)).count();
        let in_g1 = scalars.points() - 2 * scalars.b.len() + in_b;
        let g1 = FixedBase::<g1::Config>::new(G1Affine::generator(), in_g1);
        let g2 = FixedBase::<g2::Config>::new(G2Affine::generator(), in_b);
        let encode_g1 = |scalars: &[Fr]| {
            let mut bytes = Vec::new();
            g1.multiply(scalars).iter().for_each(|point| encode_g1(&mut bytes, point));
            bytes
        };
        let encode_g2 = |scalars: &[Fr]| {
            let mut bytes = Vec::new();
            g2.multiply(scalars).iter().for_each(|point| encode_g2(&mut bytes, point));
            bytes
        };
        self.write(Section::Ic, &scalars.ic, &encode_g1)?;
        let path = self.path;
        let failed = |source: io::Error| SetupError::Io { path: path.to_path_buf(), source };
        self.writer.coefficients(entries_of(r1cs)).map_err(failed)?;
        self.write(Section::A, &scalars.a, &encode_g1)?;
        self.write(Section::B1, &scalars.b, &encode_g1)?;
        self.write(Section::B2, &scalars.b, &encode_g2)?;
        self.write(Section::L, &scalars.l, &encode_g1)?;
        self.write(Section::H, &scalars.h, &encode_g1)
    }

    fn write(
        &mut self,
        section: Section,
        scalars: &[Fr],
        encode: &PointEncoder<'_>,
    ) -> Result<(), SetupError> {
        let failed = |source: io::Error| SetupError::Io { path: self.path.to_path_buf(), source };
        let widen = |count: usize| u64::try_from(count).unwrap_or(u64::MAX);
        self.writer.section(section).map_err(failed)?;
        // a wave is what all threads do before the writer runs: its bytes are all that is held in memory
        let wave = TASK * 4 * rayon::current_num_threads();
        for wave in scalars.chunks(wave) {
            let blocks: Vec<Vec<u8>> = wave
                .par_chunks(TASK)
                .map(|task| {
                    self.options.cancel.check()?;
                    Ok(encode(task))
                })
                .collect::<Result<_, Cancelled>>()?;
            for block in blocks {
                self.writer.write(&block).map_err(failed)?;
            }
            self.done += wave.len();
            let reporter = Reporter(self.options.progress);
            reporter.report(Phase::KeyPoints, widen(self.done), widen(self.total));
        }
        Ok(())
    }
}
